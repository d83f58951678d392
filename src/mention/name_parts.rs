//! The given name, the surname and the suffix of a full name.

use std::ops::Range;

use super::syllables::is_of_two_syllables;
use crate::lexicon::PersonCues;
use crate::span::Span;
use crate::text::{Shape, Text, TokenKind};

/// Where the parts of a full name stand.
pub(super) struct NameParts {
    pub(super) given: Span,
    pub(super) surname: Span,
    /// The surname before a particle and another one: *Moop* of Xandro Moop de Tarn.
    pub(super) first_surname: Option<Span>,
    /// `Jr.`, `VI`
    pub(super) suffix: Option<Span>,
}

impl NameParts {
    /// The parts of a full name; none of a bare surname, with or without its particle.
    pub(super) fn of(text: &Text, tokens: &Range<usize>) -> Option<Self> {
        if tokens.len() < 2 {
            return None;
        }
        // `Park Ji-won`: the surname comes first.
        if tokens.len() == 4 && is_of_two_syllables(text, tokens.start + 1) {
            return Some(Self {
                given: text.span(tokens.start + 1..tokens.end),
                surname: text.tokens[tokens.start].span,
                first_surname: None,
                suffix: None,
            });
        }
        let mut end = tokens.end;
        let mut suffix = None;
        while end > tokens.start + 1 {
            let token = &text.tokens[end - 1];
            if token.has(PersonCues::NAME_SUFFIX) || is_number(text, end - 1) {
                suffix = Some(end - 1);
            } else if token.kind != TokenKind::Comma {
                break;
            }
            end -= 1;
        }
        let mut first = end - 1;
        // `Brell-Moop`, but the Moop of `al-Moop`
        let joins = |at: usize| {
            text.tokens[at - 1].kind == TokenKind::Hyphen && !text.tokens[at - 2].has(PersonCues::NAME_PARTICLE)
        };
        while first >= tokens.start + 2 && joins(first) {
            first -= 2;
        }
        let start = after_particles(text, tokens.start..first + 1);
        let is_first_surname = |&at: &usize| {
            let [word, next] = [at, at + 1].map(|at| &text.tokens[at]);
            let particle = next.has(PersonCues::NAME_PARTICLE) && next.shape == Shape::Lower && next.spaced;
            word.shape == Shape::Capital && particle && !word.has(PersonCues::GIVEN_NAME | PersonCues::NAME_PARTICLE)
        };
        let first_surname = (tokens.start + 1..first.saturating_sub(1)).find(is_first_surname);
        (start < first).then(|| Self {
            given: text.tokens[tokens.start].span,
            surname: text.span(first..end),
            first_surname: first_surname.map(|at| text.tokens[at].span),
            suffix: suffix.map(|at| text.tokens[at].span),
        })
    }
}

/// `VI` after a ruler's name.
fn is_number(text: &Text, at: usize) -> bool {
    text.tokens[at].is_capitalized() && text.word(at).bytes().all(|byte| b"IVX".contains(&byte))
}

/// The token after `van der` at the start of these tokens, which does not reach their end.
pub(super) fn after_particles(text: &Text, tokens: Range<usize>) -> usize {
    let mut start = tokens.start;
    while start + 1 < tokens.end && text.tokens[start].has(PersonCues::NAME_PARTICLE) {
        let (particle, next) = (&text.tokens[start], &text.tokens[start + 1]);
        let hyphen = next.kind == TokenKind::Hyphen && start + 2 < tokens.end;
        // Ben, Van and Al are given names as well.
        let given = particle.is_capitalized() && particle.has(PersonCues::GIVEN_NAME);
        if given && !hyphen && !next.has(PersonCues::NAME_PARTICLE) {
            break;
        }
        start += 1 + usize::from(hyphen);
    }
    start
}
