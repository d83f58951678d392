//! `whosaid extract`: a record for every text.

use std::io::{self, IsTerminal};
use std::ops::ControlFlow;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use whosaid::{Extractor, Scratch};

use crate::choices::{Class, Skipped, Unit, share};
use crate::console::Console;
use crate::document::Document;
use crate::format::Format;
use crate::input::{self, InputKind};
use crate::names::{self, NamesArguments};
use crate::order;
use crate::output;
use crate::screen::{Colors, Screen};
use crate::sink::Sink;
use crate::status::Status;
use crate::wanted::{self, Wanted};
use crate::web_page::Texts;

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ExtractArguments {
    /// Files, folders (their *.txt, or what --input says), or `-` for standard input, which is the default
    ///
    /// The files of a folder are read in the order of their names, those of folders inside it are not.
    #[arg(value_name = "FILE|DIR|-")]
    inputs: Vec<PathBuf>,

    /// How records are written
    #[arg(long, value_enum, default_value_t)]
    format: Format,

    /// What the offsets in the records count
    #[arg(long, value_enum, default_value_t)]
    offsets: Unit,

    /// Write to this file instead of standard output; pages of several texts to this folder, with a slash at its end
    ///
    /// It is replaced at the end, all at once: until then, and if anything goes wrong, it is what it was before.
    #[arg(long, value_name = "PATH")]
    output: Option<PathBuf>,

    #[command(flatten)]
    names: NamesArguments,

    /// What the input consists of
    #[arg(long, value_enum, default_value_t)]
    input: InputKind,

    /// Write the text of each web page to this folder too: what the offsets in the records count in
    ///
    /// A page's text has its name and the ending .txt. No other text that is there is replaced.
    #[arg(long, value_name = "FOLDER")]
    texts: Option<PathBuf>,

    /// The verbs that report, by class
    #[arg(long, value_enum, value_name = "CLASSES", value_delimiter = ',', default_value = "speech,writing")]
    include: Vec<Class>,

    #[command(flatten)]
    wanted: Wanted,

    /// Leave out quotations that are less sure than this, from 0 to 1
    #[arg(long, value_name = "SHARE", default_value_t = 0.0, value_parser = share)]
    min_confidence: f64,

    /// Steps to leave out, for speed or for fewer guesses
    #[arg(long, value_enum, value_name = "STEPS", value_delimiter = ',')]
    without: Vec<Skipped>,

    /// How many texts to read at the same time [default: as many as there are processors]
    // Hardly a limit for anybody, but one that no system refuses to start as many threads for.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    jobs: Option<u16>,

    /// Whether to show on standard error how far the work is
    #[arg(long, value_enum, default_value_t)]
    progress: Progress,

    /// When `--format table` is coloured
    #[arg(long, value_enum, value_name = "WHEN", default_value_t)]
    color: Colors,
}

const EXAMPLES: &str = "\
Examples:
  whosaid extract article.txt
  whosaid extract --format table article.txt
  whosaid extract --format table --speaker Merkel articles/
  whosaid extract monday.txt articles/ --output records.jsonl
  whosaid extract --format json --offsets chars < article.txt
  whosaid extract --format html articles/ --output pages/
  whosaid extract --gazetteer club.tsv --no-bundled article.txt
  whosaid extract --input jsonl --include speech,writing,thought articles.jsonl | head -1
  whosaid extract --input html page.html --texts texts/
  whosaid extract --input feed news.xml

With `--input jsonl` every line is a text: {\"text\": \"“We won,” said Orla Brenk.\", \"id\": \"monday\"}
Its record has that id; without one, the file and the number of the line. A folder gives its *.jsonl.

With `--input html` every file is a web page, saved from a browser or otherwise. The offsets in the records count in the text of
its article, without the markup; --texts writes that down. A folder gives its *.html and *.htm.

With `--input feed` every entry of a feed is a text, in as far as the feed has it, with the id of the entry. A folder gives its
*.xml, *.rss, *.atom and *.json.";

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Progress {
    /// When standard error is a terminal that does not show the records too
    #[default]
    Auto,
    /// Never
    Never,
}

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
