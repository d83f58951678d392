//! Finding the names that start at one place of a text.
//!
//! An Aho-Corasick automaton over the names in lower case is driven by hand, anchored at a word start: anchored, because
//! that is both right and fast. An unanchored search settles overlaps before it knows where words end and loses Korean
//! Air to North Korea in "North Korean Air"; and most words are turned away here by one look at their first bytes.
//!
//! The automaton cannot tell `US` from `us`. So each hit at a word end is compared with the spellings that are equal but
//! for case, which are few (nearly always one), and the longest hit that passes is the match.
//!
//! A name stands in the automaton only as far as it takes to tell it from all others; the rest of it, its *tail*, is a
//! plain string to compare. `Volodymyr Zel` leads to nobody but Zelenskyy, and states cost ten times as much as letters.

use super::entity::EntityIndex;
use super::equality::{Letters, is_capitals, is_exact, lower};
use super::openings::Openings;
use super::trie::{ROOT, State, Trie};
use super::word::{is_word_end, is_word_start};

/// All names of a gazetteer, compiled.
///
/// Everything lies in a few flat arrays, so that a name costs little more than its letters. A *key* is a spelling in
/// lower case; the spellings of one key are neighbours, and so are the entities of one spelling.
#[derive(Debug)]
pub(super) struct Matcher {
    pub(super) openings: Openings,
    pub(super) trie: Trie,
    /// In the order of the trie's keys; with one more at the end, where the spellings of the last key end.
    pub(super) keys: Vec<Key>,
    /// The tails of the keys, end to end.
    pub(super) tails: Vec<u8>,
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
    /// Where its tail starts.
    pub(super) tail: u32,
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
    pub(super) fn longest_at(&self, text: &str, start: usize) -> Option<(usize, &[EntityIndex])> {
        if !self.may_start(text, start) || !is_word_start(text, start) {
            return None;
        }
        let mut longest = None;
        self.walk(text, start, |key, end| {
            if is_word_end(text, end) {
                let entities = self.entities(key, &text[start..end]);
                if !entities.is_empty() {
                    longest = Some((end, entities));
                }
            }
        });
        longest
    }

    /// Whether a name may start at the offset, by the look of its first four bytes.
    #[inline]
    pub(super) fn may_start(&self, text: &str, start: usize) -> bool {
        self.openings.has(text.as_bytes(), start)
    }

    /// The entities that the text, all of it, is a name of.
    pub(super) fn whole(&self, text: &str) -> &[EntityIndex] {
        let mut found: &[EntityIndex] = &[];
        self.walk(text, 0, |key, end| {
            if end == text.len() {
                found = self.entities(key, text);
            }
        });
        found
    }

    /// Calls `visit` with each key that the text from `start` on begins with, and with its end; the shortest first.
    #[inline]
    fn walk(&self, text: &str, start: usize, mut visit: impl FnMut(usize, usize)) {
        let mut cursor = Cursor { matcher: self, state: ROOT, leaf: None };
        let mut letters = Letters::from(text, start);
        // No name ends within the first four letters of a longer word, so nothing is missed by going past them at once.
        let four = text.as_bytes()[start..].first_chunk::<4>();
        if let Some(four) = four.filter(|four| four.iter().all(u8::is_ascii_alphanumeric)) {
            if !cursor.jump(&four.map(|byte| byte.to_ascii_lowercase())) {
                return;
            }
            letters = Letters::from(text, start + 4);
            if !cursor.report(text, letters.offset(), &mut visit) {
                return;
            }
        }
        while let Some(c) = letters.next() {
            let is_alive = if c.is_ascii() { cursor.step(c.to_ascii_lowercase() as u8) } else { cursor.step_over(c) };
            if !is_alive || !cursor.report(text, letters.offset(), &mut visit) {
                return;
            }
        }
    }

    /// The tail of the key.
    fn tail(&self, key: usize) -> &[u8] {
        &self.tails[self.keys[key].tail as usize..self.keys[key + 1].tail as usize]
    }

    /// The entities that have the text, which equals the key but for case, as a name.
    fn entities(&self, key: usize, text: &str) -> &[EntityIndex] {
        let (key, next) = (self.keys[key], self.keys[key + 1]);
        for i in key.spellings as usize..next.spellings as usize {
            let (spelling, next) = (self.spellings[i], self.spellings[i + 1]);
            if is_exact(&self.text[spelling.text as usize..next.text as usize], text) {
                return spelling.entities.of(&self.pool);
            }
        }
        if key.capitals.len > 0 && is_capitals(text) { key.capitals.of(&self.pool) } else { &[] }
    }
}

/// A place in the set of keys: what has been read so far is the beginning of one, or of several.
struct Cursor<'m> {
    matcher: &'m Matcher,
    state: State,
    /// The only key that begins so, and what is still to come of its tail.
    leaf: Option<(usize, &'m [u8])>,
}

impl Cursor<'_> {
    /// Reads four letters or digits at the root; whether there is a key that begins so.
    #[inline]
    fn jump(&mut self, four: &[u8; 4]) -> bool {
        let Some(jump) = self.matcher.trie.jump(four) else { return false };
        self.state = jump.state;
        self.enter();
        if let Some((_, tail)) = &mut self.leaf {
            // All keys with these four letters share them, and so does the only one.
            *tail = &tail[4 - usize::from(jump.depth)..];
        }
        true
    }

    #[inline]
    fn enter(&mut self) {
        let matcher = self.matcher;
        if matcher.trie.is_leaf(self.state) {
            self.leaf = matcher.trie.key(self.state).map(|key| (key, matcher.tail(key)));
        }
    }

    /// Calls `visit` if a key has been read to its end; whether there may be more.
    #[inline]
    fn report(&self, text: &str, offset: usize, visit: &mut impl FnMut(usize, usize)) -> bool {
        match self.leaf {
            Some((key, tail)) => {
                // No other key begins like this one: the rest of it comes now, letter for letter in most texts.
                let end = offset + tail.len();
                let comes = text.as_bytes().get(offset..end).is_some_and(|rest| rest.eq_ignore_ascii_case(tail));
                if comes {
                    visit(key, end);
                }
                !comes
            }
            None => {
                if let Some(key) = self.matcher.trie.key(self.state) {
                    visit(key, offset);
                }
                true
            }
        }
    }

    /// Reads a byte; whether there is still a key that begins so.
    #[inline]
    fn step(&mut self, byte: u8) -> bool {
        if let Some((key, tail)) = self.leaf {
            let Some((&next, rest)) = tail.split_first() else { return false };
            self.leaf = Some((key, rest));
            return next == byte;
        }
        let Some(state) = self.matcher.trie.step(self.state, byte) else { return false };
        self.state = state;
        self.enter();
        true
    }

    /// Reads a letter outside ASCII; whether there is still a key that begins so.
    #[cold]
    fn step_over(&mut self, letter: char) -> bool {
        lower(letter).all(|c| c.encode_utf8(&mut [0; 4]).bytes().all(|byte| self.step(byte)))
    }
}
