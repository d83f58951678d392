//! Reported speech: quoted spans and reports joined into quotations, and the turns of transcripts.

mod alone;
mod discourse;
#[cfg(all(test, feature = "bundled"))]
mod examples;
mod governed;
pub(crate) mod label;
mod passes;
mod speech;
mod transcript;

pub(crate) use discourse::Discourse;
pub(crate) use speech::{Governor, Quotation, QuotationType};
pub(crate) use transcript::Turn;
