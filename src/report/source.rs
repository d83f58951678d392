//! The whole noun phrase of a source: what belongs to it besides what the walk from its cue reaches.

use super::reporting_clause::Construction;
use crate::gazetteer::Kind;
use crate::lexicon::{Tags, Word};
use crate::syntax::Kinds;
use crate::syntax::Phrase;
use crate::syntax::Syntax;
use crate::text::{Shape, TokenKind};

/// How far a complement may reach, in units, and how often a phrase may grow: keeps every search linear.
const FAR: usize = 24;
const GROWTHS: usize = 4;

/// What parts a phrase from what stands after it.
const EDGES: Kinds = Kinds::COMMA.union(Kinds::DASH).union(Kinds::TERMINAL).union(Kinds::COLON);

impl Syntax<'_, '_> {
    /// The subject with all that belongs to it, and without what only stands between it and its verb.
    pub(super) fn whole_source(&self, subject: Phrase, construction: Construction, verb: usize) -> Phrase {
        let subject = self.after_relative(&subject, verb).unwrap_or(subject);
        match construction {
            Construction::Before => self.widened(self.after_place(subject)),
            Construction::Parenthetical => self.widened(self.without_parenthesis(self.after_place(subject))),
            Construction::Shared | Construction::Participle => self.without_parenthesis(self.after_place(subject)),
            Construction::After => self.extended(subject),
            Construction::Source | Construction::Noun => subject,
        }
    }

    /// `Brenk, who heard it, said`: after the comma that closes the clause the verb is its antecedent’s.
    fn after_relative(&self, subject: &Phrase, verb: usize) -> Option<Phrase> {
        let pronoun = subject.head;
        let relative = subject.units.len() == 1 && self.is_any_word(pronoun, &[Word::Who, Word::Which]);
        let opened = pronoun.checked_sub(1).filter(|&at| relative && (self.is_comma(at) || self.is_dash(at)))?;
        let closes = |at: usize| self.is_comma(at) && self.is_comma(opened) || self.is_dash(at) && self.is_dash(opened);
        if !(pronoun + 1..verb).any(closes) {
            return None;
        }
        let antecedent = self.phrase_ending_at(opened.checked_sub(1)?)?;
        self.opens_clause(antecedent.units.start).then_some(antecedent)
    }

    /// The phrase begun further to the left: what it stands in as a complement, and what it is joined to.
    fn widened(&self, mut phrase: Phrase) -> Phrase {
        for _ in 0..GROWTHS {
            phrase = match self.coordinated(&phrase).or_else(|| self.complemented(&phrase)) {
                Some(wider) => wider,
                None => break,
            };
        }
        // `Then Brenk said`
        if self.is_word(phrase.units.start, Word::Then) && phrase.units.start < phrase.head {
            phrase.units.start += 1;
        }
        self.counted(phrase)
    }

    /// `more than half of`, `about four in ten`, `at least a dozen`: what limits a number belongs to it.
    fn counted(&self, mut phrase: Phrase) -> Phrase {
        let floor = self.sentence_of(phrase.units.start).start;
        for _ in 0..GROWTHS {
            let start = phrase.units.start;
            let number = |at: usize| {
                self.is(at, TokenKind::Number)
                    || self.has(at, Tags::NUMERAL)
                    || self.is_any_word(at, &[Word::Half, Word::A, Word::An, Word::One])
            };
            let Some(before) = start.checked_sub(1).filter(|&at| at >= floor && number(start)) else { break };
            let word = self.word(before);
            let single = ["about", "almost", "around", "nearly", "roughly", "over", "under", "some", "only", "just"];
            let pair = |first: &[&str], second: &str| {
                before > floor
                    && word.eq_ignore_ascii_case(second)
                    && first.iter().any(|first| self.word(before - 1).eq_ignore_ascii_case(first))
            };
            if pair(&["more", "fewer", "less"], "than") || pair(&["at"], "least") || pair(&["at"], "most") {
                phrase.units.start = before - 1;
            } else if single.iter().any(|single| word.eq_ignore_ascii_case(single)) {
                phrase.units.start = before;
            } else if self.is_any_word(before, &[Word::Of, Word::In])
                && before > floor
                && (number(before - 1)
                    || self.is_word(before - 1, Word::Out) && before >= floor + 2 && number(before - 2))
            {
                phrase.units.start = if number(before - 1) { before - 1 } else { before - 2 };
            } else {
                break;
            }
        }
        phrase
    }

