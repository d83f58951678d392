//! From candidates to a cast: one entity for each name, and later bare surnames with the full name they stand for.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::mem;
use std::ops::Range;

use rustc_hash::FxHashSet;

use super::acronym;
use super::by_id::ById;
use super::capitals::Capitals;
use super::cast::{Cast, Name};
use super::candidate::{Candidate, Guess};
use super::forms::{FormId, FullName};
use super::people::{People, PeopleBuffers};
use super::person::gender_of;
use super::places::{Place, Places, beginnings, first_eight, may_be_one_of};
use super::referent::Referent;
use super::rule::Rule;
use super::token_set::TokenSet;
use crate::gazetteer::{EntityIndex, Gazetteer, Gender, Kind};
use crate::lexicon::{Tags, Word};
use crate::swar;
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
const LOCAL_TITLES: &[&str; 20] = &[
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

/// Titles of judges, which stand for each other.
const BENCH: &[&str; 2] = &["Justice", "Judge"];

const BEGINNINGS_OF_TITLES: [u64; LOCAL_TITLES.len()] = beginnings(LOCAL_TITLES);
const BEGINNINGS_OF_BENCH: [u64; BENCH.len()] = beginnings(BENCH);

/// Which names are read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Naming {
    /// Those outside the gazetteer.
    pub(crate) discovery: bool,
    /// Those that are short for others of the text.
    pub(crate) linking: bool,
}

/// A name with its form.
struct Link<'g> {
    candidate: Candidate<'g>,
    form: FormId,
    /// It names somebody in full.
    is_full: bool,
    /// Whom it names for sure, whatever stands behind it.
    known: Option<Place>,
}

/// Lists that one text after the other is linked with.
#[derive(Debug, Default)]
pub(super) struct LinkingBuffers {
    noted: Vec<Noted>,
    by_entity: Places,
    by_id: Places,
    people: PeopleBuffers,
    /// Those of the last cast, emptied.
    pub(super) names: Vec<Name>,
}

pub(super) fn link<'t: 'g, 'g>(
    text: &Text<'t>,
    mut candidates: Vec<Candidate<'g>>,
    gazetteer: &'g Gazetteer,
    Naming { discovery, linking }: Naming,
    capitals: &Capitals,
    buffers: &mut LinkingBuffers,
) -> Cast<'g> {
    // About half of all names are new to the text.
    let new = candidates.len() / 2;
    let LinkingBuffers { noted, by_entity, by_id, people, names } = mem::take(buffers);
    let mut linker = Linker {
        text,
        gazetteer,
        noted,
        by_entity: by_entity.emptied(new),
        places: Vec::new(),
        around: OnceCell::new(),
        by_id: ById::of(new / 2, by_id),
        people: People::of(text.source, candidates.len(), people),
        acronyms: false,
        referents: Vec::with_capacity(new),
        names,
    };
    linker.names.reserve(candidates.len());
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
    let Linker { mut noted, by_entity, by_id, people, referents, names, .. } = linker;
    noted.clear();
    *buffers = LinkingBuffers { noted, by_entity, by_id: by_id.emptied(), people: people.emptied(), names: Vec::new() };
    Cast { referents, names }
}

/// What the document has of an entity of the gazetteer.
#[derive(Debug)]
struct Noted {
    entity: EntityIndex,
    /// The length in bytes of the longest name that the document gives it, from names that only it has.
    longest: usize,
    referent: Option<Place>,
}

/// What the places that a text names belong to, and the countries these are in.
struct Around<'g> {
    within: FxHashSet<&'g str>,
    countries: FxHashSet<&'g str>,
}

