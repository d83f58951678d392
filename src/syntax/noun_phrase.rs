//! Noun phrases: a chunk with the owners before it and what prepositions and conjunctions tie to it.

use std::ops::Range;

use super::grammar::ChunkKind;
use super::predicates::NOMINAL;
use super::units::Syntax;
use crate::gazetteer::Kind;
use crate::lexicon::{Morphology, Part, PartSet, PersonCues, Word, WordClass};
use crate::text::Shape;

/// A noun phrase: its units, and the unit that says what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    pub(crate) units: Range<usize>,
    pub(crate) head: usize,
}

/// No noun phrase of news has more chunks; the bound keeps every walk, and so the whole extraction, linear.
const MOST_CHUNKS: usize = 20;

impl Syntax<'_, '_> {
    /// The noun phrase whose last unit is `last`, with the owners before it and the nouns that it is tied to.
    pub(crate) fn phrase_ending_at(&self, last: usize) -> Option<Phrase> {
        let sentence = self.units.get(last)?.sentence();
        let mut chunk = self.units[last].chunk();
        // `Jane Doe (D-Ore.)`: the bracket belongs to the phrase, the head stands before it.
        if self.chunks[chunk].kind == ChunkKind::Close {
            chunk = (chunk.saturating_sub(MOST_CHUNKS)..chunk)
                .rev()
                .find(|&at| self.chunks[at].kind == ChunkKind::Open)?
                .checked_sub(1)?;
        }
        if !self.is_noun_phrase(chunk) || self.sentence_of_chunk(chunk) != sentence {
            return None;
        }
        let (mut first, mut head) = (chunk, self.head_before(chunk, last));
        // The chunk of the name before which an office may stand.
        let mut named = chunk;
        for _ in 0..MOST_CHUNKS {
            let inside = |at: usize| self.sentence_of_chunk(at) == sentence;
            let Some(before) = first.checked_sub(1).filter(|&at| inside(at)) else { break };
            if self.is_owned(first) && self.is_noun_phrase(before) || self.goes_on(before, first) {
                first = before;
                continue;
            }
            let outer = before.checked_sub(1).filter(|&at| inside(at));
            match (self.chunks[before].kind, outer) {
                (ChunkKind::Preposition, Some(outer)) => {
                    let Some(outer) = self.tied_to(outer, before, first).filter(|&outer| inside(outer)) else { break };
                    head =
                        if self.is_office_of(outer, named) { self.chunks[named].head } else { self.chunks[outer].head };
                    first = outer;
                }
                (ChunkKind::Conjunction, Some(outer)) if self.coordinates(outer, before, first) => {
                    // Of two who are named the first speaks for both.
                    if self.name(self.chunks[first].head).is_some()
                        && head == self.chunks[first].head
                        && !self.is_office_in_two_parts(outer, first)
                    {
                        (head, named) = (self.chunks[outer].head, outer);
                    }
                    first = outer;
                }
                _ => break,
            }
        }
        // `both the mayor and her aide`
        let both = first.checked_sub(1).filter(|&both| {
            self.is_any_word(self.chunks[both].units.start, &[Word::Both, Word::Neither, Word::Either])
                && self.sentence_of_chunk(both) == sentence
        });
        let first = both.unwrap_or(first);
        Some(Phrase { units: self.chunks[first].units.start..last + 1, head })
    }

    /// The noun phrase that begins at `first`, with all that is tied to it, before `limit`.
    pub(crate) fn phrase_starting_at(&self, first: usize, limit: usize) -> Option<Phrase> {
        let (mut last, mut end) = self.core(first, limit)?;
        let head = self.head_of_core(first..end, last);
        if self.is_pronoun(head) && end == first + 1 {
            return Some(Phrase { units: first..end, head });
        }
        for _ in 0..MOST_CHUNKS {
            let Some((next, after)) = self.tied_after(last, end, limit) else { break };
            (last, end) = (next, after);
        }
        // `Founder and Chairman Jane Doe`: seen from its end, it is all one person's.
        let somebody = |phrase: &Phrase| {
            phrase.units.start == first && self.units[phrase.head].names == Some(Kind::Person) && phrase.head > head
        };
        let ending = if self.units[head].names.is_none() && self.units[head].shape == Shape::Capital {
            self.phrase_ending_at(end - 1).filter(somebody)
        } else {
            None
        };
        Some(Phrase { units: first..end, head: ending.map_or(head, |ending| ending.head) })
    }

