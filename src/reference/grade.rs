//! How a mention stands in its sentence, told by the words beside it.

use super::focus::Grade;
use super::role::start_of;
use crate::lexicon::Tags;
use crate::quotation::Narration;
use crate::text::Shape;

/// How a name, or the noun of a description, stands in its sentence.
pub(super) fn grade(narration: &Narration, item: usize) -> Grade {
    let sentence = narration.sentence_of(item);
    let next = item + 1;
    // What begins another sentence says nothing of this one.
    let goes_on = next < sentence.end;
    if goes_on && (narration.is_possessive(next) || narration.is_plural_possessive(next)) {
        return Grade::Possessive;
    }
    let verb = narration.behind_adverbs(next, sentence.end.min(item + 4));
    let before = start_of(narration, item).checked_sub(1).filter(|&before| before >= sentence.start);
    let has_before = |tags| before.is_some_and(|before| narration.has(before, tags));
    if has_before(Tags::PREPOSITION) && !has_before(Tags::SUBORDINATOR) {
        return Grade::Governed;
    }
    if goes_on && narration.is_verb(next) || verb < sentence.end && narration.is_verb(verb) {
        return Grade::Subject;
    }
    if before.is_some_and(|before| narration.is_verb(before)) {
        return Grade::Object;
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
        return Grade::Modifier;
    }
    let is_verb_behind = || next + 1 < sentence.end && narration.is_verb(next + 1);
    let parts = |at: usize| narration.is_comma(at) || narration.is_dash(at);
    match before {
        // `his wife, Jane, is`
        Some(before) if parts(before) && parts(next) && !is_verb_behind() => Grade::Governed,
        // `Roe and Doe` is a list, `…, and Doe` a new clause.
        Some(before) if narration.has(before, Tags::CONJUNCTION) && !narration.has(before, Tags::SUBORDINATOR) => {
            if before == sentence.start || parts(before - 1) {
                Grade::Subject
            } else {
                Grade::Governed
            }
        }
        Some(before) if parts(before) || has_before(Tags::SUBORDINATOR | Tags::WH) => Grade::Subject,
        None => Grade::Subject,
        _ => Grade::Governed,
    }
}
