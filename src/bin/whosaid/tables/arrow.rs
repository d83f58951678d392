//! Tables that are written: one into a file or a pipe, all of them into a folder.

use std::fs::{self, File};
use std::io::{self, IsTerminal};
use std::path::Path;

use whosaid::export::arrow::{Form, Table, Writer};
use whosaid::{Offsets, Record};

use crate::format::Format;
use crate::output::Output;

/// The tables that are written.
pub(crate) struct Tables {
    format: Format,
    writers: Vec<Writer<Output>>,
}

impl Tables {
    /// All tables if there is a folder for them; otherwise the quotations, to the path or to standard output.
    pub(crate) fn open(
        format: Format,
        path: Option<&Path>,
        folder: Option<&Path>,
        offsets: Offsets,
    ) -> io::Result<Self> {
        if path.is_none() && io::stdout().is_terminal() {
            return Err(io::Error::other(format!(
                "a table is nothing to look at here; name a file, as in `--output quotations.{0}`, a folder for all \
                 tables, as in `--output tables/`, or a format to read, as in `--format csv`",
                extension(format)
            )));
        }
        let writer = |table, path: Option<&Path>| {
            let output = Output::open(path)?;
            let form = form(format, &output)?;
            Writer::new(output, form, table, offsets)
        };
        let writers = match folder {
            None => vec![writer(Table::Quotations, path)?],
            Some(folder) => {
                fs::create_dir_all(folder)?;
                let file = |table: Table| folder.join(format!("{}.{}", table.as_str(), extension(format)));
                Table::ALL.into_iter().map(|table| writer(table, Some(&file(table)))).collect::<io::Result<_>>()?
            }
        };
        Ok(Self { format, writers })
    }

    pub(crate) fn format(&self) -> Format {
        self.format
    }

    pub(crate) fn add(&mut self, record: &Record) -> io::Result<()> {
        self.writers.iter_mut().try_for_each(|writer| writer.add(record))
    }

    pub(crate) fn finish(self) -> io::Result<()> {
        let outputs: Vec<Output> = self.writers.into_iter().map(Writer::finish).collect::<io::Result<_>>()?;
        // All are written before the first takes its place.
        outputs.into_iter().try_for_each(Output::finish)
    }
}

fn extension(format: Format) -> &'static str {
    if format == Format::Parquet { "parquet" } else { "arrow" }
}

/// A reader of a file wants to begin at its end; one of a pipe cannot.
fn form(format: Format, output: &Output) -> io::Result<Form> {
    if format == Format::Parquet {
        return parquet();
    }
    let is_file = match output {
        Output::Replacing { .. } => true,
        Output::Direct(_) => false,
        Output::Standard(_) => is_standard_output_a_file(),
    };
    Ok(if is_file { Form::File } else { Form::Stream })
}

#[cfg(feature = "parquet")]
#[expect(clippy::unnecessary_wraps, reason = "without the feature it is an error")]
fn parquet() -> io::Result<Form> {
    Ok(Form::Parquet)
}

#[cfg(not(feature = "parquet"))]
fn parquet() -> io::Result<Form> {
    Err(io::Error::other(
        "this program was built without Parquet; build it with `--features cli,parquet`, or write `--format arrow`",
    ))
}

/// Whether `>` was written in the shell rather than `|`.
#[cfg(unix)]
fn is_standard_output_a_file() -> bool {
    use std::os::fd::AsFd;
    let stdout = io::stdout().as_fd().try_clone_to_owned().map(File::from);
    stdout.and_then(|stdout| stdout.metadata()).is_ok_and(|stdout| stdout.is_file())
}

#[cfg(not(unix))]
fn is_standard_output_a_file() -> bool {
    false
}
