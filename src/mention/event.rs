//! Names that are part of an event's: the Marden Open, the Lundby Film Festival, the Ellery Cup.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::candidate::Candidate;
use crate::gazetteer::Kind;
use crate::lexicon::{NameCues, Part, PartSet, WordClass};
use crate::text::{Shape, Text, TokenKind};

/// The most words between a name and the word for the event.
const WORDS_BETWEEN: usize = 2;

/// The abbreviations that a text about matches counts, as it does points and never bodies: `seven RBI`.
pub(super) fn counted<'t>(text: &Text<'t>, parts: &[Part], candidates: &[Candidate]) -> FxHashSet<&'t str> {
    let is_counted = |candidate: &&Candidate| {
        let tokens = &text.tokens;
        let Range { start, end } = candidate.tokens;
        end == start + 1
            && candidate.kind == Kind::Organization
            && tokens[start].shape == Shape::Upper
            && start > 0
            && text.sentences.binary_search_by_key(&start, |sentence| sentence.start).is_err()
            && (tokens[start - 1].kind == TokenKind::Number || tokens[start - 1].has(WordClass::NUMERAL))
            && tokens
                .get(end)
                .is_none_or(|next| !next.is_word() || next.has(WordClass::FUNCTION) || parts[end].is(PartSet::PAST))
    };
    candidates.iter().filter(is_counted).map(|candidate| text.word(candidate.tokens.start)).collect()
}

/// Whether the name only says which event is meant.
pub(super) fn is_of_event(text: &Text, candidate: &Candidate) -> bool {
    let end = candidate.tokens.end;
    for at in end..(end + WORDS_BETWEEN + 1).min(text.tokens.len()) {
        let token = &text.tokens[at];
        if !token.is_capitalized() || !token.spaced || token.has(WordClass::FUNCTION) {
            return false;
        }
        if token.tells(NameCues::EVENT) {
            return candidate.kind != Kind::Person;
        }
    }
    false
}
