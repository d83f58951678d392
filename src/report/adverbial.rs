//! When, where and how something was told, and what looks like it but is told itself: `said in May`, `said by May`.

use super::content::Contents;
use crate::lexicon::{Part, Word, WordClass};
use crate::syntax::Kinds;
use crate::text::TokenKind;

/// Prepositions that say what holds of the clause to come, where more than a bare noun follows: `without new staff`, but not
/// `said without hesitation`.
const OF_CLAUSE: &[Word] =
    &[Word::Despite, Word::Given, Word::Under, Word::Unlike, Word::Until, Word::Besides, Word::Within, Word::Without];

/// Determiners that make a phrase with `in`, `at`, `for` or `with` a part of what is told: `in those days`, `at its peak`, `for
/// most families`.
const QUANTITIES: &[Word] = &[
    Word::All,
    Word::Each,
    Word::Every,
    Word::Its,
    Word::Many,
    Word::More,
    Word::Most,
    Word::No,
    Word::Some,
    Word::Their,
    Word::These,
    Word::Those,
];

impl Contents<'_, '_, '_> {
    /// `said in May, `: the comma after when and where it was said, if one comes; else `at` itself.
    pub(super) fn comma_after_adverbials(&self, at: usize, limit: usize) -> usize {
        let mut end = at;
        while end < limit && !self.syntax.is_comma(end) {
            match self.adverbial_end(end, limit).filter(|&next| next > end && next < limit) {
                Some(next) => end = next,
                None => return at,
            }
        }
        if end < limit { end } else { at }
    }

    /// The end of the one adverbial that begins here, or `at` itself.
    pub(super) fn adverbial_end(&self, at: usize, limit: usize) -> Option<usize> {
        let syntax = self.syntax;
        // `said instead that`
        if syntax.is_adverb(at) || syntax.has(at, WordClass::ADVERB) && syntax.is_word(at + 1, Word::That) {
            return Some(at + 1);
        }
        if let Some(end) = syntax.time_end(at) {
            return Some(self.after_times(end, limit));
        }
        if syntax.is_at_first(at) {
            return Some(at + 2);
        }
        // `because of the cold`
        if syntax.is_word(at, Word::Because) && syntax.is_word(at + 1, Word::Of) {
            return syntax.phrase_starting_at(at + 2, limit).map(|phrase| phrase.units.end);
        }
        if syntax.has(at, WordClass::PREPOSITION) && !syntax.is_word(at, Word::That) {
            // `said as she turned round`: a clause, and nothing is told after it.
            if syntax.has(at, WordClass::SUBORDINATOR) && syntax.clause_with_subject_at(at + 1, limit).is_some() {
                return None;
            }
            if syntax.has(at + 1, WordClass::OBJECT) && !syntax.has(at + 1, WordClass::POSSESSIVE) {
                return Some(at + 2);
            }
            return syntax.phrase_starting_at(at + 1, limit).map(|phrase| {
                // The subject of the clause to come is not part of the adverbial: `in a statement Trump`.
                let mut end = syntax.after_outer_place(phrase.units.end, limit);
                // `responded in a way that hurt`
                if let Some(relative) = syntax.relative_clause_at(end) {
                    let edges = Kinds::COLON | Kinds::COMMA | Kinds::TERMINAL;
                    end = syntax.find(relative.clone(), edges).unwrap_or(relative.end);
                }
                self.after_times(end, limit)
            });
        }
        Some(at)
    }

    /// The end of the times and numbers that begin at `at`, or `at` itself: `4 March 2031`.
    fn after_times(&self, at: usize, limit: usize) -> usize {
        let is_other = |&unit: &usize| !self.syntax.is_time(unit) && !self.syntax.is(unit, TokenKind::Number);
        (at..limit).find(is_other).unwrap_or(at.max(limit))
    }

    /// `said without new staff, the ward would close`: such an adverbial may end in a comma.
    pub(super) fn may_pause(&self, at: usize) -> bool {
        self.syntax.is_any_word(at, OF_CLAUSE) || self.syntax.is_word(at, Word::Because)
    }

    /// `said by 2031 the lake would be gone`: the adverbial that goes from `at` to `end` belongs to what is told.
    pub(super) fn is_of_content(&self, at: usize, end: usize) -> bool {
        let syntax = self.syntax;
        if syntax.is_word(at, Word::Because) {
            return true;
        }
        if syntax.is_at_first(at) {
            return true;
        }
        let Some(phrase) = syntax.phrase_starting_at(at + 1, end) else { return false };
        let time = syntax.is_time(phrase.head) || syntax.is(phrase.head, TokenKind::Number);
        if syntax.is_any_word(at, OF_CLAUSE) {
            return phrase.units.len() > 1;
        }
        if syntax.is_any_word(at, &[Word::By, Word::From]) {
            return time;
        }
        // `said for years she had hidden it`, but not `has said for years she hid it`
        if syntax.is_word(at, Word::For) && time {
            return at
                .checked_sub(1)
                .and_then(|verb| syntax.chunk_of(verb))
                .is_some_and(|group| group.units.len() == 1);
        }
        let superlative = |unit: usize| {
            syntax.units[unit].part == Part::Superlative || syntax.is_any_word(unit, &[Word::Best, Word::Worst])
        };
        let extreme = !syntax.is_word(at, Word::With) && phrase.units.clone().any(superlative);
        let quantity = extreme || syntax.is_any_word(at + 1, QUANTITIES);
        let days = syntax.is_any_word(at + 1, &[Word::These, Word::Those]);
        syntax.is_any_word(at, &[Word::In, Word::At, Word::For, Word::With]) && quantity && (days || !time)
    }
}
