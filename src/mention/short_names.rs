//! What organizations are called once their full names have been given: without a legal form, by a nickname, by their head.

use std::collections::BTreeSet;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::candidate::{Candidate, Guess};
use super::company::without_legal_form;
use super::rule::Rule;
use crate::gazetteer::{EntityIndex, Gazetteer, Kind};
use crate::lexicon::{Morphology, NameCues, PersonCues, Tags, Word, WordClass};
use crate::text::{Shape, Text};

/// Words that are not the name of anything just because a sentence or a headline writes them large.
pub(super) const WORDS: Tags = Tags {
    class: WordClass::ADVERB.union(WordClass::PROPER_ADJECTIVE).union(WordClass::NUMERAL),
    morphology: Morphology::VERB,
    person: PersonCues::ROLE,
};

/// At most so many towns and nicknames of a text are tried together.
const MOST_TOWNS: usize = 32;
const MOST_NICKNAMES: usize = 32;

/// What names are short for, by the short form in lower case.
pub(super) type Short<'g> = FxHashMap<String, Guess<'g>>;

/// What a company is called once its full name has been given: the name without its legal form, and its first word;
/// and what a team is called: its nickname.
pub(super) fn short_names<'g>(
    text: &Text,
    candidates: &[Candidate<'g>],
    gazetteer: &'g Gazetteer,
    sports: bool,
) -> Short<'g> {
    let key = |tokens: Range<usize>| text.span(tokens).of(text.source).to_lowercase();
    let mut short = FxHashMap::default();
    // By the short form, the one body that the text means: none where it has two.
    let mut national: FxHashMap<String, Option<(String, Guess<'g>)>> = FxHashMap::default();
    for candidate in candidates {
        if candidate.kind != Kind::Organization {
            continue;
        }
        let guess = guess(candidate);
        let tokens = candidate.tokens.clone();
        let end = tokens.end;
        // What only its first place tells, `a company called Marden Hill`, is so called everywhere.
        if candidate.rule == Rule::Surroundings && tokens.len() > 1 {
            short.entry(key(tokens.clone())).or_insert_with(|| guess.clone());
        }
        // `the Lions` of the Marden Lions.
        if sports && tokens.len() > 1 && text.tokens[end - 1].has(Morphology::S_FORM) {
            short.entry(key(end - 1..end)).or_insert_with(|| guess.clone());
        }
        // `Parliament` of the Marden Parliament: the one of the country that the text speaks of, if it speaks of one.
        if tokens.len() == 2
            && text.tokens[end - 1].tells(NameCues::NATIONAL)
            && gazetteer.by_demonym(text.word(tokens.start)).is_some()
        {
            let whole = key(tokens.clone());
            let known = national.entry(key(end - 1..end)).or_insert_with(|| Some((whole.clone(), guess.clone())));
            if known.as_ref().is_some_and(|(other, _)| *other != whole) {
                *known = None;
            }
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
    for (name, body) in national {
        if let Some((_, guess)) = body {
            short.entry(name).or_insert(guess);
        }
    }
    let words = words_after_article(text);
    if !words.is_empty() {
        short.extend(heads(text, candidates, &words));
        short.extend(nicknames(text, candidates, gazetteer, sports, &words));
    }
    short
}

/// The words that stand with a capital and by themselves after *the*.
fn words_after_article<'t>(text: &Text<'t>) -> BTreeSet<&'t str> {
    let is_alone = |at: usize| {
        at > 0
            && text.tokens[at - 1].word == Some(Word::The)
            && text.tokens[at].shape == Shape::Capital
            && text.tokens.get(at + 1).is_none_or(|next| !next.is_capitalized())
    };
    text.capitalized.iter().copied().filter(|&at| is_alone(at)).map(|at| text.word(at)).collect()
}

/// `the Council` of the Marden Council, unless the text names another one as well.
fn heads<'g>(text: &Text, candidates: &[Candidate<'g>], words: &BTreeSet<&str>) -> Short<'g> {
    let mut heads: FxHashMap<&str, Option<&Candidate<'g>>> = FxHashMap::default();
    let slice = |body: &Candidate| text.span(body.tokens.clone()).of(text.source);
    for body in candidates.iter().filter(|body| body.kind == Kind::Organization && body.tokens.len() > 1) {
        let last = body.tokens.end - 1;
        if text.tokens[last].tells(NameCues::ORGANIZATION_LAST) && words.contains(text.word(last)) {
            let first = heads.entry(text.word(last)).or_insert(Some(body));
            *first = first.filter(|first| slice(first) == slice(body));
        }
    }
    heads.into_iter().filter_map(|(word, body)| Some((word.to_lowercase(), guess(body?)))).collect()
}

/// `the Lions` where the text names the gazetteer's Marden Lions in full or, in one about matches, Marden.
fn nicknames<'g>(
    text: &Text,
    candidates: &[Candidate<'g>],
    gazetteer: &'g Gazetteer,
    sports: bool,
    words: &BTreeSet<&str>,
) -> Short<'g> {
    let slice = |tokens: Range<usize>| text.span(tokens).of(text.source);
    let towns: BTreeSet<&str> = candidates
        .iter()
        .filter_map(|candidate| {
            let Range { start, end } = candidate.tokens;
            match candidate.kind {
                Kind::Place if sports => Some(slice(start..end)),
                Kind::Organization if end > start + 1 && matches!(candidate.guess, Guess::Known(_)) => {
                    let town = slice(start..end - 1);
                    known(gazetteer, town, Kind::Place).map(|_| town)
                }
                _ => None,
            }
        })
        .collect();
    let body = |word: &&str| {
        let mut bodies = towns.iter().take(MOST_TOWNS).map(|town| format!("{town} {word}"));
        let body = bodies.find_map(|name| known(gazetteer, &name, Kind::Organization))?;
        Some((word.to_lowercase(), Guess::Known(body)))
    };
    words.iter().take(MOST_NICKNAMES).filter_map(body).collect()
}

/// What a short form of the organization stands for.
fn guess<'g>(body: &Candidate<'g>) -> Guess<'g> {
    match &body.guess {
        Guess::Known(_) => body.guess.clone(),
        _ => Guess::Short(body.tokens.clone()),
    }
}

/// The entities of that name, of which the first is of that kind.
fn known<'g>(gazetteer: &'g Gazetteer, name: &str, kind: Kind) -> Option<&'g [EntityIndex]> {
    let found = gazetteer.longest_at(name, 0).filter(|found| found.span().len() == name.len())?;
    let entities = found.candidates();
    (gazetteer.entity_at(entities[0]).kind() == kind).then_some(entities)
}
