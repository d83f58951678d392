//! Words of ASCII letters, many at a time: four tokens of five.
//!
//! Which word comes next no processor can foresee. So neither its length nor its case decides a branch here, but for
//! capitals inside of it; and the looks into the lexicon, which wait for memory, are made for many words in a row, so that
//! they wait together.

use super::chunk::Letters;
use super::token::{Shape, Token, TokenKind};
use super::tokenize::Scan;
use super::words::{BEHIND, Behind};
use crate::lexicon::{Form, Lexicon, Tags, ending, ending_of_unlisted, last_two};
use crate::span::Span;
use crate::swar;

/// So many words are read before they are looked up: more than most runs of them have.
const AT_ONCE: usize = 16;

/// A word that has been parted from its neighbours.
#[derive(Clone, Copy, Debug, Default)]
struct Plain {
    start: usize,
    end: usize,
    form: Form,
    /// Its first eight letters as they are written.
    opening: u64,
    /// The byte behind it.
    behind: u8,
    spaced: bool,
    first_is_capital: bool,
    later_is_capital: bool,
}

/// Room for the words of one run.
#[derive(Debug, Default)]
pub(super) struct Run {
    words: [Plain; AT_ONCE],
    known: [u16; AT_ONCE],
}

impl Run {
    /// Parts the words that the text goes on with from each other, up to one with a full stop; how many there are.
    #[inline]
    fn part(&mut self, text: &[u8], mut start: usize, mut spaced: bool, lexicon: &Lexicon) -> usize {
        for (count, word) in self.words.iter_mut().enumerate() {
            let Some(sixteen) = swar::sixteen_at(text, start) else { return count };
            let letters = Letters::of(sixteen);
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
    fn look_up(&mut self, words: usize, lexicon: &Lexicon) {
        for (word, known) in self.words[..words].iter().zip(&mut self.known) {
            *known = lexicon.place(word.form);
        }
    }
}

/// Adds the place on this condition, without a branch.
#[inline]
fn push_if(places: &mut Vec<usize>, condition: bool, place: usize) {
    let length = places.len() + usize::from(condition);
    places.push(place);
    places.truncate(length);
}

impl Scan<'_, '_> {
    /// Reads words of up to sixteen ASCII letters with one space or none between them and nothing special behind, many in a
    /// row. Whether a word of another sort comes then.
    pub(super) fn plain_words(&mut self) -> bool {
        let bytes = self.source.as_bytes();
        loop {
            let words = self.run.part(bytes, self.at, self.spaced, self.lexicon);
            self.run.look_up(words, self.lexicon);
            if !(0..words).all(|word| self.push_plain(word)) || words < AT_ONCE {
                break;
            }
        }
        bytes.get(self.at).is_some_and(u8::is_ascii_alphabetic)
    }

    /// Adds a word of which this is known, unless it is an abbreviation.
    #[inline]
    fn push_plain(&mut self, word: usize) -> bool {
        let entry = self.run.known[word];
        let known = self.lexicon.known(entry);
        let Plain { start, end, form: _, opening, behind, spaced, first_is_capital, later_is_capital } =
            self.run.words[word];
        let bytes = self.source.as_bytes();
        let mut tags = known.with_ending[usize::from(first_is_capital)];
        if behind == b'.' && (end - start == 1 || tags.contains(Tags::ABBREVIATES)) {
            return false;
        }
        let mut shape = if first_is_capital { Shape::Capital } else { Shape::Lower };
        if tags.is_empty() {
            tags = ending_of_unlisted(!first_is_capital, end - start, last_two(&bytes[start..end]));
        }
        if later_is_capital {
            shape = swar::sixteen_at(bytes, start).map_or(shape, |word| Letters::of(word).shape());
            tags = known.by_word_lists[1];
            tags |= ending(tags, false, end - start, last_two(&bytes[start..end]));
        }
        let place = self.text.tokens.len();
        push_if(&mut self.text.capitalized, shape != Shape::Lower, place);
        push_if(&mut self.text.openings, self.openings.has_start(opening), place);
        let word = known.word;
        self.text.tokens.push(Token {
            span: Span::new(start, end),
            tags,
            word,
            entry,
            kind: TokenKind::Word,
            shape,
            spaced,
        });
        self.spaced = behind == b' ';
        self.at = end + usize::from(self.spaced);
        true
    }
}
