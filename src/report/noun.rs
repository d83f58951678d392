//! What a reporting noun reports: `her claim that …`, `the union’s threat to …`, `his advice was …`.

use std::ops::Range;

use smallvec::smallvec;

use super::content::{Content, Contents, Side};
use super::reporting_clause::ReportingClause;
use crate::lexicon::{Frames, Word, WordClass};
use crate::text::TokenKind;

impl Contents<'_, '_, '_> {
    /// `his claim that CLAUSE`, `her promise to X`, `Trump’s advice to them was “QUOTE”`.
    pub(super) fn of_noun(&self, report: &ReportingClause, sentence: &Range<usize>) -> Option<Content> {
        let syntax = self.syntax;
        let frames = self.frames(report);
        let mut at = report.group.end;
        let mut addressee = None;
        if syntax.is_word(at, Word::To) && frames.contains(Frames::BE) && !syntax.infinitive_begins(at) {
            let phrase = syntax.phrase_starting_at(at + 1, sentence.end)?;
            at = phrase.units.end;
            addressee = Some(phrase);
        }
        let part = if syntax.is_word(at, Word::That)
            && frames.contains(Frames::CLAUSE)
            && !self.that_is_subject(report, at, sentence)
        {
            at + 1..self.end_inside_subject(report, at + 1, sentence)
        } else if frames.contains(Frames::TO) && syntax.infinitive_begins(at) {
            // As with `of` below: `defended her decision to stay` tells of the decision, and is told by another verb.
            if !self.is_subject(report, sentence) {
                return None;
            }
            at..self.end_inside_subject(report, at, sentence)
        } else if syntax.is_any_word(at, &[Word::Was, Word::Is, Word::Has]) && frames.contains(Frames::BE) {
            let start = self.predicate(frames, at + 1)?;
            start..syntax.clause_end(start, sentence.end)
        } else if syntax.is(at, TokenKind::Colon) && syntax.quote(at + 1).is_some() {
            // `her answer: “QUOTE,” she said`
            at + 1..at + 2
        } else if frames.contains(Frames::OF) && syntax.is_word(at, Word::Of)
            || frames.contains(Frames::FOR) && syntax.is_word(at, Word::For)
        {
            // Only as the subject: what is done to somebody’s call for a ban is another’s report more often than not.
            if !self.is_subject(report, sentence) {
                return None;
            }
            let end = syntax.phrase_starting_at(at + 1, sentence.end)?.units.end;
            // `demand for a shorter week`: no time is told here.
            at + 1..end + usize::from(syntax.is_time(end))
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

    /// `its message that emerged`: the pronoun of a relative clause, since the word after it has to be the verb.
    fn that_is_subject(&self, report: &ReportingClause, that: usize, sentence: &Range<usize>) -> bool {
        let syntax = self.syntax;
        let verb = that + 1;
        if !syntax.is_finite(verb) {
            return false;
        }
        let end = syntax.clause_end(verb, sentence.end);
        let finite = (verb + 1..end).filter(|&at| syntax.is_finite(at)).count();
        finite <= usize::from(self.is_subject(report, sentence))
    }

    /// Where the content begins after `his advice was`: at a quotation, a that-clause, `whether …` or `to …`.
    fn predicate(&self, frames: Frames, at: usize) -> Option<usize> {
        let syntax = self.syntax;
        if syntax.is_word(at, Word::That) {
            return Some(at + 1);
        }
        let fits = syntax.quote(at).is_some()
            || syntax.is_any_word(at, &[Word::Whether, Word::If])
            || frames.contains(Frames::TO) && syntax.infinitive_begins(at);
        fits.then_some(at)
    }

    /// The end of a clause after a noun. Where the noun is the subject of its sentence, that is where the verb of the noun
    /// begins: `His claim that {he knew the man who lied} surprised us.`
    fn end_inside_subject(&self, report: &ReportingClause, start: usize, sentence: &Range<usize>) -> usize {
        let syntax = self.syntax;
        let end = syntax.clause_end(start, sentence.end);
        if !self.is_subject(report, sentence) {
            return end;
        }
        syntax.predicate_of(report.verb).filter(|verb| start < verb.start).map_or(end, |verb| verb.start)
    }

    /// Nothing governs the noun: it is the subject of its clause.
    fn is_subject(&self, report: &ReportingClause, sentence: &Range<usize>) -> bool {
        let syntax = self.syntax;
        let Some(before) = report.subject.as_ref().and_then(|owner| owner.units.start.checked_sub(1)) else {
            return report.subject.is_some();
        };
        before < sentence.start
            || syntax.is_comma(before)
            || syntax.is(before, TokenKind::Semicolon)
            || syntax.has(before, WordClass::CONJUNCTION | WordClass::SUBORDINATOR)
            || syntax.is_word(before, Word::That)
    }
}
