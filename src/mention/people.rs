//! The people whom a document names in full, found by each part of their names.

use std::cell::OnceCell;
use std::ops::Range;

use rustc_hash::FxHashMap;
use smallvec::{SmallVec, smallvec};

use super::beginnings::Beginnings;
use super::forms::{FormId, Forms, FullName, Given, Parts};
use super::small_index::SmallIndex;
use crate::gazetteer::is_ordinary;
use crate::lexicon::{Morphology, NameCues, PersonCues, Tags, Word, WordClass};
use crate::text::{Shape, Text, Token, TokenKind};

/// No full name that is looked for again has more tokens.
const LONGEST: usize = 8;

/// No more names that begin with the same word are looked for again.
const ALIKE: usize = 8;

/// No more people with one surname are kept apart: a list of hundreds must not be searched for each of its names.
const MOST: usize = 16;

/// What joins a particle to a surname.
const APOSTROPHES: [char; 2] = ['\'', '’'];

/// A person with a surname.
#[derive(Clone, Debug)]
pub(super) struct Bearer {
    pub(super) referent: usize,
    /// The given name or initial of each way in which the document names this person in full.
    pub(super) given: SmallVec<[FormId; 4]>,
    /// `Jr.`, `III`
    pub(super) suffix: Option<FormId>,
    /// Where the first full name stands.
    pub(super) first_at: usize,
    /// Where the last name up to now stands, full or short.
    pub(super) last_at: Option<usize>,
    /// How often the document names this person in full, and in short up to now.
    pub(super) times: usize,
}

/// Tokens of names that begin with the same word.
type Alike = SmallVec<[Range<usize>; 1]>;

#[derive(Debug)]
pub(super) struct People<'t> {
    pub(super) forms: Forms<'t>,
    /// The bearers of each surname.
    families: Vec<SmallVec<[Bearer; 1]>>,
    /// The full names that begin with the same word.
    alike: Vec<Alike>,
    /// How everything begins that [`name_at`](Self::name_at) finds.
    beginnings: Beginnings,
    /// The surnames in the order of the text, and how they look in capitals.
    surnames: Vec<FormId>,
    capitals: Beginnings,
    /// Surnames by how a headline has them, where that is different: made when first asked for.
    in_capitals: OnceCell<FxHashMap<String, FormId>>,
}

