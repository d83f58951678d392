//! Whose verb it is: the subject of a reporting verb, by walking over the words around its group, and by its clause.

use std::ops::Range;

use super::reporting_clause::{Construction, Group, NEAR, ReportingClause, VerbForm};
use crate::gazetteer::Kind;
use crate::lexicon::{Cue, CueClass, Frames, Tags, Word};
use crate::syntax::{Kinds, Phrase, SubjectOrder, Syntax};
use crate::text::{Shape, TokenKind};

/// How far a subject may be from its verb, in units: keeps the search linear.
const REACH: usize = 60;

/// No relative clause that a subject has after it is read further.
const LONGEST_RELATIVE: usize = 20;

impl Syntax<'_, '_> {
    /// A verb right after a quotation or a comma may stand before its subject.
    pub(super) fn opens_inversion(&self, verb: usize) -> bool {
        verb.checked_sub(1)
            .filter(|&at| at >= self.sentence_of(verb).start)
            .is_some_and(|at| self.quote(at).is_some() || self.is_comma(at) || self.is_dash(at))
    }

    pub(super) fn subject(
        &self,
        cue: &Cue,
        verb: usize,
        end: usize,
        group: &Group,
        earlier: &[ReportingClause],
    ) -> Option<(Phrase, Construction)> {
        match group.form {
            VerbForm::Participle => self.participle_subject(verb, group.start, earlier),
            VerbForm::Infinitive => {
                // `went on to say`, `declined to say`: the subject is that of the verb before.
                let governor = self.governor(group.start)?;
                if let Some(report) = earlier.iter().rev().take(NEAR).find(|report| report.verb == governor) {
                    return report.subject.clone().map(|subject| (subject, Construction::Shared));
                }
                let inner = self.verb_group(governor)?;
                match inner.form {
                    VerbForm::Finite => self.subject_before(inner.start, earlier),
                    VerbForm::Participle => self.participle_subject(governor, inner.start, earlier),
                    VerbForm::Infinitive => None,
                }
            }
            VerbForm::Finite => {
                // `chimed in her twin`, `read aloud the foreman`, but not `said of the plan`.
                let alone = matches!(cue.particle, "" | "in" | "out" | "up" | "back" | "off" | "on" | "down" | "away")
                    || !self.has(end - 1, Tags::PREPOSITION);
                let bare = group.start == verb || self.is(verb - 1, TokenKind::Hyphen);
                let inverts = cue.frames.contains(Frames::QUOTE) && alone && bare;
                if !inverts || !self.opens_inversion(group.start) {
                    return self.settled_subject(verb, group.start, earlier);
                }
                let before = group.start - 1;
                // Behind a comma the subject may have come already: `Doe, the mayor, said the plan …`.
                if (self.is_comma(before) || self.is_dash(before))
                    && !self.quote_before(before)
                    && let Some(subject) = self.parted_subject(before)
                    && (self.name(subject.head).is_some() || self.has(subject.head, Tags::ROLE))
                    && (self.is_dash(before)
                        || self.starts_sentence(subject.units.start)
                        || self.ends_in_comma(subject.units.start.wrapping_sub(1)))
                {
                    return Some((subject, Construction::Parenthetical));
                }
                // `the star of “Harbor,” posted the clip`: a thing that is posted posts nothing.
                let object = |subject: &Phrase| {
                    let writes = Tags::PERSON_ROLE | Tags::GROUP_ROLE | Tags::TITLE;
                    cue.class == CueClass::Writing
                        && !matches!(cue.lemma, "write" | "read")
                        && (self.is_word(subject.units.start, Word::The)
                            || self.has(subject.units.start, Tags::POSSESSIVE))
                        && self.units[subject.head].shape == Shape::Lower
                        && self.name(subject.head).is_none()
                        && !self.is_pronoun(subject.head)
                        && !self.has(subject.head, writes)
                };
                match self.subject_after(end) {
                    Some(subject) if !object(&subject) => Some((subject, Construction::After)),
                    _ => self.settled_subject(verb, group.start, earlier),
                }
            }
        }
    }

