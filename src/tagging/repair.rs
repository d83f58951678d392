//! What the model leaves open: forms that only a look further than the word before tells apart.
//!
//! Each row of [`RULES`] names a form and what it is instead, with an example that a test reads. The rows are tried in order
//! at each token, from left to right, and the first that fits settles it.

use std::ops::Range;

use crate::lexicon::{Lexicon, Part, PartSet, Word};
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
            (by && sentence.may_be(at, Part::Participle)).then_some(Part::Participle)
        },
    },
];

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
