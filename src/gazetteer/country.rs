//! The country of each entity, which it reaches by way of what it belongs to.

use super::entity::{CountryCode, Entity, EntityIndex};

/// The scheme of the codes of countries among the identifiers.
const SCHEME: &str = "iso3166-1";

/// Tells every entity its country, given whom each belongs to: its own code, or that of the nearest entity above it that has one.
///
/// Done once for all, so that a record need not look for it.
pub(super) fn settle(entities: &mut [Entity], parents: &[Option<EntityIndex>]) {
    let mut settled: Vec<Option<Option<CountryCode>>> = entities.iter().map(|entity| own(entity).map(Some)).collect();
    let mut trail = Vec::new();
    for at in 0..entities.len() {
        let mut above = Some(at);
        while let Some(at) = above.filter(|&at| settled[at].is_none()) {
            // What belongs to itself by way of others ends here, and is in no country.
            settled[at] = Some(None);
            trail.push(at);
            above = parents[at].map(EntityIndex::get);
        }
        let country = above.and_then(|above| settled[above]).flatten();
        trail.drain(..).for_each(|at| settled[at] = Some(country));
    }
    for (entity, country) in entities.iter_mut().zip(settled) {
        entity.country = country.flatten();
    }
}

/// The code of two letters that an entity has as a country.
fn own(entity: &Entity) -> Option<CountryCode> {
    let codes = entity.identifiers().filter(|&(scheme, _)| scheme == SCHEME);
    let mut letters = codes.filter_map(|(_, code)| CountryCode::try_from(code.as_bytes()).ok());
    letters.find(|code| code.iter().all(u8::is_ascii_uppercase))
}