    /// The noun phrase that the walk from the verb finds, unless it is of a participle before: `a source speaking to the paper
    /// said`. Then, and where the walk finds nothing, the subject of the clause.
    fn settled_subject(
        &self,
        verb: usize,
        group: usize,
        earlier: &[ReportingClause],
    ) -> Option<(Phrase, Construction)> {
        match self.subject_before(group, earlier) {
            Some((phrase, order)) if !self.is_of_participle(&phrase) => Some((phrase, order)),
            walked => self.finite_subject(verb).or(walked),
        }
    }

    /// The subject that the clause of the verb has.
    fn finite_subject(&self, verb: usize) -> Option<(Phrase, Construction)> {
        let subject = self.subject_of(verb)?;
        let relative = self.is_any_word(subject.phrase.head, &[Word::Who, Word::Which, Word::That]);
        if relative {
            self.antecedent_of_relative(subject.phrase.head)?;
        }
        let order = match subject.order {
            SubjectOrder::Before if subject.parted || relative => Construction::Parenthetical,
            SubjectOrder::Before => Construction::Before,
            SubjectOrder::After => return None,
            SubjectOrder::Shared => Construction::Shared,
        };
        Some((subject.phrase, order))
    }

    /// `Trump left, saying`, `a statement saying`.
    fn participle_subject(
        &self,
        verb: usize,
        group: usize,
        earlier: &[ReportingClause],
    ) -> Option<(Phrase, Construction)> {
        let before = group.checked_sub(1)?;
        let parted = self.is_comma(before)
            || self.is_dash(before)
            || self.quote(before).is_some()
            || self.is_any_word(before, &[Word::And, Word::By, Word::While, Word::In, Word::Of]);
        if parted {
            // `with Doe posting that it was over and asking …`: the participle before has a subject of its own.
            if self.is_word(before, Word::And)
                && let Some(last) = earlier.last()
                && last.construction == Construction::Before
                && self.has(last.verb, Tags::GERUND)
                && last.subject.as_ref().is_some_and(|subject| self.is_accompanied(subject.units.start))
            {
                return last.subject.clone().map(|subject| (subject, Construction::Participle));
            }
            return self.shared_subject(group, earlier).map(|subject| (subject, Construction::Participle));
        }
        let sentence = self.sentence_of(verb);
        if !self.is_nominal(before) || group == sentence.start {
            return None;
        }
        let subject = self.phrase_ending_at(before)?;
        // `Holding signs calling it a mistake, the pilots left`: who holds them has not come yet.
        if self.is_of_participle(&subject) && self.name(subject.head).is_none() {
            return self.shared_subject(subject.units.start, earlier).map(|author| (author, Construction::Participle));
        }
        // `released a statement saying`: the statement's author speaks.
        // `a hat reading`, `pilots saying`: what is read and people speak themselves.
        let written = self.has(subject.head, Tags::NOUN_CUE | Tags::DOCUMENT_ROLE);
        let itself = self.word(verb).eq_ignore_ascii_case("reading") && !written
            || self.name(subject.head).is_none() && self.has(subject.head, Tags::PERSON_ROLE) && !self.is_told(subject.units.start)
            || written && subject.units.clone().any(|at| self.is_possessive(at))
            || self.is_accompanied(subject.units.start)
            || self.is_perceived(subject.units.start)
            // `a picture of Brenk saying`
            || self.units[subject.head].names == Some(Kind::Person)
                && subject.head == before
                && self.is_word(subject.units.start.wrapping_sub(1), Word::Of);
        if !itself && let Some(author) = self.shared_subject(subject.units.start, earlier) {
            return Some((author, Construction::Participle));
        }
        Some((subject, Construction::Before))
    }

    /// `emailed supporters saying`
    fn is_told(&self, subject: usize) -> bool {
        let verb = subject.checked_sub(1).filter(|&verb| verb >= self.sentence_of(subject).start);
        verb.is_some_and(|verb| self.is_finite(verb) && !self.is_perceived(subject))
    }

