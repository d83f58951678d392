//! Those who speak and whom the text does not name: a pronoun after them means them as it means others.

use super::grammatical_role::GrammaticalRole;
use super::salience::{Position, Salience, Shown};
use super::wanted::{Sort, Wanted, gender_of_role};
use super::weights::{Bonus, WHOLE, of_whole};
use crate::gazetteer::Gender;
use crate::lexicon::{Part, PersonCues};
use crate::syntax::{Phrase, Syntax};
use crate::text::Shape;

/// `a military source`, `a spokesman for the firm`: somebody who speaks and has no name that is known.
#[derive(Clone, Debug)]
pub(super) struct UnnamedSpeaker {
    pub(super) phrase: Phrase,
    shown: Shown,
    position: Position,
}

impl UnnamedSpeaker {
    /// The one person whom a phrase that speaks stands for: `a source`, `the spokesman`, a surname that the text does not
    /// explain.
    pub(super) fn of(syntax: &Syntax, phrase: &Phrase, wanted: &Wanted, position: Position) -> Option<Self> {
        let head = phrase.head;
        let known = &syntax.units[head];
        let is_surname = phrase.units.len() == 1 && known.part == Part::ProperNoun && known.shape == Shape::Capital;
        let gender = match wanted {
            Wanted::Description(description) if description.sort == Sort::Person => description.gender,
            Wanted::Somebody if known.tags.has(PersonCues::PERSON_ROLE | PersonCues::TITLE) => {
                gender_of_role(syntax, head)
            }
            Wanted::Nobody if is_surname => None,
            _ => return None,
        };
        Some(Self { phrase: phrase.clone(), shown: Shown { gender, sure: gender.is_some() }, position })
    }

    /// How likely they are the one whom a pronoun of that gender at this position means, as salience is counted.
    pub(super) fn score(&self, salience: &Salience, gender: Gender, position: Position) -> i32 {
        let near = position.sentence.saturating_sub(self.position.sentence) <= 1;
        let bonus = if near { WHOLE + Bonus::Replying.weight() } else { WHOLE };
        let fit = of_whole(salience.fit_of(self.shown, gender), bonus);
        of_whole(salience.faded(GrammaticalRole::Speaker.weight(), self.position, position), fit)
    }

    /// A pronoun has been found to mean them.
    pub(super) fn speaks_again(&mut self, gender: Gender, position: Position) {
        self.shown = Shown { gender: Some(gender), sure: true };
        self.position = position;
    }
}
