//! From a speaker's phrase to the entity it stands for.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::features::{Wanted, wanted};
use crate::attribution::{Attribution, Source};
use crate::gazetteer::{Gazetteer, Gender, Kind};
use crate::lexicon::{Tags, Word};
use crate::mention::Cast;
use crate::quotation::{Discourse, Phrase};
use crate::span::Span;

/// How a mention refers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reference {
    /// Position in [`Cast::names`].
    Name(usize),
    Pronoun(Span),
    Description(Span),
}

/// A speaker or addressee, resolved as far as the text allows.
#[derive(Clone, Debug)]
pub(crate) struct Resolution {
    /// The whole noun phrase; `None` when nothing beside the quotation stands for the speaker.
    pub(crate) span: Option<Span>,
    pub(crate) reference: Option<Reference>,
    /// Position in [`Cast::referents`].
    pub(crate) referent: Option<usize>,
    /// What to call the one who is not resolved: the phrase's own words without the article.
    pub(crate) words: Option<String>,
}

/// A quotation's speaker and addressee.
#[derive(Clone, Debug, Default)]
pub(crate) struct Voices {
    pub(crate) speaker: Option<Resolution>,
    pub(crate) addressee: Option<Resolution>,
}

/// How many names back the search for an antecedent goes.
const REACH: usize = 40;

/// Weights of what makes an antecedent likely; see [`Resolver::score`].
const SUBJECT: i32 = 30;
const LAST_SPEAKER: i32 = 25;
const POSSESSIVE: i32 = -15;
const UNKNOWN_GENDER: i32 = -12;
const SENTENCE_BACK: i32 = -9;
const PARAGRAPH_BACK: i32 = -6;

/// A name of the narration, with its place in it.
struct Antecedent {
    name: usize,
    item: usize,
    paragraph: usize,
    subject: bool,
    possessive: bool,
}

/// One pair of voices for each quotation, in the same order.
pub(crate) fn resolve(
    discourse: &Discourse,
    cast: &Cast,
    attributions: &[Option<Attribution>],
    gazetteer: &Gazetteer,
) -> Vec<Voices> {
    let mut resolver = Resolver {
        discourse,
        cast,
        gazetteer,
        antecedents: antecedents(discourse),
        roles: roles(discourse, cast),
        last_speaker: None,
        spoken: Vec::new(),
        settled: FxHashMap::default(),
    };
    let mut voices: Vec<Voices> = vec![Voices::default(); attributions.len()];
    // A speaker may be taken from a quotation further down, so those that speak for themselves come first.
    for own_words in [true, false] {
        for (index, attribution) in attributions.iter().enumerate() {
            let Some(attribution) = attribution else { continue };
            match &attribution.source {
                Source::Phrase(phrase) if own_words => {
                    let own = &discourse.quotations[index].parts;
                    // A word that speaks twice is the same person both times.
                    let speaker = match resolver.settled.get(&phrase.items) {
                        Some(speaker) => speaker.clone(),
                        None => resolver.phrase(phrase, own),
                    };
                    resolver.note_speaker(phrase, &speaker);
                    let addressee = attribution.addressee.as_ref().map(|phrase| resolver.phrase(phrase, own));
                    voices[index] = Voices { speaker: Some(speaker), addressee };
                }
                Source::SameAs(other) if !own_words => {
                    voices[index].speaker = voices[*other].speaker.clone();
                }
                Source::AddresseeOf(other) if !own_words => {
                    voices[index].speaker = voices[*other].addressee.clone();
                }
                _ => {}
            }
        }
    }
    voices
}

fn antecedents(discourse: &Discourse) -> Vec<Antecedent> {
    let narration = &discourse.narration;
    let mut found = Vec::with_capacity(narration.named.len());
    let mut paragraph = 0;
    for &item in &narration.named {
        let Some(name) = narration.name(item) else { continue };
        while narration.paragraphs.get(paragraph).is_some_and(|range| range.end <= item) {
            paragraph += 1;
        }
        let mut next = item + 1;
        let possessive = narration.is_possessive(next);
        while narration.is_adverb(next) && next < item + 4 {
            next += 1;
        }
        let before = item.checked_sub(1);
        let governed = before.is_some_and(|before| narration.has(before, Tags::PREPOSITION));
        let subject = !governed
            && (narration.is_verb(next) || narration.is_comma(next) && narration.sentence_of(item).start + 3 > item);
        found.push(Antecedent { name, item, paragraph, subject, possessive });
    }
    found
}

