//! Chunks into clauses: each finite verb group with its subject, whatever stands between them.
//!
//! One pass from left to right over the chunks of a sentence, with a stack of clauses that are open: `that` and `who` open
//! one, a comma or the verb that an outer clause still waits for closes it.

use std::ops::Range;

use super::constituents::{Chunk, Clause, ClauseKind, SubjectOrder};
use super::grammar::ChunkKind;
use super::kinds::Kinds;
use super::narration::Narration;
use crate::lexicon::{Part, PartSet, Tags};

/// A clause whose end has not come yet.
#[derive(Clone, Copy)]
struct Open {
    clause: usize,
    /// The noun phrase that will be the subject when the verb comes.
    candidate: Option<usize>,
    /// A noun phrase after the verb that no preposition governs, and what stood before it.
    object: Option<(usize, Joint)>,
    has_verb: bool,
    /// A comma stood before it.
    set_off: bool,
    /// Its opener is governed by a preposition: `of whom`.
    governed: bool,
}

/// What joins a noun phrase to what stands before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    Close,
    Comma,
    Conjunction,
    /// An apposition follows it.
    Apposed,
}

/// No verb looks further for its subject, in open clauses.
const DEEPEST: usize = 24;

struct Reader<'n, 'a, 't> {
    narration: &'n Narration<'a, 't>,
    chunks: &'n [Chunk],
    clauses: Vec<Clause>,
    open: Vec<Open>,
    /// The next noun phrase is governed by a preposition, or by a verb that is not finite.
    governed: bool,
    /// The last preposition that may open a clause as well: after, since.
    opening: Option<usize>,
    /// The noun phrase after it: its object, or the subject of the clause that it opens.
    governed_noun: Option<usize>,
    /// The last noun phrase that a preposition or a verb that is not finite governs.
    last_governed: Option<usize>,
    /// The subject that stood after its verb is no candidate of another.
    taken: Option<usize>,
    sentence: Range<usize>,
}

impl Narration<'_, '_> {
    /// The clauses of all sentences, in the order in which they begin.
    pub(crate) fn read_clauses(&self, clauses: Vec<Clause>) -> Vec<Clause> {
        let chunks = &self.chunks[..];
        let mut reader = Reader {
            narration: self,
            chunks,
            clauses,
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
            let told = self.behind_dateline(sentence);
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
        (self.governed, self.opening, self.governed_noun, self.taken) = (false, None, None, None);
        self.last_governed = None;
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
            ChunkKind::Preposition => {
                self.governed = true;
                if self.narration.has(self.chunks[at].head, Tags::SUBORDINATOR) {
                    self.governed_noun = None;
                    self.opening = Some(at);
                }
                return;
            }
            ChunkKind::Noun => self.noun(at),
            ChunkKind::Relative => {
                // `to what had been said`, but `of which he had said`
                let governed = self.governed && self.first(at) == Part::WhDeterminer;
                self.push(ClauseKind::Relative, at, Some(at));
                self.top().governed = governed;
            }
            ChunkKind::Subordinator => self.push(ClauseKind::Subordinate, at, Some(at)),
            ChunkKind::Verb => self.verb(at),
            ChunkKind::Infinitive | ChunkKind::Participle | ChunkKind::Base => {
                self.governed = true;
                self.top().object = None;
                return;
            }
            ChunkKind::Comma => self.comma(at),
            ChunkKind::Stop if self.is_dash(at) => self.comma(at),
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
            ChunkKind::Adjective if self.kind(at + 1) == Some(ChunkKind::Preposition) && self.may_be_subject() => {
                self.top().candidate = Some(at);
            }
            // What modifies a noun phrase to come leaves it governed.
            ChunkKind::Adjective => return,
            ChunkKind::Adverb if self.kind_before(at) == Some(ChunkKind::Preposition) => return,
            ChunkKind::Adverb => {}
            ChunkKind::Conjunction | ChunkKind::Quoted | ChunkKind::Other => {}
        }
        self.governed = false;
    }

