//! How names begin: the look that turns most words of a text away.

use super::word::{APOSTROPHES, HYPHENS};

/// The pairs of bytes that a text can begin with which is equal to a name.
///
/// One byte is not enough: `bin Laden` and `al-Qaeda` would let in every word with a small `b` or `a`.
#[derive(Debug)]
pub(super) struct Openings {
    /// A bit for each second byte, by first byte.
    pairs: Box<[[u64; 4]; 256]>,
}

impl Default for Openings {
    fn default() -> Self {
        Self { pairs: Box::new([[0; 4]; 256]) }
    }
}

impl Openings {
    /// Adds the ways to begin of the texts that equal the spelling, which can be in capitals if it is cased.
    pub(super) fn add(&mut self, spelling: &str, is_cased: bool) {
        let mut letters = spelling.chars();
        let Some(first) = letters.next() else { return };
        let second = letters.next();
        self.add_letters(first, second);
        if is_cased {
            // One letter may become several in capitals; where that counts, the spelling without accents has them.
            let capital = |c: char| c.to_uppercase().next().unwrap_or(c);
            self.add_letters(capital(first), second.map(capital));
        }
    }

    fn add_letters(&mut self, first: char, second: Option<char>) {
        let variants: &[char] = match first {
            '\'' => &APOSTROPHES,
            '-' => &HYPHENS,
            _ => &[first],
        };
        for variant in variants {
            let row = &mut self.pairs[usize::from(leading_byte(*variant))];
            match second {
                Some(second) if variant.is_ascii() && second.is_ascii_alphanumeric() => {
                    let second = usize::from(leading_byte(second));
                    row[second / 64] |= 1 << (second % 64);
                }
                // Anything may follow a name of one letter, and there are many hyphens, apostrophes and spaces.
                _ => *row = [u64::MAX; 4],
            }
        }
    }

    /// Whether a name may start at the offset. At the end of the text there is nothing to start with.
    #[inline]
    pub(super) fn has(&self, text: &[u8], start: usize) -> bool {
        let Some(&first) = text.get(start) else { return false };
        let second = usize::from(text.get(start + 1).copied().unwrap_or_default());
        self.pairs[usize::from(first)][second / 64] >> (second % 64) & 1 == 1
    }
}

fn leading_byte(c: char) -> u8 {
    c.encode_utf8(&mut [0; 4]).as_bytes()[0]
}
