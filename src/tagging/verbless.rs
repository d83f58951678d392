//! A sentence has a verb: where every word was taken for something else, the one that can be a verb is.
//!
//! `“We left,” the report states.` Nouns in *-s* and verbs in *-s* look alike, and after another noun the model prefers a
//! compound. It cannot see that the sentence outside of the quotation marks is left without a verb.

use std::ops::Range;

use crate::lexicon::{Lexicon, Part, PartSet};
use crate::text::Text;

/// How often a word must be a verb, in thousandths, to be taken for one.
const LEAST_SHARE: u32 = 50;

/// Shorter sentences may well be headings.
const FEWEST_WORDS: usize = 3;

/// What a subject ends with.
const SUBJECT: PartSet = PartSet::NOUN.or(PartSet::PERSONAL_PRONOUN).or(PartSet::of(&[
    Part::Number,
    Part::CloseBracket,
    Part::IndefinitePronoun,
]));

/// Settles the verb of one sentence.
pub(super) fn settle(text: &Text, lexicon: &Lexicon, sentence: Range<usize>, parts: &mut [Part]) {
    // The narrator's own words; those in quotation marks have verbs of their own.
    let mut quoted = false;
    let mut words = 0;
    let mut found: Option<(usize, Part)> = None;
    for at in 0..parts.len() {
        if parts[at] == Part::Quote {
            quoted = !quoted;
            continue;
        }
        if quoted {
            continue;
        }
        if parts[at].is(PartSet::VERB) {
            return;
        }
        words += usize::from(!parts[at].is(PartSet::PUNCTUATION));
        let verb = at.checked_sub(1).filter(|&before| parts[before].is(SUBJECT)).and_then(|before| {
            let plural = parts[before].is(PartSet::of(&[Part::Nouns, Part::ProperNouns]));
            let verb = match parts[at] {
                Part::Nouns if !plural => Part::Third,
                Part::Noun if plural => Part::Present,
                _ => return None,
            };
            let class = lexicon.known(text.tokens[sentence.start + at].entry).ambiguity;
            let share = lexicon.ambiguity(class).iter().find(|(part, _)| *part == verb).map_or(0, |&(_, share)| share);
            (share >= LEAST_SHARE).then_some((at, verb))
        });
        found = found.or(verb);
    }
    let ends = parts.last().is_some_and(|last| last.is(PartSet::of(&[Part::Stop, Part::Quote, Part::Dash])));
    if let Some((at, verb)) = found.filter(|_| ends && words >= FEWEST_WORDS) {
        parts[at] = verb;
    }
}
