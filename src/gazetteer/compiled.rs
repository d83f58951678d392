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
    /// Where the hashes begin that start with each number of [`PREFIX`] bits; with one more at the end.
    prefixes: Vec<u32>,
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
        let prefixes = prefixes(&by_id);
        let names = entities.iter().map(|entity| entity.names().count()).sum();
        let demonyms = demonyms(&entities);
        Self { entities, by_id, prefixes, names, demonyms, matcher }
    }

    pub(super) fn index_of(&self, id: &str) -> Option<EntityIndex> {
        let hash = hash(id);
        let prefix = prefix(hash);
        let alike = &self.by_id[self.prefixes[prefix] as usize..self.prefixes[prefix + 1] as usize];
        let first = alike.partition_point(|&(other, _)| other < hash);
        let mut same = alike[first..].iter().take_while(|&&(other, _)| other == hash).map(|&(_, index)| index);
        same.find(|&index| self.entities[index.get()].id() == id)
    }
}

/// How many bits of a hash are looked at first: a search through all hashes would wait for memory a dozen times.
const PREFIX: u32 = 14;

fn prefix(hash: u64) -> usize {
    (hash >> (u64::BITS - PREFIX)) as usize
}

fn prefixes(by_id: &[(u64, EntityIndex)]) -> Vec<u32> {
    let mut prefixes = vec![0; (1 << PREFIX) + 1];
    for &(hash, _) in by_id {
        prefixes[prefix(hash) + 1] += 1;
    }
    for at in 1..prefixes.len() {
        prefixes[at] += prefixes[at - 1];
    }
    prefixes
}

fn hash(id: &str) -> u64 {
    FxBuildHasher.hash_one(id)
}
