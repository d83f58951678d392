//! What is known of a word form.

use std::num::NonZeroU16;

use super::tags::{NameCues, Tags};
use super::word::Word;

/// What is known of one word form, worked out for each way to write it; of most, nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Known {
    /// By whether it has a capital.
    pub(crate) by_word_lists: [Tags; 2],
    /// By whether the first letter is a capital, with what the [ending](super::ending()) tells of a form in the word lists.
    pub(crate) with_ending: [Tags; 2],
    pub(crate) name_cues: NameCues,
    /// The verb that the form belongs to, when one of its cues can report.
    pub(crate) verb: Option<VerbIndex>,
    /// The word itself, when some rule asks for it.
    pub(crate) word: Option<Word>,
    /// The form's [ambiguity class](super::Lexicon::ambiguity).
    pub(crate) ambiguity: u16,
}

/// A verb with a cue: one more than its place among them, so that none takes no room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct VerbIndex(NonZeroU16);

impl VerbIndex {
    /// The verb of this number, counted from one; `None` if it is zero.
    pub(super) fn of_number(number: u16) -> Option<Self> {
        NonZeroU16::new(number).map(Self)
    }

    pub(super) fn number(self) -> u16 {
        self.0.get()
    }

    pub(super) fn place(self) -> usize {
        usize::from(self.number()) - 1
    }
}
