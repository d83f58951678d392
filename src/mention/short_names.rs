//! What companies, teams and the bodies of a country are called once their full names have been given.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::candidate::{Candidate, Guess};
use super::company::without_legal_form;
use crate::gazetteer::{Gazetteer, Kind};
use crate::lexicon::{Morphology, NameCues, PersonCues, Tags, WordClass};
use crate::text::{Shape, Text};

/// Words that are not the name of anything just because a sentence or a headline writes them large.
pub(super) const WORDS: Tags = Tags {
    class: WordClass::ADVERB.union(WordClass::PROPER_ADJECTIVE).union(WordClass::NUMERAL),
    morphology: Morphology::VERB,
    person: PersonCues::ROLE,
};

/// What names are short for, by the short form in lower case.
pub(super) type Short<'g> = FxHashMap<String, Guess<'g>>;

/// What a company is called once its full name has been given: the name without its legal form, and its first word;
/// and what a team is called: its nickname.
pub(super) fn short_names<'g>(
    text: &Text,
    candidates: &[Candidate<'g>],
    gazetteer: &Gazetteer,
    sports: bool,
) -> Short<'g> {
    let key = |tokens: Range<usize>| text.span(tokens).of(text.source).to_lowercase();
    let mut short = FxHashMap::default();
    for candidate in candidates {
        if candidate.kind != Kind::Organization {
            continue;
        }
        let guess = match &candidate.guess {
            Guess::Known(_) => candidate.guess.clone(),
            _ => Guess::Short(candidate.tokens.clone()),
        };
        let tokens = candidate.tokens.clone();
        let end = tokens.end;
        // `the Lions` of the Marden Lions.
        if sports && tokens.len() > 1 && text.tokens[end - 1].has(Morphology::S_FORM) {
            short.entry(key(end - 1..end)).or_insert_with(|| guess.clone());
        }
        // `Parliament` of the Marden Parliament: the one of the country that the text speaks of.
        if tokens.len() == 2
            && text.tokens[end - 1].tells(NameCues::NATIONAL)
            && gazetteer.by_demonym(text.word(tokens.start)).is_some()
        {
            short.entry(key(end - 1..end)).or_insert_with(|| guess.clone());
        }
        let end = without_legal_form(text, &tokens).end;
        if end == tokens.end {
            continue;
        }
        short.entry(key(tokens.start..end)).or_insert_with(|| guess.clone());
        let first = &text.tokens[tokens.start];
        let is_word = first.has(WORDS | PersonCues::GIVEN_NAME | PersonCues::TITLE)
            || first.tells(NameCues::ORGANIZATION_FIRST | NameCues::PLACE_FIRST);
        let is_name = first.span.len() > 3 && !is_word && first.shape != Shape::Upper;
        if is_name && text.tokens[tokens.start + 1].is_word() {
            short.entry(key(tokens.start..tokens.start + 1)).or_insert(guess);
        }
    }
    short
}
