//! What a gazetteer is made of once its names are compiled.

use std::hash::BuildHasher;

use rustc_hash::FxBuildHasher;

use super::compile::compile;
use super::country;
use super::demonym::{Demonyms, demonyms};
use super::entity::{Entity, EntityIndex};
use super::matcher::Matcher;

/// What the clones of a gazetteer share.
pub(super) struct Compiled {
    pub(super) entities: Vec<Entity>,
    /// The entities by the hash of their ids, in the order of the hashes.
    by_id: Vec<(u64, EntityIndex)>,
    pub(super) names: usize,
    pub(super) demonyms: Demonyms,
    pub(super) matcher: Matcher,
}

impl Compiled {
    /// Compiles the names of the entities.
    pub(super) fn of(mut entities: Vec<Entity>) -> Self {
        country::settle(&mut entities);
        let matcher = compile(&entities);
        Self::with(entities, matcher)
    }

    /// The same when the names are compiled already.
    pub(super) fn with(entities: Vec<Entity>, matcher: Matcher) -> Self {
        let hashes = entities.iter().map(|entity| hash(entity.id()));
        let mut by_id: Vec<_> = hashes.zip((0..).map(EntityIndex::new)).collect();
        by_id.sort_unstable();
        let names = entities.iter().map(|entity| entity.names().count()).sum();
        let demonyms = demonyms(&entities);
        Self { entities, by_id, names, demonyms, matcher }
    }

    pub(super) fn index_of(&self, id: &str) -> Option<EntityIndex> {
        let hash = hash(id);
        let first = self.by_id.partition_point(|&(other, _)| other < hash);
        let mut same = self.by_id[first..].iter().take_while(|&&(other, _)| other == hash).map(|&(_, index)| index);
        same.find(|&index| self.entities[index.get()].id() == id)
    }
}

fn hash(id: &str) -> u64 {
    FxBuildHasher.hash_one(id)
}
