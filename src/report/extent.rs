//! Where the content after its verb ends.

use std::ops::Range;

use super::content::{ContentKind, Contents, Start};
use super::reporting_clause::{Construction, ReportingClause};
use crate::lexicon::{CueClass, Frames, Morphology, PersonCues, Word, WordClass};
use crate::syntax::Kinds;
use crate::text::TokenKind;

/// Punctuation that belongs to nothing at the edge of a content.
const OUTER: Kinds = Kinds::STOP
    .union(Kinds::COMMA)
    .union(Kinds::COLON)
    .union(Kinds::SEMICOLON)
    .union(Kinds::DASH)
    .union(Kinds::ELLIPSIS)
    .union(Kinds::OTHER);

impl Contents<'_, '_, '_> {
    /// The units of the content that begins at `start`.
    pub(super) fn extent(&self, index: usize, start: &Start, sentence: &Range<usize>) -> Range<usize> {
        let syntax = self.syntax;
        if start.kind == ContentKind::Quote {
            let mut end = start.at + 1;
            while end < sentence.end && syntax.quote(end).is_some() {
                end += 1;
            }
            return start.at..end;
        }
        let mut end = match start.kind {
            ContentKind::Object => {
                let end = syntax.clause_end(start.at, sentence.end);
                let end = self.end_before_own_quotation(start.at, end);
                self.end_of_object(&self.reports[index], start.at, end)
            }
            _ => sentence.end,
        };
        end = self.end_before_coordinated(&self.reports[index], start, end);
        // A later verb of the same or another speaker ends what this one reports.
        let opener = syntax.has(sentence.start, WordClass::SUBORDINATOR | WordClass::WH);
        if start.kind == ContentKind::Clause {
            end = self.narrator_returns(start.at, end);
            end = self.end_of_tail(start.at, end);
            end = syntax.before_clause_apposition(start.at, end);
        }
        let mut later = self.reports[index + 1..].iter().take(24).take_while(|later| later.verb < end).peekable();
        let parted = later.peek().and_then(|_| syntax.find(start.at..end, Kinds::SEMICOLON));
        for later in later {
            let subject = later.subject.as_ref().map_or(later.group.start, |subject| subject.units.start);
            let semicolon = parted.filter(|&at| at < later.verb);
            // `When she said it rained, the mayor replied`: the main clause is the mayor's.
            let main = opener
                && later.construction == Construction::Before
                && subject > start.at + 1
                && syntax.is_comma(subject - 1);
            if let Some(cut) = semicolon.or_else(|| main.then(|| subject - 1)) {
                end = cut;
                break;
            }
            // `one said “maybe” and another said “no”`
            let alike = syntax.quote(start.at).is_some()
                && syntax.is_any_word(start.at + 1, &[Word::And, Word::But])
                && later.construction == Construction::Before
                && subject == start.at + 2;
            if alike {
                end = start.at + 1;
                break;
            }
            if let Some(cut) = self.cut_before(later, start.at) {
                end = cut;
                break;
            }
        }
        end = self.end_before_next_clause(index, start, end);
        end = self.cut_before_source(start.at, end);
        self.trimmed(start.at..end)
    }

    /// `praised the plan: “QUOTE,” she said`: what follows the colon is a quotation of its own.
    pub(super) fn end_before_own_quotation(&self, start: usize, end: usize) -> usize {
        let mut quotes = self.syntax.quotes_in(start + 2..end + 1).iter();
        let opens = |&&quote: &&usize| self.syntax.is(quote - 1, TokenKind::Colon) && self.is_whole_quotation(quote);
        quotes.find(opens).map_or(end, |quote| quote - 1)
    }

    /// `criticized the plan {after the vote}`: when and where an object was spoken of is the narrator's to tell. What
    /// stands after a verb inside the object is not: `the plan that he made after the vote`, `of hiding it on Monday`.
    fn end_of_object(&self, report: &ReportingClause, start: usize, end: usize) -> usize {
        let syntax = self.syntax;
        if syntax.is_word(start, Word::To)
            || syntax.has(start, WordClass::NEGATION)
            || syntax.has(start, Morphology::GERUND)
        {
            return end;
        }
        for at in start + 1..end {
            // `called the vote on Sunday “childish”`: what is quoted after it is told too.
            if self.adjunct_begins(report, at, end) && !syntax.quotes_any(at..end) {
                return at;
            }
            let inner = syntax.is_any_word(at, &[Word::To, Word::That])
                || syntax.has(at, WordClass::WH)
                || syntax.has(at, Morphology::GERUND)
                || syntax.is_finite(at);
            if inner {
                break;
            }
        }
        end
    }

    /// `calling him a liar {and vowing to …}`, `praised the plan {and she left}`: what is coordinated with the report.
    fn end_before_coordinated(&self, report: &ReportingClause, start: &Start, end: usize) -> usize {
        let syntax = self.syntax;
        let gerund = syntax.has(report.verb, Morphology::GERUND);
        let object = start.kind == ContentKind::Object;
        let mut inside = false;
        for at in start.at + 1..end.saturating_sub(1) {
            if syntax.is_any(at, Kinds::COORDINATES) {
                let verb = syntax.after_adverbs(self.after_adjunct(at + 1, end), end);
                let alike = gerund && syntax.has(verb, Morphology::GERUND) && verb + 1 < end;
                let clause = object && syntax.clause_begins_at(at + 1, end);
                // `said it failed, but she praised …`
                let another = !object
                    && syntax.is_any_word(at + 1, &[Word::He, Word::She])
                    && syntax.is_past(report.verb)
                    && syntax.is_past(at + 2)
                    && self.report_begins(at + 1);
                // `said it was late and promised more`, but not `said it was late and would be dear`
                let again = syntax.joins_before(verb, report.verb) && (object && !inside || self.reports_again(verb));
                if !inside && (alike || clause || another) || again {
                    return self.with_comma(at, start.at);
                }
            }
            // Another such verb inside may be the one that goes on: then only what reports again is sure not to.
            let inner = syntax.has(at, WordClass::WH) || syntax.is_word(at, Word::That) || syntax.is_finite(at);
            inside |= gerund && syntax.has(at, Morphology::GERUND) || object && inner;
        }
        end
    }

    /// A verb that reports, without a modal verb before it.
    fn reports_again(&self, verb: usize) -> bool {
        let syntax = self.syntax;
        let group = syntax.chunk_of(verb).filter(|group| syntax.has(group.head, WordClass::CUE));
        group.is_some_and(|group| !group.units.clone().any(|unit| syntax.has(unit, WordClass::MODAL)))
    }

    /// `after the vote`, `as she left`, `on Monday`, `in an interview`, `by asking`.
    fn adjunct_begins(&self, report: &ReportingClause, at: usize, end: usize) -> bool {
        let syntax = self.syntax;
        let next = at + 1;
        if next >= end {
            return false;
        }
        if syntax.is_any_word(at, &[Word::After, Word::Before, Word::During, Word::Despite, Word::Following]) {
            return true;
        }
        if syntax.is_any_word(at, &[Word::When, Word::While, Word::As, Word::Since]) {
            let described = syntax.is_word(at, Word::As) && report.cue.frames.contains(Frames::AS);
            return !described && syntax.clause_begins_at(next, end);
        }
        if syntax.is_word(at, Word::Even) {
            return syntax.has(next, WordClass::SUBORDINATOR);
        }
        if syntax.is_word(at, Word::By) {
            return syntax.has(next, Morphology::GERUND);
        }
        if syntax.is_any_word(at, &[Word::In, Word::On, Word::At]) {
            let told = syntax.is_any_word(next, &[Word::A, Word::An])
                && syntax.phrase_starting_at(next, end).is_some_and(|phrase| {
                    syntax.has(phrase.head, WordClass::NOUN_CUE) || syntax.has(phrase.head, PersonCues::DOCUMENT_ROLE)
                });
            return told || syntax.has(next, WordClass::DAY | WordClass::MONTH);
        }
        false
    }

    /// Where the narrator adds to what was quoted, `“a look” at the bill, which would …`, or quotes anew after a colon.
    fn end_of_tail(&self, start: usize, end: usize) -> usize {
        let syntax = self.syntax;
        let anew = syntax.quotes_in(start + 1..end).iter().find(|&&at| {
            let opened = syntax.is(at - 1, TokenKind::Colon) || syntax.is_dash(at - 1);
            opened && syntax.goes_on_after(at) && self.report_begins(at + 1)
        });
        if let Some(&anew) = anew {
            return anew - 1;
        }
        let Some(&last) = syntax.quotes_in(start..end).last() else { return end };
        // `he is “excited where we stand” as he faces a test`
        let after = last + 1;
        if after < end
            && syntax.has(after, WordClass::SUBORDINATOR)
            && syntax.is_any_word(after, &[Word::As, Word::When, Word::While, Word::After, Word::Before])
            // `“brave” as a child`, `“ran the port” as mayor` describe, and belong to the words.
            && !(after + 1 < end && syntax.has(after + 1, WordClass::DETERMINER))
            && (!syntax.is_word(after, Word::As) || syntax.clause_begins_at(after + 1, end))
        {
            return after;
        }
        (last..end)
            .find(|&at| {
                let next = at + 1;
                (syntax.is_comma(at) && at > last || at == last && syntax.ends_in_comma(at))
                    && next < end
                    && (syntax.is_any_word(next, &[Word::Who, Word::Which, Word::Whose, Word::Part, Word::Something])
                        || syntax.has(next, Morphology::GERUND)
                        || at == last && syntax.has(next, WordClass::DETERMINER | WordClass::PREPOSITION))
            })
            .map_or(end, |at| if at == last { at + 1 } else { at })
    }

    /// Where a quotation that opens the content gives way to the narrator: `“Thank you” moments after polls closed`.
    fn narrator_returns(&self, start: usize, end: usize) -> usize {
        let syntax = self.syntax;
        let after = start + 1;
        let tail = syntax.quote(start).is_some()
            && after < end
            && (syntax.has(after, WordClass::SUBORDINATOR)
                && !syntax.is_any_word(after, &[Word::If, Word::That, Word::Because])
                || syntax.is_time(after)
                || syntax.is_word(after, Word::Moments));
        if tail { after } else { end }
    }

    /// Where a later report in the same sentence begins, when it stands beside this one and not inside it.
    fn cut_before(&self, later: &ReportingClause, from: usize) -> Option<usize> {
        let syntax = self.syntax;
        let first = match (later.construction, &later.subject) {
            (Construction::Before | Construction::Parenthetical, Some(subject)) => {
                subject.units.start.min(later.group.start)
            }
            _ => later.group.start,
        };
        if first <= from {
            return None;
        }
        let before = first - 1;
        match later.construction {
            // `told them it was late, adding`, `before noting`
            Construction::Participle => (syntax.is_comma(before)
                || syntax.is_dash(before)
                || syntax.is_any_word(before, &[Word::Before, Word::While])
                    && (syntax.is_word(later.group.end, Word::That) || syntax.quote(later.group.end).is_some()))
            .then_some(before),
            Construction::Before | Construction::Parenthetical => {
                let joined = syntax.is_any_word(
                    before,
                    &[Word::While, Word::And, Word::But, Word::Whereas, Word::As, Word::Although, Word::Though],
                ) && (syntax.is_comma(before.wrapping_sub(1))
                    || syntax.ends_in_comma(before.wrapping_sub(1))
                    || syntax.is_any_word(before, &[Word::While, Word::Whereas]));
                // `said they are popular, as buyers opt for them`
                let says = matches!(later.cue.class, CueClass::Speech | CueClass::Writing)
                    || later.cue.class == CueClass::Thought && syntax.tells_after(later.verb);
                (joined && says && before > from).then(|| self.with_comma(before, from))
            }
            Construction::Shared
            | Construction::After
            | Construction::Source
            | Construction::Noun
            | Construction::Agent => None,
        }
    }

    pub(super) fn with_comma(&self, at: usize, from: usize) -> usize {
        if at > from + 1 && self.syntax.is_comma(at - 1) { at - 1 } else { at }
    }

    /// `…, according to the police`: another source takes over.
    fn cut_before_source(&self, from: usize, end: usize) -> usize {
        let syntax = self.syntax;
        let after = syntax.cues.partition_point(|&cue| cue as usize <= from);
        let mut cues = syntax.cues[after..].iter().map(|&cue| cue as usize).take_while(|&cue| cue + 1 < end);
        cues.find(|&at| {
            syntax.is_word(at, Word::According)
                    && syntax.is_word(at + 1, Word::To)
                    && syntax.is_comma(at - 1)
                    // `said that, according to the police, it sank`: the source stands inside what is told.
                    && at - 1 > from
        })
        .map_or(end, |at| at - 1)
    }

    /// `Trump replied`, `she said`: somebody else's report, or the same speaker's next.
    fn report_begins(&self, at: usize) -> bool {
        let syntax = self.syntax;
        let subject = syntax.name(at).is_some() || syntax.is_pronoun(at);
        let clause = syntax.clause_with_subject_at(at, syntax.sentence_of(at).end).filter(|_| subject);
        clause.and_then(|clause| clause.verb).is_some_and(|verb| syntax.has(syntax.chunks[verb].head, WordClass::CUE))
    }

    pub(super) fn is_outer_punctuation(&self, unit: usize) -> bool {
        self.syntax.units[unit].kinds.intersects(OUTER)
    }
}
