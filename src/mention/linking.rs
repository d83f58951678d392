//! From candidates to a cast: one entity for each name, and later bare surnames with the full name they stand for.

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::acronym;
use super::discovery::{Candidate, Guess};
use super::people::{FullName, People};
use super::person::gender_of;
use super::rule::Rule;
use super::{Cast, Name, Naming, Referent};
use crate::gazetteer::{EntityIndex, Gazetteer, Gender, Kind};
use crate::lexicon::{Tags, Word};
use crate::text::{Shape, Text, TokenKind};

/// How much each kind of support adds to an entity's prominence (0 to 100) when several share a name.
///
/// Only their order matters: a longer name in the document decides, then a title beside the name, then the kind that
/// the context asks for, then prominence.
const LONGER_NAME: u32 = 1000;
const TITLE_BESIDE: u32 = 400;
const FITTING_KIND: u32 = 150;
/// Of places with one name: the text names another place inside of it, or in its country.
const INSIDE_NAMED: u32 = 120;
const SAME_COUNTRY: u32 = 30;

/// How much speaks for each of several people with one surname: an office beside the name, a pronoun behind it, who was
/// named near before it, whom the document is about (named first and most), whom the gazetteer has under the surname
/// alone, and who was named last.
const OFFICE: i64 = 100;
const PRONOUN: i64 = 40;
const NEAR: i64 = 24;
const NEAR_STEP: i64 = 4;
const MENTION: i64 = 2;
const FIRST: i64 = 6;
const FAMOUS: i64 = 8;
const LAST: i64 = 3;

/// How far behind a name its pronoun is looked for.
const PRONOUN_REACH: usize = 8;

/// Titles that a person of the news has as long as they have them at all: without it in the gazetteer it is another.
const LOCAL_TITLES: &[&str] = &[
    "Sheriff",
    "Officer",
    "Detective",
    "Trooper",
    "Sgt.",
    "Sergeant",
    "Lt.",
    "Lieutenant",
    "Capt.",
    "Captain",
    "Cpl.",
    "Inspector",
    "Constable",
    "Councilman",
    "Councilwoman",
    "Alderman",
    "Coach",
    "Principal",
    "Superintendent",
    "Nurse",
];

pub(super) fn link<'g>(
    text: &Text,
    mut candidates: Vec<Candidate<'g>>,
    gazetteer: &'g Gazetteer,
    Naming { discovery, linking }: Naming,
) -> Cast<'g> {
    // About half of all names are new to the text.
    let new = candidates.len() / 2;
    let mut linker = Linker {
        text,
        gazetteer,
        longest: FxHashMap::with_capacity_and_hasher(new, FxBuildHasher),
        within: FxHashSet::default(),
        countries: FxHashSet::default(),
        by_index: FxHashMap::with_capacity_and_hasher(new, FxBuildHasher),
        by_text: FxHashMap::with_capacity_and_hasher(new, FxBuildHasher),
        by_id: FxHashMap::with_capacity_and_hasher(new, FxBuildHasher),
        people: People::default(),
        by_acronym: FxHashMap::default(),
        referents: Vec::with_capacity(new),
        names: Vec::with_capacity(candidates.len()),
    };
    if linking {
        linker.note_full_names(&candidates);
        let explained: Vec<_> = acronym::explained(text, &candidates).collect();
        linker.by_acronym.extend(explained.iter().map(|&(at, _)| (text.word(at), None)));
        if discovery {
            candidates = acronym::with_long_forms(text, candidates, &explained);
        }
        candidates = linker.with_short_forms(candidates);
        linker.settle_full_names(&candidates);
        linker.settle_acronyms(&candidates, &explained);
    }
    for candidate in candidates {
        linker.settle(candidate);
    }
    Cast { referents: linker.referents, names: linker.names }
}

