//! The word lists, and how the rows of each are read.

use std::iter;

use super::cells::{Rows, check_text, in_lower_case, is_filled, items, number, words};
use super::classes::{
    ABBREVIATIONS, CALENDAR, CUES, FUNCTION, Function, GENDERS, HEADS, Head, NAME_CUES, NAME_GENDERS, NAME_PARTS,
    NATIONALITY, NOUN_FRAMES, NameClass, POSITIONS, ROLES, TITLES, VERB_FRAMES,
};
use super::lists::Lists;
use crate::error::{Faults, shown};
use crate::lexicon::cue::{Cue, Frames};
use crate::lexicon::part::Part;
use crate::lexicon::tags::{Morphology, NameCues, PersonCues, WordClass};
use crate::table::{self, Field, Schema};

/// Reads the text of a file.
type Read = fn(&mut Lists, &str, &mut Faults);

/// In the order of reading: what a title or a role is built on, the function words tell.
pub(super) const FILES: &[(&str, Read)] = &[
    ("function-words.tsv", function_words),
    ("calendar.tsv", calendar),
    ("abbreviations.tsv", abbreviations),
    ("given-names.tsv", given_names),
    ("given-names-more.tsv", given_names),
    ("name-parts.tsv", name_parts),
    ("name-cues.tsv", name_cues),
    ("nationality-words.tsv", nationality_words),
    ("organization-heads.tsv", organization_heads),
    ("titles.tsv", titles),
    ("roles.tsv", roles),
    ("roles-wordnet.tsv", roles),
    ("cues.tsv", cues),
    ("verbs.tsv", verbs),
    ("noun-cues.tsv", noun_cues),
    ("parts-of-speech.tsv", parts_of_speech),
    ("suffixes.tsv", suffixes),
    ("transitions.tsv", transitions),
    ("clause-states.tsv", clause_states),
    ("ordinary-words.tsv", ordinary_words),
];

