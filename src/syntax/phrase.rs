//! Noun phrases, found by walking from a verb towards its subject, without a parser.

use std::ops::Range;

use super::kinds::Kinds;
use super::units::Syntax;
use crate::gazetteer::Kind;
use crate::lexicon::{PartSet, Tags, Word};
use crate::text::{Shape, TokenKind};

/// A noun phrase: its units, and the unit that says what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    pub(crate) units: Range<usize>,
    pub(crate) head: usize,
}

/// No noun phrase of news is longer; the bound keeps every walk, and so the whole extraction, linear.
const LONGEST: usize = 40;

/// Words for an uncertain number that stand for a noun too: `many said`, `some of the crew`.
const SOME: &[Word] = &[Word::Many, Word::Most, Word::Some, Word::Few, Word::All];

impl Syntax<'_, '_> {
    #[inline]
    pub(crate) fn is_comma(&self, unit: usize) -> bool {
        self.is(unit, TokenKind::Comma)
    }

    #[inline]
    pub(crate) fn is_dash(&self, unit: usize) -> bool {
        self.is(unit, TokenKind::Dash)
    }

    #[inline]
    pub(crate) fn is_clitic(&self, unit: usize) -> bool {
        self.is(unit, TokenKind::Clitic)
    }

    pub(crate) fn is_hyphen(&self, unit: usize) -> bool {
        self.is_any(unit, Kinds::HYPHEN | Kinds::SLASH)
    }

    #[inline]
    pub(crate) fn is_pronoun(&self, unit: usize) -> bool {
        self.is_any(unit, Kinds::PRONOUN)
    }

    #[inline]
    pub(crate) fn is_adverb(&self, unit: usize) -> bool {
        self.is_any(unit, Kinds::ADVERB)
    }

    /// A noun, an adjective, a name, a figure: anything that a noun phrase is made of besides its determiner.
    #[inline]
    pub(crate) fn is_nominal(&self, unit: usize) -> bool {
        self.is_any(unit, Kinds::NOMINAL)
    }

    /// A preposition that ties a second noun phrase to the first: an analyst *at* the institute.
    #[inline]
    pub(crate) fn attaches(&self, unit: usize) -> bool {
        self.is_any(unit, Kinds::ATTACHES)
    }

    /// The sentence has more units than this one.
    pub(crate) fn goes_on_after(&self, unit: usize) -> bool {
        self.units.get(unit + 1).is_some_and(|next| next.sentence() == self.units[unit].sentence())
    }

    pub(crate) fn nominal_follows(&self, unit: usize) -> bool {
        self.is_nominal(unit + 1) && self.goes_on_after(unit)
    }

    /// What a noun phrase may hold: nominals, determiners, possessors, prepositions, hyphens.
    fn belongs_to_phrase(&self, unit: usize) -> bool {
        self.quote(unit).is_none()
            && !self.has(unit, Tags::GERUND)
            && !self.is_verb(unit)
            && (self.is_nominal(unit)
                || self.is(unit, TokenKind::Hyphen)
                || self.is_possessive(unit)
                || self.has(unit, Tags::DETERMINER | Tags::POSSESSIVE | Tags::PREPOSITION)
                    && !self.has(unit, Tags::CONJUNCTION | Tags::SUBORDINATOR | Tags::WH))
    }

    /// All of these units, between a quotation and the one who speaks, are about him: not when or where he spoke.
    pub(crate) fn lead_to_speaker(&self, mut units: Range<usize>) -> bool {
        // `another friend, Orla Brenk told them`
        if units.len() > 1 && self.is_comma(units.end - 1) && self.has(units.end - 2, Tags::PERSON_ROLE) {
            units.end -= 1;
        }
        !self.has(units.start, Tags::PREPOSITION)
            && !self.is_time(units.start)
            && units.all(|unit| self.belongs_to_phrase(unit))
    }

    /// `the 54-year-old`
    pub(crate) fn is_aged(&self, noun: usize) -> bool {
        self.is_word(noun, Word::Old) && noun >= 2 && self.is_word(noun - 2, Word::Year)
    }

    #[inline]
    pub(crate) fn is_time(&self, unit: usize) -> bool {
        self.has(unit, Tags::TIME | Tags::DAY | Tags::MONTH)
    }

