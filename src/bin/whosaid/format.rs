//! How records are written down.

use clap::ValueEnum;
use whosaid::Record;
use whosaid::export::{csv, html};

/// The formats of records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// One record a line
    #[default]
    Jsonl,
    /// One array of all records, indented
    Json,
    /// One row a quotation, for spreadsheets
    Csv,
    /// A page to look at; of several texts a folder of pages with an index, named by --output
    Html,
}

impl Format {
    /// One record, of the text.
    pub(crate) fn record(self, record: &Record, text: &str) -> serde_json::Result<String> {
        match self {
            Self::Jsonl => serde_json::to_string(record).map(|line| line + "\n"),
            // No string in JSON has a line break in it, so all of them may be indented.
            Self::Json => serde_json::to_string_pretty(record).map(|lines| lines.replace('\n', "\n  ")),
            Self::Csv => Ok(csv::rows(record)),
            Self::Html => Ok(html::page(text, record)),
        }
    }

    /// What goes before a record, the first or another one.
    pub(crate) fn before(self, is_first: bool) -> String {
        match (self, is_first) {
            (Self::Json, true) => "[\n  ".to_owned(),
            (Self::Json, false) => ",\n  ".to_owned(),
            (Self::Csv, true) => csv::header(),
            (Self::Jsonl | Self::Csv | Self::Html, _) => String::new(),
        }
    }

    /// What goes behind the last record, if there was any.
    pub(crate) fn end(self, is_empty: bool) -> String {
        match (self, is_empty) {
            (Self::Json, true) => "[]\n".to_owned(),
            (Self::Json, false) => "\n]\n".to_owned(),
            (Self::Csv, true) => csv::header(),
            (Self::Jsonl | Self::Csv | Self::Html, _) => String::new(),
        }
    }

    /// Whether a file holds what is known of one text alone.
    pub(crate) fn is_for_one(self) -> bool {
        self == Self::Html
    }
}
