//! From sources to entities: reads them all, joins them, and checks what only all of them together can tell.

use std::iter::successors;
use std::sync::Arc;

use super::compile::is_too_much;
use super::entity::{Entity, EntityIndex, Facts, Home, Kind, TEXTS};
use super::ids::Ids;
use super::row::{self, COLUMNS};
use super::{room, threads};
use crate::error::{Error, Faults, shown};
use crate::table::{self, Header, Row, Rows};

/// The longest part of a source that is read at once: its entities tell places in their text by numbers of 32 bits.
const PART: usize = 1 << 30;

/// Of a longer circle no reader needs to see more.
const SHOWN_OF_CIRCLE: usize = 8;

/// The sources read so far.
#[derive(Default)]
pub(super) struct Loader {
    /// By source, in the order of reading.
    sources: Vec<LoadedSource>,
    /// One for each row that has an id, faulty ones included: one fault is not to bring forth others elsewhere.
    entities: Vec<Entity>,
    origins: Vec<RowOrigin>,
    /// As many as there are entities, or fewer if the others have none.
    notes: Vec<Option<Note>>,
    generation: usize,
    /// Whether a source hides its ids, so that it is unknown which ids there are.
    is_blind: bool,
    /// Whether rows are noted as [`Note`] has it; only the check needs that.
    takes_notes: bool,
}

struct LoadedSource {
    faults: Faults,
    generation: usize,
}

/// Where an entity comes from, to find fault with it later.
pub(super) struct RowOrigin {
    /// By which sources and lines are put in order.
    pub(super) source: u32,
    /// The columns of the fields `id` and `in`; the line is the entity's. The latter is [`FAULTY`] if the row is: then
    /// nothing is known but the id.
    id: u32,
    within: u32,
}

/// No column: they are counted from one.
const FAULTY: u32 = 0;

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

