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

    /// Whether some title or description of the entity, which is the referent's, may end in the word, or may stand for it.
    pub(super) fn may_end_in(&self, referent: usize, entity: &Entity, word: &str) -> bool {
        // A president is a leader.
        let Some(bit) = ending(word).filter(|_| !word.eq_ignore_ascii_case("leader")) else { return true };
        let cell = &self.bits[referent];
        if cell.get() == 0 {
            let texts = entity.titles().chain(entity.descriptions());
            cell.set(texts.filter_map(ending).fold(READ, |bits, bit| bits | bit));
        }
        cell.get() & bit != 0
    }
}

/// The same for texts that are alike but for the case of ASCII letters; none of a shorter text.
fn ending(text: &str) -> Option<u64> {
    let &[.., a, b, c] = text.as_bytes() else { return None };
    let letters = [a, b, c].map(|byte| u64::from(byte | 0x20));
    let number = letters.iter().fold(0, |number, letter| number << 8 | letter);
    // Fibonacci hashing: the high bits depend on all letters.
    let bit = (number.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 58).min(62);
    Some(1 << bit)
}
