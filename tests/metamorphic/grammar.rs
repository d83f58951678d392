//! The edits of a text's words: others of the same form, longer names, explanations of subjects.
//!
//! The words are in `words.tsv` and `insertions.tsv`; where names and speakers are, the record of the text says.

use std::ops::Range;

use whosaid::{EntityRecord, Kind, MentionKind, MentionRecord, Origin, QuotationRecord, Record, SpeakerRecord};

use crate::edits::{NamedEdit, Replacement};
use crate::rows;

/// Every such edit under its name in the table. None moves a quotation mark or the end of a clause, so contents stay the
/// same to the letter.
pub(crate) const GRAMMAR: &[NamedEdit] = &[
    ("regular-verbs", |text, _| exchanged(text, "regular-verbs")),
    ("irregular-verbs", |text, _| exchanged(text, "irregular-verbs")),
    ("regular-cues", |text, _| exchanged(text, "regular-cues")),
    ("irregular-cues", |text, _| exchanged(text, "irregular-cues")),
    ("nouns", |text, _| exchanged(text, "nouns")),
    ("middle-name", |text, record| between_names(text, record, "middle-name")),
    ("middle-initial", |text, record| between_names(text, record, "middle-initial")),
    ("double-surname", |text, record| after_surnames(text, record, "double-surname")),
    ("apposition", |text, record| after_speakers(text, record, is_phrase, "apposition")),
    ("apposition-with-name", |text, record| after_speakers(text, record, is_phrase, "apposition-with-name")),
    ("apposition-of-person", |text, record| after_speakers(text, record, is_person, "apposition-of-person")),
    ("relative-clause", |text, record| after_speakers(text, record, is_phrase, "relative-clause")),
    ("relative-clause-of-person", |text, record| after_speakers(text, record, is_person, "relative-clause-of-person")),
];

/// A row of `words.tsv`.
struct Exchange<'t> {
    edit: &'t str,
    form: &'t str,
    word: &'t str,
    other: &'t str,
}

fn exchanges() -> Vec<Exchange<'static>> {
    let exchange = |row: Vec<&'static str>| {
        let [edit, form, word, other] = row[..] else { panic!("four columns in words.tsv, not {row:?}") };
        Exchange { edit, form, word, other }
    };
    rows(include_str!("words.tsv")).into_iter().map(exchange).collect()
}

fn exchanged(text: &str, edit: &str) -> Vec<Replacement> {
    let exchanges: Vec<_> = exchanges().into_iter().filter(|it| it.edit == edit).collect();
    let other = |word: &str| exchanges.iter().find(|it| it.word == word).map(|it| it.other.to_owned());
    small_words(text).filter_map(|span| Some((span.clone(), other(&text[span])?))).collect()
}

/// The whole words in small letters: of `company's`, the first.
fn small_words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let stretches = text.as_bytes().chunk_by(|one, next| one.is_ascii_lowercase() == next.is_ascii_lowercase());
    let spans = stretches.scan(0, |end, stretch| {
        let start = *end;
        *end += stretch.len();
        Some(start..*end)
    });
    spans.filter(move |span| {
        let small = text.as_bytes()[span.start].is_ascii_lowercase();
        small && is_whole(text, span) && !text[..span.start].ends_with(['\'', '’'])
    })
}

fn inserted(edit: &str) -> &'static str {
    let row = rows(include_str!("insertions.tsv")).into_iter().find(|row| row[0] == edit);
    row.unwrap_or_else(|| panic!("no words for {edit} in insertions.tsv"))[1]
}

/// Given name and surname of the people whom the text alone knows by two names; those of the gazetteer keep theirs.
fn people<'r>(record: &'r Record) -> impl Iterator<Item = (&'r str, &'r str)> {
    let unknown = |it: &&EntityRecord| it.kind == Kind::Person && it.origin == Origin::Discovered;
    let names = record.entities.iter().filter(unknown).filter_map(|it| it.name.split_once(' '));
    names.filter(|(_, surname)| !surname.contains([' ', '-']))
}

/// Inserts the edit's words between the given name and the surname of every full name.
fn between_names(text: &str, record: &Record, edit: &str) -> Vec<Replacement> {
    let words = format!(" {}", inserted(edit));
    let longer = people(record).flat_map(|(given, surname)| {
        occurrences(text, &format!("{given} {surname}")).map(|name| name.start + given.len()).collect::<Vec<_>>()
    });
    in_order(longer.map(|at| (at..at, words.clone())).collect())
}

