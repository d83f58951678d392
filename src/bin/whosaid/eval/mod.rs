//! `whosaid eval`: how much of what is right was found.
//!
//! A reference scorer in Python defines the figures (CONTRIBUTING says where it is); a script of the checks compares both
//! programs, line by line. `gold` and `predictions` are what stands in
//! them; `ruler` counts characters, `spans` what they share, `words` what a name or a token is; `quotes`, `entities`,
//! `records` and `speakers` are the four measures, and `report` writes figures down.

mod entities;
mod gold;
mod measure;
mod predictions;
mod quotes;
mod records;
mod report;
mod ruler;
mod spans;
mod speakers;
mod words;

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::console::Console;
use crate::lines::Faults;
use crate::names::counted;
use crate::output;
use crate::status::Status;

use gold::Golds;
use measure::Measure;
use predictions::Predictions;
use report::Report;

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct EvalArguments {
    /// What is right: one document (or one quotation and its speaker) a line, in JSON
    #[arg(value_name = "GOLD")]
    gold: PathBuf,

    /// What was found: the records of `whosaid extract`, or one `{"doc", "quotes", "entities"}` a line
    #[arg(value_name = "PRED")]
    predictions: PathBuf,

    /// What is measured [default: what the first line of GOLD is made for]
    #[arg(long, value_enum)]
    measure: Option<Measure>,

    /// Show the first N errors as well
    #[arg(long, value_name = "N", default_value_t = 0)]
    errors: usize,

    /// How the figures are written
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// What help shows below the options.
const EXAMPLES: &str = "\
Examples:
  whosaid eval gold.jsonl records.jsonl
  whosaid eval gold.jsonl records.jsonl --errors 20
  whosaid eval --format json --measure quotes gold.jsonl records.jsonl

A line of GOLD, in offsets that count characters (Unicode code points), by the measure:
  quotes    {\"doc\", \"text\", \"attributions\": [{\"source\": [[0, 5]], \"cue\": [[6, 10]], \"content\": [[11, 25]]}]}
  entities  {\"doc\", \"text\", \"entities\": [[0, 5, \"PER\"]]}
  records   {\"doc\", \"text\", \"quotations\": […], \"entities\": […], \"borderline\": […]}
  speakers  {\"doc\", \"source\": [[0, 2]], \"content\": [[11, 25]], \"kind\": \"pronoun\", \"name\": \"Orla Brenk\"}
A document of PRED belongs to the one of GOLD with the same file name, without folder and `.txt`.";

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Lines to read
    #[default]
    Text,
    /// One JSON object
    Json,
}

/// Prints the figures; nothing if either file has a fault, since figures of half a file mislead.
pub(crate) fn run(arguments: &EvalArguments) -> Status {
    let mut faults = Faults::default();
    let report = score(arguments, &mut faults);
    let console = Console::quiet();
    if !faults.is_empty() {
        faults.print();
        console.say(format_args!("{}; nothing was scored", counted(faults.len(), "fault", "faults")));
        return Status::Refused;
    }
    let Some(report) = report else { return Status::Refused };
    name_missing(&report, &arguments.gold, &arguments.predictions, &console);
    output::print(&match arguments.format {
        Format::Text => report.text(),
        Format::Json => report.json(),
    })
}

fn score(arguments: &EvalArguments, faults: &mut Faults) -> Option<Report> {
    let golds = Golds::open(&arguments.gold, faults);
    let predictions = Predictions::read(&arguments.predictions, faults);
    let golds = golds?;
    let measure = arguments.measure.or_else(|| golds.measure(faults))?;
    // A fault in the predictions does not keep those of the gold from being found.
    Some(match measure {
        Measure::Quotes => quotes::score(golds, &predictions, arguments.errors, faults),
        Measure::Entities => entities::score(golds, &predictions, arguments.errors, faults),
        Measure::Records => records::score(golds, &predictions, arguments.errors, faults),
        Measure::Speakers => speakers::score(golds, &predictions, arguments.errors, faults),
    })
}

/// So many names tell what is amiss; the JSON has all of them.
const NAMED: usize = 10;

/// Documents that nobody read count as found empty, which nobody should overlook.
fn name_missing(report: &Report, gold: &Path, predictions: &Path, console: &Console) {
    // Of `speakers` a document has several lines.
    let mut seen = HashSet::new();
    let missing: Vec<_> = report.missing.iter().map(String::as_str).filter(|doc| seen.insert(*doc)).collect();
    if missing.is_empty() {
        return;
    }
    let shown = missing.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
    let rest = missing.len().saturating_sub(NAMED);
    let rest = if rest > 0 { format!(" and {rest} more") } else { String::new() };
    let number = counted(missing.len(), "document", "documents");
    let (gold, predictions) = (gold.display(), predictions.display());
    console.say(format_args!(
        "{predictions}: lacks {number} of {gold}, where all counts as missed: {shown}{rest}; they are compared by file \
         name, without folder and `.txt`"
    ));
}
