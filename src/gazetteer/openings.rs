//! How names begin: the look that turns most words of a text away.

use super::word::{APOSTROPHES, HYPHENS};

/// The bytes that a text can begin with which is equal to a name.
///
/// One byte is not enough: `bin Laden` and `al-Qaeda` would let in every word with a small `b` or `a`. Two bytes let in a
/// third of the words of news, four a seventh, of which most are names.
#[derive(Debug)]
pub(super) struct Openings {
    /// A bit for each second byte, by first byte: the quick look.
    pairs: Box<[[u64; 4]; 256]>,
    /// A bit for each group of starts: those with the same [`group`].
    starts: Box<[u64; GROUPS / 64]>,
}

const GROUPS: usize = 1 << 17;

/// The ASCII letters and digits, four at most, that a text begins with, as one number.
#[inline]
fn start(text: &[u8]) -> u32 {
    match text.first_chunk() {
        Some(four) if four.iter().all(u8::is_ascii_alphanumeric) => u32::from_be_bytes(*four),
        _ => {
            let letters = text.iter().take(4).take_while(|byte| byte.is_ascii_alphanumeric());
            letters.fold(0, |start, &byte| (start << 8) | u32::from(byte))
        }
    }
}

/// Fibonacci hashing: the high bits of the product depend on all bytes.
#[inline]
fn group(start: u32) -> usize {
    (start.wrapping_mul(0x9E37_79B1) >> (32 - GROUPS.trailing_zeros())) as usize
}

impl Default for Openings {
    fn default() -> Self {
        Self { pairs: Box::new([[0; 4]; 256]), starts: Box::new([0; GROUPS / 64]) }
    }
}

impl Openings {
    /// Adds the ways to begin of the texts that equal the spelling, which can be in capitals if it is cased.
    pub(super) fn add(&mut self, spelling: &str, is_cased: bool) {
        if let Some(four) = spelling.as_bytes().first_chunk::<4>().filter(|four| four.is_ascii()) {
            // As below, for nearly all names.
            for four in [*four, four.map(|byte| byte.to_ascii_uppercase())].iter().take(if is_cased { 2 } else { 1 }) {
                self.add_letters(four[0].into(), Some(four[1].into()));
                self.add_group(start(four));
            }
            return;
        }
        let mut letters = spelling.chars();
        let Some(first) = letters.next() else { return };
        let second = letters.next();
        self.add_letters(first, second);
        self.add_start(spelling);
        if is_cased {
            // One letter may become several in capitals; where that counts, the spelling without accents has them.
            let capital = |c: char| c.to_uppercase().next().unwrap_or(c);
            self.add_letters(capital(first), second.map(capital));
            let capitals: String = spelling.chars().take(4).map(capital).collect();
            self.add_start(&capitals);
        }
    }

    fn add_start(&mut self, spelling: &str) {
        self.add_group(start(spelling.as_bytes()));
    }

    fn add_group(&mut self, start: u32) {
        let group = group(start);
        self.starts[group / 64] |= 1 << (group % 64);
    }

    /// All bits, as [`of_words`](Self::of_words) takes them.
    pub(super) fn words(&self) -> impl Iterator<Item = u64> {
        self.pairs.as_flattened().iter().chain(&*self.starts).copied()
    }

    /// The openings that have these bits, if they are as many as there ought to be.
    pub(super) fn of_words(words: impl ExactSizeIterator<Item = u64>) -> Option<Self> {
        let mut openings = Self::default();
        if words.len() != openings.words().count() {
            return None;
        }
        let bits = openings.pairs.as_flattened_mut().iter_mut().chain(&mut *openings.starts);
        bits.zip(words).for_each(|(bits, word)| *bits = word);
        Some(openings)
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
    pub(super) fn has(&self, text: &[u8], at: usize) -> bool {
        let Some(&first) = text.get(at) else { return false };
        let second = usize::from(text.get(at + 1).copied().unwrap_or_default());
        self.pairs[usize::from(first)][second / 64] >> (second % 64) & 1 == 1 && self.has_start(&text[at..])
    }

    fn has_start(&self, text: &[u8]) -> bool {
        let group = group(start(text));
        self.starts[group / 64] >> (group % 64) & 1 == 1
    }
}

fn leading_byte(c: char) -> u8 {
    c.encode_utf8(&mut [0; 4]).as_bytes()[0]
}
