//! From sources to entities: reads them all, joins them, and checks what only all of them together can tell.

use std::iter::successors;
use std::sync::Arc;

use super::compile::is_too_much;
use super::entity::{Draft, Entity, EntityIndex, Facts, Home, Kind, TEXTS};
use super::ids::Ids;
use super::row::{self, COLUMNS};
use super::threads;
use crate::error::{Error, Faults};
use crate::table::{self, Header, Row, Rows};

/// The longest part of a source that is read at once: its entities tell places in their text by numbers of 32 bits.
const PART: usize = 1 << 30;

/// The sources read so far.
#[derive(Default)]
pub(super) struct Loader {
    /// By source, in the order of reading.
    sources: Vec<Source>,
    /// One for each row that has an id, faulty ones included: one fault is not to bring forth others elsewhere.
    entities: Vec<Entity>,
    origins: Vec<Origin>,
    generation: usize,
    /// Whether a source hides its ids, so that it is unknown which ids there are.
    is_blind: bool,
    /// Whether rows are noted as [`Note`] has it; only the check needs that.
    takes_notes: bool,
}

struct Source {
    faults: Faults,
    generation: usize,
}

/// Where an entity comes from, to find fault with it later.
pub(super) struct Origin {
    /// By which sources and lines are put in order.
    pub(super) source: u32,
    /// The columns of the fields `id` and `in`; the line is the entity's.
    id: u32,
    within: u32,
    /// Whether the row had no fault. Of one that had, nothing is known but the id.
    is_whole: bool,
    pub(super) note: Option<Box<Note>>,
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

/// The entities of all sources.
#[derive(Default)]
pub(super) struct Joined {
    pub(super) entities: Vec<Entity>,
    pub(super) ids: Ids,
    /// For each entity the one that it belongs to.
    pub(super) parents: Vec<Option<EntityIndex>>,
    /// For each entity; none if they need no checks.
    pub(super) origins: Vec<Origin>,
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
        self.sources.push(Source { faults, generation: self.generation });
    }

    fn read_rows(&mut self, header: &Header<COLUMNS>, rows: Rows<'_>, faults: &mut Faults) {
        let parts = threads::count(rows.len()).max(rows.len().div_ceil(PART));
        // Notes have the remarks of a row, which may be in another part than the row.
        let parts = if self.takes_notes { vec![rows] } else { rows.split(parts) };
        let source = self.sources.len() as u32;
        let none = faults.none();
        let read = threads::map(parts, |rows| {
            let mut part = Part::new(source, self.takes_notes);
            let mut faults = none.none();
            rows.each(header, &mut faults, |row, faults| part.define(&row, faults));
            (part.finish(Arc::clone(none.source())), faults)
        });
        let count = read.iter().map(|(part, _)| part.origins.len()).sum();
        self.entities.reserve_exact(count);
        self.origins.reserve_exact(count);
        for (mut part, found) in read {
            self.entities.append(&mut part.entities);
            self.origins.append(&mut part.origins);
            self.is_blind |= part.is_blind;
            faults.append(found);
        }
    }

    /// Takes the entities of a gazetteer as they are: their faults were found when it was built.
    pub(super) fn adopt(&mut self, name: &str, entities: &[Entity]) {
        let source = self.sources.len() as u32;
        self.entities.extend_from_slice(entities);
        self.origins.resize_with(self.entities.len(), || Origin {
            source,
            id: 1,
            within: 1,
            is_whole: true,
            note: None,
        });
        self.sources.push(Source { faults: Faults::of(name), generation: self.generation });
    }

