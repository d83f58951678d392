//! Past or participle, where both have the same form and only the chunks around them tell.

use std::ops::Range;

use super::grammar::ChunkKind;
use super::units::Syntax;
use crate::gazetteer::Kind;
use crate::lexicon::{Part, PartSet, Word, WordClass};

/// No reduced relative clause has more chunks: `a poll` `released` `on` `Friday` `by` `the paper`.
const LONGEST_REDUCED: usize = 7;

/// No verb that a conjunction joins stands further away, in chunks.
const FARTHEST_JOINED: usize = 8;

impl Syntax<'_, '_> {
    /// Settles the verbs that a conjunction joins, and those that only describe a noun.
    pub(crate) fn settle_past_forms(&mut self) {
        self.join_nouns();
        let mut start = 0;
        for sentence in 0..self.sentences.len() {
            let end = self.sentences[sentence].end;
            let length = self.chunks[start..].iter().take_while(|chunk| chunk.units.start < end).count();
            let chunks = start..start + length;
            let mut last_verb = None;
            for at in chunks.clone() {
                match self.chunks[at].kind {
                    ChunkKind::Participle
                        if self.is_said(&chunks, at)
                            || self.joins_finite(&chunks, at, last_verb)
                            || last_verb.is_none() && self.leads_joined(&chunks, at)
                            || self.ends_clause(&chunks, at)
                            || self.is_reported_after(&chunks, at)
                            || self.follows_relative(&chunks, at)
                            || self.is_of_whose(&chunks, at)
                            || self.is_of_relative(&chunks, at) =>
                    {
                        self.make(at, Part::Past, ChunkKind::Verb);
                    }
                    ChunkKind::Participle if self.joins_perfect(&chunks, at, last_verb) => {
                        self.chunks[at].kind = ChunkKind::Verb;
                    }
                    ChunkKind::Verb if self.describes_apart(&chunks, at) => {
                        self.make(at, Part::Participle, ChunkKind::Participle);
                    }
                    ChunkKind::Verb
                        if self.joins_reduced(&chunks, at)
                            || self.describes(&chunks, at)
                            || self.describes_governed(&chunks, at) =>
                    {
                        self.make(at, Part::Participle, ChunkKind::Participle);
                    }
                    ChunkKind::Participle | ChunkKind::Base => {
                        if let Some(past) = self.reported_past(&chunks, at) {
                            self.make(at, past, ChunkKind::Verb);
                        }
                    }
                    _ => {}
                }
                if self.chunks[at].kind == ChunkKind::Verb {
                    last_verb = Some(at);
                }
            }
            start += length;
        }
    }

    /// `defended her leadership plans by`: after a verb that takes no clause, the object ends in what looked like its verb.
    fn join_nouns(&mut self) {
        let mut joined = false;
        for at in 2..self.chunks.len() {
            let sentence = |chunk: usize| self.units[self.chunks[chunk].units.start].sentence();
            let object = self.chunks[at - 1].kind == ChunkKind::Noun
                && self.units[self.chunks[at - 1].head].part == Part::Noun
                && self.chunks[at - 2].kind == ChunkKind::Verb
                && !self.takes_bare_clause(self.chunks[at - 2].head);
            let third = self.chunks[at].kind == ChunkKind::Verb
                && self.chunks[at].units.len() == 1
                && self.units[self.chunks[at].head].part == Part::Third
                && self.head_may_be(at, Part::Nouns);
            if object && third && sentence(at) == sentence(at - 2) {
                let (end, head) = (self.chunks[at].units.end, self.chunks[at].head);
                self.units[head].part = Part::Nouns;
                (self.chunks[at - 1].units.end, self.chunks[at - 1].head) = (end, head);
                // Left out below, all at once.
                self.chunks[at].units = end..end;
                self.chunks[at].kind = ChunkKind::Other;
                joined = true;
            }
        }
        if joined {
            self.chunks.retain(|chunk| !chunk.units.is_empty());
        }
    }

