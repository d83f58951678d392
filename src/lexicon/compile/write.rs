//! The compiled lexicon as bytes, for [`bytes`](crate::lexicon::bytes) to read.
//!
//! There are sections, each with its length before it. Numbers have the least byte first. Nobody but the build script writes
//! such bytes, for the library that it belongs to, so they have neither version nor checksum.

use super::displace::Displaced;
use crate::lexicon::cue::Cue;
use crate::lexicon::known::{Known, VerbIndex};
use crate::lexicon::part::Part;
use crate::lexicon::tags::Tags;

/// What the compiler knows when it has read all word lists.
#[derive(Debug)]
pub(super) struct Compiled {
    pub(super) forms: Displaced,
    /// The forms that are no numbers, in order, each with its place.
    pub(super) long: Vec<(String, u16)>,
    /// By place.
    pub(super) known: Vec<Known>,
    /// The cues of each verb.
    pub(super) verbs: Vec<Vec<Cue<String>>>,
    /// In the order of the forms.
    pub(super) nouns: Vec<(String, Cue<String>)>,
    /// The parts of speech of each ambiguity class.
    pub(super) ambiguities: Vec<Vec<(Part, u32)>>,
}

pub(super) fn write(compiled: &Compiled) -> Vec<u8> {
    let Compiled { forms: Displaced { seed, moves, slots }, long, known, verbs, nouns, ambiguities } = compiled;
    let mut out = Vec::new();
    // First, so that no slot straddles two cache lines.
    put(&mut out, slots.iter().map(|slot| slot.to_le_bytes()));
    put(&mut out, moves.iter().map(|moved| moved.to_le_bytes()));
    put(&mut out, [seed.to_le_bytes()]);
    write_known(known, &mut out);
    let mut text = String::new();
    write_text(long.iter().map(|(form, place)| (form.as_str(), *place)), &mut text, &mut out);
    put(&mut out, verbs.iter().map(|cues| [length(cues.len())]));
    write_cues(verbs.iter().flatten(), &mut text, &mut out);
    write_text(nouns.iter().map(|(form, _)| (form.as_str(), 0)), &mut text, &mut out);
    write_cues(nouns.iter().map(|(_, cue)| cue), &mut text, &mut out);
    put(&mut out, ambiguities.iter().map(|parts| [length(parts.len())]));
    put(
        &mut out,
        ambiguities.iter().flatten().map(|&(part, count)| {
            let [a, b, c, d] = count.to_le_bytes();
            [part as u8, a, b, c, d]
        }),
    );
    put(&mut out, text.bytes().map(|byte| [byte]));
    out
}

fn put<const N: usize>(out: &mut Vec<u8>, records: impl IntoIterator<Item = [u8; N]>) {
    let at = out.len();
    out.extend([0; 8]);
    out.extend(records.into_iter().flatten());
    let length = (out.len() - at - 8) as u64;
    out[at..at + 8].copy_from_slice(&length.to_le_bytes());
}

fn length(length: usize) -> u8 {
    u8::try_from(length).expect("no word is longer, and no list of a word")
}

/// Thousands of forms share what few of them have alone: the tags are written once each.
fn write_known(known: &[Known], out: &mut Vec<u8>) {
    let mut tags: Vec<_> = known.iter().map(tags_of).collect();
    tags.sort_unstable();
    tags.dedup();
    put(
        out,
        tags.iter().map(|four| {
            let mut bytes = [0; 32];
            bytes.copy_from_slice(four.map(u64::to_le_bytes).as_flattened());
            bytes
        }),
    );
    put(
        out,
        known.iter().map(|known| {
            let tags = tags.binary_search(&tags_of(known)).expect("they are all there");
            let tags = u16::try_from(tags).expect("fewer than the forms");
            let [a, b] = tags.to_le_bytes();
            let [c, d] = known.verb.map_or(0, VerbIndex::number).to_le_bytes();
            let [e, f] = known.ambiguity.to_le_bytes();
            let [g, h, i, j] = known.name_cues.bits().to_le_bytes();
            [a, b, c, d, e, f, g, h, i, j, known.word.map_or(0, |word| word as u8 + 1)]
        }),
    );
}

fn tags_of(known: &Known) -> [u64; 4] {
    let [a, b] = known.by_word_lists;
    let [c, d] = known.with_ending;
    [a, b, c, d].map(Tags::bits)
}

/// Words with a number for each; the words go to the end of the text.
fn write_text<'w>(words: impl Iterator<Item = (&'w str, u16)>, text: &mut String, out: &mut Vec<u8>) {
    put(
        out,
        words.map(|(word, number)| {
            text.push_str(word);
            let [a, b] = number.to_le_bytes();
            [length(word.len()), a, b]
        }),
    );
}

fn write_cues<'c>(cues: impl Iterator<Item = &'c Cue<String>>, text: &mut String, out: &mut Vec<u8>) {
    put(
        out,
        cues.map(|Cue { lemma, particle, class, frames }| {
            text.push_str(lemma);
            text.push_str(particle);
            let [a, b, c, d] = frames.bits().to_le_bytes();
            [length(lemma.len()), length(particle.len()), *class as u8, a, b, c, d]
        }),
    );
}
