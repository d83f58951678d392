//! Each row of the tables decides its example: it is read otherwise without the row.

use super::discourse::{Discourse, DiscourseBuffers};
use super::governed::{LEFT_OUT, REFUSALS};
use super::passes::PASSES;
use super::speech::Quotation;
use crate::gazetteer::Gazetteer;
use crate::lexicon::{CueClass, Lexicon};
use crate::mention::{Cast, CastBuffers, Naming};
use crate::tagging::Tagging;
use crate::text::Text;

const CLASSES: &[CueClass] = &[CueClass::Speech, CueClass::Writing];

/// The quotations of a text: the source of the report that governs each, and the pieces of its content.
fn quotations(source: &str) -> Vec<String> {
    let lexicon = Lexicon::bundled();
    let gazetteer = Gazetteer::builder().build().expect("no fault in no table");
    let text = Text::read(source, lexicon, gazetteer.openings(), Text::default());
    let naming = Naming { discovery: true, linking: true };
    let cast = Cast::read(&text, &gazetteer, naming, &mut CastBuffers::default());
    let tagging = Tagging::read(&text, lexicon, Tagging::default());
    let discourse = Discourse::read(&text, &tagging, &cast, lexicon, CLASSES, DiscourseBuffers::default());
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
    let mut faults = Vec::new();
    for (name, example) in passes.chain(refusals) {
        let mut parts = example.split(" | ");
        let text = parts.next().unwrap_or_default();
        let found = quotations(text);
        if found != parts.collect::<Vec<_>>() {
            faults.push(format!("{name}: {text:?} is read as {found:?}"));
        }
        LEFT_OUT.set(name);
        if quotations(text) == found {
            faults.push(format!("{name}: {text:?} is read as {found:?} without the row, too"));
        }
        LEFT_OUT.set("");
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
