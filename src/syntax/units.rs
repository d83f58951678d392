//! The text as its narrator tells it: a whole name and a whole quoted span count as one unit each.

use std::ops::{Deref, Range};

use super::constituents::{Chunk, Clause};
use super::kinds::Kinds;
use crate::gazetteer::Kind;
use crate::lexicon::{Morphology, Part, PartSet, PersonCues, Tags, Word, WordClass};
use crate::mention::Cast;
use crate::span::Span;
use crate::tagging::Tagging;
use crate::text::QuotedSpan;
use crate::text::{Shape, Text, Token, TokenKind};

/// Text without a full stop is cut after so many units: every later search stays within a sentence, so linear.
const LONGEST_SENTENCE: usize = 400;

/// Half a cache line, for rules look at many units: no text has as many tokens as 32 bits can count, since they would
/// take more than a hundred gigabytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unit {
    pub(crate) tags: Tags,
    pub(crate) part: Part,
    pub(crate) kinds: Kinds,
    first: u32,
    end: u32,
    sentence: u32,
    /// Of a name the position in [`Cast::names`], of a quotation that in the list of quoted spans.
    place: u32,
    pub(crate) word: Option<Word>,
    pub(crate) shape: Shape,
    /// What a name names.
    pub(crate) names: Option<Kind>,
    chunk: u32,
}

impl Unit {
    /// Its first token.
    pub(crate) fn first(&self) -> usize {
        self.first as usize
    }

    /// The token after its last one.
    pub(crate) fn end(&self) -> usize {
        self.end as usize
    }

    /// Position of its chunk.
    pub(crate) fn chunk(&self) -> usize {
        self.chunk as usize
    }

    /// Position of its sentence.
    pub(crate) fn sentence(&self) -> usize {
        self.sentence as usize
    }

    pub(crate) fn is_quote(&self) -> bool {
        self.kinds.contains(Kinds::QUOTE)
    }

    pub(crate) fn is_word(&self) -> bool {
        self.kinds.contains(Kinds::WORD)
    }
}

/// The units of a text, its sentences and paragraphs; sentence ends inside quotation marks do not count.
#[derive(Debug)]
pub(crate) struct Syntax<'a, 't> {
    pub(crate) text: &'a Text<'t>,
    pub(crate) units: Vec<Unit>,
    pub(crate) sentences: Vec<Range<usize>>,
    /// Unit ranges.
    pub(crate) paragraphs: Vec<Range<usize>>,
    /// The units that are quotations.
    pub(crate) quotes: Vec<usize>,
    /// The units that may be cues: verbs and nouns that report, and `according`.
    pub(crate) cues: Picked,
    /// The names, the quotations and the words that resolving looks at: who, the pronouns for a man or a woman, the nouns
    /// for people, groups and documents.
    pub(crate) referring: Picked,
    /// Of them the nouns for people and groups.
    pub(crate) roles: Picked,
    /// The flat phrases: together they cover all units.
    pub(crate) chunks: Vec<Chunk>,
    pub(crate) clauses: Vec<Clause>,
}

/// The units that some test picked, in the order of the text. One is written whether it passes or not, and the next one
/// over it: what no processor can foresee is no branch here.
#[derive(Debug)]
pub(crate) struct Picked {
    units: Vec<u32>,
    len: usize,
}

impl Picked {
    /// None yet; there is room to test so many.
    fn of(room: usize) -> Self {
        Self { units: vec![0; room + 1], len: 0 }
    }

    #[inline]
    fn pick(&mut self, unit: usize, is: bool) {
        self.units[self.len] = unit as u32;
        self.len += usize::from(is);
    }
}

impl Deref for Picked {
    type Target = [u32];

    fn deref(&self) -> &[u32] {
        &self.units[..self.len]
    }
}

/// Nouns for people and groups, of whom a text may say who they are.
const ROLES: PersonCues = PersonCues::PERSON_ROLE.union(PersonCues::GROUP_ROLE).union(PersonCues::TITLE);

/// The words with one of these are in some list.
const NOTED: Tags = Tags {
    class: WordClass::CUE.union(WordClass::NOUN_CUE),
    morphology: Morphology::VERB.union(Morphology::ED_FORM),
    person: PersonCues::ROLE.union(PersonCues::TITLE),
};

