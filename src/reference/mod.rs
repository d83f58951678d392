//! Who the pronouns and descriptions are.

mod descriptions;
mod document;
mod endings;
mod focus;
mod grade;
mod resolve;
mod role;
mod voices;
mod wanted;

pub(crate) use focus::Shown;
pub(crate) use resolve::{References, Referring, Space, resolve};
pub(crate) use voices::{Reference, Resolution};