    /// What a preposition ties to the noun phrase that ends in this chunk: its last chunk, and where it ends.
    fn tied_after(&self, last: usize, end: usize, limit: usize) -> Option<(usize, usize)> {
        // `people familiar with the talks`
        let adjective = self.chunks.get(last + 1).is_some_and(|chunk| chunk.kind == ChunkKind::Adjective);
        let preposition = last + 1 + usize::from(adjective);
        let next = preposition + 1;
        let inside = |chunk: usize| self.chunks.get(chunk).is_some_and(|chunk| chunk.units.start < limit);
        let tied = end < limit
            && inside(next)
            && self.chunks[preposition].kind == ChunkKind::Preposition
            && self.tied_to(preposition - 1, preposition, next) == Some(last);
        // `Brenk as the crowd left`
        let clause = || {
            self.is_word(self.chunks[preposition].head, Word::As)
                && self.clause_follows(self.chunks[next].units.start, limit)
        };
        if !tied || clause() {
            return None;
        }
        self.core(self.chunks[next].units.start, limit)
    }

    /// Where the noun phrase of a unit begins, with the owners before it.
    pub(crate) fn core_start(&self, noun: usize) -> usize {
        let Some(unit) = self.units.get(noun) else { return noun };
        let mut first = unit.chunk();
        for _ in 0..MOST_CHUNKS {
            let before = first.checked_sub(1).filter(|&at| self.sentence_of_chunk(at) == unit.sentence());
            let Some(before) = before.filter(|&before| self.is_owned(first) && self.is_noun_phrase(before)) else {
                break;
            };
            first = before;
        }
        self.chunks[first].units.start
    }

    /// The end of a noun phrase without what is tied to it.
    pub(crate) fn core_end(&self, first: usize, limit: usize) -> Option<usize> {
        self.core(first, limit).map(|(_, end)| end)
    }

    /// The last chunk of a noun phrase without what is tied to it, and where that ends: with owners, brackets and others
    /// of its kind.
    fn core(&self, first: usize, limit: usize) -> Option<(usize, usize)> {
        if first >= limit {
            return None;
        }
        let mut last = self.units.get(first)?.chunk();
        if !self.is_noun_phrase(last) {
            return None;
        }
        let sentence = self.units[first].sentence();
        let inside = |chunk: usize| {
            self.chunks.get(chunk).is_some_and(|chunk| chunk.units.start < limit)
                && self.sentence_of_chunk(chunk) == sentence
        };
        for _ in 0..MOST_CHUNKS {
            let next = last + 1;
            if !inside(next) {
                break;
            }
            if self.is_owned(next) {
                last = next;
                continue;
            }
            match self.chunks[next].kind {
                ChunkKind::Open => {
                    let close = (next..next + MOST_CHUNKS).take_while(|&at| inside(at));
                    let close = close.into_iter().find(|&at| self.chunks[at].kind == ChunkKind::Close);
                    last = close?;
                    break;
                }
                ChunkKind::Conjunction if inside(next + 1) && self.coordinates(last, next, next + 1) => last = next + 1,
                _ => break,
            }
        }
        Some((last, self.chunks[last].units.end.min(limit)))
    }

    /// A subject right before its finite verb.
    fn clause_follows(&self, at: usize, limit: usize) -> bool {
        let Some((last, end)) = self.core(at, limit) else { return false };
        let after = self.chunks[last + 1..].iter().take_while(|chunk| chunk.units.start < limit);
        let verb = after.into_iter().find(|chunk| chunk.kind != ChunkKind::Adverb);
        end < limit
            && verb.is_some_and(|verb| {
                verb.kind == ChunkKind::Verb && self.units[verb.head].sentence() == self.units[at].sentence()
            })
    }

