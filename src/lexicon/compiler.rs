//! This module as the build script has it, and the test of what it refuses: with what reads the word lists, and without the
//! lexicon that comes of them.

mod bytes;
mod compile;
mod cue;
mod ending;
mod forms;
mod groups;
mod known;
mod look_up;
mod part;
mod tags;
mod word;

pub(crate) use compile::compile;