/// No longer quoted span is read as a noun or an adjective.
const LONGEST_FITTED: usize = 7;

/// The part of the verb that a quoted span begins with, if it has tense: `“will not do”`.
fn quoted_verb(text: &Text, parts: &[Part], quoted_span: &QuotedSpan) -> Option<Part> {
    let first = quoted_span.inner().start;
    let part = *parts.get(first).filter(|_| first < quoted_span.tokens.end)?;
    let told = text.tokens[first].shape == Shape::Lower && part.is(PartSet::FINITE) && part != Part::Imperative;
    told.then_some(part)
}

fn holds_verb(parts: &[Part], quoted_span: &QuotedSpan) -> bool {
    let has_tense = |part: &Part| part.is(PartSet::FINITE) && *part != Part::Imperative;
    parts[quoted_span.inner()].iter().any(has_tense)
}

/// A quoted word or two that is a part of the narrator's own phrase.
fn is_fitted(text: &Text, parts: &[Part], quoted_span: &QuotedSpan) -> bool {
    let inner = quoted_span.inner();
    let words = &text.tokens[inner.clone()];
    let mut verbs =
        words.iter().zip(&parts[inner]).filter(|(word, part)| word.shape == Shape::Lower && part.is(PartSet::FINITE));
    let sentence = words.first().is_some_and(|first| first.shape != Shape::Lower) && verbs.next().is_some();
    quoted_span.closed
        && !sentence
        && quoted_span.tokens.len() <= LONGEST_FITTED
        && words.last().is_some_and(|last| !last.is_terminal() && last.kind != TokenKind::Comma)
}

/// `author of “The Long Night.”`, `by the name “Rusty.”`: what a noun or a preposition is followed by is called so. The stop
/// at its end is that of the sentence.
fn names_a_thing(text: &Text, parts: &[Part], quoted_span: &QuotedSpan) -> bool {
    let Some(before) = quoted_span.tokens.start.checked_sub(1) else { return false };
    let token = &text.tokens[before];
    // `a statement “We Shall Sail.”` has words.
    let told = token.has(WordClass::NOUN_CUE);
    quoted_span.closed
        && token.shape == Shape::Lower
        && !told
        && parts[before].is(PartSet::of(&[Part::Preposition, Part::Noun]))
        && quoted_span.tokens.len() <= LONGEST_FITTED
        && quoted_span.last(text).is_some_and(|last| last.kind == TokenKind::Stop)
        && quoted_span.is_title(text)
}

/// What a token of a sign or two is by its text: there are few.
#[cold]
fn of_signs(text: &Text, token: usize) -> Kinds {
    match text.tokens[token].kind {
        TokenKind::Clitic if text.word(token).ends_with('s') => Kinds::POSSESSIVE,
        _ => Kinds::empty(),
    }
}

impl<'a, 't> Syntax<'a, 't> {
    pub(crate) fn tell(text: &'a Text<'t>, tagging: &Tagging, cast: &Cast, quoted_spans: &[QuotedSpan]) -> Self {
        Self::tell_tokens(text, tagging, cast, quoted_spans, 0..text.tokens.len())
    }

