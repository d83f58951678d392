//! Sentences whose capitals tell nothing of names: headlines and headings.

use std::ops::Range;

use super::token_set::TokenSet;
use crate::lexicon::{Part, PartSet, WordClass};
use crate::text::{Shape, Text, TokenKind};

/// For each sentence of the text whether it is a headline.
pub(super) fn headlines(text: &Text, parts: &[Part], capitals: &TokenSet) -> Vec<bool> {
    let told = |sentence| is_headline(text, sentence, capitals) && !is_plain_sentence(text, parts, sentence);
    text.sentences.iter().map(told).collect()
}

/// `The Marden Council for the Rescue of Horses met.`: with a full stop at its end and a finite verb in small letters it is a
/// sentence, however many capitals its names have.
fn is_plain_sentence(text: &Text, parts: &[Part], sentence: &Range<usize>) -> bool {
    let ends = sentence.clone().last().is_some_and(|last| text.tokens[last].kind == TokenKind::Stop);
    let in_small_letters = |at: &usize| text.tokens[*at].shape == Shape::Lower;
    let verbs = || sentence.clone().filter(in_small_letters).filter(|&at| parts[at].is(PartSet::FINITE));
    // Headlines too write *is* and *has* small, but they leave out articles.
    let has_article = || sentence.clone().filter(in_small_letters).any(|at| text.tokens[at].has(WordClass::DETERMINER));
    ends && verbs().any(|at| !text.tokens[at].has(WordClass::FUNCTION) || has_article())
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
