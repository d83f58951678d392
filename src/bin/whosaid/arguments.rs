//! What may be asked for on the command line, and the help that says so.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use whosaid::{CueClass, Offsets, Step};

use crate::eval::EvalArguments;
use crate::format::Format;
use crate::manual::{CompletionsArguments, ManArguments};
use crate::screen::Colors;
use crate::wanted::Wanted;
use crate::who::WhoArguments;

/// Reads news text and says who is in it and who said what.
#[derive(Debug, Parser)]
#[command(version, arg_required_else_help = true, disable_help_subcommand = true, after_help = EXAMPLES)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const EXAMPLES: &str = "\
Examples:
  whosaid extract --format table article.txt
  whosaid extract articles/ --output records.jsonl
  whosaid lookup Angela Merkel
  whosaid gazetteer check club.tsv

Exit status:
  0  done
  1  some input could not be read (each is named on standard error; the rest is done)
  2  wrong usage, a faulty gazetteer, or an output that cannot be written";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Read texts and write a record of each
    Extract(ExtractArguments),
    /// Show whom the gazetteer knows by a name, the most prominent first
    Lookup(LookupArguments),
    /// Count who is quoted, how often and how much, over all texts
    Who(WhoArguments),
    /// Score records against what people marked as right
    Eval(EvalArguments),
    /// Work on gazetteer files
    #[command(arg_required_else_help = true, disable_help_subcommand = true)]
    Gazetteer {
        #[command(subcommand)]
        command: GazetteerCommand,
    },
    /// Print what makes a shell complete the words of this program
    Completions(CompletionsArguments),
    /// Print the manual page of this program, or of one of its commands
    Man(ManArguments),
}

#[derive(Debug, Subcommand)]
pub(crate) enum GazetteerCommand {
    /// Report every fault of the files, each with file, line, column and what to write instead
    Check(CheckArguments),
    /// Read the files once and write a compiled gazetteer, which is ready much sooner
    Compile(CompileArguments),
}

#[derive(Debug, Args)]
#[command(after_help = EXTRACT_EXAMPLES)]
pub(crate) struct ExtractArguments {
    /// Files, folders (their *.txt, or what --input says), or `-` for standard input, which is the default
    ///
    /// The files of a folder are read in the order of their names, those of folders inside it are not.
    #[arg(value_name = "FILE|DIR|-")]
    pub(crate) inputs: Vec<PathBuf>,

    /// How records are written
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,

    /// What the offsets in the records count
    #[arg(long, value_enum, default_value_t)]
    pub(crate) offsets: Unit,

    /// Write to this file instead of standard output; pages of several texts to this folder, with a slash at its end
    ///
    /// It is replaced at the end, all at once: until then, and if anything goes wrong, it is what it was before.
    #[arg(long, value_name = "PATH")]
    pub(crate) output: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) names: NamesArguments,

    /// What the input consists of
    #[arg(long, value_enum, default_value_t)]
    pub(crate) input: InputKind,

    /// Write the text of each web page to this folder too: what the offsets in the records count in
    ///
    /// A page's text has its name and the ending .txt. No other text that is there is replaced.
    #[arg(long, value_name = "FOLDER")]
    pub(crate) texts: Option<PathBuf>,

    /// The verbs that report, by class
    #[arg(long, value_enum, value_name = "CLASSES", value_delimiter = ',', default_value = "speech,writing")]
    pub(crate) include: Vec<Class>,

    #[command(flatten)]
    pub(crate) wanted: Wanted,

    /// Leave out quotations that are less sure than this, from 0 to 1
    #[arg(long, value_name = "SHARE", default_value_t = 0.0, value_parser = share)]
    pub(crate) min_confidence: f64,

    /// Steps to leave out, for speed or for fewer guesses
    #[arg(long, value_enum, value_name = "STEPS", value_delimiter = ',')]
    pub(crate) without: Vec<Skipped>,

    /// How many texts to read at the same time [default: as many as there are processors]
    // Hardly a limit for anybody, but one that no system refuses to start as many threads for.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) jobs: Option<u16>,

    /// Whether to show on standard error how far the work is
    #[arg(long, value_enum, default_value_t)]
    pub(crate) progress: Progress,

    /// When `--format table` is coloured
    #[arg(long, value_enum, value_name = "WHEN", default_value_t)]
    pub(crate) color: Colors,
}

pub(crate) fn share(text: &str) -> Result<f64, String> {
    let share = text.parse().ok().filter(|share| (0.0..=1.0).contains(share));
    share.ok_or_else(|| "give a number from 0 to 1, such as 0.95".to_owned())
}

const EXTRACT_EXAMPLES: &str = "\
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

#[derive(Debug, Args)]
#[command(after_help = LOOKUP_EXAMPLES)]
pub(crate) struct LookupArguments {
    /// The words of one name, or an id
    #[arg(value_name = "TEXT", required = true, value_parser = clap::builder::NonEmptyStringValueParser::new())]
    pub(crate) text: Vec<String>,

    #[command(flatten)]
    pub(crate) names: NamesArguments,
}

const LOOKUP_EXAMPLES: &str = "\
Examples:
  whosaid lookup Georgia
  whosaid lookup Angela Merkel
  whosaid lookup place/russia
  whosaid lookup --gazetteer club.tsv Brenk";

