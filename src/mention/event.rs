//! Names that are part of an event's: the Marden Open, the Lundby Film Festival, the Ellery Cup.

use super::discovery::{Candidate, Guess};
use crate::gazetteer::{Gazetteer, Kind};
use crate::lexicon::Tags;
use crate::text::Text;

/// So many words may stand between a name and the word for the event.
const WORDS_BETWEEN: usize = 2;

/// Whether the name only says which event is meant.
pub(super) fn is_of_event(text: &Text, candidate: &Candidate, gazetteer: &Gazetteer) -> bool {
    let kind = match candidate.guess {
        Guess::Known(entities) => {
            let Some(&first) = entities.first() else { return false };
            gazetteer.entity_at(first).kind()
        }
        Guess::Discovered { kind, .. } => kind,
        Guess::Short(_) => Kind::Organization,
    };
    if kind == Kind::Person {
        return false;
    }
    let end = candidate.tokens.end;
    for at in end..(end + WORDS_BETWEEN + 1).min(text.tokens.len()) {
        let token = &text.tokens[at];
        if !token.is_capitalized() || !token.spaced || token.has(Tags::FUNCTION) {
            return false;
        }
        if token.has(Tags::EVENT) {
            return true;
        }
    }
    false
}
