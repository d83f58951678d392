//! The figures of the tagger, as scores: natural logarithms in fixed point.

use once_cell::sync::Lazy;
use rustc_hash::FxHashMap;

use super::classes::{Classes, Reading, shares_of_names};
use crate::lexicon::{Lexicon, Part};

/// So many units are one natural logarithm.
const SCALE: f64 = 256.0;

/// What the clause has had so far: a row number of the names in clause-states.tsv.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct ClauseState(u8);

/// What the part of a token depends on: the part of the one before, and what the clause has had with it. As one number, so
/// that it is a row of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct History(u16);

impl History {
    /// Where a sentence begins.
    pub(super) const BEGINNING: Self = Self::of(Part::Stop, ClauseState(0));

    const fn of(part: Part, state: ClauseState) -> Self {
        Self((part as usize * STATES + state.0 as usize) as u16)
    }

    #[inline]
    pub(super) fn part(self) -> Part {
        Part::ALL[usize::from(self.0) / STATES]
    }

    /// What the clause has had, as a number below [`STATES`].
    #[inline]
    pub(super) fn state(self) -> usize {
        usize::from(self.0) % STATES
    }
}

/// No table has more states.
pub(super) const STATES: usize = 16;

/// Before it is known what the clause has had, the part before alone speaks: with the weight of so many observations.
const WEIGHT_OF_PART: f64 = 6.0;
/// And before that, how frequent a part is.
const WEIGHT_OF_FREQUENCY: f64 = 4.0;

pub(super) struct Model {
    /// By history and part.
    transitions: Vec<[i16; Part::COUNT]>,
    /// By the clause state of the history and the part, the history that follows.
    following: [[History; Part::COUNT]; STATES],
    /// What each ending tells, by its [number](extended).
    endings: FxHashMap<u64, Vec<Reading>>,
    pub(super) classes: Classes,
    named: [NameScores; Named::ALL.len()],
    /// The ambiguity classes of [`CLITICS`].
    clitics: [u16; CLITICS.len()],
}

/// The capitalized words that are names more often than not.
#[derive(Clone, Copy)]
pub(super) enum Named {
    /// A given name.
    Given,
    /// One that is an auxiliary or its like as well, first in its sentence: `Will`.
    ClosedGiven,
    /// A word of no list, first in its sentence.
    First,
    /// The same in the middle.
    Inside,
}

impl Named {
    const ALL: [Self; 4] = [Self::Given, Self::ClosedGiven, Self::First, Self::Inside];

    const fn share(self) -> f64 {
        match self {
            Self::Given => shares_of_names::GIVEN_NAME,
            Self::ClosedGiven => shares_of_names::CLOSED_GIVEN_NAME,
            Self::First => shares_of_names::UNLISTED_FIRST,
            Self::Inside => shares_of_names::UNLISTED_INSIDE,
        }
    }
}

/// What a capital adds to what a word may be.
pub(super) struct NameScores {
    /// What all scores of the word in lower case lose.
    pub(super) loss: i16,
    /// The name of one and that of several, by whether it ends in *s*.
    pub(super) names: [[Reading; 2]; 2],
}

impl NameScores {
    fn of(named: Named, score: impl Fn(Part, f64) -> i16) -> Self {
        let share = named.share();
        let names = [shares_of_names::PLURAL, shares_of_names::PLURAL_IN_S].map(|plural| {
            let shares = [(Part::ProperNoun, share * (1.0 - plural)), (Part::ProperNouns, share * plural)];
            shares.map(|(part, share)| Reading { part, score: score(part, share) })
        });
        Self { loss: logarithm(1.0 - share), names }
    }
}

/// The number of an ending that is one letter longer at its front.
fn extended(ending: u64, letter: u8) -> u64 {
    ending << 8 | u64::from(letter)
}

const CLITICS: [&str; 6] = ["'s", "'re", "'ve", "'ll", "'d", "'m"];

fn logarithm(share: f64) -> i16 {
    (share.ln() * SCALE).round() as i16
}

pub(super) static MODEL: Lazy<Model> = Lazy::new(Model::read);

macro_rules! bundled {
    ($name:literal) => {
        include_str!(concat!("../../gazetteers/lexicon/", $name))
    };
}

fn rows(file: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    let lines = file.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.skip(1).map(|line| line.split('\t').collect())
}

/// `NN:120|VB:35`
fn counts(cell: &'static str) -> impl Iterator<Item = (Part, f64)> {
    cell.split('|').map(|item| {
        let (label, count) = item.split_once(':').expect("a label and a count");
        (Part::parse(label).expect("a label of a part of speech"), count.parse().expect("a count"))
    })
}

