//! People outside the gazetteer: given name and surname, title and name, initials, and names beside what only people do.

use super::capitals::GIVEN_NAMES_TOO;
use super::context::Context;
use super::rule::Rule;
use super::surname::SURNAMES_TOO;
use super::syllables::is_of_two_syllables;
use crate::gazetteer::{Gender, Kind};
use crate::lexicon::{Morphology, NameCues, PartSet, PersonCues, Tags, Word, WordClass};
use crate::text::{Shape, Token, TokenKind};

/// How many tokens around a name its list and its brackets are looked at.
const REACH: usize = 8;

impl Context<'_, '_> {
    /// `Jane Doe`, `Jane Q. van der Doe Jr.`, `Sheriff Doe`, and unknown names beside what only people have.
    pub(super) fn person(&self, at: usize, run: usize, is_known: bool) -> Option<(usize, Option<Gender>, Rule)> {
        let found = self.person_by_form(at, run, is_known)?;
        // A Puerto Rican, an American: people of a place, not somebody's name.
        let words = self.text.span(at..run).of(self.text.source);
        if self.gazetteer.by_demonym(words).is_some() || self.is_of_a_people(at) || self.is_namesake(at) {
            return None;
        }
        self.people.found(found.0);
        Some(found)
    }

    fn person_by_form(&self, at: usize, run: usize, is_known: bool) -> Option<(usize, Option<Gender>, Rule)> {
        let first = self.token(at)?;
        let title = self.title_before(at);
        if let Some(end) = self.given_and_surname(at, is_known) {
            return Some((end, gender_of(first).or(title.flatten()), Rule::GivenName));
        }
        if let Some(end) = self.before_two_syllables(at) {
            return Some((end, title.flatten(), Rule::GivenName));
        }
        if let Some(end) = self.numbered(at) {
            return Some((end, gender_of(first).or(title.flatten()), Rule::GivenName));
        }
        // `S. Brell`, but not `S. African`.
        if !is_known
            && self.is_first_initial(at)
            && self.token(at + 1).is_some_and(|_| self.gazetteer.by_demonym(self.word(at + 1)).is_none())
            && let Some(end) = self.surname(self.after_given(self.part(at)), SURNAMES_TOO)
        {
            return Some((end, None, Rule::Initial));
        }
        if !is_known && let Some(end) = self.before_personal_particle(at) {
            return Some((end, title.flatten(), Rule::BesidePerson));
        }
        if !is_known && let Some(end) = self.before_known_surname(at) {
            return Some((end, title.flatten(), Rule::BesidePerson));
        }
        if !is_known && self.is_in_scorecard(at) {
            return Some((self.part(at), None, Rule::BesidePerson));
        }
        if is_known || self.headline {
            return None;
        }
        let words = (at..run).filter(|&part| self.text.tokens[part].is_word()).count();
        let acronym = words == 1 && first.shape == Shape::Upper && first.span.len() <= 4;
        let company = || at > self.sentence.start && self.is_company_role(at - 1);
        if let Some(gender) = title
            && (1..=3).contains(&words)
            && !acronym
            && !(first.has(PersonCues::TITLE) || first.tells(NameCues::ORGANIZATION_FIRST))
            && !first.has(WordClass::PROPER_ADJECTIVE)
            && !company()
        {
            let end = self
                .surname(self.after_given(at), SURNAMES_TOO)
                .filter(|&end| end <= run || self.text.tokens[run].has(PersonCues::NAME_PARTICLE))
                .unwrap_or(self.part(at));
            return Some((end, gender, Rule::Title));
        }
        // `his wife, Jane, and`
        if let Some(gender) = self.kin_before(at)
            && words == 1
            && (first.has(PersonCues::GIVEN_NAME) || gender.is_some())
        {
            return Some((self.part(at), gender_of(first).or(gender), Rule::Title));
        }
        // `Secretary of State Jane Doe`: what has an *of* before it ends somebody's office, and a given name begins a name.
        let of_office = words == 3 && self.is_end_of_office(at);
        let begins_later =
            words == 3 && self.token(self.part(at)).is_some_and(|token| token.has(PersonCues::GIVEN_NAME));
        const NO_GIVEN_NAME: Tags =
            Tags { class: SURNAMES_TOO.class.union(WordClass::ADVERB).union(WordClass::NUMERAL), ..SURNAMES_TOO };
        // `Earlier Xandrel Moop`: the first word of a sentence has a capital in any case.
        let adverb = at == self.sentence.start && words == 3 && self.is_ordinary(at) && !self.is_ordinary(at + 1);
        if of_office || begins_later || adverb || first.has(NO_GIVEN_NAME) {
            return None;
        }
        let end = self.surname(self.after_given(self.part(at)), SURNAMES_TOO)?;
        // A particle parts the run: `Xandrel de Moop`.
        let whole = end == run || end > run && words == 1;
        let words = (at..end).filter(|&part| self.text.tokens[part].is_capitalized()).count();
        if !whole || !(2..=3).contains(&words) {
            return None;
        }
        // `the newspaper Xandrel Moop reports`
        let group = at > self.sentence.start && {
            let before = &self.text.tokens[at - 1];
            before.shape == Shape::Lower && before.has(PersonCues::GROUP_ROLE.union(PersonCues::DOCUMENT_ROLE))
        };
        // `Crooked Brell said`: a word before somebody's name.
        // `Xandrel Lowmark, the fire chief`: an unknown word before a place is a given name where only people have such an
        // apposition.
        let apposed = first.is_unlisted_name() && !self.is_ordinary(at) && self.is_before_role(end);
        let word = (self.is_ordinary(at) || self.opens_clause(at))
            && !apposed
            && self.gazetteer.longest_at(self.text.source, self.text.tokens[self.part(at)].span.start).is_some();
        if group || word {
            return None;
        }
        let sure = self.is_beside_person_word(at, end);
        let likely = || {
            (!self.is_ordinary(at) || !self.is_ordinary(end - 1) && self.is_before_role(end))
                && !first.has(Morphology::ABBREVIATION)
                && (!self.is_known_elsewhere(end - 1) || apposed)
                && (self.is_in_list(at) || self.is_before_bracket(end) || self.is_before_role(end))
        };
        // `Xandrel Moop lost his keys`
        let owner = || first.is_unlisted_name() && !self.is_ordinary(at) && self.is_before_personal_pronoun(end);
        (sure || likely() || owner()).then_some((end, None, Rule::BesidePerson))
    }

