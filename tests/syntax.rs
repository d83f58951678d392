//! The clauses of sentences: which subject each finite verb has.
//!
//! `syntax/clauses.txt` holds the sentences, each followed by its clauses in indented lines `subject · verb`.

use std::collections::BTreeSet;

use whosaid::{Extractor, Parse};

const CLAUSES: &str = include_str!("syntax/clauses.txt");

/// `subject · verb` of each clause, in the order of the file: that in which the clauses begin, quoted ones last.
fn clauses(parse: &Parse) -> Vec<String> {
    let clauses = parse.sentences.iter().flat_map(|sentence| {
        let text = |unit: Option<usize>| unit.map_or("–", |unit| sentence.units[unit].text);
        let clauses = sentence.clauses.iter();
        clauses.map(move |clause| format!("{} · {}", text(clause.subject), text(Some(clause.verb))))
    });
    clauses.collect()
}

#[test]
fn each_verb_has_its_subject() {
    let extractor = Extractor::default();
    let mut sentences = BTreeSet::new();
    let mut wrong = String::new();
    let blocks = CLAUSES.split("\n\n").map(|block| block.lines().filter(|line| !line.starts_with('#')));
    for mut lines in blocks {
        let Some(sentence) = lines.next() else { continue };
        assert!(sentences.insert(sentence), "twice: {sentence}");
        let expected: Vec<&str> = lines.map(str::trim).collect();
        assert!(!expected.is_empty(), "no clauses: {sentence}");
        let found = clauses(&extractor.parse(sentence));
        if found != expected {
            wrong += &format!("{sentence}\n    expected {expected:?}\n    found    {found:?}\n");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}
