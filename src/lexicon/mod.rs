//! What the library knows of English words: one look-up a word form gives every class it belongs to.
//!
//! The files under `gazetteers/lexicon/` are checked and joined when the library is built: `compiler.rs` is what the build
//! script has of this module.

mod bundled;
mod bytes;
mod cue;
mod ending;
mod forms;
mod groups;
mod known;
mod look_up;
mod part;
mod tags;
mod word;

pub use cue::CueClass;
pub(crate) use cue::{Cue, Frames};
pub(crate) use ending::{ending, ending_of_unlisted, last_two};
pub(crate) use forms::Form;
pub(crate) use look_up::{Entry, Lexicon};
pub(crate) use part::{Part, PartSet};
pub(crate) use tags::{Morphology, NameCues, PersonCues, Tags, WordClass};
pub(crate) use word::{CONSEQUENCES, PERCEIVED, Word};