    fn make(&mut self, chunk: usize, part: Part, kind: ChunkKind) {
        let head = self.chunks[chunk].head;
        self.units[head].part = part;
        self.chunks[chunk].kind = kind;
    }

    /// `She called it bad and asked for more`: joined to a verb in the simple past, or with what only a finite verb has.
    fn joins_finite(&self, chunks: &Range<usize>, at: usize, last_verb: Option<usize>) -> bool {
        let Some(joined) = at.checked_sub(2).filter(|&before| before >= chunks.start) else { return false };
        let Some(verb) = last_verb else { return false };
        let conjunction = &self.chunks[at - 1];
        let joins = conjunction.kind == ChunkKind::Conjunction
            && self.is_any_word(conjunction.head, &[Word::And, Word::But])
            && self.chunks[joined].kind != ChunkKind::Participle;
        if !joins || !self.is_alone(at) || !self.head_may_be(at, Part::Past) {
            return false;
        }
        let kind = |next: usize| chunks.contains(&next).then(|| self.chunks[next].kind);
        let that = kind(at + 1) == Some(ChunkKind::Subordinator) && self.is_word(self.chunks[at + 1].head, Word::That);
        let tells = self.takes_clause(self.chunks[at].head) && (that || kind(at + 1) == Some(ChunkKind::Quoted));
        let passive = kind(at + 1) == Some(ChunkKind::Preposition) && self.is_word(self.chunks[at + 1].head, Word::By);
        let simple = self.is_alone(verb) && self.units[self.chunks[verb].head].part == Part::Past;
        tells || simple && !passive
    }

    /// `Brenk, the mayor, said it was late`: where nothing helps it, *said* has tense, and so have its like before *that*.
    fn is_said(&self, chunks: &Range<usize>, at: usize) -> bool {
        if !self.is_alone(at) || !self.head_may_be(at, Part::Past) || at == chunks.start {
            return false;
        }
        let head = self.chunks[at].head;
        let next = at + 1;
        let apart = matches!(
            self.chunks[at - 1].kind,
            ChunkKind::Comma | ChunkKind::Stop | ChunkKind::Close | ChunkKind::Quoted
        );
        // `Brenk, in May, told reporters`: what somebody is told, he is told *of* or *that*.
        let tells = chunks.contains(&next) && self.chunks[next].kind == ChunkKind::Noun && self.takes_addressee(head);
        let that = chunks.contains(&next) && self.is_word(self.chunks[next].units.start, Word::That);
        let infinitive = chunks.contains(&next) && self.chunks[next].kind == ChunkKind::Infinitive;
        let said = self.is_word(head, Word::Said)
            && !infinitive
            // `the chess great said`
            && (apart
                || matches!(self.chunks[at - 1].kind, ChunkKind::Noun | ChunkKind::Conjunction | ChunkKind::Adjective));
        // `It was late, Brenk, the mayor, acknowledged.`
        let last = next == chunks.end || self.chunks[next].kind == ChunkKind::Stop;
        let ends = last && at >= chunks.start + 2 && self.chunks[at - 2].kind == ChunkKind::Noun;
        let reports = (that || ends) && self.takes_clause(head) && !self.takes_addressee(head);
        said || apart && (tells || reports)
    }

