//! A state of mind in marks that says what somebody holds: `was “satisfied” that the bridge was safe`.

use super::reporting_clause::{Construction, ReportingClause};
use crate::lexicon::{Cue, CueClass, Frames};
use crate::syntax::Syntax;

static BE: Cue =
    Cue { lemma: "be", particle: "", class: CueClass::Speech, frames: Frames::QUOTE.union(Frames::CLAUSE) };

impl Syntax<'_, '_> {
    /// The report that a quoted span is the predicate of.
    pub(super) fn predicate_at<'l>(&self, quote: usize) -> Option<ReportingClause<'l>> {
        let verb = quote.checked_sub(1).filter(|_| self.holds_in_marks(quote))?;
        let group = self.verb_group(verb)?;
        let subject = self.subject_of(verb)?.phrase;
        self.may_speak(subject.head).then_some(ReportingClause {
            group: group.start..quote,
            verb,
            cue: &BE,
            subject: Some(subject),
            construction: Construction::Before,
            negated: group.negated,
            passive: false,
        })
    }
}
