//! From sources to entities: reads them all, joins them, and checks what only all of them together can tell.

use std::collections::hash_map::Entry;
use std::iter::successors;

use rustc_hash::FxHashMap;

use super::entity::{Entity, Kind};
use super::row::{self, COLUMNS};
use crate::error::{Error, Faults};
use crate::table::{self, Row};

/// The sources read so far.
#[derive(Default)]
pub(super) struct Loader {
    /// By source, in the order of reading.
    faults: Vec<Faults>,
    entities: Vec<Loaded>,
    by_id: FxHashMap<String, Definition>,
    generation: usize,
    /// Whether a source hides its ids, so that it is unknown which ids there are.
    is_blind: bool,
    /// Whether rows are noted as [`Note`] has it; only the check needs that.
    takes_notes: bool,
}

/// An entity and what is needed to find fault with it later.
pub(super) struct Loaded {
    pub(super) entity: Entity,
    /// By which sources and lines are put in order.
    pub(super) source: usize,
    pub(super) note: Option<Note>,
    /// Line and column of the field `in`.
    within: (usize, usize),
}

/// What the row says beside the entity.
pub(super) struct Note {
    /// The column of each name, in the order of [`Entity::names`].
    pub(super) columns: Vec<usize>,
    /// The comment lines directly above.
    pub(super) remarks: String,
}

impl Note {
    fn of(row: &Row<'_, COLUMNS>) -> Self {
        Self { columns: row::names(row).map(|name| name.place().1).collect(), remarks: row.remarks.to_owned() }
    }
}

/// Who defined an id last.
struct Definition {
    generation: usize,
    source: usize,
    line: usize,
    /// Where in the list of entities it is; nowhere if its row is faulty.
    slot: Option<usize>,
}

impl Loader {
    /// From here on, entities replace those of the same id that were read before, and come with notes or without.
    pub(super) fn begin(&mut self, takes_notes: bool) {
        self.generation += 1;
        self.takes_notes = takes_notes;
    }

    /// Reads a source; the bytes, or why there are none.
    pub(super) fn read(&mut self, name: &str, bytes: Result<&[u8], &str>) {
        let mut faults = Faults::of(name);
        match bytes {
            Ok(bytes) => {
                let text = table::decode(bytes, &mut faults);
                table::read(&text, &row::SCHEMA, &mut faults, |row, faults| self.define(&row, faults));
            }
            Err(reason) => {
                faults.unreadable(reason);
                self.is_blind = true;
            }
        }
        self.faults.push(faults);
    }

    /// Takes the entities of a gazetteer as they are: their faults were found when it was built.
    #[cfg(feature = "bundled")]
    pub(super) fn adopt(&mut self, entities: impl Iterator<Item = Entity>) {
        let source = self.faults.len();
        for entity in entities {
            let (id, line) = (entity.id().to_owned(), entity.source().1);
            let definition = Definition { generation: self.generation, source, line, slot: None };
            match self.by_id.entry(id) {
                Entry::Occupied(mut earlier) => {
                    let slot = earlier.get().slot;
                    earlier.insert(Definition { slot, ..definition });
                }
                Entry::Vacant(vacant) => {
                    vacant.insert(definition);
                }
            }
            self.place(Loaded { entity, source, note: None, within: (0, 0) });
        }
        self.faults.push(Faults::of("gazetteers"));
    }

    fn define(&mut self, row: &Row<'_, COLUMNS>, faults: &mut Faults) {
        let id = &row.fields[0];
        // The id counts as defined even if the row is faulty: one fault is not to bring forth others elsewhere.
        let entity = row.is_whole.then(|| row::entity(row, faults)).flatten();
        self.is_blind |= !id.is_present;
        if id.text.is_empty() {
            return;
        }
        let source = self.faults.len();
        let mut definition = Definition { generation: self.generation, source, line: row.line, slot: None };
        match self.by_id.entry(id.text.to_owned()) {
            Entry::Occupied(mut earlier) => {
                if earlier.get().generation == self.generation {
                    let earlier = earlier.get();
                    let name = self.faults.get(earlier.source).unwrap_or(faults).source();
                    let advice = format!("give it another id, or make one row of it and {name}:{}", earlier.line);
                    faults.at(id.place(), format!("second entity with the id `{}`", id.text), advice);
                    return;
                }
                definition.slot = earlier.get().slot;
                earlier.insert(definition);
            }
            Entry::Vacant(vacant) => {
                vacant.insert(definition);
            }
        }
        let Some(entity) = entity else { return };
        let note = self.takes_notes.then(|| Note::of(row));
        self.place(Loaded { entity, source, note, within: row::within(row).place() });
    }

    /// Puts the entity where an earlier one of the same id is, or at the end.
    fn place(&mut self, loaded: Loaded) {
        let definition = self.by_id.get_mut(loaded.entity.id()).expect("its id was defined just before");
        match definition.slot {
            Some(slot) => self.entities[slot] = loaded,
            None => {
                definition.slot = Some(self.entities.len());
                self.entities.push(loaded);
            }
        }
    }

    /// All entities, unless there is any fault.
    pub(super) fn finish(mut self) -> Result<Vec<Loaded>, Error> {
        if !self.is_blind {
            self.check_within();
        }
        self.check_circles();
        Error::unless_clean(self.faults)?;
        Ok(self.entities)
    }

    /// Every entity belongs to one that exists.
    fn check_within(&mut self) {
        for Loaded { entity, source, within, .. } in &self.entities {
            let Some(id) = entity.within().filter(|&id| !self.by_id.contains_key(id)) else { continue };
            let slug = id.split_once('/').map_or(id, |(_, slug)| slug);
            let advice = [Kind::Place, Kind::Organization, Kind::Person]
                .into_iter()
                .map(|kind| format!("{kind}/{slug}"))
                .find(|id| self.by_id.contains_key(id))
                .map_or_else(
                    || "write the id of an entity of this gazetteer, or add that one".to_owned(),
                    |meant| format!("write `{meant}`"),
                );
            self.faults[*source].at(*within, format!("no entity has the id `{id}`"), advice);
        }
    }

    /// No entity belongs to itself, not even by way of others.
    fn check_circles(&mut self) {
        let slot_of = |id: &str| self.by_id.get(id).and_then(|definition| definition.slot);
        let parents: Vec<_> = self.entities.iter().map(|loaded| loaded.entity.within().and_then(slot_of)).collect();
        // The walk that came by first, numbered from one; zero if none has.
        let mut seen = vec![0; parents.len()];
        for start in 0..parents.len() {
            let walk = start + 1;
            let mut at = start;
            while seen[at] == 0 {
                seen[at] = walk;
                match parents[at] {
                    Some(parent) => at = parent,
                    None => break,
                }
            }
            // A walk that meets its own trail has found a circle, and stands on it.
            if seen[at] != walk || parents[at].is_none() {
                continue;
            }
            let circle: Vec<_> = successors(Some(at), |&slot| parents[slot].filter(|&parent| parent != at)).collect();
            if let Some(first) = circle.iter().min() {
                let around = circle.iter().cycle().skip_while(|slot| *slot != first).take(circle.len() + 1);
                let ids: Vec<_> = around.map(|&slot| format!("`{}`", self.entities[slot].entity.id())).collect();
                let Loaded { source, within, .. } = self.entities[*first];
                let message = format!("`in` goes round in a circle: {}", ids.join(" in "));
                self.faults[source].at(within, message, "leave one of them empty");
            }
        }
    }
}
