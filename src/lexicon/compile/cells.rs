//! What a field of a word list may say, and what to write instead where it says something else.

use std::fmt::Display;

use rustc_hash::FxHashMap;

use crate::error::{Faults, shown};
use crate::table::{Field, nearest};

/// The longest field or item of one, in bytes.
const LONGEST: usize = 200;

/// Finds fault with what no word is: something very long, or with characters that no editor shows.
pub(super) fn check_text(field: &Field<'_>, faults: &mut Faults) {
    if let Some((at, c)) = field.text.char_indices().find(|(_, c)| c.is_control()) {
        faults.at(field.place_of(at), format!("control character U+{:04X}", u32::from(c)), "remove it");
    }
    if let Some(item) = field.items().find(|item| item.text.len() > LONGEST) {
        let message = format!("`{}` has {} bytes", shown(item.text), item.text.len());
        faults.at(item.place(), message, format!("write {LONGEST} at most"));
    }
}

/// The values that a column may have, each with what it means.
pub(super) struct Column<T: 'static> {
    pub(super) name: &'static str,
    pub(super) values: &'static [(&'static str, T)],
}

impl<T: Copy> Column<T> {
    /// What the one value of the field means.
    pub(super) fn value(&self, field: &Field<'_>, faults: &mut Faults) -> Option<T> {
        let found = self.values.iter().find(|(name, _)| *name == field.text);
        if found.is_none() && field.is_present {
            let message = match field.text {
                "" => format!("empty `{}`", self.name),
                unknown => format!("unknown {} `{}`", self.name, shown(unknown)),
            };
            faults.at(field.place(), message, self.advice(field.text));
        }
        found.map(|(_, meaning)| *meaning)
    }

    /// What the values of the field mean, one at least.
    pub(super) fn values(&self, field: &Field<'_>, faults: &mut Faults) -> Vec<T> {
        if field.text.is_empty() {
            return self.value(field, faults).into_iter().collect();
        }
        items(self.name, field, faults).iter().filter_map(|item| self.value(item, faults)).collect()
    }

    fn advice(&self, meant: &str) -> String {
        let names: Vec<_> = self.values.iter().map(|(name, _)| *name).collect();
        // To a word of two or three letters any other is near.
        let nearest = if meant.len() > 3 { nearest(meant, &names) } else { None };
        match (nearest, &names[..]) {
            (Some(nearest), _) => format!("write `{}`", names[nearest]),
            (None, [one, other]) => format!("write `{one}` or `{other}`"),
            (None, _) => format!("write one of {}", names.join(", ")),
        }
    }
}

/// The items of a list; none is to be empty, and none there twice.
pub(super) fn items<'t>(column: &str, field: &Field<'t>, faults: &mut Faults) -> Vec<Field<'t>> {
    let mut items: Vec<Field<'t>> = Vec::new();
    for item in field.items() {
        if item.text.is_empty() {
            faults.at(item.place(), format!("empty item in `{column}`"), "remove the `|` that is too many");
        } else if items.iter().any(|earlier| earlier.text == item.text) {
            faults.at(item.place(), format!("`{}` for the second time", shown(item.text)), "say it once");
        } else {
            items.push(item);
        }
    }
    items
}

/// The alternatives in a field, one at least, in lower case.
pub(super) fn words<'t>(column: &str, field: &Field<'t>, faults: &mut Faults) -> Vec<&'t str> {
    if is_filled(column, field, faults) {
        items(column, field, faults).iter().map(|item| in_lower_case(item, faults)).collect()
    } else {
        Vec::new()
    }
}

/// Whether the field says something, which is a fault if not.
pub(super) fn is_filled(column: &str, field: &Field<'_>, faults: &mut Faults) -> bool {
    if field.text.is_empty() && field.is_present {
        faults.at(field.place(), format!("empty `{column}`"), "fill it in, or remove the row");
    }
    !field.text.is_empty()
}

/// The word of a list whose words are in lower case.
pub(super) fn in_lower_case<'t>(field: &Field<'t>, faults: &mut Faults) -> &'t str {
    let lower = field.text.to_lowercase();
    if lower != field.text {
        let message = format!("`{}` is not in lower case", shown(field.text));
        faults.at(field.place(), message, format!("write `{}`", shown(&lower)));
    }
    field.text
}

/// A whole number of which there may be none larger.
pub(super) fn number(column: &str, field: &Field<'_>, largest: u32, faults: &mut Faults) -> Option<u32> {
    let number = field.text.parse().ok().filter(|number| (1..=largest).contains(number));
    if number.is_none() && field.is_present {
        let message = format!("the {column} `{}` is no whole number from 1 to {largest}", shown(field.text));
        faults.at(field.place(), message, "write one");
    }
    number
}

/// The words that a file has so far, by what tells its rows apart.
pub(super) struct Rows<K> {
    lines: FxHashMap<K, usize>,
}

impl<K> Default for Rows<K> {
    fn default() -> Self {
        Self { lines: FxHashMap::default() }
    }
}

impl<K: Display + Eq + std::hash::Hash> Rows<K> {
    /// Finds fault with the second row of a word.
    pub(super) fn add(&mut self, key: K, field: &Field<'_>, faults: &mut Faults) {
        let (line, column) = field.place();
        let message = format!("second row of `{}`", shown(key.to_string().trim_end()));
        let first = *self.lines.entry(key).or_insert(line);
        if first != line {
            faults.at((line, column), message, format!("make one row of it and line {first}"));
        }
    }
}
