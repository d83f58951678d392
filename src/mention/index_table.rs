//! A table from hashes to positions in a list.

use std::mem;
use std::num::NonZeroU32;

use crate::span::Span;
use crate::swar;

/// A position in a list: four bytes, and no more where there may be none. There is one for each name of a text, several
/// times over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SmallIndex(NonZeroU32);

impl SmallIndex {
    pub(super) fn of(position: usize) -> Self {
        let number = u32::try_from(position + 1).ok().and_then(NonZeroU32::new);
        Self(number.expect("fewer than 2³² names"))
    }

    pub(super) fn get(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// The positions of what is in a list, which stays with whoever asks.
///
#[derive(Debug)]
pub(super) struct IndexTable {
    /// The hash and, below it, one more than the position; zero in those that are empty, which are half of them at least.
    slots: Vec<u64>,
    /// How far a hash is shifted to give the slot where the search starts.
    shift: u32,
    taken: usize,
}

impl IndexTable {
    /// An empty table with room for this many positions.
    pub(super) fn of(count: usize) -> Self {
        let slots = (2 * count).next_power_of_two().max(4);
        Self { slots: vec![0; slots], shift: u32::BITS - slots.trailing_zeros(), taken: 0 }
    }

    /// The position with this hash that is the right one.
    #[inline]
    pub(super) fn find(&self, hash: u32, is: impl Fn(usize) -> bool) -> Option<usize> {
        let mut at = self.home(hash);
        loop {
            let slot = self.slots[at];
            if slot == 0 {
                return None;
            }
            let index = slot as u32 as usize - 1;
            if (slot >> 32) as u32 == hash && is(index) {
                return Some(index);
            }
            at = self.next(at);
        }
    }

    /// Notes what the table does not have yet.
    #[inline]
    pub(super) fn insert(&mut self, hash: u32, index: SmallIndex) {
        if self.taken * 2 >= self.slots.len() {
            self.grow();
        }
        self.put(u64::from(hash) << 32 | u64::from(index.0.get()));
    }

    fn put(&mut self, slot: u64) {
        let mut at = self.home((slot >> 32) as u32);
        while self.slots[at] != 0 {
            at = self.next(at);
        }
        self.slots[at] = slot;
        self.taken += 1;
    }

    #[inline]
    fn home(&self, hash: u32) -> usize {
        (hash >> self.shift) as usize
    }

    #[inline]
    fn next(&self, at: usize) -> usize {
        (at + 1) & (self.slots.len() - 1)
    }

    #[cold]
    fn grow(&mut self) {
        let former = mem::replace(self, Self::of(self.slots.len()));
        former.slots.into_iter().filter(|&slot| slot != 0).for_each(|slot| self.put(slot));
    }
}

/// A number for these words whose high bits depend on all of their letters.
#[inline]
pub(super) fn hash(source: &str, span: Span) -> u32 {
    let bytes = source.as_bytes();
    let (mut at, mut left) = (span.start, span.len());
    let mut hash = left as u64;
    // Names of up to sixteen bytes, which are most, take the same way whatever their length.
    while left > 16 {
        hash = folded(hash ^ swar::padded_at(bytes, at));
        (at, left) = (at + 8, left - 8);
    }
    let hash = folded(hash ^ first_eight(source, Span::new(at, at + left)));
    swar::hash(hash ^ first_eight(source, Span::new(at + 8, at + left.max(8))))
}

/// The first bytes of a stretch of text, eight at most, with zeros after them.
#[inline]
pub(super) fn first_eight(source: &str, span: Span) -> u64 {
    let others = 64 - 8 * span.len().min(8) as u32;
    swar::padded_at(source.as_bytes(), span.start).unbounded_shl(others).unbounded_shr(others)
}

/// Folded multiplication: each bit of the product depends on many of the factors'.
fn folded(number: u64) -> u64 {
    let product = u128::from(number) * u128::from(0x9E37_79B9_7F4A_7C15_u64);
    (product >> 64) as u64 ^ product as u64
}

#[cfg(test)]
mod tests {
    use super::{IndexTable, SmallIndex, hash};
    use crate::span::Span;

    #[test]
    fn positions_are_found_by_what_is_there() {
        let words: Vec<String> = (0..500).map(|number| format!("n{}", number * 7919 % 1000)).collect();
        for room in [0, 3, 1000] {
            // Hashes of a few bits, so that many words share one.
            for bits in [0, 4, 32] {
                let mut table = IndexTable::of(room);
                let hash = |word: &str| (u64::from(hash(word, Span::new(0, word.len()))) << bits >> 32) as u32;
                for (at, word) in words.iter().enumerate() {
                    let find = |table: &IndexTable| table.find(hash(word), |at| words[at] == *word);
                    assert_eq!(find(&table), None, "{word}");
                    table.insert(hash(word), SmallIndex::of(at));
                    assert_eq!(find(&table), Some(at), "{word}");
                }
                let all = words.iter().map(|word| table.find(hash(word), |at| words[at] == *word));
                assert!(all.eq((0..words.len()).map(Some)));
            }
        }
    }

    #[test]
    fn equal_words_have_equal_numbers_wherever_they_stand() {
        let text = "Orla Brenk-Marden met Orla Brenk-Marden, as Orla did";
        let hash = |start: usize, length: usize| hash(text, Span::new(start, start + length));
        assert_eq!(hash(0, 17), hash(22, 17));
        assert_eq!(hash(0, 4), hash(44, 4));
        assert_ne!(hash(0, 4), hash(0, 5));
    }
}
