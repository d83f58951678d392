//! The edits of how a text is written down: what each replaces in it, and how places in the edited text are found in the
//! first one.

use std::ops::Range;

use whosaid::Record;

/// What a stretch of the text is replaced by.
pub(crate) type Replacement = (Range<usize>, String);

/// Made of a text and its record.
pub(crate) type Edit = fn(&str, &Record) -> Vec<Replacement>;

pub(crate) type NamedEdit = (&'static str, Edit);

/// Every edit of how a text is written down, under its name in the table.
pub(crate) const EDITS: &[NamedEdit] = &[
    ("straight-double", |text, _| each(text, &[("“", "\""), ("”", "\"")])),
    ("straight-single", |text, _| each(text, &[("‘", "'"), ("’", "'")])),
    ("straight", |text, _| each(text, &[("“", "\""), ("”", "\""), ("‘", "'"), ("’", "'")])),
    ("curly", |text, _| curly(text)),
    ("typewriter", |text, _| each(text, &[("“", "``"), ("”", "''")])),
    ("german", |text, _| each(text, &[("“", "„"), ("”", "“")])),
    ("swedish", |text, _| each(text, &[("“", "”")])),
    ("guillemets", |text, _| each(text, &[("“", "«"), ("”", "»")])),
    ("comma-outside", |text, _| each(text, &[(",”", "”,"), (",\"", "\",")])),
    ("entity-quot", |text, _| each(text, &[("“", "&quot;"), ("”", "&quot;"), ("\"", "&quot;")])),
    ("entity-named", |text, _| each(text, &[("“", "&ldquo;"), ("”", "&rdquo;"), ("‘", "&lsquo;"), ("’", "&rsquo;")])),
    ("entity-numeric", |text, _| each(text, &[("“", "&#8220;"), ("”", "&#8221;"), ("‘", "&#8216;"), ("’", "&#8217;")])),
    ("entity-apostrophe", |text, _| each(text, &[("’", "&#39;"), ("'", "&#39;")])),
    ("entity-ampersand", |text, _| each(text, &[("&", "&amp;")])),
    ("entity-dash", |text, _| each(text, &[("—", "&mdash;"), ("–", "&ndash;"), ("…", "&hellip;")])),
    ("entity-space", |text, _| each(text, &[(". ", ".&nbsp; "), (".” ", ".”&nbsp; ")])),
    ("no-break-spaces", |text, _| each(text, &[(" ", "\u{a0}")])),
    ("double-spaces", |text, _| each(text, &[(" ", "  ")])),
    ("tabs", |text, _| each(text, &[(" ", "\t")])),
    ("spaces-behind-lines", |text, _| each(text, &[("\n", "  \n")])),
    ("indented", |text, _| indented(text)),
    ("blank-lines-before", |text, _| inserted(text, 0, "\n\n\n")),
    ("blank-lines-behind", |text, _| inserted(text, text.len(), "\n\n\n")),
    ("no-final-line-break", |text, _| vec![(text.trim_end().len()..text.len(), String::new())]),
    ("carriage-returns", |text, _| each(text, &[("\n", "\r\n")])),
    ("old-line-breaks", |text, _| each(text, &[("\n", "\r")])),
    ("more-blank-lines", |text, _| each(text, &[("\n\n", "\n\n\n\n")])),
    ("lines-of-spaces", |text, _| each(text, &[("\n\n", "\n \n")])),
    ("one-line-break", |text, _| each(text, &[("\n\n", "\n")])),
    ("paragraph-separators", |text, _| each(text, &[("\n\n", "\u{2029}")])),
    ("wrapped", |text, _| wrapped(text, 72, "\n")),
    ("wrapped-narrow", |text, _| wrapped(text, 40, "\n")),
    ("wrapped-carriage-returns", |text, _| wrapped(text, 72, "\r\n")),
    ("headline-in-capitals", |text, _| headline_in_capitals(text)),
    ("byte-order-mark", |text, _| inserted(text, 0, "\u{feff}")),
    ("no-width-spaces", |text, _| each(text, &[(". ", ".\u{200b} "), ("“", "\u{200b}“")])),
    ("directions", |text, _| each(text, &[("\n\n", "\u{200e}\n\n\u{200e}")])),
    ("soft-hyphens", |text, _| soft_hyphens(text)),
    ("decomposed", |text, _| each(text, DECOMPOSED)),
    ("double-hyphens", |text, _| each(text, &[(" — ", " -- "), ("—", "--")])),
    ("spaced-dashes", |text, _| each(text, &[(" — ", " — "), ("—", " — ")])),
    ("three-stops", |text, _| each(text, &[("…", "...")])),
];

/// The accented letters of news in English, composed and decomposed.
const DECOMPOSED: &[(&str, &str)] = &[
    ("á", "a\u{301}"),
    ("à", "a\u{300}"),
    ("ã", "a\u{303}"),
    ("ä", "a\u{308}"),
    ("ç", "c\u{327}"),
    ("é", "e\u{301}"),
    ("è", "e\u{300}"),
    ("ê", "e\u{302}"),
    ("ë", "e\u{308}"),
    ("í", "i\u{301}"),
    ("ï", "i\u{308}"),
    ("ñ", "n\u{303}"),
    ("ó", "o\u{301}"),
    ("ö", "o\u{308}"),
    ("ú", "u\u{301}"),
    ("ü", "u\u{308}"),
    ("ž", "z\u{30c}"),
    ("š", "s\u{30c}"),
];

/// Replaces each of the first words by its second, where several fit the one that stands first in the list.
fn each(text: &str, pairs: &[(&str, &str)]) -> Vec<Replacement> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        match pairs.iter().find(|(from, _)| text[at..].starts_with(from)) {
            Some((from, to)) => {
                found.push((at..at + from.len(), (*to).to_owned()));
                at += from.len();
            }
            None => at += c.len_utf8(),
        }
    }
    found
}

