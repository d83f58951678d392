//! From candidates to a cast: one entity for each name, and later bare surnames with the full name they stand for.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::ops::Range;
use std::ptr;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::acronym;
use super::candidate::{Candidate, Guess};
use super::capitals::Capitals;
use super::cast::{Cast, Name};
use super::company::{known_company, without_legal_form};
use super::forms::{FormId, FullName};
use super::link::{Link, merged};
use super::noted::NotedEntities;
use super::ordinary::is_left_alone;
use super::people::People;
use super::person::gender_of;
use super::readings::{BearerReading, EntityReading};
use super::referent::Referent;
use super::rule::Rule;
use super::short_forms::short_forms;
use super::small_index::SmallIndex;
use super::spelling::{in_small_letters, plain};
use super::token_set::TokenSet;
use super::weights::{BEARER_SIGNS, ENTITY_SIGNS};
use crate::gazetteer::{Entity, EntityIndex, Gazetteer, Gender, Kind};
use crate::lexicon::{Lexicon, NameCues, PersonCues, Word, WordClass};
use crate::text::{Shape, Text};

/// A name of this many words is not short for another.
const WORDS_OF_FULL_NAME: usize = 3;

/// How many tokens after a name its pronoun is looked for.
const PRONOUN_REACH: usize = 8;

/// Which names are read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Naming {
    /// Those outside the gazetteer.
    pub(crate) discovery: bool,
    /// Those that are short for others of the text.
    pub(crate) linking: bool,
}

pub(super) fn link<'t: 'g, 'g>(
    text: &Text<'t>,
    mut candidates: Vec<Candidate<'g>>,
    gazetteer: &'g Gazetteer,
    Naming { discovery, linking }: Naming,
    capitals: &Capitals,
) -> Cast<'g> {
    // About half of all names are new to the text.
    let new = candidates.len() / 2;
    let mut linker = Linker {
        text,
        gazetteer,
        noted: NotedEntities::of(new),
        by_id: FxHashMap::with_capacity_and_hasher(new / 2, FxBuildHasher),
        people: People::of(text.source, candidates.len()),
        acronyms: false,
        referents: Vec::with_capacity(new),
        names: Vec::with_capacity(candidates.len()),
    };
    let mut explained = Vec::new();
    if linking {
        explained.extend(acronym::explained(text, &capitals.bracketed, &candidates));
        if discovery {
            candidates = acronym::with_long_forms(text, candidates, &explained);
        }
    }
    let mut links: Vec<Link> = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        let link = linker.link(candidate);
        if linking {
            linker.note(&link);
        }
        links.push(link);
    }
    if linking {
        for &(at, _) in &explained {
            let acronym = linker.people.explain(text, at);
            linker.people.forms[acronym].acronym = Some(None);
            linker.acronyms = true;
        }
        links = linker.with_short_forms(links, &capitals.all);
        linker.settle_full_names(&mut links);
        linker.settle_acronyms(&links, &explained);
    }
    for link in links {
        linker.settle(link);
    }
    Cast { referents: linker.referents, names: linker.names }
}

struct Linker<'a, 't, 'g> {
    text: &'a Text<'t>,
    gazetteer: &'g Gazetteer,
    /// The entities of the gazetteer that the text names.
    noted: NotedEntities<'g>,
    /// The discovered entities by each id that they have, or had before a fuller name was found.
    by_id: FxHashMap<Cow<'g, str>, usize>,
    /// Those named in full, and the forms of all names.
    people: People<'t>,
    /// The text explains some.
    acronyms: bool,
    referents: Vec<Referent<'g>>,
    names: Vec<Name>,
}

impl<'t: 'g, 'g> Linker<'_, 't, 'g> {
    fn link(&mut self, candidate: Candidate<'g>) -> Link<'g> {
        let form = self.people.forms.of_name(self.text, &candidate.tokens);
        let is_full = candidate.kind == Kind::Person && self.people.forms[form].full().is_some();
        Link { candidate, form, is_full, known: None }
    }

    fn slice(&self, link: &Link) -> &'t str {
        self.people.forms.text(link.form)
    }