    /// `Jane Doe`
    fn given_and_surname(&self, at: usize, is_known: bool) -> Option<usize> {
        if !self.token(at)?.has(PersonCues::GIVEN_NAME.union(PersonCues::NAME_PARTICLE)) {
            return None;
        }
        // `El Xandro Doe`: a capitalized particle before the given name.
        let mut given = at;
        while given < at + 2
            && !is_known
            && self
                .token(given)
                .is_some_and(|token| token.has(PersonCues::NAME_PARTICLE) && !token.has(PersonCues::GIVEN_NAME))
        {
            given += 1;
        }
        let first = self.token(given)?;
        if !first.has(PersonCues::GIVEN_NAME)
            || first.has(PersonCues::TITLE)
            || first.has(WordClass::NUMERAL)
            || first.shape == Shape::Mixed
            || given > at && !first.spaced
        {
            return None;
        }
        let at_start = at == self.sentence.start;
        // `Georgia Republicans`, but `Eric Green`: only a given name that is no place takes a surname that is a word.
        let second = self.after_given(self.part(given));
        let lone = self.token(second + 1).is_none_or(|next| !next.is_capitalized() || next.has(WordClass::FUNCTION));
        let excluded =
            if is_known || !lone || first.has(WordClass::PROPER_ADJECTIVE) { SURNAMES_TOO } else { Tags::NONE };
        // A first word that is also a verb, a place or a function word needs more than its capital.
        let doubtful = (first.has(Morphology::VERB) || first.has(WordClass::PROPER_ADJECTIVE | WordClass::ADVERB))
            && (at_start || self.headline);
        // `Bill Jordan left`: what has a finite verb after it is no verb itself.
        let subject = || self.part_at(second + 1).is_some_and(|part| part.is(PartSet::FINITE)) && lone;
        if doubtful && (self.headline || (self.is_ordinary(second) || self.is_known_elsewhere(second)) && !subject()) {
            return None;
        }
        let is_word =
            || !self.token(second).is_some_and(|token| token.has(PersonCues::GIVEN_NAME)) && self.is_ordinary(second);
        // `the Rose Bowl`
        let article = at > self.sentence.start && self.text.tokens[at - 1].has(WordClass::DETERMINER);
        let capitals = || first.shape == Shape::Upper && self.is_ordinary(given);
        if (article || capitals()) && is_word() {
            return None;
        }
        if self.headline && !self.is_before_bracket(self.part(second)) {
            let goes_on = || self.token(second + 1).is_none_or(|next| next.is_capitalized());
            if self.token(second)?.has(Morphology::VERB)
                || self.is_known_elsewhere(second)
                || (first.has(Morphology::VERB) || goes_on()) && is_word()
            {
                return None;
            }
        }
        self.surname(second, excluded)
    }

