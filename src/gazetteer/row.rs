//! The laws that one row of a gazetteer file must keep.

use std::borrow::Cow;
use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::entity::{DEFAULT_PROMINENCE, Entity, Facts, Gender, Home, Kind};
use super::equality::without_accents;
use super::word::{is_accent, is_word_char};
use crate::error::{Faults, shown};
use crate::table::{Field, Row, Schema};

/// How many columns a gazetteer file can have.
pub(super) const COLUMNS: usize = 12;

/// The longest name, id or other item of a field, in bytes. Where a long name is looked for, all of it may have to be read
/// from each of its words on.
const LONGEST: usize = 1000;

/// The most items of a list. All names of an entity are looked at when one of them was found.
const MOST: usize = 1000;

/// The columns of a gazetteer file.
pub(super) const SCHEMA: Schema<COLUMNS> = Schema {
    columns: [
        "id",
        "name",
        "kind",
        "aliases",
        "gender",
        "titles",
        "descriptions",
        "demonyms",
        "in",
        "prominence",
        "ambiguous",
        "ids",
    ],
    required: 3,
};

/// The field that says where the entity belongs.
pub(super) fn within<'r, 't>(row: &'r Row<'t, COLUMNS>) -> &'r Field<'t> {
    &row.fields[8]
}

/// The fields of the names, in the order of [`Entity::names`].
pub(super) fn names<'t>(row: &Row<'t, COLUMNS>) -> impl Iterator<Item = Field<'t>> + use<'t> {
    std::iter::once(row.fields[1]).chain(row.fields[3].items())
}

/// The number of the line of the row; beyond 2³² of them all are called the last.
pub(super) fn line(row: &Row<'_, COLUMNS>) -> u32 {
    u32::try_from(row.line).unwrap_or(u32::MAX)
}

/// The entity that the row describes, if it has no fault; its fields go to the home that it will have.
pub(super) fn entity(
    row: &Row<'_, COLUMNS>,
    faults: &mut Faults,
    nowhere: &Arc<Home>,
    home: &mut Home,
) -> Option<Entity> {
    let before = faults.len();
    // What is out of all proportion is not looked at any closer.
    check_lengths(row, faults);
    if faults.len() > before {
        return None;
    }
    let [id, name, kind, aliases, gender, titles, descriptions, demonyms, within, prominence, ambiguous, ids] =
        &row.fields;
    for field in &row.fields {
        check_characters(field, faults);
    }
    let kind = check_kind(id, name, kind, faults);
    check_name(name, faults);
    let mut names = Seen::default();
    if !(aliases.text.is_empty() && ambiguous.text.is_empty()) {
        names.insert(name.text);
    }
    let aliases = list("aliases", aliases, &mut names, faults, check_name);
    let list_of = |column, field, faults: &mut Faults| list(column, field, &mut Seen::default(), faults, |_, _| {});
    let titles = list_of("titles", titles, faults);
    let descriptions = list_of("descriptions", descriptions, faults);
    let demonyms = list_of("demonyms", demonyms, faults);
    let ambiguous = list("ambiguous", ambiguous, &mut Seen::default(), faults, |item, faults| {
        if !names.contains(item.text) {
            let message = format!("`{}` is none of the names", shown(item.text));
            faults.at(item.place(), message, "write it as in `name` or `aliases`");
        }
    });
    let ids = list("ids", ids, &mut Seen::default(), faults, |item, faults| {
        if item.text.split_once('=').is_none_or(|(scheme, value)| scheme.is_empty() || value.is_empty()) {
            let message = format!("`{}` is not a scheme and a value", shown(item.text));
            faults.at(item.place(), message, "write them with `=` between, such as `wikidata=Q7747`");
        }
    });
    let gender = check_gender(gender, kind, faults);
    let prominence = check_prominence(prominence, faults);
    let kind = kind.filter(|_| faults.len() == before)?;
    let facts = Facts { kind, gender, prominence, line: line(row), country: None };
    let texts = [id.text, name.text, &aliases, &titles, &descriptions, &demonyms, within.text, &ambiguous, &ids];
    Some(Entity::new(texts, facts, nowhere, home))
}

/// No item is longer than [`LONGEST`], and no list has more items than [`MOST`].
fn check_lengths(row: &Row<'_, COLUMNS>, faults: &mut Faults) {
    for (column, field) in SCHEMA.columns.iter().zip(&row.fields).filter(|(_, field)| field.text.len() > LONGEST) {
        let is_list = !matches!(*column, "id" | "name" | "kind" | "gender" | "in" | "prominence");
        let count = 1 + memchr::memchr_iter(b'|', field.text.as_bytes()).count();
        if is_list && count > MOST {
            let advice = format!("write {MOST} at most");
            faults.at(field.place(), format!("{count} items in `{column}`"), advice);
        } else if let Some(item) =
            if is_list { field.items().find(|item| item.text.len() > LONGEST) } else { Some(*field) }
        {
            let message = format!("`{}` has {} bytes", shown(item.text), item.text.len());
            faults.at(item.place(), message, format!("write {LONGEST} at most"));
        }
    }
}

/// No field has a character in it that no editor shows.
fn check_characters(field: &Field<'_>, faults: &mut Faults) {
    // Nearly every field is printable ASCII, which bytes tell sooner than characters.
    if field.text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return;
    }
    let is_control = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{FEFF}');
    if let Some((at, c)) = field.text.char_indices().find(|&(_, c)| is_control(c)) {
        let message = format!("control character U+{:04X}", u32::from(c));
        faults.at(field.place_of(at), message, "remove it");
    }
}

