//! Short texts with whom their pronouns and descriptions mean.
//!
//! The cases are data, in `references/*.txt`: a title behind `##`, unique within its file, and a text in which every pronoun
//! and description that the record has is marked with the name of the one it means, as `<She=Petra Hollin>`; a speaker
//! without a name has nothing behind the sign: `<A spokesman=>`. What is not marked must not be found. A last line that
//! begins with `todo` says why the case is not read right yet; then it must fail.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use whosaid::{Extractor, Gazetteer, MentionKind};

/// The only entities that are known.
const KNOWN: &str = "\
id\tname\tkind\tgender\ttitles\tdescriptions\tdemonyms\tin
place/lowmark\tLowmark\tplace\t\t\t\tLowmarkian\t
place/russia\tRussia\tplace\t\t\t\tRussian\t
person/orla-brenk\tOrla Brenk\tperson\tfemale\tPresident\tiron lady\t\tplace/lowmark
";

/// A pronoun or description: its offset, its words, whom it means.
type Marked = (usize, String, Option<String>);

#[test]
fn pronouns_and_descriptions_mean_whom_a_reader_takes_them_to_mean() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/references");
    let gazetteer = Gazetteer::builder().string("known.tsv", KNOWN).build().expect("a faultless table");
    let extractor = Extractor::new(gazetteer);
    let mut faults = Vec::new();
    let mut count = 0;
    for file in ["pronouns.txt", "descriptions.txt"] {
        let cases = fs::read_to_string(folder.join(file)).expect("a file of cases");
        let mut titles = BTreeSet::new();
        for case in cases.split("\n## ").skip(1) {
            let (title, marked) = case.split_once('\n').expect("a title and a text");
            assert!(titles.insert(title), "{file}: two cases {title}");
            count += 1;
            let (marked, todo) = match marked.split_once("\ntodo ") {
                Some((marked, _)) => (marked, true),
                None => (marked, false),
            };
            let (text, expected) = unmark(marked.trim_end());
            let found = found(&extractor, &text);
            if (found == expected) == todo {
                let fault = if todo { "is read right now: remove `todo`" } else { "is read otherwise" };
                faults.push(format!("{file}: {title} {fault}\n  expected {expected:?}\n  found    {found:?}"));
            }
        }
    }
    assert!(count > 40, "only {count} cases");
    assert!(faults.is_empty(), "{} of {count} cases:\n{}", faults.len(), faults.join("\n"));
}

/// The text of a case, and what is marked in it.
fn unmark(marked: &str) -> (String, Vec<Marked>) {
    let mut pieces = marked.split('<');
    let mut text = pieces.next().unwrap_or_default().to_owned();
    let mut expected = Vec::new();
    for piece in pieces {
        let (mark, rest) = piece.split_once('>').expect("a closed mark");
        let (words, name) = mark.split_once('=').expect("words and a name");
        let name = Some(name).filter(|name| !name.is_empty()).map(str::to_owned);
        expected.push((text.len(), words.to_owned(), name));
        text.push_str(words);
        text.push_str(rest);
    }
    (text, expected)
}

fn found(extractor: &Extractor, text: &str) -> Vec<Marked> {
    let record = extractor.extract(text);
    let others = record.mentions.iter().filter(|mention| mention.kind != MentionKind::Name);
    others
        .map(|mention| {
            let entity = mention.entity.as_deref().and_then(|id| record.entity(id));
            (mention.start, mention.text.clone(), entity.map(|entity| entity.name.clone()))
        })
        .collect()
}
