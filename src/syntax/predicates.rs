//! What a unit is: predicates that rules ask of one unit or of its neighbors.

use std::ops::Range;

use super::constituents::Chunk;
use super::grammar::ChunkKind;
use super::kinds::Kinds;
use super::units::{Syntax, Unit};
use crate::gazetteer::Kind;
use crate::lexicon::{Morphology, Part, PartSet, PersonCues, Word, WordClass};
use crate::text::{Shape, TokenKind};

/// What stands for somebody or something.
const PRONOUN: PartSet = PartSet::of(&[Part::SubjectPronoun, Part::Pronoun, Part::IndefinitePronoun, Part::WhPronoun]);

/// What a noun phrase is made of besides its determiner.
pub(super) const NOMINAL: PartSet =
    PartSet::NOUN.or(PartSet::ADJECTIVE).or(PartSet::of(&[Part::Number, Part::Participle, Part::Gerund]));

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

    #[inline]
    pub(crate) fn is_pronoun(&self, unit: usize) -> bool {
        self.units.get(unit).is_some_and(|known| known.part.is(PRONOUN))
    }

    #[inline]
    pub(crate) fn is_adverb(&self, unit: usize) -> bool {
        // `chanted back at him`
        let particle = |known: &Unit| known.part == Part::Particle && !known.tags.has(WordClass::PREPOSITION);
        self.units.get(unit).is_some_and(|known| known.part.is(PartSet::ADVERB) || particle(known))
    }

    /// A noun, an adjective, a name, a figure: anything that a noun phrase is made of besides its determiner.
    #[inline]
    pub(crate) fn is_nominal(&self, unit: usize) -> bool {
        self.units.get(unit).is_some_and(|known| known.part.is(NOMINAL) || known.kinds.contains(Kinds::FITTED))
    }

    /// A preposition that ties a second noun phrase to the first: an analyst *at* the institute.
    #[inline]
    pub(crate) fn attaches(&self, unit: usize) -> bool {
        self.is_any(unit, Kinds::ATTACHES)
    }

    pub(crate) fn chunk_of(&self, unit: usize) -> Option<&Chunk> {
        self.units.get(unit).map(|known| &self.chunks[known.chunk()])
    }

    /// What the chunk of a unit is.
    pub(crate) fn chunk_kind(&self, unit: usize) -> Option<ChunkKind> {
        self.chunk_of(unit).map(|chunk| chunk.kind)
    }

    /// The sentence has more units than this one.
    pub(crate) fn goes_on_after(&self, unit: usize) -> bool {
        self.units.get(unit + 1).is_some_and(|next| next.sentence() == self.units[unit].sentence())
    }

    /// What a noun phrase may hold: nominals, determiners, possessors, prepositions, hyphens.
    fn belongs_to_phrase(&self, unit: usize) -> bool {
        self.quote(unit).is_none()
            && !self.has(unit, Morphology::GERUND)
            && !self.is_verb(unit)
            && (self.is_nominal(unit)
                || self.is(unit, TokenKind::Hyphen)
                || self.is_possessive(unit)
                || self.has(unit, WordClass::DETERMINER | WordClass::POSSESSIVE | WordClass::PREPOSITION)
                    && !self.has(unit, WordClass::CONJUNCTION | WordClass::SUBORDINATOR | WordClass::WH))
    }

    /// All of these units, between a quotation and the one who speaks, are about him: not when or where he spoke.
    pub(crate) fn lead_to_speaker(&self, mut units: Range<usize>) -> bool {
        // `another friend, Orla Brenk told them`
        if units.len() > 1 && self.is_comma(units.end - 1) && self.has(units.end - 2, PersonCues::PERSON_ROLE) {
            units.end -= 1;
        }
        !self.has(units.start, WordClass::PREPOSITION)
            && !self.is_time(units.start)
            && units.all(|unit| self.belongs_to_phrase(unit))
    }

    /// `the 54-year-old`
    pub(crate) fn is_aged(&self, noun: usize) -> bool {
        self.is_word(noun, Word::Old) && noun >= 2 && self.is_word(noun - 2, Word::Year)
    }

    /// `the mother of three`, `the father-of-two`: the noun of a phrase with this head that says how many children one has.
    pub(crate) fn counted_parent(&self, head: usize) -> Option<usize> {
        const PARENT: PersonCues = PersonCues::MALE.union(PersonCues::FEMALE);
        let number = |at: usize| {
            self.units.get(at).is_some_and(|unit| unit.part == Part::Number)
                && !(self.is_word(at, Word::One) || self.is_nominal(at + 1) || self.is_word(at + 1, Word::Of))
        };
        let is_parent = |at: usize| self.has(at, PersonCues::PERSON_ROLE) && self.has(at, PARENT);
        if is_parent(head) && self.is_word(head + 1, Word::Of) && number(head + 2) {
            return Some(head);
        }
        let hyphen = |at: usize| self.is(at, TokenKind::Hyphen);
        let parent = head.checked_sub(4)?;
        let joined = hyphen(head - 1) && self.is_word(head - 2, Word::Of) && hyphen(head - 3);
        (joined && number(head) && is_parent(parent)).then_some(parent)
    }

    #[inline]
    pub(crate) fn is_time(&self, unit: usize) -> bool {
        self.has(unit, WordClass::TIME | WordClass::DAY | WordClass::MONTH)
    }

    /// The end of the noun phrase that begins here and says when: `late last month`, `Monday`.
    pub(crate) fn time_end(&self, unit: usize) -> Option<usize> {
        let chunk = self.chunk_of(unit).filter(|chunk| chunk.units.start == unit && self.is_time(chunk.head));
        let whole = chunk.filter(|chunk| chunk.kind == ChunkKind::Noun).map(|chunk| chunk.units.end);
        whole.or_else(|| self.is_time(unit).then_some(unit + 1))
    }

    /// A word that is a verb here and not a noun or an adjective, by its form and its neighbours.
    #[inline]
    pub(crate) fn is_verb(&self, unit: usize) -> bool {
        self.is_any(unit, Kinds::VERB)
    }

    /// `at first nobody came`, but not `at first light`, `at last year’s fair`.
    pub(crate) fn is_at_first(&self, unit: usize) -> bool {
        let phrase = PartSet::NOUN.or(PartSet::ADJECTIVE).or(PartSet::of(&[Part::Number, Part::Hyphen]));
        self.is_word(unit, Word::At)
            && self.is_any_word(unit + 1, &[Word::First, Word::Last, Word::Times])
            && self.units.get(unit + 2).is_none_or(|next| !next.part.is(phrase) || next.names.is_some())
    }

    /// A verb in the past tense.
    pub(crate) fn is_past(&self, unit: usize) -> bool {
        self.is_verb(unit) && self.units[unit].part.is(PartSet::PAST)
    }

    /// A verb with tense, or one that commands.
    #[inline]
    pub(crate) fn is_finite(&self, unit: usize) -> bool {
        self.is_verb(unit) && self.units[unit].part.is(PartSet::FINITE)
    }

    #[inline]
    pub(crate) fn is_possessive(&self, unit: usize) -> bool {
        self.is_any(unit, Kinds::POSSESSIVE)
    }

    #[inline]
    pub(crate) fn looks_plural(&self, unit: usize) -> bool {
        self.units.get(unit).is_some_and(|known| {
            known.tags.has(Morphology::PLURAL | Morphology::S_FORM) | known.kinds.contains(Kinds::PLURAL)
        })
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

    /// `to` with a verb: a known one, or a word that an object follows as it follows no noun.
    pub(crate) fn infinitive_begins(&self, at: usize) -> bool {
        self.is_word(at, Word::To)
            && self.goes_on_after(at)
            && (self.has(at + 1, Morphology::BASE)
                || self.has(at + 1, WordClass::AUXILIARY)
                || self.is_bare_word(at + 1)
                    && self.goes_on_after(at + 1)
                    && self.has(at + 2, WordClass::DETERMINER | WordClass::POSSESSIVE))
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
                && !(known.tags.has(WordClass::FUNCTION | WordClass::TIME)
                    || known.tags.has(PersonCues::ROLE)
                    || known.tags.has(Morphology::PLURAL | Morphology::S_FORM))
        })
    }
}
