//! Chunks into clauses: each finite verb group with its subject, whatever stands between them.
//!
//! One pass from left to right over the chunks of a sentence, with a stack of clauses that are open: `that` and `who` open
//! one, a comma or the verb that an outer clause still waits for closes it.

use std::ops::Range;

use super::constituents::{Chunk, Clause, ClauseKind, SubjectOrder};
use super::grammar::ChunkKind;
use super::kinds::Kinds;
use super::units::Syntax;
use crate::lexicon::{Part, PartSet, Word, WordClass};

/// A clause whose end has not come yet.
#[derive(Clone, Copy)]
pub(super) struct OpenClause {
    pub(super) clause: usize,
    /// The noun phrase that will be the subject when the verb comes.
    pub(super) candidate: Option<usize>,
    /// A noun phrase after the verb that no preposition governs, and what stood before it.
    pub(super) object: Option<(usize, Joint)>,
    pub(super) has_verb: bool,
    /// A comma stood before it.
    pub(super) set_off: bool,
    /// Its opener is governed by a preposition: `of whom`.
    pub(super) governed: bool,
}

/// What joins a noun phrase to what stands before it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    Close,
    Comma,
    Conjunction,
    /// An apposition follows it.
    Apposed,
}

/// No verb looks further for its subject, in open clauses.
pub(super) const DEEPEST: usize = 24;

/// No dateline has more chunks: `Lundby, Norland, Friday`.
const LONGEST_DATELINE: usize = 5;
/// A dash that is no further away closes what the first one opens, in chunks.
const FARTHEST_DASH: usize = 16;

pub(super) struct Reader<'n, 'a, 't> {
    pub(super) syntax: &'n Syntax<'a, 't>,
    pub(super) chunks: &'n [Chunk],
    pub(super) clauses: Vec<Clause>,
    pub(super) open: Vec<OpenClause>,
    /// The next noun phrase is governed by a preposition, or by a verb that is not finite.
    pub(super) governed: bool,
    /// The last preposition that may open a clause as well: after, since.
    pub(super) opening: Option<usize>,
    /// The noun phrase after it: its object, or the subject of the clause that it opens.
    pub(super) governed_noun: Option<usize>,
    /// The last noun phrase that a preposition or a verb that is not finite governs.
    pub(super) last_governed: Option<usize>,
    /// The subject that stood after its verb is no candidate of another.
    pub(super) taken: Option<usize>,
    pub(super) sentence: Range<usize>,
}

impl Syntax<'_, '_> {
    /// The clauses of all sentences, in the order in which they begin.
    pub(crate) fn read_clauses(&self) -> Vec<Clause> {
        let chunks = &self.chunks[..];
        let mut reader = Reader {
            syntax: self,
            chunks,
            clauses: Vec::with_capacity(self.sentences.len()),
            open: Vec::new(),
            governed: false,
            opening: None,
            governed_noun: None,
            last_governed: None,
            taken: None,
            sentence: 0..0,
        };
        let mut start = 0;
        for sentence in &self.sentences {
            let length = chunks[start..].iter().take_while(|chunk| chunk.units.start < sentence.end).count();
            // `LUNDBY — The mayor said`
            let told = self.after_dateline(sentence);
            let dateline = chunks[start..start + length].iter().take_while(|chunk| chunk.units.start < told).count();
            reader.sentence(start + dateline..start + length);
            start += length;
        }
        reader.clauses
    }
}

