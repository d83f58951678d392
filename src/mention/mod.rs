//! The names in a text: those of the gazetteer, those discovered by their form, and who each one is.

mod acronym;
mod beginnings;
mod by_id;
mod candidate;
mod capitals;
mod cast;
mod company;
mod context;
mod context_patterns;
mod discovery;
mod event;
mod forms;
mod gazetted;
mod headline;
mod link;
mod linking;
mod name_parts;
mod neighbors;
mod noted;
mod ordinary;
mod people;
mod person;
mod places;
mod readings;
mod referent;
mod rule;
mod short_forms;
mod spelling;
mod surname;
mod surroundings;
mod table;
mod teams;
mod token_set;
mod weights;

use std::mem;

use capitals::Capitals;
use linking::LinkingBuffers;
use rustc_hash::FxHashSet;

use crate::gazetteer::Gazetteer;
use crate::text::Text;

pub(crate) use cast::{Cast, Name};
pub(crate) use linking::Naming;
pub(crate) use referent::Referent;
pub use rule::Rule;

/// Lists that the names of one text after the other are read into, so that they are not allocated anew.
#[derive(Debug, Default)]
pub(crate) struct CastBuffers {
    capitals: Capitals,
    linking: LinkingBuffers,
}

impl CastBuffers {
    /// Takes back the list of names that are done with.
    pub(crate) fn take_back(&mut self, mut names: Vec<Name>) {
        names.clear();
        self.linking.names = names;
    }
}

impl<'g> Cast<'g> {
    pub(crate) fn read<'t: 'g>(
        text: &Text<'t>,
        gazetteer: &'g Gazetteer,
        naming: Naming,
        buffers: &mut CastBuffers,
    ) -> Self {
        let CastBuffers { capitals: space, linking } = buffers;
        let hits = gazetted::hits(text, gazetteer);
        let capitals = Capitals::of(text, mem::take(space));
        if !naming.discovery {
            let known = hits.map(|hit| candidate::known(hit, gazetteer)).collect();
            let cast = linking::link(text, known, gazetteer, naming, &capitals, linking);
            *space = capitals;
            return cast;
        }
        // Before much else, while the processor has the tokens at hand.
        let matches = teams::is_about_matches(text);
        let headlines = headline::headlines(text, &capitals.all);
        let mut candidates = discovery::discover(text, hits, &capitals, &headlines, gazetteer);
        let counted = if matches { event::counted(text, &candidates) } else { FxHashSet::default() };
        candidates.retain(|candidate| {
            !event::is_of_event(text, candidate)
                && (counted.is_empty() || !counted.contains(text.word(candidate.tokens.start)))
        });
        let about = surroundings::About { capitals: &capitals, headlines: &headlines, sports: matches };
        let candidates = surroundings::complete(text, candidates, gazetteer, about, naming.linking);
        let cast = linking::link(text, candidates, gazetteer, naming, &capitals, linking);
        *space = capitals;
        cast
    }
}
