//! Where sentences end.

use std::ops::Range;

use super::token::{Mark, Shape, Side, Token, TokenKind};
use crate::lexicon::Tags;

/// The words that begin a sentence behind an abbreviation: `in the U.S. The law …`.
const STARTERS: Tags =
    Tags::DETERMINER.union(Tags::SUBJECT).union(Tags::CONJUNCTION).union(Tags::SUBORDINATOR).union(Tags::PREPOSITION);

fn closes(token: &Token) -> bool {
    match token.kind {
        TokenKind::CloseBracket => true,
        TokenKind::Mark(Mark { side, .. }) => side == Side::Close || side == Side::Either && !token.spaced,
        _ => token.is_terminal(),
    }
}

fn opens(token: &Token) -> bool {
    match token.kind {
        TokenKind::Word => token.shape != Shape::Lower,
        TokenKind::Number | TokenKind::OpenBracket | TokenKind::Other => true,
        TokenKind::Mark(Mark { side, .. }) => side != Side::Close,
        _ => false,
    }
}

/// Splits one paragraph's tokens; closing marks and brackets stay with the sentence before them.
pub(super) fn split(tokens: &[Token], paragraph: Range<usize>, sentences: &mut Vec<Range<usize>>) {
    let mut start = paragraph.start;
    let mut at = paragraph.start;
    while at < paragraph.end {
        let token = &tokens[at];
        at += 1;
        let ends = if token.is_terminal() {
            while at < paragraph.end && closes(&tokens[at]) {
                at += 1;
            }
            at < paragraph.end && tokens[at].spaced && opens(&tokens[at])
        } else {
            token.has(Tags::ABBREVIATION)
                && at < paragraph.end
                && tokens[at].shape == Shape::Capital
                && tokens[at].has(STARTERS)
        };
        if ends {
            sentences.push(start..at);
            start = at;
        }
    }
    if start < paragraph.end {
        sentences.push(start..paragraph.end);
    }
}
