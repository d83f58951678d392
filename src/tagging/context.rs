//! What stands around a token of a sentence, as the [rules](super::repair) ask it.

use crate::lexicon::{Lexicon, Part, PartSet, PersonCues, Word, WordClass};
use crate::text::Text;

/// The tokens of one sentence with their parts so far.
pub(super) struct Sentence<'s, 't> {
    pub(super) text: &'s Text<'t>,
    pub(super) lexicon: &'s Lexicon,
    pub(super) start: usize,
    pub(super) parts: &'s [Part],
}

pub(super) const VERB_OR_TO: PartSet = PartSet::VERB.or(PartSet::of(&[Part::To]));
pub(super) const AUXILIARY: PartSet = PartSet::BE.or(PartSet::HAVE).or(PartSet::DO).or(PartSet::of(&[Part::Modal]));
/// What no clause goes on after.
pub(super) const BOUNDARY: PartSet = PartSet::WH.or(PartSet::of(&[
    Part::Stop,
    Part::Quote,
    Part::Dash,
    Part::Subordinator,
    Part::OpenBracket,
    Part::CloseBracket,
]));
/// What can only be a subject.
pub(super) const SUBJECT: PartSet = PartSet::of(&[Part::SubjectPronoun, Part::Existential]);
/// The last word of a noun phrase.
pub(super) const NOMINAL: PartSet =
    PartSet::NOUN.or(PartSet::of(&[Part::IndefinitePronoun, Part::Demonstrative, Part::Number, Part::Pronoun]));
pub(super) const PRESENT: PartSet = PartSet::of(&[
    Part::Present,
    Part::Third,
    Part::BePresent,
    Part::BeThird,
    Part::HavePresent,
    Part::HaveThird,
    Part::Modal,
]);
pub(super) const COMMON_NOUN: PartSet = PartSet::of(&[Part::Noun, Part::Nouns]);
/// The first word of an object: a participle after its noun has none.
pub(super) const OBJECT: PartSet = PartSet::PERSONAL_PRONOUN
    .or(PartSet::NOUN)
    .or(PartSet::ADJECTIVE)
    .or(PartSet::of(&[Part::Determiner, Part::Possessive, Part::IndefinitePronoun]));
/// What a subject and the phrases that hang on it are made of.
pub(super) const PHRASE_OF_SUBJECT: PartSet =
    PartSet::NOUN.or(PartSet::ADJECTIVE).or(PartSet::ADVERB).or(PartSet::of(&[
        Part::Determiner,
        Part::Predeterminer,
        Part::Possessive,
        Part::PossessiveClitic,
        Part::Preposition,
        Part::Number,
        Part::Hyphen,
        Part::IndefinitePronoun,
        Part::Demonstrative,
        Part::ObjectPronoun,
        Part::Pronoun,
    ]));
/// What noun phrases and prepositions are made of.
pub(super) const PHRASE: PartSet = PartSet::NOUN.or(PartSet::ADJECTIVE).or(PartSet::ADVERB).or(PartSet::of(&[
    Part::Determiner,
    Part::Possessive,
    Part::PossessiveClitic,
    Part::Preposition,
    Part::To,
    Part::Particle,
    Part::Base,
    Part::Number,
    Part::Hyphen,
    Part::Conjunction,
    Part::IndefinitePronoun,
]));

/// No rule looks further back, in tokens.
pub(super) const REACH: usize = 24;

/// A verb is not looked for further back: a sentence may be as long as its text.
pub(super) const LONGEST_QUOTED: usize = 60;

impl Sentence<'_, '_> {
    pub(super) fn word(&self, at: usize) -> Option<Word> {
        if at < self.parts.len() { self.text.tokens[self.start + at].word } else { None }
    }

    /// The lexicon knows the word as one with this part.
    pub(super) fn may_be(&self, at: usize, part: Part) -> bool {
        let entry = self.text.tokens[self.start + at].entry;
        let class = self.lexicon.known(entry).ambiguity;
        class == 0 || self.lexicon.ambiguity(class).iter().any(|&(known, _)| known == part)
    }

    /// `finding that`, `warning of`: a gerund that is a noun which reports as well.
    pub(super) fn is_reporting_noun(&self, at: usize) -> bool {
        let that =
            self.parts.get(at + 1).is_some_and(|next| next.is(PartSet::of(&[Part::Subordinator, Part::WhDeterminer])));
        that && self.parts[at] == Part::Gerund && self.text.tokens[self.start + at].has(WordClass::NOUN_CUE)
    }

