//! How salient each entity is: how much it has been spoken of, and how lately.
//!
//! The method is that of Lappin and Leass, *An Algorithm for Pronominal Anaphora Resolution* (Computational Linguistics
//! 20, 1994): every mention adds a weight by its grammatical role, and weights fade.

use std::{array, mem};

use super::grammatical_role::GrammaticalRole;
use super::weights::{Bonus, Share, WHOLE, of_whole};
use crate::gazetteer::Gender;

/// The number of sentences, and of paragraph breaks, after which a weight fades no further.
const MOST_SENTENCES: usize = 11;
const MOST_BREAKS: usize = 4;

/// How many entities are kept in mind at once: keeps every choice, and so the whole pass, linear.
const MOST_IN_MIND: usize = 24;

/// Where a mention stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Position {
    pub(super) sentence: u32,
    pub(super) paragraph: u32,
}

/// What is known of somebody's gender.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shown {
    pub(crate) gender: Option<Gender>,
    /// If not, the given name alone tells: Marty is a woman sometimes.
    pub(crate) sure: bool,
}

/// An entity with its salience at its last mention.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mentioned {
    referent: u32,
    value: i32,
    position: Position,
}

/// The entities mentioned lately.
#[derive(Debug)]
pub(super) struct Salience {
    /// The last mentioned at the end.
    mentioned: Vec<Mentioned>,
    /// Who is among them, by referent.
    in_mind: Vec<bool>,
    genders: Vec<Shown>,
    fits: Fits,
    /// What is left of a weight after each number of sentences, and of paragraph breaks.
    by_sentences: [i32; MOST_SENTENCES + 1],
    by_breaks: [i32; MOST_BREAKS + 1],
}

/// How well each that is [shown](Shown) fits *he* and *she*: of a man, a woman and one of whose gender nothing tells, when
/// it is not sure and when it is.
type Fits = [[[i32; 2]; 2]; 3];

fn fits() -> Fits {
    let (untold, against) = (Share::GenderUntold.weight(), Share::AgainstGivenName.weight());
    [[[WHOLE, against], [WHOLE, 0]], [[against, WHOLE], [0, WHOLE]], [[untold; 2]; 2]]
}

/// The share that is left after none, one and more of what leaves this share each time.
fn fading<const COUNT: usize>(share: Share) -> [i32; COUNT] {
    let (share, whole) = (share.weight() as u128, WHOLE as u128);
    array::from_fn(|times| {
        let (left, of) = (share.pow(times as u32) * whole, whole.pow(times as u32));
        // Rounded.
        ((left + of / 2) / of) as i32
    })
}

impl Salience {
    /// Nobody mentioned yet, of referents whose genders are known so far.
    pub(super) fn new(genders: Vec<Shown>) -> Self {
        Self {
            mentioned: Vec::with_capacity(MOST_IN_MIND + 1),
            in_mind: vec![false; genders.len()],
            genders,
            fits: fits(),
            by_sentences: fading(Share::LeftPerSentence),
            by_breaks: fading(Share::LeftPerParagraph),
        }
    }

    /// The genders as they are known by now.
    pub(super) fn into_genders(self) -> Vec<Shown> {
        self.genders
    }

    /// How well that gender fits, of [`WHOLE`]; nothing where it is known to be the other.
    pub(super) fn fit(&self, referent: usize, gender: Gender) -> i32 {
        // A table, not a branch: whoever is spoken of is as often a woman as not.
        self.fit_of(self.genders[referent], gender)
    }

    /// The same of somebody of whom this is known.
    pub(super) fn fit_of(&self, Shown { gender: shown, sure }: Shown, gender: Gender) -> i32 {
        self.fits[shown.map_or(2, |shown| shown as usize)][usize::from(sure)][gender as usize]
    }

    /// A pronoun has been found to mean the referent.
    pub(super) fn settle_gender(&mut self, referent: usize, gender: Gender) {
        self.genders[referent] = Shown { gender: Some(gender), sure: true };
    }

    pub(super) fn mention(&mut self, referent: usize, role: GrammaticalRole, position: Position) {
        let value = role.weight();
        let number = u32::try_from(referent).expect("fewer than 2³² names");
        let mentioned = Mentioned { referent: number, value, position };
        if self.in_mind[referent] {
            // Most were mentioned just before, so that few move.
            let mut before = mentioned;
            for known in self.mentioned.iter_mut().rev() {
                mem::swap(known, &mut before);
                if before.referent == number {
                    break;
                }
            }
            let left = self.left(&before, position);
            if let Some(last) = self.mentioned.last_mut() {
                // Within one sentence the strongest mention counts; over several they add up.
                last.value = if before.position.sentence == position.sentence {
                    left.max(value)
                } else {
                    of_whole(left, Bonus::Carried.weight()) + value
                };
            }
            return;
        }
        if self.mentioned.len() == MOST_IN_MIND {
            let forgotten = self.mentioned.remove(0);
            self.in_mind[forgotten.referent()] = false;
        }
        self.in_mind[referent] = true;
        self.mentioned.push(mentioned);
    }

    /// The salience of one of them at this position.
    pub(super) fn of(&self, referent: usize, position: Position) -> i32 {
        self.everybody()
            .find(|mentioned| mentioned.referent() == referent)
            .map_or(0, |mentioned| self.left(mentioned, position))
    }

    /// What is left at this position of the salience at the last mention.
    pub(super) fn left(&self, mentioned: &Mentioned, position: Position) -> i32 {
        self.faded(mentioned.value, mentioned.position, position)
    }

    /// What is left at a position of a salience at an earlier one.
    pub(super) fn faded(&self, value: i32, from: Position, position: Position) -> i32 {
        let sentences = (position.sentence.saturating_sub(from.sentence) as usize).min(MOST_SENTENCES);
        let breaks = (position.paragraph.saturating_sub(from.paragraph) as usize).min(MOST_BREAKS);
        of_whole(of_whole(value, self.by_sentences[sentences]), self.by_breaks[breaks]).max(1)
    }

    /// Everybody in mind, the last mentioned first.
    pub(super) fn everybody(&self) -> impl Iterator<Item = &Mentioned> {
        self.mentioned.iter().rev()
    }
}

impl Mentioned {
    pub(super) fn referent(&self) -> usize {
        self.referent as usize
    }

    /// No more than this is left anywhere.
    pub(super) fn at_most(&self) -> i32 {
        self.value.max(1)
    }
}
