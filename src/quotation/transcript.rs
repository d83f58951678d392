//! Transcripts: paragraphs that open with who speaks, `BRENK: We will sell it.` and `Q: Why?` above `A: It is old.`

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use crate::gazetteer::Kind;
use crate::lexicon::{PersonCues, Word};
use crate::mention::Cast;
use crate::report::Parts;
use crate::syntax::Kinds;
use crate::syntax::Phrase;
use crate::syntax::Syntax;
use crate::text::{Shape, TokenKind};

/// No label has more units before its colon.
const LONGEST_LABEL: usize = 8;

/// Fewer turns than that between named speakers are no transcript but a list or a heading.
const FEWEST_TURNS: usize = 3;

/// One turn in so many, or more, has the speaker talk of himself or to another: else the names head a list.
const PERSONAL: usize = 3;

/// A turn runs over so many paragraphs at most.
const LONGEST_TURN: usize = 12;

/// What one speaker says, between two labels.
#[derive(Clone, Debug)]
pub(super) struct Spoken {
    pub(super) turn: Turn,
    /// One a paragraph.
    pub(super) parts: Parts,
}

/// Who has a turn of a transcript.
#[derive(Clone, Debug)]
pub(crate) struct Turn {
    /// The words before the colon.
    pub(crate) label: Phrase,
    /// The name that the label stands for, which may be the label itself.
    pub(crate) speaker: Option<Phrase>,
    /// The label says who speaks, as `Q` does not.
    pub(crate) named: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Label {
    Question,
    Answer,
    /// Somebody, by the referent of the name or of the one that it repeats in capitals.
    Known(usize),
    /// `MODERATOR`: a role, by its first unit's text.
    Role,
}

struct Labelled {
    paragraph: usize,
    label: Label,
    phrase: Phrase,
    /// Where the words begin.
    start: usize,
}

/// All turns of the text, in its order; none where the text is no transcript.
pub(super) fn turns(syntax: &Syntax, cast: &Cast) -> Vec<Spoken> {
    let ends = |(paragraph, range)| Some((paragraph, label_end(syntax, range)?));
    let ends: SmallVec<[(usize, usize); 8]> = syntax.paragraphs.iter().enumerate().filter_map(ends).collect();
    if ends.is_empty() {
        return Vec::new();
    }
    let surnames = if ends.len() + 1 < FEWEST_TURNS { Surnames::default() } else { Surnames::new(syntax, cast) };
    let labelled: Vec<Labelled> =
        ends.iter().filter_map(|&(paragraph, colon)| label(syntax, cast, &surnames, paragraph, colon)).collect();
    let answered = labelled.windows(2).any(|pair| pair[0].label == Label::Question && pair[1].label == Label::Answer);
    let turns = named_turns(syntax, &labelled);
    let named = is_conversation(syntax, &turns);
    let first = turns.first().map_or(0, |(turn, _)| turn.paragraph);
    let kept: Vec<Labelled> = labelled
        .into_iter()
        .filter(|turn| match turn.label {
            // `Q:` of the press between the turns of those who have names.
            Label::Question => answered || named,
            Label::Answer => answered,
            Label::Known(_) | Label::Role => named && turn.paragraph >= first,
        })
        .collect();
    let Some(first) = kept.first() else { return Vec::new() };
    let (asked, asking) = if answered { interview(syntax, cast, 0..first.phrase.units.start) } else { (None, None) };
    let mut spoken = Vec::with_capacity(kept.len());
    for (index, turn) in kept.iter().enumerate() {
        let speaker = match turn.label {
            Label::Question => asking.clone(),
            Label::Answer => asked.clone(),
            Label::Known(referent) => surnames.names.get(&referent).cloned(),
            Label::Role => None,
        };
        let named = matches!(turn.label, Label::Known(_) | Label::Role);
        // Behind the last label only its own paragraph is certain.
        let next = kept.get(index + 1).map_or(turn.paragraph + 1, |next| next.paragraph);
        let own = syntax.paragraphs[turn.paragraph].end;
        let mut parts: Parts = std::iter::once(turn.start..own).collect();
        for paragraph in syntax.paragraphs[turn.paragraph + 1..next].iter().take(LONGEST_TURN) {
            if syntax.is(paragraph.start, TokenKind::OpenBracket) || syntax.quote(paragraph.start).is_some() {
                break;
            }
            // `…` alone is no paragraph of his.
            if paragraph.clone().any(|unit| syntax.is(unit, TokenKind::Word) || syntax.name(unit).is_some()) {
                parts.push(paragraph.clone());
            }
        }
        spoken.push(Spoken { turn: Turn { label: turn.phrase.clone(), speaker, named }, parts });
    }
    spoken
}

/// The first mention of everybody, and whom a surname in capitals means. Empty for the many texts in which hardly any
/// paragraph has a label.
#[derive(Default)]
struct Surnames {
    names: FxHashMap<usize, Phrase>,
    /// By the last word of the name in small letters.
    people: FxHashMap<String, usize>,
}

impl Surnames {
    fn new(syntax: &Syntax, cast: &Cast) -> Self {
        let mut known = Self::default();
        for unit in 0..syntax.units.len() {
            let Some(name) = syntax.name(unit) else { continue };
            let referent = cast.names[name].referent;
            if cast.referents[referent].kind != Kind::Person {
                continue;
            }
            known.names.entry(referent).or_insert(Phrase { units: unit..unit + 1, head: unit });
            if syntax.units[unit].shape != Shape::Upper
                && let Some(last) = syntax.word(unit).split_whitespace().last()
            {
                known.people.entry(last.to_lowercase()).or_insert(referent);
            }
        }
        known
    }
}

/// The colon that ends a paragraph's label.
fn label_end(syntax: &Syntax, paragraph: &Range<usize>) -> Option<usize> {
    let first = syntax.units.get(paragraph.start)?;
    if !matches!(first.shape, Shape::Capital | Shape::Upper | Shape::Mixed) || syntax.quote(paragraph.start).is_some() {
        return None;
    }
    // `Q. Why?`
    if syntax.span(paragraph.start..paragraph.start + 1).len() <= 2 {
        match syntax.word(paragraph.start) {
            "Q." | "A." => return Some(paragraph.start),
            "Q" | "A" if syntax.is(paragraph.start + 1, TokenKind::Stop) => return Some(paragraph.start + 1),
            _ => {}
        }
    }
    let limit = paragraph.end.min(paragraph.start + LONGEST_LABEL);
    syntax.find(paragraph.start + 1..limit, Kinds::COLON)
}

fn label(syntax: &Syntax, cast: &Cast, surnames: &Surnames, paragraph: usize, colon: usize) -> Option<Labelled> {
    let range = syntax.paragraphs[paragraph].clone();
    let start = colon + 1;
    // What stands in quotation marks after a name has rules of its own.
    let says = start < range.end && syntax.quote(start).is_none();
    let talks = (start..range.end)
        .any(|unit| syntax.name(unit).is_some() || syntax.is(unit, TokenKind::Word) || syntax.quote(unit).is_some());
    if !says || !talks || syntax.is(start, TokenKind::Number) && range.end <= start + 2 {
        return None;
    }
    let units = range.start..colon.max(range.start + 1);
    let phrase = Phrase { units: range.start..range.start + 1, head: range.start };
    if units.len() == 1 {
        let label = match syntax.word(range.start) {
            "Q" | "Q." | "Question" | "QUESTION" => Some(Label::Question),
            "A" | "A." | "Answer" | "ANSWER" => Some(Label::Answer),
            _ => None,
        };
        if let Some(label) = label {
            return Some(Labelled { paragraph, label, phrase, start });
        }
    }
    if !syntax.is(colon, TokenKind::Colon) {
        return None;
    }
    // `SEN. BRENK (D)`, `Orla Brenk, Gazette`: the name is what stands before the comma or the bracket.
    let end = units
        .clone()
        .find(|&unit| syntax.is_comma(unit) || syntax.is(unit, TokenKind::OpenBracket))
        .filter(|&end| end > units.start)
        .unwrap_or(units.end);
    let head = end - 1;
    let phrase = Phrase { units: units.start..end, head };
    let upper = units.start..end;
    let capitals = upper.clone().all(|unit| {
        syntax.units[unit].shape == Shape::Upper
            || syntax.has(unit, PersonCues::TITLE)
            || syntax.is(unit, TokenKind::Stop)
            || syntax.is(unit, TokenKind::Hyphen)
    });
    let person = syntax
        .name(head)
        .map(|name| cast.names[name].referent)
        .filter(|&referent| cast.referents[referent].kind == Kind::Person);
    let titled =
        upper.start == head || (upper.start..head).all(|unit| syntax.has(unit, PersonCues::TITLE | PersonCues::ROLE));
    let role = upper.len() == 1 && syntax.has(head, PersonCues::PERSON_ROLE) && syntax.name(head).is_none();
    let label = if role && !capitals {
        Label::Role
    } else if capitals {
        let last = syntax.word(head).split_whitespace().last()?.to_lowercase();
        match surnames.people.get(&last).copied().or(person) {
            Some(referent) => Label::Known(referent),
            // `THE COURT`, `MS. BRENK`
            None if syntax.has(head, PersonCues::PERSON_ROLE | PersonCues::GROUP_ROLE) => Label::Role,
            None if upper.clone().any(|unit| syntax.has(unit, PersonCues::TITLE)) => Label::Role,
            None => return None,
        }
    } else {
        Label::Known(person.filter(|_| titled)?)
    };
    Some(Labelled { paragraph, label, phrase, start })
}

/// Who has a turn that says whose it is.
#[derive(PartialEq, Eq, Hash)]
enum Named {
    Known(usize),
    /// By the word in small letters.
    Role(String),
}

/// The turns that say whose they are. A headline of the same form, `Brenk: The ferry stays`, is none of them: who has the
/// first paragraph speaks again.
fn named_turns<'l>(syntax: &Syntax, labelled: &'l [Labelled]) -> Vec<(&'l Labelled, Named)> {
    let named = |turn: &'l Labelled| {
        let speaker = match turn.label {
            Label::Known(referent) => Named::Known(referent),
            Label::Role => Named::Role(syntax.word(turn.phrase.head).to_lowercase()),
            Label::Question | Label::Answer => return None,
        };
        Some((turn, speaker))
    };
    let mut turns: Vec<(&Labelled, Named)> = labelled.iter().filter_map(named).collect();
    let opens = |turns: &[(&Labelled, Named)]| match turns {
        [(first, speaker), rest @ ..] => first.paragraph > 0 || rest.iter().any(|(_, other)| other == speaker),
        [] => true,
    };
    if !opens(&turns) {
        turns.remove(0);
    }
    turns
}

