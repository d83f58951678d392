//! Short texts with the people in them.
//!
//! The cases are data, in `people/*.txt`: a title behind `##`, unique within its file, and a text in which every person
//! is marked, as `<Petra Hollin>` or, where the text has less than the whole name, `<Hollin=Petra Hollin>`. What is not
//! marked must not be found as a person.

mod marked;

use marked::Case;
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
    let gazetteer = Gazetteer::builder().string("known.tsv", KNOWN).build().expect("a faultless table");
    let extractor = Extractor::new(gazetteer);
    let cases = marked::cases("people", &["form.txt", "linking.txt"]);
    let mut faults = Vec::new();
    for Case { file, title, body } in &cases {
        let (text, marks) = marked::unmark(body);
        let whole = |(start, words, name): (usize, String, Option<String>)| {
            let name = name.unwrap_or_else(|| words.clone());
            (start, words, name)
        };
        let expected: Vec<_> = marks.into_iter().map(whole).collect();
        let found = people(&extractor, &text);
        if found != expected {
            faults.push(format!("{file}: {title}\n  text     {text}\n  expected {expected:?}\n  found    {found:?}"));
        }
    }
    assert!(cases.len() > 40, "only {} cases", cases.len());
    assert!(faults.is_empty(), "{} of {} cases:\n{}", faults.len(), cases.len(), faults.join("\n"));
}

fn people(extractor: &Extractor, text: &str) -> Vec<(usize, String, String)> {
    let record = extractor.extract(text);
    let mut people = Vec::new();
    for mention in record.mentions.iter().filter(|mention| mention.kind == MentionKind::Name) {
        let entity = mention.entity.as_deref().and_then(|id| record.entity(id)).expect("the entity of a name");
        if entity.kind == Kind::Person {
            people.push((mention.start, mention.text.to_string(), entity.name.to_string()));
        }
    }
    people
}
