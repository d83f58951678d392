//! From the names of the entities to the [`Matcher`].

use std::cmp::{Ordering, Reverse};
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::beginnings::Beginnings;
use super::entity::{Entity, EntityIndex};
use super::equality::{has_lower_case, lower, spellings};
use super::matcher::{LETTERS_LIMIT, List, Matcher, Spelling};
use super::openings::Openings;
use super::prefixes::Prefixes;
use super::{room, threads};

/// Whether the names are too many for [`compile`]: two thousand million letters or so.
pub(super) fn is_too_much(entities: &[Entity]) -> bool {
    // A name outside ASCII has four spellings at most, each with its key, and taking letters apart makes three of one.
    let letters = |entity: &Entity| {
        let letters = entity.texts().len();
        if entity.texts().is_ascii() { letters } else { 16 * letters }
    };
    let at_most: usize = entities.iter().map(letters).sum();
    at_most >= LETTERS_LIMIT
}

/// Compiles the names of the entities.
///
/// # Panics
///
/// Perhaps, if they [are too much](is_too_much).
pub(super) fn compile(entities: &[Entity]) -> Matcher {
    let bytes = entities.iter().map(|entity| entity.texts().len()).sum();
    let threads = threads::count(bytes);
    let bearers = Bearers::of(entities, threads);
    let keys = Sorted::of(&bearers);
    let (prefixes, names) = threads::both(threads > 1, || prefixes(&keys), || names(entities, &bearers, &keys));
    Matcher { prefixes, ..names }
}

/// The beginnings of the keys.
fn prefixes(keys: &Sorted<'_>) -> Prefixes {
    let mut beginnings: Vec<(u64, Option<u32>)> = room::list(2 * keys.firsts.len());
    // Those of the key before, with which this one may have begun.
    let mut before = Vec::new();
    for (group, &value) in keys.groups().zip(&keys.values) {
        let spelling = keys.bearers.spelling(&group[0]);
        for (place, (hash, end)) in Beginnings::from(spelling, 0).enumerate() {
            let beginning = (hash, (end == spelling.len()).then_some(value));
            if before.get(place) != Some(&beginning) {
                before.truncate(place);
                before.push(beginning);
                beginnings.push(beginning);
            }
        }
    }
    let mut prefixes = Prefixes::with_room(beginnings.len());
    for (hash, value) in beginnings {
        match value {
            Some(value) => prefixes.add_key(hash, value),
            None => prefixes.add(hash),
        }
    }
    prefixes
}

/// The matcher of all names, but that it knows no beginnings of them.
fn names(entities: &[Entity], bearers: &Bearers, keys: &Sorted<'_>) -> Matcher {
    let count = bearers.list.len();
    let mut openings = Openings::with_room(count);
    let mut spellings = room::list(count + 1);
    let mut text = room::text(bearers.texts.iter().map(String::len).sum());
    let mut pool = room::list(count);
    let mut several = Vec::new();
    for same_key in keys.groups() {
        let first = spellings.len();
        let mut cased = Vec::new();
        for same_spelling in bearers.spelled(same_key) {
            let bearer = &same_spelling[0];
            let spelling = bearers.spelling(bearer);
            let is_cased = has_lower_case(spelling);
            openings.add(spelling, is_cased);
            if is_cased && same_key.len() > 1 {
                cased.push(same_spelling);
            }
            spellings.push(Spelling::new(text.len(), pool.len(), spellings.len() > first));
            pool.extend(same_spelling.iter().map(|bearer| bearer.entity));
            text.push_str(spelling);
        }
        if cased.len() > 1 {
            let mut merged: Vec<_> = cased.into_iter().flatten().map(|bearer| bearer.entity).collect();
            merged.sort_unstable_by_key(|&entity| rank(entities, entity));
            merged.dedup();
            several.push((first, merged));
        }
    }
    spellings.push(Spelling::new(text.len(), pool.len(), false));
    let mut capitals = FxHashMap::default();
    for (first, mut merged) in several {
        let list = List { start: narrow(pool.len()), len: narrow(merged.len()) };
        pool.append(&mut merged);
        capitals.insert(narrow(first), list);
    }
    spellings.shrink_to_fit();
    text.shrink_to_fit();
    pool.shrink_to_fit();
    capitals.shrink_to_fit();
    Matcher { openings, prefixes: Prefixes::default(), spellings, text, pool, capitals }
}

/// Of several entities, the one with the least is named first.
fn rank(entities: &[Entity], entity: EntityIndex) -> (Reverse<u8>, EntityIndex) {
    (Reverse(entities[entity.get()].prominence()), entity)
}

/// Between a spelling and its key.
const SEPARATOR: char = '\n';

/// A spelling of a name, and an entity that has the name.
struct Bearer {
    /// The first bytes of the key, as a number that is in the order of the texts: it decides nearly all comparisons.
    start: u128,
    /// Where its letters are in the text of its part: the spelling, and if in lower case not only letters of ASCII are
    /// others, behind a [`SEPARATOR`] the key.
    at: u32,
    len: u32,
    /// Where the key begins among the letters.
    key: u32,
    entity: EntityIndex,
}

impl Bearer {
    fn has_key(&self) -> bool {
        self.key > 0
    }
}

/// How many bytes [`Bearer::start`] has.
const START: usize = 16;

/// The spellings of the names of all entities, sorted: the bearers of one key are neighbours, within it those of one
/// spelling, and these are in the order of rank.
struct Bearers {
    list: Vec<Bearer>,
    /// What the entities of each part are called.
    texts: Vec<String>,
    /// Where the entities of each part but the first begin.
    parts: Vec<usize>,
}

