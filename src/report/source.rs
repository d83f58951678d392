//! The whole noun phrase of a source: its complements and appositions where it stands after its cue.

use super::reporting_clause::Construction;
use crate::gazetteer::Kind;
use crate::lexicon::{Tags, Word};
use crate::syntax::Kinds;
use crate::syntax::Phrase;
use crate::syntax::Syntax;
use crate::text::{Shape, TokenKind};

/// How far a complement may reach, in units, and how often a phrase may grow: keeps every search linear.
const FAR: usize = 24;
const GROWTHS: usize = 4;

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
            Construction::After => self.extended(subject),
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

    /// What stands after the comma names its noun again.
    fn is_apposition(&self, first: usize, subject: &Phrase) -> bool {
        if self.is_any_word(first, &[Word::Who, Word::Whose]) {
            return self.tells_who(first, subject);
        }
        if self.is_any_word(first, &[Word::Which, Word::When, Word::However, Word::Though, Word::Too]) {
            return false;
        }
        if self.is_any_word(first, &[Word::Of, Word::At, Word::From, Word::Then, Word::Former, Word::Both]) {
            return true;
        }
        if self.has(first, Tags::GERUND) {
            // `acting director`, `including Brenk`
            let mut nouns = (first + 1..first + 4).take_while(|&at| self.is_nominal(at));
            return self.has(first, Tags::PREPOSITION) || nouns.any(|at| self.has(at, Tags::ROLE));
        }
        let determined = |at: usize| self.has(at, Tags::DETERMINER | Tags::POSSESSIVE);
        // `also a pilot`
        determined(first)
            || self.is_adverb(first) && determined(first + 1)
            || self.has(first, Tags::ROLE | Tags::NUMERAL)
            || !(self.has(first, Tags::PREPOSITION | Tags::SUBORDINATOR)
                || self.is_adverb(first)
                || self.is_time(first)
                || self.has(first, Tags::PARTICIPLE | Tags::ED_FORM) && self.units[first].shape == Shape::Lower)
    }

    /// A relative clause tells who a person is where the whole name is given; else it tells what one did.
    fn tells_who(&self, pronoun: usize, subject: &Phrase) -> bool {
        let head = &self.units[subject.head];
        let whole = head.names.is_some() && (head.end() > head.first() + 1 || subject.units.start < subject.head);
        let verb = (pronoun + 1..self.sentence_of(pronoun).end).find(|&at| !self.is_adverb(at));
        whole && !verb.is_some_and(|verb| self.is_word(verb, Word::Said))
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
        let relative = self.is_comma(end) && self.has(end + 1, Tags::WH);
        let longer = if relative {
            (end + 1..limit.min(end + FAR)).find(|&at| self.is_boundary(at)).unwrap_or(end)
        } else {
            self.apposition_end(end, limit, &phrase)
        };
        let clause = (end + 1..longer).any(|at| self.is_verb(at) && !self.has(at, Tags::GERUND));
        let person = self.units.get(end + 1).is_some_and(|known| known.names == Some(Kind::Person));
        let named = person && self.has(phrase.head, Tags::PERSON_ROLE);
        let again = named || self.has(end + 1, Tags::DETERMINER | Tags::POSSESSIVE | Tags::ROLE);
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
            .is_some_and(|phrase| !self.looks_plural(phrase.head) && !self.has(phrase.head, Tags::GROUP_ROLE));
        alone || many && one
    }

    /// `said that, according to X, CLAUSE`, `It is known: According to X, CLAUSE`: what stands before the source, whose
    /// first unit this is, is no clause that it could have told.
    pub(super) fn source_leads(&self, first: usize) -> bool {
        let start = self.sentence_of(first).start;
        if first <= start + 1 {
            return first == start || self.has(start, Tags::CONJUNCTION);
        }
        let last = first - 2;
        let opened = self.is_word(last, Word::That) || self.has(last, Tags::SUBORDINATOR | Tags::CONJUNCTION);
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
        self.has(start, Tags::PREPOSITION)
            && (start..comma).all(|at| !self.is_verb(at) && !self.is_comma(at) && self.quote(at).is_none())
    }

    fn is_boundary(&self, at: usize) -> bool {
        self.is_any(at, EDGES) || self.quote(at).is_some() && !self.is_nominal(at)
    }

    /// Nouns after a name, further prepositions, participles and relative clauses, up to `close`.
    fn complement(&self, phrase: &mut Phrase, close: usize) {
        while phrase.units.end < close {
            let end = phrase.units.end;
            // `pilots who know the bay`: the clause goes on.
            if (phrase.head + 1..end).any(|at| self.is_word(at, Word::Who)) {
                phrase.units.end = close;
                break;
            }
            let person = self.units[phrase.head].names == Some(Kind::Person);
            let noun = |at: usize| self.is_nominal(at) && !self.is_adverb(at) && !self.is_time(at) && !self.is_verb(at);
            if noun(end) && !(person && end == phrase.head + 1) {
                let Some(next) = self.core_end(end, close) else { break };
                // `the port records`: the last noun is what speaks, unless something is tied to the first.
                if end == phrase.head + 1 || self.is_clitic(end - 1) {
                    phrase.head = next - 1;
                }
                phrase.units.end = next;
                continue;
            }
            if self.attaches(end) && !self.is_time(end + 1) && !self.is_word(end, Word::As) {
                let Some(next) = self.core_end(end + 1, close) else { break };
                phrase.units.end = next;
                continue;
            }
            let joined = self.is_any_word(end, &[Word::And, Word::Or])
                && !(end + 1..close).any(|at| self.is_verb(at) && !self.has(at, Tags::GERUND));
            let modifies = self.is_any_word(end, &[Word::Who, Word::That, Word::Which])
                || self.has(end, Tags::PARTICIPLE | Tags::ED_FORM | Tags::GERUND)
                || self.is_adverb(end) && self.has(end + 1, Tags::PARTICIPLE | Tags::ED_FORM);
            if joined || modifies && !person {
                phrase.units.end = close;
            }
            break;
        }
    }

    /// `Brenk in a letter`: where a person spoke is no part of the person.
    fn drop_place_of_utterance(&self, phrase: &mut Phrase) {
        let place = phrase.head + 1;
        let dropped = self.units[phrase.head].names == Some(Kind::Person)
            && place < phrase.units.end
            && self.is_word(place, Word::In)
            && self.has(place + 1, Tags::DETERMINER | Tags::POSSESSIVE)
            && self
                .core_end(place + 1, phrase.units.end)
                .is_some_and(|end| self.has(end - 1, Tags::DOCUMENT_ROLE | Tags::NOUN_CUE));
        if dropped {
            phrase.units.end = place;
        }
    }

    /// `a majority of her crew`, `a group of pilots`: many, though the article says one.
    pub(super) fn counts_many(&self, subject: &Phrase) -> bool {
        self.looks_plural(subject.units.end - 1)
            && subject.units.clone().take(4).any(|at| self.is_word(at, Word::Of) || self.has(at, Tags::NUMERAL))
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
        for _ in 0..GROWTHS {
            let end = phrase.units.end;
            let longer = self.apposition_end(end, limit, &phrase);
            if longer <= end {
                break;
            }
            phrase.units.end = longer;
        }
        phrase
    }

    /// The end of one more apposition: `, 39, a cook at the inn, who came in May`.
    fn apposition_end(&self, comma: usize, limit: usize, phrase: &Phrase) -> usize {
        let first = comma + 1;
        // What follows another’s name in a relative clause tells of the other: `who advised Orla Brenk, the mayor`.
        let another = self.units[comma - 1].names == Some(Kind::Person)
            && (phrase.head..comma).any(|at| self.is_word(at, Word::Who));
        if !self.is_comma(comma) || first >= limit || another {
            return comma;
        }
        let opens = if self.is_word(first, Word::Who) {
            self.tells_who(first, phrase)
        } else {
            let nominal = self.has(first, Tags::DETERMINER | Tags::POSSESSIVE | Tags::ROLE | Tags::NUMERAL)
                || self.is_nominal(first) && self.quote(first).is_none();
            let other = self.has(first, Tags::GERUND | Tags::PREPOSITION | Tags::SUBORDINATOR | Tags::WH)
                || self.is_adverb(first)
                || self.is_time(first)
                || self.is_verb(first)
                || self.is_pronoun(first)
                || self.is_word(first + 1, Word::Than);
            nominal && !other
        };
        if !opens {
            return comma;
        }
        let stops = Kinds::COMMA | Kinds::QUOTE | Kinds::TERMINAL | Kinds::DASH;
        let end = self.find(first..limit.min(first + FAR), stops);
        let Some(end) = end else { return comma };
        // A clause of its own is no apposition: `, the ferry sailed`.
        let mut relative = false;
        for at in first..end {
            relative |= self.has(at, Tags::WH) || self.is_word(at, Word::That);
            let finite = self.is_verb(at) && !self.has(at, Tags::GERUND | Tags::PARTICIPLE | Tags::ED_FORM);
            if finite && !relative {
                return comma;
            }
        }
        end
    }
}
