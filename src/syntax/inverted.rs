//! Subjects that stand after their verb: `did Trump say`, `is this`, `said Trump`.

use super::clause::Reader;
use super::grammar::ChunkKind;
use crate::lexicon::{Part, PartSet, Word, WordClass};

impl Reader<'_, '_, '_> {
    /// `what dishes would you recommend`, `had he been told`: a bare auxiliary, a subject and the rest of the verb.
    pub(super) fn asked(&self, at: usize) -> Option<usize> {
        let head = self.syntax.units[self.chunks[at].head].part;
        let next = at + 1;
        if self.kind(next) != Some(ChunkKind::Noun) {
            return None;
        }
        let rest = self.kind(next + 1);
        let pronoun = self.first(next) == Part::SubjectPronoun || self.is_word_chunk(next, Word::You);
        if head.is(PartSet::HAVE) && pronoun && matches!(rest, Some(ChunkKind::Participle | ChunkKind::Verb)) {
            return Some(next);
        }
        // `General, is this right`
        let parted = self.kind_before(at) == Some(ChunkKind::Comma);
        let pronoun = pronoun || self.first(next).is(PartSet::of(&[Part::Pronoun, Part::Demonstrative]));
        if head.is(PartSet::BE) && parted && pronoun && rest != Some(ChunkKind::Verb) && at == self.sentence.start + 2 {
            return Some(next);
        }
        let verb = (next + 1..self.sentence.end.min(next + 6)).find(|&verb| {
            !matches!(
                self.chunks[verb].kind,
                ChunkKind::Preposition | ChunkKind::Noun | ChunkKind::Adverb | ChunkKind::Conjunction
            )
        })?;
        let bare = (head == Part::Modal || head.is(PartSet::DO)) && self.syntax.is_alone(at);
        (bare && self.chunks[verb].kind == ChunkKind::Base).then_some(next)
    }

    pub(super) fn is_word_chunk(&self, at: usize, word: Word) -> bool {
        self.chunks[at].units.len() == 1 && self.syntax.is_word(self.chunks[at].head, word)
    }

    /// `did Trump say`, `is this`, `said Trump`: the subject stands after the verb group.
    pub(super) fn inverted(&self, at: usize) -> Option<usize> {
        let next = at + 1;
        let noun = self.kind(next) == Some(ChunkKind::Noun) && self.first(next) != Part::PossessiveClitic;
        if !noun || self.is_time(next) {
            return None;
        }
        let head = self.syntax.units[self.chunks[at].head].part;
        let auxiliary = head.is(PartSet::BE.or(PartSet::HAVE).or(PartSet::DO)) || head == Part::Modal;
        let before = self.kind_before(at);
        let opens = matches!(
            before,
            None | Some(
                ChunkKind::Comma
                    | ChunkKind::Stop
                    | ChunkKind::Quoted
                    | ChunkKind::Subordinator
                    | ChunkKind::Relative
                    | ChunkKind::Conjunction
            )
        );
        if auxiliary {
            // `she left, is a mother`, but `is it`, and `would you`: no object follows these.
            let asks = match before {
                Some(ChunkKind::Relative) => self.chunks[self.sentence.start].kind == ChunkKind::Relative,
                Some(ChunkKind::Subordinator) | None => true,
                _ => {
                    head == Part::Modal
                        || head.is(PartSet::DO)
                        || self.first(next).is(PartSet::of(&[Part::SubjectPronoun, Part::Pronoun, Part::Demonstrative]))
                }
            };
            return (opens && asks).then_some(next);
        }
        let cue = self.syntax.has(self.chunks[at].head, WordClass::CUE);
        let spoken = matches!(before, Some(ChunkKind::Comma | ChunkKind::Quoted)) || before.is_none();
        let object = self.first(next) == Part::ObjectPronoun;
        (cue && spoken && !object && self.follows_speech(at)).then_some(next)
    }

    /// `It was late, said Brenk.`: after a clause and a comma a verb that reports, and one who may speak without a verb of
    /// his own.
    pub(super) fn speaker_after(&self, at: usize) -> Option<usize> {
        let head = self.chunks[at].head;
        let next = at + 1;
        let parted = matches!(self.kind_before(at), Some(ChunkKind::Comma | ChunkKind::Quoted));
        let noun = self.kind(next) == Some(ChunkKind::Noun) && self.first(next) != Part::ObjectPronoun;
        // `…, warn the authors`: only who is told in the past may be told there.
        let present = self.syntax.units[head].part.is(PartSet::of(&[Part::Present, Part::Third]));
        let reports = self.syntax.takes_clause(head)
            && (present || !self.syntax.takes_addressee(head))
            && self.chunks[at].units.len() == 1;
        let speaks = noun && self.syntax.may_speak(self.chunks[next].head);
        let alone = matches!(
            self.kind_after(next),
            Some(ChunkKind::Stop | ChunkKind::Comma | ChunkKind::Preposition | ChunkKind::Open | ChunkKind::Relative)
                | None
        );
        (parted && reports && speaks && alone && self.waiting().is_none()).then_some(next)
    }

    /// `More rain on the way, say forecasters`: no one comma parts a subject from its verb, so the words before it are what is
    /// said, without a verb of their own.
    pub(super) fn speaker_of_headline(&self, at: usize) -> Option<usize> {
        let comma = at.checked_sub(1).filter(|&comma| comma > self.sentence.start + 1)?;
        let sole = self.kind(comma) == Some(ChunkKind::Comma)
            && !(self.sentence.start..comma).any(|chunk| {
                matches!(self.chunks[chunk].kind, ChunkKind::Comma | ChunkKind::Subordinator | ChunkKind::Quoted)
            });
        let next = at + 1;
        let mut last = next;
        while self.kind(last + 1) == Some(ChunkKind::Noun) && self.syntax.is_owned(last + 1) {
            last += 1;
        }
        let noun = self.kind(next) == Some(ChunkKind::Noun) && self.first(next) != Part::ObjectPronoun;
        let ends = matches!(self.kind_after(last), Some(ChunkKind::Stop) | None);
        let reports = self.syntax.is_alone(at) && self.syntax.takes_clause(self.chunks[at].head);
        (sole && noun && ends && reports && self.syntax.may_speak(self.chunks[last].head)).then_some(last)
    }

    /// A quotation, or a clause and a comma, stands right before the verb.
    pub(super) fn follows_speech(&self, at: usize) -> bool {
        match self.kind_before(at) {
            Some(ChunkKind::Quoted) => true,
            Some(ChunkKind::Comma) => self.open.len() == 1 && self.top_has_verb(),
            _ => false,
        }
    }

    pub(super) fn top_has_verb(&self) -> bool {
        self.open.last().is_some_and(|open| open.has_verb)
    }
}
