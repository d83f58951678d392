//! What a reporting noun reports: `her claim that …`, `the union’s threat to …`, `his advice was …`.

use std::ops::Range;

use smallvec::smallvec;

use super::content::{Content, Contents, Side};
use super::reporting_clause::ReportingClause;
use crate::lexicon::{Frames, Morphology, Tags, Word, WordClass};
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
            at + 1..self.end_inside_subject(report, at + 1, 1, sentence)
        } else if frames.contains(Frames::TO) && syntax.infinitive_begins(at) {
            // As with `of` below: `defended her decision to stay` tells of the decision, and is told by another verb.
            if !self.is_subject(report, sentence) {
                return None;
            }
            at..self.end_inside_subject(report, at, 0, sentence)
        } else if syntax.is_any_word(at, &[Word::Was, Word::Is, Word::Has]) && frames.contains(Frames::BE) {
            let start = self.predicate(frames, at + 1)?;
            start..self.clause_end(start, sentence.end)
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
        if syntax.has(verb, WordClass::AUXILIARY | WordClass::MODAL) {
            return true;
        }
        let end = self.clause_end(verb, sentence.end);
        let finite = (verb + 1..end).filter(|&at| self.may_be_finite(at)).count();
        syntax.has(verb, Morphology::PAST | Morphology::THIRD | Morphology::ED_FORM)
            && finite <= usize::from(self.is_subject(report, sentence))
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

    /// The end of a clause after a noun. Where the noun is the subject of its sentence, the sentence still needs its
    /// own verb: the first that is one too many for the clause, which has `own` finite verbs and one for each clause
    /// inside it. `His claim that {he knew the man who lied} surprised us.`
    fn end_inside_subject(&self, report: &ReportingClause, start: usize, own: usize, sentence: &Range<usize>) -> usize {
        let syntax = self.syntax;
        let end = self.clause_end(start, sentence.end);
        if !self.is_subject(report, sentence) {
            return end;
        }
        if let Some(verb) = syntax.predicate_of(report.verb).filter(|verb| start < verb.start) {
            return verb.start;
        }
        // The syntax has no verb for the noun: it is sought among the words that may be one.
        let mut wanted = own;
        let mut at = start;
        while at < end {
            if syntax.infinitive_begins(at) {
                at = self.group_end(at + 1, end);
                continue;
            }
            if self.opens_clause(at) && at > start {
                wanted += 1;
            }
            if !self.may_be_finite(at) || at == start {
                at += 1;
                continue;
            }
            let group = self.group_end(at, end);
            // `he lied and cheated`: the second verb goes with the first.
            let joined = syntax.has(at - 1, WordClass::CONJUNCTION);
            match wanted.checked_sub(1) {
                _ if joined => {}
                Some(rest) => wanted = rest,
                None => return self.with_adverbs(at, start),
            }
            if self.reports_bare_clause(group - 1) && self.clause_begins(group, end) {
                wanted += 1;
            }
            at = group;
        }
        end
    }

    /// Where a verb group begins: `never faded`, but `more was`.
    fn with_adverbs(&self, verb: usize, floor: usize) -> usize {
        let mut first = verb;
        while first > floor && self.is_only_adverb(first - 1) && !self.syntax.has(verb, WordClass::AUXILIARY) {
            first -= 1;
        }
        first
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

    /// A word that shows a new clause: `because`, `who`, or the `he` of a clause without such a word.
    fn opens_clause(&self, at: usize) -> bool {
        let syntax = self.syntax;
        let opens =
            |at: usize| syntax.has(at, WordClass::SUBORDINATOR | WordClass::WH) || syntax.is_word(at, Word::That);
        let pronoun = syntax.is_pronoun(at) && !syntax.has(at, WordClass::OBJECT | WordClass::WH);
        opens(at) || pronoun && !opens(at - 1) && !syntax.has(at - 1, WordClass::CONJUNCTION)
    }

    fn may_be_finite(&self, at: usize) -> bool {
        let syntax = self.syntax;
        let tags = Tags::from(WordClass::AUXILIARY | WordClass::MODAL)
            | Morphology::BASE
            | Morphology::THIRD
            | Morphology::PAST
            | Morphology::ED_FORM;
        syntax.has(at, tags)
            && (syntax.is_verb(at) || syntax.is_pronoun(at - 1))
            && !syntax.is_word(at - 1, Word::To)
            // `the votes cast by mail`
            && !(syntax.has(at, Morphology::PARTICIPLE | Morphology::ED_FORM) && syntax.is_word(at + 1, Word::By))
    }

    /// `was never convinced`, but not `was fair convinced`.
    fn is_only_adverb(&self, at: usize) -> bool {
        self.syntax.is_adverb(at) && self.syntax.has(at, WordClass::ADVERB | WordClass::NEGATION)
    }

    /// The end of a verb group: `would not have been told`.
    fn group_end(&self, first: usize, limit: usize) -> usize {
        let syntax = self.syntax;
        let mut at = first;
        // Behind an auxiliary only these go on with the group; `was high was` are two.
        let goes_on = |at: usize| syntax.is_any_word(at, &[Word::Be, Word::Been, Word::Being, Word::Have]);
        while at < limit
            && (self.is_only_adverb(at)
                || syntax.has(at, WordClass::AUXILIARY | WordClass::MODAL) && (at == first || goes_on(at)))
        {
            at += 1;
        }
        let helped = at > first;
        let verb = syntax.has(at, Morphology::VERB | Morphology::ED_FORM)
            && !syntax.has(at, WordClass::AUXILIARY | WordClass::MODAL);
        if at < limit && (verb || !helped) { at + 1 } else { at }
    }

    /// `he said the tax was low`: another finite verb belongs to the clause.
    fn reports_bare_clause(&self, verb: usize) -> bool {
        // One for a unit at most, in the order of the text.
        let found = self.reports.binary_search_by_key(&verb, |report| report.verb);
        found.is_ok_and(|at| self.reports[at].cue.frames.contains(Frames::BARE))
    }
}
