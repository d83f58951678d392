//! From candidates to a cast: one entity for each name, and later bare surnames with the full name they stand for.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::acronym;
use super::discovery::{Candidate, Guess};
use super::person::gender_of;
use super::{Cast, Name, Referent};
use crate::gazetteer::{EntityIndex, Gazetteer, Gender, Kind};
use crate::lexicon::Tags;
use crate::text::{Shape, Text, TokenKind};

/// How much each kind of support adds to an entity's prominence (0 to 100) when several share a name.
///
/// Only their order matters: a longer name in the document decides, then a title beside the name, then the kind that
/// the context asks for, then prominence.
const LONGER_NAME: u32 = 1000;
const TITLE_BESIDE: u32 = 400;
const FITTING_KIND: u32 = 150;

pub(super) fn link<'g>(text: &Text, candidates: Vec<Candidate<'g>>, gazetteer: &'g Gazetteer) -> Cast<'g> {
    let mut linker = Linker {
        text,
        gazetteer,
        longest: FxHashMap::default(),
        by_index: FxHashMap::default(),
        by_text: FxHashMap::default(),
        by_id: FxHashMap::default(),
        by_surname: FxHashMap::default(),
        by_acronym: FxHashMap::default(),
        referents: Vec::new(),
        names: Vec::with_capacity(candidates.len()),
    };
    linker.note_full_names(&candidates);
    let explained: Vec<_> = acronym::explained(text).collect();
    linker.by_acronym.extend(explained.iter().map(|&(at, _)| (text.word(at), None)));
    let candidates = linker.with_short_forms(candidates);
    linker.settle_full_names(&candidates);
    linker.settle_acronyms(&candidates, &explained);
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
    by_index: FxHashMap<EntityIndex, usize>,
    /// Discovered entities by their name as the text has it.
    by_text: FxHashMap<&'t str, usize>,
    /// Discovered entities by their id.
    by_id: FxHashMap<String, usize>,
    /// The last person named in full with this surname.
    by_surname: FxHashMap<&'t str, Surname>,
    /// What the document itself says that an acronym is short for: the position of the referent, none if the long form
    /// names nobody (a treaty, a plan, a law).
    by_acronym: FxHashMap<&'t str, Option<usize>>,
    referents: Vec<Referent<'g>>,
    names: Vec<Name>,
}

/// Whom a bare surname stands for.
#[derive(Clone, Copy)]
struct Surname {
    /// Position of the referent, once a full name has been read.
    referent: Option<usize>,
}

