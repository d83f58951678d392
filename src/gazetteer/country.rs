//! The country of each entity, which it reaches by way of what it belongs to.

use rustc_hash::FxHashMap;

use super::entity::{CountryCode, Entity};

/// The scheme of the codes of countries among the identifiers.
const SCHEME: &str = "iso3166-1";

/// Tells every entity its country: its own code, or that of the nearest entity above it that has one.
///
/// Done once for all, so that a record need not look for it.
pub(super) fn settle(entities: &mut [Entity]) {
    let codes: Vec<_> = entities.iter().map(own).collect();
    let above: FxHashMap<&str, usize> = entities.iter().enumerate().map(|(at, entity)| (entity.id(), at)).collect();
    let parents: Vec<_> = entities.iter().map(|entity| entity.within().and_then(|id| above.get(id)).copied()).collect();
    for (at, entity) in entities.iter_mut().enumerate() {
        // No entity belongs to itself, which the loader has seen to.
        entity.country = std::iter::successors(Some(at), |&at| parents[at]).find_map(|at| codes[at]);
    }
}

/// The code of two letters that an entity has as a country.
fn own(entity: &Entity) -> Option<CountryCode> {
    let codes = entity.identifiers().filter(|&(scheme, _)| scheme == SCHEME);
    let mut letters = codes.filter_map(|(_, code)| CountryCode::try_from(code.as_bytes()).ok());
    letters.find(|code| code.iter().all(u8::is_ascii_uppercase))
}
