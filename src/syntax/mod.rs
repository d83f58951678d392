//! The grammar of a sentence: units, chunks and clauses.

mod apposition;
mod chunk;
mod clause;
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

pub(crate) use constituents::SubjectOrder;
pub(crate) use grammar::ChunkKind;
pub(crate) use kinds::Kinds;
pub(crate) use noun_phrase::Phrase;
pub(crate) use units::{Syntax, SyntaxBuffers};