    /// `a cook from Kestrel Bay, Velmar, said`: the place after a place does not speak.
    fn after_place(&self, subject: Phrase) -> Phrase {
        let start = subject.units.start;
        let place = |at: usize| self.units[at].names == Some(Kind::Place);
        let within = start.checked_sub(3).filter(|&preposition| {
            preposition > self.sentence_of(start).start
                && subject.head == start
                && self.is_comma(start - 1)
                && place(start - 2)
                && (place(start) || self.units[start].names.is_none() && self.units[start].shape == Shape::Capital)
                && self.has(preposition, Tags::PREPOSITION)
        });
        let Some(whole) = within.and_then(|_| self.phrase_ending_at(start - 2)) else { return subject };
        // `After talks in Paris, Russia said`: what stands after a preposition is no subject.
        let governed = whole.units.start.checked_sub(1).is_some_and(|before| {
            before >= self.sentence_of(start).start && self.has(before, Tags::PREPOSITION | Tags::SUBORDINATOR)
        });
        if whole.units.start + 1 >= start - 1 || self.has(whole.units.start, Tags::PREPOSITION) || governed {
            return subject;
        }
        let named = whole.units.start.checked_sub(2).filter(|&name| {
            self.is_comma(name + 1) && self.units[name].names == Some(Kind::Person) && !self.is_pronoun(whole.head)
        });
        match named.and_then(|name| self.phrase_ending_at(name)) {
            Some(name) => Phrase { units: name.units.start..subject.units.end, head: name.head },
            None => Phrase { units: whole.units.start..subject.units.end, head: whole.head },
        }
    }

    /// `Brenk and her aides`, `pilots, crews and some owners`: only where the first of them opens a clause.
    fn coordinated(&self, right: &Phrase) -> Option<Phrase> {
        let sentence = self.sentence_of(right.units.start);
        let floor = sentence.start.max(right.units.start.saturating_sub(FAR));
        let mut and = right.units.start.checked_sub(1)?;
        while and > floor && self.is_word(and, Word::Even) {
            and -= 1;
        }
        if and <= floor || !self.is_any_word(and, &[Word::And, Word::Or, Word::Nor]) {
            return None;
        }
        let serial = self.is_comma(and - 1);
        let mut last = if serial { and.checked_sub(2)? } else { and - 1 };
        let mut listed = 0;
        while last >= floor {
            let left = self.phrase_ending_at(last).filter(|left| left.units.start >= floor)?;
            let speaks = !self.is_time(left.head) && !self.is(left.head, TokenKind::Number);
            if !speaks
                || self.quote(left.head).is_some()
                || self.has(left.head, Tags::OBJECT) && !self.has(left.head, Tags::SUBJECT)
            {
                return None;
            }
            let start = left.units.start;
            let listing = start > floor && self.is_comma(start - 1);
            if self.opens_clause(start) && (listed > 0 || !serial) {
                // `Brenk, Vardell and others`: a person named before the comma is one of them.
                let person = |phrase: &Phrase| self.units[phrase.head].names == Some(Kind::Person);
                let named = listing && person(&left);
                let sole = named.then(|| start.checked_sub(2)).flatten().and_then(|last| self.phrase_ending_at(last));
                if let Some(first) = sole.filter(|first| person(first) && self.opens_clause(first.units.start)) {
                    return Some(Phrase { units: first.units.start..right.units.end, head: first.head });
                }
                // In a list the comma before its first member is none of the list's.
                let more = listing.then(|| start.checked_sub(2)).flatten();
                let earlier = more
                    .and_then(|more| self.phrase_ending_at(more))
                    .filter(|more| more.units.start == sentence.start && self.looks_plural(more.head));
                let start = match earlier {
                    Some(earlier) if listed > 0 || self.looks_plural(left.head) => earlier.units.start,
                    _ => start,
                };
                return Some(Phrase { units: start..right.units.end, head: left.head });
            }
            if !listing {
                return None;
            }
            listed += 1;
            last = start.checked_sub(2)?;
        }
        None
    }

