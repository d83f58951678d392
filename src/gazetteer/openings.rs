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
    /// A bit for each group of starts, those with a small letter first.
    groups: Vec<u64>,
    /// Starts with a small letter, apart because few names have one and four words of five do: so the look at most words
    /// stays in the processor's nearest cache, and next to none pass by accident. Then those with a capital letter.
    starts: [Starts; 2],
}

/// Where the groups of some starts lie.
#[derive(Clone, Copy, Debug)]
struct Starts {
    first_word: usize,
    /// How far the hash of a start is shifted to tell its group.
    shift: u32,
}

impl Starts {
    /// So many words from there on, a power of two of them, or none.
    fn of(first_word: usize, words: usize) -> Option<Self> {
        let shift = (u32::BITS - 6).checked_sub(words.trailing_zeros())?;
        words.is_power_of_two().then_some(Self { first_word, shift })
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
        let capital = (spellings / 4).next_power_of_two().clamp(SMALL_PART, 1 << 18);
        let words = capital + capital / SMALL_PART;
        Self::of([0; 4], vec![0; words]).expect("a power of two and its part")
    }

    /// The openings that have these bits, if they are as many as there ought to be.
    fn of(marks: [u64; 4], groups: Vec<u64>) -> Option<Self> {
        let small = groups.len() / (SMALL_PART + 1);
        let fits = groups.len() == small * (SMALL_PART + 1);
        let starts = [Starts::of(0, small)?, Starts::of(small, groups.len() - small)?];
        fits.then_some(Self { marks, groups, starts })
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
            let (word, bit) = self.group(letters);
            self.groups[word] |= 1 << bit;
            return;
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
        self.marks.iter().chain(&self.groups).copied()
    }

    /// The openings that have these bits, if they are as many as there ought to be.
    pub(super) fn of_words(mut words: impl Iterator<Item = u64>) -> Option<Self> {
        let mut marks = [0; 4];
        for mark in &mut marks {
            *mark = words.next()?;
        }
        Self::of(marks, words.collect())
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
        let (word, bit) = self.group(letters);
        self.groups[word] >> bit & 1 == 1
    }

    /// Where the bit of a start is: in which word, and which it is there.
    #[inline]
    fn group(&self, letters: u64) -> (usize, u32) {
        // Which of the two is no branch: capitals cannot be foreseen.
        let Starts { first_word, shift } = self.starts[usize::from(letters & SMALL == 0)];
        let group = swar::hash(letters) >> shift;
        (first_word + group as usize / 64, group % 64)
    }

    /// Whether a name may start with this byte, which is no ASCII letter.
    #[inline]
    pub(crate) fn has_mark(&self, mark: u8) -> bool {
        self.marks[usize::from(mark) / 64] >> (mark % 64) & 1 == 1
    }
}
