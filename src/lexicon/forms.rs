//! Word forms with what is known of each: the table that every word of a text is looked up in.

use rustc_hash::FxHashMap;

/// Word forms in lower case, by length: a short one is a number, and looking it up compares no text.
#[derive(Debug)]
pub(super) struct Forms<V> {
    /// Up to 8 bytes: four words of five.
    short: FxHashMap<u64, V>,
    /// Up to 16 bytes: nearly all others.
    middle: FxHashMap<u128, V>,
    long: FxHashMap<Box<str>, V>,
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

impl<V> Default for Forms<V> {
    fn default() -> Self {
        Self { short: FxHashMap::default(), middle: FxHashMap::default(), long: FxHashMap::default() }
    }
}

impl<V> Forms<V> {
    pub(super) fn with_capacity(forms: usize) -> Self {
        let mut table = Self::default();
        table.short.reserve(forms);
        table.middle.reserve(forms / 3);
        table
    }

    /// The value of a form, `new` if it has none yet.
    pub(super) fn entry(&mut self, form: &str, new: V) -> &mut V {
        match form.len() {
            ..=8 => self.short.entry(narrow(form.as_bytes())).or_insert(new),
            9..=16 => self.middle.entry(wide(form.as_bytes())).or_insert(new),
            _ => self.long.entry(form.into()).or_insert(new),
        }
    }

    pub(super) fn get(&self, form: &str) -> Option<&V> {
        match form.len() {
            ..=8 => self.short.get(&narrow(form.as_bytes())),
            9..=16 => self.middle.get(&wide(form.as_bytes())),
            _ => self.long.get(form),
        }
    }

    /// The same for the form of up to eight bytes that this number stands for.
    #[inline]
    pub(super) fn get_short(&self, form: u64) -> Option<&V> {
        self.short.get(&form)
    }

    /// The same for the form of nine to sixteen bytes that this number stands for.
    #[inline]
    pub(super) fn get_middle(&self, form: u128) -> Option<&V> {
        self.middle.get(&form)
    }
}