struct Linker<'a, 't, 'g> {
    text: &'a Text<'t>,
    gazetteer: &'g Gazetteer,
    /// The length in bytes of the longest name that the document gives an entity, from names that only it has.
    longest: FxHashMap<EntityIndex, usize>,
    /// What the places that the text names belong to, and the countries these are in.
    within: FxHashSet<&'g str>,
    countries: FxHashSet<&'g str>,
    by_index: FxHashMap<EntityIndex, usize>,
    /// Discovered entities by their name as the text has it.
    by_text: FxHashMap<&'t str, usize>,
    /// Discovered entities by their id.
    by_id: FxHashMap<Cow<'g, str>, usize>,
    /// Those named in full.
    people: People<'t>,
    /// What the document itself says that an acronym is short for: the position of the referent, none if the long form
    /// names nobody (a treaty, a plan, a law).
    by_acronym: FxHashMap<&'t str, Option<usize>>,
    referents: Vec<Referent<'g>>,
    names: Vec<Name>,
}

impl<'t, 'g> Linker<'_, 't, 'g> {
    fn slice(&self, candidate: &Candidate) -> &'t str {
        self.text.span(candidate.tokens.clone()).of(self.text.source)
    }

    fn note_full_names(&mut self, candidates: &[Candidate<'g>]) {
        for candidate in candidates {
            let tokens = &candidate.tokens;
            match candidate.guess {
                Guess::Known(entities) => {
                    if let &[only] = entities {
                        let length = self.slice(candidate).len();
                        let longest = self.longest.entry(only).or_default();
                        *longest = length.max(*longest);
                        let entity = self.gazetteer.entity_at(only);
                        if entity.kind() == Kind::Place {
                            self.within.extend(entity.within());
                            self.countries.extend(entity.country());
                        }
                    }
                    let person = entities.first().is_some_and(|&known| self.is_person(known));
                    if person && self.full_name(candidate).is_some() {
                        self.people.note(self.text, tokens);
                    }
                }
                Guess::Discovered { kind: Kind::Person, .. } => self.people.note(self.text, tokens),
                _ => {}
            }
        }
    }

    fn is_person(&self, index: EntityIndex) -> bool {
        self.gazetteer.entity_at(index).kind() == Kind::Person
    }

    /// The parts of a name of two words or more.
    fn full_name(&self, candidate: &Candidate) -> Option<FullName<'t>> {
        People::parts(self.text, &candidate.tokens)
    }

    /// Adds the short forms of people named in full, and the acronyms that the text explains; they win over the
    /// gazetteer's idea of the same word.
    fn with_short_forms(&self, candidates: Vec<Candidate<'g>>) -> Vec<Candidate<'g>> {
        if self.people.is_empty() && self.by_acronym.is_empty() {
            return candidates;
        }
        let mut all = Vec::with_capacity(candidates.len() * 2);
        let mut candidates = candidates.into_iter().peekable();
        // Where the last name ends.
        let mut behind = 0;
        for &at in &self.text.capitalized {
            while let Some(candidate) = candidates.next_if(|candidate| candidate.tokens.start <= at) {
                behind = candidate.tokens.end;
                all.push(candidate);
            }
            if at < behind {
                continue;
            }
            // `Ms. Marden-Merkel`: the second half of her surname is not somebody else.
            let half = |candidate: &Candidate| candidate.tokens.start == at + 2 && self.is_hyphen(at + 1);
            let limit = match candidates.peek() {
                Some(candidate) if half(candidate) => candidate.tokens.end,
                Some(candidate) => candidate.tokens.start,
                None => self.text.tokens.len(),
            };
            let found = if self.by_acronym.contains_key(self.text.word(at)) {
                Some(at..at + 1)
            } else {
                self.people.name_at(self.text, at, behind, limit)
            };
            if let Some(tokens) = found {
                behind = tokens.end;
                while candidates.next_if(|candidate| candidate.tokens.start < behind).is_some() {}
                let guess = Guess::Discovered { kind: Kind::Person, gender: None };
                all.push(Candidate { tokens, guess, rule: Rule::ShortForm });
            }
        }
        all.extend(candidates);
        all
    }

    fn is_hyphen(&self, at: usize) -> bool {
        self.text.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Hyphen && !token.spaced)
    }

    /// Reads the full names first: a headline's bare surname stands before the name it is short for.
    fn settle_full_names(&mut self, candidates: &[Candidate<'g>]) {
        for candidate in candidates {
            let person = match candidate.guess {
                Guess::Known(entities) => entities.first().is_some_and(|&known| self.is_person(known)),
                Guess::Discovered { kind, .. } => kind == Kind::Person,
                Guess::Short(_) => false,
            };
            if person
                && self.full_name(candidate).is_some()
                && let Some(referent) = self.resolve(candidate)
                && self.referents[referent].kind == Kind::Person
            {
                self.people.settle(self.text, &candidate.tokens, referent);
            }
        }
    }

    /// `explained` has each acronym with the tokens of its long form, in the order of the text.
    fn settle_acronyms(&mut self, candidates: &[Candidate<'g>], explained: &[(usize, Range<usize>)]) {
        if explained.is_empty() {
            return;
        }
        for candidate in candidates {
            let Ok(found) = explained.binary_search_by_key(&candidate.tokens.end, |(_, long)| long.end) else {
                continue;
            };
            let (at, long) = &explained[found];
            let acronym = self.text.word(*at);
            // The first explanation counts.
            if candidate.tokens.start <= long.start && self.by_acronym.get(acronym) == Some(&None) {
                let referent = self.resolve(candidate);
                self.by_acronym.insert(acronym, referent);
            }
        }
    }

    fn settle(&mut self, candidate: Candidate<'g>) {
        let Some(referent) = self.resolve(&candidate) else { return };
        if self.referents[referent].kind == Kind::Person {
            let surname = match self.full_name(&candidate) {
                Some(name) => name.surname,
                None => self.people.surname_of(self.text, &candidate.tokens),
            };
            self.people.mention(surname, referent, candidate.tokens.start);
        }
        let span = self.text.span(candidate.tokens.clone());
        let rule = if self.by_acronym.contains_key(span.of(self.text.source)) { Rule::Acronym } else { candidate.rule };
        self.names.push(Name { span, tokens: candidate.tokens, referent, rule });
    }

    fn resolve(&mut self, candidate: &Candidate<'g>) -> Option<usize> {
        let slice = self.slice(candidate);
        if let Some(&referent) = self.by_acronym.get(slice) {
            return referent;
        }
        let bare = self.full_name(candidate).is_none();
        match candidate.guess {
            Guess::Known(entities) => {
                let chosen = self.choose(candidate, entities)?;
                let known = self.referent_of(chosen);
                let is_person = self.referents[known].kind == Kind::Person;
                let of_full_name = if bare { self.in_short(candidate, entities) } else { None };
                if is_person && bare && !self.may_be_called_so(candidate, known) {
                    let namesake = entities.iter().copied().find(|&index| {
                        let namesake = self.referent_of(index);
                        self.is_person(index) && self.may_be_called_so(candidate, namesake)
                    });
                    return match (of_full_name, namesake) {
                        (Some(person), _) => Some(person),
                        (None, Some(index)) => Some(self.referent_of(index)),
                        (None, None) => Some(self.discovered(slice, Kind::Person, self.called(candidate), candidate)),
                    };
                }
                match of_full_name {
                    Some(person) if is_person || entities.len() > 1 || self.is_ambiguous(entities, slice) => {
                        Some(person)
                    }
                    _ if self.referents[known].ambiguous && self.is_left_alone(candidate, chosen, slice) => None,
                    _ => Some(known),
                }
            }
            Guess::Short(ref long) => {
                let guess = Guess::Discovered { kind: Kind::Organization, gender: None };
                self.resolve(&Candidate { tokens: long.clone(), guess, rule: candidate.rule })
            }
            Guess::Discovered { kind, gender } => {
                if bare && let Some(referent) = self.in_short(candidate, &[]) {
                    return Some(referent);
                }
                if let Some(&referent) = self.by_text.get(slice) {
                    return Some(referent);
                }
                if kind == Kind::Organization
                    && let Some(referent) = self.same_company(candidate)
                {
                    return Some(referent);
                }
                let known = match kind {
                    Kind::Organization => self.known_company(candidate),
                    _ => self.known_by_short_form(candidate, kind).or_else(|| self.named_otherwise(candidate, kind)),
                };
                let referent = known.unwrap_or_else(|| self.discovered(slice, kind, gender, candidate));
                self.by_text.insert(slice, referent);
                let end = self.before_legal_form(candidate);
                if kind == Kind::Organization && end < candidate.tokens.end {
                    let short = self.text.span(candidate.tokens.start..end).of(self.text.source);
                    self.by_text.entry(short).or_insert(referent);
                }
                Some(referent)
            }
        }
    }

    /// `J. Doe` and `Jane Q. Doe` are Jane Doe.
    fn named_otherwise(&self, candidate: &Candidate, kind: Kind) -> Option<usize> {
        let name = self.full_name(candidate).filter(|_| kind == Kind::Person)?;
        self.people.namesake(&name)
    }

    /// The gender that a courtesy title before the name shows.
    fn called(&self, candidate: &Candidate) -> Option<Gender> {
        let title = &self.text.tokens[candidate.tokens.start.checked_sub(1)?];
        if title.has(Tags::COURTESY) && title.is_capitalized() { gender_of(title) } else { None }
    }

    /// Ms. Acosta is not Alexander Acosta, and Justice Kennedy not the president.
    fn may_be_called_so(&self, candidate: &Candidate, referent: usize) -> bool {
        let person = &self.referents[referent];
        if self.called(candidate).is_some_and(|called| person.gender.is_some_and(|own| own != called)) {
            return false;
        }
        let Some(before) = candidate.tokens.start.checked_sub(1) else { return true };
        let Some(known) = person.known else { return true };
        let title = self.text.word(before);
        let bench = ["Justice", "Judge"];
        !(bench.contains(&title) || LOCAL_TITLES.contains(&title))
            || known.titles().any(|own| {
                let last = own.rsplit(' ').next().unwrap_or(own);
                last == title || bench.contains(&last) && bench.contains(&title)
            })
    }

    /// Whom a surname or a given name alone stands for: somebody whom the document names in full. `entities` are those
    /// whom the gazetteer has under the word.
    fn in_short(&mut self, candidate: &Candidate<'g>, entities: &[EntityIndex]) -> Option<usize> {
        let surname = self.people.surname_of(self.text, &candidate.tokens);
        let bearers = self.people.bearers(surname);
        if bearers.is_empty() {
            return self.people.called(self.slice(candidate));
        }
        if let [only] = bearers {
            return Some(only.referent).filter(|&person| self.may_be_called_so(candidate, person));
        }
        let at = candidate.tokens.start;
        let sentence = self.sentence_of(at);
        let pronoun = self.pronoun_behind(candidate);
        let first_named = bearers.iter().map(|bearer| bearer.first_at).min();
        let last_named = bearers.iter().filter_map(|bearer| bearer.last_at).max();
        let mut best: Option<(i64, usize)> = None;
        for bearer in bearers {
            if !self.may_be_called_so(candidate, bearer.referent) {
                continue;
            }
            let person = &self.referents[bearer.referent];
            let mut score = MENTION * bearer.times.min(10) as i64;
            if Some(bearer.first_at) == first_named {
                score += FIRST;
            }
            if bearer.last_at.is_some() && bearer.last_at == last_named {
                score += LAST;
            }
            if let Some(known) = person.known {
                if self.has_title_before(candidate, known.titles()) {
                    score += OFFICE;
                }
                let rank = entities.iter().position(|&index| std::ptr::eq(self.gazetteer.entity_at(index), known));
                score += match rank {
                    Some(0) => FAMOUS,
                    Some(_) => FAMOUS / 3,
                    None => 0,
                };
            }
            if let Some(last) = bearer.last_at.filter(|&last| last < at) {
                let back = sentence.saturating_sub(self.sentence_of(last));
                score += (NEAR - NEAR_STEP * back as i64).max(0);
            }
            if let (Some(pronoun), Some(own)) = (pronoun, person.gender) {
                score += if pronoun == own { PRONOUN } else { -PRONOUN };
            }
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, bearer.referent));
            }
        }
        best.map(|(_, referent)| referent)
    }

    fn sentence_of(&self, token: usize) -> usize {
        self.text.sentences.partition_point(|sentence| sentence.end <= token)
    }

    /// The gender of the *he* or *she* that follows in the same sentence, before any other name.
    fn pronoun_behind(&self, candidate: &Candidate) -> Option<Gender> {
        let end = candidate.tokens.end;
        let limit =
            self.text.sentences.get(self.sentence_of(candidate.tokens.start)).map_or(end, |sentence| sentence.end);
        for at in end..limit.min(end + PRONOUN_REACH) {
            let token = &self.text.tokens[at];
            match token.word {
                Some(Word::He) => return Some(Gender::Male),
                Some(Word::She) => return Some(Gender::Female),
                _ if token.is_capitalized() => return None,
                _ => {}
            }
        }
        None
    }

    fn is_ambiguous(&self, entities: &[EntityIndex], name: &str) -> bool {
        entities.iter().any(|&index| self.gazetteer.entity_at(index).is_ambiguous(name))
    }

    fn referent_of(&mut self, index: EntityIndex) -> usize {
        let referents = &mut self.referents;
        let gazetteer = self.gazetteer;
        *self.by_index.entry(index).or_insert_with(|| {
            referents.push(Referent::known(gazetteer.entity_at(index)));
            referents.len() - 1
        })
    }

    fn discovered(&mut self, name: &str, kind: Kind, gender: Option<Gender>, candidate: &Candidate) -> usize {
        let gender =
            gender.or_else(|| gender_of(&self.text.tokens[candidate.tokens.start]).filter(|_| kind == Kind::Person));
        let capitals = kind != Kind::Organization
            && self.text.tokens[candidate.tokens.clone()].iter().all(|token| token.shape == Shape::Upper);
        let name = if capitals { in_small_letters(name) } else { plain(name) };
        let referent = Referent::discovered(kind, name, gender);
        if let Some(index) = self.gazetteer.index_of(&referent.id) {
            return self.referent_of(index);
        }
        if let Some(&known) = self.by_id.get(&referent.id) {
            return known;
        }
        self.by_id.insert(referent.id.clone(), self.referents.len());
        self.referents.push(referent);
        self.referents.len() - 1
    }

    /// `Hillary Rodham Clinton` is the gazetteer's `Hillary Clinton`: the first and the last name agree.
    fn known_by_short_form(&mut self, candidate: &Candidate, kind: Kind) -> Option<usize> {
        if kind != Kind::Person || candidate.tokens.len() < 3 {
            return None;
        }
        let FullName { given, surname, .. } = self.full_name(candidate)?;
        let short = format!("{given} {surname}");
        let found = self.gazetteer.longest_at(&short, 0).filter(|found| found.span().len() == short.len())?;
        let index = *found.candidates().first()?;
        (self.gazetteer.entity_at(index).kind() == Kind::Person).then(|| self.referent_of(index))
    }

    /// `Marden Foods Inc.` is the `Marden Foods` of the headline, and the fuller name of the two.
    fn same_company(&mut self, candidate: &Candidate<'g>) -> Option<usize> {
        let end = self.before_legal_form(candidate);
        if end == candidate.tokens.end {
            return None;
        }
        let short = self.text.span(candidate.tokens.start..end).of(self.text.source);
        let slice = self.slice(candidate);
        let referent = *self.by_text.get(short)?;
        self.by_text.insert(slice, referent);
        let fuller = Referent::discovered(Kind::Organization, plain(slice), None);
        let is_taken = self.by_id.contains_key(&fuller.id) || self.gazetteer.index_of(&fuller.id).is_some();
        if self.referents[referent].known.is_none() && !is_taken {
            self.by_id.insert(fuller.id.clone(), referent);
            self.referents[referent] = fuller;
        }
        Some(referent)
    }

    /// Where the name ends without `Inc.` and the like; one word stays.
    fn before_legal_form(&self, candidate: &Candidate) -> usize {
        let mut end = candidate.tokens.end;
        while end > candidate.tokens.start + 1
            && (self.text.tokens[end - 1].has(Tags::COMPANY_LAST) || self.text.tokens[end - 1].kind == TokenKind::Comma)
        {
            end -= 1;
        }
        end
    }

    /// `Marden Corp` is the gazetteer's `Marden`: a company's legal form may be said or not.
    fn known_company(&mut self, candidate: &Candidate) -> Option<usize> {
        let end = self.before_legal_form(candidate);
        let span = self.text.span(candidate.tokens.start..end);
        let found = (end < candidate.tokens.end)
            .then(|| self.gazetteer.longest_at(self.text.source, span.start))?
            .filter(|found| found.span().end == span.end)?;
        let mut entities = found.candidates().iter().copied();
        let index = entities.find(|&index| self.gazetteer.entity_at(index).kind() == Kind::Organization)?;
        Some(self.referent_of(index))
    }

    /// The one entity that a name stands for here.
    fn choose(&self, candidate: &Candidate, entities: &[EntityIndex]) -> Option<EntityIndex> {
        if let &[only] = entities {
            return Some(only);
        }
        let length = candidate.tokens.len();
        let slice = self.slice(candidate);
        let only_places = entities.iter().all(|&index| self.gazetteer.entity_at(index).kind() == Kind::Place);
        entities.iter().copied().max_by_key(|&index| {
            let entity = self.gazetteer.entity_at(index);
            let mut score = u32::from(entity.prominence());
            if length < 3 && self.longest.get(&index).is_some_and(|&longest| longest > slice.len()) {
                score += LONGER_NAME;
            }
            if self.has_title_before(candidate, entity.titles()) {
                score += TITLE_BESIDE;
            }
            if self.wanted_kind(candidate) == Some(entity.kind()) {
                score += FITTING_KIND;
            }
            if only_places {
                if self.within.contains(entity.id()) {
                    score += INSIDE_NAMED;
                } else if entity.country().is_some_and(|country| self.countries.contains(country)) {
                    score += SAME_COUNTRY;
                }
            }
            // Of equals the first in the file, which `max_by_key` would pass over.
            (score, std::cmp::Reverse(index))
        })
    }

    fn has_title_before<'s>(&self, candidate: &Candidate, mut titles: impl Iterator<Item = &'s str>) -> bool {
        let before = self.text.source[..self.text.tokens[candidate.tokens.start].span.start].trim_end();
        titles.any(|title| before.ends_with(title))
    }

    fn wanted_kind(&self, candidate: &Candidate) -> Option<Kind> {
        let before = candidate.tokens.start.checked_sub(1)?;
        let word = self.text.word(before);
        if matches!(word, "in" | "In" | "near" | "from" | "across" | "to" | "into") {
            return Some(Kind::Place);
        }
        let after = self.text.tokens.get(candidate.tokens.end)?;
        if after.has(Tags::CUE) && after.shape == Shape::Lower {
            return Some(Kind::Person);
        }
        None
    }

    /// A name that is also an ordinary word, at the start of a sentence, with nothing that supports it.
    fn is_left_alone(&self, candidate: &Candidate, index: EntityIndex, name: &str) -> bool {
        if self.longest.get(&index).is_some_and(|&longest| longest > name.len()) {
            return false;
        }
        // Nobody writes two words as a name by chance.
        if candidate.tokens.len() > 1 {
            return false;
        }
        let start = candidate.tokens.start;
        // `in May`, `on May 3`: the month, unless the person is named in full somewhere.
        let sentence = self.text.sentences.partition_point(|sentence| sentence.end <= start);
        let capitals = |at: usize| {
            self.text.sentences.get(sentence).is_some_and(|sentence| sentence.contains(&at))
                && self.text.tokens[at].shape == Shape::Upper
        };
        // In capitals every word may be a name: LAST STATE.
        let in_capitals =
            capitals(start) && (capitals(start + 1) || start.checked_sub(1).is_some_and(capitals)) && name.len() > 3;
        let alone = self.text.tokens[start].has(Tags::CALENDAR) || in_capitals || {
            self.text.sentences.get(sentence).is_none_or(|sentence| {
                sentence.start == start || sentence.start + 1 == start && !self.text.tokens[sentence.start].is_word()
            })
        };
        // `Jane Doe (Independent)`
        let bracketed = start > 1
            && self.gazetteer.entity_at(index).kind() == Kind::Organization
            && self.text.tokens[start - 1].kind == TokenKind::OpenBracket
            && self
                .text
                .tokens
                .get(candidate.tokens.end)
                .is_some_and(|next| matches!(next.kind, TokenKind::CloseBracket | TokenKind::Comma));
        (alone || bracketed) && self.gazetteer.entity_at(index).is_ambiguous(name)
    }
}

/// `PORT MARDEN` of a dateline is Port Marden.
fn in_small_letters(name: &str) -> String {
    let mut small = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !small.is_empty() {
            small.push(' ');
        }
        let mut letters = word.chars();
        small.extend(letters.next());
        small.extend(letters.flat_map(char::to_lowercase));
    }
    small
}

/// A name as a record gives it: white space made single.
fn plain(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !plain.is_empty() {
            plain.push(' ');
        }
        plain.push_str(word);
    }
    plain
}