    /// `Brenk, described as “a saint,” left`: between commas a past form with `as` or `by` only describes, and the verb comes
    /// after them.
    fn describes_apart(&self, chunks: &Range<usize>, at: usize) -> bool {
        let kind = |at: usize| chunks.contains(&at).then(|| self.chunks[at].kind);
        let apart =
            at >= chunks.start + 2 && kind(at - 1) == Some(ChunkKind::Comma) && kind(at - 2) == Some(ChunkKind::Noun);
        let described = match kind(at + 1) {
            Some(ChunkKind::Preposition) if self.is_any_word(self.chunks[at + 1].head, &[Word::As, Word::By]) => true,
            // `The letter, read out in court, states`, but not `It was late, called from the pier, she said`
            Some(ChunkKind::Preposition | ChunkKind::Adverb) => {
                at == chunks.start + 2 && !self.takes_clause(self.chunks[at].head)
            }
            // `Brenk, dubbed “the Eel”, left`
            Some(ChunkKind::Noun) => {
                at == chunks.start + 2
                    && self.quote(self.chunks[at + 1].units.start).is_some()
                    && !self.takes_clause(self.chunks[at].head)
            }
            _ => false,
        };
        let closes = |at: usize| self.chunks[at].kind == ChunkKind::Comma || self.ends_in_comma(self.chunks[at].head);
        let comes = |at: usize| {
            let verb = kind(at + 1) == Some(ChunkKind::Participle) && self.head_may_be(at + 1, Part::Past);
            verb || kind(at + 1) == Some(ChunkKind::Verb)
        };
        apart
            && described
            && self.is_alone(at)
            && self.head_may_be(at, Part::Participle)
            && (at + 2..chunks.end).find(|&at| closes(at)).is_some_and(comes)
    }

    /// `What the divers found is unclear`: the only verb of a relative clause, with the verb of its own after it.
    fn is_of_relative(&self, chunks: &Range<usize>, at: usize) -> bool {
        let kind = |at: usize| chunks.contains(&at).then(|| self.chunks[at].kind);
        // `How the fire began is unclear`, but not `When the men arrested in May fled`
        let opens = |opener: usize| match self.chunks[opener].kind {
            ChunkKind::Relative => true,
            ChunkKind::Subordinator => self.is_any_word(self.chunks[opener].head, &[Word::How, Word::Where, Word::Why]),
            _ => false,
        };
        at >= chunks.start + 2
            && opens(at - 2)
            && kind(at - 1) == Some(ChunkKind::Noun)
            && kind(at + 1) == Some(ChunkKind::Verb)
            && self.is_alone(at)
            && self.head_may_be(at, Part::Past)
    }

    /// `said Brenk as the crowd left`: the only verb of the clause that a word like *as* opens.
    fn ends_clause(&self, chunks: &Range<usize>, at: usize) -> bool {
        let Some(opener) = at.checked_sub(2).filter(|&opener| opener >= chunks.start) else { return false };
        self.chunks[opener].kind == ChunkKind::Preposition
            && self.is_word(self.chunks[opener].head, Word::As)
            && self.chunks[at - 1].kind == ChunkKind::Noun
            && (at + 1 == chunks.end || matches!(self.chunks[at + 1].kind, ChunkKind::Stop | ChunkKind::Comma))
            && self.is_alone(at)
            && self.head_may_be(at, Part::Past)
    }

    /// `A woman whose brother worked at the quarry said`
    fn is_of_whose(&self, chunks: &Range<usize>, at: usize) -> bool {
        at > chunks.start + 1
            && self.chunks[at - 1].kind == ChunkKind::Noun
            && self.units[self.chunks[at - 1].units.start].part == Part::WhPossessive
            && (at + 1..chunks.end).any(|later| self.chunks[later].kind == ChunkKind::Verb)
            && self.is_alone(at)
            && self.head_may_be(at, Part::Past)
    }

    /// `A woman whose son was hurt told the judge`: the verb of the noun that a relative clause describes.
    fn follows_relative(&self, chunks: &Range<usize>, at: usize) -> bool {
        let head = self.chunks[at].head;
        let next = at + 1;
        let that = chunks.contains(&next) && self.is_word(self.chunks[next].units.start, Word::That);
        let told = chunks.contains(&next) && self.chunks[next].kind == ChunkKind::Noun && self.takes_addressee(head);
        if at < chunks.start + 3 || !self.is_alone(at) || !self.head_may_be(at, Part::Past) || !(told || that) {
            return false;
        }
        let opener = &self.chunks[chunks.start + 1];
        let whose = self.units[opener.units.start].part == Part::WhPossessive;
        let verbs = (chunks.start + 2..at).filter(|&verb| self.chunks[verb].kind == ChunkKind::Verb).count();
        self.chunks[chunks.start].kind == ChunkKind::Noun
            && (opener.kind == ChunkKind::Relative || whose)
            && verbs == 1
            && self.takes_clause(head)
    }