impl Reader<'_, '_, '_> {
    fn sentence(&mut self, chunks: Range<usize>) {
        self.sentence = chunks.clone();
        (self.governed, self.opening, self.governed_noun) = (false, None, None);
        (self.last_governed, self.taken) = (None, None);
        self.open.clear();
        if chunks.is_empty() {
            return;
        }
        self.push(ClauseKind::Main, chunks.start, None);
        for at in chunks.clone() {
            self.chunk(at);
        }
        let end = self.chunks[chunks.end - 1].units.end;
        while !self.open.is_empty() {
            self.pop(end);
        }
    }

    fn chunk(&mut self, at: usize) {
        let kind = self.chunks[at].kind;
        match kind {
            // `because the road was closed`, but `because of the road`
            ChunkKind::Preposition
                if self.syntax.is_word(self.chunks[at].head, Word::Because)
                    && self.kind(at + 1) != Some(ChunkKind::Preposition) =>
            {
                self.push(ClauseKind::Subordinate, at, Some(at));
            }
            ChunkKind::Preposition => {
                self.governed = !self.counts_at_least(at);
                if self.syntax.has(self.chunks[at].head, WordClass::SUBORDINATOR) {
                    self.governed_noun = None;
                    self.opening = Some(at);
                }
                return;
            }
            // `in leaving Lundby, she said`
            ChunkKind::Subordinator if !self.syntax.opens_clause(&self.chunks[at]) => {
                self.governed = true;
                return;
            }
            ChunkKind::Noun => self.noun(at),
            ChunkKind::Relative => {
                // `to what had been said`, but `of which he had said`
                let governed = self.governed && self.first(at) == Part::WhDeterminer;
                // `asked what it was`
                let asked = self.kind_before(at).is_some_and(|kind| kind.is_verbal() && kind != ChunkKind::Verb);
                if !governed && !asked && self.first(at) == Part::WhPronoun {
                    self.asks_or_names(at);
                }
                self.push(ClauseKind::Relative, at, Some(at));
                self.top().governed = governed;
                // `the mayor, the aides of whom left`
                if self.kind_after(at) == Some(ChunkKind::Verb) && self.kind_before(at) == Some(ChunkKind::Preposition)
                {
                    self.top().candidate = self.noun_before(at.saturating_sub(1));
                }
            }
            ChunkKind::Subordinator => self.push(ClauseKind::Subordinate, at, Some(at)),
            ChunkKind::Verb => self.verb(at),
            // `asked that no charges be filed`
            ChunkKind::Base if self.is_subjunctive(at) => {
                let subject = self.top().candidate.map(|subject| (subject, SubjectOrder::Before));
                self.has_subject(at, subject);
            }
            ChunkKind::Infinitive | ChunkKind::Participle | ChunkKind::Base => {
                self.governed = true;
                // `believes the men found in the water left`, `says the man wanted for leaving died`, but `asked the men to
                // leave`
                let explains = kind == ChunkKind::Participle
                    && matches!(self.kind_before(at), Some(ChunkKind::Noun | ChunkKind::Subordinator));
                let top = self.top();
                top.object = top.object.filter(|&(_, joint)| explains || joint != Joint::Close);
                return;
            }
            ChunkKind::Comma => self.comma(at),
            ChunkKind::Stop if self.is_dash(at) => {
                if self.is_dateline(at) {
                    self.top().candidate = None;
                }
                self.comma(at);
            }
            ChunkKind::Stop => {
                let end = self.chunks[at].units.end;
                while !self.open.is_empty() {
                    self.pop(end);
                }
                if at + 1 < self.sentence.end {
                    self.push(ClauseKind::Main, at + 1, None);
                } else {
                    self.push(ClauseKind::Main, at, None);
                }
            }
            ChunkKind::Open => self.push(ClauseKind::Parenthetical, at, None),
            ChunkKind::Close => {
                let depth =
                    self.open.iter().rposition(|open| self.clauses[open.clause].kind == ClauseKind::Parenthetical);
                let end = self.chunks[at].units.end;
                while let Some(depth) = depth
                    && self.open.len() > depth.max(1)
                {
                    self.pop(end);
                }
            }
            // `Most of the crew`
            ChunkKind::Adjective if self.kind(at + 1) == Some(ChunkKind::Preposition) && !self.governed => {
                self.quantity(at);
            }
            // What modifies a noun phrase to come leaves it governed.
            ChunkKind::Adjective => return,
            ChunkKind::Adverb if self.kind_before(at) == Some(ChunkKind::Preposition) => return,
            ChunkKind::Conjunction => {
                self.governed = self.joins_governed(at);
                return;
            }
            ChunkKind::Quoted => self.quoted(at),
            ChunkKind::Adverb | ChunkKind::Other => {}
        }
        self.governed = false;
    }

    /// A base form that is the verb of a clause after *that*.
    fn is_subjunctive(&self, at: usize) -> bool {
        let Some(open) = self.open.last().filter(|open| !open.has_verb && open.candidate.is_some()) else {
            return false;
        };
        let opener = self.clauses[open.clause].opener.filter(|&opener| opener + 1 == open.candidate.unwrap_or(0));
        self.kind_before(at) == Some(ChunkKind::Noun)
            && opener.is_some_and(|opener| self.syntax.is_word(self.chunks[opener].head, Word::That))
    }

    /// `at least three boats` is no place.
    fn counts_at_least(&self, at: usize) -> bool {
        let counted = self.kind(at + 1) == Some(ChunkKind::Noun) && self.first(at + 1).is(PartSet::ADJECTIVE);
        counted && self.first(at + 1) == Part::Superlative && self.syntax.is_word(self.chunks[at].head, Word::At)
    }

    /// What the preposition governs goes on: `of the mayor and her aides`, but `lives in Lundby and her aides`.
    fn joins_governed(&self, at: usize) -> bool {
        let before = at.checked_sub(1);
        let joined = self.last_governed.is_some()
            && self.last_governed == before
            && self.kind(at + 1) == Some(ChunkKind::Noun)
            && !self.first(at + 1).is(PartSet::of(&[Part::SubjectPronoun, Part::Existential]));
        let pending = |open: &OpenClause| match open.object {
            Some((_, joint)) => joint != Joint::Close || self.is_subject_of_reported(open),
            None => !open.has_verb,
        };
        joined && self.open.last().is_some_and(pending)
    }

    /// `what had been lost was found`: the clause is the subject of the one that it stands in.
    fn asks_or_names(&mut self, at: usize) {
        let top = self.top();
        if !top.has_verb {
            top.candidate = top.candidate.or(Some(at));
        } else if top.object.is_none() {
            top.object = Some((at, Joint::Close));
        }
    }

    /// The noun phrase right before this chunk, or what stands for one: `neither of which`.
    fn noun_before(&self, at: usize) -> Option<usize> {
        let before = at.checked_sub(1).filter(|before| self.sentence.contains(before))?;
        let stands = matches!(
            self.chunks[before].kind,
            ChunkKind::Noun | ChunkKind::Adjective | ChunkKind::Conjunction | ChunkKind::Adverb
        );
        stands.then_some(before)
    }

    /// `Lundby — The mayor left`: a noun phrase or two, a dash, and no other.
    fn is_dateline(&self, at: usize) -> bool {
        let before = &self.chunks[self.sentence.start..at];
        let places = before.len() <= LONGEST_DATELINE
            && before.iter().all(|chunk| matches!(chunk.kind, ChunkKind::Noun | ChunkKind::Comma));
        let end = self.sentence.end.min(at + FARTHEST_DASH);
        places && (at + 1..end).all(|next| self.chunks[next].kind != ChunkKind::Stop || !self.is_dash(next))
    }

    fn is_dash(&self, at: usize) -> bool {
        let unit = self.chunks[at].units.start;
        self.syntax.units[unit].kinds.intersects(Kinds::DASH)
    }

    pub(super) fn push(&mut self, kind: ClauseKind, at: usize, opener: Option<usize>) {
        let parent = self.open.last().map(|open| open.clause);
        let set_off = at > self.sentence.start && self.chunks[at - 1].kind == ChunkKind::Comma;
        let start = self.chunks[at].units.start;
        self.open.push(OpenClause {
            clause: self.clauses.len(),
            candidate: None,
            object: None,
            has_verb: false,
            set_off,
            governed: false,
        });
        self.clauses.push(Clause {
            kind,
            opener,
            subject: None,
            order: SubjectOrder::Before,
            verb: None,
            parent,
            units: start..start,
        });
    }

    /// Closes the innermost clause before this unit.
    pub(super) fn pop(&mut self, end: usize) {
        if let Some(open) = self.open.pop() {
            self.clauses[open.clause].units.end = end;
        }
    }

    pub(super) fn top(&mut self) -> &mut OpenClause {
        self.open.last_mut().expect("the main clause stays open until its sentence ends")
    }

    pub(super) fn first(&self, at: usize) -> Part {
        self.syntax.units[self.chunks[at].units.start].part
    }

    /// The clause opens with a phrase that is no subject, and so far has nobody named: `With the vote two days away,`.
    fn is_fronted(&self) -> bool {
        let Some(open) = self.open.last() else { return false };
        let Some(candidate) = open.candidate.filter(|_| !open.has_verb) else { return false };
        let clause = &self.clauses[open.clause];
        let first = self.syntax.units[clause.units.start].chunk();
        // `In May, the mayor, who`: the phrase in front has ended.
        if self.chunks[first..candidate].iter().any(|chunk| chunk.kind == ChunkKind::Comma) {
            return false;
        }
        let head = &self.syntax.units[self.chunks[candidate].head];
        clause.kind == ClauseKind::Main
            && matches!(self.chunks[first].kind, ChunkKind::Preposition | ChunkKind::Participle | ChunkKind::Infinitive)
            && head.names.is_none()
            && !head.part.is(PartSet::PERSONAL_PRONOUN.or(PartSet::PROPER_NOUN))
    }

    /// A comma ends a clause that has its verb while one around it still waits for its own.
    fn comma(&mut self, at: usize) {
        self.governed = false;
        if self.is_fronted() {
            self.top().candidate = None;
        }
        let end = self.chunks[at].units.start;
        while let [.., outer, inner] = self.open[..] {
            let kind = self.clauses[inner.clause].kind;
            let closes = match kind {
                ClauseKind::Parenthetical => false,
                // `As mayor, she left`
                ClauseKind::Subordinate if !inner.has_verb => {
                    // `While at sea, she left`
                    let opener = self.clauses[inner.clause].opener;
                    opener.is_some_and(|opener| {
                        self.syntax.has(self.chunks[opener].head, WordClass::PREPOSITION)
                            || inner.candidate.is_none() && opener + 1 < at
                    })
                }
                // `, who chairs the board,` where the verb looks like a noun
                ClauseKind::Relative if !inner.has_verb => {
                    let subject = inner.candidate.filter(|_| inner.set_off && !outer.has_verb);
                    subject != self.clauses[inner.clause].opener && subject.is_some() && outer.candidate.is_some()
                }
                _ => inner.has_verb && (!outer.has_verb || inner.set_off && kind == ClauseKind::Relative),
            };
            if !closes {
                break;
            }
            self.pop(end);
        }
    }

    /// What is quoted may hold the verb of a clause: `The plan “will not do,” she said`, `says that “it is late,” but`.
    fn quoted(&mut self, at: usize) {
        let unit = self.chunks[at].head;
        let top = *self.top();
        let follows = self.clauses[top.clause].opener.is_some_and(|opener| opener + 1 == at);
        // `proposed she “try harder”`: these are nothing but subjects.
        let noun = if top.has_verb { top.object.map(|(object, _)| object) } else { top.candidate };
        let subject = noun.is_some_and(|noun| noun + 1 == at && self.first(noun) == Part::SubjectPronoun);
        if (self.syntax.quotes_predicate(unit) || subject) && (!top.has_verb || top.object.is_some()) {
            self.verb(at);
        } else if !top.has_verb && top.candidate.is_none() && follows && self.syntax.quotes_verb(unit) {
            self.top().has_verb = true;
        }
        if self.syntax.ends_in_comma(unit) {
            self.comma(at);
        }
    }

    pub(super) fn is_time(&self, at: usize) -> bool {
        self.syntax.has(self.chunks[at].head, WordClass::TIME | WordClass::DAY | WordClass::MONTH)
    }

    pub(super) fn kind(&self, at: usize) -> Option<ChunkKind> {
        self.sentence.contains(&at).then(|| self.chunks[at].kind)
    }

    /// The kind of the last chunk before this one that is no adverb.
    pub(super) fn kind_before(&self, at: usize) -> Option<ChunkKind> {
        (self.sentence.start..at).rev().map(|before| self.chunks[before].kind).find(|kind| *kind != ChunkKind::Adverb)
    }

    /// The kind of the next chunk that is no adverb.
    pub(super) fn kind_after(&self, at: usize) -> Option<ChunkKind> {
        (at + 1..self.sentence.end).map(|next| self.chunks[next].kind).find(|kind| *kind != ChunkKind::Adverb)
    }
}
