//! What the model leaves open: forms that only a look further than the word before tells apart.
//!
//! Each row of [`RULES`] names a form and what it is instead, with an example that a test reads. The rows are tried in order
//! at each token, from left to right, and the first that fits settles it.

use std::ops::Range;

use crate::lexicon::{Frames, Lexicon, Part, PartSet, Tags, Word};
use crate::text::Text;

/// The tokens of one sentence with their parts so far.
struct Sentence<'s, 't> {
    text: &'s Text<'t>,
    lexicon: &'s Lexicon,
    start: usize,
    parts: &'s [Part],
}

pub(super) struct Rule {
    #[cfg_attr(not(test), allow(dead_code, reason = "names and examples are for readers and tests"))]
    pub(super) name: &'static str,
    /// A sentence, the word in brackets, and its part after them.
    #[cfg_attr(not(test), allow(dead_code, reason = "names and examples are for readers and tests"))]
    pub(super) example: &'static str,
    /// The rule looks at tokens with these parts.
    at: PartSet,
    settle: fn(&Sentence, usize) -> Option<Part>,
}

/// Forms that are the base of a verb and its present: `plan`.
const BASE_OR_PRESENT: PartSet =
    PartSet::BASE.or(PartSet::of(&[Part::Present, Part::Imperative, Part::HavePresent, Part::DoPresent]));

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "base form after an auxiliary",
        example: "Why do the pilots always [want]/VB to stay?",
        at: BASE_OR_PRESENT,
        settle: |sentence, at| sentence.auxiliary_before(at).then(|| sentence.base(at)),
    },
    Rule {
        name: "present after its subject",
        example: "They still [plan]/VBP to sail.",
        at: BASE_OR_PRESENT,
        settle: |sentence, at| sentence.subject_before(at).then(|| sentence.present(at)),
    },
    Rule {
        name: "present after a plural noun",
        example: "Other pilots openly [plan]/VBP to sail.",
        at: PartSet::BASE,
        settle: |sentence, at| sentence.plural_subject_before(at).then(|| sentence.present(at)),
    },
    Rule {
        name: "joined to a verb",
        example: "She wanted to sell the boat and [buy]/VB a house.",
        at: BASE_OR_PRESENT,
        settle: |sentence, at| sentence.joined(at),
    },
    Rule {
        name: "command",
        example: "“[Hold]/VBI the line.”",
        at: PartSet::of(&[Part::Base]),
        settle: |sentence, at| {
            let before = at.checked_sub(1).map(|before| sentence.parts[before]);
            let opens = PartSet::of(&[Part::Quote, Part::OpenBracket, Part::Stop, Part::Dash]);
            before.is_none_or(|part| part.is(opens)).then_some(Part::Imperative)
        },
    },
    Rule {
        name: "participle before its agent",
        example: "The crew, [joined]/VBN by two others, left.",
        at: PartSet::of(&[Part::Past]),
        settle: |sentence, at| {
            let by = sentence.word(at + 1) == Some(Word::By);
            // `Brenk stood by him`
            let named = PartSet::PROPER_NOUN.or(PartSet::PERSONAL_PRONOUN);
            let acts = sentence.before(at).is_some_and(|before| sentence.parts[before].is(named));
            (by && !acts && sentence.may_be(at, Part::Participle)).then_some(Part::Participle)
        },
    },
    Rule {
        name: "past form that reports",
        example: "Witnesses [said]/VBD bodies were found on the road.",
        at: PartSet::of(&[Part::Participle]),
        settle: |sentence, at| (sentence.may_be(at, Part::Past) && sentence.reports(at)).then_some(Part::Past),
    },
    Rule {
        name: "present form that reports",
        example: "Those who have seen it [say]/VBP that it is deep.",
        at: PartSet::of(&[Part::Base, Part::Imperative]),
        settle: |sentence, at| sentence.reports(at).then_some(Part::Present),
    },
    Rule {
        name: "verb in -s that reports",
        example: "She left early, the Courier [reports]/VBZ.",
        at: PartSet::of(&[Part::Nouns]),
        settle: |sentence, at| sentence.third_reports(at).then_some(Part::Third),
    },
    Rule {
        name: "past after a past form and a conjunction",
        example: "She found the letter and [called]/VBD the mayor.",
        at: PartSet::of(&[Part::Participle]),
        settle: |sentence, at| sentence.joined_past(at).then_some(Part::Past),
    },
    Rule {
        name: "since inside a verb group",
        example: "He has [since]/RB denied it.",
        at: PartSet::of(&[Part::Preposition, Part::Subordinator]),
        settle: |sentence, at| {
            let have = at.checked_sub(1).is_some_and(|before| sentence.parts[before].is(PartSet::HAVE));
            let verb = sentence.parts.get(at + 1).is_some_and(|next| next.is(PartSet::VERB));
            (have && verb && sentence.word(at) == Some(Word::Since)).then_some(Part::Adverb)
        },
    },
];

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