    fn is_dash(&self, at: usize) -> bool {
        let unit = self.chunks[at].units.start;
        self.narration.items[unit].kinds.intersects(Kinds::DASH)
    }

    fn push(&mut self, kind: ClauseKind, at: usize, opener: Option<usize>) {
        let parent = self.open.last().map(|open| open.clause);
        let set_off = at > self.sentence.start && self.chunks[at - 1].kind == ChunkKind::Comma;
        let start = self.chunks[at].units.start;
        self.open.push(Open {
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
    fn pop(&mut self, end: usize) {
        if let Some(open) = self.open.pop() {
            self.clauses[open.clause].units.end = end;
        }
    }

    fn top(&mut self) -> &mut Open {
        self.open.last_mut().expect("the main clause stays open until its sentence ends")
    }

    fn first(&self, at: usize) -> Part {
        self.narration.items[self.chunks[at].units.start].part
    }

    fn is_time(&self, at: usize) -> bool {
        self.narration.has(self.chunks[at].head, Tags::TIME | Tags::DAY | Tags::MONTH)
    }

    fn kind(&self, at: usize) -> Option<ChunkKind> {
        self.sentence.contains(&at).then(|| self.chunks[at].kind)
    }

    /// The kind of the last chunk before this one that is no adverb.
    fn kind_before(&self, at: usize) -> Option<ChunkKind> {
        (self.sentence.start..at).rev().map(|before| self.chunks[before].kind).find(|kind| *kind != ChunkKind::Adverb)
    }

    /// The kind of the next chunk that is no adverb.
    fn kind_after(&self, at: usize) -> Option<ChunkKind> {
        (at + 1..self.sentence.end).map(|next| self.chunks[next].kind).find(|kind| *kind != ChunkKind::Adverb)
    }

    fn noun(&mut self, at: usize) {
        if self.taken == Some(at) {
            return;
        }
        let first = self.first(at);
        if first == Part::WhPossessive {
            self.push(ClauseKind::Relative, at, Some(at));
            self.top().candidate = Some(at);
            return;
        }
        let before = at.checked_sub(1).filter(|&before| before >= self.sentence.start);
        if first == Part::PossessiveClitic {
            let governed = self.last_governed.is_some() && self.last_governed == before;
            if governed {
                self.last_governed = Some(at);
            }
            // `Brenk` `’s wife`: the owner's place is hers.
            if governed && self.governed_noun == before {
                self.governed_noun = Some(at);
            }
            let top = self.top();
            if top.candidate == before && before.is_some() {
                top.candidate = Some(at);
            } else if top.candidate.is_none() && !top.has_verb && !governed {
                // `Today’s storm`: a time by itself was none.
                top.candidate = Some(at);
            }
            if let Some((object, joint)) = top.object
                && Some(object) == before
            {
                top.object = Some((at, joint));
            }
            return;
        }
        if self.governed {
            self.last_governed = Some(at);
            if self.opening.is_some() && self.governed_noun.is_none() {
                self.governed_noun = Some(at);
            }
            if self.top().has_verb && before.is_some_and(|before| self.chunks[before].kind != ChunkKind::Preposition) {
                self.top().object = Some((at, Joint::Close));
            }
            return;
        }
        let joint = match self.kind_before(at) {
            Some(ChunkKind::Conjunction) => Joint::Conjunction,
            Some(ChunkKind::Comma | ChunkKind::Stop | ChunkKind::Quoted | ChunkKind::Close) | None => Joint::Comma,
            _ => Joint::Close,
        };
        let top = *self.top();
        let is_time = self.is_time(at);
        if top.has_verb {
            let verb_follows = self.kind_after(at) == Some(ChunkKind::Verb);
            // `said John Kerry, the secretary of state, had left`
            if let Some((object, Joint::Close)) = top.object
                && joint == Joint::Comma
                && !verb_follows
            {
                self.top().object = Some((object, Joint::Apposed));
                return;
            }
            if !is_time || verb_follows && joint != Joint::Close {
                self.top().object = Some((at, joint));
            }
            return;
        }
        let reflexive = first == Part::ObjectPronoun;
        let verb_follows = self.kind_after(at) == Some(ChunkKind::Verb);
        if joint == Joint::Comma && verb_follows && top.candidate.is_some() && self.is_aside(&top) {
            // `After that, she left`
            let start = self.chunks[at].units.start;
            self.pop(start);
            return self.noun(at);
        }
        match top.candidate {
            // `All in all, she left`
            Some(_) if first == Part::SubjectPronoun && joint == Joint::Comma => self.top().candidate = Some(at),
            None if is_time && matches!(self.kind_after(at), Some(ChunkKind::Noun | ChunkKind::Comma)) => {}
            None => self.top().candidate = Some(at),
            Some(candidate) if self.is_time(candidate) && !is_time => self.top().candidate = Some(at),
            // `the man she loves`
            Some(_)
                if joint == Joint::Close
                    && !is_time
                    && !reflexive
                    && before.is_some_and(|before| self.chunks[before].kind == ChunkKind::Noun)
                    && self.kind_after(at) == Some(ChunkKind::Verb) =>
            {
                self.push(ClauseKind::Relative, at, None);
                self.top().candidate = Some(at);
            }
            // Appositions, and what is joined to the subject.
            Some(_) => {}
        }
    }

    /// A subordinate clause without a verb, in one that waits for its subject.
    fn is_aside(&self, top: &Open) -> bool {
        let outer = self.open.len().checked_sub(2).map(|outer| &self.open[outer]);
        self.clauses[top.clause].kind == ClauseKind::Subordinate
            && outer.is_some_and(|outer| !outer.has_verb && outer.candidate.is_none())
    }

    /// The clause opens with a phrase that is no subject, and so far has nobody named: `With the vote two days away,`.
    fn is_fronted(&self) -> bool {
        let Some(open) = self.open.last() else { return false };
        let Some(candidate) = open.candidate.filter(|_| !open.has_verb) else { return false };
        let clause = &self.clauses[open.clause];
        let first = self.narration.items[clause.units.start].chunk();
        let head = &self.narration.items[self.chunks[candidate].head];
        clause.kind == ClauseKind::Main
            && matches!(self.chunks[first].kind, ChunkKind::Preposition | ChunkKind::Participle | ChunkKind::Infinitive)
            && head.names.is_none()
            && !head.part.is(PartSet::PERSONAL_PRONOUN)
            && !head.part.is(PartSet::PROPER_NOUN)
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
                    let opener = self.clauses[inner.clause].opener;
                    opener.is_some_and(|opener| self.narration.has(self.chunks[opener].head, Tags::PREPOSITION))
                }
                _ => inner.has_verb && (!outer.has_verb || inner.set_off && kind == ClauseKind::Relative),
            };
            if !closes {
                break;
            }
            self.pop(end);
        }
    }