    pub(super) fn is_role(&self, at: usize) -> bool {
        at < self.parts.len() && self.text.tokens[self.start + at].has(PersonCues::PERSON_ROLE)
    }

    /// `fire chief Orla Brenk`: a role and a name follow.
    pub(super) fn begins_office(&self, at: usize) -> bool {
        self.is_role(at + 1) && self.parts.get(at + 2).is_some_and(|next| next.is(PartSet::PROPER_NOUN))
    }

    pub(super) fn is_cue(&self, at: usize) -> bool {
        self.text.tokens[self.start + at].has(WordClass::CUE)
    }

    /// A comma stands before, or a noun after a relative pronoun, and a noun phrase begins after: `…, say pilots`.
    pub(super) fn stands_as_verb(&self, at: usize) -> bool {
        let who = || self.parts[at.saturating_sub(REACH)..at].contains(&Part::WhPronoun);
        let ends = if who() { PartSet::NOUN } else { PartSet::of(&[]) };
        let ends = ends.or(PartSet::of(&[Part::Comma, Part::Quote]));
        let begins = PartSet::NOUN.or(PartSet::PERSONAL_PRONOUN).or(PartSet::of(&[Part::Determiner, Part::Possessive]));
        matches!(self.word(at), Some(Word::Say | Word::Warn))
            && at.checked_sub(1).is_some_and(|before| self.parts[before].is(ends))
            && self.parts.get(at + 1).is_some_and(|next| next.is(begins))
    }

    /// `The letter, read out in court, states that`: the sentence begins with a noun and a past form between two commas, the
    /// second of which stands right before this token.
    pub(super) fn tells_after_set_off(&self, at: usize) -> bool {
        let past = PartSet::of(&[Part::Past, Part::Participle]);
        let comma = |at: usize| self.parts[at] == Part::Comma;
        let Some(first) = (1..at.min(REACH)).find(|&first| comma(first)) else { return false };
        first + 2 < at
            && self.is_cue(at)
            && self.word(at + 1) == Some(Word::That)
            && comma(at - 1)
            && self.parts[first - 1].is(PartSet::NOUN)
            && self.parts[first + 1].is(past)
            && !self.parts[..first].iter().any(|part| part.is(PartSet::FINITE))
    }

    /// `to tax the yachts`: what looks like a noun may be a verb, and has an object.
    pub(super) fn noun_acts(&self, at: usize) -> bool {
        let object = PartSet::of(&[Part::Determiner, Part::Possessive]);
        self.parts.get(at).is_some_and(|part| *part == Part::Noun)
            && self.parts.get(at + 1).is_some_and(|next| next.is(object))
            && self.may_be(at, Part::Base)
    }

    /// The base form that this is, as an auxiliary or not.
    pub(super) fn base(&self, at: usize) -> Part {
        match self.parts[at] {
            Part::HavePresent | Part::HaveBase => Part::HaveBase,
            Part::DoPresent | Part::DoBase => Part::DoBase,
            Part::BeBase => Part::BeBase,
            _ => Part::Base,
        }
    }

    /// The present form that this is.
    pub(super) fn present(&self, at: usize) -> Part {
        match self.parts[at] {
            Part::HavePresent | Part::HaveBase => Part::HavePresent,
            Part::DoPresent | Part::DoBase => Part::DoPresent,
            Part::BeBase => Part::BeBase,
            _ => Part::Present,
        }
    }

    /// The last token before this one that is no adverb.
    pub(super) fn before(&self, at: usize) -> Option<usize> {
        (at.saturating_sub(REACH)..at).rev().find(|&before| !self.parts[before].is(PartSet::ADVERB))
    }

    /// The first token after this one that is no adverb.
    pub(super) fn after(&self, at: usize) -> Option<usize> {
        (at + 1..self.parts.len().min(at + REACH)).find(|&after| !self.parts[after].is(PartSet::ADVERB))
    }

    /// A form of `do`, a modal verb or `to` stands before the word, perhaps with a subject between them.
    pub(super) fn auxiliary_before(&self, at: usize) -> bool {
        let asks = PartSet::DO.or(PartSet::of(&[Part::Modal]));
        let Some(before) = self.before(at) else { return false };
        self.parts[before].is(asks) || self.parts[before] == Part::To || self.inverted(at, asks)
    }

