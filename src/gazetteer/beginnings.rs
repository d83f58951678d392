//! Reading a text word by word, as names are compared: a number for each beginning that ends where a word ends.
//!
//! Texts that are equal but for case, apostrophes, hyphens and white space give the same numbers; others give others,
//! but for an accident that costs a look and nothing else: what a number leads to is compared letter by letter.

use super::equality::{Letters, lower};
use super::word::is_word_char;
use crate::swar;

/// The beginnings of the text from a place on, the shortest first: the number and the end of each.
///
/// A beginning ends where no letter or digit stands behind it, in a word or behind a mark.
pub(super) struct Beginnings<'t> {
    text: &'t str,
    at: usize,
    hash: u64,
}

impl<'t> Beginnings<'t> {
    /// The beginnings from the offset on, which must lie on a character boundary.
    #[inline]
    pub(super) fn from(text: &'t str, at: usize) -> Self {
        Self { text, at, hash: 0 }
    }

    #[inline]
    fn add(&mut self, block: u64) {
        // Folded multiplication: each bit of the product depends on many of the factors'.
        let product = u128::from(self.hash ^ block) * u128::from(0x9E37_79B9_7F4A_7C15_u64);
        self.hash = (product >> 64) as u64 ^ product as u64;
    }

    /// Reads a word.
    fn word(&mut self) {
        let bytes = self.text.as_bytes();
        loop {
            let eight = swar::padded_at(bytes, self.at);
            let (run, length) = swar::run(swar::alphanumerics(eight));
            let block = swar::lower(eight & run);
            self.at += length;
            if length == 8 {
                self.add(block);
            } else if bytes.get(self.at).is_some_and(|byte| !byte.is_ascii()) && !is_dash_or_quote(bytes, self.at) {
                return self.rest_of_word(block, length);
            } else {
                if length > 0 {
                    self.add(block);
                }
                return;
            }
        }
    }

    /// Reads the rest of a word that is not all ASCII, of which the block holds up to seven letters already.
    #[cold]
    fn rest_of_word(&mut self, mut block: u64, mut length: usize) {
        for c in self.text[self.at..].chars() {
            if !is_word_char(c) {
                break;
            }
            for small in lower(c) {
                for &byte in small.encode_utf8(&mut [0; 4]).as_bytes() {
                    block |= u64::from(byte) << (8 * length);
                    length += 1;
                    if length == 8 {
                        self.add(block);
                        (block, length) = (0, 0);
                    }
                }
            }
            self.at += c.len_utf8();
        }
        if length > 0 {
            self.add(block);
        }
    }

    #[cold]
    fn separator(&mut self) -> Option<char> {
        let mut letters = Letters::from(self.text, self.at);
        let c = letters.next().filter(|&c| !is_word_char(c))?;
        self.at = letters.offset();
        Some(c)
    }
}

impl Iterator for Beginnings<'_> {
    type Item = (u64, usize);

    #[inline]
    fn next(&mut self) -> Option<(u64, usize)> {
        let bytes = self.text.as_bytes();
        let &first = bytes.get(self.at)?;
        if !first.is_ascii_alphanumeric() {
            let plain_space = first == b' ' && bytes.get(self.at + 1).is_some_and(u8::is_ascii_alphanumeric);
            let separator = if plain_space {
                self.at += 1;
                Some(' ')
            } else {
                self.separator()
            };
            if let Some(separator) = separator {
                self.add(u64::from(separator) << 32);
            }
        }
        // Seven ASCII letters at most and nothing special behind: nearly all words of names.
        let eight = swar::padded_at(bytes, self.at);
        let (block, length) = swar::lower_letters(eight);
        if length < 8 && !GOES_ON[usize::from((eight >> (8 * length)) as u8)] {
            if length > 0 {
                self.add(block);
            }
            self.at += length;
        } else {
            self.word();
        }
        Some((self.hash, self.at))
    }
}

/// Whether one of U+2010 to U+2027 stands there, which is most of what stands behind words and is not ASCII; none of them is
/// a [letter](is_word_char).
#[inline]
fn is_dash_or_quote(bytes: &[u8], at: usize) -> bool {
    matches!(bytes.get(at..), Some([0xE2, 0x80, 0x90..=0xA7, ..]))
}

/// Bytes that a word may go on with.
const GOES_ON: [bool; 256] = {
    let mut goes_on = [true; 256];
    let mut byte = 0u8;
    while byte < 128 {
        goes_on[byte as usize] = byte.is_ascii_alphanumeric();
        byte += 1;
    }
    goes_on
};

#[cfg(test)]
mod tests {
    use super::Beginnings;

    fn ends(text: &str) -> Vec<&str> {
        Beginnings::from(text, 0).map(|(_, end)| &text[..end]).collect()
    }

    fn hash(text: &str) -> u64 {
        Beginnings::from(text, 0).last().unwrap().0
    }

    #[test]
    fn a_beginning_ends_with_a_word_or_behind_a_mark() {
        assert_eq!(ends("U.S. Army"), ["U", "U.S", "U.S.", "U.S. Army"]);
        assert_eq!(ends("’t Hooft"), ["’t", "’t Hooft"]);
        assert_eq!(ends("Médecins\n  Sans"), ["Médecins", "Médecins\n  Sans"]);
        assert_eq!(ends("internationalization"), ["internationalization"]);
        assert_eq!(ends(""), [""; 0]);
    }

    #[test]
    fn equal_texts_have_equal_numbers() {
        for (one, other) in [
            ("Hillary Clinton", "HILLARY  CLINTON"),
            ("O’Neill", "o'neill"),
            ("Strömsund-Åkersberga", "STRÖMSUND‐ÅKERSBERGA"),
            ("abcdefgh", "ABCDEFGH"),
            ("Abcdefghö", "aBCDEFGHÖ"),
        ] {
            assert_eq!(hash(one), hash(other), "{one}");
        }
        for (one, other) in [("ab", "a b"), ("abcdefghi", "abcdefgh i"), ("a-b", "a b"), ("aé", "a é"), ("é", "e")] {
            assert_ne!(hash(one), hash(other), "{one}");
        }
    }
}
