//! The verb of the main clause, where its form is that of a participle or a base form as well.
//!
//! The tagger sees a word or two: `the mayor said by telephone` looks like `a word said by chance`. Chunks show how many
//! clauses a sentence opens, and one verb more is needed than clauses are opened by a word.

use std::ops::Range;

use super::constituents::Chunk;
use super::grammar::ChunkKind;
use super::units::Syntax;
use crate::lexicon::{Lexicon, Part, PartSet, Word, WordClass};

/// Endings that a word of no list has in all past forms.
const PAST_ENDING: &str = "ed";

impl Syntax<'_, '_> {
    /// Settles the main verb of every sentence that lacks one.
    pub(crate) fn settle_main_verbs(&mut self) {
        let mut start = 0;
        let mut parted = Vec::new();
        for sentence in 0..self.sentences.len() {
            let end = self.sentences[sentence].end;
            let length = self.chunks[start..].iter().take_while(|chunk| chunk.units.start < end).count();
            // A semicolon and a colon part sentences too.
            let mut first = start;
            for at in start..start + length {
                if self.chunks[at].kind == ChunkKind::Stop || at + 1 == start + length {
                    let sentence = first..at + 1;
                    let reported = self.before_report(sentence.clone()).unwrap_or(sentence);
                    parted.extend(self.settle_main_verb(reported));
                    first = at + 1;
                }
            }
            start += length;
        }
        for group in parted.into_iter().rev() {
            self.part_group(group);
        }
    }

    /// `A bridge weakened by rain fell on Monday, officials said.`: what stands before the report is a sentence of its own.
    fn before_report(&self, sentence: Range<usize>) -> Option<Range<usize>> {
        let verb = sentence.clone().rfind(|&at| self.chunks[at].kind == ChunkKind::Verb)?;
        let comma = verb.checked_sub(2).filter(|comma| sentence.contains(comma))?;
        let reports = self.chunks[comma].kind == ChunkKind::Comma
            && self.chunks[comma + 1].kind == ChunkKind::Noun
            && self.takes_bare_clause(self.chunks[verb].head);
        reports.then_some(sentence.start..comma + 1)
    }

    /// Settles the verb of one sentence, if it lacks one. Where that is the last word of another verb's group, says which
    /// group is to be [parted](Self::part_group).
    fn settle_main_verb(&mut self, chunks: Range<usize>) -> Option<usize> {
        if !self.lacks_verb(chunks.clone()) {
            return None;
        }
        let Some((chunk, part)) = self.likely_verb(chunks.clone()) else {
            return chunks.clone().find(|&at| at + 1 < chunks.end && self.holds_two_verbs(at));
        };
        let head = self.chunks[chunk].head;
        self.units[head].part = part;
        self.chunks[chunk].kind = ChunkKind::Verb;
        None
    }

    /// `that the rent was [fair convinced] nobody`: what looks like an adverb inside the group is an adjective after its verb.
    fn holds_two_verbs(&self, group: usize) -> bool {
        let units = &self.chunks[group].units;
        let [first, between, last] = [units.start, units.start + 1, units.start + 2];
        self.chunks[group].kind == ChunkKind::Verb
            && self.chunks[group + 1].kind == ChunkKind::Noun
            && last + 1 == units.end
            && self.units[first].part.is(PartSet::BE)
            && self.units[between].part == Part::Adverb
            && self.may_be(between, Part::Adjective)
            && self.units[last].part == Part::Participle
            && self.may_be(last, Part::Past)
    }

    /// Makes a verb, an adjective and a verb of such a group.
    fn part_group(&mut self, group: usize) {
        let units = self.chunks[group].units.clone();
        let kinds = [
            (ChunkKind::Verb, None),
            (ChunkKind::Adjective, Some(Part::Adjective)),
            (ChunkKind::Verb, Some(Part::Past)),
        ];
        let parts = units.zip(kinds).map(|(unit, (kind, part))| {
            self.units[unit].part = part.unwrap_or(self.units[unit].part);
            Chunk { kind, units: unit..unit + 1, head: unit }
        });
        let parts: Vec<Chunk> = parts.collect();
        self.chunks.splice(group..group + 1, parts);
    }

