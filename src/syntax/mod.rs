//! The grammar of a sentence: units, chunks and clauses.

mod chunk;
mod clause;
mod constituents;
mod grammar;
mod kinds;
mod main_verb;
mod noun_phrase;
mod phrase;
mod subject;
mod units;

pub(crate) use constituents::SubjectOrder;
pub(crate) use grammar::ChunkKind;
pub(crate) use kinds::Kinds;
pub(crate) use phrase::Phrase;
pub(crate) use units::{Syntax, SyntaxBuffers};
