//! What a reporting verb reports: the clause or quotation after it or before it.

use std::cell::OnceCell;
use std::ops::Range;

use smallvec::{SmallVec, smallvec};

use super::reporting_clause::{Construction, ReportingClause};
use crate::lexicon::{Frames, Morphology, PersonCues, Word, WordClass};
use crate::syntax::Phrase;
use crate::syntax::Syntax;
use crate::text::QuotedSpan;
use crate::text::TokenKind;

/// Where the content stands with respect to its cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// Trump said he would.
    Right,
    /// He would, Trump said.
    Left,
    /// “He would,” Trump said, “and soon.”
    Both,
}

/// Unit ranges, in the order of the text; more than two are rare.
pub(crate) type Parts = SmallVec<[Range<usize>; 2]>;

/// The content of a report.
#[derive(Clone, Debug)]
pub(crate) struct Content {
    pub(crate) parts: Parts,
    pub(crate) side: Side,
    pub(crate) addressee: Option<Phrase>,
    /// A colon introduces it.
    pub(crate) colon: bool,
    /// It is an object or an infinitive of the verb, not a clause or a quotation.
    pub(crate) object: bool,
}

impl Content {
    /// A clause or a quotation that is told to nobody in particular.
    pub(super) fn of(parts: Parts, side: Side) -> Self {
        Self { parts, side, addressee: None, colon: false, object: false }
    }
}

/// How far the complement may be from its verb, in units.
pub(super) const REACH: usize = 30;

/// `In addition,` and its like have no more units.
const LONGEST_LINK: usize = 3;

/// A content begins here.
pub(super) struct Start {
    pub(super) at: usize,
    pub(super) kind: ContentKind,
    pub(super) colon: bool,
    pub(super) addressee: Option<Phrase>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ContentKind {
    Quote,
    Clause,
    /// An object or an infinitive: the rest of the verb's own clause.
    Object,
}

/// One report and what stands on both sides of it.
pub(super) struct Case<'c, 'a, 't, 'l> {
    contents: &'c Contents<'a, 't, 'l>,
    index: usize,
    report: &'c ReportingClause<'l>,
    sentence: Range<usize>,
    /// Where the words after the report begin.
    after: usize,
    left: OnceCell<Option<Range<usize>>>,
    right: OnceCell<Option<Start>>,
}

impl Case<'_, '_, '_, '_> {
    /// What the sentence before the report may tell.
    fn left(&self) -> Option<&Range<usize>> {
        self.left.get_or_init(|| self.contents.left(self.report, &self.sentence)).as_ref()
    }

    /// Where what the sentence tells after the report begins.
    fn right(&self) -> Option<&Start> {
        self.right.get_or_init(|| self.contents.right(self.report, self.after, &self.sentence)).as_ref()
    }

    /// The last words before the report are in quotation marks.
    fn left_is_quoted(&self) -> bool {
        self.left().is_some_and(|left| self.contents.syntax.quote(left.end - 1).is_some())
    }

    fn right_is(&self, kind: ContentKind) -> bool {
        self.right().is_some_and(|right| right.kind == kind)
    }

    /// `Asked what he wanted, she said, “QUOTE”`: what was said is quoted, and the clause before is not.
    fn left_only_leads(&self) -> bool {
        self.left().zip(self.right()).is_some_and(|(left, right)| self.contents.only_leads(left, right))
    }

    /// `If elected, she said she would go`: a condition without a subject of its own, which the clause after the report has.
    fn condition(&self) -> Option<Range<usize>> {
        let syntax = self.contents.syntax;
        let subject = self.report.subject.as_ref().filter(|_| self.report.construction == Construction::Before)?;
        let start = self.contents.clause_start(&self.sentence);
        let comma = subject.units.start.checked_sub(1).filter(|&comma| comma > start + 1 && syntax.is_comma(comma))?;
        let condition = syntax.is_any_word(start, &[Word::If, Word::Once, Word::Unless])
            && !(start..comma).any(|at| syntax.is_finite(at) || syntax.is_comma(at));
        condition.then_some(start..comma)
    }

