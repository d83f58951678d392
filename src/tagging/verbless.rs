//! A sentence has a verb: where it has none but those of clauses that a word opens, the noun that can be a verb is one.
//!
//! `“We left,” the report states.` Nouns in *-s* and verbs in *-s* look alike, and after another noun the model prefers a
//! compound. It cannot see that the sentence outside of the quotation marks is left without a verb.

use std::ops::Range;

use crate::lexicon::{Lexicon, Part, PartSet, Tags};
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

/// Words that open a clause with a verb of its own.
const OPENERS: PartSet = PartSet::of(&[Part::Subordinator, Part::WhDeterminer, Part::WhPronoun, Part::WhAdverb]);

/// Settles the verb of one sentence.
pub(super) fn settle(text: &Text, lexicon: &Lexicon, sentence: Range<usize>, parts: &mut [Part]) {
    // The narrator's own words; those in quotation marks have verbs of their own.
    let mut quoted = false;
    let (mut words, mut verbs, mut opened) = (0, 0, 0);
    let mut found: Option<(usize, Part)> = None;
    for at in 0..parts.len() {
        if parts[at] == Part::Quote {
            quoted = !quoted;
            continue;
        }
        if quoted {
            continue;
        }
        verbs += usize::from(parts[at].is(PartSet::FINITE));
        opened += usize::from(parts[at].is(OPENERS));
        words += usize::from(!parts[at].is(PartSet::PUNCTUATION));
        let verb = at.checked_sub(1).filter(|&before| parts[before].is(SUBJECT)).and_then(|before| {
            let plural = match parts[before] {
                Part::ProperNoun => text.word(sentence.start + before).ends_with('s'),
                part => part.is(PartSet::of(&[Part::Nouns, Part::ProperNouns])),
            };
            let verb = match parts[at] {
                Part::Nouns if !plural => Part::Third,
                Part::Noun if plural => Part::Present,
                _ => return None,
            };
            let token = &text.tokens[sentence.start + at];
            let class = lexicon.known(token.entry).ambiguity;
            let share = lexicon.ambiguity(class).iter().find(|(part, _)| *part == verb).map_or(0, |&(_, share)| share);
            let listed = token.has(if verb == Part::Third { Tags::THIRD } else { Tags::BASE });
            (listed || share >= LEAST_SHARE).then_some((at, verb))
        });
        found = found.or(verb);
    }
    let ends = parts.last().is_some_and(|last| last.is(PartSet::of(&[Part::Stop, Part::Quote, Part::Dash])));
    if let Some((at, verb)) = found.filter(|_| ends && words >= FEWEST_WORDS && verbs <= opened) {
        parts[at] = verb;
    }
}
