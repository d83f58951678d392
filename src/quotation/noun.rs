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
            at + 1..self.end_inside_subject(report, at + 1, 1, sentence)
        } else if frames.contains(Frames::TO) && narration.infinitive_begins(at) {
            // As with `of` below: `defended her decision to stay` tells of the decision, and is told by another verb.
            if !self.is_subject(report, sentence) {
                return None;
            }
            at..self.end_inside_subject(report, at, 0, sentence)
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
        let finite = (verb + 1..end).filter(|&at| self.may_be_finite(at)).count();
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

    /// The end of a clause behind a noun. Where the noun is the subject of its sentence, the sentence still needs its
    /// own verb: the first that is one too many for the clause, which has `own` finite verbs and one for each clause
    /// inside it. `His claim that {he knew the man who lied} surprised us.`
    fn end_inside_subject(&self, report: &Report, start: usize, own: usize, sentence: &Range<usize>) -> usize {
        let narration = self.narration;
        let end = self.clause_end(start, sentence.end);
        if !self.is_subject(report, sentence) {
            return end;
        }
        if let Some(verb) = narration.predicate_of(report.verb).filter(|verb| start < verb.start) {
            return verb.start;
        }
        // The syntax has no verb for the noun: it is sought among the words that may be one.
        let mut wanted = own;
        let mut at = start;
        while at < end {
            if narration.infinitive_begins(at) {
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
            let joined = narration.has(at - 1, Tags::CONJUNCTION);
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
        while first > floor && self.narration.is_adverb(first - 1) && !self.narration.has(verb, Tags::AUXILIARY) {
            first -= 1;
        }
        first
    }

    /// Nothing governs the noun: it is the subject of its clause.
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

    /// A word that shows a new clause: `because`, `who`, or the `he` of a clause without such a word.
    fn opens_clause(&self, at: usize) -> bool {
        let narration = self.narration;
        let opens = |at: usize| narration.has(at, Tags::SUBORDINATOR | Tags::WH) || narration.is_word(at, Word::That);
        let pronoun = narration.is_pronoun(at) && !narration.has(at, Tags::OBJECT | Tags::WH);
        opens(at) || pronoun && !opens(at - 1) && !narration.has(at - 1, Tags::CONJUNCTION)
    }

    fn may_be_finite(&self, at: usize) -> bool {
        let narration = self.narration;
        let tags = Tags::AUXILIARY | Tags::MODAL | Tags::BASE | Tags::THIRD | Tags::PAST | Tags::ED_FORM;
        narration.has(at, tags)
            && (narration.is_verb(at) || narration.is_pronoun(at - 1))
            && !narration.is_word(at - 1, Word::To)
            // `the votes cast by mail`
            && !(narration.has(at, Tags::PARTICIPLE | Tags::ED_FORM) && narration.is_word(at + 1, Word::By))
    }

    /// The end of a verb group: `would not have been told`.
    fn group_end(&self, first: usize, limit: usize) -> usize {
        let narration = self.narration;
        let mut at = first;
        // Behind an auxiliary only these go on with the group; `was high was` are two.
        let goes_on = |at: usize| narration.is_any_word(at, &[Word::Be, Word::Been, Word::Being, Word::Have]);
        while at < limit
            && (narration.is_adverb(at)
                || narration.has(at, Tags::AUXILIARY | Tags::MODAL) && (at == first || goes_on(at)))
        {
            at += 1;
        }
        let helped = at > first;
        let verb = narration.has(at, Tags::VERB | Tags::ED_FORM) && !narration.has(at, Tags::AUXILIARY | Tags::MODAL);
        if at < limit && (verb || !helped) { at + 1 } else { at }
    }

    /// `he said the tax was low`: another finite verb belongs to the clause.
    fn reports_bare_clause(&self, verb: usize) -> bool {
        // One for an item at most, in the order of the text.
        let found = self.reports.binary_search_by_key(&verb, |report| report.verb);
        found.is_ok_and(|at| self.reports[at].cue.frames.contains(Frames::BARE))
    }
}
