//! A compiled gazetteer as bytes, so that nothing is parsed or sorted when it is needed.
//!
//! Behind a header of 24 bytes (what it is, the version of this format, checksum and length of the rest) there are
//! sections, each with its length before it. Numbers have 32 bits, the least byte first, since reading them is hardly more
//! than a copy: [LEB128] would make the file a third smaller, and take several times as long. The bundled gazetteer is
//! written so when the library is built.
//!
//! The checksum tells damage. Whoever changes bytes on purpose can make a checksum too, so everything that the matcher
//! relies on is looked at as well: no bytes make it panic or read out of bounds.
//!
//! [LEB128]: https://en.wikipedia.org/wiki/LEB128
// The library and its build script use different parts of this.
#![allow(dead_code)]

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::compiled::Compiled;
use super::entity::{CountryCode, Ends, Entity, EntityIndex, Facts, Gender, Home, Kind, TEXTS};
use super::ids::Ids;
use super::matcher::{List, Matcher, Spelling};
use super::openings::Openings;
use super::prefixes::Prefixes;
use super::threads;

/// What the bytes begin with. The first one is none that a text in UTF-8 can begin with.
const MAGIC: [u8; 8] = *b"\x9Dwhosaid";

/// To be raised with every change of what follows: what another version wrote is refused.
pub(super) const VERSION: u32 = 2;

/// How long the header is.
const HEADER: usize = MAGIC.len() + 4 + 4 + 8;

/// How many bytes an entity takes besides its text.
const ENTITY: usize = 24;

/// Why bytes are no compiled gazetteer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Unreadable {
    /// They are something else.
    Foreign,
    /// They have another version of the format.
    Version(u32),
    /// There are less of them, or more, than there ought to be.
    Length { expected: u64, found: u64 },
    /// Some have changed.
    Checksum,
    /// They contradict each other, although the checksum is right.
    Contents,
}

/// Whether the bytes are a compiled gazetteer rather than a table, be it a damaged one.
pub(super) fn looks_compiled(bytes: &[u8]) -> bool {
    // A table may begin with the remark `#whosaid`.
    let is_text = bytes.first().is_some_and(|first| first.is_ascii_graphic() || first.is_ascii_whitespace());
    !is_text && has_magic(bytes)
}

/// Whether the bytes begin as they ought to, or nearly so.
fn has_magic(bytes: &[u8]) -> bool {
    bytes.first_chunk::<8>().is_some_and(|first| first.iter().zip(&MAGIC).filter(|(a, b)| a == b).count() >= 6)
}

/// The gazetteer as bytes.
pub(super) fn write(compiled: &Compiled) -> Vec<u8> {
    let mut bytes = vec![0; HEADER];
    write_entities(&compiled.entities, &mut bytes);
    write_matcher(&compiled.matcher, &mut bytes);
    let (header, body) = bytes.split_at_mut(HEADER);
    let fields = [&MAGIC[..], &VERSION.to_le_bytes(), &checksum(body), &(body.len() as u64).to_le_bytes()];
    header.copy_from_slice(&fields.concat());
    bytes
}

fn checksum(body: &[u8]) -> [u8; 4] {
    crc32fast::hash(body).to_le_bytes()
}

fn write_entities(entities: &[Entity], out: &mut Vec<u8>) {
    // One home for each source; where entities of several sources alternate, those of the new homes do as well.
    let mut homes: Vec<Home> = Vec::new();
    let mut last: Option<(&Arc<Home>, usize)> = None;
    let mut records = Vec::with_capacity(entities.len() * ENTITY);
    for entity in entities {
        let number = match last {
            Some((home, number)) if Arc::ptr_eq(home, entity.home()) => number,
            _ => {
                let source = entity.source().0;
                let number = homes.iter().position(|home| *home.source == *source).unwrap_or(homes.len());
                if number == homes.len() {
                    homes.push(Home::of(Arc::clone(&entity.home().source)));
                }
                last = Some((entity.home(), number));
                number
            }
        };
        let home = &mut homes[number];
        home.text.push_str(entity.texts());
        let ends = Ends::new(entity.ends(), &mut home.long);
        let Entity { line, kind, gender, prominence, country, .. } = entity;
        records.extend(line.to_le_bytes());
        records.extend((number as u32).to_le_bytes());
        records.extend(ends.0);
        let gender = gender.map_or(0, |gender| 1 + gender as u8);
        let country = country.unwrap_or_default();
        records.extend([*kind as u8, gender, *prominence, country[0], country[1], 0, 0]);
    }
    put(out, &(homes.len() as u32).to_le_bytes());
    for Home { source, text, long } in homes {
        put(out, source.as_bytes());
        put(out, text.as_bytes());
        put_numbers(out, long.into_iter());
    }
    put(out, &records);
}

