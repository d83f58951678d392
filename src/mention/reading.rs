//! From a text to its cast: the order of the steps.

use rustc_hash::FxHashSet;

use super::candidate::known;
use super::capitals::Capitals;
use super::cast::Cast;
use super::linking::{Naming, link};
use super::{discovery, event, gazetted, headline, surroundings, teams};
use crate::gazetteer::Gazetteer;
use crate::tagging::Tagging;
use crate::text::Text;

impl<'g> Cast<'g> {
    pub(crate) fn read<'t: 'g>(text: &Text<'t>, tagging: &Tagging, gazetteer: &'g Gazetteer, naming: Naming) -> Self {
        let hits = gazetted::hits(text, gazetteer);
        let capitals = Capitals::of(text);
        if !naming.discovery {
            let known = hits.map(|hit| known(hit, gazetteer)).collect();
            return link(text, known, gazetteer, naming, &capitals);
        }
        let parts = &tagging.parts[..];
        // Before much else, while the processor has the tokens at hand.
        let matches = teams::is_about_matches(text);
        let headlines = headline::headlines(text, parts, &capitals.all);
        let mut candidates = discovery::discover(text, parts, hits, &capitals, &headlines, gazetteer);
        let counted = if matches { event::counted(text, parts, &candidates) } else { FxHashSet::default() };
        candidates.retain(|candidate| {
            !event::is_of_event(text, candidate)
                && (counted.is_empty() || !counted.contains(text.word(candidate.tokens.start)))
        });
        let about = surroundings::About { parts, capitals: &capitals, headlines: &headlines, sports: matches };
        let candidates = surroundings::complete(text, candidates, gazetteer, about, naming.linking);
        link(text, candidates, gazetteer, naming, &capitals)
    }
}
