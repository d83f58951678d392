//! The tables that the program writes: which of them go where, and in which form.
#![cfg(all(feature = "cli", feature = "arrow"))]

use std::fs::{self, File};
use std::io::Cursor;
use std::path::Path;
use std::process::{Command, Stdio};

use arrow_array::RecordBatch;
use arrow_array::cast::AsArray;
use arrow_ipc::reader::{FileReader, StreamReader};
use tempfile::TempDir;

const TEXTS: [(&str, &str); 2] =
    [("monday.txt", "“We won,” said Orla Brenk."), ("tuesday.txt", "“We lost,” said Orla Brenk. “Again,” she said.")];

fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in TEXTS {
        fs::write(folder.path().join(name), text).expect("room for it");
    }
    folder
}

fn extract(folder: &Path, format: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_whosaid"));
    command.current_dir(folder).stdin(Stdio::null());
    command.args(["extract", "--no-bundled", "--format", format, "monday.txt", "tuesday.txt"]);
    command
}

fn documents(batches: impl IntoIterator<Item = RecordBatch>) -> Vec<String> {
    let columns = batches.into_iter().map(|batch| batch.column_by_name("document").expect("the column").clone());
    columns
        .flat_map(|column| column.as_string::<i32>().iter().flatten().map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

fn in_file(path: &Path) -> Vec<String> {
    let file = FileReader::try_new(File::open(path).expect("a file"), None).expect("an Arrow file");
    documents(file.map(|batch| batch.expect("a batch")))
}

const QUOTATIONS: [&str; 3] = ["monday.txt", "tuesday.txt", "tuesday.txt"];

#[test]
fn a_folder_has_both_tables() {
    let folder = folder();
    let status = extract(folder.path(), "arrow").args(["--output", "tables/"]).status().expect("the program");
    assert!(status.success());
    let tables = folder.path().join("tables");
    assert_eq!(in_file(&tables.join("quotations.arrow")), QUOTATIONS);
    assert_eq!(in_file(&tables.join("mentions.arrow")), QUOTATIONS);
    assert_eq!(fs::read_dir(tables).expect("a folder").count(), 2);
}

#[test]
fn a_file_is_a_file_and_a_pipe_a_stream() {
    let folder = folder();
    let named = folder.path().join("named.arrow");
    assert!(extract(folder.path(), "arrow").arg("--output").arg(&named).status().expect("the program").success());
    assert_eq!(in_file(&named), QUOTATIONS);

    let piped = extract(folder.path(), "arrow").output().expect("the program").stdout;
    let stream = StreamReader::try_new(Cursor::new(piped), None).expect("an Arrow stream");
    assert_eq!(documents(stream.map(|batch| batch.expect("a batch"))), QUOTATIONS);

    #[cfg(unix)]
    {
        let shell = folder.path().join("shell.arrow");
        let stdout = File::create(&shell).expect("a file");
        assert!(extract(folder.path(), "arrow").stdout(stdout).status().expect("the program").success());
        assert_eq!(in_file(&shell), QUOTATIONS);
    }
}

#[cfg(feature = "parquet")]
#[test]
fn parquet_goes_anywhere() {
    use parquet::arrow::arrow_reader::ParquetRecordBatchReader;

    let folder = folder();
    let piped = folder.path().join("piped.parquet");
    fs::write(&piped, extract(folder.path(), "parquet").output().expect("the program").stdout).expect("room for it");
    assert!(extract(folder.path(), "parquet").args(["--output", "./"]).status().expect("the program").success());
    for name in ["piped.parquet", "quotations.parquet", "mentions.parquet"] {
        let file = File::open(folder.path().join(name)).expect(name);
        let batches = ParquetRecordBatchReader::try_new(file, 1000).expect(name);
        assert_eq!(documents(batches.map(|batch| batch.expect("a batch"))), QUOTATIONS, "{name}");
    }
}
