//! What a pronoun or a description requires of its referent.

use std::ops::Range;

use super::role::is_elect;
use crate::gazetteer::{Entity, Gazetteer, Gender, Kind};
use crate::lexicon::{Morphology, NameCues, PartSet, PersonCues, Word, WordClass};
use crate::mention::Cast;
use crate::syntax::{Phrase, Syntax};
use crate::text::Shape;

#[derive(Clone, Debug)]
pub(super) enum Wanted<'g> {
    /// he, she
    Person(Gender),
    /// it
    Thing,
    /// the president
    Description(Description<'g>),
    /// a spokesman: somebody new, whom the text does not name.
    Somebody,
    /// they, we, everyone: nobody in particular.
    Nobody,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Person,
    Group,
    Document,
}

/// A definite noun phrase that names nobody.
#[derive(Clone, Debug)]
pub(super) struct Description<'g> {
    /// The unit of its noun.
    pub(super) noun: usize,
    pub(super) modifiers: Range<usize>,
    pub(super) sort: Sort,
    pub(super) gender: Option<Gender>,
    /// The place that a demonym or a place's name stands for: Russian, US, the senator from Vermont.
    pub(super) place: Option<&'g Entity>,
    /// It says more than a bare noun does: the *Florida* senator, the *54*-year-old.
    pub(super) telling: bool,
    /// Nobody but the one whom the text is about is called so: the mother *of three*.
    pub(super) counted: bool,
    /// Somebody’s: *his* brother, *Doe’s* lawyer.
    pub(super) possessed: bool,
}

impl Description<'_> {
    pub(super) fn kind(&self) -> Kind {
        match self.sort {
            Sort::Person => Kind::Person,
            Sort::Group | Sort::Document => Kind::Organization,
        }
    }
}

/// The gender that a personal pronoun requires.
pub(super) fn pronoun(syntax: &Syntax, unit: usize) -> Option<Gender> {
    match syntax.units.get(unit)?.word? {
        Word::He | Word::Him | Word::His | Word::Himself => Some(Gender::Male),
        Word::She | Word::Her | Word::Hers | Word::Herself => Some(Gender::Female),
        _ => None,
    }
}