    /// The same for some of the tokens: those between two quotation marks have a syntax of their own.
    pub(crate) fn tell_tokens(
        text: &'a Text<'t>,
        tagging: &Tagging,
        cast: &Cast,
        quoted_spans: &[QuotedSpan],
        tokens: Range<usize>,
    ) -> Self {
        let mut units = Vec::with_capacity(tokens.len());
        let mut sentences = Vec::with_capacity(text.sentences.len());
        let mut paragraphs = Vec::with_capacity(text.paragraphs.len());
        let mut quotes = Vec::new();
        // All units of the lists that are picked: two in five.
        let mut noted = Picked::of(tokens.len());
        let mut token = tokens.start;
        let mut name = cast.names.partition_point(|name| name.tokens.start < token);
        let mut quote = quoted_spans.partition_point(|quoted_span| quoted_span.tokens.start < token);
        let (mut sentence_start, mut paragraph_start) = (0, 0);
        let mut sentence = text.sentences.partition_point(|range| range.end <= token);
        let mut paragraph = text.paragraphs.partition_point(|range| range.end <= token);
        // Where the next of each kind stands: up to the first of them, tokens are told without a look at anything else.
        // The end of a paragraph is that of a sentence too.
        let quote_at =
            |quote: usize| quoted_spans.get(quote).map_or(usize::MAX, |quoted_span| quoted_span.tokens.start);
        let name_at = |name: usize| cast.names.get(name).map_or(usize::MAX, |name| name.tokens.start);
        let sentence_at = |sentence: usize| text.sentences.get(sentence).map_or(text.tokens.len(), |range| range.end);
        let paragraph_at = |paragraph: usize| text.paragraphs.get(paragraph).map_or(usize::MAX, |range| range.end);
        let (mut next_quote, mut next_name) = (quote_at(quote), name_at(name));
        let (mut sentence_end, mut paragraph_end) = (sentence_at(sentence), paragraph_at(paragraph));
        while token < tokens.end {
            while next_quote < token {
                quote += 1;
                next_quote = quote_at(quote);
            }
            while next_name < token {
                name += 1;
                next_name = name_at(name);
            }
            let room = LONGEST_SENTENCE - (units.len() - sentence_start);
            let plain = next_quote.min(next_name).min(sentence_end).min(tokens.end).min(token + room);
            if token < plain {
                let headline = text.casings.get(sentence).is_some_and(|casing| casing.is_of_all());
                let sentence = sentences.len() as u32;
                let shift = token - units.len();
                let told = |((known, &part), first): ((&Token, &Part), u32)| {
                    let mut kinds = Kinds::of_token(known);
                    if kinds.intersects(Kinds::CLITIC | Kinds::OTHER) {
                        kinds |= of_signs(text, first as usize);
                    }
                    let is_noted = known.tags.has(NOTED) | kinds.intersects(Kinds::REFERS | Kinds::SOURCE);
                    noted.pick(first as usize - shift, is_noted);
                    Unit {
                        tags: known.tags,
                        part,
                        kinds,
                        first,
                        end: first + 1,
                        sentence,
                        place: 0,
                        word: known.word,
                        // A word that the tagger takes for no name has its capital from the headline.
                        shape: if headline && known.is_capitalized() && !part.is(PartSet::PROPER_NOUN) {
                            Shape::Lower
                        } else {
                            known.shape
                        },
                        names: None,
                        chunk: 0,
                    }
                };
                let tagged = text.tokens[token..plain].iter().zip(&tagging.parts[token..plain]);
                units.extend(tagged.zip(token as u32..plain as u32).map(told));
                token = plain;
            } else {
                let is_quote = next_quote == token;
                noted.pick(units.len(), true);
                let (kinds, part, names, place, end) = if is_quote {
                    quotes.push(units.len());
                    let quoted_span = &quoted_spans[quote];
                    let verb = quoted_verb(text, &tagging.parts, quoted_span);
                    let fits = is_fitted(text, &tagging.parts, quoted_span)
                        || names_a_thing(text, &tagging.parts, quoted_span);
                    let fitted = if verb.is_none() && fits { Kinds::FITTED } else { Kinds::empty() };
                    let tensed = if holds_verb(&tagging.parts, quoted_span) { Kinds::TENSED } else { Kinds::empty() };
                    (Kinds::QUOTE | fitted | tensed, verb.unwrap_or(Part::Other), None, quote, quoted_span.tokens.end)
                } else {
                    let known = &cast.names[name];
                    (Kinds::NAME, Part::ProperNoun, Some(cast.referents[known.referent].kind), name, known.tokens.end)
                };
                units.push(Unit {
                    tags: Tags::NONE,
                    part,
                    kinds,
                    first: token as u32,
                    end: end as u32,
                    sentence: sentences.len() as u32,
                    place: place as u32,
                    word: None,
                    shape: text.tokens[token].shape,
                    names,
                    chunk: 0,
                });
                token = end;
            }
            // A boundary inside the unit just told is none.
            while sentence_end < token {
                sentence += 1;
                sentence_end = sentence_at(sentence);
            }
            if sentence_end > token {
                if units.len() - sentence_start >= LONGEST_SENTENCE {
                    sentences.push(sentence_start..units.len());
                    sentence_start = units.len();
                }
                continue;
            }
            sentences.push(sentence_start..units.len());
            sentence_start = units.len();
            sentence += 1;
            sentence_end = sentence_at(sentence);
            while paragraph_end < token {
                paragraph += 1;
                paragraph_end = paragraph_at(paragraph);
            }
            if paragraph_end == token {
                paragraphs.push(paragraph_start..units.len());
                paragraph_start = units.len();
                paragraph += 1;
                paragraph_end = paragraph_at(paragraph);
            }
        }
        if sentence_start < units.len() {
            sentences.push(sentence_start..units.len());
        }
        if paragraph_start < units.len() {
            paragraphs.push(paragraph_start..units.len());
        }
        let mut told = Self {
            text,
            units,
            sentences,
            paragraphs,
            quotes,
            cues: Picked::of(noted.len()),
            referring: Picked::of(noted.len()),
            roles: Picked::of(noted.len()),
            chunks: Vec::new(),
            clauses: Vec::new(),
        };
        told.settle_owners();
        told.sort_out(&noted);
        told.chunks = told.read_chunks();
        told.settle_past_forms();
        told.settle_main_verbs();
        told.clauses = told.read_clauses();
        told.find_verbs();
        told
    }