    /// A word that is a verb here and not a noun or an adjective, by its form and its neighbours.
    #[inline]
    pub(crate) fn is_verb(&self, unit: usize) -> bool {
        self.is_any(unit, Kinds::VERB)
    }

    /// A verb with tense, or one that commands.
    #[inline]
    pub(crate) fn is_finite(&self, unit: usize) -> bool {
        self.is_verb(unit) && self.units[unit].part.is(PartSet::FINITE)
    }

    /// `the deal`, `the majority`, `40 percent`: a word that counts other nouns, and stands here for itself.
    fn is_counted(&self, noun: usize) -> bool {
        let Some(before) = noun.checked_sub(1) else { return false };
        let article = [Word::The, Word::A, Word::An, Word::This, Word::That];
        let number = self.is(before, TokenKind::Number) || self.has(before, Tags::NUMERAL);
        self.has(noun, Tags::DETERMINER)
            && !self.has(noun, Tags::POSSESSIVE)
            && (self.is_any_word(before, &article) || number && self.is_word(noun, Word::Percent))
    }

    #[inline]
    pub(crate) fn is_possessive(&self, unit: usize) -> bool {
        self.is_any(unit, Kinds::POSSESSIVE)
    }

    #[inline]
    pub(crate) fn looks_plural(&self, unit: usize) -> bool {
        self.units.get(unit).is_some_and(|known| {
            known.tags.intersects(Tags::PLURAL | Tags::S_FORM) | known.kinds.contains(Kinds::PLURAL)
        })
    }

    /// The unit before, adverbs passed over, in the same sentence.
    pub(crate) fn before_adverbs(&self, unit: usize) -> Option<usize> {
        // Hardly ever does an adverb stand there.
        if let Some([before, known]) = unit.checked_sub(1).and_then(|before| self.units.get(before..=unit))
            && before.sentence() == known.sentence()
            && !self.is_adverb(unit - 1)
        {
            return Some(unit - 1);
        }
        let start = self.sentence_of(unit).start.max(unit.saturating_sub(LONGEST));
        let mut at = unit;
        while at > start {
            at -= 1;
            // `both sides`
            if !self.is_adverb(at) || self.has(at, Tags::DETERMINER) && at + 1 == unit {
                return Some(at);
            }
        }
        None
    }

    /// The first unit from `unit` on that is no adverb.
    pub(crate) fn after_adverbs(&self, unit: usize, limit: usize) -> usize {
        (unit..limit).find(|&at| !self.is_adverb(at)).unwrap_or(limit)
    }

    /// Behind `, Ohio,` where the place before the first comma lies in it; else `comma` itself.
    pub(crate) fn after_outer_place(&self, comma: usize, limit: usize) -> usize {
        let place = |at: usize| self.units.get(at).is_some_and(|known| known.names == Some(Kind::Place));
        let capital = |at: usize| self.units.get(at).is_some_and(|known| known.shape == Shape::Capital);
        let inner = comma.checked_sub(1).is_some_and(|inner| place(inner) || capital(inner));
        let lies = inner && self.is_comma(comma) && place(comma + 1) && self.is_comma(comma + 2);
        if lies && comma + 3 < limit { comma + 3 } else { comma }
    }

