//! `whosaid`: reads news text and says who is in it and who said what.
//!
//! A subcommand is a file here, or a folder, and says what may be asked of it (`extract`, `who`, `eval`, `lookup`, `syntax`, `check`,
//! `compile`, `manual`); `arguments` lists them, and the others are what they share. From the outside to the inside: `names`
//! gives the gazetteer and `choices` what else may be chosen of the library, `input` turns paths into documents (`document`,
//! `json_lines`, `web_page`, and `lines` of any kind), `order` has many of them read at once, `wanted` leaves out what is not
//! asked for, `format` writes records down (`table` for people, on a `screen`), `sink`, `tables` and `output` put them where
//! they belong, `console` speaks to the user, and `status` to the shell.

mod arguments;
mod check;
mod choices;
mod compile;
mod console;
mod document;
mod eval;
mod extract;
mod format;
mod input;
mod json_lines;
mod lines;
mod lookup;
mod manual;
mod names;
mod order;
mod output;
mod screen;
mod sink;
mod status;
mod syntax;
mod table;
mod tables;
mod wanted;
mod web_page;
mod who;

use std::path::Path;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, Parser};

use arguments::{Arguments, Command, GazetteerCommand};
use console::Console;
use status::Status;

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return explain(&error).into(),
    };
    match &arguments.command {
        Command::Extract(arguments) => extract::run(arguments),
        Command::Lookup(arguments) => lookup::run(arguments),
        Command::Syntax(arguments) => syntax::run(arguments),
        Command::Eval(arguments) => eval::run(arguments),
        Command::Who(arguments) => who::run(arguments),
        Command::Gazetteer { command: GazetteerCommand::Check(arguments) } => check::run(arguments),
        Command::Gazetteer { command: GazetteerCommand::Compile(arguments) } => compile::run(arguments),
        Command::Completions(arguments) => manual::completions(arguments, Arguments::command()),
        Command::Man(arguments) => manual::page(arguments, Arguments::command()),
    }
    .into()
}

/// Prints what clap has to say, be it help or a complaint.
fn explain(error: &clap::Error) -> Status {
    // Nobody may be listening any more (`whosaid --help | head -1`), which is no reason to complain.
    let _ = error.print();
    // `whosaid article.txt` is what many will try first.
    if error.kind() == ErrorKind::InvalidSubcommand
        && let Some(ContextValue::String(word)) = error.get(ContextKind::InvalidSubcommand)
        && Path::new(word).exists()
    {
        Console::quiet().say(format_args!("to read `{word}`, write: whosaid extract {word}"));
    }
    if error.use_stderr() { Status::Refused } else { Status::Done }
}
