//! The compiled lexicon as bytes: written when the library is built, and read without parsing or sorting when it is needed.
//!
//! There are sections, each with its length before it. Numbers have the least byte first. Nobody but the build script writes
//! such bytes, for the library that it belongs to, so they have neither version nor checksum.
// The library and its build script use different parts of this.
#![allow(dead_code)]

use super::cue::{Cue, CueClass, Frames};
use super::forms::Forms;
use super::groups::Groups;
use super::known::{Known, VerbIndex};
use super::look_up::Lexicon;
use super::name_cues::NameCues;
use super::part::Part;
use super::tags::Tags;
use super::word::WORDS;

/// What the compiler knows when it has read all word lists.
#[derive(Debug)]
pub(super) struct Compiled {
    pub(super) seed: u64,
    pub(super) moves: Vec<u16>,
    pub(super) slots: Vec<u64>,
    /// In order, each with its place.
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
    let Compiled { seed, moves, slots, long, known, verbs, nouns, ambiguities } = compiled;
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
            [a, b, c, d, e, f, known.word.map_or(0, |word| word as u8 + 1), known.name_cues.bits()]
        }),
    );
}

fn tags_of(known: &Known) -> [u64; 4] {
    let [a, b] = known.by_word_lists;
    let [c, d] = known.with_ending;
    [a, b, c, d].map(|tags| tags.bits())
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

/// The lexicon that was written so.
pub(super) fn read(bytes: &'static [u8]) -> Option<Lexicon> {
    let mut from = Sections { rest: bytes };
    let slots = from.records()?.try_into().ok()?;
    let moves = from.records()?.try_into().ok()?;
    let &[seed] = from.records()? else { return None };
    let (tags, known) = (from.records::<32>()?, from.records::<8>()?);
    let long = from.records::<3>()?;
    let (verb_lengths, verbs) = (from.records::<1>()?, from.records()?);
    let (noun_forms, nouns) = (from.records::<3>()?, from.records()?);
    let (part_lengths, parts) = (from.records::<1>()?, from.records::<5>()?);
    let mut text = Text { rest: str::from_utf8(from.section()?).ok()? };

    let tags: Vec<_> = tags.iter().map(read_tags).collect();
    let known = known.iter().map(|record| read_known(record, &tags)).collect();
    let long = text.words(long);
    let verbs = text.cues(verbs);
    let noun_forms = text.words(noun_forms);
    let nouns = noun_forms.into_iter().map(|(form, _)| form).zip(text.cues(nouns)).collect();
    let parts =
        parts.iter().map(|&[part, a, b, c, d]| (Part::ALL[usize::from(part)], u32::from_le_bytes([a, b, c, d])));
    let lengths = |lengths: &'static [[u8; 1]]| lengths.iter().map(|&[length]| length);
    Some(Lexicon {
        forms: Forms { seed: u64::from_le_bytes(seed), moves, slots, long },
        known,
        verbs: Groups::of(verbs, lengths(verb_lengths)),
        nouns,
        ambiguities: Groups::of(parts.collect(), lengths(part_lengths)),
    })
}

fn read_tags(record: &[u8; 32]) -> [Tags; 4] {
    let mut tags = [Tags::empty(); 4];
    for (tags, bits) in tags.iter_mut().zip(record.as_chunks::<8>().0) {
        *tags = Tags::from_bits_retain(u64::from_le_bytes(*bits));
    }
    tags
}

fn read_known(&[a, b, c, d, e, f, word, name_cues]: &[u8; 8], tags: &[[Tags; 4]]) -> Known {
    let [plain, capitalized, plain_with_ending, capitalized_with_ending] =
        tags[usize::from(u16::from_le_bytes([a, b]))];
    Known {
        by_word_lists: [plain, capitalized],
        with_ending: [plain_with_ending, capitalized_with_ending],
        name_cues: NameCues::from_bits_retain(name_cues),
        verb: VerbIndex::of_number(u16::from_le_bytes([c, d])),
        ambiguity: u16::from_le_bytes([e, f]),
        word: word.checked_sub(1).map(|word| WORDS[usize::from(word)].0),
    }
}

/// What is still to be read.
struct Sections {
    rest: &'static [u8],
}

impl Sections {
    fn section(&mut self) -> Option<&'static [u8]> {
        let (length, rest) = self.rest.split_first_chunk()?;
        let (section, rest) = rest.split_at_checked(usize::try_from(u64::from_le_bytes(*length)).ok()?)?;
        self.rest = rest;
        Some(section)
    }

    fn records<const N: usize>(&mut self) -> Option<&'static [[u8; N]]> {
        let (records, rest) = self.section()?.as_chunks();
        rest.is_empty().then_some(records)
    }
}

/// The words that are still to be read.
struct Text {
    rest: &'static str,
}

impl Text {
    fn word(&mut self, length: u8) -> &'static str {
        let (word, rest) = self.rest.split_at(usize::from(length));
        self.rest = rest;
        word
    }

    fn words(&mut self, records: &[[u8; 3]]) -> Vec<(&'static str, u16)> {
        records.iter().map(|&[length, a, b]| (self.word(length), u16::from_le_bytes([a, b]))).collect()
    }

    fn cues(&mut self, records: &[[u8; 7]]) -> Vec<Cue> {
        let cue = |&[lemma, particle, class, a, b, c, d]: &[u8; 7]| Cue {
            lemma: self.word(lemma),
            particle: self.word(particle),
            class: CueClass::ALL[usize::from(class)],
            frames: Frames::from_bits_retain(u32::from_le_bytes([a, b, c, d])),
        };
        records.iter().map(cue).collect()
    }
}