    /// One of these auxiliaries and a subject stand before the word: `do the pilots want`, but not `what they do interests`.
    pub(super) fn inverted(&self, at: usize, asks: PartSet) -> bool {
        let phrase = PartSet::NOUN.or(PartSet::ADJECTIVE).or(PartSet::PERSONAL_PRONOUN).or(PartSet::of(&[
            Part::Determiner,
            Part::Possessive,
            Part::Number,
            Part::Demonstrative,
        ]));
        let Some(before) = self.before(at) else { return false };
        if !self.parts[before].is(PartSet::NOUN.or(PartSet::PERSONAL_PRONOUN)) {
            return false;
        }
        // `which of these do they want`
        if self.parts[before] == Part::SubjectPronoun {
            return before.checked_sub(1).is_some_and(|auxiliary| self.parts[auxiliary].is(asks));
        }
        let auxiliary = (at.saturating_sub(REACH)..before + 1).rev().find(|&before| !self.parts[before].is(phrase));
        auxiliary.is_some_and(|auxiliary| self.parts[auxiliary].is(asks) && self.opens_question(auxiliary))
    }

    /// A verb stands before the word in its clause, and governs no clause without `that`.
    pub(super) fn has_verb(&self, at: usize) -> bool {
        let ends = BOUNDARY.or(PartSet::of(&[Part::Comma, Part::Conjunction]));
        let verb = self.last_before(at, ends, PartSet::FINITE.or(PartSet::BASE));
        verb.is_some_and(|verb| !self.text.tokens[self.start + verb].has(WordClass::CUE))
    }

    /// A determiner stands before the word, perhaps with adjectives between them.
    pub(super) fn determined(&self, at: usize) -> bool {
        let modifiers = PartSet::ADJECTIVE.or(PartSet::of(&[Part::Noun]));
        let first = (at.saturating_sub(REACH)..at).rev().find(|&before| !self.parts[before].is(modifiers));
        first.is_some_and(|first| self.parts[first].is(PartSet::of(&[Part::Determiner, Part::Possessive])))
    }

    /// No subject stands before the auxiliary.
    pub(super) fn opens_question(&self, auxiliary: usize) -> bool {
        let opens = PartSet::WH.or(PartSet::PUNCTUATION).or(PartSet::of(&[Part::Conjunction, Part::Subordinator]));
        self.before(auxiliary).is_none_or(|before| self.parts[before].is(opens))
    }

    /// A pronoun that can only be a subject, `you` or `who` stands before the verb.
    pub(super) fn subject_before(&self, at: usize) -> bool {
        let Some(before) = self.before(at) else { return false };
        match self.parts[before] {
            Part::SubjectPronoun => true,
            Part::Pronoun => {
                let causes = before.checked_sub(1).is_some_and(|verb| self.parts[verb].is(PartSet::VERB));
                self.word(before) == Some(Word::You) && !causes
            }
            Part::WhDeterminer | Part::WhPronoun => self.parts[at] != Part::BeBase,
            _ => false,
        }
    }

    /// One of these stands before the word in its clause.
    pub(super) fn before_in_clause(&self, at: usize, set: PartSet) -> bool {
        let mut clause = (at.saturating_sub(REACH)..at).rev().take_while(|&before| !self.parts[before].is(BOUNDARY));
        clause.any(|before| self.parts[before].is(set))
    }

    /// The verb that this is after a pronoun that can only be a subject: `who work in Lundby`, `I still own two`.
    pub(super) fn verb_of_pronoun(&self, at: usize) -> Option<Part> {
        let subjects = PartSet::of(&[Part::SubjectPronoun, Part::WhPronoun, Part::WhDeterminer]);
        let before = self.before(at).filter(|&before| self.parts[before].is(subjects))?;
        let third = self.parts[at] == Part::Nouns;
        let verb = if third { Part::Third } else { Part::Present };
        let entry = self.text.tokens[self.start + at].entry;
        let class = self.lexicon.known(entry).ambiguity;
        if class == 0 || !self.may_be(at, verb) {
            return None;
        }
        let follows = PartSet::PERSONAL_PRONOUN.or(PartSet::of(&[
            Part::Determiner,
            Part::Possessive,
            Part::Preposition,
            Part::To,
            Part::Particle,
        ]));
        let governs = self.parts.get(at + 1).is_some_and(|next| next.is(follows));
        let asked = before.checked_sub(1).is_some_and(|verb| self.parts[verb].is(AUXILIARY));
        // `are they present`
        let asked = asked && self.parts[before] == Part::SubjectPronoun;
        (governs && !asked && !self.next_is_finite(at)).then_some(verb)
    }

