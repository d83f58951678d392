//! What frames the words of an article: datelines, notes of the publisher, and what stands between quotation marks.

use std::ops::Range;

use super::kinds::Kinds;
use super::units::Syntax;
use crate::lexicon::{PartSet, Word, WordClass};
use crate::text::{Shape, TokenKind};

/// No dateline has more units.
const LONGEST_DATELINE: usize = 14;

/// What stands in a dateline besides capitalized words and the date.
const DATELINE: Kinds = Kinds::NAME
    .union(Kinds::COMMA)
    .union(Kinds::STOP)
    .union(Kinds::NUMBER)
    .union(Kinds::OPEN_BRACKET)
    .union(Kinds::CLOSE_BRACKET);

/// In no more units `Editor’s note:` stands.
const LONGEST_LABEL: usize = 5;

impl Syntax<'_, '_> {
    /// `Editor’s note: …`, `Correction: …`: the paragraph is the publisher's.
    pub(crate) fn is_note(&self, paragraph: usize) -> bool {
        let Some(units) = self.paragraphs.get(paragraph) else { return false };
        // `This story has been updated to note that …`
        let told = |unit: usize, words: &[&str]| words.contains(&self.word(units.start + unit));
        if told(0, &["This"])
            && told(1, &["story", "article", "post", "report", "piece"])
            && told(2, &["has", "was"])
            && (told(3, &["updated", "corrected"]) || told(4, &["updated", "corrected"]))
        {
            return true;
        }
        let label = units.clone().take(LONGEST_LABEL).find(|&unit| self.is(unit, TokenKind::Colon));
        let Some(colon) = label.filter(|&colon| colon > units.start) else { return false };
        let first = self.word(units.start).to_lowercase();
        match self.word(colon - 1).to_lowercase().as_str() {
            // `Editor ’s note`, but not `Editors wrote a note`.
            "note" => matches!(&*first, "editor" | "editors" | "editor’s" | "editor's") && colon <= units.start + 3,
            "correction" | "clarification" => colon == units.start + 1,
            _ => false,
        }
    }

    /// Where a sentence begins after `PORT MARDEN, July 3 (Agency) —`, which opens its paragraph.
    pub(crate) fn after_dateline(&self, sentence: &Range<usize>) -> usize {
        let start = sentence.start;
        let opens = self.paragraphs.get(self.paragraph_of(start)).is_some_and(|paragraph| paragraph.start == start);
        if !opens || self.units.get(start).is_none_or(|first| first.shape != Shape::Upper) {
            return start;
        }
        let limit = sentence.end.min(start + LONGEST_DATELINE);
        let dash = (start + 1..limit).find(|&unit| self.is(unit, TokenKind::Dash));
        let belongs = |unit: usize| {
            let known = &self.units[unit];
            known.kinds.intersects(DATELINE)
                || matches!(known.shape, Shape::Upper | Shape::Capital)
                || known.tags.has(WordClass::CALENDAR)
        };
        match dash {
            Some(dash)
                if self.units[dash + 1..sentence.end].first().is_some_and(|next| next.shape != Shape::Lower)
                    && (start..dash).all(belongs) =>
            {
                dash + 1
            }
            _ => start,
        }
    }

    /// `“will not do,”`: the quoted words begin with a verb that has tense.
    pub(crate) fn quotes_predicate(&self, unit: usize) -> bool {
        self.units.get(unit).is_some_and(|known| known.is_quote() && known.part.is(PartSet::FINITE))
    }

    /// `was “satisfied” that`: a quoted span between a form of *be* and the clause that depends on it.
    pub(crate) fn holds_in_marks(&self, quote: usize) -> bool {
        let be = |at: usize| self.units.get(at).is_some_and(|known| known.part.is(PartSet::BE));
        let quoted = self.quote(quote).is_some() && !self.quotes_verb(quote);
        quoted && self.is_word(quote + 1, Word::That) && quote.checked_sub(1).is_some_and(be)
    }

    /// The quoted words hold a verb that has tense.
    pub(crate) fn quotes_verb(&self, unit: usize) -> bool {
        self.is_any(unit, Kinds::TENSED)
    }
}
