//! Records as tables of [Apache Arrow](https://arrow.apache.org), which pandas, Polars, DuckDB, Spark, R and most databases
//! read without parsing: in its IPC form, and as [Apache Parquet](https://parquet.apache.org) with the feature `parquet`.
//!
//! There are two [`Table`]s, of quotations and of mentions. [`Writer`] writes one of them, batch by batch, so that a million
//! articles need no more memory than some of them. [`TableBuilder`] makes the batches alone, for programs that pass them on.
//!
//! ```
//! use whosaid::export::arrow::{Form, Table, Writer};
//! use whosaid::{Extractor, Offsets};
//!
//! let extractor = Extractor::default().offsets(Offsets::Chars);
//! let mut writer = Writer::new(Vec::new(), Form::File, Table::Quotations, Offsets::Chars)?;
//! writer.add(&extractor.extract("“No,” Angela Merkel said.").with_id("monday"))?;
//! writer.add(&extractor.extract("Nobody said anything.").with_id("tuesday"))?;
//! let file = writer.finish()?;
//! assert!(file.starts_with(b"ARROW1"));
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! # The columns
//!
//! A column has the name of the record's field, with `_` for a step inside. Offsets and positions are `int64`, `confidence`
//! is `float64`, `cue_negated` is `bool`, and all else `utf8`. A column is null where the record has null.
//!
//! | quotations | |
//! |---|---|
//! | `document` | the record's id |
//! | `quotation` | the position in the record's `quotations`, from zero |
//! | `kind` | direct, mixed or indirect |
//! | `text` | the reported words, in one string; pieces are joined by ` … `, as in CSV |
//! | `content`, `quoted` | `list<struct<start, end, text>>`: the pieces, and what is between quotation marks |
//! | `cue_start`, `cue_end`, `cue_text`, `cue_lemma`, `cue_class`, `cue_negated` | the reporting word, all null without one |
//! | `speaker_start`, `speaker_end`, `speaker_text`, `speaker_mention`, `speaker_entity`, `speaker_name` | who said it: `speaker_name` is null only if nobody was found |
//! | `addressee_…` | whom it was said to, likewise |
//! | `sieve`, `confidence` | the rule that found the speaker, and how often it is right |
//!
//! | mentions | |
//! |---|---|
//! | `document` | the record's id |
//! | `mention` | the position in the record's `mentions`, from zero: what `speaker_mention` says |
//! | `start`, `end`, `text` | where it is, and its words |
//! | `kind`, `rule` | name, pronoun or description, and the rule that found it |
//! | `entity`, `entity_kind`, `entity_name`, `entity_origin`, `entity_role`, `entity_country`, `entity_gender`, `entity_gender_from` | whom it stands for, all null if that is not known; the last four also if nothing tells |
//! | `entity_ids` | `list<struct<scheme, id>>`: the ids elsewhere |
//!
//! What the offsets count stands in the schema's metadata, with the versions of both: `whosaid.offsets` is `bytes`, `chars`
//! or `utf16`; `whosaid.schema` that of the records; `whosaid.table` the name of the table and the version of its columns,
//! `quotations/1`. A later version of the same number may have more columns behind these.

mod cells;
mod mentions;
mod quotations;
mod writer;

use std::collections::HashMap;
use std::sync::Arc;

use arrow_array::ArrayRef;
pub use arrow_array::RecordBatch;
pub use arrow_schema::SchemaRef;
use arrow_schema::{Field, Schema};

use self::mentions::Mentions;
use self::quotations::Quotations;
pub use self::writer::{Form, Writer};
use super::word;
use crate::error::{Error, Faults, shown};
use crate::record::{Offsets, Record, SCHEMA};

/// The tables that a record gives.
///
/// ```
/// use whosaid::{Offsets, export::arrow::Table};
///
/// let schema = Table::Mentions.schema(Offsets::Chars);
/// assert_eq!(schema.metadata()["whosaid.table"], "mentions/1");
/// assert_eq!(schema.metadata()["whosaid.offsets"], "chars");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Table {
    /// A row for each quotation.
    Quotations,
    /// A row for each mention, with what is known of its entity.
    Mentions,
}

impl Table {
    /// All of them.
    ///
    /// ```
    /// use whosaid::export::arrow::Table;
    ///
    /// assert_eq!(Table::ALL.map(Table::as_str), ["quotations", "mentions"]);
    /// ```
    pub const ALL: [Self; 2] = [Self::Quotations, Self::Mentions];

    /// Its name, in the metadata of the schema and for a file.
    ///
    /// ```
    /// assert_eq!(whosaid::export::arrow::Table::Quotations.as_str(), "quotations");
    /// ```
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Quotations => "quotations",
            Self::Mentions => "mentions",
        }
    }

    /// Its columns, with the metadata, for records whose offsets count this.
    ///
    /// ```
    /// use whosaid::{Offsets, export::arrow::Table};
    ///
    /// let schema = Table::Quotations.schema(Offsets::Bytes);
    /// assert!(schema.field_with_name("speaker_name")?.is_nullable());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn schema(self, offsets: Offsets) -> SchemaRef {
        let metadata = [
            ("whosaid.schema", SCHEMA.to_owned()),
            ("whosaid.table", format!("{}/1", self.as_str())),
            ("whosaid.offsets", word(&offsets)),
        ];
        let metadata: HashMap<String, String> =
            metadata.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
        Arc::new(Schema::new_with_metadata(self.fields(), metadata))
    }

    fn fields(self) -> Vec<Field> {
        match self {
            Self::Quotations => Quotations::fields(),
            Self::Mentions => Mentions::fields(),
        }
    }
}