    /// `with an aide saying`
    fn is_accompanied(&self, subject: usize) -> bool {
        subject > self.sentence_of(subject).start && self.is_word(subject - 1, Word::With)
    }

    /// `saw the council defending`
    fn is_perceived(&self, subject: usize) -> bool {
        let sees = ["see", "sees", "saw", "seeing", "hear", "hears", "heard", "watch", "watched", "watching"];
        subject > self.sentence_of(subject).start && sees.contains(&self.word(subject - 1))
    }

    /// The verb that an infinitive belongs to: `continued to say`, `went on to say`.
    pub(super) fn governor(&self, infinitive: usize) -> Option<usize> {
        let before = infinitive.checked_sub(1)?;
        let particle = self.is_any_word(before, &[Word::On, Word::Back, Word::Out]);
        let governor = if particle { before.checked_sub(1)? } else { before };
        let known = self.units.get(governor)?;
        (known.shape == Shape::Lower && known.tags.intersects(Tags::VERB)).then_some(governor)
    }

    /// `… said Jane Doe, who has led the agency since 2011`.
    fn subject_after(&self, at: usize) -> Option<Phrase> {
        let sentence = self.sentence_of(at);
        let limit = sentence.end;
        // Another sentence has subjects of its own.
        if at >= limit || at == sentence.start {
            return None;
        }
        let starts = self.name(at).is_some()
            || self.has(at, Tags::DETERMINER | Tags::POSSESSIVE)
            || self.is_pronoun(at)
            || self.units[at].shape == Shape::Capital
            || self.has(at, Tags::ROLE | Tags::TITLE)
            || self.is_nominal(at) && !self.is_time(at) && self.units[at].is_word();
        // `told her`, but `beamed her father`.
        let object = self.has(at, Tags::OBJECT)
            && !self.has(at, Tags::SUBJECT)
            && !(self.has(at, Tags::POSSESSIVE) && self.is_nominal(at + 1));
        if !starts || self.is_time(at) || object {
            return None;
        }
        let mut phrase = self.phrase_starting_at(at, limit)?;
        if self.is_any_word(phrase.units.end - 1, &[Word::And, Word::Or]) {
            return None;
        }
        // `said Trump’s seemingly confused messages`: the phrase goes on where the walk could not.
        if self.is_clitic(phrase.units.end - 1) || self.is_possessive(phrase.units.end) {
            return None;
        }
        // A subject followed by a verb of its own is the subject of a clause that was reported.
        let next = (phrase.units.end..limit).find(|&next| !self.is_adverb(next))?;
        // Right after a quotation the verb belongs to it: `“QUOTE,” says a source involved in the talks`.
        let sure = self.quote(at.wrapping_sub(2)).is_some();
        let own_verb = !sure && self.is_verb(next) && !self.has(next, Tags::GERUND) && !self.is_comma(phrase.units.end);
        let object = self.is_comma(at.wrapping_sub(2))
            && (self.quote(next).is_some()
                || self.is_nominal(next) && !self.is_time(next) && !self.is_adverb(next)
                || self.is_word(next, Word::To)
                || self.has(next, Tags::DETERMINER | Tags::POSSESSIVE | Tags::CONJUNCTION));
        if own_verb || object {
            return None;
        }
        // A participle or more nouns: `one unaligned Lundby strategist`.
        if sure && next == phrase.units.end && (self.is_verb(next) || self.is_nominal(next)) && !self.is_time(next) {
            let stops = |at: &usize| {
                self.is_comma(*at)
                    || self.is_terminal(*at)
                    || self.is_dash(*at)
                    || self.quote(*at).is_some()
                    || self.is_time(*at)
            };
            phrase.units.end = (next..limit).find(stops).unwrap_or(limit);
        }
        let comma = phrase.units.end;
        // `the agency’s spokesman, Rufus Tarn`: the name in apposition is the head.
        let named = self.is_comma(comma)
            && self.name(comma + 1).is_some()
            && (comma + 2 >= limit || self.is_comma(comma + 2) || self.is_terminal(comma + 2));
        if named && self.name(phrase.head).is_none() && self.has(phrase.head, Tags::PERSON_ROLE) {
            phrase = Phrase { units: phrase.units.start..comma + 2, head: comma + 1 };
        }
        phrase.units.end = self.appositive_end(phrase.units.end, limit);
        Some(phrase)
    }