    /// All entities, unless there is any fault.
    pub(super) fn finish(mut self) -> Result<Joined, Error> {
        let mut ids = Ids::of(&self.entities);
        let is_gone = self.replace(&ids);
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
            let mut stays = is_gone.iter().map(|is_gone| !is_gone);
            self.entities.retain(|_| stays.next().unwrap_or(true));
            let mut stays = is_gone.iter().map(|is_gone| !is_gone);
            self.origins.retain(|_| stays.next().unwrap_or(true));
            ids = Ids::of(&self.entities);
            let parent = |entity: &Entity| entity.within().and_then(|id| ids.get(&self.entities, id));
            parents = self.entities.iter().map(parent).collect();
        }
        Ok(Joined { entities: self.entities, ids, parents, origins: self.origins })
    }

    /// Of the entities with one id, the last takes the place of the first. Returns for each whether it is gone by that,
    /// or an empty list if none is.
    fn replace(&mut self, ids: &Ids) -> Vec<bool> {
        let mut is_gone = Vec::new();
        for alike in ids.alike().filter(|alike| alike.len() > 1) {
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
                    let message = format!("second entity with the id `{id}`");
                    self.sources[own].faults.at((entity.line as usize, is.id as usize), message, advice);
                    continue;
                }
                self.entities.swap(first.get(), index.get());
                self.origins.swap(first.get(), index.get());
            }
        }
        is_gone
    }

    /// For each entity the one that it belongs to, which must exist.
    fn parents(&mut self, ids: &Ids, is_gone: &[bool]) -> Vec<Option<EntityIndex>> {
        let mut parents = vec![None; self.entities.len()];
        for (at, (entity, origin)) in self.entities.iter().zip(&self.origins).enumerate() {
            if !origin.is_whole || is_gone.get(at).is_some_and(|is_gone| *is_gone) {
                continue;
            }
            let Some(id) = entity.within() else { continue };
            let parent = ids.get(&self.entities, id);
            parents[at] = parent.filter(|parent| self.origins[parent.get()].is_whole);
            if parent.is_none() && !self.is_blind {
                let slug = id.split_once('/').map_or(id, |(_, slug)| slug);
                let advice = [Kind::Place, Kind::Organization, Kind::Person]
                    .into_iter()
                    .map(|kind| format!("{kind}/{slug}"))
                    .find(|id| ids.get(&self.entities, id).is_some())
                    .map_or_else(
                        || "write the id of an entity of this gazetteer, or add that one".to_owned(),
                        |meant| format!("write `{meant}`"),
                    );
                let place = (entity.line as usize, origin.within as usize);
                self.sources[origin.source as usize].faults.at(place, format!("no entity has the id `{id}`"), advice);
            }
        }
        parents
    }

    /// No entity belongs to itself, not even by way of others.
    fn check_circles(&mut self, parents: &[Option<EntityIndex>]) {
        // The walk that came by first, numbered from one; zero if none has.
        let mut seen = vec![0_u32; parents.len()];
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
                let ids: Vec<_> = around.map(|&slot| format!("`{}`", self.entities[slot].id())).collect();
                let (entity, origin) = (&self.entities[*first], &self.origins[*first]);
                let message = format!("`in` goes round in a circle: {}", ids.join(" in "));
                let place = (entity.line as usize, origin.within as usize);
                self.sources[origin.source as usize].faults.at(place, message, "leave one of them empty");
            }
        }
    }
}

/// What a part of a source defines.
struct Part {
    source: u32,
    takes_notes: bool,
    is_blind: bool,
    text: String,
    drafts: Vec<Draft>,
    entities: Vec<Entity>,
    origins: Vec<Origin>,
}

impl Part {
    fn new(source: u32, takes_notes: bool) -> Self {
        let (text, drafts, entities, origins) = Default::default();
        Self { source, takes_notes, is_blind: false, text, drafts, entities, origins }
    }

    fn define(&mut self, row: &Row<'_, COLUMNS>, faults: &mut Faults) {
        let id = &row.fields[0];
        let draft = if row.is_whole { row::entity(row, faults, &mut self.text) } else { None };
        self.is_blind |= !id.is_present;
        if id.text.is_empty() {
            return;
        }
        let is_whole = draft.is_some();
        let Some(draft) = draft.or_else(|| nameless(id.text, row.line, &mut self.text)) else {
            self.is_blind = true;
            return;
        };
        let within = row::within(row);
        let within = if within.text.is_empty() { 1 } else { within.place().1 };
        let note = self.takes_notes.then(|| Box::new(Note::of(row)));
        let (id, within) = (id.place().1 as u32, within as u32);
        self.drafts.push(draft);
        self.origins.push(Origin { source: self.source, id, within, is_whole, note });
    }

    /// Gives the entities their home.
    fn finish(mut self, source: Arc<str>) -> Self {
        let mut text = std::mem::take(&mut self.text);
        text.shrink_to_fit();
        let home = Arc::new(Home { source, text });
        self.entities = std::mem::take(&mut self.drafts).into_iter().map(|draft| draft.at(&home)).collect();
        self
    }
}

/// What stands for the entity of a faulty row.
fn nameless(id: &str, line: usize, text: &mut String) -> Option<Draft> {
    let mut texts = [""; TEXTS];
    texts[0] = id;
    Draft::new(texts, Facts { kind: Kind::Place, gender: None, prominence: 0, line }, text)
}
