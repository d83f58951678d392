//! What the words beside a name that nobody knows say of it.

use super::neighbors::Neighbors;
use super::weights::{
    ORGANIZATION_PATTERNS, PLACE_PATTERNS, Pattern, TEAM_PATTERNS, TOWN_TEAM_PATTERNS, UNKNOWN_TEAM_PATTERNS,
};

/// How strongly something speaks for each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Evidence {
    pub(super) organization: i32,
    pub(super) place: i32,
}

impl Evidence {
    pub(super) fn is_none(self) -> bool {
        self == Self::default()
    }

    pub(super) fn add(&mut self, other: Self) {
        self.organization += other.organization;
        self.place += other.place;
    }
}

fn weights<'a>(patterns: &'a [Pattern], name: &'a Neighbors) -> impl Iterator<Item = i32> + 'a {
    patterns.iter().filter(|pattern| (pattern.seen)(name)).map(|pattern| pattern.weight())
}

/// What the words around say of a name that nobody knows.
pub(super) fn evidence(name: &Neighbors) -> Evidence {
    if name.is_person() {
        return Evidence::default();
    }
    Evidence { organization: weights(ORGANIZATION_PATTERNS, name).sum(), place: weights(PLACE_PATTERNS, name).sum() }
}

/// How surely an unknown name is a team's, in a text about matches.
pub(super) fn unknown_team(name: &Neighbors) -> i32 {
    weights(TEAM_PATTERNS, name).chain(weights(UNKNOWN_TEAM_PATTERNS, name)).max().unwrap_or(0)
}

/// The same for the name of a town or a region.
pub(super) fn town_team(name: &Neighbors) -> i32 {
    weights(TEAM_PATTERNS, name).chain(weights(TOWN_TEAM_PATTERNS, name)).max().unwrap_or(0)
}
