//! What the model leaves open: forms that only a look further than the word before tells apart.
//!
//! Each row of [`RULES`] names a form and what it is instead, with an example that a test reads. The rows are tried in order
//! at each token, from left to right, and the first that fits settles it.

use std::ops::Range;

use super::context::Sentence;
use super::repairs::RULES;
use crate::lexicon::{Lexicon, Part};
use crate::text::Text;

/// For each part the rules that look at it, as bits: most parts have few.
const RULES_AT: [u64; Part::COUNT] = {
    assert!(RULES.len() <= 64, "a set of rules is one word of 64 bits");
    let mut rules_at = [0; Part::COUNT];
    let mut part = 0;
    while part < Part::COUNT {
        let mut rule = 0;
        while rule < RULES.len() {
            if Part::ALL[part].is(RULES[rule].at) {
                rules_at[part] |= 1 << rule;
            }
            rule += 1;
        }
        part += 1;
    }
    rules_at
};

/// Settles the parts of one sentence.
pub(super) fn repair(text: &Text, lexicon: &Lexicon, sentence: Range<usize>, parts: &mut [Part]) {
    for at in 0..parts.len() {
        let mut left = RULES_AT[parts[at] as usize];
        while left != 0 {
            let rule = &RULES[left.trailing_zeros() as usize];
            left &= left - 1;
            let view = Sentence { text, lexicon, start: sentence.start, parts };
            if let Some(part) = (rule.settle)(&view, at) {
                parts[at] = part;
                break;
            }
        }
    }
}
