//! The subject of each verb group, whatever stands between them.

use super::clause::{Joint, OpenClause, Reader};
use super::constituents::{ClauseKind, SubjectOrder};
use super::grammar::ChunkKind;
use crate::gazetteer::Kind;
use crate::lexicon::{Part, PartSet, PersonCues, Word, WordClass};

/// No verb group stands further after the comma and noun phrase that it shows to be its subject, in chunks.
const FARTHEST_VERB: usize = 10;

impl Reader<'_, '_, '_> {
    pub(super) fn noun(&mut self, at: usize) {
        if self.taken == Some(at) {
            return;
        }
        let first = self.first(at);
        // `the mayor herself`
        if self.syntax.has(self.chunks[at].head, WordClass::REFLEXIVE) && self.kind_before(at) == Some(ChunkKind::Noun)
        {
            return;
        }
        if first == Part::WhPossessive {
            self.push(ClauseKind::Relative, at, Some(at));
            self.top().candidate = Some(at);
            return;
        }
        let before = at.checked_sub(1).filter(|&before| before >= self.sentence.start);
        if first == Part::PossessiveClitic {
            let governed = before.is_some() && (self.governed_noun == before || self.last_governed == before);
            if self.last_governed == before {
                self.last_governed = Some(at);
            }
            // `Brenk` `’s wife`: the owner's place is hers.
            if self.governed_noun == before {
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
        // `learning there was`: these are subjects, whatever stands before them.
        let only_subject = first.is(PartSet::of(&[Part::SubjectPronoun, Part::Existential]));
        if self.governed && !only_subject {
            self.last_governed = Some(at);
            if self.opening.is_some() && self.governed_noun.is_none() {
                self.governed_noun = Some(at);
            }
            // `began telling reporters the road was closed`
            let by_verb = before.is_some_and(|before| {
                matches!(
                    self.chunks[before].kind,
                    ChunkKind::Participle | ChunkKind::Infinitive | ChunkKind::Base | ChunkKind::Adverb
                )
            });
            // `a statement saying it was late`
            let told = by_verb && before.is_some_and(|before| self.syntax.takes_bare_clause(self.chunks[before].head));
            let top = self.top();
            if top.has_verb && by_verb && (top.object.is_none() || told) {
                top.object = Some((at, Joint::Close));
            }
            return;
        }
        let joint = self.joint(at);
        if joint == Joint::Comma && self.explains_governed(at) {
            return;
        }
        let top = *self.top();
        let is_time = self.is_time(at);
        // `If she said that it was late, they left`: the main clause begins.
        if top.has_verb && joint == Joint::Comma && self.awaits_main() && self.verb_follows(at) {
            self.pop_to_main(at);
            self.top().candidate = Some(at);
            return;
        }
        if top.has_verb {
            let verb_follows = self.verb_follows(at);
            // `said John Kerry, the secretary of state, had left`
            if let Some((object, Joint::Close)) = top.object
                && joint == Joint::Comma
                && !verb_follows
                && self.is_reported_subject(&top)
            {
                self.top().object = Some((object, Joint::Apposed));
                return;
            }
            // `said the mayor and her aides had left`
            let pronoun = first.is(PartSet::of(&[Part::SubjectPronoun, Part::Existential]));
            let joined = joint == Joint::Conjunction && self.kind_before(at - 1) == Some(ChunkKind::Noun) && !pronoun;
            if joined && self.is_subject_of_reported(&top) {
                return;
            }
            // `it will do, Brenk, an aide, and her friend, said`
            if joint != Joint::Close && !verb_follows && matches!(top.object, Some((_, Joint::Comma))) {
                return;
            }
            // `said the day was long`, but not `had this week said`
            let when = self.kind(at + 1) == Some(ChunkKind::Subordinator) && self.first(at + 1) == Part::WhAdverb;
            let told = (verb_follows || when) && self.tells(&top) == Some(at);
            if !is_time || told || verb_follows && joint != Joint::Close {
                self.top().object = Some((at, joint));
            }
            return;
        }
        let reflexive = first == Part::ObjectPronoun;
        let verb_follows = joint == Joint::Comma && self.verb_follows(at);
        if verb_follows && top.candidate.is_some() && self.is_aside(&top) {
            // `After that, she left`
            let start = self.chunks[at].units.start;
            self.pop(start);
            return self.noun(at);
        }
        match top.candidate {
            // `the mayor, she said, left`
            Some(_) if verb_follows && self.is_reporting(at) => {
                self.push(ClauseKind::Bare, at, None);
                self.top().candidate = Some(at);
            }
            // `Orla Brenk, the head of the depot said`
            Some(candidate) if verb_follows && self.is_open_apposition(candidate, at) => {}
            // `All in all, she left`
            Some(_) if verb_follows => self.top().candidate = Some(at),
            // `the, the mayor`
            Some(candidate) if self.is_article(candidate) => self.top().candidate = Some(at),
            None if is_time && matches!(self.kind_after(at), Some(ChunkKind::Noun | ChunkKind::Comma)) => {}
            None => self.top().candidate = Some(at),
            Some(candidate) if self.is_time(candidate) && !is_time => self.top().candidate = Some(at),
            // `the man she loves`
            Some(_)
                if joint == Joint::Close
                    && !is_time
                    && !reflexive
                    && !self.syntax.units[self.chunks[at].head].is_quote()
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

    /// The noun phrase right after the verb of a clause is the subject of another one: `said the mayor had left`.
    fn is_reported_subject(&self, open: &OpenClause) -> bool {
        // `told the court her husband had left`
        let told = |first: usize| {
            self.syntax.takes_addressee(self.chunks[first - 1].head) && self.kind(first) == Some(ChunkKind::Noun)
        };
        matches!(open.object, Some((object, Joint::Close))
            if self.tells(open).is_some_and(|first| first == object || first + 1 == object && told(first)))
    }

    /// What stands right after the verb of a clause, if it takes another clause.
    fn tells(&self, open: &OpenClause) -> Option<usize> {
        let verb = self.clauses[open.clause].verb?;
        self.syntax.takes_bare_clause(self.chunks[verb].head).then_some(verb + 1)
    }

    /// The same where the verb takes nothing else: not `charged the mayor and her aides left`.
    pub(super) fn is_subject_of_reported(&self, open: &OpenClause) -> bool {
        let verb = self.clauses[open.clause].verb.map(|verb| self.chunks[verb].head);
        let quoted = open.object.is_some_and(|(object, _)| self.syntax.units[self.chunks[object].head].is_quote());
        !quoted && self.is_reported_subject(open) && verb.is_some_and(|verb| !self.syntax.takes_object(verb))
    }

    /// `as Brenk, the mayor, put it`: the noun phrase between commas explains the one that the preposition seems to govern.
    fn explains_governed(&self, at: usize) -> bool {
        let governed = self.governed_subject().filter(|&noun| noun + 1 < at);
        let end = self.sentence.end.min(at + FARTHEST_VERB);
        let comma =
            (at + 1..end).find(|&next| !matches!(self.chunks[next].kind, ChunkKind::Preposition | ChunkKind::Noun));
        governed.is_some_and(|noun| self.chunks[noun + 1].kind == ChunkKind::Comma && noun + 2 == at)
            && comma.is_some_and(|comma| {
                self.chunks[comma].kind == ChunkKind::Comma && self.kind_after(comma) == Some(ChunkKind::Verb)
            })
    }

    /// A verb group follows the noun phrase, with nothing but what prepositions govern between them.
    fn verb_follows(&self, at: usize) -> bool {
        let end = self.sentence.end.min(at + FARTHEST_VERB);
        let next = (at + 1..end).find(|&next| {
            let governed = || matches!(self.chunks[next - 1].kind, ChunkKind::Preposition | ChunkKind::Conjunction);
            match self.chunks[next].kind {
                ChunkKind::Adverb | ChunkKind::Preposition => false,
                ChunkKind::Noun => !governed() && self.first(next) != Part::PossessiveClitic,
                // `of the mayor and her aides`
                ChunkKind::Conjunction => !self.joins_nouns(next),
                _ => true,
            }
        });
        next.is_some_and(|next| self.chunks[next].kind == ChunkKind::Verb)
    }

    /// A conjunction between what a preposition governs and another noun phrase.
    fn joins_nouns(&self, at: usize) -> bool {
        let before = at.checked_sub(2).filter(|&before| before >= self.sentence.start);
        before.is_some_and(|before| self.chunks[before].kind == ChunkKind::Preposition)
            && self.kind(at - 1) == Some(ChunkKind::Noun)
            && self.kind(at + 1) == Some(ChunkKind::Noun)
    }

    /// `, she said,`
    fn is_reporting(&self, at: usize) -> bool {
        let verb = at + 1;
        let cue = self.kind(verb) == Some(ChunkKind::Verb) && self.syntax.has(self.chunks[verb].head, WordClass::CUE);
        cue && self.kind_after(verb) == Some(ChunkKind::Comma)
    }

    /// An apposition to a person named in full, without the comma that should close it: one role, or one after another.
    fn is_open_apposition(&self, name: usize, at: usize) -> bool {
        let syntax = self.syntax;
        let head = &syntax.units[self.chunks[name].head];
        let named = head.names == Some(Kind::Person) && head.end() > head.first() + 1;
        let opens = name == self.sentence.start
            || matches!(
                self.kind_before(name),
                Some(ChunkKind::Quoted | ChunkKind::Subordinator | ChunkKind::Conjunction | ChunkKind::Stop)
            );
        let is_role = |chunk: usize| {
            let chunk = &self.chunks[chunk];
            syntax.has(chunk.head, PersonCues::PERSON_ROLE | PersonCues::TITLE)
                && !syntax.has(chunk.units.start, WordClass::POSSESSIVE)
        };
        let first = name + 2;
        let kinds = [ChunkKind::Noun, ChunkKind::Preposition, ChunkKind::Comma];
        named
            && opens
            && self.kind_after(name) == Some(ChunkKind::Comma)
            && is_role(first)
            && syntax.units[self.chunks[at].head].names != Some(Kind::Person)
            && !syntax.is_pronoun(self.chunks[at].head)
            && !self.is_time(at)
            && (first..at).all(|between| kinds.contains(&self.chunks[between].kind))
    }

    /// An article by itself, whose noun has not come.
    fn is_article(&self, at: usize) -> bool {
        [Word::The, Word::A, Word::An].into_iter().any(|word| self.is_word_chunk(at, word))
    }

    /// A subordinate clause without a verb, in one that waits for its subject.
    fn is_aside(&self, top: &OpenClause) -> bool {
        let outer = self.open.len().checked_sub(2).map(|outer| &self.open[outer]);
        self.clauses[top.clause].kind == ClauseKind::Subordinate
            && outer.is_some_and(|outer| !outer.has_verb && outer.candidate.is_none())
    }

    pub(super) fn verb(&mut self, at: usize) {
        let mut top = *self.top();
        // `those who saw more than one boat left`
        if !top.has_verb
            && self.compares(&top)
            && self.waiting().is_some_and(|outer| self.open[outer].candidate.is_some())
        {
            self.pop(self.chunks[at].units.start);
            top = *self.top();
        }
        // `A teacher who worked before the war said`
        if !top.has_verb && self.is_governed_after_all(&top, at) {
            self.pop(self.chunks[at].units.start);
            top = *self.top();
        }
        // `since announcing it and has said`: a clause without a verb has ended.
        while !top.has_verb
            && top.candidate.is_none()
            && self.open.len() > 1
            && at > self.sentence.start
            && self.chunks[at - 1].kind == ChunkKind::Conjunction
        {
            self.pop(self.chunks[at - 1].units.start);
            top = *self.top();
        }
        // `Claiming the road was closed, she left`
        if !top.has_verb
            && top.candidate.is_none()
            && let Some(noun) = at.checked_sub(1).filter(|&noun| self.is_reported_in_front(noun))
            && self.comma_and_verb_come(at)
        {
            self.push(ClauseKind::Bare, noun, None);
            return self.has_subject(at, Some((noun, SubjectOrder::Before)));
        }
        // `As she left, the crew sailed`: the preposition opens a clause in front.
        if !top.has_verb
            && top.candidate.is_none()
            && let (Some(subject), Some(opener)) = (self.governed_subject(), self.opening)
            && self.is_in_front(opener)
            && self.comma_and_verb_come(at)
        {
            self.push(ClauseKind::Subordinate, opener, Some(opener));
            return self.has_subject(at, Some((subject, SubjectOrder::Before)));
        }
        if !top.has_verb
            && let Some(speaker) = self.speaker_of_headline(at)
        {
            return self.has_subject(at, Some((speaker, SubjectOrder::After)));
        }
        if !top.has_verb {
            let subject = self.subject_of_open(at, &top);
            return self.has_subject(at, subject);
        }
        // `which critics say was late`: the pronoun is the subject of what is reported.
        if let Some(pronoun) = self.syntax.pronoun_of_reported(&self.sentence, at)
            && (self.waiting().is_none() || self.verb_comes(at))
        {
            self.push(ClauseKind::Bare, at, None);
            return self.has_subject(at, Some((pronoun, SubjectOrder::Before)));
        }
        if let Some(asked) = self.asked(at) {
            self.push(ClauseKind::Subordinate, at, None);
            return self.has_subject(at, Some((asked, SubjectOrder::After)));
        }
        let parted =
            matches!(self.kind_before(at), Some(ChunkKind::Conjunction | ChunkKind::Comma | ChunkKind::Quoted));
        // `praised the aides and crews and left`: no object is the subject of a verb that a conjunction joins.
        let conjoined = self.kind_before(at) == Some(ChunkKind::Conjunction)
            || parted && self.syntax.is_word(self.chunks[at].units.start, Word::Then)
            || self.follows_adjunct(at);
        let parted = parted || conjoined;
        // `the mayor, who came and left, said`: what a conjunction joins is not the first verb of a clause around it.
        let outer = self.waiting().filter(|_| self.kind_before(at) != Some(ChunkKind::Conjunction));
        // `faced becoming law after the mayor left`
        let after = self.opening.filter(|_| self.governed_noun.is_some_and(|noun| self.follows(noun, at)));
        let free = |&(object, joint): &(usize, Joint)| {
            !conjoined && (joint != Joint::Close || !parted) && after.is_none_or(|opening| opening < object)
        };
        if let Some(speaker) = self.speaker_after(at) {
            self.pop_to_main(at);
            self.push(ClauseKind::Main, at, None);
            return self.has_subject(at, Some((speaker, SubjectOrder::After)));
        }
        if let Some((object, joint)) = top.object.filter(free) {
            let governs_clause = || {
                let without_tense = |before: &usize| {
                    self.chunks[*before].kind.is_verbal() && self.chunks[*before].kind != ChunkKind::Verb
                };
                let before = object.checked_sub(1).filter(without_tense);
                let verb = before.or(self.clauses[top.clause].verb).map(|verb| self.chunks[verb].head);
                // `unaware the facility was closed`
                let glad = object.checked_sub(1).is_some_and(|glad| self.chunks[glad].kind == ChunkKind::Adjective);
                if glad && object + 1 == at {
                    return true;
                }
                let takes = verb.is_some_and(|verb| match before {
                    Some(_) => self.syntax.takes_clause(verb),
                    None if outer.is_some() => self.syntax.takes_bare_clause(verb),
                    None => self.syntax.has(verb, WordClass::CUE),
                });
                takes && self.follows(object, at)
            };
            let joined = joint == Joint::Conjunction && self.clauses[top.clause].kind == ClauseKind::Relative;
            // `the man she loves and her brother left`
            let outer_subject = outer.is_some_and(|outer| self.open[outer].candidate.is_some());
            // `When was the boat she had sold found?`
            let relative = joint == Joint::Close
                && self.kind(object + 1) == Some(ChunkKind::Verb)
                && object.checked_sub(1).is_some_and(|before| {
                    // `who calls herself the queen is`
                    let pronoun = self.first(before).is(PartSet::PERSONAL_PRONOUN);
                    self.kind(before) == Some(ChunkKind::Noun) && !pronoun
                });
            if joint != Joint::Close && !(joined && outer_subject) || outer.is_none() || relative || governs_clause() {
                let start = object;
                // `claimed that “it is late,” one of them left`: after a quoted clause the one around it goes on.
                let quoted = joint == Joint::Comma && self.kind_before(object) == Some(ChunkKind::Quoted);
                let kind = match self.open[..] {
                    [.., outer, _] if quoted => self.clauses[outer.clause].kind,
                    _ if matches!(joint, Joint::Close | Joint::Apposed) => ClauseKind::Bare,
                    _ => self.clauses[top.clause].kind,
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
            // `If she left they stayed`
            let object = top.object.filter(|&(object, _)| !parted && self.follows(object, at));
            if let (Some((object, _)), None) = (object, self.top().candidate) {
                self.top().candidate = Some(object);
            }
            let top = *self.top();
            let subject = self.subject_of_open(at, &top);
            return self.has_subject(at, subject);
        }
        if let Some((depth, object)) = self.pending().filter(|_| !conjoined) {
            let end = self.chunks[object].units.start;
            while self.open.len() > depth + 1 {
                self.pop(end);
            }
            self.push(ClauseKind::Bare, object, None);
            return self.has_subject(at, Some((object, SubjectOrder::Before)));
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
            // `has in the past said`
            None if self.goes_on(at) => {
                let clause = self.top().clause;
                self.clauses[clause].subject.map(|subject| (subject, SubjectOrder::Shared))
            }
            None if parted => {
                let depth = self.joined_to(at);
                while self.open.len() > depth + 1 {
                    self.pop(self.chunks[at].units.start);
                }
                let joined = self.top().clause;
                self.clauses[joined].subject.map(|subject| (subject, SubjectOrder::Shared))
            }
            None => self.subject_of_reduced().map(|subject| (subject, SubjectOrder::Before)),
        };
        let last = self.top().clause;
        let kind = self.clauses[last].kind;
        self.pop(self.chunks[at].units.start);
        self.push(kind, at, None);
        self.has_subject(at, subject);
    }

    /// Nothing but an adverb stands before the chunk in its sentence.
    fn is_in_front(&self, at: usize) -> bool {
        let before = &self.chunks[self.sentence.start..at];
        before.iter().all(|chunk| matches!(chunk.kind, ChunkKind::Adverb | ChunkKind::Conjunction | ChunkKind::Comma))
    }

    /// The noun phrase after a verb without tense that opens the sentence and may report a clause.
    fn is_reported_in_front(&self, noun: usize) -> bool {
        let Some(verb) = noun.checked_sub(1).filter(|&verb| verb >= self.sentence.start) else { return false };
        self.kind(noun) == Some(ChunkKind::Noun)
            && self.kind(verb) == Some(ChunkKind::Participle)
            && self.is_in_front(verb)
            && self.syntax.takes_bare_clause(self.chunks[verb].head)
    }

    /// A comma and a noun phrase with its verb follow.
    fn comma_and_verb_come(&self, at: usize) -> bool {
        let mut rest = self.chunks[at + 1..self.sentence.end].iter();
        let pauses = rest.any(|chunk| chunk.kind == ChunkKind::Comma || self.syntax.ends_in_comma(chunk.head));
        let mut rest = rest.map(|chunk| chunk.kind);
        pauses && rest.any(|kind| kind == ChunkKind::Noun) && rest.any(|kind| kind == ChunkKind::Verb)
    }

    /// Another verb follows, in no clause that a word opens.
    fn verb_comes(&self, at: usize) -> bool {
        let end = self.sentence.end.min(at + FARTHEST_VERB);
        let mut rest = (at + 1..end).map(|next| self.chunks[next].kind);
        let opens = |kind: ChunkKind| matches!(kind, ChunkKind::Subordinator | ChunkKind::Relative | ChunkKind::Stop);
        rest.find(|&kind| kind == ChunkKind::Verb || opens(kind)) == Some(ChunkKind::Verb)
    }

    /// Nothing but adverbs, what prepositions govern and what is joined to the noun stands between the noun phrase and the
    /// verb.
    pub(super) fn follows(&self, noun: usize, verb: usize) -> bool {
        (noun + 1..verb).all(|at| match self.chunks[at].kind {
            ChunkKind::Adverb | ChunkKind::Preposition | ChunkKind::Noun | ChunkKind::Participle => true,
            ChunkKind::Conjunction => {
                self.kind(at - 1) == Some(ChunkKind::Noun) && self.kind(at + 1) == Some(ChunkKind::Noun)
            }
            _ => false,
        })
    }

    /// `A man held as the driver who fled says`: what looked like the verb of the main clause only described its subject.
    fn subject_of_reduced(&self) -> Option<usize> {
        let main = &self.clauses[self.open.first()?.clause];
        let (verb, subject) = (main.verb?, main.subject?);
        let described = self.syntax.units[self.chunks[verb].head].part == Part::Past
            && self.syntax.head_may_be(verb, Part::Participle)
            && self.chunks[subject].kind == ChunkKind::Noun
            && self.syntax.units[self.chunks[subject].head].part.is(PartSet::of(&[Part::Noun, Part::Nouns]))
            && subject + 1 == verb;
        described.then_some(subject)
    }

    /// The subject of a verb group that is the first of its clause.
    fn subject_of_open(&mut self, at: usize, top: &OpenClause) -> Option<(usize, SubjectOrder)> {
        if let Some(asked) = self.asked(at) {
            return Some((asked, SubjectOrder::After));
        }
        // `Hours after she left`
        if let (Some(candidate), Some(subject)) = (top.candidate, self.governed_subject())
            && self.is_time(candidate)
            && self.follows(subject, at)
        {
            return Some((subject, SubjectOrder::Before));
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
        // `On the hill is a chapel`
        let next = at + 1;
        if self.syntax.units[self.chunks[at].head].part.is(PartSet::BE)
            && self.kind(next) == Some(ChunkKind::Noun)
            && self.clauses[top.clause].kind == ClauseKind::Main
        {
            return Some((next, SubjectOrder::After));
        }
        // `when told Perez was`, `Leading contenders and their aides have`
        let mut near = at.checked_sub(1).filter(|&near| self.last_governed == Some(near));
        while let Some(joined) = near.filter(|&near| self.kind(near.wrapping_sub(1)) == Some(ChunkKind::Conjunction)) {
            near = joined.checked_sub(2).filter(|&near| self.kind(near) == Some(ChunkKind::Noun));
        }
        if let Some(near) = near.filter(|&near| self.kind(near.wrapping_sub(1)) == Some(ChunkKind::Participle)) {
            return Some((near, SubjectOrder::Before));
        }
        // `so many left`
        let before = (self.sentence.start..at).rev().find(|&before| self.chunks[before].kind != ChunkKind::Adverb);
        before
            .filter(|&before| self.chunks[before].kind == ChunkKind::Adjective)
            .map(|before| (before, SubjectOrder::Before))
    }

    /// The noun phrase that a preposition seems to govern, with no verb since: `after the mayor left`.
    fn governed_subject(&self) -> Option<usize> {
        self.governed_noun.filter(|_| self.opening.is_some())
    }

    /// An adjective that stands for a noun: `many of them`.
    pub(super) fn quantity(&mut self, at: usize) {
        let joint = self.joint(at);
        let top = self.top();
        if !top.has_verb {
            top.candidate = top.candidate.or(Some(at));
        } else if joint != Joint::Close {
            top.object = Some((at, joint));
        }
    }

    pub(super) fn has_subject(&mut self, at: usize, subject: Option<(usize, SubjectOrder)>) {
        // `Please, Orla, sit down`
        let commands = self.syntax.units[self.chunks[at].head].part == Part::Imperative
            && matches!(self.kind_before(at), Some(ChunkKind::Comma) | None);
        let subject = subject.filter(|_| !commands);
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
