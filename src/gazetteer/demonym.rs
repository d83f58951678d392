//! Demonyms: words that point to a place and are no names of it, Russian for Russia.

use rustc_hash::FxHashMap;

use super::entity::{Entity, EntityIndex};

/// The most prominent place of each demonym.
pub(super) type Demonyms = FxHashMap<Box<str>, EntityIndex>;

pub(super) fn demonyms(entities: &[Entity]) -> Demonyms {
    let mut demonyms = Demonyms::default();
    for (i, entity) in entities.iter().enumerate() {
        for demonym in entity.demonyms() {
            let index = EntityIndex::new(i);
            let place = demonyms.entry(demonym.into()).or_insert(index);
            if entities[place.get()].prominence() < entity.prominence() {
                *place = index;
            }
        }
    }
    demonyms
}
