//! Finding the names that start at one place of a text.
//!
//! An Aho-Corasick automaton over the names in lower case is driven by hand, anchored at a word start: anchored, because
//! that is both right and fast. An unanchored search settles overlaps before it knows where words end and loses Korean
//! Air to North Korea in "North Korean Air"; and most words are turned away here by one look at their first byte.
//!
//! The automaton cannot tell `US` from `us`. So each hit at a word end is compared with the spellings that are equal but
//! for case, which are few (nearly always one), and the longest hit that passes is the match.
//!
//! A name stands in the automaton only as far as it takes to tell it from all others; the rest of it, its *tail*, is a
//! plain string to compare. `Volodymyr Zel` leads to nobody but Zelenskyy, and states cost ten times as much as letters.

use aho_corasick::automaton::{Automaton, StateID};
use aho_corasick::nfa::contiguous::NFA;
use aho_corasick::{Anchored, PatternID};

use super::EntityIndex;
use super::equality::{Letters, is_capitals, is_exact, lower};
use super::openings::Openings;
use super::word::{is_word_end, is_word_start};

/// All names of a gazetteer, compiled.
///
/// Everything lies in a few flat arrays, so that a name costs little more than its letters. A *key* is a spelling in
/// lower case; the spellings of one key are neighbours, and so are the entities of one spelling.
#[derive(Debug)]
pub(super) struct Matcher {
    pub(super) openings: Openings,
    /// Has the head of each key as a pattern.
    pub(super) automaton: NFA,
    /// By pattern; with one more at the end, where the spellings and the tail of the last key end.
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

    /// Whether a name may start at the offset, by the look of its first two bytes.
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
    fn walk(&self, text: &str, start: usize, mut visit: impl FnMut(PatternID, usize)) {
        let Some(mut cursor) = Cursor::at_root(self) else { return };
        let mut letters = Letters::from(text, start);
        loop {
            if cursor.read.is_none() {
                let read = cursor.step_plain(&text.as_bytes()[letters.offset()..]);
                letters.skip_ascii(read);
            } else if let Some((key, tail)) = cursor.read
                && !tail.is_empty()
            {
                // No other key begins like this one: the rest of it comes now, letter for letter in most texts.
                let rest = &text.as_bytes()[letters.offset()..];
                if rest.get(..tail.len()).is_some_and(|rest| rest.eq_ignore_ascii_case(tail)) {
                    return visit(key, letters.offset() + tail.len());
                }
            }
            if let Some(key) = cursor.key() {
                visit(key, letters.offset());
            }
            let Some(c) = letters.next() else { return };
            let is_alive = if c.is_ascii() { cursor.step(c.to_ascii_lowercase() as u8) } else { cursor.step_over(c) };
            if !is_alive {
                return;
            }
        }
    }

    /// The tail of the key.
    fn tail(&self, key: PatternID) -> &[u8] {
        let key = key.as_usize();
        &self.tails[self.keys[key].tail as usize..self.keys[key + 1].tail as usize]
    }

    /// The entities that have the text, which equals the key but for case, as a name.
    fn entities(&self, key: PatternID, text: &str) -> &[EntityIndex] {
        let (key, next) = (self.keys[key.as_usize()], self.keys[key.as_usize() + 1]);
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
    state: StateID,
    /// How many bytes have been read in the automaton.
    length: usize,
    /// The key whose head has been read, and what is still to come of its tail.
    read: Option<(PatternID, &'m [u8])>,
}

impl<'m> Cursor<'m> {
    #[inline]
    fn at_root(matcher: &'m Matcher) -> Option<Self> {
        let state = matcher.automaton.start_state(Anchored::Yes).ok()?;
        Some(Self { matcher, state, length: 0, read: None })
    }

    /// Reads ASCII letters and digits up to a state that says something; how many there were.
    #[inline]
    fn step_plain(&mut self, text: &[u8]) -> usize {
        let automaton = &self.matcher.automaton;
        let mut read = 0;
        while let Some(&byte) = text.get(read).filter(|byte| byte.is_ascii_alphanumeric()) {
            let next = automaton.next_state(Anchored::Yes, self.state, byte.to_ascii_lowercase());
            if automaton.is_special(next) {
                break;
            }
            self.state = next;
            read += 1;
        }
        self.length += read;
        read
    }

    /// Reads a byte; whether there is still a key that begins so.
    #[inline]
    fn step(&mut self, byte: u8) -> bool {
        if let Some((key, [next, rest @ ..])) = self.read {
            self.read = Some((key, rest));
            return *next == byte;
        }
        let automaton = &self.matcher.automaton;
        self.state = automaton.next_state(Anchored::Yes, self.state, byte);
        self.length += 1;
        self.read = None;
        // A state also matches the heads that are a suffix of its own; these started later, and its own is first.
        if automaton.is_match(self.state) {
            let key = automaton.match_pattern(self.state, 0);
            if automaton.pattern_len(key) == self.length {
                self.read = Some((key, self.matcher.tail(key)));
            }
        }
        !automaton.is_dead(self.state)
    }

    /// Reads a letter outside ASCII; whether there is still a key that begins so.
    #[cold]
    fn step_over(&mut self, letter: char) -> bool {
        lower(letter).all(|c| c.encode_utf8(&mut [0; 4]).bytes().all(|byte| self.step(byte)))
    }

    /// The key that has been read to its end.
    #[inline]
    fn key(&self) -> Option<PatternID> {
        self.read.filter(|(_, tail)| tail.is_empty()).map(|(key, _)| key)
    }
}