/// The roles that stand beside each entity's names: `Sheriff Doe`, `Doe, the mayor of Lundby`.
fn roles<'t>(discourse: &Discourse<'_, 't, '_>, cast: &Cast) -> Vec<Vec<&'t str>> {
    let narration = &discourse.narration;
    let mut roles: Vec<Vec<&'t str>> = vec![Vec::new(); cast.referents.len()];
    for &item in &narration.named {
        let Some(name) = narration.name(item) else { continue };
        let referent = cast.names[name].referent;
        if cast.referents[referent].kind != Kind::Person || roles[referent].len() > 8 {
            continue;
        }
        let sentence = narration.sentence_of(item);
        let before = item.saturating_sub(4).max(sentence.start)..item;
        let mut after = item + 1..item + 1;
        if narration.is_comma(item + 1) {
            after = item + 2..(item + 10).min(sentence.end);
        }
        for at in before
            .rev()
            .take_while(|&at| narration.is_nominal(at))
            .chain(after.take_while(|&at| !narration.is_comma(at) && !narration.is_verb(at)))
        {
            if narration.name(at).is_none()
                && narration.has(at, Tags::PERSON_ROLE | Tags::TITLE)
                && !narration.has(at, Tags::PLURAL)
            {
                roles[referent].push(narration.word(at));
            }
        }
    }
    roles
}

struct Resolver<'a, 'b, 't, 'l, 'g> {
    discourse: &'a Discourse<'b, 't, 'l>,
    cast: &'a Cast<'g>,
    gazetteer: &'a Gazetteer,
    antecedents: Vec<Antecedent>,
    roles: Vec<Vec<&'t str>>,
    /// The entity that spoke last, and where.
    last_speaker: Option<(usize, usize)>,
    /// Where pronouns and descriptions that were resolved stand, as further antecedents.
    spoken: Vec<(usize, usize)>,
    /// Who each phrase that speaks is, by its items.
    settled: FxHashMap<Range<usize>, Resolution>,
}