    /// Nothing of its own clause stands before what begins here.
    fn opens_clause(&self, at: usize) -> bool {
        let start = self.sentence_of(at).start;
        if at <= start {
            return true;
        }
        let before = at - 1;
        self.is_comma(before)
            || self.is_dash(before)
            || self.is(before, TokenKind::Semicolon)
            || self.is(before, TokenKind::Colon)
            || self.is_hyphen(before) && self.text.tokens[self.units[at].first()].spaced
            || self.quote(before).is_some()
            || self.has(before, Tags::CONJUNCTION | Tags::SUBORDINATOR)
            || self.is_any_word(before, &[Word::That, Word::Said])
    }

    /// `a report released by the port`, `pilots who know the bay`: the noun before the participle or pronoun.
    fn complemented(&self, phrase: &Phrase) -> Option<Phrase> {
        let start = phrase.units.start;
        let sentence = self.sentence_of(start);
        let floor = sentence.start.max(start.saturating_sub(FAR));
        // `cheered as they said`, `waited and the pilot said`: a clause of its own begins.
        let before = start.checked_sub(1).filter(|&before| before > floor)?;
        // `a cook who sailed before the war said`: a war says nothing, so no clause begins with it.
        let speaks = || {
            self.name(phrase.head).is_some()
                || self.has(phrase.head, Tags::ROLE | Tags::PREPOSITION)
                || self.looks_plural(phrase.head)
                || self.units[phrase.head].shape != Shape::Lower
        };
        let when = || self.is_any_word(before, &[Word::Before, Word::After, Word::Since, Word::Until]) && !speaks();
        if self.is_pronoun(phrase.head) || self.has(before, Tags::SUBORDINATOR | Tags::CONJUNCTION) && !when() {
            return None;
        }
        let mut finite = 0;
        for at in (floor + 1..start).rev() {
            let ends = self.is_boundary(at) || self.has(at, Tags::SUBORDINATOR) && !self.has(at, Tags::PREPOSITION);
            if ends {
                return None;
            }
            let relative = self.is_any_word(at, &[Word::Who, Word::Whose])
                || self.is_any_word(at, &[Word::That, Word::Which]) && self.is_verb(at + 1);
            if relative {
                // `who spoke to discuss the plan said`, but not `who said the pilot left`.
                let reports = self.has(start - 1, Tags::CUE) && !self.is_word(start.wrapping_sub(2), Word::To);
                return if finite > 0 && !reports { self.headed_by(at - 1, phrase, false) } else { None };
            }
            if finite == 0
                && self.is_participle(at)
                // Nothing stands between `a report filed` and its time in `Thursday says`.
                && (at + 1 < start || self.is_time(at + 1) || self.has(at, Tags::GERUND))
                && let Some(before) = self.before_adverbs(at)
                && let Some(whole) = self.headed_by(before, phrase, true)
            {
                return Some(whole);
            }
            if self.is_verb(at) {
                finite += 1;
            }
        }
        None
    }

    /// A participle that may follow its noun: `released by`, `filed Thursday`, `handling a suit`.
    fn is_participle(&self, at: usize) -> bool {
        let Some(known) = self.units.get(at) else { return false };
        if known.shape != Shape::Lower || known.tags.intersects(Tags::AUXILIARY | Tags::MODAL) {
            return false;
        }
        if known.tags.intersects(Tags::GERUND) {
            return !known.tags.contains(Tags::CUE) && !self.is_terminal(at + 1);
        }
        if known.word == Some(Word::Said) {
            return false;
        }
        let past = known.tags.intersects(Tags::PARTICIPLE | Tags::ED_FORM);
        past && (self.has(at + 1, Tags::PREPOSITION) || self.is_time(at + 1))
    }

