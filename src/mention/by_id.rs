//! Which discovered entity has an id.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::index_table::{IndexTable, SmallIndex, hash};
use super::referent::Referent;
use crate::span::Span;

/// The discovered entities of a document by their ids, which stay where they are, with the referents: a copy of each as
/// a key would cost more than all looks.
#[derive(Debug)]
pub(super) struct ById<'g> {
    table: IndexTable,
    /// By ids that they had before a fuller name was found.
    former: FxHashMap<Cow<'g, str>, usize>,
}

impl<'g> ById<'g> {
    /// None yet, with room for this many.
    pub(super) fn of(entities: usize) -> Self {
        Self { table: IndexTable::of(entities), former: FxHashMap::default() }
    }

    /// The entity that has or had the id.
    pub(super) fn get(&self, referents: &[Referent<'g>], id: &str) -> Option<usize> {
        let found = self.table.find(of_id(id), |at| referents[at].id == id);
        found.or_else(|| if self.former.is_empty() { None } else { self.former.get(id).copied() })
    }

    /// Notes an entity that has an id which no other has or had.
    pub(super) fn insert(&mut self, id: &str, referent: usize) {
        self.table.insert(of_id(id), SmallIndex::of(referent));
    }

    /// Notes that an entity had this id and has another.
    pub(super) fn rename(&mut self, former: Cow<'g, str>, id: &str, referent: usize) {
        self.former.insert(former, referent);
        self.insert(id, referent);
    }
}

fn of_id(id: &str) -> u32 {
    hash(id, Span::new(0, id.len()))
}