struct Linker<'a, 't, 'g> {
    text: &'a Text<'t>,
    gazetteer: &'g Gazetteer,
    /// The entities of the gazetteer that the text names, each once, and the place of each among them.
    noted: Vec<Noted>,
    by_entity: Places,
    /// The places that the text names, and what they lie in: made when first asked for.
    places: Vec<EntityIndex>,
    around: OnceCell<Around<'g>>,
    by_id: ById<'g>,
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

    /// Notes what the name tells of later ones.
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
        if link.is_full || !is_known && link.candidate.kind == Kind::Person {
            self.people.note(self.text, &link.candidate.tokens, link.form);
        }
    }

    /// Notes a name that only this entity has.
    fn note_entity(&mut self, entity: EntityIndex, form: FormId) {
        // Most names come again and again.
        if self.people.forms[form].known.is_some_and(|(known, _)| known == entity) {
            return;
        }
        let place = self.place_of(entity, form);
        let length = self.people.forms.text(form).len();
        let noted = &mut self.noted[place];
        let is_new = noted.longest == 0;
        noted.longest = length.max(noted.longest);
        if is_new && self.gazetteer.entity_at(entity).kind() == Kind::Place {
            self.places.push(entity);
        }
    }

    fn find_noted(&self, entity: EntityIndex) -> Option<usize> {
        self.by_entity.find(hash(entity), |at| self.noted[at].entity == entity)
    }

    /// The position in `noted`.
    fn noted(&mut self, entity: EntityIndex) -> usize {
        self.find_noted(entity).unwrap_or_else(|| {
            let place = self.noted.len();
            self.by_entity.insert(hash(entity), Place::of(place));
            self.noted.push(Noted { entity, longest: 0, referent: None });
            place
        })
    }

    /// The same for an entity that this form stands for.
    fn place_of(&mut self, entity: EntityIndex, form: FormId) -> usize {
        match self.people.forms[form].known {
            Some((known, place)) if known == entity => place.get(),
            _ => {
                let place = self.noted(entity);
                self.people.forms[form].known = Some((entity, Place::of(place)));
                place
            }
        }
    }

    fn around(&self) -> &Around<'g> {
        self.around.get_or_init(|| {
            let gazetteer = self.gazetteer;
            let places = self.places.iter().map(|&place| gazetteer.entity_at(place));
            Around {
                within: places.clone().filter_map(|place| place.within()).collect(),
                countries: places.filter_map(|place| place.country()).collect(),
            }
        })
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
        let mut new = Vec::new();
        let mut uncovered = capitals.without(links.iter().map(|link| &link.candidate.tokens));
        // Where the last new name ends.
        let mut found_end = 0;
        let mut from = 0;
        while let Some(at) = uncovered.next(from) {
            from = at + 1;
            if !self.people.may_name(self.text, at) {
                continue;
            }
            let mut next = links.partition_point(|link| link.candidate.tokens.start <= at);
            // Where the last name ends that is still one.
            let before = links[..next].last().map(|link| &link.candidate.tokens);
            let behind = before.filter(|before| before.start >= found_end).map_or(found_end, |before| before.end);
            // `Ms. Marden-Merkel`: the second half of her surname is not somebody else.
            let half = |tokens: &Range<usize>| tokens.start == at + 2 && self.is_hyphen(at + 1);
            let limit = match links.get(next).map(|link| &link.candidate.tokens) {
                Some(tokens) if half(tokens) => tokens.end,
                Some(tokens) => tokens.start,
                None => self.text.tokens.len(),
            };
            let word = self.people.forms.find(self.text.tokens[at].span);
            let found = if word.is_some_and(|word| self.people.forms[word].acronym.is_some()) {
                Some(at..at + 1)
            } else {
                self.people.name_at(self.text, at, behind, limit)
            };
            if let Some(tokens) = found {
                (from, found_end) = (tokens.end, tokens.end);
                while let Some(inside) = links.get(next).filter(|link| link.candidate.tokens.start < tokens.end) {
                    // It is no name any more.
                    for at in tokens.end..inside.candidate.tokens.end {
                        uncovered.add_if(at, capitals.has(at));
                    }
                    next += 1;
                }
                new.push(self.link(Candidate::discovered(tokens, Kind::Person, Rule::ShortForm)));
            }
        }
        merged(links, new)
    }

    fn is_hyphen(&self, at: usize) -> bool {
        self.text.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Hyphen && !token.spaced)
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
                link.known = Some(Place::of(referent)).filter(|_| is_sure);
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
                self.people.forms[acronym].acronym = Some(referent.map(Place::of));
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
            return referent.map(Place::get);
        }
        if let Some(referent) = sure {
            return Some(referent.get());
        }
        let full = known.full();
        match candidate.guess {
            Guess::Known(entities) => {
                let chosen = self.choose(link, entities)?;
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
                    Some(person)
                        if is_person || entities.len() > 1 || self.is_ambiguous(entities, self.slice(link)) =>
                    {
                        Some(person)
                    }
                    _ if self.referents[known].ambiguous && self.is_left_alone(link, chosen) => None,
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
                let by_text = known.discovered.map(Place::get);
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
                    Kind::Organization => self.known_company(candidate),
                    Kind::Person => full.and_then(|name| {
                        self.known_by_short_form(candidate, name).or_else(|| self.people.namesake(&name))
                    }),
                    Kind::Place => None,
                };
                let name = self.slice(link);
                let referent = known.unwrap_or_else(|| self.discovered(name, kind, gender, candidate));
                self.people.forms[*form].discovered = Some(Place::of(referent));
                let end = self.before_legal_form(candidate);
                if kind == Kind::Organization && end < candidate.tokens.end {
                    let short = self.people.forms.of_span(self.text.span(candidate.tokens.start..end));
                    self.people.forms[short].discovered.get_or_insert(Place::of(referent));
                }
                Some(referent)
            }
        }
    }

    /// The gender that a courtesy title before the name shows.
    fn called(&self, candidate: &Candidate) -> Option<Gender> {
        let title = &self.text.tokens[candidate.tokens.start.checked_sub(1)?];
        if title.has(Tags::COURTESY) && title.is_capitalized() { gender_of(title) } else { None }
    }

    /// Ms. Acosta is not Alexander Acosta, and Justice Kennedy not the president.
    fn may_be_called_so(&self, candidate: &Candidate, referent: usize) -> bool {
        let Some(before) = candidate.tokens.start.checked_sub(1) else { return true };
        if self.text.tokens[before].shape != Shape::Capital {
            return true;
        }
        let person = &self.referents[referent];
        if self.called(candidate).is_some_and(|called| person.gender.is_some_and(|own| own != called)) {
            return false;
        }
        let Some(known) = person.known else { return true };
        let beginning = first_eight(self.text.source, self.text.tokens[before].span);
        if !may_be_one_of(&BEGINNINGS_OF_TITLES, beginning) && !may_be_one_of(&BEGINNINGS_OF_BENCH, beginning) {
            return true;
        }
        let title = self.text.word(before);
        !(BENCH.contains(&title) || LOCAL_TITLES.contains(&title))
            || known.titles().any(|own| {
                let last = own.rsplit(' ').next().unwrap_or(own);
                last == title || BENCH.contains(&last) && BENCH.contains(&title)
            })
    }

    /// Whom a surname or a given name alone stands for: somebody whom the document names in full. `entities` are those
    /// whom the gazetteer has under the word.
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
                if known.has_title_behind(self.text_before(candidate)) {
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
        let place = self.noted(index);
        self.referent_at(place)
    }

    /// The referent of an entity by its position in `noted`.
    fn referent_at(&mut self, place: usize) -> usize {
        let Noted { entity, ref mut referent, .. } = self.noted[place];
        if let Some(known) = referent {
            return known.get();
        }
        let new = self.referents.len();
        *referent = Some(Place::of(new));
        self.referents.push(Referent::known(self.gazetteer.entity_at(entity)));
        new
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
        if let Some(known) = self.by_id.get(&self.referents, &referent.id) {
            return known;
        }
        self.by_id.insert(&referent.id, self.referents.len());
        self.referents.push(referent);
        self.referents.len() - 1
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
        let end = self.before_legal_form(candidate);
        if end == candidate.tokens.end {
            return None;
        }
        let short = self.text.span(candidate.tokens.start..end);
        let slice = self.slice(link);
        let referent = self.people.forms[self.people.forms.find(short)?].discovered?;
        self.people.forms[link.form].discovered = Some(referent);
        let referent = referent.get();
        let fuller = Referent::discovered(Kind::Organization, plain(slice), None);
        let is_taken =
            self.by_id.get(&self.referents, &fuller.id).is_some() || self.gazetteer.index_of(&fuller.id).is_some();
        if self.referents[referent].known.is_none() && !is_taken {
            let former = mem::replace(&mut self.referents[referent], fuller).id;
            self.by_id.rename(former, &self.referents[referent].id, referent);
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
    fn choose(&self, link: &Link, entities: &[EntityIndex]) -> Option<EntityIndex> {
        if let &[only] = entities {
            return Some(only);
        }
        let candidate = &link.candidate;
        let short = candidate.tokens.len() < 3;
        let length = self.slice(link).len();
        let only_places = entities.iter().all(|&index| self.gazetteer.entity_at(index).kind() == Kind::Place);
        let wanted_kind = self.wanted_kind(candidate);
        let before = self.text_before(candidate);
        entities.iter().copied().max_by_key(|&index| {
            let entity = self.gazetteer.entity_at(index);
            let mut score = u32::from(entity.prominence());
            if short && self.longest(index) > length {
                score += LONGER_NAME;
            }
            if entity.has_title_behind(before) {
                score += TITLE_BESIDE;
            }
            if wanted_kind == Some(entity.kind()) {
                score += FITTING_KIND;
            }
            if only_places {
                let around = self.around();
                if around.within.contains(entity.id()) {
                    score += INSIDE_NAMED;
                } else if entity.country().is_some_and(|country| around.countries.contains(country)) {
                    score += SAME_COUNTRY;
                }
            }
            // Of equals the first in the file, which `max_by_key` would pass over.
            (score, std::cmp::Reverse(index))
        })
    }

    /// The length of the longest name that the document gives the entity, from names that only it has.
    fn longest(&self, index: EntityIndex) -> usize {
        self.find_noted(index).map_or(0, |place| self.noted[place].longest)
    }

    /// The text up to the word before the name.
    fn text_before(&self, candidate: &Candidate) -> &'t str {
        self.text.source[..self.text.tokens[candidate.tokens.start].span.start].trim_end()
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
    fn is_left_alone(&self, link: &Link, index: EntityIndex) -> bool {
        let candidate = &link.candidate;
        let name = self.slice(link);
        if self.longest(index) > name.len() {
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

fn hash(entity: EntityIndex) -> u32 {
    // One more, for the hash of nothing is nothing.
    swar::hash(entity.get() as u64 + 1)
}

/// Both in the order of the text; new names take the place of those that begin in them.
fn merged<'g>(links: Vec<Link<'g>>, new: Vec<Link<'g>>) -> Vec<Link<'g>> {
    if new.is_empty() {
        return links;
    }
    let mut all = Vec::with_capacity(links.len() + new.len());
    let mut links = links.into_iter().peekable();
    for link in new {
        let Range { start, end } = link.candidate.tokens;
        while let Some(before) = links.next_if(|before| before.candidate.tokens.start < start) {
            all.push(before);
        }
        all.push(link);
        while links.next_if(|inside| inside.candidate.tokens.start < end).is_some() {}
    }
    all.extend(links);
    all
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
fn plain(name: &str) -> Cow<'_, str> {
    let bytes = name.as_bytes();
    let is_plain = |at: usize| bytes[at] > b' ' && bytes[at].is_ascii() || bytes[at] == b' ' && bytes[at - 1] != b' ';
    if name.trim_ascii().len() == name.len() && (0..bytes.len()).all(is_plain) {
        return name.into();
    }
    let mut plain = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !plain.is_empty() {
            plain.push(' ');
        }
        plain.push_str(word);
    }
    plain.into()
}