#[derive(Debug, Args)]
#[command(after_help = CHECK_EXAMPLES)]
pub(crate) struct CheckArguments {
    /// Gazetteer files, which may refer to each other
    ///
    /// A compiled gazetteer among them is read as well; for its doubtful names check its tables.
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<PathBuf>,

    /// The files may not refer to the entities that come with the program
    #[arg(long)]
    pub(crate) no_bundled: bool,
}

const CHECK_EXAMPLES: &str = "\
Examples:
  whosaid gazetteer check club.tsv
  whosaid gazetteer check --no-bundled people.tsv places.tsv

A gazetteer file is a table in UTF-8 with tabs between the fields and one entity a line:
  id                 name        kind    aliases
  person/orla-brenk  Orla Brenk  person  Brenk|Orla B.";

#[derive(Debug, Args)]
#[command(after_help = COMPILE_EXAMPLES)]
pub(crate) struct CompileArguments {
    /// Gazetteer files, which may refer to each other
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<PathBuf>,

    /// Write the compiled gazetteer to this file
    ///
    /// It is replaced at the end, all at once: until then, and if anything goes wrong, it is what it was before.
    #[arg(short, long, value_name = "PATH")]
    pub(crate) output: PathBuf,

    /// Leave out the entities that come with the program
    #[arg(long)]
    pub(crate) no_bundled: bool,
}

const COMPILE_EXAMPLES: &str = "\
Examples:
  whosaid gazetteer compile people.tsv places.tsv --output all.gazetteer
  whosaid gazetteer compile --no-bundled club.tsv -o club.gazetteer
  whosaid extract --gazetteer all.gazetteer article.txt

Worth it for many thousands of names. Keep the files: what was compiled is to be compiled again when they change, and after
an update of the program, whose own entities are in it too.";

/// Which names are known.
#[derive(Debug, Args)]
pub(crate) struct NamesArguments {
    /// Know the entities of this file too, a table or a compiled gazetteer; may be given several times
    ///
    /// What a later file says of an id replaces what an earlier one or the program's own says of it.
    #[arg(long, value_name = "FILE")]
    pub(crate) gazetteer: Vec<PathBuf>,

    /// Do not know the entities that come with the program
    #[arg(long)]
    pub(crate) no_bundled: bool,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum InputKind {
    /// Every file is one text
    #[default]
    Text,
    /// Every line is a JSON object with a text
    Jsonl,
    /// Every file is a web page; the article in it is read
    Html,
    /// Every file is a feed (RSS, Atom or JSON Feed); each of its entries is a text
    Feed,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Progress {
    /// When standard error is a terminal that does not show the records too
    #[default]
    Auto,
    /// Never
    Never,
}

/// The library's [`Offsets`], with what the help says of them.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum Unit {
    /// Bytes of UTF-8: Rust, Go
    #[default]
    Bytes,
    /// Unicode code points: Python, spaCy, brat
    Chars,
    /// UTF-16 code units: JavaScript, Java, C#
    Utf16,
}

impl From<Unit> for Offsets {
    fn from(unit: Unit) -> Self {
        match unit {
            Unit::Bytes => Self::Bytes,
            Unit::Chars => Self::Chars,
            Unit::Utf16 => Self::Utf16,
        }
    }
}

/// The library's [`CueClass`], with what the help says of them.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Class {
    /// say, argue, promise
    Speech,
    /// write, tweet, report
    Writing,
    /// think, believe, expect
    Thought,
    /// want, plan, intend
    Intention,
}

impl From<Class> for CueClass {
    fn from(class: Class) -> Self {
        match class {
            Class::Speech => Self::Speech,
            Class::Writing => Self::Writing,
            Class::Thought => Self::Thought,
            Class::Intention => Self::Intention,
        }
    }
}

/// The library's [`Step`], with what the help says of them.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Skipped {
    /// names outside the gazetteer
    Discovery,
    /// surnames and acronyms after the full name
    Linking,
    /// he, she, it, who, and I in quotation marks
    Pronouns,
    /// the mayor, the company, the statement
    Descriptions,
}

impl From<Skipped> for Step {
    fn from(skipped: Skipped) -> Self {
        match skipped {
            Skipped::Discovery => Self::Discovery,
            Skipped::Linking => Self::Linking,
            Skipped::Pronouns => Self::Pronouns,
            Skipped::Descriptions => Self::Descriptions,
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory, Parser};

    use super::*;

    #[test]
    fn clap_finds_no_fault() {
        Arguments::command().debug_assert();
    }

    /// What the help of the command and of those below it says at its end.
    fn helps(command: &clap::Command) -> Vec<String> {
        let own = command.get_after_help().map(ToString::to_string);
        own.into_iter().chain(command.get_subcommands().flat_map(helps)).collect()
    }

    /// Whoever copies a line from the help gets what it promises.
    #[test]
    fn the_examples_of_the_help_are_commands() {
        for help in helps(&Arguments::command()) {
            let examples: Vec<_> = help.lines().filter_map(|line| line.strip_prefix("  whosaid ")).collect();
            assert!(!examples.is_empty(), "{help}");
            for example in examples {
                let words = example.split(' ').take_while(|word| !matches!(*word, "|" | "<" | ">"));
                let parsed = Arguments::try_parse_from(std::iter::once("whosaid").chain(words));
                assert!(parsed.is_ok(), "{example}: {}", parsed.unwrap_err());
            }
        }
    }
}
