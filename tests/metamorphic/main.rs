//! Edits of real articles that do no harm, and damage that does harm nearby only.
//!
//! `edits.tsv` names the edits: of how a text is written down, and of its words. After each of them whoever spoke still
//! speaks, with the exceptions of `exceptions.tsv`, which are counted: one that is gone is taken out. Without one of its
//! quotation marks a text may lose quotations in that paragraph and in those beside it, and nowhere else.
//!
//! `WHOSAID_CORPUS=FOLDER cargo test --release --test metamorphic corpus` prints the shares of all texts of a folder.
#![cfg(feature = "bundled")]

mod compare;
mod edits;
mod grammar;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::ops::Range;
use std::path::Path;

use whosaid::{Extractor, Record, Scratch};

use compare::{Agreement, agreement, common, content};
use edits::{EDITS, Edit, Edited, NamedEdit};
use grammar::GRAMMAR;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn texts(folder: &Path) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    for path in fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = path.unwrap().path();
        if path.extension().is_some_and(|it| it == "txt") {
            let bytes = fs::read(&path).unwrap();
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            texts.insert(name, String::from_utf8_lossy(&bytes).into_owned());
        }
    }
    assert!(!texts.is_empty(), "no text in {}", folder.display());
    texts
}

fn articles() -> BTreeMap<String, String> {
    let mut articles = texts(&root().join("examples/articles"));
    articles.extend(texts(&root().join("tests/articles")));
    articles
}

/// The rows of a table beside this file.
fn rows(table: &str) -> Vec<Vec<&str>> {
    let lines = table.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines.skip(1).map(|line| line.split('\t').collect()).collect()
}

fn edits() -> impl Iterator<Item = &'static NamedEdit> {
    EDITS.iter().chain(GRAMMAR)
}

fn edit(extractor: &Extractor, text: &str, edit: Edit, notes: &mut Vec<String>) -> Option<Agreement> {
    let record = extractor.extract(text);
    let replacements = edit(text, &record);
    if replacements.is_empty() {
        return None;
    }
    let edited = Edited::new(text, &replacements);
    Some(agreement(&record, &edited, &extractor.extract(&edited.text), notes))
}

#[test]
fn every_edit_is_in_the_table() {
    let listed: Vec<_> = rows(include_str!("edits.tsv")).iter().map(|row| row[0]).collect();
    let known: Vec<_> = edits().map(|(name, _)| *name).collect();
    assert_eq!(listed, known, "edits.tsv and the code have the same edits in the same order");
    for (at, name) in known.iter().enumerate() {
        assert!(!known[..at].contains(name), "two edits {name}");
    }
}

#[test]
fn every_edit_of_words_changes_an_article() {
    let extractor = Extractor::default();
    let articles = articles();
    for (name, edit) in GRAMMAR {
        let changes = |text: &String| !edit(text, &extractor.extract(text)).is_empty();
        assert!(articles.values().any(changes), "{name} changes nothing");
    }
}

#[test]
fn places_of_an_edited_text_are_found_in_the_first() {
    let edited = Edited::new("a “b” c", &[(2..5, "\"".into()), (6..9, "&quot;".into())]);
    assert_eq!(edited.text, "a \"b&quot; c");
    let cases =
        [(0..1, 0..1), (2..3, 2..5), (2..10, 2..9), (3..4, 5..6), (4..10, 6..9), (11..12, 10..11), (5..6, 6..9)];
    for (here, before) in cases {
        assert_eq!(edited.before(&here), before, "{here:?}");
    }
}

type Count = fn(&Agreement) -> usize;

#[test]
fn edits_without_harm_leave_the_speakers() {
    let mut expected: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for row in rows(include_str!("exceptions.tsv")) {
        let [edit, article, count, reason] = row[..] else { panic!("four columns in exceptions.tsv, not {row:?}") };
        assert!(!reason.is_empty(), "{edit} of {article} is an exception for no reason");
        let twice = expected.insert((edit, article), count.parse().expect("a count"));
        assert!(twice.is_none(), "two exceptions for {edit} of {article}");
    }
    let extractor = Extractor::default();
    let articles = articles();
    let mut report = String::new();
    let kinds: [(&[NamedEdit], Count); 2] =
        [(EDITS, Agreement::differences), (GRAMMAR, Agreement::differences_to_the_letter)];
    for (edits, differences) in kinds {
        for (name, harmless) in edits {
            for (article, text) in &articles {
                let mut notes = Vec::new();
                let found = edit(&extractor, text, *harmless, &mut notes).as_ref().map_or(0, differences);
                let allowed = expected.remove(&(*name, &**article)).unwrap_or(0);
                if found != allowed {
                    let notes = notes.join("\n  ");
                    writeln!(report, "{name}\t{article}\t{found}\twas {allowed}\n  {notes}").unwrap();
                }
            }
        }
    }
    assert!(expected.is_empty(), "exceptions for what is not there: {:?}", expected.keys());
    assert!(report.is_empty(), "\n{report}");
}