fn inserted(_: &str, at: usize, piece: &str) -> Vec<Replacement> {
    vec![(at..at, piece.to_owned())]
}

/// As a word processor does it: a mark behind a space or a bracket opens. Two straight apostrophes are one mark.
fn curly(text: &str) -> Vec<Replacement> {
    let mut found: Vec<Replacement> = Vec::new();
    for (at, mark) in text.match_indices(['"', '\'']) {
        if text[..at].ends_with('\'') && mark == "'" && found.last().is_some_and(|(last, _)| last.end == at) {
            let (last, with) = found.last_mut().expect("the first of the two");
            last.end = at + 1;
            *with = if with == "‘" { "“".into() } else { "”".into() };
            continue;
        }
        let before = text[..at].chars().next_back();
        let opens = before.is_none_or(|c| c.is_whitespace() || "([—\"".contains(c));
        let curly = match (mark, opens) {
            ("\"", true) => "“",
            ("\"", false) => "”",
            (_, true) => "‘",
            _ => "’",
        };
        found.push((at..at + 1, curly.to_owned()));
    }
    found
}

fn indented(text: &str) -> Vec<Replacement> {
    let starts = text.match_indices("\n\n").map(|(at, _)| at + 2).filter(|&at| !text[at..].starts_with('\n'));
    starts.map(|at| (at..at, "    ".to_owned())).collect()
}

/// Lines of so many characters at most, where words are not longer.
fn wrapped(text: &str, width: usize, line_break: &str) -> Vec<Replacement> {
    let mut found = Vec::new();
    let (mut length, mut space) = (0, None);
    for (at, c) in text.char_indices() {
        length += 1;
        match c {
            '\n' => (length, space) = (0, None),
            ' ' => space = Some((at, length)),
            _ => {}
        }
        if length > width
            && let Some((at, before)) = space.take()
        {
            found.push((at..at + 1, line_break.to_owned()));
            length -= before;
        }
    }
    found
}

/// The first line, if it is a heading: short, a single sentence, and a blank line behind it.
fn headline_in_capitals(text: &str) -> Vec<Replacement> {
    let Some((first, _)) = text.split_once("\n\n") else { return Vec::new() };
    let heads = first.len() < 120 && !first.contains('\n') && !first.trim_end_matches('.').contains(['.', '“', '"']);
    if heads { vec![(0..first.len(), first.to_uppercase())] } else { Vec::new() }
}

/// In the middle of long words, as in pages that hyphenate.
fn soft_hyphens(text: &str) -> Vec<Replacement> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if c.is_ascii_lowercase() {
            continue;
        }
        if at - start > 9 {
            let middle = start + (at - start) / 2;
            found.push((middle..middle, "\u{ad}".to_owned()));
        }
        start = at + c.len_utf8();
    }
    found
}

/// A text with replacements made in it.
pub(crate) struct Edited {
    pub(crate) text: String,
    /// Where each replacement stands in this text, and where what it replaces stood.
    pieces: Vec<(Range<usize>, Range<usize>)>,
}

impl Edited {
    /// The replacements are in the order of the text, and apart.
    pub(crate) fn new(text: &str, replacements: &[Replacement]) -> Self {
        let mut edited = Self { text: String::with_capacity(text.len() * 2), pieces: Vec::new() };
        let mut at = 0;
        for (span, with) in replacements {
            edited.text.push_str(&text[at..span.start]);
            let start = edited.text.len();
            edited.text.push_str(with);
            edited.pieces.push((start..edited.text.len(), span.clone()));
            at = span.end;
        }
        edited.text.push_str(&text[at..]);
        edited
    }

    /// A name without what was put into it.
    pub(crate) fn without_insertions(&self, name: &str) -> String {
        let mut insertions: Vec<&str> = self
            .pieces
            .iter()
            .filter(|(_, there)| there.is_empty())
            .map(|(here, _)| &self.text[here.clone()])
            .collect();
        insertions.sort_unstable();
        insertions.dedup();
        insertions.iter().fold(name.to_owned(), |name, insertion| name.replace(insertion, ""))
    }

    /// Where this stretch of the edited text stood before; what is only half replaced, as a whole.
    pub(crate) fn before(&self, span: &Range<usize>) -> Range<usize> {
        let behind = |offset: usize, end: bool| {
            let at =
                self.pieces.partition_point(|(here, _)| if end { here.start < offset } else { here.start <= offset });
            let Some((here, there)) = at.checked_sub(1).map(|at| &self.pieces[at]) else { return offset };
            match offset.checked_sub(here.end) {
                Some(further) => there.end + further,
                None if end => there.end,
                None => there.start,
            }
        };
        let start = behind(span.start, false);
        start..behind(span.end, true).max(start)
    }
}
