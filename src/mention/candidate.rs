//! What may be a name, before anybody knows whose.

use std::ops::Range;

use super::gazetted::Hit;
use super::rule::Rule;
use crate::gazetteer::{EntityIndex, Gazetteer, Gender, Kind};

/// Who a name may be, before the document has been read to its end.
#[derive(Clone, Debug)]
pub(super) enum Guess<'g> {
    /// Entities of the gazetteer, most prominent first.
    Known(&'g [EntityIndex]),
    Discovered {
        gender: Option<Gender>,
    },
    /// The organization that these tokens name in full.
    Short(Range<usize>),
}

/// A name in the text with what it may stand for.
#[derive(Clone, Debug)]
pub(super) struct Candidate<'g> {
    pub(super) tokens: Range<usize>,
    pub(super) guess: Guess<'g>,
    /// What it stands for; of several entities the most prominent.
    pub(super) kind: Kind,
    pub(super) rule: Rule,
}

impl Candidate<'_> {
    /// A name that the text alone shows to stand for something of a kind.
    pub(super) fn discovered(tokens: Range<usize>, kind: Kind, rule: Rule) -> Self {
        Self { tokens, guess: Guess::Discovered { gender: None }, kind, rule }
    }
}

/// A name that the gazetteer has.
pub(super) fn known<'g>(hit: Hit<'g>, gazetteer: &Gazetteer) -> Candidate<'g> {
    let kind = gazetteer.entity_at(hit.candidates[0]).kind();
    Candidate { tokens: hit.tokens, guess: Guess::Known(hit.candidates), kind, rule: Rule::Gazetteer }
}

pub(super) fn discovered<'g>(tokens: Range<usize>, kind: Kind, gender: Option<Gender>, rule: Rule) -> Candidate<'g> {
    Candidate { tokens, guess: Guess::Discovered { gender }, kind, rule }
}
