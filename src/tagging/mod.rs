//! Parts of speech: one for each token of a text, settled once.
//!
//! The lexicon says what a word may be, or its ending does. Where that is several things, the most probable sequence of the
//! sentence decides: a hidden Markov model of the second part of speech given the first and what the clause has had so far
//! (whether it has its verb, and what its auxiliary asks for). Its figures are counted from the treebank GUM; the files of
//! `gazetteers/lexicon` that hold them say how. Forms that the model cannot tell apart by their neighbours, such as `plan`
//! in `to come and plan`, are settled by the [rules](repair) that follow it.

mod classes;
mod context;
#[cfg(test)]
mod examples;
mod model;
mod readings;
mod repair;
mod repairs;
mod reporting;
mod rule;
mod verbless;
mod viterbi;

use crate::lexicon::{Lexicon, Part};
use crate::text::Text;

/// The part of speech of each token.
#[derive(Debug)]
pub(crate) struct Tagging {
    pub(crate) parts: Vec<Part>,
}

impl Tagging {
    pub(crate) fn read(text: &Text, lexicon: &Lexicon) -> Self {
        let mut parts = Vec::with_capacity(text.tokens.len());
        // One list for all sentences.
        let mut nodes = Vec::new();
        for sentence in &text.sentences {
            viterbi::decode(text, lexicon, sentence.clone(), &mut nodes, &mut parts);
            repair::repair(text, lexicon, sentence.clone(), &mut parts[sentence.clone()]);
            verbless::settle(text, lexicon, sentence.clone(), &mut parts[sentence.clone()]);
        }
        Self { parts }
    }
}
