//! Names outside the gazetteer, found by their form: given name and surname, title and name, head word of an organization.

use std::ops::Range;

use super::gazetted::Hit;
use crate::gazetteer::{EntityIndex, Gazetteer, Gender, Kind};
use crate::lexicon::Tags;
use crate::text::{Shape, Text, Token, TokenKind};

/// Who a name may be, before the document has been read to its end.
#[derive(Clone, Debug)]
pub(super) enum Guess<'g> {
    /// Entities of the gazetteer, most prominent first.
    Known(&'g [EntityIndex]),
    Discovered {
        kind: Kind,
        gender: Option<Gender>,
    },
    /// The organization that these tokens name in full.
    Short(Range<usize>),
}

/// A name in the text with what it may stand for.
#[derive(Clone, Debug)]
pub(super) struct Candidate<'g> {
    pub(super) tokens: Range<usize>,
    pub(super) guess: Guess<'g>,
}

/// Words that no name contains, however they are capitalized.
const NEVER: Tags = Tags::FUNCTION.union(Tags::CALENDAR);

/// Words that end the name of an organization and are hardly ever surnames.
const WORDS: Tags = Tags::ORGANIZATION_LAST;

/// Words that are surnames too: Green, King, Pope.
const SURNAMES_TOO: Tags = Tags::CAPITALIZED.union(Tags::TITLE);

/// Joins the gazetteer's hits with what the form of the text shows; the result is in text order and free of overlaps.
pub(super) fn discover<'g>(text: &Text, hits: Vec<Hit<'g>>, gazetteer: &'g Gazetteer) -> Vec<Candidate<'g>> {
    let mut found = Vec::with_capacity(hits.len() + hits.len() / 2);
    let mut hits = hits.into_iter().peekable();
    let mut capitalized = &text.capitalized[..];
    for sentence in &text.sentences {
        let behind = capitalized.iter().take_while(|&&at| at < sentence.end).count();
        let (mut capitals, later) = capitalized.split_at(behind);
        capitalized = later;
        let headline = is_headline(text, sentence, capitals);
        let form = Form { text, gazetteer, sentence: sentence.clone(), headline };
        let mut at = sentence.start;
        loop {
            while hits.next_if(|hit| hit.tokens.start < at).is_some() {}
            while let [first, rest @ ..] = capitals
                && *first < at
            {
                capitals = rest;
            }
            // A name begins with a capital, or the gazetteer says that it is one.
            let next_hit = hits.peek().map_or(usize::MAX, |hit| hit.tokens.start);
            at = next_hit.min(capitals.first().copied().unwrap_or(usize::MAX));
            if at >= sentence.end {
                break;
            }
            let candidate = form.name_at(at, hits.peek().filter(|_| next_hit == at));
            at = candidate.as_ref().map_or(at + 1, |candidate| candidate.tokens.end.max(at + 1));
            found.extend(candidate);
        }
    }
    found
}

/// Most words are capitalized, or all are in capitals throughout: capitals tell nothing about names here.
pub(super) fn is_headline(text: &Text, sentence: &Range<usize>, capitals: &[usize]) -> bool {
    let shouted = |&at: &usize| text.tokens[at].shape == Shape::Upper;
    let count = capitals.iter().filter(|&&at| !text.tokens[at].has(Tags::FUNCTION)).count();
    let is_content_word = |token: &&Token| token.is_word() && !token.has(Tags::FUNCTION);
    let words = || text.tokens[sentence.clone()].iter().filter(is_content_word).count();
    count >= 4 && count * 10 > words() * 8 || count >= 3 && capitals.iter().all(shouted) && count == words()
}

struct Form<'a, 't> {
    text: &'a Text<'t>,
    gazetteer: &'a Gazetteer,
    sentence: Range<usize>,
    headline: bool,
}

impl Form<'_, '_> {
    fn token(&self, at: usize) -> Option<&Token> {
        self.text.tokens[..self.sentence.end].get(at)
    }

    fn word(&self, at: usize) -> &str {
        self.text.word(at)
    }

