//! How the names that are looked for begin: the look that turns most capitalized words away.

use crate::span::Span;
use crate::swar;
use crate::text::Token;

/// Enough words of 64 bits to keep the names of a long text apart.
const WORDS: usize = 16;

/// The small letter's bit of each byte.
const SMALL: u64 = 0x2020_2020_2020_2020;

/// The first letters of names, eight of each at most, by a bit of their hash.
#[derive(Debug, Default)]
pub(super) struct Beginnings {
    bits: [u64; WORDS],
}

impl Beginnings {
    pub(super) fn of<'n>(names: impl Iterator<Item = &'n str>) -> Self {
        let mut beginnings = Self::default();
        names.for_each(|name| beginnings.add(name));
        beginnings
    }

    pub(super) fn add(&mut self, name: &str) {
        self.add_hash(swar::hash(swar::leading_letters(name.as_bytes(), 0)));
    }

    /// Adds what the name is in capitals.
    pub(super) fn add_in_capitals(&mut self, name: &str) {
        if name.is_ascii() {
            self.add_hash(swar::hash(swar::leading_letters(name.as_bytes(), 0) & !SMALL));
        } else {
            // A letter may have several for a capital, and some of them are ASCII.
            self.bits = [u64::MAX; WORDS];
        }
    }

    fn add_hash(&mut self, hash: u32) {
        let (word, bit) = place(hash);
        self.bits[word] |= bit;
    }

    /// Whether one of the names may begin at the token; most often not.
    pub(super) fn may_begin(&self, source: &str, token: &Token) -> bool {
        self.has_hash(swar::hash(swar::leading_letters(source.as_bytes(), token.span.start)))
    }

    /// Whether the words, in small letters, may be one of the names.
    pub(super) fn may_be(&self, source: &str, words: Span) -> bool {
        let eight = first_eight(source, words);
        // Some letters beyond ASCII have small ones within.
        !eight.to_le_bytes().is_ascii() || self.has_hash(swar::hash(swar::lower_letters(eight).0))
    }

    fn has_hash(&self, hash: u32) -> bool {
        let (word, bit) = place(hash);
        self.bits[word] & bit != 0
    }
}

/// The first bytes of a stretch of text, eight at most, with zeros after them.
#[inline]
fn first_eight(source: &str, span: Span) -> u64 {
    let others = 64 - 8 * span.len().min(8) as u32;
    swar::padded_at(source.as_bytes(), span.start).unbounded_shl(others).unbounded_shr(others)
}

fn place(hash: u32) -> (usize, u64) {
    // The high bits depend on all letters.
    let bit = hash >> (u32::BITS - (WORDS * 64).trailing_zeros());
    (bit as usize / 64, 1 << (bit % 64))
}