impl<'t> People<'t> {
    /// Empty, with room for what this many names are likely to need.
    pub(super) fn of(source: &'t str, names: usize) -> Self {
        // A name of two words makes three forms, and many names come twice; one in three is the first of a person.
        let people = names / 3;
        Self {
            forms: Forms::of(source, names + names / 2),
            families: Vec::with_capacity(people),
            alike: Vec::with_capacity(people),
            beginnings: Beginnings::default(),
            surnames: Vec::with_capacity(people),
            capitals: Beginnings::default(),
            in_capitals: OnceCell::new(),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.families.is_empty() && self.alike.is_empty()
    }

    /// Notes a name that a later word may be short for, before it is resolved.
    pub(super) fn note(&mut self, text: &Text<'t>, tokens: &Range<usize>, form: FormId) {
        if self.forms[form].noted {
            return;
        }
        // A lone word that only a role stands before, `the striker Brell`, may be anything elsewhere.
        let titled = || {
            tokens.start.checked_sub(1).is_some_and(|before| {
                text.tokens[before].is_capitalized() && text.tokens[before].has(PersonCues::TITLE)
            })
        };
        let lone = tokens.len() == 1 && !text.tokens[tokens.start].has(PersonCues::GIVEN_NAME) && !titled();
        self.forms[form].noted = !lone;
        if tokens.len() <= LONGEST && !lone {
            let word = text.word(tokens.start);
            let first = match self.forms[form].full() {
                Some(name) => name.given,
                None => self.forms.of_span(text.tokens[tokens.start].span),
            };
            let place = self.forms[first].alike.get_or_insert(SmallIndex::of(self.alike.len())).get();
            if place == self.alike.len() {
                self.alike.push(Alike::new());
                self.beginnings.add(word);
            }
            let alike = &mut self.alike[place];
            let is_new = |known: &Range<usize>| !same_words(text, known.clone(), tokens.clone());
            if alike.len() < ALIKE && alike.iter().all(is_new) {
                alike.push(tokens.clone());
            }
        }
        let Some(name) = self.forms[form].full() else { return };
        for surname in
            name.surnames().filter(|&surname| self.forms[surname].family.is_none()).collect::<SmallVec<[_; 2]>>()
        {
            self.family(surname);
            self.surnames.push(surname);
            let surname = self.forms.text(surname);
            self.beginnings.add(surname);
            if surname.contains(APOSTROPHES) {
                self.beginnings.add(&with_capital(surname));
            }
            self.capitals.add_in_capitals(surname);
        }
    }

    /// The position of the family with the surname, added if it is new.
    fn family(&mut self, surname: FormId) -> usize {
        let place = self.forms[surname].family.get_or_insert(SmallIndex::of(self.families.len())).get();
        if place == self.families.len() {
            self.families.push(SmallVec::new());
        }
        place
    }

    /// Notes the referent of a full name.
    pub(super) fn settle(&mut self, text: &Text<'t>, tokens: &Range<usize>, form: FormId, referent: usize) {
        let Some(name) = self.forms[form].full() else { return };
        for surname in name.surnames() {
            let family = self.family(surname);
            let bearers = &mut self.families[family];
            let full = bearers.len() == MOST;
            match bearers.iter_mut().find(|bearer| bearer.referent == referent) {
                Some(bearer) => {
                    bearer.times += 1;
                    if bearer.given.len() < MOST && !bearer.given.contains(&name.given) {
                        bearer.given.push(name.given);
                    }
                }
                None if full => {}
                None => bearers.push(Bearer {
                    referent,
                    given: smallvec![name.given],
                    suffix: name.suffix,
                    first_at: tokens.start,
                    last_at: None,
                    times: 1,
                }),
            }
        }
        // Whoever has the whole name has its words already.
        let referent = SmallIndex::of(referent);
        if self.forms[form].settled.replace(referent) == Some(referent) {
            return;
        }
        self.give(name.given, referent);
        // Of two words the other one is the surname.
        if tokens.len() == 2 {
            return;
        }
        // The second surname is often left out: Jane Doe Roe is Ms. Doe.
        for at in tokens.clone().skip(1) {
            if text.tokens[at].is_capitalized() && !text.tokens[at].has(Morphology::ABBREVIATION) {
                let word = self.forms.of_span(text.tokens[at].span);
                if word != name.surname {
                    self.give(word, referent);
                }
            }
        }
    }

    fn give(&mut self, word: FormId, referent: SmallIndex) {
        let given = &mut self.forms[word].given;
        *given = match *given {
            Given::Nobodys => Given::Of(referent),
            Given::Of(known) if known == referent => return,
            _ => Given::OfSeveral,
        };
    }

    /// Notes that the referent is named at a token, in full or not.
    pub(super) fn mention(&mut self, surname: FormId, referent: usize, at: usize) {
        let Some(family) = self.forms[surname].family else { return };
        for bearer in self.families[family.get()].iter_mut().filter(|bearer| bearer.referent == referent) {
            bearer.last_at = Some(at);
            bearer.times += 1;
        }
    }

    /// Everybody with this surname.
    pub(super) fn bearers(&self, surname: FormId) -> &[Bearer] {
        self.forms[surname].family.map_or(&[], |family| self.families[family.get()].as_slice())
    }

    /// The one person of that given name.
    pub(super) fn called(&self, given: FormId) -> Option<usize> {
        match self.forms[given].given {
            Given::Of(person) => Some(person.get()),
            _ => None,
        }
    }

    /// The one person in the document with this surname and a given name or initial that may be the same.
    pub(super) fn namesake(&self, name: &FullName) -> Option<usize> {
        let may_be_same =
            |&given: &FormId| given == name.given || may_be_same(self.forms.text(given), self.forms.text(name.given));
        let mut fitting = self
            .bearers(name.surname)
            .iter()
            .filter(|bearer| bearer.suffix == name.suffix && bearer.given.iter().any(may_be_same));
        let found = fitting.next()?.referent;
        fitting.all(|bearer| bearer.referent == found).then_some(found)
    }

    /// The surname of a name: of one that is not full its words without a particle and not in capitals.
    pub(super) fn surname_of(&self, text: &Text<'t>, tokens: &Range<usize>, form: FormId) -> FormId {
        let words = match self.forms[form].parts {
            Parts::Full(name) => return name.surname,
            Parts::Bare(words) => words,
            Parts::Unread => form,
        };
        if self.forms[words].family.is_none()
            && let Some(surname) = self.surname_with_capital(self.forms.text(words))
        {
            return surname;
        }
        if self.forms[words].family.is_none()
            && text.tokens[tokens.end - 1].shape == Shape::Upper
            && (words != form || self.capitals.may_begin(text.source, &text.tokens[tokens.start]))
            && let Some(surname) = self.surname_in_capitals(self.forms.text(words))
        {
            return surname;
        }
        words
    }

    /// `D’Amico`, at the head of a sentence: the surname `d’Amico`.
    fn surname_with_capital(&self, words: &str) -> Option<FormId> {
        if !words.contains(APOSTROPHES) || !words.starts_with(|first: char| first.is_ascii_uppercase()) {
            return None;
        }
        let small = words[..1].to_ascii_lowercase() + &words[1..];
        self.forms.find_text(&small).filter(|&surname| self.forms[surname].family.is_some())
    }

    /// The surname that a headline writes so.
    fn surname_in_capitals(&self, words: &str) -> Option<FormId> {
        let by_capitals = self.in_capitals.get_or_init(|| {
            let texts = self.surnames.iter().map(|&surname| (self.forms.text(surname), surname));
            let capitals = texts.map(|(text, surname)| (text, text.to_uppercase(), surname));
            capitals
                .filter(|(text, capitals, _)| capitals != text)
                .map(|(_, capitals, surname)| (capitals, surname))
                .collect()
        });
        by_capitals.get(words).copied()
    }

    /// Whether it is worth looking for a name at the token.
    pub(super) fn may_name(&self, text: &Text<'t>, at: usize) -> bool {
        let token = &text.tokens[at];
        self.beginnings.may_begin(text.source, token)
            || token.shape == Shape::Upper && self.capitals.may_begin(text.source, token)
    }

    /// Has the form looked for that the document explains as an acronym.
    pub(super) fn explain(&mut self, text: &Text<'t>, acronym: usize) -> FormId {
        self.beginnings.add(text.word(acronym));
        self.forms.of_span(text.tokens[acronym].span)
    }

    /// The tokens from `at` on, up to `limit`, that are the name of somebody in the document, full or short. No name
    /// ends before `free`.
    pub(super) fn name_at(&self, text: &Text<'t>, at: usize, free: usize, limit: usize) -> Option<Range<usize>> {
        let first = self.forms.find(text.tokens[at].span);
        let alike = first.and_then(|first| self.forms[first].alike).map_or(&[][..], |alike| &self.alike[alike.get()]);
        if let Some(end) = full_name_at(text, at, limit, alike) {
            return Some(at..end);
        }
        let mut end = at + 1;
        while end + 1 < limit
            && end < at + LONGEST
            && text.tokens[end].kind == TokenKind::Hyphen
            && !text.tokens[end].spaced
            && text.tokens[end + 1].is_capitalized()
        {
            end += 2;
        }
        let words = text.span(at..end);
        let form = if end == at + 1 { first } else { self.forms.find(words) };
        let words = words.of(text.source);
        if form.is_some_and(|form| self.forms[form].family.is_some())
            || self.surname_with_capital(words).is_some()
            || self.is_headlines_surname(text, words, at)
        {
            let start = before_particles(text, at, free);
            let start = if start == at { self.before_given(text, at, free) } else { start };
            return Some(start..end);
        }
        let is_given = alike.iter().any(|known| known.len() > 1);
        (is_given && is_alone(text, at, limit)).then_some(at..at + 1)
    }

    /// `DOE WINS`
    fn is_headlines_surname(&self, text: &Text<'t>, words: &str, at: usize) -> bool {
        let token = &text.tokens[at];
        token.shape == Shape::Upper
            && words.len() > 2
            && self.capitals.may_begin(text.source, token)
            && self.surname_in_capitals(words).is_some()
            && (token.has(PersonCues::GIVEN_NAME) || !is_ordinary(words))
    }

    /// An unknown word before a surname is the given name of somebody else in the family.
    fn before_given(&self, text: &Text<'t>, at: usize, free: usize) -> usize {
        let Some(before) = at.checked_sub(1).filter(|&before| before >= free) else { return at };
        let token = &text.tokens[before];
        let unknown = token.is_unlisted_name();
        let joined = token.shape == Shape::Capital
            && token.is_capitalized()
            && text.tokens[at].spaced
            && text.tokens[at].shape == Shape::Capital
            && before.checked_sub(1).is_none_or(|at| {
                !text.tokens[at].is_capitalized() && !matches!(text.tokens[at].kind, TokenKind::Hyphen)
            });
        if !unknown || !joined || is_ordinary(text.word(before)) {
            return at;
        }
        // The first word of a sentence has a capital in any case.
        let opens_sentence = || text.sentences.binary_search_by_key(&before, |sentence| sentence.start).is_ok();
        if token.has(PersonCues::GIVEN_NAME) || !opens_sentence() { before } else { at }
    }
}

/// `D’Amico` of `d’Amico`
fn with_capital(surname: &str) -> String {
    let mut letters = surname.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The end of the longest of these names that stands at the token.
fn full_name_at(text: &Text, at: usize, limit: usize, names: &[Range<usize>]) -> Option<usize> {
    let ends = names.iter().map(|known| (known.clone(), at + known.len()));
    let fits = |(known, end): &(Range<usize>, usize)| {
        *end <= limit && (known.len() > 1 || !is_doubtful(text, at)) && same_words(text, known.clone(), at..*end)
    };
    ends.filter(fits).map(|(_, end)| end).max()
}

/// Nothing makes the given name at the token a part of another name.
fn is_alone(text: &Text, at: usize, limit: usize) -> bool {
    let word = text.word(at);
    let token = &text.tokens[at];
    let next = text.tokens.get(at + 1).filter(|_| !text.ends_paragraph(at));
    let goes_on = next.is_some_and(|next| {
        next.is_capitalized() && !next.has(WordClass::FUNCTION) || next.kind == TokenKind::Hyphen && !next.spaced
    }) || at + 1 == limit && next.is_some_and(|next| next.is_word());
    // `Jane and John Roe`: her surname is Roe.
    let shares = next.is_some_and(|next| next.word == Some(Word::And))
        && [2, 3].iter().all(|step| text.tokens.get(at + step).is_some_and(Token::is_capitalized));
    let began = at.checked_sub(1).filter(|&before| !text.ends_paragraph(before)).is_some_and(|before| {
        let before = &text.tokens[before];
        before.is_capitalized() && !(before.has(WordClass::FUNCTION) || before.has(PersonCues::TITLE))
                || before.kind == TokenKind::Hyphen && !token.spaced
                || matches!(before.word, Some(Word::The | Word::A | Word::An))
                // The Star of David.
                || before.word == Some(Word::Of) && at >= 2 && text.tokens[at - 2].is_capitalized()
    });
    !goes_on && !shares && !began && word.len() > 2 && token.shape == Shape::Capital && !is_doubtful(text, at)
}

/// The word is also something else, so that it needs more than itself to be a name.
fn is_doubtful(text: &Text, at: usize) -> bool {
    const OTHERS: Tags = Tags {
        class: WordClass::FUNCTION
            .union(WordClass::CALENDAR)
            .union(WordClass::PROPER_ADJECTIVE)
            .union(WordClass::ADVERB)
            .union(WordClass::NUMERAL),
        morphology: Morphology::VERB.union(Morphology::ABBREVIATION),
        person: PersonCues::TITLE
            .union(PersonCues::PERSON_ROLE)
            .union(PersonCues::GROUP_ROLE)
            .union(PersonCues::NAME_PARTICLE),
    };
    const HEADS: NameCues = NameCues::PLACE_FIRST
        .union(NameCues::PLACE_LAST)
        .union(NameCues::ORGANIZATION_FIRST)
        .union(NameCues::ORGANIZATION_LAST);
    let token = &text.tokens[at];
    token.has(OTHERS) || token.tells(HEADS) || !token.has(PersonCues::GIVEN_NAME) && is_ordinary(text.word(at))
}

/// Where the particles before a surname begin: `de Brell`, `al-Brell`.
fn before_particles(text: &Text, at: usize, free: usize) -> usize {
    let mut start = at;
    while start > free {
        let hyphen = usize::from(text.tokens[start - 1].kind == TokenKind::Hyphen && start >= free + 2);
        let particle = &text.tokens[start - 1 - hyphen];
        if !particle.has(PersonCues::NAME_PARTICLE)
            || particle.has(WordClass::FUNCTION)
            || !text.tokens[start - hyphen].spaced && hyphen == 0
        {
            break;
        }
        start -= 1 + hyphen;
    }
    start
}

fn same_words(text: &Text, one: Range<usize>, other: Range<usize>) -> bool {
    one.len() == other.len() && one.zip(other).all(|(one, other)| text.word(one) == text.word(other))
}

/// `J.` and `Jane`, `Jane` and `Jane`.
fn may_be_same(one: &str, other: &str) -> bool {
    let is_initial = |name: &str| {
        name.len() <= 2 && (name.ends_with('.') || name.len() == 1)
            || name.len() == 4 && name.ends_with('.') && name.as_bytes()[1] == b'.'
    };
    one == other || (is_initial(one) != is_initial(other)) && one.chars().next() == other.chars().next()
}
