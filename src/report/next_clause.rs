//! Where the clause that holds a report gives way to the next one of the narrator's.

use std::ops::Range;

use super::content::{ContentKind, Contents, REACH, Start};
use super::reporting_clause::{Construction, ReportingClause};
use crate::lexicon::{CONSEQUENCES, Frames, Morphology, Part, Word, WordClass};
use crate::syntax::Chunk;
use crate::text::TokenKind;

/// A quotation so many units after its verb is what the verb reports.
const BESIDE: usize = 5;

impl Contents<'_, '_, '_> {
    /// Where another clause of the narrator's begins before `end`, in the sentence of the report.
    pub(super) fn end_before_next_clause(&self, index: usize, start: &Start, end: usize) -> usize {
        let report = &self.reports[index];
        let end = self.end_before_main_clause(report, start.at, end);
        let end = self.end_before_main_verb(report, start, end);
        if start.kind != ContentKind::Object {
            let end = self.end_before_event(report, start.at, end);
            return self.end_before_consequence(start.at, end);
        }
        let end = self.end_before_relative(index, start.at, end);
        self.end_before_inner_quotation(index, start.at, end)
    }

    /// `When she said it rained, the mayor left`: a report in front of the main clause ends before that.
    fn end_before_main_clause(&self, report: &ReportingClause, start: usize, end: usize) -> usize {
        let syntax = self.syntax;
        let sentence = syntax.sentence_of(start);
        // `Claiming it was late, she left`
        let opens = report.group.start == sentence.start && report.construction == Construction::Participle;
        if let Some(main) = report.subject.as_ref().filter(|main| opens && (start + 1..end).contains(&main.units.start))
        {
            return self.with_comma(main.units.start, start);
        }
        let Some(subject) = report.subject.as_ref().filter(|_| report.construction == Construction::Before) else {
            return end;
        };
        let opened =
            subject.units.start.checked_sub(1).filter(|&before| {
                before >= sentence.start && syntax.has(before, WordClass::SUBORDINATOR | WordClass::WH)
            });
        // `as he vowed if he won, he would go`: the clause in front is a part of what is reported.
        let asks = self.frames(report).contains(Frames::WH);
        if opened.is_none() || syntax.has(start, WordClass::SUBORDINATOR) && !asks {
            return end;
        }
        let Some(main) = syntax.main_subject_beside(report.verb) else { return end };
        if main.units.start <= start || main.units.start > end + 1 {
            return end;
        }
        let mut cut = main.units.start;
        while cut > start + 1 && (syntax.has(cut - 1, WordClass::CONJUNCTION) || syntax.is_adverb(cut - 1)) {
            cut -= 1;
        }
        // `When she spoke of rain, “it was bad,” the mayor said`: the quotation is the mayor's.
        if syntax.quote(cut - 1).is_some() && cut > start + 2 && syntax.is_comma(cut - 2) {
            cut -= 1;
        }
        let cut = if syntax.is_comma(cut - 1) && cut > start + 1 { cut - 1 } else { cut };
        cut.min(end)
    }

    /// `Brenk, who says the ferry is old, wrote that`, `Anyone questioning her lead can look it up`: after what describes a
    /// noun comes the verb that the noun is the subject of.
    fn end_before_main_verb(&self, report: &ReportingClause, start: &Start, end: usize) -> usize {
        let syntax = self.syntax;
        let Some(subject) = &report.subject else { return end };
        let described = match report.construction {
            Construction::Parenthetical if syntax.has(subject.head, WordClass::WH) => {
                syntax.antecedent_of_relative(subject.head).map(|noun| noun.head)
            }
            Construction::Participle => Some(subject.head),
            Construction::Before if syntax.has(report.verb, Morphology::GERUND) => Some(subject.head),
            // `A man who the police said fled to Lundby was charged`
            Construction::Before if syntax.is_verb_of_relative(start.at) => {
                let pronoun = subject.units.start.checked_sub(1);
                pronoun.and_then(|pronoun| syntax.antecedent_of_relative(pronoun)).map(|noun| noun.head)
            }
            _ => None,
        };
        let verb = described.and_then(|noun| syntax.predicate_of(noun)).map(|group| group.start);
        match verb.filter(|verb| (start.at + 1..end).contains(verb)) {
            Some(verb) => self.with_comma(verb, start.at),
            None => end,
        }
    }

    /// `said it would close, sending its shares down`
    fn end_before_consequence(&self, start: usize, end: usize) -> usize {
        let syntax = self.syntax;
        let told = (start..end).find(|&at| syntax.is_finite(at)).unwrap_or(end);
        let follows = |comma: &usize| syntax.is_comma(*comma) && syntax.is_any_word(comma + 1, CONSEQUENCES);
        (told + 1..end).find(follows).filter(|&comma| !syntax.quotes_any(comma..end)).unwrap_or(end)
    }

    /// `said he would sail, but the storm kept him`: what was told has shifted its tense, and what happened has not.
    fn end_before_event(&self, report: &ReportingClause, start: usize, end: usize) -> usize {
        let syntax = self.syntax;
        let had_done = |chunk: &Chunk| syntax.units[chunk.units.start].part == Part::HavePast && chunk.units.len() > 1;
        let shifted = |verb: usize| {
            let chunk = syntax.chunk_of(verb);
            chunk.is_some_and(|chunk| {
                let auxiliary = chunk.units.start;
                syntax.is_any_word(auxiliary, &[Word::Would, Word::Could, Word::Might]) || had_done(chunk)
            })
        };
        let told =
            (start..end).find(|&at| syntax.is_finite(at)).filter(|&verb| syntax.is_past(report.verb) && shifted(verb));
        let Some(told) = told else { return end };
        let perfect = syntax.chunk_of(told).is_some_and(had_done);
        let event = |comma: &usize| {
            let and = comma + 1;
            let clause = syntax.clause_with_subject_at(and + 1, end);
            let verb = clause.and_then(|clause| clause.verb).map(|verb| &syntax.chunks[verb]);
            syntax.is_comma(*comma)
                // `said they had been warned, and they left`: what had happened goes on in the past.
                && (syntax.is_word(and, Word::But) || syntax.is_word(and, Word::And) && !perfect)
                && !syntax.is_word(and + 1, Word::That)
                && verb.is_some_and(|verb| {
                    let first = syntax.units[verb.units.start].part;
                    verb.units.len() == 1 && first == Part::Past || verb.units.len() > 1 && first == Part::DoPast
                })
        };
        (told + 1..end).find(event).filter(|&comma| !syntax.quotes_any(comma..end)).unwrap_or(end)
    }

    /// `cited a letter, in which she called for “more”`: the words are in what the narrator adds.
    fn end_before_relative(&self, index: usize, start: usize, end: usize) -> usize {
        let syntax = self.syntax;
        let comma = self.reports[index + 1..].iter().take(8).take_while(|later| later.verb < end).find_map(|later| {
            let subject = later.subject.as_ref().filter(|_| later.construction == Construction::Before)?;
            let which = subject.units.start.checked_sub(1).filter(|&at| at > start && syntax.has(at, WordClass::WH))?;
            let comma = if syntax.has(which - 1, WordClass::PREPOSITION) { which.checked_sub(2)? } else { which - 1 };
            (syntax.is_comma(comma) && comma > start && syntax.quotes_any(later.group.end..end)).then_some(comma)
        });
        comma.filter(|&comma| !syntax.quotes_any(start..comma)).unwrap_or(end)
    }

    /// `printed her letter under a heading that said, “QUOTE”`: the words are the inner report's.
    fn end_before_inner_quotation(&self, index: usize, start: usize, end: usize) -> usize {
        let syntax = self.syntax;
        let inner = self.reports[index + 1..].iter().take(8).take_while(|later| later.verb < end).find(|later| {
            let after = later.group.end;
            matches!(
                later.construction,
                Construction::Before | Construction::Parenthetical | Construction::Participle | Construction::Shared
            ) && later.group.start > start
                && later.cue.frames.contains(Frames::QUOTE)
                && (after..end.min(after + BESIDE)).any(|at| self.is_whole_quotation(at))
        });
        let Some(inner) = inner else { return end };
        if syntax.quotes_any(start..inner.group.start) {
            return end;
        }
        let mut cut = match (&inner.subject, inner.construction) {
            (Some(subject), Construction::Before | Construction::Parenthetical) => {
                subject.units.start.min(inner.group.start)
            }
            _ => inner.group.start,
        };
        while cut > start + 1
            && (syntax.has(cut - 1, WordClass::CONJUNCTION | WordClass::SUBORDINATOR | WordClass::WH)
                || syntax.is_any_word(cut - 1, &[Word::By, Word::In, Word::While, Word::That])
                || syntax.is_comma(cut - 1))
        {
            cut -= 1;
        }
        if cut > start { cut } else { end }
    }

    /// `While she said it was “bad,” he warned that …`: an earlier report in a clause of its own has the quotation.
    pub(super) fn is_reported_before(&self, quote: usize, sentence: &Range<usize>) -> bool {
        let syntax = self.syntax;
        let introduced = quote.wrapping_sub(1);
        if syntax.is_comma(introduced) || syntax.is_dash(introduced) {
            return false;
        }
        let after = self.reports.partition_point(|report| report.verb < quote);
        let earlier = after.checked_sub(1).map(|last| &self.reports[last]).filter(|last| {
            last.verb >= sentence.start
                && !matches!(last.construction, Construction::Source | Construction::Noun | Construction::After)
        });
        let Some(subject) = earlier.and_then(|report| report.subject.as_ref()) else { return false };
        let Some(before) = subject.units.start.checked_sub(1).filter(|&before| before >= sentence.start) else {
            return false;
        };
        let relative = subject.units.len() == 1 && syntax.has(subject.head, WordClass::WH) && syntax.is_comma(before);
        let fronted = syntax.has(before, WordClass::SUBORDINATOR | WordClass::WH)
            && earlier.is_some_and(|report| {
                syntax.main_subject_beside(report.verb).is_some_and(|main| main.units.start > quote)
            });
        relative || fronted
    }

    /// `and in a letter praised`: after when, where or how.
    pub(super) fn after_adjunct(&self, at: usize, end: usize) -> usize {
        let syntax = self.syntax;
        let governs = syntax.is_any_word(at, &[Word::In, Word::On, Word::At, Word::During]);
        let phrase = if governs { syntax.phrase_starting_at(at + 1, end.min(at + 8)) } else { None };
        phrase.map_or(at, |phrase| phrase.units.end)
    }

    /// `said in May, when the ferry sank, “QUOTE.”`: nothing else in the sentence reports the words that end it.
    pub(super) fn quotation_at_end(&self, index: usize, after: usize, sentence: &Range<usize>) -> Option<usize> {
        let syntax = self.syntax;
        let report = &self.reports[index];
        let quote = *syntax.quotes_in(after + 1..sentence.end.min(after + REACH)).first()?;
        let introduced = syntax.is_comma(quote - 1) || syntax.is(quote - 1, TokenKind::Colon);
        let ends = quote + 1 >= sentence.end || syntax.is_terminal(quote + 1);
        let alone = self.reports.get(index + 1).is_none_or(|later| later.verb > quote);
        let fits = self.frames(report).contains(Frames::QUOTE)
            && !self.frames(report).contains(Frames::NONREPORT)
            && !report.negated
            && matches!(report.construction, Construction::Before | Construction::Parenthetical);
        (fits && introduced && ends && alone && self.is_whole_quotation(quote)).then_some(quote)
    }
}