/// Settles the parts of one sentence.
pub(super) fn repair(text: &Text, lexicon: &Lexicon, sentence: Range<usize>, parts: &mut [Part]) {
    for at in 0..parts.len() {
        for rule in RULES.iter().filter(|rule| parts[at].is(rule.at)) {
            let view = Sentence { text, lexicon, start: sentence.start, parts };
            if let Some(part) = (rule.settle)(&view, at) {
                parts[at] = part;
                break;
            }
        }
    }
}

/// No rule looks further back, in tokens.
const REACH: usize = 16;

impl Sentence<'_, '_> {
    fn word(&self, at: usize) -> Option<Word> {
        if at < self.parts.len() { self.text.tokens[self.start + at].word } else { None }
    }

    /// The lexicon knows the word as one with this part.
    fn may_be(&self, at: usize, part: Part) -> bool {
        let entry = self.text.tokens[self.start + at].entry;
        let class = self.lexicon.known(entry).ambiguity;
        class == 0 || self.lexicon.ambiguity(class).iter().any(|&(known, _)| known == part)
    }

    /// The base form that this is, as an auxiliary or not.
    fn base(&self, at: usize) -> Part {
        match self.parts[at] {
            Part::HavePresent | Part::HaveBase => Part::HaveBase,
            Part::DoPresent | Part::DoBase => Part::DoBase,
            Part::BeBase => Part::BeBase,
            _ => Part::Base,
        }
    }

    /// The present form that this is.
    fn present(&self, at: usize) -> Part {
        match self.parts[at] {
            Part::HavePresent | Part::HaveBase => Part::HavePresent,
            Part::DoPresent | Part::DoBase => Part::DoPresent,
            Part::BeBase => Part::BeBase,
            _ => Part::Present,
        }
    }

    /// The last token before this one that is no adverb.
    fn before(&self, at: usize) -> Option<usize> {
        (at.saturating_sub(REACH)..at).rev().find(|&before| !self.parts[before].is(PartSet::ADVERB))
    }

    /// A form of `do`, a modal verb or `to` stands before the word, perhaps with a subject between them.
    fn auxiliary_before(&self, at: usize) -> bool {
        let asks = PartSet::DO.or(PartSet::of(&[Part::Modal]));
        let Some(before) = self.before(at) else { return false };
        let part = self.parts[before];
        if part.is(asks) || part == Part::To {
            return true;
        }
        // `do the pilots want`, but not `what they do interests`
        let phrase = PartSet::NOUN.or(PartSet::ADJECTIVE).or(PartSet::PERSONAL_PRONOUN).or(PartSet::of(&[
            Part::Determiner,
            Part::Possessive,
            Part::Number,
            Part::Demonstrative,
        ]));
        if !part.is(PartSet::NOUN.or(PartSet::PERSONAL_PRONOUN)) {
            return false;
        }
        let auxiliary = (at.saturating_sub(REACH)..before + 1).rev().find(|&before| !self.parts[before].is(phrase));
        auxiliary.is_some_and(|auxiliary| self.parts[auxiliary].is(asks) && self.opens_question(auxiliary))
    }

    /// No subject stands before the auxiliary.
    fn opens_question(&self, auxiliary: usize) -> bool {
        let opens = PartSet::WH.or(PartSet::PUNCTUATION).or(PartSet::of(&[Part::Conjunction, Part::Subordinator]));
        self.before(auxiliary).is_none_or(|before| self.parts[before].is(opens))
    }

