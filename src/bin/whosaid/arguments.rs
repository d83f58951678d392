//! The commands of the program.

use clap::{Parser, Subcommand};

use crate::check::CheckArguments;
use crate::compile::CompileArguments;
use crate::eval::EvalArguments;
use crate::extract::ExtractArguments;
use crate::lookup::LookupArguments;
use crate::manual::{CompletionsArguments, ManArguments};
use crate::syntax::SyntaxArguments;
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
    /// Show what the grammar makes of texts: parts of speech, chunks and clauses
    Syntax(SyntaxArguments),
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
