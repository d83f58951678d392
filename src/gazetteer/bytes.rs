//! A compiled gazetteer as bytes, so that nothing is parsed or sorted when it is needed.
//!
//! Numbers are little-endian; a list is its length and its items. The bundled gazetteer is written so when the library is
//! built, and read on first use.
// The library reads, its build script writes; both are here because neither can change without the other.
#![allow(dead_code)]

use std::sync::Arc;

use super::compiled::Compiled;
use super::entity::{CountryCode, Entity, EntityIndex, Gender, Kind, TEXTS};
use super::matcher::{Key, List, Matcher, Spelling};
use super::openings::Openings;
use super::trie::Trie;

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
        ends.iter().for_each(|&end| put(out, end as usize));
        put(out, sources.iter().position(|known| *known == &**source).expect("a source listed above"));
        put(out, *line as usize);
        let gender = gender.map_or(0, |gender| 1 + gender as u8);
        let country = country.unwrap_or_default();
        out.extend([*kind as u8, gender, *prominence, country[0], country[1]]);
    }
    let Matcher { openings, trie, keys, tails, spellings, text, pool } = &compiled.matcher;
    put_numbers(out, openings.words().flat_map(|word| [word as u32, (word >> 32) as u32]));
    let (labels, followers, ends, jumps) = trie.parts();
    put_bytes(out, labels);
    [followers, ends, &jumps].into_iter().for_each(|numbers| put_numbers(out, numbers.iter().copied()));
    put_bytes(out, tails);
    put_bytes(out, text.as_bytes());
    let of_key = |key: &Key| [key.spellings, key.tail, key.capitals.start, key.capitals.len];
    put_numbers(out, keys.iter().flat_map(of_key));
    let of_spelling = |spelling: &Spelling| [spelling.text, spelling.entities.start, spelling.entities.len];
    put_numbers(out, spellings.iter().flat_map(of_spelling));
    put_numbers(out, pool.iter().map(|index| index.get() as u32));
    bytes
}

fn put(out: &mut Vec<u8>, number: usize) {
    let number = u32::try_from(number).expect("a gazetteer has fewer than 2³² of anything");
    out.extend(number.to_le_bytes());
}

fn put_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    put(out, bytes.len());
    out.extend(bytes);
}

fn put_numbers(out: &mut Vec<u8>, numbers: impl Iterator<Item = u32>) {
    let at = out.len();
    put(out, 0);
    out.extend(numbers.flat_map(u32::to_le_bytes));
    let length = (out.len() - at) as u32 / 4 - 1;
    out[at..at + 4].copy_from_slice(&length.to_le_bytes());
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
        for end in &mut ends {
            *end = from.number()?;
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
    let openings = Openings::of_words(
        from.numbers()?
            .collect::<Vec<_>>()
            .chunks_exact(2)
            .map(|halves| (u64::from(halves[1]) << 32) | u64::from(halves[0])),
    );
    let (labels, followers, ends) = (from.bytes()?.to_vec(), from.numbers()?.collect(), from.numbers()?.collect());
    let trie = Trie::of_parts(labels, followers, ends, &from.numbers()?.collect::<Vec<_>>());
    let (tails, text) = (from.bytes()?.to_vec(), from.text()?.to_owned());
    let keys = from.numbers()?.collect::<Vec<_>>();
    let keys = keys.chunks_exact(4).map(|key| Key {
        spellings: key[0],
        tail: key[1],
        capitals: List { start: key[2], len: key[3] },
    });
    let spellings = from.numbers()?.collect::<Vec<_>>();
    let spellings = spellings
        .chunks_exact(3)
        .map(|spelling| Spelling { text: spelling[0], entities: List { start: spelling[1], len: spelling[2] } });
    let (keys, spellings) = (keys.collect(), spellings.collect());
    let pool = from.numbers()?.map(|index| EntityIndex::new(index as usize)).collect();
    let matcher = Matcher { openings, trie, keys, tails, spellings, text, pool };
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
        let (taken, rest) = self.rest.split_first_chunk()?;
        self.rest = rest;
        Some(u32::from_le_bytes(*taken))
    }

    fn bytes(&mut self) -> Option<&'b [u8]> {
        let length = self.number()?;
        self.take(length as usize)
    }

    fn text(&mut self) -> Option<&'b str> {
        self.bytes().and_then(|bytes| std::str::from_utf8(bytes).ok())
    }

    fn numbers(&mut self) -> Option<impl ExactSizeIterator<Item = u32> + use<'b>> {
        let length = self.number()? as usize;
        let numbers = self.take(length.checked_mul(4)?)?.chunks_exact(4);
        Some(numbers.map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]])))
    }
}
