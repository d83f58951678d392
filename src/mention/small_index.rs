//! Positions in lists, in half of the room.

use std::num::NonZeroU32;

/// A position in a list: four bytes, and no more where there may be none. There is one for each name of a text, several
/// times over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SmallIndex(NonZeroU32);

impl SmallIndex {
    pub(super) fn of(position: usize) -> Self {
        let number = u32::try_from(position + 1).ok().and_then(NonZeroU32::new);
        Self(number.expect("fewer than 2³² names"))
    }

    pub(super) fn get(self) -> usize {
        self.0.get() as usize - 1
    }
}
