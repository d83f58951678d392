//! One pass over the narration: each pronoun and description goes to whom the attention is on.

use std::borrow::Cow;
use std::mem;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::descriptions::Fitting;
use super::document::{Documents, Noun};
use super::endings::Endings;
use super::focus::{Focus, Grade, Place, Shown};
use super::grade::grade;
use super::role::{Roles, noun, start_of};
use super::voices::{Reference, Resolved, Settled, Voices, first_persons, person_before_who, voices_of};
use super::wanted::{Sort, Wanted, pronoun, wanted};
use crate::attribution::{Attribution, Source};
use crate::gazetteer::{Gazetteer, Gender, Kind};
use crate::lexicon::{Tags, Word};
use crate::mention::{Cast, Referent, Rule};
use crate::quotation::{Discourse, Form, Narration, Order, Phrase};
use crate::text::Shape;

/// Who speaks, and whom the other pronouns and descriptions of the narration mean.
#[derive(Debug)]
pub(crate) struct References {
    /// One pair of voices for each quotation, in the same order.
    pub(crate) voices: Vec<Voices>,
    /// Pronouns and descriptions with their referents: those of the narration, then those between quotation marks.
    pub(crate) resolved: Vec<Resolved>,
    /// What the gazetteer, the name or at last a pronoun shows of each referent.
    pub(crate) genders: Vec<Shown>,
}

/// How likely somebody speaks whose own name stands in what he says, before the pronoun, of 1024.
const NAMED_BEFORE: i32 = 500;

/// What is added, of 1024, to the attention for the one who is likely to speak next.
const REPLYING: i32 = 900;

/// The same for the one who was asked.
const ANSWERING: i32 = 2500;

/// No weight is more.
const MOST_LIKELY: i32 = 4096;
const _: () = assert!(1024 + ANSWERING <= MOST_LIKELY && REPLYING <= ANSWERING);

/// No more names of one quotation are asked about: keeps the search linear.
const LONGEST: usize = 32;

/// How far behind a pronoun the name may stand that it means when nobody fits before.
const AHEAD: usize = 12;

/// What is resolved.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Referring {
    pub(crate) pronouns: bool,
    pub(crate) descriptions: bool,
}

/// Space that one text after the other is resolved in.
#[derive(Debug, Default)]
pub(crate) struct Space {
    voices: Vec<Voices>,
    resolved: Vec<Resolved>,
    settled: Settled,
    genders: Vec<Shown>,
    in_mind: Vec<bool>,
}

impl Space {
    /// Takes the space of references that are done with.
    pub(crate) fn take_back(&mut self, References { mut voices, mut resolved, mut genders }: References) {
        voices.clear();
        resolved.clear();
        genders.clear();
        (self.voices, self.resolved, self.genders) = (voices, resolved, genders);
    }
}

pub(crate) fn resolve<'g>(
    discourse: &Discourse,
    cast: &Cast<'g>,
    attributions: &[Option<Attribution>],
    gazetteer: &'g Gazetteer,
    referring: Referring,
    space: &mut Space,
) -> References {
    let Space { voices, resolved, settled, genders, in_mind } = mem::take(space);
    let referring_items = &discourse.narration.referring;
    let reader = Reader {
        discourse,
        cast,
        gazetteer,
        roles: Roles::read(&discourse.narration, cast),
        endings: Endings::of(cast.referents.len()),
        speaking: speaking(attributions),
        attributions,
        referring,
    };
    let mut state = State {
        focus: Focus::in_space(cast.referents.iter().map(shown), genders, in_mind),
        documents: Documents::default(),
        replying: None,
        unnamed: FxHashMap::default(),
        settled,
        resolved,
        clause_subject: None,
    };
    if referring.pronouns || referring.descriptions {
        reader.read(&mut state, referring_items);
    }
    let voices = voices_of(discourse, cast, attributions, &state.settled, referring.pronouns, voices);
    let State { mut resolved, settled, focus, .. } = state;
    let (genders, in_mind) = focus.into_genders();
    *space = Space { settled: settled.emptied(), in_mind, ..Space::default() };
    if referring.pronouns {
        first_persons(discourse, &voices, &mut resolved);
    }
    References { voices, resolved, genders }
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

struct Reader<'a, 'b, 't, 'l, 'g> {
    discourse: &'a Discourse<'b, 't, 'l>,
    cast: &'a Cast<'g>,
    gazetteer: &'g Gazetteer,
    roles: Roles<'t>,
    endings: Endings,
    speaking: Vec<Speaking<'a>>,
    attributions: &'a [Option<Attribution>],
    referring: Referring,
}

