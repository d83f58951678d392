//! Quotation marks, told apart from apostrophes, primes and decade marks.

use super::token::{Family, Mark, MarkSide};

/// Marks, dashes and spaces that are written as HTML entities in half-stripped pages, with the character they stand for.
const ENTITIES: &[(&str, char)] = &[
    ("&quot;", '"'),
    ("&#34;", '"'),
    ("&ldquo;", '“'),
    ("&rdquo;", '”'),
    ("&bdquo;", '„'),
    ("&#8220;", '“'),
    ("&#8221;", '”'),
    ("&#x201C;", '“'),
    ("&#x201D;", '”'),
    ("&lsquo;", '‘'),
    ("&rsquo;", '’'),
    ("&sbquo;", '‚'),
    ("&#8216;", '‘'),
    ("&#8217;", '’'),
    ("&#x2018;", '‘'),
    ("&#x2019;", '’'),
    ("&#39;", '\''),
    ("&#x27;", '\''),
    ("&apos;", '\''),
    ("&laquo;", '«'),
    ("&raquo;", '»'),
    ("&lsaquo;", '‹'),
    ("&rsaquo;", '›'),
    ("&mdash;", '—'),
    ("&#8212;", '—'),
    ("&#x2014;", '—'),
    ("&ndash;", '–'),
    ("&#8211;", '–'),
    ("&#x2013;", '–'),
    ("&hellip;", '…'),
    ("&#8230;", '…'),
    ("&#x2026;", '…'),
    ("&amp;", '&'),
    ("&#38;", '&'),
    ("&nbsp;", '\u{a0}'),
    ("&#160;", '\u{a0}'),
    ("&#xA0;", '\u{a0}'),
];

/// The text ends in a space that is written as an entity.
pub(super) fn ends_in_space(text: &str) -> bool {
    let spaces = ENTITIES.iter().filter(|(_, c)| c.is_whitespace());
    spaces.map(|(name, _)| name).any(|name| {
        let start = text.len().checked_sub(name.len());
        start.is_some_and(|start| text.as_bytes()[start..].eq_ignore_ascii_case(name.as_bytes()))
    })
}

/// Words that begin with an apostrophe.
const ELISIONS: &[&str] = &["em", "til", "tis", "twas", "cause", "n", "round", "bout", "cuz", "im", "er", "nuff"];

/// `fish ’n`, whose next apostrophe stands for the letter that the word lacks at its end.
pub(super) fn ends_in_elision(text: &str) -> bool {
    let before = text.strip_suffix(['n', 'N']).and_then(|text| text.strip_suffix(is_apostrophe));
    before.is_some_and(|before| !before.ends_with(char::is_alphanumeric))
}

/// `6'4`, whose next mark is that of inches.
pub(super) fn ends_in_feet(text: &str) -> bool {
    let feet = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let inches = text.len() - feet.len();
    let tall = feet.strip_suffix(is_apostrophe);
    (1..=2).contains(&inches) && tall.is_some_and(|feet| feet.ends_with(|c: char| c.is_ascii_digit()))
}

/// The character that the entity at the start of `rest` stands for, and the entity's length in bytes.
pub(super) fn entity(rest: &str) -> Option<(char, usize)> {
    let bytes = rest.as_bytes();
    ENTITIES
        .iter()
        .find(|(name, _)| bytes.len() >= name.len() && bytes[..name.len()].eq_ignore_ascii_case(name.as_bytes()))
        .map(|(name, c)| (*c, name.len()))
}

pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ')
}

/// A quick no for most punctuation.
pub(super) fn may_quote(c: char) -> bool {
    matches!(c, '"' | '\'') || !c.is_ascii()
}

fn natural(c: char) -> Option<(Family, MarkSide)> {
    Some(match c {
        '"' => (Family::Double, MarkSide::Either),
        '“' | '„' | '‟' => (Family::Double, MarkSide::Open),
        '”' => (Family::Double, MarkSide::Close),
        '\'' => (Family::Single, MarkSide::Either),
        '‘' | '‚' => (Family::Single, MarkSide::Open),
        '’' => (Family::Single, MarkSide::Close),
        '«' => (Family::Guillemet, MarkSide::Open),
        '»' => (Family::Guillemet, MarkSide::Close),
        '‹' => (Family::SingleGuillemet, MarkSide::Open),
        '›' => (Family::SingleGuillemet, MarkSide::Close),
        '「' | '『' => (Family::Corner, MarkSide::Open),
        '」' | '』' => (Family::Corner, MarkSide::Close),
        _ => return None,
    })
}

fn opens_after(before: Option<char>) -> bool {
    before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '{' | '—' | '–' | '-' | '/' | '>' | '*'))
}

fn closes_before(after: Option<char>) -> bool {
    after.is_none_or(|c| {
        c.is_whitespace()
            || matches!(c, ')' | ']' | '}' | '.' | ',' | ';' | ':' | '!' | '?' | '—' | '–' | '-' | '<' | '*')
    })
}

/// No mark opens behind this.
pub(super) fn closes_behind(before: Option<char>) -> bool {
    !opens_after(before)
}

/// What two apostrophes are that stand for one double mark, which opens as often as it closes.
pub(super) fn side_of_pair(before: Option<char>, after: Option<char>) -> MarkSide {
    match (opens_after(before), closes_before(after)) {
        (true, false) => MarkSide::Open,
        (false, true) => MarkSide::Close,
        _ => MarkSide::Either,
    }
}

/// The mark that `c` is between its neighbours, if it is one; `rest` is the text behind it.
///
/// The neighbours decide before the shape of the mark does: writers and their tools get the shape wrong
/// (”Foo”, „Foo“, »Foo«) more often than the space around it.
pub(super) fn classify(c: char, before: Option<char>, after: Option<char>, rest: &str) -> Option<Mark> {
    let (family, natural_side) = natural(c)?;
    let before_mark = before.is_some_and(|b| natural(b).is_some());
    let after_mark = after.is_some_and(|a| natural(a).is_some());
    let may_open = opens_after(before);
    let may_close = closes_before(after);
    let side = match (may_open, may_close) {
        (true, false) => MarkSide::Open,
        (false, true) => MarkSide::Close,
        _ if natural_side != MarkSide::Either => natural_side,
        (false, false) if before_mark && !after_mark => MarkSide::Open,
        (false, false) if after_mark && !before_mark => MarkSide::Close,
        // `said,"No` and `No."He`: the text lacks a space.
        (false, false) if before.is_some_and(|b| matches!(b, '.' | ',' | '!' | '?' | ':' | ';')) => MarkSide::Either,
        _ => MarkSide::Either,
    };
    if family == Family::Single {
        if side == MarkSide::Either {
            return None;
        }
        if side == MarkSide::Open {
            let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
            let word = &rest[..end];
            let decade = after.is_some_and(|a| a.is_ascii_digit()) && word.ends_with('s');
            let elision = ELISIONS.iter().any(|elision| word.eq_ignore_ascii_case(elision));
            if decade || elision || c == '’' && before.is_some_and(char::is_alphanumeric) {
                return None;
            }
        }
    }
    Some(Mark { family, side })
}
