//! All names of a text, one after the other.

use std::fmt;

use super::word::is_word_char;
use super::{Entity, EntityIndex, Gazetteer};
use crate::span::Span;
use crate::swar;

impl Gazetteer {
    /// The names in the text, leftmost first, the longest where several start, none inside another.
    ///
    /// ```
    /// # let table = "id\tname\tkind\tin\n\
    /// #     place/north-korea\tNorth Korea\tplace\t\n\
    /// #     organization/korean-air\tKorean Air\torganization\t\n";
    /// # let gazetteer = whosaid::Gazetteer::builder().string("mine.tsv", table).build()?;
    /// let text = "North Korean Air does not fly from North Korea.";
    /// let ids: Vec<_> = gazetteer.find(text).flat_map(|name| name.entities()).map(|entity| entity.id()).collect();
    /// assert_eq!(ids, ["organization/korean-air", "place/north-korea"]);
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn find<'g, 't>(&'g self, text: &'t str) -> impl Iterator<Item = NameMatch<'g>> + Clone + use<'g, 't> {
        NameMatches::new(self, text)
    }

    /// The longest name that starts at the byte offset; none if no word starts there.
    ///
    /// ```
    /// # let table = "id\tname\tkind\nplace/york\tYork\tplace\nplace/new-york\tNew York\tplace\n";
    /// # let gazetteer = whosaid::Gazetteer::builder().string("mine.tsv", table).build()?;
    /// let text = "in New York";
    /// assert_eq!(gazetteer.longest_at(text, 3).unwrap().span().of(text), "New York");
    /// assert_eq!(gazetteer.longest_at(text, 7).unwrap().span().of(text), "York");
    /// assert!(gazetteer.longest_at(text, 8).is_none());
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    #[inline]
    pub fn longest_at(&self, text: &str, start: usize) -> Option<NameMatch<'_>> {
        let (end, candidates) = self.compiled.matcher.longest_at(text, start)?;
        Some(NameMatch::new(self, start, end, candidates))
    }

    /// The longest name that starts at the byte offset, where the [openings](Self::openings) have one.
    #[inline]
    pub(crate) fn longest_from(&self, text: &str, start: usize) -> Option<NameMatch<'_>> {
        let (end, candidates) = self.compiled.matcher.longest_from(text, start)?;
        Some(NameMatch::new(self, start, end, candidates))
    }
}

/// A stretch of text that is a name, and who may be meant by it.
///
/// ```
/// use whosaid::{Gazetteer, Span};
///
/// let table = "id\tname\tkind\nplace/paris\tParis\tplace\nperson/paris\tParis\tperson\n";
/// let gazetteer = Gazetteer::builder().string("mine.tsv", table).build()?;
/// let name = gazetteer.find("Back in Paris.").next().unwrap();
/// assert_eq!(name.span(), Span::new(8, 13));
/// assert_eq!(name.entities().len(), 2);
/// # Ok::<(), whosaid::Error>(())
/// ```
#[derive(Clone, Copy)]
pub struct NameMatch<'g> {
    span: Span,
    gazetteer: &'g Gazetteer,
    /// Never empty; the most prominent first.
    candidates: &'g [EntityIndex],
}

impl<'g> NameMatch<'g> {
    #[inline]
    fn new(gazetteer: &'g Gazetteer, start: usize, end: usize, candidates: &'g [EntityIndex]) -> Self {
        Self { span: Span::new(start, end), gazetteer, candidates }
    }

    /// Where the name stands in the text.
    ///
    /// ```
    /// # let table = "id\tname\tkind\nplace/kyiv\tKyiv\tplace\n";
    /// # let gazetteer = whosaid::Gazetteer::builder().string("mine.tsv", table).build()?;
    /// let text = "In KYIV’s suburbs";
    /// assert_eq!(gazetteer.find(text).next().unwrap().span().of(text), "KYIV");
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn span(&self) -> Span {
        self.span
    }

    /// The entities that have the name, at least one, the most prominent first.
    ///
    /// ```
    /// # let table = "id\tname\tkind\nplace/kyiv\tKyiv\tplace\n";
    /// # let gazetteer = whosaid::Gazetteer::builder().string("mine.tsv", table).build()?;
    /// let name = gazetteer.longest_at("Kyiv", 0).unwrap();
    /// assert!(name.entities().map(|entity| entity.id()).eq(["place/kyiv"]));
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn entities(&self) -> impl ExactSizeIterator<Item = &'g Entity> + Clone + use<'g> {
        let gazetteer = self.gazetteer;
        self.candidates.iter().map(|&index| gazetteer.entity_at(index))
    }

    /// The places in the gazetteer of the entities that have the name, the most prominent first.
    pub(crate) fn candidates(&self) -> &'g [EntityIndex] {
        self.candidates
    }
}

impl fmt::Debug for NameMatch<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ids: Vec<_> = self.entities().map(Entity::id).collect();
        f.debug_struct("NameMatch").field("span", &self.span).field("entities", &ids).finish()
    }
}

/// The names of a text from left to right.
#[derive(Clone)]
struct NameMatches<'g, 't> {
    gazetteer: &'g Gazetteer,
    text: &'t str,
    at: usize,
}

impl<'g, 't> NameMatches<'g, 't> {
    fn new(gazetteer: &'g Gazetteer, text: &'t str) -> Self {
        Self { gazetteer, text, at: 0 }
    }
}

impl<'g> Iterator for NameMatches<'g, '_> {
    type Item = NameMatch<'g>;

    fn next(&mut self) -> Option<NameMatch<'g>> {
        let matcher = &self.gazetteer.compiled.matcher;
        let bytes = self.text.as_bytes();
        // Here a name may start: behind what is no word, or behind a whole word.
        while self.at < bytes.len() {
            let start = self.at;
            let eight = swar::padded_at(bytes, start);
            let (run, length) = swar::run(swar::letters(eight));
            let may_start = if length > 0 {
                matcher.openings.has_start(eight & run)
            } else {
                matcher.openings.has_mark(bytes[start])
            };
            if may_start && let Some((end, candidates)) = matcher.longest_from(self.text, start) {
                self.at = end;
                return Some(NameMatch::new(self.gazetteer, start, end, candidates));
            }
            self.at = start + length;
            match bytes.get(self.at) {
                // One space behind the word, or behind what is no word: nine times of ten.
                Some(b' ') => self.at += 1,
                Some(byte) if length > 0 && byte.is_ascii_punctuation() => {}
                _ => {
                    self.at = end_of_word(self.text, self.at);
                    if self.at == start {
                        self.at += self.text[start..].chars().next().map_or(1, char::len_utf8);
                    }
                }
            }
        }
        None
    }
}

/// The end of what is left of a word at the offset.
#[inline]
fn end_of_word(text: &str, mut at: usize) -> usize {
    loop {
        match text.as_bytes().get(at) {
            Some(byte) if byte.is_ascii_alphanumeric() => at += 1,
            Some(byte) if !byte.is_ascii() => match text[at..].chars().next() {
                Some(c) if is_word_char(c) => at += c.len_utf8(),
                _ => return at,
            },
            _ => return at,
        }
    }
}
