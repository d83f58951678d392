//! `whosaid gazetteer check`: what is wrong with gazetteer files.

use whosaid::Entity;

use crate::Status;
use crate::arguments::CheckArguments;
use crate::names::{self, counted};
use crate::output;

/// Reports every fault of every file, or else how much there is in them.
pub(crate) fn run(arguments: &CheckArguments) -> Status {
    // The bundled entities come first, just as for the other commands: a file that may be used is in order here too.
    let gazetteer = match names::build(&arguments.files, arguments.no_bundled) {
        Ok(gazetteer) => gazetteer,
        Err(error) => return names::refuse(&error, "no file with a fault can be used"),
    };
    let labels: Vec<_> = arguments.files.iter().map(|file| file.display().to_string()).collect();
    let own = || gazetteer.entities().filter(|entity| labels.iter().any(|label| *label == entity.source().0));
    let entities = counted(own().count(), "entity", "entities");
    let names = counted(own().map(Entity::names).map(Iterator::count).sum(), "name", "names");
    output::print(&format!("ok: {entities}, {names}\n"))
}
