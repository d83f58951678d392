//! The compiled lexicon as bytes, read without parsing or sorting anything; `compile/write.rs` has what they are.

use super::cue::{Cue, CueClass, Frames};
use super::forms::Forms;
use super::groups::Groups;
use super::known::{Known, VerbIndex};
use super::look_up::Lexicon;
use super::part::Part;
use super::tags::{NameCues, Tags};
use super::word::WORDS;

/// The lexicon that was written so; `None` if the bytes are something else.
pub(super) fn read(bytes: &'static [u8]) -> Option<Lexicon> {
    let mut from = Sections { rest: bytes };
    let slots = from.records()?.try_into().ok()?;
    let moves = from.records()?.try_into().ok()?;
    let &[seed] = from.records()? else { return None };
    let (tags, known) = (from.records::<32>()?, from.records::<11>()?);
    let long = from.records::<3>()?;
    let (verb_lengths, verbs) = (from.records::<1>()?, from.records()?);
    let (noun_forms, nouns) = (from.records::<3>()?, from.records()?);
    let (part_lengths, parts) = (from.records::<1>()?, from.records::<5>()?);
    let mut text = WordText { rest: str::from_utf8(from.section()?).ok()? };

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
    let mut tags = [Tags::NONE; 4];
    for (tags, bits) in tags.iter_mut().zip(record.as_chunks().0) {
        *tags = Tags::from_bits(u64::from_le_bytes(*bits));
    }
    tags
}

fn read_known(&[a, b, c, d, e, f, g, h, i, j, word]: &[u8; 11], tags: &[[Tags; 4]]) -> Known {
    let [plain, capitalized, plain_with_ending, capitalized_with_ending] =
        tags[usize::from(u16::from_le_bytes([a, b]))];
    Known {
        by_word_lists: [plain, capitalized],
        with_ending: [plain_with_ending, capitalized_with_ending],
        name_cues: NameCues::from_bits_retain(u32::from_le_bytes([g, h, i, j])),
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
struct WordText {
    rest: &'static str,
}

impl WordText {
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
