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

    pub(crate) fn discovered(kind: Kind, name: String, gender: Option<Gender>) -> Self {
        Self {
            known: None,
            id: format!("{}/{}", kind.as_str(), slug(&name)).into(),
            name: name.into(),
            kind,
            gender,
            ambiguous: false,
        }
    }
}

/// Lower case, accents dropped, everything but letters and digits turned into single hyphens.
fn slug(name: &str) -> String {
    if name.is_ascii() {
        return hyphenated(name.len(), name.chars().map(|c| c.to_ascii_lowercase()));
    }
    hyphenated(name.len(), name.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase))
}

fn hyphenated(length: usize, letters: impl Iterator<Item = char>) -> String {
    let mut slug = String::with_capacity(length);
    for c in letters {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') && !matches!(c, '\'' | '’' | '.') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn slugs_are_plain() {
        for (name, expected) in [
            ("Steff Chávez", "steff-chavez"),
            ("Andrea Kendall-Taylor", "andrea-kendall-taylor"),
            ("Tim O’Gorman Jr.", "tim-ogorman-jr"),
        ] {
            assert_eq!(slug(name), expected);
        }
    }
}