impl Model {
    fn read() -> Self {
        // The states, numbered as they come up; the first is that of a sentence that begins.
        let mut names = vec!["none"];
        let mut number = |name: &'static str| {
            let place = names.iter().position(|known| *known == name);
            ClauseState(place.unwrap_or_else(|| {
                names.push(name);
                names.len() - 1
            }) as u8)
        };
        let mut following = [[ClauseState(0); Part::COUNT]; STATES];
        for (state, parts) in following.iter_mut().enumerate() {
            parts.fill(ClauseState(state as u8));
        }
        let mut settled = [[false; Part::COUNT]; STATES];
        for row in rows(bundled!("clause-states.tsv")) {
            let next = number(row[2]);
            let states: Vec<usize> = match row[0] {
                "*" => (0..STATES).collect(),
                states => states.split('|').map(|state| usize::from(number(state).0)).collect(),
            };
            for part in row[1].split('|').map(|label| Part::parse(label).expect("a label of a part of speech")) {
                for &state in &states {
                    if !std::mem::replace(&mut settled[state][part as usize], true) {
                        following[state][part as usize] = next;
                    }
                }
            }
        }
        let mut counted = vec![0.0; Part::COUNT * STATES * Part::COUNT];
        let mut by_part = vec![0.0; Part::COUNT * Part::COUNT];
        let mut of_part = [0.0; Part::COUNT];
        for row in rows(bundled!("transitions.tsv")) {
            let before = Part::parse(row[0]).expect("a label of a part of speech") as usize;
            let state = usize::from(number(row[1]).0);
            for (after, count) in counts(row[2]) {
                counted[(before * STATES + state) * Part::COUNT + after as usize] += count;
                by_part[before * Part::COUNT + after as usize] += count;
                of_part[after as usize] += count;
            }
        }
        let all: f64 = of_part.iter().sum();
        let frequencies = of_part.map(|count| (count + 0.5) / all);
        let mut transitions = vec![[0; Part::COUNT]; Part::COUNT * STATES];
        for before in 0..Part::COUNT {
            let by_part = &by_part[before * Part::COUNT..][..Part::COUNT];
            let total: f64 = by_part.iter().sum();
            for state in 0..STATES {
                let row = before * STATES + state;
                let counted = &counted[row * Part::COUNT..][..Part::COUNT];
                let seen: f64 = counted.iter().sum();
                for after in 0..Part::COUNT {
                    let alone =
                        (by_part[after] + WEIGHT_OF_FREQUENCY * frequencies[after]) / (total + WEIGHT_OF_FREQUENCY);
                    let share = (counted[after] + WEIGHT_OF_PART * alone) / (seen + WEIGHT_OF_PART);
                    transitions[row][after] = logarithm(share);
                }
            }
        }
        let score = |part: Part, share: f64| logarithm(share / frequencies[part as usize]);
        let endings = rows(bundled!("suffixes.tsv")).map(|row| {
            let parts = counts(row[1]);
            let ending = row[0].bytes().rev().fold(0, extended);
            (ending, parts.map(|(part, share)| Reading { part, score: score(part, share / 1000.0) }).collect())
        });
        let lexicon = Lexicon::bundled();
        Self {
            transitions,
            following: following.map(|next| Part::ALL.map(|part| History::of(part, next[part as usize]))),
            endings: endings.collect(),
            named: Named::ALL.map(|named| NameScores::of(named, score)),
            classes: Classes::of(lexicon, score),
            clitics: CLITICS.map(|clitic| lexicon.known(lexicon.entry(clitic.as_bytes(), false).place).ambiguity),
        }
    }

    /// What a capital tells of a word that no other list knows.
    pub(super) fn named(&self, named: Named) -> &NameScores {
        &self.named[named as usize]
    }

    /// The ambiguity class of `’s` and its like, however it is written.
    pub(super) fn clitic(&self, word: &str) -> u16 {
        let letters = word.rsplit([';', '\'', '’']).next().unwrap_or_default();
        let place = CLITICS.iter().position(|known| known[1..].eq_ignore_ascii_case(letters));
        place.map_or(0, |place| self.clitics[place])
    }

    #[inline]
    pub(super) fn transition(&self, before: History, after: Part) -> i32 {
        i32::from(self.transitions[usize::from(before.0)][after as usize])
    }

    #[inline]
    pub(super) fn following(&self, before: History, part: Part) -> History {
        self.following[before.state()][part as usize]
    }

    /// What a word may be that no list has, by its longest ending that tells.
    pub(super) fn of_ending(&self, letters: impl DoubleEndedIterator<Item = u8> + ExactSizeIterator) -> &[Reading] {
        let mut endings = [0; LONGEST_ENDING + 1];
        let mut longest = 0;
        for letter in letters.skip(1).rev().take(LONGEST_ENDING) {
            endings[longest + 1] = extended(endings[longest], letter);
            longest += 1;
        }
        let found = endings[..=longest].iter().rev().find_map(|ending| self.endings.get(ending));
        found.map_or(&[], Vec::as_slice)
    }
}

/// No ending in suffixes.tsv is longer, in bytes.
const LONGEST_ENDING: usize = 5;
