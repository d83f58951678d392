//! The names in a text: those of the gazetteer, those discovered by their form, and who each one is.

mod acronym;
mod discovery;
mod gazetted;
mod linking;
mod people;
mod person;
mod referent;

use std::ops::Range;

use crate::gazetteer::Gazetteer;
use crate::span::Span;
use crate::text::Text;

pub(crate) use referent::Referent;

/// A span that names an entity.
#[derive(Clone, Debug)]
pub(crate) struct Name {
    pub(crate) span: Span,
    /// The tokens that the span touches.
    pub(crate) tokens: Range<usize>,
    /// Position in [`Cast::referents`].
    pub(crate) referent: usize,
}

/// Everybody and everything that a text names.
#[derive(Debug)]
pub(crate) struct Cast<'g> {
    pub(crate) referents: Vec<Referent<'g>>,
    /// In the order of the text; no two overlap.
    pub(crate) names: Vec<Name>,
}

impl<'g> Cast<'g> {
    pub(crate) fn read(text: &Text, gazetteer: &'g Gazetteer) -> Self {
        let hits = gazetted::hits(text, gazetteer);
        let candidates = discovery::discover(text, hits, gazetteer);
        linking::link(text, candidates, gazetteer)
    }
}