/// Somebody has more than one turn, and they talk of themselves or to each other: no list of people, no heading.
fn is_conversation(syntax: &Syntax, turns: &[(&Labelled, Named)]) -> bool {
    if turns.len() < FEWEST_TURNS {
        return false;
    }
    let speakers: FxHashSet<&Named> = turns.iter().map(|(_, speaker)| speaker).collect();
    let again = speakers.len() < turns.len();
    let personal = turns.iter().filter(|(turn, _)| {
        (turn.start..syntax.paragraphs[turn.paragraph].end).any(|unit| {
            syntax.is_any_word(unit, &[Word::I, Word::We, Word::You, Word::My]) || syntax.is(unit, TokenKind::Question)
        })
    });
    again && speakers.len() > 1 && personal.count() * PERSONAL >= turns.len()
}

/// Who is interviewed, and who asks, as the words in front of the first question tell it.
fn interview(syntax: &Syntax, cast: &Cast, intro: Range<usize>) -> (Option<Phrase>, Option<Phrase>) {
    let mut counts: FxHashMap<usize, (usize, Phrase)> = FxHashMap::default();
    for unit in intro.clone() {
        let Some(name) = syntax.name(unit).filter(|_| is_person(syntax, unit)) else { continue };
        let first = || (0, Phrase { units: unit..unit + 1, head: unit });
        counts.entry(cast.names[name].referent).or_insert_with(first).0 += 1;
    }
    let most = counts.values().map(|(count, _)| *count).max();
    let mut foremost = counts.values().filter(|(count, _)| Some(*count) == most).map(|(_, phrase)| phrase);
    let sole = foremost.next().filter(|_| foremost.next().is_none()).cloned();
    let Some((before, after)) = intro.clone().find_map(|unit| parties(syntax, unit, intro.end)) else {
        return (sole, None);
    };
    let person = |party: &Option<Phrase>| party.as_ref().is_some_and(|party| is_person(syntax, party.head));
    let pronoun = |party: &Option<Phrase>| party.as_ref().is_some_and(|party| syntax.is_pronoun(party.head));
    // `the Gazette’s Orla Brenk`: somebody who asks.
    let reports = |party: &Option<Phrase>| {
        let of_press = |unit: usize| syntax.is_possessive(unit) || syntax.units[unit].names == Some(Kind::Organization);
        party.as_ref().is_some_and(|party| party.units.clone().any(of_press))
    };
    // Of two who ask, nobody can tell who has which question.
    let named = |party: Option<Phrase>| {
        let many = |party: &Phrase| party.units.clone().filter(|&unit| is_person(syntax, unit)).count() > 1;
        party.filter(|party| syntax.name(party.head).is_some() && !many(party))
    };
    let is_sole = |party: &Option<Phrase>| {
        let referent = |phrase: &Phrase| syntax.name(phrase.head).map(|name| cast.names[name].referent);
        sole.as_ref().is_some_and(|sole| referent(sole) == party.as_ref().and_then(referent))
    };
    if pronoun(&before) || !person(&before) && !person(&after) {
        return (sole, named(after));
    }
    let answers_after = match (person(&before), person(&after)) {
        (true, false) => false,
        (false, _) => true,
        (true, true) => match (reports(&before), reports(&after)) {
            (true, false) => true,
            (false, true) => false,
            _ if is_sole(&after) => true,
            _ if is_sole(&before) => false,
            _ => return (None, None),
        },
    };
    if answers_after { (after, named(before)) } else { (before, named(after)) }
}