    /// `the senators’ aides`: the mark that closed no quotation is an owner's.
    fn settle_owners(&mut self) {
        for unit in 1..self.units.len() {
            let known = &self.units[unit];
            if known.kinds.contains(Kinds::MARK)
                && !self.text.tokens[known.first()].spaced
                && self.word(unit - 1).ends_with('s')
            {
                self.units[unit].part = Part::PossessiveClitic;
                self.units[unit].kinds |= Kinds::POSSESSIVE;
            }
        }
    }

    /// Puts what was noted into its lists.
    fn sort_out(&mut self, noted: &[u32]) {
        for unit in noted.iter().map(|&unit| unit as usize) {
            let known = &self.units[unit];
            let (tags, kinds) = (known.tags, known.kinds);
            let is_lower = known.shape == Shape::Lower;
            // `Calling it a mistake, she left`
            let opens = || known.part == Part::Gerund && self.sentences[known.sentence()].start == unit;
            let reports = tags.has(WordClass::CUE | WordClass::NOUN_CUE) && (is_lower || opens());
            let refers = kinds.intersects(Kinds::REFERS | Kinds::NAME | Kinds::QUOTE);
            let holds = kinds.contains(Kinds::QUOTE) && self.holds_in_marks(unit);
            self.cues.pick(unit, reports | holds | kinds.contains(Kinds::SOURCE));
            self.referring.pick(unit, tags.has(PersonCues::ROLE | PersonCues::TITLE) | refers);
            self.roles.pick(unit, tags.has(ROLES));
        }
    }

    /// Marks the words that are verbs: those that verb groups are made of.
    fn find_verbs(&mut self) {
        for (place, chunk) in self.chunks.iter().enumerate() {
            let group = chunk.kind.is_verbal();
            for unit in chunk.units.clone() {
                let unit = &mut self.units[unit];
                // `Planning officer`: a capital makes no verb.
                let verb = group && unit.part.is(PartSet::VERB) && unit.shape == Shape::Lower;
                unit.chunk = place as u32;
                unit.kinds.set(Kinds::VERB, verb);
            }
        }
    }

    /// The unit ends in a comma, as a quotation does that its sentence goes on after.
    pub(crate) fn ends_in_comma(&self, unit: usize) -> bool {
        self.units.get(unit).is_some_and(|known| {
            known.is_quote()
                && known.end >= known.first + 2
                && self.text.tokens[known.end() - 2].kind == TokenKind::Comma
        })
    }

    /// The first of these units that is of one of these kinds.
    pub(crate) fn find(&self, units: Range<usize>, kinds: Kinds) -> Option<usize> {
        let known = self.units.get(units.start..units.end.min(self.units.len()))?;
        known.iter().position(|known| known.kinds.intersects(kinds)).map(|at| units.start + at)
    }

