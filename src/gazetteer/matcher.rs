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
//! plain string to compare. `Volodymyr Zel` leads to nobody but Zelenskyy, and states cost eight times as much as letters.

use rustc_hash::FxHashMap;

use super::entity::EntityIndex;
use super::equality::{Letters, has_lower_case, is_capitals, is_exact, lower};
use super::openings::Openings;
use super::trie::{ROOT, State, Trie};
use super::word::{is_word_end, is_word_start};

/// All names of a gazetteer, compiled.
///
/// Everything lies in a few flat arrays, so that a name costs little more than its letters, and finding one takes few
/// looks at memory that is far apart. A *key* is a spelling in lower case; the spellings of one key are neighbours, and so
/// are the entities of one spelling.
#[derive(Debug)]
pub(super) struct Matcher {
    pub(super) openings: Openings,
    /// Its values are the first spelling of each key.
    pub(super) trie: Trie,
    /// With one more at the end, where the text and the entities of the last one end.
    pub(super) spellings: Vec<Spelling>,
    /// The text of the spellings, end to end: each in its own case, and if in lower case not only letters of ASCII are
    /// others, a [`SEPARATOR`] and its key.
    pub(super) text: String,
    /// The entities of the spellings, end to end, the most prominent of each first; then those of `capitals`.
    pub(super) pool: Vec<EntityIndex>,
    /// By the first spelling of the key, who is meant when the text is in capitals: for the few keys with several spellings
    /// that are no acronyms.
    pub(super) capitals: FxHashMap<u32, List>,
}

/// A way to write a name, in its own case.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spelling {
    /// Where its text starts, and a bit for whether its key is behind it.
    text: u32,
    /// Where its entities start, and a bit for whether it has the key of the spelling before it.
    entities: u32,
}

/// The bit beside a number of [`Spelling`].
const BIT: u32 = 1 << 31;

/// Numbers of a [`Spelling`] are less than this: two thousand million letters and as many entities.
pub(super) const LETTERS_LIMIT: usize = BIT as usize;

/// Between a spelling and its key.
pub(super) const SEPARATOR: char = '\n';

impl Spelling {
    pub(super) fn new(text: usize, has_key: bool, entities: usize, is_further: bool) -> Self {
        let number = |number: usize| u32::try_from(number).ok().filter(|&number| number < BIT);
        let number = |place| number(place).expect("the letters were counted before");
        let flag = |is_set| if is_set { BIT } else { 0 };
        Self { text: number(text) | flag(has_key), entities: number(entities) | flag(is_further) }
    }

    /// As two numbers.
    pub(super) fn to_numbers(self) -> [u32; 2] {
        [self.text, self.entities]
    }

    /// What [`to_numbers`](Self::to_numbers) gave.
    pub(super) fn of_numbers([text, entities]: [u32; 2]) -> Self {
        Self { text, entities }
    }

    #[inline]
    pub(super) fn text(self) -> usize {
        (self.text & !BIT) as usize
    }

    #[inline]
    fn has_key(self) -> bool {
        self.text & BIT != 0
    }

    #[inline]
    pub(super) fn entities(self) -> usize {
        (self.entities & !BIT) as usize
    }

    #[inline]
    pub(super) fn is_further(self) -> bool {
        self.entities & BIT != 0
    }
}

/// A stretch of the pool of entities.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct List {
    pub(super) start: u32,
    pub(super) len: u32,
}

impl List {
    fn of(self, pool: &[EntityIndex]) -> &[EntityIndex] {
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
    fn walk(&self, text: &str, start: usize, mut visit: impl FnMut(u32, usize)) {
        let mut cursor = Cursor { matcher: self, state: ROOT, depth: 0, leaf: None };
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

    /// The text of the spelling; what is behind the line break, if there is one, is its key.
    #[inline]
    fn letters(&self, spelling: u32) -> (&str, &str) {
        let (own, next) = (self.spellings[spelling as usize], self.spellings[spelling as usize + 1]);
        let text = &self.text[own.text()..next.text()];
        if own.has_key() { text.split_once(SEPARATOR).unwrap_or((text, text)) } else { (text, text) }
    }

    #[inline]
    fn entities_of(&self, spelling: u32) -> &[EntityIndex] {
        let (own, next) = (self.spellings[spelling as usize], self.spellings[spelling as usize + 1]);
        &self.pool[own.entities()..next.entities()]
    }

    /// The entities that have the text, which equals the key of the spelling but for case, as a name.
    fn entities(&self, first: u32, text: &str) -> &[EntityIndex] {
        let is_further = |&spelling: &u32| spelling == first || self.spellings[spelling as usize].is_further();
        let mut spellings = (first..).take_while(is_further);
        if let Some(exact) = spellings.clone().find(|&spelling| is_exact(self.letters(spelling).0, text)) {
            return self.entities_of(exact);
        }
        if !is_capitals(text) {
            return &[];
        }
        if let Some(list) = self.capitals.get(&first) {
            return list.of(&self.pool);
        }
        let cased = spellings.find(|&spelling| has_lower_case(self.letters(spelling).0));
        cased.map_or(&[], |spelling| self.entities_of(spelling))
    }
}

/// A place in the set of keys: what has been read so far is the beginning of one, or of several.
struct Cursor<'m> {
    matcher: &'m Matcher,
    state: State,
    /// How many bytes have been read, as long as several keys begin so.
    depth: usize,
    /// The only key that begins so, and what is still to come of its tail.
    leaf: Option<(u32, &'m [u8])>,
}

impl Cursor<'_> {
    /// Reads four letters or digits at the root; whether there is a key that begins so.
    #[inline]
    fn jump(&mut self, four: &[u8; 4]) -> bool {
        let Some(state) = self.matcher.trie.jump(four) else { return false };
        self.state = state;
        // All keys with these four letters share them, and so does the only one.
        self.depth = 4;
        self.enter();
        true
    }

    #[inline]
    fn enter(&mut self) {
        let matcher = self.matcher;
        if let Some(key) = matcher.trie.leaf(self.state) {
            // Letters of ASCII may be capitals.
            self.leaf = Some((key, matcher.letters(key).1.as_bytes().get(self.depth..).unwrap_or_default()));
        }
    }

    /// Calls `visit` if a key has been read to its end; whether there may be more.
    #[inline]
    fn report(&self, text: &str, offset: usize, visit: &mut impl FnMut(u32, usize)) -> bool {
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
                if let Some(key) = self.matcher.trie.value(self.state) {
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
            return next.to_ascii_lowercase() == byte;
        }
        let Some(state) = self.matcher.trie.step(self.state, byte) else { return false };
        self.state = state;
        self.depth += 1;
        self.enter();
        true
    }

    /// Reads a letter outside ASCII; whether there is still a key that begins so.
    #[cold]
    fn step_over(&mut self, letter: char) -> bool {
        lower(letter).all(|c| c.encode_utf8(&mut [0; 4]).bytes().all(|byte| self.step(byte)))
    }
}
