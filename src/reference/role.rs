//! What a text itself says that people and organizations are: `Sheriff Doe`, `Doe, the mayor of Lundby,`, `Doe is a lawyer`.

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use crate::gazetteer::Kind;
use crate::lexicon::{Morphology, PersonCues, Word, WordClass};
use crate::mention::Cast;
use crate::syntax::Syntax;
use crate::text::{Shape, TokenKind};

/// How many units a role's noun phrase may begin before its noun.
const LONGEST: usize = 8;

/// A noun phrase that says what somebody is.
#[derive(Clone, Debug)]
pub(super) struct Role {
    pub(super) referent: usize,
    /// The words before the noun: *former Lundby* of *former Lundby mayor*.
    pub(super) modifiers: Range<usize>,
}

/// The roles of a text by their noun in lower case.
#[derive(Debug, Default)]
pub(super) struct Roles<'t> {
    by_noun: FxHashMap<Cow<'t, str>, SmallVec<[Role; 1]>>,
    /// The nouns that introduce somebody, as units in their order, with the referent introduced: they describe nobody else.
    introducing: Vec<(usize, usize)>,
}

/// The most bearers of one role in one text.
const BEARERS: usize = 32;

impl<'t> Roles<'t> {
    /// The roles that the text tells of.
    pub(super) fn read(syntax: &Syntax<'_, 't>, cast: &Cast) -> Self {
        let units = &syntax.roles;
        let mut roles = Self { introducing: Vec::with_capacity(units.len() / 4), ..Self::default() };
        for unit in units.iter().map(|&unit| unit as usize) {
            let known = &syntax.units[unit];
            if known.shape == Shape::None {
                continue;
            }
            if known.tags.has(Morphology::PLURAL) {
                roles.read_several(syntax, cast, unit);
                continue;
            }
            let start = || start_of(syntax, unit);
            // `Mayor Jane Doe`, `Mayor-elect Jane Doe`
            let last = elect_after(syntax, unit).unwrap_or(unit);
            let after = syntax.name(last + 1).filter(|_| last + 1 < syntax.sentence_of(unit).end);
            let beside = after.or_else(|| introduced(syntax, start(), last));
            let Some(name) = beside else { continue };
            let referent = cast.names[name].referent;
            let fits = match cast.referents[referent].kind {
                Kind::Person => known.tags.has(PersonCues::PERSON_ROLE | PersonCues::TITLE),
                Kind::Organization => known.tags.has(PersonCues::GROUP_ROLE),
                Kind::Place => false,
            };
            if fits {
                let bearers = roles.by_noun.entry(noun(role_at(syntax, last))).or_default();
                if bearers.len() < BEARERS {
                    bearers.push(Role { referent, modifiers: start()..unit });
                }
                roles.introducing.push((last, referent));
            }
        }
        roles
    }

    /// `hosts Jane Doe and Richard Roe`
    fn read_several(&mut self, syntax: &Syntax<'_, 't>, cast: &Cast, unit: usize) {
        let Some(singular) = syntax.word(unit).strip_suffix('s').map(noun) else { return };
        let mut at = unit + 1;
        let end = syntax.sentence_of(unit).end;
        while let Some(name) = syntax.name(at).filter(|_| at < end) {
            let bearers = self.by_noun.entry(singular.clone()).or_default();
            let referent = cast.names[name].referent;
            if bearers.len() < BEARERS && cast.referents[referent].kind == Kind::Person {
                bearers.push(Role { referent, modifiers: unit..unit });
            }
            let joined = syntax.is_word(at + 1, Word::And) || syntax.is_comma(at + 1);
            at += if joined { 2 } else { 1 };
        }
    }

    pub(super) fn of(&self, word: &str) -> &[Role] {
        self.by_noun.get(noun(word).as_ref()).map_or(&[], SmallVec::as_slice)
    }

    /// The referent that the noun at this unit introduces.
    pub(super) fn introduced_at(&self, unit: usize) -> Option<usize> {
        let found = self.introducing.binary_search_by_key(&unit, |&(unit, _)| unit).ok()?;
        Some(self.introducing[found].1)
    }
}

/// `Mayor-elect`: the unit of *elect* after the office, which together are a role of their own.
fn elect_after(syntax: &Syntax, office: usize) -> Option<usize> {
    let elect = office + 2;
    (syntax.is(office + 1, TokenKind::Hyphen) && is_elect(syntax, elect)).then_some(elect)
}

/// The *elect* of somebody who has an office but has not taken it.
pub(super) fn is_elect(syntax: &Syntax, unit: usize) -> bool {
    unit >= 2
        && syntax.is(unit - 1, TokenKind::Hyphen)
        && syntax.units.get(unit).is_some_and(|known| known.is_word())
        && syntax.word(unit).eq_ignore_ascii_case("elect")
        && syntax.has(unit - 2, PersonCues::PERSON_ROLE | PersonCues::TITLE)
}

/// The words of the role that ends at the unit: `mayor`, `mayor-elect`.
pub(super) fn role_at<'t>(syntax: &Syntax<'_, 't>, unit: usize) -> &'t str {
    if is_elect(syntax, unit) { syntax.span(unit - 2..unit + 1).of(syntax.text.source) } else { syntax.word(unit) }
}

pub(super) fn noun(word: &str) -> Cow<'_, str> {
    if word.bytes().any(|byte| byte.is_ascii_uppercase()) { word.to_ascii_lowercase().into() } else { word.into() }
}

/// Where the noun phrase begins, its determiner and possessor included.
pub(super) fn start_of(syntax: &Syntax, noun: usize) -> usize {
    syntax.core_start(noun).max(noun.saturating_sub(LONGEST))
}

/// The name that the noun phrase is predicated of or in apposition to, where none comes right after it.
fn introduced(syntax: &Syntax, start: usize, noun: usize) -> Option<usize> {
    let sentence = syntax.sentence_of(noun);
    let before = start.checked_sub(1).filter(|&before| before > sentence.start).unwrap_or(usize::MAX);
    // `Jane Doe, her lawyer said, was ill`: somebody else speaks of her.
    let of_others = syntax.has(start, WordClass::POSSESSIVE) && syntax.predicate_of(noun).is_some();
    if let Some(apposed) = syntax.name_before_apposition(start).filter(|_| !of_others) {
        return syntax.name(apposed);
    }
    let copula = syntax.has(before, WordClass::BE) && syntax.units[before].shape == Shape::Lower;
    if copula && let Some(name) = syntax.name(before - 1) {
        return Some(name);
    }
    // `The mayor, Jane Doe, said`, `the mayor of Lundby, Jane Doe,`
    let definite = syntax.is_word(start, Word::The)
        || syntax.has(start, WordClass::POSSESSIVE)
        || syntax.is_possessive(noun.saturating_sub(1));
    let of = syntax.is_word(noun + 1, Word::Of) && syntax.name(noun + 2).is_some();
    let end = if of { noun + 3 } else { noun + 1 };
    definite.then(|| syntax.apposed_name(end, sentence.end)).flatten().and_then(|apposed| syntax.name(apposed))
}
