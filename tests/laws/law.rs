//! What the laws are stated with: a breach in words, ranges, and the slices of a record.

use std::ops::Range;

use whosaid::{QuotationRecord, Record, SpeakerRecord};

/// A law that a text breaks, in words.
pub(crate) type Breach = String;

pub(crate) type Verdict = Result<(), Breach>;

pub(crate) fn law(holds: bool, breach: impl FnOnce() -> Breach) -> Verdict {
    if holds { Ok(()) } else { Err(breach()) }
}

pub(crate) fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

pub(crate) fn is_within(inner: &Range<usize>, outer: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

pub(crate) fn cross(a: &Range<usize>, b: &Range<usize>) -> bool {
    overlap(a, b) && !is_within(a, b) && !is_within(b, a)
}

/// Every span of the record with the text that it claims to be, and what it is.
pub(crate) fn slices<'a>(record: &'a Record) -> Vec<(Range<usize>, &'a str, &'static str)> {
    let mut slices: Vec<_> = record.mentions.iter().map(|it| (it.start..it.end, &*it.text, "mention")).collect();
    for quotation in &record.quotations {
        slices.extend(quotation.content.iter().map(|it| (it.start..it.end, &*it.text, "content")));
        slices.extend(quotation.quoted.iter().map(|it| (it.start..it.end, &*it.text, "quoted")));
        slices.extend(quotation.cue.iter().map(|it| (it.start..it.end, &*it.text, "cue")));
        for (voice, what) in voices(quotation) {
            if let SpeakerRecord { start: Some(start), end: Some(end), text: Some(text), .. } = voice {
                slices.push((*start..*end, text, what));
            }
        }
    }
    slices
}

/// The speaker and the addressee, as far as there are any.
pub(crate) fn voices<'a, 't>(
    quotation: &'a QuotationRecord<'t>,
) -> impl Iterator<Item = (&'a SpeakerRecord<'t>, &'static str)> {
    let addressee = quotation.addressee.iter().map(|voice| (voice, "addressee"));
    quotation.speaker.iter().map(|voice| (voice, "speaker")).chain(addressee)
}

pub(crate) fn content(quotation: &QuotationRecord) -> impl Iterator<Item = Range<usize>> + Clone {
    quotation.content.iter().map(|slice| slice.start..slice.end)
}

/// The record with each of its offsets replaced by what `to` makes of it.
pub(crate) fn moved<'t>(record: &Record<'t>, mut to: impl FnMut(usize) -> usize) -> Record<'t> {
    let mut record = record.clone();
    record.length = to(record.length);
    let mut ends: Vec<&mut usize> = Vec::new();
    for mention in &mut record.mentions {
        ends.extend([&mut mention.start, &mut mention.end]);
    }
    for quotation in &mut record.quotations {
        for slice in quotation.content.iter_mut().chain(&mut quotation.quoted) {
            ends.extend([&mut slice.start, &mut slice.end]);
        }
        ends.extend(quotation.cue.iter_mut().flat_map(|cue| [&mut cue.start, &mut cue.end]));
        for voice in quotation.speaker.iter_mut().chain(&mut quotation.addressee) {
            ends.extend(voice.start.iter_mut().chain(&mut voice.end));
        }
    }
    for end in ends {
        *end = to(*end);
    }
    record
}

/// The first difference of two records that should be equal, by its field.
pub(crate) fn same(one: &Record, other: &Record, when: &str) -> Verdict {
    law(one.offsets == other.offsets && one.length == other.length, || format!("other length {when}"))?;
    law(one.entities == other.entities, || format!("other entities {when}: {:?}, {:?}", one.entities, other.entities))?;
    law(one.mentions == other.mentions, || format!("other mentions {when}: {:?}, {:?}", one.mentions, other.mentions))?;
    law(one.quotations.len() == other.quotations.len(), || {
        format!("other quotations {when}: {:?}, {:?}", one.quotations, other.quotations)
    })?;
    for (a, b) in one.quotations.iter().zip(&other.quotations) {
        law(a == b, || format!("another quotation {when}: {a:?}, {b:?}"))?;
    }
    law(one == other, || format!("another record {when}"))
}
