//! The sentence in which the form of a name is looked at.

use std::cell::{Cell, RefCell};
use std::ops::Range;

use super::capitals::Capitals;
use crate::gazetteer::{Gazetteer, Kind, is_ordinary};
use crate::lexicon::Part;
use crate::text::{Text, Token, TokenKind};

/// No name has more words: keeps a text of nothing but capitals linear.
const LONGEST_RUN: usize = 24;

/// The last person found by form in the sentence: names in a list are alike.
#[derive(Debug, Default)]
pub(super) struct LastPerson {
    /// Where he ends.
    pub(super) end: Cell<usize>,
    /// Names of the gazetteer after him, not yet looked at, that may have a person's form: where each begins and ends.
    pub(super) unread: RefCell<Vec<(usize, usize)>>,
}

impl LastPerson {
    pub(super) fn forget(&self) {
        self.found(0);
    }

    pub(super) fn found(&self, end: usize) {
        self.end.set(end);
        self.unread.borrow_mut().clear();
    }
}

pub(super) struct Context<'a, 't> {
    pub(super) text: &'a Text<'t>,
    /// The part of speech of each token.
    pub(super) parts: &'a [Part],
    pub(super) gazetteer: &'a Gazetteer,
    pub(super) sentence: Range<usize>,
    pub(super) headline: bool,
    pub(super) capitals: &'a Capitals,
    pub(super) people: &'a LastPerson,
}

impl Context<'_, '_> {
    pub(super) fn token(&self, at: usize) -> Option<&Token> {
        self.text.tokens[..self.sentence.end].get(at)
    }

    /// What a token of the sentence is in it.
    pub(super) fn part_at(&self, at: usize) -> Option<Part> {
        self.parts[..self.sentence.end].get(at).copied()
    }

    pub(super) fn word(&self, at: usize) -> &str {
        self.text.word(at)
    }

    pub(super) fn is_hyphen(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == TokenKind::Hyphen && !token.spaced)
    }

    /// A capitalized word that can be part of a name.
    pub(super) fn names(&self, at: usize) -> bool {
        at < self.sentence.end && self.capitals.names.has(at)
    }

    /// The end of the name part that begins at `at`: one word, or several joined by hyphens.
    pub(super) fn part(&self, at: usize) -> usize {
        let mut end = at + 1;
        while self.is_hyphen(end) && self.token(end + 1).is_some_and(|token| token.is_capitalized() && !token.spaced) {
            end += 2;
        }
        end
    }

    /// The end of the run of capitalized words that begins at `at`.
    pub(super) fn run(&self, at: usize) -> usize {
        let limit = self.sentence.end.min(at + LONGEST_RUN);
        let mut end = at;
        while end < limit && if end == at { self.names(at) } else { self.capitals.joined.has(end) } {
            end = self.capitals.joined.end_of_run(end + 1, limit);
            if !self.is_hyphen(end) {
                break;
            }
            end = self.part(end - 1);
        }
        end
    }

    pub(super) fn is_ordinary(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.is_word()) && is_ordinary(self.word(at))
    }

    /// The gazetteer has the word, as a place or an organization and as nobody's name.
    pub(super) fn is_known_elsewhere(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        self.gazetteer.longest_at(self.text.source, token.span.start).is_some_and(|found| {
            found.candidates().iter().all(|&known| self.gazetteer.entity_at(known).kind() != Kind::Person)
        })
    }
}
