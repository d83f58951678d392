//! What pronouns and descriptions say of the person behind them.

use crate::gazetteer::{Gazetteer, Gender};
use crate::lexicon::{Tags, Word};
use crate::quotation::{Narration, Phrase};
use crate::text::Shape;

/// What a phrase that names nobody asks of the one it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wanted<'g> {
    /// he, she
    Person(Gender),
    /// it
    Thing,
    /// they, we, I: nobody in particular.
    Nobody,
    /// the president
    Description { country: Option<&'g str>, gender: Option<Gender> },
}

pub(super) fn wanted<'g>(narration: &Narration, phrase: &Phrase, gazetteer: &'g Gazetteer) -> Wanted<'g> {
    let is_any = |words: &[&str]| words.iter().any(|word| narration.word(phrase.head).eq_ignore_ascii_case(word));
    if is_any(&["he", "him", "his", "himself"]) {
        return Wanted::Person(Gender::Male);
    }
    if is_any(&["she", "her", "hers", "herself"]) {
        return Wanted::Person(Gender::Female);
    }
    if is_any(&["it", "its", "itself"]) {
        return Wanted::Thing;
    }
    let first = phrase.items.start;
    let definite = narration.is_any_word(first, &[Word::The, Word::This, Word::That]);
    let described =
        definite && narration.has(phrase.head, Tags::ROLE | Tags::TITLE) && !narration.has(phrase.head, Tags::PLURAL);
    if !described {
        return Wanted::Nobody;
    }
    let country = (first + 1..phrase.head).find_map(|item| place_of(narration, item, gazetteer));
    let gender = match (narration.has(phrase.head, Tags::MALE), narration.has(phrase.head, Tags::FEMALE)) {
        (true, false) => Some(Gender::Male),
        (false, true) => Some(Gender::Female),
        _ => None,
    };
    Wanted::Description { country, gender }
}

/// The place that a demonym or a place's name stands for: Russian, US.
fn place_of<'g>(narration: &Narration, item: usize, gazetteer: &'g Gazetteer) -> Option<&'g str> {
    let word = narration.word(item);
    if narration.items[item].shape == Shape::Lower {
        return None;
    }
    gazetteer
        .by_demonym(word)
        .or_else(|| gazetteer.lookup(word).find(|entity| entity.kind() == crate::gazetteer::Kind::Place))
        .map(|entity| entity.id())
}