fn write_matcher(matcher: &Matcher, out: &mut Vec<u8>) {
    let Matcher { openings, prefixes, spellings, text, pool, capitals } = matcher;
    put(out, &openings.words().flat_map(u64::to_le_bytes).collect::<Vec<_>>());
    put_numbers(out, prefixes.numbers());
    put_numbers(out, spellings.iter().map(|spelling| spelling.to_numbers()));
    put(out, text.as_bytes());
    put_numbers(out, pool.iter().map(|index| [index.get() as u32]));
    let mut capitals: Vec<_> = capitals.iter().map(|(&key, list)| [key, list.start, list.len]).collect();
    capitals.sort_unstable();
    put_numbers(out, capitals.into_iter());
}

fn put(out: &mut Vec<u8>, bytes: &[u8]) {
    out.extend((bytes.len() as u64).to_le_bytes());
    out.extend(bytes);
}

fn put_numbers<const N: usize>(out: &mut Vec<u8>, numbers: impl ExactSizeIterator<Item = [u32; N]>) {
    out.extend(((numbers.len() * N * 4) as u64).to_le_bytes());
    out.reserve(numbers.len() * N * 4);
    out.extend(numbers.flatten().flat_map(u32::to_le_bytes));
}

/// The gazetteer that was written so.
pub(super) fn read(bytes: &[u8]) -> Result<Compiled, Unreadable> {
    let (body, expected) = body(bytes)?;
    let is_unchanged = || checksum(body) == expected;
    read_body(body, is_unchanged)
        .ok_or_else(|| if is_unchanged() { Unreadable::Contents } else { Unreadable::Checksum })
}

/// What is behind the header, if that is in order, and its checksum.
fn body(bytes: &[u8]) -> Result<(&[u8], [u8; 4]), Unreadable> {
    if !has_magic(bytes) {
        return Err(Unreadable::Foreign);
    }
    let mut header = Sections { rest: bytes };
    let missing = || Unreadable::Length { expected: HEADER as u64, found: bytes.len() as u64 };
    let magic = header.array::<8>().ok_or_else(missing)?;
    let version = header.array().map(u32::from_le_bytes).ok_or_else(missing)?;
    let checksum = header.array().ok_or_else(missing)?;
    let length = header.array().map(u64::from_le_bytes).ok_or_else(missing)?;
    let body = header.rest;
    if version != VERSION {
        return Err(Unreadable::Version(version));
    }
    if length != body.len() as u64 {
        let header = HEADER as u64;
        return Err(Unreadable::Length { expected: header.saturating_add(length), found: header + body.len() as u64 });
    }
    if magic != MAGIC {
        return Err(Unreadable::Checksum);
    }
    Ok((body, checksum))
}

fn read_body(body: &[u8], is_unchanged: impl Fn() -> bool) -> Option<Compiled> {
    let mut from = Sections { rest: body };
    let count = u32::from_le_bytes(from.section()?.try_into().ok()?);
    let mut homes = Vec::new();
    for _ in 0..count {
        let (source, text) = (from.section()?, from.section()?);
        homes.push((source, text, from.numbers()?));
    }
    let records = from.section()?;
    let names = from;
    // The entities in one thread and their names in another, if they are many.
    let is_long = threads::count(body.len()) > 1;
    let entities = || {
        let homes = homes.into_iter().map(read_home).collect::<Option<_>>()?;
        read_entities(homes, records)
    };
    let matcher = || if is_unchanged() { read_matcher(names, records.len() / ENTITY) } else { None };
    let (entities, matcher) = threads::both(is_long, entities, matcher);
    Some(Compiled::with(entities?, Ids::of, matcher?))
}

/// A home whose entities are to be read, and how much of its text has been taken up by those before.
struct Filling {
    home: Arc<Home>,
    is_ascii: bool,
    taken: usize,
}

fn read_home<'b>((source, text, long): (&'b [u8], &'b [u8], impl Iterator<Item = [u32; TEXTS]>)) -> Option<Filling> {
    let (source, text) = (str::from_utf8(source).ok()?, str::from_utf8(text).ok()?);
    u32::try_from(text.len()).ok()?;
    let home = Home { source: source.into(), text: text.to_owned(), long: long.collect() };
    Some(Filling { home: Arc::new(home), is_ascii: text.is_ascii(), taken: 0 })
}

