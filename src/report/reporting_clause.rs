//! Reporting verbs at work: the verb group, and the subject that belongs to it.

use std::ops::Range;

use crate::gazetteer::Kind;
use crate::lexicon::{
    Cue, CueClass, Frames, Lexicon, Morphology, PERCEIVED, Part, PartSet, PersonCues, Tags, Word, WordClass,
};
use crate::syntax::{ChunkKind, Phrase, Syntax};
use crate::text::{Shape, TokenKind};

/// How a reporting verb came by its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Construction {
    /// Trump said
    Before,
    /// Trump, the president, said
    Parenthetical,
    /// said Trump
    After,
    /// Trump left and said
    Shared,
    /// Trump left, saying
    Participle,
    /// according to Trump
    Source,
    /// Trump’s claim that
    Noun,
    /// was called “a farce” by Trump
    Agent,
}

/// A reporting verb of the narrator, with all that the words around it tell.
#[derive(Clone, Debug)]
pub(crate) struct ReportingClause<'l> {
    /// Auxiliaries, adverbs, the verb and its particle.
    pub(crate) group: Range<usize>,
    pub(crate) verb: usize,
    pub(crate) cue: &'l Cue,
    pub(crate) subject: Option<Phrase>,
    pub(crate) construction: Construction,
    pub(crate) negated: bool,
    pub(crate) passive: bool,
}

impl ReportingClause<'_> {
    /// The end of the verb or, where the subject comes after it, of the subject.
    pub(super) fn end(&self) -> usize {
        match (self.construction, &self.subject) {
            (Construction::After, Some(subject)) => subject.units.end,
            _ => self.group.end,
        }
    }
}

static ACCORDING_TO: Cue =
    Cue { lemma: "according to", particle: "", class: CueClass::Speech, frames: Frames::QUOTE.union(Frames::CLAUSE) };

/// How many earlier verbs of a sentence may lend their subject: keeps endless sentences linear too.
pub(super) const NEAR: usize = 12;

/// What the words before a verb make of it.
pub(super) struct Group {
    pub(super) start: usize,
    pub(super) negated: bool,
    pub(super) passive: bool,
    pub(super) form: VerbForm,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum VerbForm {
    Finite,
    Participle,
    Infinitive,
}

/// All reporting verbs outside quotation marks, in the order of the text.
pub(crate) fn find<'l>(syntax: &Syntax, lexicon: &'l Lexicon) -> Vec<ReportingClause<'l>> {
    let mut reports = Vec::with_capacity(syntax.cues.len());
    // The sentence, and where its reports begin.
    let (mut sentence, mut first) = (0, 0);
    for unit in syntax.cues.iter().map(|&unit| unit as usize) {
        let known = &syntax.units[unit];
        if known.sentence() != sentence {
            (sentence, first) = (known.sentence(), reports.len());
        }
        let report = syntax
            .report_at(unit, lexicon, &reports[first..])
            .or_else(|| syntax.according_to(unit, lexicon))
            .or_else(|| syntax.noun_at(unit, lexicon))
            .or_else(|| syntax.predicate_at(unit));
        reports.extend(report);
    }
    reports
}

