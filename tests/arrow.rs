//! What the tables of Arrow say, read back by Arrow's own readers, is what the records say.
#![cfg(feature = "arrow")]

use std::fs;
use std::io::Cursor;
use std::path::Path;
#[cfg(feature = "parquet")]
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, Int64Type};
use arrow_array::{Array, RecordBatch};
use arrow_ipc::reader::{FileReader, StreamReader};
use arrow_schema::DataType;
use proptest::prelude::*;
use serde_json::{Value, json};
use whosaid::export::arrow::{Form, Table, TableBuilder, Writer};
use whosaid::{Extractor, Offsets, Record};

const UNITS: [Offsets; 3] = [Offsets::Bytes, Offsets::Chars, Offsets::Utf16];

fn forms() -> Vec<Form> {
    vec![
        Form::File,
        Form::Stream,
        #[cfg(feature = "parquet")]
        Form::Parquet,
    ]
}

/// All batches of what was written, by whoever reads that form.
fn read(form: Form, written: Vec<u8>) -> Vec<RecordBatch> {
    let written = Cursor::new(written);
    match form {
        Form::File => FileReader::try_new(written, None).expect("a file").map(Result::unwrap).collect(),
        Form::Stream => StreamReader::try_new(written, None).expect("a stream").map(Result::unwrap).collect(),
        #[cfg(feature = "parquet")]
        Form::Parquet => {
            let mut file = tempfile::tempfile().expect("a file");
            std::io::Write::write_all(&mut file, written.get_ref()).expect("room for it");
            let builder = parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder::try_new(file);
            let builder = builder.expect("a Parquet file");
            // That of the batches has lost what is said about the whole file.
            let schema = Arc::clone(builder.schema());
            let batches = builder.build().expect("a reader").map(Result::unwrap);
            batches.map(|batch| batch.with_schema(Arc::clone(&schema)).expect("the same columns")).collect()
        }
        other => panic!("a form without a reader here: {other:?}"),
    }
}

/// One field as JSON has it.
fn cell(column: &dyn Array, row: usize) -> Value {
    if column.is_null(row) {
        return Value::Null;
    }
    match column.data_type() {
        DataType::Utf8 => column.as_string::<i32>().value(row).into(),
        DataType::Int64 => column.as_primitive::<Int64Type>().value(row).into(),
        DataType::Float64 => column.as_primitive::<Float64Type>().value(row).into(),
        DataType::Boolean => column.as_boolean().value(row).into(),
        DataType::List(_) => {
            let items = column.as_list::<i32>().value(row);
            let fields = items.as_struct();
            let item = |at| {
                fields
                    .column_names()
                    .into_iter()
                    .zip(fields.columns())
                    .map(move |(name, column)| (name, cell(column, at)))
            };
            (0..items.len()).map(|at| item(at).collect::<Value>()).collect()
        }
        other => panic!("a column of {other}"),
    }
}

/// What the record has under the name of the column.
fn expected(table: Table, record: &Value, at: usize, column: &str) -> Value {
    let row = &record[table.as_str()][at];
    let entity = || {
        let entities = record["entities"].as_array().expect("a list");
        entities.iter().find(|entity| entity["id"] == row["entity"]).cloned().unwrap_or_default()
    };
    match column {
        "document" => record["id"].clone(),
        "quotation" | "mention" => at.into(),
        "text" if table == Table::Quotations => {
            let pieces = row["content"].as_array().expect("a list");
            pieces.iter().map(|piece| piece["text"].as_str().expect("a text")).collect::<Vec<_>>().join(" … ").into()
        }
        "entity_ids" => {
            let ids = entity()["ids"].as_object().cloned().unwrap_or_default();
            ids.into_iter().map(|(scheme, id)| json!({"scheme": scheme, "id": id})).collect()
        }
        _ => match column.split_once('_') {
            Some(("entity", part)) => entity()[part].clone(),
            Some((outer, inner)) => row[outer][inner].clone(),
            None => row[column].clone(),
        },
    }
}

fn check(records: &[Record]) {
    let unit = records.first().map_or(Offsets::Bytes, |record| record.offsets);
    for table in Table::ALL {
        for form in forms() {
            let mut writer = Writer::new(Vec::new(), form, table, unit).expect("a writer");
            for record in records {
                writer.add(record).expect("memory to write to");
            }
            check_batches(table, &read(form, writer.finish().expect("memory to write to")), records);
        }
    }
}

fn check_batches(table: Table, batches: &[RecordBatch], records: &[Record]) {
    let mut rows = batches.iter().flat_map(|batch| (0..batch.num_rows()).map(move |row| (batch, row)));
    for record in records {
        let json = serde_json::to_value(record).expect("a record");
        for at in 0..json[table.as_str()].as_array().expect("a list").len() {
            let (batch, row) = rows.next().expect("a row for each");
            assert_eq!(batch.schema(), table.schema(record.offsets));
            for (field, column) in batch.schema().fields().iter().zip(batch.columns()) {
                let expected = expected(table, &json, at, field.name());
                assert_eq!(cell(column, row), expected, "{} of row {at} of {}", field.name(), record.id);
            }
        }
    }
    assert!(rows.next().is_none(), "more rows than there should be");
}

