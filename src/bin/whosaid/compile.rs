//! `whosaid gazetteer compile`: gazetteer files read once, so that the other commands need not.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use whosaid::Gazetteer;

use crate::console::Console;
use crate::names::{self, counted};
use crate::output::{self, Output};
use crate::status::Status;

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct CompileArguments {
    /// Gazetteer files, which may refer to each other
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,

    /// Write the compiled gazetteer to this file
    ///
    /// It is replaced at the end, all at once: until then, and if anything goes wrong, it is what it was before.
    #[arg(short, long, value_name = "PATH")]
    output: PathBuf,

    /// Leave out the entities that come with the program
    #[arg(long)]
    no_bundled: bool,
}

const EXAMPLES: &str = "\
Examples:
  whosaid gazetteer compile people.tsv places.tsv --output all.gazetteer
  whosaid gazetteer compile --no-bundled club.tsv -o club.gazetteer
  whosaid extract --gazetteer all.gazetteer article.txt

Worth it for many thousands of names. Keep the files: what was compiled is to be compiled again when they change, and after
an update of the program, whose own entities are in it too.";

/// Writes the gazetteer of all files, and says how much there is in it.
pub(crate) fn run(arguments: &CompileArguments) -> Status {
    let gazetteer = match names::builder(&arguments.files, arguments.no_bundled).build() {
        Ok(gazetteer) => gazetteer,
        Err(error) => return names::refuse(&error, "nothing was compiled"),
    };
    match write(&gazetteer, &arguments.output) {
        Ok(bytes) => {
            let entities = counted(gazetteer.len(), "entity", "entities");
            let names = counted(gazetteer.names_len(), "name", "names");
            output::print(&format!("ok: {entities}, {names}, {bytes} bytes\n"))
        }
        Err(error) => output::failed(Some(&arguments.output), &error, &Console::quiet(), Status::Refused),
    }
}

fn write(gazetteer: &Gazetteer, path: &Path) -> io::Result<usize> {
    let mut output = Output::open(Some(path))?;
    let bytes = gazetteer.to_bytes();
    output.write_all(&bytes)?;
    output.finish()?;
    Ok(bytes.len())
}
