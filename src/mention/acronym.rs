//! Acronyms that a text explains where it first uses them: `the Marden Harbour Trust (MHT)`.

use std::ops::Range;

use super::discovery::{Candidate, Guess};
use crate::gazetteer::Kind;
use crate::lexicon::Tags;
use crate::text::{Shape, Text, TokenKind};

/// No acronym has more letters.
const LONGEST: usize = 8;

/// The acronyms in brackets whose letters are the initials of the words before them, each with these words.
///
/// Behind an organization the letters need not agree: those of a foreign party are of its own language.
pub(super) fn explained<'a>(
    text: &'a Text,
    candidates: &'a [Candidate],
) -> impl Iterator<Item = (usize, Range<usize>)> + 'a {
    text.capitalized.iter().filter_map(|&at| {
        let (before, behind) = (at.checked_sub(1)?, text.tokens.get(at + 1)?);
        let in_brackets = text.tokens[before].kind == TokenKind::OpenBracket && behind.kind == TokenKind::CloseBracket;
        let is_acronym = text.tokens[at].shape == Shape::Upper && (2..=LONGEST).contains(&text.word(at).len());
        if !in_brackets || !is_acronym {
            return None;
        }
        let words = long_form(text, before, text.word(at)).or_else(|| organization_before(candidates, before))?;
        Some((at, words))
    })
}

fn organization_before(candidates: &[Candidate], end: usize) -> Option<Range<usize>> {
    let found = candidates.binary_search_by_key(&end, |candidate| candidate.tokens.end).ok()?;
    let candidate = &candidates[found];
    let is_body = matches!(candidate.guess, Guess::Discovered { kind: Kind::Organization, .. } | Guess::Short(_));
    (is_body && candidate.tokens.len() > 1).then(|| candidate.tokens.clone())
}

/// The words that end at `end` and have the letters of the acronym as initials, small words aside.
fn long_form(text: &Text, end: usize, acronym: &str) -> Option<Range<usize>> {
    let mut start = end;
    for letter in acronym.bytes().rev().filter(u8::is_ascii_alphabetic) {
        loop {
            start = start.checked_sub(1)?;
            let token = &text.tokens[start];
            let initial = *text.word(start).as_bytes().first()?;
            let is_small = token.kind == TokenKind::Hyphen
                || token.shape == Shape::Lower && (token.has(Tags::FUNCTION) || text.word(start) == "and");
            if token.is_capitalized() && initial.eq_ignore_ascii_case(&letter) {
                break;
            }
            if !is_small {
                return None;
            }
        }
    }
    Some(start..end)
}