impl Syntax<'_, '_> {
    fn report_at<'l>(
        &self,
        unit: usize,
        lexicon: &'l Lexicon,
        earlier: &[ReportingClause<'l>],
    ) -> Option<ReportingClause<'l>> {
        let known = self.units.get(unit)?;
        let opens = known.part == Part::Gerund && self.sentence_of(unit).start == unit;
        if known.shape != Shape::Lower && !opens || !known.tags.has(WordClass::CUE) {
            return None;
        }
        // `the same clarifying effect`
        let chunk = &self.chunks[known.chunk()];
        if known.part == Part::Adjective
            && chunk.kind == ChunkKind::Noun
            && chunk.units.start < unit
            && unit < chunk.head
        {
            return None;
        }
        let verb = lexicon.known(self.text.tokens[known.first()].entry).verb?;
        let (cue, end) = self.cue_with_particle(unit, lexicon.cues(verb))?;
        let group = self.verb_group(unit)?;
        if let Some(report) = self.report_by_agent(unit, cue, end, &group) {
            return Some(report);
        }
        // `three states`, `1,200 emails`: after a number the form in -s is a noun.
        let counted = unit > 0 && (self.has(unit - 1, WordClass::NUMERAL) || self.is(unit - 1, TokenKind::Number));
        if group.start == unit && known.tags.has(Morphology::THIRD) && counted {
            return None;
        }
        // `goes on recess`, but not `goes on to say`: the particle governs a noun.
        let ahead = self.is(end, TokenKind::Word);
        if cue.lemma == "go" && ahead && self.is_nominal(end) && !self.is_time(end) && !self.is_adverb(end) {
            return None;
        }
        let (subject, construction) = self.subject(cue, unit, end, &group, earlier)?;
        // `it needs to grow`, `those who hope to win`: nobody in particular thinks or intends.
        let vague = self.is_any_word(subject.head, &[Word::It, Word::This, Word::These])
            || self.is_relative(&subject, construction);
        if vague && matches!(cue.class, CueClass::Intention | CueClass::Thought) {
            return None;
        }
        // `voters may want to wait`, `if you want to know`: only what might be wanted.
        let inner = matches!(cue.class, CueClass::Intention | CueClass::Thought);
        let possible =
            || (group.start..unit).any(|at| self.has(at, WordClass::MODAL) && !self.is_word(at, Word::Would));
        // I and we are the narrator, who reports nobody but himself.
        let own = || self.is_any_word(subject.head, &[Word::You, Word::I, Word::We]);
        if inner && (own() || possible()) {
            return None;
        }
        // `Nobody asked about it`
        if self.is_word(subject.head, Word::Nobody) {
            return None;
        }
        let subject = self.whole_source(subject, construction);
        // `named “The Reef,” “The Bay” and “The Ferry” as her top shows`: a list of titles says nothing.
        let listed = subject.units.start.checked_sub(1).is_some_and(|before| self.quote(before).is_some());
        if listed && self.quote(subject.units.start).is_some() {
            return None;
        }
        // `a public-records request`: a singular article before, so no verb in the plural.
        let article = [Word::A, Word::An, Word::This, Word::Each, Word::Every, Word::Another];
        let singular = || self.is_any_word(subject.units.start, &article) && !self.counts_many(&subject);
        let base = !known.tags.has(Morphology::THIRD | Morphology::PAST | Morphology::GERUND) && group.start == unit;
        // Beside a quotation whatever stands in the subject's place speaks.
        // A quotation that ends the paragraph before is none of this verb.
        let follows_quote = |unit: usize| {
            let before = unit.wrapping_sub(1);
            self.quote(before).is_some() && self.paragraph_of(before) == self.paragraph_of(unit)
        };
        let after = || follows_quote(group.start) || follows_quote(subject.units.start);
        // `a sign read “No Swimming”`: of verbs that mean other things too, only those after a quotation.
        let before = || {
            !cue.frames.contains(Frames::NONREPORT)
                && (self.quote(end).is_some()
                    || self.quote(end + 1).is_some() && (self.is_comma(end) || self.is(end, TokenKind::Colon)))
        };
        // `a shirt that reads “QUOTE”`, `a report that says that`, but not `a poll that asks voters`
        let told = || {
            self.quote(end).is_some()
                || self.quote(end + 1).is_some() && (self.is_comma(end) || self.is(end, TokenKind::Colon))
                || self.is_word(end, Word::That)
                || self.clause_begins_at(end, self.sentence_of(unit).end)
        };
        if self.is_word(subject.head, Word::That) && subject.units.len() == 1 && !told() {
            return None;
        }
        // `one side said`: who says something speaks, whatever the noun.
        let reports = cue.lemma == "say";
        // `quoted him as saying`
        let quoted = self.units[subject.head].part == Part::ObjectPronoun && self.has(unit, Morphology::GERUND);
        let speaks = self.can_speak(&subject) || quoted || subject.units.len() > 1 && (reports || after() || before());
        if !speaks || base && construction == Construction::Before && singular() {
            return None;
        }
        // `went on to suggest` is one cue, unless the first verb reports the infinitive.
        let takes = |report: &ReportingClause| report.cue.frames.intersects(Frames::TO.union(Frames::OBJECT_TO));
        let whole = (group.form == VerbForm::Infinitive)
            .then(|| self.governor(group.start))
            .flatten()
            .filter(|&verb| !earlier.iter().rev().take(NEAR).any(|report| report.verb == verb && takes(report)))
            .and_then(|governor| self.verb_group(governor));
        let start = whole.as_ref().map_or(group.start, |whole| whole.start);
        let end = if construction == Construction::After { end } else { self.after_manner(end) };
        Some(ReportingClause {
            group: start..end,
            verb: unit,
            cue,
            subject: Some(subject),
            construction,
            negated: group.negated || whole.is_some_and(|whole| whole.negated),
            passive: group.passive,
        })
    }

    /// `said repeatedly that`, `asks rhetorically.`: the adverb that closes the verb group.
    fn after_manner(&self, end: usize) -> usize {
        let limit = self.sentence_of(end.wrapping_sub(1)).end;
        let manner = end < limit
            && self.is_adverb(end)
            && self.word(end).ends_with("ly")
            && !self.is_any_word(end, &[Word::Only, Word::Early]);
        let next = end + 1;
        let closes = next >= limit
            || self.is_comma(next)
            || self.is_terminal(next)
            || self.is(next, TokenKind::Colon)
            || self.quote(next).is_some()
            || self.is_any_word(next, &[Word::That, Word::Whether])
            || self.has(next, WordClass::PREPOSITION);
        if manner && closes { next } else { end }
    }

    /// `who said`: the subject is a relative pronoun.
    pub(super) fn is_relative(&self, subject: &Phrase, construction: Construction) -> bool {
        construction == Construction::Parenthetical
            && self.is_any_word(subject.head, &[Word::Who, Word::Which, Word::That])
    }

    /// People, what they founded and what they wrote can report; an approach or a summit cannot.
    pub(super) fn can_speak(&self, subject: &Phrase) -> bool {
        let head = subject.head;
        if self.is_any_word(
            head,
            &[Word::This, Word::That, Word::The, Word::A, Word::An, Word::Such, Word::It, Word::There, Word::What],
        ) && subject.units.len() == 1
        {
            // `a letter that notes`, but not `a plan that means`
            return self.is_word(head, Word::It)
                || self.is_word(head, Word::That)
                    && self.antecedent_of_relative(head).is_some_and(|phrase| {
                        self.has(phrase.head, PersonCues::DOCUMENT_ROLE) || self.has(phrase.head, WordClass::NOUN_CUE)
                    });
        }
        if self.is_word(head, Word::Which) {
            return self.antecedent_of_relative(head).is_some_and(|phrase| {
                let reports = Tags::from(PersonCues::GROUP_ROLE | PersonCues::DOCUMENT_ROLE) | WordClass::NOUN_CUE;
                self.has(phrase.head, reports) || self.units[phrase.head].names == Some(Kind::Organization)
            });
        }
        self.name(head).is_some()
            || self.is_pronoun(head)
            || self.has(head, PersonCues::ROLE | PersonCues::TITLE | PersonCues::GIVEN_NAME)
            || self.has(head, WordClass::NOUN_CUE | WordClass::NUMERAL)
            || self.units[head].shape != Shape::Lower
            || self.looks_plural(head)
            || self.has(head, WordClass::DETERMINER)
            || self.is_any_word(head, &[Word::Percent, Word::Who, Word::Which, Word::One])
            || self.is_aged(head)
    }

    /// `according to the police`, at the start of a sentence or its end.
    fn according_to<'l>(&self, unit: usize, lexicon: &Lexicon) -> Option<ReportingClause<'l>> {
        if !self.is_word(unit, Word::According) || !self.is_word(unit + 1, Word::To) {
            return None;
        }
        let limit = self.sentence_of(unit).end;
        let leads = unit <= self.sentence_of(unit).start + 1 || self.source_leads(unit);
        let subject = self.source_after(unit + 2, limit, leads)?;
        // `according to plan`
        let plan = subject.units.len() == 1
            && self.has(subject.head, WordClass::NOUN_CUE)
            && lexicon.noun_cue(self.word(subject.head)).is_some_and(|cue| cue.class == CueClass::Intention);
        // `according to him`
        let somebody = self.units[subject.head].part == Part::ObjectPronoun || self.can_speak(&subject);
        if plan || !somebody {
            return None;
        }
        Some(ReportingClause {
            group: unit..unit + 2,
            verb: unit,
            cue: &ACCORDING_TO,
            subject: Some(subject),
            construction: Construction::Source,
            negated: false,
            passive: false,
        })
    }

    /// `Trump’s advice to them was`, `her claim that`.
    fn noun_at<'l>(&self, unit: usize, lexicon: &'l Lexicon) -> Option<ReportingClause<'l>> {
        if !self.has(unit, WordClass::NOUN_CUE) || self.units[unit].shape != Shape::Lower {
            return None;
        }
        let sentence = self.sentence_of(unit);
        let floor = sentence.start.max(unit.saturating_sub(4));
        let owner = (floor..unit).rev().find(|&at| self.is_genitive(at) || self.has(at, WordClass::POSSESSIVE))?;
        if !(owner + 1..unit).all(|at| self.is_nominal(at) || self.is_adverb(at)) {
            return None;
        }
        // Most such nouns are nobody's, and have been passed by.
        let cue = lexicon.noun_cue(self.word(unit))?;
        let subject = if self.is_genitive(owner) {
            self.phrase_ending_at(owner.checked_sub(1).filter(|&last| last >= sentence.start)?)?
        } else {
            Phrase { units: owner..owner + 1, head: owner }
        };
        // `in Doe’s view, CLAUSE`, `CLAUSE, in her words`
        let before = subject.units.start.checked_sub(1).filter(|&before| before >= sentence.start);
        let viewed = cue.frames.contains(Frames::IN)
            && before.is_some_and(|before| {
                // `said so, in her view`, but not `believed in her judgment`.
                let apart = before == sentence.start
                    || self.is_comma(before - 1)
                    || self.quote(before - 1).is_some()
                    || self.has(before - 1, WordClass::CONJUNCTION);
                self.is_word(before, Word::In) && apart
            })
            && (self.is_comma(unit + 1)
                || self.is_terminal(unit + 1)
                || unit + 1 == sentence.end
                || self.quote(unit + 1).is_some());
        Some(ReportingClause {
            group: unit..unit + 1,
            verb: unit,
            cue,
            subject: Some(subject),
            construction: if viewed { Construction::Source } else { Construction::Noun },
            negated: false,
            passive: false,
        })
    }

    /// `Trump’s`, `the ministers’`
    fn is_genitive(&self, unit: usize) -> bool {
        // `there’s no guarantee that` has nobody’s.
        let owned = unit > 0 && !self.is_auxiliary_clitic(unit) && !self.is_word(unit - 1, Word::There);
        owned && self.is_possessive(unit)
    }

    /// The cue whose particle follows the verb, and the end of that particle.
    fn cue_with_particle<'l>(&self, verb: usize, cues: &'l [Cue]) -> Option<(&'l Cue, usize)> {
        let word = self.units.get(verb + 1).filter(|next| next.is_word() && self.goes_on_after(verb));
        if word.is_none() || cues.len() == 1 && cues[0].particle.is_empty() {
            return cues.iter().find(|cue| cue.particle.is_empty()).map(|cue| (cue, verb + 1));
        }
        // Most verbs have several particles, and none of them here.
        let next = self.word(verb + 1).as_bytes();
        let initial = next.first().map(u8::to_ascii_lowercase);
        let begins = |particle: &str| {
            if particle.as_bytes().first().copied() != initial {
                return false;
            }
            let (first, rest) = particle.as_bytes().split_at(next.len().min(particle.len()));
            first.eq_ignore_ascii_case(next) && rest.first().is_none_or(|&byte| byte == b' ')
        };
        cues.iter().find_map(|cue| {
            let mut end = verb + 1;
            if cue.particle.is_empty() {
                return Some((cue, end));
            }
            if !begins(cue.particle) {
                return None;
            }
            for word in cue.particle.split(' ') {
                let next = self.units.get(end).filter(|next| next.sentence() == self.units[verb].sentence())?;
                let plain = next.is_word();
                if !plain || !self.word(end).eq_ignore_ascii_case(word) {
                    return None;
                }
                end += 1;
            }
            Some((cue, end))
        })
    }

    pub(super) fn verb_group(&self, verb: usize) -> Option<Group> {
        let floor = self.sentence_of(verb).start.max(verb.saturating_sub(12));
        let tags = self.units[verb].tags;
        // `re-emphasised`, `e-mailed`
        let prefixed = verb >= floor + 2
            && self.is(verb - 1, TokenKind::Hyphen)
            && self.is_any_word(verb - 2, &[Word::Re, Word::E, Word::Co]);
        let mut start = if prefixed { verb - 2 } else { verb };
        let (mut negated, mut passive, mut helped, mut infinitive) = (false, false, false, false);
        while start > floor {
            let at = start - 1;
            if self.is_auxiliary_clitic(at) {
                helped = true;
                start = at;
            } else if self.has(at, WordClass::AUXILIARY | WordClass::MODAL) && !self.is_word(at, Word::Need) {
                let be = self.has(at, WordClass::BE);
                // `was quoted`, `has been told`, but `was saying`.
                if be && !helped && tags.has(Morphology::PARTICIPLE) {
                    passive = true;
                }
                negated |= self.has(at, WordClass::NEGATION);
                helped = true;
                start = at;
            } else if self.is_word(at, Word::As)
                && tags.has(Morphology::GERUND)
                && at > floor
                && self.has(at - 1, Morphology::PARTICIPLE | Morphology::PAST)
            {
                // `is quoted as saying`
                start = at - 1;
            } else if self.is_word(at, Word::As)
                && tags.has(Morphology::GERUND)
                && let Some(quoted) = self.verb_of_agent(at, floor)
            {
                // `was quoted by the paper as saying`
                start = quoted;
            } else if self.is_adverb(at) {
                negated |= self.has(at, WordClass::NEGATION);
                start = at;
            } else if tags.has(Morphology::GERUND)
                && !helped
                && at > floor
                && self.has(at - 1, WordClass::BE)
                && self.is_any_word(at, PERCEIVED)
            {
                // `can be heard asking`
                start = at;
            } else if self.is_word(at, Word::To) && tags.has(Morphology::BASE) && !helped {
                infinitive = true;
                start = at;
                break;
            } else {
                break;
            }
        }
        let form = if infinitive {
            VerbForm::Infinitive
        } else if helped {
            VerbForm::Finite
        } else if tags.has(Morphology::GERUND) {
            VerbForm::Participle
        } else if self.is_finite(verb)
            || self.is_joined_form(verb)
            || self.asking_auxiliary(verb).is_some()
            || self.is_shown_verb(verb, floor)
            || self.opens_inversion(verb) && tags.has(Morphology::PAST | Morphology::THIRD)
        {
            VerbForm::Finite
        } else {
            return None;
        };
        Some(Group { start, negated, passive, form })
    }

    /// `quoted by the paper`, `quoted in the paper`: the participle whose agent ends here.
    fn verb_of_agent(&self, end: usize, floor: usize) -> Option<usize> {
        let agent = self.phrase_ending_at(end.checked_sub(1)?)?;
        let by =
            agent.units.start.checked_sub(1).filter(|&by| by > floor && self.is_any_word(by, &[Word::By, Word::In]))?;
        self.has(by - 1, Morphology::PARTICIPLE).then_some(by - 1)
    }

    /// `has met the crew and praised them`: the verb shares the auxiliary of the first, unless that is in the passive.
    fn is_joined_form(&self, verb: usize) -> bool {
        let joined = verb.checked_sub(1).filter(|&and| {
            // `the most significant and criticized move`
            let adjective = and.checked_sub(1).is_some_and(|before| self.units[before].part.is(PartSet::ADJECTIVE));
            self.is_any_word(and, &[Word::And, Word::But, Word::Or]) && !adjective
        });
        let Some(and) = joined.filter(|_| self.is_verb(verb) && self.units[verb].part.is(PartSet::PARTICIPLE)) else {
            return false;
        };
        let start = self.sentence_of(verb).start;
        let Some(first) = (start..and).rev().find(|&at| self.is_verb(at)) else { return false };
        let part = self.units[first].part;
        let parallel = part.is(PartSet::PARTICIPLE.or(PartSet::of(&[Part::Past])));
        let group = &self.chunks[self.units[first].chunk()];
        let passive =
            part.is(PartSet::PARTICIPLE) && group.units.clone().any(|unit| self.units[unit].part.is(PartSet::BE));
        parallel && !passive
    }

    /// `blames them and claims that`: what follows shows the verb.
    fn is_shown_verb(&self, verb: usize, floor: usize) -> bool {
        let joined = verb > floor + 1 && self.is_any_word(verb - 1, &[Word::And, Word::But]);
        joined && self.has(verb, Morphology::THIRD) && self.is_word(verb + 1, Word::That)
    }

    /// `’d`, `’ve`, `’ll`, and `’s` after a pronoun.
    pub(crate) fn is_auxiliary_clitic(&self, unit: usize) -> bool {
        self.is_clitic(unit)
            && (!self.word(unit).ends_with(['s', 'S']) || unit > 0 && self.has(unit - 1, WordClass::SUBJECT))
    }

    /// Whether only a quotation stands between the sentence's start and this comma.
    pub(super) fn quote_before(&self, comma: usize) -> bool {
        comma > 0 && self.quote(comma - 1).is_some()
    }
}
