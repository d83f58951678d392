//! The most probable parts of a sentence (Viterbi 1967): for each token and each way to read it, the best way there.
//!
//! Most of a sentence needs no search: wherever only one way is left, all parts up to there are settled, and as long as each
//! token can be one thing only, no score is asked for.

use std::ops::Range;

use super::candidates::{self, Candidates};
use super::classes::Candidate;
use super::model::{Context, MODEL, Model, STATES};
use crate::lexicon::{Lexicon, Part};
use crate::text::{Text, TokenKind};

/// One way to read a token, after the best way to read all before it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    /// Its part, and what the clause has had with it.
    context: Context,
    score: i32,
    /// The step before, by its place in the list.
    before: u32,
}

/// A reading that is this much worse than the best, in units of the [model](super::model), is given up.
const HOPELESS: i32 = 5 * 256;

/// Adds the parts of a sentence's tokens. The steps are those since the last token that could only be read in one way; what
/// is in their list before does not matter.
pub(super) fn decode(
    text: &Text,
    lexicon: &Lexicon,
    sentence: Range<usize>,
    steps: &mut Vec<Step>,
    parts: &mut Vec<Part>,
) {
    let model = &*MODEL;
    steps.clear();
    steps.push(Step { context: Context::BEGINNING, score: 0, before: 0 });
    let mut made = Candidates::new();
    let mut first = true;
    // The steps to the token before.
    let mut last = 0..1;
    let mut unsettled = 0;
    for token in sentence {
        let candidates = candidates::of_token(model, text, lexicon, token, first, &mut made);
        if let ([candidate], [sole]) = (candidates, &mut steps[..]) {
            sole.context = model.following(sole.context, candidate.part);
            parts.push(candidate.part);
        } else {
            last = extend(model, steps, last, candidates);
            unsettled += 1;
            if last.len() == 1 {
                tell(steps, last.start, unsettled, parts);
                steps.swap(0, last.start);
                steps.truncate(1);
                (last, unsettled) = (0..1, 0);
            }
        }
        first = match text.tokens[token].kind {
            TokenKind::Mark(_) | TokenKind::OpenBracket | TokenKind::Colon => true,
            TokenKind::Word | TokenKind::Number | TokenKind::Clitic => false,
            _ => first,
        };
    }
    if let Some(best) = last.max_by_key(|&step| steps[step].score) {
        tell(steps, best, unsettled, parts);
    }
}

/// Adds the steps to a token, from those to the one before; says which they are.
fn extend(model: &Model, steps: &mut Vec<Step>, last: Range<usize>, candidates: &[Candidate]) -> Range<usize> {
    let start = steps.len();
    let mut best = i32::MIN;
    for candidate in candidates {
        // Steps with another part are others: of those with this one each clause state has at most one. Its place is one
        // more than how many of them stand before it.
        let of_part = steps.len();
        let mut places = [0u8; STATES];
        for before in last.clone() {
            let from = steps[before];
            let score = from.score + model.transition(from.context, candidate.part) + i32::from(candidate.score);
            best = best.max(score);
            let context = model.following(from.context, candidate.part);
            let step = Step { context, score, before: before as u32 };
            let place = &mut places[context.state()];
            if *place != 0 {
                let known = &mut steps[of_part + usize::from(*place) - 1];
                if known.score < score {
                    *known = step;
                }
            } else if best - score <= HOPELESS {
                steps.push(step);
                *place = (steps.len() - of_part) as u8;
            }
        }
    }
    start..steps.len()
}

/// Adds the parts on the way to this step, so many of them.
fn tell(steps: &[Step], last: usize, count: usize, parts: &mut Vec<Part>) {
    let start = parts.len();
    parts.resize(start + count, Part::Other);
    let mut at = last;
    for part in parts[start..].iter_mut().rev() {
        *part = steps[at].context.part();
        at = steps[at].before as usize;
    }
}