/// The entities of all sources.
#[derive(Default)]
pub(super) struct Joined {
    pub(super) entities: Vec<Entity>,
    pub(super) ids: Ids,
    /// For each entity the one that it belongs to.
    pub(super) parents: Vec<Option<EntityIndex>>,
    /// For each entity.
    pub(super) origins: Vec<RowOrigin>,
    /// For each entity, or fewer if the others have none.
    pub(super) notes: Vec<Option<Note>>,
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
                if let Some((header, rows)) = table::open(&text, &row::SCHEMA, &mut faults) {
                    self.read_rows(&header, rows, &mut faults);
                }
            }
            Err(reason) => {
                faults.unreadable(reason);
                self.is_blind = true;
            }
        }
        self.sources.push(LoadedSource { faults, generation: self.generation });
    }

    fn read_rows(&mut self, header: &Header<COLUMNS>, rows: Rows<'_>, faults: &mut Faults) {
        let parts = threads::count(rows.len()).max(rows.len().div_ceil(PART));
        // Notes have the remarks of a row, which may be in another part than the row.
        let parts = if self.takes_notes { vec![rows] } else { rows.split(parts) };
        let source = self.sources.len() as u32;
        let none = faults.none();
        let read = threads::map(parts, |rows| {
            let mut faults = none.none();
            let mut definitions = Definitions::new(source, rows, self.takes_notes, faults.source());
            rows.each(header, &mut faults, |row, faults| definitions.define(&row, faults));
            definitions.finish();
            (definitions, faults)
        });
        let count = read.iter().map(|(definitions, _)| definitions.origins.len()).sum();
        self.entities.reserve_exact(count);
        let mut origins = room::list(self.origins.len() + count);
        origins.append(&mut self.origins);
        self.origins = origins;
        for (mut definitions, found) in read {
            self.notes.resize_with(self.entities.len(), || None);
            self.entities.append(&mut definitions.entities);
            self.origins.append(&mut definitions.origins);
            self.notes.append(&mut definitions.notes);
            self.is_blind |= definitions.is_blind;
            faults.append(found);
        }
    }

    /// Notes what is wrong with a source from which no entities come.
    pub(super) fn refuse(&mut self, faults: Faults) {
        self.is_blind = true;
        self.sources.push(LoadedSource { faults, generation: self.generation });
    }

    /// Takes the entities of a gazetteer as they are: their faults were found when it was built.
    pub(super) fn adopt(&mut self, name: &str, entities: &[Entity]) {
        let source = self.sources.len() as u32;
        self.entities.extend_from_slice(entities);
        self.origins.resize_with(self.entities.len(), || RowOrigin { source, id: 1, within: 1 });
        self.sources.push(LoadedSource { faults: Faults::of(name), generation: self.generation });
    }

    /// All entities, unless there is any fault.
    pub(super) fn finish(mut self) -> Result<Joined, Error> {
        let (mut ids, hashes) = Ids::with_hashes(&self.entities);
        let is_gone = self.replace(&ids, &hashes);
        drop(hashes);
        let mut parents = self.parents(&ids, &is_gone);
        self.check_circles(&parents);
        if let Some(source) = self.sources.last_mut().filter(|_| is_too_much(&self.entities)) {
            source.faults.unusable(
                "the names of all sources together are too long",
                "give fewer: a gazetteer holds 2 GiB of them",
            );
        }
        Error::unless_clean(self.sources.into_iter().map(|source| source.faults))?;
        if !is_gone.is_empty() {
            retain(&mut self.entities, &is_gone);
            retain(&mut self.origins, &is_gone);
            retain(&mut self.notes, &is_gone);
            ids = Ids::of(&self.entities);
            let parent = |entity: &Entity| entity.within().and_then(|id| ids.get(&self.entities, id));
            parents = self.entities.iter().map(parent).collect();
        }
        Ok(Joined { entities: self.entities, ids, parents, origins: self.origins, notes: self.notes })
    }

    /// Of the entities with one id, the last takes the place of the first. Returns for each whether it is gone by that,
    /// or an empty list if none is.
    fn replace(&mut self, ids: &Ids, hashes: &[u32]) -> Vec<bool> {
        let mut is_gone = Vec::new();
        // The ids themselves are all over the memory, and nearly always differ if the hashes do.
        let has_same = |alike: &&[EntityIndex]| {
            let hash = |index: &EntityIndex| hashes[index.get()];
            match alike {
                [] | [_] => false,
                [a, b] => hash(a) == hash(b),
                [..] => {
                    let mut hashes: Vec<_> = alike.iter().map(hash).collect();
                    hashes.sort_unstable();
                    hashes.windows(2).any(|pair| pair[0] == pair[1])
                }
            }
        };
        for alike in ids.alike().filter(has_same) {
            // The first of each id; what replaces it is put in its place.
            let mut known: Vec<EntityIndex> = Vec::with_capacity(2);
            for &index in alike {
                let id = self.entities[index.get()].id();
                let Some(first) = known.iter().find(|first| self.entities[first.get()].id() == id) else {
                    known.push(index);
                    continue;
                };
                is_gone.resize(self.entities.len(), false);
                is_gone[index.get()] = true;
                let (was, is) = (&self.origins[first.get()], &self.origins[index.get()]);
                let (source, own) = (was.source as usize, is.source as usize);
                if self.sources[source].generation == self.sources[own].generation {
                    let line = self.entities[first.get()].line;
                    let name = self.sources[source].faults.source();
                    let advice = format!("give it another id, or make one row of it and {name}:{line}");
                    let entity = &self.entities[index.get()];
                    let message = format!("second entity with the id `{}`", shown(id));
                    self.sources[own].faults.at((entity.line as usize, is.id as usize), message, advice);
                    continue;
                }
                self.entities.swap(first.get(), index.get());
                self.origins.swap(first.get(), index.get());
                // Those of an earlier source, even if the last one is not noted.
                if !self.notes.is_empty() {
                    self.notes.resize_with(self.entities.len(), || None);
                    self.notes.swap(first.get(), index.get());
                }
            }
        }
        is_gone
    }

    /// For each entity the one that it belongs to, which must exist.
    fn parents(&mut self, ids: &Ids, is_gone: &[bool]) -> Vec<Option<EntityIndex>> {
        let mut parents = room::filled(None, self.entities.len());
        for (at, (entity, origin)) in self.entities.iter().zip(&self.origins).enumerate() {
            if origin.within == FAULTY || is_gone.get(at).is_some_and(|is_gone| *is_gone) {
                continue;
            }
            let Some(id) = entity.within() else { continue };
            let parent = ids.get(&self.entities, id);
            parents[at] = parent.filter(|parent| self.origins[parent.get()].within != FAULTY);
            if parent.is_none() && !self.is_blind {
                let slug = id.split_once('/').map_or(id, |(_, slug)| slug);
                let advice = [Kind::Place, Kind::Organization, Kind::Person]
                    .into_iter()
                    .map(|kind| format!("{kind}/{slug}"))
                    .find(|id| ids.get(&self.entities, id).is_some())
                    .map_or_else(
                        || "write the id of an entity of this gazetteer, or add that one".to_owned(),
                        |meant| format!("write `{}`", shown(&meant)),
                    );
                let place = (entity.line as usize, origin.within as usize);
                self.sources[origin.source as usize].faults.at(
                    place,
                    format!("no entity has the id `{}`", shown(id)),
                    advice,
                );
            }
        }
        parents
    }

    /// No entity belongs to itself, not even by way of others.
    fn check_circles(&mut self, parents: &[Option<EntityIndex>]) {
        // The walk that came by first, numbered from one; zero if none has.
        let mut seen = room::filled(0_u32, parents.len());
        let above = |at: usize| parents[at].map(EntityIndex::get);
        for start in (0..parents.len()).filter(|&at| parents[at].is_some()) {
            let walk = start as u32 + 1;
            let mut at = start;
            while seen[at] == 0 {
                seen[at] = walk;
                match above(at) {
                    Some(parent) => at = parent,
                    None => break,
                }
            }
            // A walk that meets its own trail has found a circle, and stands on it.
            if seen[at] != walk || parents[at].is_none() {
                continue;
            }
            let circle: Vec<_> = successors(Some(at), |&slot| above(slot).filter(|&parent| parent != at)).collect();
            if let Some(first) = circle.iter().min() {
                let around = circle.iter().cycle().skip_while(|slot| *slot != first).take(circle.len() + 1);
                let ids = around.map(|&slot| format!("`{}`", shown(self.entities[slot].id())));
                let mut ids: Vec<_> = ids.take(SHOWN_OF_CIRCLE + 1).collect();
                if circle.len() > SHOWN_OF_CIRCLE {
                    ids[SHOWN_OF_CIRCLE] = format!("{} more", circle.len() - SHOWN_OF_CIRCLE);
                }
                let (entity, origin) = (&self.entities[*first], &self.origins[*first]);
                let message = format!("`in` goes round in a circle: {}", ids.join(" in "));
                let place = (entity.line as usize, origin.within as usize);
                self.sources[origin.source as usize].faults.at(place, message, "leave one of them empty");
            }
        }
    }
}

