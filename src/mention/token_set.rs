//! A bit for each token of a text: what is looked for is stepped to, and what is beside it costs nothing.

use std::ops::Range;

use crate::text::Text;

/// Some of the tokens of a text.
#[derive(Debug)]
pub(super) struct TokenSet {
    bits: Vec<u64>,
}

impl TokenSet {
    /// No token of this text.
    pub(super) fn of(text: &Text) -> Self {
        Self { bits: vec![0; text.tokens.len().div_ceil(64)] }
    }

    /// The same without those that the ranges cover.
    pub(super) fn without<'n>(&self, ranges: impl Iterator<Item = &'n Range<usize>>) -> Self {
        let mut set = Self { bits: self.bits.clone() };
        ranges.for_each(|range| set.remove(range));
        set
    }

    /// Adds the token if it is one of them, without a branch.
    #[inline]
    pub(super) fn add_if(&mut self, at: usize, is: bool) {
        self.bits[at / 64] |= u64::from(is) << (at % 64);
    }

    #[inline]
    fn remove(&mut self, range: &Range<usize>) {
        let (first, last) = (range.start / 64, range.end.saturating_sub(1) / 64);
        if first == last && range.len() < 64 {
            let ones = !(u64::MAX << range.len());
            self.bits[first] &= !(ones << (range.start % 64));
        } else {
            range.clone().for_each(|at| self.bits[at / 64] &= !(1 << (at % 64)));
        }
    }

    #[inline]
    pub(super) fn has(&self, at: usize) -> bool {
        self.bits.get(at / 64).is_some_and(|bits| bits >> (at % 64) & 1 == 1)
    }

    /// The first one from a token on.
    #[inline]
    pub(super) fn next(&self, from: usize) -> Option<usize> {
        let mut word = from / 64;
        let mut bits = self.bits.get(word)? & (u64::MAX << (from % 64));
        while bits == 0 {
            word += 1;
            bits = *self.bits.get(word)?;
        }
        Some(word * 64 + bits.trailing_zeros() as usize)
    }

    /// The first token from this one on that is none of them; the limit, if that comes before it.
    #[inline]
    pub(super) fn end_of_run(&self, from: usize, limit: usize) -> usize {
        let mut end = from;
        while end < limit {
            let left = 64 - end % 64;
            let ones = self.bits.get(end / 64).map_or(0, |bits| (bits >> (end % 64)).trailing_ones() as usize);
            end += ones;
            if ones < left {
                break;
            }
        }
        end.min(limit)
    }
}

#[cfg(test)]
mod tests {
    use super::TokenSet;
    use crate::gazetteer::Gazetteer;
    use crate::lexicon::Lexicon;
    use crate::text::Text;

    #[test]
    fn sets_are_what_was_put_into_them() {
        let source = "a ".repeat(300);
        let text = Text::read(&source, Lexicon::bundled(), Gazetteer::empty().openings(), Text::default());
        let in_set = |at: usize| at % 7 < 3 || (120..200).contains(&at) && at != 140;
        let mut set = TokenSet::of(&text);
        (0..300).for_each(|at| set.add_if(at, in_set(at)));
        let removed = [2..3, 60..70, 130..131, 150..150, 180..300];
        let without = set.without(removed.iter());
        let is_left = |at: usize| in_set(at) && !removed.iter().any(|range| range.contains(&at));
        for at in 0..330 {
            assert_eq!(set.has(at), at < 300 && in_set(at));
            assert_eq!(without.has(at), at < 300 && is_left(at));
            assert_eq!(without.next(at), (at..300).find(|&at| is_left(at)), "{at}");
            let end = (at..300).find(|&at| !in_set(at)).unwrap_or(at.max(300));
            for limit in [at, at + 1, at + 70, 400] {
                assert_eq!(set.end_of_run(at, limit), end.min(limit), "{at}");
            }
        }
    }
}