/// What one lost mark did.
#[derive(Default)]
struct Loss {
    marks: usize,
    /// Marks without which a quotation further away than a neighbouring paragraph is lost.
    far: usize,
    quotations: usize,
    lost: usize,
}

/// The paragraphs, by the blank lines between them.
fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let mut paragraphs = Vec::new();
    let mut start = 0;
    for paragraph in text.split_inclusive("\n\n") {
        paragraphs.push(start..start + paragraph.len());
        start += paragraph.len();
    }
    paragraphs
}

/// Takes out one mark after the other, and counts what is lost and where.
fn lose_each_mark(extractor: &Extractor, text: &str, notes: &mut Vec<String>) -> Loss {
    let record = extractor.extract(text);
    let paragraphs = paragraphs(text);
    let mut scratch = Scratch::default();
    let mut loss = Loss::default();
    for (at, mark) in text.match_indices(['“', '”', '"', '«', '»', '„']) {
        let edited = Edited::new(text, &[(at..at + mark.len(), String::new())]);
        let found = extractor.extract_with(&mut scratch, &edited.text);
        let home = paragraphs.partition_point(|paragraph| paragraph.end <= at);
        let near = paragraphs[home.saturating_sub(1)].start..paragraphs[(home + 1).min(paragraphs.len() - 1)].end;
        let lost = far_losses(&record, &edited, &found, &near, &mut loss.quotations);
        loss.marks += 1;
        loss.far += usize::from(!lost.is_empty());
        loss.lost += lost.len();
        notes.extend(lost.iter().map(|lost| format!("without the mark at {at}: {lost:?}")));
    }
    loss
}

/// The quotations that lie outside of `near` and are not in the edited text.
fn far_losses(record: &Record, edited: &Edited, found: &Record, near: &Range<usize>, far: &mut usize) -> Vec<String> {
    let moved = found.quotations.iter().flat_map(content).map(|span| edited.before(&span));
    let moved: std::collections::HashSet<_> = moved.collect();
    let mut lost = Vec::new();
    for quotation in &record.quotations {
        let spans = content(quotation);
        if common(&spans, std::slice::from_ref(near)) > 0 {
            continue;
        }
        *far += 1;
        if !spans.iter().all(|span| moved.contains(span)) {
            lost.push(quotation.content[0].text.to_string());
        }
    }
    lost
}

#[test]
fn a_lost_mark_does_harm_nearby_only() {
    let extractor = Extractor::default();
    let mut notes = Vec::new();
    for (article, text) in &articles() {
        let loss = lose_each_mark(&extractor, text, &mut notes);
        assert!(loss.marks == 0 || loss.quotations > 0, "{article}: nothing is far from any mark");
    }
    assert!(notes.is_empty(), "\n{}", notes.join("\n"));
}

/// Prints what becomes of the quotations of a folder of texts, edit by edit; `WHOSAID_NOTES=EDIT` prints the differences too.
#[test]
fn shares_of_a_corpus() {
    let Some(folder) = std::env::var_os("WHOSAID_CORPUS") else { return };
    let wanted = std::env::var("WHOSAID_NOTES").unwrap_or_default();
    let extractor = Extractor::default();
    let texts = texts(Path::new(&folder));
    let mut out = std::io::stdout();
    writeln!(out, "{} texts\n{:<26} texts quotations  same speaker   exact  other  lost   new", texts.len(), "edit")
        .unwrap();
    for (name, harmless) in edits() {
        let (mut count, mut all) = (0, Agreement::default());
        for (text_name, text) in &texts {
            let mut notes = Vec::new();
            let Some(agreement) = edit(&extractor, text, *harmless, &mut notes) else { continue };
            count += 1;
            all.add(&agreement);
            if wanted == *name {
                notes.iter().for_each(|note| writeln!(out, "{text_name}: {note}").unwrap());
            }
        }
        let share = |part: usize| 100.0 * part as f64 / all.quotations.max(1) as f64;
        let same = all.quotations - all.other_speaker - all.lost;
        writeln!(
            out,
            "{name:<26} {count:5} {:10} {:12.2}% {:6.2}% {:6} {:5} {:5}",
            all.quotations,
            share(same),
            share(all.exact),
            all.other_speaker,
            all.lost,
            all.gained
        )
        .unwrap();
    }
    let mut all = Loss::default();
    for (text_name, text) in &texts {
        let mut notes = Vec::new();
        let loss = lose_each_mark(&extractor, text, &mut notes);
        all.marks += loss.marks;
        all.far += loss.far;
        all.quotations += loss.quotations;
        all.lost += loss.lost;
        if wanted == "marks" {
            notes.iter().for_each(|note| writeln!(out, "{text_name}: {note}").unwrap());
        }
    }
    let share = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
    writeln!(
        out,
        "{} marks taken out: {} ({:.3}%) with a loss further away; {} of {} quotations there ({:.4}%)",
        all.marks,
        all.far,
        share(all.far, all.marks),
        all.lost,
        all.quotations,
        share(all.lost, all.quotations)
    )
    .unwrap();
}