    /// The phrase that ends at `last` and opens its clause, grown to the end of `phrase`.
    fn headed_by(&self, last: usize, phrase: &Phrase, reduced: bool) -> Option<Phrase> {
        let noun = self.phrase_ending_at(last)?;
        // A person’s name takes a finite verb, and so does a pronoun.
        let acts = self.units[noun.head].names == Some(Kind::Person) || self.is_pronoun(noun.head);
        let takes = !reduced || !acts || self.is_any_word(noun.head, &[Word::Others, Word::Someone, Word::Everyone]);
        let opens = self.opens_clause(noun.units.start) && !self.has(noun.units.start, Tags::TIME);
        (takes && opens).then_some(Phrase { units: noun.units.start..phrase.units.end, head: noun.head })
    }

    /// A subject whose parenthesis says how, when or where, or tells more of one who is known, goes without it.
    fn without_parenthesis(&self, mut subject: Phrase) -> Phrase {
        let cut = (subject.head + 1..subject.units.end)
            .find(|&at| self.is_comma(at) || self.is_dash(at))
            .filter(|&comma| !self.is_apposition(comma + 1, &subject));
        if let Some(comma) = cut {
            subject.units.end = comma;
        }
        subject
    }

    /// What stands after the comma names its noun again.
    fn is_apposition(&self, first: usize, subject: &Phrase) -> bool {
        if self.is_any_word(first, &[Word::Who, Word::Whose]) {
            return self.tells_who(first, subject);
        }
        if self.is_any_word(first, &[Word::Which, Word::When, Word::However, Word::Though, Word::Too]) {
            return false;
        }
        if self.is_any_word(first, &[Word::Of, Word::At, Word::From, Word::Then, Word::Former, Word::Both]) {
            return true;
        }
        if self.has(first, Tags::GERUND) {
            // `acting director`, `including Brenk`
            let mut nouns = (first + 1..first + 4).take_while(|&at| self.is_nominal(at));
            return self.has(first, Tags::PREPOSITION) || nouns.any(|at| self.has(at, Tags::ROLE));
        }
        let determined = |at: usize| self.has(at, Tags::DETERMINER | Tags::POSSESSIVE);
        // `also a pilot`
        determined(first)
            || self.is_adverb(first) && determined(first + 1)
            || self.has(first, Tags::ROLE | Tags::NUMERAL)
            || !(self.has(first, Tags::PREPOSITION | Tags::SUBORDINATOR)
                || self.is_adverb(first)
                || self.is_time(first)
                || self.has(first, Tags::PARTICIPLE | Tags::ED_FORM) && self.units[first].shape == Shape::Lower)
    }

    /// A relative clause tells who a person is where the whole name is given; else it tells what one did.
    fn tells_who(&self, pronoun: usize, subject: &Phrase) -> bool {
        let head = &self.units[subject.head];
        let whole = head.names.is_some() && (head.end() > head.first() + 1 || subject.units.start < subject.head);
        let verb = (pronoun + 1..self.sentence_of(pronoun).end).find(|&at| !self.is_adverb(at));
        whole && !verb.is_some_and(|verb| self.is_word(verb, Word::Said))
    }

    /// The source after `according to`, with its complements and appositions.
    pub(super) fn source_after(&self, first: usize, limit: usize, leads: bool) -> Option<Phrase> {
        let mut phrase = self.phrase_starting_at(first, limit)?;
        let close = (phrase.units.end..limit.min(first + FAR)).find(|&at| self.is_boundary(at)).unwrap_or(limit);
        // In front of its clause only a comma shows where the source ends.
        if !leads || self.is_comma(close) {
            self.complement(&mut phrase, close);
        }
        self.drop_place_of_utterance(&mut phrase);
        let end = phrase.units.end;
        if !leads {
            return Some(self.extended(phrase));
        }
        // A relative clause between commas parts the source from its clause, so it is the source’s: `, which runs it,`.
        let relative = self.is_comma(end) && self.has(end + 1, Tags::WH);
        let longer = if relative {
            (end + 1..limit.min(end + FAR)).find(|&at| self.is_boundary(at)).unwrap_or(end)
        } else {
            self.apposition_end(end, limit, &phrase)
        };
        let clause = (end + 1..longer).any(|at| self.is_verb(at) && !self.has(at, Tags::GERUND));
        let person = self.units.get(end + 1).is_some_and(|known| known.names == Some(Kind::Person));
        let named = person && self.has(phrase.head, Tags::PERSON_ROLE);
        let again = named || self.has(end + 1, Tags::DETERMINER | Tags::POSSESSIVE | Tags::ROLE);
        let named_again = again && !clause && !self.begins_the_clause(end + 1, longer, limit, &phrase);
        if self.is_comma(longer) && (named_again || relative) {
            phrase.units.end = longer;
        }
        Some(phrase)
    }

