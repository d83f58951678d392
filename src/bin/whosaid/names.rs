//! The gazetteer that the arguments ask for.

use std::fmt;
use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;
use whosaid::{Error, Gazetteer, GazetteerBuilder};

use crate::console::Console;
use crate::status::Status;

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

/// The bundled entities, unless they are not wanted, and then those of the files.
pub(crate) fn gazetteer(arguments: &NamesArguments) -> Result<Gazetteer, Error> {
    #[cfg(feature = "bundled")]
    if arguments.gazetteer.is_empty() && !arguments.no_bundled {
        return Ok(Gazetteer::bundled());
    }
    builder(&arguments.gazetteer, arguments.no_bundled).build()
}

/// The same, also when there is no file, and yet to be built.
pub(crate) fn builder(files: &[PathBuf], no_bundled: bool) -> GazetteerBuilder {
    files.iter().fold(base(no_bundled), |builder, file| builder.file(file))
}

/// What the builder begins with.
pub(crate) fn bundled(no_bundled: bool) -> Gazetteer {
    #[cfg(feature = "bundled")]
    if !no_bundled {
        return Gazetteer::bundled();
    }
    let _ = no_bundled;
    Gazetteer::empty()
}

#[cfg(feature = "bundled")]
fn base(no_bundled: bool) -> GazetteerBuilder {
    if no_bundled { Gazetteer::builder() } else { Gazetteer::builder().bundled() }
}

/// A program without bundled entities never knows them.
#[cfg(not(feature = "bundled"))]
fn base(_: bool) -> GazetteerBuilder {
    Gazetteer::builder()
}

/// Prints every fault, and what became of the command.
///
/// A fault begins with its file and line and nothing before them, so that editors can jump there.
pub(crate) fn refuse(error: &Error, consequence: &str) -> Status {
    let _ = writeln!(io::stderr().lock(), "{error}");
    let faults = counted(error.faults().len(), "fault", "faults");
    Console::quiet().say(format_args!("{faults} in the gazetteer; {consequence}"));
    Status::Refused
}

/// `1 entity`, `2 entities`.
pub(crate) fn counted(number: usize, one: &str, many: &str) -> impl fmt::Display {
    format!("{number} {}", if number == 1 { one } else { many })
}
