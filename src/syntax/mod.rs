//! The grammar of a sentence: units, chunks and clauses.

mod kinds;
mod narration;
mod phrase;

pub(crate) use kinds::Kinds;
pub(crate) use narration::{Narration, Space};
pub(crate) use phrase::Phrase;
