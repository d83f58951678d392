//! Whole articles: what is read in them, and what a reader would read.
//!
//! Each article of [`PLACES`] has two companions in `tests/articles`. `NAME.snap` is what the program makes of it, for
//! the eye; `WHOSAID_UPDATE=1 cargo test --test articles` writes it anew, and then the difference is in the hands of
//! whoever looks at the commit. `NAME.cast.tsv` is what is right, written by hand and changed by nobody else; `cast.rs`
//! explains it.
#![cfg(feature = "bundled")]

#[path = "articles/cast.rs"]
mod cast;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use whosaid::{Extractor, MentionKind, Origin, QuotationRecord, Record};

/// Where articles are: those that show the program to a newcomer, and those that are only read here.
const PLACES: [&str; 2] = ["examples/articles", "tests/articles"];

/// A content longer than this is abridged in the middle.
const LONGEST: usize = 96;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let mut files: Vec<_> = fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|it| it == extension));
    files.sort();
    files
}

fn stem(path: &Path) -> &str {
    path.file_stem().and_then(|stem| stem.to_str()).expect("a name in UTF-8")
}

/// The articles of all places, by name.
fn articles() -> BTreeMap<String, String> {
    let mut articles = BTreeMap::new();
    for path in PLACES.iter().flat_map(|place| files(place, "txt")) {
        let before = articles.insert(stem(&path).to_owned(), fs::read_to_string(&path).unwrap());
        assert!(before.is_none(), "{}: another article has this name", path.display());
    }
    assert!(!articles.is_empty(), "no article in {PLACES:?}");
    articles
}

fn companion(article: &str, extension: &str) -> PathBuf {
    root().join("tests/articles").join(format!("{article}.{extension}"))
}

#[test]
fn articles_are_read_as_in_their_snapshots() {
    let extractor = Extractor::default();
    let update = std::env::var_os("WHOSAID_UPDATE").is_some();
    let mut report = String::new();
    for (name, text) in &articles() {
        let found = told(text, &extractor.extract(text));
        let snapshot = companion(name, "snap");
        if update {
            fs::write(&snapshot, found).unwrap();
            continue;
        }
        let kept = fs::read_to_string(&snapshot).unwrap_or_default();
        if kept != found {
            let lines = difference(&kept.lines().collect::<Vec<_>>(), &found.lines().collect::<Vec<_>>());
            writeln!(report, "\n{}\n{lines}", snapshot.display()).unwrap();
        }
    }
    assert!(report.is_empty(), "WHOSAID_UPDATE=1 cargo test --test articles accepts what has changed:\n{report}");
}

#[test]
fn articles_are_read_as_a_reader_does() {
    let extractor = Extractor::default();
    let mut faults = Vec::new();
    for (name, text) in &articles() {
        let path = companion(name, "cast.tsv");
        let table = fs::read_to_string(&path).unwrap_or_default();
        let found = cast::faults(&table, text, &extractor.extract(text));
        faults.extend(found.iter().map(|fault| format!("{}:{fault}", path.display())));
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn every_companion_has_its_article() {
    let articles = articles();
    for path in files("tests/articles", "snap").into_iter().chain(files("tests/articles", "tsv")) {
        let article = stem(&path).trim_end_matches(".cast");
        assert!(articles.contains_key(article), "{} is of no article; remove it", path.display());
    }
}

/// The record for the eye: who is in it, then what each said, with the line of the article.
fn told(text: &str, record: &Record) -> String {
    let mut out = String::from("CAST\n");
    for entity in &record.entities {
        let mentions = || record.mentions.iter().filter(|mention| mention.entity.as_deref() == Some(&*entity.id));
        let names = mentions().filter(|mention| mention.kind == MentionKind::Name).count();
        let others = mentions().count() - names;
        let speaks = |quotation: &&QuotationRecord| {
            quotation.speaker.as_ref().is_some_and(|speaker| speaker.entity.as_deref() == Some(&*entity.id))
        };
        let quotations = record.quotations.iter().filter(speaks).count();
        let origin = if entity.origin == Origin::Gazetteer { "gazetteer" } else { "discovered" };
        let id = format!("{} ({origin})", entity.id);
        let mut counts = vec![format!("{names} named")];
        counts.extend((others > 0).then(|| format!("{others} otherwise")));
        counts.extend((quotations > 0).then(|| format!("{quotations} quotations")));
        writeln!(out, "  {:<28} {id:<52} {}", entity.name, counts.join(", ")).unwrap();
    }
    out.push_str("\nQUOTATIONS\n");
    for quotation in &record.quotations {
        let start = quotation.content.first().map_or(0, |slice| slice.start);
        let line = text[..start].matches('\n').count() + 1;
        let content: Vec<_> = quotation.content.iter().map(|slice| abridged(&slice.text)).collect();
        writeln!(out, "line {line}, {:?}", quotation.kind).unwrap();
        for part in content {
            writeln!(out, "    {part}").unwrap();
        }
        writeln!(out, "  {}", attribution(quotation)).unwrap();
    }
    out
}

/// `Tobias Renk (“he”): told, to council; speaker-cue-clause`
fn attribution(quotation: &QuotationRecord) -> String {
    let Some(speaker) = &quotation.speaker else { return "nobody".into() };
    let mut line = speaker.name.to_string();
    if speaker.entity.is_none() {
        line.push('?');
    }
    if let Some(text) = speaker.text.as_ref().filter(|text| **text != speaker.name) {
        write!(line, " (“{}”)", abridged(text)).unwrap();
    }
    if let Some(cue) = &quotation.cue {
        write!(line, ": {}", cue.text.replace('\n', " ")).unwrap();
    }
    if let Some(addressee) = &quotation.addressee {
        write!(line, ", to {}", addressee.name).unwrap();
    }
    if let Some(sieve) = &quotation.sieve {
        write!(line, "; {sieve}").unwrap();
    }
    line
}

/// On one line, without its middle if it is long.
fn abridged(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    let line = words.join(" ");
    let length = line.chars().count();
    if length <= LONGEST {
        return line;
    }
    let half = LONGEST / 2 - 1;
    let start: String = line.chars().take(half).collect();
    let end: String = line.chars().skip(length - half).collect();
    format!("{} […] {}", start.trim_end(), end.trim_start())
}

/// The lines that were (`-`) and that are (`+`), each stretch of them with the line before it.
fn difference(old: &[&str], new: &[&str]) -> String {
    // How many lines are in common behind each pair of places.
    let mut common = vec![vec![0_usize; new.len() + 1]; old.len() + 1];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            common[i][j] =
                if old[i] == new[j] { common[i + 1][j + 1] + 1 } else { common[i + 1][j].max(common[i][j + 1]) };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut lines = String::new();
    let mut context = None;
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            context = Some(old[i]);
            (i, j) = (i + 1, j + 1);
            continue;
        }
        if let Some(line) = context.take() {
            writeln!(lines, "  {line}").unwrap();
        }
        if j == new.len() || i < old.len() && common[i + 1][j] >= common[i][j + 1] {
            writeln!(lines, "- {}", old[i]).unwrap();
            i += 1;
        } else {
            writeln!(lines, "+ {}", new[j]).unwrap();
            j += 1;
        }
    }
    lines
}

#[test]
fn a_difference_shows_what_changed_and_where() {
    let old = ["one", "two", "three", "four"];
    let new = ["one", "three", "3", "four", "five"];
    assert_eq!(difference(&old, &new), "  one\n- two\n  three\n+ 3\n  four\n+ five\n");
    assert_eq!(difference(&old, &old), "");
}
