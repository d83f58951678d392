//! One pass over the syntax resolves each pronoun and description to the most salient entity that agrees with it.

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::attributions::{
    Reference, Resolved, ResolvedAttribution, Settled, first_persons, person_before_who, resolve_attributions,
};
use super::descriptions::{Admitted, Fitting};
use super::document::{Documents, Noun};
use super::endings::Endings;
use super::grammatical_role::{GrammaticalRole, grammatical_role};
use super::role::{Roles, noun, start_of};
use super::salience::{Position, Salience, Shown};
use super::unnamed::UnnamedSpeaker;
use super::wanted::{Sort, Wanted, pronoun, wanted};
use super::weights::{Bonus, Least, MOST_TIMES, Share, WHOLE, of_whole};
use crate::attribution::{Attribution, Source};
use crate::gazetteer::{Gazetteer, Gender, Kind};
use crate::lexicon::{Morphology, Part, PersonCues, Word, WordClass};
use crate::mention::{Cast, Referent, Rule};
use crate::quotation::{Discourse, QuotationType};
use crate::report::Construction;
use crate::syntax::{Phrase, Syntax};
use crate::text::Shape;

/// The sources and addressees of quotations, and the referents of all other pronouns and descriptions.
#[derive(Debug)]
pub(crate) struct References {
    /// One for each quotation, in the same order.
    pub(crate) attributions: Vec<ResolvedAttribution>,
    /// Pronouns and descriptions with their referents: those of the syntax, then those between quotation marks.
    pub(crate) resolved: Vec<Resolved>,
    /// What the gazetteer, the name or at last a pronoun shows of each referent.
    pub(crate) genders: Vec<Shown>,
}

/// No more names of one quotation are asked about: keeps the search linear.
const MOST_NAMES: usize = 32;

/// How many units after a pronoun its antecedent may follow, where nobody before it agrees.
const AHEAD: usize = 12;

/// What is resolved.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Referring {
    pub(crate) pronouns: bool,
    pub(crate) descriptions: bool,
}

pub(crate) fn resolve<'g>(
    discourse: &Discourse,
    cast: &Cast<'g>,
    attributions: &[Option<Attribution>],
    gazetteer: &'g Gazetteer,
    referring: Referring,
) -> References {
    let referring_items = &discourse.syntax.referring;
    let resolver = Resolver {
        discourse,
        cast,
        gazetteer,
        roles: Roles::read(&discourse.syntax, cast),
        endings: Endings::of(cast.referents.len()),
        speaking: speaking(attributions),
        attributions,
        referring,
    };
    let mut state = State {
        salience: Salience::new(cast.referents.iter().map(shown).collect()),
        documents: Documents::default(),
        replying: None,
        unnamed_speaker: None,
        unnamed: FxHashMap::default(),
        settled: Settled::default(),
        resolved: Vec::new(),
        clause_subject: None,
    };
    if referring.pronouns || referring.descriptions {
        resolver.read(&mut state, referring_items);
    }
    let attributions = resolve_attributions(discourse, cast, attributions, &state.settled, referring.pronouns);
    let State { mut resolved, salience, .. } = state;
    if referring.pronouns {
        first_persons(discourse, &attributions, &mut resolved);
    }
    References { attributions, resolved, genders: salience.into_genders() }
}

fn shown(referent: &Referent) -> Shown {
    Shown { gender: referent.gender, sure: referent.known.is_some() }
}

/// The head of each phrase that speaks or is spoken to, with its quotation, in the order of the text.
fn speaking(attributions: &[Option<Attribution>]) -> Vec<Speaking<'_>> {
    let mut speaking = Vec::with_capacity(attributions.len());
    for (quotation, attribution) in attributions.iter().enumerate() {
        let Some(attribution) = attribution else { continue };
        if let Source::Phrase(phrase) = &attribution.source {
            speaking.push(Speaking { phrase, quotation, speaks: true });
        }
        if let Some(phrase) = &attribution.addressee {
            speaking.push(Speaking { phrase, quotation, speaks: false });
        }
    }
    speaking.sort_by_key(|known| (known.phrase.head, known.quotation));
    speaking
}