    /// `According to officials, the storm, the worst in years, killed two`: what looks like an apposition of the source
    /// is the subject of the clause, since after it no other comes, or since it is one and the source are many.
    fn begins_the_clause(&self, first: usize, comma: usize, limit: usize, source: &Phrase) -> bool {
        let alone = self.first_subject(comma + 1, limit).is_none() && self.first_subject(first, limit).is_some();
        let many = self.looks_plural(source.head) && self.name(source.head).is_none();
        let one = self
            .phrase_starting_at(first, comma)
            .is_some_and(|phrase| !self.looks_plural(phrase.head) && !self.has(phrase.head, Tags::GROUP_ROLE));
        alone || many && one
    }

    /// `said that, according to X, CLAUSE`, `It is known: According to X, CLAUSE`: what stands before the source, whose
    /// first unit this is, is no clause that it could have told.
    pub(super) fn source_leads(&self, first: usize) -> bool {
        let start = self.sentence_of(first).start;
        if first <= start + 1 {
            return first == start || self.has(start, Tags::CONJUNCTION);
        }
        let last = first - 2;
        let opened = self.is_word(last, Word::That) || self.has(last, Tags::SUBORDINATOR | Tags::CONJUNCTION);
        self.is(first - 1, TokenKind::Colon)
            || self.is(first - 1, TokenKind::Semicolon)
            || self.is_comma(first - 1) && opened
            || self.leads_with_phrase(first)
    }

    /// `At the heart of it, according to X, CLAUSE`
    pub(super) fn leads_with_phrase(&self, first: usize) -> bool {
        let start = self.sentence_of(first).start;
        let Some(comma) = first.checked_sub(1).filter(|&comma| comma > start && self.is_comma(comma)) else {
            return false;
        };
        self.has(start, Tags::PREPOSITION)
            && (start..comma).all(|at| !self.is_verb(at) && !self.is_comma(at) && self.quote(at).is_none())
    }

    fn is_boundary(&self, at: usize) -> bool {
        self.is_any(at, EDGES) || self.quote(at).is_some() && !self.is_nominal(at)
    }

    /// Nouns after a name, further prepositions, participles and relative clauses, up to `close`.
    fn complement(&self, phrase: &mut Phrase, close: usize) {
        while phrase.units.end < close {
            let end = phrase.units.end;
            // `pilots who know the bay`: the clause goes on.
            if (phrase.head + 1..end).any(|at| self.is_word(at, Word::Who)) {
                phrase.units.end = close;
                break;
            }
            let person = self.units[phrase.head].names == Some(Kind::Person);
            let noun = |at: usize| self.is_nominal(at) && !self.is_adverb(at) && !self.is_time(at) && !self.is_verb(at);
            if noun(end) && !(person && end == phrase.head + 1) {
                let Some(next) = self.core_end(end, close) else { break };
                // `the port records`: the last noun is what speaks, unless something is tied to the first.
                if end == phrase.head + 1 || self.is_clitic(end - 1) {
                    phrase.head = next - 1;
                }
                phrase.units.end = next;
                continue;
            }
            if self.attaches(end) && !self.is_time(end + 1) && !self.is_word(end, Word::As) {
                let Some(next) = self.core_end(end + 1, close) else { break };
                phrase.units.end = next;
                continue;
            }
            let joined = self.is_any_word(end, &[Word::And, Word::Or])
                && !(end + 1..close).any(|at| self.is_verb(at) && !self.has(at, Tags::GERUND));
            let modifies = self.is_any_word(end, &[Word::Who, Word::That, Word::Which])
                || self.has(end, Tags::PARTICIPLE | Tags::ED_FORM | Tags::GERUND)
                || self.is_adverb(end) && self.has(end + 1, Tags::PARTICIPLE | Tags::ED_FORM);
            if joined || modifies && !person {
                phrase.units.end = close;
            }
            break;
        }
    }

