//! A compiled gazetteer as bytes, so that nothing is parsed or sorted when it is needed.
//!
//! Numbers are in [LEB128], seven bits a byte: most are small. A list is its length and its items, or where these only
//! rise, the steps between them. The bundled gazetteer is written so when the library is
//! built, and read on first use.
//!
//! [LEB128]: https://en.wikipedia.org/wiki/LEB128
// The library reads, its build script writes; both are here because neither can change without the other.
#![allow(dead_code)]

use std::sync::Arc;

use super::compiled::Compiled;
use super::entity::{CountryCode, Entity, EntityIndex, Gender, Kind, TEXTS};
use super::matcher::{Key, List, Matcher, Spelling};
use super::openings::Openings;
use super::prefixes::Prefixes;

/// The gazetteer as bytes.
pub(super) fn write(compiled: &Compiled) -> Vec<u8> {
    let mut bytes = Vec::new();
    let out = &mut bytes;
    let mut sources: Vec<&str> = Vec::new();
    for entity in &compiled.entities {
        let source = entity.source().0;
        if sources.last() != Some(&source) && !sources.contains(&source) {
            sources.push(source);
        }
    }
    put(out, sources.len());
    sources.iter().for_each(|source| put_bytes(out, source.as_bytes()));
    put(out, compiled.entities.len());
    for entity in &compiled.entities {
        let Entity { text, ends, source, line, kind, gender, prominence, country } = entity;
        put_bytes(out, text.as_bytes());
        put_steps(out, ends.iter().copied());
        put(out, sources.iter().position(|known| *known == &**source).expect("a source listed above"));
        put(out, *line as usize);
        let gender = gender.map_or(0, |gender| 1 + gender as u8);
        let country = country.unwrap_or_default();
        out.extend([*kind as u8, gender, *prominence, country[0], country[1]]);
    }
    let Matcher { openings, prefixes, keys, spellings, text, pool } = &compiled.matcher;
    put_bytes(out, &openings.words().flat_map(u64::to_le_bytes).collect::<Vec<_>>());
    put_bytes(out, &prefixes.words().flat_map(u64::to_le_bytes).collect::<Vec<_>>());
    put_bytes(out, text.as_bytes());
    put_rising(out, keys.iter().map(|key| key.spellings));
    put_numbers(out, keys.iter().flat_map(|key| [key.capitals.start, key.capitals.len]));
    put_rising(out, spellings.iter().map(|spelling| spelling.text));
    put_numbers(out, spellings.iter().flat_map(|spelling| [spelling.entities.start, spelling.entities.len]));
    put_numbers(out, pool.iter().map(|index| index.get() as u32));
    bytes
}

fn put(out: &mut Vec<u8>, number: usize) {
    let mut rest = u32::try_from(number).expect("a gazetteer has fewer than 2³² of anything");
    while rest >= 0x80 {
        out.push(rest as u8 | 0x80);
        rest >>= 7;
    }
    out.push(rest as u8);
}

fn put_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    put(out, bytes.len());
    out.extend(bytes);
}

fn put_numbers(out: &mut Vec<u8>, numbers: impl Iterator<Item = u32> + Clone) {
    put(out, numbers.clone().count());
    numbers.for_each(|number| put(out, number as usize));
}

fn put_rising(out: &mut Vec<u8>, numbers: impl Iterator<Item = u32> + Clone) {
    put(out, numbers.clone().count());
    put_steps(out, numbers);
}

fn put_steps(out: &mut Vec<u8>, numbers: impl Iterator<Item = u32>) {
    let mut last = 0;
    for number in numbers {
        put(out, (number - last) as usize);
        last = number;
    }
}

/// The gazetteer that was written so; `None` if the bytes are none.
pub(super) fn read(bytes: &[u8]) -> Option<Compiled> {
    let mut from = Reader { rest: bytes };
    let sources: Vec<Arc<str>> = (0..from.number()?).map(|_| from.text().map(Arc::from)).collect::<Option<_>>()?;
    let count = from.number()? as usize;
    let mut entities = Vec::with_capacity(count);
    for _ in 0..count {
        let text = from.text()?;
        let mut ends = [0; TEXTS];
        let mut end = 0_u32;
        for slot in &mut ends {
            end = end.checked_add(from.number()?)?;
            *slot = end;
        }
        let source = Arc::clone(sources.get(from.number()? as usize)?);
        let line = from.number()?;
        let &[kind, gender, prominence, first, second] = from.take(5)? else { return None };
        let country: CountryCode = [first, second];
        entities.push(Entity {
            text: text.into(),
            ends,
            source,
            line,
            kind: *[Kind::Person, Kind::Place, Kind::Organization].get(usize::from(kind))?,
            gender: *[None, Some(Gender::Male), Some(Gender::Female)].get(usize::from(gender))?,
            prominence,
            country: (country != [0; 2]).then_some(country),
        });
    }
    let openings = Openings::of_words(from.words()?)?;
    let slots = from.words()?;
    let text = from.text()?.to_owned();
    let firsts = from.rising()?;
    let keys = firsts.into_iter().zip(lists(from.numbers()?));
    let keys: Vec<_> = keys.map(|(spellings, capitals)| Key { spellings, capitals }).collect();
    let prefixes = Prefixes::of_words(slots, keys.len().checked_sub(1)?)?;
    let texts = from.rising()?;
    let spellings = texts.into_iter().zip(lists(from.numbers()?));
    let spellings = spellings.map(|(text, entities)| Spelling { text, entities }).collect();
    let pool = from.numbers()?.into_iter().map(|index| EntityIndex::new(index as usize)).collect();
    let matcher = Matcher { openings, prefixes, keys, spellings, text, pool };
    from.rest.is_empty().then(|| Compiled::with(entities, matcher))
}

struct Reader<'b> {
    rest: &'b [u8],
}

impl<'b> Reader<'b> {
    fn take(&mut self, length: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(taken)
    }

    fn number(&mut self) -> Option<u32> {
        let mut number = 0;
        for (at, &byte) in self.rest.iter().enumerate().take(5) {
            number |= u32::from(byte & 0x7f) << (7 * at);
            if byte < 0x80 {
                self.rest = &self.rest[at + 1..];
                return Some(number);
            }
        }
        None
    }

    fn bytes(&mut self) -> Option<&'b [u8]> {
        let length = self.number()?;
        self.take(length as usize)
    }

    fn words(&mut self) -> Option<impl Iterator<Item = u64> + use<'b>> {
        Some(self.bytes()?.as_chunks().0.iter().map(|eight| u64::from_le_bytes(*eight)))
    }

    fn text(&mut self) -> Option<&'b str> {
        self.bytes().and_then(|bytes| std::str::from_utf8(bytes).ok())
    }

    fn numbers(&mut self) -> Option<Vec<u32>> {
        (0..self.number()?).map(|_| self.number()).collect()
    }

    fn rising(&mut self) -> Option<Vec<u32>> {
        let mut last = 0_u32;
        let mut next = |step: u32| {
            last = last.checked_add(step)?;
            Some(last)
        };
        (0..self.number()?).map(|_| self.number().and_then(&mut next)).collect()
    }
}

fn lists(numbers: Vec<u32>) -> Vec<List> {
    numbers.as_chunks().0.iter().map(|&[start, len]| List { start, len }).collect()
}
