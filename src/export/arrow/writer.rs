//! Batches written one after the other.

use std::fmt;
use std::io::{self, BufWriter, Write};

use arrow_ipc::writer::{FileWriter, StreamWriter};
use arrow_schema::ArrowError;
#[cfg(feature = "parquet")]
use parquet::{
    arrow::ArrowWriter,
    basic::Compression,
    errors::ParquetError,
    file::{metadata::KeyValue, properties::WriterProperties},
};

use super::{Table, TableBuilder};
use crate::record::{Offsets, Record};

/// How the batches are written down.
///
/// ```
/// use whosaid::export::arrow::Form;
///
/// assert_ne!(Form::File, Form::Stream);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Form {
    /// Arrow's IPC file, also known as Feather 2: for what is kept, and read from any place. `.arrow` by custom.
    File,
    /// Arrow's IPC stream: for pipes and sockets, read from the beginning on while it is written. `.arrows` by custom.
    Stream,
    /// A Parquet file, compressed with Snappy: the smallest, and what most databases read.
    #[cfg(feature = "parquet")]
    Parquet,
}

/// A batch is written when it has so many bytes, roughly.
///
/// Large enough that what stands around a batch does not count, small enough for the caches of those who read it.
const BATCH: usize = 4 << 20;

/// So much of a Parquet file is kept before it is written, since it is written column by column.
#[cfg(feature = "parquet")]
const ROW_GROUP: usize = 64 << 20;

/// Writes a table of many records.
///
/// It holds some 4 MiB of records, as Parquet some 64 MiB, and what is written goes through a buffer. What was written is
/// complete only after [`finish`](Self::finish): a file whose writer was dropped has no end, and its readers say so.
///
/// ```
/// use whosaid::export::arrow::{Form, Table, Writer};
/// use whosaid::{Extractor, Offsets};
///
/// let mut mentions = Writer::new(Vec::new(), Form::Stream, Table::Mentions, Offsets::Bytes)?;
/// for text in ["“No,” Angela Merkel said.", "Orla Brenk left."] {
///     mentions.add(&Extractor::default().extract(text))?;
/// }
/// assert!(mentions.finish()?.len() > 1000);
/// # Ok::<(), std::io::Error>(())
/// ```
pub struct Writer<W: Write + Send> {
    batch: TableBuilder,
    inner: Inner<W>,
}

enum Inner<W: Write + Send> {
    File(Box<FileWriter<BufWriter<W>>>),
    Stream(Box<StreamWriter<BufWriter<W>>>),
    #[cfg(feature = "parquet")]
    Parquet(Box<ArrowWriter<W>>),
}

impl<W: Write + Send> fmt::Debug for Writer<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Writer").field("batch", &self.batch).finish_non_exhaustive()
    }
}

impl<W: Write + Send> Writer<W> {
    /// Of this table in this form, for records whose offsets count this.
    ///
    /// # Errors
    ///
    /// If the output cannot be written to.
    ///
    /// ```
    /// # use whosaid::{Offsets, export::arrow::{Form, Table, Writer}};
    /// let empty = Writer::new(Vec::new(), Form::File, Table::Mentions, Offsets::Bytes)?.finish()?;
    /// assert!(empty.ends_with(b"ARROW1"));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn new(output: W, form: Form, table: Table, offsets: Offsets) -> io::Result<Self> {
        let schema = table.schema(offsets);
        let inner = match form {
            Form::File => Inner::File(Box::new(FileWriter::try_new_buffered(output, &schema).map_err(unwrapped)?)),
            Form::Stream => {
                Inner::Stream(Box::new(StreamWriter::try_new_buffered(output, &schema).map_err(unwrapped)?))
            }
            #[cfg(feature = "parquet")]
            Form::Parquet => {
                let properties = properties(&schema);
                Inner::Parquet(Box::new(ArrowWriter::try_new(output, schema, Some(properties)).map_err(taken_out)?))
            }
        };
        Ok(Self { batch: TableBuilder::new(table, offsets), inner })
    }

    /// Adds the rows of a record.
    ///
    /// # Errors
    ///
    /// If the output cannot be written to. If the record is none for this table, as
    /// [`TableBuilder::append`] tells: then the kind is [`io::ErrorKind::InvalidInput`], and one may go on.
    ///
    /// ```
    /// # use whosaid::{Extractor, Offsets, export::arrow::{Form, Table, Writer}};
    /// let mut writer = Writer::new(Vec::new(), Form::File, Table::Mentions, Offsets::Utf16)?;
    /// let error = writer.add(&Extractor::default().extract("")).unwrap_err();
    /// assert_eq!(error.kind(), std::io::ErrorKind::InvalidInput);
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn add(&mut self, record: &Record) -> io::Result<()> {
        self.batch.append(record).map_err(|error| io::Error::new(io::ErrorKind::InvalidInput, error))?;
        if self.batch.bytes() < BATCH { Ok(()) } else { self.write() }
    }

    fn write(&mut self) -> io::Result<()> {
        let batch = self.batch.finish();
        match &mut self.inner {
            Inner::File(writer) => writer.write(&batch).map_err(unwrapped),
            Inner::Stream(writer) => writer.write(&batch).and_then(|()| writer.flush()).map_err(unwrapped),
            #[cfg(feature = "parquet")]
            Inner::Parquet(writer) => writer.write(&batch).map_err(taken_out),
        }
    }

    /// Writes what is left and the end, and gives the output back.
    ///
    /// # Errors
    ///
    /// If the output cannot be written to.
    ///
    /// ```
    /// # use whosaid::{Offsets, export::arrow::{Form, Table, Writer}};
    /// let writer = Writer::new(std::io::sink(), Form::Stream, Table::Quotations, Offsets::Bytes)?;
    /// writer.finish()?;
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn finish(mut self) -> io::Result<W> {
        if !self.batch.is_empty() {
            self.write()?;
        }
        match self.inner {
            Inner::File(writer) => drained(writer.into_inner().map_err(unwrapped)?),
            Inner::Stream(writer) => drained(writer.into_inner().map_err(unwrapped)?),
            #[cfg(feature = "parquet")]
            Inner::Parquet(writer) => writer.into_inner().map_err(taken_out),
        }
    }
}

fn drained<W: Write>(buffer: BufWriter<W>) -> io::Result<W> {
    buffer.into_inner().map_err(io::IntoInnerError::into_error)
}

/// What the output itself said, so that its kind is not lost: a broken pipe is no failure for everybody.
fn unwrapped(error: ArrowError) -> io::Error {
    match error {
        ArrowError::IoError(_, error) => error,
        other => io::Error::other(other),
    }
}

#[cfg(feature = "parquet")]
fn properties(schema: &arrow_schema::Schema) -> WriterProperties {
    // Arrow's own copy of the schema has them too, but only Arrow reads that.
    let metadata = schema.metadata().iter().map(|(key, value)| KeyValue::new(key.clone(), value.clone()));
    WriterProperties::builder()
        .set_created_by(concat!("whosaid ", env!("CARGO_PKG_VERSION")).to_owned())
        .set_compression(Compression::SNAPPY)
        .set_max_row_group_bytes(Some(ROW_GROUP))
        .set_key_value_metadata(Some(metadata.collect()))
        .build()
}

#[cfg(feature = "parquet")]
fn taken_out(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(inner) => match inner.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(inner) => io::Error::other(inner),
        },
        other => io::Error::other(other),
    }
}