fn read_entities(mut homes: Vec<Filling>, records: &[u8]) -> Option<Vec<Entity>> {
    let (records, []) = records.as_chunks::<ENTITY>() else { return None };
    let mut entities = Vec::with_capacity(records.len());
    for record in records {
        let (line, rest) = record.split_first_chunk().map(|(line, rest)| (u32::from_le_bytes(*line), rest))?;
        let (home, rest) = rest.split_first_chunk().map(|(home, rest)| (u32::from_le_bytes(*home), rest))?;
        let (ends, &[kind, gender, prominence, first, second, _, _]) = rest.split_first_chunk::<TEXTS>()? else {
            return None;
        };
        let Filling { home, is_ascii, taken } = homes.get_mut(home as usize)?;
        let ends = Ends(*ends);
        let places = match ends.long() {
            Some(row) => *home.long.get(row)?,
            None => ends.0.map(u32::from),
        };
        let is_place = |&end: &u32| *is_ascii || home.text.is_char_boundary(*taken + end as usize);
        let is_within = places[TEXTS - 1] as usize <= home.text.len() - *taken;
        if !(is_within && places.is_sorted() && places.iter().all(is_place)) {
            return None;
        }
        let country: CountryCode = [first, second];
        let facts = Facts {
            line,
            kind: *[Kind::Person, Kind::Place, Kind::Organization].get(usize::from(kind))?,
            gender: *[None, Some(Gender::Male), Some(Gender::Female)].get(usize::from(gender))?,
            prominence,
            country: (country != [0; 2]).then_some(country),
        };
        entities.push(Entity::of_ends(u32::try_from(*taken).ok()?, ends, facts, home));
        *taken += places[TEXTS - 1] as usize;
    }
    homes.iter().all(|filling| filling.taken == filling.home.text.len()).then_some(entities)
}

fn read_matcher(mut from: Sections<'_>, entities: usize) -> Option<Matcher> {
    let (words, []) = from.section()?.as_chunks() else { return None };
    let openings = Openings::of_words(words.iter().map(|word| u64::from_le_bytes(*word)))?;
    let prefixes = from.numbers()?;
    let spellings: Vec<_> = from.numbers()?.map(Spelling::of_numbers).collect();
    let text = str::from_utf8(from.section()?).ok()?.to_owned();
    let pool: Vec<u32> = from.numbers()?.map(|[index]| index).collect();
    let capitals = from.numbers()?.map(|[key, start, len]| (key, List { start, len }));
    let capitals: FxHashMap<_, _> = capitals.collect();
    let prefixes = Prefixes::of_numbers(prefixes, spellings.len().checked_sub(1)?)?;
    let is_in_order = spellings.windows(2).all(|pair| {
        pair[0].text() <= pair[1].text()
            && pair[0].entities() <= pair[1].entities()
            && text.is_char_boundary(pair[0].text())
    });
    let is_within = spellings
        .last()
        .is_some_and(|last| last.text() == text.len() && last.entities() <= pool.len() && !last.is_further());
    let is_list = |list: &List| list.start.checked_add(list.len).is_some_and(|end| end as usize <= pool.len());
    let is_sound = is_in_order
        && is_within
        && from.rest.is_empty()
        && pool.iter().all(|&index| (index as usize) < entities)
        && capitals.values().all(is_list);
    let pool = pool.into_iter().map(|index| EntityIndex::new(index as usize)).collect();
    is_sound.then_some(Matcher { openings, prefixes, spellings, text, pool, capitals })
}

/// What is still to be read.
struct Sections<'b> {
    rest: &'b [u8],
}

impl<'b> Sections<'b> {
    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (array, rest) = self.rest.split_first_chunk()?;
        self.rest = rest;
        Some(*array)
    }

    fn section(&mut self) -> Option<&'b [u8]> {
        let length = usize::try_from(u64::from_le_bytes(self.array()?)).ok()?;
        let (section, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(section)
    }

    /// A section of groups of so many numbers.
    fn numbers<const N: usize>(&mut self) -> Option<impl ExactSizeIterator<Item = [u32; N]> + use<'b, N>> {
        let (numbers, []) = self.section()?.as_chunks::<4>() else { return None };
        let (groups, []) = numbers.as_chunks::<N>() else { return None };
        Some(groups.iter().map(|group| group.map(u32::from_le_bytes)))
    }
}
