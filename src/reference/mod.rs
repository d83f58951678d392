//! Who the pronouns and descriptions are that speak.

mod features;
mod resolve;

pub(crate) use resolve::{Reference, Resolution, Voices, resolve};