    /// The noun phrase whose last unit is `last`.
    pub(crate) fn phrase_ending_at(&self, last: usize) -> Option<Phrase> {
        // `one of them`, `many of us`
        if self.is_any_word(last, &[Word::Them, Word::Us, Word::You])
            && last >= 2
            && self.is_word(last - 1, Word::Of)
            && (self.has(last - 2, Tags::DETERMINER | Tags::NUMERAL) || self.is_word(last - 2, Word::One))
            && !self.has(last - 2, Tags::NEGATION)
            && !last.checked_sub(3).is_some_and(|before| self.has(before, Tags::NEGATION))
            && self.sentence_of(last).start <= last - 2
        {
            return Some(Phrase { units: last - 2..last + 1, head: last - 2 });
        }
        let floor = self.sentence_of(last).start.max(last.saturating_sub(LONGEST));
        if self.is_pronoun(last) {
            // `two others`, `some others`
            let before = last.checked_sub(1).filter(|&at| at >= floor && self.is_word(last, Word::Others));
            let counted = before.filter(|&at| self.has(at, Tags::NUMERAL | Tags::DETERMINER));
            return Some(Phrase { units: counted.unwrap_or(last)..last + 1, head: last });
        }
        let mut end = last;
        if self.is(last, TokenKind::CloseBracket) {
            // `Jane Doe (D-Ore.)`: the bracket belongs to the phrase, the head stands before it.
            let open = (floor..last).rev().find(|&at| self.is(at, TokenKind::OpenBracket))?;
            end = open.checked_sub(1).filter(|&before| before >= floor)?;
        }
        if !self.is_nominal(end) && !self.has(end, Tags::DETERMINER) || self.is_verb(end) && self.name(end).is_none() {
            return None;
        }
        let mut start = end;
        let mut head = end;
        while start > floor {
            let at = start - 1;
            // `said that Trump had`, `what Trump said`: no determiner stands before a name or a plural.
            if self.is_any_word(at, &[Word::That, Word::What, Word::Which])
                && (self.name(start).is_some()
                    || self.looks_plural(end)
                    || self.units[start].part.is(PartSet::PROPER_NOUN))
            {
                break;
            }
            if self.has(at, Tags::DETERMINER | Tags::POSSESSIVE) {
                start = at;
                // `Harbor Majority Leader`
                if at > floor && self.units[at].shape == Shape::Capital && self.name(at - 1).is_some() {
                    start = at - 1;
                    continue;
                }
                // `all of the senators`, `all the president’s men`.
                if at > floor && self.is_any_word(at - 1, &[Word::All, Word::Both, Word::Half]) {
                    start = at - 1;
                }
                if start > floor + 1
                    && self.is_word(start - 1, Word::Of)
                    && (self.is_nominal(start - 2) || self.has(start - 2, Tags::DETERMINER))
                    && !self.is_verb(start - 2)
                {
                    start -= 2;
                    head = start;
                    if self.has(start, Tags::DETERMINER) {
                        break;
                    }
                    continue;
                }
                if let Some(before) = self.attached(start, floor) {
                    start = before;
                    head = before;
                    continue;
                }
                break;
            }
            if self.is_hyphen(at) && at > floor {
                start = at - 1;
                continue;
            }
            if self.is_possessive(at) || self.is_plural_possessive(at) {
                start = at;
                continue;
            }
            // `Doctors treating Brenk`: she is not the one that speaks.
            let treated = self.has(at, Tags::GERUND)
                && self.units[at].shape == Shape::Lower
                && at > floor
                && self.units[start].names == Some(Kind::Person)
                && self.is_nominal(at - 1)
                && (self.looks_plural(at - 1) || self.has(at - 1, Tags::PERSON_ROLE));
            if treated {
                start = at - 1;
                head = at - 1;
                continue;
            }
            if self.is_nominal(at) {
                // A new phrase begins after a time: `on Saturday Trump`.
                if self.is_time(at) && (self.name(start).is_some() || self.is_pronoun(start)) {
                    break;
                }
                // `self-described`, `the newly elected mayor`
                let modifies = self.is_hyphen(at.wrapping_sub(1))
                    || self.has(at, Tags::PARTICIPLE | Tags::ED_FORM)
                        && self.is_adverb(at.wrapping_sub(1))
                        && (self.has(at.wrapping_sub(2), Tags::DETERMINER | Tags::POSSESSIVE)
                            || self.is_possessive(at.wrapping_sub(2)));
                let described = self.is_adverb(at)
                    && self.has(start, Tags::PARTICIPLE | Tags::ED_FORM)
                    && (self.has(at.wrapping_sub(1), Tags::DETERMINER | Tags::POSSESSIVE)
                        || self.is_possessive(at.wrapping_sub(1)));
                if self.is_verb(at) && !modifies
                    || self.is_adverb(at) && !described && !self.is_nominal_modifier(at) && !self.has(at, Tags::NUMERAL)
                {
                    break;
                }
                start = at;
                continue;
            }
            if self.is_any_word(at, &[Word::And, Word::Or]) && at > floor && self.coordinates(at, start) {
                // Of two who are named the first speaks for both.
                if self.name(start).is_some() && head == start {
                    head = at - 1;
                }
                start = at - 1;
                continue;
            }
            if let Some(before) = self.attached(start, floor) {
                if !self.is_office_of(before, end) {
                    head = before;
                }
                start = before;
                continue;
            }
            break;
        }
        // `a majority of her crew`, `the most careful pilot`
        let article = start.checked_sub(1).filter(|&at| at >= floor && !self.is_pronoun(start));
        if let Some(article) = article.filter(|&at| self.is_any_word(at, &[Word::A, Word::An, Word::The])) {
            start = article;
        }
        if self.has(head, Tags::PREPOSITION) || start > end {
            return None;
        }
        Some(Phrase { units: start..last + 1, head })
    }

