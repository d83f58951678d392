//! Where the clause that holds a report gives way to the next one of the narrator's.

use std::ops::Range;

use super::clause::{Clauses, Kind, REACH, Start};
use super::cue::{Order, Report};
use crate::lexicon::{Frames, Tags, Word};
use crate::text::TokenKind;

/// A quotation so many items behind its verb is what the verb reports.
const BESIDE: usize = 5;

impl Clauses<'_, '_, '_> {
    /// Where another clause of the narrator's begins before `end`, in the sentence of the report.
    pub(super) fn end_before_next_clause(&self, index: usize, start: &Start, end: usize) -> usize {
        let report = &self.reports[index];
        let end = self.end_before_main_clause(report, start.at, end);
        let end = self.end_before_main_verb(report, start, end);
        if start.kind != Kind::Object {
            return end;
        }
        let end = self.end_before_relative(index, start.at, end);
        let end = self.end_before_own_verb(index, start.at, end);
        self.end_before_inner_quotation(index, start.at, end)
    }

    /// `When she said it rained, the mayor left`: a report in front of the main clause ends before that.
    fn end_before_main_clause(&self, report: &Report, start: usize, end: usize) -> usize {
        let narration = self.narration;
        let sentence = narration.sentence_of(start);
        let Some(subject) = report.subject.as_ref().filter(|_| report.order == Order::Before) else { return end };
        let opened = subject
            .items
            .start
            .checked_sub(1)
            .filter(|&before| before >= sentence.start && narration.has(before, Tags::SUBORDINATOR | Tags::WH));
        // `as he vowed if he won, he would go`: the clause in front is a part of what is reported.
        let asks = self.frames(report).contains(Frames::WH);
        if opened.is_none() || narration.has(start, Tags::SUBORDINATOR) && !asks {
            return end;
        }
        // `In May, when she said it rained, the mayor left`
        let from = opened.filter(|&at| !(sentence.start..at).any(|at| narration.is_verb(at)));
        let main = from
            .and_then(|from| narration.first_subject(from, sentence.end))
            .or_else(|| narration.first_subject(sentence.start, sentence.end));
        let Some(main) = main else { return end };
        if main.items.start <= start || main.items.start > end + 1 || narration.has(main.head, Tags::WH) {
            return end;
        }
        let mut cut = main.items.start;
        while cut > start + 1 && (narration.has(cut - 1, Tags::CONJUNCTION) || narration.is_adverb(cut - 1)) {
            cut -= 1;
        }
        // `When she spoke of rain, “it was bad,” the mayor said`: the quotation is the mayor's.
        if narration.quote(cut - 1).is_some() && cut > start + 2 && narration.is_comma(cut - 2) {
            cut -= 1;
        }
        let cut = if narration.is_comma(cut - 1) && cut > start + 1 { cut - 1 } else { cut };
        cut.min(end)
    }

    /// `Brenk, who says the ferry is old, wrote that`: behind the aside comes the verb of the subject before it.
    fn end_before_main_verb(&self, report: &Report, start: &Start, end: usize) -> usize {
        let narration = self.narration;
        let aside = |at: usize| at > 0 && (narration.is_comma(at - 1) || narration.is_dash(at - 1));
        let opened = match (&report.subject, report.order) {
            (Some(subject), Order::Parted) => {
                subject.items.len() == 1 && narration.has(subject.head, Tags::WH) && aside(subject.head)
            }
            (Some(subject), Order::Participle) => {
                aside(report.group.start) && subject.items.end + 1 == report.group.start
            }
            _ => false,
        };
        if !opened {
            return end;
        }
        let told = |items: Range<usize>| start.kind == Kind::Object || items.clone().any(|at| narration.is_verb(at));
        (start.at + 1..end)
            .filter(|&at| narration.is_comma(at) || narration.ends_in_comma(at))
            .take_while(|&at| !narration.has(at + 1, Tags::WH))
            .find(|&at| {
                let verb = narration.behind_adverbs(at + 1, at + 4);
                let finite = narration.is_verb(verb) && !narration.has(verb, Tags::GERUND | Tags::PARTICIPLE)
                    || narration.has(verb, Tags::AUXILIARY | Tags::MODAL | Tags::CUE)
                        && narration.is_verb(verb)
                        && !narration.has(verb, Tags::GERUND);
                verb < end && finite && told(start.at..at)
            })
            .map_or(end, |at| if narration.is_comma(at) { at } else { at + 1 })
    }

    /// `cited a letter, in which she called for “more”`: the words are in what the narrator adds.
    fn end_before_relative(&self, index: usize, start: usize, end: usize) -> usize {
        let narration = self.narration;
        let comma = self.reports[index + 1..].iter().take(8).take_while(|later| later.verb < end).find_map(|later| {
            let subject = later.subject.as_ref().filter(|_| later.order == Order::Before)?;
            let which = subject.items.start.checked_sub(1).filter(|&at| at > start && narration.has(at, Tags::WH))?;
            let comma = if narration.has(which - 1, Tags::PREPOSITION) { which.checked_sub(2)? } else { which - 1 };
            (narration.is_comma(comma) && comma > start && narration.quotes_any(later.group.end..end)).then_some(comma)
        });
        comma.filter(|&comma| !narration.quotes_any(start..comma)).unwrap_or(end)
    }

    /// `Anyone questioning her lead can look it up`: the verb of the noun that the participle belongs to.
    fn end_before_own_verb(&self, index: usize, start: usize, end: usize) -> usize {
        let narration = self.narration;
        let report = &self.reports[index];
        let bare = report.order == Order::Before
            && report.group.start == report.verb
            && narration.has(report.verb, Tags::GERUND)
            && report.subject.as_ref().is_some_and(|subject| {
                subject.items.end == report.verb && subject.items.start == narration.sentence_of(start).start
            });
        if !bare {
            return end;
        }
        let inner = |at: usize| {
            narration.has(at, Tags::WH | Tags::SUBORDINATOR | Tags::SUBJECT)
                || narration.is_word(at, Word::That)
                || narration.is_comma(at)
                || narration.quote(at).is_some()
        };
        let verb = (start + 1..end).take_while(|&at| !inner(at)).find(|&at| {
            narration.has(at, Tags::MODAL | Tags::AUXILIARY)
                && !narration.has(at, Tags::GERUND)
                && !narration.is_word(at - 1, Word::To)
        });
        verb.unwrap_or(end)
    }

    /// `printed her letter under a heading that said, “QUOTE”`: the words are the inner report's.
    fn end_before_inner_quotation(&self, index: usize, start: usize, end: usize) -> usize {
        let narration = self.narration;
        let inner = self.reports[index + 1..].iter().take(8).take_while(|later| later.verb < end).find(|later| {
            let behind = later.group.end;
            matches!(later.order, Order::Before | Order::Parted | Order::Participle | Order::Shared)
                && later.group.start > start
                && later.cue.frames.contains(Frames::QUOTE)
                && (behind..end.min(behind + BESIDE)).any(|at| self.is_whole_quotation(at))
        });
        let Some(inner) = inner else { return end };
        if narration.quotes_any(start..inner.group.start) {
            return end;
        }
        let mut cut = match (&inner.subject, inner.order) {
            (Some(subject), Order::Before | Order::Parted) => subject.items.start.min(inner.group.start),
            _ => inner.group.start,
        };
        while cut > start + 1
            && (narration.has(cut - 1, Tags::CONJUNCTION | Tags::SUBORDINATOR | Tags::WH)
                || narration.is_any_word(cut - 1, &[Word::By, Word::In, Word::While, Word::That])
                || narration.is_comma(cut - 1))
        {
            cut -= 1;
        }
        if cut > start { cut } else { end }
    }

    /// `While she said it was “bad,” he warned that …`: an earlier report in a clause of its own has the quotation.
    pub(super) fn is_reported_before(&self, quote: usize, sentence: &Range<usize>) -> bool {
        let narration = self.narration;
        let introduced = quote.wrapping_sub(1);
        if narration.is_comma(introduced) || narration.is_dash(introduced) {
            return false;
        }
        let behind = self.reports.partition_point(|report| report.verb < quote);
        let earlier = behind.checked_sub(1).map(|last| &self.reports[last]).filter(|last| {
            last.verb >= sentence.start && !matches!(last.order, Order::Source | Order::Noun | Order::After)
        });
        let Some(subject) = earlier.and_then(|report| report.subject.as_ref()) else { return false };
        let Some(before) = subject.items.start.checked_sub(1).filter(|&before| before >= sentence.start) else {
            return false;
        };
        let relative = subject.items.len() == 1 && narration.has(subject.head, Tags::WH) && narration.is_comma(before);
        let fronted = narration.has(before, Tags::SUBORDINATOR | Tags::WH)
            && narration.first_subject(sentence.start, sentence.end).is_some_and(|main| main.items.start > quote);
        relative || fronted
    }

    /// `and in a letter praised`: behind when, where or how.
    pub(super) fn behind_adjunct(&self, at: usize, end: usize) -> usize {
        let narration = self.narration;
        let governs = narration.is_any_word(at, &[Word::In, Word::On, Word::At, Word::During]);
        let phrase = if governs { narration.phrase_starting_at(at + 1, end.min(at + 8)) } else { None };
        phrase.map_or(at, |phrase| phrase.items.end)
    }

    /// `said in May, when the ferry sank, “QUOTE.”`: nothing else in the sentence reports the words that end it.
    pub(super) fn quotation_at_end(&self, index: usize, behind: usize, sentence: &Range<usize>) -> Option<usize> {
        let narration = self.narration;
        let report = &self.reports[index];
        let quote = *narration.quotes_in(behind + 1..sentence.end.min(behind + REACH)).first()?;
        let introduced = narration.is_comma(quote - 1) || narration.is(quote - 1, TokenKind::Colon);
        let ends = quote + 1 >= sentence.end || narration.is_terminal(quote + 1);
        let alone = self.reports.get(index + 1).is_none_or(|later| later.verb > quote);
        let fits = self.frames(report).contains(Frames::QUOTE)
            && !self.frames(report).contains(Frames::NOT_ALONE)
            && !report.negated
            && matches!(report.order, Order::Before | Order::Parted);
        (fits && introduced && ends && alone && self.is_whole_quotation(quote)).then_some(quote)
    }
}
