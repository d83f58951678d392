//! Sentences whose capitals tell nothing of names: headlines, headings, and what is shouted.

use std::ops::Range;

use super::token::{Shape, Token, TokenKind};
use crate::lexicon::WordClass;

/// How many words of a sentence are capitalized.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Casing {
    /// Its first word, and its names.
    Sentence,
    /// Most words: a headline, or a sentence of long names.
    Most,
    /// All but function words: `Mayor Says Tram Line Will Open`. No capital tells a name.
    All,
    /// All letters: no capital tells an acronym, either.
    Shouted,
}

impl Casing {
    /// Its capitals tell nothing of names.
    pub(crate) fn is_of_all(self) -> bool {
        matches!(self, Self::All | Self::Shouted)
    }
}

/// How a sentence is capitalized whose capitalized words these are.
pub(super) fn casing(tokens: &[Token], sentence: &Range<usize>, capitalized: &[usize]) -> Casing {
    let capitals = capitalized.len();
    // Most sentences are told by this alone, without a look at their words.
    if capitals < 3 || capitals * 10 < sentence.len() * 2 {
        return Casing::Sentence;
    }
    let tokens = &tokens[sentence.clone()];
    let capitalized = || capitalized.iter().map(|&at| &tokens[at - sentence.start]);
    // And most others by their second or third content word in small letters.
    let (mut small, mut function) = (0, 0);
    for token in tokens {
        let is_small = token.is_word() && !token.is_capitalized();
        let is_function = token.has(WordClass::FUNCTION);
        small += usize::from(is_small && !is_function);
        function += usize::from(is_small && is_function);
        if small * 4 >= capitals {
            return Casing::Sentence;
        }
    }
    let is_shouted =
        small + function == 0 && capitalized().all(is_upper) && capitalized().any(|token| token.span.len() > 1);
    let content = capitalized().filter(|token| !token.has(WordClass::FUNCTION)).count();
    if !(is_shouted || content >= 4 && content * 10 > (content + small) * 8) {
        return Casing::Sentence;
    }
    // `It was “The Long Night,” not “The Long Nights.”`: a headline has no stop, or writes its verbs large.
    let stops =
        tokens.last().is_some_and(Token::is_terminal) || tokens.iter().rev().nth(1).is_some_and(Token::is_terminal);
    let is_verb = |token: &Token| !token.is_capitalized() && token.has(WordClass::AUXILIARY | WordClass::MODAL);
    let told = stops && tokens.iter().any(is_verb);
    // A list of names is none: Jane Doe (captain), John Roe, Ann Poe.
    let commas = tokens.iter().filter(|token| token.kind == TokenKind::Comma).count();
    match commas {
        3.. if commas * 5 >= content => Casing::Sentence,
        _ if is_shouted => Casing::Shouted,
        _ if small == 0 && !told => Casing::All,
        _ => Casing::Most,
    }
}

/// In capitals throughout, as far as one letter tells.
fn is_upper(token: &Token) -> bool {
    token.shape == Shape::Upper || token.span.len() == 1
}