fn articles() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/articles");
    let paths = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let texts = paths.filter(|path| path.extension().is_some_and(|extension| extension == "txt"));
    let named = texts.map(|path| (path.display().to_string(), fs::read_to_string(&path).expect("a text")));
    named.collect()
}

#[test]
fn every_article_reads_back() {
    for unit in UNITS {
        let extractor = Extractor::default().offsets(unit);
        let records: Vec<_> =
            articles().into_iter().map(|(path, text)| extractor.extract(&text).with_id(path)).collect();
        assert!(records.iter().any(|record| record.quotations.iter().any(|it| it.content.len() > 1)));
        check(&records);
    }
}

#[test]
fn nothing_reads_back_as_nothing() {
    check(&[]);
    check(&[Extractor::default().extract("")]);
}

/// Enough for several batches: no row is lost between two of them.
#[test]
fn many_batches_read_back() {
    let text = "“No,” Angela Merkel said to Orla Brenk. ".repeat(500);
    let record = Extractor::default().extract(&text);
    let records: Vec<_> = (0..40).map(|at| record.clone().with_id(at.to_string())).collect();
    for form in forms() {
        let mut writer = Writer::new(Vec::new(), form, Table::Quotations, Offsets::Bytes).expect("a writer");
        for record in &records {
            writer.add(record).expect("memory to write to");
        }
        let batches = read(form, writer.finish().expect("memory to write to"));
        assert!(batches.len() > 1, "{form:?}");
        let documents: Vec<Value> =
            batches.iter().flat_map(|batch| (0..batch.num_rows()).map(|row| cell(batch.column(0), row))).collect();
        let each = records.iter().flat_map(|record| record.quotations.iter().map(|_| Value::from(&*record.id)));
        assert!(documents.into_iter().eq(each), "{form:?}");
    }
}

/// More than a batch can hold is refused whole, and what was there before stays.
#[test]
fn a_batch_that_would_be_too_large_is_refused() {
    let words = " ".repeat(1 << 24);
    let mut quotations = TableBuilder::new(Table::Quotations, Offsets::Bytes);
    quotations.append(&Extractor::default().extract("“No,” Angela Merkel said.")).expect("room for it");
    let error = quotations.append(&large(&words)).expect_err("too large");
    assert_eq!(
        error.to_string(),
        "large: a batch with it would be larger than 2 GiB; \
         finish the batch before it; if it is too large alone, split the document"
    );
    assert_eq!(quotations.finish().num_rows(), 1);
}

/// Some 3 GiB of words, which take no memory since all are borrowed.
fn large(words: &str) -> Record<'_> {
    let mut record: Record<'_> = Extractor::default().extract("“No,” Angela Merkel said.").with_id("large");
    let mut quotation = record.quotations.remove(0);
    quotation.content[0].text = words.into();
    record.quotations = vec![quotation; 100];
    record
}

/// An output that fails says so in its own words, for a program to tell a broken pipe from a full disk.
#[test]
fn a_broken_pipe_stays_one() {
    struct Broken;
    impl std::io::Write for Broken {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Err(std::io::ErrorKind::BrokenPipe.into())
        }
    }
    let record = Extractor::default().extract("“No,” Angela Merkel said.");
    for form in forms() {
        let written = Writer::new(Broken, form, Table::Quotations, Offsets::Bytes).and_then(|mut writer| {
            writer.add(&record)?;
            writer.finish()
        });
        assert_eq!(written.map(|_| ()).unwrap_err().kind(), std::io::ErrorKind::BrokenPipe, "{form:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// Whatever stands in the texts, their tables read back, however they fall into batches.
    #[test]
    fn any_texts_read_back(texts in prop::collection::vec(prop::collection::vec(part(), 0..20), 0..4), unit in 0..UNITS.len()) {
        let extractor = Extractor::default().offsets(UNITS[unit]);
        let records: Vec<_> = texts.iter().map(|parts| {
            let text = parts.concat();
            extractor.extract(&text).with_id(text)
        }).collect();
        check(&records);
        for table in Table::ALL {
            let mut builder = TableBuilder::new(table, UNITS[unit]);
            let batches: Vec<_> = records.iter().map(|record| {
                builder.append(record).expect("room for it");
                builder.finish()
            }).collect();
            check_batches(table, &batches, &records);
        }
    }
}

fn part() -> impl Strategy<Value = String> {
    const KNOWN: &[&str] = &[
        "Angela Merkel ",
        "she ",
        "said ",
        "said that ",
        "did not tell Orla Brenk ",
        "“",
        "”",
        "‘",
        "\n\n",
        ". ",
        ",",
        "told ",
        "the mayor ",
        "in Berlin ",
        "\0",
        "𝄞",
        "é",
        "\t",
        "\u{202E}",
    ];
    prop_oneof![8 => prop::sample::select(KNOWN).prop_map(str::to_owned), 1 => "\\PC{0,3}"]
}