    /// `Will Brell`, `May Brell`: a given name that is a function word or a month, before a surname that is no word.
    pub(super) fn is_given_and_word(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        if token.shape != Shape::Capital
            || !token.has(PersonCues::GIVEN_NAME)
            || !token.has(GIVEN_NAMES_TOO)
            || self.headline
        {
            return false;
        }
        let question = at == self.sentence.start
            && token.has(WordClass::MODAL)
            && self.text.tokens[self.sentence.clone()].iter().any(|token| token.kind == TokenKind::Question);
        let dated = at > self.sentence.start
            && token.has(WordClass::CALENDAR)
            && self.text.tokens[at - 1].has(WordClass::PREPOSITION.union(WordClass::DETERMINER));
        let surname = at + 1;
        !question
            && !dated
            && self.is_surname(surname, SURNAMES_TOO)
            && !self.is_ordinary(surname)
            && !self.is_known_elsewhere(surname)
    }

    /// `Jane Hall`, `Rufus Hill`: somebody whose surname also ends the names of places.
    pub(super) fn person_called_like_a_place(&self, at: usize) -> Option<(usize, Option<Gender>)> {
        let first = self.token(at)?;
        if self.headline || !first.has(PersonCues::GIVEN_NAME) {
            return None;
        }
        let last = self.after_given(self.part(at));
        let token = self.token(last)?;
        let acts = self.is_before_contest(last + 1);
        if first.has(SURNAMES_TOO)
            || first.has(Morphology::VERB) && !acts
            || first.tells(NameCues::PLACE_FIRST | NameCues::ORGANIZATION_FIRST)
            || !token.tells(NameCues::PLACE_LAST.union(NameCues::ORGANIZATION_LAST))
            || !token.is_capitalized()
            || !token.tells(NameCues::COMMON_SURNAME)
            || self.run(last) != last + 1
            || self.is_ordinary(at) && !acts
            || self.gazetteer.longest_at(self.text.source, first.span.start).is_some()
        {
            return None;
        }
        // `the Brell Hall`, `at Lincoln Park`, `from Marden Beach to`, but `Jane Hall` everywhere else.
        let before = at.checked_sub(1).filter(|&before| before >= self.sentence.start).map(|at| &self.text.tokens[at]);
        let somewhere = before.is_some_and(|before| {
            before.is_capitalized() && !(before.has(PersonCues::TITLE) || before.has(WordClass::FUNCTION))
                || before.has(WordClass::DETERMINER)
                || before.has(WordClass::PREPOSITION)
                    && !matches!(before.word, Some(Word::With | Word::Like | Word::Against | Word::About))
        });
        // `the Marden Park crowd`
        let attribute = self.token(last + 1).is_some_and(|next| {
            next.shape == Shape::Lower
                && !(next.has(WordClass::FUNCTION | WordClass::ADVERB) || next.has(Morphology::VERB))
        });
        let person = self.is_beside_person_word(at, last + 1)
            || self.is_before_role(last + 1)
            || self.title_before(at).is_some();
        if (somewhere || attribute) && !person {
            return None;
        }
        self.people.found(last + 1);
        Some((last + 1, gender_of(first)))
    }