/// Hands the fields of every row to `each`. No two rows are to have the same first field, which is the word.
fn rows<const N: usize>(
    text: &str,
    columns: [&'static str; N],
    faults: &mut Faults,
    mut each: impl FnMut(&[Field<'_>; N], &mut Faults),
) {
    let mut seen = Rows::default();
    fields(text, columns, faults, |fields, faults| {
        if is_filled(columns[0], &fields[0], faults) {
            seen.add(fields[0].text.to_owned(), &fields[0], faults);
            each(fields, faults);
        }
    });
}

/// Hands the fields of every row to `each`.
fn fields<const N: usize>(
    text: &str,
    columns: [&'static str; N],
    faults: &mut Faults,
    mut each: impl FnMut(&[Field<'_>; N], &mut Faults),
) {
    let schema = Schema { columns, required: N };
    if let Some((header, rows)) = table::open(text, &schema, faults) {
        rows.each(&header, faults, |row, faults| {
            // If it is not, that is reported already.
            if row.is_whole {
                row.fields.iter().for_each(|field| check_text(field, faults));
                each(&row.fields, faults);
            }
        });
    }
}

fn given_names(lists: &mut Lists, text: &str, faults: &mut Faults) {
    rows(text, ["name", "gender"], faults, |[name, gender], faults| {
        if let Some(gender) = NAME_GENDERS.value(gender, faults) {
            lists.listed(name.text).given |= PersonCues::GIVEN_NAME | gender;
        }
    });
}

fn function_words(lists: &mut Lists, text: &str, faults: &mut Faults) {
    rows(text, ["word", "class"], faults, |[word, class], faults| {
        let word = in_lower_case(word, faults);
        for function in FUNCTION.values(class, faults) {
            match function {
                Function::Class(class) => lists.tag(word, class),
                Function::Link => _ = lists.links.insert(word.to_owned()),
                Function::Particle => _ = lists.particles.insert(word.to_owned()),
            }
        }
    });
}

fn calendar(lists: &mut Lists, text: &str, faults: &mut Faults) {
    rows(text, ["word", "class"], faults, |[word, class], faults| {
        for class in CALENDAR.values(class, faults) {
            lists.tag(word.text, class);
        }
    });
}

fn abbreviations(lists: &mut Lists, text: &str, faults: &mut Faults) {
    rows(text, ["abbreviation", "class"], faults, |[word, class], faults| {
        for class in ABBREVIATIONS.values(class, faults) {
            lists.tag(word.text, class);
        }
        let in_lower_case = word.text.starts_with(char::is_lowercase);
        let lower = if in_lower_case { Morphology::LOWER_ABBREVIATION } else { Morphology::empty() };
        lists.tag(word.text, Morphology::ABBREVIATION | lower);
        // So a word of letters alone is never one, and need not be noted among the ends of sentences.
        let Some(stem) = word.text.strip_suffix('.') else {
            let message = format!("`{}` does not end with a full stop", shown(word.text));
            return faults.at(word.place(), message, format!("write `{}.`", shown(word.text)));
        };
        lists.tag(stem, Morphology::ABBREVIATES);
    });
}

fn name_parts(lists: &mut Lists, text: &str, faults: &mut Faults) {
    rows(text, ["word", "class"], faults, |[word, class], faults| {
        let word = in_lower_case(word, faults);
        for class in NAME_PARTS.values(class, faults) {
            lists.add_name_class(word, class);
        }
    });
}

fn name_cues(lists: &mut Lists, text: &str, faults: &mut Faults) {
    rows(text, ["word", "classes"], faults, |[word, classes], faults| {
        let word = in_lower_case(word, faults);
        for class in NAME_CUES.values(classes, faults) {
            lists.add_name_class(word, class);
        }
    });
}

fn nationality_words(lists: &mut Lists, text: &str, faults: &mut Faults) {
    rows(text, ["word", "class"], faults, |[word, class], faults| {
        NATIONALITY.value(class, faults);
        // One word of a longer term tells nothing by itself: Green of Green New Deal.
        if !word.text.contains(' ') {
            lists.tag(word.text, WordClass::PROPER_ADJECTIVE);
        }
    });
}

fn organization_heads(lists: &mut Lists, text: &str, faults: &mut Faults) {
    rows(text, ["head", "kind", "position"], faults, |[head, kind, position], faults| {
        let (kind, position) = (HEADS.value(kind, faults), POSITIONS.value(position, faults));
        let (Some(kind), Some(position)) = (kind, position) else { return };
        let first = head.text.split(' ').next().unwrap_or_default();
        let last = head.text.rsplit(' ').next().unwrap_or_default();
        let (on_first, on_last) = match kind {
            // `City of Marden`, but not `Secretary of State Marden`.
            Head::Place if head.text.ends_with(" of") => (NameCues::PLACE_OF, NameCues::empty()),
            Head::Place => (NameCues::PLACE_FIRST, NameCues::PLACE_LAST),
            Head::Organization => (NameCues::ORGANIZATION_FIRST, NameCues::ORGANIZATION_LAST),
        };
        if position.first {
            lists.add_name_class(first, NameClass::Name(on_first));
        }
        if position.last {
            lists.add_name_class(last, NameClass::Name(on_last));
        }
    });
}

/// The gender that a noun shows; most show none.
fn gender(field: &Field<'_>, faults: &mut Faults) -> PersonCues {
    if field.text.is_empty() { PersonCues::empty() } else { GENDERS.value(field, faults).unwrap_or_default() }
}

fn titles(lists: &mut Lists, text: &str, faults: &mut Faults) {
    let columns = ["title", "abbreviation", "gender", "kind"];
    rows(text, columns, faults, |[title, abbreviation, shown, kind], faults| {
        let cues = PersonCues::TITLE | gender(shown, faults) | TITLES.value(kind, faults).unwrap_or_default();
        let abbreviations = items(columns[1], abbreviation, faults);
        for name in iter::once(title).chain(&abbreviations) {
            lists.tag(lists.head_word(name.text).to_owned().as_str(), cues);
            // British papers leave the stop out: Mrs, Dr, Sgt. Sr is a suffix as well, St a saint or a street.
            let stem = name.text.strip_suffix('.').filter(|stem| !stem.contains([' ', '.']));
            if let Some(stem) = stem.filter(|stem| !matches!(*stem, "Sr" | "St")) {
                lists.tag(stem, cues);
            }
        }
    });
}

fn roles(lists: &mut Lists, text: &str, faults: &mut Faults) {
    rows(text, ["role", "plural", "kind", "gender"], faults, |[role, plural, kind, shown], faults| {
        let cues = ROLES.value(kind, faults).unwrap_or_default() | gender(shown, faults);
        for (word, number) in [(role, Morphology::empty()), (plural, Morphology::PLURAL)] {
            let head = lists.head_word(word.text).to_owned();
            // The *in* of stand-in and the *by* of passer-by are nobody.
            let is_particle = word.text.contains('-') && lists.listed(&head).tags.has(WordClass::FUNCTION);
            if !word.text.is_empty() && !is_particle {
                lists.tag(&head, cues | number);
            }
        }
    });
}

/// The columns of the forms of a verb.
const FORMS: [&str; 5] = ["lemma", "third", "past", "participle", "gerund"];

/// The forms of a verb, each with its tag; a field may hold alternatives.
fn forms<'t>(fields: [&Field<'t>; 5], faults: &mut Faults) -> Vec<(&'t str, Morphology)> {
    let tags = [Morphology::BASE, Morphology::THIRD, Morphology::PAST, Morphology::PARTICIPLE, Morphology::GERUND];
    let mut forms = Vec::new();
    for ((column, field), tag) in FORMS.iter().zip(fields).zip(tags) {
        forms.extend(words(column, field, faults).into_iter().map(|form| (form, tag)));
    }
    forms
}

fn cues(lists: &mut Lists, text: &str, faults: &mut Faults) {
    let [lemma, third, past, participle, gerund] = FORMS;
    let columns = [lemma, third, past, participle, gerund, "particle", "class", "frames", "example"];
    let mut seen = Rows::default();
    fields(text, columns, faults, |fields, faults| {
        let [lemma, third, past, participle, gerund, particle, class, frames, example] = fields;
        seen.add(format!("{} {}", lemma.text, particle.text), lemma, faults);
        let forms = forms([lemma, third, past, participle, gerund], faults);
        let particle = in_lower_case(particle, faults);
        let (class, frames) = (CUES.value(class, faults), VERB_FRAMES.values(frames, faults));
        is_filled(columns[8], example, faults);
        if let Some(class) = class {
            let frames = frames.into_iter().collect();
            let cue = Cue { lemma: lemma.text.to_owned(), particle: particle.to_owned(), class, frames };
            lists.add_verb_cue(cue, forms.into_iter());
        }
    });
}

fn verbs(lists: &mut Lists, text: &str, faults: &mut Faults) {
    rows(text, FORMS, faults, |fields, faults| {
        for (form, tag) in forms(fields.each_ref(), faults) {
            lists.tag(form, tag);
        }
    });
}

fn noun_cues(lists: &mut Lists, text: &str, faults: &mut Faults) {
    let columns = ["noun", "plural", "class", "frames", "example"];
    rows(text, columns, faults, |[noun, plural, class, frames, example], faults| {
        let forms = [noun, plural].map(|form| in_lower_case(form, faults));
        let (class, frames) = (CUES.value(class, faults), NOUN_FRAMES.values(frames, faults));
        is_filled(columns[4], example, faults);
        if let Some(class) = class {
            let frames: Frames = frames.into_iter().collect();
            let cue = Cue { lemma: noun.text.to_owned(), particle: String::new(), class, frames };
            for form in forms.into_iter().filter(|form| !form.is_empty()) {
                lists.add_noun_cue(form, &cue);
            }
        }
    });
}

fn parts_of_speech(lists: &mut Lists, text: &str, faults: &mut Faults) {
    let columns = ["form", "parts"];
    rows(text, columns, faults, |[form, parts], faults| {
        let form = in_lower_case(form, faults);
        if is_filled(columns[1], parts, faults) {
            let items = items(columns[1], parts, faults);
            let parts = items.iter().filter_map(|item| part(item, faults)).collect();
            lists.add_parts(form, parts);
        }
    });
}

/// The tagger reads this file itself.
fn suffixes(_: &mut Lists, text: &str, faults: &mut Faults) {
    let columns = ["suffix", "parts"];
    fields(text, columns, faults, |[_, parts], faults| {
        items(columns[1], parts, faults).iter().for_each(|item| {
            part(item, faults);
        });
    });
}

/// The tagger reads this file itself.
fn transitions(_: &mut Lists, text: &str, faults: &mut Faults) {
    let columns = ["before", "clause", "after"];
    fields(text, columns, faults, |[before, clause, after], faults| {
        label(before, faults);
        is_filled(columns[1], clause, faults);
        items(columns[2], after, faults).iter().for_each(|item| {
            part(item, faults);
        });
    });
}

/// The tagger reads this file itself.
fn clause_states(_: &mut Lists, text: &str, faults: &mut Faults) {
    let columns = ["state", "parts", "next", "example"];
    fields(text, columns, faults, |[state, parts, next, example], faults| {
        for (column, field) in [(columns[0], state), (columns[2], next), (columns[3], example)] {
            is_filled(column, field, faults);
        }
        items(columns[1], parts, faults).iter().for_each(|item| label(item, faults));
    });
}

/// The label of a part of speech.
fn label(field: &Field<'_>, faults: &mut Faults) {
    if Part::parse(field.text).is_none() {
        let advice = format!("write one of {}", Part::ALL.map(Part::label).join(", "));
        faults.at(field.place(), format!("unknown part of speech `{}`", shown(field.text)), advice);
    }
}

/// A part of speech with how often a form was seen as one.
fn part(item: &Field<'_>, faults: &mut Faults) -> Option<(Part, u32)> {
    let (label, count) = item.text.split_once(':').unwrap_or((item.text, ""));
    let count = count.parse().ok().filter(|count| *count > 0);
    let part = Part::parse(label);
    if part.is_none() {
        let advice = format!("write one of {}", Part::ALL.map(Part::label).join(", "));
        faults.at(item.place(), format!("unknown part of speech `{}`", shown(label)), advice);
    } else if count.is_none() {
        let message = format!("`{}` is no label with a count", shown(item.text));
        faults.at(item.place(), message, format!("write it so: `{label}:120`"));
    }
    part.zip(count)
}

/// Nothing here asks for them, but the check of gazetteers does.
fn ordinary_words(_: &mut Lists, text: &str, faults: &mut Faults) {
    let columns = ["word", "size", "zipf"];
    rows(text, columns, faults, |[word, size, zipf], faults| {
        in_lower_case(word, faults);
        number(columns[1], size, 95, faults);
        number(columns[2], zipf, 9, faults);
    });
}
