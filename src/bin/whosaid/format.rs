//! How records are written down.

use clap::ValueEnum;
use whosaid::Record;

/// The formats of records.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum Format {
    /// One record a line
    #[default]
    Jsonl,
    /// One array of all records, indented
    Json,
}

impl Format {
    /// One record.
    pub(crate) fn record(self, record: &Record) -> serde_json::Result<String> {
        match self {
            Self::Jsonl => serde_json::to_string(record).map(|line| line + "\n"),
            // No string in JSON has a line break in it, so all of them may be indented.
            Self::Json => serde_json::to_string_pretty(record).map(|lines| lines.replace('\n', "\n  ")),
        }
    }

    /// What goes before a record, the first or another one.
    pub(crate) fn before(self, is_first: bool) -> &'static str {
        match (self, is_first) {
            (Self::Jsonl, _) => "",
            (Self::Json, true) => "[\n  ",
            (Self::Json, false) => ",\n  ",
        }
    }

    /// What goes behind the last record, if there was any.
    pub(crate) fn end(self, is_empty: bool) -> &'static str {
        match (self, is_empty) {
            (Self::Jsonl, _) => "",
            (Self::Json, true) => "[]\n",
            (Self::Json, false) => "\n]\n",
        }
    }
}