    fn verb(&mut self, at: usize) {
        let top = *self.top();
        if !top.has_verb {
            let subject = self.subject_of_open(at, &top);
            return self.has_subject(at, subject);
        }
        let outer = self.waiting();
        let parted = matches!(self.kind_before(at), Some(ChunkKind::Conjunction | ChunkKind::Comma));
        let conjoined = self.kind_before(at) == Some(ChunkKind::Conjunction);
        let free = |&(_, joint): &(usize, Joint)| !conjoined && (joint != Joint::Close || !parted);
        if let Some((object, joint)) = top.object.filter(free) {
            let governs_clause = || {
                let verb = self.clauses[top.clause].verb.map(|verb| self.chunks[verb].head);
                verb.is_some_and(|verb| self.narration.has(verb, Tags::CUE)) && self.follows(object, at)
            };
            if joint != Joint::Close || outer.is_none() || governs_clause() {
                let start = object;
                let kind = if matches!(joint, Joint::Close | Joint::Apposed) {
                    ClauseKind::Bare
                } else {
                    self.clauses[top.clause].kind
                };
                if matches!(joint, Joint::Comma | Joint::Conjunction) {
                    self.pop(self.chunks[start].units.start);
                    if self.open.is_empty() {
                        self.push(ClauseKind::Main, start, None);
                        return self.has_subject(at, Some((object, SubjectOrder::Before)));
                    }
                }
                self.push(kind, start, None);
                return self.has_subject(at, Some((object, SubjectOrder::Before)));
            }
        }
        if let Some(depth) = outer {
            let end = self.chunks[at].units.start;
            while self.open.len() > depth + 1 {
                self.pop(end);
            }
            let top = *self.top();
            let subject = self.subject_of_open(at, &top);
            return self.has_subject(at, subject);
        }
        // `After she left the road was closed`: the preposition opens a clause.
        if let Some(subject) = self.governed_subject().filter(|_| !conjoined) {
            let opener = self.opening.unwrap_or(subject);
            self.push(ClauseKind::Subordinate, opener, Some(opener));
            return self.has_subject(at, Some((subject, SubjectOrder::Before)));
        }
        let inverted = self.inverted(at);
        let subject = match inverted {
            Some(subject) => Some((subject, SubjectOrder::After)),
            None if parted => {
                let depth = self.joined_to(at);
                while self.open.len() > depth + 1 {
                    self.pop(self.chunks[at].units.start);
                }
                let joined = self.top().clause;
                self.clauses[joined].subject.map(|subject| (subject, SubjectOrder::Shared))
            }
            None => None,
        };
        let last = self.top().clause;
        let kind = self.clauses[last].kind;
        self.pop(self.chunks[at].units.start);
        self.push(kind, at, None);
        self.has_subject(at, subject);
    }

