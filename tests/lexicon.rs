//! What the build says about faulty word lists.
//!
//! The cases are data, in `lexicon/faults.txt`; the loop here gives each to what the build script compiles the lexicon with.
#![allow(
    dead_code,
    unreachable_pub,
    reason = "the compiler of the library is read in as a module of the test, which uses a part"
)]

#[path = "../src/error.rs"]
mod error;
#[path = "../src/lexicon/compiler.rs"]
mod lexicon;
#[path = "../src/table.rs"]
mod table;

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::Path;

const FOLDER: &str = "gazetteers/lexicon";

#[test]
fn faults_are_reported() {
    let real = real_files();
    let mut names = HashSet::new();
    let mut failures = Vec::new();
    for case in include_str!("lexicon/faults.txt").split("\n## ").skip(1) {
        let (name, rest) = case.split_once('\n').expect("a line behind the name");
        assert!(names.insert(name), "two cases are called {name:?}");
        let (sources, expected) = rest.split_once("\n=").expect("a report behind `=`");
        let report = report(&with(real.clone(), sources));
        if report != expected.trim() {
            failures.push(format!("## {name}\nexpected:\n{}\nfound:\n{report}", expected.trim()));
        }
    }
    assert!(failures.is_empty(), "{} cases fail:\n\n{}", failures.len(), failures.join("\n\n"));
}

fn real_files() -> BTreeMap<String, String> {
    let files = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(FOLDER)).expect("a folder");
    let file = |path: &Path| {
        let name = path.file_name().expect("a name").display().to_string();
        (name, fs::read_to_string(path).expect("a file that can be read"))
    };
    files.map(|entry| file(&entry.expect("an entry").path())).collect()
}

/// The files with those of a case in their places.
fn with(mut files: BTreeMap<String, String>, sources: &str) -> BTreeMap<String, String> {
    let mut last = String::new();
    for line in sources.lines() {
        if let Some(name) = line.strip_prefix("! ") {
            files.remove(name).expect("a file that is there");
        } else if let Some(name) = line.strip_prefix("@ ") {
            last = name.to_owned();
            files.insert(last.clone(), String::new());
        } else {
            let file = files.get_mut(&last).expect("the name of a file");
            file.push_str(&line.replace('→', "\t").replace("\\u{0}", "\0"));
            file.push('\n');
        }
    }
    files
}

/// What is said about the files; nothing if they are in order.
fn report(files: &BTreeMap<String, String>) -> String {
    let files: Vec<_> = files.iter().map(|(name, text)| (name.as_str(), Ok(text.as_bytes()))).collect();
    lexicon::compile(FOLDER, &files).err().map_or_else(String::new, |error| error.to_string())
}
