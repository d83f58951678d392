//! The people whom a document names in full, by each part of their names: whom a surname or a given name alone means.

use std::ops::Range;

use rustc_hash::FxHashMap;
use smallvec::{SmallVec, smallvec};

use crate::gazetteer::is_ordinary;
use crate::lexicon::{Tags, Word};
use crate::text::{Shape, Text, Token, TokenKind};

/// No full name that is looked for again has more tokens.
const LONGEST: usize = 8;

/// No more names that begin with the same word are looked for again.
const ALIKE: usize = 8;

/// No more people with one surname are kept apart: a list of hundreds must not be searched for each of its names.
const MOST: usize = 16;

/// Somebody with a surname.
#[derive(Clone, Debug)]
pub(super) struct Bearer<'t> {
    pub(super) referent: usize,
    /// The given name or initial of each way in which the document names this person in full.
    pub(super) given: SmallVec<[&'t str; 2]>,
    /// `Jr.`, `III`
    pub(super) suffix: Option<&'t str>,
    /// Where the first full name stands.
    pub(super) first_at: usize,
    /// Where the last name up to now stands, full or short.
    pub(super) last_at: Option<usize>,
    /// How often the document names this person in full, and in short up to now.
    pub(super) times: usize,
}

/// The words of a name that ends in a surname.
#[derive(Clone, Copy, Debug)]
pub(super) struct FullName<'t> {
    pub(super) given: &'t str,
    pub(super) surname: &'t str,
    pub(super) suffix: Option<&'t str>,
}

#[derive(Debug, Default)]
pub(super) struct People<'t> {
    by_surname: FxHashMap<&'t str, SmallVec<[Bearer<'t>; 1]>>,
    /// Surnames by how a headline has them, where that is different.
    in_capitals: FxHashMap<String, &'t str>,
    /// The tokens of full names, by their first word.
    by_first: FxHashMap<&'t str, SmallVec<[Range<usize>; 1]>>,
    /// Whom each word of a full name but its surname belongs to; none if to several.
    by_given: FxHashMap<&'t str, Option<usize>>,
}

impl<'t> People<'t> {
    pub(super) fn is_empty(&self) -> bool {
        self.by_surname.is_empty() && self.by_first.is_empty()
    }

