//! From the names of the entities to the [`Matcher`].

use std::cmp::Reverse;

use super::beginnings::Beginnings;
use super::entity::{Entity, EntityIndex};
use super::equality::{has_lower_case, lower, spellings};
use super::matcher::{Key, List, Matcher, Spelling};
use super::openings::Openings;
use super::prefixes::Prefixes;

/// Compiles the names of the entities.
///
/// # Panics
///
/// If the names have more than 2³² letters together, for which no machine of today has the memory.
pub(super) fn compile(entities: &[Entity]) -> Matcher {
    let mut bearers = Bearers::of(entities);
    let rank = |entity: EntityIndex| (Reverse(entities[entity.get()].prominence()), entity);
    bearers.sort(rank);
    let Bearers { list, keys: key_text, spellings: spelling_text } = &bearers;
    let key_of = |bearer: &Bearer| &key_text[bearer.key.0 as usize..bearer.key.1 as usize];
    let spelling_of = |bearer: &Bearer| &spelling_text[bearer.spelling.0 as usize..bearer.spelling.1 as usize];

    let mut openings = Openings::with_room(list.len());
    let mut sorted = Vec::with_capacity(list.len());
    let mut keys = Vec::new();
    let mut spellings = Vec::with_capacity(list.len() + 1);
    let mut text = String::with_capacity(spelling_text.len());
    let mut pool = Vec::with_capacity(list.len());
    let chunks = list.chunk_by(|a, b| key_of(a) == key_of(b));
    for same_key in chunks {
        let first = narrow(spellings.len());
        let mut cased = Vec::new();
        for same_spelling in same_key.chunk_by(|a, b| spelling_of(a) == spelling_of(b)) {
            let spelling = spelling_of(&same_spelling[0]);
            let is_cased = has_lower_case(spelling);
            openings.add(spelling, is_cased);
            let entities = List { start: narrow(pool.len()), len: narrow(same_spelling.len()) };
            pool.extend(same_spelling.iter().map(|bearer| bearer.entity));
            spellings.push(Spelling { text: narrow(text.len()), entities });
            text.push_str(spelling);
            if is_cased {
                cased.push(entities);
            }
        }
        let capitals = match cased[..] {
            [] => List::default(),
            [only] => only,
            [..] => merge(&mut pool, &cased, rank),
        };
        keys.push(Key { spellings: first, capitals });
        sorted.push(key_of(&same_key[0]));
    }
    keys.push(Key { spellings: narrow(spellings.len()), capitals: List::default() });
    spellings.push(Spelling { text: narrow(text.len()), entities: List::default() });
    keys.shrink_to_fit();
    pool.shrink_to_fit();
    Matcher { openings, prefixes: prefixes(&sorted), keys, spellings, text, pool }
}

/// The beginnings of the keys, which are sorted.
fn prefixes(keys: &[&str]) -> Prefixes {
    // A beginning that the neighbour has as well has been counted with it.
    let mut before = "";
    let mut count = 0;
    for key in keys {
        let shared = key.bytes().zip(before.bytes()).take_while(|(a, b)| a == b).count();
        count += Beginnings::from(key, 0).filter(|&(_, end)| end >= shared).count();
        before = key;
    }
    let mut prefixes = Prefixes::with_room(count);
    for (key, text) in keys.iter().enumerate() {
        for (hash, end) in Beginnings::from(text, 0) {
            if end < text.len() {
                prefixes.add(hash);
            } else {
                prefixes.add_key(hash, key);
            }
        }
    }
    prefixes
}

/// A spelling of a name, and an entity that has the name.
struct Bearer {
    /// The first eight bytes of the key, which decide most comparisons.
    start: u64,
    /// Where the spelling in lower case stands in the text of the keys.
    key: (u32, u32),
    /// Where it stands in the text of the spellings.
    spelling: (u32, u32),
    entity: EntityIndex,
}

/// The spellings of the names of all entities: one flat list.
struct Bearers {
    list: Vec<Bearer>,
    keys: String,
    spellings: String,
}

impl Bearers {
    fn of(entities: &[Entity]) -> Self {
        let mut bearers = Self { list: Vec::new(), keys: String::new(), spellings: String::new() };
        for (i, entity) in entities.iter().enumerate() {
            for spelling in entity.names().flat_map(spellings) {
                let (key, start) = (bearers.keys.len(), bearers.spellings.len());
                if spelling.is_ascii() {
                    bearers.keys.push_str(&spelling);
                    bearers.keys[key..].make_ascii_lowercase();
                } else {
                    bearers.keys.extend(spelling.chars().flat_map(lower));
                }
                bearers.spellings.push_str(&spelling);
                bearers.list.push(Bearer {
                    start: first_bytes(&bearers.keys.as_bytes()[key..]),
                    key: (narrow(key), narrow(bearers.keys.len())),
                    spelling: (narrow(start), narrow(bearers.spellings.len())),
                    entity: EntityIndex::new(i),
                });
            }
        }
        bearers
    }

    /// Makes neighbours of the bearers of one key, within it of those of one spelling, in the order of rank.
    fn sort<R: Ord>(&mut self, rank: impl Fn(EntityIndex) -> R) {
        let key = |bearer: &Bearer| &self.keys[bearer.key.0 as usize..bearer.key.1 as usize];
        let spelling = |bearer: &Bearer| &self.spellings[bearer.spelling.0 as usize..bearer.spelling.1 as usize];
        self.list.sort_unstable_by(|a, b| {
            let by_key = a.start.cmp(&b.start).then_with(|| key(a).cmp(key(b)));
            by_key.then_with(|| spelling(a).cmp(spelling(b))).then_with(|| rank(a.entity).cmp(&rank(b.entity)))
        });
        // An entity may come to a spelling by two names, Chávez and Chavez.
        self.list.dedup_by(|b, a| a.entity == b.entity && spelling(a) == spelling(b));
    }
}

/// Appends the entities of all the lists to the pool, each once, in the order of rank.
fn merge<R: Ord>(pool: &mut Vec<EntityIndex>, lists: &[List], rank: impl Fn(EntityIndex) -> R) -> List {
    let mut merged: Vec<EntityIndex> = lists.iter().flat_map(|list| list.of(pool)).copied().collect();
    merged.sort_unstable_by_key(|&entity| rank(entity));
    merged.dedup();
    let list = List { start: narrow(pool.len()), len: narrow(merged.len()) };
    pool.append(&mut merged);
    list
}

/// As a number that is in the order of the texts: the first eight bytes, with zeros behind a text that has fewer.
fn first_bytes(text: &[u8]) -> u64 {
    let mut bytes = [0; 8];
    let length = text.len().min(8);
    bytes[..length].copy_from_slice(&text[..length]);
    u64::from_be_bytes(bytes)
}

/// A number of letters or names as the tables hold it.
fn narrow(number: usize) -> u32 {
    u32::try_from(number).expect("fewer than 2³² letters")
}
