//! The loop over the sieves.

use smallvec::SmallVec;

use super::confidence::{CalibrationBucket, confidence};
use super::sieve::Sieve;
use super::sieves::{self, SIEVES, Verdict};
use super::speaker::{Attribution, Source};
use crate::quotation::{Discourse, Quotation};

/// One attribution for each quotation, in the same order; `None` stays unknown.
pub(crate) fn attribute(discourse: &Discourse) -> Vec<Option<Attribution>> {
    let mut found = Vec::with_capacity(discourse.quotations.len());
    // Those that neither a label nor a report has a word on, with their buckets.
    let mut open: SmallVec<[(usize, CalibrationBucket); 16]> = SmallVec::new();
    let buckets = CalibrationBucket::all(discourse);
    for (index, (quotation, bucket)) in discourse.quotations.iter().zip(buckets).enumerate() {
        let attribution = if let Some(turn) = &quotation.turn {
            // Who has a turn in a transcript is said by its label or not at all.
            sieves::labelled(turn).map(|verdict| (Sieve::Transcript, verdict))
        } else if let Some(governor) = &quotation.governor {
            sieves::governed(discourse, quotation, governor)
        } else {
            open.push((index, bucket));
            None
        };
        found.push(attribution.and_then(|(sieve, verdict)| attributed(quotation, sieve, verdict, bucket)));
    }
    // Each looks at what those before it have found, and it itself further up in the text.
    for &(sieve, rule) in SIEVES {
        open.retain(|&mut (index, bucket)| {
            let verdict = rule(&sieves::Scene { discourse, found: &found }, index);
            found[index] = verdict.and_then(|verdict| attributed(&discourse.quotations[index], sieve, verdict, bucket));
            found[index].is_none()
        });
    }
    found
}

/// What a sieve has found, unless it is somebody in the quotation: nobody is introduced by the words that he says.
fn attributed(quotation: &Quotation, sieve: Sieve, verdict: Verdict, bucket: CalibrationBucket) -> Option<Attribution> {
    let says_himself = matches!(&verdict.source, Source::Phrase(phrase) if quotation.parts.iter().any(|part| {
        part.start < phrase.units.end && phrase.units.start < part.end
    }));
    (!says_himself).then(|| Attribution {
        source: verdict.source,
        cue: verdict.cue,
        addressee: verdict.addressee,
        sieve,
        confidence: confidence(sieve, bucket),
        continues: verdict.continues,
    })
}
