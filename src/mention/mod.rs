//! The names in a text: those of the gazetteer, those discovered by their form, and who each one is.

mod acronym;
mod beginnings;
mod by_id;
mod capitals;
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
mod token_set;

use std::mem;
use std::ops::Range;

use capitals::Capitals;
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
    capitals: Capitals,
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
        let capitals = Capitals::of(text, mem::take(&mut space.capitals));
        if !naming.discovery {
            let known = hits.map(|hit| discovery::known(hit, gazetteer)).collect();
            let cast = linking::link(text, known, gazetteer, naming, &capitals, space);
            space.capitals = capitals;
            return cast;
        }
        // Before much else, while the processor has the tokens at hand.
        let matches = surroundings::is_about_matches(text);
        let headlines = headline::headlines(text, &capitals.all);
        let mut candidates = discovery::discover(text, hits, &capitals, &headlines, gazetteer);
        let counted = if matches { event::counted(text, &candidates) } else { FxHashSet::default() };
        candidates.retain(|candidate| {
            !event::is_of_event(text, candidate)
                && (counted.is_empty() || !counted.contains(text.word(candidate.tokens.start)))
        });
        let about = surroundings::About { capitals: &capitals, headlines: &headlines, sports: matches };
        let candidates = surroundings::complete(text, candidates, gazetteer, about, naming.linking);
        let cast = linking::link(text, candidates, gazetteer, naming, &capitals, space);
        space.capitals = capitals;
        cast
    }
}
