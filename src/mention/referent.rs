//! An entity as one document knows it.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::gazetteer::{Entity, Gender, Kind};

/// Somebody or something that the document names, known to the gazetteer or discovered.
#[derive(Clone, Debug)]
pub(crate) struct Referent<'g> {
    /// What the gazetteer says, when it knows the entity.
    pub(crate) known: Option<&'g Entity>,
    pub(crate) id: Cow<'g, str>,
    /// The fullest name: the gazetteer's, or the longest that the document has.
    pub(crate) name: Cow<'g, str>,
    pub(crate) kind: Kind,
    pub(crate) gender: Option<Gender>,
    /// One of its names is also an ordinary word or somebody else's.
    pub(crate) ambiguous: bool,
}

impl<'g> Referent<'g> {
    pub(crate) fn known(entity: &'g Entity) -> Self {
        Self {
            known: Some(entity),
            id: entity.id().into(),
            name: entity.name().into(),
            kind: entity.kind(),
            gender: entity.gender(),
            ambiguous: entity.has_ambiguous_names(),
        }
    }

    pub(crate) fn discovered(kind: Kind, name: Cow<'g, str>, gender: Option<Gender>) -> Self {
        Self { known: None, id: id(kind, &name).into(), name, kind, gender, ambiguous: false }
    }
}

/// The kind and, in lower case, the name: accents dropped, everything but letters and digits turned into single hyphens.
fn id(kind: Kind, name: &str) -> String {
    let kind = kind.as_str();
    let mut id = String::with_capacity(kind.len() + 1 + name.len());
    id.push_str(kind);
    id.push('/');
    if name.is_ascii() {
        push_hyphenated(&mut id, name.bytes().map(|byte| char::from(byte.to_ascii_lowercase())));
    } else {
        push_hyphenated(&mut id, name.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase));
    }
    id
}

fn push_hyphenated(id: &mut String, letters: impl Iterator<Item = char>) {
    let start = id.len();
    let mut parted = false;
    for c in letters {
        if c.is_alphanumeric() {
            if parted && id.len() > start {
                id.push('-');
            }
            parted = false;
            id.push(c);
        } else {
            parted |= !matches!(c, '\'' | '’' | '.');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::id;
    use crate::gazetteer::Kind;

    #[test]
    fn ids_are_plain() {
        for (name, expected) in [
            ("Steff Chávez", "steff-chavez"),
            ("Andrea Kendall-Taylor", "andrea-kendall-taylor"),
            ("Tim O’Gorman Jr.", "tim-ogorman-jr"),
        ] {
            assert_eq!(id(Kind::Person, name), format!("person/{expected}"));
        }
    }
}
