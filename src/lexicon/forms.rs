//! Word forms: the table that every word of a text is looked up in.
//!
//! It is a table of our own because nothing costs a text more looks than this, and a look must not branch on what it finds,
//! which no processor can predict. So a form of up to sixteen bytes, which is nearly every one, is a number that its reader
//! has in registers already, and no two forms share a slot: the compiler of the lexicon sorts the forms into small groups,
//! and moves each group until it falls on slots that are free (R. Pagh, [Hash and Displace], WADS 1999). A look is three
//! multiplications, one place in memory for the group and one for the form, whether the form is there or not.
//!
//! [Hash and Displace]: https://doi.org/10.1007/3-540-48447-7_5

/// Up to so many bytes a form is a number.
const NUMBERED: usize = 16;

/// A form of up to sixteen bytes, those of the first eight in one number and those of the rest in another, the first one
/// lowest. No two forms have the same, for no form has NULs.
pub(super) type WordLetters = [u64; 2];

pub(super) fn letters(form: &[u8]) -> Option<WordLetters> {
    let mut bytes = [0; NUMBERED];
    bytes.get_mut(..form.len())?.copy_from_slice(form);
    let both = u128::from_le_bytes(bytes);
    Some([both as u64, (both >> 64) as u64])
}

/// How many bits of a slot tell the place among what is known.
pub(super) const KNOWN_BITS: u32 = 16;

/// How many bits of a number tell its slot before the group is moved.
const SLOT_BITS: u32 = 17;
pub(super) const SLOTS: usize = 1 << SLOT_BITS;
pub(super) const GROUPS: usize = 1 << 14;

/// A number for a form of up to sixteen bytes.
///
/// Forms of up to eight bytes have each their own, for every step to it can be undone; a longer one shares its number with
/// another word once in 2⁶⁴ times.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Form(u64);

impl Form {
    #[inline]
    pub(super) fn new([first, rest]: WordLetters, seed: u64) -> Self {
        let mixed = first.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ rest.wrapping_mul(0xC2B2_AE3D_27D4_EB4F);
        Self((mixed ^ (mixed >> 32)).wrapping_mul(seed))
    }

    /// Its group: by bits that do not tell its slot.
    #[inline]
    pub(super) fn group(self) -> usize {
        (self.0 >> 32) as usize % GROUPS
    }

    #[inline]
    pub(super) fn slot(self, moved: u16) -> usize {
        ((self.0 >> (u64::BITS - SLOT_BITS)) ^ u64::from(moved)) as usize % SLOTS
    }

    /// What its slot has of it: all that the slot itself does not tell.
    #[inline]
    pub(super) fn check(self) -> u64 {
        self.0 << KNOWN_BITS
    }
}

/// Word forms in lower case, each with the place of what is known of it. All others have place 0.
#[derive(Debug)]
pub(super) struct Forms {
    pub(super) seed: u64,
    /// How each group is moved.
    pub(super) moves: &'static [[u8; 2]; GROUPS],
    /// The upper 48 bits: those of the form's number that its slot does not tell. The lower 16: the place.
    pub(super) slots: &'static [[u8; 8]; SLOTS],
    /// The forms that are no numbers, in order.
    pub(super) long: Vec<(&'static str, u16)>,
}

impl Forms {
    /// The place of a form of any length.
    pub(super) fn find(&self, form: &[u8]) -> u16 {
        match letters(form) {
            Some(letters) => self.place(self.form(letters)),
            None => {
                let found = self.long.binary_search_by(|(long, _)| long.as_bytes().cmp(form));
                found.map_or(0, |at| self.long[at].1)
            }
        }
    }

    #[inline]
    pub(super) fn form(&self, letters: WordLetters) -> Form {
        Form::new(letters, self.seed)
    }

    /// The place of a form of up to sixteen bytes.
    #[inline]
    pub(super) fn place(&self, form: Form) -> u16 {
        let moved = u16::from_le_bytes(self.moves[form.group()]);
        let difference = u64::from_le_bytes(self.slots[form.slot(moved)]) ^ form.check();
        // A number, not a branch: place 0 is that of all forms that are not there.
        let is_it = u64::from(difference < 1 << KNOWN_BITS);
        (difference * is_it) as u16
    }
}
