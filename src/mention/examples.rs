//! Each sign of the weights decides its example, and each pattern is seen in its own.

use std::collections::BTreeSet;

use super::cast::Cast;
use super::linking::Naming;
use super::neighbors::Neighbors;
use super::weights::{
    BEARER_SIGNS, ENTITY_SIGNS, LISTED_WITH_ORGANIZATION, ORGANIZATION_PATTERNS, PLACE_PATTERNS, Pattern,
    TEAM_PATTERNS, TOWN_TEAM_PATTERNS, UNKNOWN_TEAM_PATTERNS,
};
use crate::gazetteer::Gazetteer;
use crate::left_out::assert_each_row_decides;
use crate::lexicon::Lexicon;
use crate::tagging::Tagging;
use crate::text::Text;

/// The only entities that are known.
const KNOWN: &str = "\
id\tname\taliases\tkind\ttitles\tin\tprominence\tids
place/lowmark\tLowmark\t\tplace\t\t\t50\tiso3166-1=LM
place/highmark\tHighmark\t\tplace\t\t\t50\tiso3166-1=HM
place/north-marland\tMarland\t\tplace\t\tplace/lowmark\t30\t
place/south-marland\tMarland\t\tplace\t\tplace/highmark\t90\t
place/lundby\tLundby\t\tplace\t\tplace/north-marland\t50\t
place/garsby-lowmark\tGarsby\t\tplace\t\tplace/lowmark\t40\t
place/garsby-highmark\tGarsby\t\tplace\t\tplace/highmark\t60\t
place/hollin\tHollin\t\tplace\t\t\t40\t
place/mount-tarvel\tMount Tarvel\tTarvel\tplace\t\t\t40\t
person/jon-hollin\tJon Hollin\tHollin\tperson\t\t\t90\t
person/jon-tarvel\tJon Tarvel\tTarvel\tperson\t\t\t90\t
person/orla-brenk\tOrla Brenk\tBrenk\tperson\tPresident\t\t40\t
person/rufus-brenk\tRufus Brenk\tBrenk\tperson\t\t\t90\t
";

fn known() -> Gazetteer {
    Gazetteer::builder().string("known.tsv", KNOWN).build().expect("a faultless table")
}

/// A text without its mark, where the marked words begin, and whom they are said to mean.
fn unmarked(example: &str) -> (String, usize, &str) {
    let (before, rest) = example.split_once('<').expect("a mark");
    let (mark, after) = rest.split_once('>').expect("the end of a mark");
    let (words, entity) = mark.split_once('=').unwrap_or((mark, ""));
    ([before, words, after].concat(), before.len(), entity)
}

/// The id of the entity whose name begins at the byte.
fn meant(gazetteer: &Gazetteer, source: &str, at: usize) -> Option<String> {
    let text = Text::read(source, Lexicon::bundled(), gazetteer.openings(), Text::default());
    let naming = Naming { discovery: true, linking: true };
    let tagging = Tagging::read(&text, Lexicon::bundled());
    let cast = Cast::read(&text, &tagging, gazetteer, naming);
    let name = cast.names.iter().find(|name| name.span.start == at)?;
    Some(cast.referents[name.referent].id.to_string())
}

#[test]
fn each_sign_decides_its_example() {
    let gazetteer = known();
    let signs = ENTITY_SIGNS.iter().map(|sign| (sign.name, sign.example));
    let signs = signs.chain(BEARER_SIGNS.iter().map(|sign| (sign.name, sign.example)));
    let listed = [(LISTED_WITH_ORGANIZATION.name, LISTED_WITH_ORGANIZATION.example)];
    assert_each_row_decides(signs.chain(listed), |example| {
        let (source, at, entity) = unmarked(example);
        (meant(&gazetteer, &source, at), Some(entity.to_owned()))
    });
}

fn patterns() -> impl Iterator<Item = &'static Pattern> {
    [ORGANIZATION_PATTERNS, PLACE_PATTERNS, TEAM_PATTERNS, TOWN_TEAM_PATTERNS, UNKNOWN_TEAM_PATTERNS]
        .into_iter()
        .flatten()
}

#[test]
fn each_pattern_is_seen_in_its_example() {
    let gazetteer = known();
    let mut unseen = Vec::new();
    for pattern in patterns() {
        let (source, start, _) = unmarked(pattern.example);
        let text = Text::read(&source, Lexicon::bundled(), gazetteer.openings(), Text::default());
        let at = text.tokens.iter().position(|token| token.span.start == start).expect("a token");
        let sentence = text.sentences.iter().find(|sentence| sentence.contains(&at)).expect("a sentence");
        let (parts, name) = (&Tagging::read(&text, Lexicon::bundled()).parts[..], at..at + 1);
        let name = Neighbors { text: &text, parts, gazetteer: &gazetteer, sentence: sentence.clone(), name };
        if !(pattern.seen)(&name) {
            unseen.push(format!("{}: {source:?}", pattern.name));
        }
    }
    assert!(unseen.is_empty(), "{}", unseen.join("\n"));
}

#[test]
fn names_of_signs_are_unlike() {
    let names = ENTITY_SIGNS.iter().map(|sign| sign.name).chain(BEARER_SIGNS.iter().map(|sign| sign.name));
    let names = names.chain([LISTED_WITH_ORGANIZATION.name]).chain(patterns().map(|pattern| pattern.name));
    let mut known = BTreeSet::new();
    let repeated: Vec<_> = names.filter(|&name| !known.insert(name)).collect();
    assert!(repeated.is_empty(), "{repeated:?}");
}
