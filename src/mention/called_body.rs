//! Bodies with a person's name that the noun before it tells: `the shipping line Jane Doe`, `bookmaker Jane Doe`.

use std::collections::BTreeSet;

use super::candidate::{Candidate, Guess};
use super::context::Context;
use super::rule::Rule;
use crate::gazetteer::Kind;
use crate::lexicon::{Morphology, NameCues, Part, PartSet, PersonCues, Word, WordClass};
use crate::text::{Shape, Text, Token, TokenKind};

/// How far before its noun a phrase is looked at.
const REACH: usize = 6;

/// How far behind the name its sentence is looked at: keeps every search linear.
const AHEAD: usize = 40;

/// What the object of a verb begins with, or what shows that it has none to wait for.
const OBJECT: PartSet = PartSet::NOUN.or(PartSet::ADJECTIVE).or(PartSet::PERSONAL_PRONOUN).or(PartSet::of(&[
    Part::Determiner,
    Part::Possessive,
    Part::Number,
    Part::IndefinitePronoun,
    Part::Particle,
    Part::To,
    Part::Subordinator,
]));

impl Context<'_, '_> {
    /// The noun before these tokens, which have a person's name, says that it is a body's.
    pub(super) fn is_called_body(&self, at: usize, end: usize) -> bool {
        let Some(noun) = at.checked_sub(1).filter(|&noun| noun >= self.sentence.start) else { return false };
        let token = &self.text.tokens[noun];
        if self.are_members(noun, end) {
            return true;
        }
        let is_plain = token.shape == Shape::Lower || noun == self.sentence.start && token.shape == Shape::Capital;
        if !is_plain || !self.text.tokens[at].spaced || token.has(Morphology::PLURAL) || self.headline {
            return false;
        }
        let is_body = token.tells(NameCues::BODY | NameCues::COMPANY_ROLE) || self.is_body_of_two_words(noun);
        if !is_body || self.is_office_at(noun) || self.is_before_relative(noun, end) {
            return false;
        }
        // `the retailer Jane Doe`
        let may_be_somebody = token.has(PersonCues::PERSON_ROLE) && token.tells(NameCues::COMPANY_ROLE);
        let is_somebody = may_be_somebody && !self.is_owner_of_its(end);
        let is_told_of_person = !self.is_verb_of_saying(end) && self.is_beside_person_word(at, end);
        !is_somebody && !is_told_of_person
    }

    /// `a company called `, `a firm named `
    pub(super) fn is_after_body_called(&self, at: usize) -> bool {
        let Some(noun) = at.checked_sub(2).filter(|&noun| noun >= self.sentence.start) else { return false };
        let [noun, called] = [noun, at - 1].map(|at| &self.text.tokens[at]);
        matches!(called.word, Some(Word::Called | Word::Named))
            && noun.shape == Shape::Lower
            && noun.tells(NameCues::BODY | NameCues::COMPANY_ROLE)
            && !noun.has(PersonCues::PERSON_ROLE)
    }

    /// `campaigners Jane Doe`: several cannot have one person's name.
    fn are_members(&self, noun: usize, end: usize) -> bool {
        let token = &self.text.tokens[noun];
        let members =
            token.shape == Shape::Lower && token.has(Morphology::PLURAL) && token.has(PersonCues::PERSON_ROLE);
        let after = self.token(end);
        let listed = after.is_some_and(|next| match next.kind {
            TokenKind::Word => matches!(next.word, Some(Word::And | Word::Or)) && self.names(end + 1),
            TokenKind::Stop | TokenKind::Clitic => false,
            _ => true,
        });
        // `told reporters Jane Doe was ill`
        let clause = self.part_at(end).is_some_and(|part| part.is(PartSet::FINITE.or(PartSet::ADVERB)));
        // `told investors Marta Hill’s plan would fail`
        let told = noun.checked_sub(1).filter(|&verb| verb >= self.sentence.start);
        let told = told.is_some_and(|verb| self.text.tokens[verb].has(WordClass::CUE));
        members && !listed && !clause && !told && !self.headline
    }

    /// `shipping line`, `fashion house`: only with a noun before it is it a body.
    fn is_body_of_two_words(&self, noun: usize) -> bool {
        self.text.tokens[noun].tells(NameCues::COMPOUND_BODY)
            && noun.checked_sub(1).filter(|&first| first >= self.sentence.start).is_some_and(|first| {
                self.text.tokens[first].is_word() && self.parts[first].is(PartSet::NOUN.or(PartSet::GERUND))
            })
    }