    /// `to “modify”`, `“waive” or “modify”`: a word that is spoken of, or that the quotation begins with.
    pub(super) fn is_quoted_word(&self, at: usize) -> bool {
        let part = |at: usize| self.parts.get(at).copied();
        let quoted = at > 0 && part(at - 1) == Some(Part::Quote);
        let alone = matches!(part(at + 1), Some(Part::Quote | Part::Conjunction));
        let governed = at > 1 && matches!(part(at - 2), Some(Part::To | Part::Modal));
        quoted && (alone || governed)
    }

    /// No mark ends the sentence, and it has few words.
    pub(super) fn is_headline(&self) -> bool {
        let marked = PartSet::of(&[Part::Stop, Part::Dash, Part::Comma]);
        self.parts.len() < REACH
            && !self.parts.last().is_some_and(|last| last.is(marked))
            && !self.parts.contains(&Part::Stop)
    }

    pub(super) fn next_is_finite(&self, at: usize) -> bool {
        self.after(at).is_some_and(|after| self.parts[after].is(PartSet::FINITE))
    }

    /// What stands before the noun phrase right before the word, with the phrases that hang on it, if no preposition governs
    /// it: `None` where there is none; nothing before it is a [stop](Part::Stop).
    pub(super) fn before_subject(&self, at: usize) -> Option<Part> {
        let last = self.before(at).filter(|&last| self.parts[last].is(NOMINAL))?;
        let stretch = PHRASE_OF_SUBJECT;
        let before = (at.saturating_sub(REACH)..last).rev().find(|&before| !self.parts[before].is(stretch));
        let first = before.map_or(at.saturating_sub(REACH), |before| before + 1);
        let governed = self.parts[first].is(PartSet::of(&[Part::Preposition, Part::To]));
        let opens = governed && self.text.tokens[self.start + first].has(WordClass::SUBORDINATOR);
        (!governed || opens).then(|| before.map_or(Part::Stop, |before| self.parts[before]))
    }

    /// A preposition that opens no clause governs the noun phrase that ends with this noun.
    pub(super) fn is_governed(&self, noun: usize) -> bool {
        let inside = PartSet::NOUN.or(PartSet::ADJECTIVE).or(PartSet::of(&[
            Part::Determiner,
            Part::Possessive,
            Part::Number,
            Part::Hyphen,
        ]));
        let before = (noun.saturating_sub(REACH)..noun).rev().find(|&before| !self.parts[before].is(inside));
        before.is_some_and(|before| {
            let opens = self.text.tokens[self.start + before].has(WordClass::SUBORDINATOR);
            self.parts[before] == Part::Preposition && !opens
        })
    }

    /// A noun phrase before the word is the subject of a clause that begins with it.
    pub(super) fn begins_clause(&self, at: usize) -> bool {
        let joins = BOUNDARY.or(PartSet::of(&[Part::Comma, Part::Conjunction]));
        self.before_subject(at).is_some_and(|before| before.is(joins))
    }

    /// The noun phrase before the word is the object of a verb without tense, or of a preposition in a clause that has its
    /// verb.
    pub(super) fn follows_object(&self, at: usize) -> bool {
        match self.before_subject(at) {
            Some(before) => before.is(PartSet::of(&[Part::Base, Part::Gerund])),
            None => self.before_in_clause(at, PartSet::FINITE) && !self.main_clause_waits(at),
        }
    }

    /// A comma after which the main clause has yet to get its verb stands before the word: `When she left, the crew sailed`,
    /// `The mayor, who had left, told them`.
    pub(super) fn main_clause_waits(&self, at: usize) -> bool {
        let start = at.saturating_sub(REACH);
        let Some(boundary) = (start..at).rev().find(|&before| self.parts[before].is(BOUNDARY)) else { return false };
        let comma = (boundary..at).rev().find(|&before| self.parts[before] == Part::Comma);
        let closed = comma.is_some_and(|comma| {
            self.parts[boundary..comma].iter().any(|part| part.is(PartSet::FINITE))
                && !self.parts[comma..at].iter().any(|part| part.is(PartSet::FINITE))
        });
        let before = boundary.checked_sub(1).map(|before| self.parts[before]);
        let opens = match self.parts[boundary] {
            Part::Subordinator | Part::WhAdverb => {
                before.is_none_or(|before| before.is(PartSet::of(&[Part::Conjunction, Part::Stop, Part::Quote])))
            }
            Part::WhPronoun | Part::WhDeterminer => {
                before == Some(Part::Comma)
                    && !self.before_in_clause(boundary, PartSet::FINITE)
                    && self.before_in_clause(boundary, PartSet::NOUN)
            }
            _ => false,
        };
        closed && opens
    }

