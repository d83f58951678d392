//! `whosaid extract`: a record for every text.

use std::io::{self, IsTerminal};
use std::ops::ControlFlow;

use whosaid::{Extractor, Scratch};

use crate::Status;
use crate::arguments::{ExtractArguments, InputKind, Progress};
use crate::console::Console;
use crate::document::Document;
use crate::format::Format;
use crate::input;
use crate::names;
use crate::order;
use crate::output;
use crate::screen::Screen;
use crate::sink::Sink;
use crate::wanted;
use crate::web_page::Texts;

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

    if arguments.texts.is_some() && !matches!(arguments.input, InputKind::Html | InputKind::Feed) {
        console
            .say("--texts is for web pages and feeds; write --input html or feed too, or leave it out: other texts are what they were");
        return Status::Refused;
    }
    let texts = match arguments.texts.as_deref().map(Texts::open).transpose() {
        Ok(texts) => texts,
        Err(error) => return output::failed(arguments.texts.as_deref(), &error, &console, Status::Refused),
    };

    let documents = input::documents(&arguments.inputs, arguments.input, texts.as_ref(), &console);
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
    let mut is_empty = true;
    let sheet = sink.sheet(Screen::new(arguments.color, arguments.output.is_some()).or_page());
    let asked = &arguments.wanted;
    // A table is read by people, who look for somebody; programs count on a record of each text.
    let skips_silent = asked.is_about_somebody() && arguments.format == Format::Table;
    let reader = || {
        let mut scratch = Scratch::default();
        move |document: Document| {
            let mut record = extractor.extract_with(&mut scratch, &document.text).with_id(document.id);
            asked.apply(&mut record);
            if skips_silent {
                wanted::keep_those_who_speak(&mut record);
            }
            let is_wanted = !(skips_silent && record.quotations.is_empty());
            is_wanted.then(|| sheet.of(&record, &document.text)).transpose()
        }
    };
    order::in_order(order::threads(arguments.jobs), documents, reader, |written| {
        let added = written.map_err(io::Error::from).and_then(|written| match written {
            Some(written) => sink.add(written).inspect(|()| is_empty = false),
            None => Ok(()),
        });
        match added {
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
    if skips_silent && is_empty {
        console.say("nobody of that name is quoted; `--format table` without `--speaker` shows who is");
    }
    sink.finish()
}

/// The progress would run through records on the same screen.
fn console(arguments: &ExtractArguments) -> Console {
    let is_screen_free = arguments.output.is_some() || !io::stdout().is_terminal();
    if arguments.progress == Progress::Auto && is_screen_free {
        Console::counting(input::size(&arguments.inputs, arguments.input))
    } else {
        Console::quiet()
    }
}
