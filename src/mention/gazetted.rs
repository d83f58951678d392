//! Names of the gazetteer, with all their candidates still open.

use std::ops::Range;

use super::address::is_in_address;
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
pub(super) fn hits<'g>(text: &Text, gazetteer: &'g Gazetteer) -> impl Iterator<Item = Hit<'g>> {
    let mut free = 0;
    text.openings.iter().filter_map(move |&start| {
        if start < free || is_in_address(text, start) {
            return None;
        }
        let found = gazetteer.longest_from(text.source, text.tokens[start].span.start)?;
        let end = found.span().end;
        free = start + 1;
        while text.tokens.get(free).is_some_and(|token| token.span.start < end) {
            free += 1;
        }
        Some(Hit { tokens: start..free, candidates: found.candidates() })
    })
}
