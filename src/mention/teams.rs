//! Teams, which are called by their town, their country or a nickname.

use std::ops::Range;

use super::candidate::{Candidate, Guess};
use super::rule::Rule;
use crate::gazetteer::{EntityIndex, Gazetteer, Kind};
use crate::lexicon::NameCues;
use crate::text::Text;

/// In a text about matches at least one word in this many is a word of sports.
const WORDS_A_SPORT: usize = 50;

/// A team, which the gazetteer may have.
pub(super) fn team<'g>(tokens: Range<usize>, listed: Option<&'g [EntityIndex]>) -> Candidate<'g> {
    let team = Candidate::discovered(tokens, Kind::Organization, Rule::Surroundings);
    Candidate { guess: listed.map_or(team.guess, Guess::Known), ..team }
}

/// The team among the entities of one name, where there is just one.
pub(super) fn known_team<'g>(entities: &'g [EntityIndex], gazetteer: &Gazetteer) -> Option<&'g [EntityIndex]> {
    let mut teams = (0..entities.len()).filter(|&at| gazetteer.entity_at(entities[at]).kind() == Kind::Organization);
    let team = teams.next()?;
    teams.next().is_none().then(|| &entities[team..=team])
}

/// A country plays under its own name and is still a place.
pub(super) fn is_nation(entity: EntityIndex, gazetteer: &Gazetteer) -> bool {
    gazetteer.entity_at(entity).identifiers().any(|(scheme, value)| {
        scheme == "iso3166-1" || scheme == "iso3166-2" && value.starts_with("GB-") && value.len() == 6
    })
}

/// Whether the places of a text may be teams.
pub(super) fn is_about_matches(text: &Text) -> bool {
    let sports = text.tokens.iter().filter(|token| token.tells(NameCues::SPORT)).count();
    let mut words = text.tokens.iter().filter(|token| token.is_word());
    // Most texts have more words than that, so that not all are counted.
    sports >= 2 && words.nth(sports * WORDS_A_SPORT).is_none()
}
