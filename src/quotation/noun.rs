//! What a reporting noun reports: `her claim that …`, `the union’s threat to …`, `his advice was …`.

use std::ops::Range;

use smallvec::smallvec;

use super::clause::{Clauses, Content, Side};
use super::cue::Report;
use crate::lexicon::{Frames, Tags, Word};
use crate::text::TokenKind;

impl Clauses<'_, '_, '_> {
    /// `his claim that CLAUSE`, `her promise to X`, `Trump’s advice to them was “QUOTE”`.
    pub(super) fn of_noun(&self, report: &Report, sentence: &Range<usize>) -> Option<Content> {
        let narration = self.narration;
        let frames = self.frames(report);
        let mut at = report.group.end;
        let mut addressee = None;
        if narration.is_word(at, Word::To) && frames.contains(Frames::BE) && !narration.infinitive_begins(at) {
            let phrase = narration.phrase_starting_at(at + 1, sentence.end)?;
            at = phrase.items.end;
            addressee = Some(phrase);
        }
        let part = if narration.is_word(at, Word::That)
            && frames.contains(Frames::CLAUSE)
            && !self.that_is_subject(report, at, sentence)
        {
            at + 1..self.end_inside_subject(report, at + 1, sentence)
        } else if frames.contains(Frames::TO) && narration.infinitive_begins(at) {
            // As with `of` below: `defended her decision to stay` tells of the decision, and is told by another verb.
            if !self.is_subject(report, sentence) {
                return None;
            }
            at..self.end_inside_subject(report, at, sentence)
        } else if narration.is_any_word(at, &[Word::Was, Word::Is, Word::Has]) && frames.contains(Frames::BE) {
            let start = self.predicate(frames, at + 1)?;
            start..self.clause_end(start, sentence.end)
        } else if narration.is(at, TokenKind::Colon) && narration.quote(at + 1).is_some() {
            // `her answer: “QUOTE,” she said`
            at + 1..at + 2
        } else if frames.contains(Frames::OF) && narration.is_word(at, Word::Of)
            || frames.contains(Frames::FOR) && narration.is_word(at, Word::For)
        {
            // Only as the subject: what is done to somebody’s call for a ban is another’s report more often than not.
            if !self.is_subject(report, sentence) {
                return None;
            }
            let end = narration.phrase_starting_at(at + 1, sentence.end)?.items.end;
            // `demand for a shorter week`: no time is told here.
            at + 1..end + usize::from(narration.is_time(end))
        } else {
            return None;
        };
        let part = self.trimmed(part);
        (!part.is_empty()).then(|| Content {
            parts: smallvec![part],
            side: Side::Right,
            addressee,
            colon: false,
            object: false,
        })
    }

    /// `its message that emerged`: the pronoun of a relative clause, since the word behind it has to be the verb.
    fn that_is_subject(&self, report: &Report, that: usize, sentence: &Range<usize>) -> bool {
        let narration = self.narration;
        let verb = that + 1;
        if narration.has(verb, Tags::AUXILIARY | Tags::MODAL) {
            return true;
        }
        let end = self.clause_end(verb, sentence.end);
        let finite = (verb + 1..end).filter(|&at| self.narration.is_finite(at)).count();
        narration.has(verb, Tags::PAST | Tags::THIRD | Tags::ED_FORM)
            && finite <= usize::from(self.is_subject(report, sentence))
    }

    /// Where the content begins behind `his advice was`: at a quotation, a that-clause, `whether …` or `to …`.
    fn predicate(&self, frames: Frames, at: usize) -> Option<usize> {
        let narration = self.narration;
        if narration.is_word(at, Word::That) {
            return Some(at + 1);
        }
        let fits = narration.quote(at).is_some()
            || narration.is_any_word(at, &[Word::Whether, Word::If])
            || frames.contains(Frames::TO) && narration.infinitive_begins(at);
        fits.then_some(at)
    }

    /// The end of what a noun reports: where the noun is the subject of its sentence, before the verb that it is the subject of.
    /// `His claim that {he knew the man who lied} surprised us.`
    fn end_inside_subject(&self, report: &Report, start: usize, sentence: &Range<usize>) -> usize {
        let end = self.clause_end(start, sentence.end);
        let verb = self.narration.predicate_of(report.verb).filter(|verb| start < verb.start);
        verb.map_or(end, |verb| verb.start)
    }

    /// Nothing governs the noun: it is the subject of its clause, or one of several.
    fn is_subject(&self, report: &Report, sentence: &Range<usize>) -> bool {
        let narration = self.narration;
        let Some(before) = report.subject.as_ref().and_then(|owner| owner.items.start.checked_sub(1)) else {
            return report.subject.is_some();
        };
        before < sentence.start
            || narration.is_comma(before)
            || narration.is(before, TokenKind::Semicolon)
            || narration.has(before, Tags::CONJUNCTION | Tags::SUBORDINATOR)
            || narration.is_word(before, Word::That)
    }
}
