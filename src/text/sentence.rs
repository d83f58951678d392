//! Where sentences end.

use std::ops::Range;

use super::token::{Family, Mark, MarkSide, Shape, Token, TokenKind};
use crate::lexicon::{Morphology, WordClass};

/// The words that begin a sentence behind an abbreviation: `in the U.S. The law …`.
const STARTERS: WordClass = WordClass::DETERMINER
    .union(WordClass::SUBJECT)
    .union(WordClass::CONJUNCTION)
    .union(WordClass::SUBORDINATOR)
    .union(WordClass::PREPOSITION);

fn closes(token: &Token) -> bool {
    match token.kind {
        TokenKind::CloseBracket => true,
        TokenKind::Mark(Mark { side, .. }) => side == MarkSide::Close || side == MarkSide::Either && !token.spaced,
        _ => token.is_terminal(),
    }
}

fn opens(token: &Token) -> bool {
    match token.kind {
        TokenKind::Word => token.shape != Shape::Lower,
        TokenKind::Number | TokenKind::OpenBracket | TokenKind::Other => true,
        TokenKind::Mark(Mark { side, .. }) => side != MarkSide::Close,
        _ => false,
    }
}

/// A mark that may open without a space on either side, and a word that begins a sentence.
fn lacks_space(tokens: &[Token]) -> bool {
    let [mark, word, ..] = tokens else { return false };
    !mark.spaced
        && !word.spaced
        && word.shape == Shape::Capital
        && matches!(
            mark.kind,
            TokenKind::Mark(Mark { family: Family::Double, side: MarkSide::Either | MarkSide::Open })
        )
}

/// `The bridge was closed.Pilots said so.`: no space between two sentences. Those of a name have no word in small letters
/// before the stop, and those of an address no space behind.
fn starts_unspaced(tokens: &[Token], stop: usize, next: usize) -> bool {
    let small = || stop > 0 && tokens[stop - 1].shape == Shape::Lower;
    let apart = || tokens.get(next + 1).is_some_and(|after| after.spaced);
    tokens[stop].kind == TokenKind::Stop
        && !tokens[stop].spaced
        && tokens[next].shape == Shape::Capital
        && (tokens[next].has(STARTERS) || small() && apart())
}

/// `‘Who Will Pay?’ Asks Mayor`, `“WHO WILL PAY?” ASKED THE MAYOR.`: a verb that no sentence begins with, and capitals that it
/// shares with the word after it.
fn reports_in_capitals(tokens: &[Token]) -> bool {
    let [verb, next, ..] = tokens else { return false };
    verb.has(WordClass::CUE)
        && match verb.shape {
            Shape::Capital => verb.has(Morphology::THIRD) && next.is_capitalized(),
            Shape::Upper => verb.has(Morphology::THIRD | Morphology::PAST) && next.shape == Shape::Upper,
            _ => false,
        }
}

/// Whether straight marks are open, which only counting tells.
struct Marks {
    counted: usize,
    inside: bool,
}

impl Marks {
    fn are_open_at(&mut self, tokens: &[Token], at: usize) -> bool {
        for token in &tokens[self.counted..at] {
            if let TokenKind::Mark(Mark { family: Family::Double, side }) = token.kind {
                self.inside = side == MarkSide::Open || side == MarkSide::Either && !self.inside;
            }
        }
        self.counted = at;
        self.inside
    }
}

/// Splits one paragraph's tokens; closing marks and brackets stay with the sentence before them.
///
/// The paragraph's [`ends`](super::Text::ends) are taken from the first of those that are left.
pub(super) fn split(tokens: &[Token], paragraph: Range<usize>, ends: &mut &[usize], sentences: &mut Vec<Range<usize>>) {
    let mut start = paragraph.start;
    let mut at = paragraph.start;
    let mut marks = Marks { counted: paragraph.start, inside: false };
    while let [end, rest @ ..] = ends
        && *end < paragraph.end
    {
        let end = *end;
        *ends = rest;
        if end < at {
            // One of the marks that close the sentence before.
            continue;
        }
        at = end + 1;
        let token = &tokens[end];
        // `… to sail."We left"`: the space between two sentences is missing.
        let is_end = if token.is_terminal() && lacks_space(&tokens[at..paragraph.end]) && !marks.are_open_at(tokens, at)
        {
            true
        } else if token.is_terminal() {
            while at < paragraph.end && closes(&tokens[at]) {
                at += 1;
            }
            let closed = at > end + 1;
            at < paragraph.end
                && !(closed && reports_in_capitals(&tokens[at..paragraph.end]))
                && if tokens[at].spaced { opens(&tokens[at]) } else { starts_unspaced(tokens, end, at) }
        } else {
            at < paragraph.end && tokens[at].shape == Shape::Capital && tokens[at].has(STARTERS)
        };
        if is_end {
            sentences.push(start..at);
            start = at;
        }
    }
    if start < paragraph.end {
        sentences.push(start..paragraph.end);
    }
}
