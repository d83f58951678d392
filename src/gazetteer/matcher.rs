//! Finding the names that start at one place of a text.
//!
//! The text is read word by word from a word start on, and each [beginning](super::beginnings) is looked up among those
//! of the names: anchored, because that is both right and fast. An unanchored search settles overlaps before it knows
//! where words end and loses Korean Air to North Korea in "North Korean Air"; and most words are turned away here by one
//! look at their first bytes.
//!
//! The table cannot tell `US` from `us`, and takes one number for one name. So each hit is compared with the spellings
//! that are equal but for case, which are few (nearly always one), and the longest hit that passes is the match.

use super::beginnings::Beginnings;
use super::entity::EntityIndex;
use super::equality::{equals_but_for_case, is_capitals, is_exact};
use super::openings::Openings;
use super::prefixes::Prefixes;
use super::word::is_word_start;

/// All names of a gazetteer, compiled.
///
/// Everything lies in a few flat arrays, so that a name costs little more than its letters. A *key* is a spelling in
/// lower case; the spellings of one key are neighbours, and so are the entities of one spelling.
#[derive(Debug)]
pub(super) struct Matcher {
    pub(super) openings: Openings,
    pub(super) prefixes: Prefixes,
    /// With one more at the end, where the spellings of the last key end.
    pub(super) keys: Vec<Key>,
    /// With one more at the end, where the text of the last one ends.
    pub(super) spellings: Vec<Spelling>,
    /// The text of the spellings, end to end.
    pub(super) text: String,
    /// What every [`List`] is a stretch of.
    pub(super) pool: Vec<EntityIndex>,
}

/// The spellings that are equal but for case.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key {
    /// The first of its spellings.
    pub(super) spellings: u32,
    /// Who is meant when the text is in capitals; nobody if all its spellings are acronyms.
    pub(super) capitals: List,
}

/// A way to write a name, in its own case.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spelling {
    /// Where its text starts.
    pub(super) text: u32,
    /// Who has the name, the most prominent first.
    pub(super) entities: List,
}

/// A stretch of the pool of entities.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct List {
    pub(super) start: u32,
    pub(super) len: u32,
}

impl List {
    pub(super) fn of(self, pool: &[EntityIndex]) -> &[EntityIndex] {
        &pool[self.start as usize..][..self.len as usize]
    }
}

impl Matcher {
    /// The end and the entities of the longest name that starts at the offset, if that is the start of a word.
    #[inline]
    pub(super) fn longest_at(&self, text: &str, start: usize) -> Option<(usize, &[EntityIndex])> {
        self.openings.has(text.as_bytes(), start).then(|| self.longest_from(text, start))?
    }

    /// The same, whatever the first letters are.
    pub(super) fn longest_from(&self, text: &str, start: usize) -> Option<(usize, &[EntityIndex])> {
        if !is_word_start(text, start) {
            return None;
        }
        let mut longest = None;
        self.walk(text, start, |key, end| {
            let entities = self.entities(key, &text[start..end]);
            if !entities.is_empty() {
                longest = Some((end, entities));
            }
        });
        longest
    }

    /// The entities that the text, all of it, is a name of.
    pub(super) fn whole(&self, text: &str) -> &[EntityIndex] {
        let mut found: &[EntityIndex] = &[];
        self.walk(text, 0, |key, end| {
            if end == text.len() && found.is_empty() {
                found = self.entities(key, text);
            }
        });
        found
    }

    /// Calls `visit` with each key that the text from `start` on may begin with, and with its end; the shortest first.
    #[inline]
    fn walk(&self, text: &str, start: usize, mut visit: impl FnMut(usize, usize)) {
        for (hash, end) in Beginnings::from(text, start) {
            if !self.prefixes.look(hash, |key| visit(key, end)) {
                return;
            }
        }
    }

    /// The entities that have the text, which very likely equals the key but for case, as a name.
    fn entities(&self, key: usize, text: &str) -> &[EntityIndex] {
        let (key, next) = (self.keys[key], self.keys[key + 1]);
        for spelling in key.spellings as usize..next.spellings as usize {
            if is_exact(self.spelling(spelling), text) {
                return self.spellings[spelling].entities.of(&self.pool);
            }
        }
        let in_capitals = || is_capitals(text) && equals_but_for_case(self.spelling(key.spellings as usize), text);
        if key.capitals.len > 0 && in_capitals() { key.capitals.of(&self.pool) } else { &[] }
    }

    fn spelling(&self, at: usize) -> &str {
        &self.text[self.spellings[at].text as usize..self.spellings[at + 1].text as usize]
    }
}
