//! Finding the names that start at one place of a text.
//!
//! The text is read word by word from a word start on, and each [beginning](super::beginnings) is looked up among those
//! of the names: anchored, because that is both right and fast. An unanchored search settles overlaps before it knows
//! where words end and loses Korean Air to North Korea in "North Korean Air"; and most words are turned away here by one
//! look at their first bytes.
//!
//! The table cannot tell `US` from `us`, and takes one number for one name. So each hit is compared with the spellings
//! that are equal but for case, which are few (nearly always one), and the longest hit that passes is the match.

use rustc_hash::FxHashMap;

use super::beginnings::Beginnings;
use super::entity::EntityIndex;
use super::equality::{equals_but_for_case, has_lower_case, is_capitals, is_exact};
use super::openings::Openings;
use super::prefixes::Prefixes;
use super::word::is_word_start;

/// All names of a gazetteer, compiled.
///
/// Everything lies in a few flat arrays, so that a name costs little more than its letters, and finding one takes few
/// looks at memory that is far apart. A *key* is a spelling in lower case; the spellings of one key are neighbours, and so
/// are the entities of one spelling.
#[derive(Debug)]
pub(super) struct Matcher {
    pub(super) openings: Openings,
    /// What it gives for a whole name is the first spelling of the key.
    pub(super) prefixes: Prefixes,
    /// With one more at the end, where the text and the entities of the last one end.
    pub(super) spellings: Vec<Spelling>,
    /// The text of the spellings, end to end, each in its own case.
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
    /// Where its text starts.
    text: u32,
    /// Where its entities start, and a bit for whether it has the key of the spelling before it.
    entities: u32,
}

/// The bit beside a number of [`Spelling`].
const BIT: u32 = 1 << 31;

/// Numbers of a [`Spelling`] are less than this: two thousand million letters and as many entities.
pub(super) const LETTERS_LIMIT: usize = BIT as usize;

impl Spelling {
    pub(super) fn new(text: usize, entities: usize, is_further: bool) -> Self {
        let number = |number: usize| u32::try_from(number).ok().filter(|&number| number < BIT);
        let number = |place| number(place).expect("the letters were counted before");
        Self { text: number(text), entities: number(entities) | if is_further { BIT } else { 0 } }
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
        self.text as usize
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

    /// Calls `visit` with the first spelling of each key that the text from `start` on may begin with, and with its end; the shortest first.
    #[inline]
    fn walk(&self, text: &str, start: usize, mut visit: impl FnMut(usize, usize)) {
        for (hash, end) in Beginnings::from(text, start) {
            if !self.prefixes.look(hash, |key| visit(key, end)) {
                return;
            }
        }
    }

    #[inline]
    fn spelling(&self, spelling: usize) -> &str {
        &self.text[self.spellings[spelling].text()..self.spellings[spelling + 1].text()]
    }

    #[inline]
    fn entities_of(&self, spelling: usize) -> &[EntityIndex] {
        &self.pool[self.spellings[spelling].entities()..self.spellings[spelling + 1].entities()]
    }

    /// The entities that have the text, which very likely equals the key of the spelling but for case, as a name.
    fn entities(&self, first: usize, text: &str) -> &[EntityIndex] {
        let is_further = |&spelling: &usize| spelling == first || self.spellings[spelling].is_further();
        let mut spellings = (first..).take_while(is_further);
        if let Some(exact) = spellings.clone().find(|&spelling| is_exact(self.spelling(spelling), text)) {
            return self.entities_of(exact);
        }
        if !(is_capitals(text) && equals_but_for_case(self.spelling(first), text)) {
            return &[];
        }
        if let Some(list) = self.capitals.get(&(first as u32)) {
            return list.of(&self.pool);
        }
        let cased = spellings.find(|&spelling| has_lower_case(self.spelling(spelling)));
        cased.map_or(&[], |spelling| self.entities_of(spelling))
    }
}
