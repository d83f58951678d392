//! Which of the open clauses a verb belongs to.

use super::clause::{DEEPEST, Joint, OpenClause, Reader};
use super::constituents::ClauseKind;
use super::grammar::ChunkKind;
use crate::lexicon::{Part, PartSet, Word, WordClass};

/// What the first verb of a group tells of its time.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tense {
    Past,
    /// `had said`
    Perfect,
    Present,
    Modal,
}

impl Reader<'_, '_, '_> {
    /// The clause, by its place on the stack, that a verb after a conjunction is joined to: the innermost, but for a verb
    /// that reports the outermost that reports too, or has somebody to report it: `She said it was late and added`.
    pub(super) fn joined_to(&self, at: usize) -> usize {
        let reports = |chunk: usize| self.narrates(chunk);
        let innermost = self.open.len() - 1;
        // `but realized: “I love it”` is said aloud.
        let quoted = (at + 1..self.sentence.end.min(at + 3)).any(|next| self.chunks[next].kind == ChunkKind::Quoted);
        if !reports(at) || self.syntax.only_thinks(self.chunks[at].head) && !quoted {
            return innermost;
        }
        if self.goes_on_inside(at) {
            return innermost;
        }
        let depth = self.open.iter().rposition(|open| self.keeps_joined(open)).unwrap_or(0);
        // `says he met her and asked for help`: the verb is in the tense of the one that it is joined to.
        let in_tense = |open: &OpenClause| {
            let verb = self.clauses[open.clause].verb;
            verb.is_none_or(|verb| self.tense(verb).zip(self.tense(at)).is_none_or(|(one, other)| one == other))
        };
        let parallel = in_tense(&self.open[innermost]);
        let agrees = |open: &OpenClause| in_tense(open) || !parallel;
        let same = |open: &OpenClause| {
            let clause = &self.clauses[open.clause];
            clause.subject.is_some() && clause.verb.is_some_and(reports) && agrees(open)
        };
        let somebody = |open: &OpenClause| {
            let subject = self.clauses[open.clause].subject.filter(|_| open.has_verb && agrees(open));
            subject.is_some_and(|subject| self.syntax.may_speak(self.chunks[subject].head))
        };
        let inner = &self.open[depth..];
        let found = inner.iter().position(same).or_else(|| inner.iter().position(somebody));
        found.map_or(innermost, |found| depth + found)
    }

    /// `said the thief hit her and threatened to kill her`: the same tense, no comma, and nothing that is told anew.
    fn goes_on_inside(&self, at: usize) -> bool {
        let Some(inner) = self.open.last().map(|open| &self.clauses[open.clause]) else { return false };
        let past =
            |group: usize| self.syntax.units[self.chunks[group].head].part == Part::Past && self.syntax.is_alone(group);
        let conjunction = (self.sentence.start..at).rev().find(|&and| self.chunks[and].kind == ChunkKind::Conjunction);
        let parted = conjunction.is_none_or(|and| self.kind_before(and) == Some(ChunkKind::Comma));
        let tells = self.syntax.only_reports(self.chunks[at].head)
            || matches!(self.kind(at + 1), Some(ChunkKind::Subordinator | ChunkKind::Quoted | ChunkKind::Comma))
            || self.kind(at + 2) == Some(ChunkKind::Verb);
        let noun = inner.subject.is_some_and(|noun| {
            self.chunks[noun].kind == ChunkKind::Noun && !self.first(noun).is(PartSet::PERSONAL_PRONOUN)
        });
        inner.kind != ClauseKind::Main && noun && inner.verb.is_some_and(past) && past(at) && !parted && !tells
    }

    /// The tense of a verb group by its first verb, where that shows one: *put* does not, and `has said` may go with any.
    fn tense(&self, group: usize) -> Option<Tense> {
        let first = self.chunks[group].units.clone().find(|&unit| self.syntax.units[unit].part.is(PartSet::FINITE))?;
        match self.syntax.units[first].part {
            Part::Past | Part::BePast | Part::DoPast => Some(Tense::Past),
            Part::HavePast => Some(Tense::Perfect),
            Part::Modal => Some(Tense::Modal),
            Part::Present | Part::Third if !self.syntax.head_may_be(group, Part::Past) => Some(Tense::Present),
            Part::BePresent | Part::BeThird | Part::DoPresent | Part::DoThird => Some(Tense::Present),
            _ => None,
        }
    }

    /// `, who came in and said`, `while she sat and said`: the second verb is in the clause, too.
    pub(super) fn keeps_joined(&self, open: &OpenClause) -> bool {
        let clause = &self.clauses[open.clause];
        let opener = clause.opener.map_or(0, |opener| self.chunks[opener].head);
        let words = [Word::Who, Word::While, Word::Though, Word::Although, Word::When, Word::Whereas];
        let parted = clause.kind != ClauseKind::Relative || open.set_off;
        open.has_verb && parted && clause.opener.is_some() && self.syntax.is_any_word(opener, &words)
    }

    /// `and in a statement praised`: nothing but what prepositions govern stands after the conjunction.
    pub(super) fn follows_adjunct(&self, at: usize) -> bool {
        let mut first = at;
        while first >= self.sentence.start + 2
            && self.chunks[first - 1].kind == ChunkKind::Noun
            && self.chunks[first - 2].kind == ChunkKind::Preposition
        {
            first -= 2;
        }
        first < at && self.kind_before(first) == Some(ChunkKind::Conjunction)
    }

    /// The last verb of the clause is an auxiliary by itself, and only adverbials stand after it.
    pub(super) fn goes_on(&self, at: usize) -> bool {
        let Some(verb) = self.open.last().and_then(|open| self.clauses[open.clause].verb) else { return false };
        let part = self.syntax.units[self.chunks[verb].head].part;
        let auxiliary = part == Part::Modal || part.is(PartSet::HAVE.or(PartSet::BE));
        auxiliary && self.chunks[verb + 1].kind != ChunkKind::Noun && self.follows(verb, at)
    }

    pub(super) fn narrates(&self, verb: usize) -> bool {
        self.syntax.has(self.chunks[verb].head, WordClass::CUE)
    }

    /// The sentence has begun with a clause that is none of its main ones.
    pub(super) fn awaits_main(&self) -> bool {
        let [main, fronted, ..] = self.open[..] else { return false };
        !main.has_verb && main.candidate.is_none() && self.clauses[fronted.clause].kind == ClauseKind::Subordinate
    }

    pub(super) fn pop_to_main(&mut self, at: usize) {
        let end = self.chunks[at].units.start;
        while self.open.len() > 1 {
            self.pop(end);
        }
    }

    /// What a word like *before* seems to open has for its subject what cannot report, and one who can waits for the verb.
    pub(super) fn is_governed_after_all(&self, top: &OpenClause, at: usize) -> bool {
        let opener = self.clauses[top.clause].opener.map(|opener| self.chunks[opener].head);
        let speaks = |noun: usize| self.syntax.may_speak(self.chunks[noun].head);
        opener.is_some_and(|opener| self.syntax.has(opener, WordClass::PREPOSITION))
            && self.narrates(at)
            && top.candidate.is_some_and(|noun| !speaks(noun))
            && self.waiting().is_some_and(|outer| self.open[outer].candidate.is_some_and(speaks))
    }

    /// `than one boat`: no clause, unless it has a pronoun for its subject.
    pub(super) fn compares(&self, open: &OpenClause) -> bool {
        let than = self.clauses[open.clause].opener.map(|opener| self.chunks[opener].head);
        let pronoun = open.candidate.is_some_and(|noun| self.first(noun).is(PartSet::PERSONAL_PRONOUN));
        !pronoun && than.is_some_and(|than| self.syntax.is_word(than, Word::Than))
    }

    /// A noun phrase that no verb of a clause around this one has claimed, and the clause's place on the stack:
    /// `she said those who came were asked`.
    pub(super) fn pending(&self) -> Option<(usize, usize)> {
        let depth = self.open.len();
        let places = (0..depth.saturating_sub(1)).rev().take(DEEPEST);
        places
            .filter_map(|place| {
                let (object, joint) = self.open[place].object?;
                let verb = self.clauses[self.open[place].clause].verb?;
                (joint != Joint::Close || self.syntax.has(self.chunks[verb].head, WordClass::CUE))
                    .then_some((place, object))
            })
            .next()
    }

    /// The innermost clause that has a subject and waits for its verb, by its place on the stack.
    pub(super) fn waiting(&self) -> Option<usize> {
        let depth = self.open.len();
        (0..depth.saturating_sub(1)).rev().take(DEEPEST).find(|&at| {
            !self.open[at].has_verb
                && (self.open[at].candidate.is_some() || self.clauses[self.open[at].clause].opener.is_some())
        })
    }

    /// How a chunk is joined to what stands before it.
    pub(super) fn joint(&self, at: usize) -> Joint {
        match self.kind_before(at) {
            // `her husband, then a sergeant, left`
            Some(ChunkKind::Adverb)
                if self.syntax.is_any_word(self.chunks[at - 1].head, &[Word::Then, Word::Now, Word::Later]) =>
            {
                self.joint(at - 1)
            }
            Some(ChunkKind::Conjunction) => Joint::Conjunction,
            Some(ChunkKind::Comma | ChunkKind::Stop | ChunkKind::Quoted | ChunkKind::Close) | None => Joint::Comma,
            _ => Joint::Close,
        }
    }
}