/// Makes record batches of a table.
///
/// The offsets of all batches are in one unit, which the schema tells. What it holds until [`finish`](Self::finish) grows with
/// every record; [`bytes`](Self::bytes) says when there is enough of it.
///
/// ```
/// use whosaid::{Extractor, Offsets, export::arrow::{Table, TableBuilder}};
///
/// let mut quotations = TableBuilder::new(Table::Quotations, Offsets::Bytes);
/// quotations.append(&Extractor::default().extract("“No,” Angela Merkel said. “Never,” she said."))?;
/// let batch = quotations.finish();
/// assert_eq!(batch.num_rows(), 2);
/// assert_eq!(batch.schema(), Table::Quotations.schema(Offsets::Bytes));
///
/// // It goes on with the next batch.
/// assert_eq!(quotations.finish().num_rows(), 0);
/// # Ok::<(), whosaid::Error>(())
/// ```
#[derive(Debug)]
pub struct TableBuilder {
    schema: SchemaRef,
    offsets: Offsets,
    rows: Rows,
    count: usize,
    bytes: usize,
}

#[derive(Debug)]
enum Rows {
    Quotations(Box<Quotations>),
    Mentions(Box<Mentions>),
}

/// Arrow counts the bytes of a column's strings with 31 bits.
const MOST: usize = i32::MAX as usize;

impl TableBuilder {
    /// Of this table, for records whose offsets count this.
    ///
    /// ```
    /// use whosaid::{Offsets, export::arrow::{Table, TableBuilder}};
    ///
    /// assert!(TableBuilder::new(Table::Mentions, Offsets::Utf16).is_empty());
    /// ```
    pub fn new(table: Table, offsets: Offsets) -> Self {
        let rows = match table {
            Table::Quotations => Rows::Quotations(Box::default()),
            Table::Mentions => Rows::Mentions(Box::default()),
        };
        Self { schema: table.schema(offsets), offsets, rows, count: 0, bytes: 0 }
    }

    /// Adds the rows of a record, in their order.
    ///
    /// # Errors
    ///
    /// If the offsets of the record count something else than those of the table, or if the batch would have more than
    /// 2 GiB. Then nothing was added. [`Error::is_record`] holds.
    ///
    /// ```
    /// use whosaid::{Extractor, Offsets, export::arrow::{Table, TableBuilder}};
    ///
    /// let record = Extractor::default().extract("“No,” Angela Merkel said.").with_id("monday");
    /// let error = TableBuilder::new(Table::Quotations, Offsets::Chars).append(&record).unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "monday: its offsets count bytes, and those of the table chars; \
    ///      make both with the same unit, as in `Extractor::offsets`",
    /// );
    /// ```
    pub fn append(&mut self, record: &Record) -> Result<(), Error> {
        if record.offsets != self.offsets {
            let message =
                format!("its offsets count {}, and those of the table {}", word(&record.offsets), word(&self.offsets));
            return Err(refused(record, message, "make both with the same unit, as in `Extractor::offsets`"));
        }
        let bytes = match &self.rows {
            Rows::Quotations(_) => Quotations::bytes(record),
            Rows::Mentions(_) => Mentions::bytes(record),
        };
        if bytes > MOST - self.bytes {
            return Err(refused(
                record,
                "a batch with it would be larger than 2 GiB".to_owned(),
                "finish the batch before it; if it is too large alone, split the document",
            ));
        }
        self.bytes += bytes;
        match &mut self.rows {
            Rows::Quotations(rows) => {
                self.count += record.quotations.len();
                rows.append(record);
            }
            Rows::Mentions(rows) => {
                self.count += record.mentions.len();
                rows.append(record);
            }
        }
        Ok(())
    }

    /// How many rows the batch has so far.
    ///
    /// ```
    /// # use whosaid::{Extractor, Offsets, export::arrow::{Table, TableBuilder}};
    /// let mut mentions = TableBuilder::new(Table::Mentions, Offsets::Bytes);
    /// mentions.append(&Extractor::default().extract("Angela Merkel met Orla Brenk."))?;
    /// assert_eq!(mentions.len(), 2);
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether the batch has no rows yet.
    ///
    /// ```
    /// # use whosaid::{Offsets, export::arrow::{Table, TableBuilder}};
    /// assert!(TableBuilder::new(Table::Quotations, Offsets::Bytes).is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// About how many bytes the batch has so far, give or take its empty fields.
    ///
    /// ```
    /// # use whosaid::{Extractor, Offsets, export::arrow::{Table, TableBuilder}};
    /// let mut quotations = TableBuilder::new(Table::Quotations, Offsets::Bytes);
    /// quotations.append(&Extractor::default().extract("“No,” Angela Merkel said."))?;
    /// assert!((100..1000).contains(&quotations.bytes()));
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// The batch of the records so far; the next one begins empty.
    ///
    /// ```
    /// # use whosaid::{Offsets, export::arrow::{Table, TableBuilder}};
    /// assert_eq!(TableBuilder::new(Table::Quotations, Offsets::Bytes).finish().num_columns(), 26);
    /// ```
    pub fn finish(&mut self) -> RecordBatch {
        (self.count, self.bytes) = (0, 0);
        let columns: Vec<ArrayRef> = match &mut self.rows {
            Rows::Quotations(rows) => rows.finish(),
            Rows::Mentions(rows) => rows.finish(),
        };
        RecordBatch::try_new(Arc::clone(&self.schema), columns).expect("columns of the types and lengths of the schema")
    }
}

fn refused(record: &Record, message: String, advice: &str) -> Error {
    let name = if record.id.is_empty() { "record".to_owned() } else { shown(&record.id) };
    let mut faults = Faults::of_record(&name);
    faults.unusable(message, advice);
    Error::of(faults)
}