    /// `Park Ji-won`, `Ji-won Park`: a surname before or after a given name of two syllables.
    fn before_two_syllables(&self, at: usize) -> Option<usize> {
        const NO_SURNAME: Tags = Tags {
            class: SURNAMES_TOO.class.union(WordClass::ADVERB).union(WordClass::NUMERAL),
            morphology: Morphology::ABBREVIATION,
            person: SURNAMES_TOO.person.union(PersonCues::PERSON_ROLE).union(PersonCues::GROUP_ROLE),
        };
        let is_surname = |at: usize| {
            self.names(at) && self.text.tokens[at].shape == Shape::Capital && !self.text.tokens[at].has(NO_SURNAME)
        };
        let follows = |at: usize| self.token(at).is_some_and(|token| token.spaced) && is_surname(at);
        if self.headline {
            return None;
        }
        if is_of_two_syllables(self.text, at) {
            return follows(at + 3).then(|| self.part(at + 3));
        }
        (is_surname(at) && self.token(at + 1)?.spaced && is_of_two_syllables(self.text, at + 1)).then_some(at + 4)
    }

    /// `beat`: a finite verb of those who meet in a match.
    fn is_before_contest(&self, end: usize) -> bool {
        let contest = |token: &Token| token.shape == Shape::Lower && token.tells(NameCues::CONTEST);
        self.token(end).is_some_and(contest) && self.parts[end].is(PartSet::FINITE)
    }

    /// `Charles VI`, `King Brellon I`
    fn numbered(&self, at: usize) -> Option<usize> {
        let first = self.token(at)?;
        let token = self.token(at + 1)?;
        let roman =
            token.spaced && token.is_capitalized() && self.word(at + 1).bytes().all(|byte| b"IVX".contains(&byte));
        if !roman {
            return None;
        }
        let long = self.word(at + 1).len() > 1;
        let titled = || {
            at > self.sentence.start && {
                let title = &self.text.tokens[at - 1];
                title.shape == Shape::Capital && title.has(PersonCues::RULER)
            }
        };
        let reigns = (first.has(PersonCues::GIVEN_NAME) && long || titled())
            && first.shape == Shape::Capital
            && !first.has(PersonCues::TITLE);
        reigns.then_some(at + 2)
    }

    /// `Xandro Khan`: an unknown word before somebody's bare surname is the given name of somebody else.
    fn before_known_surname(&self, at: usize) -> Option<usize> {
        let first = self.token(at)?;
        let surname = self.part(at);
        let next = self.token(surname)?;
        let unknown = first.is_unlisted_name();
        if self.headline
            || !unknown
            || first.shape != Shape::Capital
            || !self.is_surname(surname, SURNAMES_TOO)
            || at > self.sentence.start && self.text.tokens[at - 1].is_capitalized()
            // Every word has a capital there.
            || self.opens_clause(at) && !first.has(PersonCues::GIVEN_NAME)
            || self.is_ordinary(at)
        {
            return None;
        }
        let found = self.gazetteer.longest_at(self.text.source, next.span.start)?;
        let end = self.part(surname);
        let known = self.gazetteer.entity_at(*found.candidates().first()?);
        // Not the Hillary of Crooked Hillary.
        let is_surname =
            known.kind() == Kind::Person && known.name().ends_with(self.text.span(surname..end).of(self.text.source));
        (is_surname && found.span().end == self.text.tokens[end - 1].span.end).then_some(end)
    }

