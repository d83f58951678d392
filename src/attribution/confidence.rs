//! How sure an attribution is: how many of its kind are right on the development corpus.

use super::sieve::Sieve;
use crate::lexicon::{CueClass, Frames};
use crate::quotation::{Discourse, Quotation, QuotationType};

/// What a sieve's attributions are measured by: how much of the content is in somebody's own words, and whether anybody
/// else reports it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CalibrationBucket {
    /// Nothing but words in quotation marks.
    Direct,
    /// Some words in quotation marks, under a verb of saying that takes a bare clause and whose subject is no pronoun.
    Worded,
    /// The other contents that are not in quotation marks as a whole.
    Other,
    /// Inside what somebody else says.
    Inside,
}

/// So many words in quotation marks show that somebody is quoted; fewer may be a phrase that the narrator doubts.
const ENOUGH_WORDS: usize = 3;

impl CalibrationBucket {
    /// The bucket of each quotation, in their order.
    pub(super) fn all(discourse: &Discourse) -> impl Iterator<Item = Self> {
        // Where the furthest part of an earlier quotation ends: they are in order, and the outer one comes first.
        let mut end = 0;
        let bucket = move |quotation: &Quotation| {
            let inside = quotation.parts.first().is_some_and(|part| part.end <= end);
            end = quotation.parts.iter().map(|part| part.end).fold(end, usize::max);
            let is_worded = || {
                let report = quotation.governor.as_ref().map(|governor| &discourse.reports[governor.report]);
                let says = report.is_some_and(|report| {
                    let syntax = &discourse.syntax;
                    let named = report.subject.as_ref().is_some_and(|subject| !syntax.is_pronoun(subject.head));
                    let says = matches!(report.cue.class, CueClass::Speech | CueClass::Writing);
                    named && says && report.cue.frames.contains(Frames::BARE)
                });
                let text = discourse.syntax.text;
                let quotes = |quoted_span: usize| {
                    let tokens = &text.tokens[discourse.quoted_spans[quoted_span].inner()];
                    tokens.iter().filter(|token| token.is_spoken()).take(ENOUGH_WORDS).count() == ENOUGH_WORDS
                };
                says && quotation.quoted_spans.iter().any(|&quoted_span| quotes(quoted_span))
            };
            match quotation.kind {
                _ if inside => Self::Inside,
                QuotationType::Direct => Self::Direct,
                QuotationType::Mixed if is_worded() => Self::Worded,
                _ => Self::Other,
            }
        };
        discourse.quotations.iter().map(bucket)
    }
}

/// The share of a sieve's attributions of one bucket that are right on the development corpus.
pub(super) fn confidence(sieve: Sieve, bucket: CalibrationBucket) -> f64 {
    let row = TABLE.iter().find(|(known, _)| *known == sieve);
    row.map_or(0.5, |(_, shares)| shares[bucket as usize])
}

/// By calibration bucket, in the order of [`CalibrationBucket`]. Written by the command that CONTRIBUTING.md names; where a sieve has less than
/// twenty of a bucket, the share is that of all its attributions (*inside*: of all sieves'), and a coin's where these are
/// less than twenty too.
const TABLE: &[(Sieve, [f64; 4])] = &[
    // table
    (Sieve::Transcript, [0.49, 0.49, 0.49, 0.44]),
    (Sieve::Colon, [0.97, 0.89, 0.89, 0.44]),
    (Sieve::QuotationCueSpeaker, [0.98, 0.98, 0.98, 0.44]),
    (Sieve::QuotationSpeakerCue, [0.99, 0.98, 0.98, 0.22]),
    (Sieve::Interrupted, [0.99, 0.95, 0.83, 0.44]),
    (Sieve::SpeakerCueQuotation, [0.94, 0.91, 0.91, 0.44]),
    (Sieve::PartedSpeaker, [0.96, 0.99, 0.84, 0.57]),
    (Sieve::SharedSpeaker, [0.88, 0.79, 0.79, 0.61]),
    (Sieve::Participle, [0.90, 0.91, 0.76, 0.76]),
    (Sieve::AccordingTo, [0.87, 0.87, 0.87, 0.44]),
    (Sieve::NounCue, [0.44, 0.44, 0.53, 0.07]),
    (Sieve::SpeakerCueClause, [0.83, 0.96, 0.84, 0.33]),
    (Sieve::ClauseSpeakerCue, [0.90, 0.92, 0.89, 0.44]),
    (Sieve::Beside, [0.50, 0.50, 0.50, 0.44]),
    (Sieve::NamedBeforeColon, [0.93, 0.93, 0.93, 0.44]),
    (Sieve::Continued, [0.94, 0.94, 0.94, 0.44]),
    (Sieve::ColonBeforeParagraph, [0.50, 0.50, 0.50, 0.44]),
    (Sieve::Signed, [0.50, 0.50, 0.50, 0.44]),
    (Sieve::SameParagraph, [0.71, 0.71, 0.71, 0.44]),
    (Sieve::Turn, [0.50, 0.50, 0.50, 0.44]),
    (Sieve::NextParagraph, [0.81, 0.81, 0.81, 0.44]),
    // end of table
];

#[cfg(test)]
mod tests {
    use super::{Sieve, TABLE};

    /// The page says what was measured last.
    #[test]
    fn the_table_is_the_last_measurement() {
        let page = include_str!("../../docs/sieves.md");
        let rows: Vec<Vec<&str>> = page
            .lines()
            .filter(|line| line.starts_with("| `"))
            .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
            .collect();
        assert_eq!(rows.len(), TABLE.len());
        for (row, (sieve, shares)) in rows.iter().zip(TABLE) {
            assert_eq!(row[0], format!("`{}`", sieve.name()));
            let measured: Vec<f64> = row[3..7].iter().map(|share| share.parse().expect("a share")).collect();
            assert_eq!(measured, shares, "{}", sieve.name());
        }
    }

    #[test]
    fn every_sieve_is_in_the_table() {
        let mut sieves: Vec<usize> = TABLE.iter().map(|(sieve, _)| *sieve as usize).collect();
        sieves.sort_unstable();
        assert!(sieves.into_iter().eq(0..=Sieve::NextParagraph as usize));
    }
}
