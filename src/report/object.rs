//! An object that a cue reports by itself: criticize X, describe X as Y, call for X.

use std::ops::Range;

use super::after::LEAST_TOLD;
use super::content::{ContentKind, Contents, Start};
use super::reporting_clause::{Construction, ReportingClause};
use crate::lexicon::{CueClass, Frames, Morphology, PersonCues, Word, WordClass};
use crate::syntax::{ChunkKind, Phrase};

/// Frames of an object that is reported without `as`.
const OBJECTS: Frames =
    Frames::NOUN.union(Frames::PREDICATE).union(Frames::OF).union(Frames::FOR).union(Frames::OBJECT_TO);

impl Contents<'_, '_, '_> {
    pub(super) fn object(
        &self,
        report: &ReportingClause,
        at: usize,
        limit: usize,
        addressee: Option<Phrase>,
    ) -> Option<Start> {
        let syntax = self.syntax;
        let frames = self.object_frames(report);
        if !frames.intersects(OBJECTS | Frames::AS) || at >= limit {
            return None;
        }
        if frames.contains(Frames::AS) && syntax.is_word(at, Word::As) && self.is_said_of_before(report, at, limit) {
            return Some(Start { at: at + 1, kind: ContentKind::Object, colon: false, addressee: None });
        }
        if self.is_told_as_saying(frames, at, limit) || self.is_called_so(frames, at, limit) {
            return None;
        }
        if !self.object_begins(report, frames, at) || self.hides_speaker(at, limit) {
            return None;
        }
        let end = syntax.clause_end(at, syntax.sentence_of(report.verb).end);
        let end = self.trimmed(at..self.end_before_own_quotation(at, end)).end;
        let quoted = self.has_said_words(frames, at..end);
        // `introduced her as “a friend”`, but not `introduced the “new” plan`
        let described = !frames.intersects(OBJECTS);
        // `Recalling the storm, she left` tells what was recalled, and not what was said of it.
        let fronted = report.construction == Construction::Participle
            && report.group.start == syntax.sentence_of(report.verb).start;
        // Words that were put in quotation marks were said, whatever the verb.
        let told = self.fills_frame(report, frames, at..end) || quoted && !described;
        if !told || fronted && !quoted {
            return None;
        }
        // `warned the crew to stay “calm”`
        let asked = |told: &Phrase| !quoted || syntax.is_word(told.units.end, Word::To);
        let addressee = addressee.filter(|told| frames.contains(Frames::OBJECT_TO) && asked(told));
        Some(Start { at, kind: ContentKind::Object, colon: false, addressee })
    }

    /// The frames of the cue; `the poll showed Brenk with a large lead`: a finding tells its object, and nothing else that
    /// shows or finds does.
    fn object_frames(&self, report: &ReportingClause) -> Frames {
        let frames = self.frames(report);
        let finding = |subject: &Phrase| self.syntax.has(subject.head, WordClass::FINDING);
        let told = frames.contains(Frames::FINDING) && report.subject.as_ref().is_some_and(finding);
        if told { Frames::NOUN } else { frames }
    }

    /// `a plan which he described as “QUOTE”`, `what he described as a trick`: what it is said of stands before.
    fn is_said_of_before(&self, report: &ReportingClause, at: usize, limit: usize) -> bool {
        let what = report.subject.as_ref().and_then(|subject| subject.units.start.checked_sub(1));
        what.is_some_and(|what| self.syntax.is_word(what, Word::What)) || self.quoted_soon(at + 1, limit)
    }

    /// `quoted her as saying`: what she says is told.
    fn is_told_as_saying(&self, frames: Frames, at: usize, limit: usize) -> bool {
        let syntax = self.syntax;
        let says = |at: usize| syntax.has(at, Morphology::GERUND) && syntax.has(at, WordClass::CUE);
        let told = |unit: usize| syntax.object_before_as(unit).is_some_and(|object| object.units.start == at);
        frames.contains(Frames::AS)
            && (at..limit).any(|unit| syntax.is_word(unit, Word::As) && says(unit + 1) && told(unit))
    }

    /// `a band called Brenk played the inn`: who is so called does something.
    fn is_called_so(&self, frames: Frames, at: usize, limit: usize) -> bool {
        let syntax = self.syntax;
        let acts = |called: Phrase| {
            syntax.is_finite(called.units.end)
                && syntax.has(called.units.end + 1, WordClass::DETERMINER | WordClass::POSSESSIVE)
        };
        frames.contains(Frames::PREDICATE) && syntax.phrase_starting_at(at, limit).is_some_and(acts)
    }

    /// `requested anonymity to speak freely`: how somebody spoke, not what of.
    fn hides_speaker(&self, at: usize, limit: usize) -> bool {
        let object = self.syntax.phrase_starting_at(at, limit);
        object.is_some_and(|object| self.syntax.is_word(object.head, Word::Anonymity))
    }

    /// A noun phrase, a gerund or a quotation.
    fn object_begins(&self, report: &ReportingClause, frames: Frames, at: usize) -> bool {
        let syntax = self.syntax;
        // A gerund is an object of those that take any: `admitted to hiding`.
        let gerund = frames.contains(Frames::NOUN)
            && !frames.contains(Frames::NONREPORT)
            // `tweeted using her own account`
            && report.cue.class != CueClass::Writing;
        let noun = match syntax.chunk_kind(at) {
            Some(ChunkKind::Noun) => true,
            Some(ChunkKind::Participle) => {
                gerund && syntax.chunk_of(at).is_some_and(|chunk| syntax.has(chunk.head, Morphology::GERUND))
            }
            Some(ChunkKind::Verb) => syntax.has(at, Morphology::S_FORM) && !syntax.has(at, WordClass::AUXILIARY),
            _ => false,
        };
        // `spoke of weeks without food`, but `rejected Monday`, `agreed on Friday`
        let time = syntax.is_time(at)
            // `called Sunday’s vote “mad”`
            && !syntax.is_possessive(at + 1)
            && (report.cue.particle.is_empty() || syntax.has(at, WordClass::DAY | WordClass::MONTH));
        noun && !time
            || syntax.has(at, WordClass::DETERMINER | WordClass::POSSESSIVE | WordClass::OBJECT | WordClass::REFLEXIVE)
            || syntax.quote(at).is_some()
    }

    /// The object has words in marks that somebody said. `named the ship “Lucky Star”`: of a verb that mostly reports nothing
    /// they are only what somebody calls it.
    fn has_said_words(&self, frames: Frames, object: Range<usize>) -> bool {
        let syntax = self.syntax;
        let names = frames.contains(Frames::NONREPORT) && !frames.intersects(Frames::QUOTE | Frames::PREDICATE);
        let mut quotes = syntax.quotes_in(object).iter().filter_map(|&unit| syntax.quote(unit));
        quotes.any(|quote| !(names && self.quoted_spans[quote].is_title(syntax.text)))
    }

    /// The object has what one of the frames asks for.
    fn fills_frame(&self, report: &ReportingClause, frames: Frames, object: Range<usize>) -> bool {
        let syntax = self.syntax;
        let Range { start, end } = object.clone();
        let has = |word| object.clone().any(|unit| syntax.is_word(unit, word));
        let reports = !frames.contains(Frames::NONREPORT);
        frames.contains(Frames::AS) && has(Word::As)
            || frames.contains(Frames::OF) && reports && has(Word::Of)
            || frames.contains(Frames::PREDICATE) && self.has_predicate(start, end)
            || frames.contains(Frames::OBJECT_TO) && object.clone().any(|to| syntax.infinitive_may_begin(to))
            || frames.contains(Frames::FOR) && has(Word::For)
            || frames.contains(Frames::NOUN)
                && reports
                && !self.tells_who(report, start)
                && !self.only_points(report, start, end)
    }

    /// A quotation, or one after an article and an adjective at most.
    fn quoted_soon(&self, at: usize, limit: usize) -> bool {
        let syntax = self.syntax;
        (at..limit.min(at + 3))
            .take_while(|&unit| {
                syntax.quote(unit).is_some() || syntax.is_nominal(unit) || syntax.has(unit, WordClass::DETERMINER)
            })
            .any(|unit| syntax.quote(unit).is_some())
    }

    /// `call the plan a mistake`: after the object comes what it is called.
    fn has_predicate(&self, at: usize, end: usize) -> bool {
        let syntax = self.syntax;
        let after = syntax.phrase_starting_at(at, end).map_or(at + 1, |object| object.units.end);
        after < end
            // `if you want to call it that`
            && !(syntax.is_word(after, Word::That) && after + 1 == end)
            && (syntax.is_nominal(after) && !syntax.is_time(after) && !syntax.is_adverb(after)
                || syntax.has(after, WordClass::DETERMINER | WordClass::POSSESSIVE))
    }

    /// `rejected that`, `attacked the plan`, `criticized Jane Doe`: whom or what somebody spoke of, but not what he said.
    /// With a particle that is enough: `called for a vote`, but not `called for it`.
    fn only_points(&self, report: &ReportingClause, at: usize, end: usize) -> bool {
        let syntax = self.syntax;
        let tokens = end.checked_sub(1).map_or(0, |last| syntax.units[last].end() - syntax.units[at].first());
        let pronoun = syntax.has(at, WordClass::OBJECT | WordClass::SUBJECT) && !syntax.has(at, WordClass::POSSESSIVE)
            || syntax.is_any_word(at, &[Word::That, Word::This]);
        if report.cue.particle.is_empty() {
            tokens < LEAST_TOLD && !syntax.has(at, Morphology::GERUND)
        } else {
            // `hinted at that in May`
            let alone = end == at + 1 || syntax.chunk_of(at).is_some_and(|chunk| chunk.units.len() == 1);
            tokens == 0
                || pronoun && alone && !syntax.infinitive_begins(at + 1)
                || end == at + 1 && syntax.name(at).is_some()
        }
    }

    /// `who endorsed Trump` says who somebody is, not what he said.
    fn tells_who(&self, report: &ReportingClause, at: usize) -> bool {
        let syntax = self.syntax;
        let title = usize::from(syntax.has(at, PersonCues::TITLE));
        self.is_relative(report)
            && (syntax.name(at + title).is_some()
                || syntax.has(at, WordClass::OBJECT)
                    && !(syntax.has(at, WordClass::POSSESSIVE) && syntax.is_nominal(at + 1)))
    }
}