    /// `Xandrel van de Moop`: such a particle stands in people's names alone, so that the word before it is a given name.
    fn before_personal_particle(&self, at: usize) -> Option<usize> {
        let first = self.token(at)?;
        let particle = self.part(at);
        let joins = self
            .token(particle)
            .is_some_and(|token| token.shape == Shape::Lower && token.spaced && token.tells(NameCues::PERSONAL));
        if !joins || self.headline || !first.is_unlisted_name() || self.is_ordinary(at) {
            return None;
        }
        self.surname(self.after_given(particle), SURNAMES_TOO)
    }

    /// A word that has a capital in any case: the first of a sentence, or one after a colon or a semicolon.
    fn opens_clause(&self, at: usize) -> bool {
        at == self.sentence.start
            || matches!(self.text.tokens[at - 1].kind, TokenKind::Colon | TokenKind::Semicolon | TokenKind::Mark(_))
    }

    /// `S. Brell c Moop b Garsby 12`, `Moop 4-1-17-2`: batsmen, fielders and bowlers of a cricket match.
    fn is_in_scorecard(&self, at: usize) -> bool {
        let end = self.part(at);
        let before = at.checked_sub(1).filter(|&before| before >= self.sentence.start);
        let out = before.is_some_and(|before| {
            let token = &self.text.tokens[before];
            token.span.len() <= 2
                && token.shape == Shape::Lower
                && matches!(self.word(before), "b" | "c" | "st")
                && self.token(before + 2).is_some_and(|next| {
                    next.kind == TokenKind::Number || next.is_word() && matches!(self.word(before + 2), "b" | "c")
                })
        });
        let figures = (0..7).all(|offset| {
            self.token(end + offset)
                .is_some_and(|token| token.kind == if offset % 2 == 0 { TokenKind::Number } else { TokenKind::Hyphen })
        });
        (out || figures) && !self.is_ordinary(at)
    }

    /// `Cuban-American`, `an African American`: two peoples, and nobody's name.
    fn is_of_a_people(&self, at: usize) -> bool {
        let is_people = |at: usize| {
            self.token(at).is_some_and(|token| token.is_capitalized())
                && (self.text.tokens[at].has(WordClass::PROPER_ADJECTIVE)
                    || self.gazetteer.by_demonym(self.word(at)).is_some())
        };
        let sure = self.part(at) > at + 1 || !self.text.tokens[at].has(PersonCues::GIVEN_NAME);
        (sure || is_people(at + 1)) && is_people(at)
    }

    /// `the retailer`, which is said of companies as of people.
    pub(super) fn is_company_role(&self, at: usize) -> bool {
        let token = &self.text.tokens[at];
        token.shape == Shape::Lower && token.tells(NameCues::COMPANY_ROLE)
    }

    /// `the carrier Jane Doe`, `Hurricane Jane`
    fn is_namesake(&self, at: usize) -> bool {
        let is_one = |at: usize| self.text.tokens[at].tells(NameCues::NAMESAKE);
        is_one(at) || at > self.sentence.start && (self.word(at - 1) == "USS" || is_one(at - 1))
    }

    /// `D. Moop`: only people's names begin with an initial. What comes after another name goes on with that one.
    fn is_first_initial(&self, at: usize) -> bool {
        let token = &self.text.tokens[at];
        if !token.has(Morphology::ABBREVIATION) {
            return false;
        }
        let word = self.word(at).as_bytes();
        let dotted = matches!(word.len(), 2 | 4 | 6)
            && word.chunks(2).all(|pair| pair[0].is_ascii_uppercase() && pair[1] == b'.');
        dotted
            && (word.len() == 2 || !self.is_ordinary(at + 1) && !self.is_known_elsewhere(at + 1))
            && (at == self.sentence.start
                || !self.text.tokens[at - 1].is_capitalized()
                || self.text.tokens[at - 1].has(PersonCues::TITLE))
    }

