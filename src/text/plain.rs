//! Words of ASCII letters, many at a time: four tokens of five.
//!
//! Which word comes next no processor can foresee. So neither its length nor its case decides a branch here, but for
//! capitals inside of it; and the looks into the lexicon, which wait for memory, are made for many words in a row, so that
//! they wait together.

use super::letters::SixteenLetters;
use super::run::{AT_ONCE, Plain};
use super::scan::Scan;
use super::token::{Shape, Token, TokenKind};
use crate::lexicon::{Morphology, ending, ending_of_unlisted, last_two};
use crate::span::Span;
use crate::swar;

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
        if behind == b'.' && (end - start == 1 || tags.has(Morphology::ABBREVIATES)) {
            return false;
        }
        let mut shape = if first_is_capital { Shape::Capital } else { Shape::Lower };
        if tags.is_empty() {
            tags = ending_of_unlisted(!first_is_capital, end - start, last_two(&bytes[start..end]));
        }
        if later_is_capital {
            shape = swar::sixteen_at(bytes, start).map_or(shape, |word| SixteenLetters::of(word).shape());
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
