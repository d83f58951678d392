//! Whose verb it is: the subject that the clause of a reporting verb has, one that stands after the verb, and the source of
//! a participle.

use super::reporting_clause::{Construction, Group, NEAR, ReportingClause, VerbForm};
use crate::gazetteer::Kind;
use crate::lexicon::{Cue, CueClass, Frames, Morphology, Part, PartSet, PersonCues, Word, WordClass};
use crate::syntax::{Kinds, Phrase, SubjectOrder, Syntax};
use crate::text::{Shape, TokenKind};

/// `It is only fair to say`: no *it* that stands for nothing is further away from the infinitive.
const EXPLETIVE: usize = 5;

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
            VerbForm::Participle => self.participle_subject(cue, verb, group.start, earlier),
            VerbForm::Infinitive => {
                // `went on to say`, `declined to say`: the subject is that of the verb before.
                let Some(governor) = self.governor(group.start) else {
                    return self.purpose_subject(cue, verb, group.start);
                };
                if let Some(report) = earlier.iter().rev().take(NEAR).find(|report| report.verb == governor) {
                    return report.subject.clone().map(|subject| (subject, Construction::Shared));
                }
                let inner = self.verb_group(governor)?;
                match inner.form {
                    VerbForm::Finite => self.finite_subject(governor, inner.start),
                    VerbForm::Participle => self.participle_subject(cue, governor, inner.start, earlier),
                    VerbForm::Infinitive => None,
                }
            }
            VerbForm::Finite => {
                // `chimed in her twin`, `read aloud the foreman`, but not `said of the plan`.
                let alone = matches!(cue.particle, "" | "in" | "out" | "up" | "back" | "off" | "on" | "down" | "away")
                    || !self.has(end - 1, WordClass::PREPOSITION);
                let bare = group.start == verb || self.is(verb - 1, TokenKind::Hyphen);
                let inverts = cue.frames.contains(Frames::QUOTE) && alone && bare;
                if !inverts || !self.opens_inversion(group.start) {
                    return self.finite_subject(verb, group.start);
                }
                let before = group.start - 1;
                // `…, Orla Brenk, told the paper`: whom it was told does not tell it.
                let inverted = || self.subject_of(verb).is_some_and(|subject| subject.order == SubjectOrder::After);
                if cue.frames.contains(Frames::ADDRESSEE)
                    && self.is_comma(before)
                    && !self.quote_before(before)
                    && !inverted()
                {
                    return self.finite_subject(verb, group.start);
                }
                // After a comma the subject may have come already: `Doe, the mayor, said the plan …`.
                if (self.is_comma(before) || self.is_dash(before))
                    && !self.quote_before(before)
                    && let Some((subject, Construction::Parenthetical)) = self.finite_subject(verb, group.start)
                    && self.may_speak(subject.head)
                {
                    return Some((subject, Construction::Parenthetical));
                }
                // `the star of “Harbor,” posted the clip`: a thing that is posted posts nothing.
                let object = |subject: &Phrase| {
                    let writes = PersonCues::PERSON_ROLE | PersonCues::GROUP_ROLE | PersonCues::TITLE;
                    cue.class == CueClass::Writing
                        && !matches!(cue.lemma, "write" | "read")
                        && (self.is_word(subject.units.start, Word::The)
                            || self.has(subject.units.start, WordClass::POSSESSIVE))
                        && self.units[subject.head].shape == Shape::Lower
                        && self.name(subject.head).is_none()
                        && !self.is_pronoun(subject.head)
                        && !self.has(subject.head, writes)
                };
                match self.subject_after(end) {
                    Some(subject) if !object(&subject) => Some((subject, Construction::After)),
                    _ => self.finite_subject(verb, group.start),
                }
            }
        }
    }

    /// `called later in the day to say that it was late`: whoever does something in order to say something.
    fn purpose_subject(&self, cue: &Cue, verb: usize, to: usize) -> Option<(Phrase, Construction)> {
        let says = cue.class == CueClass::Speech
            && cue.frames.contains(Frames::BARE)
            && !self.has(verb + 1, WordClass::WH)
            && self.tells_after(verb);
        let last = to.checked_sub(1).filter(|_| says)?;
        // `prompted users to argue that it was late`
        let object = self.phrase_ending_at(last).filter(|object| {
            let verb = object.units.start.wrapping_sub(1);
            // `called friends to say`
            let calls = self.takes_quotation(verb) && !self.takes_object_to(verb);
            let somebody = self.may_speak(object.head)
                || self.looks_plural(object.head)
                || self.units[object.head].part == Part::ObjectPronoun;
            (self.is_past(verb) || self.has(verb, Morphology::GERUND))
                && !calls
                && somebody
                && !self.is_time(object.head)
        });
        // `It is fair to say that it was late`: nobody does.
        let nobody = self.units[last].part.is(PartSet::ADJECTIVE)
            && (to.saturating_sub(EXPLETIVE)..to).any(|at| self.is_word(at, Word::It));
        // `led advisers like Brenk to say`, `requires aides to promise`
        let another = self.is_time(last)
            || self.phrase_ending_at(last).is_none_or(|phrase| {
                let before = phrase.units.start.wrapping_sub(1);
                let governed = self.has(before, WordClass::PREPOSITION) && !self.is_word(before, Word::Like);
                governed || self.takes_quotation(before)
            });
        let controller = || self.controller_of(to).filter(|_| !nobody && another);
        Some((object.or_else(controller)?, Construction::Participle))
    }

    /// The first verb of a group: `is quoted as saying`.
    fn first_verb(&self, group: usize, verb: usize) -> usize {
        (group..verb).find(|&at| self.is_finite(at)).unwrap_or(verb)
    }

    /// The subject that the clause of the verb has.
    fn finite_subject(&self, verb: usize, group: usize) -> Option<(Phrase, Construction)> {
        let first = self.asking_auxiliary(verb).unwrap_or_else(|| self.first_verb(group, verb));
        let subject = self.subject_of(verb).or_else(|| self.subject_of(first))?;
        // `the March states account for half`: of no month that has an article is anything said but what belongs to it.
        let Phrase { units, head } = &subject.phrase;
        if self.has(*head, WordClass::MONTH) && self.has(units.start, WordClass::DETERMINER) {
            return None;
        }
        let relative = self.is_any_word(subject.phrase.head, &[Word::Who, Word::Which, Word::That]);
        if relative {
            self.antecedent_of_relative(subject.phrase.head)?;
        }
        let construction = match subject.order {
            SubjectOrder::Before if subject.parted || relative => Construction::Parenthetical,
            SubjectOrder::Before => Construction::Before,
            // `nor did she say`
            SubjectOrder::After if subject.phrase.units.end <= group => Construction::Before,
            SubjectOrder::After => return None,
            SubjectOrder::Shared => Construction::Shared,
        };
        Some((subject.phrase, construction))
    }

    /// `quoted her as saying`, `quoted Orla Brenk, a pilot, as saying`: of whom *as* tells something.
    pub(super) fn object_before_as(&self, at: usize) -> Option<Phrase> {
        let last = at.checked_sub(1)?;
        if !self.is_comma(last) {
            return self.phrase_ending_at(last);
        }
        let apposition = self.phrase_ending_at(last.checked_sub(1)?)?;
        let name = self.name_before_apposition(apposition.units.start)?;
        self.phrase_ending_at(name)
    }

    /// `Trump left, saying`, `a statement saying`.
    fn participle_subject(
        &self,
        cue: &Cue,
        verb: usize,
        group: usize,
        earlier: &[ReportingClause],
    ) -> Option<(Phrase, Construction)> {
        // `Calling it a mistake, she left`
        if group == self.sentence_of(verb).start {
            let main = self.main_subject_beside(verb)?;
            let before = main.units.start.wrapping_sub(1);
            return (self.is_comma(before) || self.ends_in_comma(before)).then_some((main, Construction::Participle));
        }
        let before = group.checked_sub(1)?;
        // `kept repeating`, but not `began saying the prayer`
        let ends = self.is_terminal(verb + 1) || self.is_comma(verb + 1) || verb + 1 >= self.sentence_of(verb).end;
        // `Brenk agreed saying, “QUOTE”`
        let quoted = self.is_comma(verb + 1) && self.quote(verb + 2).is_some();
        if self.is_finite(before)
            && (!self.has(before, WordClass::CUE) || quoted)
            && cue.class == CueClass::Speech
            && (ends || self.tells_after(verb) || !cue.particle.is_empty())
        {
            return self.finite_subject(before, before);
        }
        // `quoted her as saying`
        if self.is_word(before, Word::As)
            && let Some(quoted) = self.object_before_as(before)
            && self.takes_object_as(quoted.units.start.wrapping_sub(1))
        {
            return Some((quoted, Construction::Before));
        }
        let parted = self.is_comma(before)
            || self.is_dash(before)
            || self.quote(before).is_some()
            || self.is_any_word(before, &[Word::And, Word::By, Word::While, Word::In, Word::Of])
            || self.is_word(before, Word::Before) && self.tells_after(verb);
        if parted {
            // `with Doe posting that it was over and asking …`: the participle before has a subject of its own.
            if self.is_word(before, Word::And)
                && let Some(last) = earlier.last()
                && last.construction == Construction::Before
                && self.has(last.verb, Morphology::GERUND)
                && last.subject.as_ref().is_some_and(|subject| self.is_accompanied(subject.units.start))
            {
                return last.subject.clone().map(|subject| (subject, Construction::Participle));
            }
            return self.controller_of(group).map(|subject| (subject, Construction::Participle));
        }
        let sentence = self.sentence_of(verb);
        let anyone = self.units[before].part == Part::IndefinitePronoun;
        let object = self.units[before].part == Part::ObjectPronoun && self.is_word(before.wrapping_sub(1), Word::Of);
        if !(self.is_nominal(before) || anyone || object) || group == sentence.start {
            return None;
        }
        let subject = self.phrase_ending_at(before)?;
        // `Holding signs calling it a mistake, the pilots left`: who holds them has not come yet.
        if self.is_of_participle(&subject) && self.name(subject.head).is_none() {
            return self.controller_of(subject.units.start).map(|author| (author, Construction::Participle));
        }
        // `released a statement saying`: the statement's author speaks.
        // `a hat reading`, `pilots saying`: what is read and people speak themselves.
        let written = self.has(subject.head, WordClass::NOUN_CUE) || self.has(subject.head, PersonCues::DOCUMENT_ROLE);
        // `responded to a report claiming`: what is spoken of speaks itself.
        let topic =
            written && self.is_any_word(subject.units.start.wrapping_sub(1), &[Word::To, Word::About, Word::Against]);
        // `dismissed posts alleging`: so does what is only spoken of.
        let verb_before = subject.units.start.wrapping_sub(1);
        let spoken_of = written && self.only_reacts(verb_before);
        // `one of them testifying that it was late`: an absolute clause has its own subject.
        let absolute = self.is_comma(verb_before)
            && (self.has(subject.units.start, WordClass::NUMERAL | WordClass::DETERMINER)
                || self.is_any_word(subject.units.start, &[Word::One, Word::Some, Word::Many, Word::Most]))
            && self.is_word(subject.units.start + 1, Word::Of)
            && self.tells_after(verb);
        let itself = anyone || topic || spoken_of || absolute || self.word(verb).eq_ignore_ascii_case("reading") && !written
            || self.name(subject.head).is_none() && self.has(subject.head, PersonCues::PERSON_ROLE) && !self.is_told(subject.units.start)
            || written && subject.units.clone().any(|at| self.is_possessive(at))
            || self.is_accompanied(subject.units.start)
            || self.is_perceived(subject.units.start)
            // `a picture of Brenk saying`
            || self.units[subject.head].names == Some(Kind::Person)
                && subject.head == before
                && self.is_word(subject.units.start.wrapping_sub(1), Word::Of);
        // `In a letter calling for a vote, the mayor said`: the author comes after what was written.
        let author = || {
            let later = || self.first_subject(subject.units.end, sentence.end);
            self.controller_of(subject.units.start).or_else(|| later().filter(|_| written))
        };
        if !itself && let Some(author) = author() {
            return Some((author, Construction::Participle));
        }
        Some((subject, Construction::Before))
    }

    /// What is told follows the verb, and not an object.
    pub(super) fn tells_after(&self, verb: usize) -> bool {
        let next = verb + 1;
        self.quote(next).is_some()
            || self.is_word(next, Word::That)
            || self.has(next, WordClass::WH)
            || self.clause_begins_at(next, self.sentence_of(verb).end)
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
        (known.shape == Shape::Lower && known.tags.has(Morphology::VERB)).then_some(governor)
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
            || self.has(at, WordClass::DETERMINER | WordClass::POSSESSIVE)
            || self.is_pronoun(at)
            || self.units[at].shape == Shape::Capital
            || self.units[at].part == Part::Number
            || self.has(at, PersonCues::ROLE | PersonCues::TITLE)
            || self.is_nominal(at) && !self.is_time(at) && self.units[at].is_word();
        // `told her`, but `beamed her father`.
        let object = self.has(at, WordClass::OBJECT)
            && !self.has(at, WordClass::SUBJECT)
            && !(self.has(at, WordClass::POSSESSIVE) && self.is_nominal(at + 1));
        if !starts || self.is_time(at) || object {
            return None;
        }
        let mut phrase = self.phrase_starting_at(at, limit)?;
        if self.is_any_word(phrase.units.end - 1, &[Word::And, Word::Or]) {
            return None;
        }
        // `said Trump’s seemingly confused messages`: the phrase goes on beyond what the chunks show.
        if self.is_clitic(phrase.units.end - 1) || self.is_possessive(phrase.units.end) {
            return None;
        }
        // A subject followed by a verb of its own is the subject of a clause that was reported.
        // Nothing need follow: captions have no final stop, and the stop of `Brenk Jr.` belongs to the name.
        let next = (phrase.units.end..limit).find(|&next| !self.is_adverb(next)).unwrap_or(limit);
        // Right after a quotation the verb belongs to it: `“QUOTE,” says a source involved in the talks`.
        let sure = self.quote(at.wrapping_sub(2)).is_some();
        let own_verb = !sure
            && next < limit
            && self.is_verb(next)
            && !self.has(next, Morphology::GERUND)
            && !self.is_comma(phrase.units.end);
        let object = self.is_comma(at.wrapping_sub(2))
            && next < limit
            && (self.quote(next).is_some()
                || self.is_nominal(next) && !self.is_time(next) && !self.is_adverb(next)
                || self.is_word(next, Word::To)
                || self.has(next, WordClass::DETERMINER | WordClass::POSSESSIVE | WordClass::CONJUNCTION));
        if own_verb || object {
            return None;
        }
        // `the agency’s spokesman, Rufus Tarn`: the name in apposition is the head.
        if self.name(phrase.head).is_none()
            && self.has(phrase.head, PersonCues::PERSON_ROLE)
            && let Some(name) = self.apposed_name(phrase.units.end, limit)
        {
            phrase = Phrase { units: phrase.units.start..name + 1, head: name };
        }
        Some(phrase)
    }

    pub(crate) fn is_terminal(&self, unit: usize) -> bool {
        self.is_any(unit, Kinds::TERMINAL)
    }
}