    /// The end of `, a professor at the college` or `, 54` after a name.
    fn appositive_end(&self, comma: usize, limit: usize) -> usize {
        if !self.is_comma(comma) || comma + 1 >= limit {
            return comma;
        }
        let first = comma + 1;
        let known = &self.units[first];
        let opens = self.has(first, Tags::DETERMINER | Tags::POSSESSIVE | Tags::ROLE)
            || known.kinds.contains(Kinds::NUMBER)
            || self
                .is_any_word(first, &[Word::Who, Word::Whose, Word::Former, Word::Himself, Word::Herself, Word::Then])
            || self.name(first).is_some() && self.is_clitic(first + 1);
        if !opens {
            return comma;
        }
        self.find(first..limit, Kinds::COMMA | Kinds::QUOTE | Kinds::TERMINAL | Kinds::DASH).unwrap_or(limit)
    }

    pub(crate) fn is_terminal(&self, unit: usize) -> bool {
        self.is_any(unit, Kinds::TERMINAL)
    }

    /// The subject that ends before a verb group.
    fn subject_before(&self, group: usize, earlier: &[ReportingClause]) -> Option<(Phrase, Construction)> {
        let sentence = self.sentence_of(group);
        let last = group.checked_sub(1).filter(|&last| last >= sentence.start)?;
        if self.is_any_word(last, &[Word::Who, Word::Which, Word::That]) && last > sentence.start {
            // The relative pronoun is the subject; whom it stands for is found when references are.
            self.antecedent_of_relative(last)?;
            return Some((Phrase { units: last..last + 1, head: last }, Construction::Parenthetical));
        }
        if self.is_comma(last) || self.is_dash(last) {
            let parted = self.parted_subject(last).or_else(|| {
                // `Jane Doe (D-Ore.), said`: a comma too many.
                let bracket = last.checked_sub(1).filter(|&bracket| self.is(bracket, TokenKind::CloseBracket))?;
                self.phrase_ending_at(bracket).filter(|subject| self.name(subject.head).is_some())
            });
            return parted.map(|subject| (subject, Construction::Parenthetical)).or_else(|| {
                let subject = self.shared_subject(group, earlier)?;
                Some((subject, Construction::Shared))
            });
        }
        if self.is_any_word(last, &[Word::And, Word::But, Word::Or, Word::Then, Word::Yet]) {
            return self.shared_subject(group, earlier).map(|subject| (subject, Construction::Shared));
        }
        // `Doe herself said`
        if self.has(last, Tags::REFLEXIVE) && last > sentence.start {
            let mut subject = self.phrase_ending_at(last - 1)?;
            subject.units.end = group;
            return Some((subject, Construction::Before));
        }
        let subject = self.phrase_ending_at(self.after_time(last, sentence.start))?;
        // `and in a letter praised`: where it was said stands before the verb.
        let place = subject.units.start.checked_sub(1).filter(|&place| {
            place > sentence.start
                && self.is_any_word(place, &[Word::In, Word::On, Word::At])
                && self.is_any_word(place - 1, &[Word::And, Word::But])
        });
        if place.is_some() && self.name(subject.head).is_none() {
            return self.shared_subject(place? - 1, earlier).map(|subject| (subject, Construction::Shared));
        }
        Some((subject, Construction::Before))
    }

    /// The noun phrase that a relative pronoun stands for.
    pub(crate) fn antecedent_of_relative(&self, pronoun: usize) -> Option<Phrase> {
        let sentence = self.sentence_of(pronoun);
        let before = pronoun.checked_sub(1).filter(|&before| before >= sentence.start)?;
        let last = if self.is_comma(before) { before.checked_sub(1)? } else { before };
        self.phrase_ending_at(last).filter(|phrase| phrase.units.start >= sentence.start)
    }

