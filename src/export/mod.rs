//! Records in the formats that other tools read.
//!
//! A function here takes a record and, where the format has it, the text, and returns the format as a string or as a JSON
//! value. The text has to be the one that was read, byte for byte; spans that are no piece of it are left out.
//!
//! | module | what it writes | offsets in it |
//! |---|---|---|
//! | [`html`] | a page to look at: the text with everything marked that was found | none |
//! | [`arrow`] (features `arrow`, `parquet`) | tables of quotations and of mentions, for data frames and databases | those of the record, which the schema names |
//! | [`csv`] | a row for each quotation, for spreadsheets | those of the record |
//! | [`brat`] | standoff annotations: mentions as text-bound annotations, quotations as events | code points |
//! | [`iob2`] | a token a line, with the names as tags | none |
//! | [`spacy`] | the JSON form of a spaCy `Doc`, for displaCy too | code points |
//! | [`web_annotation`] | Web Annotations of the W3C, in JSON-LD | code points |
//! | [`schema_org`] | `Quotation`s of schema.org, in JSON-LD | none |
//!
//! All take time and memory in proportion to the text and the record.

#[cfg(feature = "arrow")]
pub mod arrow;
pub mod brat;
mod cast;
pub mod csv;
pub mod html;
pub mod iob2;
mod places;
pub mod schema_org;
pub mod spacy;
pub mod web_annotation;

use serde::Serialize;

use crate::gazetteer::{Kind, Openings};
use crate::lexicon::Lexicon;
use crate::record::Slice;
use crate::text::Text;

/// What stands between two pieces of one quotation.
const GAP: &str = " … ";

/// The pieces of one quotation as one string.
fn joined(slices: &[Slice]) -> String {
    slices.iter().map(|slice| &*slice.text).collect::<Vec<_>>().join(GAP)
}

/// The text in tokens, sentences and paragraphs, as they were when it was read.
fn tokenized(text: &str) -> Text<'_> {
    Text::read(text, Lexicon::bundled(), &Openings::default(), Text::default())
}

/// A value of one of the record's enums as JSON has it.
fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

/// White space as Python has it, in which most readers of these formats are written: the separators of ASCII too.
fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\u{1C}'..='\u{1F}').contains(&c)
}

/// The kind as a type, as most formats call it.
fn kind_label(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "Person",
        Kind::Place => "Place",
        Kind::Organization => "Organization",
    }
}
