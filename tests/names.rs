//! Names that the words around them tell: each case marks its names as `[O Marden]`, `[L Lundby]`, `[P Jane Roe]`.
//!
//! The gazetteer is a small invented one, so that nothing depends on what the bundled files happen to hold.

use whosaid::{Extractor, Gazetteer, Kind};

const TABLE: &str = "\
id\tname\taliases\tkind\tdemonyms\tin\tprominence\tambiguous\tids
place/velmar\tVelmar\t\tplace\tVelmarian|Velmarians\t\t60\t\tiso3166-1=QV
place/ostrand\tOstrand\t\tplace\tOstrander|Ostranders\t\t60\t\tiso3166-1=QO
place/lundby\tLundby\t\tplace\t\tplace/velmar\t40\t\t
place/marden\tMarden\t\tplace\t\tplace/velmar\t40\t\t
place/ellery\tEllery\t\tplace\t\tplace/velmar\t40\t\t
place/hollin-velmar\tHollin\t\tplace\t\tplace/velmar\t40\t\t
place/hollin-ostrand\tHollin\t\tplace\t\tplace/ostrand\t45\t\t
place/hollin-gate\tHollin Gate\t\tplace\t\tplace/hollin-velmar\t30\t\t
organization/quarm\tQuarm\t\torganization\t\t\t40\t\t
organization/laster\tLaster\tLast\torganization\t\t\t40\tLast\t
organization/lundby-herons\tLundby Herons\t\torganization\t\t\t40\t\t
organization/run-board\tRun Board\tRBD\torganization\t\t\t40\t\t
";

#[test]
fn names_are_told_by_their_surroundings() {
    let gazetteer = Gazetteer::builder().string("velmar.tsv", TABLE).build().expect("a faultless table");
    let extractor = Extractor::new(gazetteer);
    let mut faults = Vec::new();
    for case in include_str!("names/cases.txt").split("\n## ").skip(1) {
        let (title, marked) = case.split_once('\n').expect("a title");
        let marked = marked.trim();
        let text = plain(marked);
        let record = extractor.extract(&text);
        let mut found = String::new();
        let mut behind = 0;
        for mention in &record.mentions {
            let Some(entity) = mention.entity.as_ref().and_then(|id| record.entity(id)) else { continue };
            let letter = match entity.kind {
                Kind::Person => 'P',
                Kind::Place => 'L',
                Kind::Organization => 'O',
            };
            found.push_str(&text[behind..mention.start]);
            found.push_str(&format!("[{letter} {}]", mention.text));
            behind = mention.end;
        }
        found.push_str(&text[behind..]);
        if found != marked {
            faults.push(format!("{title}\nwanted: {marked}\nfound:  {found}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

/// The text without the marks of its names.
fn plain(marked: &str) -> String {
    marked.replace("[O ", "").replace("[L ", "").replace("[P ", "").replace(']', "")
}

#[test]
fn short_forms_are_the_long_names_entity() {
    let record = Extractor::new(Gazetteer::empty()).extract(
        "Tervane Pumps Inc. closed a plant. Workers at Tervane were told on Monday. Analysts like Tervane shares.",
    );
    let names: Vec<_> = record.entities.iter().map(|entity| &*entity.id).collect();
    assert_eq!(names, ["organization/tervane-pumps-inc"]);
    assert_eq!(record.mentions.len(), 3);
}

#[test]
fn a_legal_form_does_not_hide_a_known_company() {
    let gazetteer = Gazetteer::builder().string("velmar.tsv", TABLE).build().expect("a faultless table");
    let record = Extractor::new(gazetteer).extract("The pumps were made by Quarm Corp. in May.");
    assert_eq!(record.entities[0].id, "organization/quarm");
}

#[test]
fn of_places_with_one_name_the_neighbours_tell() {
    let gazetteer = Gazetteer::builder().string("velmar.tsv", TABLE).build().expect("a faultless table");
    let extractor = Extractor::new(gazetteer);
    for (text, id) in [
        ("The ferry left Hollin on Monday.", "place/hollin-ostrand"),
        ("The ferry left Hollin on Monday. It was full when it came to Lundby.", "place/hollin-velmar"),
        ("The ferry left Hollin on Monday. It passed Hollin Gate at noon.", "place/hollin-velmar"),
    ] {
        assert_eq!(extractor.extract(text).entities[0].id, id, "{text}");
    }
}

#[test]
fn a_known_name_may_begin_with_a_mark() {
    let table = "id\tname\tkind\nplace/net-town\t.NET Town\tplace\nplace/ohana\t'Ohana\tplace\n";
    let gazetteer = Gazetteer::builder().string("marks.tsv", table).build().expect("a faultless table");
    let record = Extractor::new(gazetteer).extract("He likes .NET Town and ‘Ohana.");
    let names: Vec<_> = record.mentions.iter().map(|mention| &*mention.text).collect();
    assert_eq!(names, [".NET Town", "‘Ohana"]);
}
