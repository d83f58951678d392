//! Each row of the tables of reports decides its example.

use super::content::{Contents, RULES};
use super::frames::FRAMES;
use super::reporting_clause::find;
use crate::gazetteer::Gazetteer;
use crate::left_out::assert_each_row_decides;
use crate::lexicon::Lexicon;
use crate::mention::{Cast, Naming};
use crate::syntax::Syntax;
use crate::tagging::Tagging;
use crate::text::{self, Text};

/// Who reports what in a sentence: the source, and the pieces of the content.
fn reports(source: &str) -> Vec<String> {
    let lexicon = Lexicon::bundled();
    let gazetteer = Gazetteer::builder().build().expect("no fault in no table");
    let text = Text::read(source, lexicon, gazetteer.openings(), Text::default());
    let naming = Naming { discovery: true, linking: true };
    let tagging = Tagging::read(&text, lexicon);
    let cast = Cast::read(&text, &tagging, &gazetteer, naming);
    let quoted_spans = text::quoted_spans(&text);
    let syntax = Syntax::tell(&text, &tagging, &cast, &quoted_spans);
    let reports = find(&syntax, lexicon);
    let contents = Contents { syntax: &syntax, quoted_spans: &quoted_spans, reports: &reports };
    let told = |index: usize| {
        let content = contents.content(index)?;
        let pieces: Vec<&str> = content.parts.into_iter().map(|part| syntax.span(part).of(source)).collect();
        let subject = reports[index].subject.clone().map_or("", |subject| syntax.span(subject.units).of(source));
        Some(format!("{subject}: {}", pieces.join(" … ")))
    };
    (0..reports.len()).filter_map(told).collect()
}

#[test]
fn each_row_decides_its_example() {
    let rules = RULES.iter().map(|rule| (rule.name, rule.example));
    let frames = FRAMES.iter().map(|frame| (frame.name, frame.example));
    assert_each_row_decides(rules.chain(frames), |example| {
        let (sentence, expected) = example.split_once(" | ").expect("a sentence, and what is reported in it");
        (reports(sentence), vec![expected.to_owned()])
    });
}
