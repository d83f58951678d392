//! The content before its verb: `CLAUSE, S said` and `“QUOTE,” said S`.

use std::ops::Range;

use super::content::Contents;
use super::reporting_clause::{Construction, ReportingClause};
use crate::lexicon::{Frames, Word, WordClass};
use crate::text::{Shape, Token, TokenKind};

/// Subordinators of adverbial clauses, which hold nothing that is said: `When it rained and the crews left, he said`.
const ADVERBIAL_SUBORDINATORS: &[Word] =
    &[Word::After, Word::As, Word::Because, Word::Before, Word::If, Word::Since, Word::Until, Word::When, Word::While];

/// How many units of a speaker's phrase may stand before what was found of it.
const LONGEST_LEAD: usize = 8;

impl Contents<'_, '_, '_> {
    /// `CLAUSE, S V`, `“QUOTE,” S V`, `“QUOTE,” V S`.
    pub(super) fn left(&self, report: &ReportingClause, sentence: &Range<usize>) -> Option<Range<usize>> {
        let syntax = self.syntax;
        if !self.frames(report).intersects(Frames::QUOTE | Frames::BARE | Frames::CLAUSE)
            || matches!(report.construction, Construction::Shared | Construction::Participle)
            || self.is_relative(report)
        {
            return None;
        }
        let first = match (report.construction, &report.subject) {
            (Construction::After, _) | (_, None) => report.group.start,
            (_, Some(subject)) => subject.units.start.min(report.group.start),
        };
        let mut edge = first;
        while edge > sentence.start && syntax.is_adverb(edge - 1) {
            edge -= 1;
        }
        // `“QUOTE,” as S put it`, but not `“QUOTE” as S promised to …` or `CLAUSE, as the crowd cheered`.
        if edge > sentence.start + 1
            && syntax.is_word(edge - 1, Word::As)
            && syntax.quote(edge - 2).is_some_and(|quote| self.reaches_out(quote))
            && self.closes_sentence(report, sentence)
        {
            edge -= 1;
        }
        let pronoun = report.subject.as_ref().is_some_and(|subject| syntax.is_pronoun(subject.head));
        let edge = if pronoun { edge } else { self.start_of_speaker(edge, sentence.start) };
        if edge == sentence.start {
            return self.quote_of_last_sentence(report, edge, sentence);
        }
        let mut last = edge - 1;
        if syntax.is_comma(last) || syntax.is_dash(last) {
            last = last.checked_sub(1).filter(|&last| last >= sentence.start)?;
        }
        let quote = syntax.quote(last);
        if quote.is_none() && !syntax.is_comma(edge - 1) {
            return None;
        }
        // `on “This Morning,” Doe said`: a title inside the narrator's own phrase.
        if quote.is_some_and(|quote| self.quoted_spans[quote].is_title(syntax.text))
            && last > sentence.start
            && (syntax.has(last - 1, WordClass::PREPOSITION | WordClass::POSSESSIVE | WordClass::DETERMINER)
                || syntax.is_possessive(last - 1))
        {
            return None;
        }
        if quote.is_some() && self.is_reported_before(last, sentence) {
            return None;
        }
        let follows =
            quote.is_some() && (report.construction == Construction::After || self.closes_sentence(report, sentence));
        if quote.is_some_and(|quote| self.reaches_out(quote)) || follows || quote.is_some() && syntax.is_comma(edge - 1)
        {
            let start = self.left_start(last, sentence);
            // A whole quotation stands alone; words before it make it part of a clause.
            return Some(start..last + 1);
        }
        if quote.is_some()
            || self.has_right_that(report)
            || !self.frames(report).intersects(Frames::BARE | Frames::CLAUSE)
        {
            return None;
        }
        // A clause of the narrator: it needs a verb of its own, and the report must close the sentence or be parted.
        let start = self.clause_start(sentence);
        let after = report.end();
        let after = self.addressee(report, after, sentence.end).map_or(after, |(_, end)| end);
        // `CLAUSE, S said, CLAUSE` is told whole.
        let after = syntax.after_adverbs(after, sentence.end);
        let goes_on = syntax.is_comma(after) && after + 2 < sentence.end;
        let closes = self.closes_sentence(report, sentence) && !goes_on;
        let clause = start..last + 1;
        // `While it rains, he said` leads into a clause to come; with a comma of its own the clause is there.
        let whole = !syntax.has(start, WordClass::SUBORDINATOR | WordClass::WH)
                || clause.clone().any(|at| syntax.is_comma(at))
                // `What happened next is unclear, she said`
                || syntax.exceeds_openers_in(clause.clone())
                    && (!syntax.is_any_word(start, ADVERBIAL_SUBORDINATORS) || syntax.has_main_clause(clause.clone()));
        let told = syntax.has_main_verb(clause.clone())
            // `To sail when it is dark, she said, “is to …”`
            || syntax.infinitive_begins(start) && clause.clone().any(|at| syntax.is_finite(at))
            // `“We are glad” about the vote, she said`
            || syntax.quote(start).is_some_and(|quote| !self.quoted_spans[quote].opens_small(syntax.text))
            || self.is_headline(clause.clone(), report, sentence)
            // `The crew “did its best” on Monday, she said`
            || clause.clone().any(|at| at > start && syntax.quotes_predicate(at));
        (closes && whole && clause.len() >= 3 && told).then_some(clause)
    }

    /// `More rain on the way, say forecasters`: a headline, which no stop ends, may leave out its verb.
    fn is_headline(&self, clause: Range<usize>, report: &ReportingClause, sentence: &Range<usize>) -> bool {
        let syntax = self.syntax;
        let names = syntax.phrase_starting_at(clause.start, clause.end).is_some();
        let inverted = report.construction == Construction::After;
        let unstopped = !syntax.is_terminal(sentence.end - 1) && report.end() == sentence.end;
        clause.start == sentence.start
            && names
            && !clause.clone().any(|at| syntax.is_comma(at))
            && (inverted || unstopped)
            && syntax.is_comma(clause.end)
    }

    /// `“QUOTE,” Lundby council leader Jane Doe told them`: between a quotation and who speaks stand only words about him.
    fn start_of_speaker(&self, edge: usize, floor: usize) -> usize {
        let syntax = self.syntax;
        let mut quotes = syntax.quotes_in(floor.max(edge.saturating_sub(LONGEST_LEAD))..edge).iter().rev();
        let after_quote =
            quotes.find(|&&at| syntax.quote(at).is_some_and(|quote| self.reaches_out(quote))).map(|&quote| quote + 1);
        after_quote.filter(|&start| syntax.lead_to_speaker(start..edge)).unwrap_or(edge)
    }

    pub(super) fn has_right_that(&self, report: &ReportingClause) -> bool {
        self.syntax.is_word(report.group.end, Word::That)
    }

    /// Behind the report, with whom it tells, comes the end of the sentence, a comma, or an adverbial.
    fn closes_sentence(&self, report: &ReportingClause, sentence: &Range<usize>) -> bool {
        let syntax = self.syntax;
        let end = report.end();
        let closes = |end: usize| {
            // `told Reuters late on Friday`
            let end = syntax.after_adverbs(end, sentence.end);
            end >= sentence.end
                || syntax.is_terminal(end)
                || syntax.is_comma(end)
                || syntax.time_end(end).is_some()
                || syntax.has(end, WordClass::PREPOSITION) && !syntax.infinitive_begins(end)
        };
        closes(end) || self.addressee(report, end, sentence.end).is_some_and(|(_, end)| closes(end))
    }

    /// The quotation ends in a comma, a question or an exclamation: its sentence goes on after it.
    fn reaches_out(&self, quote: usize) -> bool {
        let quoted_span = &self.quoted_spans[quote];
        let pauses = |last: &Token| {
            last.is_terminal() || matches!(last.kind, TokenKind::Comma | TokenKind::Dash | TokenKind::Hyphen)
        };
        quoted_span.closed && quoted_span.last(self.syntax.text).is_some_and(pauses)
    }

    /// Where the content before a report begins: at the quotation, or at the words that lead into it.
    fn left_start(&self, last: usize, sentence: &Range<usize>) -> usize {
        let syntax = self.syntax;
        let Some(quote) = syntax.quote(last) else { return sentence.start };
        let quoted_span = &self.quoted_spans[quote];
        let inner = quoted_span.inner();
        let sentence_like = syntax.text.tokens.get(inner.start).is_some_and(|token| token.shape != Shape::Lower);
        if sentence_like && inner.len() > 2 || last == sentence.start {
            // Quotations side by side are told together.
            let mut start = last;
            // One that was never closed is from the paragraph before, whose break was lost.
            let closed = |at: usize| syntax.quote(at).is_some_and(|quote| self.quoted_spans[quote].closed);
            while start > sentence.start && closed(start - 1) {
                start -= 1;
            }
            return start;
        }
        self.clause_start(sentence)
    }

    /// The first unit of a sentence that is not `But` or `And` or a label.
    pub(super) fn clause_start(&self, sentence: &Range<usize>) -> usize {
        let syntax = self.syntax;
        if syntax.has(sentence.start, WordClass::CONJUNCTION) && sentence.len() > 1 {
            let comma = usize::from(syntax.is_comma(sentence.start + 1));
            return sentence.start + 1 + comma;
        }
        syntax.after_dateline(sentence)
    }

    /// `“Next time in Moscow?” Putin asked.`: the mark ended a sentence, but not the report.
    fn quote_of_last_sentence(
        &self,
        report: &ReportingClause,
        edge: usize,
        sentence: &Range<usize>,
    ) -> Option<Range<usize>> {
        let syntax = self.syntax;
        if edge != sentence.start || edge == 0 {
            return None;
        }
        let quote = syntax.quote(edge - 1)?;
        let addressed = self.addressee(report, report.group.end, sentence.end).map(|(_, end)| end);
        let closes = self.closes_sentence(report, sentence)
            || syntax.is_adverb(report.group.end)
            || !report.cue.particle.is_empty() && syntax.has(report.group.end - 1, WordClass::PREPOSITION)
            || addressed.is_some_and(|end| syntax.is_adverb(end));
        let same_paragraph = syntax.paragraph_of(edge - 1) == syntax.paragraph_of(edge);
        let last = self.quoted_spans[quote].last(syntax.text)?.kind;
        // A full stop there is a slip, which only a plain report that is nothing else makes good: not `Doe laughed.`
        let nothing_else = syntax.is_terminal(report.group.end)
            && report.construction != Construction::After
            && self.frames(report).contains(Frames::BARE);
        let asks = matches!(last, TokenKind::Question | TokenKind::Exclamation | TokenKind::Ellipsis)
            || last == TokenKind::Stop && nothing_else;
        let before = syntax.sentence_of(edge - 1);
        (closes && same_paragraph && asks && before.start == edge - 1).then_some(edge - 1..edge)
    }
}
