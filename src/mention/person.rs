//! People outside the gazetteer: given name and surname, title and name, initials, and names beside what only people do.

use super::discovery::Form;
use super::gazetted::Hit;
use crate::gazetteer::Gender;
use crate::lexicon::Tags;
use crate::text::{Shape, Token, TokenKind};

/// Words that end the name of an organization and are hardly ever surnames.
const WORDS: Tags = Tags::ORGANIZATION_LAST;

/// Words that are surnames too: Green, King, Pope.
const SURNAMES_TOO: Tags = Tags::CAPITALIZED.union(Tags::TITLE);

impl Form<'_, '_> {
    /// `Jane Doe`, `Jane Q. van der Doe Jr.`, `Sheriff Doe`, and two unknown names beside a word that only people have.
    pub(super) fn person(&self, at: usize, hit: Option<&Hit>) -> Option<(usize, Option<Gender>)> {
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
}

pub(super) fn gender_of(token: &Token) -> Option<Gender> {
    match (token.has(Tags::MALE), token.has(Tags::FEMALE)) {
        (true, false) => Some(Gender::Male),
        (false, true) => Some(Gender::Female),
        _ => None,
    }
}
