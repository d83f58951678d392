//! Records instead of texts: lines of JSON that `whosaid extract` wrote, read one by one.

use std::path::{Path, PathBuf};

use whosaid::Record;

use super::tally::Tally;
use crate::console::Console;
use crate::input::{self, InputKind};
use crate::lines::{Faults, Lines};

/// A line that should be a record, and where it stands.
pub(super) struct Line {
    place: String,
    words: String,
}

/// The lines of all files, those of the *.jsonl in folders too. What cannot be read is said to the user.
pub(super) fn lines<'a>(paths: &'a [PathBuf], console: &'a Console) -> impl Iterator<Item = Line> + 'a {
    let standard = paths.is_empty().then(|| PathBuf::from("-"));
    let files = standard.into_iter().chain(paths.iter().cloned()).flat_map(|path| files(path, console));
    files.flat_map(|path| lines_of(&path, console))
}

fn files(path: PathBuf, console: &Console) -> Vec<PathBuf> {
    if !path.is_dir() {
        return vec![path];
    }
    input::files_of(&path, InputKind::Jsonl).unwrap_or_else(|reason| {
        console.fault(format_args!("{}: {reason}", path.display()));
        Vec::new()
    })
}

fn lines_of<'a>(path: &Path, console: &'a Console) -> impl Iterator<Item = Line> + use<'a> {
    let file = path.display().to_string();
    let mut faults = Faults::default();
    let mut lines = Lines::open(path, &mut faults);
    std::iter::from_fn(move || {
        let line = lines.as_mut().and_then(|lines| lines.next(&mut faults));
        faults.drain().for_each(|fault| console.fault(fault));
        line.map(|(number, words)| Line { place: format!("{file}:{number}"), words })
    })
}

/// What is counted of a record, or why the line is none.
pub(super) fn tally(line: &Line, min_confidence: f64) -> Result<Tally, String> {
    let Line { place, words } = line;
    // Else an array of the values would do too.
    if !words.starts_with('{') {
        return Err(format!("{place}: not a JSON object; write a record on each line, as `whosaid extract` does"));
    }
    Record::from_json(words).map(|record| Tally::of(&record, min_confidence)).map_err(|error| {
        let fault = error.faults().first().map(|fault| format!("{}; {}", fault.message(), fault.advice()));
        format!("{place}: no record: {}", fault.unwrap_or_else(|| error.to_string()))
    })
}
