//! `whosaid gazetteer compile`: gazetteer files read once, so that the other commands need not.

use std::io::{self, Write};
use std::path::Path;

use whosaid::Gazetteer;

use crate::Status;
use crate::arguments::CompileArguments;
use crate::console::Console;
use crate::names::{self, counted};
use crate::output::{self, Output};

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
