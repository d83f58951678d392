//! Each row of the tables of quotations decides its example.

use super::discourse::Discourse;
use super::governed::REFUSALS;
use super::passes::PASSES;
use super::speech::Quotation;
use crate::gazetteer::Gazetteer;
use crate::left_out::assert_each_row_decides;
use crate::lexicon::{CueClass, Lexicon};
use crate::mention::{Cast, Naming};
use crate::tagging::Tagging;
use crate::text::Text;

const CLASSES: &[CueClass] = &[CueClass::Speech, CueClass::Writing];

/// The quotations of a text: the source of the report that governs each, and the pieces of its content.
fn quotations(source: &str) -> Vec<String> {
    let lexicon = Lexicon::bundled();
    let gazetteer = Gazetteer::builder().build().expect("no fault in no table");
    let text = Text::read(source, lexicon, gazetteer.openings(), Text::default());
    let naming = Naming { discovery: true, linking: true };
    let tagging = Tagging::read(&text, lexicon);
    let cast = Cast::read(&text, &tagging, &gazetteer, naming);
    let discourse = Discourse::read(&text, &tagging, &cast, lexicon, CLASSES);
    let told = |quotation: &Quotation| {
        let pieces: Vec<&str> = discourse.content(quotation).map(|span| span.of(source)).collect();
        let report =
            quotation.governor.as_ref().and_then(|governor| discourse.reports[governor.report].subject.clone());
        let subject = report.map_or("", |subject| discourse.syntax.span(subject.units).of(source));
        format!("{subject}: {}", pieces.join(" … "))
    };
    discourse.quotations.iter().map(told).collect()
}

#[test]
fn each_row_decides_its_example() {
    let passes = PASSES.iter().map(|pass| (pass.name, pass.example));
    let refusals = REFUSALS.iter().map(|refusal| (refusal.name, refusal.example));
    assert_each_row_decides(passes.chain(refusals), |example| {
        let mut parts = example.split(" | ").map(str::to_owned);
        let text = parts.next().expect("a text");
        (quotations(&text), parts.collect())
    });
}
