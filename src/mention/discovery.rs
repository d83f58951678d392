//! Names outside the gazetteer, found by their form: given name and surname, title and name, head word of an organization.

use std::ops::Range;

use super::candidate::{Candidate, discovered, known};
use super::capitals::Capitals;
use super::context::{Context, LastPerson};
use super::gazetted::Hit;
use super::rule::Rule;
use crate::gazetteer::{Gazetteer, Kind};
use crate::lexicon::{Lexicon, Morphology, NameCues, Part, PartSet, PersonCues, Word, WordClass};
use crate::text::{Shape, Text, Token, TokenKind};

/// In how many of a thousand places a word describes that may stand before a name and be no part of it.
const LEAST_SHARE_OF_DESCRIBING: u32 = 300;

/// No title of a work has more words.
const LONGEST_TITLE: usize = 8;

/// Joins the gazetteer's hits with what the form of the text shows; the result is in text order and free of overlaps.
pub(super) fn discover<'g>(
    text: &Text,
    parts: &[Part],
    hits: impl Iterator<Item = Hit<'g>>,
    capitals: &Capitals,
    headlines: &[bool],
    gazetteer: &'g Gazetteer,
) -> Vec<Candidate<'g>> {
    // About half of the places where a name may begin have one.
    let mut found = Vec::with_capacity(text.openings.len() / 2);
    let mut hits = hits.peekable();
    let people = LastPerson::default();
    let mut sentences = text.sentences.iter().zip(headlines);
    let Some((sentence, &headline)) = sentences.next() else { return found };
    let mut form = Context { text, parts, gazetteer, sentence: sentence.clone(), headline, capitals, people: &people };
    // Where the last name ends; one of the gazetteer may go on after a line break that ends its sentence.
    let mut free = 0;
    let mut next_capital = Some(0);
    loop {
        while hits.next_if(|hit| hit.tokens.start < free).is_some() {}
        // A name begins with a capital, or the gazetteer says that it is one.
        let next_hit = hits.peek().map_or(usize::MAX, |hit| hit.tokens.start);
        if next_capital.is_some_and(|at| at <= free) {
            next_capital = capitals.first.next(free);
        }
        let at = next_hit.min(next_capital.unwrap_or(usize::MAX));
        if at >= form.sentence.end {
            let Some((sentence, &headline)) = sentences.find(|(sentence, _)| at < sentence.end) else { return found };
            (form.sentence, form.headline) = (sentence.clone(), headline);
            people.forget();
        }
        let candidate = form.name_at(at, hits.next_if(|_| next_hit == at));
        free = candidate.as_ref().map_or(at + 1, |candidate| candidate.tokens.end.max(at + 1));
        found.extend(candidate);
    }
}