fn is_person(syntax: &Syntax, unit: usize) -> bool {
    syntax.units[unit].names == Some(Kind::Person)
}

/// The two sides of `sat down with`, `spoke to`, `talked with`, `interviewed`, `in an interview with`.
fn parties(syntax: &Syntax, unit: usize, limit: usize) -> Option<(Option<Phrase>, Option<Phrase>)> {
    let word = syntax.word(unit);
    let after = |at: usize| syntax.phrase_starting_at(at, limit).map(|phrase| named_in(syntax, phrase));
    let before = || {
        let sentence = syntax.sentence_of(unit);
        // `where she spoke with`
        if let Some(last) = unit.checked_sub(1).filter(|&last| syntax.is_any_word(last, &[Word::He, Word::She])) {
            return Some(Phrase { units: last..unit, head: last });
        }
        syntax.first_subject(sentence.start, sentence.end).filter(|subject| subject.units.end <= unit)
    };
    match word {
        "interview" | "conversation" | "chat" if syntax.is_word(unit + 1, Word::With) => Some((None, after(unit + 2))),
        "interviewed" => Some((before(), after(unit + 1))),
        "sat" | "sits" | "spoke" | "speaks" | "talked" | "talks" | "chatted" => {
            let with = (unit + 1..limit.min(unit + 4)).find(|&at| syntax.is_any_word(at, &[Word::With, Word::To]))?;
            Some((before(), after(with + 1)))
        }
        _ => None,
    }
}

/// `with the harbor master, Orla Brenk`, `with veteran pilot Orla Brenk`: the name of the phrase, if it has one.
fn named_in(syntax: &Syntax, phrase: Phrase) -> Phrase {
    match phrase.units.clone().find(|&unit| syntax.name(unit).is_some()) {
        Some(name) if syntax.name(phrase.head).is_none() => Phrase { units: name..name + 1, head: name },
        _ => phrase,
    }
}
