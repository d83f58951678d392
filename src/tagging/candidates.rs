//! What a token may be, with how probable each part makes it.

use std::ops::Range;

use smallvec::SmallVec;

use super::model::Model;
use crate::lexicon::{Lexicon, Part, PartSet, Tags, Word};
use crate::text::{Shape, Text, TokenKind};

/// A part that a token may have, and the score of the token given the part.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) part: Part,
    pub(super) score: i32,
}

pub(super) type Candidates = SmallVec<[Candidate; 8]>;

/// Where a word stands as to capitals: they tell a name only where the sentence does not ask for them.
#[derive(Clone, Copy)]
enum Case {
    Lower,
    /// Capitalized as the first word.
    First,
    /// Capitalized in the middle.
    Inside,
}

/// How often a capitalized word is a name, where the treebank has not seen it.
mod shares_of_names {
    /// First in its sentence: an auxiliary, a preposition or their like, which are all listed.
    pub(super) const CLOSED_FIRST: f64 = 0.004;
    /// First in its sentence: another word of the lists.
    pub(super) const LISTED_FIRST: f64 = 0.03;
    /// First in its sentence: one of no list.
    pub(super) const UNLISTED_FIRST: f64 = 0.75;
    /// In the middle: determiners, prepositions and their like, which titles have.
    pub(super) const CLOSED_INSIDE: f64 = 0.15;
    pub(super) const LISTED_INSIDE: f64 = 0.88;
    pub(super) const UNLISTED_INSIDE: f64 = 0.96;
    pub(super) const GIVEN_NAME: f64 = 0.97;
    /// Of names, those of several: `Democrats`.
    pub(super) const PLURAL_IN_S: f64 = 0.2;
    pub(super) const PLURAL: f64 = 0.02;
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

/// The candidates of each ambiguity class of the lexicon, for each [`Case`].
pub(super) struct Classes {
    candidates: Vec<Candidate>,
    classes: Vec<[Range<u32>; 3]>,
}

impl Classes {
    pub(super) fn of(lexicon: &Lexicon, emission: impl Fn(Part, f64) -> i32) -> Self {
        let mut all = Self { candidates: Vec::new(), classes: Vec::new() };
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
            let (first, inside) =
                if lower.is_empty() { (1.0, 1.0) } else { (f64::max(named, first), f64::max(named, inside)) };
            let unnamed = if lower.is_empty() { 1.0 } else { 0.0 };
            let ranges = [unnamed, first, inside].map(|named: f64| {
                let from = all.candidates.len() as u32;
                let common = lower.iter().map(|&(part, share)| (part, share / total * (1.0 - named)));
                let names = [(Part::ProperNoun, named * 0.92), (Part::ProperNouns, named * 0.08)];
                let likely = common.chain(names).filter(|&(_, share)| share > 0.002);
                all.candidates.extend(likely.map(|(part, share)| Candidate { part, score: emission(part, share) }));
                from..all.candidates.len() as u32
            });
            all.classes.push(ranges);
        }
        all
    }

    fn get(&self, class: u16, case: Case) -> &[Candidate] {
        let range = &self.classes[usize::from(class)][case as usize];
        &self.candidates[range.start as usize..range.end as usize]
    }
}

/// What the token may be; never nothing. `first` is whether a sentence or quotation begins with it.
pub(super) fn of_token<'m>(
    model: &'m Model,
    text: &Text,
    lexicon: &Lexicon,
    at: usize,
    first: bool,
    made: &'m mut Candidates,
) -> &'m [Candidate] {
    let token = &text.tokens[at];
    let class = match token.kind {
        TokenKind::Word => lexicon.known(token.entry).ambiguity,
        TokenKind::Clitic => model.clitic(text.word(at)),
        _ => {
            made.clear();
            made.extend(of_sign(text, at).iter().map(|&part| Candidate { part, score: 0 }));
            return made;
        }
    };
    let case = match (token.is_capitalized(), first) {
        (false, _) => Case::Lower,
        // The pronoun is always a capital.
        (true, _) if token.word == Some(Word::I) => Case::Lower,
        (true, true) => Case::First,
        (true, false) => Case::Inside,
    };
    let given = token.has(Tags::GIVEN_NAME);
    if class != 0 && !given {
        return model.classes.get(class, case);
    }
    made.clear();
    if matches!(case, Case::Lower) {
        let word = text.word(at);
        let lower = if word.is_ascii() { word } else { &word.to_lowercase() };
        made.extend(model.of_ending(lower).iter().copied());
        return made;
    }
    let named = match case {
        _ if given => shares_of_names::GIVEN_NAME,
        Case::First if token.shape != Shape::Upper => shares_of_names::UNLISTED_FIRST,
        _ => shares_of_names::UNLISTED_INSIDE,
    };
    let word = text.word(at).to_lowercase();
    let plural = if word.ends_with('s') { shares_of_names::PLURAL_IN_S } else { shares_of_names::PLURAL };
    let loss = model.score(1.0 - named);
    let common = if class == 0 { model.of_ending(&word) } else { model.classes.get(class, Case::Lower) };
    made.extend(common.iter().map(|known| Candidate { score: known.score + loss, ..*known }));
    for (part, share) in [(Part::ProperNoun, named * (1.0 - plural)), (Part::ProperNouns, named * plural)] {
        made.push(Candidate { part, score: model.emission(part, share) });
    }
    made
}

/// The parts of a token that is no word.
fn of_sign(text: &Text, at: usize) -> &'static [Part] {
    let token = &text.tokens[at];
    match token.kind {
        TokenKind::Number => &[Part::Number],
        TokenKind::Comma => &[Part::Comma],
        TokenKind::Stop | TokenKind::Question | TokenKind::Exclamation | TokenKind::Ellipsis | TokenKind::Semicolon => {
            &[Part::Stop]
        }
        TokenKind::Colon | TokenKind::Dash => &[Part::Dash],
        TokenKind::Hyphen => &[Part::Hyphen],
        TokenKind::OpenBracket => &[Part::OpenBracket],
        TokenKind::CloseBracket => &[Part::CloseBracket],
        // `the senators’ aides`
        TokenKind::Mark(_)
            if !token.spaced && at > 0 && is_single(text, at) && text.word(at - 1).ends_with(['s', 'S']) =>
        {
            &[Part::Quote, Part::PossessiveClitic]
        }
        TokenKind::Mark(_) => &[Part::Quote],
        TokenKind::Other => match text.character(at) {
            Some('&') => &[Part::Conjunction],
            Some('%') => &[Part::Noun],
            _ => &[Part::Other],
        },
        TokenKind::Slash | TokenKind::Word | TokenKind::Clitic => &[Part::Other],
    }
}

fn is_single(text: &Text, at: usize) -> bool {
    matches!(text.character(at), Some('\'' | '’'))
}
