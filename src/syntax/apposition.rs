//! Appositions: what stands between commas after a noun phrase and says who or what it is.

use super::grammar::ChunkKind;
use super::kinds::Kinds;
use super::noun_phrase::Phrase;
use super::units::Syntax;
use crate::gazetteer::Kind;
use crate::lexicon::{Morphology, PartSet, PersonCues, Word, WordClass};
use crate::text::Shape;

/// No apposition has more units: keeps every search linear.
const LONGEST_APPOSITION: usize = 60;

/// No noun phrase has more appositions: `Orla Brenk, 39, a cook at the inn, who came in May`.
const MOST_APPOSITIONS: usize = 4;

impl Syntax<'_, '_> {
    /// What stands after the comma names its noun again.
    pub(crate) fn is_apposition(&self, first: usize, subject: &Phrase) -> bool {
        if self.is_any_word(first, &[Word::Who, Word::Whose]) {
            return self.tells_who(first, subject);
        }
        if self.is_any_word(first, &[Word::Which, Word::When, Word::However, Word::Though, Word::Too]) {
            return false;
        }
        if self.is_any_word(first, &[Word::Of, Word::At, Word::From, Word::Then, Word::Former, Word::Both]) {
            return true;
        }
        if self.has(first, Morphology::GERUND) {
            // `acting director`, `including Brenk`
            let mut nouns = (first + 1..first + 4).take_while(|&at| self.is_nominal(at));
            return self.has(first, WordClass::PREPOSITION) || nouns.any(|at| self.has(at, PersonCues::ROLE));
        }
        let determined = |at: usize| self.has(at, WordClass::DETERMINER | WordClass::POSSESSIVE);
        // `also a pilot`
        determined(first)
            || self.is_adverb(first) && determined(first + 1)
            || self.has(first, PersonCues::ROLE)
            || self.has(first, WordClass::NUMERAL)
            || !(self.has(first, WordClass::PREPOSITION | WordClass::SUBORDINATOR)
                || self.is_adverb(first)
                || self.is_time(first)
                || self.has(first, Morphology::PARTICIPLE | Morphology::ED_FORM)
                    && self.units[first].shape == Shape::Lower)
    }

    /// A relative clause tells who a person is where the whole name is given; else it tells what one did.
    fn tells_who(&self, pronoun: usize, subject: &Phrase) -> bool {
        let head = &self.units[subject.head];
        let whole = head.names.is_some() && (head.end() > head.first() + 1 || subject.units.start < subject.head);
        let verb = (pronoun + 1..self.sentence_of(pronoun).end).find(|&at| !self.is_adverb(at));
        whole && !verb.is_some_and(|verb| self.is_word(verb, Word::Said))
    }

    /// The phrase with all its appositions, before `limit`: `Orla Brenk, 39, a cook at the inn, who came in May`.
    pub(crate) fn with_appositions(&self, mut phrase: Phrase, limit: usize) -> Phrase {
        for _ in 0..MOST_APPOSITIONS {
            let end = self.apposition_end(&phrase, limit);
            if end == phrase.units.end {
                break;
            }
            phrase.units.end = end;
        }
        phrase
    }

    /// The name between marks after a noun phrase that ends here: `the agency’s spokesman, Rufus Tarn, said`.
    pub(crate) fn apposed_name(&self, end: usize, limit: usize) -> Option<usize> {
        let is_mark = |at: usize| self.is_comma(at) || self.is_dash(at) || self.ends_in_comma(at);
        // `the mayor, Dr. Rufus Tarn MBE, said`
        let chunk = &self.chunks[self.units.get(end + 1)?.chunk()];
        let name = chunk.head;
        let titled = (end + 1..name).all(|at| self.has(at, PersonCues::TITLE));
        let after = chunk.units.end;
        let closed = after >= limit || is_mark(after) || self.is_terminal(after);
        let somebody = matches!(self.units[name].names, Some(Kind::Person | Kind::Organization));
        (end < name && after <= limit && is_mark(end) && titled && closed && somebody).then_some(name)
    }

    /// The name that the noun phrase which begins here is in apposition to: `Jane Doe, a lawyer`, `Jane Doe, 54, a lawyer`.
    pub(crate) fn name_before_apposition(&self, start: usize) -> Option<usize> {
        let first = self.sentence_of(start).start;
        let comma = start.checked_sub(1).filter(|&comma| comma > first && self.is_comma(comma))?;
        if self.name(comma - 1).is_some() {
            return Some(comma - 1);
        }
        let age = comma >= first + 3 && self.is_comma(comma - 2) && self.is_nominal(comma - 1);
        age.then(|| comma - 3).filter(|&name| self.name(name).is_some())
    }