    /// `Brenk in a letter`: where a person spoke is no part of the person.
    fn drop_place_of_utterance(&self, phrase: &mut Phrase) {
        let place = phrase.head + 1;
        let dropped = self.units[phrase.head].names == Some(Kind::Person)
            && place < phrase.units.end
            && self.is_word(place, Word::In)
            && self.has(place + 1, Tags::DETERMINER | Tags::POSSESSIVE)
            && self
                .core_end(place + 1, phrase.units.end)
                .is_some_and(|end| self.has(end - 1, Tags::DOCUMENT_ROLE | Tags::NOUN_CUE));
        if dropped {
            phrase.units.end = place;
        }
    }

    /// `a majority of her crew`, `a group of pilots`: many, though the article says one.
    pub(super) fn counts_many(&self, subject: &Phrase) -> bool {
        self.looks_plural(subject.units.end - 1)
            && subject.units.clone().take(4).any(|at| self.is_word(at, Word::Of) || self.has(at, Tags::NUMERAL))
    }

    /// The phrase ended further to the right, where no verb of its own follows.
    fn extended(&self, mut phrase: Phrase) -> Phrase {
        let limit = self.sentence_of(phrase.head).end;
        self.drop_place_of_utterance(&mut phrase);
        let from = phrase.units.end;
        let close = (from..limit.min(from + FAR)).find(|&at| self.is_boundary(at)).unwrap_or(limit);
        if self.units[phrase.head].names != Some(Kind::Person) {
            self.complement(&mut phrase, close);
        }
        for _ in 0..GROWTHS {
            let end = phrase.units.end;
            let longer = self.apposition_end(end, limit, &phrase);
            if longer <= end {
                break;
            }
            phrase.units.end = longer;
        }
        phrase
    }

    /// The end of one more apposition: `, 39, a cook at the inn, who came in May`.
    fn apposition_end(&self, comma: usize, limit: usize, phrase: &Phrase) -> usize {
        let first = comma + 1;
        // What follows another’s name in a relative clause tells of the other: `who advised Orla Brenk, the mayor`.
        let another = self.units[comma - 1].names == Some(Kind::Person)
            && (phrase.head..comma).any(|at| self.is_word(at, Word::Who));
        if !self.is_comma(comma) || first >= limit || another {
            return comma;
        }
        let opens = if self.is_word(first, Word::Who) {
            self.tells_who(first, phrase)
        } else {
            let nominal = self.has(first, Tags::DETERMINER | Tags::POSSESSIVE | Tags::ROLE | Tags::NUMERAL)
                || self.is_nominal(first) && self.quote(first).is_none();
            let other = self.has(first, Tags::GERUND | Tags::PREPOSITION | Tags::SUBORDINATOR | Tags::WH)
                || self.is_adverb(first)
                || self.is_time(first)
                || self.is_verb(first)
                || self.is_pronoun(first)
                || self.is_word(first + 1, Word::Than);
            nominal && !other
        };
        if !opens {
            return comma;
        }
        let stops = Kinds::COMMA | Kinds::QUOTE | Kinds::TERMINAL | Kinds::DASH;
        let end = self.find(first..limit.min(first + FAR), stops);
        let Some(end) = end else { return comma };
        // A clause of its own is no apposition: `, the ferry sailed`.
        let mut relative = false;
        for at in first..end {
            relative |= self.has(at, Tags::WH) || self.is_word(at, Word::That);
            let finite = self.is_verb(at) && !self.has(at, Tags::GERUND | Tags::PARTICIPLE | Tags::ED_FORM);
            if finite && !relative {
                return comma;
            }
        }
        end
    }
}
