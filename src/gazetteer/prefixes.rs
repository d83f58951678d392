//! The beginnings of the names, word by word, in one table.
//!
//! An automaton over letters, be it of Aho and Corasick ([Efficient string matching, CACM 18 (6), 1975]), takes a step a
//! letter, and with many names each step waits for memory. Names match whole words only: so a step a word is enough, from
//! one beginning of a name to a longer one, and it costs one look into a table with open addressing.
//!
//! [Efficient string matching, CACM 18 (6), 1975]: https://doi.org/10.1145/360825.360855

/// The table. What it gives for a beginning is right or more than right: two beginnings whose numbers agree in the bits
/// that are kept share what is known of them, so a key must be compared with the text.
#[derive(Debug)]
pub(super) struct Prefixes {
    /// At least one is empty, where every search ends.
    slots: Vec<Slot>,
}

/// A beginning of a name.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    /// The upper half of its number.
    check: u32,
    /// [`GOES_ON`], [`ANOTHER`], and behind them one more than the key that ends here, 0 for none. 0 for an empty slot.
    known: u32,
}

/// A longer beginning starts with this one.
const GOES_ON: u32 = 1;
/// A later slot has the same check.
const ANOTHER: u32 = 2;
const KEY: u32 = 2;

impl Default for Prefixes {
    fn default() -> Self {
        Self::with_room(0)
    }
}

impl Prefixes {
    /// A table with room for so many beginnings.
    pub(super) fn with_room(beginnings: usize) -> Self {
        Self { slots: vec![Slot::default(); 2 * beginnings + 1] }
    }

    /// Notes a beginning that a longer one starts with.
    pub(super) fn add(&mut self, hash: u64) {
        let at = self.first(hash);
        self.slots[at] = Slot { check: check(hash), known: self.slots[at].known | GOES_ON };
    }

    /// Notes a beginning that is a key, of which there may be fewer than 2³⁰.
    pub(super) fn add_key(&mut self, hash: u64, key: u32) {
        let key = key.checked_add(1).and_then(|key| key.checked_mul(1 << KEY)).expect("fewer than 2³⁰ spellings");
        let mut at = self.first(hash);
        while self.slots[at].known >> KEY != 0 {
            self.slots[at].known |= ANOTHER;
            at = self.next(at, check(hash));
        }
        self.slots[at] = Slot { check: check(hash), known: self.slots[at].known | key };
    }

    /// Calls `visit` with the keys that may end here, nearly always one; whether a key may go on.
    #[inline]
    pub(super) fn look(&self, hash: u64, mut visit: impl FnMut(usize)) -> bool {
        let mut at = self.home(hash);
        let mut goes_on = 0;
        loop {
            let Some(&Slot { check: of, known }) = self.slots.get(at) else {
                at = 0;
                continue;
            };
            if of == check(hash) {
                goes_on |= known & GOES_ON;
                if let Some(key) = (known >> KEY).checked_sub(1) {
                    visit(key as usize);
                }
                if known & ANOTHER == 0 {
                    return goes_on != 0;
                }
            } else if known == 0 {
                return goes_on != 0;
            }
            at += 1;
        }
    }

    /// Where the search for a beginning starts.
    #[inline]
    fn home(&self, hash: u64) -> usize {
        // Lemire's fast alternative to the remainder; the lower half, since the upper one is the check.
        ((u64::from(hash as u32) * self.slots.len() as u64) >> 32) as usize
    }

    /// The first slot that is this beginning's or could be.
    #[inline]
    fn first(&self, hash: u64) -> usize {
        self.search(self.home(hash), check(hash))
    }

    #[inline]
    fn next(&self, at: usize, check: u32) -> usize {
        self.search(if at + 1 == self.slots.len() { 0 } else { at + 1 }, check)
    }

    #[inline]
    fn search(&self, mut at: usize, check: u32) -> usize {
        loop {
            let slot = self.slots[at];
            if slot.known == 0 || slot.check == check {
                return at;
            }
            at = if at + 1 == self.slots.len() { 0 } else { at + 1 };
        }
    }

    /// The slots, as [`of_numbers`](Self::of_numbers) takes them.
    pub(super) fn numbers(&self) -> impl ExactSizeIterator<Item = [u32; 2]> {
        self.slots.iter().map(|slot| [slot.check, slot.known])
    }

    /// The table of these slots; `None` if less than a quarter of them are empty, so that searches would be long, or one has
    /// a key that is not less than `keys`.
    pub(super) fn of_numbers(slots: impl Iterator<Item = [u32; 2]>, keys: usize) -> Option<Self> {
        // Counted while they are read: there are as many as names, and a program waits for them when it starts.
        let (mut empty, mut last) = (0, 0);
        let read = slots.map(|[check, known]| {
            empty += usize::from(known == 0);
            last = last.max(known >> KEY);
            Slot { check, known }
        });
        let slots: Vec<_> = read.collect();
        (empty * 4 > slots.len() && last as usize <= keys).then_some(Self { slots })
    }
}

#[inline]
fn check(hash: u64) -> u32 {
    (hash >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::Prefixes;

    #[test]
    fn beginnings_with_one_number_are_all_visited() {
        let mut prefixes = Prefixes::with_room(6);
        for (hash, key) in [(7, 0), (7, 1), (7 + (1 << 40), 2), (7, 3), (u64::MAX, 4)] {
            prefixes.add_key(hash, key);
        }
        prefixes.add(7);
        let found = |hash| {
            let mut keys = Vec::new();
            let goes_on = prefixes.look(hash, |key| keys.push(key));
            (keys, goes_on)
        };
        assert_eq!(found(7), (vec![0, 1, 3], true));
        assert_eq!(found(7 + (1 << 40)), (vec![2], false));
        assert_eq!(found(u64::MAX), (vec![4], false));
        assert_eq!(found(1 << 41), (vec![], false));
    }
}