impl Bearers {
    fn of(entities: &[Entity], threads: usize) -> Self {
        let size = entities.len().div_ceil(threads).max(1);
        let starts: Vec<_> = (0..entities.len()).step_by(size).collect();
        let spelled = threads::map(starts.clone(), |start| spell(entities, start..(start + size).min(entities.len())));
        let mut bearers = Self { list: Vec::new(), texts: Vec::new(), parts: starts.into_iter().skip(1).collect() };
        bearers.list = room::list(spelled.iter().map(|(_, list)| list.len()).sum());
        for (text, mut list) in spelled {
            bearers.texts.push(text);
            bearers.list.append(&mut list);
        }
        let mut list = std::mem::take(&mut bearers.list);
        threads::sort(&mut list, threads, &|a, b| {
            let by_key = bearers.compare_keys(a, b);
            let by_spelling = by_key.then_with(|| bearers.spelling(a).cmp(bearers.spelling(b)));
            by_spelling.then_with(|| rank(entities, a.entity).cmp(&rank(entities, b.entity)))
        });
        // An entity may come to a spelling by two names, Chávez and Chavez.
        list.dedup_by(|b, a| a.entity == b.entity && bearers.letters(a) == bearers.letters(b));
        Self { list, ..bearers }
    }

    fn letters(&self, bearer: &Bearer) -> &str {
        let part = self.parts.partition_point(|&start| start <= bearer.entity.get());
        &self.texts[part][bearer.at as usize..][..bearer.len as usize]
    }

    fn spelling(&self, bearer: &Bearer) -> &str {
        let letters = self.letters(bearer);
        if bearer.has_key() { &letters[..bearer.key as usize - SEPARATOR.len_utf8()] } else { letters }
    }

    /// The bearers of one key by their spellings.
    fn spelled<'b>(&self, same_key: &'b [Bearer]) -> impl Iterator<Item = &'b [Bearer]> + use<'b, '_> {
        same_key.chunk_by(|a, b| self.spelling(a) == self.spelling(b))
    }

    /// The bytes of the key behind the first ones, but that letters of ASCII may be capitals.
    fn rest(&self, bearer: &Bearer) -> &[u8] {
        let length = (bearer.len - bearer.key) as usize;
        if length <= START { &[] } else { &self.letters(bearer).as_bytes()[bearer.key as usize + START..] }
    }

    fn compare_keys(&self, a: &Bearer, b: &Bearer) -> Ordering {
        let rest = |bearer| self.rest(bearer).iter().map(u8::to_ascii_lowercase);
        a.start.cmp(&b.start).then_with(|| rest(a).cmp(rest(b)))
    }

    fn have_one_key(&self, a: &Bearer, b: &Bearer) -> bool {
        a.start == b.start && self.rest(a).eq_ignore_ascii_case(self.rest(b))
    }
}

/// The spellings of some entities, not sorted, and their text.
fn spell(entities: &[Entity], range: Range<usize>) -> (String, Vec<Bearer>) {
    // Most entities have a name or two in ASCII.
    let (mut text, mut list) = (room::text(32 * range.len()), room::list(2 * range.len()));
    for index in range {
        for spelling in entities[index].names().flat_map(spellings) {
            let at = text.len();
            text.push_str(&spelling);
            let mut key = 0;
            if !spelling.is_ascii() {
                let lower: String = spelling.chars().flat_map(lower).collect();
                if !lower.eq_ignore_ascii_case(&spelling) {
                    text.push(SEPARATOR);
                    key = text.len() - at;
                    text.push_str(&lower);
                }
            }
            let start = first_bytes(&text.as_bytes()[at + key..]);
            let [at, len, key] = [at, text.len() - at, key].map(narrow);
            list.push(Bearer { start, at, len, key, entity: EntityIndex::new(index) });
        }
    }
    (text, list)
}

/// The keys of bearers.
struct Sorted<'b> {
    bearers: &'b Bearers,
    /// For each key its first bearer and its first spelling.
    firsts: Vec<u32>,
    values: Vec<u32>,
}

impl<'b> Sorted<'b> {
    fn of(bearers: &'b Bearers) -> Self {
        let list = || room::list(bearers.list.len());
        let mut keys = Self { bearers, firsts: list(), values: list() };
        let (mut start, mut spelling) = (0, 0);
        for same_key in bearers.list.chunk_by(|a, b| bearers.have_one_key(a, b)) {
            keys.firsts.push(narrow(start));
            keys.values.push(narrow(spelling));
            start += same_key.len();
            spelling += bearers.spelled(same_key).count();
        }
        keys
    }

    /// The bearers of each key.
    fn groups(&self) -> impl Iterator<Item = &'b [Bearer]> {
        let ends = self.firsts.iter().skip(1).map(|&first| first as usize).chain([self.bearers.list.len()]);
        self.firsts.iter().zip(ends).map(|(&first, end)| &self.bearers.list[first as usize..end])
    }
}

/// The first bytes in lower case, with zeros behind a text that has fewer, as a number that is in the order of the texts.
fn first_bytes(text: &[u8]) -> u128 {
    let mut bytes = [0; START];
    let length = text.len().min(START);
    bytes[..length].copy_from_slice(&text[..length]);
    bytes.make_ascii_lowercase();
    u128::from_be_bytes(bytes)
}

/// A number of letters or names as the tables hold it.
fn narrow(number: usize) -> u32 {
    u32::try_from(number).expect("the letters were counted before")
}
