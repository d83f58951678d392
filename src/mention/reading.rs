//! From a text to its cast: the order of the steps.

use std::mem;

use rustc_hash::FxHashSet;

use super::candidate::known;
use super::capitals::Capitals;
use super::cast::{Cast, Name};
use super::linking::{LinkingBuffers, Naming, link};
use super::{discovery, event, gazetted, headline, surroundings, teams};
use crate::gazetteer::Gazetteer;
use crate::text::Text;

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
        let CastBuffers { capitals: former, linking } = buffers;
        let hits = gazetted::hits(text, gazetteer);
        let capitals = Capitals::of(text, mem::take(former));
        if !naming.discovery {
            let known = hits.map(|hit| known(hit, gazetteer)).collect();
            let cast = link(text, known, gazetteer, naming, &capitals, linking);
            *former = capitals;
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
        let cast = link(text, candidates, gazetteer, naming, &capitals, linking);
        *former = capitals;
        cast
    }
}