    /// `The crews slept little, said Brenk in May`: the only verb of the clause that the report after the comma tells.
    fn is_reported_after(&self, chunks: &Range<usize>, at: usize) -> bool {
        let kind = |at: usize| chunks.contains(&at).then(|| self.chunks[at].kind);
        if at != chunks.start + 1
            || kind(at - 1) != Some(ChunkKind::Noun)
            || !self.is_alone(at)
            || !self.head_may_be(at, Part::Past)
        {
            return false;
        }
        let plain = |kind: ChunkKind| {
            matches!(
                kind,
                ChunkKind::Noun
                    | ChunkKind::Preposition
                    | ChunkKind::Adverb
                    | ChunkKind::Adjective
                    | ChunkKind::Infinitive
            )
        };
        let Some(comma) = (at + 1..chunks.end).find(|&next| !plain(self.chunks[next].kind)) else { return false };
        let verb = match (kind(comma), kind(comma + 1), kind(comma + 2)) {
            (Some(ChunkKind::Comma), Some(ChunkKind::Verb), Some(ChunkKind::Noun)) => comma + 1,
            (Some(ChunkKind::Comma), Some(ChunkKind::Noun), Some(ChunkKind::Verb)) => comma + 2,
            _ => return false,
        };
        let last = !(verb + 1..chunks.end).any(|later| self.chunks[later].kind == ChunkKind::Verb);
        last && self.is_alone(verb) && self.takes_bare_clause(self.chunks[verb].head)
    }

    /// `says it raised a million`, `said the crews tended to leave`: the past form of the only verb of the clause that a verb
    /// before reports.
    fn reported_past(&self, chunks: &Range<usize>, at: usize) -> Option<Part> {
        if self.pronoun_of_reported(chunks, at).is_some() {
            return self.head_may_be(at, Part::Past).then_some(Part::Past);
        }
        let past = [Part::Past, Part::HavePast].into_iter().find(|&part| self.head_may_be(at, part))?;
        let kind = |at: usize| chunks.contains(&at).then(|| self.chunks[at].kind);
        let noun = self.first_of_phrase(chunks, at.checked_sub(1)?);
        let first = &self.chunks[noun];
        let mut verb = noun.checked_sub(1)?;
        // `said roughly a third stayed`
        verb -= usize::from(kind(verb) == Some(ChunkKind::Adverb) && verb > chunks.start);
        // `said at its peak the mill employed hundreds`
        while verb > chunks.start + 1
            && kind(verb) == Some(ChunkKind::Noun)
            && kind(verb - 1) == Some(ChunkKind::Preposition)
        {
            verb -= 2;
        }
        // `told the paper it raised a million`
        let told = verb > chunks.start
            && kind(verb) == Some(ChunkKind::Noun)
            && self.takes_addressee(self.chunks[verb - 1].head);
        verb -= usize::from(told);
        // `“It is late,” says a man involved in it`
        let inverted = verb > chunks.start && kind(verb - 1) == Some(ChunkKind::Quoted);
        let reports = !inverted
            && (kind(noun) == Some(ChunkKind::Noun)
                || self.has(first.head, WordClass::NUMERAL | WordClass::DETERMINER))
            && kind(verb).is_some_and(ChunkKind::is_verbal)
            && self.takes_bare_clause(self.chunks[verb].head);
        if !reports || !self.is_alone(at) {
            return None;
        }
        // `said the men found in the water left`
        let rest = (at + 1..chunks.end).map(|next| self.chunks[next].kind);
        let mut rest = rest.take_while(|kind| {
            !matches!(
                kind,
                ChunkKind::Comma
                    | ChunkKind::Stop
                    | ChunkKind::Subordinator
                    | ChunkKind::Relative
                    | ChunkKind::Conjunction
            )
        });
        let free = !rest.any(|kind| kind == ChunkKind::Verb);
        let acts = matches!(kind(at + 1), Some(ChunkKind::Noun | ChunkKind::Infinitive | ChunkKind::Subordinator));
        let head = &self.units[first.head];
        let somebody = head.names.is_some() || head.part.is(PartSet::PERSONAL_PRONOUN);
        (free && (acts || somebody || told || !self.takes_object(self.chunks[verb].head))).then_some(past)
    }

