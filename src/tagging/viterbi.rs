//! The most probable parts of a sentence (Viterbi 1967): for each token and each way to read it, the best way there.

use std::ops::Range;

use super::candidates::{self, Candidates};
use super::model::{BEGINNING, ClauseState, MODEL};
use crate::lexicon::{Lexicon, Part};
use crate::text::{Text, TokenKind};

/// One way to read a token, after the best way to read all before it.
#[derive(Clone, Copy, Debug)]
struct Step {
    part: Part,
    state: ClauseState,
    score: i32,
    /// The step before, by its place in the list.
    before: u32,
}

/// The steps of one sentence after the other; the space is used again.
#[derive(Debug, Default)]
pub(super) struct Steps {
    steps: Vec<Step>,
}

/// A reading that is this much worse than the best, in units of the [model](super::model), is given up.
const HOPELESS: i32 = 6 * 256;

/// Adds the parts of a sentence's tokens.
pub(super) fn decode(text: &Text, lexicon: &Lexicon, sentence: Range<usize>, space: &mut Steps, parts: &mut Vec<Part>) {
    let model = &*MODEL;
    let steps = &mut space.steps;
    steps.clear();
    steps.push(Step { part: BEGINNING.0, state: BEGINNING.1, score: 0, before: 0 });
    let mut made = Candidates::new();
    let mut first = true;
    // The steps to the token before.
    let mut last = 0..1;
    for token in sentence.clone() {
        let candidates = candidates::of_token(model, text, lexicon, token, first, &mut made);
        let start = steps.len();
        let mut best = i32::MIN;
        for candidate in candidates {
            for before in last.clone() {
                let from = steps[before];
                let score = from.score + model.transition((from.part, from.state), candidate.part) + candidate.score;
                let state = model.following(from.state, candidate.part);
                best = best.max(score);
                let step = Step { part: candidate.part, state, score, before: before as u32 };
                match steps[start..].iter_mut().find(|known| known.part == step.part && known.state == step.state) {
                    Some(known) if known.score < score => *known = step,
                    Some(_) => {}
                    None if best - score > HOPELESS => {}
                    None => steps.push(step),
                }
            }
        }
        last = start..steps.len();
        first = match text.tokens[token].kind {
            TokenKind::Mark(_) | TokenKind::OpenBracket | TokenKind::Colon => true,
            TokenKind::Word | TokenKind::Number | TokenKind::Clitic => false,
            _ => first,
        };
    }
    let end = parts.len() + sentence.len();
    parts.resize(end, Part::Other);
    let Some(mut at) = last.max_by_key(|&step| steps[step].score) else { return };
    for part in parts[end - sentence.len()..].iter_mut().rev() {
        *part = steps[at].part;
        at = steps[at].before as usize;
    }
}
