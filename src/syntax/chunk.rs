//! Units into chunks: the flat phrases of each sentence, with their heads.

use std::ops::Range;

use super::constituents::Chunk;
use super::grammar::{ChunkKind, Code, GRAMMAR};
use super::kinds::Kinds;
use super::units::{Syntax, Unit};
use crate::lexicon::{Part, PartSet, Tags};

fn code(unit: &Unit) -> u8 {
    let code = if unit.kinds.contains(Kinds::FITTED) {
        Code::FITTED
    } else if unit.is_quote() {
        Code::QUOTED
    } else if unit.part == Part::Noun && unit.tags.contains(Tags::TIME | Tags::ADVERB) {
        Code::TODAY
    } else if unit.part.is(COMMON_NOUN) && unit.tags.intersects(Tags::PERSON_ROLE | Tags::TITLE) {
        Code::ROLE
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
    pub(crate) fn read_chunks(&self, mut chunks: Vec<Chunk>) -> Vec<Chunk> {
        let grammar = &*GRAMMAR;
        let codes: Vec<u8> = self.units.iter().map(code).collect();
        chunks.reserve(codes.len() / 2 + 1);
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

    fn head(&self, kind: ChunkKind, units: Range<usize>) -> usize {
        let last = units.end - 1;
        let is = |unit: usize, set: PartSet| self.units[unit].part.is(set);
        match kind {
            ChunkKind::Noun => {
                let noun = units.clone().rev().find(|&unit| is(unit, PartSet::NOUN) || self.units[unit].is_quote());
                noun.or_else(|| units.rev().find(|&unit| !is(unit, TAIL))).unwrap_or(last)
            }
            ChunkKind::Verb | ChunkKind::Infinitive | ChunkKind::Base | ChunkKind::Participle => {
                units.rev().find(|&unit| is(unit, PartSet::VERB)).unwrap_or(last)
            }
            _ => last,
        }
    }
}
