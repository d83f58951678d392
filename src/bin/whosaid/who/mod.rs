//! `whosaid who`: who is quoted in many texts, how often and how much, and what share of it women and men have.
//!
//! The idea and the measure are those of the Gender Gap Tracker (<https://gendergaptracker.informedopinions.org>), which
//! counts the people quoted in Canadian news by gender. Words of the texts are counted and let go: what is kept grows with
//! the number of speakers alone. `tally` counts one text, `audit` adds the texts up, `tables` chooses what is shown of it,
//! `page` writes that down; `records` reads records where the texts are not at hand.

mod audit;
mod page;
mod records;
mod tables;
mod tally;

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::LazyLock;

use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};
use whosaid::{Extractor, Scratch};

use crate::choices::{Class, share};
use crate::console::Console;
use crate::document::Document;
use crate::input::{self, InputKind};
use crate::names::{self, NamesArguments};
use crate::order;
use crate::output;
use crate::screen::{Colors, Screen};
use crate::status::Status;

use audit::Audit;
use page::Format;
use tables::By;
use tally::Tally;

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct WhoArguments {
    /// Files, folders (their *.txt), or `-` for standard input, which is the default
    #[arg(value_name = "FILE|DIR|-")]
    inputs: Vec<PathBuf>,

    /// What the input consists of
    #[arg(long, value_enum, value_name = "KIND", default_value_t = Input::Texts(InputKind::Text))]
    input: Input,

    /// What a row counts
    #[arg(long, value_enum, value_name = "WHAT", default_value_t)]
    by: By,

    /// Show so many rows, those with the most quotations; 0 for all [default: 20 of a table, else all]
    #[arg(long, value_name = "N")]
    top: Option<usize>,

    /// How the counts are written
    #[arg(long, value_enum, default_value_t)]
    format: Format,

    #[command(flatten)]
    names: NamesArguments,

    /// The verbs that report, by class [default: speech,writing]
    #[arg(long, value_enum, value_name = "CLASSES", value_delimiter = ',')]
    include: Vec<Class>,

    /// Leave out quotations that are less sure than this, from 0 to 1
    #[arg(long, value_name = "SHARE", default_value_t = 0.0, value_parser = share)]
    min_confidence: f64,

    /// How many texts to read at the same time [default: as many as there are processors]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    jobs: Option<u16>,
}

/// What help shows below the options.
const EXAMPLES: &str = "\
Examples:
  whosaid who articles/
  whosaid who --by gender articles/
  whosaid who --top 0 --format csv monday.txt tuesday.txt > speakers.csv
  whosaid who --input records records.jsonl

What is counted:
  known by  the id, of somebody in the gazetteer: one person in all texts. `name`, of somebody who is not: all who bear
            the name, perhaps not one person. A text, of a speaker whom it never names (a spokesman): in that text alone.
  gender    what the gazetteer says, or the name (given name, Mrs), or a he or she in the text; the table says which. If
            two texts disagree it is unknown.
  quoted    words between quotation marks; reported: the other words of what is said. Those of a quotation inside another
            count for whoever says the outer one.
  sure      how often the rules that found the speakers are right, on average.";

/// Whatever `extract` reads, and what it writes.
#[derive(Clone, Copy, Debug)]
enum Input {
    Texts(InputKind),
    Records,
}

impl ValueEnum for Input {
    fn value_variants<'a>() -> &'a [Self] {
        static ALL: LazyLock<Vec<Input>> = LazyLock::new(|| {
            let texts = InputKind::value_variants().iter().copied().map(Input::Texts);
            texts.chain([Input::Records]).collect()
        });
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        match self {
            Self::Texts(kind) => kind.to_possible_value(),
            Self::Records => Some(PossibleValue::new("records").help("Every line is a record of `whosaid extract`")),
        }
    }
}

impl WhoArguments {
    /// How many bytes there are to read, as far as the console hears of them.
    fn size(&self) -> Option<u64> {
        match self.input {
            Input::Texts(kind) => input::size(&self.inputs, kind),
            Input::Records => None,
        }
    }
}

/// Counts all inputs and prints the table.
pub(crate) fn run(arguments: &WhoArguments) -> Status {
    let console = Console::counting(arguments.size());
    let mut audit = Audit::default();
    let mut add = |tally: Result<Tally, String>| {
        console.count();
        match tally {
            Ok(tally) => audit.add(tally),
            Err(fault) => console.fault(fault),
        }
        ControlFlow::Continue(())
    };
    match arguments.input {
        Input::Records => {
            if !arguments.include.is_empty() || !arguments.names.gazetteer.is_empty() || arguments.names.no_bundled {
                console.say(
                    "records are counted as they are; give --gazetteer, --no-bundled and --include to `whosaid extract`",
                );
                return Status::Refused;
            }
            let lines = records::lines(&arguments.inputs, &console);
            let reader = || |line: records::Line| records::tally(&line, arguments.min_confidence);
            order::in_order(order::threads(arguments.jobs), lines, reader, add);
        }
        Input::Texts(kind) => {
            let gazetteer = match names::gazetteer(&arguments.names) {
                Ok(gazetteer) => gazetteer,
                Err(error) => return names::refuse(&error, "nothing was counted"),
            };
            let mut extractor = Extractor::new(gazetteer).min_confidence(arguments.min_confidence);
            if !arguments.include.is_empty() {
                extractor = extractor.include(arguments.include.iter().copied().map(Into::into));
            }
            let reader = || {
                let mut scratch = Scratch::default();
                let extractor = &extractor;
                move |document: Document| {
                    Tally::of(&extractor.extract_with(&mut scratch, &document.text).with_id(document.id), 0.0)
                }
            };
            let documents = input::documents(&arguments.inputs, kind, None, &console);
            order::in_order(order::threads(arguments.jobs), documents, reader, |tally| add(Ok(tally)));
        }
    }
    console.finish();
    let status = if console.has_faults() { Status::Incomplete } else { Status::Done };
    match output::print(&page::page(
        &audit,
        arguments.by,
        arguments.format,
        arguments.top,
        Screen::new(Colors::Never, false),
    )) {
        Status::Done => status,
        failed => failed,
    }
}
