//! What a gazetteer is made of once its names are compiled.

use super::compile::compile;
use super::country;
use super::demonym::{Demonyms, demonyms};
use super::entity::{Entity, EntityIndex};
use super::ids::Ids;
use super::load::Joined;
use super::matcher::Matcher;
use super::threads;

/// What the clones of a gazetteer share.
pub(super) struct Compiled {
    pub(super) entities: Vec<Entity>,
    ids: Ids,
    pub(super) names: usize,
    pub(super) demonyms: Demonyms,
    pub(super) matcher: Matcher,
}

impl Compiled {
    /// Compiles the names of the entities.
    pub(super) fn of(joined: Joined) -> Self {
        let Joined { mut entities, ids, parents, origins, notes } = joined;
        drop((origins, notes));
        country::settle(&mut entities, &parents);
        drop(parents);
        let matcher = compile(&entities);
        Self::with(entities, |_| ids, matcher)
    }

    /// The same when the names are compiled already.
    pub(super) fn with(entities: Vec<Entity>, ids: impl FnOnce(&[Entity]) -> Ids + Send, matcher: Matcher) -> Self {
        let are_many = threads::count(entities.iter().map(|entity| entity.texts().len()).sum()) > 1;
        let others = || (count(&entities), demonyms(&entities));
        let (ids, (names, demonyms)) = threads::both(are_many, || ids(&entities), others);
        Self { entities, ids, names, demonyms, matcher }
    }

    pub(super) fn index_of(&self, id: &str) -> Option<EntityIndex> {
        self.ids.get(&self.entities, id)
    }
}

fn count(entities: &[Entity]) -> usize {
    entities.iter().map(|entity| entity.names().count()).sum()
}
