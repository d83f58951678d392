//! Where a text's attention is: how much each entity has been spoken of, and how lately.

use std::mem;

use crate::gazetteer::Gender;

/// How an entity is mentioned in its sentence; the stronger, the likelier the next pronoun means it.
///
/// The method is that of Lappin and Leass, *An Algorithm for Pronominal Anaphora Resolution* (Computational Linguistics
/// 20, 1994): every mention adds a weight by its place in the sentence, and weights fade. The weights here were chosen
/// by hand-labelled speakers of news, each in the middle of the range in which it changes little.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grade {
    /// The subject of a verb that reports.
    Speaker,
    Subject,
    Object,
    /// Behind a preposition.
    Governed,
    /// Trump’s
    Possessive,
    /// Spoken of in somebody's own words.
    Quoted,
    /// A part of somebody else's name or phrase: the Trump campaign.
    Modifier,
}

impl Grade {
    const fn weight(self) -> i32 {
        match self {
            Self::Speaker => 1100,
            Self::Subject => 1000,
            Self::Object => 500,
            Self::Governed => 550,
            Self::Possessive => 550,
            Self::Modifier => 150,
            Self::Quoted => 250,
        }
    }
}

/// What is left of a weight after so many sentences, of 1024.
const FADED: [i32; 12] = [1024, 700, 479, 327, 224, 153, 105, 71, 49, 33, 23, 16];

/// What is left of it after so many paragraph breaks, of 1024.
const BROKEN: [i32; 5] = [1024, 900, 791, 695, 611];

/// What an earlier sentence's attention adds to that of a new mention, of 1024.
const CARRIED: i32 = 340;

/// How well somebody fits a pronoun whose gender nothing tells, and whose given name tells the other one, of 1024.
const UNTOLD: i32 = 700;
const AGAINST_GIVEN_NAME: i32 = 200;

/// How well each that is [shown](Shown) fits *he* and *she*: of a man, a woman and one of whose gender nothing tells, when
/// it is not sure and when it is.
const FITS: [[[i32; 2]; 2]; 3] =
    [[[1024, AGAINST_GIVEN_NAME], [1024, 0]], [[AGAINST_GIVEN_NAME, 1024], [0, 1024]], [[UNTOLD; 2]; 2]];

/// How many entities are kept in mind at once: keeps every choice, and so the whole pass, linear.
const KEPT: usize = 24;

/// Where a mention stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
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

/// How much somebody has been spoken of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Attention {
    referent: u32,
    value: i32,
    place: Place,
}

/// The entities spoken of lately.
#[derive(Debug, Default)]
pub(super) struct Focus {
    /// The last mentioned at the end.
    attention: Vec<Attention>,
    /// Who is among them, by referent.
    in_mind: Vec<bool>,
    genders: Vec<Shown>,
}

impl Focus {
    /// Nobody in mind yet of those of whose gender this is known; in the space of two lists that are empty.
    pub(super) fn in_space(
        shown: impl Iterator<Item = Shown>,
        mut genders: Vec<Shown>,
        mut in_mind: Vec<bool>,
    ) -> Self {
        genders.extend(shown);
        in_mind.resize(genders.len(), false);
        Self { attention: Vec::with_capacity(KEPT + 1), in_mind, genders }
    }

    /// What is known of everybody's gender by now, and the other list, empty.
    pub(super) fn into_genders(mut self) -> (Vec<Shown>, Vec<bool>) {
        self.in_mind.clear();
        (self.genders, self.in_mind)
    }

    /// How well that gender fits, of 1024; nothing where it is known to be the other.
    pub(super) fn fit(&self, referent: usize, gender: Gender) -> i32 {
        // A look, not a branch: whoever is spoken of is as often a woman as not.
        let Shown { gender: shown, sure } = self.genders[referent];
        FITS[shown.map_or(2, |shown| shown as usize)][usize::from(sure)][gender as usize]
    }

    /// A pronoun has been found to mean the referent.
    pub(super) fn settle_gender(&mut self, referent: usize, gender: Gender) {
        self.genders[referent] = Shown { gender: Some(gender), sure: true };
    }

    pub(super) fn mention(&mut self, referent: usize, grade: Grade, place: Place) {
        let value = grade.weight();
        let number = u32::try_from(referent).expect("fewer than 2³² names");
        let mentioned = Attention { referent: number, value, place };
        if self.in_mind[referent] {
            // Most were mentioned just before, so that few move.
            let mut before = mentioned;
            for known in self.attention.iter_mut().rev() {
                mem::swap(known, &mut before);
                if before.referent == number {
                    break;
                }
            }
            let faded = before.faded(place);
            if let Some(last) = self.attention.last_mut() {
                // Within one sentence the strongest mention counts; over several they add up.
                last.value = if before.place.sentence == place.sentence {
                    faded.max(value)
                } else {
                    faded * CARRIED / 1024 + value
                };
            }
            return;
        }
        if self.attention.len() == KEPT {
            let forgotten = self.attention.remove(0);
            self.in_mind[forgotten.referent()] = false;
        }
        self.in_mind[referent] = true;
        self.attention.push(mentioned);
    }

    /// The attention that is left here for one of them.
    pub(super) fn of(&self, referent: usize, place: Place) -> i32 {
        self.everybody()
            .find(|attention| attention.referent() == referent)
            .map_or(0, |attention| attention.faded(place))
    }

    /// Everybody in mind, the last mentioned first.
    pub(super) fn everybody(&self) -> impl Iterator<Item = &Attention> {
        self.attention.iter().rev()
    }
}

impl Attention {
    pub(super) fn referent(&self) -> usize {
        self.referent as usize
    }

    /// What is left of it anywhere is no more.
    pub(super) fn at_most(&self) -> i32 {
        self.value.max(1)
    }

    /// What is left of it here.
    pub(super) fn faded(&self, place: Place) -> i32 {
        let sentences = (place.sentence.saturating_sub(self.place.sentence) as usize).min(FADED.len() - 1);
        let paragraphs = (place.paragraph.saturating_sub(self.place.paragraph) as usize).min(BROKEN.len() - 1);
        (self.value * FADED[sentences] / 1024 * BROKEN[paragraphs] / 1024).max(1)
    }
}