    /// `its` comes after the name, before anything that stands for somebody.
    fn is_owner_of_its(&self, end: usize) -> bool {
        let pronoun = (end..self.sentence.end.min(end + AHEAD)).find_map(|at| match self.text.tokens[at].word? {
            Word::Its | Word::Itself => Some(true),
            Word::He | Word::She | Word::His | Word::Her | Word::Him | Word::Who => Some(false),
            _ => None,
        });
        pronoun == Some(true)
    }

    /// `the leader of the council Jane Doe`: an office there.
    fn is_office_at(&self, noun: usize) -> bool {
        let floor = self.sentence.start.max(noun.saturating_sub(REACH));
        let preposition = (floor..noun).rev().find(|&at| !self.is_in_phrase(at));
        preposition.is_some_and(|preposition| {
            let office = preposition.checked_sub(1).filter(|&office| office >= self.sentence.start);
            self.text.tokens[preposition].has(WordClass::PREPOSITION)
                && office.map(|office| &self.text.tokens[office]).is_some_and(|office: &Token| {
                    office.has(PersonCues::PERSON_ROLE | PersonCues::TITLE) && !office.has(Morphology::PLURAL)
                })
        })
    }

    fn is_in_phrase(&self, at: usize) -> bool {
        let token = &self.text.tokens[at];
        token.is_word() && !token.has(WordClass::PREPOSITION) || self.is_hyphen(at)
    }

    fn is_verb_of_saying(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.has(WordClass::CUE)) && self.parts[at].is(PartSet::FINITE)
    }

    /// `the company Jane Doe founded in May failed`: the verb after the name has the noun before it for an object.
    fn is_before_relative(&self, noun: usize, end: usize) -> bool {
        // `a company Jane Doe founded`, `the paper Jane Doe and her brother bought`
        let indefinite = (noun.saturating_sub(REACH).max(self.sentence.start)..noun)
            .rev()
            .take_while(|&at| self.is_in_phrase(at))
            .any(|at| matches!(self.text.tokens[at].word, Some(Word::A | Word::An)));
        let is = |at: usize, set: PartSet| self.part_at(at).is_some_and(|part| part.is(set));
        let joined = self.token(end).is_some_and(|token| matches!(token.word, Some(Word::And | Word::Or)));
        if indefinite || joined {
            return true;
        }
        // `founded` may be taken for a participle there.
        const PREDICATE: PartSet = PartSet::FINITE.or(PartSet::PARTICIPLE);
        let verb = self.token(end).is_some_and(|token| token.shape == Shape::Lower && token.has(Morphology::VERB));
        if !verb && !is(end, PREDICATE) {
            return false;
        }
        // `had founded`, but not `leads won`
        let helps = self.token(end).is_some_and(|token| token.has(WordClass::AUXILIARY | WordClass::MODAL));
        let group = if helps { PartSet::VERB.or(PartSet::ADVERB) } else { PartSet::ADVERB };
        let mut object = end + 1;
        while is(object, group) && !is(object, PartSet::FINITE) {
            object += 1;
        }
        let time = self.token(object).is_some_and(|token| token.has(WordClass::TIME | WordClass::CALENDAR));
        let fails_later = (object..self.sentence.end.min(object + AHEAD)).any(|at| is(at, PREDICATE));
        let said = self.is_verb_of_saying(end) && !is(object, PartSet::FINITE);
        let opens = noun.saturating_sub(REACH) <= self.sentence.start
            && (self.sentence.start..noun).all(|at| self.is_in_phrase(at) && !is(at, PREDICATE));
        !(said || is(object, OBJECT) && !time || opens && !fails_later)
    }
}

/// What a noun has told to be a body is one wherever the text names it.
pub(super) fn spread_bodies(text: &Text, candidates: &mut [Candidate]) {
    let slice = |candidate: &Candidate| text.span(candidate.tokens.clone()).of(text.source);
    let bodies: BTreeSet<&str> = candidates
        .iter()
        .filter(|candidate| candidate.kind == Kind::Organization && candidate.rule == Rule::Surroundings)
        .map(slice)
        .collect();
    if bodies.is_empty() {
        return;
    }
    for candidate in candidates.iter_mut().filter(|candidate| candidate.kind == Kind::Person) {
        if matches!(candidate.guess, Guess::Discovered { .. }) && bodies.contains(slice(candidate)) {
            *candidate = Candidate::discovered(candidate.tokens.clone(), Kind::Organization, Rule::Surroundings);
        }
    }
}
