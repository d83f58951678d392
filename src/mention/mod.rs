//! The names in a text: those of the gazetteer, those discovered by their form, and who each one is.

mod acronym;
mod beginnings;
mod by_id;
mod discovery;
mod event;
mod forms;
mod frames;
mod gazetted;
mod headline;
mod linking;
mod people;
mod person;
mod places;
mod referent;
mod rule;
mod surroundings;
mod table;

use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::gazetteer::Gazetteer;
use crate::span::Span;
use crate::text::Text;

pub(crate) use referent::Referent;
pub use rule::Rule;

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

/// Which names are read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Naming {
    /// Those outside the gazetteer.
    pub(crate) discovery: bool,
    /// Those that are short for others of the text.
    pub(crate) linking: bool,
}

/// Space that one text after the other is read in.
#[derive(Debug, Default)]
pub(crate) struct Space {
    names: Vec<Name>,
    linking: linking::Space,
}

impl Space {
    /// Takes the space of names that are done with.
    pub(crate) fn take_back(&mut self, mut names: Vec<Name>) {
        names.clear();
        self.names = names;
    }
}

impl<'g> Cast<'g> {
    pub(crate) fn read<'t: 'g>(text: &Text<'t>, gazetteer: &'g Gazetteer, naming: Naming, space: &mut Space) -> Self {
        let hits = gazetted::hits(text, gazetteer);
        if !naming.discovery {
            let known = hits.map(discovery::known).collect();
            return linking::link(text, known, gazetteer, naming, space);
        }
        let headlines = headline::headlines(text);
        let mut candidates = discovery::discover(text, hits, &headlines, gazetteer);
        let matches = surroundings::is_about_matches(text);
        let counted = if matches { event::counted(text, &candidates, gazetteer) } else { FxHashSet::default() };
        candidates.retain(|candidate| {
            !event::is_of_event(text, candidate, gazetteer)
                && (counted.is_empty() || !counted.contains(text.word(candidate.tokens.start)))
        });
        let candidates = surroundings::complete(text, candidates, gazetteer, &headlines, matches, naming.linking);
        linking::link(text, candidates, gazetteer, naming, space)
    }
}
