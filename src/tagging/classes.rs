//! What the words of each ambiguity class of the lexicon may be, with how probable each part makes them.

use std::ops::Range;

use crate::lexicon::{Lexicon, Part, PartSet};

/// A part that a token may have, and the score of the token given the part.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    pub(super) part: Part,
    pub(super) score: i16,
}

/// Where a word stands as to capitals: they tell a name only where the sentence does not ask for them.
#[derive(Clone, Copy)]
pub(super) enum Capitalization {
    Lower,
    /// Capitalized as the first word.
    First,
    /// Capitalized in the middle.
    Inside,
    /// Capitalized as all words of the sentence are.
    Headline,
}

/// How often a capitalized word is a name, where the treebank has not seen it.
pub(super) mod shares_of_names {
    /// First in its sentence: an auxiliary, a preposition or their like, which are all listed.
    pub(crate) const CLOSED_FIRST: f64 = 0.004;
    /// First in its sentence: another word of the lists.
    pub(crate) const LISTED_FIRST: f64 = 0.03;
    /// First in its sentence: one of no list.
    pub(crate) const UNLISTED_FIRST: f64 = 0.75;
    /// In the middle: determiners, prepositions and their like, which titles have.
    pub(crate) const CLOSED_INSIDE: f64 = 0.15;
    pub(crate) const LISTED_INSIDE: f64 = 0.88;
    pub(crate) const UNLISTED_INSIDE: f64 = 0.96;
    pub(crate) const GIVEN_NAME: f64 = 0.97;
    /// First in its sentence: a given name that is an auxiliary or its like as well, `Will`.
    pub(crate) const CLOSED_GIVEN_NAME: f64 = 0.3;
    /// Of names, those of several: `Democrats`.
    pub(crate) const PLURAL_IN_S: f64 = 0.2;
    pub(crate) const PLURAL: f64 = 0.02;
}

const CLOSED: PartSet = PartSet::PERSONAL_PRONOUN
    .or(PartSet::WH)
    .or(PartSet::of(&[
        Part::Preposition,
        Part::Subordinator,
        Part::To,
        Part::Determiner,
        Part::Demonstrative,
        Part::Predeterminer,
        Part::Possessive,
        Part::Conjunction,
        Part::Modal,
        Part::Existential,
    ]))
    .or(PartSet::BE)
    .or(PartSet::HAVE)
    .or(PartSet::DO);

/// The readings of each ambiguity class of the lexicon, for each [`Capitalization`].
pub(super) struct Classes {
    readings: Vec<Reading>,
    classes: Vec<[Range<u16>; 4]>,
    /// Whether the words of a class are auxiliaries, prepositions or their like.
    closed: Vec<bool>,
}

impl Classes {
    pub(super) fn of(lexicon: &Lexicon, emission: impl Fn(Part, f64) -> i16) -> Self {
        let mut all = Self { readings: Vec::new(), classes: Vec::new(), closed: Vec::new() };
        let count = |all: &Vec<_>| u16::try_from(all.len()).expect("fewer than 65,536 readings");
        for class in lexicon.ambiguities() {
            let (mut named, mut lower, mut total) = (0.0, Vec::new(), 0.0);
            for &(part, share) in class {
                let share = f64::from(share) / 1000.0;
                if part.is(PartSet::PROPER_NOUN) {
                    named += share;
                } else {
                    lower.push((part, share));
                    total += share;
                }
            }
            let closed = lower.iter().any(|&(part, share)| part.is(CLOSED) && share > 0.3);
            let (first, inside) = if closed {
                (shares_of_names::CLOSED_FIRST, shares_of_names::CLOSED_INSIDE)
            } else {
                (shares_of_names::LISTED_FIRST, shares_of_names::LISTED_INSIDE)
            };
            let shares =
                if lower.is_empty() { [1.0; 4] } else { [0.0, f64::max(named, first), f64::max(named, inside), named] };
            let ranges = shares.map(|named: f64| {
                let from = count(&all.readings);
                let common = lower.iter().map(|&(part, share)| (part, share / total * (1.0 - named)));
                let names = [(Part::ProperNoun, named * 0.92), (Part::ProperNouns, named * 0.08)];
                let likely = common.chain(names).filter(|&(_, share)| share > 0.002);
                all.readings.extend(likely.map(|(part, share)| Reading { part, score: emission(part, share) }));
                from..count(&all.readings)
            });
            all.classes.push(ranges);
            all.closed.push(closed);
        }
        all
    }

    pub(super) fn is_closed(&self, class: u16) -> bool {
        self.closed[usize::from(class)]
    }

    pub(super) fn get(&self, class: u16, case: Capitalization) -> &[Reading] {
        let range = &self.classes[usize::from(class)][case as usize];
        &self.readings[usize::from(range.start)..usize::from(range.end)]
    }
}