    /// The parts of a full name; none of a bare surname, with or without its particle.
    pub(super) fn parts(text: &Text<'t>, tokens: &Range<usize>) -> Option<FullName<'t>> {
        let mut end = tokens.end;
        let mut suffix = None;
        while end > tokens.start + 1 {
            let token = &text.tokens[end - 1];
            if token.has(Tags::NAME_SUFFIX) || is_number(text, end - 1) {
                suffix = Some(text.word(end - 1));
            } else if token.kind != TokenKind::Comma {
                break;
            }
            end -= 1;
        }
        let mut first = end - 1;
        while first >= tokens.start + 2 && text.tokens[first - 1].kind == TokenKind::Hyphen {
            first -= 2;
        }
        let start = after_particles(text, tokens.start..first + 1);
        (start < first).then(|| FullName {
            given: text.word(tokens.start),
            surname: text.span(first..end).of(text.source),
            suffix,
        })
    }

    /// Notes a name that a later word may be short for, before anybody knows whom it names.
    pub(super) fn note(&mut self, text: &Text<'t>, tokens: &Range<usize>) {
        // A lone word that only a role stands before, `the striker Brell`, may be anything elsewhere.
        let titled = tokens
            .start
            .checked_sub(1)
            .is_some_and(|before| text.tokens[before].is_capitalized() && text.tokens[before].has(Tags::TITLE));
        let lone = tokens.len() == 1 && !titled && !text.tokens[tokens.start].has(Tags::GIVEN_NAME);
        if tokens.len() <= LONGEST && !lone {
            let alike = self.by_first.entry(text.word(tokens.start)).or_default();
            let is_new = |known: &Range<usize>| !same_words(text, known.clone(), tokens.clone());
            if alike.len() < ALIKE && alike.iter().all(is_new) {
                alike.push(tokens.clone());
            }
        }
        if let Some(name) = Self::parts(text, tokens)
            && self.by_surname.insert(name.surname, SmallVec::new()).is_none()
        {
            let capitals = name.surname.to_uppercase();
            if capitals != name.surname {
                self.in_capitals.insert(capitals, name.surname);
            }
        }
    }

    /// Notes whom a full name stands for.
    pub(super) fn settle(&mut self, text: &Text<'t>, tokens: &Range<usize>, referent: usize) {
        let Some(name) = Self::parts(text, tokens) else { return };
        let bearers = self.by_surname.entry(name.surname).or_default();
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
        // The second surname is often left out: Jane Doe Roe is Ms. Doe.
        let middle = tokens.clone().skip(1).filter(|&at| {
            text.tokens[at].is_capitalized()
                && !text.tokens[at].has(Tags::ABBREVIATION)
                && text.word(at) != name.surname
        });
        for word in std::iter::once(name.given).chain(middle.map(|at| text.word(at))) {
            let given = self.by_given.entry(word).or_insert(Some(referent));
            if *given != Some(referent) {
                *given = None;
            }
        }
    }

    /// Notes that somebody is named at a token, in full or not.
    pub(super) fn mention(&mut self, surname: &str, referent: usize, at: usize) {
        let bearers = self.by_surname.get_mut(surname).into_iter().flatten();
        for bearer in bearers.filter(|bearer| bearer.referent == referent) {
            bearer.last_at = Some(at);
            bearer.times += 1;
        }
    }

    /// Everybody with this surname; none if it is nobody's.
    pub(super) fn bearers(&self, surname: &str) -> &[Bearer<'t>] {
        self.by_surname.get(surname).map_or(&[], SmallVec::as_slice)
    }

    /// The one person of that given name.
    pub(super) fn called(&self, given: &str) -> Option<usize> {
        self.by_given.get(given).copied().flatten()
    }

    /// Whom the document has with this surname and a name or initial that may be the same given name.
    pub(super) fn namesake(&self, name: &FullName) -> Option<usize> {
        let mut fitting = self.bearers(name.surname).iter().filter(|bearer| {
            bearer.suffix == name.suffix && bearer.given.iter().any(|given| may_be_same(given, name.given))
        });
        let found = fitting.next()?.referent;
        fitting.all(|bearer| bearer.referent == found).then_some(found)
    }

    /// The surname that these words have, without a particle and not in capitals.
    pub(super) fn surname_of(&self, text: &Text<'t>, tokens: &Range<usize>) -> &'t str {
        let words = text.span(after_particles(text, tokens.clone())..tokens.end).of(text.source);
        if !self.by_surname.contains_key(words)
            && text.tokens[tokens.end - 1].shape == Shape::Upper
            && let Some(&surname) = self.in_capitals.get(words)
        {
            return surname;
        }
        words
    }

    /// The tokens from `at` on, up to `limit`, that are the name of somebody in the document, full or short. No name
    /// ends before `free`.
    pub(super) fn name_at(&self, text: &Text<'t>, at: usize, free: usize, limit: usize) -> Option<Range<usize>> {
        let alike = self.by_first.get(text.word(at)).map_or(&[][..], SmallVec::as_slice);
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
        let form = text.span(at..end).of(text.source);
        if self.by_surname.contains_key(form) || self.is_headlines_surname(text, form, at) {
            let start = before_particles(text, at, free);
            let start = if start == at { self.before_given(text, at, free) } else { start };
            return Some(start..end);
        }
        let is_given = alike.iter().any(|known| known.len() > 1);
        (is_given && is_alone(text, at, limit)).then_some(at..at + 1)
    }

    /// `DOE WINS`
    fn is_headlines_surname(&self, text: &Text<'t>, form: &str, at: usize) -> bool {
        let token = &text.tokens[at];
        token.shape == Shape::Upper
            && form.len() > 2
            && self.in_capitals.contains_key(form)
            && (token.has(Tags::GIVEN_NAME) || !is_ordinary(form))
    }

    /// An unknown word before a surname is the given name of somebody else in the family.
    fn before_given(&self, text: &Text<'t>, at: usize, free: usize) -> usize {
        let Some(before) = at.checked_sub(1).filter(|&before| before >= free) else { return at };
        let token = &text.tokens[before];
        let unknown =
            (token.tags - Tags::GIVEN_NAME - Tags::MALE - Tags::FEMALE - Tags::S_FORM - Tags::ED_FORM).is_empty();
        // The first word of a sentence has a capital in any case.
        let sentence = text.sentences.partition_point(|sentence| sentence.end <= before);
        let at_start = text.sentences.get(sentence).is_some_and(|sentence| sentence.start == before);
        let joined = token.shape == Shape::Capital
            && (!at_start || token.has(Tags::GIVEN_NAME))
            && token.is_capitalized()
            && text.tokens[at].spaced
            && text.tokens[at].shape == Shape::Capital
            && before.checked_sub(1).is_none_or(|at| {
                !text.tokens[at].is_capitalized() && !matches!(text.tokens[at].kind, TokenKind::Hyphen)
            });
        if unknown && joined && !is_ordinary(text.word(before)) { before } else { at }
    }
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
        next.is_capitalized() && !next.has(Tags::FUNCTION) || next.kind == TokenKind::Hyphen && !next.spaced
    }) || at + 1 == limit && next.is_some_and(|next| next.is_word());
    // `Jane and John Roe`: her surname is Roe.
    let shares = next.is_some_and(|next| next.word == Some(Word::And))
        && [2, 3].iter().all(|step| text.tokens.get(at + step).is_some_and(Token::is_capitalized));
    let began = at.checked_sub(1).filter(|&before| !text.ends_paragraph(before)).is_some_and(|before| {
        let before = &text.tokens[before];
        before.is_capitalized() && !before.has(Tags::FUNCTION.union(Tags::TITLE))
                || before.kind == TokenKind::Hyphen && !token.spaced
                || matches!(before.word, Some(Word::The | Word::A | Word::An))
                // The Star of David.
                || before.word == Some(Word::Of) && at >= 2 && text.tokens[at - 2].is_capitalized()
    });
    !goes_on && !shares && !began && word.len() > 2 && token.shape == Shape::Capital && !is_doubtful(text, at)
}

