//! A sentence has a verb: where it has none but those of clauses that a word opens, the noun that can be a verb is one.
//!
//! `“We left,” the report states.` Nouns in *-s* and verbs in *-s* look alike, and after another noun the model prefers a
//! compound. It cannot see that the sentence outside of the quotation marks is left without a verb.

use std::ops::Range;

use super::context::REACH;
use crate::lexicon::{Lexicon, Morphology, Part, PartSet};
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

/// Forms that may be past forms as well.
const PAST_TOO: PartSet = PartSet::of(&[Part::Adjective, Part::Participle]);

/// What a clause may end with, before the verb of the one around it: no auxiliary, which awaits its participle.
const PREDICATE: PartSet =
    PartSet::ADJECTIVE.or(PartSet::of(&[Part::Base, Part::DoBase, Part::Participle, Part::Gerund, Part::Particle]));

/// Words that open a clause with a verb of its own.
const OPENERS: PartSet = PartSet::of(&[Part::Subordinator, Part::WhDeterminer, Part::WhPronoun, Part::WhAdverb]);

/// Settles the verb of one sentence.
pub(super) fn settle(text: &Text, lexicon: &Lexicon, sentence: Range<usize>, parts: &mut [Part]) {
    // Hardly any sentence gets further than this.
    if lacks_verb(parts)
        && let Some((at, verb)) = likely_verb(text, lexicon, sentence, parts)
    {
        parts[at] = verb;
    }
}

/// The narrator's own words; those in quotation marks have verbs of their own.
fn unquoted(parts: &[Part]) -> impl Iterator<Item = (usize, Part)> {
    let mut quoted = false;
    parts.iter().copied().enumerate().filter(move |(_, part)| {
        let is_mark = *part == Part::Quote;
        quoted ^= is_mark;
        !is_mark && !quoted
    })
}

/// It is a whole sentence, and has no more verbs than words that open clauses.
fn lacks_verb(parts: &[Part]) -> bool {
    let (mut words, mut verbs, mut opened) = (0, 0, 0);
    for (_, part) in unquoted(parts) {
        verbs += usize::from(part.is(PartSet::FINITE));
        opened += usize::from(part.is(OPENERS));
        words += usize::from(!part.is(PartSet::PUNCTUATION));
    }
    // `Orla Brenk jokes ‘all is over’ in Velmar`: a headline that quotes tells who does.
    let quotes = || parts.contains(&Part::Quote);
    let ends =
        parts.last().is_some_and(|last| last.is(PartSet::of(&[Part::Stop, Part::Quote, Part::Dash]))) || quotes();
    ends && words >= FEWEST_WORDS && verbs <= opened
}

/// What may be its verb, and the part that it has then.
fn likely_verb(text: &Text, lexicon: &Lexicon, sentence: Range<usize>, parts: &[Part]) -> Option<(usize, Part)> {
    let (mut verbs, mut opened) = (0, 0);
    let mut found: Option<(usize, Part)> = None;
    // What follows the predicate of a clause that a word opens: `that the dam was safe angered them`.
    let mut after_clause = None;
    for (at, part) in unquoted(parts) {
        verbs += usize::from(part.is(PartSet::FINITE));
        opened += usize::from(part.is(OPENERS));
        let share_of = |part| {
            let class = lexicon.known(text.tokens[sentence.start + at].entry).ambiguity;
            if class == 0 && part == Part::Past && text.word(sentence.start + at).ends_with("ed") {
                return LEAST_SHARE;
            }
            lexicon.ambiguity(class).iter().find(|(known, _)| *known == part).map_or(0, |&(_, share)| share)
        };
        let predicate = (at.saturating_sub(REACH)..at)
            .rev()
            .find(|&before| !parts[before].is(PartSet::ADVERB))
            .map(|before| parts[before]);
        if part.is(PAST_TOO) && opened > 0 && verbs > 0 && predicate.is_some_and(|part| part.is(PREDICATE)) {
            after_clause = Some((at, Part::Past)).filter(|_| share_of(Part::Past) >= LEAST_SHARE).or(after_clause);
        }
        let verb = at.checked_sub(1).filter(|&before| parts[before].is(SUBJECT)).and_then(|before| {
            let plural = match parts[before] {
                Part::ProperNoun => text.word(sentence.start + before).ends_with('s'),
                part => part.is(PartSet::of(&[Part::Nouns, Part::ProperNouns])),
            };
            let verb = match part {
                Part::Nouns if !plural => Part::Third,
                Part::Noun if plural => Part::Present,
                // `The bank forecast growth`
                Part::Noun => Part::Past,
                _ => return None,
            };
            let token = &text.tokens[sentence.start + at];
            let listed = match verb {
                Part::Third => token.has(Morphology::THIRD),
                Part::Present => token.has(Morphology::BASE),
                _ => token.has(Morphology::PAST),
            };
            (listed || share_of(verb) >= LEAST_SHARE).then_some((at, verb))
        });
        found = found.or(verb);
    }
    after_clause.or(found)
}
