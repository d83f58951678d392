//! What the document has of the entities of the gazetteer.

use std::cell::OnceCell;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::small_index::SmallIndex;
use crate::gazetteer::{Entity, EntityIndex, Gazetteer, Kind};

/// An entity of the gazetteer in the document.
#[derive(Debug)]
struct Noted {
    entity: EntityIndex,
    /// The length in bytes of the longest name that the document gives it, from names that only it has.
    longest: usize,
    referent: Option<SmallIndex>,
}

/// What the places that a text names belong to, and the countries these are in.
pub(super) struct NamedPlaces<'g> {
    pub(super) within: FxHashSet<&'g str>,
    pub(super) countries: FxHashSet<&'g str>,
}

/// The entities of the gazetteer that a text names, each once.
pub(super) struct NotedEntities<'g> {
    noted: Vec<Noted>,
    /// The position of each in the list.
    by_entity: FxHashMap<EntityIndex, usize>,
    /// The places among them that have a name of their own.
    places: Vec<EntityIndex>,
    named_places: OnceCell<NamedPlaces<'g>>,
}

impl<'g> NotedEntities<'g> {
    /// None yet, with room for this many.
    pub(super) fn of(room: usize) -> Self {
        Self {
            noted: Vec::with_capacity(room),
            by_entity: FxHashMap::with_capacity_and_hasher(room, FxBuildHasher),
            places: Vec::new(),
            named_places: OnceCell::new(),
        }
    }

    /// The entity's position in the list, to which it is added if it is new.
    pub(super) fn position(&mut self, entity: EntityIndex) -> usize {
        *self.by_entity.entry(entity).or_insert_with(|| {
            self.noted.push(Noted { entity, longest: 0, referent: None });
            self.noted.len() - 1
        })
    }

    /// Notes that the one at the position, which is this entity, has a name of that length which no other has.
    pub(super) fn note_name(&mut self, position: usize, length: usize, entity: &Entity) {
        let noted = &mut self.noted[position];
        let is_new = noted.longest == 0;
        noted.longest = length.max(noted.longest);
        if is_new && entity.kind() == Kind::Place {
            self.places.push(noted.entity);
        }
    }

    /// The length of the longest name that the document gives the entity, from names that only it has.
    pub(super) fn longest(&self, entity: EntityIndex) -> usize {
        self.by_entity.get(&entity).map_or(0, |&position| self.noted[position].longest)
    }

    /// The referent of the one at the position, made when first asked for.
    pub(super) fn referent(&mut self, position: usize, new: impl FnOnce(EntityIndex) -> usize) -> usize {
        let Noted { entity, ref mut referent, .. } = self.noted[position];
        referent.get_or_insert_with(|| SmallIndex::of(new(entity))).get()
    }

    /// Where the places are that the text names, as far as it has been read when this is first asked for.
    pub(super) fn places(&self, gazetteer: &'g Gazetteer) -> &NamedPlaces<'g> {
        self.named_places.get_or_init(|| {
            let places = self.places.iter().map(|&place| gazetteer.entity_at(place));
            NamedPlaces {
                within: places.clone().filter_map(|place| place.within()).collect(),
                countries: places.filter_map(|place| place.country()).collect(),
            }
        })
    }
}