    fn both(&self, left: Range<usize>) -> Option<Content> {
        let right = self.right()?;
        let part = self.contents.extent(self.index, right, &self.sentence);
        Some(Content { addressee: right.addressee.clone(), ..Content::of(smallvec![left, part], Side::Both) })
    }
}

/// A named rule: which part of a sentence a report reports.
pub(super) struct ContentRule {
    #[cfg_attr(not(test), expect(dead_code, reason = "for readers and tests"))]
    pub(super) name: &'static str,
    applies: fn(&Case) -> bool,
    content: fn(&Case) -> Option<Content>,
    /// A sentence, and after `|` who reports in it and what; without the rule it is read otherwise.
    #[cfg_attr(not(test), expect(dead_code, reason = "for readers and tests"))]
    pub(super) example: &'static str,
}

/// The rules in the order in which they are tried: the first that applies decides.
pub(super) const RULES: &[ContentRule] = &[
    ContentRule {
        name: "source",
        applies: |case| case.report.construction == Construction::Source,
        content: |case| case.contents.around_source(case.report, &case.sentence),
        example: "The mast was rotten, according to Orla Brenk. | Orla Brenk: The mast was rotten",
    },
    ContentRule {
        name: "reporting noun",
        applies: |case| case.report.construction == Construction::Noun,
        content: |case| case.contents.of_noun(case.report, &case.sentence),
        example: "Orla Brenk’s claim that the mast was rotten shocked them. | Orla Brenk: the mast was rotten",
    },
    ContentRule {
        name: "agent",
        applies: |case| case.report.construction == Construction::Agent,
        content: |case| case.contents.of_agent(case.report, &case.sentence),
        example: "The mast was called “a disgrace” by Orla Brenk. | Orla Brenk: “a disgrace”",
    },
    ContentRule {
        name: "as she put it",
        applies: |case| case.contents.after_as(case.report, &case.sentence).is_some(),
        content: |case| case.contents.after_as(case.report, &case.sentence),
        example: "As Orla Brenk put it, the mast was rotten. | Orla Brenk: the mast was rotten",
    },
    ContentRule {
        name: "interrupted quotation",
        applies: |case| case.left_is_quoted() && case.right_is(ContentKind::Quote),
        content: |case| case.both(case.left()?.clone()),
        example: "“It is late,” Orla Brenk said, “and the mast is rotten.” | Orla Brenk: “It is late,” … “and the mast is rotten.”",
    },
    ContentRule {
        name: "clause that ends in marks",
        applies: |case| {
            let sides = case.left().zip(case.right());
            case.left_only_leads() && sides.is_some_and(|(left, right)| case.contents.goes_on_in_marks(left, right))
        },
        content: |case| case.both(case.contents.trimmed(case.left()?.clone())),
        example: "The truth is, Orla Brenk said, “that nobody knows the mast.” | Orla Brenk: The truth is … “that nobody knows the mast.”",
    },
    ContentRule {
        name: "interrupted clause",
        applies: |case| case.left().is_none() && case.right().is_none() && case.around().is_some(),
        content: |case| case.around(),
        example: "The mast, Orla Brenk said, was rotten from the start. | Orla Brenk: The mast … was rotten from the start",
    },
    ContentRule {
        name: "quotation at the end",
        applies: |case| case.left().is_none() && case.right().is_none(),
        content: |case| {
            let quote = case.contents.quotation_at_end(case.index, case.after, &case.sentence)?;
            let colon = case.contents.syntax.is(quote - 1, TokenKind::Colon);
            Some(Content { colon, ..Content::of(smallvec![quote..quote + 1], Side::Right) })
        },
        example: "Orla Brenk said in May, when the ferry sank, “The mast was rotten.” | Orla Brenk: “The mast was rotten.”",
    },
    ContentRule {
        name: "condition in front",
        applies: |case| case.right_is(ContentKind::Clause) && case.condition().is_some(),
        content: |case| case.both(case.condition()?),
        example: "If elected, Orla Brenk said the mast would go. | Orla Brenk: If elected … the mast would go",
    },
    // `While he called it “good,” he stressed that …`: the words in marks belong to the clause before.
    ContentRule {
        name: "before its report",
        applies: |case| {
            let whole = case.left().is_some_and(|left| case.contents.is_whole_quotation(left.end - 1));
            case.left().is_some() && (!case.right_is(ContentKind::Clause) || whole) && !case.left_only_leads()
        },
        content: |case| case.before(),
        example: "The mast was rotten, Orla Brenk said on Monday. | Orla Brenk: The mast was rotten",
    },
    ContentRule {
        name: "after its report",
        applies: |case| case.right().is_some(),
        content: |case| case.after(),
        example: "Orla Brenk said on Monday that the mast was rotten. | Orla Brenk: the mast was rotten",
    },
];

impl Case<'_, '_, '_, '_> {
    fn around(&self) -> Option<Content> {
        self.contents.around(self.report, &self.sentence)
    }

