//! `whosaid gazetteer check`: what is wrong with gazetteer files, and what is doubtful.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;
use whosaid::{Doubt, Entity, Error, Gazetteer};

use crate::names::{self, counted};
use crate::output;
use crate::status::Status;

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct CheckArguments {
    /// Gazetteer files, which may refer to each other
    ///
    /// A compiled gazetteer among them is read as well; for its doubtful names check its tables.
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,

    /// The files may not refer to the entities that come with the program
    #[arg(long)]
    no_bundled: bool,
}

const EXAMPLES: &str = "\
Examples:
  whosaid gazetteer check club.tsv
  whosaid gazetteer check --no-bundled people.tsv places.tsv

A gazetteer file is a table in UTF-8 with tabs between the fields and one entity a line:
  id                 name        kind    aliases
  person/orla-brenk  Orla Brenk  person  Brenk|Orla B.";

/// Reports every fault of every file, or else every doubtful name and how much there is in the files.
pub(crate) fn run(arguments: &CheckArguments) -> Status {
    let (gazetteer, doubts) = match read(arguments) {
        Ok(read) => read,
        Err(error) => return names::refuse(&error, "no file with a fault can be used"),
    };
    let (argued, doubts): (Vec<_>, Vec<_>) = doubts.into_iter().partition(|doubt| doubt.argument().is_some());
    // A warning is no reason to fail: the file can be used as it is.
    warn(&doubts);
    let labels: Vec<_> = arguments.files.iter().map(|file| file.display().to_string()).collect();
    // Those of a compiled file keep the name of their table.
    let bundled = names::bundled(arguments.no_bundled);
    let is_bundled =
        |entity: &Entity| bundled.entity(entity.id()).is_some_and(|known| known.source() == entity.source());
    let is_listed = |entity: &Entity| labels.iter().any(|label| *label == entity.source().0);
    let own = || gazetteer.entities().filter(|entity| is_listed(entity) || !is_bundled(entity));
    let entities = counted(own().count(), "entity", "entities");
    let names = counted(own().map(Entity::names).map(Iterator::count).sum(), "name", "names");
    let mut line = format!("ok: {entities}, {names}");
    if !doubts.is_empty() {
        line += &format!(", {}", counted(doubts.len(), "warning", "warnings"));
    }
    if !argued.is_empty() {
        line += &format!(", {} argued", argued.len());
    }
    output::print(&(line + "\n"))
}

/// The bundled entities come first, just as for the other commands: a file that may be used is in order here too.
fn read(arguments: &CheckArguments) -> Result<(Gazetteer, Vec<Doubt>), Error> {
    let builder = names::builder(&arguments.files, arguments.no_bundled);
    Ok((builder.clone().build()?, builder.check()?))
}

/// A warning begins with its file and line and nothing before them, so that editors can jump there.
fn warn(doubts: &[Doubt]) {
    let mut stderr = io::stderr().lock();
    for doubt in doubts {
        // There is nowhere left to complain to if this fails.
        let _ = writeln!(stderr, "{doubt}");
    }
}
