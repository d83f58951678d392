//! The grammar of a sentence: units, chunks and clauses.
//!
//! Where each notion is defined, for rules to ask:
//!
//! * a finite verb is what [tagging](crate::tagging) has given one of the parts
//!   [`PartSet::FINITE`](crate::lexicon::PartSet::FINITE), after `past_forms` and `main_verb` have seen the chunks;
//! * a noun phrase is a chunk of the [`grammar`], with what hangs on it: `noun_phrase`;
//! * a subject is what `subject` gives each verb group; [`Syntax::subject_of`] tells it whole;
//! * an apposition, of somebody or of a whole clause, is what `apposition` says it is;
//! * a clause begins at its opener ([`Clause`](constituents::Clause)) or with its subject
//!   ([`Syntax::clause_with_subject_at`]), and ends where the next begins that is no part of it ([`Syntax::clause_end`]); a
//!   verb that a conjunction joins belongs to the clause that `joined` finds.

mod apposition;
mod chunk;
mod clause;
mod clause_end;
mod constituents;
mod frame;
mod grammar;
mod inverted;
mod joined;
mod kinds;
mod main_verb;
mod noun_phrase;
mod past_forms;
mod predicates;
mod queries;
mod subject;
mod units;

pub(crate) use constituents::{Chunk, SubjectOrder};
pub(crate) use grammar::ChunkKind;
pub(crate) use kinds::Kinds;
pub(crate) use noun_phrase::Phrase;
pub(crate) use queries::Subject;
pub(crate) use units::Syntax;