    /// A finite verb follows in the clause, or may.
    pub(super) fn verb_follows(&self, at: usize) -> bool {
        let end = self.parts.len().min(at + REACH);
        let mut clause = (at + 1..end).take_while(|&after| !self.parts[after].is(BOUNDARY.or(SUBJECT)));
        // `heard of it and wanted to help`
        let joined = |after| self.before(after).is_some_and(|before| self.parts[before] == Part::Conjunction);
        clause.any(|after| self.parts[after].is(PartSet::FINITE) && !joined(after))
    }

    /// Nothing but phrases that prepositions govern stands between the word and a finite verb.
    pub(super) fn verb_ends_phrase(&self, at: usize) -> bool {
        let opens = PartSet::of(&[Part::Preposition, Part::To, Part::Particle]);
        let next = self.after(at).filter(|&next| self.parts[next].is(opens.or(PartSet::FINITE)));
        next.is_some_and(|next| self.verb_ends_nouns(next - 1))
    }

    /// Nothing but noun phrases and prepositions stands between the word and a finite verb.
    pub(super) fn verb_ends_nouns(&self, at: usize) -> bool {
        let end = self.parts.len().min(at + REACH);
        let verb = (at + 1..end).find(|&after| !self.parts[after].is(PHRASE));
        verb.is_some_and(|verb| self.parts[verb].is(PartSet::FINITE))
    }

    /// Behind a conjunction, what the last verb before is: `to sell the boat and buy`.
    pub(super) fn joined(&self, at: usize) -> Option<Part> {
        let before = self.before(at)?;
        let listed = self.parts[before] == Part::Comma && self.parts[at] == Part::Base;
        if self.parts[before] != Part::Conjunction && !listed {
            return None;
        }
        let ends = PartSet::of(&[
            Part::Stop,
            Part::Quote,
            Part::Dash,
            Part::Subordinator,
            Part::WhPronoun,
            Part::WhDeterminer,
        ]);
        let verb = self.last_before(before, ends, PartSet::FINITE.or(PartSet::BASE))?;
        match self.parts[verb] {
            part if part.is(PartSet::BASE) => Some(self.base(at)),
            // `can quickly and safely sail`
            Part::Modal if before + 1 < at => Some(self.base(at)),
            Part::Present | Part::HavePresent | Part::DoPresent | Part::BePresent => Some(self.present(at)),
            Part::Imperative => Some(Part::Imperative),
            _ => None,
        }
    }

    /// The same for forms that are past and participle: `was taken to Lundby and told`. A participle after a noun is not
    /// what others are joined to: `praised the boat built in Lundby and left`.
    pub(super) fn joined_past(&self, at: usize) -> Option<Part> {
        let before = self.before(at).filter(|&before| self.parts[before] == Part::Conjunction)?;
        let mut end = before;
        while let Some(verb) = self.last_before(end, BOUNDARY, PartSet::VERB) {
            let auxiliary = self.before(verb).map(|auxiliary| self.parts[auxiliary]);
            let part = match self.parts[verb] {
                Part::Past => Part::Past,
                Part::Participle if auxiliary.is_some_and(|part| part.is(PartSet::HAVE)) => Part::Participle,
                Part::Participle if auxiliary.is_some_and(|part| part.is(PartSet::BE)) => {
                    let object = self.parts.get(at + 1).is_some_and(|after| after.is(OBJECT));
                    if object { Part::Past } else { Part::Participle }
                }
                Part::Participle | Part::Gerund => {
                    end = verb;
                    continue;
                }
                _ => return None,
            };
            return self.may_be(at, part).then_some(part);
        }
        None
    }

    /// The last of these before the place, up to the first of those.
    pub(super) fn last_before(&self, at: usize, ends: PartSet, set: PartSet) -> Option<usize> {
        let mut clause = (at.saturating_sub(REACH)..at).rev().take_while(|&before| !self.parts[before].is(ends));
        clause.find(|&before| self.parts[before].is(set))
    }
}
