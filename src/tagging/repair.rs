//! What is settled after the model: forms that their neighbours alone cannot tell apart.

use std::ops::Range;

use crate::lexicon::Part;
use crate::text::Text;

/// Settles the parts of one sentence.
pub(super) fn repair(_text: &Text, _sentence: Range<usize>, _parts: &mut [Part]) {}
