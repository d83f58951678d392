//! What pronouns and descriptions say of the person behind them.

use crate::gazetteer::{Gazetteer, Gender};
use crate::lexicon::{Tags, Word};
use crate::quotation::{Narration, Phrase};
use crate::text::Shape;

/// What a phrase that names nobody asks of the one it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// he, she
    Person(Gender),
    /// it
    Thing,
    /// they, we, I: nobody in particular.
    Nobody,
    /// the president
    Description { head: String, country: Option<String>, gender: Option<Gender> },
}

pub(super) fn wanted(narration: &Narration, phrase: &Phrase, gazetteer: &Gazetteer) -> Wanted {
    let word = narration.word(phrase.head).to_lowercase();
    match word.as_str() {
        "he" | "him" | "his" | "himself" => return Wanted::Person(Gender::Male),
        "she" | "her" | "hers" | "herself" => return Wanted::Person(Gender::Female),
        "it" | "its" | "itself" => return Wanted::Thing,
        _ => {}
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
    Wanted::Description { head: word, country, gender }
}

/// The place that a demonym or a place's name stands for: Russian, US.
fn place_of(narration: &Narration, item: usize, gazetteer: &Gazetteer) -> Option<String> {
    let word = narration.word(item);
    if narration.items[item].shape == Shape::Lower {
        return None;
    }
    gazetteer
        .by_demonym(word)
        .or_else(|| gazetteer.lookup(word).find(|entity| entity.kind() == crate::gazetteer::Kind::Place))
        .map(|entity| entity.id().to_owned())
}
