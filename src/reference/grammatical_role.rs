//! The grammatical role of a mention in its sentence, told by the words beside it.

use super::role::start_of;
use crate::lexicon::Tags;
use crate::quotation::Narration;
use crate::text::Shape;

/// What a mention is in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum GrammaticalRole {
    /// The subject of a verb that reports.
    Speaker,
    Subject,
    Object,
    /// After a preposition.
    Governed,
    /// Trump’s
    Possessive,
    /// Spoken of in somebody's own words.
    Quoted,
    /// A part of somebody else's name or phrase: the Trump campaign.
    Modifier,
}

/// The role of a name, or of the noun of a description.
pub(super) fn grammatical_role(narration: &Narration, item: usize) -> GrammaticalRole {
    let sentence = narration.sentence_of(item);
    let next = item + 1;
    // What begins another sentence says nothing of this one.
    let goes_on = next < sentence.end;
    if goes_on && (narration.is_possessive(next) || narration.is_plural_possessive(next)) {
        return GrammaticalRole::Possessive;
    }
    let verb = narration.behind_adverbs(next, sentence.end.min(item + 4));
    let before = start_of(narration, item).checked_sub(1).filter(|&before| before >= sentence.start);
    let has_before = |tags| before.is_some_and(|before| narration.has(before, tags));
    if has_before(Tags::PREPOSITION) && !has_before(Tags::SUBORDINATOR) {
        return GrammaticalRole::Governed;
    }
    if goes_on && narration.is_verb(next) || verb < sentence.end && narration.is_verb(verb) {
        return GrammaticalRole::Subject;
    }
    if before.is_some_and(|before| narration.is_verb(before)) {
        return GrammaticalRole::Object;
    }
    // `the Trump campaign`, but not `Doe projects confidence` with a verb that no list has.
    let compound = goes_on
        && narration.is_nominal(next)
        && narration.items[next].shape == Shape::Lower
        && !narration.is_time(next);
    let unknown_verb = next + 1 < sentence.end
        && narration.has(next, Tags::S_FORM | Tags::ED_FORM)
        && !narration.has(next, Tags::ROLE)
        && (narration.is_nominal(next + 1)
            || narration.has(next + 1, Tags::DETERMINER | Tags::POSSESSIVE | Tags::PREPOSITION))
        && !narration.is_verb(next + 1);
    if compound && !unknown_verb {
        return GrammaticalRole::Modifier;
    }
    let verb_follows = || next + 1 < sentence.end && narration.is_verb(next + 1);
    let parts = |at: usize| narration.is_comma(at) || narration.is_dash(at);
    match before {
        // `his wife, Jane, is`
        Some(before) if parts(before) && parts(next) && !verb_follows() => GrammaticalRole::Governed,
        // `Roe and Doe` is a list, `…, and Doe` a new clause.
        Some(before) if narration.has(before, Tags::CONJUNCTION) && !narration.has(before, Tags::SUBORDINATOR) => {
            if before == sentence.start || parts(before - 1) {
                GrammaticalRole::Subject
            } else {
                GrammaticalRole::Governed
            }
        }
        Some(before) if parts(before) || has_before(Tags::SUBORDINATOR | Tags::WH) => GrammaticalRole::Subject,
        None => GrammaticalRole::Subject,
        _ => GrammaticalRole::Governed,
    }
}
