//! Short texts with the people in them.
//!
//! The cases are data, in `people/*.txt`: a title behind `##`, unique within its file, and a text in which every person
//! is marked, as `<Petra Hollin>` or, where the text has less than the whole name, `<Hollin=Petra Hollin>`. What is not
//! marked must not be found as a person.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use whosaid::{Extractor, Gazetteer, Kind, MentionKind};

/// The only people and places that are known.
const KNOWN: &str = "\
id\tname\taliases\tkind\tgender\ttitles\tdemonyms\tin\tprominence
place/lowmark\tLowmark\t\tplace\t\t\tLowmarkian\t\t60
place/cuba\tCuba\t\tplace\t\t\tCuban\t\t60
place/russia\tRussia\t\tplace\t\t\tRussian\t\t60
place/africa\tAfrica\t\tplace\t\t\tAfrican\t\t60
place/america\tAmerica\t\tplace\t\t\tAmerican\t\t60
person/orla-brenk\tOrla Brenk\tBrenk|Orla\tperson\tfemale\tPresident\t\tplace/lowmark\t90
";

#[test]
fn people_are_found_and_linked() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/people");
    let gazetteer = Gazetteer::builder().string("known.tsv", KNOWN).build().expect("a faultless table");
    let extractor = Extractor::new(gazetteer);
    let mut faults = Vec::new();
    let mut count = 0;
    for file in ["form.txt", "linking.txt"] {
        let cases = fs::read_to_string(folder.join(file)).expect("a file of cases");
        let mut titles = BTreeSet::new();
        for case in cases.split("\n## ").skip(1) {
            let (title, marked) = case.split_once('\n').expect("a title and a text");
            assert!(titles.insert(title), "{file}: two cases {title}");
            count += 1;
            let marked = marked.trim_end();
            let (text, expected) = unmark(marked);
            let found = people(&extractor, &text);
            if found != expected {
                faults
                    .push(format!("{file}: {title}\n  text     {text}\n  expected {expected:?}\n  found    {found:?}"));
            }
        }
    }
    assert!(count > 40, "only {count} cases");
    assert!(faults.is_empty(), "{} of {count} cases:\n{}", faults.len(), faults.join("\n"));
}

/// The text of a case, and its people: offset, words, name.
fn unmark(marked: &str) -> (String, Vec<(usize, String, String)>) {
    let mut text = String::new();
    let mut people = Vec::new();
    for (index, piece) in marked.split('<').enumerate() {
        if index == 0 {
            text.push_str(piece);
            continue;
        }
        let (mark, rest) = piece.split_once('>').expect("a closed mark");
        let (words, name) = mark.split_once('=').unwrap_or((mark, mark));
        people.push((text.len(), words.to_owned(), name.to_owned()));
        text.push_str(words);
        text.push_str(rest);
    }
    (text, people)
}

fn people(extractor: &Extractor, text: &str) -> Vec<(usize, String, String)> {
    let record = extractor.extract(text);
    let mut people = Vec::new();
    for mention in record.mentions.iter().filter(|mention| mention.kind == MentionKind::Name) {
        let entity = mention.entity.as_deref().and_then(|id| record.entity(id)).expect("the entity of a name");
        if entity.kind == Kind::Person {
            people.push((mention.start, mention.text.clone(), entity.name.clone()));
        }
    }
    people
}
