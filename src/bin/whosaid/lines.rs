//! Files with one JSON object a line, and what is wrong with them.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;

use serde::de::DeserializeOwned;

use crate::document::unreadable;

/// All that is wrong, in the order in which it was found.
#[derive(Default)]
pub(crate) struct Faults(Vec<String>);

/// More than anybody reads.
const PRINTED: usize = 20;

impl Faults {
    /// A fault in a line of a file: what is wrong, and what to write instead.
    pub(crate) fn at(&mut self, file: &str, line: usize, message: &str, advice: &str) {
        self.0.push(format!("{file}:{line}: {message}; {advice}"));
    }

    /// A file that cannot be read.
    fn of_file(&mut self, file: &str, error: &io::Error) {
        self.0.push(unreadable(file, error));
    }

    /// Takes all of them out, to be said one by one.
    pub(crate) fn drain(&mut self) -> impl Iterator<Item = String> {
        self.0.drain(..)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// Each on a line that begins with its file and line and nothing before them, so that editors can jump there.
    pub(crate) fn print(&self) {
        let mut stderr = io::stderr().lock();
        // There is nowhere left to complain to.
        for fault in self.0.iter().take(PRINTED) {
            let _ = writeln!(stderr, "{fault}");
        }
        if self.0.len() > PRINTED {
            let _ = writeln!(stderr, "and {} more", self.0.len() - PRINTED);
        }
    }
}

/// The lines of a file that are not empty, one after the other.
pub(crate) struct Lines {
    file: String,
    reader: Box<dyn BufRead>,
    number: usize,
}

impl Lines {
    /// `-` is standard input.
    pub(crate) fn open(path: &Path, faults: &mut Faults) -> Option<Self> {
        let file = path.display().to_string();
        let reader: Box<dyn BufRead> = if file == "-" {
            Box::new(io::stdin().lock())
        } else {
            match File::open(path) {
                Ok(opened) => Box::new(BufReader::new(opened)),
                Err(error) => {
                    faults.of_file(&file, &error);
                    return None;
                }
            }
        };
        Some(Self { file, reader, number: 0 })
    }

    pub(crate) fn file(&self) -> &str {
        &self.file
    }

    /// The number of the next line with something in it, and the line.
    pub(crate) fn next(&mut self, faults: &mut Faults) -> Option<(usize, String)> {
        loop {
            let mut bytes = Vec::new();
            match self.reader.read_until(b'\n', &mut bytes) {
                Ok(0) => return None,
                Ok(_) => self.number += 1,
                Err(error) => {
                    faults.of_file(&self.file, &error);
                    return None;
                }
            }
            let Ok(line) = String::from_utf8(bytes) else {
                faults.at(&self.file, self.number, "not UTF-8", "convert the file, perhaps with `iconv -t UTF-8`");
                continue;
            };
            // Editors on Windows like to begin a file with this mark.
            let line = line.trim_start_matches('\u{FEFF}').trim();
            if !line.is_empty() {
                return Some((self.number, line.to_owned()));
            }
        }
    }
}

/// What the line says; a fault if it says something else.
pub(crate) fn parse<T: DeserializeOwned>(
    file: &str,
    number: usize,
    line: &str,
    advice: &str,
    faults: &mut Faults,
) -> Option<T> {
    // Else an array of the values would do too.
    if !line.starts_with('{') {
        faults.at(file, number, "not a JSON object", advice);
        return None;
    }
    match serde_json::from_str(line) {
        Ok(value) => Some(value),
        Err(error) => {
            let reason = error.to_string();
            let place = format!(" at line {} column {}", error.line(), error.column());
            let reason = reason.strip_suffix(&place).unwrap_or(&reason);
            faults.at(file, number, &format!("{reason} (column {})", error.column()), advice);
            None
        }
    }
}
