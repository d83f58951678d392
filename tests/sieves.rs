//! The page of the sieves is true: each example is attributed by the sieve that it stands beside.

use whosaid::{Extractor, Gazetteer};

#[test]
fn every_example_shows_its_sieve() {
    let page = include_str!("../docs/sieves.md");
    let extractor = Extractor::new(Gazetteer::empty());
    let mut wrong = Vec::new();
    for line in page.lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let (sieve, text) = (cells[0].trim_matches('`'), cells[1].replace('¶', "\n\n"));
        let record = extractor.extract(&text);
        let found: Vec<_> = record.quotations.iter().filter_map(|quotation| quotation.sieve.as_deref()).collect();
        if !found.contains(&sieve) {
            wrong.push(format!("{sieve}: {text:?} is attributed by {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