    /// These units, which begin where a sentence does, have a verb that is in no clause which a word opens.
    pub(crate) fn has_main_verb(&self, units: Range<usize>) -> bool {
        self.exceeds_openers_in(units.clone()) || self.has_main_clause(units)
    }

    /// These units have more verbs than words that open clauses.
    pub(crate) fn exceeds_openers_in(&self, units: Range<usize>) -> bool {
        let first = self.chunks.partition_point(|chunk| chunk.units.end <= units.start);
        let end = self.chunks.partition_point(|chunk| chunk.units.start < units.end);
        self.exceeds_openers(first..end)
    }

    /// There are more verbs than words that open clauses.
    fn exceeds_openers(&self, chunks: Range<usize>) -> bool {
        let (mut verbs, mut opened) = (0, 0);
        for at in chunks.clone() {
            verbs += usize::from(self.chunks[at].kind == ChunkKind::Verb);
            opened += usize::from(match self.chunks[at].kind {
                ChunkKind::Subordinator | ChunkKind::Relative => true,
                // `confirming it will go`
                ChunkKind::Participle | ChunkKind::Infinitive => {
                    let next = |after: usize, kind| chunks.contains(&after) && self.chunks[after].kind == kind;
                    next(at + 1, ChunkKind::Noun)
                        && next(at + 2, ChunkKind::Verb)
                        && self.takes_clause(self.chunks[at].head)
                }
                // `after she left`
                ChunkKind::Preposition => {
                    let clause = |next: usize, kind| chunks.contains(&next) && self.chunks[next].kind == kind;
                    self.has(self.chunks[at].head, WordClass::SUBORDINATOR)
                        && clause(at + 1, ChunkKind::Noun)
                        && clause(at + 2, ChunkKind::Verb)
                }
                _ => false,
            });
        }
        verbs > opened
    }

    /// The sentence needs a verb that it does not have.
    fn lacks_verb(&self, chunks: Range<usize>) -> bool {
        let first = chunks.clone().find(|&at| self.chunks[at].kind != ChunkKind::Conjunction);
        let opens = first.is_some_and(|at| matches!(self.chunks[at].kind, ChunkKind::Relative | ChunkKind::Verb));
        let last = self.chunks[chunks.clone()].last().map(|chunk| chunk.kind);
        !self.exceeds_openers(chunks)
            && !opens
            && matches!(last, Some(ChunkKind::Stop | ChunkKind::Quoted | ChunkKind::Close | ChunkKind::Comma))
    }