    /// The clause, by its place on the stack, that a verb behind a conjunction is joined to: the innermost, but of a verb
    /// that reports the innermost that reports too. `She said it was late and added`
    fn joined_to(&self, at: usize) -> usize {
        let reports = |chunk: usize| self.narration.takes_clause(self.chunks[chunk].head);
        let innermost = self.open.len() - 1;
        if !reports(at) {
            return innermost;
        }
        let same = self.open.iter().rposition(|open| {
            let clause = &self.clauses[open.clause];
            clause.subject.is_some() && clause.verb.is_some_and(reports)
        });
        same.unwrap_or(innermost)
    }

    /// Nothing but adverbs and what prepositions govern stands between the noun phrase and the verb.
    fn follows(&self, noun: usize, verb: usize) -> bool {
        self.chunks[noun + 1..verb]
            .iter()
            .all(|chunk| matches!(chunk.kind, ChunkKind::Adverb | ChunkKind::Preposition | ChunkKind::Noun))
    }

    /// The innermost clause that has a subject and waits for its verb, by its place on the stack.
    fn waiting(&self) -> Option<usize> {
        let depth = self.open.len();
        (0..depth.saturating_sub(1)).rev().take(DEEPEST).find(|&at| {
            !self.open[at].has_verb
                && (self.open[at].candidate.is_some() || self.clauses[self.open[at].clause].opener.is_some())
        })
    }

