//! The referents of pronouns and descriptions.

mod attributions;
mod descriptions;
mod document;
mod endings;
#[cfg(test)]
mod examples;
mod grammatical_role;
mod resolve;
mod role;
mod salience;
mod unnamed;
mod wanted;
mod weights;

pub(crate) use attributions::{Reference, Resolution};
pub(crate) use resolve::{References, Referring, resolve};
pub(crate) use salience::Shown;
