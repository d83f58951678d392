//! Which discovered entity has an id.

use std::borrow::Cow;
use std::hash::BuildHasher;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::Referent;

/// The discovered entities of a document by their ids, which stay where they are, with the referents: a copy of each as
/// a key would cost more than all looks.
#[derive(Debug)]
pub(super) struct ById<'g> {
    /// By the hash of the id, or by the next number that was free.
    places: FxHashMap<u64, usize>,
    /// By ids that they had before a fuller name was found.
    former: FxHashMap<Cow<'g, str>, usize>,
}

impl<'g> ById<'g> {
    pub(super) fn with_capacity(entities: usize) -> Self {
        Self { places: FxHashMap::with_capacity_and_hasher(entities, FxBuildHasher), former: FxHashMap::default() }
    }

    /// The entity that has or had the id.
    pub(super) fn get(&self, referents: &[Referent<'g>], id: &str) -> Option<usize> {
        let mut hash = FxBuildHasher.hash_one(id);
        while let Some(&place) = self.places.get(&hash) {
            if referents[place].id == id {
                return Some(place);
            }
            hash = hash.wrapping_add(1);
        }
        if self.former.is_empty() { None } else { self.former.get(id).copied() }
    }

    /// Notes an entity that has an id which no other has or had.
    pub(super) fn insert(&mut self, id: &str, referent: usize) {
        let mut hash = FxBuildHasher.hash_one(id);
        while self.places.contains_key(&hash) {
            hash = hash.wrapping_add(1);
        }
        self.places.insert(hash, referent);
    }

    /// Notes that an entity had this id and has another.
    pub(super) fn rename(&mut self, former: Cow<'g, str>, id: &str, referent: usize) {
        self.former.insert(former, referent);
        self.insert(id, referent);
    }
}