    /// The subject of a verb group that is the first of its clause.
    fn subject_of_open(&mut self, at: usize, top: &Open) -> Option<(usize, SubjectOrder)> {
        if let Some(asked) = self.asked(at) {
            return Some((asked, SubjectOrder::After));
        }
        if let Some(candidate) = top.candidate {
            return Some((candidate, SubjectOrder::Before));
        }
        let opener = self.clauses[top.clause].opener;
        if let Some(inverted) = self.inverted(at) {
            return Some((inverted, SubjectOrder::After));
        }
        if let Some(opener) = opener.filter(|_| !top.governed) {
            // `who in turn said`, but of `that` only where it stands right before the verb.
            let relative = self.chunks[opener].kind == ChunkKind::Relative;
            let near = relative || self.kind_before(at) == Some(self.chunks[opener].kind);
            if near && self.first(opener) != Part::WhAdverb {
                return Some((opener, SubjectOrder::Before));
            }
        }
        if let Some(subject) = self.governed_subject() {
            return Some((subject, SubjectOrder::Before));
        }
        // `when told Perez was`
        let near = at.checked_sub(1).filter(|&near| self.last_governed == Some(near));
        if let Some(near) = near.filter(|&near| self.kind(near.wrapping_sub(1)) == Some(ChunkKind::Participle)) {
            return Some((near, SubjectOrder::Before));
        }
        // `so many left`
        let before = (self.sentence.start..at).rev().find(|&before| self.chunks[before].kind != ChunkKind::Adverb);
        before
            .filter(|&before| self.chunks[before].kind == ChunkKind::Adjective)
            .map(|before| (before, SubjectOrder::Before))
    }

    /// `what dishes would you recommend`: a bare auxiliary, a subject and the rest of the verb.
    fn asked(&self, at: usize) -> Option<usize> {
        let head = self.narration.items[self.chunks[at].head].part;
        let bare = head == Part::Modal || head.is(PartSet::DO);
        let next = at + 1;
        let verb = (next + 1..self.sentence.end.min(next + 6)).find(|&verb| {
            !matches!(
                self.chunks[verb].kind,
                ChunkKind::Preposition | ChunkKind::Noun | ChunkKind::Adverb | ChunkKind::Conjunction
            )
        })?;
        (bare && self.kind(next) == Some(ChunkKind::Noun) && self.chunks[verb].kind == ChunkKind::Base).then_some(next)
    }

    /// The noun phrase that a preposition seems to govern, with no verb since: `after the mayor left`.
    fn governed_subject(&self) -> Option<usize> {
        self.governed_noun.filter(|_| self.opening.is_some())
    }

    /// The clause that is open waits for its subject.
    fn may_be_subject(&self) -> bool {
        !self.governed && self.open.last().is_some_and(|open| open.candidate.is_none() && !open.has_verb)
    }

    /// `did Trump say`, `is this`, `said Trump`: the subject stands after the verb group.
    fn inverted(&self, at: usize) -> Option<usize> {
        let next = at + 1;
        let noun = self.kind(next) == Some(ChunkKind::Noun) && self.first(next) != Part::PossessiveClitic;
        if !noun || self.is_time(next) {
            return None;
        }
        let head = self.narration.items[self.chunks[at].head].part;
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
                        || self.first(next).is(PartSet::of(&[Part::SubjectPronoun, Part::Pronoun]))
                }
            };
            return (opens && asks).then_some(next);
        }
        let cue = self.narration.has(self.chunks[at].head, Tags::CUE);
        let spoken = matches!(before, Some(ChunkKind::Comma | ChunkKind::Quoted)) || before.is_none();
        let object = self.first(next) == Part::ObjectPronoun;
        (cue && spoken && !object && self.follows_speech(at)).then_some(next)
    }

    /// A quotation, or a clause and a comma, stands right before the verb.
    fn follows_speech(&self, at: usize) -> bool {
        match self.kind_before(at) {
            Some(ChunkKind::Quoted) => true,
            Some(ChunkKind::Comma) => self.open.len() == 1 && self.top_has_verb(),
            _ => false,
        }
    }

    fn top_has_verb(&self) -> bool {
        self.open.last().is_some_and(|open| open.has_verb)
    }

    fn has_subject(&mut self, at: usize, subject: Option<(usize, SubjectOrder)>) {
        let top = self.top();
        top.has_verb = true;
        top.object = None;
        let clause = top.clause;
        (self.opening, self.governed_noun) = (None, None);
        let clause = &mut self.clauses[clause];
        clause.verb = Some(at);
        if let Some((subject, order)) = subject {
            clause.subject = Some(subject);
            clause.order = order;
            if order == SubjectOrder::After {
                self.taken = Some(subject);
            }
        }
    }
}