    /// `a man who the police said fled`, `which she went on to say was late`: the relative pronoun whose verb stands right
    /// after one that reports.
    pub(super) fn pronoun_of_reported(&self, chunks: &Range<usize>, at: usize) -> Option<usize> {
        let reports = at.checked_sub(1).filter(|&verb| verb > chunks.start)?;
        let head = self.chunks[reports].head;
        if !self.takes_bare_clause(head) || self.takes_addressee(head) {
            return None;
        }
        let mut verb = reports;
        while self.chunks[verb].kind == ChunkKind::Infinitive && verb > chunks.start {
            verb -= 1;
        }
        let pronoun = verb.checked_sub(2).filter(|&pronoun| pronoun > chunks.start)?;
        let relative = match self.chunks[pronoun].kind {
            // `in what they said was a mistake`, but `What they said was wrong`
            ChunkKind::Relative if self.is_word(self.chunks[pronoun].head, Word::What) => {
                let before = self.chunks[pronoun - 1].kind;
                before == ChunkKind::Preposition || before.is_verbal()
            }
            ChunkKind::Relative => true,
            ChunkKind::Subordinator => {
                self.is_word(self.chunks[pronoun].head, Word::That) && self.chunks[pronoun - 1].kind == ChunkKind::Noun
            }
            _ => false,
        };
        let follows = self.chunks[verb].kind == ChunkKind::Verb && self.chunks[verb - 1].kind == ChunkKind::Noun;
        (relative && follows).then_some(pronoun)
    }

    /// The first chunk of the noun phrase that ends with this one: owners, and what prepositions tie to it.
    fn first_of_phrase(&self, chunks: &Range<usize>, last: usize) -> usize {
        let is = |at: Option<usize>, kind| at.is_some_and(|at| chunks.contains(&at) && self.chunks[at].kind == kind);
        let mut first = last;
        while is(Some(first), ChunkKind::Noun) {
            let owned = self.is_owned(first);
            let tied = is(first.checked_sub(1), ChunkKind::Preposition) && is(first.checked_sub(2), ChunkKind::Noun);
            match (owned, tied) {
                (true, _) if is(first.checked_sub(1), ChunkKind::Noun) => first -= 1,
                (false, true) => first -= 2,
                _ => break,
            }
        }
        first
    }

