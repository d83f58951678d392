//! Names that are ordinary words as well, where nothing shows that the name is meant.

use std::ops::Range;

use crate::gazetteer::{Entity, Kind};
use crate::lexicon::WordClass;
use crate::text::{Shape, Text, TokenKind};

/// Whether the one word that may name the entity is only a word: at the start of a sentence, in a headline's capitals, in a
/// date.
pub(super) fn is_left_alone(text: &Text, name: &Range<usize>, entity: &Entity) -> bool {
    // Nobody writes two words as a name by chance.
    name.len() == 1
        && (may_be_word(text, name.start) || is_bracketed(text, name.start) && entity.kind() == Kind::Organization)
        && entity.is_ambiguous(text.word(name.start))
}

/// The capital may have another reason.
fn may_be_word(text: &Text, at: usize) -> bool {
    let token = &text.tokens[at];
    // `in May`, `on May 3`: the month, unless the person is named in full somewhere.
    if token.has(WordClass::CALENDAR) {
        return true;
    }
    let sentence = text.sentences.partition_point(|sentence| sentence.end <= at);
    let Some(sentence) = text.sentences.get(sentence) else { return true };
    let in_capitals = |at: usize| sentence.contains(&at) && text.tokens[at].shape == Shape::Upper;
    // In capitals every word may be a name: LAST STATE.
    let is_shouted =
        in_capitals(at) && (in_capitals(at + 1) || at.checked_sub(1).is_some_and(in_capitals)) && token.span.len() > 3;
    is_shouted || sentence.start == at || sentence.start + 1 == at && !text.tokens[sentence.start].is_word()
}

/// `Jane Doe (Independent)`
fn is_bracketed(text: &Text, at: usize) -> bool {
    at > 1
        && text.tokens[at - 1].kind == TokenKind::OpenBracket
        && text.tokens.get(at + 1).is_some_and(|next| matches!(next.kind, TokenKind::CloseBracket | TokenKind::Comma))
}
