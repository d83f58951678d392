//! A piece of reported speech.

use std::cmp::Reverse;
use std::ops::Range;

use smallvec::SmallVec;

use super::alone::stands_alone;
use super::transcript::{Spoken, Turn};
use crate::report::{Parts, Side};
use crate::syntax::{Phrase, Syntax};
use crate::text::QuotedSpan;

/// How much of the reported words stands in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum QuotationType {
    Direct,
    Mixed,
    Indirect,
}

/// The reporting verb that a quotation depends on, and how.
#[derive(Clone, Debug)]
pub(crate) struct Governor {
    /// Position in [`Discourse::reports`](super::Discourse::reports).
    pub(crate) report: usize,
    pub(crate) side: Side,
    pub(crate) colon: bool,
    pub(crate) addressee: Option<Phrase>,
}

/// A piece of reported speech.
#[derive(Clone, Debug)]
pub(crate) struct Quotation {
    pub(crate) kind: QuotationType,
    pub(crate) parts: Parts,
    /// The outermost quoted spans inside the parts, by their positions.
    pub(crate) quoted_spans: SmallVec<[usize; 2]>,
    pub(crate) governor: Option<Governor>,
    /// It makes up sentences of its own, so it is reported speech even if nobody is found who said it.
    pub(crate) standalone: bool,
    /// It is a turn of a transcript, and stands in no marks. Boxed: few texts have any.
    pub(crate) turn: Option<Box<Turn>>,
}

impl Quotation {
    pub(super) fn new(syntax: &Syntax, quoted_spans: &[QuotedSpan], parts: Parts, governor: Option<Governor>) -> Self {
        let inside = parts.iter().flat_map(|part| syntax.quotes_in(part.clone()));
        let quotes: SmallVec<[usize; 2]> = inside.filter_map(|&unit| syntax.quote(unit)).collect();
        let all_quoted = quotes.len() == parts.iter().map(ExactSizeIterator::len).sum::<usize>();
        let standalone = parts.iter().any(|part| stands_alone(syntax, quoted_spans, part));
        let fitted_in = governor.as_ref().is_some_and(|governor| governor.side == Side::Right && !governor.colon)
            && quotes.first().is_some_and(|&quote| quoted_spans[quote].opens_small(syntax.text));
        let kind = match (quotes.is_empty(), all_quoted && !fitted_in) {
            (true, _) => QuotationType::Indirect,
            (false, true) => QuotationType::Direct,
            (false, false) => QuotationType::Mixed,
        };
        Self { kind, parts, quoted_spans: quotes, governor, standalone, turn: None }
    }

    pub(super) fn of_turn(syntax: &Syntax, quoted_spans: &[QuotedSpan], spoken: Spoken) -> Self {
        let turn = Some(Box::new(spoken.turn));
        let quotation = Self::new(syntax, quoted_spans, spoken.parts, None);
        Self { kind: QuotationType::Direct, standalone: true, turn, ..quotation }
    }

    /// Quotations are in the order of their beginnings, and of two that begin together the longer one comes first.
    pub(super) fn order(&self) -> (usize, Reverse<usize>) {
        let Range { start, end } = self.bounds();
        (start, Reverse(end))
    }

    /// From the first part to the last.
    pub(super) fn bounds(&self) -> Range<usize> {
        let start = self.parts.first().map_or(0, |part| part.start);
        let end = self.parts.last().map_or(0, |part| part.end);
        start..end
    }
}
