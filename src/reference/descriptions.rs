//! From a description to the entity that it fits best: by the roles that the text introduces, by what the gazetteer knows.

use std::ops::Range;

use super::endings::{Endings, ending_of};
use super::role::{Roles, role_at};
use super::salience::{Position, Salience};
use super::wanted::{Description, Sort};
use super::weights::{Fit, Least};
use crate::gazetteer::{Entity, Gazetteer, Kind};
use crate::lexicon::{PersonCues, Word, WordClass};
use crate::mention::{Cast, Rule};
use crate::syntax::Syntax;

/// No more places are asked in what they lie.
const MOST_PLACES: usize = 6;

/// Which people a description may refer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Admitted {
    /// The most salient one, if nothing else decides.
    Anyone,
    /// Only one whom the text or the gazetteer calls so.
    CalledSo,
}

pub(super) struct Fitting<'a, 'b, 't, 'g> {
    pub(super) syntax: &'a Syntax<'b, 't>,
    pub(super) cast: &'a Cast<'g>,
    pub(super) roles: &'a Roles<'t>,
    pub(super) salience: &'a Salience,
    pub(super) endings: &'a Endings,
    pub(super) gazetteer: &'g Gazetteer,
}

impl<'g> Fitting<'_, '_, '_, 'g> {
    /// The entity that the description fits best. `subject` is the last subject before it in its sentence.
    pub(super) fn best(
        &self,
        wanted: &Description,
        position: Position,
        admitted: Admitted,
        subject: Option<usize>,
    ) -> Option<(usize, Rule)> {
        let word = role_at(self.syntax, wanted.noun);
        let mut best: Option<(i32, usize, Rule)> = None;
        let mut consider = |score: i32, referent: usize, rule: Rule| {
            if best.is_none_or(|(highest, ..)| score > highest) {
                best = Some((score, referent, rule));
            }
        };
        // `the chairman of the Marden Party` is one whom the text calls so, not whoever is spoken of.
        let complement = self.organization_of(wanted.noun);
        let roles = self.roles.of(word);
        for role in roles {
            let Some(score) = self.fits(wanted, role.referent) else { continue };
            // `his brother` is the one brother that the text has.
            if wanted.possessed && roles.iter().any(|other| other.referent != role.referent) {
                continue;
            }
            // `the chairman of the Marden Party` and that of another party
            let differs = |of: usize| self.organization_of(role.modifiers.end).is_some_and(|other| other != of);
            if complement.is_some_and(differs) {
                continue;
            }
            let shared = self.shared_modifiers(wanted, &role.modifiers);
            let modified = wanted.modifiers.clone().any(|unit| self.distinguishes(unit));
            if admitted == Admitted::CalledSo && modified && shared == 0 && score == 0 {
                continue;
            }
            // `World Bank President Doe` is not the president, `former mayor Doe` not the mayor.
            let elsewhere = shared == 0 && role.modifiers.clone().any(|unit| self.sets_apart(unit));
            let introduced = if elsewhere { Fit::IntroducedElsewhere } else { Fit::Introduced };
            // Who is introduced further down has no salience yet.
            let salience = self.salience.of(role.referent, position);
            let score = introduced.weight() + Fit::Modifier.weight() * shared + score + salience;
            consider(score, role.referent, Rule::IntroducedRole);
        }
        if wanted.possessed {
            return best.map(|(_, referent, rule)| (referent, rule));
        }
        let institution = wanted.sort == Sort::Group && self.syntax.has(wanted.noun, PersonCues::INSTITUTION);
        let anyone = self.syntax.has(wanted.noun, PersonCues::ANYONE) && !wanted.counted;
        let person = wanted.sort == Sort::Person && (!anyone || wanted.telling);
        let enough = match (institution, anyone) {
            (true, _) => Least::Telling,
            (_, true) => Least::Anyone,
            _ if wanted.telling => Least::Telling,
            _ => Least::Bare,
        }
        .weight();
        let may_be_anybody = complement.is_none() && (institution || person && admitted == Admitted::Anyone);
        let may_be_named_so = wanted.sort == Sort::Group && !self.syntax.is_word(wanted.noun, Word::Family);
        let (kind, ending) = (wanted.kind(), ending_of(word));
        for mentioned in self.salience.everybody() {
            let referent = mentioned.referent();
            let salience = || self.salience.left(mentioned, position);
            let candidate = &self.cast.referents[referent];
            if candidate.kind != kind {
                continue;
            }
            let known = candidate.known.filter(|known| self.endings.may_end_in(referent, known, ending));
            let fit = known.map_or(0, |known| self.known_as(wanted, word, known));
            let (fit, rule) = if fit > 0 {
                (fit, Rule::KnownRole)
            } else if may_be_named_so && is_named_so(&candidate.name, word) {
                (Fit::NamedSo.weight(), Rule::NamedSo)
            } else if may_be_anybody && subject != Some(referent) && salience() >= enough {
                // Nobody describes the one whom he has just named as the subject.
                (0, Rule::Attention)
            } else {
                continue;
            };
            // Asked last: where a place lies takes many looks.
            if let Some(score) = self.fits(wanted, referent) {
                consider(fit + score + salience(), referent, rule);
            }
        }
        best.map(|(_, referent, rule)| (referent, rule))
    }

    /// The organization after *of*: `the chairman of the Marden Party`.
    fn organization_of(&self, noun: usize) -> Option<usize> {
        let syntax = self.syntax;
        let of = noun + 1;
        let first = of + 1 + usize::from(syntax.has(of + 1, WordClass::DETERMINER));
        let name = syntax.name(first).filter(|_| syntax.goes_on_after(noun) && syntax.is_word(of, Word::Of))?;
        let referent = self.cast.names[name].referent;
        (self.cast.referents[referent].kind == Kind::Organization).then_some(referent)
    }

    /// A word that tells one from others: not an article, not a small word.
    fn distinguishes(&self, unit: usize) -> bool {
        !self.syntax.has(unit, WordClass::FUNCTION) && self.syntax.is_nominal(unit)
    }

    /// A word that tells one bearer of a role from others: an organization's name, former.
    fn sets_apart(&self, unit: usize) -> bool {
        self.syntax.units[unit].names == Some(Kind::Organization) || self.is_former(unit)
    }

    /// Kind, gender and place do not contradict; more where the place agrees.
    fn fits(&self, wanted: &Description, referent: usize) -> Option<i32> {
        let candidate = &self.cast.referents[referent];
        if candidate.kind != wanted.kind()
            || wanted.gender.is_some_and(|gender| self.salience.fit(referent, gender) == 0)
        {
            return None;
        }
        let Some(place) = wanted.place else { return Some(0) };
        match candidate.known.and_then(Entity::within) {
            Some(home) if home == place.id() => Some(Fit::Modifier.weight()),
            // The Florida senator’s home may be given as the country, and the American’s as his state.
            Some(home) if self.lies_in(place.id(), home) || self.lies_in(home, place.id()) => Some(0),
            Some(_) => None,
            None => Some(0),
        }
    }

    /// One place belongs to the other, by way of no more than a few between them.
    fn lies_in(&self, inner: &str, outer: &str) -> bool {
        let above = |place: &&'g Entity| place.within().and_then(|id| self.gazetteer.entity(id));
        let places = std::iter::successors(self.gazetteer.entity(inner), above);
        places.take(MOST_PLACES).any(|place| place.id() == outer)
    }

    fn shared_modifiers(&self, wanted: &Description, modifiers: &Range<usize>) -> i32 {
        let has = |unit: usize| {
            let word = self.syntax.word(unit);
            modifiers.clone().any(|modifier| {
                self.syntax.word(modifier).eq_ignore_ascii_case(word)
                    || self.is_former(unit) && self.is_former(modifier)
            })
        };
        let telling = |unit: &usize| self.is_former(*unit) || self.distinguishes(*unit);
        wanted.modifiers.clone().filter(telling).filter(|&unit| has(unit)).count() as i32
    }

    /// `the former mayor`, `the ex-mayor`
    fn is_former(&self, unit: usize) -> bool {
        self.syntax.is_any_word(unit, &[Word::Former, Word::Ex])
    }

    /// The gazetteer gives the entity this description or title.
    fn known_as(&self, wanted: &Description, word: &str, known: &Entity) -> i32 {
        let syntax = self.syntax;
        let words = syntax.span(wanted.modifiers.start..wanted.noun + 1).of(syntax.text.source);
        if known.descriptions().any(|description| description.eq_ignore_ascii_case(words)) {
            return Fit::Titled.weight() + Fit::Modifier.weight();
        }
        let at_home = wanted.place.is_none_or(|place| {
            known.within().is_some_and(|home| home == place.id() || self.lies_in(place.id(), home))
        });
        let titled = known.titles().any(|title| {
            title.eq_ignore_ascii_case(word)
                || title.rsplit(' ').next().is_some_and(|last| last.eq_ignore_ascii_case(word))
                || word.eq_ignore_ascii_case("leader") && wanted.place.is_some() && is_leaders_title(title)
        });
        if !(at_home && titled) {
            return 0;
        }
        // `the vice president` is not the president.
        let whole = known.titles().any(|title| title.eq_ignore_ascii_case(words));
        let vice = wanted
            .modifiers
            .clone()
            .any(|unit| syntax.has(unit, PersonCues::TITLE | PersonCues::ROLE) && !self.is_former(unit));
        if whole {
            Fit::Titled.weight() + Fit::Modifier.weight()
        } else if vice {
            0
        } else {
            Fit::Titled.weight()
        }
    }
}

/// `the committee`: its name says that it is one.
fn is_named_so(name: &str, word: &str) -> bool {
    name.as_bytes().split(|&byte| byte == b' ').any(|part| part.eq_ignore_ascii_case(word.as_bytes()))
}

/// Titles of those whom news calls a country's leader.
fn is_leaders_title(title: &str) -> bool {
    ["President", "Prime Minister", "Chancellor", "Premier", "Supreme Leader", "King", "Emir", "General Secretary"]
        .contains(&title)
}
