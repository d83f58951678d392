//! The country of each entity, which it reaches by way of what it belongs to.

use super::entity::{CountryCode, Entity, EntityIndex};

/// The scheme of the codes of countries among the identifiers.
const SCHEME: &str = "iso3166-1";

/// Tells every entity its country, given whom each belongs to: its own code, or that of the nearest entity above it that has one.
///
/// Done once for all, so that a record need not look for it.
pub(super) fn settle(entities: &mut [Entity], parents: &[Option<EntityIndex>]) {
    let codes: Vec<_> = entities.iter().map(own).collect();
    let above = |at: &usize| parents[*at].map(EntityIndex::get);
    for (at, entity) in entities.iter_mut().enumerate() {
        // No entity belongs to itself, which the loader has seen to.
        entity.country = std::iter::successors(Some(at), above).find_map(|at| codes[at]);
    }
}

/// The code of two letters that an entity has as a country.
fn own(entity: &Entity) -> Option<CountryCode> {
    let codes = entity.identifiers().filter(|&(scheme, _)| scheme == SCHEME);
    let mut letters = codes.filter_map(|(_, code)| CountryCode::try_from(code.as_bytes()).ok());
    letters.find(|code| code.iter().all(u8::is_ascii_uppercase))
}
