//! How records are written down.

use clap::ValueEnum;
use whosaid::Record;
use whosaid::export::{brat, csv, html, iob2, schema_org, spacy, web_annotation};

use crate::screen::Screen;
use crate::table;

/// The formats of records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// One record a line
    #[default]
    Jsonl,
    /// One array of all records, indented
    Json,
    /// A table of the quotations and one of the names, for people to read
    Table,
    /// One row a quotation, for spreadsheets
    Csv,
    /// A page to look at; of several texts a folder of pages with an index, named by --output
    Html,
    /// brat's standoff annotations; of several texts a folder, named by --output
    Brat,
    /// One token a line with the tag of its name, as in CoNLL-2003
    Iob2,
    /// One spaCy `Doc` a line, in JSON; for displaCy too
    Spacy,
    /// One page of the W3C's Web Annotations a line, in JSON-LD
    WebAnnotation,
    /// One article with its `Quotation`s a line, in schema.org's JSON-LD
    SchemaOrg,
    /// A table of quotations for data frames, as Apache Arrow; to a folder, also one of mentions
    Arrow,
    /// The same tables as Apache Parquet, the smallest, for databases too
    Parquet,
}

/// Files that stand for one text each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Single {
    Html,
    Brat,
}

impl Format {
    /// One record, of the text. The screen is for people.
    pub(crate) fn record(self, record: &Record, text: &str, screen: Screen) -> serde_json::Result<String> {
        let line = |value| serde_json::to_string(&value).map(|line| line + "\n");
        match self {
            Self::Jsonl => serde_json::to_string(record).map(|line| line + "\n"),
            // No string in JSON has a line break in it, so all of them may be indented.
            Self::Json => serde_json::to_string_pretty(record).map(|lines| lines.replace('\n', "\n  ")),
            Self::Table => Ok(table::page(record, screen)),
            Self::Csv => Ok(csv::rows(record)),
            Self::Html => Ok(html::page(text, record)),
            Self::Brat => Ok(brat::annotations(text, record)),
            Self::Iob2 => Ok(iob2::sentences(text, record)),
            Self::Spacy => line(spacy::doc(text, record)),
            Self::WebAnnotation => line(web_annotation::page(text, record)),
            Self::SchemaOrg => line(schema_org::article(record)),
            // Their rows go into batches, in `tables`.
            Self::Arrow | Self::Parquet => Ok(String::new()),
        }
    }

    /// What goes before a record, the first or another one.
    pub(crate) fn before(self, is_first: bool) -> String {
        match (self, is_first) {
            (Self::Json, true) => "[\n  ".to_owned(),
            (Self::Json, false) => ",\n  ".to_owned(),
            (Self::Csv, true) => csv::header(),
            _ => String::new(),
        }
    }

    /// What goes behind the last record, if there was any.
    pub(crate) fn end(self, is_empty: bool) -> String {
        match (self, is_empty) {
            (Self::Json, true) => "[]\n".to_owned(),
            (Self::Json, false) => "\n]\n".to_owned(),
            (Self::Csv, true) => csv::header(),
            _ => String::new(),
        }
    }

    /// If records are rows of tables that are written in batches.
    pub(crate) fn is_table(self) -> bool {
        matches!(self, Self::Arrow | Self::Parquet)
    }

    /// If a file holds what is known of one text alone.
    pub(crate) fn single(self) -> Option<Single> {
        match self {
            Self::Html => Some(Single::Html),
            Self::Brat => Some(Single::Brat),
            _ => None,
        }
    }
}
