//! Names of the gazetteer, with all their candidates still open.

use std::ops::Range;

use crate::gazetteer::{EntityIndex, Gazetteer};
use crate::text::Text;

/// A name of the gazetteer in the text.
#[derive(Clone, Debug)]
pub(super) struct Hit<'g> {
    pub(super) tokens: Range<usize>,
    /// Never empty, most prominent first.
    pub(super) candidates: &'g [EntityIndex],
}

/// The longest name at each word start, left to right, none inside another; of the gazetteer that the text was read with.
pub(super) fn hits<'g>(text: &Text, gazetteer: &'g Gazetteer) -> Vec<Hit<'g>> {
    let mut hits: Vec<Hit<'g>> = Vec::with_capacity(text.openings.len() / 2);
    let mut behind = 0;
    for &start in &text.openings {
        if start < behind {
            continue;
        }
        let Some(found) = gazetteer.longest_from(text.source, text.tokens[start].span.start) else { continue };
        let end = found.span().end;
        behind = start + 1;
        while text.tokens.get(behind).is_some_and(|token| token.span.start < end) {
            behind += 1;
        }
        hits.push(Hit { tokens: start..behind, candidates: found.candidates() });
    }
    hits
}
