//! Quotations as a table of comma-separated values, for spreadsheets: RFC 4180 with line feeds, a row a quotation.
//!
//! ```
//! use whosaid::{Extractor, export::csv};
//!
//! let record = Extractor::default().extract("“No,” Angela Merkel said.").with_id("monday");
//! let table = csv::header() + &csv::rows(&record);
//! assert!(table.starts_with("document,kind,speaker,speaker_id,"));
//! assert!(table.contains("\nmonday,direct,Angela Merkel,person/angela-merkel,"));
//! ```
//!
//! | column | what |
//! |---|---|
//! | `document` | the record's id |
//! | `kind` | direct, mixed or indirect |
//! | `speaker`, `speaker_id`, `speaker_text` | who said it, the id of the entity, and the phrase of the text |
//! | `cue`, `lemma`, `class`, `negated` | the reporting word as written, its lemma, its class, whether it is negated |
//! | `content`, `quoted` | the reported words, and those between quotation marks; pieces are joined by ` … ` |
//! | `start`, `end`, `offsets` | where the content begins and ends in the text, and what these two count |
//! | `addressee`, `addressee_id` | whom it was said to |
//! | `sieve`, `confidence` | the rule that found the speaker, and how often it is right |
//!
//! # Safety in spreadsheets
//!
//! Spreadsheets take a field that begins with `=`, `+`, `-`, `@`, a tab or a carriage return for a formula, which may do
//! harm on the machine of whoever opens the table. Such a field has an apostrophe before it here, as
//! [OWASP advises](https://owasp.org/www-community/attacks/CSV_Injection). Line breaks inside a field become spaces, so
//! that every line is a row. The exact words are in the text, between `start` and `end`.

use std::borrow::Cow;

use super::{joined, word};
use crate::record::{QuotationRecord, Record, SpeakerRecord};

const COLUMNS: [&str; 18] = [
    "document",
    "kind",
    "speaker",
    "speaker_id",
    "speaker_text",
    "cue",
    "lemma",
    "class",
    "negated",
    "content",
    "quoted",
    "start",
    "end",
    "offsets",
    "addressee",
    "addressee_id",
    "sieve",
    "confidence",
];

/// The first line of the table, with the names of the columns and the line feed.
///
/// ```
/// assert!(whosaid::export::csv::header().ends_with("sieve,confidence\n"));
/// ```
pub fn header() -> String {
    lines([COLUMNS.map(Cow::Borrowed)])
}

/// The rows of one record, one a quotation, each with its line feed.
///
/// ```
/// use whosaid::{Extractor, export::csv};
///
/// let record = Extractor::default().extract("“=1+1,” Angela Merkel said.");
/// assert!(csv::rows(&record).contains(",\"'=1+1,\","));
/// ```
pub fn rows(record: &Record) -> String {
    lines(record.quotations.iter().map(|quotation| row(record, quotation)))
}

fn row<'r>(record: &'r Record, quotation: &'r QuotationRecord) -> [Cow<'r, str>; COLUMNS.len()] {
    let cue = quotation.cue.as_ref();
    let name = |voice: &'r Option<SpeakerRecord>| voice.as_ref().map_or("", |voice| &voice.name);
    let id = |voice: &'r Option<SpeakerRecord>| voice.as_ref().and_then(|voice| voice.entity.as_deref()).unwrap_or("");
    let start = quotation.content.first().map(|slice| slice.start.to_string());
    let end = quotation.content.last().map(|slice| slice.end.to_string());
    [
        record.id.as_str().into(),
        word(&quotation.kind).into(),
        name(&quotation.speaker).into(),
        id(&quotation.speaker).into(),
        quotation.speaker.as_ref().and_then(|speaker| speaker.text.as_deref()).unwrap_or("").into(),
        cue.map_or("", |cue| &cue.text).into(),
        cue.map_or("", |cue| &cue.lemma).into(),
        cue.map(|cue| word(&cue.class)).unwrap_or_default().into(),
        cue.map_or("", |cue| if cue.negated { "true" } else { "false" }).into(),
        joined(&quotation.content).into(),
        joined(&quotation.quoted).into(),
        start.unwrap_or_default().into(),
        end.unwrap_or_default().into(),
        word(&record.offsets).into(),
        name(&quotation.addressee).into(),
        id(&quotation.addressee).into(),
        quotation.sieve.as_deref().unwrap_or("").into(),
        quotation.confidence.to_string().into(),
    ]
}

/// Rows of your own, with other columns, as safe for spreadsheets as those of a record. All have to be of one length.
///
/// # Panics
///
/// If a row is longer or shorter than the first.
///
/// ```
/// use whosaid::export::csv;
///
/// assert_eq!(csv::lines([["name", "words"], ["Orla Brenk", "=1+1"]]), "name,words\nOrla Brenk,'=1+1\n");
/// ```
pub fn lines<'r, F: Into<Cow<'r, str>>>(rows: impl IntoIterator<Item = impl IntoIterator<Item = F>>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        let fields: Vec<_> = row.into_iter().map(|field| harmless(field.into())).collect();
        writer.write_record(fields.iter().map(|field| field.as_bytes())).expect("rows of one length");
    }
    String::from_utf8(writer.into_inner().expect("memory to write to")).expect("fields that are strings")
}

/// The field without line breaks, and as nothing that a spreadsheet would run.
fn harmless(field: Cow<str>) -> Cow<str> {
    const BREAKS: [char; 7] = ['\n', '\r', '\u{B}', '\u{C}', '\u{85}', '\u{2028}', '\u{2029}'];
    // Some spreadsheets read the full-width forms, or look behind white space.
    const FORMULAS: [char; 9] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t'];
    let field = if field.contains(BREAKS) { field.replace("\r\n", " ").replace(BREAKS, " ").into() } else { field };
    let starts_formula = field.starts_with('\t') || field.trim_start().starts_with(FORMULAS);
    if starts_formula { format!("'{field}").into() } else { field }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_field_is_a_formula_or_more_than_a_line() {
        let cases = [
            ("", ""),
            ("a=b", "a=b"),
            ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
            (" =1", "' =1"),
            ("\r=1", "' =1"),
            ("\t1", "'\t1"),
            ("-5", "'-5"),
            ("＠x", "'＠x"),
            ("a\r\nb\nc\u{2028}d", "a b c d"),
        ];
        for (field, safe) in cases {
            assert_eq!(harmless(field.into()), safe, "{field:?}");
        }
    }

    #[test]
    fn marks_and_commas_are_kept_apart() {
        let mut row = COLUMNS.map(Cow::Borrowed);
        row[0] = "a, \"b\"".into();
        assert!(lines([row]).starts_with("\"a, \"\"b\"\"\",kind,"));
    }
}