    /// `Secretary of `, `Minister for Roads and `: a preposition, or what goes on after one, stands before the word.
    fn is_end_of_office(&self, at: usize) -> bool {
        let governs = |at: usize| {
            let token = &self.text.tokens[at];
            token.shape == Shape::Lower && matches!(token.word, Some(Word::Of | Word::For))
        };
        let mut before = at;
        if before > self.sentence.start && self.text.tokens[before - 1].word == Some(Word::And) {
            before -= 1;
            while before > self.sentence.start && self.names(before - 1) {
                before -= 1;
            }
        }
        before > self.sentence.start && governs(before - 1)
    }

    /// The title before a name, with the gender that it gives.
    fn title_before(&self, at: usize) -> Option<Option<Gender>> {
        let before = at.checked_sub(1).filter(|&before| before >= self.sentence.start)?;
        let token = &self.text.tokens[before];
        let role = token.shape == Shape::Lower && token.has(PersonCues::PERSON_ROLE) && !token.has(Morphology::PLURAL);
        // `at 5 PM Marden time`
        let hour = token.has(WordClass::CALENDAR)
            && before.checked_sub(1).is_some_and(|number| self.text.tokens[number].kind == TokenKind::Number);
        let title = token.is_capitalized() && token.has(PersonCues::TITLE) && !hour;
        (role || title).then(|| gender_of(token))
    }

    /// `his wife, `: the role of somebody of the family or the like, set off by a comma.
    fn kin_before(&self, at: usize) -> Option<Option<Gender>> {
        let [role, comma] = [2, 1].map(|back| at.checked_sub(back).filter(|&at| at >= self.sentence.start));
        if self.text.tokens[comma?].kind != TokenKind::Comma {
            return None;
        }
        let (role_at, role) = (role?, &self.text.tokens[role?]);
        if role.shape != Shape::Lower || !role.has(PersonCues::PERSON_ROLE) || role.has(Morphology::PLURAL) {
            return None;
        }
        // `his twin sister`, `the couple's own daughter`
        let floor = self.sentence.start.max(role_at.saturating_sub(3));
        let owner = (floor..role_at).rev().find(|&at| {
            let token = &self.text.tokens[at];
            token.shape != Shape::Lower || token.has(WordClass::FUNCTION)
        });
        let is_kin = owner.is_some_and(|owner| {
            let owner = &self.text.tokens[owner];
            owner.has(WordClass::POSSESSIVE) || owner.kind == TokenKind::Clitic
        });
        is_kin.then(|| gender_of(role))
    }

    /// A comma, a figure or a bracket parts the name from a person: names in a list are alike.
    fn is_in_list(&self, at: usize) -> bool {
        let mut before = at;
        while before > self.sentence.start && before + 2 * REACH > at {
            let token = &self.text.tokens[before - 1];
            match token.kind {
                TokenKind::Comma
                | TokenKind::Semicolon
                | TokenKind::Number
                | TokenKind::Dash
                | TokenKind::Hyphen
                | TokenKind::CloseBracket
                | TokenKind::OpenBracket => before -= 1,
                TokenKind::Word if token.word == Some(Word::And) => before -= 1,
                // What stands in brackets after the person before.
                TokenKind::Word if self.is_bracketed(before - 1) => before -= 1,
                _ => break,
            }
        }
        before < at && self.last_person_end() == before
    }

    /// Where the last person found by form ends.
    fn last_person_end(&self) -> usize {
        for (at, end) in self.people.unread.take() {
            self.person(at, end, true);
        }
        self.people.end.get()
    }

    fn is_bracketed(&self, at: usize) -> bool {
        let closed = (at + 1..at + REACH).find_map(|at| match self.token(at)?.kind {
            TokenKind::CloseBracket => Some(true),
            TokenKind::OpenBracket => Some(false),
            _ => None,
        });
        closed == Some(true)
    }
}

pub(super) fn gender_of(token: &Token) -> Option<Gender> {
    match (token.has(PersonCues::MALE), token.has(PersonCues::FEMALE)) {
        (true, false) => Some(Gender::Male),
        (false, true) => Some(Gender::Female),
        _ => None,
    }
}
