//! The grammar of a sentence: units, chunks and clauses.

mod chunk;
mod clause;
mod grammar;
mod kinds;
mod narration;
mod phrase;
mod subject;

pub(crate) use chunk::Chunk;
pub(crate) use clause::{Clause, ClauseKind, SubjectOrder};
pub(crate) use grammar::ChunkKind;
pub(crate) use kinds::Kinds;
pub(crate) use narration::{Narration, Space};
pub(crate) use phrase::Phrase;