    /// `the bridge, built in May and closed in June, would reopen`: joined to a participle between commas, with the verb of
    /// the noun after them.
    fn joins_reduced(&self, chunks: &Range<usize>, at: usize) -> bool {
        let kind = |at: usize| chunks.contains(&at).then(|| self.chunks[at].kind);
        let plain = |kind: ChunkKind| {
            matches!(kind, ChunkKind::Noun | ChunkKind::Preposition | ChunkKind::Adverb | ChunkKind::Adjective)
        };
        let joined = at > chunks.start + 3
            && kind(at - 1) == Some(ChunkKind::Conjunction)
            && self.is_alone(at)
            && self.units[self.chunks[at].head].part == Part::Past
            && self.head_may_be(at, Part::Participle);
        if !joined {
            return false;
        }
        let mut before = (chunks.start.max(at.saturating_sub(LONGEST_REDUCED))..at - 1).rev();
        let Some(first) = before.find(|&before| !plain(self.chunks[before].kind)) else { return false };
        let opens = first > chunks.start + 1
            && kind(first) == Some(ChunkKind::Participle)
            && kind(first - 1) == Some(ChunkKind::Comma)
            && kind(first - 2) == Some(ChunkKind::Noun);
        let after = (at + 1..chunks.end.min(at + LONGEST_REDUCED)).find(|&next| !plain(self.chunks[next].kind));
        opens
            && after
                .is_some_and(|comma| kind(comma) == Some(ChunkKind::Comma) && kind(comma + 1) == Some(ChunkKind::Verb))
    }

    /// `according to a poll released Friday`, `In a letter sent to aides, Brenk said`: the noun is governed by a preposition.
    fn describes_governed(&self, chunks: &Range<usize>, at: usize) -> bool {
        let Some(last) = at.checked_sub(1).filter(|last| chunks.contains(last)) else { return false };
        let Some(before) = self.first_of_phrase(chunks, last).checked_sub(1).filter(|to| chunks.contains(to)) else {
            return false;
        };
        let end = self.chunks[before].units.end;
        let source = end >= 2 && self.is_word(end - 1, Word::To) && self.is_word(end - 2, Word::According);
        // The sentence has a subject and a verb after the comma.
        let kinds = || self.chunks[at + 1..chunks.end].iter().map(|chunk| chunk.kind);
        let goes_on = || kinds().skip_while(|&kind| kind != ChunkKind::Comma).any(|kind| kind == ChunkKind::Verb);
        let leads = before == chunks.start
            && self.chunks[before].kind == ChunkKind::Preposition
            && !self.has(self.chunks[before].head, WordClass::SUBORDINATOR)
            && self.units[self.chunks[last].head].part == Part::Noun
            && goes_on();
        // `told the Gazette in an interview aired on Sunday`
        let indefinite = last > chunks.start
            && self.chunks[last - 1].kind == ChunkKind::Preposition
            && self.is_any_word(self.chunks[last].units.start, &[Word::A, Word::An])
            && self.units[self.chunks[last].head].part == Part::Noun
            && !self.has(self.chunks[last - 1].head, WordClass::SUBORDINATOR)
            && (chunks.start..last).any(|verb| self.chunks[verb].kind == ChunkKind::Verb)
            && !self.takes_bare_clause(self.chunks[at].head)
            && (!chunks.contains(&(at + 1))
                || matches!(self.chunks[at + 1].kind, ChunkKind::Preposition | ChunkKind::Stop | ChunkKind::Comma)
                || self.is_time(self.chunks[at + 1].head));
        (source || leads || indefinite)
            && self.chunks[last].kind == ChunkKind::Noun
            && self.is_alone(at)
            && self.units[self.chunks[at].head].part == Part::Past
            && self.head_may_be(at, Part::Participle)
    }

    /// `Brenk climbed down and said`: the first verb of the sentence, to which a conjunction joins one in the past.
    fn leads_joined(&self, chunks: &Range<usize>, at: usize) -> bool {
        if at == chunks.start || self.chunks[at - 1].kind != ChunkKind::Noun || !self.is_alone(at) {
            return false;
        }
        let end = chunks.end.min(at + FARTHEST_JOINED);
        let stops = |kind: ChunkKind| {
            kind.is_verbal()
                || matches!(kind, ChunkKind::Comma | ChunkKind::Stop | ChunkKind::Subordinator | ChunkKind::Relative)
        };
        let verb = (at + 1..end).find(|&next| stops(self.chunks[next].kind));
        verb.is_some_and(|verb| {
            self.chunks[verb].kind == ChunkKind::Verb
                && self.chunks[verb - 1].kind == ChunkKind::Conjunction
                && self.units[self.chunks[verb].head].part == Part::Past
                && self.head_may_be(at, Part::Past)
        })
    }

