//! What can be seen of each entity that a name may stand for.

use super::noted::NamedPlaces;
use super::referent::Referent;
use crate::gazetteer::{Entity, Gender, Kind};

/// Further mentions of a person add nothing.
const MOST_TIMES: usize = 10;

/// The number of sentences after which a mention is no longer near.
const NEAR: usize = 6;

/// One of several entities that the gazetteer has under a name.
pub(super) struct EntityReading<'a, 'g> {
    pub(super) entity: &'g Entity,
    /// The text up to the name.
    pub(super) before: &'a str,
    /// The document gives the entity a longer name, and this one may be short for it.
    pub(super) has_longer_name: bool,
    /// What the words beside the name ask for.
    pub(super) wanted_kind: Option<Kind>,
    /// Where the places are that the document names; nothing where the name may stand for anything else.
    pub(super) places: Option<&'a NamedPlaces<'g>>,
}

impl EntityReading<'_, '_> {
    pub(super) fn longer_name(&self) -> i32 {
        self.has_longer_name.into()
    }

    pub(super) fn title_before(&self) -> i32 {
        self.entity.has_title_behind(self.before).into()
    }

    pub(super) fn fitting_kind(&self) -> i32 {
        (self.wanted_kind == Some(self.entity.kind())).into()
    }

    pub(super) fn prominence(&self) -> i32 {
        self.entity.prominence().into()
    }

    fn lies_around_named(&self) -> bool {
        self.places.is_some_and(|places| places.within.contains(self.entity.id()))
    }

    pub(super) fn around_named(&self) -> i32 {
        self.lies_around_named().into()
    }

    pub(super) fn country_of_named(&self) -> i32 {
        let is_country_named =
            |places: &NamedPlaces| self.entity.country().is_some_and(|country| places.countries.contains(country));
        (!self.lies_around_named() && self.places.is_some_and(is_country_named)).into()
    }
}

/// One of several people whom a surname alone may stand for.
pub(super) struct BearerReading<'a, 'g> {
    pub(super) person: &'a Referent<'g>,
    /// The text up to the name.
    pub(super) before: &'a str,
    /// The gender of the pronoun after it.
    pub(super) pronoun: Option<Gender>,
    /// The person's rank among those whom the gazetteer has under the surname alone.
    pub(super) rank: Option<usize>,
    /// How many sentences back the document last named the person.
    pub(super) sentences_back: Option<usize>,
    pub(super) times: usize,
    pub(super) is_first_named: bool,
    pub(super) is_last_named: bool,
}

impl BearerReading<'_, '_> {
    pub(super) fn title_before(&self) -> i32 {
        self.person.known.is_some_and(|known| known.has_title_behind(self.before)).into()
    }

    /// Against those of the other gender as much as for those of the pronoun's.
    pub(super) fn pronoun_after(&self) -> i32 {
        match (self.pronoun, self.person.gender) {
            (Some(pronoun), Some(own)) if pronoun == own => 1,
            (Some(_), Some(_)) => -1,
            _ => 0,
        }
    }

    pub(super) fn sentences_near(&self) -> i32 {
        self.sentences_back.map_or(0, |back| NEAR.saturating_sub(back) as i32)
    }

    pub(super) fn best_known(&self) -> i32 {
        (self.rank == Some(0)).into()
    }

    pub(super) fn known_too(&self) -> i32 {
        self.rank.is_some_and(|rank| rank > 0).into()
    }

    pub(super) fn first_named(&self) -> i32 {
        self.is_first_named.into()
    }

    pub(super) fn last_named(&self) -> i32 {
        self.is_last_named.into()
    }

    pub(super) fn times(&self) -> i32 {
        self.times.min(MOST_TIMES) as i32
    }
}
