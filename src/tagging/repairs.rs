//! The rows of the [rules](super::repair) that settle what the model leaves open, in the order in which they are tried.

use super::context::{AUXILIARY, BOUNDARY, COMMON_NOUN, LONGEST_QUOTED, NOMINAL, OBJECT, PRESENT, REACH, VERB_OR_TO};
use super::rule::Repair;
use crate::lexicon::{Part, PartSet, Word, WordClass};
use crate::text::TokenKind;

/// Forms that are the base of a verb and its present: `plan`.
const BASE_OR_PRESENT: PartSet =
    PartSet::BASE.or(PartSet::of(&[Part::Present, Part::Imperative, Part::HavePresent, Part::DoPresent]));

pub(super) const RULES: &[Repair] = &[
    Repair {
        name: "past form that reports",
        example: "Witnesses [said]/VBD bodies were found on the road.",
        at: PartSet::of(&[Part::Participle, Part::Adjective]),
        settle: |sentence, at| (sentence.may_be(at, Part::Past) && sentence.reports(at)).then_some(Part::Past),
    },
    Repair {
        name: "present form that reports",
        example: "Critics of the mayor in Lundby [say]/VBP that it is deep.",
        at: PartSet::of(&[Part::Base, Part::Imperative]),
        settle: |sentence, at| {
            // `to call and say`
            let base = sentence.joined(at).is_some_and(|part| part.is(PartSet::BASE));
            (!base && sentence.reports(at)).then_some(Part::Present)
        },
    },
    Repair {
        name: "verb in -s that reports",
        example: "She left early, the Courier [reports]/VBZ.",
        at: PartSet::of(&[Part::Nouns]),
        settle: |sentence, at| sentence.third_reports(at).then_some(Part::Third),
    },
    Repair {
        name: "verb in -s after what is set off by commas",
        example: "The letter, read out in court, [states]/VBZ that it was late.",
        at: PartSet::of(&[Part::Nouns]),
        settle: |sentence, at| {
            (sentence.may_be(at, Part::Third) && sentence.tells_after_set_off(at)).then_some(Part::Third)
        },
    },
    Repair {
        name: "her before a verb",
        example: "They had [her]/PRP ask him in.",
        at: PartSet::of(&[Part::Possessive]),
        settle: |sentence, at| {
            let verb = sentence.parts.get(at + 1).is_some_and(|next| next.is(BASE_OR_PRESENT));
            (verb && sentence.word(at) == Some(Word::Her)).then_some(Part::Pronoun)
        },
    },
    Repair {
        name: "past after a quotation and a conjunction",
        example: "He pledged to be “the best of mayors” and [cast]/VBD doubt on the vote.",
        at: BASE_OR_PRESENT.or(COMMON_NOUN),
        settle: |sentence, at| {
            let and = sentence.before(at).filter(|&and| and > 0 && sentence.parts[and] == Part::Conjunction)?;
            let quoted = sentence.parts[and - 1] == Part::Quote && sentence.may_be(at, Part::Past);
            let start = and.saturating_sub(LONGEST_QUOTED);
            let first = sentence.parts[start..and].iter().find(|part| part.is(PartSet::FINITE));
            (quoted && first == Some(&Part::Past)).then_some(Part::Past)
        },
    },
    Repair {
        name: "noun after a verb and its particle",
        example: "The tycoon waved away [talk]/NN of it.",
        at: PartSet::of(&[Part::Present]),
        settle: |sentence, at| {
            let particle = PartSet::of(&[Part::Adverb, Part::Particle]);
            let past = PartSet::of(&[Part::Past, Part::Participle]);
            let after = at > 1 && sentence.parts[at - 1].is(particle) && sentence.parts[at - 2].is(past);
            (after && sentence.may_be(at, Part::Noun)).then_some(Part::Noun)
        },
    },
    Repair {
        name: "verb after an object that a preposition governs",
        example: "Those who sailed with him [say]/VBP so.",
        at: BASE_OR_PRESENT,
        settle: |sentence, at| {
            let governed = at > 1
                && sentence.parts[at - 1] == Part::ObjectPronoun
                && sentence.parts[at - 2] == Part::Preposition
                && sentence.word(at - 2) != Some(Word::To);
            (governed && sentence.may_be(at, Part::Present)).then_some(Part::Present)
        },
    },
    Repair {
        name: "base form after an object",
        example: "They heard him [say]/VB so.",
        at: BASE_OR_PRESENT,
        settle: |sentence, at| {
            let object = at.checked_sub(1).is_some_and(|before| {
                sentence.parts[before] == Part::ObjectPronoun || sentence.word(before) == Some(Word::Her)
            });
            // `Those who worked with him say so.`
            let with =
                at > 1 && sentence.parts[at - 2] == Part::Preposition && sentence.word(at - 2) == Some(Word::With);
            (object && !with).then(|| sentence.base(at))
        },
    },
    Repair {
        name: "base form that another verb causes",
        example: "It helped make the new boats [sail]/VB better.",
        at: PartSet::of(&[Part::Present]),
        settle: |sentence, at| {
            let object = sentence.before(at).filter(|&before| sentence.parts[before].is(PartSet::NOUN))?;
            sentence.is_caused(object).then_some(Part::Base)
        },
    },
    Repair {
        name: "since inside a verb group",
        example: "He has [since]/RB denied it.",
        at: PartSet::of(&[Part::Preposition, Part::Subordinator]),
        settle: |sentence, at| {
            let have = at.checked_sub(1).is_some_and(|before| sentence.parts[before].is(PartSet::HAVE));
            let verb = sentence.parts.get(at + 1).is_some_and(|next| next.is(PartSet::VERB));
            (have && verb && sentence.word(at) == Some(Word::Since)).then_some(Part::Adverb)
        },
    },
    Repair {
        name: "late before a preposition",
        example: "She told the crews [late]/RB on Friday.",
        at: PartSet::of(&[Part::Noun]),
        settle: |sentence, at| {
            let before = sentence.parts.get(at + 1) == Some(&Part::Preposition);
            (before && sentence.word(at) == Some(Word::Late)).then_some(Part::Adverb)
        },
    },
    Repair {
        name: "mark of an owner before a noun that reports",
        example: "The panel[’s]/POS finding that it was late ended the debate.",
        at: PartSet::of(&[Part::BeThird]),
        settle: |sentence, at| {
            let noun = at.checked_sub(1).is_some_and(|before| sentence.parts[before].is(PartSet::NOUN));
            (noun && sentence.is_reporting_noun(at + 1)).then_some(Part::PossessiveClitic)
        },
    },
    Repair {
        name: "noun that reports after its owner",
        example: "The panel’s [finding]/NN that it was late ended the debate.",
        at: PartSet::of(&[Part::Gerund]),
        settle: |sentence, at| {
            let owned = at.checked_sub(1).is_some_and(|before| sentence.parts[before] == Part::PossessiveClitic);
            (owned && sentence.is_reporting_noun(at)).then_some(Part::Noun)
        },
    },
    Repair {
        name: "name joined to a name",
        example: "[Hale]/NNP and Moss left.",
        at: PartSet::ADJECTIVE.or(PartSet::of(&[Part::Noun])),
        settle: |sentence, at| {
            let is = |after: usize, set: PartSet| sentence.parts.get(after).is_some_and(|part| part.is(set));
            let joined = at == 0
                && sentence.word(at + 1) == Some(Word::And)
                && is(at + 2, PartSet::PROPER_NOUN)
                && is(at + 3, PartSet::FINITE);
            (joined && sentence.text.tokens[sentence.start].is_capitalized()).then_some(Part::ProperNoun)
        },
    },
    Repair {
        name: "past form after the subject of a reported clause",
        example: "The police said it [uncovered]/VBD weapons in the house.",
        at: PartSet::ADJECTIVE,
        settle: |sentence, at| {
            let pronoun = PartSet::of(&[Part::Pronoun, Part::SubjectPronoun]);
            let subject = at.checked_sub(1).filter(|&subject| sentence.parts[subject].is(pronoun))?;
            let says = |verb: usize| sentence.parts[verb].is(PartSet::FINITE) && sentence.is_cue(verb);
            let object = sentence.parts.get(at + 1).is_some_and(|next| next.is(OBJECT));
            (object && subject.checked_sub(1).is_some_and(says) && sentence.may_be(at, Part::Past))
                .then_some(Part::Past)
        },
    },
    Repair {
        name: "what somebody is, after a noun",
        example: "The human resources [executive]/NN, Orla Brenk, left.",
        at: PartSet::ADJECTIVE,
        settle: |sentence, at| {
            let noun = at.checked_sub(1).is_some_and(|before| sentence.parts[before].is(COMMON_NOUN));
            let ends = PartSet::FINITE.or(PartSet::PROPER_NOUN).or(PartSet::of(&[Part::Comma, Part::Stop]));
            let ends = || sentence.parts.get(at + 1).is_some_and(|after| after.is(ends));
            (noun && sentence.is_role(at) && ends()).then_some(Part::Noun)
        },
    },
    Repair {
        name: "say after a noun or a comma",
        example: "Tides are likely to rise, [say]/VBP pilots.",
        at: PartSet::of(&[Part::Base, Part::Interjection]),
        settle: |sentence, at| sentence.stands_as_verb(at).then_some(Part::Present),
    },
    Repair {
        name: "noun before a role after a comma",
        example: "Crews will try at dawn, [fire]/NN chief Orla Brenk said.",
        at: PartSet::of(&[Part::Base]),
        settle: |sentence, at| {
            let comma = at > 0 && sentence.parts[at - 1] == Part::Comma;
            (comma && sentence.begins_office(at) && sentence.may_be(at, Part::Noun)).then_some(Part::Noun)
        },
    },
    Repair {
        name: "a pair or all of them, alone",
        example: "The guides came. [Both]/DT said it was late.",
        at: PartSet::of(&[Part::Conjunction, Part::Adverb]),
        settle: |sentence, at| {
            let all = at == 0 && sentence.word(at) == Some(Word::All);
            let pair = matches!(sentence.word(at), Some(Word::Both | Word::Neither | Word::Either));
            let alone = all || pair && sentence.parts[at] == Part::Conjunction;
            let verb = sentence.parts.get(at + 1).is_some_and(|next| next.is(PartSet::FINITE));
            let opens = PartSet::of(&[Part::Stop, Part::Quote, Part::Conjunction]);
            let opens = at.checked_sub(1).is_none_or(|before| sentence.parts[before].is(opens));
            (alone && verb && opens).then_some(Part::Determiner)
        },
    },
    Repair {
        name: "to before a verb that looks like a noun",
        example: "Her proposal [to]/TO tax the yachts died.",
        at: PartSet::of(&[Part::Preposition]),
        settle: |sentence, at| (sentence.word(at) == Some(Word::To) && sentence.noun_acts(at + 1)).then_some(Part::To),
    },
    Repair {
        name: "base form after to",
        example: "Her proposal to [tax]/VB the yachts died.",
        at: PartSet::of(&[Part::Noun]),
        settle: |sentence, at| {
            let infinitive = at.checked_sub(1).is_some_and(|to| sentence.parts[to] == Part::To);
            (infinitive && sentence.noun_acts(at)).then_some(Part::Base)
        },
    },
    Repair {
        name: "base form after an auxiliary",
        example: "Why do the pilots always [want]/VB to stay?",
        at: BASE_OR_PRESENT,
        settle: |sentence, at| sentence.auxiliary_before(at).then(|| sentence.base(at)),
    },
    Repair {
        name: "present after its subject",
        example: "They still [plan]/VBP to sail.",
        at: BASE_OR_PRESENT,
        settle: |sentence, at| sentence.subject_before(at).then(|| sentence.present(at)),
    },
    Repair {
        name: "present where nothing asks for a base form",
        example: "Many signs of such a plan [exist]/VBP.",
        at: PartSet::BASE,
        settle: |sentence, at| {
            let nominal = NOMINAL.or(PartSet::of(&[Part::ObjectPronoun]));
            let nominal = sentence.before(at).is_some_and(|before| sentence.parts[before].is(nominal));
            let free = nominal && !sentence.before_in_clause(at, VERB_OR_TO);
            (free || sentence.begins_clause(at)).then(|| sentence.present(at))
        },
    },
    Repair {
        name: "joined to a verb",
        example: "She wanted to sell the boat and [buy]/VB a house.",
        at: BASE_OR_PRESENT,
        settle: |sentence, at| sentence.joined(at),
    },
    Repair {
        name: "command",
        example: "“[Hold]/VBI the line.”",
        at: PartSet::of(&[Part::Base]),
        settle: |sentence, at| {
            let opens = PartSet::of(&[Part::Quote, Part::OpenBracket, Part::Stop, Part::Dash]);
            let light = PartSet::ADVERB.or(PartSet::of(&[Part::Comma, Part::Conjunction, Part::Interjection]));
            let before = at.checked_sub(1).map(|before| sentence.parts[before]);
            // `And, well, make no mistake`
            let first = at < REACH && sentence.parts[..at].iter().all(|part| part.is(light.or(opens)));
            let command = first || before.is_some_and(|part| part.is(opens));
            (command && !sentence.is_quoted_word(at)).then_some(Part::Imperative)
        },
    },
    Repair {
        name: "past after a pronoun",
        example: "They [estimated]/VBD by noon that he was lost.",
        at: PartSet::of(&[Part::Participle]),
        settle: |sentence, at| {
            let pronouns = PartSet::of(&[Part::SubjectPronoun, Part::WhPronoun, Part::WhDeterminer]);
            let pronoun = sentence
                .before(at)
                .filter(|&before| sentence.parts[before].is(pronouns) || sentence.word(before) == Some(Word::That))?;
            // `had he been told`
            let asked = pronoun.checked_sub(1).is_some_and(|verb| sentence.parts[verb].is(AUXILIARY));
            let by = sentence.word(at + 1) == Some(Word::By) && sentence.parts[pronoun] != Part::SubjectPronoun;
            (!asked && !by && sentence.may_be(at, Part::Past)).then_some(Part::Past)
        },
    },
    Repair {
        name: "past with an object",
        example: "A recent poll [found]/VBD only a quarter of them wished to sail.",
        at: PartSet::of(&[Part::Participle]),
        settle: |sentence, at| {
            let subject = sentence.before(at).is_some_and(|before| sentence.parts[before].is(NOMINAL));
            let object = sentence.after(at).is_some_and(|after| sentence.parts[after].is(OBJECT));
            let reports = sentence.text.tokens[sentence.start + at].has(WordClass::CUE);
            let apposed = reports && at > 0 && sentence.parts[at - 1] == Part::Comma;
            let open = (subject || apposed) && object && sentence.may_be(at, Part::Past);
            let free = !sentence.before_in_clause(at, PartSet::FINITE)
                || sentence.begins_clause(at)
                || sentence.main_clause_waits(at);
            (open && free).then_some(Part::Past)
        },
    },
    Repair {
        name: "past that is the only verb",
        example: "The pilot from Lundby, in his hurry to leave, [tried]/VBD to sail.",
        at: PartSet::of(&[Part::Participle]),
        settle: |sentence, at| {
            let parted = at > 0 && sentence.parts[at - 1] == Part::Comma;
            let open = (parted || sentence.begins_clause(at))
                && sentence.may_be(at, Part::Past)
                && sentence.before_in_clause(at, PartSet::NOUN);
            let by = sentence.after(at).is_some_and(|after| sentence.word(after) == Some(Word::By));
            let free = !sentence.before_in_clause(at, PartSet::FINITE) || sentence.main_clause_waits(at);
            (open && !by && free && !sentence.verb_follows(at)).then_some(Part::Past)
        },
    },
    Repair {
        name: "participle before the verb of its clause",
        example: "The results [obtained]/VBN from the second crew were clear.",
        at: PartSet::of(&[Part::Past]),
        settle: |sentence, at| {
            let noun = sentence.before(at).is_some_and(|before| sentence.parts[before].is(PartSet::NOUN));
            let reports = sentence.text.tokens[sentence.start + at].has(WordClass::CUE);
            let open = noun && (sentence.next_is_finite(at) || !reports) && sentence.may_be(at, Part::Participle);
            (open && sentence.verb_ends_phrase(at)).then_some(Part::Participle)
        },
    },
    Repair {
        name: "participle or past, as the verb that it is joined to",
        example: "She was taken to Lundby and [told]/VBN to wait.",
        at: PartSet::of(&[Part::Past, Part::Participle]),
        settle: |sentence, at| sentence.joined_past(at),
    },
    Repair {
        name: "participle before its agent",
        example: "The crew, [joined]/VBN by two others, left.",
        at: PartSet::of(&[Part::Past]),
        settle: |sentence, at| {
            // `Brenk stood by him`
            let named = PartSet::PROPER_NOUN.or(PartSet::PERSONAL_PRONOUN);
            let acts = sentence.before(at).is_some_and(|before| sentence.parts[before].is(named));
            let by = sentence.word(at + 1) == Some(Word::By) && !acts;
            (by && sentence.may_be(at, Part::Participle)).then_some(Part::Participle)
        },
    },
    Repair {
        name: "verb after a pronoun that is its subject",
        example: "Those who [work]/VBP in Lundby left.",
        at: COMMON_NOUN.or(PartSet::of(&[Part::Adjective, Part::Adverb])),
        settle: |sentence, at| sentence.verb_of_pronoun(at),
    },
    Repair {
        name: "owner before a noun",
        example: "The harbor [’s]/POS old chapel burned down.",
        at: PartSet::of(&[Part::BeThird, Part::HaveThird]),
        settle: |sentence, at| {
            let clitic = sentence.text.tokens[sentence.start + at].kind == TokenKind::Clitic;
            // `everybody else’s`
            let last = at.checked_sub(1)?;
            let last = if sentence.parts[last] == Part::Adverb { last.checked_sub(1)? } else { last };
            let owner = sentence.parts[last].is(PartSet::NOUN.or(PartSet::of(&[Part::IndefinitePronoun])));
            let modifiers = PartSet::ADJECTIVE.or(PartSet::ADVERB).or(PartSet::of(&[
                Part::Number,
                Part::Other,
                Part::Hyphen,
                Part::Gerund,
            ]));
            let end = sentence.parts.len().min(at + REACH);
            let head = (at + 1..end).find(|&next| !sentence.parts[next].is(modifiers));
            let owned = head.is_some_and(|head| sentence.parts[head].is(COMMON_NOUN));
            // `a plan unlike Brenk’s, which failed`
            let alone = sentence.parts[last].is(PartSet::NOUN) && sentence.parts.get(at + 1) == Some(&Part::Comma);
            // `a seat for the state’s 2nd District`: what a preposition governs is no subject.
            let governed = || sentence.is_governed(last);
            (clitic && owner && (owned || alone || governed())).then_some(Part::PossessiveClitic)
        },
    },
    Repair {
        name: "all of",
        example: "She lost three boats, [all]/DT of which were old.",
        at: PartSet::of(&[Part::Adverb]),
        settle: |sentence, at| {
            let all = sentence.word(at) == Some(Word::All) && sentence.word(at + 1) == Some(Word::Of);
            all.then_some(Part::Determiner)
        },
    },
    Repair {
        name: "his and her before what they have",
        example: "She asked if [his]/PRPS proposed cuts would do.",
        at: PartSet::of(&[Part::Pronoun, Part::ObjectPronoun]),
        settle: |sentence, at| {
            let next = |at: usize, set: PartSet| sentence.parts.get(at).is_some_and(|next| next.is(set));
            let has = PartSet::NOUN.or(PartSet::ADJECTIVE).or(PartSet::of(&[Part::Past, Part::Participle]));
            // `missed her first three shots`
            let counted =
                next(at + 1, PartSet::ADJECTIVE.or(PartSet::ADVERB)) && next(at + 2, PartSet::of(&[Part::Number]));
            let owns = match sentence.word(at) {
                Some(Word::His) => next(at + 1, has),
                Some(Word::Her) => counted,
                _ => false,
            };
            owns.then_some(Part::Possessive)
        },
    },
    Repair {
        name: "past form after an owner",
        example: "She asked if his [proposed]/VBN cuts would do.",
        at: PartSet::of(&[Part::Past]),
        settle: |sentence, at| {
            let owned = at > 0 && sentence.parts[at - 1] == Part::Possessive;
            (owned && sentence.may_be(at, Part::Participle)).then_some(Part::Participle)
        },
    },
    Repair {
        name: "preposition before a noun phrase",
        example: "She met them [outside]/IN the courthouse.",
        at: PartSet::of(&[Part::Adverb, Part::Particle]),
        settle: |sentence, at| {
            let next = |set: PartSet| sentence.parts.get(at + 1).is_some_and(|next| next.is(set));
            let near = [Word::Outside, Word::Inside, Word::Near];
            let near = sentence.word(at).is_some_and(|word| near.contains(&word));
            let noun = next(PartSet::of(&[Part::Determiner, Part::Possessive, Part::ProperNoun]));
            // `argued over whether it was late`
            let asks = sentence.word(at + 1) == Some(Word::Whether) && sentence.may_be(at, Part::Preposition);
            (near && noun || asks).then_some(Part::Preposition)
        },
    },
    Repair {
        name: "one that begins a noun phrase",
        example: "It was [one]/CD Lundby aide.",
        at: COMMON_NOUN.or(PartSet::of(&[Part::ProperNoun, Part::Pronoun, Part::IndefinitePronoun])),
        settle: |sentence, at| {
            let noun = sentence.parts.get(at + 1).is_some_and(|next| next.is(PartSet::NOUN.or(PartSet::ADJECTIVE)));
            let inside = PartSet::ADJECTIVE.or(PartSet::of(&[Part::Determiner, Part::Possessive, Part::Demonstrative]));
            let opens = at.checked_sub(1).is_none_or(|before| !sentence.parts[before].is(inside));
            (sentence.word(at) == Some(Word::One) && noun && opens).then_some(Part::Number)
        },
    },
    Repair {
        name: "there before a form of be",
        example: "She says [there]/EX are no boats.",
        at: PartSet::of(&[Part::Adverb, Part::Pronoun]),
        settle: |sentence, at| {
            let there = sentence.word(at) == Some(Word::There);
            let next = |at: usize, set: PartSet| sentence.parts.get(at).is_some_and(|next| next.is(set));
            let verb = sentence.after(at).unwrap_or(at);
            let be = next(verb, PartSet::of(&[Part::BeThird, Part::BePresent, Part::BePast]))
                || next(verb, PartSet::of(&[Part::Modal])) && next(verb + 1, PartSet::BE);
            let before = at.checked_sub(1).map(|before| sentence.parts[before]);
            let whose = before.is_none_or(|before| !before.is(PartSet::NOUN.or(PartSet::PERSONAL_PRONOUN)));
            (there && be && whose).then_some(Part::Existential)
        },
    },
    Repair {
        name: "that before a plural",
        example: "The crew said [that]/SC pilots from Lundby left.",
        at: PartSet::of(&[Part::Determiner]),
        settle: |sentence, at| {
            let that = sentence.word(at) == Some(Word::That);
            let modifiers = PartSet::ADJECTIVE.or(PartSet::of(&[Part::Noun]));
            let counted = PartSet::of(&[Part::Nouns, Part::ProperNouns, Part::Number]);
            let end = sentence.parts.len().min(at + REACH);
            let noun = (at + 1..end).find(|&next| !sentence.parts[next].is(modifiers));
            (that && noun.is_some_and(|noun| sentence.parts[noun].is(counted))).then_some(Part::Subordinator)
        },
    },
    Repair {
        name: "that after a verb that reports, before another verb",
        example: "They found [that]/SC salt water caused the damage.",
        at: PartSet::of(&[Part::Determiner]),
        settle: |sentence, at| {
            let verb = at.checked_sub(1).filter(|_| sentence.word(at) == Some(Word::That))?;
            let reports = sentence.parts[verb].is(PartSet::VERB)
                && sentence.text.tokens[sentence.start + verb].has(WordClass::CUE);
            let phrase = PartSet::NOUN.or(PartSet::ADJECTIVE).or(PartSet::of(&[Part::Number, Part::Hyphen]));
            let end = sentence.parts.len().min(at + REACH);
            let next = (at + 1..end).find(|&next| !sentence.parts[next].is(phrase))?;
            let verb = sentence.parts[next].is(PartSet::FINITE.or(PartSet::of(&[Part::Participle])));
            (reports && verb && next > at + 1).then_some(Part::Subordinator)
        },
    },
    Repair {
        name: "participle after an inverted auxiliary",
        example: "What were they [told]/VBN to do?",
        at: PartSet::of(&[Part::Past, Part::HavePast]),
        settle: |sentence, at| {
            let asked = sentence.inverted(at, PartSet::BE.or(PartSet::HAVE));
            let participle = if sentence.parts[at] == Part::Past { Part::Participle } else { Part::HaveParticiple };
            (asked && sentence.may_be(at, participle)).then_some(participle)
        },
    },
    Repair {
        name: "participle after its auxiliary",
        example: "The boat could be quickly and safely [returned]/VBN.",
        at: PartSet::of(&[Part::Past, Part::HavePast]),
        settle: |sentence, at| {
            let mut auxiliary = sentence.before(at)?;
            if sentence.parts[auxiliary] == Part::Conjunction && at > auxiliary + 1 {
                auxiliary = sentence.before(auxiliary).filter(|&before| before + 1 < auxiliary)?;
            }
            let auxiliary = sentence.parts[auxiliary].is(PartSet::BE.or(PartSet::HAVE));
            let participle = if sentence.parts[at] == Part::Past { Part::Participle } else { Part::HaveParticiple };
            (auxiliary && sentence.may_be(at, participle)).then_some(participle)
        },
    },
    Repair {
        name: "participle of a headline",
        example: "Pilot [found]/VBN on island",
        at: PartSet::of(&[Part::Past]),
        settle: |sentence, at| {
            let noun = at > 0 && sentence.parts[at - 1].is(PartSet::NOUN);
            let object = sentence.parts.get(at + 1).is_none_or(|next| next.is(OBJECT));
            let headline = noun && !object && sentence.may_be(at, Part::Participle) && sentence.is_headline();
            headline.then_some(Part::Participle)
        },
    },
    Repair {
        name: "participle set off by a comma",
        example: "It is an old boat, [built]/VBN in Lundby.",
        at: PartSet::of(&[Part::Past]),
        settle: |sentence, at| {
            let after_noun = at > 1
                && sentence.parts[at - 1] == Part::Comma
                && sentence.parts[at - 2].is(PartSet::NOUN)
                && sentence.may_be(at, Part::Participle);
            let governs = PartSet::of(&[Part::Preposition, Part::To, Part::Particle]);
            let governs = sentence.after(at).is_some_and(|after| sentence.parts[after].is(governs));
            let verb = sentence.last_before(at, BOUNDARY, PartSet::FINITE);
            let present = verb.is_some_and(|verb| sentence.parts[verb].is(PRESENT));
            (after_noun && governs && present).then_some(Part::Participle)
        },
    },
    Repair {
        name: "participle after a noun in a clause that has its verb",
        example: "He described the problems [associated]/VBN with the boat.",
        at: PartSet::of(&[Part::Past]),
        settle: |sentence, at| {
            let governed = PartSet::of(&[Part::Preposition, Part::To, Part::Particle, Part::ProperNoun]);
            let noun = sentence.before(at).is_some_and(|before| sentence.parts[before].is(PartSet::NOUN));
            let after = sentence.after(at).is_some_and(|after| sentence.parts[after].is(governed));
            let open = noun && after && sentence.may_be(at, Part::Participle);
            (open && (sentence.has_verb(at) || sentence.follows_object(at))).then_some(Part::Participle)
        },
    },
    Repair {
        name: "noun before the verb of its clause",
        example: "The tax [rates]/NNS still hold us back.",
        at: PartSet::of(&[Part::Third]),
        settle: |sentence, at| {
            let noun = sentence.before(at).is_some_and(|before| sentence.parts[before].is(COMMON_NOUN));
            let open = noun && sentence.may_be(at, Part::Nouns);
            // The verb may be a base form yet: it is settled after the noun.
            let base = sentence.after(at).is_some_and(|after| sentence.parts[after].is(PartSet::BASE));
            (open && (base || sentence.verb_ends_phrase(at))).then_some(Part::Nouns)
        },
    },
    Repair {
        name: "noun that begins its phrase",
        example: "On Friday, [grains]/NNS analyst Orla Brenk said no.",
        at: PartSet::of(&[Part::Third]),
        settle: |sentence, at| {
            let begins = PartSet::of(&[Part::Comma, Part::Stop, Part::Quote, Part::Preposition]);
            let begins = at.checked_sub(1).is_none_or(|before| sentence.parts[before].is(begins));
            let noun = sentence.parts.get(at + 1).is_some_and(|next| next.is(COMMON_NOUN));
            (begins && noun && sentence.may_be(at, Part::Nouns) && sentence.verb_ends_nouns(at)).then_some(Part::Nouns)
        },
    },
    Repair {
        name: "noun in a clause that has its verb",
        example: "They welcomed the discussion [results]/NNS of the crew.",
        at: PartSet::of(&[Part::Third]),
        settle: |sentence, at| {
            let noun = at.checked_sub(1).is_some_and(|before| sentence.parts[before] == Part::Noun);
            (noun && sentence.may_be(at, Part::Nouns) && sentence.has_verb(at)).then_some(Part::Nouns)
        },
    },
    Repair {
        name: "noun at the end of what a preposition governs",
        example: "They spoke about border [controls]/NNS, which failed.",
        at: PartSet::of(&[Part::Third]),
        settle: |sentence, at| {
            let ends = PartSet::PUNCTUATION.or(PartSet::of(&[Part::Conjunction]));
            let ends = sentence.parts.get(at + 1).is_none_or(|after| after.is(ends));
            let noun = at.checked_sub(1).is_some_and(|before| sentence.parts[before].is(PartSet::NOUN));
            let governed = noun && sentence.before_subject(at).is_none();
            (ends && governed && sentence.may_be(at, Part::Nouns)).then_some(Part::Nouns)
        },
    },
    Repair {
        name: "noun after its determiner",
        example: "The crew hailed the successful [launch]/NN of the boat.",
        at: PartSet::of(&[Part::Present]),
        settle: |sentence, at| {
            let ends = PartSet::of(&[Part::Preposition, Part::Comma, Part::Stop, Part::Conjunction]);
            let ends = sentence.parts.get(at + 1).is_none_or(|after| after.is(ends));
            (ends && sentence.may_be(at, Part::Noun) && sentence.determined(at)).then_some(Part::Noun)
        },
    },
];
