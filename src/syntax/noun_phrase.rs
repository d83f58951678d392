//! Whole noun phrases, asked of chunks and clauses: the subject of a verb with all that belongs to it.

use std::ops::Range;

use super::constituents::{Clause, SubjectOrder};
use super::grammar::ChunkKind;
use super::phrase::Phrase;
use super::units::Syntax;
use crate::gazetteer::Kind;
use crate::lexicon::{Frames, Lexicon, Part, PartSet, Tags};

/// The subject of a finite verb: the noun phrase, and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Subject {
    pub(crate) phrase: Phrase,
    pub(crate) order: SubjectOrder,
    /// A comma or a dash stands between it and its verb.
    pub(crate) parted: bool,
}

impl Syntax<'_, '_> {
    /// The clause that is built on this verb.
    pub(crate) fn clause_of(&self, verb: usize) -> Option<&Clause> {
        let chunk = self.units.get(verb)?.chunk();
        // Clauses come in the order in which they begin; a verb is rarely far from where its clause does.
        let sentence = self.units[verb].sentence();
        let first = self.clauses.partition_point(|clause| self.sentence_at(clause) < sentence);
        let same = self.clauses[first..].iter().take_while(|clause| self.sentence_at(clause) == sentence);
        same.into_iter().find(|clause| clause.verb == Some(chunk))
    }

    /// A verb that takes a clause or a quotation: `say`, but not `praise`.
    pub(crate) fn takes_clause(&self, verb: usize) -> bool {
        let Some(unit) = self.units.get(verb).filter(|unit| unit.tags.contains(Tags::CUE)) else { return false };
        let lexicon = Lexicon::bundled();
        let cues = lexicon.known(self.text.tokens[unit.first()].entry).verb.map_or(&[][..], |verb| lexicon.cues(verb));
        cues.iter()
            .any(|cue| cue.particle.is_empty() && cue.frames.intersects(Frames::QUOTE | Frames::CLAUSE | Frames::BARE))
    }

    /// The noun phrase is the object of a participle, or of a preposition after one: `a source speaking to the paper`.
    pub(crate) fn is_of_participle(&self, phrase: &Phrase) -> bool {
        let first = self.units[phrase.units.start].chunk();
        let kind = |back: usize| {
            let chunk = first.checked_sub(back).map(|at| &self.chunks[at]);
            let same = |unit: usize| self.units[unit].sentence() == self.units[phrase.units.start].sentence();
            chunk.filter(|chunk| same(chunk.head)).map(|chunk| chunk.kind)
        };
        self.chunks[first].units.start == phrase.units.start
            && (kind(1) == Some(ChunkKind::Participle)
                || kind(1) == Some(ChunkKind::Preposition) && kind(2) == Some(ChunkKind::Participle))
    }

    /// `nor did she say`: an auxiliary and the subject stand before the base form.
    pub(crate) fn is_asked(&self, verb: usize) -> bool {
        let Some(unit) = self.units.get(verb).filter(|unit| unit.part.is(PartSet::BASE)) else { return false };
        let chunk = unit.chunk();
        let auxiliary = PartSet::DO.or(PartSet::of(&[Part::Modal]));
        chunk >= 2
            && self.chunks[chunk - 1].kind == ChunkKind::Noun
            && self.chunks[chunk - 2].kind == ChunkKind::Verb
            && self.units[self.chunks[chunk - 2].head].part.is(auxiliary)
            && self.units[self.chunks[chunk - 2].head].sentence() == unit.sentence()
    }

    fn sentence_at(&self, clause: &Clause) -> usize {
        self.units.get(clause.units.start).map_or(usize::MAX, |unit| unit.sentence())
    }

    /// The verb group that this noun is the subject of.
    pub(crate) fn predicate_of(&self, noun: usize) -> Option<Range<usize>> {
        let unit = self.units.get(noun)?;
        let chunk = unit.chunk();
        let first = self.clauses.partition_point(|clause| self.sentence_at(clause) < unit.sentence());
        let same = self.clauses[first..].iter().take_while(|clause| self.sentence_at(clause) == unit.sentence());
        let clause = same.into_iter().find(|clause| clause.subject == Some(chunk))?;
        let group = self.chunks[clause.verb?].units.clone();
        let verb = group.clone().find(|&unit| self.units[unit].part.is(PartSet::VERB)).unwrap_or(group.start);
        // `the mast would hold never faded`, but `the rents were high` `was a first`, and `was ill` `came`
        let predicative = group.start > 0 && self.units[group.start - 1].part.is(PartSet::BE);
        let auxiliary = self.units[verb].part.is(PartSet::BE.or(PartSet::HAVE).or(PartSet::DO))
            || self.units[verb].part == Part::Modal;
        Some(if auxiliary || predicative { verb } else { group.start }..group.end)
    }

    /// The subject of a finite verb, with its appositions and complements up to the verb.
    pub(crate) fn subject_of(&self, verb: usize) -> Option<Subject> {
        let clause = self.clause_of(verb)?;
        let chunk = clause.subject?;
        let group = self.chunks[clause.verb?].units.clone();
        let mut phrase = self.noun_phrase(chunk);
        let mut parted = false;
        if clause.order == SubjectOrder::Before {
            let mut end = group.start;
            while end > phrase.units.end && (self.is_comma(end - 1) || self.is_dash(end - 1) || self.is_adverb(end - 1))
            {
                end -= 1;
            }
            parted = (phrase.units.end..group.start).any(|at| self.is_comma(at) || self.is_dash(at));
            // `the agency’s spokesman, Rufus Tarn, said`: the name in apposition is the head.
            let comma = phrase.units.end;
            let named = self.is_comma(comma) && self.units[comma + 1].names == Some(Kind::Person) && comma + 2 == end;
            if named && self.name(phrase.head).is_none() {
                phrase.head = comma + 1;
            }
            if self.chunks[chunk].kind != ChunkKind::Relative {
                phrase.units.end = end;
            }
        }
        Some(Subject { phrase, order: clause.order, parted })
    }

    /// The noun phrase of a chunk with the owners before it: `the mayor` `’s wife`.
    fn noun_phrase(&self, chunk: usize) -> Phrase {
        let mut first = chunk;
        while first > 0
            && self.units[self.chunks[first].units.start].part == Part::PossessiveClitic
            && self.chunks[first - 1].kind == ChunkKind::Noun
        {
            first -= 1;
        }
        Phrase { units: self.chunks[first].units.start..self.chunks[chunk].units.end, head: self.chunks[chunk].head }
    }
}