    /// Passes over `on Saturday` or `Monday` between a subject and its verb.
    fn after_time(&self, last: usize, floor: usize) -> usize {
        let mut at = last;
        if !self.is_time(at) {
            return last;
        }
        while at > floor
            && (self.is_time(at)
                || self.is_any_word(at, &[Word::This, Word::Last, Word::Late, Word::Early, Word::Next]))
        {
            at -= 1;
        }
        if at > floor && self.is_any_word(at, &[Word::On, Word::In, Word::Earlier, Word::Late]) {
            at -= 1;
        }
        let names = self.name(at).is_some()
            || self.is_pronoun(at)
            || self.has(at, Tags::ROLE)
            || self.is(at, TokenKind::CloseBracket);
        if names { at } else { last }
    }

    /// The subject before `, a former ambassador to Kyiv,` and before `, who earlier opposed the plan,`.
    fn parted_subject(&self, comma: usize) -> Option<Phrase> {
        let sentence = self.sentence_of(comma);
        let floor = sentence.start.max(comma.saturating_sub(REACH));
        let mut nearest: Option<Phrase> = None;
        let mut at = comma;
        let mut commas = 0;
        while at > floor && commas < 6 {
            at -= 1;
            if self.quote(at).is_some() && self.units[at].end() - self.units[at].first() > 7
                || self.is(at, TokenKind::Semicolon)
            {
                break;
            }
            if !(self.is_comma(at) || self.is_dash(at) && self.is_dash(comma)) || at == floor {
                continue;
            }
            commas += 1;
            let Some(mut phrase) = self.phrase_ending_at(at - 1) else { continue };
            if !self.parenthesis_opens(at + 1) {
                continue;
            }
            let edge = phrase.units.start;
            let names =
                self.name(phrase.head).is_some() || self.has(phrase.head, Tags::ROLE) || self.is_pronoun(phrase.head);
            if !names {
                continue;
            }
            // `the agency’s spokesman, Rufus Tarn, said`: the name in apposition is the head.
            if self.name(phrase.head).is_none() && self.name(at + 1).is_some() && at + 2 == comma {
                phrase.head = at + 1;
            }
            phrase.units.end = comma;
            let free = edge == sentence.start
                || self.is_comma(edge - 1)
                || self.is_dash(edge - 1)
                || self.quote(edge - 1).is_some()
                || self.has(edge - 1, Tags::CONJUNCTION | Tags::SUBORDINATOR)
                || self.is_any_word(edge - 1, &[Word::That, Word::Said]);
            if !free {
                continue;
            }
            let named = self.name(phrase.head).is_some();
            let is_first_name = nearest.as_ref().is_none_or(|near| self.name(near.head).is_none());
            // `Jane Doe, 30, of Lundby, N.C., said`: somebody, not the place.
            let is_person = |phrase: &Phrase| self.units[phrase.head].names == Some(Kind::Person);
            let person_at_last = is_person(&phrase) && nearest.as_ref().is_none_or(|near| !is_person(near));
            if named && is_first_name || person_at_last || nearest.is_none() {
                nearest = Some(phrase);
            }
            if named && (edge == sentence.start || !self.is_comma(edge - 1)) {
                break;
            }
        }
        nearest
    }

    /// What stands after a comma can be set off from the sentence: an apposition, a relative clause, an adverbial.
    fn parenthesis_opens(&self, unit: usize) -> bool {
        self.has(
            unit,
            Tags::DETERMINER
                | Tags::POSSESSIVE
                | Tags::WH
                | Tags::PREPOSITION
                | Tags::GERUND
                | Tags::ROLE
                | Tags::PARTICIPLE,
        ) || self.name(unit).is_some()
            || self.is_adverb(unit)
            || self.is_any_word(
                unit,
                &[
                    Word::Former,
                    Word::Then,
                    Word::Himself,
                    Word::Herself,
                    Word::Now,
                    Word::One,
                    Word::However,
                    Word::Too,
                ],
            )
            || self.is(unit, TokenKind::Number)
            || self.is_nominal(unit) && !self.is_verb(unit)
    }

