//! Names of the gazetteer, with all their candidates still open.

use std::ops::Range;

use crate::gazetteer::{EntityIndex, Gazetteer};
use crate::text::{Text, TokenKind};

/// A name of the gazetteer in the text.
#[derive(Clone, Debug)]
pub(super) struct Hit<'g> {
    pub(super) tokens: Range<usize>,
    /// Never empty, most prominent first.
    pub(super) candidates: &'g [EntityIndex],
}

/// The longest name at each word start, left to right, none inside another.
pub(super) fn hits<'g>(text: &Text, gazetteer: &'g Gazetteer) -> Vec<Hit<'g>> {
    let mut hits = Vec::with_capacity(text.capitalized.len() / 2);
    let mut at = 0;
    while at < text.tokens.len() {
        let token = &text.tokens[at];
        at += 1;
        let found = match (token.kind, token.opening) {
            (TokenKind::Word, Some(opening)) => gazetteer.longest_with(opening.get(), text.source, token.span.start),
            // A number, a word outside ASCII, or a mark: `.NET`, `’Ohana`.
            _ => gazetteer.longest_at(text.source, token.span.start),
        };
        let Some(found) = found else { continue };
        let start = at - 1;
        let span = found.span();
        while at < text.tokens.len() && text.tokens[at].span.start < span.end {
            at += 1;
        }
        hits.push(Hit { tokens: start..at, candidates: found.candidates() });
    }
    hits
}
