//! What rules ask of the clauses: whose verb it is, and which subject a clause has with all that belongs to it.

use std::ops::Range;

use super::constituents::{Chunk, Clause, ClauseKind, SubjectOrder};
use super::grammar::ChunkKind;
use super::noun_phrase::Phrase;
use super::units::{Syntax, Unit};
use crate::gazetteer::Kind;
use crate::lexicon::{Cue, CueClass, Frames, Lexicon, Part, PartSet, PersonCues, Word, WordClass};

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
        self.clauses_beside(verb).find(|clause| clause.verb == Some(chunk))
    }

    /// The clauses of the sentence of a unit, in the order in which they begin.
    fn clauses_beside(&self, unit: usize) -> impl Iterator<Item = &Clause> {
        let sentence = self.units.get(unit).map_or(usize::MAX, Unit::sentence);
        let first = self.clauses.partition_point(|clause| self.sentence_at(clause) < sentence);
        self.clauses[first..].iter().take_while(move |clause| self.sentence_at(clause) == sentence)
    }

    /// The clause whose subject begins at this unit and whose verb follows before `limit`.
    pub(crate) fn clause_with_subject_at(&self, unit: usize, limit: usize) -> Option<&Clause> {
        self.clauses_beside(unit).find(|clause| {
            clause.order == SubjectOrder::Before
                && clause.subject.is_some_and(|noun| self.chunks[noun].units.end > unit)
                && (unit..limit).contains(&self.verb_start(clause))
                && self.subject_phrase(clause).is_some_and(|(phrase, _)| phrase.units.start == unit)
        })
    }

    /// The units of the relative clause whose pronoun stands here, as the subject right before its verb.
    pub(crate) fn relative_clause_at(&self, unit: usize) -> Option<Range<usize>> {
        let clause = self.clauses_beside(unit).find(|clause| clause.units.start == unit)?;
        let subject = &self.chunks[clause.subject.filter(|_| clause.kind == ClauseKind::Relative)?].units;
        (subject.start == unit && self.verb_start(clause) == subject.end).then(|| clause.units.clone())
    }

    /// `which critics say was late`: a verb here has its subject, a relative pronoun, in front of the verb that reports it.
    pub(crate) fn is_verb_of_relative(&self, unit: usize) -> bool {
        let clause = self.clause_of(unit).filter(|clause| clause.kind == ClauseKind::Bare);
        clause.and_then(|clause| clause.subject).is_some_and(|subject| {
            matches!(self.chunks[subject].kind, ChunkKind::Relative | ChunkKind::Subordinator)
                && self.chunks[subject].units.end < unit
        })
    }

    /// A word that a finite clause may follow: that, because, when, but not `by` or `without`.
    pub(crate) fn opens_clause(&self, opener: &Chunk) -> bool {
        self.units[opener.head].part == Part::WhAdverb || self.has(opener.head, WordClass::SUBORDINATOR)
    }

    /// The first unit of the verb of a clause.
    fn verb_start(&self, clause: &Clause) -> usize {
        clause.verb.map_or(usize::MAX, |verb| self.chunks[verb].units.start)
    }

    /// The first subject of a verb that begins at `start` or later and whose verb stands before `limit`, relative pronouns
    /// aside.
    pub(crate) fn first_subject(&self, start: usize, limit: usize) -> Option<Phrase> {
        let subjects = self.clauses_beside(start).filter_map(|clause| {
            let subject = &self.chunks[clause.subject?];
            let fits = subject.kind != ChunkKind::Relative
                && subject.units.start >= start
                && subject.units.end <= limit
                && self.verb_start(clause) < limit;
            fits.then_some((subject.units.start, clause))
        });
        let (_, clause) = subjects.min_by_key(|&(start, _)| start)?;
        self.subject_phrase(clause).map(|(phrase, _)| phrase)
    }

    /// The subject of the first main clause of the sentence, that of this verb aside.
    pub(crate) fn main_subject_beside(&self, verb: usize) -> Option<Phrase> {
        let chunk = self.units[verb].chunk();
        let clause = self.clauses_beside(verb).find(|clause| {
            clause.kind == ClauseKind::Main
                && clause.order != SubjectOrder::Shared
                && clause.verb != Some(chunk)
                && clause.subject.is_some_and(|noun| self.chunks[noun].kind != ChunkKind::Relative)
        })?;
        self.subject_phrase(clause).map(|(phrase, _)| phrase)
    }

    /// The subject of the last main clause that has its verb before this unit.
    pub(crate) fn leading_subject(&self, before: usize) -> Option<Phrase> {
        let main = self.clauses_beside(before).filter(|clause| {
            clause.kind == ClauseKind::Main && clause.order != SubjectOrder::Shared && self.verb_start(clause) < before
        });
        let clause = main.filter(|clause| clause.subject.is_some()).last()?;
        self.subject_phrase(clause).map(|(phrase, _)| phrase)
    }

    /// A clause that nothing subordinates has its verb among these units.
    pub(crate) fn has_main_clause(&self, units: Range<usize>) -> bool {
        let mut main = self.clauses_beside(units.start).filter(|clause| clause.kind == ClauseKind::Main);
        main.any(|clause| units.contains(&self.verb_start(clause)))
    }

    /// Whose a participle is that stands apart: `Trump left, saying`. The subject of the clause that it stands in or that has
    /// just ended, best one that may speak, whatever clauses are inside.
    pub(crate) fn controller_of(&self, unit: usize) -> Option<Phrase> {
        let clauses = || self.clauses_beside(unit).filter(|clause| clause.subject.is_some());
        let before = |clause: &&Clause| self.verb_start(clause) < unit;
        let around = |clause: &&Clause| before(clause) && clause.units.contains(&unit);
        let somebody = |clause: &&Clause| clause.subject.is_some_and(|noun| self.may_speak(self.chunks[noun].head));
        // `Brenk added, saying`
        let beside = self.units[unit].chunk().checked_sub(2).filter(|_| self.is_comma(unit.wrapping_sub(1)));
        let beside = beside.filter(|&verb| self.has(self.chunks[verb].head, WordClass::CUE));
        let reports = |clause: &&Clause| beside.is_some() && clause.verb == beside;
        let clause = clauses()
            .find(reports)
            .or_else(|| clauses().filter(around).find(somebody))
            .or_else(|| clauses().find(around))
            .or_else(|| clauses().filter(before).find(somebody))
            .or_else(|| clauses().filter(before).last())?;
        let verb = self.chunks[clause.verb?].head;
        self.subject_of(verb).map(|subject| subject.phrase)
    }

    /// The noun phrase that a relative pronoun stands for.
    pub(crate) fn antecedent_of_relative(&self, pronoun: usize) -> Option<Phrase> {
        let sentence = self.sentence_of(pronoun);
        let before = pronoun.checked_sub(1).filter(|&before| before >= sentence.start)?;
        let last = if self.is_comma(before) { before.checked_sub(1)? } else { before };
        self.phrase_ending_at(last).filter(|phrase| phrase.units.start >= sentence.start)
    }

    /// A verb that takes a clause or a quotation: `say`, but not `praise`.
    pub(crate) fn takes_clause(&self, verb: usize) -> bool {
        let takes = Frames::QUOTE | Frames::CLAUSE | Frames::BARE;
        self.takes(verb, takes)
    }

    /// The same for a verb that means nothing else: `say`, but not `hold`.
    pub(crate) fn only_reports(&self, verb: usize) -> bool {
        self.takes_clause(verb) && self.cues_of(verb).iter().all(|cue| !cue.frames.contains(Frames::NONREPORT))
    }

    /// Nobody says anything with the verb: `thought`.
    pub(crate) fn only_thinks(&self, verb: usize) -> bool {
        let mut plain = self.cues_of(verb).iter().filter(|cue| cue.particle.is_empty()).peekable();
        plain.peek().is_some() && plain.all(|cue| cue.class == CueClass::Thought)
    }

    /// `said the road was closed`
    pub(crate) fn takes_bare_clause(&self, verb: usize) -> bool {
        let takes = Frames::CLAUSE | Frames::BARE;
        self.takes(verb, takes)
    }

    /// `praised the plan`
    pub(crate) fn takes_object(&self, verb: usize) -> bool {
        let takes = Frames::NOUN | Frames::PREDICATE | Frames::OBJECT_TO | Frames::ADDRESSEE;
        self.takes(verb, takes)
    }

    /// `dismissed the plan`: a verb of speech whose object somebody else has made.
    pub(crate) fn only_reacts(&self, verb: usize) -> bool {
        self.takes(verb, Frames::NOUN) && !self.takes(verb, Frames::BARE | Frames::CLAUSE | Frames::ADDRESSEE)
    }

    /// `quoted her as a friend`
    pub(crate) fn takes_object_as(&self, verb: usize) -> bool {
        self.takes(verb, Frames::AS)
    }

    /// `“No,” called the guard`
    pub(crate) fn takes_quotation(&self, verb: usize) -> bool {
        self.takes(verb, Frames::QUOTE)
    }

    /// `urged her to leave`
    pub(crate) fn takes_object_to(&self, verb: usize) -> bool {
        self.takes(verb, Frames::OBJECT_TO)
    }

    /// A verb that tells somebody something: `told`, `asked`.
    pub(crate) fn takes_addressee(&self, verb: usize) -> bool {
        self.cues_of(verb).iter().any(|cue| cue.frames.contains(Frames::ADDRESSEE))
    }

    /// The verb, without a particle, has one of these frames.
    fn takes(&self, verb: usize, frames: Frames) -> bool {
        self.cues_of(verb).iter().any(|cue| cue.particle.is_empty() && cue.frames.intersects(frames))
    }

    fn cues_of(&self, verb: usize) -> &'static [Cue] {
        let Some(unit) = self.units.get(verb).filter(|unit| unit.tags.has(WordClass::CUE)) else { return &[] };
        let lexicon = Lexicon::bundled();
        lexicon.known(self.text.tokens[unit.first()].entry).verb.map_or(&[][..], |verb| lexicon.cues(verb))
    }

    /// A name of somebody, a pronoun for one, or a noun for people, groups and what they write.
    pub(crate) fn may_speak(&self, head: usize) -> bool {
        let unit = &self.units[head];
        matches!(unit.names, Some(Kind::Person | Kind::Organization))
            || unit.part.is(PartSet::of(&[Part::SubjectPronoun, Part::WhPronoun]))
            || unit.tags.has(PersonCues::ROLE | PersonCues::TITLE)
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

    /// `nor did she say`: the auxiliary that stands with the subject before a base form.
    pub(crate) fn asking_auxiliary(&self, verb: usize) -> Option<usize> {
        let unit = self.units.get(verb).filter(|unit| unit.part.is(PartSet::BASE))?;
        let first = unit.chunk().checked_sub(2)?;
        let [group, subject] = &self.chunks[first..first + 2] else { return None };
        let auxiliary = &self.units[group.head];
        let asks = group.kind == ChunkKind::Verb
            && subject.kind == ChunkKind::Noun
            && auxiliary.part.is(PartSet::DO.or(PartSet::of(&[Part::Modal])))
            && auxiliary.sentence() == unit.sentence();
        asks.then_some(group.head)
    }

    fn sentence_at(&self, clause: &Clause) -> usize {
        self.units.get(clause.units.start).map_or(usize::MAX, |unit| unit.sentence())
    }

    /// The verb group that this noun is the subject of.
    pub(crate) fn predicate_of(&self, noun: usize) -> Option<Range<usize>> {
        let unit = self.units.get(noun)?;
        let chunk = unit.chunk();
        let clause = self.clauses_beside(noun).find(|clause| clause.subject == Some(chunk))?;
        let group = self.chunks[clause.verb?].units.clone();
        let verb = group.clone().find(|&unit| self.units[unit].part.is(PartSet::VERB)).unwrap_or(group.start);
        // `the mast would hold never faded`, but `the rents were high` `was a first`, and `was ill` `came`
        let predicative = group.start > 0 && self.units[group.start - 1].part.is(PartSet::BE);
        let auxiliary = self.units[verb].part.is(PartSet::BE.or(PartSet::HAVE).or(PartSet::DO))
            || self.units[verb].part == Part::Modal;
        Some(if auxiliary || predicative { verb } else { group.start }..group.end)
    }

    /// The noun is the subject of a clause inside another one: `After Brenk left, Tarn sang`, `Tarn knew that Brenk had left`.
    pub(crate) fn is_embedded_subject(&self, noun: usize) -> bool {
        let chunk = self.units[noun].chunk();
        let own = |clause: &&Clause| clause.subject == Some(chunk) && clause.order != SubjectOrder::Shared;
        let first = self.sentence_of(noun).start;
        // `after` is a preposition as often.
        let fronted = self.chunks[chunk].units.start == first + 1 && self.opens_fronted(first);
        self.clauses_beside(noun).find(own).is_some_and(|clause| fronted || clause.kind != ClauseKind::Main)
    }

    /// The noun begins what follows a clause or phrase at the head of its sentence: `After Brenk left, Tarn sang`.
    pub(crate) fn is_after_fronted_clause(&self, noun: usize) -> bool {
        let first = self.sentence_of(noun).start;
        let start = self.core_start(noun);
        start > first + 1 && self.is_comma(start - 1) && self.opens_fronted(first)
    }

    fn opens_fronted(&self, first: usize) -> bool {
        self.has(first, WordClass::SUBORDINATOR | WordClass::PREPOSITION) || self.units[first].part == Part::WhAdverb
    }

    /// The subject of a finite verb: all that belongs to it, whatever stands between the two.
    pub(crate) fn subject_of(&self, verb: usize) -> Option<Subject> {
        let clause = self.clause_of(verb)?;
        let chunk = clause.subject?;
        if clause.order == SubjectOrder::Shared {
            // The verb that it is the subject of at first hand.
            let own = |own: &&Clause| own.subject == Some(chunk) && own.order != SubjectOrder::Shared;
            let own = self.clauses_beside(verb).find(own)?;
            let (phrase, _) = self.subject_phrase(own)?;
            return Some(Subject { phrase, order: SubjectOrder::Shared, parted: false });
        }
        let (phrase, parted) = self.subject_phrase(clause)?;
        Some(Subject { phrase, order: clause.order, parted })
    }

    /// `said it was late and left`, `vowing to stay and said`: a conjunction joins the verb to one whose subject stands before
    /// `unit`.
    pub(crate) fn joins_before(&self, verb: usize, unit: usize) -> bool {
        let clause = self.clause_of(verb).filter(|clause| clause.order == SubjectOrder::Shared);
        let subject = clause.and_then(|clause| clause.subject);
        subject.is_some_and(|subject| self.chunks[subject].units.start < unit)
    }

    /// Where the phrase ends before `on Tuesday`, which is said of the verb; `a poll in June` keeps its month.
    fn before_time(&self, phrase: &Phrase, end: usize) -> usize {
        let named = self.name(phrase.head).is_some();
        let time = |at: usize| {
            self.has(at, if named { WordClass::TIME | WordClass::DAY | WordClass::MONTH } else { WordClass::DAY })
        };
        let mut close = end;
        // `the pilots who left on Monday`
        if (phrase.units.end..end).any(|at| self.is_verb(at)) {
            return end;
        }
        while close > phrase.units.end && (time(close - 1) || self.is_adverb(close - 1)) {
            close -= 1;
        }
        let governed = close < end && close > phrase.units.end && self.has(close - 1, WordClass::PREPOSITION);
        if governed { close - 1 } else { close }
    }

    /// The subject of a clause, and whether a comma or a dash stands between it and its verb.
    fn subject_phrase(&self, clause: &Clause) -> Option<(Phrase, bool)> {
        let chunk = clause.subject?;
        let group = self.chunks[clause.verb?].units.clone();
        let last = self.chunks[chunk].units.end - 1;
        let mut phrase = Phrase { units: self.chunks[chunk].units.clone(), head: self.chunks[chunk].head };
        if let Some(whole) = self.phrase_ending_at(last).filter(|_| self.chunks[chunk].kind == ChunkKind::Noun) {
            phrase = whole;
        }
        if clause.order != SubjectOrder::Before || self.chunks[chunk].kind == ChunkKind::Relative {
            return Some((phrase, false));
        }
        let more = self.phrase_starting_at(self.chunks[chunk].units.start, group.start);
        let end = more.map_or(phrase.units.end, |more| more.units.end.max(phrase.units.end));
        // `Secretary of State Jane Doe`
        if let Some(whole) = self.phrase_ending_at(end - 1).filter(|whole| whole.units.start == phrase.units.start) {
            phrase.head = whole.head;
        }
        let is_mark = |at: usize| self.is_comma(at) || self.is_dash(at) || self.ends_in_comma(at);
        let mut close = group.start;
        while close > end && (is_mark(close - 1) && self.quote(close - 1).is_none() || self.is_adverb(close - 1)) {
            close -= 1;
        }
        // `pilots, sailors and officials say`: a comma inside alone parts nothing.
        let parted = (close.saturating_sub(1)..group.start).any(is_mark);
        // `pilots and crews`: of those without a name the last one tells what they are.
        let listed = !parted && (end..close).any(|at| self.is_comma(at)) && self.name(phrase.head).is_none();
        if let Some(last) = self.phrase_ending_at(close.saturating_sub(1)).filter(|_| listed) {
            phrase.head = last.head;
        }
        // `the agency’s spokesman, Rufus Tarn, said`: the name in apposition is the head.
        if parted && self.name(phrase.head).is_none() {
            phrase.head = self.apposed_name(end, close).unwrap_or(phrase.head);
        }
        // `Brenk sat there and called`: what looked like a part of the subject is another clause.
        let joins = self.has(close.saturating_sub(1), WordClass::CONJUNCTION);
        if joins && !self.is_word(close - 1, Word::Both) {
            return Some((phrase, parted));
        }
        phrase.units.end = if parted { close } else { self.before_time(&phrase, close) };
        Some((phrase, parted))
    }
}
