//! The most probable parts of a sentence (Viterbi 1967): for each token and each way to read it, the best way there.
//!
//! Most of a sentence needs no search: wherever only one way is left, all parts up to there are settled, and as long as each
//! token can be one thing only, no score is asked for.

use std::ops::Range;

use super::classes::{Capitalization, Reading};
use super::model::{History, MODEL, Model, STATES};
use super::readings::{self, Readings};
use crate::lexicon::{Lexicon, Part};
use crate::text::{Casing, Text, TokenKind};

/// One way to read a token, after the best way to read all before it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    /// Its part, and what the clause has had with it.
    history: History,
    score: i32,
    /// The node before, by its place in the list.
    before: u32,
}

/// A reading that is this much worse than the best, in units of the [model](super::model), is given up.
const HOPELESS: i32 = 5 * 256;

/// Adds the parts of a sentence's tokens. The nodes are those since the last token that could only be read in one way; what
/// is in their list before does not matter.
pub(super) fn decode(
    text: &Text,
    lexicon: &Lexicon,
    sentence: Range<usize>,
    nodes: &mut Vec<Node>,
    parts: &mut Vec<Part>,
) {
    let model = &*MODEL;
    nodes.clear();
    nodes.push(Node { history: History::BEGINNING, score: 0, before: 0 });
    let mut made = Readings::new();
    let (first, inside) = match text.casing(sentence.start) {
        Casing::All | Casing::Shouted => (Capitalization::Headline, Capitalization::Headline),
        Casing::Most | Casing::Sentence => (Capitalization::First, Capitalization::Inside),
    };
    // Why the next word may have a capital, other than for being a name.
    let mut capital = first;
    // The nodes to the token before.
    let mut last = 0..1;
    let mut unsettled = 0;
    for token in sentence {
        let readings = readings::of_token(model, text, lexicon, token, capital, &mut made);
        if let ([reading], [sole]) = (readings, &mut nodes[..]) {
            sole.history = model.following(sole.history, reading.part);
            parts.push(reading.part);
        } else {
            last = extend(model, nodes, last, readings);
            unsettled += 1;
            if last.len() == 1 {
                tell(nodes, last.start, unsettled, parts);
                nodes.swap(0, last.start);
                nodes.truncate(1);
                (last, unsettled) = (0..1, 0);
            }
        }
        capital = match text.tokens[token].kind {
            TokenKind::Mark(_) | TokenKind::OpenBracket | TokenKind::Colon => first,
            TokenKind::Word | TokenKind::Number | TokenKind::Clitic => inside,
            _ => capital,
        };
    }
    if let Some(best) = last.max_by_key(|&node| nodes[node].score) {
        tell(nodes, best, unsettled, parts);
    }
}

/// Adds the nodes to a token, from those to the one before; says which they are.
fn extend(model: &Model, nodes: &mut Vec<Node>, last: Range<usize>, readings: &[Reading]) -> Range<usize> {
    let start = nodes.len();
    let mut best = i32::MIN;
    for reading in readings {
        // Lattice with another part are others: of those with this one each clause state has at most one. Its place is one
        // more than how many of them stand before it.
        let of_part = nodes.len();
        let mut places = [0u8; STATES];
        for before in last.clone() {
            let from = nodes[before];
            let score = from.score + model.transition(from.history, reading.part) + i32::from(reading.score);
            best = best.max(score);
            let history = model.following(from.history, reading.part);
            let node = Node { history, score, before: before as u32 };
            let place = &mut places[history.state()];
            if *place != 0 {
                let known = &mut nodes[of_part + usize::from(*place) - 1];
                if known.score < score {
                    *known = node;
                }
            } else if best - score <= HOPELESS {
                nodes.push(node);
                *place = (nodes.len() - of_part) as u8;
            }
        }
    }
    start..nodes.len()
}

/// Adds the parts on the way to this node, so many of them.
fn tell(nodes: &[Node], last: usize, count: usize, parts: &mut Vec<Part>) {
    let start = parts.len();
    parts.resize(start + count, Part::Other);
    let mut at = last;
    for part in parts[start..].iter_mut().rev() {
        *part = nodes[at].history.part();
        at = nodes[at].before as usize;
    }
}