    /// Where the apposition after the phrase ends, before `limit`; the end of the phrase if there is none.
    pub(crate) fn apposition_end(&self, phrase: &Phrase, limit: usize) -> usize {
        let comma = phrase.units.end;
        let first = comma + 1;
        // What follows another’s name in a relative clause tells of the other: `who advised Orla Brenk, the mayor`.
        let another = self.units[comma - 1].names == Some(Kind::Person)
            && (phrase.head..comma).any(|at| self.is_word(at, Word::Who));
        if !self.is_comma(comma) || first >= limit || another {
            return comma;
        }
        // After its verb a subject has nothing between commas but what tells who it is: `said Brenk, who left`.
        if self.is_any_word(first, &[Word::Who, Word::Whose]) {
            let verb = (first + 1..limit).find(|&at| self.is_verb(at));
            return if verb.is_some_and(|verb| self.only_reports(verb)) {
                comma
            } else {
                self.end_of_apposition(first, limit)
            };
        }
        let kinds = [ChunkKind::Noun, ChunkKind::Preposition, ChunkKind::Adjective, ChunkKind::Adverb];
        let opens = self.chunk_kind(first).is_some_and(|kind| kinds.contains(&kind))
            && self.quote(first).is_none()
            && !self.units[first].part.is(PartSet::PERSONAL_PRONOUN)
            && self.is_apposition(first, phrase);
        // A clause of its own is no apposition: `, the ferry sailed`.
        let end = self.end_of_apposition(first, limit);
        if !opens || self.clause_with_subject_at(first, end).is_some() { comma } else { end }
    }

    /// `they closed the ferry, a move that angered many`: the narrator explains what was said.
    pub(crate) fn before_clause_apposition(&self, start: usize, end: usize) -> usize {
        let mut last = self.find_last(start + 1..end, Kinds::COMMA | Kinds::QUOTE);
        while let Some(quote) = last.filter(|&at| !self.is_comma(at) && !self.ends_in_comma(at)) {
            last = self.find_last(start + 1..quote, Kinds::COMMA | Kinds::QUOTE);
        }
        let Some(comma) = last else { return end };
        let first = comma + 1;
        // `, a move that …`, `, remarks that …`
        let named_anew = self.is_any_word(first, &[Word::A, Word::An])
            || self.looks_plural(first)
                && self.units[first].shape == Shape::Lower
                && self.is_word(first + 1, Word::That);
        if !named_anew || self.quotes_any(first..end) {
            return end;
        }
        // `a thief, a liar and a cheat`, `time, money, a plan`: a list goes on.
        let listed = (first..end).any(|at| self.is_any_word(at, &[Word::And, Word::Or]))
            || (comma.saturating_sub(3).max(start)..comma).any(|at| self.is_comma(at));
        if listed {
            return end;
        }
        // `in 2016, a month after they bought it` is a part of the clause.
        let explains = |phrase: &Phrase| !self.is_time(phrase.head);
        let Some(phrase) = self.phrase_starting_at(first, end).filter(explains) else { return end };
        let told = (start..comma).any(|at| self.is_finite(at));
        let relative = (phrase.units.end..end)
            .find(|&at| {
                self.is_word(at, Word::That)
                    || self.has(at, WordClass::WH)
                    // `a move the mayor regrets`
                    || at == phrase.units.end && self.clause_begins_at(at, end)
            })
            .unwrap_or(end);
        let alone = !(phrase.units.end..relative).any(|at| self.is_finite(at));
        if told && alone { if self.is_comma(comma) { comma } else { first } } else { end }
    }

    fn end_of_apposition(&self, first: usize, limit: usize) -> usize {
        let stops = Kinds::COMMA | Kinds::QUOTE | Kinds::TERMINAL | Kinds::DASH;
        let limit = limit.min(first + LONGEST_APPOSITION);
        let mut from = first;
        // `who was wearing a “Save the Ferry” hat`
        while let Some(stop) = self.find(from..limit, stops) {
            if !self.is_any(stop, Kinds::FITTED) {
                return stop;
            }
            from = stop + 1;
        }
        limit
    }
}
