//! The figures of the tagger, as scores: natural logarithms in fixed point.

use once_cell::sync::Lazy;
use rustc_hash::FxHashMap;

use super::classes::{Candidate, Classes};
use crate::lexicon::{Lexicon, Part};

/// So many units are one natural logarithm.
const SCALE: f64 = 256.0;

/// What the clause has had so far: a row number of the names in clause-states.tsv.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ClauseState(u8);

/// Where a sentence begins.
pub(super) const BEGINNING: (Part, ClauseState) = (Part::Stop, ClauseState(0));

/// No table has more states.
const STATES: usize = 16;

/// Before it is known what the clause has had, the part before alone speaks: with the weight of so many observations.
const WEIGHT_OF_PART: f64 = 6.0;
/// And before that, how frequent a part is.
const WEIGHT_OF_FREQUENCY: f64 = 4.0;

pub(super) struct Model {
    /// By the part before, the clause state and the part.
    transitions: Vec<i16>,
    /// By state and part, the state that follows.
    following: [[ClauseState; Part::COUNT]; STATES],
    /// How frequent each part is, as a score.
    frequencies: [f64; Part::COUNT],
    /// What each ending tells, by its letters.
    endings: FxHashMap<&'static str, Vec<Candidate>>,
    pub(super) classes: Classes,
    /// The ambiguity classes of [`CLITICS`].
    clitics: [u16; CLITICS.len()],
}

const CLITICS: [&str; 6] = ["'s", "'re", "'ve", "'ll", "'d", "'m"];

fn logarithm(share: f64) -> i32 {
    (share.ln() * SCALE).round() as i32
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
        let mut transitions = vec![0; counted.len()];
        for before in 0..Part::COUNT {
            let by_part = &by_part[before * Part::COUNT..][..Part::COUNT];
            let total: f64 = by_part.iter().sum();
            for state in 0..STATES {
                let row = (before * STATES + state) * Part::COUNT;
                let seen: f64 = counted[row..row + Part::COUNT].iter().sum();
                for after in 0..Part::COUNT {
                    let alone =
                        (by_part[after] + WEIGHT_OF_FREQUENCY * frequencies[after]) / (total + WEIGHT_OF_FREQUENCY);
                    let share = (counted[row + after] + WEIGHT_OF_PART * alone) / (seen + WEIGHT_OF_PART);
                    transitions[row + after] = logarithm(share) as i16;
                }
            }
        }
        let score = |part: Part, share: f64| logarithm(share / frequencies[part as usize]);
        let endings = rows(bundled!("suffixes.tsv")).map(|row| {
            let parts = counts(row[1]);
            (row[0], parts.map(|(part, share)| Candidate { part, score: score(part, share / 1000.0) }).collect())
        });
        let lexicon = Lexicon::bundled();
        Self {
            transitions,
            following,
            frequencies,
            endings: endings.collect(),
            classes: Classes::of(lexicon, score),
            clitics: CLITICS.map(|clitic| lexicon.known(lexicon.entry(clitic.as_bytes(), false).place).ambiguity),
        }
    }

    /// How much more probable a word is that has this part so often, given the part.
    pub(super) fn emission(&self, part: Part, share: f64) -> i32 {
        logarithm(share / self.frequencies[part as usize])
    }

    /// The score of a share.
    pub(super) fn score(&self, share: f64) -> i32 {
        logarithm(share)
    }

    /// The ambiguity class of `’s` and its like, however it is written.
    pub(super) fn clitic(&self, word: &str) -> u16 {
        let letters = word.rsplit([';', '\'', '’']).next().unwrap_or_default();
        let place = CLITICS.iter().position(|known| known[1..].eq_ignore_ascii_case(letters));
        place.map_or(0, |place| self.clitics[place])
    }

    #[inline]
    pub(super) fn transition(&self, (before, state): (Part, ClauseState), after: Part) -> i32 {
        let row = (before as usize * STATES + usize::from(state.0)) * Part::COUNT;
        i32::from(self.transitions[row + after as usize])
    }

    #[inline]
    pub(super) fn following(&self, state: ClauseState, part: Part) -> ClauseState {
        self.following[usize::from(state.0) % STATES][part as usize]
    }

    /// What a word may be that no list has, by its longest ending that tells.
    pub(super) fn of_ending(&self, lower: &str) -> &[Candidate] {
        let starts = lower.char_indices().map(|(start, _)| start).skip(1);
        let from = starts.chain([lower.len()]).filter(|&start| lower.len() - start <= LONGEST_ENDING);
        from.filter_map(|start| self.endings.get(&lower[start..])).next().map_or(&[], Vec::as_slice)
    }
}

/// No ending in suffixes.tsv is longer, in bytes.
const LONGEST_ENDING: usize = 5;