/// Inserts the edit's words after every surname, alone or not, in capitals where it is; unless somebody of the gazetteer
/// has it.
fn after_surnames(text: &str, record: &Record, edit: &str) -> Vec<Replacement> {
    let words = inserted(edit);
    let known =
        |surname: &str| record.entities.iter().any(|it| it.origin == Origin::Gazetteer && it.name.contains(surname));
    let mut longer = Vec::new();
    for (_, surname) in people(record).filter(|(_, surname)| !known(surname)) {
        for (surname, words) in [(surname.to_owned(), words.to_owned()), (surname.to_uppercase(), words.to_uppercase())]
        {
            longer.extend(occurrences(text, &surname).map(|it| (it.end..it.end, words.clone())));
        }
    }
    in_order(longer)
}

/// Where these words stand, whole.
fn occurrences(text: &str, words: &str) -> impl Iterator<Item = Range<usize>> {
    text.match_indices(words).map(|(at, words)| at..at + words.len()).filter(|span| is_whole(text, span))
}

/// Whether a stretch of letters is not part of a longer word, or of two joined by a hyphen.
fn is_whole(text: &str, word: &Range<usize>) -> bool {
    let joins = |c: char| c.is_alphanumeric() || c == '-';
    !text[..word.start].ends_with(joins) && !text[word.end..].starts_with(joins)
}

fn in_order(mut replacements: Vec<Replacement>) -> Vec<Replacement> {
    replacements.sort_by_key(|(span, _)| span.start);
    replacements.dedup();
    replacements
}

/// Inserts the edit's words, between commas, after every speaker that they suit, who is the cue's subject and has no
/// explanation yet.
fn after_speakers(
    text: &str,
    record: &Record,
    suits: fn(&SpeakerRecord, &Record) -> bool,
    edit: &str,
) -> Vec<Replacement> {
    let explained = |quotation: &QuotationRecord| {
        let (speaker, cue) = (quotation.speaker.as_ref()?, quotation.cue.as_ref()?);
        let (start, end) = speaker.start.zip(speaker.end)?;
        let ends = text[end..].starts_with([',', '.', ';', ':', '?']);
        let subject = text.get(end..cue.start) == Some(" ") || ends && text.get(cue.end..start) == Some(" ");
        let several = text[..start].ends_with(" and ") || text[start..end].contains(" and ");
        let explained = text[start..end].contains(',');
        let words = format!(", {}{}", inserted(edit), if ends { "" } else { "," });
        (subject && !several && !explained && suits(speaker, record)).then_some((end..end, words))
    };
    in_order(record.quotations.iter().filter_map(explained).collect())
}

/// A name, or a description of several words: not `she`, `somebody` or `residents`.
fn is_phrase(speaker: &SpeakerRecord, record: &Record) -> bool {
    let is = |kind| speaker.mention.is_some_and(|at| record.mentions[at].kind == kind);
    is(MentionKind::Name) || !is(MentionKind::Pronoun) && speaker.text.as_ref().is_some_and(|text| text.contains(' '))
}

fn is_person(speaker: &SpeakerRecord, record: &Record) -> bool {
    let person = |mention: &MentionRecord| {
        let entity = mention.entity.as_ref().and_then(|id| record.entity(id));
        mention.kind == MentionKind::Name && entity.is_some_and(|it| it.kind == Kind::Person)
    };
    speaker.mention.map(|at| &record.mentions[at]).is_some_and(|it| speaker.end == Some(it.end) && person(it))
}

#[test]
fn words_change_places_with_others_of_their_form() {
    let exchanges = exchanges();
    for (at, it) in exchanges.iter().enumerate() {
        let same = |ending: &str| it.word.ends_with(ending) && it.other.ends_with(ending);
        let is_regular = |word: &str| word.ends_with("ed");
        let of_form = match it.form {
            "third" => same("s"),
            "gerund" => same("ing"),
            "plural" => it.other.ends_with('s'),
            "singular" => !it.other.ends_with('s') && vowel(it.word) == vowel(it.other),
            "past" | "participle" | "past-participle" => match it.edit.split_once('-') {
                Some(("regular", _)) => !is_regular(it.word) && is_regular(it.other),
                _ => is_regular(it.word) && !is_regular(it.other),
            },
            form => form == "base",
        };
        assert!(of_form, "{} of {}: {} for {}", it.form, it.edit, it.other, it.word);
        let twice = exchanges[..at].iter().any(|before| before.edit == it.edit && before.word == it.word);
        assert!(!twice, "{} has two rows for {}", it.edit, it.word);
    }
}

/// Whether its article is `an`.
fn vowel(word: &str) -> bool {
    word.starts_with(['a', 'e', 'i', 'o'])
}
