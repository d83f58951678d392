//! The whole noun phrase of a source: its complements and appositions where it stands after its cue.

use super::reporting_clause::Construction;
use crate::gazetteer::Kind;
use crate::lexicon::{Morphology, PersonCues, Word, WordClass};
use crate::syntax::{ChunkKind, Kinds, Phrase, Syntax};
use crate::text::TokenKind;

/// How far a complement may reach, in units: keeps every search linear.
const FAR: usize = 24;

/// What parts a phrase from what stands after it.
const EDGES: Kinds = Kinds::COMMA.union(Kinds::DASH).union(Kinds::TERMINAL).union(Kinds::COLON);

impl Syntax<'_, '_> {
    /// The subject with all that belongs to it, and without what only stands between it and its verb.
    pub(super) fn whole_source(&self, subject: Phrase, construction: Construction) -> Phrase {
        match construction {
            Construction::Before | Construction::Source | Construction::Noun => subject,
            Construction::Parenthetical | Construction::Shared | Construction::Participle => {
                self.without_parenthesis(subject)
            }
            Construction::After | Construction::Agent => self.extended(subject),
        }
    }

    /// A subject whose parenthesis says how, when or where, or tells more of one who is known, goes without it.
    fn without_parenthesis(&self, mut subject: Phrase) -> Phrase {
        let cut = (subject.head + 1..subject.units.end)
            .find(|&at| self.is_comma(at) || self.is_dash(at))
            .filter(|&comma| !self.is_apposition(comma + 1, &subject));
        if let Some(comma) = cut {
            subject.units.end = comma;
        }
        subject
    }

    /// The source after `according to`, with its complements and appositions.
    pub(super) fn source_after(&self, first: usize, limit: usize, leads: bool) -> Option<Phrase> {
        let mut phrase = self.phrase_starting_at(first, limit)?;
        let close = (phrase.units.end..limit.min(first + FAR)).find(|&at| self.is_boundary(at)).unwrap_or(limit);
        // In front of its clause only a comma shows where the source ends.
        if !leads || self.is_comma(close) {
            self.complement(&mut phrase, close);
        }
        self.drop_place_of_utterance(&mut phrase);
        let end = phrase.units.end;
        if !leads {
            return Some(self.extended(phrase));
        }
        // A relative clause between commas parts the source from its clause, so it is the source’s: `, which runs it,`.
        let relative = self.is_comma(end) && self.has(end + 1, WordClass::WH);
        let longer = if relative {
            (end + 1..limit.min(end + FAR)).find(|&at| self.is_boundary(at)).unwrap_or(end)
        } else {
            self.apposition_end(&phrase, limit)
        };
        let clause = (end + 1..longer).any(|at| self.is_verb(at) && !self.has(at, Morphology::GERUND));
        // `the club’s physician, Dr. Jane Doe,`
        let name = (end + 1..limit.min(end + 4)).find(|&at| !self.has(at, PersonCues::TITLE)).unwrap_or(end);
        let person = self.units.get(name).is_some_and(|known| known.names == Some(Kind::Person));
        let named = person && self.has(phrase.head, PersonCues::PERSON_ROLE);
        let again = named
            || self.has(end + 1, WordClass::DETERMINER | WordClass::POSSESSIVE)
            || self.has(end + 1, PersonCues::ROLE);
        let named_again = again && !clause && !self.begins_the_clause(end + 1, longer, limit, &phrase);
        if self.is_comma(longer) && (named_again || relative) {
            phrase.units.end = longer;
        }
        Some(phrase)
    }

    /// `According to officials, the storm, the worst in years, killed two`: what looks like an apposition of the source
    /// is the subject of the clause, since after it no other comes, or since it is one and the source are many.
    fn begins_the_clause(&self, first: usize, comma: usize, limit: usize, source: &Phrase) -> bool {
        let alone = self.first_subject(comma + 1, limit).is_none() && self.first_subject(first, limit).is_some();
        let many = self.looks_plural(source.head) && self.name(source.head).is_none();
        let one = self
            .phrase_starting_at(first, comma)
            .is_some_and(|phrase| !self.looks_plural(phrase.head) && !self.has(phrase.head, PersonCues::GROUP_ROLE));
        alone || many && one
    }

