//! Each row of the weights decides its example: it is read otherwise without the row.

use super::attributions::Reference;
use super::resolve::{Referring, resolve};
use super::weights::{BONUSES, FITS, LEAST, MENTIONS, SHARES, Weight};
use crate::attribution::attribute;
use crate::gazetteer::Gazetteer;
use crate::left_out::assert_each_row_decides;
use crate::lexicon::{CueClass, Lexicon};
use crate::mention::{Cast, Naming};
use crate::quotation::Discourse;
use crate::tagging::Tagging;
use crate::text::Text;

/// The only entity that is known.
const KNOWN: &str = "\
id\tname\tkind\tgender\ttitles
person/orla-brenk\tOrla Brenk\tperson\tfemale\tPrime Minister
";

/// The names and examples of a table, whose rows must stand in the order of what they are of.
fn rows<Of: Copy, const COUNT: usize>(
    table: &'static [Weight<Of>; COUNT],
    order: impl Fn(Of) -> usize,
) -> impl Iterator<Item = (&'static str, &'static str)> {
    assert!(table.iter().map(|row| order(row.of)).eq(0..COUNT));
    table.iter().map(|row| (row.name, row.example))
}

/// A text without its mark, where the marked words begin, and whom they are said to mean.
fn unmarked(example: &str) -> (String, usize, &str) {
    let (before, rest) = example.split_once('<').expect("a mark");
    let (mark, after) = rest.split_once('>').expect("the end of a mark");
    let (words, name) = mark.split_once('=').expect("somebody");
    ([before, words, after].concat(), before.len(), name)
}

/// Whom the pronoun or description at the byte means; nobody's name if it is not resolved.
fn meant(gazetteer: &Gazetteer, source: &str, at: usize) -> String {
    let lexicon = Lexicon::bundled();
    let text = Text::read(source, lexicon, gazetteer.openings(), Text::default());
    let naming = Naming { discovery: true, linking: true };
    let tagging = Tagging::read(&text, lexicon);
    let cast = Cast::read(&text, &tagging, gazetteer, naming);
    let discourse = Discourse::read(&text, &tagging, &cast, lexicon, &[CueClass::Speech]);
    let attributions = attribute(&discourse);
    let referring = Referring { pronouns: true, descriptions: true };
    let references = resolve(&discourse, &cast, &attributions, gazetteer, referring);
    let found = references.resolved.iter().find(|resolved| match resolved.reference {
        Reference::Pronoun(span) | Reference::Description(span) => span.start == at,
        Reference::Name(_) => false,
    });
    found.map_or(String::new(), |found| cast.referents[found.referent].name.to_string())
}

#[test]
fn each_row_decides_its_example() {
    let gazetteer = Gazetteer::builder().string("known.tsv", KNOWN).build().expect("a faultless table");
    let rows = rows(&MENTIONS, |role| role as usize)
        .chain(rows(&SHARES, |share| share as usize))
        .chain(rows(&BONUSES, |bonus| bonus as usize))
        .chain(rows(&FITS, |fit| fit as usize))
        .chain(rows(&LEAST, |least| least as usize));
    assert_each_row_decides(rows, |example| {
        let (source, at, expected) = unmarked(example);
        (meant(&gazetteer, &source, at), expected.to_owned())
    });
}
