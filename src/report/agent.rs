//! Who says it in the passive: `was called “a disgrace” by the union`, `described by the union as “a farce”`.

use std::ops::Range;

use super::content::{Content, Contents, Side};
use super::reporting_clause::{Construction, Group, ReportingClause};
use crate::lexicon::{Cue, Frames, Morphology, Word};
use crate::syntax::{Phrase, Syntax};

/// No agent is further from its verb, in units.
const FARTHEST: usize = 12;

impl Syntax<'_, '_> {
    /// The report of a passive verb that says what somebody calls something, with words in marks; `end` is that of the verb.
    pub(super) fn report_by_agent<'l>(
        &self,
        verb: usize,
        cue: &'l Cue,
        end: usize,
        group: &Group,
    ) -> Option<ReportingClause<'l>> {
        if !group.passive || !cue.frames.intersects(Frames::PREDICATE | Frames::AS) {
            return None;
        }
        let limit = self.sentence_of(verb).end.min(end + FARTHEST);
        let by = (end..limit).find(|&at| self.is_word(at, Word::By))?;
        // `by the union as “a farce”`
        let close = (by + 1..limit).find(|&at| self.is_word(at, Word::As)).unwrap_or(limit);
        let subject = self.phrase_starting_at(by + 1, close).filter(|agent| self.can_speak(agent))?;
        // `quoted by the paper as saying`
        let says = by == end && self.has(close + 1, Morphology::GERUND);
        if says {
            return None;
        }
        let words = if by == end { subject.units.end..limit } else { end..by };
        if !self.quotes_any(words) {
            return None;
        }
        Some(ReportingClause {
            group: group.start..end,
            verb,
            cue,
            subject: Some(subject),
            construction: Construction::Agent,
            negated: group.negated,
            passive: false,
        })
    }
}

impl Contents<'_, '_, '_> {
    /// What the agent calls it: before `by`, or after `as`.
    pub(super) fn of_agent(&self, report: &ReportingClause, sentence: &Range<usize>) -> Option<Content> {
        let syntax = self.syntax;
        let Phrase { units: agent, .. } = report.subject.as_ref()?;
        let by = agent.start - 1;
        let (start, end) = if by > report.group.end { (report.group.end, by) } else { (agent.end, sentence.end) };
        let start = start + usize::from(syntax.is_word(start, Word::As));
        let end = if end == by { by } else { syntax.clause_end(start, end) };
        let part = self.trimmed(start..end);
        let called = syntax.quotes_any(part.clone());
        called.then(|| Content { object: true, ..Content::of(std::iter::once(part).collect(), Side::Right) })
    }
}
