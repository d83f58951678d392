//! What happens to news on its way: cut, doubled, spoilt by editors, encoders and scrapers.

use std::ops::Range;

use proptest::prelude::*;

/// Spoils a text at a place, the second number saying how much or with what.
type Damage = fn(&str, usize, usize) -> String;

/// Every kind of damage by its name, which is shown with a text that breaks a law.
const DAMAGES: &[(&str, Damage)] = &[
    ("delete", |text, at, how| replaced(text, stretch(text, at, how), "")),
    ("duplicate", |text, at, how| {
        let span = stretch(text, at, how);
        replaced(text, span.start..span.start, &text[span])
    }),
    ("swap marks", swap_marks),
    ("lose a mark", |text, at, _| replaced(text, mark(text, at), "")),
    ("change a mark", |text, at, how| replaced(text, mark(text, at), one_of(MARKS, how))),
    ("cut the end off at a byte", |text, at, _| lossy(&text.as_bytes()[..at % (text.len() + 1)])),
    ("cut the beginning off at a byte", |text, at, _| lossy(&text.as_bytes()[at % (text.len() + 1)..])),
    ("capitals", |text, at, how| recased(text, stretch(text, at, how * 5), |it| it.to_uppercase())),
    ("small letters", |text, at, how| recased(text, stretch(text, at, how * 5), |it| it.to_lowercase())),
    ("all in capitals", |text, _, _| text.to_uppercase()),
    ("control character", |text, at, how| inserted(text, at, one_of(CONTROLS, how))),
    ("combining mark", |text, at, how| inserted(text, at, one_of(COMBINING, how))),
    ("direction", |text, at, how| inserted(text, at, one_of(DIRECTIONS, how))),
    ("no width", |text, at, how| inserted(text, at, one_of(INVISIBLE, how))),
    ("emoji", |text, at, how| inserted(text, at, one_of(EMOJI, how))),
    ("space", |text, at, how| inserted(text, at, one_of(SPACES, how))),
    ("letters of other scripts", |text, at, how| inserted(text, at, one_of(FOREIGN, how))),
    ("replacement character", |text, at, _| replaced(text, stretch(text, at, 0), "\u{fffd}")),
    ("byte order mark", |text, _, _| format!("\u{feff}{text}")),
    ("carriage returns", |text, _, how| text.replace('\n', one_of(&["\r\n", "\r", "\n\r"], how))),
    ("lines without breaks", |text, _, how| text.replace("\n\n", one_of(&["\n", " ", "", "\u{2029}"], how))),
    ("marks as entities", |text, _, how| escaped(text, how)),
    ("an entity", |text, at, how| inserted(text, at, one_of(ENTITIES, how))),
    ("encoded twice", |text, at, _| {
        let at = place(text, at);
        let twice: String = text[at..].bytes().map(char::from).collect();
        format!("{}{twice}", &text[..at])
    }),
];

const MARKS: &[&str] = &[
    "“", "”", "\"", "„", "‘", "’", "'", "‚", "«", "»", "‹", "›", "「", "」", "``", "''", "&quot;", "&ldquo;", "&rdquo;",
];
const CONTROLS: &[&str] =
    &["\0", "\u{1}", "\u{7}", "\u{8}", "\u{b}", "\u{c}", "\u{1b}[0m", "\u{7f}", "\u{85}", "\u{9d}"];
const COMBINING: &[&str] = &["\u{301}", "\u{308}", "\u{327}", "\u{20dd}", "\u{fe0f}", "\u{301}\u{302}\u{303}\u{304}"];
const DIRECTIONS: &[&str] = &["\u{200e}", "\u{200f}", "\u{202a}", "\u{202e}", "\u{202c}", "\u{2066}", "\u{2069}"];
const INVISIBLE: &[&str] = &["\u{200b}", "\u{200c}", "\u{200d}", "\u{2060}", "\u{feff}", "\u{ad}", "\u{180e}"];
const EMOJI: &[&str] = &["😀", "👩‍👩‍👧", "🇺🇸", "1️⃣", "👍🏽"];
const SPACES: &[&str] = &[" ", "\u{a0}", "\u{3000}", "\t", "\n", "\n\n", "\r", "\r\n", "\u{2028}", "\u{2029}"];
const FOREIGN: &[&str] = &["İ", "ß", "ŉ", "ﬁ", "日本", "Ⅳ", "ǅ", "ـ", "ा", "\u{1f1}"];
const ENTITIES: &[&str] =
    &["&quot;", "&amp;", "&#39;", "&nbsp;", "&lt;", "&#8220;", "&#x201D;", "&amp;quot;", "&ldquo", "&"];

