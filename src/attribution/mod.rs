//! Who said it: sieves in a fixed order, the most precise first.

mod confidence;
mod sieve;
mod sieves;

use smallvec::SmallVec;

use confidence::{Grade, confidence};
use sieves::{SIEVES, Verdict};

use crate::quotation::{Discourse, Phrase, Quotation};

pub(crate) use sieve::Sieve;

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

/// One attribution for each quotation, in the same order; `None` stays unknown. They are put into `found`, which is empty.
pub(crate) fn attribute(discourse: &Discourse, mut found: Vec<Option<Attribution>>) -> Vec<Option<Attribution>> {
    found.reserve(discourse.quotations.len());
    // Those that neither a label nor a report has a word on, with their grades.
    let mut open: SmallVec<[(usize, Grade); 16]> = SmallVec::new();
    let grades = Grade::all(discourse);
    for (index, (quotation, grade)) in discourse.quotations.iter().zip(grades).enumerate() {
        let attribution = if let Some(turn) = &quotation.turn {
            // Who has a turn in a transcript is said by its label or not at all.
            sieves::labelled(turn).map(|verdict| (Sieve::Transcript, verdict))
        } else if let Some(governor) = &quotation.governor {
            sieves::governed(discourse, quotation, governor)
        } else {
            open.push((index, grade));
            None
        };
        found.push(attribution.and_then(|(sieve, verdict)| attributed(quotation, sieve, verdict, grade)));
    }
    // Each looks at what those before it have found, and it itself further up in the text.
    for &(sieve, rule) in SIEVES {
        open.retain(|&mut (index, grade)| {
            let verdict = rule(&sieves::Scene { discourse, found: &found }, index);
            found[index] = verdict.and_then(|verdict| attributed(&discourse.quotations[index], sieve, verdict, grade));
            found[index].is_none()
        });
    }
    found
}

/// What a sieve has found, unless it is somebody in the quotation: nobody is introduced by the words that he says.
fn attributed(quotation: &Quotation, sieve: Sieve, verdict: Verdict, grade: Grade) -> Option<Attribution> {
    let says_himself = matches!(&verdict.source, Source::Phrase(phrase) if quotation.parts.iter().any(|part| {
        part.start < phrase.items.end && phrase.items.start < part.end
    }));
    (!says_himself).then(|| Attribution {
        source: verdict.source,
        cue: verdict.cue,
        addressee: verdict.addressee,
        sieve,
        confidence: confidence(sieve, grade),
        continues: verdict.continues,
    })
}
