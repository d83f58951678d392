//! Headlines that open with who says what follows: `Brenk: The Ferry Stays`, `Police: Three hurt as bridge falls`.

use std::ops::Range;

use crate::gazetteer::Kind;
use crate::lexicon::{Part, PersonCues, Tags, Word, WordClass};
use crate::syntax::{Kinds, Phrase, Syntax};
use crate::text::Casing;

/// No label has more units before its colon.
const LONGEST_LABEL: usize = 12;

/// Who may speak in a headline without a name: `Police: …`, `Poll: …`.
const VOICES: Tags =
    Tags { class: WordClass::FINDING, person: PersonCues::PERSON_ROLE.union(PersonCues::GROUP_ROLE), ..Tags::NONE };

/// A headline that opens with who says what follows.
pub(crate) struct Label {
    pub(crate) speaker: Phrase,
    pub(crate) said: Range<usize>,
}

/// What is said in each headline that has a label.
pub(super) fn labelled<'s>(syntax: &'s Syntax) -> impl Iterator<Item = Range<usize>> + 's {
    (0..syntax.paragraphs.len()).filter_map(|paragraph| Some(of_paragraph(syntax, paragraph)?.said))
}

/// The label of a paragraph that is a headline, if it has one.
pub(crate) fn of_paragraph(syntax: &Syntax, paragraph: usize) -> Option<Label> {
    let range = syntax.paragraphs[paragraph].clone();
    let limit = range.end.min(range.start + LONGEST_LABEL + 1);
    // A sentence has a bounded number of units, so the searches below are bounded as well.
    let colon = syntax.find(range.start..limit, Kinds::COLON).filter(|_| syntax.sentence_of(range.start) == range)?;
    let mut speaker = syntax.phrase_starting_at(range.start, colon)?;
    if syntax.name(speaker.head).is_some() {
        // `Brenk on the Ferry: …`
        speaker.units.end = speaker.head + 1;
    }
    let casing = syntax.text.casing(syntax.units[range.start].first());
    let speaks = match syntax.units[speaker.head].names {
        // `Orla Brenk: Singer dies at 75`: in small letters a name is the subject more often than it speaks.
        Some(kind) => kind != Kind::Place && casing != Casing::Sentence,
        None => syntax.has(speaker.head, VOICES),
    };
    // A line whose words are capitalized, or one that no stop ends.
    let stops = || range.clone().any(|unit| syntax.is_terminal(unit));
    let is_headline = syntax.sentence_of(range.start) == range && (casing != Casing::Sentence || !stops());
    let said = colon + 1..range.end;
    let has_tense = |unit| syntax.is_finite(unit) && syntax.units[unit].part != Part::Imperative;
    // `Parents: Here is what you need to know`
    let addressed = syntax.is_word(said.start, Word::Here) || syntax.has(said.start, WordClass::WH);
    let tells = !addressed && said.clone().any(has_tense) || syntax.quotes_any(said.clone());
    let is_label = speaks && tells && is_headline && names_subject(syntax, speaker.units.end..colon);
    is_label.then_some(Label { speaker, said })
}

/// Nothing, or what it is about: `Brenk on the Ferry`.
fn names_subject(syntax: &Syntax, units: Range<usize>) -> bool {
    units.is_empty()
        || syntax.is_any_word(units.start, &[Word::On, Word::About])
            && !units.clone().any(|unit| syntax.is_finite(unit))
}
