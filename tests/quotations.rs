//! Short texts and the quotations that are read in them.
//!
//! The cases are data, one file a subject, in `quotations/*.txt`:
//!
//! ```text
//! ## name of the case              unique within its file
//! todo: cause                      only where the case is not yet read so
//! Orla Brenk said the ferry was “late.”
//! --
//! mixed the ferry was “late.”      kind and content, several spans joined by ` + `
//! quoted late.                     only where it is not the content without its marks, or nothing if indirect
//! cue said = say                   as written = lemma, with `not` before the lemma of a negated cue
//! speaker Orla Brenk               as written, when that is the name of the entity, or else:
//! speaker she = Orla Brenk         as written = name of the entity
//! speaker a sailor ~ sailor        as written ~ name, of somebody who is no entity
//! addressee the crew ~ crew
//! ```
//!
//! What is not written must not be found. `\n`, `\r` and `\u{…}` stand for what they are in Rust. A `todo` case must
//! fail, so that it is unmarked as soon as it is read right.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use whosaid::{Extractor, Gazetteer, QuotationKind, QuotationRecord, Slice, SpeakerRecord};

/// All marks of DESIGN.md, as they stand at the edges of a content.
const MARKS: &[&str] = &[
    "“", "”", "„", "‟", "\"", "‘", "’", "‚", "''", "'", "«", "»", "‹", "›", "「", "」", "『", "』", "``", "&quot;",
    "&ldquo;", "&rdquo;", "&#8220;", "&#8221;",
];

struct Case {
    name: String,
    todo: Option<String>,
    text: String,
    expected: String,
}

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/quotations");
    let mut files: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    files.iter().flat_map(|path| cases_of(path)).collect()
}

fn cases_of(path: &Path) -> Vec<Case> {
    let subject = path.file_stem().unwrap().to_str().unwrap();
    let file = fs::read_to_string(path).unwrap();
    let case = |block: &str| {
        let (name, rest) = block.split_once('\n').unwrap_or_else(|| panic!("{subject}: nothing below {block:?}"));
        let (todo, rest) = match rest.strip_prefix("todo: ").and_then(|rest| rest.split_once('\n')) {
            Some((cause, rest)) => (Some(cause.to_owned()), rest),
            None => (None, rest),
        };
        let (text, expected) = rest.split_once("\n--").unwrap_or_else(|| panic!("{subject}: no `--` in {name:?}"));
        Case {
            name: format!("{subject}: {}", name.trim()),
            todo,
            text: unescape(text),
            expected: expected.trim().to_owned(),
        }
    };
    file.split("\n## ").skip(1).map(case).collect()
}

fn extractor() -> Extractor {
    let cast = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/quotations/cast.tsv");
    Extractor::new(Gazetteer::builder().file(cast).build().expect("a faultless cast"))
}

#[test]
fn names_of_cases_are_unique() {
    let mut names = BTreeSet::new();
    let twice: Vec<_> = cases().into_iter().map(|case| case.name).filter(|name| !names.insert(name.clone())).collect();
    assert!(twice.is_empty(), "two cases have the name of each of {twice:#?}");
    assert!(names.len() > 100, "only {} cases were found", names.len());
}

#[test]
fn quotations_are_read() {
    let extractor = extractor();
    let mut failures = Vec::new();
    for Case { name, todo, text, expected } in cases() {
        let record = extractor.extract(&text);
        let found: Vec<_> = record.quotations.iter().map(told).collect();
        let found = found.join("\n");
        match (found == expected, todo) {
            (true, None) => {}
            (false, Some(_)) if std::env::var_os("WHOSAID_ALL").is_none() => {}
            (true, Some(cause)) => failures.push(format!("## {name}\nis read right now; unmark it (todo: {cause})\n")),
            (false, todo) => {
                let todo = todo.map_or_else(String::new, |cause| format!("todo: {cause}\n"));
                failures.push(format!("## {name}\n{todo}{text}\n-- expected\n{expected}\n-- found\n{found}\n"));
            }
        }
    }
    assert!(failures.is_empty(), "{} cases:\n\n{}", failures.len(), failures.join("\n"));
}

/// A quotation in the language of the cases.
fn told(quotation: &QuotationRecord) -> String {
    let kind = match quotation.kind {
        QuotationKind::Direct => "direct",
        QuotationKind::Mixed => "mixed",
        _ => "indirect",
    };
    let mut lines = vec![format!("{kind} {}", joined(&quotation.content))];
    let is_plain = match quotation.kind {
        QuotationKind::Direct => quotation
            .quoted
            .iter()
            .map(|slice| &*slice.text)
            .eq(quotation.content.iter().map(|slice| bare(&slice.text))),
        QuotationKind::Mixed => false,
        _ => quotation.quoted.is_empty(),
    };
    if !is_plain {
        lines.push(format!("quoted {}", joined(&quotation.quoted)));
    }
    if let Some(cue) = &quotation.cue {
        let not = if cue.negated { "not " } else { "" };
        lines.push(format!("cue {} = {not}{}", escape(&cue.text), cue.lemma));
    }
    lines.extend(quotation.speaker.as_ref().map(|speaker| format!("speaker {}", voice(speaker))));
    lines.extend(quotation.addressee.as_ref().map(|addressee| format!("addressee {}", voice(addressee))));
    lines.join("\n")
}

fn joined(slices: &[Slice]) -> String {
    slices.iter().map(|slice| escape(&slice.text)).collect::<Vec<_>>().join(" + ")
}

/// The content without the mark before it and the mark behind it.
fn bare(content: &str) -> &str {
    let open = MARKS.iter().filter(|mark| content.starts_with(**mark)).map(|mark| mark.len()).max().unwrap_or(0);
    let rest = &content[open..];
    let close = MARKS.iter().filter(|mark| rest.ends_with(**mark)).map(|mark| mark.len()).max().unwrap_or(0);
    rest[..rest.len() - close].trim()
}

fn voice(voice: &SpeakerRecord) -> String {
    let name = &voice.name;
    match (voice.text.as_deref(), voice.entity.is_some()) {
        (Some(text), true) if text == name => escape(text),
        (text, true) => format!("{} = {name}", escape(text.unwrap_or("-"))),
        (text, false) => format!("{} ~ {}", escape(text.unwrap_or("-")), escape(name)),
    }
}

fn escape(text: &str) -> String {
    text.replace('\n', "\\n").replace('\r', "\\r").replace('\u{a0}', "\\u{a0}")
}

/// The text with its escapes (`\n`, `\r`, `\u{…}`) replaced.
fn unescape(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, escape)) = rest.split_once('\\') {
        plain.push_str(before);
        rest = match escape.as_bytes().first() {
            Some(b'n') => {
                plain.push('\n');
                &escape[1..]
            }
            Some(b'r') => {
                plain.push('\r');
                &escape[1..]
            }
            Some(b'u') => {
                let (code, behind) = escape["u{".len()..].split_once('}').expect("a closing brace");
                let code = u32::from_str_radix(code, 16).expect("a hexadecimal number");
                plain.push(char::from_u32(code).expect("a character"));
                behind
            }
            _ => panic!("unknown escape in {text:?}"),
        };
    }
    plain + rest
}
