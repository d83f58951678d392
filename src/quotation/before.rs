//! The content before its verb: `CLAUSE, S said` and `“QUOTE,” said S`.

use std::ops::Range;

use super::clause::Clauses;
use super::cue::{Order, Report};
use super::opens_small;
use crate::lexicon::{Frames, Tags, Word};
use crate::text::{Shape, Token, TokenKind};

/// How many items of a speaker's phrase may stand before what was found of it.
const LONGEST_LEAD: usize = 8;

impl Clauses<'_, '_, '_> {
    /// `CLAUSE, S V`, `“QUOTE,” S V`, `“QUOTE,” V S`.
    pub(super) fn left(&self, report: &Report, sentence: &Range<usize>) -> Option<Range<usize>> {
        let narration = self.narration;
        if !self.frames(report).intersects(Frames::QUOTE | Frames::BARE | Frames::CLAUSE)
            || matches!(report.order, Order::Shared | Order::Participle)
            || self.is_relative(report)
        {
            return None;
        }
        let first = match (report.order, &report.subject) {
            (Order::After, _) | (_, None) => report.group.start,
            (_, Some(subject)) => subject.items.start.min(report.group.start),
        };
        let mut edge = first;
        while edge > sentence.start && narration.is_adverb(edge - 1) {
            edge -= 1;
        }
        // `“QUOTE,” as S put it`, but not `“QUOTE” as S promised to …` or `CLAUSE, as the crowd cheered`.
        if edge > sentence.start + 1
            && narration.is_word(edge - 1, Word::As)
            && narration.quote(edge - 2).is_some_and(|quote| self.reaches_out(quote))
            && self.closes_sentence(report, sentence)
        {
            edge -= 1;
        }
        let pronoun = report.subject.as_ref().is_some_and(|subject| narration.is_pronoun(subject.head));
        let edge = if pronoun { edge } else { self.start_of_speaker(edge, sentence.start) };
        if edge == sentence.start {
            return self.quote_of_last_sentence(report, edge, sentence);
        }
        let mut last = edge - 1;
        if narration.is_comma(last) || narration.is_dash(last) {
            last = last.checked_sub(1).filter(|&last| last >= sentence.start)?;
        }
        let quote = narration.quote(last);
        if quote.is_none() && !narration.is_comma(edge - 1) {
            return None;
        }
        // `on “This Morning,” Doe said`: a title inside the narrator's own phrase.
        if quote.is_some_and(|quote| self.stretches[quote].is_title(narration.text))
            && last > sentence.start
            && (narration.has(last - 1, Tags::PREPOSITION | Tags::POSSESSIVE | Tags::DETERMINER)
                || narration.is_possessive(last - 1))
        {
            return None;
        }
        if quote.is_some() && self.is_reported_before(last, sentence) {
            return None;
        }
        let follows = quote.is_some() && (report.order == Order::After || self.closes_sentence(report, sentence));
        if quote.is_some_and(|quote| self.reaches_out(quote))
            || follows
            || quote.is_some() && narration.is_comma(edge - 1)
        {
            let start = self.left_start(last, sentence);
            // A whole quotation stands alone; words before it make it part of a clause.
            return Some(start..last + 1);
        }
        if quote.is_some() || self.has_right_that(report) {
            return None;
        }
        // A clause of the narrator: it needs a verb of its own, and the report must close the sentence or be parted.
        let start = self.clause_start(sentence);
        let behind = match (report.order, &report.subject) {
            (Order::After, Some(subject)) => subject.items.end,
            _ => report.group.end,
        };
        // `CLAUSE, S said, CLAUSE` is told whole.
        let goes_on = narration.is_comma(behind) && behind + 2 < sentence.end;
        let closes = self.closes_sentence(report, sentence) && !goes_on;
        let clause = start..last + 1;
        // `While it rains, he said` leads into a clause to come; with a comma of its own the clause is there.
        let whole =
            !narration.has(start, Tags::SUBORDINATOR | Tags::WH) || clause.clone().any(|at| narration.is_comma(at));
        let told = clause.clone().any(|at| narration.is_verb(at))
            // `“We are glad” about the vote, she said`
            || narration.quote(start).is_some_and(|quote| !opens_small(narration, &self.stretches[quote]))
            // `The crew “did its best” on Monday, she said`
            || clause.clone().any(|at| at > start && self.opens_with_verb(at));
        (closes && whole && clause.len() >= 3 && told).then_some(clause)
    }

    /// `“QUOTE,” Lundby council leader Jane Doe told them`: between a quotation and who speaks stand only words about him.
    fn start_of_speaker(&self, edge: usize, floor: usize) -> usize {
        let narration = self.narration;
        let mut quotes = narration.quotes_in(floor.max(edge.saturating_sub(LONGEST_LEAD))..edge).iter().rev();
        let behind_quote = quotes
            .find(|&&at| narration.quote(at).is_some_and(|quote| self.reaches_out(quote)))
            .map(|&quote| quote + 1);
        behind_quote.filter(|&start| narration.lead_to_speaker(start..edge)).unwrap_or(edge)
    }

    pub(super) fn has_right_that(&self, report: &Report) -> bool {
        self.narration.is_word(report.group.end, Word::That)
    }

    /// Behind the report comes the end of the sentence, a comma, or an adverbial.
    fn closes_sentence(&self, report: &Report, sentence: &Range<usize>) -> bool {
        let narration = self.narration;
        let end = match (report.order, &report.subject) {
            (Order::After, Some(subject)) => subject.items.end,
            _ => report.group.end,
        };
        end >= sentence.end
            || narration.is_terminal(end)
            || narration.is_comma(end)
            || narration.is_time(end)
            || narration.has(end, Tags::PREPOSITION) && !narration.infinitive_begins(end)
    }

    /// The quotation ends in a comma, a question or an exclamation: its sentence goes on behind it.
    fn reaches_out(&self, quote: usize) -> bool {
        let stretch = &self.stretches[quote];
        let pauses = |last: &Token| {
            last.is_terminal() || matches!(last.kind, TokenKind::Comma | TokenKind::Dash | TokenKind::Hyphen)
        };
        stretch.closed && stretch.last(self.narration.text).is_some_and(pauses)
    }

    /// Where the content before a report begins: at the quotation, or at the words that lead into it.
    fn left_start(&self, last: usize, sentence: &Range<usize>) -> usize {
        let narration = self.narration;
        let Some(quote) = narration.quote(last) else { return sentence.start };
        let stretch = &self.stretches[quote];
        let inner = stretch.inner();
        let sentence_like = narration.text.tokens.get(inner.start).is_some_and(|token| token.shape != Shape::Lower);
        if sentence_like && inner.len() > 2 || last == sentence.start {
            // Quotations side by side are told together.
            let mut start = last;
            // One that was never closed is from the paragraph before, whose break was lost.
            let closed = |at: usize| narration.quote(at).is_some_and(|quote| self.stretches[quote].closed);
            while start > sentence.start && closed(start - 1) {
                start -= 1;
            }
            return start;
        }
        self.clause_start(sentence)
    }

    /// The first item of a sentence that is not `But` or `And` or a label.
    pub(super) fn clause_start(&self, sentence: &Range<usize>) -> usize {
        let narration = self.narration;
        if narration.has(sentence.start, Tags::CONJUNCTION) && sentence.len() > 1 {
            let comma = usize::from(narration.is_comma(sentence.start + 1));
            return sentence.start + 1 + comma;
        }
        narration.behind_dateline(sentence)
    }

    /// `“Next time in Moscow?” Putin asked.`: the mark ended a sentence, but not the report.
    fn quote_of_last_sentence(&self, report: &Report, edge: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
        let narration = self.narration;
        if edge != sentence.start || edge == 0 {
            return None;
        }
        let quote = narration.quote(edge - 1)?;
        let addressed = self.addressee(report, report.group.end, sentence.end).map(|(_, end)| end);
        let closes = self.closes_sentence(report, sentence)
            || narration.is_adverb(report.group.end)
            || !report.cue.particle.is_empty() && narration.has(report.group.end - 1, Tags::PREPOSITION)
            || addressed.is_some_and(|end| {
                end >= sentence.end
                    || narration.is_terminal(end)
                    || narration.is_time(end)
                    || narration.is_comma(end)
                    || narration.is_adverb(end)
                    || narration.has(end, Tags::PREPOSITION)
            });
        let same_paragraph = narration.paragraph_of(edge - 1) == narration.paragraph_of(edge);
        let last = self.stretches[quote].last(narration.text)?.kind;
        // A full stop there is a slip, which only a plain report that is nothing else makes good: not `Doe laughed.`
        let nothing_else = narration.is_terminal(report.group.end)
            && report.order != Order::After
            && self.frames(report).contains(Frames::BARE);
        let asks = matches!(last, TokenKind::Question | TokenKind::Exclamation | TokenKind::Ellipsis)
            || last == TokenKind::Stop && nothing_else;
        let before = narration.sentence_of(edge - 1);
        (closes && same_paragraph && asks && before.start == edge - 1).then_some(edge - 1..edge)
    }
}
