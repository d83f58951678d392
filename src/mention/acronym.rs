//! Acronyms that a text explains where it first uses them: `the Marden Harbour Trust (MHT)`.

use std::ops::Range;

use super::candidate::{Candidate, Guess};
use super::rule::Rule;
use crate::gazetteer::Kind;
use crate::lexicon::{NameCues, PersonCues, WordClass};
use crate::text::{Shape, Text, Token, TokenKind};

/// No acronym has more letters.
const LONGEST: usize = 8;

/// The acronyms in brackets whose letters are the initials of the words before them, each with these words.
///
/// `bracketed` are the capitalized words after an opening bracket. After an organization the letters need not agree: those
/// of a foreign party are of its own language.
pub(super) fn explained<'a>(
    text: &'a Text,
    bracketed: &'a [usize],
    candidates: &'a [Candidate],
) -> impl Iterator<Item = (usize, Range<usize>)> + 'a {
    bracketed.iter().filter_map(|&at| {
        let (before, after) = (at - 1, at + 1);
        if text.tokens.get(after)?.kind != TokenKind::CloseBracket
            || text.tokens[at].shape != Shape::Upper
            || !(2..=LONGEST).contains(&text.word(at).len())
        {
            return None;
        }
        let words = long_form(text, before, text.word(at)).or_else(|| organization_before(candidates, before))?;
        Some((at, words))
    })
}

fn organization_before(candidates: &[Candidate], end: usize) -> Option<Range<usize>> {
    let found = candidates.binary_search_by_key(&end, |candidate| candidate.tokens.end).ok()?;
    let candidate = &candidates[found];
    let is_body = candidate.kind == Kind::Organization && !matches!(candidate.guess, Guess::Known(_));
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
                || token.shape == Shape::Lower && (token.has(WordClass::FUNCTION) || text.word(start) == "and");
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

/// Nouns of what has an acronym and is no organization: `the Marden Harbour Act (MHA)`, `a Chief Harbour Officer (CHO)`.
fn is_no_body(noun: &Token) -> bool {
    noun.has(PersonCues::DOCUMENT_ROLE | PersonCues::PERSON_ROLE | PersonCues::TITLE)
        || noun.tells(NameCues::EVENT | NameCues::PLACE_LAST)
}

/// Adds the long forms that nothing else has found: what has an acronym of its own and capitals is an organization.
pub(super) fn with_long_forms<'g>(
    text: &Text,
    candidates: Vec<Candidate<'g>>,
    explained: &[(usize, Range<usize>)],
) -> Vec<Candidate<'g>> {
    let is_new = |long: &Range<usize>| {
        let at = candidates.partition_point(|candidate| candidate.tokens.end <= long.start);
        candidates.get(at).is_none_or(|next| next.tokens.start >= long.end)
    };
    let is_body = |long: &Range<usize>| long.len() > 2 && !is_no_body(&text.tokens[long.end - 1]);
    let mut new: Vec<Candidate<'g>> = explained
        .iter()
        .map(|(_, long)| long.clone())
        .filter(|long| is_new(long) && is_body(long))
        .map(|tokens| Candidate::discovered(tokens, Kind::Organization, Rule::Acronym))
        .collect();
    if new.is_empty() {
        return candidates;
    }
    new.extend(candidates);
    new.sort_by_key(|candidate| candidate.tokens.start);
    new.dedup_by(|later, earlier| later.tokens.start < earlier.tokens.end);
    new
}
