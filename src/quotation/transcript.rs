//! Transcripts: paragraphs that open with who speaks, `BRENK: We will sell it.` and `Q: Why?` above `A: It is old.`

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use super::Parts;
use crate::gazetteer::Kind;
use crate::lexicon::{Tags, Word};
use crate::mention::Cast;
use crate::syntax::Kinds;
use crate::syntax::Narration;
use crate::syntax::Phrase;
use crate::text::{Shape, TokenKind};

/// No label has more items before its colon.
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
    /// `MODERATOR`: a role, by its first item's text.
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
pub(super) fn turns(narration: &Narration, cast: &Cast) -> Vec<Spoken> {
    let ends = |(paragraph, range)| Some((paragraph, label_end(narration, range)?));
    let ends: SmallVec<[(usize, usize); 8]> = narration.paragraphs.iter().enumerate().filter_map(ends).collect();
    if ends.is_empty() {
        return Vec::new();
    }
    let surnames = if ends.len() + 1 < FEWEST_TURNS { Surnames::default() } else { Surnames::new(narration, cast) };
    let labelled: Vec<Labelled> =
        ends.iter().filter_map(|&(paragraph, colon)| label(narration, cast, &surnames, paragraph, colon)).collect();
    let answered = labelled.windows(2).any(|pair| pair[0].label == Label::Question && pair[1].label == Label::Answer);
    let named = is_conversation(narration, &labelled);
    let kept: Vec<Labelled> = labelled
        .into_iter()
        .filter(|turn| match turn.label {
            // `Q:` of the press between the turns of those who have names.
            Label::Question => answered || named,
            Label::Answer => answered,
            Label::Known(_) | Label::Role => named && turn.paragraph > 0,
        })
        .collect();
    let Some(first) = kept.first() else { return Vec::new() };
    let (asked, asking) = if answered { interview(narration, cast, 0..first.phrase.items.start) } else { (None, None) };
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
        let own = narration.paragraphs[turn.paragraph].end;
        let mut parts: Parts = std::iter::once(turn.start..own).collect();
        for paragraph in narration.paragraphs[turn.paragraph + 1..next].iter().take(LONGEST_TURN) {
            if narration.is(paragraph.start, TokenKind::OpenBracket) || narration.quote(paragraph.start).is_some() {
                break;
            }
            // `…` alone is no paragraph of his.
            if paragraph.clone().any(|item| narration.is(item, TokenKind::Word) || narration.name(item).is_some()) {
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
    fn new(narration: &Narration, cast: &Cast) -> Self {
        let mut known = Self::default();
        for item in 0..narration.items.len() {
            let Some(name) = narration.name(item) else { continue };
            let referent = cast.names[name].referent;
            if cast.referents[referent].kind != Kind::Person {
                continue;
            }
            known.names.entry(referent).or_insert(Phrase { items: item..item + 1, head: item });
            if narration.items[item].shape != Shape::Upper
                && let Some(last) = narration.word(item).split_whitespace().last()
            {
                known.people.entry(last.to_lowercase()).or_insert(referent);
            }
        }
        known
    }
}

/// The colon that ends a paragraph's label.
fn label_end(narration: &Narration, paragraph: &Range<usize>) -> Option<usize> {
    let first = narration.items.get(paragraph.start)?;
    if !matches!(first.shape, Shape::Capital | Shape::Upper | Shape::Mixed)
        || narration.quote(paragraph.start).is_some()
    {
        return None;
    }
    // `Q. Why?`
    if narration.span(paragraph.start..paragraph.start + 1).len() <= 2 {
        match narration.word(paragraph.start) {
            "Q." | "A." => return Some(paragraph.start),
            "Q" | "A" if narration.is(paragraph.start + 1, TokenKind::Stop) => return Some(paragraph.start + 1),
            _ => {}
        }
    }
    let limit = paragraph.end.min(paragraph.start + LONGEST_LABEL);
    narration.find(paragraph.start + 1..limit, Kinds::COLON)
}

fn label(narration: &Narration, cast: &Cast, surnames: &Surnames, paragraph: usize, colon: usize) -> Option<Labelled> {
    let range = narration.paragraphs[paragraph].clone();
    let start = colon + 1;
    // What stands in quotation marks behind a name has rules of its own.
    let says = start < range.end && narration.quote(start).is_none();
    let talks = (start..range.end).any(|item| {
        narration.name(item).is_some() || narration.is(item, TokenKind::Word) || narration.quote(item).is_some()
    });
    if !says || !talks || narration.is(start, TokenKind::Number) && range.end <= start + 2 {
        return None;
    }
    let items = range.start..colon.max(range.start + 1);
    let phrase = Phrase { items: range.start..range.start + 1, head: range.start };
    if items.len() == 1 {
        let label = match narration.word(range.start) {
            "Q" | "Q." | "Question" | "QUESTION" => Some(Label::Question),
            "A" | "A." | "Answer" | "ANSWER" => Some(Label::Answer),
            _ => None,
        };
        if let Some(label) = label {
            return Some(Labelled { paragraph, label, phrase, start });
        }
    }
    if !narration.is(colon, TokenKind::Colon) {
        return None;
    }
    // `SEN. BRENK (D)`, `Orla Brenk, Gazette`: the name is what stands before the comma or the bracket.
    let end = items
        .clone()
        .find(|&item| narration.is_comma(item) || narration.is(item, TokenKind::OpenBracket))
        .filter(|&end| end > items.start)
        .unwrap_or(items.end);
    let head = end - 1;
    let phrase = Phrase { items: items.start..end, head };
    let upper = items.start..end;
    let capitals = upper.clone().all(|item| {
        narration.items[item].shape == Shape::Upper
            || narration.has(item, Tags::TITLE)
            || narration.is(item, TokenKind::Stop)
            || narration.is(item, TokenKind::Hyphen)
    });
    let person = narration
        .name(head)
        .map(|name| cast.names[name].referent)
        .filter(|&referent| cast.referents[referent].kind == Kind::Person);
    let titled = upper.start == head || (upper.start..head).all(|item| narration.has(item, Tags::TITLE | Tags::ROLE));
    let label = if capitals {
        let last = narration.word(head).split_whitespace().last()?.to_lowercase();
        match surnames.people.get(&last).copied().or(person) {
            Some(referent) => Label::Known(referent),
            None if narration.has(head, Tags::PERSON_ROLE) => Label::Role,
            None => return None,
        }
    } else {
        Label::Known(person.filter(|_| titled)?)
    };
    Some(Labelled { paragraph, label, phrase, start })
}

/// Somebody has more than one turn, and they talk of themselves or to each other: no list of people, no heading.
fn is_conversation(narration: &Narration, labelled: &[Labelled]) -> bool {
    let named =
        || labelled.iter().filter(|turn| turn.paragraph > 0 && matches!(turn.label, Label::Known(_) | Label::Role));
    let turns = named().count();
    if turns < FEWEST_TURNS {
        return false;
    }
    let mut seen = FxHashSet::default();
    let mut speakers = FxHashSet::default();
    let mut again = false;
    for turn in named() {
        let speaker = match turn.label {
            Label::Known(referent) => Some(referent),
            _ => None,
        };
        speakers.insert(speaker);
        again |= !seen.insert(speaker);
    }
    let personal = named()
        .filter(|turn| {
            (turn.start..narration.paragraphs[turn.paragraph].end).any(|item| {
                narration.is_any_word(item, &[Word::I, Word::We, Word::You, Word::My])
                    || narration.is(item, TokenKind::Question)
            })
        })
        .count();
    again && speakers.len() > 1 && personal * PERSONAL >= turns
}

/// Who is interviewed, and who asks, as the words in front of the first question tell it.
fn interview(narration: &Narration, cast: &Cast, intro: Range<usize>) -> (Option<Phrase>, Option<Phrase>) {
    let mut counts: FxHashMap<usize, (usize, Phrase)> = FxHashMap::default();
    for item in intro.clone() {
        let Some(name) = narration.name(item).filter(|_| is_person(narration, item)) else { continue };
        let first = || (0, Phrase { items: item..item + 1, head: item });
        counts.entry(cast.names[name].referent).or_insert_with(first).0 += 1;
    }
    let most = counts.values().map(|(count, _)| *count).max();
    let mut foremost = counts.values().filter(|(count, _)| Some(*count) == most).map(|(_, phrase)| phrase);
    let sole = foremost.next().filter(|_| foremost.next().is_none()).cloned();
    let Some((before, behind)) = intro.clone().find_map(|item| parties(narration, item, intro.end)) else {
        return (sole, None);
    };
    let person = |party: &Option<Phrase>| party.as_ref().is_some_and(|party| is_person(narration, party.head));
    let pronoun = |party: &Option<Phrase>| party.as_ref().is_some_and(|party| narration.is_pronoun(party.head));
    // `the Gazette’s Orla Brenk`: somebody who asks.
    let reports = |party: &Option<Phrase>| {
        let of_press =
            |item: usize| narration.is_possessive(item) || narration.items[item].names == Some(Kind::Organization);
        party.as_ref().is_some_and(|party| party.items.clone().any(of_press))
    };
    // Of two who ask, nobody can tell who has which question.
    let named = |party: Option<Phrase>| {
        let many = |party: &Phrase| party.items.clone().filter(|&item| is_person(narration, item)).count() > 1;
        party.filter(|party| narration.name(party.head).is_some() && !many(party))
    };
    let is_sole = |party: &Option<Phrase>| {
        let referent = |phrase: &Phrase| narration.name(phrase.head).map(|name| cast.names[name].referent);
        sole.as_ref().is_some_and(|sole| referent(sole) == party.as_ref().and_then(referent))
    };
    if pronoun(&before) || !person(&before) && !person(&behind) {
        return (sole, named(behind));
    }
    let answers_behind = match (person(&before), person(&behind)) {
        (true, false) => false,
        (false, _) => true,
        (true, true) => match (reports(&before), reports(&behind)) {
            (true, false) => true,
            (false, true) => false,
            _ if is_sole(&behind) => true,
            _ if is_sole(&before) => false,
            _ => return (None, None),
        },
    };
    if answers_behind { (behind, named(before)) } else { (before, named(behind)) }
}

fn is_person(narration: &Narration, item: usize) -> bool {
    narration.items[item].names == Some(Kind::Person)
}

/// The two sides of `sat down with`, `spoke to`, `talked with`, `interviewed`, `in an interview with`.
fn parties(narration: &Narration, item: usize, limit: usize) -> Option<(Option<Phrase>, Option<Phrase>)> {
    let word = narration.word(item);
    let behind = |at: usize| narration.phrase_starting_at(at, limit).map(|phrase| named_in(narration, phrase));
    let before = || {
        let sentence = narration.sentence_of(item);
        // `where she spoke with`
        if let Some(last) = item.checked_sub(1).filter(|&last| narration.is_any_word(last, &[Word::He, Word::She])) {
            return Some(Phrase { items: last..item, head: last });
        }
        narration.first_subject(sentence.start, sentence.end).filter(|subject| subject.items.end <= item)
    };
    match word {
        "interview" | "conversation" | "chat" if narration.is_word(item + 1, Word::With) => {
            Some((None, behind(item + 2)))
        }
        "interviewed" => Some((before(), behind(item + 1))),
        "sat" | "sits" | "spoke" | "speaks" | "talked" | "talks" | "chatted" => {
            let with =
                (item + 1..limit.min(item + 4)).find(|&at| narration.is_any_word(at, &[Word::With, Word::To]))?;
            Some((before(), behind(with + 1)))
        }
        _ => None,
    }
}

/// `with the harbor master, Orla Brenk`, `with veteran pilot Orla Brenk`: the name of the phrase, if it has one.
fn named_in(narration: &Narration, phrase: Phrase) -> Phrase {
    match phrase.items.clone().find(|&item| narration.name(item).is_some()) {
        Some(name) if narration.name(phrase.head).is_none() => Phrase { items: name..name + 1, head: name },
        _ => phrase,
    }
}
