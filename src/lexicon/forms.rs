//! Word forms with what is known of each: the table that every word of a text is looked up in.
//!
//! It is a table of our own because nothing costs a text more looks than this, and because no processor foresees which
//! word comes next: a look must not branch on what it finds. So a form of up to sixteen bytes, which is nearly every one,
//! is a number that its reader has in registers already, and no two forms share a place: the forms are sorted into small
//! groups, and each group is moved until it falls on places that are free (R. Pagh, [Hash and Displace], WADS 1999). A look
//! is three multiplications, one place in memory for the group and one for the form, whether the form is there or not.
//!
//! [Hash and Displace]: https://doi.org/10.1007/3-540-48447-7_5

use std::hash::Hash;

use rustc_hash::{FxBuildHasher, FxHashMap};

/// Up to so many bytes a form is a number.
const NUMBERED: usize = 16;

/// A form of up to sixteen bytes, those of the first eight in one number and those of the rest in another, the first one
/// lowest. No two forms have the same, for no form has NULs.
type Letters = [u64; 2];

fn letters(form: &[u8]) -> Option<Letters> {
    let mut bytes = [0; NUMBERED];
    bytes.get_mut(..form.len())?.copy_from_slice(form);
    let both = u128::from_le_bytes(bytes);
    Some([both as u64, (both >> 64) as u64])
}

fn bytes([first, rest]: Letters) -> ([u8; NUMBERED], usize) {
    let both = u128::from(rest) << 64 | u128::from(first);
    (both.to_le_bytes(), NUMBERED - both.leading_zeros() as usize / 8)
}

/// Forms that are still being read.
#[derive(Debug)]
pub(super) struct Collected<V> {
    numbered: FxHashMap<Letters, V>,
    long: FxHashMap<Box<[u8]>, V>,
}

impl<V: Default> Collected<V> {
    pub(super) fn with_capacity(forms: usize) -> Self {
        Self { numbered: FxHashMap::with_capacity_and_hasher(forms, FxBuildHasher), long: FxHashMap::default() }
    }

    /// What is known of a form in lower case, to be added to.
    pub(super) fn entry(&mut self, form: &str) -> &mut V {
        assert!(!form.is_empty(), "no form is empty");
        match letters(form.as_bytes()) {
            Some(letters) => self.numbered.entry(letters).or_default(),
            None => self.long.entry(form.as_bytes().into()).or_default(),
        }
    }

    /// The table of the forms, each with what `know` makes of its bytes and what was collected.
    pub(super) fn table<K: Copy + Default + Eq + Hash>(self, know: impl Fn(&[u8], V) -> K) -> Forms<K> {
        let mut known = vec![K::default()];
        let mut places = FxHashMap::from_iter([(K::default(), 0)]);
        let mut place_of = |knowledge: K| {
            *places.entry(knowledge).or_insert_with(|| {
                known.push(knowledge);
                u16::try_from(known.len() - 1).expect("a slot has sixteen bits for what is known")
            })
        };
        let numbered = self.numbered.into_iter().map(|(letters, value)| {
            let (bytes, length) = bytes(letters);
            (letters, place_of(know(&bytes[..length], value)))
        });
        let numbered: Vec<_> = numbered.collect();
        let long = self.long.into_iter().map(|(form, value)| {
            let place = place_of(know(&form, value));
            (form, place)
        });
        let long = long.collect();
        assert!(numbered.len() * 10 <= SLOTS * 9, "a table that is nearly full has no place for a group");
        let (seed, moves, slots) =
            (0..).find_map(|attempt| placed(&numbered, SEED.wrapping_mul(2 * attempt + 1))).expect("a number fits");
        Forms { slots, moves, seed, known, long }
    }
}

/// Word forms in lower case. What `V::default()` says is known of all others.
#[derive(Debug)]
pub(super) struct Forms<V> {
    /// The upper 48 bits: those of the form's number that its place does not tell. The lower 16: the place among `known`.
    slots: Vec<u64>,
    /// How each group is moved.
    moves: Vec<u16>,
    seed: u64,
    /// Each thing that is known of some form, that of all others first.
    known: Vec<V>,
    long: FxHashMap<Box<[u8]>, u16>,
}

/// How many bits of a slot tell the place among what is known.
const KNOWN_BITS: u32 = 16;

/// How many bits of a number tell its place before the group is moved.
const PLACE_BITS: u32 = 17;
const SLOTS: usize = 1 << PLACE_BITS;
const GROUPS: usize = 1 << 14;
const SEED: u64 = 0xD6E8_FEB8_6659_FD93;

