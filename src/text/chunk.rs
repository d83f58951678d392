//! The letters of a word read eight bytes at a time.
//!
//! Four of five words of English news are ASCII letters from end to end and shorter than nine of them: one look tells
//! where such a word ends, which of its letters are capitals, and how it looks in lower case.

use super::token::Shape;
use crate::swar;

/// The ASCII letters that eight bytes begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Chunk {
    /// How many they are.
    pub(super) length: usize,
    /// The letters in lower case, the first one lowest; zeros behind them.
    pub(super) lower: u64,
    /// The highest bit of each byte that is a letter.
    letters: u64,
    /// The highest bit of each byte that is a capital letter.
    capitals: u64,
}

impl Chunk {
    /// The letters that the eight bytes begin with, the first one lowest.
    #[inline]
    pub(super) fn of(bytes: u64) -> Self {
        let letters = swar::letters(bytes);
        let (inside, length) = swar::run(letters);
        let capitals = letters & !(bytes << 2) & inside;
        let lower = (bytes & inside) | (capitals >> 2);
        Self { length, lower, letters: letters & inside, capitals }
    }

    /// The letters as they are written.
    #[inline]
    pub(super) fn written(&self) -> u64 {
        self.lower & !(self.capitals >> 2)
    }

    pub(super) const EMPTY: Self = Self { length: 0, lower: 0, letters: 0, capitals: 0 };

    /// How a word is capitalized that is these letters and then those of `rest`.
    #[inline]
    pub(super) fn shape(&self, rest: &Self) -> Shape {
        match self.capitals | rest.capitals {
            0 => Shape::Lower,
            _ if self.capitals == 0x80 && rest.capitals == 0 => Shape::Capital,
            _ if self.capitals == self.letters && rest.capitals == rest.letters => Shape::Upper,
            _ if self.capitals & 0x80 != 0 => Shape::Capital,
            _ => Shape::Mixed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Chunk, Shape};

    fn chunk(text: &[u8; 8]) -> Chunk {
        Chunk::of(u64::from_le_bytes(*text))
    }

    /// What [`Chunk::of`] tells, byte by byte.
    fn naive(text: &[u8]) -> Chunk {
        let length = text[..8].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        let mut lower = [0; 8];
        lower[..length].copy_from_slice(&text[..length].to_ascii_lowercase());
        let bits = |of: fn(&u8) -> bool| {
            let bit = |at: usize| if of(&text[at]) { 0x80 << (8 * at) } else { 0 };
            (0..length).map(bit).sum()
        };
        Chunk {
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
    fn shapes() {
        for (word, shape) in [
            (b"a.......", Shape::Lower),
            (b"A.......", Shape::Capital),
            (b"Paris...", Shape::Capital),
            (b"US......", Shape::Upper),
            (b"McLaren.", Shape::Capital),
            (b"iPhone..", Shape::Mixed),
        ] {
            assert_eq!(chunk(word).shape(&Chunk::EMPTY), shape);
        }
        let [upper, lower] = [b"ABCDEFGH", b"abcdefgh"].map(chunk);
        assert_eq!(upper.shape(&upper), Shape::Upper);
        assert_eq!(upper.shape(&lower), Shape::Capital);
        assert_eq!(lower.shape(&upper), Shape::Mixed);
    }
}