    /// The noun before the preposition that ties the phrase starting at `start` to it.
    fn attached(&self, start: usize, floor: usize) -> Option<usize> {
        let preposition = start.checked_sub(1).filter(|&at| at > floor)?;
        if !self.attaches(preposition) {
            return None;
        }
        let before = preposition - 1;
        // `people close to Brenk`
        let near = self.is_word(before, Word::Close)
            && self.is_word(preposition, Word::To)
            && before.checked_sub(1).is_some_and(|noun| noun >= floor && self.is_nominal(noun) && !self.is_verb(noun));
        if near {
            return Some(before - 1);
        }
        let noun = self.is_nominal(before) && !self.is_verb(before) && !self.is_adverb(before) && !self.is_time(before);
        let some = self.has(before, Tags::DETERMINER) && self.is_word(preposition, Word::Of);
        (noun || some).then_some(before)
    }

    /// `Secretary of State Jane Doe`: the office stands before the name as a title does.
    fn is_office_of(&self, noun: usize, name: usize) -> bool {
        let office = self.units[noun].shape == Shape::Capital && self.has(noun, Tags::TITLE | Tags::PERSON_ROLE);
        let person = self.units[name].names == Some(Kind::Person);
        let title = name.checked_sub(1).filter(|&before| !self.has(before, Tags::TITLE | Tags::PERSON_ROLE));
        office && person && title.is_some_and(|before| self.is_nominal(before))
    }

    fn is_nominal_modifier(&self, unit: usize) -> bool {
        self.is_any_word(
            unit,
            &[
                Word::Then,
                Word::Former,
                Word::Only,
                Word::Even,
                Word::Very,
                Word::Most,
                Word::Early,
                Word::Daily,
                Word::Family,
                Word::Likely,
                Word::Top,
                Word::Once,
            ],
        )
    }

    /// `Senators’ aides`: the mark after the plural did not close a quotation.
    pub(crate) fn is_plural_possessive(&self, unit: usize) -> bool {
        self.units.get(unit).is_some_and(|known| {
            known.kinds.contains(Kinds::MARK)
                && unit > 0
                && self.word(unit - 1).ends_with('s')
                && !self.text.tokens[known.first()].spaced
        })
    }

    /// Whether `and` joins two nouns here, not two clauses.
    fn coordinates(&self, and: usize, right: usize) -> bool {
        let left = and - 1;
        if self.is_verb(left) || !self.is_nominal(left) || self.is_time(left) {
            return false;
        }
        match (self.name(left).is_some(), self.name(right).is_some()) {
            (true, true) => true,
            (false, false) => {
                (self.has(left, Tags::ROLE) || self.looks_plural(left)) && !self.has(right, Tags::DETERMINER)
            }
            _ => false,
        }
    }

