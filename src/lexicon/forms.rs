//! Word forms with what is known of each: the table that every word of a text is looked up in.
//!
//! It is a table of our own because nothing costs a text more looks than this: a form of up to sixteen letters, which is
//! nearly every one, is a number that its reader has in a register already, and a look is a multiplication and, nearly
//! always, one place in memory, whether the form is there or not.

use rustc_hash::FxHashMap;

use super::ending::last_two;
use crate::swar;

/// Word forms in lower case, by length. What `V::default()` says is known of all others.
#[derive(Debug)]
pub(super) struct Forms<V> {
    /// Up to 8 bytes: four words of five.
    short: Slots<u64, V>,
    /// Up to 16 bytes: nearly all others.
    middle: Slots<u128, V>,
    long: FxHashMap<Box<[u8]>, V>,
}

/// The bytes as a number, the first one lowest. No two forms of eight bytes or less have the same, for no form has NULs.
fn narrow(form: &[u8]) -> u64 {
    let mut bytes = [0; 8];
    bytes[..form.len()].copy_from_slice(form);
    u64::from_le_bytes(bytes)
}

fn wide(form: &[u8]) -> u128 {
    let mut bytes = [0; 16];
    bytes[..form.len()].copy_from_slice(form);
    u128::from_le_bytes(bytes)
}

impl<V: Copy + Default> Forms<V> {
    pub(super) fn with_capacity(forms: usize) -> Self {
        Self { short: Slots::with_room(forms), middle: Slots::with_room(forms / 4), long: FxHashMap::default() }
    }

    /// What is known of a form, to be added to.
    pub(super) fn entry(&mut self, form: &str) -> &mut V {
        let form = form.as_bytes();
        assert!(!form.is_empty(), "no form is empty");
        match form.len() {
            ..=8 => self.short.entry(narrow(form)),
            9..=16 => self.middle.entry(wide(form)),
            _ => self.long.entry(form.into()).or_default(),
        }
    }

    /// Calls `work` with the length and the last two bytes of each form of up to sixteen bytes, and what is known of it.
    pub(super) fn for_each_numbered(&mut self, work: impl Fn(usize, [u8; 2], &mut V)) {
        let short = self.short.slots.iter_mut().map(|(form, known)| (u128::from(*form), known));
        let middle = self.middle.slots.iter_mut().map(|(form, known)| (*form, known));
        for (form, known) in short.chain(middle).filter(|&(form, _)| form != 0) {
            let length = size_of::<u128>() - form.leading_zeros() as usize / 8;
            work(length, last_two(&form.to_le_bytes()[..length]), known);
        }
    }

    pub(super) fn get(&self, form: &[u8]) -> V {
        match form.len() {
            ..=8 => {
                let form = narrow(form);
                self.get_short(form, swar::hash(form))
            }
            9..=16 => self.get_middle(wide(form)),
            _ => self.long.get(form).copied().unwrap_or_default(),
        }
    }

    /// The same for the form of up to eight bytes that this number stands for, whose [hash](swar::hash) is known.
    #[inline]
    pub(super) fn get_short(&self, form: u64, hash: u32) -> V {
        self.short.get(form, hash)
    }

    /// The same for the form of nine to sixteen bytes that this number stands for.
    #[inline]
    pub(super) fn get_middle(&self, form: u128) -> V {
        self.middle.get(form, form.hash())
    }
}

/// A number that stands for a form; zero stands for none.
trait Form: Copy + Default + PartialEq {
    fn hash(self) -> u32;
}

impl Form for u64 {
    #[inline]
    fn hash(self) -> u32 {
        swar::hash(self)
    }
}

impl Form for u128 {
    #[inline]
    fn hash(self) -> u32 {
        let (first, rest) = (self as u64, (self >> 64) as u64);
        swar::hash(rest ^ (u64::from(swar::hash(first)) << 16))
    }
}

/// A table with open addressing, half of whose slots are empty at least.
#[derive(Debug)]
struct Slots<K, V> {
    /// A power of two of them. The empty ones have what is known of forms that are not in the table: where a search
    /// ends is the answer.
    slots: Vec<(K, V)>,
    /// How far a hash is shifted to give the slot where the search starts.
    shift: u32,
    taken: usize,
}

impl<K: Form, V: Copy + Default> Slots<K, V> {
    fn with_room(forms: usize) -> Self {
        let slots = (forms * 2).next_power_of_two().max(2);
        Self { slots: vec![Default::default(); slots], shift: u32::BITS - slots.trailing_zeros(), taken: 0 }
    }

    #[inline]
    fn get(&self, form: K, hash: u32) -> V {
        let mut at = self.home(hash);
        loop {
            let &(slot, value) = &self.slots[at];
            if slot == form || slot == K::default() {
                return value;
            }
            at = self.next(at);
        }
    }

    #[inline]
    fn home(&self, hash: u32) -> usize {
        (hash >> self.shift) as usize
    }

    #[inline]
    fn next(&self, at: usize) -> usize {
        (at + 1) & (self.slots.len() - 1)
    }

    fn entry(&mut self, form: K) -> &mut V {
        if self.taken * 2 >= self.slots.len() {
            self.grow();
        }
        let mut at = self.home(form.hash());
        while self.slots[at].0 != form {
            if self.slots[at].0 == K::default() {
                self.slots[at].0 = form;
                self.taken += 1;
                break;
            }
            at = self.next(at);
        }
        &mut self.slots[at].1
    }

    #[cold]
    fn grow(&mut self) {
        let mut larger = Self::with_room(self.slots.len());
        for &(form, value) in self.slots.iter().filter(|slot| slot.0 != K::default()) {
            *larger.entry(form) = value;
        }
        *self = larger;
    }
}

#[cfg(test)]
mod tests {
    use super::Forms;

    #[test]
    fn forms_of_every_length_are_kept_apart() {
        let forms: Vec<String> = (1..=24).map(|length| "abcdefghijklmnopqrstuvwx"[..length].to_owned()).collect();
        let numbered: Vec<String> = (0..3000).map(|number| format!("n{number}-{}", number * number)).collect();
        let mut table = Forms::with_capacity(0);
        for (number, form) in forms.iter().chain(&numbered).enumerate() {
            assert_eq!(table.get(form.as_bytes()), 0);
            *table.entry(form) = number + 1;
        }
        for (number, form) in forms.iter().chain(&numbered).enumerate() {
            assert_eq!(table.get(form.as_bytes()), number + 1, "{form}");
        }
        for form in ["", "b", "abcdefghx", "abcdefghijklmnopqrstuvwxy"] {
            assert_eq!(table.get(form.as_bytes()), 0, "{form}");
        }
    }
}