impl Resolver<'_, '_, '_, '_, '_> {
    fn note_speaker(&mut self, phrase: &Phrase, speaker: &Resolution) {
        self.settled.insert(phrase.items.clone(), speaker.clone());
        if let Some(referent) = speaker.referent {
            self.last_speaker = Some((phrase.head, referent));
            self.spoken.push((phrase.head, referent));
        }
    }

    /// Who a phrase is, with `own` the items of the quotation that it speaks.
    fn phrase(&self, phrase: &Phrase, own: &[Range<usize>]) -> Resolution {
        let narration = &self.discourse.narration;
        let span = narration.span(phrase.items.clone());
        if let Some(name) = narration.name(phrase.head) {
            let referent = self.cast.names[name].referent;
            return Resolution {
                span: Some(span),
                reference: Some(Reference::Name(name)),
                referent: Some(referent),
                words: None,
            };
        }
        if narration.is_any_word(phrase.head, &[Word::Who, Word::Which, Word::That])
            && let Some(antecedent) = narration.antecedent_of_relative(phrase.head)
            && antecedent.head != phrase.head
            && !narration.is_any_word(antecedent.head, &[Word::Who, Word::Which, Word::That])
        {
            let mut resolution = self.phrase(&antecedent, own);
            resolution.span = Some(span);
            resolution.reference = Some(Reference::Pronoun(span));
            return resolution;
        }
        let wanted = wanted(narration, phrase, self.gazetteer);
        let referent = match &wanted {
            Wanted::Person(gender) => self.person(phrase.head, *gender, own),
            Wanted::Thing => self.thing(phrase.head),
            Wanted::Description { country, gender } => {
                self.described(phrase, narration.word(phrase.head), *country, *gender)
            }
            Wanted::Nobody => None,
        };
        let pronoun = narration.is_pronoun(phrase.head) || matches!(wanted, Wanted::Person(_) | Wanted::Thing);
        let reference = if pronoun {
            Reference::Pronoun(narration.span(phrase.head..phrase.head + 1))
        } else {
            Reference::Description(span)
        };
        let words = if referent.is_none() { Some(self.unnamed(phrase)) } else { None };
        Resolution { span: Some(span), reference: Some(reference), referent, words }
    }

    /// The phrase's own words without the article and without what a comma sets off.
    fn unnamed(&self, phrase: &Phrase) -> String {
        let narration = &self.discourse.narration;
        let mut items = phrase.items.clone();
        if items.len() > 1 && narration.is_any_word(items.start, &[Word::The, Word::A, Word::An]) {
            items.start += 1;
        }
        if let Some(comma) = items.clone().find(|&item| narration.is_comma(item)).filter(|&comma| comma > phrase.head) {
            items.end = comma;
        }
        let words = narration.span(items).of(narration.text.source);
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn gender_fits(&self, referent: usize, gender: Gender) -> Option<i32> {
        match self.cast.referents[referent].gender {
            Some(known) if known == gender => Some(0),
            Some(_) => None,
            None => Some(UNKNOWN_GENDER),
        }
    }

    /// The likeliest person of that gender named before the pronoun, else the first one after it.
    fn person(&self, pronoun: usize, gender: Gender, own: &[Range<usize>]) -> Option<usize> {
        let end = self.antecedents.partition_point(|antecedent| antecedent.item < pronoun);
        let inside = |item: usize| own.iter().any(|part| part.contains(&item));
        let paragraph = self.discourse.narration.paragraph_of(pronoun);
        let best = self.antecedents[..end]
            .iter()
            .rev()
            .take(REACH)
            .filter(|antecedent| !inside(antecedent.item))
            .filter_map(|antecedent| {
                let referent = self.cast.names[antecedent.name].referent;
                if self.cast.referents[referent].kind != Kind::Person {
                    return None;
                }
                let fit = self.gender_fits(referent, gender)?;
                Some((self.score(antecedent, referent, pronoun, paragraph) + fit, antecedent.item, referent))
            })
            .max();
        let spoken = self.spoken_before(pronoun, gender);
        match (best, spoken) {
            (Some(best), Some(spoken)) => Some(if spoken.0 > best.0 { spoken.1 } else { best.2 }),
            (Some(best), None) => Some(best.2),
            (None, Some(spoken)) => Some(spoken.1),
            (None, None) => self.antecedents[end..]
                .iter()
                .take(3)
                .map(|antecedent| self.cast.names[antecedent.name].referent)
                .find(|&referent| {
                    self.cast.referents[referent].kind == Kind::Person && self.gender_fits(referent, gender).is_some()
                }),
        }
    }

    /// The last speaker by pronoun or description, scored like a name.
    fn spoken_before(&self, pronoun: usize, gender: Gender) -> Option<(i32, usize)> {
        let at = self.spoken.partition_point(|&(item, _)| item < pronoun);
        let &(item, referent) = self.spoken[..at].last()?;
        if self.cast.referents[referent].kind != Kind::Person {
            return None;
        }
        let fit = self.gender_fits(referent, gender)?;
        let narration = &self.discourse.narration;
        let paragraphs = narration.paragraph_of(pronoun).saturating_sub(narration.paragraph_of(item));
        Some((SUBJECT + LAST_SPEAKER + fit + self.distance(item, pronoun, paragraphs), referent))
    }

    fn distance(&self, item: usize, pronoun: usize, paragraphs: usize) -> i32 {
        let narration = &self.discourse.narration;
        let sentences = narration.items[pronoun].sentence.saturating_sub(narration.items[item].sentence);
        let [sentences, paragraphs] = [sentences, paragraphs].map(|back| i32::try_from(back.min(40)).unwrap_or(40));
        SENTENCE_BACK * sentences + PARAGRAPH_BACK * paragraphs
    }

    /// How likely a name is the antecedent: near, a subject, the last to speak.
    fn score(&self, antecedent: &Antecedent, referent: usize, pronoun: usize, paragraph: usize) -> i32 {
        let paragraphs = paragraph.saturating_sub(antecedent.paragraph);
        let mut score = self.distance(antecedent.item, pronoun, paragraphs);
        if antecedent.subject {
            score += SUBJECT;
        }
        if antecedent.possessive {
            score += POSSESSIVE;
        }
        if self.last_speaker.is_some_and(|(_, last)| last == referent) {
            score += LAST_SPEAKER;
        }
        score
    }

    /// The organization that spoke last or was named last.
    fn thing(&self, pronoun: usize) -> Option<usize> {
        let end = self.antecedents.partition_point(|antecedent| antecedent.item < pronoun);
        let last = self.antecedents[..end].iter().rev().take(6).find(|antecedent| {
            antecedent.subject
                && self.cast.referents[self.cast.names[antecedent.name].referent].kind == Kind::Organization
        })?;
        Some(self.cast.names[last.name].referent)
    }

    /// `the Russian leader`: the person whose title, role or description it is.
    fn described(&self, phrase: &Phrase, head: &str, country: Option<&str>, gender: Option<Gender>) -> Option<usize> {
        let end = self.antecedents.partition_point(|antecedent| antecedent.item < phrase.head);
        let narration = &self.discourse.narration;
        let words = narration.span(phrase.items.start + 1..phrase.head + 1).of(narration.text.source);
        let fits = |referent: usize| {
            let person = &self.cast.referents[referent];
            if person.kind != Kind::Person
                || gender.is_some_and(|gender| person.gender.is_some_and(|known| known != gender))
            {
                return false;
            }
            if self.roles[referent].iter().any(|role| role.eq_ignore_ascii_case(head)) {
                let elsewhere =
                    country.is_some_and(|country| person.known.is_some_and(|known| known.within() != Some(country)));
                return !elsewhere;
            }
            let Some(known) = person.known else { return false };
            if known.descriptions().any(|description| description.eq_ignore_ascii_case(words)) {
                return true;
            }
            let at_home = country.is_none_or(|country| known.within() == Some(country));
            let titled = known.titles().any(|title| {
                title.eq_ignore_ascii_case(head)
                    || title.rsplit(' ').next().is_some_and(|last| last.eq_ignore_ascii_case(head))
                    || head.eq_ignore_ascii_case("leader") && country.is_some() && is_leaders_title(title)
            });
            at_home && titled
        };
        self.antecedents[..end]
            .iter()
            .rev()
            .map(|antecedent| self.cast.names[antecedent.name].referent)
            .take(REACH * 2)
            .find(|&referent| fits(referent))
    }
}

/// Titles of those whom news calls a country's leader.
fn is_leaders_title(title: &str) -> bool {
    ["President", "Prime Minister", "Chancellor", "Premier", "Supreme Leader", "King", "Emir", "General Secretary"]
        .contains(&title)
}