    fn before(&self) -> Option<Content> {
        let left = self.left()?.clone();
        let more = self.contents.coordinated_quotation(self.after, &self.sentence).filter(|_| self.left_is_quoted());
        let side = if more.is_some() { Side::Both } else { Side::Left };
        let told = self.right().and_then(|right| right.addressee.clone());
        let addressee = told.or_else(|| Some(self.contents.addressee(self.report, self.after, self.sentence.end)?.0));
        Some(Content { addressee, ..Content::of(std::iter::once(left).chain(more).collect(), side) })
    }

    fn after(&self) -> Option<Content> {
        let right = self.right()?;
        let part = self.contents.extent(self.index, right, &self.sentence);
        if part.is_empty() {
            return None;
        }
        let more =
            self.contents.coordinated_quotation(part.end, &self.sentence).filter(|_| right.kind == ContentKind::Quote);
        let quoted = self.contents.syntax.quote(right.at).is_some();
        Some(Content {
            addressee: right.addressee.clone(),
            colon: right.colon,
            object: right.kind == ContentKind::Object || right.kind == ContentKind::Clause && quoted,
            ..Content::of(std::iter::once(part).chain(more).collect(), Side::Right)
        })
    }
}

pub(crate) struct Contents<'a, 't, 'l> {
    pub(crate) syntax: &'a Syntax<'a, 't>,
    pub(crate) quoted_spans: &'a [QuotedSpan],
    pub(crate) reports: &'a [ReportingClause<'l>],
}

