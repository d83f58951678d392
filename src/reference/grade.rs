//! How a mention stands in its sentence, told by the words beside it.

use super::focus::Grade;
use super::role::start_of;
use crate::lexicon::Tags;
use crate::quotation::Narration;
use crate::text::Shape;

/// How a name, or the noun of a description, stands in its sentence.
pub(super) fn grade(narration: &Narration, item: usize) -> Grade {
    let next = item + 1;
    if narration.is_possessive(next) || narration.is_plural_possessive(next) {
        return Grade::Possessive;
    }
    let mut verb = next;
    while narration.is_adverb(verb) && verb < item + 4 {
        verb += 1;
    }
    let sentence = narration.sentence_of(item);
    let before = start_of(narration, item).checked_sub(1).filter(|&before| before >= sentence.start);
    let has_before = |tags| before.is_some_and(|before| narration.has(before, tags));
    if has_before(Tags::PREPOSITION) && !has_before(Tags::SUBORDINATOR) {
        return Grade::Governed;
    }
    if narration.is_verb(next) || narration.is_verb(verb) {
        return Grade::Subject;
    }
    if before.is_some_and(|before| narration.is_verb(before)) {
        return Grade::Object;
    }
    // `the Trump campaign`, but not `Doe projects confidence` with a verb that no list has.
    let compound =
        narration.is_nominal(next) && narration.items[next].shape == Shape::Lower && !narration.is_time(next);
    let unknown_verb = narration.has(next, Tags::S_FORM | Tags::ED_FORM)
        && !narration.has(next, Tags::ROLE)
        && (narration.is_nominal(next + 1)
            || narration.has(next + 1, Tags::DETERMINER | Tags::POSSESSIVE | Tags::PREPOSITION))
        && !narration.is_verb(next + 1);
    if compound && !unknown_verb {
        return Grade::Modifier;
    }
    let parts = |at: usize| narration.is_comma(at) || narration.is_dash(at);
    match before {
        // `his wife, Jane, is`
        Some(before) if parts(before) && parts(next) && !narration.is_verb(next + 1) => Grade::Governed,
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
