//! Where a clause ends that began at a unit, as far as marks and the words after them show.

use super::grammar::ChunkKind;
use super::kinds::Kinds;
use super::units::Syntax;
use crate::lexicon::Word;

impl Syntax<'_, '_> {
    /// The end of the verb's own clause: a comma that is no part of a list, or a conjunction with a new verb.
    pub(crate) fn clause_end(&self, start: usize, limit: usize) -> usize {
        let edges = Kinds::SEMICOLON | Kinds::DASH | Kinds::COMMA | Kinds::QUOTE;
        let mut from = start;
        while let Some(at) = self.find(from..limit, edges) {
            if self.is_any(at, Kinds::SEMICOLON | Kinds::DASH) {
                return at;
            }
            let comma = (self.is_comma(at) || self.ends_in_comma(at)) && at > start && at + 1 < limit;
            if comma {
                let next = at + 1;
                let opens = |unit: usize| {
                    self.chunk_kind(unit).is_some_and(ChunkKind::is_verbal)
                        || self.is_pronoun(unit)
                        || self.is_adverb(unit)
                };
                let ends = match self.chunk_kind(next) {
                    Some(ChunkKind::Conjunction) => self.is_word(next, Word::But) || opens(next + 1),
                    Some(ChunkKind::Relative) => true,
                    // `promised to leave, then stayed`, but not `talked of rushing, possibly even flying`
                    Some(ChunkKind::Participle | ChunkKind::Verb) => {
                        self.is_verb(next) || self.is_word(next, Word::Then)
                    }
                    Some(ChunkKind::Subordinator) => self.chunk_of(next).is_some_and(|chunk| self.opens_clause(chunk)),
                    _ => {
                        self.clause_begins_at(next, limit)
                            || self.is_pronoun(next)
                            || self.is_any_word(next, &[Word::As, Word::According])
                    }
                };
                if ends {
                    return if self.is_comma(at) { at } else { at + 1 };
                }
            }
            from = at + 1;
        }
        limit
    }

    /// A subject and its finite verb: a clause of its own, not one more thing in a list.
    pub(crate) fn clause_begins_at(&self, unit: usize, limit: usize) -> bool {
        self.clause_with_subject_at(unit, limit).is_some()
    }
}
