//! Names of your own beside the bundled ones: the people of a football club, in `own_gazetteer.tsv`.
//!
//!     cargo run --example own_gazetteer
//!
//! Shows what is said about a faulty file, then who is named in an article about the club and who speaks. A name that
//! no rule could guess is found too: only the file knows that Juvo is João Uvaldo.
#![allow(clippy::print_stdout, reason = "printing is what this program is for")]

use std::collections::BTreeMap;

use whosaid::{Error, Extractor, Gazetteer, GazetteerBuilder, Origin, Record};

const ARTICLE: &str = include_str!("articles/record-transfer.txt");

/// Two slips: a kind that does not exist, and an id that `in` could mean but nobody has.
const FAULTY: &str = "id\tname\tkind\tin
person/bram-oosterlo\tBram Oosterlo\tcoach\t
person/milo-saxe\tMilo Saxe\tperson\torganization/saxe-sons
";

fn main() -> Result<(), Error> {
    println!("A faulty file, with every fault at once:\n");
    if let Err(error) = known().string("faulty.tsv", FAULTY).build() {
        for fault in error.faults() {
            println!("  {fault}");
        }
    }

    // `build` reads the file and checks it; extracting cannot fail any more.
    let gazetteer = known().file("examples/own_gazetteer.tsv").build()?;
    let record = Extractor::new(gazetteer).extract(ARTICLE);

    println!("\nNamed in the article:\n");
    print_named(&record);
    println!("\nSpeaking in it:\n");
    print_speaking(&record);
    Ok(())
}

/// A builder that starts from the bundled gazetteer, where the library was built with it.
fn known() -> GazetteerBuilder {
    let builder = Gazetteer::builder();
    #[cfg(feature = "bundled")]
    let builder = builder.bundled();
    builder
}

fn print_named(record: &Record) {
    for entity in &record.entities {
        let id = Some(&*entity.id);
        let mut names: Vec<&str> =
            record.mentions.iter().filter(|mention| mention.entity.as_deref() == id).map(|m| &*m.text).collect();
        let times = names.len();
        names.sort_unstable();
        names.dedup();
        let origin = match entity.origin {
            Origin::Gazetteer => "gazetteer",
            _ => "discovered",
        };
        println!("  {:36} {origin:12} {times:2} × {}", entity.id, names.join(", "));
    }
}

fn print_speaking(record: &Record) {
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for speaker in record.quotations.iter().filter_map(|quotation| quotation.speaker.as_ref()) {
        *times.entry(&*speaker.name).or_default() += 1;
    }
    for (name, times) in times {
        println!("  {name:36} {times:2} ×");
    }
}