/// The kind, which the id names too.
fn check_kind(id: &Field<'_>, name: &Field<'_>, kind: &Field<'_>, faults: &mut Faults) -> Option<Kind> {
    let parsed = Kind::parse(kind.text);
    let prefix = check_id(id, name, parsed, faults);
    if !kind.is_present {
        return None;
    }
    match (parsed, prefix) {
        (None, _) => {
            let message = match kind.text {
                "" => "empty `kind`".to_owned(),
                unknown => format!("unknown kind `{}`", shown(unknown)),
            };
            faults.at(kind.place(), message, "write `person`, `place` or `organization`");
        }
        (Some(kind_itself), Some(prefix)) if kind_itself != prefix => {
            let message = format!("the kind is `{kind_itself}`, but the id `{}` says `{prefix}`", shown(id.text));
            faults.at(kind.place(), message, "write the same in both");
        }
        _ => {}
    }
    parsed
}

/// The kind that the id begins with.
fn check_id(id: &Field<'_>, name: &Field<'_>, kind: Option<Kind>, faults: &mut Faults) -> Option<Kind> {
    if !id.is_present {
        return None;
    }
    let (prefix, slug) = id.text.split_once('/').unwrap_or(("", id.text));
    let prefix = Kind::parse(prefix);
    if prefix.is_some() && is_slug(slug) {
        return prefix;
    }
    let message = match id.text {
        "" => "empty `id`".to_owned(),
        bad => format!("bad id `{}`", shown(bad)),
    };
    let advice = match (prefix.or(kind), slug_of(if slug.is_empty() { name.text } else { slug })) {
        (Some(kind), slug) if !slug.is_empty() => format!("write `{kind}/{}`", shown(&slug)),
        _ => "write the kind, `/` and a short name in a-z, 0-9 and `-`, such as `person/ann-lee`".to_owned(),
    };
    faults.at(id.place(), message, advice);
    prefix
}

/// Whether it is made of lower-case ASCII words with one hyphen between two.
fn is_slug(slug: &str) -> bool {
    let mut before = b'-';
    let is_made_of_words = slug.bytes().all(|byte| {
        let fits = byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' && before != b'-';
        before = byte;
        fits
    });
    is_made_of_words && before != b'-'
}

/// The slug that the text would be.
fn slug_of(text: &str) -> String {
    let text = without_accents(text).to_ascii_lowercase();
    let words: Vec<_> = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join("-")
}

/// A name can be found: a word is what a letter or digit makes.
fn check_name(name: &Field<'_>, faults: &mut Faults) {
    if !name.is_present || name.text.chars().any(|c| is_word_char(c) && !is_accent(c)) {
        return;
    }
    if name.text.is_empty() {
        faults.at(name.place(), "empty `name`", "write the name in full");
    } else {
        let message = format!("the name `{}` has no letter or digit", shown(name.text));
        faults.at(name.place(), message, "write a name that has one, or remove it");
    }
}

/// The items of a list so far. Most lists have a handful, which are compared sooner than hashed.
#[derive(Default)]
struct Seen<'t> {
    few: Vec<&'t str>,
    many: FxHashSet<&'t str>,
}

impl<'t> Seen<'t> {
    fn contains(&self, item: &str) -> bool {
        self.few.contains(&item) || self.many.contains(item)
    }

    /// Whether the item was not there yet.
    fn insert(&mut self, item: &'t str) -> bool {
        if self.contains(item) {
            return false;
        }
        if self.few.len() < 16 {
            self.few.push(item);
        } else {
            self.many.insert(item);
        }
        true
    }
}

/// The items of a list, none empty and none twice, with `|` between them. `seen` has what they may not repeat.
fn list<'t>(
    column: &str,
    field: &Field<'t>,
    seen: &mut Seen<'t>,
    faults: &mut Faults,
    check: impl Fn(&Field<'t>, &mut Faults),
) -> Cow<'t, str> {
    if field.text.is_empty() {
        return Cow::Borrowed("");
    }
    // How long the items are with a `|` behind each: as long as the field if there is nothing else in it.
    let mut length = 0;
    for item in field.items() {
        if item.text.is_empty() {
            faults.at(item.place(), format!("empty item in `{column}`"), "remove the `|` that is too many");
            continue;
        }
        if !seen.insert(item.text) {
            faults.at(item.place(), format!("`{}` for the second time", shown(item.text)), "say it once");
        }
        check(&item, faults);
        length += item.text.len() + 1;
    }
    if length == field.text.len() + 1 {
        return Cow::Borrowed(field.text);
    }
    let items: Vec<_> = field.items().map(|item| item.text).filter(|item| !item.is_empty()).collect();
    Cow::Owned(items.join("|"))
}

fn check_gender(field: &Field<'_>, kind: Option<Kind>, faults: &mut Faults) -> Option<Gender> {
    let gender = Gender::parse(field.text);
    if field.text.is_empty() {
        return None;
    }
    if gender.is_none() {
        let message = format!("unknown gender `{}`", shown(field.text));
        faults.at(field.place(), message, "write `male` or `female`, or nothing");
    } else if kind.is_some_and(|kind| kind != Kind::Person) {
        faults.at(field.place(), "a gender, but not of a person", "write nothing");
    }
    gender
}

fn check_prominence(field: &Field<'_>, faults: &mut Faults) -> u8 {
    if field.text.is_empty() {
        return DEFAULT_PROMINENCE;
    }
    let parsed = field.text.parse().ok().filter(|&prominence| prominence <= 100);
    if parsed.is_none() {
        let message = format!("the prominence `{}` is no whole number from 0 to 100", shown(field.text));
        faults.at(field.place(), message, format!("write one, or nothing for {DEFAULT_PROMINENCE}"));
    }
    parsed.unwrap_or(DEFAULT_PROMINENCE)
}