    /// Notes what later names may be short for.
    fn note(&mut self, link: &Link<'g>) {
        let is_known = match link.candidate.guess {
            Guess::Known(entities) => {
                if let &[only] = entities {
                    self.note_entity(only, link.form);
                }
                true
            }
            _ => false,
        };
        if link.candidate.kind == Kind::Organization {
            self.note_foreign(link);
        }
        if link.is_full || !is_known && link.candidate.kind == Kind::Person {
            self.people.note(self.text, &link.candidate.tokens, link.form);
        }
    }

    /// `the Marden Army`: after a country's adjective, what is called *Army* in short.
    fn note_foreign(&mut self, link: &Link<'g>) {
        let Range { start, end } = link.candidate.tokens;
        let is_foreign = end > start + 1
            && self.text.tokens[start + 1].spaced
            && self.gazetteer.by_demonym(self.text.word(start)).is_some();
        if is_foreign {
            let short = self.people.forms.of_span(self.text.span(start + 1..end));
            self.people.forms[short].foreign = Some(link.form);
        }
    }

    /// The organization of another country that a bare name stands for which the gazetteer has for one that the text never
    /// names in full.
    fn in_foreign_country(&mut self, link: &Link, chosen: EntityIndex) -> Option<usize> {
        let known = self.gazetteer.entity_at(chosen);
        let full = self.people.forms[link.form].foreign?;
        let country = self.gazetteer.by_demonym(self.people.forms.text(full).split_whitespace().next()?)?;
        let is_other = known.kind() == Kind::Organization
            && known.within().is_some_and(|home| home != country.id())
            && self.noted.longest(chosen) <= self.slice(link).len();
        let foreign = &self.people.forms[full];
        match (foreign.discovered, foreign.known) {
            (Some(referent), _) if is_other => Some(referent.get()),
            (None, Some((_, place))) if is_other => Some(self.referent_at(place.get())),
            _ => None,
        }
    }

    /// Notes a name that only this entity has.
    fn note_entity(&mut self, entity: EntityIndex, form: FormId) {
        // Most names come again and again.
        if self.people.forms[form].known.is_some_and(|(known, _)| known == entity) {
            return;
        }
        let place = self.place_of(entity, form);
        self.noted.note_name(place, self.people.forms.text(form).len(), self.gazetteer.entity_at(entity));
    }

    /// The position in `noted` of an entity that this form stands for.
    fn place_of(&mut self, entity: EntityIndex, form: FormId) -> usize {
        match self.people.forms[form].known {
            Some((known, place)) if known == entity => place.get(),
            _ => {
                let place = self.noted.position(entity);
                self.people.forms[form].known = Some((entity, SmallIndex::of(place)));
                place
            }
        }
    }

    fn is_person(&self, index: EntityIndex) -> bool {
        self.gazetteer.entity_at(index).kind() == Kind::Person
    }

