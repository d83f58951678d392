//! Units into chunks: the flat phrases of each sentence, with their heads.

use std::ops::Range;

use super::constituents::Chunk;
use super::grammar::{ChunkKind, Code, GRAMMAR};
use super::kinds::Kinds;
use super::units::{Syntax, Unit};
use crate::gazetteer::Kind;
use crate::lexicon::{Part, PartSet, PersonCues, Word, WordClass};
use crate::text::{Shape, TokenKind};

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

/// What may stand before a number that is a guess or a bound.
const GUESSES: &[&[Word]] = &[
    &[Word::About],
    &[Word::Around],
    &[Word::Over],
    &[Word::Under],
    &[Word::Up, Word::To],
    &[Word::All, Word::But],
    &[Word::Close, Word::To],
    &[Word::Upwards, Word::Of],
    &[Word::In, Word::Excess, Word::Of],
    &[Word::As, Word::Many, Word::As],
];

impl Syntax<'_, '_> {
    /// The chunks of all sentences, one after the other: they cover every unit.
    pub(crate) fn read_chunks(&self) -> Vec<Chunk> {
        let grammar = &*GRAMMAR;
        let mut codes: Vec<u8> = self.units.iter().map(code).collect();
        self.read_about(&mut codes);
        self.read_at_first(&mut codes);
        self.read_days(&mut codes);
        self.read_counts(&mut codes);
        self.read_fitted(&mut codes);
        self.read_leading_modifiers(&mut codes);
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

    /// `About four in ten`, `up to 40`: where nothing stands before it that it could be tied to, it says that a number is a
    /// guess.
    fn read_about(&self, codes: &mut [u8]) {
        for unit in 0..self.units.len() {
            let guess = GUESSES.iter().find(|guess| self.are_words(unit, guess));
            let digits = |at: usize| self.units.get(at).is_some_and(|next| next.part == Part::Number);
            // `close to £40m`
            let sum = |at: usize| self.units.get(at).is_some_and(|sign| sign.part == Part::Other) && digits(at + 1);
            let number = |at: usize| self.is_word(at, Word::Half) || digits(at) || sum(at);
            // `between 8 and 12`
            let between = self.is_word(unit, Word::Between) && digits(unit + 1) && self.is_word(unit + 2, Word::And);
            if between && digits(unit + 3) && self.opens_guess(unit) {
                codes[unit..unit + 3].fill(Code::of(Part::Adverb).byte());
            }
            // Also `a third of them`.
            let counts = |end: usize| {
                let fraction = self.is_word(end + 1, Word::Half) || self.has(end + 1, WordClass::NUMERAL);
                number(end) || self.is_word(end, Word::A) && fraction && !self.is(end + 2, TokenKind::Hyphen)
            };
            // `well over 40`
            let degree = unit.checked_sub(1).filter(|&before| self.units[before].part == Part::Adverb);
            let start = degree.unwrap_or(unit);
            if let Some(end) = guess.map(|guess| unit + guess.len()).filter(|&end| counts(end))
                && self.opens_guess(start)
            {
                codes[start..end].fill(Code::of(Part::Adverb).byte());
            }
        }
    }

    /// `at first nobody came`: an adverb of two words.
    fn read_at_first(&self, codes: &mut [u8]) {
        for unit in (0..self.units.len()).filter(|&unit| self.is_at_first(unit)) {
            codes[unit..unit + 2].fill(Code::of(Part::Adverb).byte());
        }
    }

    fn are_words(&self, unit: usize, words: &[Word]) -> bool {
        words.iter().enumerate().all(|(place, &word)| self.is_word(unit + place, word))
    }

    /// No word before this one governs it: `said up to 40 people left`, but `talked about 40 people`.
    fn opens_guess(&self, unit: usize) -> bool {
        let Some(last) = unit.checked_sub(1) else { return true };
        let before = &self.units[last];
        let opener = PartSet::PUNCTUATION
            .or(PartSet::WH)
            .or(PartSet::BE)
            .or(PartSet::of(&[Part::Conjunction, Part::Subordinator]));
        let reports = || self.takes_bare_clause(last) && !self.takes_addressee(last);
        before.sentence() != self.units[unit].sentence() || before.part.is(opener) || reports()
    }

    /// `On Saturday Brenk said`, `on Sunday police have arrested`: a day is no part of the name or the subject after it.
    fn read_days(&self, codes: &mut [u8]) {
        for (day, code) in codes.iter_mut().enumerate() {
            // `In May Brenk said`
            let month = self.has(day, WordClass::MONTH) && self.is_word(day.wrapping_sub(1), Word::In);
            let next = self.units.get(day + 1).filter(|_| month || self.has(day, WordClass::DAY));
            let name = |next: &Unit| next.names == Some(Kind::Person) || month && next.part.is(PartSet::PROPER_NOUN);
            // `on Sunday two crews sailed`, but not `on Sunday 2 May`
            let counts = |next: &Unit| {
                next.part == Part::Number
                    && self.is_word(day.wrapping_sub(1), Word::On)
                    && self.units.get(day + 2).is_some_and(|noun| noun.part.is(COMMON_NOUN) && !self.is_time(day + 2))
            };
            let subject = |next: &Unit| {
                next.part.is(COMMON_NOUN)
                    && !self.is_time(day + 1)
                    && self.units.get(day + 2).is_some_and(|verb| verb.part.is(PartSet::FINITE))
                    && self.is_word(day.wrapping_sub(1), Word::On)
            };
            // `in February 2011 Brenk was sold`
            let year = self.units[day].part == Part::Number
                && self.word(day).len() == 4
                && day > 0
                && self.has(day - 1, WordClass::MONTH)
                && self
                    .units
                    .get(day + 1)
                    .is_some_and(|next| next.part.is(PartSet::PROPER_NOUN) || next.names.is_some());
            if year || next.is_some_and(|next| name(next) || subject(next) || counts(next)) {
                *code = Code::TODAY.byte();
            }
        }
    }

    /// `In the worst case ten people could be hurt`: the number counts what follows it.
    fn read_counts(&self, codes: &mut [u8]) {
        for (three, code) in self.units.windows(3).zip(codes.iter_mut().skip(1)) {
            let [before, number, after] = three else { continue };
            let counts = number.part == Part::Number && number.is_word() && after.part == Part::Nouns;
            if counts && before.part.is(COMMON_NOUN) && before.shape == Shape::Lower {
                *code = Code::COUNT.byte();
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
    fn read_leading_modifiers(&self, codes: &mut [u8]) {
        for sentence in self.sentences.iter().filter(|sentence| sentence.len() > 1) {
            let first = &self.units[sentence.start];
            // `Leaked letters show`
            let leaked = first.part == Part::Participle && self.units[sentence.start + 1].part == Part::Nouns;
            if first.part == Part::Gerund && codes[sentence.start + 1] == Code::ROLE.byte() || leaked {
                codes[sentence.start] = Code::of(Part::Adjective).byte();
            }
        }
    }

    /// `Orla Brenk MBE`: the person's name that nothing but honours and degrees follows. There are more than a list can have,
    /// but they are all in capitals: `Orla Brenk FRQS`.
    fn before_post_nominals(&self, units: &Range<usize>) -> Option<usize> {
        let is_post_nominal = |unit: &usize| {
            let known = &self.units[*unit];
            let is_listed = known.tags.has(PersonCues::POST_NOMINAL);
            let is_like_one = known.shape == Shape::Upper && !known.tags.has(PersonCues::TITLE | PersonCues::ROLE);
            (is_listed || is_like_one) && known.part.is(PartSet::PROPER_NOUN) && known.names.is_none()
        };
        let name = units.clone().rev().find(|unit| !is_post_nominal(unit))?;
        let known = &self.units[name];
        // In a headline every word is in capitals.
        let in_capitals = self.text.tokens[known.end() - 1].shape == Shape::Upper;
        let is_listed = |unit: usize| self.units[unit].tags.has(PersonCues::POST_NOMINAL);
        let plain = || !in_capitals || (name + 1..units.end).all(is_listed);
        (name + 1 < units.end && known.names == Some(Kind::Person) && plain()).then_some(name)
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
