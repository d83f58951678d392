//! The words of ASCII letters that come next, parted from each other and looked up together.

use super::letters::SixteenLetters;
use crate::lexicon::{Form, Lexicon};
use crate::swar;

/// What a byte behind ASCII letters says of the word.
#[derive(Clone, Copy, PartialEq)]
enum Behind {
    /// It has ended.
    End,
    /// It has ended, unless it is an abbreviation.
    Stop,
    /// It may go on.
    More,
}

const BEHIND: [Behind; 256] = {
    let mut behind = [Behind::More; 256];
    let mut byte = 0u8;
    while byte < 128 {
        behind[byte as usize] = match byte {
            b'.' => Behind::Stop,
            // An apostrophe may be written as an entity.
            b'\'' | b'&' => Behind::More,
            _ if byte.is_ascii_alphanumeric() => Behind::More,
            _ => Behind::End,
        };
        byte += 1;
    }
    behind
};

/// So many words are read before they are looked up: more than most runs of them have.
pub(super) const AT_ONCE: usize = 16;

/// A word that has been parted from its neighbours.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Plain {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) form: Form,
    /// Its first eight letters as they are written.
    pub(super) opening: u64,
    /// The byte behind it.
    pub(super) behind: u8,
    pub(super) spaced: bool,
    pub(super) first_is_capital: bool,
    pub(super) later_is_capital: bool,
}

/// Room for the words of one run.
#[derive(Debug, Default)]
pub(super) struct Run {
    pub(super) words: [Plain; AT_ONCE],
    pub(super) known: [u16; AT_ONCE],
}

impl Run {
    /// Parts the words that the text goes on with from each other, up to one with a full stop; how many there are.
    #[inline]
    pub(super) fn part(&mut self, text: &[u8], mut start: usize, mut spaced: bool, lexicon: &Lexicon) -> usize {
        for (count, word) in self.words.iter_mut().enumerate() {
            let Some(sixteen) = swar::sixteen_at(text, start) else { return count };
            let letters = SixteenLetters::of(sixteen);
            let end = start + letters.length;
            let byte = text.get(end).copied().unwrap_or(b'a');
            let behind = BEHIND[usize::from(byte)];
            if letters.length == 0 || behind == Behind::More {
                return count;
            }
            *word = Plain {
                start,
                end,
                form: lexicon.form(letters.lower),
                opening: letters.first_written(),
                behind: byte,
                spaced,
                first_is_capital: letters.first_is_capital(),
                later_is_capital: letters.later_is_capital(),
            };
            if behind == Behind::Stop {
                return count + 1;
            }
            spaced = byte == b' ';
            start = end + usize::from(spaced);
        }
        AT_ONCE
    }

    #[inline]
    pub(super) fn look_up(&mut self, words: usize, lexicon: &Lexicon) {
        for (word, known) in self.words[..words].iter().zip(&mut self.known) {
            *known = lexicon.place(word.form);
        }
    }
}