    /// What may be the verb: right after a noun phrase, and best one that reports.
    fn likely_verb(&self, chunks: Range<usize>) -> Option<(usize, Part)> {
        let (mut found, mut last): (Option<(usize, Part)>, Option<_>) = (None, None);
        for at in chunks.clone() {
            let Some(part) = self.finite_form(at) else { continue };
            if part == Part::Present && (self.awaits_base(chunks.start..at) || self.follows_object(chunks.start..at)) {
                continue;
            }
            let before =
                (chunks.start..at).rev().map(|at| self.chunks[at].kind).find(|kind| *kind != ChunkKind::Adverb);
            let follows = |kind: ChunkKind| chunks.contains(&(at + 1)) && self.chunks[at + 1].kind == kind;
            let fits = match before {
                // `Brenk, without naming him, accused`
                Some(ChunkKind::Noun | ChunkKind::Close | ChunkKind::Comma) => true,
                // `that the bolt was worn ended the debate`
                Some(ChunkKind::Verb) => follows(ChunkKind::Noun),
                Some(ChunkKind::Quoted) => self.ends_in_comma(self.chunks[at - 1].head),
                _ => false,
            };
            if !fits {
                continue;
            }
            // `A bridge weakened by rain fell`, but `The mayor stood by the plan`
            let agent = |word: Word| follows(ChunkKind::Preposition) && self.is_word(self.chunks[at + 1].head, word);
            // `Brenk, described as “a saint,” left`
            let described = agent(Word::As) && before == Some(ChunkKind::Comma);
            let passive = agent(Word::By) || described;
            if self.takes_clause(self.chunks[at].head) && !described {
                return Some((at, part));
            }
            // Where a clause has its verb, `the plan put forward` is more likely than `the plan failed`, unless an object
            // follows: `that it would drop the plan shocked them`.
            let alone = chunks.clone().all(|at| self.chunks[at].kind != ChunkKind::Verb);
            let acts = follows(ChunkKind::Noun)
                || follows(ChunkKind::Infinitive)
                // `meant little`
                || follows(ChunkKind::Adjective) && self.has(self.chunks[at + 1].head, WordClass::DETERMINER | WordClass::ADVERB);
            // `As she took the stage, her campaign sent out`
            let noun = (chunks.start..at).rev().find(|&before| self.chunks[before].kind != ChunkKind::Adverb);
            let opens = noun.filter(|&noun| noun > chunks.start && self.chunks[noun].kind == ChunkKind::Noun);
            let acts = acts || opens.is_some_and(|noun| self.chunks[noun - 1].kind == ChunkKind::Comma);
            let likely = if passive { &mut last } else { &mut found };
            *likely = likely.or(Some((at, part)).filter(|_| alone || acts));
        }
        // `According to a source cited by the paper, she told them`
        let reported = self.chunks[chunks.end - 1].kind == ChunkKind::Comma;
        found.or(last.filter(|_| !reported))
    }

    /// The last verb of these chunks is an auxiliary that awaits a base form: `How do you feel?`
    fn awaits_base(&self, mut chunks: Range<usize>) -> bool {
        let verb = chunks.rfind(|&at| self.chunks[at].kind == ChunkKind::Verb);
        let asks = PartSet::DO.or(PartSet::of(&[Part::Modal]));
        verb.is_some_and(|verb| self.units[self.chunks[verb].head].part.is(asks))
    }

    /// The last of these chunks is the object of a verb without tense: `to help the crew sail`.
    fn follows_object(&self, chunks: Range<usize>) -> bool {
        let verb = chunks.end.checked_sub(2).filter(|&verb| verb >= chunks.start);
        let kind = verb.map(|verb| self.chunks[verb].kind);
        matches!(kind, Some(ChunkKind::Infinitive | ChunkKind::Base | ChunkKind::Participle))
    }

    /// The finite form that the head of a chunk may be as well.
    fn finite_form(&self, chunk: usize) -> Option<Part> {
        let chunk = &self.chunks[chunk];
        let head = chunk.head;
        let sole = chunk.units.clone().filter(|&unit| self.units[unit].part.is(PartSet::VERB)).count() == 1;
        match (chunk.kind, self.units[head].part) {
            (ChunkKind::Base, Part::Base) if sole => Some(Part::Present),
            (ChunkKind::Participle, Part::Participle) if sole && self.may_be(head, Part::Past) => Some(Part::Past),
            _ => None,
        }
    }

    /// The lexicon knows the word as one with this part; of a word that it does not know, the ending tells a past form.
    pub(super) fn may_be(&self, unit: usize, part: Part) -> bool {
        let lexicon = Lexicon::bundled();
        let class = lexicon.known(self.text.tokens[self.units[unit].first()].entry).ambiguity;
        match class {
            0 => part == Part::Past && self.word(unit).ends_with(PAST_ENDING),
            _ => lexicon.ambiguity(class).iter().any(|&(known, _)| known == part),
        }
    }
}
