//! What is read of a text's names.

use std::ops::Range;

use super::referent::Referent;
use super::rule::Rule;
use crate::span::Span;

/// A span that names an entity.
#[derive(Clone, Debug)]
pub(crate) struct Name {
    pub(crate) span: Span,
    /// The tokens that the span touches.
    pub(crate) tokens: Range<usize>,
    /// Position in [`Cast::referents`].
    pub(crate) referent: usize,
    pub(crate) rule: Rule,
}

/// Everybody and everything that a text names.
#[derive(Debug)]
pub(crate) struct Cast<'g> {
    pub(crate) referents: Vec<Referent<'g>>,
    /// In the order of the text; no two overlap.
    pub(crate) names: Vec<Name>,
}