    /// The noun phrase that begins at `first`, prepositional phrases included.
    pub(crate) fn phrase_starting_at(&self, first: usize, limit: usize) -> Option<Phrase> {
        if first >= limit {
            return None;
        }
        let limit = limit.min(first + LONGEST);
        // `which Brenk thinks`: the pronoun opens a clause that has another subject.
        let opens = self.units[first].part.is(PartSet::WH);
        let first = if opens && first + 1 < limit && self.units[first + 1].part.is(PartSet::PROPER_NOUN) {
            first + 1
        } else {
            first
        };
        // `both` stands alone, `both sides` does not.
        let determines = self.is_any_word(first, &[Word::Both, Word::Neither]) && self.is_nominal(first + 1);
        if self.is_pronoun(first) && !determines {
            return Some(Phrase { units: first..first + 1, head: first });
        }
        let core = self.core_end(first, limit)?;
        let mut end = core;
        while end + 1 < limit && self.attaches(end) && !self.is_time(end + 1) {
            // `Brenk as the crowd left`
            if self.infinitive_begins(end) || self.is_word(end, Word::As) && self.clause_follows(end + 1, limit) {
                break;
            }
            match self.core_end(end + 1, limit) {
                Some(next) if !self.has(end + 1, Tags::GERUND) => end = next,
                _ => break,
            }
        }
        Some(Phrase { units: first..end, head: core - 1 })
    }

    /// A subject right before its finite verb.
    pub(crate) fn clause_follows(&self, at: usize, limit: usize) -> bool {
        let subject = if self.is_pronoun(at) { Some(at + 1) } else { self.core_end(at, limit) };
        let finite = |verb: usize| verb < limit && self.is_verb(verb) && !self.has(verb, Tags::GERUND);
        subject.is_some_and(|end| finite(end) || finite(self.after_adverbs(end, limit)))
    }

    /// `to` with a verb: a known one, or a word that an object follows as it follows no noun.
    pub(crate) fn infinitive_begins(&self, at: usize) -> bool {
        self.is_word(at, Word::To)
            && self.goes_on_after(at)
            && (self.has(at + 1, Tags::BASE | Tags::AUXILIARY)
                || self.is_bare_word(at + 1)
                    && self.goes_on_after(at + 1)
                    && self.has(at + 2, Tags::DETERMINER | Tags::POSSESSIVE))
    }

    /// The same where an infinitive is awaited: any word that shows itself as nothing else, and `to at least try`.
    pub(crate) fn infinitive_may_begin(&self, at: usize) -> bool {
        self.infinitive_begins(at)
            || self.is_word(at, Word::To)
                && self.goes_on_after(at)
                && (self.is_bare_word(at + 1) || self.is_adverb(at + 1))
    }

    /// A word in lower case that may be a verb that no list has.
    fn is_bare_word(&self, unit: usize) -> bool {
        self.units.get(unit).is_some_and(|known| {
            known.is_word()
                && known.shape == Shape::Lower
                && !known.tags.intersects(Tags::FUNCTION | Tags::ROLE | Tags::TIME | Tags::PLURAL | Tags::S_FORM)
        })
    }

    /// The end of a noun phrase without what is tied to it.
    pub(crate) fn core_end(&self, first: usize, limit: usize) -> Option<usize> {
        let mut end = first;
        while end < limit && self.has(end, Tags::DETERMINER | Tags::POSSESSIVE) {
            end += 1;
        }
        let nouns = end;
        while end < limit {
            if self.is_nominal(end) {
                if end > nouns
                    && (self.is_verb(end) || self.is_time(end) || self.is_adverb(end))
                    && !self.is_hyphen(end - 1)
                {
                    break;
                }
                // Behind a name a new word in lower case is no part of the phrase.
                if end > nouns
                    && self.name(end - 1).is_some()
                    && self.name(end).is_none()
                    && self.units[end].shape == Shape::Lower
                    && !self.has(end, Tags::ROLE)
                {
                    break;
                }
                end += 1;
            } else if end > nouns && (self.is_clitic(end) || self.is_hyphen(end) || self.is_plural_possessive(end)) {
                end += 1;
            } else if end > nouns && self.is(end, TokenKind::OpenBracket) {
                let close = (end..limit.min(end + 8)).find(|&at| self.is(at, TokenKind::CloseBracket))?;
                end = close + 1;
                break;
            } else if end > nouns && self.is_word(end, Word::And) && end + 1 < limit && self.coordinates(end, end + 1) {
                end += 1;
            } else {
                break;
            }
        }
        let some = nouns == first + 1
            && self.is_any_word(first, SOME)
            && (self.is_word(nouns, Word::Of) || self.has(nouns, Tags::AUXILIARY | Tags::MODAL));
        let counted = end == nouns && (some || nouns > first + 1 && self.is_counted(nouns - 1));
        (end > nouns || counted).then_some(end)
    }
}
