//! The grammatical role of a mention in its sentence, told by the words beside it.

use super::role::start_of;
use crate::lexicon::{Morphology, PersonCues, WordClass};
use crate::syntax::Syntax;
use crate::text::Shape;

/// What a mention is in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum GrammaticalRole {
    /// The subject of a verb that reports.
    Speaker,
    Subject,
    /// The subject of a clause inside another one.
    EmbeddedSubject,
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
pub(super) fn grammatical_role(syntax: &Syntax, unit: usize) -> GrammaticalRole {
    let sentence = syntax.sentence_of(unit);
    let next = unit + 1;
    // What begins another sentence says nothing of this one.
    let goes_on = next < sentence.end;
    if goes_on && syntax.is_possessive(next) {
        return GrammaticalRole::Possessive;
    }
    let verb = syntax.after_adverbs(next, sentence.end.min(unit + 4));
    let before = start_of(syntax, unit).checked_sub(1).filter(|&before| before >= sentence.start);
    let has_before = |tags| before.is_some_and(|before| syntax.has(before, tags));
    if has_before(WordClass::PREPOSITION) && !has_before(WordClass::SUBORDINATOR) {
        return GrammaticalRole::Governed;
    }
    if goes_on && syntax.is_verb(next) || verb < sentence.end && syntax.is_verb(verb) {
        return GrammaticalRole::Subject;
    }
    if before.is_some_and(|before| syntax.is_verb(before)) {
        return GrammaticalRole::Object;
    }
    // `the Trump campaign`, but not `Doe projects confidence` with a verb that no list has.
    let compound =
        goes_on && syntax.is_nominal(next) && syntax.units[next].shape == Shape::Lower && !syntax.is_time(next);
    let unknown_verb = next + 1 < sentence.end
        && syntax.has(next, Morphology::S_FORM | Morphology::ED_FORM)
        && !syntax.has(next, PersonCues::ROLE)
        && (syntax.is_nominal(next + 1)
            || syntax.has(next + 1, WordClass::DETERMINER | WordClass::POSSESSIVE | WordClass::PREPOSITION))
        && !syntax.is_verb(next + 1);
    if compound && !unknown_verb {
        return GrammaticalRole::Modifier;
    }
    let verb_follows = || next + 1 < sentence.end && syntax.is_verb(next + 1);
    let parts = |at: usize| syntax.is_comma(at) || syntax.is_dash(at);
    match before {
        // `his wife, Jane, is`
        Some(before) if parts(before) && parts(next) && !verb_follows() => GrammaticalRole::Governed,
        // `Roe and Doe` is a list, `…, and Doe` a new clause.
        Some(before) if syntax.has(before, WordClass::CONJUNCTION) && !syntax.has(before, WordClass::SUBORDINATOR) => {
            if before == sentence.start || parts(before - 1) {
                GrammaticalRole::Subject
            } else {
                GrammaticalRole::Governed
            }
        }
        Some(before) if parts(before) || has_before(WordClass::SUBORDINATOR | WordClass::WH) => {
            GrammaticalRole::Subject
        }
        None => GrammaticalRole::Subject,
        _ => GrammaticalRole::Governed,
    }
}
