//! From the names of the entities to the [`Matcher`].

use std::cmp::Reverse;

use aho_corasick::nfa::contiguous;

use super::equality::{has_lower_case, lower, spellings};
use super::matcher::{Key, List, Matcher, Spelling};
use super::openings::Openings;
use super::{Entity, EntityIndex};

/// Compiles the names of the entities.
///
/// # Panics
///
/// If the names have more than 2³¹ letters together, for which no machine of today has the memory.
pub(super) fn compile(entities: &[Entity]) -> Matcher {
    let mut bearers = Bearers::of(entities);
    let rank = |entity: EntityIndex| (Reverse(entities[entity.get()].prominence()), entity);
    bearers.sort(rank);
    let Bearers { list, keys: key_text, spellings: spelling_text } = &bearers;
    let key_of = |bearer: &Bearer| &key_text[bearer.key.0 as usize..bearer.key.1 as usize];
    let spelling_of = |bearer: &Bearer| &spelling_text[bearer.spelling.0 as usize..bearer.spelling.1 as usize];

    let mut openings = Openings::default();
    let mut heads = Vec::new();
    let mut tails = Vec::new();
    let mut keys = Vec::new();
    let mut spellings = Vec::with_capacity(list.len() + 1);
    let mut text = String::with_capacity(spelling_text.len());
    let mut pool = Vec::with_capacity(list.len());
    let mut chunks = list.chunk_by(|a, b| key_of(a) == key_of(b)).peekable();
    let mut previous = None;
    while let Some(same_key) = chunks.next() {
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
        keys.push(Key { spellings: first, tail: narrow(tails.len()), capitals });
        let key = key_of(&same_key[0]).as_bytes();
        let head = head(key, [previous, chunks.peek().map(|next| key_of(&next[0]).as_bytes())]);
        heads.push(head);
        tails.extend_from_slice(&key[head.len()..]);
        previous = Some(key);
    }
    let (spellings_end, tail) = (narrow(spellings.len()), narrow(tails.len()));
    keys.push(Key { spellings: spellings_end, tail, capitals: List::default() });
    spellings.push(Spelling { text: narrow(text.len()), entities: List::default() });
    keys.shrink_to_fit();
    tails.shrink_to_fit();
    pool.shrink_to_fit();
    // A prefilter looks for the start of a match further on in the text; an anchored search has no use for one.
    let automaton = contiguous::Builder::new().prefilter(false).build(heads).expect("fewer than 2³¹ letters");
    Matcher { openings, automaton, keys, tails, spellings, text, pool }
}

/// A spelling of a name, and an entity that has the name.
struct Bearer {
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
                    key: (narrow(key), narrow(bearers.keys.len())),
                    spelling: (narrow(start), narrow(bearers.spellings.len())),
                    entity: EntityIndex::new(i),
                });
            }
        }
        bearers
    }

    /// Makes neighbours of the bearers of one key, within it of those of one spelling, in the order of rank.
    ///
    /// The keys come in descending order: a state of the automaton keeps its transitions as a list in ascending order,
    /// which a builder that is given them in that order walks to its end each time.
    fn sort<R: Ord>(&mut self, rank: impl Fn(EntityIndex) -> R) {
        let key = |bearer: &Bearer| &self.keys[bearer.key.0 as usize..bearer.key.1 as usize];
        let spelling = |bearer: &Bearer| &self.spellings[bearer.spelling.0 as usize..bearer.spelling.1 as usize];
        self.list.sort_unstable_by(|a, b| {
            let by_name = key(b).cmp(key(a)).then_with(|| spelling(a).cmp(spelling(b)));
            by_name.then_with(|| rank(a.entity).cmp(&rank(b.entity)))
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

/// The key up to where no other key goes on in the same way, or all of it if some do.
///
/// Keys that are neighbours in their order have the most in common, so these two are the only ones to look at.
fn head<'k>(key: &'k [u8], neighbours: [Option<&[u8]>; 2]) -> &'k [u8] {
    let shared = |other: &[u8]| key.iter().zip(other).take_while(|(a, b)| a == b).count();
    let longest = neighbours.into_iter().flatten().map(shared).max().unwrap_or(0);
    &key[..key.len().min(longest + 1)]
}

/// A number of letters or names as the tables hold it.
fn narrow(number: usize) -> u32 {
    u32::try_from(number).expect("fewer than 2³¹ letters")
}
