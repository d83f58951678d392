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

#[path = "quotations/told.rs"]
mod told;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use told::{told, unescape};
use whosaid::{Extractor, Gazetteer};

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
