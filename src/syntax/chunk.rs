//! Units into chunks: the flat phrases of each sentence, with their heads.

use std::ops::Range;

use super::constituents::Chunk;
use super::grammar::{ChunkKind, Code, GRAMMAR};
use super::kinds::Kinds;
use super::units::{Syntax, Unit};
use crate::gazetteer::Kind;
use crate::lexicon::{Part, PartSet, PersonCues, Word, WordClass};

fn code(unit: &Unit) -> u8 {
    let code = if unit.kinds.contains(Kinds::FITTED) {
        Code::FITTED
    } else if unit.is_quote() {
        Code::QUOTED
    } else if unit.part == Part::Noun && unit.tags.class.contains(WordClass::TIME | WordClass::ADVERB) {
        Code::TODAY
    } else if unit.part.is(COMMON_NOUN) && unit.tags.has(PersonCues::PERSON_ROLE | PersonCues::TITLE) {
        Code::ROLE
    } else if unit.word == Some(Word::Half) {
        Code::of(Part::Number)
    } else if unit.kinds.contains(Kinds::SLASH) {
        Code::of(Part::Hyphen)
    } else {
        Code::of(unit.part)
    };
    code.byte()
}

const COMMON_NOUN: PartSet = PartSet::of(&[Part::Noun, Part::Nouns]);

/// Tails of a noun phrase that are no head.
const TAIL: PartSet = PartSet::of(&[Part::Comma, Part::CloseBracket, Part::Hyphen]);

impl Syntax<'_, '_> {
    /// The chunks of all sentences, one after the other: they cover every unit.
    pub(crate) fn read_chunks(&self) -> Vec<Chunk> {
        let grammar = &*GRAMMAR;
        let mut codes: Vec<u8> = self.units.iter().map(code).collect();
        self.read_about(&mut codes);
        self.read_days(&mut codes);
        self.read_fitted(&mut codes);
        self.read_capital_gerunds(&mut codes);
        let mut chunks = Vec::with_capacity(codes.len() / 2 + 1);
        for sentence in &self.sentences {
            let codes = &codes[..sentence.end];
            let mut at = sentence.start;
            while at < sentence.end {
                let (kind, length) = grammar.chunk(codes, at);
                let units = at..at + length.max(1);
                at = units.end;
                chunks.push(Chunk { kind, head: self.head(kind, units.clone()), units });
            }
        }
        chunks
    }

    /// `About four in ten`: where nothing stands before it that it could be tied to, it says that a number is a guess.
    fn read_about(&self, codes: &mut [u8]) {
        let words = [Word::About, Word::Around, Word::Over, Word::Under];
        let guesses = |unit: usize, known: &Unit| {
            let counts = self.units.get(unit + 1).is_some_and(|next| next.part == Part::Number)
                || self.is_word(unit + 1, Word::Half);
            let opens = unit.checked_sub(1).is_none_or(|before| {
                let before = &self.units[before];
                before.sentence() != known.sentence()
                    || before.part.is(PartSet::PUNCTUATION)
                    || before.part == Part::Conjunction
            });
            counts && opens
        };
        for (unit, (known, code)) in self.units.iter().zip(codes).enumerate() {
            let about = known.part == Part::Preposition && known.word.is_some_and(|word| words.contains(&word));
            if about && guesses(unit, known) {
                *code = Code::of(Part::Adverb).byte();
            }
        }
    }

    /// `On Saturday Brenk said`: a day is no part of the name after it.
    fn read_days(&self, codes: &mut [u8]) {
        for (pair, code) in self.units.windows(2).zip(codes) {
            if pair[0].tags.has(WordClass::DAY) && pair[1].names == Some(Kind::Person) {
                *code = Code::TODAY.byte();
            }
        }
    }

    /// `“stubbornly weak” demand`: nothing is commanded after a quoted word or two.
    fn read_fitted(&self, codes: &mut [u8]) {
        for &quote in &self.quotes {
            let fitted = codes[quote] == Code::FITTED.byte();
            if fitted && self.units.get(quote + 1).is_some_and(|next| next.part == Part::Imperative) {
                codes[quote + 1] = Code::of(Part::Noun).byte();
            }
        }
    }

    /// `Planning officer Brenk`, `Leading contenders`: in front of a role it describes, and does not act on it.
    fn read_capital_gerunds(&self, codes: &mut [u8]) {
        for sentence in self.sentences.iter().filter(|sentence| sentence.len() > 1) {
            let first = &self.units[sentence.start];
            if first.part == Part::Gerund && codes[sentence.start + 1] == Code::ROLE.byte() {
                codes[sentence.start] = Code::of(Part::Adjective).byte();
            }
        }
    }

    /// `Orla Brenk MBE`: the person's name that nothing but honours and degrees follows.
    fn before_post_nominals(&self, units: &Range<usize>) -> Option<usize> {
        let is_post_nominal = |unit: &usize| {
            let known = &self.units[*unit];
            known.tags.has(PersonCues::POST_NOMINAL) && known.part.is(PartSet::PROPER_NOUN) && known.names.is_none()
        };
        let name = units.clone().rev().find(|unit| !is_post_nominal(unit))?;
        (name + 1 < units.end && self.units[name].names == Some(Kind::Person)).then_some(name)
    }

    fn head(&self, kind: ChunkKind, units: Range<usize>) -> usize {
        let last = units.end - 1;
        let is = |unit: usize, set: PartSet| self.units[unit].part.is(set);
        match kind {
            ChunkKind::Noun => {
                if let Some(name) = self.before_post_nominals(&units) {
                    return name;
                }
                // `the 20-year-old`: what a hyphen follows is a part of a word.
                let joined = |unit: usize| unit < last && self.units[unit + 1].part == Part::Hyphen;
                let noun = |unit: &usize| (is(*unit, PartSet::NOUN) || self.units[*unit].is_quote()) && !joined(*unit);
                let noun = units.clone().rev().find(noun);
                noun.or_else(|| units.rev().find(|&unit| !is(unit, TAIL))).unwrap_or(last)
            }
            ChunkKind::Verb | ChunkKind::Infinitive | ChunkKind::Base | ChunkKind::Participle => {
                units.rev().find(|&unit| is(unit, PartSet::VERB)).unwrap_or(last)
            }
            _ => last,
        }
    }
}