    /// `She has called it bad and asked for more`: the auxiliary is that of both.
    fn joins_perfect(&self, chunks: &Range<usize>, at: usize, last_verb: Option<usize>) -> bool {
        let participle = self.units[self.chunks[at].head].part == Part::Participle;
        let alone = at > chunks.start && participle && self.is_alone(at);
        let Some(verb) = last_verb.filter(|_| alone) else { return false };
        let conjunction = &self.chunks[at - 1];
        let group = self.chunks[verb].units.clone();
        let joins =
            conjunction.kind == ChunkKind::Conjunction && self.is_any_word(conjunction.head, &[Word::And, Word::But]);
        let passive = group.clone().any(|unit| self.units[unit].part.is(PartSet::BE));
        joins
            && !passive
            && group.clone().any(|unit| self.units[unit].part.is(PartSet::HAVE))
            && group.len() > 1
            && self.units[self.chunks[verb].head].part == Part::Participle
    }

    /// `A poll released Friday found`, `a letter, emailed to aides, said`: another finite verb follows whose subject the noun
    /// has to be.
    fn describes(&self, chunks: &Range<usize>, at: usize) -> bool {
        let before = at.checked_sub(1).filter(|&before| before > chunks.start);
        let parted = before.is_some_and(|before| self.chunks[before].kind == ChunkKind::Comma);
        let Some(noun) = at.checked_sub(1 + usize::from(parted)).filter(|&noun| noun >= chunks.start) else {
            return false;
        };
        let head = self.chunks[noun].head;
        let owned = self.is_owned(noun);
        let described = self.chunks[noun].kind == ChunkKind::Noun
            && (parted || self.units[head].names != Some(Kind::Person))
            && self.units[head].part.is(PartSet::NOUN)
            && (noun == chunks.start || owned || self.chunks[noun - 1].kind != ChunkKind::Noun);
        let verb = self.chunks[at].head;
        // Nothing is `said` or `argued` but words.
        let tells = self.takes_bare_clause(verb) && !self.takes_object(verb);
        let part = self.units[verb].part;
        if tells || !described || !self.is_alone(at) || part != Part::Past || !self.head_may_be(at, Part::Participle) {
            return false;
        }
        let end = chunks.end.min(at + LONGEST_REDUCED);
        let mut next = at + 1;
        if parted && (next >= end || self.chunks[next].kind != ChunkKind::Preposition) {
            return false;
        }
        while next < end {
            let kind = |at: usize| (at < end).then(|| self.chunks[at].kind);
            match self.chunks[next].kind {
                ChunkKind::Adverb => next += 1,
                ChunkKind::Noun if self.is_time(self.chunks[next].head) => next += 1,
                // `A letter made public in May said`
                ChunkKind::Noun | ChunkKind::Adjective if self.is_word(self.chunks[next].head, Word::Public) => {
                    next += 1
                }
                ChunkKind::Noun if self.units[self.chunks[next].units.start].part == Part::PossessiveClitic => {
                    next += 1
                }
                ChunkKind::Preposition if kind(next + 1) == Some(ChunkKind::Noun) => next += 2,
                ChunkKind::Comma if parted => return kind(next + 1) == Some(ChunkKind::Verb),
                kind => return !parted && kind == ChunkKind::Verb,
            }
        }
        false
    }

    /// The chunk has one verb and no more.
    pub(super) fn is_alone(&self, chunk: usize) -> bool {
        self.chunks[chunk].units.clone().filter(|&unit| self.units[unit].part.is(PartSet::VERB)).count() == 1
    }

    /// The head of the chunk has this part of speech in other sentences.
    pub(super) fn head_may_be(&self, chunk: usize, part: Part) -> bool {
        self.may_be(self.chunks[chunk].head, part)
    }
}