    /// The last of them.
    pub(crate) fn find_last(&self, units: Range<usize>, kinds: Kinds) -> Option<usize> {
        let known = self.units.get(units.start..units.end.min(self.units.len()))?;
        known.iter().rposition(|known| known.kinds.intersects(kinds)).map(|at| units.start + at)
    }

    #[inline]
    pub(crate) fn has(&self, unit: usize, any: impl Into<Tags>) -> bool {
        self.units.get(unit).is_some_and(|unit| unit.tags.has(any))
    }

    #[inline]
    pub(crate) fn is(&self, unit: usize, kind: TokenKind) -> bool {
        self.is_any(unit, Kinds::of(kind))
    }

    /// It is of one of these kinds.
    #[inline]
    pub(crate) fn is_any(&self, unit: usize, kinds: Kinds) -> bool {
        self.units.get(unit).is_some_and(|known| known.kinds.intersects(kinds))
    }

    #[inline]
    pub(crate) fn is_word(&self, unit: usize, word: Word) -> bool {
        self.units.get(unit).is_some_and(|known| known.word == Some(word))
    }

    #[inline]
    pub(crate) fn is_any_word(&self, unit: usize, words: &[Word]) -> bool {
        self.units.get(unit).and_then(|known| known.word).is_some_and(|word| words.contains(&word))
    }

    pub(crate) fn quote(&self, unit: usize) -> Option<usize> {
        self.units.get(unit).filter(|known| known.is_quote()).map(|known| known.place as usize)
    }

    /// The quotations among these units, as units.
    pub(crate) fn quotes_in(&self, units: Range<usize>) -> &[usize] {
        let from = self.quotes.partition_point(|&quote| quote < units.start);
        let after = &self.quotes[from..];
        &after[..after.iter().take_while(|&&quote| quote < units.end).count()]
    }

    /// One of these units is a quotation.
    pub(crate) fn quotes_any(&self, units: Range<usize>) -> bool {
        let from = self.quotes.partition_point(|&quote| quote < units.start);
        self.quotes.get(from).is_some_and(|&quote| quote < units.end)
    }

    pub(crate) fn name(&self, unit: usize) -> Option<usize> {
        self.units.get(unit).filter(|known| known.kinds.contains(Kinds::NAME)).map(|known| known.place as usize)
    }

    /// A person's name, a personal pronoun in the singular, or a role of one person.
    pub(crate) fn is_person(&self, unit: usize) -> bool {
        self.units.get(unit).is_some_and(|known| match known.names {
            Some(kind) => kind == Kind::Person,
            None => {
                self.is_any_word(unit, &[Word::He, Word::She, Word::I])
                    || known.tags.has(PersonCues::PERSON_ROLE | PersonCues::TITLE)
                        && !known.tags.has(Morphology::PLURAL)
                    || known.shape == Shape::Capital && !known.tags.has(WordClass::FUNCTION)
            }
        })
    }

    /// The text of a unit; empty after the last one.
    pub(crate) fn word(&self, unit: usize) -> &'t str {
        let Some(unit) = self.units.get(unit) else { return "" };
        // No unit is empty.
        let (first, last) = (&self.text.tokens[unit.first()], &self.text.tokens[unit.end() - 1]);
        &self.text.source[first.span.start..last.span.end]
    }

    /// The bytes from the first of these units to the last.
    pub(crate) fn span(&self, units: Range<usize>) -> Span {
        match (self.units.get(units.start), units.end.checked_sub(1).and_then(|last| self.units.get(last))) {
            (Some(first), Some(last)) if units.start < units.end => self.text.span(first.first()..last.end()),
            _ => Span::new(0, 0),
        }
    }

    /// The sentence that a unit stands in.
    pub(crate) fn sentence_of(&self, unit: usize) -> Range<usize> {
        let sentence = self.units.get(unit).map(Unit::sentence);
        sentence.and_then(|sentence| self.sentences.get(sentence).cloned()).unwrap_or(unit..unit)
    }

    /// The paragraph that a unit stands in, by its position.
    pub(crate) fn paragraph_of(&self, unit: usize) -> usize {
        self.paragraphs.partition_point(|paragraph| paragraph.end <= unit)
    }
}