    fn is_noun_phrase(&self, chunk: usize) -> bool {
        let chunk = &self.chunks[chunk];
        match chunk.kind {
            // An article whose noun stands elsewhere is none: `a “transition fund”`.
            ChunkKind::Noun
                if chunk.units.len() == 1 && self.is_any_word(chunk.head, &[Word::A, Word::An, Word::The]) =>
            {
                false
            }
            ChunkKind::Noun => !self.units[chunk.head].is_quote() || self.is_nominal(chunk.head),
            ChunkKind::Relative => true,
            // `Most of the crew`
            ChunkKind::Adjective => self.has(chunk.head, WordClass::DETERMINER | WordClass::NUMERAL),
            _ => false,
        }
    }

    /// `’s wife`
    pub(super) fn is_owned(&self, chunk: usize) -> bool {
        let chunk = &self.chunks[chunk];
        chunk.kind == ChunkKind::Noun && self.units[chunk.units.start].part == Part::PossessiveClitic
    }

    /// The head of the part of a chunk that ends at `last`.
    fn head_before(&self, chunk: usize, last: usize) -> usize {
        let chunk = &self.chunks[chunk];
        if chunk.head <= last {
            return chunk.head;
        }
        let noun = (chunk.units.start..last + 1).rev().find(|&unit| self.units[unit].part.is(NOMINAL));
        noun.unwrap_or(last.min(chunk.head))
    }

    fn head_of_core(&self, units: Range<usize>, last: usize) -> usize {
        // The head of the last chunk that is owned, of the first of several that are joined.
        let mut chunk = self.units[units.start].chunk();
        while chunk < last && self.is_owned(chunk + 1) {
            chunk += 1;
        }
        self.head_before(chunk, units.end - 1).max(units.start)
    }

    fn sentence_of_chunk(&self, chunk: usize) -> usize {
        self.units[self.chunks[chunk].units.start].sentence()
    }

    /// The noun phrase that a preposition ties `inner` to: an analyst *at* the institute, people familiar *with* the talks.
    fn tied_to(&self, before: usize, preposition: usize, inner: usize) -> Option<usize> {
        let word = self.chunks[preposition].head;
        let adjective = self.chunks[before].kind == ChunkKind::Adjective && !self.is_noun_phrase(before);
        let outer = if adjective { before.checked_sub(1)? } else { before };
        let head = self.chunks[outer].head;
        // `none of them`, but not `she of them`
        let some = self.is_word(word, Word::Of) && !self.units[head].part.is(PartSet::PERSONAL_PRONOUN)
            || self.units[head].part == Part::IndefinitePronoun;
        let ties = self.is_noun_phrase(outer)
            && matches!(self.chunks[inner].kind, ChunkKind::Noun | ChunkKind::Relative)
            && self.attaches(word)
            && self.chunks[preposition].units.len() == 1
            && !self.is_time(self.chunks[inner].units.start)
            && !self.is_time(head)
            && (!self.is_pronoun(head) || some)
            // `named “The Ferry” as her favorite`
            && !(self.is_word(word, Word::As) && self.units[head].is_quote());
        ties.then_some(outer)
    }

    /// `Republican` `presidential candidate Donald Trump`: one noun phrase in two chunks.
    fn goes_on(&self, before: usize, next: usize) -> bool {
        let (left, right) = (&self.chunks[before], &self.chunks[next]);
        let first = self.units[right.units.start].part;
        left.kind == ChunkKind::Noun
            && right.kind == ChunkKind::Noun
            && self.units[left.head].part.is(PartSet::PROPER_NOUN)
            && self.units[left.head].names != Some(Kind::Person)
            && !self.is_time(left.head)
            && first.is(PartSet::ADJECTIVE.or(PartSet::of(&[Part::Noun, Part::Nouns])))
            && !self.is_time(right.head)
            && before.checked_sub(1).is_none_or(|governs| self.chunks[governs].kind != ChunkKind::Preposition)
    }

    /// `Secretary of State Jane Doe`, `the head of the Flood Agency Jane Doe`: the office stands before the name as a title
    /// does.
    fn is_office_of(&self, outer: usize, inner: usize) -> bool {
        let (noun, name) = (self.chunks[outer].head, self.chunks[inner].head);
        let office = self.has(noun, PersonCues::TITLE | PersonCues::PERSON_ROLE);
        let capital = self.units[noun].shape == Shape::Capital;
        let of_organization = || self.units[name - 1].names == Some(Kind::Organization);
        office
            && self.units[name].names == Some(Kind::Person)
            && self.chunks[inner].units.start < name
            && (capital || of_organization())
    }