impl Context<'_, '_> {
    fn name_at<'g>(&self, at: usize, hit: Option<Hit<'g>>) -> Option<Candidate<'g>> {
        let is_known = hit.is_some();
        let hit_end = hit.as_ref().map_or(at, |hit| hit.tokens.end);
        let known = hit.map(|hit| known(hit, self.gazetteer));
        // `Marden West`: which part of the town it is.
        let direction = hit_end == at + 1 && self.text.tokens[at].tells(NameCues::PLACE_FIRST);
        if direction && self.is_after_capital(at) && !self.text.tokens[at - 1].has(PersonCues::TITLE) {
            return None;
        }
        // Only the first word of a hyphenated compound can begin a longer name: not the Trump of anti-Trump.
        let compound = at > self.sentence.start && self.is_hyphen(at - 1);
        if compound || !(self.names(at) || self.is_given_and_word(at)) {
            return known;
        }
        let run = self.before_officer(at, self.run(at));
        if self.is_plain(at, run, known.is_some().then_some(hit_end)) {
            if known.is_some() {
                self.people.unread.borrow_mut().push((at, run));
            }
            return known;
        }
        if let Some((end, gender)) = self.person_called_like_a_place(at) {
            if self.is_called_body(at, end) {
                return Some(Candidate::discovered(at..end, Kind::Organization, Rule::Surroundings));
            }
            return Some(discovered(at..end, Kind::Person, gender, Rule::GivenName));
        }
        // `“The Marden Years”`: nor is a word of it another name.
        let known =
            known.filter(|known| !(self.names(known.tokens.end) || self.is_after_capital(at)) || !self.is_in_title(at));
        if !is_known && (self.is_word_before_name(at, run) || self.is_epithet(at)) {
            return None;
        }
        let heads = self.name_cues(at..run);
        let organization = self.organization(at, run, heads).filter(|&end| end > hit_end && !self.is_in_title(at));
        if let Some(end) = organization {
            return Some(discovered(at..end, Kind::Organization, None, Rule::OrganizationForm));
        }
        if run > hit_end && self.is_after_body_called(at) {
            return Some(Candidate::discovered(at..run, Kind::Organization, Rule::Surroundings));
        }
        if let Some(end) = self.place(at, run, heads).filter(|&end| end > hit_end && !self.is_in_title(at)) {
            return Some(discovered(at..end, Kind::Place, None, Rule::PlaceForm));
        }
        if let Some((end, gender, rule)) = self.person(at, run, is_known).filter(|&(end, ..)| end > hit_end) {
            if self.is_called_body(at, end) {
                return Some(Candidate::discovered(at..end, Kind::Organization, Rule::Surroundings));
            }
            return Some(discovered(at..end, Kind::Person, gender, rule));
        }
        known
    }

    /// What any of these tokens tells of a name.
    fn name_cues(&self, tokens: Range<usize>) -> NameCues {
        self.text.tokens[tokens].iter().fold(NameCues::empty(), |cues, token| cues | token.name_cues())
    }

    /// The look that tells of two names in three that they are no more than what the gazetteer has, a name that ends at
    /// `hit_end`, or nothing: no form of a name goes on with what comes after the run.
    fn is_plain(&self, at: usize, run: usize, hit_end: Option<usize>) -> bool {
        if !self.ends_names(run) {
            return false;
        }
        let before = at.checked_sub(1).filter(|&before| before >= self.sentence.start).map(|at| &self.text.tokens[at]);
        match hit_end {
            // A word before it may be of the same title of a work.
            Some(end) => end == run && !before.is_some_and(Token::is_capitalized),
            // One word that nothing before it calls somebody.
            None => {
                let called = before.is_some_and(|before| {
                    before.has(PersonCues::TITLE.union(PersonCues::PERSON_ROLE))
                        | (before.kind == TokenKind::Comma)
                        | ((before.shape == Shape::Lower) & (before.span.len() <= 2))
                });
                (run == at + 1) & !called
            }
        }
    }

    /// What stands here joins a name to no other, and is no part of one.
    fn ends_names(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return true };
        match token.kind {
            TokenKind::Word => {
                let joins = matches!(token.word, Some(Word::Of | Word::And | Word::For | Word::On));
                (token.shape == Shape::Lower) & !token.has(PersonCues::NAME_PARTICLE) & !joins
            }
            TokenKind::Comma => self
                .token(at + 1)
                .is_none_or(|next| !(next.has(PersonCues::NAME_SUFFIX) || next.tells(NameCues::COMPANY_LAST))),
            TokenKind::Stop
            | TokenKind::Question
            | TokenKind::Exclamation
            | TokenKind::Colon
            | TokenKind::Semicolon
            | TokenKind::Clitic
            | TokenKind::Dash
            | TokenKind::CloseBracket => true,
            _ => false,
        }
    }

    fn is_after_capital(&self, at: usize) -> bool {
        at > self.sentence.start && self.names(at - 1)
    }

    /// `“The Long Division”`: a few words between quotation marks, all with capitals, are the title of a work.
    fn is_in_title(&self, at: usize) -> bool {
        let mut start = at;
        while start > self.sentence.start && at - start < LONGEST_TITLE && self.text.tokens[start - 1].is_capitalized()
        {
            start -= 1;
        }
        let opens =
            start.checked_sub(1).is_some_and(|before| matches!(self.text.tokens[before].kind, TokenKind::Mark(_)));
        let mut end = at + 1;
        while opens
            && end < start + LONGEST_TITLE
            && self.token(end).is_some_and(|token| token.is_capitalized() || token.has(WordClass::FUNCTION))
        {
            end += 1;
        }
        let stop = self.token(end).is_some_and(|token| token.kind == TokenKind::Comma || token.kind == TokenKind::Stop);
        opens && self.token(end + usize::from(stop)).is_some_and(|token| matches!(token.kind, TokenKind::Mark(_)))
    }

    /// `Marden Institute`, `Bank of Lundby`, `Department of Health and Safety`.
    ///
    /// `heads` are the cues of all words of the run, here and in [`place`](Self::place): most have no head word.
    fn organization(&self, at: usize, run: usize, heads: NameCues) -> Option<usize> {
        if self.headline || run == at {
            return None;
        }
        if let Some(end) = self.joined(at, run) {
            return Some(self.after_legal_form(end).unwrap_or(end));
        }
        if let Some(end) = self.after_legal_form(run) {
            return Some(end);
        }
        if !heads.intersects(NameCues::ORGANIZATION_FIRST | NameCues::ORGANIZATION_LAST) {
            return None;
        }
        let last = (at + 1..run).rev().find(|&end| self.text.tokens[end].tells(NameCues::ORGANIZATION_LAST));
        if let Some(last) = last {
            let token = &self.text.tokens[last];
            let company = token.tells(NameCues::COMPANY_LAST);
            // `CENTRAL DIVISION`, `Marden International Airport`, `the Jewish West Bank`.
            let ends = run == self.sentence.end || self.token(run).is_some_and(|next| next.kind == TokenKind::Colon);
            // `Press Conference`
            let words = || (at..run).all(|word| self.is_ordinary(word));
            let heading = !company && ends && at == self.sentence.start && (token.shape == Shape::Upper || words());
            let building = last + 1 < run && self.text.tokens[last + 1].tells(NameCues::PLACE_LAST) && !company;
            // Both are wrong of an event: `the Marden Security Summit`.
            let event = self.text.tokens[run - 1].tells(NameCues::EVENT);
            // `the Press Conference`
            let gathering = token.tells(NameCues::GATHERING)
                && run == at + 2
                && self.is_ordinary(at)
                && self.of_phrase(run).is_none();
            // `Assistant District Attorney Jane Doe`
            let office = last + 1 < run
                && self.text.tokens[last + 1].has(PersonCues::TITLE)
                && self.token(at)?.has(PersonCues::TITLE.union(PersonCues::PERSON_ROLE));
            if heading
                || office
                || building
                || event
                || gathering
                || self.token(at)?.has(WordClass::PROPER_ADJECTIVE) && self.is_known_place(at + 1, last + 1)
            {
                return None;
            }
            return Some(self.of_phrase(last + 1).filter(|_| !company).unwrap_or(last + 1));
        }
        (self.token(at)?.tells(NameCues::ORGANIZATION_FIRST) && run == at + 1).then(|| self.of_phrase(run)).flatten()
    }

    /// `Marden, Inc.`, `Marden (Pty) Ltd`: the end of the legal form after the comma or bracket at `run`, if no other name
    /// begins with it.
    fn after_legal_form(&self, run: usize) -> Option<usize> {
        let start = match self.token(run)?.kind {
            TokenKind::Comma => run + 1,
            // `(Pty)`, `(Lowmark)`
            TokenKind::OpenBracket => {
                let close = self.run(run + 1);
                (close > run + 1 && self.token(close)?.kind == TokenKind::CloseBracket).then_some(close + 1)?
            }
            _ => return None,
        };
        let end = self.run(start);
        let forms = start..end;
        (!forms.is_empty() && self.text.tokens[forms].iter().all(|token| token.tells(NameCues::COMPANY_LAST)))
            .then_some(end)
    }

    /// Two parts that what stands between them makes one name.
    fn joined(&self, at: usize, run: usize) -> Option<usize> {
        let between = self.token(run)?;
        match between.kind {
            TokenKind::Word => match between.word? {
                Word::Of => self.company_of(at, run),
                Word::And => self.joined_by_and(at, run),
                _ => None,
            },
            TokenKind::Other => self.joined_by_ampersand(at, run).or_else(|| self.joined_by_apostrophe(run)),
            TokenKind::Mark(_) => self.joined_by_apostrophe(run),
            _ => None,
        }
    }

    /// `Ellery Fields of Marden Ltd`: the legal form at the end holds both parts together.
    fn company_of(&self, at: usize, run: usize) -> Option<usize> {
        let people = PersonCues::GIVEN_NAME.union(PersonCues::TITLE).union(PersonCues::PERSON_ROLE);
        if self.word(run) != "of" || self.text.tokens[at..run].iter().any(|token| token.has(people)) {
            return None;
        }
        let end = self.run(run + 1);
        (end > run + 2 && self.text.tokens[end - 1].tells(NameCues::COMPANY_LAST)).then_some(end)
    }

    /// `Marden & Lundby`, `Marden Ellery & Co Inc`.
    fn joined_by_ampersand(&self, at: usize, run: usize) -> Option<usize> {
        if self.text.character(run) != Some('&') || self.text.tokens[run - 1].span.len() < 2 {
            return None;
        }
        let limit = self.run(run + 1);
        let legal = (run + 1..limit).find(|&at| self.text.tokens[at].tells(NameCues::COMPANY_LAST));
        let end = legal.map_or(limit, |mut at| {
            while at < limit && self.text.tokens[at].tells(NameCues::COMPANY_LAST) {
                at += 1;
            }
            at
        });
        // `Jane & John`: a couple.
        let couple =
            [run - 1, run + 1].iter().all(|&at| self.token(at).is_some_and(|token| token.has(PersonCues::GIVEN_NAME)));
        if couple {
            return None;
        }
        let known = || self.gazetteer.longest_at(self.text.source, self.text.tokens[at].span.start).is_some();
        (end > run + 1 && self.text.tokens[run + 1].span.len() > 1 && (legal.is_some() || !known())).then_some(end)
    }

    /// `the Marden Traders' Association`.
    fn joined_by_apostrophe(&self, run: usize) -> Option<usize> {
        if !matches!(self.text.character(run), Some('\'' | '’')) {
            return None;
        }
        let end = self.run(run + 1);
        let plural = self.text.tokens[run - 1].has(Morphology::PLURAL);
        let named = end > run + 1 && end <= run + 4 && self.text.tokens[end - 1].tells(NameCues::ORGANIZATION_LAST);
        (plural && named && self.text.tokens[run + 1].spaced).then_some(end)
    }

    /// `the Lakes and County Rowing Board`: after the article both parts are one name.
    fn joined_by_and(&self, at: usize, run: usize) -> Option<usize> {
        let article = at.checked_sub(1).filter(|&before| before >= self.sentence.start)?;
        if self.word(article) != "the" || self.word(run) != "and" || run > at + 4 {
            return None;
        }
        let end = self.run(run + 1);
        let last = self.text.tokens.get(end - 1)?;
        let is_own_name = |token: &Token| {
            token.has(PersonCues::GIVEN_NAME | PersonCues::TITLE | PersonCues::PERSON_ROLE)
                || token.tells(NameCues::ORGANIZATION_LAST)
        };
        let known = self.gazetteer.longest_at(self.text.source, self.text.tokens[at].span.start);
        let whole = known.is_some_and(|known| known.span().end == self.text.tokens[run - 1].span.end);
        let (first, last_of_left) = (&self.text.tokens[at], &self.text.tokens[run - 1]);
        (end > run + 2
            && last.tells(NameCues::ORGANIZATION_LAST)
            && !last.has(Morphology::S_FORM)
            && !whole
            && !is_own_name(last_of_left)
            && !is_own_name(first)
            && !first.has(WordClass::PROPER_ADJECTIVE))
        .then_some(end)
    }

    /// A word that is often an adjective, a participle or a verb, or a number.
    fn describes(&self, at: usize) -> bool {
        self.text.tokens[at].has(WordClass::NUMERAL) || self.is_often(at, PartSet::ADJECTIVE.or(PartSet::VERB))
    }

    /// The word has one of these parts in many of its places.
    fn is_often(&self, at: usize, parts: PartSet) -> bool {
        let lexicon = Lexicon::bundled();
        let shares = lexicon.ambiguity(lexicon.known(self.text.tokens[at].entry).ambiguity);
        shares.iter().any(|&(part, share)| part.is(parts) && share >= LEAST_SHARE_OF_DESCRIBING)
    }

    /// `Key Marden Council members`: the word that opens the sentence is no part of the known organization's name.
    fn is_word_before_name(&self, at: usize, run: usize) -> bool {
        const HEADS: NameCues = NameCues::ORGANIZATION_LAST.union(NameCues::SETTLEMENT).union(NameCues::PLACE_FIRST);
        let (first, next) = (&self.text.tokens[at], at + 1);
        let opens = at == self.sentence.start && next < run && first.shape == Shape::Capital;
        if !opens || self.headline || first.tells(HEADS) || !self.is_ordinary(at) || !self.describes(at) {
            return false;
        }
        self.gazetteer.longest_at(self.text.source, self.text.tokens[next].span.start).is_some_and(|found| {
            let known = found.candidates().first().map(|&first| self.gazetteer.entity_at(first).kind());
            let head = (next..run).find(|&last| self.text.tokens[last].span.end == found.span().end);
            known == Some(Kind::Organization)
                && head.is_some_and(|head| self.text.tokens[head].tells(NameCues::ORGANIZATION_LAST))
        })
    }

    /// `Former Marden Council members`: the word that opens the sentence says what they were.
    fn is_epithet(&self, at: usize) -> bool {
        let token = &self.text.tokens[at];
        at == self.sentence.start && token.shape == Shape::Capital && token.tells(NameCues::EPITHET)
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

    /// `Marden Council | Leader Jane Doe`: where an office and a given name begin after another name, else the end of the run.
    fn before_officer(&self, at: usize, run: usize) -> usize {
        // `Assistant District Attorney Jane Doe` is all one office.
        const SOMEBODY: PersonCues = PersonCues::GIVEN_NAME.union(PersonCues::TITLE).union(PersonCues::PERSON_ROLE);
        if run < at + 3 || self.text.tokens[at].has(SOMEBODY) {
            return run;
        }
        let is_officer = |&office: &usize| {
            let [office, name] = [office, office + 1].map(|at| &self.text.tokens[at]);
            office.has(PersonCues::TITLE) && name.has(PersonCues::GIVEN_NAME) && !name.has(PersonCues::TITLE)
        };
        // `Gruff Lowmarkian Jane Hill`
        let of_people = self.text.tokens[run - 1].tells(NameCues::COMMON_SURNAME)
            && self.text.tokens[run - 2].has(PersonCues::GIVEN_NAME)
            && self.gazetteer.by_demonym(self.text.word(run - 3)).is_some();
        if of_people {
            return run - 2;
        }
        (at + 1..run - 1).find(is_officer).unwrap_or(run)
    }

    /// The end of `of Health and Safety` after an organization's head.
    fn of_phrase(&self, at: usize) -> Option<usize> {
        let joins = |at: usize, words: &[&str]| {
            self.token(at).is_some_and(|token| token.shape == Shape::Lower) && words.contains(&self.word(at))
        };
        if !joins(at, &["of", "for", "on"]) {
            return None;
        }
        let article = usize::from(joins(at + 1, &["the"]));
        let start = at + 1 + article;
        let run = self.run(start);
        if run == start {
            return None;
        }
        if let Some(end) = self.before_office(start, run) {
            return Some(end);
        }
        let mut end = run;
        while joins(end, &["and"])
            && self.run(end + 1) > end + 1
            && self.part_at(end + 2).is_none_or(|next| !next.is(PartSet::FINITE))
        {
            let run = self.run(end + 1);
            if let Some(end) = self.before_office(end + 1, run) {
                return Some(end);
            }
            end = run;
        }
        // `Council for the Rescue of the People`, `Society for the Prevention of Harm to Horses`
        for preposition in ["of", "to"] {
            let object = end + 1 + usize::from(joins(end + 1, &["the"]));
            if article == 0 || !joins(end, &[preposition]) || self.run(object) == object {
                break;
            }
            end = self.run(object);
        }
        Some(end)
    }

    /// `Department of Health | Assistant Secretary Jane Doe`: where somebody's office begins after the first of the words that
    /// say what an organization is for.
    fn before_office(&self, start: usize, run: usize) -> Option<usize> {
        const OFFICE: PersonCues = PersonCues::TITLE.union(PersonCues::PERSON_ROLE);
        let office = (start + 1..run.saturating_sub(1)).rev().find(|&at| self.text.tokens[at].has(OFFICE))?;
        let name = &self.text.tokens[office + 1];
        if !name.has(PersonCues::GIVEN_NAME) && self.is_ordinary(office + 1) {
            return None;
        }
        let is_office = |&at: &usize| self.text.tokens[at].has(OFFICE) || self.is_often(at, PartSet::ADJECTIVE);
        (start + 1..office + 1).rev().take_while(is_office).last()
    }

    /// `Marden County`, `Mount Ellery`.
    fn place(&self, at: usize, run: usize, heads: NameCues) -> Option<usize> {
        // `Will Doe`: no run begins with a function word.
        const HEADS: NameCues = NameCues::PLACE_FIRST.union(NameCues::PLACE_LAST).union(NameCues::PLACE_OF);
        if self.headline || run == at || !heads.intersects(HEADS) {
            return None;
        }
        let first = self.token(at)?;
        if first.tells(NameCues::PLACE_OF) && run == at + 1 && self.token(run).is_some() && self.word(run) == "of" {
            let end = Some(self.run(run + 1)).filter(|&end| end > run + 1)?;
            return Some(self.before_office(run + 1, end).unwrap_or(end));
        }
        // `South African`, `North Africans`: people and adjectives.
        let is_pair_of_a_people = || {
            let pair = self.text.span(at..at + 2).of(self.text.source);
            self.gazetteer.by_demonym(pair).is_some()
        };
        if first.tells(NameCues::PLACE_FIRST) && run > at + 1 && is_pair_of_a_people() {
            return None;
        }
        let heading = first.shape == Shape::Upper && at == self.sentence.start && run == self.sentence.end;
        if self.text.tokens[run - 1].tells(NameCues::EVENT)
            || heading && self.text.tokens[run - 1].tells(NameCues::ORGANIZATION_LAST)
        {
            return None;
        }
        // `Jane Hill lost`: somebody, unless a word before the name says where.
        let last = &self.text.tokens[run - 1];
        let before =
            at.checked_sub(1).filter(|&before| before >= self.sentence.start).map(|before| &self.text.tokens[before]);
        let where_it_is = before.is_some_and(|before| before.has(WordClass::PREPOSITION.union(WordClass::DETERMINER)));
        if run == at + 2 && first.has(PersonCues::GIVEN_NAME) && last.tells(NameCues::SURNAME_TOO) && !where_it_is {
            return None;
        }
        // `said Monte Doe, a grower`: a given name after all.
        if first.has(PersonCues::GIVEN_NAME) && !where_it_is && self.is_beside_person_word(at, run) {
            return None;
        }
        // `New Iran sanctions`: an adjective before a name that is known by itself.
        let adjective = self.word(at) == "New"
            && self.token(at + 1).is_some_and(|next| {
                let acronym = next.shape == Shape::Upper && first.shape != Shape::Upper;
                acronym || self.gazetteer.longest_at(self.text.source, next.span.start).is_some()
            });
        // `One Marden County fireman`: how many there are.
        let is_area = self.is_known_place(at + 1, run) || run > at + 2 && last.tells(NameCues::SETTLEMENT);
        let is_number = first.has(WordClass::NUMERAL) && at == self.sentence.start && is_area;
        if is_number {
            return None;
        }
        if first.tells(NameCues::PLACE_FIRST)
            && run > at + 1
            && !adjective
            && !self.text.tokens[at + 1].has(WordClass::PROPER_ADJECTIVE)
        {
            // `Upper Marden Ellery Road`
            let is_known = || self.gazetteer.longest_at(self.text.source, first.span.start).is_some();
            let whole = last.tells(NameCues::PLACE_LAST)
                && !last.tells(NameCues::COMMON_SURNAME | NameCues::SURNAME_TOO)
                && !is_known();
            return Some(if whole { run } else { self.part(at + 1) });
        }
        (at + 1..run)
            .rev()
            .find(|&end| self.text.tokens[end].tells(NameCues::PLACE_LAST) && !first.has(PersonCues::TITLE))
            .map(|end| end + 1)
    }
}
