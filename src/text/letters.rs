//! The letters of a word read eight bytes at a time.
//!
//! Four of five words of English news are ASCII letters from end to end and shorter than nine of them: one look tells
//! where such a word ends, which of its letters are capitals, and how it looks in lower case.

use super::token::Shape;
use crate::swar;

/// The ASCII letters that eight bytes begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct EightLetters {
    /// How many they are.
    pub(super) length: usize,
    /// The letters in lower case, the first one lowest; zeros behind them.
    pub(super) lower: u64,
    /// The highest bit of each byte that is a letter.
    letters: u64,
    /// The highest bit of each byte that is a capital letter.
    capitals: u64,
}

impl EightLetters {
    /// The letters that the eight bytes begin with, the first one lowest.
    #[inline]
    pub(super) fn of(bytes: u64) -> Self {
        let letters = swar::letters(bytes);
        let (inside, length) = swar::run(letters);
        let capitals = letters & !(bytes << 2) & inside;
        let lower = (bytes & inside) | (capitals >> 2);
        Self { length, lower, letters: letters & inside, capitals }
    }

    /// How a word is capitalized that is these letters.
    #[inline]
    pub(super) fn shape(&self) -> Shape {
        shape([self.capitals, 0], [self.letters, 0])
    }
}

/// How a word is capitalized: by the highest bits of the bytes that are capitals, and of those that are letters.
#[inline]
fn shape(capitals: [u64; 2], letters: [u64; 2]) -> Shape {
    match capitals {
        [0, 0] => Shape::Lower,
        [0x80, 0] => Shape::Capital,
        _ if capitals == letters => Shape::Upper,
        [first, _] if first & 0x80 != 0 => Shape::Capital,
        _ => Shape::Mixed,
    }
}

/// The ASCII letters that sixteen bytes begin with.
#[derive(Clone, Copy, Debug)]
pub(super) struct SixteenLetters {
    /// How many they are.
    pub(super) length: usize,
    /// The letters in lower case, the first one lowest; zeros behind them.
    pub(super) lower: [u64; 2],
    letters: [u64; 2],
    capitals: [u64; 2],
}

impl SixteenLetters {
    /// The letters that the sixteen bytes begin with, the first one lowest. No branch: where words end cannot be foreseen.
    #[inline]
    pub(super) fn of([first, rest]: [u64; 2]) -> Self {
        let (first, rest) = (EightLetters::of(first), EightLetters::of(rest));
        let goes_on = u64::from(first.length == 8);
        let only_then = goes_on.wrapping_neg();
        Self {
            length: first.length + rest.length * goes_on as usize,
            lower: [first.lower, rest.lower & only_then],
            letters: [first.letters, rest.letters & only_then],
            capitals: [first.capitals, rest.capitals & only_then],
        }
    }

    /// The first eight letters as they are written.
    #[inline]
    pub(super) fn first_written(&self) -> u64 {
        self.lower[0] & !(self.capitals[0] >> 2)
    }

    #[inline]
    pub(super) fn first_is_capital(&self) -> bool {
        self.capitals[0] & 0x80 != 0
    }

    /// Some letter behind the first is a capital.
    #[inline]
    pub(super) fn later_is_capital(&self) -> bool {
        (self.capitals[0] & !0x80) | self.capitals[1] != 0
    }

    /// How the word is capitalized that they are.
    #[inline]
    pub(super) fn shape(&self) -> Shape {
        shape(self.capitals, self.letters)
    }
}

#[cfg(test)]
mod tests {
    use super::{EightLetters, Shape, SixteenLetters};

    fn chunk(text: &[u8; 8]) -> EightLetters {
        EightLetters::of(u64::from_le_bytes(*text))
    }

    fn letters(text: &[u8; 16]) -> SixteenLetters {
        let (first, rest) = text.split_at(8);
        SixteenLetters::of([first, rest].map(|eight| u64::from_le_bytes(eight.try_into().unwrap())))
    }

    /// What [`EightLetters::of`] tells, byte by byte.
    fn naive(text: &[u8]) -> EightLetters {
        let length = text[..8].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        let mut lower = [0; 8];
        lower[..length].copy_from_slice(&text[..length].to_ascii_lowercase());
        let bits = |of: fn(&u8) -> bool| {
            let bit = |at: usize| if of(&text[at]) { 0x80 << (8 * at) } else { 0 };
            (0..length).map(bit).sum()
        };
        EightLetters {
            length,
            lower: u64::from_le_bytes(lower),
            letters: bits(u8::is_ascii_alphabetic),
            capitals: bits(u8::is_ascii_uppercase),
        }
    }

    #[test]
    fn every_byte_at_every_place() {
        for byte in 0..=u8::MAX {
            for place in 0..8 {
                for fill in *b"aZ@[`{\x80\xff\0" {
                    let mut text = [fill; 8];
                    text[place] = byte;
                    assert_eq!(chunk(&text), naive(&text), "{text:?}");
                }
            }
        }
    }

    #[test]
    fn words_of_every_length() {
        for length in 1..=16 {
            let word = &b"Abcdefghijklmnop"[..length];
            let mut text = *b"................";
            text[..length].copy_from_slice(word);
            let letters = letters(&text);
            assert_eq!(letters.length, length);
            let lower = letters.lower.map(u64::to_le_bytes).concat();
            assert_eq!(lower[..length], word.to_ascii_lowercase());
            assert!(lower[length..].iter().all(|&byte| byte == 0));
            assert_eq!(letters.first_written().to_le_bytes()[..length.min(8)], word[..length.min(8)]);
        }
    }

    #[test]
    fn shapes() {
        for (word, shape) in [
            (b"a...............", Shape::Lower),
            (b"A...............", Shape::Capital),
            (b"Paris...........", Shape::Capital),
            (b"US..............", Shape::Upper),
            (b"McLaren.........", Shape::Capital),
            (b"iPhone..........", Shape::Mixed),
            (b"ABCDEFGHABCDEFGH", Shape::Upper),
            (b"ABCDEFGHabcdefgh", Shape::Capital),
            (b"abcdefghABCDEFGH", Shape::Mixed),
            (b"Abcdefghabcdefgh", Shape::Capital),
        ] {
            assert_eq!(letters(word).shape(), shape);
        }
    }
}
