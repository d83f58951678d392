//! Verbs of saying, where their form could be another: what follows shows that they report.

use super::context::{COMMON_NOUN, REACH, Sentence};
use crate::lexicon::{Frames, Morphology, Part, PartSet, Word};

/// What begins with an object.
const OBJECT: PartSet = PartSet::NOUN.or(PartSet::ADJECTIVE).or(PartSet::PERSONAL_PRONOUN).or(PartSet::of(&[
    Part::Determiner,
    Part::Possessive,
    Part::Number,
]));

/// What a report begins with.
const CONTENT: PartSet = OBJECT.or(PartSet::WH).or(PartSet::of(&[
    Part::Subordinator,
    Part::Demonstrative,
    Part::Existential,
    Part::Quote,
    Part::Comma,
    Part::Dash,
    Part::Stop,
]));

impl Sentence<'_, '_> {
    /// A verb of saying right after a noun phrase, before what it may report: no participle of another verb.
    pub(super) fn reports(&self, at: usize) -> bool {
        let entry = self.text.tokens[self.start + at].entry;
        let Some(verb) = self.lexicon.known(entry).verb else { return false };
        let Some(cue) = self.lexicon.cues(verb).iter().find(|cue| cue.particle.is_empty()) else { return false };
        let Some(before) = self.before(at) else { return false };
        let subject = PartSet::NOUN.or(PartSet::of(&[
            Part::SubjectPronoun,
            Part::IndefinitePronoun,
            Part::Number,
            Part::CloseBracket,
        ]));
        let told = cue.frames.intersects(Frames::QUOTE | Frames::CLAUSE | Frames::BARE);
        // `some say`, but not `the said bill`
        let some = PartSet::of(&[Part::Determiner, Part::Demonstrative, Part::Predeterminer, Part::Adjective]);
        let article = [Some(Word::The), Some(Word::A), Some(Word::An)].contains(&self.word(before));
        let counts = self.parts[before].is(some) && !article && self.opens_clause(before);
        // `has criticized him and said that`
        let joined = self.parts[before] == Part::Conjunction;
        // `the 54-year-old said`
        let aged = before > 0 && self.parts[before].is(PartSet::ADJECTIVE) && self.parts[before - 1] == Part::Hyphen;
        if !told || !(counts || joined || aged || self.parts[before].is(subject)) || self.is_caused(before) {
            return false;
        }
        let Some(next) = self.parts.get(at + 1) else { return false };
        // `two reported cases`
        if self.parts[before] == Part::Number && next.is(COMMON_NOUN) {
            return false;
        }
        if *next == Part::To || self.word(at + 1) == Some(Word::By) {
            return false;
        }
        // `Witnesses said in court`, but `the plan announced in court`
        let transitive = Frames::NOUN | Frames::PREDICATE | Frames::NONREPORT;
        !cue.frames.intersects(transitive)
            || next.is(CONTENT) && (!next.is(OBJECT) || !cue.frames.intersects(Frames::PREDICATE))
    }

    /// Nothing but a mark, a conjunction or an opener stands before the token.
    fn opens_clause(&self, at: usize) -> bool {
        let opens = PartSet::PUNCTUATION.or(PartSet::WH).or(PartSet::of(&[Part::Conjunction, Part::Subordinator]));
        self.before(at).is_none_or(|before| self.parts[before].is(opens))
    }

    /// After a singular noun, before what it reports, or at the end of what was reported.
    pub(super) fn third_reports(&self, at: usize) -> bool {
        let token = &self.text.tokens[self.start + at];
        let Some(verb) = self.lexicon.known(token.entry).verb.filter(|_| token.has(Morphology::THIRD)) else {
            return false;
        };
        let told = Frames::QUOTE | Frames::CLAUSE;
        let tells = self.lexicon.cues(verb).iter().any(|cue| cue.particle.is_empty() && cue.frames.intersects(told));
        let Some(before) = at.checked_sub(1).filter(|_| tells) else { return false };
        if !matches!(self.parts[before], Part::Noun | Part::ProperNoun) {
            return false;
        }
        match self.parts.get(at + 1) {
            Some(Part::Subordinator) => self.word(at + 1) == Some(Word::That),
            Some(Part::Stop) => {
                let phrase = PartSet::NOUN.or(PartSet::ADJECTIVE).or(PartSet::of(&[
                    Part::Number,
                    Part::PossessiveClitic,
                    Part::Hyphen,
                ]));
                let first = (at.saturating_sub(REACH)..at).rev().take_while(|&noun| self.parts[noun].is(phrase)).last();
                let Some(first) = first.filter(|&first| first > 0) else { return false };
                let determined = self.parts[first - 1] == Part::Determiner;
                let edge = if determined { first.checked_sub(2) } else { Some(first - 1) };
                let told = edge.is_some_and(|edge| matches!(self.parts[edge], Part::Comma | Part::Quote));
                told && (determined || self.parts[first] == Part::ProperNoun)
            }
            _ => false,
        }
    }

    /// `heard the mayor say`, `did the mayor say`: another verb governs the one after this noun phrase.
    pub(super) fn is_caused(&self, noun: usize) -> bool {
        let phrase = PartSet::NOUN.or(PartSet::ADJECTIVE).or(PartSet::PERSONAL_PRONOUN).or(PartSet::of(&[
            Part::Determiner,
            Part::Possessive,
            Part::Number,
        ]));
        let before = (noun.saturating_sub(REACH)..noun).rev().find(|&before| !self.parts[before].is(phrase));
        let Some(verb) = before else { return false };
        const CAUSES: [&str; 20] = [
            "let", "letting", "make", "makes", "made", "making", "help", "helps", "helped", "helping", "hear", "hears",
            "heard", "see", "sees", "saw", "watched", "have", "had", "having",
        ];
        let asks = PartSet::DO.or(PartSet::HAVE).or(PartSet::of(&[Part::Modal]));
        CAUSES.contains(&self.text.word(self.start + verb)) || self.parts[verb].is(asks) && self.opens_question(verb)
    }
}