pub(super) fn wanted<'g>(syntax: &Syntax, cast: &Cast<'g>, phrase: &Phrase, gazetteer: &'g Gazetteer) -> Wanted<'g> {
    if phrase.units.len() == 1 {
        if let Some(gender) = pronoun(syntax, phrase.head) {
            return Wanted::Person(gender);
        }
        if syntax.is_any_word(phrase.head, &[Word::It, Word::Its, Word::Itself]) {
            return Wanted::Thing;
        }
    }
    let first = phrase.units.start;
    let counted = syntax.counted_parent(phrase.head);
    let noun = counted.unwrap_or(phrase.head);
    if syntax.is_any_word(first, &[Word::A, Word::An, Word::One, Word::Another]) {
        return Wanted::Somebody;
    }
    // `a cook whose father said`: another person’s, told by the clause that it opens.
    if syntax.is_word(first, Word::Whose) {
        return Wanted::Nobody;
    }
    let definite = syntax.is_any_word(first, &[Word::The, Word::This, Word::That]);
    let possessed = syntax.has(first, WordClass::POSSESSIVE) || (first..noun).any(|unit| syntax.is_possessive(unit));
    if !(definite || possessed) || noun <= first || syntax.has(noun, Morphology::PLURAL) {
        return Wanted::Nobody;
    }
    // `The judge, Obiora Tarn, had ruled`, `the Lundby Argus Leader`: words of a name that nobody is known to have.
    let unknown = |unit: usize| {
        syntax.units[unit].part.is(PartSet::PROPER_NOUN)
            && syntax.name(unit).is_none()
            && syntax.text.tokens[syntax.units[unit].first()].is_unlisted_name()
    };
    let apposed = (noun + 1..phrase.units.end).any(|unit| syntax.is_comma(unit - 1) && unknown(unit));
    let in_unknown_name = syntax.units[noun].shape == Shape::Capital && unknown(noun - 1);
    // `the Examiner`: what newspapers are called, and no office.
    let token = &syntax.text.tokens[syntax.units[noun].first()];
    let paper = noun == first + 1
        && token.shape == Shape::Capital
        && token.has(PersonCues::PERSON_ROLE)
        && token.tells(NameCues::ORGANIZATION_LAST);
    if apposed || in_unknown_name || paper {
        return Wanted::Nobody;
    }
    // `the Courier`: with a capital only an office is somebody.
    let named = syntax.units[noun].shape == Shape::Capital && !syntax.has(noun, PersonCues::TITLE);
    let of_place = demonym_of_one(syntax, noun, gazetteer);
    let sort = if of_place.is_some() || is_elect(syntax, noun) {
        Sort::Person
    } else if named && syntax.has(noun, PersonCues::PERSON_ROLE) {
        return Wanted::Nobody;
    } else if syntax.has(noun, PersonCues::PERSON_ROLE | PersonCues::TITLE) || syntax.is_aged(noun) {
        Sort::Person
    } else if syntax.has(noun, PersonCues::GROUP_ROLE) {
        Sort::Group
    } else if syntax.has(noun, PersonCues::DOCUMENT_ROLE) {
        Sort::Document
    } else if phrase_of_one(syntax, noun) {
        Sort::Person
    } else {
        return Wanted::Nobody;
    };
    let modifiers = first + 1..noun;
    let from = noun + 2 < syntax.sentence_of(noun).end
        && syntax.is_any_word(noun + 1, &[Word::From, Word::Of])
        && syntax.name(noun + 2).is_some();
    let after = Some(noun + 2).filter(|_| from);
    let modified = modifiers.clone().chain(after).find_map(|unit| place_of(syntax, cast, unit, gazetteer));
    let place = of_place.or(modified);
    let telling = of_place.is_some()
        || counted.is_some()
        || modifiers.clone().any(|unit| {
            syntax.units[unit].shape != Shape::Lower
                || syntax.is_any_word(unit, &[Word::Former, Word::Then])
                || syntax.has(unit, PersonCues::ROLE | PersonCues::TITLE)
        });
    let gender = gender_of_role(syntax, noun);
    Wanted::Description(Description {
        noun,
        modifiers,
        sort,
        gender,
        place,
        telling,
        counted: counted.is_some(),
        possessed,
    })
}

/// The gender that the noun of a role shows: spokesman, actress.
pub(super) fn gender_of_role(syntax: &Syntax, noun: usize) -> Option<Gender> {
    match (syntax.has(noun, PersonCues::MALE), syntax.has(noun, PersonCues::FEMALE)) {
        (true, false) => Some(Gender::Male),
        (false, true) => Some(Gender::Female),
        _ => None,
    }
}

/// `the retired fellmonger`: a noun that no list has, but with the ending of those who do something.
fn phrase_of_one(syntax: &Syntax, noun: usize) -> bool {
    let known = &syntax.units[noun];
    let word = syntax.word(noun);
    known.shape == Shape::Lower
        && !(known.tags.has(WordClass::FUNCTION | WordClass::TIME | WordClass::ADVERB)
            || known.tags.has(Morphology::VERB | Morphology::S_FORM))
        && word.len() > 5
        && ["er", "or", "ist", "ian", "man", "crat", "ant"].iter().any(|ending| word.ends_with(ending))
}

/// `the Dane`: the place that one person comes from. What is plural or only an adjective names a whole people: the Danes, the
/// French.
fn demonym_of_one<'g>(syntax: &Syntax, noun: usize, gazetteer: &'g Gazetteer) -> Option<&'g Entity> {
    let word = syntax.word(noun);
    let people = ["s", "sh", "ch", "ese"].iter().any(|ending| word.ends_with(ending));
    if people || syntax.units[noun].shape != Shape::Capital || syntax.name(noun).is_some() {
        return None;
    }
    gazetteer.by_demonym(word)
}

/// The place that a demonym or a place's name stands for: Russian, US.
fn place_of<'g>(syntax: &Syntax, cast: &Cast<'g>, unit: usize, gazetteer: &'g Gazetteer) -> Option<&'g Entity> {
    if syntax.units[unit].shape == Shape::Lower {
        return None;
    }
    match syntax.name(unit) {
        Some(name) => cast.referents[cast.names[name].referent].known.filter(|known| known.kind() == Kind::Place),
        None => gazetteer.by_demonym(syntax.word(unit)),
    }
}
