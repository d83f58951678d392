//! How the titles and descriptions end that the gazetteer gives: the look that turns most descriptions away.

use std::cell::Cell;

use crate::gazetteer::Entity;

/// For each referent the last three letters of all that its entity is called, as bits of their hashes; nothing until asked for.
#[derive(Debug)]
pub(super) struct Endings {
    bits: Vec<Cell<u64>>,
}

/// Marks an entity that has been read.
const READ: u64 = 1 << 63;

impl Endings {
    pub(super) fn of(referents: usize) -> Self {
        Self { bits: vec![Cell::new(0); referents] }
    }

    /// Whether some title or description of the entity, which is the referent's, may end in the word that has this
    /// [ending](ending_of), or may stand for it.
    pub(super) fn may_end_in(&self, referent: usize, entity: &Entity, ending: u64) -> bool {
        let cell = &self.bits[referent];
        if cell.get() == 0 {
            cell.set(entity.titles_and_descriptions().filter_map(bit).fold(READ, |bits, bit| bits | bit));
        }
        cell.get() & ending != 0
    }
}

/// The bit of a word's last three letters; all bits for a word that other titles may stand for.
pub(super) fn ending_of(word: &str) -> u64 {
    // A president is a leader.
    let any = word.eq_ignore_ascii_case("leader");
    bit(word.as_bytes()).filter(|_| !any).unwrap_or(u64::MAX)
}

/// The same for texts that are alike but for the case of ASCII letters; none of a shorter text.
fn bit(text: &[u8]) -> Option<u64> {
    let &[.., a, b, c] = text else { return None };
    let letters = [a, b, c].map(|byte| u64::from(byte | 0x20));
    let number = letters.iter().fold(0, |number, letter| number << 8 | letter);
    // Fibonacci hashing: the high bits depend on all letters.
    let bit = (number.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 58).min(62);
    Some(1 << bit)
}