    /// The subject that a second verb shares with the first: `Trump described it as a success but acknowledged …`.
    fn shared_subject(&self, group: usize, earlier: &[ReportingClause]) -> Option<Phrase> {
        let sentence = self.sentence_of(group);
        // `named a pilot who reports to her, and called for`: after the comma the relative clause has ended.
        let closed = group >= 2 && self.is_comma(group - 2) && self.has(group - 1, Tags::CONJUNCTION);
        let leading = earlier.iter().rev().take(NEAR).find(|report| {
            (sentence.start..group).contains(&report.verb)
                && !(closed && report.subject.as_ref().is_some_and(|subject| self.has(subject.head, Tags::WH)))
                && matches!(
                    report.construction,
                    Construction::Before | Construction::Parenthetical | Construction::After
                )
                && report.subject.as_ref().is_some_and(|subject| self.starts_clause(subject.units.start, &sentence))
        });
        if let Some(subject) = leading.and_then(|report| report.subject.clone()) {
            // `When I asked the mayor, he turned and said`: the main clause has a subject of its own.
            let fronted = subject.units.start > sentence.start
                && self.has(subject.units.start - 1, Tags::SUBORDINATOR | Tags::WH);
            let main = if fronted { self.first_subject(subject.units.start - 1, group) } else { None };
            return Some(main.filter(|main| main.units.start > subject.units.start).unwrap_or(subject));
        }
        if let Some(subject) = self.leading_subject(group) {
            return Some(subject);
        }
        // Nobody leads the sentence: the nearest finite verb with a subject that starts a clause, else with any.
        let floor = sentence.start.max(group.saturating_sub(REACH));
        let mut fallback = None;
        for at in (floor..group).rev() {
            if !self.is_verb(at) || self.has(at, Tags::GERUND) && !self.has(at, Tags::PAST) {
                continue;
            }
            let Some(inner) = self.verb_group(at).filter(|inner| inner.form == VerbForm::Finite) else { continue };
            let before = inner.start.checked_sub(1).filter(|&before| before >= sentence.start);
            let Some(before) = before else { continue };
            let phrase = if self.is_comma(before) {
                self.parted_subject(before)
            } else {
                self.phrase_ending_at(self.after_time(before, sentence.start))
            };
            let Some(phrase) = phrase else { continue };
            if self.starts_clause(phrase.units.start, &sentence) {
                return Some(phrase);
            }
            fallback = fallback.or(Some(phrase));
        }
        // No verb that is known: whoever is named first is likely the subject of the one that is not.
        fallback.or_else(|| {
            let phrase = self.phrase_starting_at(sentence.start, group)?;
            let leads = self.name(phrase.head).is_some()
                && !self.has(sentence.start, Tags::PREPOSITION | Tags::SUBJECT | Tags::DETERMINER);
            (leads && self.is_comma(group - 1)).then_some(phrase)
        })
    }

    /// The subject of the clause that the sentence leads with, or that a conjunction opened last before `before`.
    pub(crate) fn leading_subject(&self, before: usize) -> Option<Phrase> {
        let sentence = self.sentence_of(before);
        let floor = sentence.start.max(before.saturating_sub(REACH));
        let opened = (floor + 1..before).rev().find(|&at| {
            (self.is_any_word(at, &[Word::But, Word::While, Word::And]) && self.is_comma(at - 1)
                || self.is(at, TokenKind::Semicolon))
                && (self.is_pronoun(at + 1) || self.name(at + 1).is_some())
        });
        opened.into_iter().chain(std::iter::once(floor)).find_map(|start| self.first_subject(start, before))
    }

