//! Who said it: sieves in a fixed order, the most precise first.

mod attribute;
mod confidence;
mod sieve;
mod sieves;
mod speaker;

pub(crate) use attribute::attribute;
pub(crate) use speaker::{Attribution, Source};