impl Contents<'_, '_, '_> {
    /// The content of one report, if it reports anything: what the first rule that applies makes of it, which may be nothing.
    pub(crate) fn content(&self, index: usize) -> Option<Content> {
        let report = &self.reports[index];
        if report.passive {
            return None;
        }
        let sentence = self.syntax.sentence_of(report.verb);
        let after = report.end();
        let case =
            Case { contents: self, index, report, sentence, after, left: OnceCell::new(), right: OnceCell::new() };
        let rules = RULES.iter();
        #[cfg(test)]
        let rules = rules.filter(|rule| !crate::left_out::is_left_out(rule.name));
        rules.into_iter().find(|rule| (rule.applies)(&case)).and_then(|rule| (rule.content)(&case))
    }

    /// `Asked what he wanted, she said, “QUOTE”`: what was said is quoted, and the clause before is not.
    fn only_leads(&self, left: &Range<usize>, right: &Start) -> bool {
        let quote = self.syntax.quote(right.at).filter(|_| right.kind == ContentKind::Quote);
        let said = quote.is_some_and(|quote| !self.quoted_spans[quote].is_title(self.syntax.text));
        said && self.syntax.quote(left.end - 1).is_none()
    }

    /// The quotation ends the clause that was begun before the report.
    fn goes_on_in_marks(&self, left: &Range<usize>, right: &Start) -> bool {
        let syntax = self.syntax;
        let clause = self.trimmed(left.clone());
        let last = clause.end.saturating_sub(1);
        // `It was late and, coincidentally, he said, “all …”`: only the last words are his.
        let hangs = syntax.is_adverb(last) || syntax.has(last, WordClass::PREPOSITION | WordClass::CONJUNCTION);
        let small = |quote: usize| self.quoted_spans[quote].opens_small(syntax.text);
        let reported = self.reports.partition_point(|report| report.verb < clause.start);
        let other = self.reports.get(reported).is_some_and(|report| report.verb < clause.end);
        !clause.is_empty() && !hangs && !other && syntax.quote(right.at).is_some_and(small)
    }

    /// `“QUOTE,” she said, and “QUOTE”`: one that ends the sentence or its clause.
    fn coordinated_quotation(&self, at: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
        let syntax = self.syntax;
        let and = at + usize::from(syntax.is_comma(at));
        // `but instead “QUOTE”`
        let quote = and + 1 + usize::from(syntax.has(and + 1, WordClass::ADVERB));
        // `and “You lost,” Doe replied`: a comma in the marks leads to somebody else.
        let ends = (quote + 1 >= sentence.end || syntax.is_terminal(quote + 1)) && !syntax.ends_in_comma(quote);
        let joins =
            syntax.is_any_word(and, &[Word::And, Word::But]) && quote < sentence.end && syntax.quote(quote).is_some();
        (joins && ends).then_some(quote..quote + 1)
    }

    /// `CLAUSE, S said, CLAUSE`: the report stands inside what it reports, between two commas.
    fn around(&self, report: &ReportingClause, sentence: &Range<usize>) -> Option<Content> {
        let syntax = self.syntax;
        // `Doe told the BBC,`, but not `Doe promised an answer,`.
        let is_somebody = |phrase: &Phrase| {
            syntax.name(phrase.head).is_some()
                || syntax.has(phrase.head, WordClass::OBJECT)
                || syntax.has(phrase.head, PersonCues::PERSON_ROLE | PersonCues::GROUP_ROLE)
        };
        let told = |end: usize| {
            let addressed = self.addressee(report, end, sentence.end).filter(|(phrase, _)| is_somebody(phrase));
            addressed.map_or(end, |(_, end)| end)
        };
        let (start, end) = match (report.construction, &report.subject) {
            (Construction::Before, Some(subject)) => {
                (subject.units.start.min(report.group.start), told(report.group.end))
            }
            (Construction::After, Some(subject)) => (report.group.start, subject.units.end),
            _ => return None,
        };
        let end = self.comma_after_adverbials(end, sentence.end);
        let fits =
            report.cue.frames.intersects(Frames::QUOTE) && report.cue.frames.intersects(Frames::BARE | Frames::CLAUSE);
        let parted = start > sentence.start + 1 && syntax.is_comma(start - 1) && syntax.is_comma(end);
        if !fits || !parted {
            return None;
        }
        let after = self.trimmed(end + 1..sentence.end);
        // `But, she said, the mast was rotten.`
        if self.clause_start(sentence) == start {
            return syntax.has_main_verb(after.clone()).then(|| Content::of(smallvec![after], Side::Right));
        }
        let before = self.trimmed(self.clause_start(sentence)..start - 1);
        // `In May, she complained, and railed at it`
        if syntax.has(after.start, WordClass::CONJUNCTION) && !before.clone().any(|at| syntax.is_verb(at)) {
            return None;
        }
        // `CLAUSE, said S, who …` and `CLAUSE, S said, adding that …`: the rest is about the speaker.
        // `CLAUSE, said S, although he admitted that …`: another report is of its own.
        let next = self.reports.partition_point(|later| later.verb <= end);
        let another = syntax.is_any_word(end + 1, &[Word::Although, Word::Though, Word::While, Word::Whereas])
            && self.reports.get(next).is_some_and(|later| later.verb < sentence.end && later.subject.is_some());
        let of_speaker = another
            || syntax.is_any_word(end + 1, &[Word::Who, Word::Whose, Word::Which])
            || syntax.has(end + 1, Morphology::GERUND) && syntax.has(end + 1, WordClass::CUE);
        // `In her letter, she wrote to Tarn, who had left`, `Before leaving, he told Tarn, raising his hand`
        let is_told = |at| (syntax.is_verb(at) && !syntax.has(at, Morphology::GERUND)) || syntax.quotes_verb(at);
        let tells = before.clone().any(is_told);
        let alone = of_speaker && tells;
        let told = tells || !of_speaker && !syntax.has(end + 1, Morphology::GERUND);
        (!before.is_empty() && after.len() >= 2 && told).then(|| Content {
            parts: if alone { smallvec![before] } else { smallvec![before, after] },
            side: if alone { Side::Left } else { Side::Both },
            addressee: None,
            colon: false,
            object: false,
        })
    }

    /// `As S put it, CLAUSE`
    fn after_as(&self, report: &ReportingClause, sentence: &Range<usize>) -> Option<Content> {
        let syntax = self.syntax;
        let before = matches!(report.construction, Construction::Before | Construction::Parenthetical);
        let subject = report.subject.as_ref().filter(|_| before)?;
        // `As Doe warned, winter came` tells that it did, `As Doe told them, winter came` that he said so.
        let addressed = self.addressee(report, report.group.end, sentence.end);
        // `As the year closes, …`
        let only_does = report.cue.particle.is_empty()
            && report.cue.frames.contains(Frames::NONREPORT)
            && !report.cue.frames.intersects(Frames::BARE | Frames::CLAUSE);
        let fits = self.frames(report).contains(Frames::QUOTE)
            && !only_does
            && (!self.frames(report).contains(Frames::ADDRESSEE) || addressed.is_some())
            && !report.negated;
        let (addressee, end) = match addressed {
            Some((phrase, end)) => (Some(phrase), end),
            None => (None, report.group.end),
        };
        // `As the judge noted in her ruling, …`
        let end = self.comma_after_adverbials(end, sentence.end);
        let leads = subject.units.start == sentence.start + 1 && syntax.is_word(sentence.start, Word::As);
        if !fits || !leads || !syntax.is_comma(end) || end >= sentence.end {
            return None;
        }
        let part = self.trimmed(end + 1..sentence.end);
        (part.len() >= 3 || part.len() == 1 && syntax.quote(part.start).is_some())
            .then(|| Content { addressee, ..Content::of(smallvec![part], Side::Right) })
    }

    /// `According to X, CLAUSE` and `CLAUSE, according to X`.
    fn around_source(&self, report: &ReportingClause, sentence: &Range<usize>) -> Option<Content> {
        let syntax = self.syntax;
        let subject = report.subject.as_ref()?;
        // `in Doe’s view` begins with its preposition.
        let viewed = usize::from(subject.units.start < report.group.start);
        let first = report.group.start.min(subject.units.start) - viewed;
        let leads = first == sentence.start
            || first == sentence.start + 1 && syntax.has(sentence.start, WordClass::CONJUNCTION);
        let end = report.group.end.max(subject.units.end);
        // `The road was closed, and according to the mayor, it was late`
        let joined = syntax.has(first.wrapping_sub(1), WordClass::CONJUNCTION)
            && syntax.is_comma(end)
            && syntax.clause_begins_at(end + 1, sentence.end);
        let leads = leads || joined || syntax.source_leads(first);
        let (part, side) = if viewed == 1 && syntax.is_comma(end) && syntax.quote(end + 1).is_some() {
            (end + 1..end + 2, Side::Right)
        } else if leads {
            // `According to the mayor the road was closed.`
            if syntax.clause_begins_at(end, sentence.end) {
                return Some(Content::of(smallvec![self.trimmed(end..sentence.end)], Side::Right));
            }
            let opens = |at: usize| syntax.is_comma(at) || syntax.is(at, TokenKind::Colon);
            let comma = (end..sentence.end).find(|&at| opens(at))?;
            // `At the heart of it, according to X, CLAUSE`: the phrase belongs to the clause; `In addition` to the text.
            if syntax.leads_with_phrase(first) && first - sentence.start > LONGEST_LINK {
                let parts: Parts =
                    smallvec![self.trimmed(self.clause_start(sentence)..first), self.trimmed(comma + 1..sentence.end)];
                let told = parts.iter().all(|part| !part.is_empty());
                return told.then_some(Content::of(parts, Side::Both));
            }
            (comma + 1..sentence.end, Side::Right)
        } else {
            let start = self.clause_start(sentence).min(first);
            // `Brenk said the car, according to the police, was stolen`
            let at = self.reports.partition_point(|earlier| earlier.verb < first);
            let told = at.checked_sub(1).map(|earlier| &self.reports[earlier]).filter(|earlier| earlier.verb > start);
            let inner = told.map(|earlier| earlier.group.end + usize::from(self.has_right_that(earlier)));
            let rest = |start: usize| self.goes_on_after_source(start..first, end, sentence.end);
            if let Some((inner, rest)) = inner.and_then(|inner| Some((inner, rest(inner)?))) {
                let parts: Parts = smallvec![self.trimmed(inner..first), rest];
                return Some(Content::of(parts, Side::Both));
            }
            if let Some(rest) = self.goes_on_after_source(start..first, end, sentence.end) {
                let parts: Parts = smallvec![self.trimmed(start..first), rest];
                return Some(Content::of(parts, Side::Both));
            }
            // `The crew left, according to X, and the guides stayed`
            let joined = syntax.is_comma(end) && syntax.has(end + 1, WordClass::CONJUNCTION);
            let own = self.reports[at..].iter().skip(1).any(|later| later.verb < sentence.end);
            if joined && !own && syntax.clause_begins_at(end + 2, sentence.end) {
                let parts: Parts = smallvec![self.trimmed(start..first), self.trimmed(end + 2..sentence.end)];
                return Some(Content::of(parts, Side::Both));
            }
            (start..first, Side::Left)
        };
        let part = self.trimmed(part);
        let enough = part.len() >= 2 || part.len() == 1 && syntax.quote(part.start).is_some();
        enough.then(|| Content::of(smallvec![part], side))
    }

    /// `The ferry, according to X, will sail`: the source stands between a subject and its verb.
    fn goes_on_after_source(&self, before: Range<usize>, end: usize, limit: usize) -> Option<Range<usize>> {
        let syntax = self.syntax;
        let subject = syntax.phrase_starting_at(before.start, before.end)?;
        let verb = (end + 1..limit).find(|&at| !syntax.is_adverb(at))?;
        let parted = subject.units.end + 1 == before.end
            && syntax.is_comma(subject.units.end)
            && syntax.is_comma(end)
            && syntax.is_verb(verb)
            && !syntax.has(verb, Morphology::GERUND);
        let rest = self.trimmed(end + 1..limit);
        (parted && !rest.is_empty()).then_some(rest)
    }

    pub(super) fn trimmed(&self, mut part: Range<usize>) -> Range<usize> {
        while part.start < part.end && self.is_outer_punctuation(part.end - 1) {
            part.end -= 1;
        }
        while part.start < part.end && self.is_outer_punctuation(part.start) {
            part.start += 1;
        }
        part
    }

    pub(super) fn frames(&self, report: &ReportingClause) -> Frames {
        report.cue.frames
    }

    /// `who said`: the clause is an aside of the narrator's.
    pub(super) fn is_relative(&self, report: &ReportingClause) -> bool {
        report.subject.as_ref().is_some_and(|subject| self.syntax.is_relative(subject, report.construction))
    }
}
