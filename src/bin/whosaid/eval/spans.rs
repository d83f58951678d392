//! Sets of characters, as the stretches that they consist of.

/// A start, and the end behind it.
pub(super) type Span = (usize, usize);

/// Stretches in their order, apart from each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Chars(Vec<Span>);

impl Chars {
    pub(super) fn of<'s>(spans: impl IntoIterator<Item = &'s Span>) -> Self {
        let mut spans: Vec<Span> = spans.into_iter().filter(|(start, end)| start < end).copied().collect();
        spans.sort_unstable();
        let mut apart: Vec<Span> = Vec::with_capacity(spans.len());
        for (start, end) in spans {
            match apart.last_mut() {
                Some(last) if start <= last.1 => last.1 = last.1.max(end),
                _ => apart.push((start, end)),
            }
        }
        Self(apart)
    }

    pub(super) fn len(&self) -> usize {
        self.0.iter().map(|(start, end)| end - start).sum()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many characters both have.
    pub(super) fn shared(&self, other: &Self) -> usize {
        let (mut here, mut there) = (self.0.iter().peekable(), other.0.iter().peekable());
        let mut shared = 0;
        while let (Some((start, end)), Some((other_start, other_end))) = (here.peek(), there.peek()) {
            shared += end.min(other_end).saturating_sub(*start.max(other_start));
            if end <= other_end {
                here.next()
            } else {
                there.next()
            };
        }
        shared
    }

    /// The share that both have of what either has; 0 of nothing.
    pub(super) fn agreement(&self, other: &Self) -> f64 {
        let shared = self.shared(other);
        match self.len() + other.len() - shared {
            0 => 0.0,
            all => shared as f64 / all as f64,
        }
    }

    /// Whether the other has at least half of this.
    pub(super) fn is_half_in(&self, other: &Self) -> bool {
        self.shared(other) * 2 >= self.len()
    }
}

/// Whether any of these touches any of those.
pub(super) fn overlap(these: &[Span], those: &[Span]) -> bool {
    these.iter().any(|a| those.iter().any(|b| a.1.min(b.1) > a.0.max(b.0)))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn stretches_are_the_sets_that_they_stand_for(
            a in prop::collection::vec((0..40_usize, 0..40_usize), 0..6),
            b in prop::collection::vec((0..40_usize, 0..40_usize), 0..6),
        ) {
            let set = |spans: &[Span]| spans.iter().flat_map(|(start, end)| *start..*end).collect::<BTreeSet<_>>();
            let (one, two) = (set(&a), set(&b));
            let (these, those) = (Chars::of(&a), Chars::of(&b));
            prop_assert_eq!(these.len(), one.len());
            prop_assert_eq!(these.shared(&those), one.intersection(&two).count());
            let all = one.union(&two).count().max(1);
            prop_assert_eq!(these.agreement(&those), one.intersection(&two).count() as f64 / all as f64);
        }
    }
}
