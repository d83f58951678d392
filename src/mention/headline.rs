//! Sentences whose capitals tell nothing of names: headlines and headings.

use std::ops::Range;

use super::token_set::TokenSet;
use crate::lexicon::WordClass;
use crate::text::{Shape, Text, TokenKind};

/// For each sentence of the text whether it is a headline.
pub(super) fn headlines(text: &Text, capitals: &TokenSet) -> Vec<bool> {
    text.sentences.iter().map(|sentence| is_headline(text, sentence, capitals)).collect()
}

/// Most words are capitalized, or all are in capitals throughout.
fn is_headline(text: &Text, sentence: &Range<usize>, capitals: &TokenSet) -> bool {
    let capitals = capitals.count(sentence);
    // Most sentences are told by this alone, without a look at their words.
    if capitals < 3 || capitals * 10 < sentence.len() * 2 {
        return false;
    }
    let tokens = &text.tokens[sentence.clone()];
    // And most others by their second or third content word in small letters.
    let mut small = 0;
    for token in tokens {
        small += usize::from(token.is_word() & !token.is_capitalized() & !token.has(WordClass::FUNCTION));
        if small * 4 >= capitals {
            return false;
        }
    }
    let capitalized = || tokens.iter().filter(|token| token.is_capitalized());
    let count = capitalized().filter(|token| !token.has(WordClass::FUNCTION)).count();
    let words = count + small;
    let shouted = || capitalized().all(|token| token.shape == Shape::Upper);
    if !(count >= 4 && count * 10 > words * 8 || count >= 3 && count == words && shouted()) {
        return false;
    }
    // A list of names is none: Jane Doe (captain), John Roe, Ann Poe.
    let commas = tokens.iter().filter(|token| token.kind == TokenKind::Comma).count();
    commas < 3 || commas * 5 < count
}