    /// The first noun phrase from `start` on that a finite verb follows, introductory phrases passed over.
    pub(crate) fn first_subject(&self, start: usize, limit: usize) -> Option<Phrase> {
        let mut at = start;
        while at < limit {
            let skips = self.has(at, Tags::CONJUNCTION)
                || self.is_comma(at)
                || self.is_adverb(at)
                || self.is_dash(at)
                || self.is(at, TokenKind::Semicolon)
                || self.quote(at).is_some();
            if skips {
                at += 1;
                continue;
            }
            if self.has(at, Tags::PREPOSITION) && self.is_time(at + 1) {
                at += 2;
                while at < limit && self.is_time(at) {
                    at += 1;
                }
                continue;
            }
            let introduces = self.has(at, Tags::PREPOSITION | Tags::SUBORDINATOR | Tags::GERUND)
                && !self.has(at, Tags::SUBJECT)
                || self.has(at, Tags::PARTICIPLE) && self.units[at].shape == Shape::Capital;
            if introduces {
                let comma = (at..limit).find(|&comma| self.is_comma(comma) || self.ends_in_comma(comma));
                // `In Iowa Trump said`: without a comma the subject is the next name that a verb follows.
                at = match comma {
                    Some(comma) => comma + 1,
                    None => (at + 1..limit)
                        .find(|&name| (self.name(name).is_some() || self.is_pronoun(name)) && self.is_verb(name + 1))?,
                };
                continue;
            }
            let mut phrase = self.phrase_starting_at(at, limit)?;
            let mut next = phrase.units.end;
            if self.is_comma(next) && next + 1 < limit {
                // A parenthesis up to the comma before the verb.
                let close = (next + 1..limit.min(next + 30)).find(|&close| {
                    self.is_comma(close)
                        && (self.is_verb(close + 1) && !self.has(close + 1, Tags::GERUND)
                            || self.is_adverb(close + 1) && self.is_verb(close + 2))
                });
                if let Some(close) = close {
                    phrase.units.end = close;
                    next = close + 1;
                }
            }
            while next < limit && self.is_adverb(next) {
                next += 1;
            }
            let finite =
                next < limit && (self.is_verb(next) && !self.is_bare_gerund(next) || self.is_auxiliary_clitic(next));
            let who = phrase.units.clone().find(|&at| self.is_word(at, Word::Who)).unwrap_or(next);
            return (finite || self.verb_after_relative(who, limit)).then_some(phrase);
        }
        None
    }

    /// `the pilots {who wrote to her} say`: after the relative clause its antecedent has a verb of its own.
    fn verb_after_relative(&self, who: usize, limit: usize) -> bool {
        let finite = |at: usize| {
            let before = at.wrapping_sub(1);
            let reports = self.has(at, Tags::CUE)
                && (self.is_time(before) || self.has(before, Tags::OBJECT))
                && !self.has(at, Tags::NOUN_CUE);
            (self.is_verb(at) || reports) && !self.has(at, Tags::GERUND) && !self.is_word(before, Word::To)
        };
        self.is_word(who, Word::Who)
            && (who + 1..limit.min(who + LONGEST_RELATIVE))
                .take_while(|&at| !self.is_comma(at) && self.quote(at).is_none())
                .filter(|&at| finite(at) && !finite(at - 1) && !self.is_adverb(at - 1))
                .nth(1)
                .is_some()
    }

    fn is_bare_gerund(&self, unit: usize) -> bool {
        self.has(unit, Tags::GERUND) && !self.has(unit, Tags::PAST | Tags::AUXILIARY)
    }

    /// Nothing governs what begins here: the sentence begins, or a comma or conjunction parts it from what came before.
    fn starts_clause(&self, unit: usize, sentence: &Range<usize>) -> bool {
        unit <= sentence.start
            || self.is_comma(unit - 1)
            || self.is_dash(unit - 1)
            || self.is(unit - 1, TokenKind::Semicolon)
            || self.quote(unit - 1).is_some()
            || self.has(unit - 1, Tags::CONJUNCTION)
            || self.is_any_word(unit - 1, &[Word::While, Word::But, Word::And, Word::Whereas, Word::When, Word::As])
            || self.has(unit - 1, Tags::ADVERB)
            || self.has(unit - 1, Tags::CUE) && unit >= 2 && (self.is_comma(unit - 2) || self.quote(unit - 2).is_some())
    }
}
