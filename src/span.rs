//! Where something stands in the caller's text.

use std::ops::Range;

/// A half-open range of **byte** offsets into the text that was read, always on `char` boundaries.
///
/// ```
/// use whosaid::Span;
///
/// let text = "“No,” she said.";
/// let span = Span::new(10, 13);
/// assert_eq!(span.of(text), "she");
/// assert_eq!(span.len(), 3);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset behind the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to, not including, `end`.
    ///
    /// ```
    /// assert!(whosaid::Span::new(4, 4).is_empty());
    /// ```
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The text that the span covers.
    ///
    /// # Panics
    ///
    /// If the span does not belong to `text`: it reaches past the end or cuts a character.
    ///
    /// ```
    /// assert_eq!(whosaid::Span::new(0, 2).of("Kyiv"), "Ky");
    /// ```
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// The number of bytes covered.
    ///
    /// ```
    /// assert_eq!(whosaid::Span::new(2, 5).len(), 3);
    /// ```
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether the span covers nothing.
    ///
    /// ```
    /// assert!(!whosaid::Span::new(2, 5).is_empty());
    /// ```
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `other` lies wholly inside.
    ///
    /// ```
    /// use whosaid::Span;
    /// assert!(Span::new(0, 9).contains(Span::new(0, 4)));
    /// ```
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    ///
    /// ```
    /// use whosaid::Span;
    /// assert!(!Span::new(0, 4).overlaps(Span::new(4, 9)));
    /// ```
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Self {
        span.start..span.end
    }
}