    fn is_hyphen(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == TokenKind::Hyphen && !token.spaced)
    }

    /// A capitalized word that can be part of a name.
    fn names(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.is_capitalized() && !token.has(NEVER))
    }

    /// The end of the name part that begins at `at`: one word, or several joined by hyphens.
    fn part(&self, at: usize) -> usize {
        let mut end = at + 1;
        while self.is_hyphen(end) && self.token(end + 1).is_some_and(|token| token.is_capitalized() && !token.spaced) {
            end += 2;
        }
        end
    }

    /// The end of the run of capitalized words that begins at `at`.
    fn run(&self, at: usize) -> usize {
        let mut end = at;
        while self.names(end) && (end == at || self.token(end).is_some_and(|token| token.spaced)) {
            end = self.part(end);
        }
        end
    }

    fn name_at<'g>(&self, at: usize, hit: Option<&Hit<'g>>) -> Option<Candidate<'g>> {
        let hit_end = hit.map_or(at, |hit| hit.tokens.end);
        let known = hit.map(|hit| Candidate { tokens: hit.tokens.clone(), guess: Guess::Known(hit.candidates) });
        // Only the first word of a hyphenated compound can begin a longer name: not the Trump of anti-Trump.
        let compound = at > self.sentence.start && self.is_hyphen(at - 1);
        if !self.names(at) || compound {
            return known;
        }
        let organization = self.organization(at).filter(|&end| end > hit_end);
        if let Some(end) = organization {
            return Some(discovered(at..end, Kind::Organization, None));
        }
        if let Some(end) = self.place(at).filter(|&end| end > hit_end) {
            return Some(discovered(at..end, Kind::Place, None));
        }
        if let Some((end, gender)) = self.person(at, hit).filter(|&(end, _)| end > hit_end) {
            return Some(discovered(at..end, Kind::Person, gender));
        }
        known
    }

    /// `Jane Doe`, `Jane Q. van der Doe Jr.`, `Sheriff Doe`, and two unknown names beside a word that only people have.
    fn person(&self, at: usize, hit: Option<&Hit>) -> Option<(usize, Option<Gender>)> {
        let first = self.token(at)?;
        // A Puerto Rican, an American: people of a place, not somebody's name.
        let run = self.text.span(at..self.run(at)).of(self.text.source);
        if self.gazetteer.by_demonym(run).is_some() {
            return None;
        }
        let title = self.title_before(at);
        let given = first.has(Tags::GIVEN_NAME) && !first.has(Tags::TITLE) && !self.is_role_capital(first);
        let at_start = at == self.sentence.start;
        // A first word that is also a verb, a place or a function word needs more than its capital.
        let doubtful =
            first.has(Tags::VERB.union(Tags::CAPITALIZED).union(Tags::ADVERB)) && (at_start || self.headline);
        if given && !doubtful && first.shape != Shape::Mixed {
            let second = self.after_given(self.part(at));
            // `Georgia Republicans`, but `Eric Green`: only a given name that is no place takes a surname that is a word.
            let place = hit.is_some_and(|hit| hit.tokens.start == at);
            let excluded = if place { WORDS.union(SURNAMES_TOO) } else { WORDS };
            let lone = self.token(second + 1).is_none_or(|next| !next.is_capitalized() || next.has(Tags::FUNCTION));
            let excluded = if lone { excluded } else { WORDS.union(SURNAMES_TOO) };
            if let Some(end) = self.surname(second, excluded) {
                return Some((end, gender_of(first).or(title.flatten())));
            }
        }
        if hit.is_some() || self.headline {
            return None;
        }
        let run = self.run(at);
        let words = (at..run).filter(|&part| self.text.tokens[part].is_word()).count();
        if let Some(gender) = title
            && (1..=3).contains(&words)
            && !first.has(Tags::TITLE.union(Tags::ORGANIZATION_FIRST))
            && !first.has(Tags::CAPITALIZED)
        {
            let end = self
                .surname(self.after_given(at), WORDS.union(SURNAMES_TOO))
                .filter(|&end| end <= run)
                .unwrap_or(self.part(at));
            return Some((end, gender));
        }
        // `Secretary of State Jane Doe`: what has an *of* before it ends somebody's office, and a given name begins a name.
        let of_office = at > self.sentence.start && self.word(at - 1) == "of";
        let begins_later = words == 3 && self.token(self.part(at)).is_some_and(|token| token.has(Tags::GIVEN_NAME));
        let two = (2..=3).contains(&words)
            && !of_office
            && !begins_later
            && !first.has(Tags::TITLE.union(Tags::CAPITALIZED).union(Tags::ADVERB));
        if two
            && self.surname(self.after_given(self.part(at)), WORDS.union(SURNAMES_TOO)) == Some(run)
            && (self.is_beside_person_word(at, run) || self.is_first_initial(at))
        {
            return Some((run, None));
        }
        None
    }

    /// `D. Fleming`: only people's names begin with an initial. What stands behind another name goes on with that one.
    fn is_first_initial(&self, at: usize) -> bool {
        let token = &self.text.tokens[at];
        token.has(Tags::ABBREVIATION)
            && token.span.len() == 2
            && (at == self.sentence.start || !self.text.tokens[at - 1].is_capitalized())
    }

    /// Words such as President or Republicans before which no given name stands.
    fn is_role_capital(&self, token: &Token) -> bool {
        token.has(Tags::PERSON_ROLE) && !token.has(Tags::GIVEN_NAME)
    }

    /// Behind a given name: initials, more given names, nicknames and particles.
    fn after_given(&self, mut at: usize) -> usize {
        while let Some(token) = self.token(at) {
            let initial = token.has(Tags::ABBREVIATION)
                && token.span.len() <= 5
                && token.is_capitalized()
                && !token.has(Tags::NAME_SUFFIX.union(Tags::TITLE));
            let lone = token.is_capitalized() && token.span.len() == 1;
            let particle =
                token.has(Tags::NAME_PARTICLE) && (token.shape == Shape::Lower || !token.has(Tags::GIVEN_NAME));
            let more = initial || lone || particle && self.names_or_particle(at + 1);
            if !more {
                break;
            }
            at += 1;
            if particle && self.is_hyphen(at) {
                at += 1;
            }
        }
        at
    }

    fn names_or_particle(&self, at: usize) -> bool {
        let at = if self.is_hyphen(at) { at + 1 } else { at };
        self.token(at).is_some_and(|token| {
            token.is_capitalized() && !token.has(Tags::CALENDAR) || token.has(Tags::NAME_PARTICLE) && token.is_word()
        })
    }

    /// The end of the surname at `at`, with what belongs to it.
    fn surname(&self, at: usize, excluded: Tags) -> Option<usize> {
        if !self.is_surname(at, excluded) {
            return None;
        }
        let mut end = self.part(at);
        // A second surname: García Márquez, Wasserman Schultz; never in a headline, where the next word is just a word.
        while !self.headline
            && self.is_surname(end, WORDS.union(SURNAMES_TOO))
            && self.token(end).is_some_and(|token| token.spaced && !token.has(Tags::VERB))
        {
            if self.gazetteer.longest_at(self.text.source, self.text.tokens[end].span.start).is_some() && end > at + 1 {
                break;
            }
            end = self.part(end);
        }
        let comma = usize::from(self.token(end).is_some_and(|token| token.kind == TokenKind::Comma));
        if self.token(end + comma).is_some_and(|token| token.has(Tags::NAME_SUFFIX) && token.is_capitalized()) {
            end += comma + 1;
        }
        Some(end)
    }

    fn is_surname(&self, at: usize, excluded: Tags) -> bool {
        self.names(at)
            && self.token(at).is_some_and(|token| {
                token.spaced
                    && !token.has(excluded)
                    && (token.has(Tags::GIVEN_NAME) || !token.has(Tags::GROUP_ROLE.union(Tags::ABBREVIATION)))
                    && token.shape != Shape::Mixed
                    && (token.shape != Shape::Upper || token.span.len() > 4 || self.sentence_is_upper(at))
            })
    }

    /// The words around are in capitals too.
    fn sentence_is_upper(&self, at: usize) -> bool {
        at > self.sentence.start && self.text.tokens[at - 1].shape == Shape::Upper
    }

    /// The title before a name, with the gender that it gives.
    fn title_before(&self, at: usize) -> Option<Option<Gender>> {
        let before = at.checked_sub(1).filter(|&before| before >= self.sentence.start)?;
        let token = &self.text.tokens[before];
        let role = token.shape == Shape::Lower && token.has(Tags::PERSON_ROLE) && !token.has(Tags::PLURAL);
        let title = token.is_capitalized() && token.has(Tags::TITLE);
        (role || title).then(|| gender_of(token))
    }

    /// A verb of saying behind or before, or an age behind: only people have these.
    fn is_beside_person_word(&self, start: usize, end: usize) -> bool {
        let finite = Tags::PAST.union(Tags::THIRD);
        let is_cue = |at: usize| {
            self.token(at).is_some_and(|token| token.shape == Shape::Lower && token.has(Tags::CUE) && token.has(finite))
        };
        let age = self.token(end).is_some_and(|token| token.kind == TokenKind::Comma)
            && self.token(end + 1).is_some_and(|token| token.kind == TokenKind::Number && token.span.len() <= 2)
            && self.token(end + 2).is_some_and(|token| token.kind == TokenKind::Comma);
        is_cue(end) || age || start > self.sentence.start && is_cue(start - 1)
    }

    /// `Marden Institute`, `Bank of Lundby`, `Department of Health and Safety`.
    fn organization(&self, at: usize) -> Option<usize> {
        if self.headline {
            return None;
        }
        let run = self.run(at);
        let last = (at + 1..run).rev().find(|&end| self.text.tokens[end].has(Tags::ORGANIZATION_LAST));
        let joined = self
            .company_of(at, run)
            .or_else(|| self.joined_by_ampersand(at, run))
            .or_else(|| self.joined_by_apostrophe(run))
            .or_else(|| self.joined_by_and(at, run));
        if let Some(end) = joined {
            return Some(end);
        }
        if let Some(last) = last {
            let token = &self.text.tokens[last];
            let company = token.has(Tags::COMPANY_LAST);
            // `CENTRAL DIVISION`, `Marden International Airport`, `the Jewish West Bank`.
            let heading =
                token.shape == Shape::Upper && !company && run == self.sentence.end && at == self.sentence.start;
            let building = last + 1 < run && self.text.tokens[last + 1].has(Tags::PLACE_LAST) && !company;
            // Both are wrong of an event: `the Marden Security Summit`.
            let event = self.text.tokens[run - 1].has(Tags::EVENT);
            if heading
                || building
                || event
                || self.token(at)?.has(Tags::CAPITALIZED) && self.is_known_place(at + 1, last + 1)
            {
                return None;
            }
            return Some(self.of_phrase(last + 1).filter(|_| !company).unwrap_or(last + 1));
        }
        (self.token(at)?.has(Tags::ORGANIZATION_FIRST) && run == at + 1).then(|| self.of_phrase(run)).flatten()
    }

    /// `Ellery Fields of Marden Ltd`: the legal form at the end holds both parts together.
    fn company_of(&self, at: usize, run: usize) -> Option<usize> {
        let people = Tags::GIVEN_NAME.union(Tags::TITLE).union(Tags::PERSON_ROLE);
        if self.token(run).is_none()
            || self.word(run) != "of"
            || self.text.tokens[at..run].iter().any(|token| token.has(people))
        {
            return None;
        }
        let end = self.run(run + 1);
        (end > run + 2 && self.text.tokens[end - 1].has(Tags::COMPANY_LAST)).then_some(end)
    }

    /// `Marden & Lundby`, `Marden Ellery & Co Inc`.
    fn joined_by_ampersand(&self, at: usize, run: usize) -> Option<usize> {
        if self.token(run).is_none() || self.word(run) != "&" || self.text.tokens[run - 1].span.len() < 2 {
            return None;
        }
        let behind = self.run(run + 1);
        let legal = (run + 1..behind).find(|&at| self.text.tokens[at].has(Tags::COMPANY_LAST));
        let end = legal.map_or(behind, |mut at| {
            while at < behind && self.text.tokens[at].has(Tags::COMPANY_LAST) {
                at += 1;
            }
            at
        });
        // `Jane & John`: a couple.
        let couple =
            [run - 1, run + 1].iter().all(|&at| self.token(at).is_some_and(|token| token.has(Tags::GIVEN_NAME)));
        if couple {
            return None;
        }
        let known = || self.gazetteer.longest_at(self.text.source, self.text.tokens[at].span.start).is_some();
        (end > run + 1 && self.text.tokens[run + 1].span.len() > 1 && (legal.is_some() || !known())).then_some(end)
    }

    /// `the Marden Traders' Association`.
    fn joined_by_apostrophe(&self, run: usize) -> Option<usize> {
        let mark = self
            .token(run)
            .filter(|token| !token.is_spoken() && matches!(token.span.of(self.text.source), "'" | "’"))?;
        let end = self.run(run + 1);
        let plural = self.text.tokens[run - 1].has(Tags::PLURAL);
        let named = end > run + 1 && end <= run + 4 && self.text.tokens[end - 1].has(Tags::ORGANIZATION_LAST);
        (plural && named && mark.span.len() <= 3 && self.text.tokens[run + 1].spaced).then_some(end)
    }

    /// `the Lakes and County Rowing Board`: after the article both parts are one name.
    fn joined_by_and(&self, at: usize, run: usize) -> Option<usize> {
        let article = at.checked_sub(1).filter(|&before| before >= self.sentence.start)?;
        if self.word(article) != "the" || self.token(run).is_none() || self.word(run) != "and" || run > at + 4 {
            return None;
        }
        let end = self.run(run + 1);
        let last = self.text.tokens.get(end - 1)?;
        let people = Tags::GIVEN_NAME.union(Tags::TITLE).union(Tags::PERSON_ROLE).union(Tags::ORGANIZATION_LAST);
        let known = self.gazetteer.longest_at(self.text.source, self.text.tokens[at].span.start);
        let whole = known.is_some_and(|known| known.span().end == self.text.tokens[run - 1].span.end);
        let last_of_left = &self.text.tokens[run - 1];
        (end > run + 2
            && last.has(Tags::ORGANIZATION_LAST)
            && !last.has(Tags::S_FORM)
            && !whole
            && !last_of_left.has(people)
            && !self.text.tokens[at].has(people.union(Tags::CAPITALIZED)))
        .then_some(end)
    }

    fn is_known_place(&self, start: usize, end: usize) -> bool {
        start + 1 < end
            && self.gazetteer.longest_at(self.text.source, self.text.tokens[start].span.start).is_some_and(|found| {
                found.span().end == self.text.tokens[end - 1].span.end
                    && found
                        .candidates()
                        .first()
                        .is_some_and(|&first| self.gazetteer.entity_at(first).kind() == Kind::Place)
            })
    }

    /// The end of `of Health and Safety` behind an organization's head.
    fn of_phrase(&self, at: usize) -> Option<usize> {
        let joins = |at: usize, words: &[&str]| {
            self.token(at).is_some_and(|token| token.shape == Shape::Lower) && words.contains(&self.word(at))
        };
        if !joins(at, &["of", "for", "on"]) {
            return None;
        }
        let article = usize::from(joins(at + 1, &["the"]));
        let mut end = self.run(at + 1 + article);
        if end == at + 1 + article {
            return None;
        }
        while joins(end, &["and"])
            && self.run(end + 1) > end + 1
            && self.token(end + 2).is_none_or(|next| !next.has(Tags::VERB))
        {
            end = self.run(end + 1);
        }
        Some(end)
    }

    /// `Marden County`, `Mount Ellery`.
    fn place(&self, at: usize) -> Option<usize> {
        if self.headline {
            return None;
        }
        let run = self.run(at);
        let first = self.token(at)?;
        if first.has(Tags::PLACE_OF) && run == at + 1 && self.token(run).is_some() && self.word(run) == "of" {
            return Some(self.run(run + 1)).filter(|&end| end > run + 1);
        }
        // `South African`, `North Africans`: people and adjectives.
        let pair = self.text.span(at..(at + 2).min(run)).of(self.text.source);
        if first.has(Tags::PLACE_FIRST) && run > at + 1 && self.gazetteer.by_demonym(pair).is_some() {
            return None;
        }
        let heading = first.shape == Shape::Upper && at == self.sentence.start && run == self.sentence.end;
        if self.text.tokens[run - 1].has(Tags::EVENT)
            || heading && self.text.tokens[run - 1].has(Tags::ORGANIZATION_LAST)
        {
            return None;
        }
        // `Jane Hill lost`: somebody, unless a word before the name says where.
        let last = &self.text.tokens[run - 1];
        let before =
            at.checked_sub(1).filter(|&before| before >= self.sentence.start).map(|before| &self.text.tokens[before]);
        let where_it_is = before.is_some_and(|before| before.has(Tags::PREPOSITION.union(Tags::DETERMINER)));
        if run == at + 2 && first.has(Tags::GIVEN_NAME) && last.has(Tags::SURNAME_TOO) && !where_it_is {
            return None;
        }
        // `New Iran sanctions`: an adjective before a name that is known by itself.
        let adjective = self.word(at) == "New"
            && self
                .token(at + 1)
                .is_some_and(|next| self.gazetteer.longest_at(self.text.source, next.span.start).is_some());
        if first.has(Tags::PLACE_FIRST)
            && run > at + 1
            && !adjective
            && !self.text.tokens[at + 1].has(Tags::CAPITALIZED)
        {
            return Some(self.part(at + 1));
        }
        (at + 1..run)
            .rev()
            .find(|&end| self.text.tokens[end].has(Tags::PLACE_LAST) && !first.has(Tags::TITLE))
            .map(|end| end + 1)
    }
}

fn discovered<'g>(tokens: Range<usize>, kind: Kind, gender: Option<Gender>) -> Candidate<'g> {
    Candidate { tokens, guess: Guess::Discovered { kind, gender } }
}

pub(super) fn gender_of(token: &Token) -> Option<Gender> {
    match (token.has(Tags::MALE), token.has(Tags::FEMALE)) {
        (true, false) => Some(Gender::Male),
        (false, true) => Some(Gender::Female),
        _ => None,
    }
}
