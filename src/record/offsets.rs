//! Byte offsets turned into what other languages count.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

/// What the offsets of a record count.
///
/// ```
/// use whosaid::{Extractor, Offsets};
///
/// let text = "“Nein,” Angela Merkel said.";
/// let bytes = Extractor::default().extract(text);
/// let chars = Extractor::default().offsets(Offsets::Chars).extract(text);
/// assert_eq!(bytes.mentions[0].start, 12);
/// assert_eq!(chars.mentions[0].start, 8);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Offsets {
    /// Bytes of UTF-8: Rust, Go.
    #[default]
    Bytes,
    /// Unicode code points: Python, spaCy, brat.
    Chars,
    /// UTF-16 code units: JavaScript, Java, C#.
    Utf16,
}

impl Offsets {
    /// What they are called in messages.
    pub(super) fn noun(self) -> &'static str {
        match self {
            Self::Bytes => "bytes",
            Self::Chars => "characters",
            Self::Utf16 => "UTF-16 units",
        }
    }
}

/// Why an offset is none of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Astray {
    /// It is greater than the length of the text.
    Beyond,
    /// It is not between two characters.
    Inside,
}

/// A byte offset every so many bytes is kept with its count, so that a look-up reads only a few bytes.
const STEP: usize = 64;

/// Converts the byte offsets of one text.
pub(crate) struct Counter<'t> {
    text: &'t str,
    unit: Offsets,
    /// The count at each multiple of [`STEP`], rounded down to a character; empty when bytes are counted.
    marks: Vec<(usize, usize)>,
}

impl<'t> Counter<'t> {
    pub(crate) fn new(text: &'t str, unit: Offsets) -> Self {
        let mut marks = Vec::new();
        // In ASCII all three units agree.
        if unit != Offsets::Bytes && !text.is_ascii() {
            let (mut next, mut count) = (0, 0);
            for (at, c) in text.char_indices() {
                if at >= next {
                    marks.push((at, count));
                    next = at / STEP * STEP + STEP;
                }
                count += width(c, unit);
            }
        }
        Self { text, unit, marks }
    }

    #[inline]
    pub(crate) fn count(&self, byte: usize) -> usize {
        if self.unit == Offsets::Bytes { byte } else { self.count_before(byte) }
    }

    fn count_before(&self, byte: usize) -> usize {
        let at = self.marks.partition_point(|&(mark, _)| mark <= byte);
        let Some(&(mark, count)) = at.checked_sub(1).and_then(|at| self.marks.get(at)) else { return byte };
        count + self.text[mark..byte].chars().map(|c| width(c, self.unit)).sum::<usize>()
    }

    /// The byte offset that has the count.
    pub(crate) fn byte(&self, count: usize) -> Result<usize, Astray> {
        let before = self.marks.partition_point(|&(_, mark)| mark <= count);
        let Some(&(mut byte, mut here)) = before.checked_sub(1).and_then(|at| self.marks.get(at)) else {
            return match self.text.len() {
                length if length < count => Err(Astray::Beyond),
                _ if self.text.is_char_boundary(count) => Ok(count),
                _ => Err(Astray::Inside),
            };
        };
        for c in self.text[byte..].chars() {
            if here >= count {
                break;
            }
            byte += c.len_utf8();
            here += width(c, self.unit);
        }
        match here.cmp(&count) {
            Ordering::Equal => Ok(byte),
            Ordering::Less => Err(Astray::Beyond),
            Ordering::Greater => Err(Astray::Inside),
        }
    }
}

/// How many of the unit there are in a text.
pub(super) fn length(text: &str, unit: Offsets) -> usize {
    match unit {
        Offsets::Bytes => text.len(),
        Offsets::Chars | Offsets::Utf16 => text.chars().map(|c| width(c, unit)).sum(),
    }
}

fn width(c: char, unit: Offsets) -> usize {
    match unit {
        Offsets::Bytes => c.len_utf8(),
        Offsets::Chars => 1,
        Offsets::Utf16 => c.len_utf16(),
    }
}
