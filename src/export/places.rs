//! From the offsets of a record back to bytes of its text.

use std::ops::Range;

use crate::record::{Counter, Offsets};

/// Where the offsets of a record are in its text.
pub(super) struct Places<'t> {
    text: &'t str,
    units: Counter<'t>,
    chars: Counter<'t>,
}

impl<'t> Places<'t> {
    pub(super) fn new(text: &'t str, unit: Offsets) -> Self {
        Self { text, units: Counter::new(text, unit), chars: Counter::new(text, Offsets::Chars) }
    }

    /// The bytes between two offsets of the record, if that is a piece of the text.
    pub(super) fn bytes(&self, start: usize, end: usize) -> Option<Range<usize>> {
        let range = self.units.byte(start).ok()?..self.units.byte(end).ok()?;
        self.text.get(range.clone()).map(|_| range)
    }

    /// How many characters, as Unicode code points, are before the byte.
    pub(super) fn chars(&self, byte: usize) -> usize {
        self.chars.count(byte)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_finds_the_same_bytes() {
        let text = "é𝄞a";
        for (unit, a, end) in [(Offsets::Bytes, 6, 7), (Offsets::Chars, 2, 3), (Offsets::Utf16, 3, 4)] {
            let places = Places::new(text, unit);
            assert_eq!(places.bytes(a, end), Some(6..7), "{unit:?}");
            assert_eq!(places.bytes(end, a), None, "{unit:?}");
            assert_eq!(places.bytes(a, end + 1), None, "{unit:?}");
        }
        assert_eq!(Places::new(text, Offsets::Utf16).bytes(1, 2), None);
        assert_eq!(Places::new(text, Offsets::Bytes).bytes(1, 2), None);
    }
}