impl<'t, 'g> Linker<'_, 't, 'g> {
    fn slice(&self, candidate: &Candidate) -> &'t str {
        self.text.span(candidate.tokens.clone()).of(self.text.source)
    }

    fn note_full_names(&mut self, candidates: &[Candidate<'g>]) {
        for candidate in candidates {
            match candidate.guess {
                Guess::Known(&[only]) => {
                    let length = self.slice(candidate).len();
                    let longest = self.longest.entry(only).or_default();
                    *longest = length.max(*longest);
                    if self.gazetteer.entity_at(only).kind() == Kind::Person {
                        self.note_surname(candidate);
                    }
                }
                Guess::Discovered { kind: Kind::Person, .. } => self.note_surname(candidate),
                _ => {}
            }
        }
    }

    fn note_surname(&mut self, candidate: &Candidate) {
        if let Some(surname) = self.surname(candidate) {
            self.by_surname.entry(surname).or_insert(Surname { referent: None });
        }
    }

    /// The last name of a name of two words or more.
    fn surname(&self, candidate: &Candidate) -> Option<&'t str> {
        let tokens = candidate.tokens.clone();
        let mut last = tokens.end - 1;
        while last > tokens.start
            && (self.text.tokens[last].has(Tags::NAME_SUFFIX) || self.text.tokens[last].kind == TokenKind::Comma)
        {
            last -= 1;
        }
        let mut first = last;
        while first >= tokens.start + 2 && self.text.tokens[first - 1].kind == TokenKind::Hyphen {
            first -= 2;
        }
        (first > tokens.start).then(|| self.text.span(first..last + 1).of(self.text.source))
    }

    /// Adds the bare surnames of people named in full, and the acronyms that the text explains; they win over the
    /// gazetteer's idea of the same word.
    fn with_short_forms(&self, candidates: Vec<Candidate<'g>>) -> Vec<Candidate<'g>> {
        if self.by_surname.is_empty() && self.by_acronym.is_empty() {
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
            let limit = candidates.peek().map_or(self.text.tokens.len(), |candidate| candidate.tokens.start);
            let mut end = at + 1;
            while end + 1 < limit
                && self.text.tokens[end].kind == TokenKind::Hyphen
                && !self.text.tokens[end].spaced
                && self.text.tokens[end + 1].is_capitalized()
            {
                end += 2;
            }
            let form = self.text.span(at..end).of(self.text.source);
            if self.by_surname.contains_key(form) || self.by_acronym.contains_key(form) {
                all.push(Candidate { tokens: at..end, guess: Guess::Discovered { kind: Kind::Person, gender: None } });
                behind = end;
            }
        }
        all.extend(candidates);
        all
    }

    /// Reads the full names first: a headline's bare surname stands before the name it is short for.
    fn settle_full_names(&mut self, candidates: &[Candidate<'g>]) {
        for candidate in candidates {
            let Some(surname) = self.surname(candidate) else { continue };
            if self.by_surname.get(surname).is_some_and(|known| known.referent.is_none())
                && let Some(referent) = self.resolve(candidate)
                && self.referents[referent].kind == Kind::Person
            {
                self.by_surname.insert(surname, Surname { referent: Some(referent) });
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
        if self.referents[referent].kind == Kind::Person
            && let Some(surname) = self.surname(&candidate)
        {
            self.by_surname.insert(surname, Surname { referent: Some(referent) });
        }
        let span = self.text.span(candidate.tokens.clone());
        self.names.push(Name { span, tokens: candidate.tokens, referent });
    }

    fn resolve(&mut self, candidate: &Candidate<'g>) -> Option<usize> {
        let slice = self.slice(candidate);
        if let Some(&referent) = self.by_acronym.get(slice) {
            return referent;
        }
        let bare = self.surname(candidate).is_none();
        let of_full_name = self.by_surname.get(slice).and_then(|surname| surname.referent).filter(|_| bare);
        match candidate.guess {
            Guess::Known(entities) => {
                let chosen = self.choose(candidate, entities)?;
                let known = self.referent_of(chosen);
                let is_person = self.referents[known].kind == Kind::Person;
                // Ms. Acosta is not Alexander Acosta.
                let title = candidate.tokens.start.checked_sub(1).map(|before| &self.text.tokens[before]);
                let called =
                    title.filter(|title| title.has(Tags::COURTESY) && title.is_capitalized()).and_then(gender_of);
                if is_person
                    && bare
                    && called.is_some_and(|called| self.referents[known].gender.is_some_and(|own| own != called))
                {
                    let fitting =
                        |referent: &usize| self.referents[*referent].gender.is_none_or(|own| Some(own) == called);
                    let namesake = entities.iter().find(|&&index| self.gazetteer.entity_at(index).gender() == called);
                    return match (of_full_name.filter(fitting), namesake) {
                        (Some(person), _) => Some(person),
                        (None, Some(&index)) => Some(self.referent_of(index)),
                        (None, None) => Some(self.discovered(slice, Kind::Person, called, candidate)),
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
            Guess::Discovered { kind, gender } => {
                if let Some(referent) = of_full_name.or_else(|| self.by_text.get(slice).copied()) {
                    return Some(referent);
                }
                let known = self.known_by_short_form(candidate, kind);
                let referent = known.unwrap_or_else(|| self.discovered(slice, kind, gender, candidate));
                self.by_text.insert(slice, referent);
                Some(referent)
            }
        }
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
        let referent = Referent::discovered(kind, plain(name), gender);
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
        let surname = self.surname(candidate)?;
        let short = format!("{} {surname}", self.text.word(candidate.tokens.start));
        let found = self.gazetteer.longest_at(&short, 0).filter(|found| found.span().len() == short.len())?;
        let index = *found.candidates().first()?;
        (self.gazetteer.entity_at(index).kind() == Kind::Person).then(|| self.referent_of(index))
    }

    /// The one entity that a name stands for here.
    fn choose(&self, candidate: &Candidate, entities: &[EntityIndex]) -> Option<EntityIndex> {
        if let &[only] = entities {
            return Some(only);
        }
        let length = candidate.tokens.len();
        let slice = self.slice(candidate);
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
        let alone = self.text.tokens[start].has(Tags::CALENDAR) || {
            let sentence = self.text.sentences.partition_point(|sentence| sentence.end <= start);
            self.text.sentences.get(sentence).is_none_or(|sentence| {
                sentence.start == start || sentence.start + 1 == start && !self.text.tokens[sentence.start].is_word()
            })
        };
        alone && self.gazetteer.entity_at(index).is_ambiguous(name)
    }
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
