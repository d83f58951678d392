//! From a text to its cast: the order of the steps.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::called_body::spread_bodies;
use super::candidate::known;
use super::capitals::Capitals;
use super::cast::Cast;
use super::linking::{Naming, link};
use super::{discovery, event, gazetted, surroundings, teams};
use crate::gazetteer::Gazetteer;
use crate::lexicon::{Part, PartSet, WordClass};
use crate::tagging::Tagging;
use crate::text::{Casing, Shape, Text, TokenKind};

impl<'g> Cast<'g> {
    pub(crate) fn read<'t: 'g>(text: &Text<'t>, tagging: &Tagging, gazetteer: &'g Gazetteer, naming: Naming) -> Self {
        // `GIVE US TIME`: in capitals a pronoun is no acronym.
        let is_pronoun = |at: usize| {
            tagging.parts[at].is(PartSet::PERSONAL_PRONOUN.or(PartSet::WH)) && text.casing(at) == Casing::Shouted
        };
        let hits = gazetted::hits(text, gazetteer).filter(|hit| hit.tokens.len() > 1 || !is_pronoun(hit.tokens.start));
        let capitals = Capitals::of(text);
        if !naming.discovery {
            let known = hits.map(|hit| known(hit, gazetteer)).collect();
            return link(text, known, gazetteer, naming, &capitals);
        }
        let parts = &tagging.parts[..];
        // Before much else, while the processor has the tokens at hand.
        let matches = teams::is_about_matches(text);
        let headlines = headlines(text, parts);
        let mut candidates = discovery::discover(text, parts, hits, &capitals, &headlines, gazetteer);
        spread_bodies(text, &mut candidates);
        let counted = if matches { event::counted(text, parts, &candidates) } else { FxHashSet::default() };
        candidates.retain(|candidate| {
            !event::is_of_event(text, candidate)
                && (counted.is_empty() || !counted.contains(text.word(candidate.tokens.start)))
        });
        let about = surroundings::About { parts, capitals: &capitals, headlines: &headlines, sports: matches };
        let candidates = surroundings::complete(text, candidates, gazetteer, about, naming.linking);
        link(text, candidates, gazetteer, naming, &capitals)
    }
}

/// For each sentence of the text whether its capitals tell nothing of names.
fn headlines(text: &Text, parts: &[Part]) -> Vec<bool> {
    let sentences = text.sentences.iter().zip(&text.casings);
    sentences
        .map(|(sentence, &casing)| casing != Casing::Sentence && !is_plain_sentence(text, parts, sentence))
        .collect()
}

/// `The Marden Council for the Rescue of Horses met.`: with a full stop at its end and a finite verb in small letters it is a
/// sentence, however many capitals its names have.
fn is_plain_sentence(text: &Text, parts: &[Part], sentence: &Range<usize>) -> bool {
    let ends = sentence.clone().last().is_some_and(|last| text.tokens[last].kind == TokenKind::Stop);
    let in_small_letters = |at: &usize| text.tokens[*at].shape == Shape::Lower;
    let verbs = || sentence.clone().filter(in_small_letters).filter(|&at| parts[at].is(PartSet::FINITE));
    // Headlines too write *is* and *has* small, but they leave out articles.
    let has_article = || sentence.clone().filter(in_small_letters).any(|at| text.tokens[at].has(WordClass::DETERMINER));
    ends && verbs().any(|at| !text.tokens[at].has(WordClass::FUNCTION) || has_article())
}
