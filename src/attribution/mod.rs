//! Who said it: sieves in a fixed order, the most precise first.

mod confidence;
mod sieve;
mod sieves;

use confidence::{Grade, confidence};

use crate::quotation::{Discourse, Phrase};

pub(crate) use sieve::Sieve;
pub(crate) use sieves::SIEVES;

/// Who stands in the text for the speaker.
#[derive(Clone, Debug)]
pub(crate) enum Source {
    /// A noun phrase that belongs to the report.
    Phrase(Phrase),
    /// A label, and the name of the one whom it stands for.
    Label(Phrase, Phrase),
    /// The speaker of another quotation, by its position.
    SameAs(usize),
    /// The person whom another quotation was addressed to.
    AddresseeOf(usize),
}

/// A quotation's speaker, and the sieve that found it.
#[derive(Clone, Debug)]
pub(crate) struct Attribution {
    pub(crate) source: Source,
    /// The report whose cue introduces the quotation, by its position in [`Discourse::reports`].
    pub(crate) cue: Option<usize>,
    pub(crate) addressee: Option<Phrase>,
    pub(crate) sieve: Sieve,
    /// How many like it are right on the development corpus, of one.
    pub(crate) confidence: f64,
    /// The quotation goes on with the one that `source` names: a record gives both as one.
    pub(crate) continues: bool,
}

/// One attribution for each quotation, in the same order; `None` stays unknown.
pub(crate) fn attribute(discourse: &Discourse) -> Vec<Option<Attribution>> {
    let mut found: Vec<Option<Attribution>> = vec![None; discourse.quotations.len()];
    let grades = Grade::all(discourse);
    for &(sieve, rule) in SIEVES {
        for index in 0..found.len() {
            // Who has a turn in a transcript is said by its label or not at all.
            let labelled = discourse.quotations[index].turn.is_some();
            if found[index].is_none() && (!labelled || sieve == Sieve::Transcript) {
                let scene = sieves::Scene { discourse, found: &found };
                // Nobody is introduced by the words that he says.
                let parts = &discourse.quotations[index].parts;
                let says_himself = |source: &Source| {
                    matches!(source, Source::Phrase(phrase) if parts.iter().any(|part| {
                        part.start < phrase.items.end && phrase.items.start < part.end
                    }))
                };
                let attribution =
                    rule(&scene, index).filter(|verdict| !says_himself(&verdict.source)).map(|verdict| Attribution {
                        source: verdict.source,
                        cue: verdict.cue,
                        addressee: verdict.addressee,
                        sieve,
                        confidence: confidence(sieve, grades[index]),
                        continues: verdict.continues,
                    });
                found[index] = attribution;
            }
        }
    }
    found
}