    /// `Lundby Police and Crime Commissioner Jane Doe`, `Minister for Parks and Forests Jane Doe`: the conjunction stands inside
    /// the name of the office.
    fn is_office_in_two_parts(&self, left: usize, right: usize) -> bool {
        let [outer, inner] = [left, right].map(|chunk| &self.chunks[chunk]);
        let what = |units: Range<usize>| {
            !units.is_empty()
                && units.clone().all(|unit| {
                    // `Minister for Women`
                    let somebody =
                        self.has(unit, PersonCues::TITLE | PersonCues::ROLE) && !self.has(unit, Morphology::PLURAL);
                    self.units[unit].shape == Shape::Capital && !somebody
                })
        };
        if self.units[inner.head].names != Some(Kind::Person) {
            return false;
        }
        let title = inner.head.saturating_sub(1);
        let of_organization = self.units[outer.head].names == Some(Kind::Organization)
            && self.has(title, PersonCues::TITLE)
            && what(inner.units.start..title);
        let governed = self.name(outer.head).is_none()
            && what(outer.units.clone())
            && what(inner.units.start..inner.head)
            && self.is_governed_by_office(left, right);
        of_organization || governed || self.are_two_offices(left, right)
    }

    /// `Secretary of State for Work` before `Jane Doe`: prepositions tie the chunk to an office.
    fn is_governed_by_office(&self, chunk: usize, named: usize) -> bool {
        let mut outer = chunk;
        for _ in 0..MOST_CHUNKS {
            let office =
                outer.checked_sub(2).filter(|&office| self.sentence_of_chunk(office) == self.sentence_of_chunk(chunk));
            let Some(office) = office.filter(|&office| self.chunks[office + 1].kind == ChunkKind::Preposition) else {
                return false;
            };
            if self.is_office_of(office, named) {
                return true;
            }
            outer = office;
        }
        false
    }

    /// `Deputy Mayor and Treasurer Jane Doe`: whoever has the second office has the first one, too.
    fn are_two_offices(&self, left: usize, right: usize) -> bool {
        let [outer, inner] = [left, right].map(|chunk| &self.chunks[chunk]);
        let is_office = |unit: usize| {
            self.has(unit, PersonCues::TITLE | PersonCues::PERSON_ROLE)
                && !self.has(unit, PersonCues::COURTESY)
                && !self.has(unit, Morphology::PLURAL)
        };
        let capital = |unit: usize| matches!(self.units[unit].shape, Shape::Capital | Shape::Upper);
        is_office(outer.head)
            && self.name(outer.head).is_none()
            && capital(outer.head)
            && !self.has(outer.units.start, WordClass::DETERMINER | WordClass::POSSESSIVE)
            && inner.units.start < inner.head
            && is_office(inner.head - 1)
            && !self.has(inner.units.start, WordClass::DETERMINER | WordClass::POSSESSIVE)
    }

    /// A conjunction joins two noun phrases here, not two clauses.
    fn coordinates(&self, left: usize, and: usize, right: usize) -> bool {
        if !self.is_noun_phrase(left)
            || self.chunks[right].kind != ChunkKind::Noun
            || !self.is_any_word(self.chunks[and].head, &[Word::And, Word::Or, Word::Nor])
        {
            return false;
        }
        if self.is_office_in_two_parts(left, right) {
            return true;
        }
        let (left, start, right) = (self.chunks[left].head, self.chunks[right].units.start, self.chunks[right].head);
        // `praised the crews and she left`
        if self.units[right].part == Part::SubjectPronoun && !self.is_pronoun(left) {
            return false;
        }
        match (self.name(left).is_some(), self.name(right).is_some()) {
            (true, true) => true,
            (false, false) => {
                (self.has(left, PersonCues::ROLE) || self.looks_plural(left)) && !self.has(start, WordClass::DETERMINER)
            }
            _ => false,
        }
    }
}
