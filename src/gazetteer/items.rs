//! The items of a list in a field.

/// The items between the `|`, without those that are empty.
///
/// Lists are a word or two, so that a loop over their bytes costs less than a search that is made ready for each.
#[derive(Clone, Debug)]
pub(super) struct Items<'a> {
    rest: &'a str,
}

impl<'a> Items<'a> {
    pub(super) fn of(list: &'a str) -> Self {
        Self { rest: list }
    }
}

impl<'a> Iterator for Items<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        while !self.rest.is_empty() {
            let end = self.rest.bytes().position(|byte| byte == b'|');
            let (item, rest) = end.map_or((self.rest, ""), |end| (&self.rest[..end], &self.rest[end + 1..]));
            self.rest = rest;
            if !item.is_empty() {
                return Some(item);
            }
        }
        None
    }
}

impl DoubleEndedIterator for Items<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        while !self.rest.is_empty() {
            let before = self.rest.bytes().rposition(|byte| byte == b'|');
            let (rest, item) = before.map_or(("", self.rest), |at| (&self.rest[..at], &self.rest[at + 1..]));
            self.rest = rest;
            if !item.is_empty() {
                return Some(item);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::Items;

    #[test]
    fn items_are_what_stands_between_the_bars() {
        for list in ["", "|", "a", "mayor|judge", "|mayor||Präsident|", "a|b|c"] {
            let expected: Vec<_> = list.split('|').filter(|item| !item.is_empty()).collect();
            assert!(Items::of(list).eq(expected.iter().copied()), "{list}");
            assert!(Items::of(list).rev().eq(expected.iter().rev().copied()), "{list}");
            let (mut items, count) = (Items::of(list), expected.len());
            let both = [items.next(), items.next_back()];
            let ends = [expected.first().copied(), expected.last().copied().filter(|_| count > 1)];
            assert_eq!(both, ends, "{list}");
        }
    }
}
