//! Inputs that broke other programs of this kind, each with the right answer.
//!
//! `killers.txt` says where each was reported. Its cases are written as those of `tests/quotations` are, with two lines
//! more: `reported` before the text names the project and the number of the issue, and each name that is found is a line
//! `name WORDS = NAME OF THE ENTITY` before the quotations. The texts are ours; what is the matter with them is not.
#![cfg(feature = "bundled")]

// `escape` is for those who print texts as well.
#[path = "quotations/told.rs"]
mod told;

use std::collections::BTreeSet;

use told::{escape, told, unescape};
use whosaid::{Extractor, Gazetteer, MentionKind, Record};

struct Case<'f> {
    name: &'f str,
    text: String,
    expected: &'f str,
}

fn cases() -> Vec<Case<'static>> {
    let mut names = BTreeSet::new();
    let case = |block: &'static str| {
        let (name, rest) = block.split_once('\n').expect("a name");
        assert!(names.insert(name), "two cases {name}");
        let rest = rest.strip_prefix("reported: ").unwrap_or_else(|| panic!("{name}: nobody reported it"));
        let (reported, rest) = rest.split_once('\n').expect("a text");
        let numbered =
            reported.split(", ").all(|it| it.rsplit_once(' ').is_some_and(|(_, at)| at.parse::<u32>().is_ok()));
        assert!(numbered, "{name}: write `reported: PROJECT NUMBER`, not {reported:?}");
        let (text, expected) = rest.split_once("\n--").unwrap_or_else(|| panic!("{name}: no `--`"));
        Case { name, text: unescape(text), expected: expected.trim() }
    };
    include_str!("killers.txt").split("\n## ").skip(1).map(case).collect()
}

fn extractor() -> Extractor {
    let cast = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/quotations/cast.tsv");
    Extractor::new(Gazetteer::builder().file(cast).build().expect("a faultless cast"))
}

/// Names and quotations, each in lines, after a look at what all spans claim to be.
fn found(text: &str, record: &Record) -> String {
    let mut lines = Vec::new();
    for mention in &record.mentions {
        assert_eq!(text.get(mention.start..mention.end), Some(&*mention.text));
        let entity = mention.entity.as_deref().and_then(|id| record.entity(id));
        if let Some(entity) = entity.filter(|_| mention.kind == MentionKind::Name) {
            lines.push(format!("name {} = {}", escape(&mention.text), escape(&entity.name)));
        }
    }
    for quotation in &record.quotations {
        for slice in quotation.content.iter().chain(&quotation.quoted) {
            assert_eq!(text.get(slice.start..slice.end), Some(&*slice.text));
        }
        lines.push(told(quotation));
    }
    lines.join("\n")
}

#[test]
fn what_broke_others_is_read_right() {
    let extractor = extractor();
    let mut failures = Vec::new();
    let cases = cases();
    assert!(cases.len() >= 20, "only {} cases were found", cases.len());
    for Case { name, text, expected } in cases {
        let found = found(&text, &extractor.extract(&text));
        if found != expected {
            failures.push(format!("## {name}\n{text}\n-- expected\n{expected}\n-- found\n{found}\n"));
        }
    }
    assert!(failures.is_empty(), "{} cases:\n\n{}", failures.len(), failures.join("\n"));
}