    /// A pronoun that can only be a subject, `you` or `who` stands before the verb.
    fn subject_before(&self, at: usize) -> bool {
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

    /// A plural noun stands before the verb, and no verb before it in its clause.
    fn plural_subject_before(&self, at: usize) -> bool {
        let plural = PartSet::of(&[Part::Nouns, Part::ProperNouns]);
        let ends = PartSet::WH.or(PartSet::of(&[Part::Stop, Part::Quote, Part::Dash, Part::Comma, Part::Subordinator]));
        self.before(at).is_some_and(|before| self.parts[before].is(plural))
            && (at.saturating_sub(REACH)..at)
                .rev()
                .take_while(|&before| !self.parts[before].is(ends))
                .all(|before| !self.parts[before].is(PartSet::VERB.or(PartSet::of(&[Part::To]))))
    }

    /// A verb of saying right after a noun phrase, before what it may report: no participle of another verb.
    fn reports(&self, at: usize) -> bool {
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
        if !told || !(counts || self.parts[before].is(subject)) || self.is_caused(before) {
            return false;
        }
        let Some(next) = self.parts.get(at + 1) else { return false };
        if *next == Part::To || self.word(at + 1) == Some(Word::By) {
            return false;
        }
        // `Witnesses said in court`, but `the plan announced in court`
        let transitive = Frames::NOUN | Frames::PREDICATE | Frames::NOT_ALONE;
        !cue.frames.intersects(transitive)
            || next.is(CONTENT) && (!next.is(OBJECT) || !cue.frames.intersects(Frames::PREDICATE))
    }

    /// Nothing but a mark, a conjunction or an opener stands before the token.
    fn opens_clause(&self, at: usize) -> bool {
        let opens = PartSet::PUNCTUATION.or(PartSet::WH).or(PartSet::of(&[Part::Conjunction, Part::Subordinator]));
        self.before(at).is_none_or(|before| self.parts[before].is(opens))
    }

    /// After a singular noun, before what it reports, or at the end of what was reported.
    fn third_reports(&self, at: usize) -> bool {
        let token = &self.text.tokens[self.start + at];
        let Some(verb) = self.lexicon.known(token.entry).verb.filter(|_| token.has(Tags::THIRD)) else { return false };
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
    fn is_caused(&self, noun: usize) -> bool {
        let phrase = PartSet::NOUN.or(PartSet::ADJECTIVE).or(PartSet::PERSONAL_PRONOUN).or(PartSet::of(&[
            Part::Determiner,
            Part::Possessive,
            Part::Number,
        ]));
        let before = (noun.saturating_sub(REACH)..noun).rev().find(|&before| !self.parts[before].is(phrase));
        let Some(verb) = before else { return false };
        const CAUSES: [&str; 16] = [
            "let", "make", "makes", "made", "help", "helps", "helped", "hear", "hears", "heard", "see", "sees", "saw",
            "watched", "have", "had",
        ];
        let asks = PartSet::DO.or(PartSet::HAVE).or(PartSet::of(&[Part::Modal]));
        CAUSES.contains(&self.text.word(self.start + verb)) || self.parts[verb].is(asks) && self.opens_question(verb)
    }

    /// Behind a conjunction, and the last verb before is a plain past form.
    fn joined_past(&self, at: usize) -> bool {
        let Some(and) = self.before(at).filter(|&and| self.parts[and] == Part::Conjunction) else { return false };
        let ends = PartSet::of(&[Part::Stop, Part::Dash]);
        let verb = (at.saturating_sub(REACH)..and)
            .rev()
            .take_while(|&before| !self.parts[before].is(ends))
            .find(|&before| self.parts[before].is(PartSet::VERB));
        verb.is_some_and(|verb| self.parts[verb] == Part::Past) && self.may_be(at, Part::Past)
    }

    /// Behind a conjunction, what the last verb before is: `to sell the boat and buy`.
    fn joined(&self, at: usize) -> Option<Part> {
        let before = self.before(at)?;
        if self.parts[before] != Part::Conjunction {
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
        let verb = (at.saturating_sub(REACH)..before)
            .rev()
            .take_while(|&before| !self.parts[before].is(ends))
            .find(|&before| self.parts[before].is(PartSet::FINITE.or(PartSet::BASE)))?;
        match self.parts[verb] {
            part if part.is(PartSet::BASE) => Some(self.base(at)),
            Part::Present | Part::HavePresent | Part::DoPresent | Part::BePresent => Some(self.present(at)),
            Part::Imperative => Some(Part::Imperative),
            _ => None,
        }
    }
}
