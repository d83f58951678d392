//! How names begin: the look that turns most words of a text away.

use super::word::{APOSTROPHES, HYPHENS};
use crate::swar;

/// What a text can begin with that is equal to a name, or with another that has the same [`group`](Self::group).
///
/// Eight letters tell `Merkel` from `merely`, and `Will` from `will`: a tenth of the words of news pass, and most of them
/// are names.
#[derive(Debug)]
pub(crate) struct Openings {
    /// A bit for each first byte that is no ASCII letter.
    marks: [u64; 4],
    /// Starts with a small letter, apart because few names have one and four words of five do: so the look at most words
    /// stays in the processor's nearest cache, and next to none pass by accident.
    small: Starts,
    /// Starts with a capital letter.
    capital: Starts,
}

/// A bit for each group of starts.
#[derive(Debug)]
struct Starts {
    /// As many as a power of two.
    words: Vec<u64>,
    /// How far the hash of a start is shifted to tell its group.
    shift: u32,
}

impl Starts {
    /// The starts that have these bits, if they are as many as there ought to be.
    fn of(words: Vec<u64>) -> Option<Self> {
        let shift = (u32::BITS - 6).checked_sub(words.len().trailing_zeros())?;
        words.len().is_power_of_two().then_some(Self { words, shift })
    }

    fn with_room(words: usize) -> Self {
        Self { words: vec![0; words], shift: u32::BITS - 6 - words.trailing_zeros() }
    }

    fn add(&mut self, hash: u32) {
        let group = self.group(hash);
        self.words[group / 64] |= 1 << (group % 64);
    }

    #[inline]
    fn has(&self, hash: u32) -> bool {
        let group = self.group(hash);
        self.words[group / 64] >> (group % 64) & 1 == 1
    }

    #[inline]
    fn group(&self, hash: u32) -> usize {
        (hash >> self.shift) as usize
    }
}

/// So many times less room have the starts with a small letter.
const SMALL_PART: usize = 64;

/// The bit of an ASCII letter that a capital lacks.
const SMALL: u64 = 0x20;

impl Default for Openings {
    fn default() -> Self {
        Self::with_room(0)
    }
}

impl Openings {
    /// The openings of so many spellings, of which none has been added yet.
    pub(super) fn with_room(spellings: usize) -> Self {
        let words = (spellings / 4).next_power_of_two().clamp(SMALL_PART, 1 << 18);
        Self { marks: [0; 4], small: Starts::with_room(words / SMALL_PART), capital: Starts::with_room(words) }
    }

    /// Adds the ways to begin of the texts that equal the spelling, which can be in capitals if it is cased.
    pub(super) fn add(&mut self, spelling: &str, is_cased: bool) {
        self.add_start(spelling);
        if is_cased {
            if spelling.is_ascii() {
                return self.add_start(&spelling[..spelling.len().min(8)].to_ascii_uppercase());
            }
            // Outside ASCII a letter may have no capital, one in ASCII or several: the text may go on there or end there.
            let ascii = &spelling[..spelling.bytes().take_while(u8::is_ascii).count()];
            self.add_start(&ascii.to_ascii_uppercase());
            let capitals: String = spelling.chars().take(8).map(|c| c.to_uppercase().next().unwrap_or(c)).collect();
            self.add_start(&capitals);
        }
    }

    fn add_start(&mut self, text: &str) {
        let Some(first) = text.chars().next() else { return };
        if first.is_ascii_alphabetic() {
            let letters = swar::leading_letters(text.as_bytes(), 0);
            let starts = if letters & SMALL == 0 { &mut self.capital } else { &mut self.small };
            return starts.add(swar::hash(letters));
        }
        let variants: &[char] = match first {
            '\'' => &APOSTROPHES,
            '-' => &HYPHENS,
            _ => &[first],
        };
        for variant in variants {
            let leading = usize::from(variant.encode_utf8(&mut [0; 4]).as_bytes()[0]);
            self.marks[leading / 64] |= 1 << (leading % 64);
        }
    }

    /// All bits, as [`of_words`](Self::of_words) takes them.
    pub(super) fn words(&self) -> impl Iterator<Item = u64> {
        self.marks.iter().chain(&self.small.words).chain(&self.capital.words).copied()
    }

    /// The openings that have these bits, if they are as many as there ought to be.
    pub(super) fn of_words(mut words: impl Iterator<Item = u64>) -> Option<Self> {
        let mut marks = [0; 4];
        for mark in &mut marks {
            *mark = words.next()?;
        }
        let mut small: Vec<_> = words.collect();
        let capital = small.split_off(small.len() / (SMALL_PART + 1));
        let fits = capital.len() == SMALL_PART * small.len();
        fits.then_some(Self { marks, small: Starts::of(small)?, capital: Starts::of(capital)? })
    }

    /// Whether a name may start at the offset. At the end of the text there is nothing to start with.
    #[inline]
    pub(crate) fn has(&self, text: &[u8], at: usize) -> bool {
        text.get(at).is_some_and(|&first| {
            if first.is_ascii_alphabetic() {
                self.has_start(swar::leading_letters(text, at))
            } else {
                self.has_mark(first)
            }
        })
    }

    /// Whether a name may begin with these letters of ASCII, one to eight, the first one lowest.
    #[inline]
    pub(crate) fn has_start(&self, letters: u64) -> bool {
        let starts = if letters & SMALL == 0 { &self.capital } else { &self.small };
        starts.has(swar::hash(letters))
    }

    /// The same for small letters that have this [hash](swar::hash).
    #[inline]
    pub(crate) fn has_small_start(&self, hash: u32) -> bool {
        self.small.has(hash)
    }

    /// Whether a name may start with this byte, which is no ASCII letter.
    #[inline]
    pub(crate) fn has_mark(&self, mark: u8) -> bool {
        self.marks[usize::from(mark) / 64] >> (mark % 64) & 1 == 1
    }
}