/// A number for a form of up to sixteen bytes.
///
/// Forms of up to eight bytes have each their own, for every step to it can be undone; a longer one shares its number with
/// another word once in 2⁶⁴ times.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Form(u64);

#[inline]
fn form([first, rest]: Letters, seed: u64) -> Form {
    let mixed = first.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ rest.wrapping_mul(0xC2B2_AE3D_27D4_EB4F);
    Form((mixed ^ (mixed >> 32)).wrapping_mul(seed))
}

impl Form {
    /// Its group: by bits that do not tell its place.
    #[inline]
    fn group(self) -> usize {
        (self.0 >> 32) as usize % GROUPS
    }

    #[inline]
    fn place(self, moved: u16) -> usize {
        ((self.0 >> (u64::BITS - PLACE_BITS)) ^ u64::from(moved)) as usize % SLOTS
    }

    /// What a slot has of it.
    #[inline]
    fn check(self) -> u64 {
        self.0 << KNOWN_BITS
    }
}

/// The moves of the groups and the slots when each form has a place of its own; `None` if two of one group never will.
fn placed(forms: &[(Letters, u16)], seed: u64) -> Option<(u64, Vec<u16>, Vec<u64>)> {
    let mut forms: Vec<(Form, u16)> = forms.iter().map(|&(letters, known)| (form(letters, seed), known)).collect();
    forms.sort_unstable_by_key(|(form, _)| (form.group(), form.0));
    let mut groups: Vec<&[(Form, u16)]> = forms.chunk_by(|(one, _), (other, _)| one.group() == other.group()).collect();
    // The largest first, while there is room.
    groups.sort_by_key(|group| std::cmp::Reverse(group.len()));
    let mut moves = vec![0; GROUPS];
    let mut slots = vec![0; SLOTS];
    let mut taken = vec![false; SLOTS];
    for (rank, group) in groups.into_iter().enumerate() {
        let fits = |&moved: &u16| {
            group.iter().enumerate().all(|(rank, (form, _))| {
                let place = form.place(moved);
                !taken[place] && group[..rank].iter().all(|(other, _)| other.place(moved) != place)
            })
        };
        // Another start for each, or the first places would be tried again and again.
        let first = (rank as u16).wrapping_mul(7);
        let moved = (0..=u16::MAX).map(|step| step.wrapping_add(first)).find(fits)?;
        moves[group[0].0.group()] = moved;
        for &(form, known) in group {
            let place = form.place(moved);
            taken[place] = true;
            slots[place] = form.check() | u64::from(known);
        }
    }
    Some((seed, moves, slots))
}

impl<V: Copy + Default> Forms<V> {
    /// Where it stands what is known of a form of any length.
    pub(super) fn find(&self, form: &[u8]) -> u16 {
        match letters(form) {
            Some(letters) => self.place(self.form(letters)),
            None => self.long.get(form).copied().unwrap_or_default(),
        }
    }

    #[inline]
    pub(super) fn form(&self, letters: Letters) -> Form {
        form(letters, self.seed)
    }

    /// Where it stands what is known of the form.
    #[inline]
    pub(super) fn place(&self, form: Form) -> u16 {
        let slot = self.slots[form.place(self.moves[form.group()])];
        let difference = slot ^ form.check();
        // A number, not a branch: the first of `known` is for all forms that are not there.
        let is_it = u64::from(difference < 1 << KNOWN_BITS);
        (difference * is_it) as u16
    }

    #[inline]
    pub(super) fn known(&self, place: u16) -> &V {
        &self.known[usize::from(place)]
    }
}

#[cfg(test)]
mod tests {
    use super::Collected;

    #[test]
    fn forms_of_every_length_are_kept_apart() {
        let forms: Vec<String> = (1..=24).map(|length| "abcdefghijklmnopqrstuvwx"[..length].to_owned()).collect();
        let numbered: Vec<String> = (0..30_000).map(|number| format!("n{number}-{}", number * number)).collect();
        let mut collected = Collected::with_capacity(0);
        for (number, form) in forms.iter().chain(&numbered).enumerate() {
            *collected.entry(form) += number + 1;
        }
        let table = collected.table(|form, number| (number, form.len()));
        for (number, form) in forms.iter().chain(&numbered).enumerate() {
            assert_eq!(*table.known(table.find(form.as_bytes())), (number + 1, form.len()), "{form}");
        }
        for form in ["", "b", "abcdefghx", "abcdefghijklmnopqrstuvwxy"] {
            assert_eq!(*table.known(table.find(form.as_bytes())), (0, 0), "{form}");
        }
    }
}
