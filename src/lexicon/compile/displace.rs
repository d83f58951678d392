//! Gives each form a slot of its own: see [`forms`](crate::lexicon::forms).

use std::cmp::Reverse;

use crate::lexicon::forms::{Form, GROUPS, SLOTS, WordLetters};

const SEED: u64 = 0xD6E8_FEB8_6659_FD93;

/// The slots of all forms.
#[derive(Debug)]
pub(super) struct Displaced {
    pub(super) seed: u64,
    pub(super) moves: Vec<u16>,
    pub(super) slots: Vec<u64>,
}

impl Displaced {
    /// The forms are all different, and each has the place of what is known of it.
    pub(super) fn of(forms: &[(WordLetters, u16)]) -> Self {
        assert!(forms.len() * 10 <= SLOTS * 9, "a table that is nearly full has no slots for a group");
        // An even number would lose a bit of the forms.
        (0..).find_map(|attempt| Self::with(forms, SEED.wrapping_mul(2 * attempt + 1))).expect("a number fits")
    }

    /// `None` if two forms of one group, or a group and those before it, will never part.
    fn with(forms: &[(WordLetters, u16)], seed: u64) -> Option<Self> {
        let mut forms: Vec<_> = forms.iter().map(|&(letters, place)| (Form::new(letters, seed), place)).collect();
        forms.sort_unstable_by_key(|(form, _)| (form.group(), *form));
        let mut groups: Vec<_> = forms.chunk_by(|(one, _), (other, _)| one.group() == other.group()).collect();
        // The largest first, while there is room.
        groups.sort_by_key(|group| Reverse(group.len()));
        let mut moves = vec![0; GROUPS];
        let mut slots = vec![0; SLOTS];
        let mut taken = vec![false; SLOTS];
        for (rank, group) in groups.into_iter().enumerate() {
            let fits = |&moved: &u16| {
                group.iter().enumerate().all(|(rank, (form, _))| {
                    let slot = form.slot(moved);
                    !taken[slot] && group[..rank].iter().all(|(other, _)| other.slot(moved) != slot)
                })
            };
            // Another start for each, or the first slots would be tried again and again.
            let first = (rank as u16).wrapping_mul(7);
            let moved = (0..=u16::MAX).map(|step| step.wrapping_add(first)).find(fits)?;
            moves[group[0].0.group()] = moved;
            for &(form, place) in group {
                let slot = form.slot(moved);
                taken[slot] = true;
                slots[slot] = form.check() | u64::from(place);
            }
        }
        Some(Self { seed, moves, slots })
    }
}