struct Speaking<'a> {
    phrase: &'a Phrase,
    quotation: usize,
    speaks: bool,
}

struct Resolver<'a, 'b, 't, 'l, 'g> {
    discourse: &'a Discourse<'b, 't, 'l>,
    cast: &'a Cast<'g>,
    gazetteer: &'g Gazetteer,
    roles: Roles<'t>,
    endings: Endings,
    speaking: Vec<Speaking<'a>>,
    attributions: &'a [Option<Attribution>],
    referring: Referring,
}

/// What the pass knows at the unit it has come to.
struct State<'t> {
    salience: Salience,
    /// The nouns that introduce somebody without a name: a spokesman.
    unnamed: FxHashMap<Cow<'t, str>, usize>,
    /// The referents of phrases by their heads.
    settled: Settled,
    resolved: Vec<Resolved>,
    documents: Documents<'t>,
    /// The last subject, and its unit.
    clause_subject: Option<(usize, usize)>,
    /// Who is likely to speak next.
    replying: Option<Turn>,
    /// The last speaker if the text does not name them.
    unnamed_speaker: Option<UnnamedSpeaker>,
}

/// The last speaker, or the one whom that speaker asked.
#[derive(Clone, Copy)]
struct Turn {
    referent: usize,
    asked: bool,
    position: Position,
}

