//! Sentences whose capitals tell nothing of names: headlines and headings.

use std::ops::Range;

use super::discovery::capitals_before;
use crate::lexicon::Tags;
use crate::text::{Shape, Text, TokenKind};

/// For each sentence of the text whether it is a headline.
pub(super) fn headlines(text: &Text) -> Vec<bool> {
    let mut capitalized = &text.capitalized[..];
    let read = text.sentences.iter().map(|sentence| {
        let (capitals, later) = capitals_before(capitalized, sentence.end);
        capitalized = later;
        is_headline(text, sentence, capitals)
    });
    read.collect()
}

/// Most words are capitalized, or all are in capitals throughout.
fn is_headline(text: &Text, sentence: &Range<usize>, capitals: &[usize]) -> bool {
    let tokens = &text.tokens[sentence.clone()];
    // Most sentences are told by this alone, without a look at their words.
    if capitals.len() < 3 || capitals.len() * 10 < tokens.len() * 2 {
        return false;
    }
    let count = capitals.iter().filter(|&&at| !text.tokens[at].has(Tags::FUNCTION)).count();
    let words = tokens.iter().filter(|token| token.is_word() && !token.has(Tags::FUNCTION)).count();
    let shouted = || capitals.iter().all(|&at| text.tokens[at].shape == Shape::Upper);
    if !(count >= 4 && count * 10 > words * 8 || count >= 3 && count == words && shouted()) {
        return false;
    }
    // A list of names is none: Jane Doe (captain), John Roe, Ann Poe.
    let commas = tokens.iter().filter(|token| token.kind == TokenKind::Comma).count();
    commas < 3 || commas * 5 < count
}
