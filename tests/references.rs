//! Short texts with whom their pronouns and descriptions mean.
//!
//! The cases are data, in `references/*.txt`: a title behind `##`, unique within its file, and a text in which every pronoun
//! and description that the record has is marked with the name of the one it means, as `<She=Petra Hollin>`; a speaker
//! without a name has nothing behind the sign: `<A spokesman=>`. What is not marked must not be found. A last line that
//! begins with `todo` says why the case is not read right yet; then it must fail.

mod marked;

use marked::Case;
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
    let gazetteer = Gazetteer::builder().string("known.tsv", KNOWN).build().expect("a faultless table");
    let extractor = Extractor::new(gazetteer);
    let cases = marked::cases("references", &["pronouns.txt", "descriptions.txt"]);
    let mut faults = Vec::new();
    for Case { file, title, body } in &cases {
        let (body, todo) = match body.split_once("\ntodo ") {
            Some((body, _)) => (body, true),
            None => (&**body, false),
        };
        let (text, marks) = marked::unmark(body);
        let named = |name: Option<String>| name.filter(|name| !name.is_empty());
        let expected: Vec<Marked> = marks.into_iter().map(|(start, words, name)| (start, words, named(name))).collect();
        let found = found(&extractor, &text);
        if (found == expected) == todo {
            let fault = if todo { "is read right now: remove `todo`" } else { "is read otherwise" };
            faults.push(format!("{file}: {title} {fault}\n  expected {expected:?}\n  found    {found:?}"));
        }
    }
    assert!(cases.len() > 40, "only {} cases", cases.len());
    assert!(faults.is_empty(), "{} of {} cases:\n{}", faults.len(), cases.len(), faults.join("\n"));
}

fn found(extractor: &Extractor, text: &str) -> Vec<Marked> {
    let record = extractor.extract(text);
    let others = record.mentions.iter().filter(|mention| mention.kind != MentionKind::Name);
    others
        .map(|mention| {
            let entity = mention.entity.as_deref().and_then(|id| record.entity(id));
            (mention.start, mention.text.to_string(), entity.map(|entity| entity.name.to_string()))
        })
        .collect()
}
