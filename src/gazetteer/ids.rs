//! From an id to its entity.

use std::hash::BuildHasher;

use rustc_hash::FxBuildHasher;

use super::entity::{Entity, EntityIndex};
use super::room;

/// The entities by the hashes of their ids: a table of buckets, most with one entity to three.
///
/// It is made once for all entities, which takes two numbers and a byte for each; a map that grows would take three times as
/// much.
#[derive(Debug)]
pub(super) struct Ids {
    /// Bucket by bucket; within a bucket in the order of the entities.
    entities: Vec<EntityIndex>,
    /// Some more bits of the hash of each of these: an id that no entity has is told by them, without a look at the
    /// entities, which lie far apart.
    tags: Vec<u8>,
    /// Where each bucket begins; with one more at the end. As many buckets as a power of two.
    buckets: Vec<u32>,
}

impl Default for Ids {
    fn default() -> Self {
        Self::of(&[])
    }
}

impl Ids {
    pub(super) fn of(entities: &[Entity]) -> Self {
        Self::with_hashes(entities).0
    }

    /// The same with the hashes of the ids, by entity.
    pub(super) fn with_hashes(entities: &[Entity]) -> (Self, Vec<u32>) {
        let count = entities.len().next_power_of_two().div_ceil(2);
        let mut hashes = room::list(entities.len());
        hashes.extend(entities.iter().map(|entity| hash(entity.id())));
        let mut buckets = vec![0; count + 1];
        for &hash in &hashes {
            buckets[bucket(hash, count)] += 1;
        }
        // Each bucket from its end to its beginning, the last entity first.
        let mut end = 0;
        for bucket in &mut buckets {
            end += *bucket;
            *bucket = end;
        }
        let mut sorted = vec![EntityIndex::new(0); entities.len()];
        let mut tags = vec![0; entities.len()];
        for (index, &hash) in hashes.iter().enumerate().rev() {
            let place = &mut buckets[bucket(hash, count)];
            *place -= 1;
            sorted[*place as usize] = EntityIndex::new(index);
            tags[*place as usize] = tag(hash);
        }
        (Self { entities: sorted, tags, buckets }, hashes)
    }

    /// The first of these entities, for which the table was made, that has the id.
    pub(super) fn get(&self, entities: &[Entity], id: &str) -> Option<EntityIndex> {
        let hash = hash(id);
        let bucket = bucket(hash, self.buckets.len() - 1);
        let alike = self.buckets[bucket] as usize..self.buckets[bucket + 1] as usize;
        let mut fitting = alike.filter(|&at| self.tags[at] == tag(hash)).map(|at| self.entities[at]);
        fitting.find(|index| entities[index.get()].id() == id)
    }

    /// Those that may have the same id, in their order; every entity is in one of the lists.
    pub(super) fn alike(&self) -> impl Iterator<Item = &[EntityIndex]> {
        self.buckets.windows(2).map(|ends| &self.entities[ends[0] as usize..ends[1] as usize])
    }
}

fn hash(id: &str) -> u32 {
    FxBuildHasher.hash_one(id) as u32
}

/// Those bits of a hash that choose no bucket, unless there are more than 2²⁴.
fn tag(hash: u32) -> u8 {
    (hash >> 24) as u8
}

fn bucket(hash: u32, count: usize) -> usize {
    hash as usize & (count - 1)
}