/// Texts of the strategy with up to six kinds of damage, which are tried less of when a law is broken.
pub(crate) fn damaged(texts: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    let kinds = proptest::sample::select(DAMAGES);
    let damages = proptest::collection::vec((kinds, any::<u16>(), 0..60_usize), 1..7);
    (texts, damages).prop_map(|(text, damages)| {
        damages.iter().fold(text, |text, ((_, damage), at, how)| damage(&text, usize::from(*at), *how))
    })
}

fn one_of<'a>(choices: &[&'a str], how: usize) -> &'a str {
    choices[how % choices.len()]
}

/// The border of characters that is counted `at`, from the start again behind the end.
fn place(text: &str, at: usize) -> usize {
    let at = at % (text.len() + 1);
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// At least one character where there is one, and some `length` bytes.
fn stretch(text: &str, at: usize, length: usize) -> Range<usize> {
    let start = place(text, at);
    let end = (start + length + 1).min(text.len());
    start..(end..=text.len()).find(|&end| text.is_char_boundary(end)).unwrap_or(text.len())
}

/// The quotation mark that is counted `at`, or nothing at the end of a text without any.
fn mark(text: &str, at: usize) -> Range<usize> {
    let marks: Vec<_> = text.match_indices(is_mark).map(|(start, mark)| start..start + mark.len()).collect();
    if marks.is_empty() { text.len()..text.len() } else { marks[at % marks.len()].clone() }
}

pub(crate) fn is_mark(c: char) -> bool {
    "“”„‟\"‘’‚'«»‹›「」『』`".contains(c)
}

fn replaced(text: &str, span: Range<usize>, with: &str) -> String {
    format!("{}{with}{}", &text[..span.start], &text[span.end..])
}

fn inserted(text: &str, at: usize, piece: &str) -> String {
    let at = place(text, at);
    replaced(text, at..at, piece)
}

fn recased(text: &str, span: Range<usize>, case: fn(&str) -> String) -> String {
    let cased = case(&text[span.clone()]);
    replaced(text, span, &cased)
}

fn swap_marks(text: &str, at: usize, how: usize) -> String {
    let (one, other) = (mark(text, at), mark(text, at + how + 1));
    let (first, second) = if one.start <= other.start { (one, other) } else { (other, one) };
    if first.end > second.start {
        return text.to_owned();
    }
    let behind = replaced(text, second.clone(), &text[first.clone()]);
    replaced(&behind, first, &text[second])
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn escaped(text: &str, how: usize) -> String {
    let names: &[(char, &str)] = match how % 3 {
        0 => &[('“', "&quot;"), ('”', "&quot;"), ('"', "&quot;"), ('’', "&#39;"), ('\'', "&#39;")],
        1 => &[('“', "&ldquo;"), ('”', "&rdquo;"), ('‘', "&lsquo;"), ('’', "&rsquo;")],
        _ => &[('“', "&#8220;"), ('”', "&#8221;"), ('‘', "&#x2018;"), ('’', "&#x2019;")],
    };
    names.iter().fold(text.to_owned(), |text, (mark, name)| text.replace(*mark, name))
}

/// No damage panics, whatever the text, or the laws would be blamed for it.
#[test]
fn every_damage_takes_every_text() {
    for (name, damage) in DAMAGES {
        for text in ["", "a", "“é”", "“No,” ‘said’ Orla Brenk.\n\n😀"] {
            for at in 0..40 {
                assert!(damage(text, at, at * 7 % 60).len() < 1000, "{name}");
            }
        }
        assert_eq!(DAMAGES.iter().filter(|(other, _)| other == name).count(), 1, "two damages {name}");
    }
}
