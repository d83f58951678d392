//! `whosaid extract`: a record for every text.

use std::io::{self, IsTerminal};
use std::ops::ControlFlow;
use std::thread;

use whosaid::{Extractor, Scratch};

use crate::Status;
use crate::arguments::{ExtractArguments, Progress};
use crate::console::Console;
use crate::document::Document;
use crate::input;
use crate::names;
use crate::order;
use crate::output;
use crate::sink::Sink;

/// Reads the inputs and writes their records.
pub(crate) fn run(arguments: &ExtractArguments) -> Status {
    // All that can go wrong before reading goes wrong here, so that hours of work do not end in a missing folder.
    let gazetteer = match names::gazetteer(&arguments.names) {
        Ok(gazetteer) => gazetteer,
        Err(error) => return names::refuse(&error, "nothing was extracted"),
    };
    let extractor = Extractor::new(gazetteer)
        .offsets(arguments.offsets.into())
        .include(arguments.include.iter().copied().map(Into::into))
        .min_confidence(arguments.min_confidence)
        .without(arguments.without.iter().copied().map(Into::into));
    let console = console(arguments);
    let sink = match Sink::open(arguments.format, arguments.output.as_deref(), arguments.offsets.into()) {
        Ok(sink) => sink,
        Err(error) => return output::failed(arguments.output.as_deref(), &error, &console, Status::Refused),
    };

    let documents = input::documents(&arguments.inputs, arguments.input, &console);
    let written = write(documents, &extractor, arguments, sink, &console);
    console.finish();
    let status = if console.has_faults() { Status::Incomplete } else { Status::Done };
    match written {
        Ok(()) => status,
        Err(error) => output::failed(arguments.output.as_deref(), &error, &console, status),
    }
}

/// The records of the documents, into the sink.
fn write(
    documents: impl Iterator<Item = Document>,
    extractor: &Extractor,
    arguments: &ExtractArguments,
    mut sink: Sink,
    console: &Console,
) -> io::Result<()> {
    let mut failure = Ok(());
    let sheet = sink.sheet();
    let reader = || {
        let mut scratch = Scratch::default();
        move |document: Document| {
            sheet.of(&extractor.extract_with(&mut scratch, &document.text).with_id(document.id), &document.text)
        }
    };
    order::in_order(jobs(arguments), documents, reader, |written| {
        match written.map_err(io::Error::from).and_then(|written| sink.add(written)) {
            Ok(()) => {
                console.count();
                ControlFlow::Continue(())
            }
            Err(error) => {
                failure = Err(error);
                ControlFlow::Break(())
            }
        }
    });
    failure?;
    sink.finish()
}

fn jobs(arguments: &ExtractArguments) -> usize {
    let available = || thread::available_parallelism().map_or(1, usize::from);
    arguments.jobs.map_or_else(available, usize::from)
}

/// The count of texts would run through records on the same screen.
fn console(arguments: &ExtractArguments) -> Console {
    let is_screen_free = arguments.output.is_some() || !io::stdout().is_terminal();
    if arguments.progress == Progress::Auto && is_screen_free { Console::counting() } else { Console::quiet() }
}