/// What the pass knows at the item it has come to.
struct State<'t> {
    focus: Focus,
    /// The nouns by which somebody is introduced who has no name: a spokesman.
    unnamed: FxHashMap<Cow<'t, str>, usize>,
    /// Whom the phrase with this head means.
    settled: Settled,
    resolved: Vec<Resolved>,
    documents: Documents<'t>,
    /// The last subject, and its item.
    clause_subject: Option<(usize, usize)>,
    /// Who is likely to speak next.
    replying: Option<Turn>,
}

/// The last to speak, or whom he asked.
#[derive(Clone, Copy)]
struct Turn {
    referent: usize,
    asked: bool,
    place: Place,
}

impl<'t, 'g> Reader<'_, '_, 't, '_, 'g> {
    fn narration(&self) -> &Narration<'_, 't> {
        &self.discourse.narration
    }

    /// Reads these items, and those that speak.
    fn read(&self, state: &mut State<'t>, mut referring: &[u32]) {
        let narration = self.narration();
        let mut speaking = &self.speaking[..];
        let mut place = Place::default();
        loop {
            let speaker = speaking.first().map_or(usize::MAX, |known| known.phrase.head);
            let next = referring.first().map(|&next| next as usize);
            let item = next.map_or(speaker, |next| next.min(speaker));
            let Some(known) = narration.items.get(item) else { return };
            if next == Some(item) {
                referring = &referring[1..];
            }
            let here = speaking.iter().take_while(|known| known.phrase.head <= item).count();
            let (now, later) = speaking.split_at(here);
            speaking = later;
            place.sentence = known.sentence() as u32;
            while narration.paragraphs.get(place.paragraph as usize).is_some_and(|range| range.end <= item) {
                place.paragraph += 1;
            }
            if known.is_quote() {
                let names = &self.cast.names;
                let from = names.partition_point(|name| name.tokens.start < known.first());
                for name in names[from..].iter().take_while(|name| name.tokens.start < known.end()) {
                    state.focus.mention(name.referent, Grade::Quoted, place);
                }
            } else if let Some(name) = narration.name(item) {
                let speaks = now.iter().any(|known| known.speaks && !self.is_only_cited(known));
                let grade = if speaks { Grade::Speaker } else { grade(narration, item) };
                self.mention(state, self.cast.names[name].referent, grade, item, place);
                self.note_turn(state, now, self.cast.names[name].referent, place);
            } else if known.word == Some(Word::Who) {
                self.read_relative(state, item, place);
            } else if let Some(speaking) = now.first() {
                self.read_speaking(state, speaking, now, place);
            } else if let Some(gender) = pronoun(narration, item) {
                if self.referring.pronouns {
                    self.read_pronoun(state, item, gender, place);
                }
            } else if self.referring.descriptions
                && known.shape == Shape::Lower
                && known.tags.intersects(Tags::ROLE | Tags::TITLE)
            {
                if known.tags.contains(Tags::DOCUMENT_ROLE) {
                    self.note_document(state, item);
                }
                self.read_description(state, item, place);
            }
        }
    }

    /// `according to Doe`
    fn is_only_cited(&self, speaking: &Speaking) -> bool {
        let report = self.attributions[speaking.quotation].as_ref().and_then(|found| found.cue);
        report.is_some_and(|report| self.discourse.reports[report].order == Order::Source)
    }

    fn mention(&self, state: &mut State, referent: usize, grade: Grade, item: usize, place: Place) {
        if matches!(grade, Grade::Subject | Grade::Speaker) {
            state.clause_subject = Some((item, referent));
        }
        state.focus.mention(referent, grade, place);
    }

    fn settle(&self, state: &mut State, head: usize, reference: Reference, referent: usize, rule: Rule) {
        state.settled.push(head, referent, rule);
        state.resolved.push(Resolved { reference, referent, rule });
    }

    fn read_pronoun(&self, state: &mut State, item: usize, gender: Gender, place: Place) {
        let narration = self.narration();
        let possessive = narration.has(item, Tags::POSSESSIVE) && narration.nominal_follows(item);
        let object = !possessive && !narration.has(item, Tags::SUBJECT);
        let subject = self.subject_before(state, item).filter(|_| object);
        let weight =
            |referent: usize| if subject == Some(referent) && !narration.has(item, Tags::REFLEXIVE) { 0 } else { 1024 };
        let until = (item + AHEAD).min(narration.sentence_of(item).end);
        let Some(referent) = self.person(state, item, until, gender, place, weight) else { return };
        let grade = match (possessive, object) {
            (true, _) => Grade::Possessive,
            (_, true) => Grade::Object,
            _ => Grade::Subject,
        };
        self.mention(state, referent, grade, item, place);
        state.focus.settle_gender(referent, gender);
        let span = narration.span(item..item + 1);
        self.settle(state, item, Reference::Pronoun(span), referent, Rule::Pronoun);
    }

    /// `Doe, who told them`: the name is a subject here, whatever it was before.
    fn read_relative(&self, state: &mut State, item: usize, place: Place) {
        let narration = self.narration();
        if let Some(name) = person_before_who(narration, self.cast, item) {
            self.mention(state, self.cast.names[name].referent, Grade::Subject, item, place);
        }
    }

    /// A phrase that speaks, or is spoken to.
    fn read_speaking(&self, state: &mut State<'t>, speaking: &Speaking, all: &[Speaking], place: Place) {
        let narration = self.narration();
        let phrase = speaking.phrase;
        let head = phrase.head;
        if narration.has(head, Tags::DOCUMENT_ROLE) {
            self.note_document(state, head);
        }
        let wanted = wanted(narration, self.cast, phrase, self.gazetteer);
        let begun = state.clause_subject.is_some_and(|(at, _)| at >= narration.sentence_of(head).start);
        let subject = self.subject_before(state, head);
        let replying = state
            .replying
            .filter(|turn| !begun && speaking.speaks && place.sentence.saturating_sub(turn.place.sentence) <= 1);
        let weight = |referent: usize| {
            let spoken_of = all
                .iter()
                .filter(|speaking| speaking.speaks)
                .map(|speaking| self.is_spoken_of(speaking, referent))
                .min();
            let bonus = match replying {
                Some(turn) if turn.referent == referent => 1024 + if turn.asked { ANSWERING } else { REPLYING },
                _ => 1024,
            };
            // `Doe told him`
            let itself = !speaking.speaks && subject == Some(referent);
            if itself { 0 } else { spoken_of.unwrap_or(1024) * bonus / 1024 }
        };
        let found = match &wanted {
            Wanted::Person(_) | Wanted::Thing if !self.referring.pronouns => None,
            Wanted::Description(_) if !self.referring.descriptions => None,
            Wanted::Person(gender) => {
                let referent = self.person(state, head, head + AHEAD, *gender, place, weight);
                if let Some(referent) = referent {
                    state.focus.settle_gender(referent, *gender);
                }
                referent.map(|referent| (referent, Rule::Pronoun))
            }
            Wanted::Thing => self.thing(state, place).map(|referent| (referent, Rule::Pronoun)),
            Wanted::Description(description) if description.sort == Sort::Document => {
                state.documents.issuer(narration, head).map(|referent| (referent, Rule::Document))
            }
            Wanted::Description(description) => {
                let unnamed = state.unnamed.contains_key(noun(narration.word(head)).as_ref());
                self.roles
                    .introduced_at(head)
                    .map(|referent| (referent, Rule::IntroducedRole))
                    .or_else(|| self.fitting(state).best(description, place, unnamed, subject))
            }
            Wanted::Somebody => {
                state.unnamed.insert(noun(narration.word(head)), head);
                None
            }
            Wanted::Nobody => None,
        };
        let Some((referent, rule)) = found else { return };
        self.mention(state, referent, if speaking.speaks { Grade::Speaker } else { Grade::Object }, head, place);
        let reference = match wanted {
            Wanted::Description(_) => Reference::Description(narration.span(phrase.items.clone())),
            _ => Reference::Pronoun(narration.span(head..head + 1)),
        };
        self.settle(state, head, reference, referent, rule);
        self.note_turn(state, all, referent, place);
    }

    fn fitting<'s>(&'s self, state: &'s State<'t>) -> Fitting<'s, 's, 't, 'g> {
        Fitting {
            narration: self.narration(),
            cast: self.cast,
            roles: &self.roles,
            endings: &self.endings,
            focus: &state.focus,
            gazetteer: self.gazetteer,
        }
    }

    /// The last subject of the sentence.
    fn subject_before(&self, state: &State, item: usize) -> Option<usize> {
        let sentence = self.narration().sentence_of(item);
        state.clause_subject.filter(|&(at, _)| at >= sentence.start).map(|(_, referent)| referent)
    }

    fn note_document(&self, state: &mut State<'t>, item: usize) {
        let narration = self.narration();
        let sentence = narration.sentence_of(item);
        let subject = self.subject_before(state, item);
        let start = start_of(narration, item);
        // `Doe said in a statement`, `Doe sent a letter`
        let before = start.saturating_sub(1);
        let issues =
            narration.is_verb(before) || narration.has(before, Tags::PREPOSITION) && self.reports_in(&sentence);
        let noun = Noun { start, item };
        state.documents.note(narration, self.cast, noun, &state.settled, subject.filter(|_| issues));
    }

    /// Somebody speaks in the sentence.
    fn reports_in(&self, sentence: &Range<usize>) -> bool {
        let at = self.speaking.partition_point(|speaking| speaking.phrase.head < sentence.start);
        self.speaking.get(at).is_some_and(|speaking| speaking.phrase.head < sentence.end && speaking.speaks)
    }

    /// Who speaks next, most likely: the one who has just spoken, or the one who was asked.
    fn note_turn(&self, state: &mut State, speaking: &[Speaking], referent: usize, place: Place) {
        let Some(speaking) = speaking.first() else { return };
        let attribution = self.attributions[speaking.quotation].as_ref();
        let cue = attribution.and_then(|found| found.cue).map(|report| self.discourse.reports[report].cue.lemma);
        let asks = cue == Some("ask");
        if speaking.speaks != asks {
            state.replying = Some(Turn { referent, asked: asks, place });
        } else if speaking.speaks {
            state.replying = None;
        }
    }

    /// A description that does not speak.
    fn read_description(&self, state: &mut State<'t>, item: usize, place: Place) {
        let narration = self.narration();
        if self.roles.introduced_at(item).is_some() || narration.has(item, Tags::PLURAL) {
            return;
        }
        let next = item + 1;
        let goes_on = narration.is_nominal(next) && !narration.is_verb(next) && !narration.is_time(next)
            || narration.is(next, crate::text::TokenKind::Hyphen);
        if goes_on && next < narration.sentence_of(item).end {
            return;
        }
        let start = start_of(narration, item);
        // Whoever does not speak is meant only where the text or the gazetteer calls him so.
        let is_known = narration.has(item, Tags::INSTITUTION | Tags::TITLE)
            || start + 1 < item
            || !self.roles.of(narration.word(item)).is_empty();
        let introduces = narration.is_any_word(start, &[Word::A, Word::An, Word::One, Word::Another]);
        if !is_known && !introduces {
            return;
        }
        let phrase = Phrase { items: start..next, head: item };
        match wanted(narration, self.cast, &phrase, self.gazetteer) {
            Wanted::Somebody if grade(narration, item) == Grade::Subject => {
                state.unnamed.insert(noun(narration.word(item)), item);
            }
            Wanted::Description(description) if description.sort != Sort::Document => {
                let Some((referent, rule)) =
                    self.fitting(state).best(&description, place, true, self.subject_before(state, item))
                else {
                    return;
                };
                let grade = grade(narration, item);
                // `in the league`: of whatever organization is spoken of only what does something is meant.
                if rule == Rule::Attention && grade != Grade::Subject {
                    return;
                }
                self.mention(state, referent, grade, item, place);
                let span = narration.span(start..next);
                self.settle(state, item, Reference::Description(span), referent, rule);
            }
            _ => {}
        }
    }

    /// The likeliest person of that gender before the pronoun, else the first one named between it and `until`.
    fn person(
        &self,
        state: &State,
        item: usize,
        until: usize,
        gender: Gender,
        place: Place,
        weight: impl Fn(usize) -> i32,
    ) -> Option<usize> {
        // Told without a branch, for most of those in mind are of another kind or gender.
        let fit = |referent: usize| {
            i32::from(self.cast.referents[referent].kind == Kind::Person) * state.focus.fit(referent, gender)
        };
        let (mut most, mut best) = (i32::MIN, None);
        for attention in state.focus.everybody() {
            let referent = attention.referent();
            let fit = fit(referent);
            // Who was never spoken of enough need not be asked about.
            if (fit == 0) | (attention.at_most() * (MOST_LIKELY / 1024) <= most) {
                continue;
            }
            let fit = fit * weight(referent) / 1024;
            if fit <= 0 {
                continue;
            }
            let score = attention.faded(place) * fit / 1024;
            // Of equals the last mentioned, which comes first.
            if score > most {
                (most, best) = (score, Some(referent));
            }
        }
        if best.is_some() {
            return best;
        }
        let mut named = (item + 1..until).filter_map(|next| self.narration().name(next));
        named
            .next()
            .map(|name| self.cast.names[name].referent)
            .filter(|&referent| fit(referent) * weight(referent) / 1024 > 0)
    }

    /// The organization or place that is spoken of, where it was a subject.
    fn thing(&self, state: &State, place: Place) -> Option<usize> {
        let things = state
            .focus
            .everybody()
            .filter(|attention| self.cast.referents[attention.referent()].kind == Kind::Organization)
            .map(|attention| (attention.referent(), attention.faded(place)))
            .filter(|&(_, attention)| attention >= 300);
        things.reduce(|best, next| if next.1 > best.1 { next } else { best }).map(|(referent, _)| referent)
    }

    /// How likely somebody speaks whom the quotation names, of 1024.
    fn is_spoken_of(&self, speaking: &Speaking, referent: usize) -> i32 {
        let narration = self.narration();
        let quotation = &self.discourse.quotations[speaking.quotation];
        let addressee = self.attributions[speaking.quotation].as_ref().and_then(|found| found.addressee.as_ref());
        let addressed = addressee.and_then(|phrase| narration.name(phrase.head));
        if addressed.is_some_and(|name| self.cast.names[name].referent == referent) {
            return 0;
        }
        let named = quotation.parts.iter().any(|part| {
            let (Some(first), Some(last)) =
                (narration.items.get(part.start), narration.items.get(part.end.saturating_sub(1)))
            else {
                return false;
            };
            let names = &self.cast.names;
            let from = names.partition_point(|name| name.tokens.start < first.first());
            names[from..]
                .iter()
                .take(LONGEST)
                .take_while(|name| name.tokens.start < last.end())
                .any(|name| name.referent == referent)
        });
        let before = quotation.parts.first().is_some_and(|part| part.start < speaking.phrase.head);
        match (named, quotation.form) {
            (false, _) => 1024,
            // `Doe was wrong to wait, he said`: his own name may stand before the pronoun.
            (true, Form::Indirect | Form::Mixed) if before => NAMED_BEFORE,
            (true, _) => 0,
        }
    }
}