impl<'t, 'g> Resolver<'_, '_, 't, '_, 'g> {
    fn syntax(&self) -> &Syntax<'_, 't> {
        &self.discourse.syntax
    }

    /// Reads these units, and those that speak.
    fn read(&self, state: &mut State<'t>, mut referring: &[u32]) {
        let syntax = self.syntax();
        let mut speaking = &self.speaking[..];
        let mut position = Position::default();
        loop {
            let speaker = speaking.first().map_or(usize::MAX, |known| known.phrase.head);
            let next = referring.first().map(|&next| next as usize);
            let unit = next.map_or(speaker, |next| next.min(speaker));
            let Some(known) = syntax.units.get(unit) else { return };
            if next == Some(unit) {
                referring = &referring[1..];
            }
            let here = speaking.iter().take_while(|known| known.phrase.head <= unit).count();
            let (now, later) = speaking.split_at(here);
            speaking = later;
            position.sentence = known.sentence() as u32;
            while syntax.paragraphs.get(position.paragraph as usize).is_some_and(|range| range.end <= unit) {
                position.paragraph += 1;
            }
            if known.is_quote() {
                let names = &self.cast.names;
                let from = names.partition_point(|name| name.tokens.start < known.first());
                for name in names[from..].iter().take_while(|name| name.tokens.start < known.end()) {
                    state.salience.mention(name.referent, GrammaticalRole::Quoted, position);
                }
            } else if let Some(name) = syntax.name(unit) {
                let speaks = now.iter().any(|known| known.speaks && !self.is_only_cited(known));
                let role = match (speaks, grammatical_role(syntax, unit)) {
                    (_, GrammaticalRole::Subject) if syntax.is_embedded_subject(unit) => {
                        GrammaticalRole::EmbeddedSubject
                    }
                    (true, _) => GrammaticalRole::Speaker,
                    (false, role) => role,
                };
                self.mention(state, self.cast.names[name].referent, role, unit, position);
                self.note_turn(state, now, self.cast.names[name].referent, position);
            } else if known.word == Some(Word::Who) {
                self.read_relative(state, unit, position);
            } else if let Some(speaking) = now.first() {
                self.read_speaking(state, speaking, now, position);
            } else if let Some(gender) = pronoun(syntax, unit) {
                if self.referring.pronouns {
                    self.read_pronoun(state, unit, gender, position);
                }
            } else if self.referring.descriptions
                && known.shape == Shape::Lower
                && known.tags.has(PersonCues::ROLE | PersonCues::TITLE)
            {
                if known.tags.has(PersonCues::DOCUMENT_ROLE) {
                    self.note_document(state, unit);
                }
                self.read_description(state, unit, position);
            }
        }
    }

    /// `according to Doe`
    fn is_only_cited(&self, speaking: &Speaking) -> bool {
        let report = self.attributions[speaking.quotation].as_ref().and_then(|found| found.cue);
        report.is_some_and(|report| self.discourse.reports[report].construction == Construction::Source)
    }

    fn mention(&self, state: &mut State, referent: usize, role: GrammaticalRole, unit: usize, position: Position) {
        let is_subject =
            matches!(role, GrammaticalRole::Subject | GrammaticalRole::EmbeddedSubject | GrammaticalRole::Speaker);
        // `After Doe spoke, Roe left`: the sentence goes on with somebody else.
        if role == GrammaticalRole::Subject && self.syntax().is_after_fronted_clause(unit) {
            let answers = |turn: &Turn| turn.referent == referent || turn.position.sentence != position.sentence;
            state.replying = state.replying.filter(answers);
        }
        if is_subject {
            state.clause_subject = Some((unit, referent));
        }
        state.salience.mention(referent, role, position);
    }

    fn settle(&self, state: &mut State, head: usize, reference: Reference, referent: usize, rule: Rule) {
        state.settled.push(head, referent, rule);
        state.resolved.push(Resolved { reference, referent, rule });
    }

    fn read_pronoun(&self, state: &mut State, unit: usize, gender: Gender, position: Position) {
        let syntax = self.syntax();
        let possessive = syntax.units[unit].part == Part::Possessive;
        let object = !possessive && !syntax.has(unit, WordClass::SUBJECT);
        let subject = self.subject_before(state, unit).filter(|_| object);
        let weight = |referent: usize| {
            if subject == Some(referent) && !syntax.has(unit, WordClass::REFLEXIVE) { 0 } else { WHOLE }
        };
        let until = (unit + AHEAD).min(syntax.sentence_of(unit).end);
        // `that she had been a bystander in her own marriage`: the same person, if she is the last subject before it.
        let start = syntax.sentence_of(unit).start;
        let owner = || (start..unit).rev().find(|&at| syntax.has(at, WordClass::SUBJECT));
        let same = possessive
            .then(owner)
            .flatten()
            .filter(|&at| pronoun(syntax, at) == Some(gender))
            .and_then(|at| state.settled.get(at));
        let found = same.map(|(referent, _)| referent);
        let found = found.or_else(|| self.person(state, unit, until, gender, position, weight));
        let Some(referent) = found else { return };
        let role = match (possessive, object) {
            (true, _) => GrammaticalRole::Possessive,
            (_, true) => GrammaticalRole::Object,
            _ => GrammaticalRole::Subject,
        };
        self.mention(state, referent, role, unit, position);
        state.salience.settle_gender(referent, gender);
        let span = syntax.span(unit..unit + 1);
        self.settle(state, unit, Reference::Pronoun(span), referent, Rule::Pronoun);
    }

    /// `Doe, who told them`: the name is a subject here, whatever it was before.
    fn read_relative(&self, state: &mut State, unit: usize, position: Position) {
        let syntax = self.syntax();
        if let Some(name) = person_before_who(syntax, self.cast, unit) {
            self.mention(state, self.cast.names[name].referent, GrammaticalRole::Subject, unit, position);
        }
    }

    /// A phrase that speaks, or is spoken to.
    fn read_speaking(&self, state: &mut State<'t>, speaking: &Speaking, all: &[Speaking], position: Position) {
        let syntax = self.syntax();
        let phrase = speaking.phrase;
        let head = phrase.head;
        if syntax.has(head, PersonCues::DOCUMENT_ROLE) {
            self.note_document(state, head);
        }
        let wanted = wanted(syntax, self.cast, phrase, self.gazetteer);
        let begun = state.clause_subject.is_some_and(|(at, _)| at >= syntax.sentence_of(head).start);
        let subject = self.subject_before(state, head);
        let replying = state
            .replying
            .filter(|turn| !begun && speaking.speaks && position.sentence.saturating_sub(turn.position.sentence) <= 1);
        let weight = |referent: usize| {
            let spoken_of = all
                .iter()
                .filter(|speaking| speaking.speaks)
                .map(|speaking| self.is_spoken_of(speaking, referent))
                .min();
            let bonus = match replying {
                Some(turn) if turn.referent == referent => {
                    WHOLE + if turn.asked { Bonus::Answering } else { Bonus::Replying }.weight()
                }
                _ => WHOLE,
            };
            // `Doe told him`
            let itself = !speaking.speaks && subject == Some(referent);
            if itself { 0 } else { of_whole(spoken_of.unwrap_or(WHOLE), bonus) }
        };
        let found = match &wanted {
            Wanted::Person(_) | Wanted::Thing if !self.referring.pronouns => None,
            Wanted::Description(_) if !self.referring.descriptions => None,
            Wanted::Person(gender) => {
                let found = self.likeliest(state, *gender, position, weight);
                let unnamed = state.unnamed_speaker.as_mut().filter(|_| speaking.speaks && !begun);
                if let Some(unnamed) = unnamed {
                    let score = unnamed.score(&state.salience, *gender, position);
                    if score > found.map_or(0, |(score, _)| score) {
                        unnamed.speaks_again(*gender, position);
                        state.settled.push_unnamed(head, unnamed.phrase.clone());
                        state.replying = None;
                        return;
                    }
                }
                let referent = self.person(state, head, head + AHEAD, *gender, position, weight);
                if let Some(referent) = referent {
                    state.salience.settle_gender(referent, *gender);
                }
                referent.map(|referent| (referent, Rule::Pronoun))
            }
            Wanted::Thing => self.thing(state, position).map(|referent| (referent, Rule::Pronoun)),
            Wanted::Description(description) if description.sort == Sort::Document => {
                state.documents.issuer(syntax, head).map(|referent| (referent, Rule::Document))
            }
            Wanted::Description(description) => {
                let is_unnamed = state.unnamed.contains_key(noun(syntax.word(head)).as_ref());
                let admitted = if is_unnamed { Admitted::CalledSo } else { Admitted::Anyone };
                self.roles
                    .introduced_at(head)
                    .map(|referent| (referent, Rule::IntroducedRole))
                    .or_else(|| self.fitting(state).best(description, position, admitted, subject))
            }
            Wanted::Somebody => {
                state.unnamed.insert(noun(syntax.word(head)), head);
                None
            }
            Wanted::Nobody => None,
        };
        let Some((referent, rule)) = found else {
            if speaking.speaks && !self.is_only_cited(speaking) {
                state.unnamed_speaker = UnnamedSpeaker::of(syntax, phrase, &wanted, position);
            }
            return;
        };
        self.mention(
            state,
            referent,
            if speaking.speaks { GrammaticalRole::Speaker } else { GrammaticalRole::Object },
            head,
            position,
        );
        let reference = match wanted {
            Wanted::Description(_) => Reference::Description(syntax.span(phrase.units.clone())),
            _ => Reference::Pronoun(syntax.span(head..head + 1)),
        };
        self.settle(state, head, reference, referent, rule);
        self.note_turn(state, all, referent, position);
    }

    fn fitting<'s>(&'s self, state: &'s State<'t>) -> Fitting<'s, 's, 't, 'g> {
        Fitting {
            syntax: self.syntax(),
            cast: self.cast,
            roles: &self.roles,
            endings: &self.endings,
            salience: &state.salience,
            gazetteer: self.gazetteer,
        }
    }

    /// The last subject of the sentence.
    fn subject_before(&self, state: &State, unit: usize) -> Option<usize> {
        let sentence = self.syntax().sentence_of(unit);
        state.clause_subject.filter(|&(at, _)| at >= sentence.start).map(|(_, referent)| referent)
    }

    fn note_document(&self, state: &mut State<'t>, unit: usize) {
        let syntax = self.syntax();
        let sentence = syntax.sentence_of(unit);
        let subject = self.subject_before(state, unit);
        let start = start_of(syntax, unit);
        // `Doe said in a statement`, `Doe sent a letter`
        let before = start.saturating_sub(1);
        let issues = syntax.is_verb(before) || syntax.has(before, WordClass::PREPOSITION) && self.reports_in(&sentence);
        let noun = Noun { start, unit };
        state.documents.note(syntax, self.cast, noun, &state.settled, subject.filter(|_| issues));
    }

    /// The sentence reports somebody's words.
    fn reports_in(&self, sentence: &Range<usize>) -> bool {
        let at = self.speaking.partition_point(|speaking| speaking.phrase.head < sentence.start);
        self.speaking.get(at).is_some_and(|speaking| speaking.phrase.head < sentence.end && speaking.speaks)
    }

    /// Who speaks next, most likely: the one who has just spoken, or the one who was asked.
    fn note_turn(&self, state: &mut State, speaking: &[Speaking], referent: usize, position: Position) {
        let Some(speaking) = speaking.first() else { return };
        let attribution = self.attributions[speaking.quotation].as_ref();
        let cue = attribution.and_then(|found| found.cue).map(|report| self.discourse.reports[report].cue.lemma);
        let asks = cue == Some("ask");
        if speaking.speaks != asks {
            state.replying = Some(Turn { referent, asked: asks, position });
        } else if speaking.speaks {
            state.replying = None;
        }
    }

    /// A description that does not speak.
    fn read_description(&self, state: &mut State<'t>, unit: usize, position: Position) {
        let syntax = self.syntax();
        if self.roles.introduced_at(unit).is_some() || syntax.has(unit, Morphology::PLURAL) {
            return;
        }
        let next = unit + 1;
        let goes_on = syntax.is_nominal(next) && !syntax.is_verb(next) && !syntax.is_time(next)
            || syntax.is(next, crate::text::TokenKind::Hyphen);
        if goes_on && next < syntax.sentence_of(unit).end {
            return;
        }
        let start = start_of(syntax, unit);
        // Whoever does not speak is meant only where the text or the gazetteer calls him so.
        let is_known = syntax.has(unit, PersonCues::INSTITUTION | PersonCues::TITLE)
            || start + 1 < unit
            || !self.roles.of(syntax.word(unit)).is_empty();
        let introduces = syntax.is_any_word(start, &[Word::A, Word::An, Word::One, Word::Another]);
        if !is_known && !introduces {
            return;
        }
        let phrase = Phrase { units: start..next, head: unit };
        match wanted(syntax, self.cast, &phrase, self.gazetteer) {
            Wanted::Somebody if grammatical_role(syntax, unit) == GrammaticalRole::Subject => {
                state.unnamed.insert(noun(syntax.word(unit)), unit);
            }
            Wanted::Description(description) if description.sort != Sort::Document => {
                let Some((referent, rule)) = self.fitting(state).best(
                    &description,
                    position,
                    Admitted::CalledSo,
                    self.subject_before(state, unit),
                ) else {
                    // Somebody else of whom nothing is known does something.
                    if description.sort == Sort::Person && grammatical_role(syntax, unit) == GrammaticalRole::Subject {
                        state.unnamed_speaker = None;
                    }
                    return;
                };
                let role = grammatical_role(syntax, unit);
                // `in the league`: of whatever organization is spoken of only what does something is meant.
                if rule == Rule::Attention && role != GrammaticalRole::Subject {
                    return;
                }
                self.mention(state, referent, role, unit, position);
                let span = syntax.span(start..next);
                self.settle(state, unit, Reference::Description(span), referent, rule);
            }
            _ => {}
        }
    }

    /// How well a referent fits the gender; not at all if it is no person.
    fn person_fit(&self, state: &State, referent: usize, gender: Gender) -> i32 {
        i32::from(self.cast.referents[referent].kind == Kind::Person) * state.salience.fit(referent, gender)
    }

    /// The likeliest person of that gender up to now, with the salience that counts.
    fn likeliest(
        &self,
        state: &State,
        gender: Gender,
        position: Position,
        weight: impl Fn(usize) -> i32,
    ) -> Option<(i32, usize)> {
        // Told without a branch, for most of those in mind are of another kind or gender.
        let fit = |referent: usize| self.person_fit(state, referent, gender);
        let (mut most, mut best) = (i32::MIN, None);
        for mentioned in state.salience.everybody() {
            let referent = mentioned.referent();
            let fit = fit(referent);
            // Who was never salient enough need not be asked about.
            if (fit == 0) | (mentioned.at_most() * MOST_TIMES <= most) {
                continue;
            }
            let fit = of_whole(fit, weight(referent));
            if fit <= 0 {
                continue;
            }
            let score = of_whole(state.salience.left(mentioned, position), fit);
            // Of equals the last mentioned, which comes first.
            if score > most {
                (most, best) = (score, Some(referent));
            }
        }
        best.map(|referent| (most, referent))
    }

    /// The likeliest person of that gender before the pronoun, else the first one named between it and `until`.
    fn person(
        &self,
        state: &State,
        unit: usize,
        until: usize,
        gender: Gender,
        position: Position,
        weight: impl Fn(usize) -> i32,
    ) -> Option<usize> {
        if let Some((_, referent)) = self.likeliest(state, gender, position, &weight) {
            return Some(referent);
        }
        let mut named = (unit + 1..until).filter_map(|next| self.syntax().name(next));
        named
            .next()
            .map(|name| self.cast.names[name].referent)
            .filter(|&referent| of_whole(self.person_fit(state, referent, gender), weight(referent)) > 0)
    }

    /// The most salient organization, if it is salient enough.
    fn thing(&self, state: &State, position: Position) -> Option<usize> {
        let things = state
            .salience
            .everybody()
            .filter(|mentioned| self.cast.referents[mentioned.referent()].kind == Kind::Organization)
            .map(|mentioned| (mentioned.referent(), state.salience.left(mentioned, position)))
            .filter(|&(_, salience)| salience >= Least::Thing.weight());
        things.reduce(|best, next| if next.1 > best.1 { next } else { best }).map(|(referent, _)| referent)
    }

    /// How likely somebody speaks whom the quotation names, of [`WHOLE`].
    fn is_spoken_of(&self, speaking: &Speaking, referent: usize) -> i32 {
        let syntax = self.syntax();
        let quotation = &self.discourse.quotations[speaking.quotation];
        let addressee = self.attributions[speaking.quotation].as_ref().and_then(|found| found.addressee.as_ref());
        let addressed = addressee.and_then(|phrase| syntax.name(phrase.head));
        if addressed.is_some_and(|name| self.cast.names[name].referent == referent) {
            return 0;
        }
        let named = quotation.parts.iter().any(|part| {
            let (Some(first), Some(last)) =
                (syntax.units.get(part.start), syntax.units.get(part.end.saturating_sub(1)))
            else {
                return false;
            };
            let names = &self.cast.names;
            let from = names.partition_point(|name| name.tokens.start < first.first());
            names[from..]
                .iter()
                .take(MOST_NAMES)
                .take_while(|name| name.tokens.start < last.end())
                .any(|name| name.referent == referent)
        });
        let before = quotation.parts.first().is_some_and(|part| part.start < speaking.phrase.head);
        match (named, quotation.kind) {
            (false, _) => WHOLE,
            // `Doe was wrong to wait, he said`: his own name may stand before the pronoun.
            (true, QuotationType::Indirect | QuotationType::Mixed) if before => Share::NamedBefore.weight(),
            (true, _) => 0,
        }
    }
}