    /// `said that, according to X, CLAUSE`, `It is known: According to X, CLAUSE`: what stands before the source, whose
    /// first unit this is, is no clause that it could have told.
    pub(super) fn source_leads(&self, first: usize) -> bool {
        let start = self.sentence_of(first).start;
        if first <= start + 1 {
            return first == start || self.has(start, WordClass::CONJUNCTION);
        }
        let last = first - 2;
        let opened = self.is_word(last, Word::That) || self.has(last, WordClass::SUBORDINATOR | WordClass::CONJUNCTION);
        self.is(first - 1, TokenKind::Colon)
            || self.is(first - 1, TokenKind::Semicolon)
            || self.is_comma(first - 1) && opened
            || self.leads_with_phrase(first)
    }

    /// `At the heart of it, according to X, CLAUSE`
    pub(super) fn leads_with_phrase(&self, first: usize) -> bool {
        let start = self.sentence_of(first).start;
        let Some(comma) = first.checked_sub(1).filter(|&comma| comma > start && self.is_comma(comma)) else {
            return false;
        };
        self.has(start, WordClass::PREPOSITION)
            && (start..comma).all(|at| !self.is_verb(at) && !self.is_comma(at) && self.quote(at).is_none())
    }

    fn is_boundary(&self, at: usize) -> bool {
        self.is_any(at, EDGES) || self.quote(at).is_some() && !self.is_nominal(at)
    }

    /// What describes a noun after it, up to `close`: relative clauses, participles, and others of its kind.
    fn complement(&self, phrase: &mut Phrase, close: usize) {
        let end = phrase.units.end;
        if end >= close || self.units[phrase.head].names == Some(Kind::Person) {
            return;
        }
        // `pilots who know the bay`: the clause goes on.
        let relative = (phrase.head + 1..end).any(|at| self.is_word(at, Word::Who));
        let describes = match self.chunk_kind(end) {
            Some(ChunkKind::Relative | ChunkKind::Participle) => true,
            Some(ChunkKind::Conjunction) => !(end + 1..close).any(|at| self.is_finite(at)),
            Some(ChunkKind::Noun) => {
                // `the port records`: the last noun is what speaks.
                phrase.head = self.chunk_of(end).map_or(phrase.head, |chunk| chunk.head.min(close - 1));
                true
            }
            _ => false,
        };
        if relative || describes {
            phrase.units.end = close;
        }
    }

    /// `Brenk in a letter`: where a person spoke is no part of the person.
    fn drop_place_of_utterance(&self, phrase: &mut Phrase) {
        let place = phrase.head + 1;
        let dropped = self.units[phrase.head].names == Some(Kind::Person)
            && place < phrase.units.end
            && self.is_word(place, Word::In)
            && self.has(place + 1, WordClass::DETERMINER | WordClass::POSSESSIVE)
            && self.core_end(place + 1, phrase.units.end).is_some_and(|end| {
                self.has(end - 1, PersonCues::DOCUMENT_ROLE) || self.has(end - 1, WordClass::NOUN_CUE)
            });
        if dropped {
            phrase.units.end = place;
        }
    }

    /// `a majority of her crew`, `a group of pilots`: many, though the article says one.
    pub(super) fn counts_many(&self, subject: &Phrase) -> bool {
        self.looks_plural(subject.units.end - 1)
            && subject.units.clone().take(4).any(|at| self.is_word(at, Word::Of) || self.has(at, WordClass::NUMERAL))
    }

    /// The phrase ended further to the right, where no verb of its own follows.
    fn extended(&self, mut phrase: Phrase) -> Phrase {
        let limit = self.sentence_of(phrase.head).end;
        self.drop_place_of_utterance(&mut phrase);
        let from = phrase.units.end;
        let close = (from..limit.min(from + FAR)).find(|&at| self.is_boundary(at)).unwrap_or(limit);
        if self.units[phrase.head].names != Some(Kind::Person) {
            self.complement(&mut phrase, close);
        }
        let phrase = self.with_appositions(phrase, limit);
        // `Brenk, author of “The Ferry,” a history`: the title that the apposition breaks off before.
        let end = phrase.units.end;
        let named = self.has(end - 1, WordClass::PREPOSITION | WordClass::CONJUNCTION) && self.quote(end).is_some();
        if named { Phrase { units: phrase.units.start..end + 1, ..phrase } } else { phrase }
    }
}
