//! Lists of items, one after the other in one piece of memory.

/// Lists by their number.
#[derive(Debug)]
pub(super) struct Groups<T> {
    items: Vec<T>,
    /// Where each list ends, and the next begins.
    ends: Vec<u32>,
}

impl<T> Groups<T> {
    /// Parts the items into lists that are so long.
    pub(super) fn of(items: Vec<T>, lengths: impl Iterator<Item = u8>) -> Self {
        let mut end = 0;
        let ends = lengths.map(|length| {
            end += u32::from(length);
            end
        });
        Self { items, ends: ends.collect() }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &[T]> {
        (0..self.ends.len()).map(|list| self.get(list))
    }

    pub(super) fn get(&self, list: usize) -> &[T] {
        let start = list.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.items[start as usize..self.ends[list] as usize]
    }
}
