//! The capitalized words that names are made of.

use std::array;

use super::address::is_in_address;
use super::token_set::TokenSet;
use crate::lexicon::{PersonCues, WordClass};
use crate::text::{Text, TokenKind};

/// Words that no name contains, however they are capitalized.
pub(super) const NEVER: WordClass = WordClass::FUNCTION.union(WordClass::CALENDAR);

/// Function words and months that are given names as well: `Will Brell`, `May Brell`.
pub(super) const GIVEN_NAMES_TOO: WordClass = WordClass::MODAL.union(WordClass::MONTH).union(WordClass::DAY);

/// What the capitalized words of a text can be in a name, each looked at once.
#[derive(Debug)]
pub(super) struct Capitals {
    /// All of them.
    pub(super) all: TokenSet,
    /// They can be part of a name.
    pub(super) names: TokenSet,
    /// They can go on with one: white space stands before them.
    pub(super) joined: TokenSet,
    /// They may begin one.
    pub(super) first: TokenSet,
    /// They stand after an opening bracket.
    pub(super) bracketed: Vec<usize>,
}

impl Capitals {
    pub(super) fn of(text: &Text) -> Self {
        let [mut all, mut names, mut joined, mut first] = array::from_fn(|_| TokenSet::of(text));
        let mut bracketed = Vec::new();
        for &at in &text.capitalized {
            if is_in_address(text, at) {
                continue;
            }
            let token = &text.tokens[at];
            let can_be_part = !token.has(NEVER);
            all.add_if(at, true);
            if at > 0 && text.tokens[at - 1].kind == TokenKind::OpenBracket {
                bracketed.push(at);
            }
            names.add_if(at, can_be_part);
            joined.add_if(at, can_be_part & token.spaced);
            first.add_if(at, can_be_part | token.has(PersonCues::GIVEN_NAME) & token.has(GIVEN_NAMES_TOO));
        }
        Self { all, names, joined, first, bracketed }
    }
}
