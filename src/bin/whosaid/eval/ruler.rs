//! A text whose characters can be counted, and offsets of other units turned into such counts.

use serde::Deserialize;

use super::spans::Span;

/// What offsets count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Unit {
    /// What a record counts that does not say.
    #[default]
    Bytes,
    Chars,
    Utf16,
}

impl Unit {
    pub(super) fn noun(self) -> &'static str {
        match self {
            Self::Bytes => "bytes",
            Self::Chars => "characters",
            Self::Utf16 => "UTF-16 units",
        }
    }
}

/// A text with the place of each character.
pub(super) struct Ruler<'t> {
    text: &'t str,
    /// The byte that each character begins at, and the end.
    bytes: Vec<usize>,
}

impl<'t> Ruler<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let bytes = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        Self { text, bytes }
    }

    /// In characters.
    pub(super) fn length(&self) -> usize {
        self.bytes.len() - 1
    }

    /// The characters of the span.
    pub(super) fn slice(&self, (start, end): Span) -> &'t str {
        let at = |offset: usize| self.bytes[offset.min(self.length())];
        self.text.get(at(start)..at(end)).unwrap_or_default()
    }

    /// How many characters there are before the byte.
    pub(super) fn count(&self, byte: usize) -> usize {
        self.bytes.partition_point(|at| *at < byte)
    }

    /// Where each offset of the unit is, in characters.
    pub(super) fn converter(&self, unit: Unit) -> Converter<'_> {
        let units = match unit {
            Unit::Chars => Units::Chars(self.length()),
            Unit::Bytes => Units::Listed(std::borrow::Cow::Borrowed(&self.bytes)),
            Unit::Utf16 => {
                let mut count = 0;
                let starts = self.text.chars().map(|c| {
                    count += c.len_utf16();
                    count
                });
                Units::Listed(std::iter::once(0).chain(starts).collect())
            }
        };
        Converter { units, noun: unit.noun() }
    }
}

/// Turns offsets of a unit into characters.
pub(super) struct Converter<'r> {
    units: Units<'r>,
    noun: &'static str,
}

enum Units<'r> {
    /// The length of the text.
    Chars(usize),
    /// How many units there are before each character.
    Listed(std::borrow::Cow<'r, [usize]>),
}

impl Converter<'_> {
    /// The span in characters, or what is wrong with it.
    pub(super) fn span(&self, (start, end): Span) -> Result<Span, String> {
        if start > end {
            return Err(format!("a span ends at {end}, before its start at {start}"));
        }
        Ok((self.offset(start)?, self.offset(end)?))
    }

    pub(super) fn spans(&self, spans: &[Span]) -> Result<Vec<Span>, String> {
        spans.iter().map(|span| self.span(*span)).collect()
    }

    fn offset(&self, offset: usize) -> Result<usize, String> {
        let length = match &self.units {
            Units::Chars(length) if offset <= *length => return Ok(offset),
            Units::Chars(length) => *length,
            Units::Listed(starts) => match starts.binary_search(&offset) {
                Ok(at) => return Ok(at),
                Err(at) if at < starts.len() => {
                    return Err(format!("the offset {offset}, which counts {}, is inside of a character", self.noun));
                }
                Err(_) => starts.last().copied().unwrap_or_default(),
            },
        };
        Err(format!("the offset {offset} is behind the end of the text, which has {length} {}", self.noun))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_of_every_unit_name_the_same_characters() {
        let text = "“Né 𝄞,”";
        let ruler = Ruler::new(text);
        for (at, (byte, c)) in text.char_indices().enumerate() {
            let utf16 = text[..byte].encode_utf16().count();
            let spans = [
                (Unit::Bytes, byte, byte + c.len_utf8()),
                (Unit::Chars, at, at + 1),
                (Unit::Utf16, utf16, utf16 + c.len_utf16()),
            ];
            for (unit, start, end) in spans {
                let span = ruler.converter(unit).span((start, end)).unwrap();
                assert_eq!(ruler.slice(span), c.to_string(), "{unit:?}");
            }
        }
        for (unit, inside, beyond) in [(Unit::Bytes, 1, 17), (Unit::Utf16, 5, 9)] {
            assert!(ruler.converter(unit).span((0, inside)).unwrap_err().contains("inside"));
            assert!(ruler.converter(unit).span((0, beyond)).unwrap_err().contains("behind"));
        }
    }
}