    /// Adds the short forms of people named in full, and the acronyms that the text explains; they win over the
    /// gazetteer's idea of the same word.
    fn with_short_forms(&mut self, links: Vec<Link<'g>>, capitals: &TokenSet) -> Vec<Link<'g>> {
        if self.people.is_empty() && !self.acronyms {
            return links;
        }
        let new = short_forms(self.text, &self.people, &links, capitals);
        let new = new.into_iter().map(|tokens| self.link(Candidate::discovered(tokens, Kind::Person, Rule::ShortForm)));
        merged(links, new.collect())
    }

    /// Reads the full names first: a headline's bare surname stands before the name it is short for.
    fn settle_full_names(&mut self, links: &mut [Link<'g>]) {
        for link in links {
            if link.is_full
                && let Some(referent) = self.resolve(link)
                && self.referents[referent].kind == Kind::Person
            {
                self.people.settle(self.text, &link.candidate.tokens, link.form, referent);
                // What the gazetteer has under two words no later name makes anybody else.
                let is_sure =
                    matches!(link.candidate.guess, Guess::Known(_)) && self.people.forms[link.form].acronym.is_none();
                link.known = Some(SmallIndex::of(referent)).filter(|_| is_sure);
            }
        }
    }

    /// `explained` has each acronym with the tokens of its long form, in the order of the text.
    fn settle_acronyms(&mut self, links: &[Link<'g>], explained: &[(usize, Range<usize>)]) {
        if explained.is_empty() {
            return;
        }
        for link in links {
            let tokens = &link.candidate.tokens;
            let Ok(found) = explained.binary_search_by_key(&tokens.end, |(_, long)| long.end) else {
                continue;
            };
            let (at, long) = &explained[found];
            let acronym = self.people.forms.of_span(self.text.tokens[*at].span);
            // The first explanation counts.
            if tokens.start <= long.start && self.people.forms[acronym].acronym == Some(None) {
                let referent = self.resolve(link);
                self.people.forms[acronym].acronym = Some(referent.map(SmallIndex::of));
            }
        }
    }

    fn settle(&mut self, link: Link<'g>) {
        let Some(referent) = self.resolve(&link) else { return };
        let Link { candidate, form, .. } = link;
        if self.referents[referent].kind == Kind::Person {
            let surname = self.people.surname_of(self.text, &candidate.tokens, form);
            self.people.mention(surname, referent, candidate.tokens.start);
        }
        let span = self.text.span(candidate.tokens.clone());
        let rule = if self.people.forms[form].acronym.is_some() { Rule::Acronym } else { candidate.rule };
        self.names.push(Name { span, tokens: candidate.tokens, referent, rule });
    }

    fn resolve(&mut self, link: &Link<'g>) -> Option<usize> {
        let Link { candidate, form, known: sure, .. } = link;
        let known = &self.people.forms[*form];
        if let Some(referent) = known.acronym {
            return referent.map(SmallIndex::get);
        }
        if let Some(referent) = sure {
            return Some(referent.get());
        }
        let full = known.full();
        match candidate.guess {
            Guess::Known(entities) => {
                let chosen = self.choose(link, entities)?;
                if let Some(foreign) = self.in_foreign_country(link, chosen) {
                    return Some(foreign);
                }
                let place = self.place_of(chosen, *form);
                let known = self.referent_at(place);
                // Nobody writes two words as a name by chance.
                if full.is_some() {
                    return Some(known);
                }
                let of_full_name = self.in_short(link, entities);
                let is_person = self.referents[known].kind == Kind::Person;
                if is_person && !self.may_be_called_so(candidate, known) {
                    let namesake = entities.iter().copied().find(|&index| {
                        let namesake = self.referent_of(index);
                        self.is_person(index) && self.may_be_called_so(candidate, namesake)
                    });
                    return match (of_full_name, namesake) {
                        (Some(person), _) => Some(person),
                        (None, Some(index)) => Some(self.referent_of(index)),
                        (None, None) => {
                            let name = self.slice(link);
                            Some(self.discovered(name, Kind::Person, self.called(candidate), candidate))
                        }
                    };
                }
                match of_full_name {
                    // `Lowmark said`: not the country, where somebody has its name.
                    Some(person)
                        if is_person
                            || self.wanted_kind(candidate) == Some(Kind::Person)
                            || entities.len() > 1
                            || self.is_ambiguous(entities, self.slice(link)) =>
                    {
                        Some(person)
                    }
                    _ if self.referents[known].ambiguous
                        && self.noted.longest(chosen) <= self.slice(link).len()
                        && is_left_alone(self.text, &candidate.tokens, self.gazetteer.entity_at(chosen)) =>
                    {
                        None
                    }
                    _ => Some(known),
                }
            }
            Guess::Short(ref long) => {
                let long = Candidate::discovered(long.clone(), Kind::Organization, candidate.rule);
                let long = self.link(long);
                self.resolve(&long)
            }
            Guess::Discovered { gender } => {
                let kind = candidate.kind;
                let by_text = known.discovered.map(SmallIndex::get);
                if full.is_none()
                    && let Some(referent) = self.in_short(link, &[])
                {
                    return Some(referent);
                }
                if by_text.is_some() {
                    return by_text;
                }
                if kind == Kind::Organization
                    && let Some(referent) = self.same_company(link)
                {
                    return Some(referent);
                }
                let known = match kind {
                    Kind::Organization => {
                        known_company(self.text, &candidate.tokens, self.gazetteer).map(|index| self.referent_of(index))
                    }
                    Kind::Person => full.and_then(|name| {
                        self.known_by_short_form(candidate, name).or_else(|| self.people.namesake(&name))
                    }),
                    Kind::Place => None,
                };
                let name = self.slice(link);
                let referent = known.unwrap_or_else(|| self.discovered(name, kind, gender, candidate));
                self.people.forms[*form].discovered = Some(SmallIndex::of(referent));
                let short = without_legal_form(self.text, &candidate.tokens);
                if kind == Kind::Organization && short != candidate.tokens {
                    let short = self.people.forms.of_span(self.text.span(short));
                    self.people.forms[short].discovered.get_or_insert(SmallIndex::of(referent));
                }
                Some(referent)
            }
        }
    }

    /// The gender that a courtesy title before the name shows.
    fn called(&self, candidate: &Candidate) -> Option<Gender> {
        let title = &self.text.tokens[candidate.tokens.start.checked_sub(1)?];
        if title.has(PersonCues::COURTESY) && title.is_capitalized() { gender_of(title) } else { None }
    }

    /// Ms. Acosta is not Alexander Acosta, and Justice Kennedy not the president.
    fn may_be_called_so(&self, candidate: &Candidate, referent: usize) -> bool {
        let Some(before) = candidate.tokens.start.checked_sub(1) else { return true };
        let title = &self.text.tokens[before];
        if title.shape != Shape::Capital {
            return true;
        }
        let person = &self.referents[referent];
        if self.called(candidate).is_some_and(|called| person.gender.is_some_and(|own| own != called)) {
            return false;
        }
        let Some(known) = person.known else { return true };
        let is_bench = title.has(PersonCues::BENCH);
        !(is_bench || title.has(PersonCues::LOCAL_TITLE))
            || known.titles().any(|own| {
                let last = own.rsplit(' ').next().unwrap_or(own);
                last == self.text.word(before) || is_bench && Lexicon::bundled().tags(last).has(PersonCues::BENCH)
            })
    }

    /// The person, named in full in the document, whom a surname or a given name alone stands for. `entities` are what the
    /// gazetteer has under the word.
    fn in_short(&self, link: &Link<'g>, entities: &[EntityIndex]) -> Option<usize> {
        let candidate = &link.candidate;
        let surname = self.people.surname_of(self.text, &candidate.tokens, link.form);
        let bearers = self.people.bearers(surname);
        if bearers.is_empty() {
            return self.people.called(link.form);
        }
        if let [only] = bearers {
            return Some(only.referent).filter(|&person| self.may_be_called_so(candidate, person));
        }
        let at = candidate.tokens.start;
        let sentence = self.sentence_of(at);
        let pronoun = self.pronoun_after(candidate);
        let before = self.text_before(candidate);
        let first_named = bearers.iter().map(|bearer| bearer.first_at).min();
        let last_named = bearers.iter().filter_map(|bearer| bearer.last_at).max();
        let mut best: Option<(i32, usize)> = None;
        for bearer in bearers {
            if !self.may_be_called_so(candidate, bearer.referent) {
                continue;
            }
            let person = &self.referents[bearer.referent];
            let rank_of =
                |known: &Entity| entities.iter().position(|&index| ptr::eq(self.gazetteer.entity_at(index), known));
            let last = bearer.last_at.filter(|&last| last < at);
            let reading = BearerReading {
                person,
                before,
                pronoun,
                rank: person.known.and_then(rank_of),
                sentences_back: last.map(|last| sentence.saturating_sub(self.sentence_of(last))),
                times: bearer.times,
                is_first_named: Some(bearer.first_at) == first_named,
                is_last_named: bearer.last_at.is_some() && bearer.last_at == last_named,
            };
            let score = BEARER_SIGNS.iter().map(|sign| sign.weight() * (sign.seen)(&reading)).sum();
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
    fn pronoun_after(&self, candidate: &Candidate) -> Option<Gender> {
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
        let place = self.noted.position(index);
        self.referent_at(place)
    }

    /// The referent of an entity by its position in `noted`.
    fn referent_at(&mut self, place: usize) -> usize {
        let referents = &mut self.referents;
        let new = |entity| {
            referents.push(Referent::known(self.gazetteer.entity_at(entity)));
            referents.len() - 1
        };
        self.noted.referent(place, new)
    }

    fn discovered(&mut self, name: &'t str, kind: Kind, gender: Option<Gender>, candidate: &Candidate) -> usize {
        let gender =
            gender.or_else(|| gender_of(&self.text.tokens[candidate.tokens.start]).filter(|_| kind == Kind::Person));
        let capitals = kind != Kind::Organization
            && self.text.tokens[candidate.tokens.clone()].iter().all(|token| token.shape == Shape::Upper);
        let name = if capitals { in_small_letters(name).into() } else { plain(name) };
        let referent = Referent::discovered(kind, name, gender);
        if let Some(index) = self.gazetteer.index_of(&referent.id) {
            return self.referent_of(index);
        }
        if let Some(&known) = self.by_id.get(&referent.id) {
            return known;
        }
        let at = self.referents.len();
        self.by_id.insert(referent.id.clone(), at);
        self.referents.push(referent);
        at
    }

    /// `Hillary Rodham Clinton` is the gazetteer's `Hillary Clinton`: the first and the last name agree.
    fn known_by_short_form(&mut self, candidate: &Candidate, name: FullName) -> Option<usize> {
        if candidate.tokens.len() < 3 {
            return None;
        }
        let [given, surname] = [name.given, name.surname].map(|part| self.people.forms.text(part));
        let short = format!("{given} {surname}");
        let found = self.gazetteer.longest_at(&short, 0).filter(|found| found.span().len() == short.len())?;
        let index = *found.candidates().first()?;
        (self.gazetteer.entity_at(index).kind() == Kind::Person).then(|| self.referent_of(index))
    }

    /// `Marden Foods Inc.` is the `Marden Foods` of the headline, and the fuller name of the two.
    fn same_company(&mut self, link: &Link<'g>) -> Option<usize> {
        let candidate = &link.candidate;
        let short = without_legal_form(self.text, &candidate.tokens);
        if short == candidate.tokens {
            return None;
        }
        let short = self.text.span(short);
        let slice = self.slice(link);
        let referent = self.people.forms[self.people.forms.find(short)?].discovered?;
        self.people.forms[link.form].discovered = Some(referent);
        let referent = referent.get();
        let fuller = Referent::discovered(Kind::Organization, plain(slice), None);
        let is_taken = self.by_id.contains_key(&fuller.id) || self.gazetteer.index_of(&fuller.id).is_some();
        if self.referents[referent].known.is_none() && !is_taken {
            self.by_id.insert(fuller.id.clone(), referent);
            self.referents[referent] = fuller;
        }
        Some(referent)
    }

    /// The one entity that a name stands for here.
    fn choose(&self, link: &Link, entities: &[EntityIndex]) -> Option<EntityIndex> {
        if let &[only] = entities {
            return Some(only);
        }
        let candidate = &link.candidate;
        let length = self.slice(link).len();
        let are_places = entities.iter().all(|&index| self.gazetteer.entity_at(index).kind() == Kind::Place);
        let places = are_places.then(|| self.noted.places(self.gazetteer));
        let wanted_kind = self.wanted_kind(candidate);
        let before = self.text_before(candidate);
        entities.iter().copied().max_by_key(|&index| {
            let entity = self.gazetteer.entity_at(index);
            let has_longer_name = candidate.tokens.len() < WORDS_OF_FULL_NAME && self.noted.longest(index) > length;
            let reading = EntityReading { entity, before, has_longer_name, wanted_kind, places };
            let score: i32 = ENTITY_SIGNS.iter().map(|sign| sign.weight() * (sign.seen)(&reading)).sum();
            // Of equals the first in the file, which `max_by_key` would pass over.
            (score, Reverse(index))
        })
    }

    /// The text up to the word before the name.
    fn text_before(&self, candidate: &Candidate) -> &'t str {
        self.text.source[..self.text.tokens[candidate.tokens.start].span.start].trim_end()
    }

    fn wanted_kind(&self, candidate: &Candidate) -> Option<Kind> {
        let before = candidate.tokens.start.checked_sub(1)?;
        if self.text.tokens[before].tells(NameCues::LOCATIVE) {
            return Some(Kind::Place);
        }
        let after = self.text.tokens.get(candidate.tokens.end)?;
        if after.has(WordClass::CUE) && after.shape == Shape::Lower {
            return Some(Kind::Person);
        }
        None
    }
}
