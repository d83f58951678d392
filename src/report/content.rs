//! What a reporting verb reports: the clause or quotation after it or before it.

use std::ops::Range;

use smallvec::{SmallVec, smallvec};

use super::reporting_clause::{Construction, ReportingClause};
use crate::lexicon::{Frames, Tags, Word};
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

/// How far the complement may be from its verb, in units.
pub(super) const REACH: usize = 30;

/// `In addition,` and its like have no more units.
const LONGEST_LINK: usize = 3;

/// A content begins here.
pub(super) struct Start {
    pub(super) at: usize,
    pub(super) kind: Kind,
    pub(super) colon: bool,
    pub(super) addressee: Option<Phrase>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Quote,
    Clause,
    /// An object or an infinitive: the rest of the verb's own clause.
    Object,
}

pub(crate) struct Contents<'a, 't, 'l> {
    pub(crate) syntax: &'a Syntax<'a, 't>,
    pub(crate) quoted_spans: &'a [QuotedSpan],
    pub(crate) reports: &'a [ReportingClause<'l>],
}

impl Contents<'_, '_, '_> {
    /// The content of one report, if it reports anything.
    pub(crate) fn content(&self, index: usize) -> Option<Content> {
        let report = &self.reports[index];
        if report.passive {
            return None;
        }
        let syntax = self.syntax;
        let sentence = syntax.sentence_of(report.verb);
        match report.construction {
            Construction::Source => return self.around_source(report, &sentence),
            Construction::Noun => return self.of_noun(report, &sentence),
            _ => {}
        }
        let after = if report.construction == Construction::After {
            report.subject.as_ref().map_or(report.group.end, |subject| subject.units.end)
        } else {
            report.group.end
        };
        if let Some(content) = self.after_as(report, &sentence) {
            return Some(content);
        }
        let left = self.left(report, &sentence);
        let right = self.right(report, after, &sentence);
        match (left, right) {
            (Some(left), Some(right)) if right.kind == Kind::Quote && syntax.quote(left.end - 1).is_some() => {
                Some(Content {
                    parts: smallvec![left, self.extent(index, &right, &sentence)],
                    side: Side::Both,
                    addressee: right.addressee,
                    colon: false,
                    object: false,
                })
            }
            // `The truth is, he said, “that nobody knows.”`
            (Some(left), Some(right)) if self.only_leads(&left, &right) && self.goes_on_in_marks(&left, &right) => {
                Some(Content {
                    parts: smallvec![self.trimmed(left), self.extent(index, &right, &sentence)],
                    side: Side::Both,
                    addressee: right.addressee,
                    colon: false,
                    object: false,
                })
            }
            (None, None) => {
                let around = self.around(report, &sentence);
                let at_end = || self.quotation_at_end(index, after, &sentence);
                around.or_else(|| {
                    at_end().map(|quote| Content {
                        parts: std::iter::once(quote..quote + 1).collect(),
                        side: Side::Right,
                        addressee: None,
                        colon: syntax.is(quote - 1, TokenKind::Colon),
                        object: false,
                    })
                })
            }
            // `While he called it “good,” he stressed that …`: the words in marks belong to the clause before.
            (Some(left), right)
                if right
                    .as_ref()
                    .is_none_or(|right| right.kind != Kind::Clause || self.is_whole_quotation(left.end - 1))
                    && !right.as_ref().is_some_and(|right| self.only_leads(&left, right)) =>
            {
                let goes_on = syntax.quote(left.end - 1).and_then(|_| self.coordinated_quotation(after, &sentence));
                let side = if goes_on.is_some() { Side::Both } else { Side::Left };
                Some(Content {
                    parts: std::iter::once(left).chain(goes_on).collect(),
                    side,
                    addressee: right
                        .and_then(|right| right.addressee)
                        .or_else(|| self.addressee(report, after, sentence.end).map(|found| found.0)),
                    colon: false,
                    object: false,
                })
            }
            (_, Some(right)) => {
                let part = self.extent(index, &right, &sentence);
                let goes_on =
                    if right.kind == Kind::Quote { self.coordinated_quotation(part.end, &sentence) } else { None };
                (part.start < part.end).then(|| Content {
                    parts: std::iter::once(part).chain(goes_on).collect(),
                    side: Side::Right,
                    addressee: right.addressee,
                    colon: right.colon,
                    object: right.kind == Kind::Object
                        || right.kind == Kind::Clause && syntax.quote(right.at).is_some(),
                })
            }
            _ => None,
        }
    }

    /// `Asked what he wanted, she said, “QUOTE”`: what was said is quoted, and the clause before is not.
    fn only_leads(&self, left: &Range<usize>, right: &Start) -> bool {
        let quote = self.syntax.quote(right.at).filter(|_| right.kind == Kind::Quote);
        let said = quote.is_some_and(|quote| !self.quoted_spans[quote].is_title(self.syntax.text));
        said && self.syntax.quote(left.end - 1).is_none()
    }

    /// The quotation ends the clause that was begun before the report.
    fn goes_on_in_marks(&self, left: &Range<usize>, right: &Start) -> bool {
        let syntax = self.syntax;
        let clause = self.trimmed(left.clone());
        let last = clause.end.saturating_sub(1);
        // `It was late and, coincidentally, he said, “all …”`: only the last words are his.
        let hangs = syntax.is_adverb(last) || syntax.has(last, Tags::PREPOSITION | Tags::CONJUNCTION);
        let small = |quote: usize| self.quoted_spans[quote].opens_small(syntax.text);
        let reported = self.reports.partition_point(|report| report.verb < clause.start);
        let other = self.reports.get(reported).is_some_and(|report| report.verb < clause.end);
        !clause.is_empty() && !hangs && !other && syntax.quote(right.at).is_some_and(small)
    }

    /// `“QUOTE,” she said, and “QUOTE”`: one that ends the sentence or its clause.
    fn coordinated_quotation(&self, at: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
        let syntax = self.syntax;
        let and = at + usize::from(syntax.is_comma(at));
        let quote = and + 1;
        // `and “You lost,” Doe replied`: a comma in the marks leads to somebody else.
        let ends = (quote + 1 >= sentence.end || syntax.is_terminal(quote + 1)) && !syntax.ends_in_comma(quote);
        let joins = syntax.is_word(and, Word::And) && quote < sentence.end && syntax.quote(quote).is_some();
        (joins && ends).then_some(quote..quote + 1)
    }

    /// `CLAUSE, S said, CLAUSE`: the report stands inside what it reports, between two commas.
    fn around(&self, report: &ReportingClause, sentence: &Range<usize>) -> Option<Content> {
        let syntax = self.syntax;
        // `Doe told the BBC,`, but not `Doe promised an answer,`.
        let is_somebody = |phrase: &Phrase| {
            syntax.name(phrase.head).is_some()
                || syntax.has(phrase.head, Tags::OBJECT | Tags::PERSON_ROLE | Tags::GROUP_ROLE)
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
        let fits =
            report.cue.frames.intersects(Frames::QUOTE) && report.cue.frames.intersects(Frames::BARE | Frames::CLAUSE);
        let parted = start > sentence.start + 1 && syntax.is_comma(start - 1) && syntax.is_comma(end);
        if !fits || !parted {
            return None;
        }
        let before = self.trimmed(self.clause_start(sentence)..start - 1);
        let after = self.trimmed(end + 1..sentence.end);
        // `CLAUSE, said S, who …` and `CLAUSE, S said, adding that …`: the rest is about the speaker.
        let of_speaker = syntax.is_any_word(end + 1, &[Word::Who, Word::Whose, Word::Which])
            || syntax.has(end + 1, Tags::GERUND) && syntax.has(end + 1, Tags::CUE);
        let alone = of_speaker && before.clone().any(|at| syntax.is_verb(at));
        (!before.is_empty() && after.len() >= 2).then(|| Content {
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
        let subject = report.subject.as_ref().filter(|_| report.construction == Construction::Before)?;
        // `As Doe warned, winter came` tells that it did.
        let fits = self.frames(report).contains(Frames::QUOTE)
            && !self.frames(report).contains(Frames::ADDRESSEE)
            && !report.negated;
        let mut end = report.group.end;
        while syntax.is_time(end) || syntax.is_adverb(end) {
            end += 1;
        }
        let leads = subject.units.start == sentence.start + 1 && syntax.is_word(sentence.start, Word::As);
        if !fits || !leads || !syntax.is_comma(end) || end >= sentence.end {
            return None;
        }
        let part = self.trimmed(end + 1..sentence.end);
        (part.len() >= 3 || part.len() == 1 && syntax.quote(part.start).is_some()).then(|| Content {
            parts: smallvec![part],
            side: Side::Right,
            addressee: None,
            colon: false,
            object: false,
        })
    }

    /// `According to X, CLAUSE` and `CLAUSE, according to X`.
    fn around_source(&self, report: &ReportingClause, sentence: &Range<usize>) -> Option<Content> {
        let syntax = self.syntax;
        let subject = report.subject.as_ref()?;
        // `in Doe’s view` begins with its preposition.
        let viewed = usize::from(subject.units.start < report.group.start);
        let first = report.group.start.min(subject.units.start) - viewed;
        let leads =
            first == sentence.start || first == sentence.start + 1 && syntax.has(sentence.start, Tags::CONJUNCTION);
        let leads = leads || syntax.source_leads(first);
        let end = report.group.end.max(subject.units.end);
        let (part, side) = if viewed == 1 && syntax.is_comma(end) && syntax.quote(end + 1).is_some() {
            (end + 1..end + 2, Side::Right)
        } else if leads {
            let opens = |at: usize| syntax.is_comma(at) || syntax.is(at, TokenKind::Colon);
            let comma = (end..sentence.end).find(|&at| opens(at))?;
            // `At the heart of it, according to X, CLAUSE`: the phrase belongs to the clause; `In addition` to the text.
            if syntax.leads_with_phrase(first) && first - sentence.start > LONGEST_LINK {
                let parts: Parts =
                    smallvec![self.trimmed(self.clause_start(sentence)..first), self.trimmed(comma + 1..sentence.end)];
                let told = parts.iter().all(|part| !part.is_empty());
                return told.then_some(Content {
                    parts,
                    side: Side::Both,
                    addressee: None,
                    colon: false,
                    object: false,
                });
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
                return Some(Content { parts, side: Side::Both, addressee: None, colon: false, object: false });
            }
            if let Some(rest) = self.goes_on_after_source(start..first, end, sentence.end) {
                let parts: Parts = smallvec![self.trimmed(start..first), rest];
                return Some(Content { parts, side: Side::Both, addressee: None, colon: false, object: false });
            }
            (start..first, Side::Left)
        };
        let part = self.trimmed(part);
        let enough = part.len() >= 2 || part.len() == 1 && syntax.quote(part.start).is_some();
        enough.then(|| Content { parts: smallvec![part], side, addressee: None, colon: false, object: false })
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
            && !syntax.has(verb, Tags::GERUND);
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
