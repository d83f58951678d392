//! The names in a text: those of the gazetteer, those discovered by their form, and who each one is.

mod acronym;
mod discovery;
mod event;
mod frames;
mod gazetted;
mod headline;
mod linking;
mod people;
mod person;
mod referent;
mod surroundings;
mod table;

use std::ops::Range;

use rustc_hash::FxHashSet;

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
        let headlines = headline::headlines(text);
        let mut candidates = discovery::discover(text, hits, &headlines, gazetteer);
        let matches = surroundings::is_about_matches(text);
        let counted = if matches { event::counted(text, &candidates, gazetteer) } else { FxHashSet::default() };
        candidates.retain(|candidate| {
            !event::is_of_event(text, candidate, gazetteer)
                && (counted.is_empty() || !counted.contains(text.word(candidate.tokens.start)))
        });
        let candidates = surroundings::complete(text, candidates, gazetteer, &headlines, matches);
        linking::link(text, candidates, gazetteer)
    }
}
