//! Where the content after its verb begins, and whom it was told.

use std::ops::Range;

use super::content::{ContentKind, Contents, REACH, Start};
use super::frames;
use super::reporting_clause::{Construction, ReportingClause};
use crate::lexicon::{Frames, Morphology, PartSet, Word, WordClass};
use crate::syntax::{Kinds, Phrase, Subject};
use crate::text::{Shape, TokenKind};

/// No aside between a verb and what it reports has more units.
const LONGEST_ASIDE: usize = 12;

/// An object with fewer words tells nothing of what was said.
pub(super) const LEAST_TOLD: usize = 4;

/// Adverbs that single out the noun phrase after them.
const FOCUS: &[Word] = &[Word::Only, Word::Even, Word::Just, Word::Perhaps, Word::Maybe, Word::Almost, Word::Nearly];

/// Adverbs that say how far a quantity is true: `barely a dozen`, `not all of them`.
const DEGREE: &[Word] = &[
    Word::Approximately,
    Word::Barely,
    Word::Exactly,
    Word::Hardly,
    Word::Not,
    Word::Practically,
    Word::Roughly,
    Word::Scarcely,
    Word::Virtually,
];

impl Contents<'_, '_, '_> {
    /// The person told, and where the phrase ends.
    pub(super) fn addressee(&self, report: &ReportingClause, at: usize, limit: usize) -> Option<(Phrase, usize)> {
        let syntax = self.syntax;
        let frames = self.frames(report);
        let mut first = at;
        if frames.contains(Frames::ADDRESSEE_TO) && syntax.is_word(at, Word::To) {
            first = at + 1;
        } else if !frames.contains(Frames::ADDRESSEE) {
            return None;
        }
        if first >= limit {
            return None;
        }
        if syntax.has(first, WordClass::OBJECT | WordClass::REFLEXIVE)
            && !syntax.has(first, WordClass::POSSESSIVE | WordClass::DETERMINER)
        {
            return Some((Phrase { units: first..first + 1, head: first }, first + 1));
        }
        if syntax.is_word(first, Word::That)
            || syntax.has(first, WordClass::SUBJECT) && !syntax.has(first, WordClass::OBJECT)
        {
            return None;
        }
        if syntax.is_any_word(first, &[Word::Her, Word::You, Word::It, Word::Us, Word::Me, Word::Him, Word::Them])
            && !syntax.is_nominal(first + 1)
        {
            return Some((Phrase { units: first..first + 1, head: first }, first + 1));
        }
        if syntax.is_time(first) {
            return None;
        }
        let mut phrase = syntax.phrase_starting_at(first, limit)?;
        // `told the crews late on Friday`
        while phrase.units.end > phrase.head + 1 && syntax.is_adverb(phrase.units.end - 1) {
            phrase.units.end -= 1;
        }
        let end = phrase.units.end;
        // `told the Courier in an interview`: how it was said, not who was told, but `told Brenk of the Courier`.
        let named = syntax.units[phrase.head].names.is_some();
        let name_end = syntax.core_end(first, limit).filter(|&end| named && !syntax.is_word(end, Word::Of));
        // `told reporters by telephone`
        let means = (first..end).find(|&at| syntax.is_word(at, Word::By) && at > phrase.head);
        phrase.units.end = name_end.or(means).filter(|&name| name < end).unwrap_or(end);
        Some((phrase, end))
    }

    /// Where the content after a report begins.
    pub(super) fn right(&self, report: &ReportingClause, after: usize, sentence: &Range<usize>) -> Option<Start> {
        let syntax = self.syntax;
        let frames = self.frames(report);
        let limit = sentence.end.min(after + REACH);
        let addressed = self.addressee(report, after, limit);
        let (addressee, at) = match addressed {
            Some((phrase, end)) => (Some(phrase), syntax.after_outer_place(end, limit)),
            None => (None, self.after_particle(report, after, limit)),
        };
        if self.is_title_of_subject(report, at) {
            return None;
        }
        let found = self
            .marked_after_adverbials(frames, at, limit)
            .or_else(|| self.complement(frames, at, limit))
            .or_else(|| self.complement_after_adverbials(frames, at, limit));
        // `a court ruling that paved the way`: a noun, and what it did.
        let relative = |&(at, _, _): &(usize, ContentKind, bool)| {
            at == report.group.end + 1
                && syntax.is_word(at - 1, Word::That)
                && syntax.has(report.verb, Morphology::GERUND)
                && syntax.is_past(at)
                && !syntax.is_nominal(at + 1)
                && report.construction == Construction::Before
        };
        if let Some((found, kind, colon)) = found.filter(|found| !relative(found)) {
            // `urged the town to vote`: what is urged is that the town votes.
            let asked = addressee.as_ref().filter(|asked| {
                kind == ContentKind::Object && asked.units.end == found && frames.contains(Frames::OBJECT_TO)
            });
            let at = asked.map_or(found, |asked| asked.units.start);
            return Some(Start { at, kind, colon, addressee });
        }
        // Without a complement after it, what looked like the person told is the object.
        self.object(report, after, limit, addressee)
    }

    /// `said Brenk, author of “The Ferry,”`, `a website called “The Ferry”`: the marks hold a title that belongs to what the
    /// words before them are about.
    fn is_title_of_subject(&self, report: &ReportingClause, unit: usize) -> bool {
        let syntax = self.syntax;
        let named = || {
            let thing = report.subject.as_ref().is_some_and(|subject| {
                subject.units.end == report.group.start
                    && syntax.name(subject.head).is_none()
                    && !syntax.is_pronoun(subject.head)
            });
            unit == report.group.end && thing && self.frames(report).contains(Frames::PREDICATE)
        };
        // `said Brenk, whose first novel, “The Ferry,” won a prize`
        let whose = |subject: &Phrase| subject.units.clone().any(|at| syntax.is_word(at, Word::Whose));
        if report.construction == Construction::After
            && syntax.is_comma(unit)
            && report.subject.as_ref().is_some_and(whose)
            && (syntax.is_comma(unit + 2) || syntax.ends_in_comma(unit + 1))
        {
            return syntax.quote(unit + 1).is_some_and(|quote| self.quoted_spans[quote].is_title(syntax.text));
        }
        let belongs = match report.construction {
            // `director of “The Reef” and “The Tide”`
            Construction::After => {
                let joined =
                    unit > 1 && syntax.has(unit - 1, WordClass::CONJUNCTION) && syntax.quote(unit - 2).is_some();
                joined || syntax.has(unit - 1, WordClass::PREPOSITION)
            }
            Construction::Before => named(),
            _ => false,
        };
        belongs && syntax.quote(unit).is_some_and(|quote| self.quoted_spans[quote].is_title(syntax.text))
    }

    /// `pleaded with the tower: “QUOTE”`: the phrase that the particle governs comes before the quotation.
    fn after_particle(&self, report: &ReportingClause, after: usize, limit: usize) -> usize {
        let syntax = self.syntax;
        let governs = !report.cue.particle.is_empty()
            && after == report.group.end
            && self.frames(report).contains(Frames::QUOTE)
            && syntax.has(after - 1, WordClass::PREPOSITION);
        let phrase = if governs { syntax.phrase_starting_at(after, limit) } else { None };
        // `he said of the vote, “QUOTE”`
        let introduces =
            |end: usize| syntax.is(end, TokenKind::Colon) || syntax.is_comma(end) && syntax.quote(end + 1).is_some();
        phrase.map(|phrase| phrase.units.end).filter(|&end| introduces(end)).unwrap_or(after)
    }

    /// A quotation, or what the frames of the cue allow, right here.
    fn complement(&self, frames: Frames, at: usize, limit: usize) -> Option<(usize, ContentKind, bool)> {
        let syntax = self.syntax;
        let mut first = at;
        let mut colon = false;
        if syntax.is(first, TokenKind::Colon) {
            colon = true;
            first += 1;
        } else if syntax.is_comma(first) && syntax.quote(first + 1).is_some() {
            first += 1;
        } else if syntax.is_word(first, Word::With) && syntax.is_comma(first + 1) && syntax.quote(first + 2).is_some() {
            // `replied with, “QUOTE”`
            first += 2;
        } else if let Some(after) = self.after_parenthesis(first, limit) {
            // `acknowledged, however, “QUOTE”`, `said, without evidence, that`
            if syntax.quote(after).is_some() {
                first = after;
            } else if frames.intersects(Frames::CLAUSE | Frames::BARE) {
                return self.complement(frames, after, limit);
            }
        }
        if first >= limit {
            return None;
        }
        if syntax.quote(first).is_some() && (first > at || frames.contains(Frames::QUOTE)) {
            let whole = first > at || self.is_whole_quotation(first);
            return Some((first, if whole { ContentKind::Quote } else { ContentKind::Clause }, colon));
        }
        if first > at {
            return (colon && frames.contains(Frames::QUOTE)).then_some((first, ContentKind::Clause, true));
        }
        let (at, kind) = frames::complement(self, frames, at, limit)?;
        Some((at, kind, false))
    }

    /// The quotation opens with a capital and fills its clause: words, not a phrase fitted into the sentence.
    pub(super) fn is_whole_quotation(&self, unit: usize) -> bool {
        let syntax = self.syntax;
        let Some(quoted_span) = syntax.quote(unit).map(|quote| &self.quoted_spans[quote]) else { return false };
        let inner = quoted_span.inner();
        let Some(first) = syntax.text.tokens.get(inner.start) else { return false };
        let capital = first.shape != Shape::Lower;
        let ends = !quoted_span.closed
            || quoted_span.last(syntax.text).is_some_and(|last| last.is_terminal() || last.kind == TokenKind::Comma)
            || syntax.sentence_of(unit).end <= unit + 2;
        capital && ends
    }

    /// A subject with a finite verb begins here.
    pub(super) fn clause_begins(&self, at: usize, limit: usize) -> bool {
        let syntax = self.syntax;
        if at >= limit {
            return false;
        }
        if syntax.has(at, WordClass::SUBORDINATOR)
            && !syntax.is_any_word(
                at,
                &[Word::As, Word::Than, Word::After, Word::Before, Word::Since, Word::Until, Word::Like],
            )
            // `said in April while walking home`
            && !syntax.has(at + 1, Morphology::GERUND)
        {
            return true;
        }
        // `said only a ban would do`: what singles a subject out stands before it.
        let begins = |at: usize| syntax.clause_with_subject_at(at, limit).is_some();
        self.tells_in_marks(at)
            || self.denies(at, limit)
            || begins(at)
            || syntax.is_any_word(at, FOCUS) && begins(at + 1)
            || syntax.is_any_word(at, DEGREE)
                && syntax.has(at + 1, WordClass::DETERMINER | WordClass::NUMERAL)
                && begins(at + 1)
    }

    /// `found no evidence that it leaked`
    fn denies(&self, at: usize, limit: usize) -> bool {
        let syntax = self.syntax;
        let denied = syntax.phrase_starting_at(at, limit).filter(|_| syntax.has(at, WordClass::NEGATION));
        denied.is_some_and(|denied| syntax.is_word(denied.units.end, Word::That))
    }

    /// A noun phrase, and somewhere after it a verb that has tense or words in marks.
    pub(super) fn subject_begins(&self, at: usize, limit: usize) -> bool {
        let syntax = self.syntax;
        let end = syntax.find(at..limit, Kinds::COLON | Kinds::TERMINAL).unwrap_or(limit);
        let told = || (at..end).any(|unit| syntax.is_finite(unit)) || syntax.quotes_any(at..end);
        let subject = syntax.phrase_starting_at(at, limit).filter(|phrase| !syntax.is_time(phrase.head));
        !syntax.is_time(at) && subject.is_some() && told()
    }

    /// `said mending the mast would help`: a gerund with a verb that has tense after its own objects.
    pub(super) fn gerund_is_subject(&self, at: usize, limit: usize) -> bool {
        let syntax = self.syntax;
        // `said laughing she would go`
        let parts = |at: usize| {
            syntax.is_comma(at)
                || syntax.is_terminal(at)
                || syntax.is(at, TokenKind::Colon)
                || syntax.is_word(at, Word::That)
                || syntax.has(at, WordClass::SUBORDINATOR | WordClass::CONJUNCTION | WordClass::WH)
                || syntax.has(at, WordClass::SUBJECT) && !syntax.has(at, WordClass::OBJECT)
        };
        let gerund = syntax.units.get(at).is_some_and(|unit| unit.part.is(PartSet::GERUND));
        let verb = (at + 1..limit).take_while(|&at| !parts(at)).find(|&at| syntax.is_finite(at));
        gerund && verb.is_some()
    }

    /// `the “trouble with the ferry is that it sinks”`: the clause stands in the marks, its article outside.
    fn tells_in_marks(&self, at: usize) -> bool {
        let syntax = self.syntax;
        let Some(quote) = syntax.quote(at + 1).filter(|_| syntax.has(at, WordClass::DETERMINER)) else { return false };
        self.quoted_spans[quote].inner().len() > LEAST_TOLD && syntax.quotes_verb(at + 1)
    }

    /// Behind a word or a few between two commas, where a quotation or `that` follows.
    fn after_parenthesis(&self, comma: usize, limit: usize) -> Option<usize> {
        let syntax = self.syntax;
        let opens = syntax.is_adverb(comma + 1) || syntax.has(comma + 1, WordClass::PREPOSITION);
        if !syntax.is_comma(comma) || !opens {
            return None;
        }
        let close = (comma + 2..limit.min(comma + LONGEST_ASIDE)).find(|&close| syntax.is_comma(close))?;
        let plain = (comma + 1..close).all(|at| !syntax.is_verb(at) && syntax.quote(at).is_none());
        if !plain || close + 1 >= limit {
            return None;
        }
        let goes_on = syntax.quote(close + 1).is_some() || syntax.is_word(close + 1, Word::That);
        // `said, after the vote, in a speech, that`
        if goes_on { Some(close + 1) } else { self.after_parenthesis(close, limit) }
    }

    /// `said Thursday that`, `has vowed repeatedly to`: where a bare clause would begin with the day, its mark is clearer.
    fn marked_after_adverbials(&self, frames: Frames, at: usize, limit: usize) -> Option<(usize, ContentKind, bool)> {
        let syntax = self.syntax;
        let adverb = syntax.is_adverb(at) && !syntax.has(at, WordClass::NEGATION);
        if syntax.time_end(at).is_none() && !adverb {
            return None;
        }
        let mut end = at;
        for _ in 0..4 {
            let next = self.adverbial_end(end, limit).filter(|&next| next > end)?;
            end = next;
            if syntax.is_word(end, Word::That) || syntax.infinitive_begins(end) {
                return self.complement(frames, end, limit);
            }
        }
        None
    }

    /// The subject that begins here stands right before its verb.
    pub(super) fn verb_follows(&self, at: usize, limit: usize) -> bool {
        let syntax = self.syntax;
        if syntax.is_word(at, Word::There) || syntax.has(at, WordClass::SUBORDINATOR) || self.denies(at, limit) {
            return true;
        }
        let clause = syntax.clause_with_subject_at(at, limit);
        let group = clause.and_then(|clause| clause.verb).map(|verb| syntax.chunks[verb].clone());
        group.is_some_and(|group| {
            let subject = syntax.subject_of(group.head);
            subject.is_some_and(|subject| syntax.after_adverbs(subject.phrase.units.end, limit) >= group.units.start)
        })
    }

    /// The same after `on Monday`, `in a statement`, `during a news conference in Iowa`.
    fn complement_after_adverbials(
        &self,
        frames: Frames,
        at: usize,
        limit: usize,
    ) -> Option<(usize, ContentKind, bool)> {
        let syntax = self.syntax;
        let mut end = at;
        // The start of the adverbials that belong to the content.
        let mut told = None;
        let mut rounds = 0;
        while end < limit && rounds < 4 {
            rounds += 1;
            let next = self.adverbial_end(end, limit)?;
            if next == end {
                return None;
            }
            // `her plans by saying, “QUOTE”`: another verb has the words.
            if syntax.is_word(end, Word::By) && syntax.has(end + 1, WordClass::CUE) && !frames.contains(Frames::QUOTE) {
                return None;
            }
            told = self.is_of_content(end, next).then(|| told.unwrap_or(end));
            end = next;
            // `spoke on its podcast, “Lundby By Night”`
            let titled = syntax.is_comma(end)
                && syntax.quote(end + 1).is_some_and(|quote| self.quoted_spans[quote].is_title(syntax.text));
            if titled {
                return None;
            }
            // `said under the plan taxi drivers would pay`: the noun phrase has the subject in it.
            let before = |subject: Subject| subject.phrase.units.start < at;
            let lacks_subject = || syntax.subject_of(end).is_none_or(before);
            let merged = told.is_some() && frames.contains(Frames::BARE) && syntax.is_finite(end);
            if let Some(told) = told.filter(|_| merged && lacks_subject()) {
                return Some((told, ContentKind::Clause, false));
            }
            let comma = usize::from(told.is_some_and(|told| self.may_pause(told)) && syntax.is_comma(end));
            if let Some((found, kind, colon)) = self.complement(frames, end + comma, limit) {
                let bare = kind == ContentKind::Clause && found == end + comma && !colon;
                return Some((told.filter(|_| bare).unwrap_or(found), kind, colon));
            }
            // `said in Iowa, referring to Cruz, that`
            if syntax.is_comma(end) {
                let that = (end + 1..limit).find(|&at| syntax.is_word(at, Word::That) && syntax.is_comma(at - 1));
                if let Some(that) = that.filter(|_| frames.contains(Frames::CLAUSE)) {
                    return Some((that + 1, ContentKind::Clause, false));
                }
            }
        }
        None
    }
}
