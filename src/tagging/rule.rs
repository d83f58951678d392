//! What a rule of the tagger consists of.

use super::context::Sentence;
use crate::lexicon::{Part, PartSet};

/// A form that the model may take for another.
pub(super) struct Repair {
    #[cfg_attr(not(test), expect(dead_code, reason = "names and examples are for readers and tests"))]
    pub(super) name: &'static str,
    /// A sentence, the word in brackets, and its part after them.
    #[cfg_attr(not(test), expect(dead_code, reason = "names and examples are for readers and tests"))]
    pub(super) example: &'static str,
    /// The rule looks at tokens with these parts.
    pub(super) at: PartSet,
    pub(super) settle: fn(&Sentence, usize) -> Option<Part>,
}