/// Removes what is gone.
fn retain<T>(list: &mut Vec<T>, is_gone: &[bool]) {
    let mut is_gone = is_gone.iter();
    list.retain(|_| !is_gone.next().is_some_and(|&is_gone| is_gone));
}

/// What the rows of a source define, or a part of them.
struct Definitions {
    source: u32,
    takes_notes: bool,
    is_blind: bool,
    /// Where the entities are until their home is complete.
    nowhere: Arc<Home>,
    home: Home,
    entities: Vec<Entity>,
    origins: Vec<RowOrigin>,
    notes: Vec<Option<Note>>,
}

impl Definitions {
    fn new(source: u32, rows: Rows<'_>, takes_notes: bool, label: &Arc<str>) -> Self {
        let home = |text| Home { text, ..Home::of(Arc::clone(label)) };
        Self {
            source,
            takes_notes,
            is_blind: false,
            nowhere: Arc::new(home(String::new())),
            home: home(room::text(rows.len())),
            entities: room::list(rows.lines()),
            origins: room::list(rows.lines()),
            notes: Vec::new(),
        }
    }

    fn define(&mut self, row: &Row<'_, COLUMNS>, faults: &mut Faults) {
        let id = &row.fields[0];
        let entity = if row.is_whole { row::entity(row, faults, &self.nowhere, &mut self.home) } else { None };
        self.is_blind |= !id.is_present;
        if id.text.is_empty() {
            return;
        }
        let within = row::within(row);
        let within = match entity {
            None => FAULTY,
            // Nobody will ask.
            Some(_) if within.text.is_empty() => 1,
            Some(_) => within.place().1 as u32,
        };
        let entity = entity.unwrap_or_else(|| self.nameless(id.text, row::line(row)));
        self.entities.push(entity);
        self.origins.push(RowOrigin { source: self.source, id: id.place().1 as u32, within });
        if self.takes_notes {
            self.notes.push(Some(Note::of(row)));
        }
    }

    /// What stands for the entity of a faulty row.
    fn nameless(&mut self, id: &str, line: u32) -> Entity {
        let mut texts = [""; TEXTS];
        texts[0] = id;
        let facts = Facts { kind: Kind::Place, gender: None, prominence: 0, line, country: None };
        Entity::new(texts, facts, &self.nowhere, &mut self.home)
    }

    /// The text is complete.
    fn finish(&mut self) {
        self.home.text.shrink_to_fit();
        self.home.long.shrink_to_fit();
        let nobody = Home::of(Arc::clone(&self.home.source));
        let home = Arc::new(std::mem::replace(&mut self.home, nobody));
        self.entities.iter_mut().for_each(|entity| entity.move_to(&home));
    }
}