/// The word is also something else, so that it needs more than itself to be a name.
fn is_doubtful(text: &Text, at: usize) -> bool {
    const OTHERS: Tags = Tags::FUNCTION
        .union(Tags::CALENDAR)
        .union(Tags::VERB)
        .union(Tags::CAPITALIZED)
        .union(Tags::ADVERB)
        .union(Tags::TITLE)
        .union(Tags::PERSON_ROLE)
        .union(Tags::GROUP_ROLE)
        .union(Tags::ABBREVIATION)
        .union(Tags::NUMERAL)
        .union(Tags::PLACE_FIRST)
        .union(Tags::PLACE_LAST)
        .union(Tags::ORGANIZATION_FIRST)
        .union(Tags::ORGANIZATION_LAST)
        .union(Tags::NAME_PARTICLE);
    let token = &text.tokens[at];
    token.has(OTHERS) || !token.has(Tags::GIVEN_NAME) && is_ordinary(text.word(at))
}

/// `VI` behind a ruler's name.
fn is_number(text: &Text, at: usize) -> bool {
    text.tokens[at].is_capitalized() && text.word(at).bytes().all(|byte| b"IVX".contains(&byte))
}

/// Behind `van der` at the start of these tokens, which does not reach their end.
fn after_particles(text: &Text, tokens: Range<usize>) -> usize {
    let mut start = tokens.start;
    while start + 1 < tokens.end && text.tokens[start].has(Tags::NAME_PARTICLE) {
        let (particle, next) = (&text.tokens[start], &text.tokens[start + 1]);
        let hyphen = next.kind == TokenKind::Hyphen && start + 2 < tokens.end;
        // Ben, Van and Al are given names as well.
        let given = particle.is_capitalized() && particle.has(Tags::GIVEN_NAME);
        if given && !hyphen && !next.has(Tags::NAME_PARTICLE) {
            break;
        }
        start += 1 + usize::from(hyphen);
    }
    start
}

/// Where the particles before a surname begin: `de Brell`, `al-Brell`.
fn before_particles(text: &Text, at: usize, free: usize) -> usize {
    let mut start = at;
    while start > free {
        let hyphen = usize::from(text.tokens[start - 1].kind == TokenKind::Hyphen && start >= free + 2);
        let particle = &text.tokens[start - 1 - hyphen];
        if !particle.has(Tags::NAME_PARTICLE)
            || particle.has(Tags::FUNCTION)
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
