//! Where the records of many texts go: one after the other, or each into a file of its own.

use std::collections::HashSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use whosaid::Record;
use whosaid::export::html;

use crate::format::Format;
use crate::output::Output;

/// What is written about all texts.
pub(crate) enum Sink {
    Stream(Stream),
    Folder(Folder),
}

/// How one text is written about, by any thread.
#[derive(Clone, Copy)]
pub(crate) struct Sheet {
    format: Format,
    is_listed: bool,
}

/// What is written about one text.
pub(crate) struct Written {
    id: String,
    words: String,
    /// For the index.
    entry: Option<html::Entry>,
}

impl Sheet {
    pub(crate) fn of(self, record: &Record, text: &str) -> serde_json::Result<Written> {
        let words = self.format.record(record, text)?;
        Ok(Written { id: record.id.clone(), words, entry: self.is_listed.then(|| html::Entry::new(record)) })
    }
}

impl Sink {
    /// A folder if the format has a file for each text and the path is, or is to be, a folder.
    pub(crate) fn open(format: Format, path: Option<&Path>) -> io::Result<Self> {
        let names_folder = |path: &&Path| path.is_dir() || path.to_string_lossy().ends_with(['/', '\\']);
        if let Some(folder) = path.filter(|_| format.is_for_one()).filter(names_folder) {
            fs::create_dir_all(folder)?;
            return Ok(Self::Folder(Folder { path: folder.to_owned(), pages: Vec::new(), taken: HashSet::new() }));
        }
        Ok(Self::Stream(Stream { format, output: Output::open(path)?, is_empty: true, page: String::new() }))
    }

    pub(crate) fn sheet(&self) -> Sheet {
        match self {
            Self::Stream(stream) => Sheet { format: stream.format, is_listed: false },
            Self::Folder(_) => Sheet { format: Format::Html, is_listed: true },
        }
    }

    pub(crate) fn add(&mut self, written: Written) -> io::Result<()> {
        match self {
            Self::Stream(stream) => stream.add(written.words),
            Self::Folder(folder) => folder.add(written),
        }
    }

    pub(crate) fn finish(self) -> io::Result<()> {
        match self {
            Self::Stream(stream) => stream.finish(),
            Self::Folder(folder) => folder.finish(),
        }
    }
}

/// The records one after the other, with what the format has around them.
pub(crate) struct Stream {
    format: Format,
    output: Output,
    is_empty: bool,
    page: String,
}

impl Stream {
    fn add(&mut self, words: String) -> io::Result<()> {
        if self.format.is_for_one() && !self.is_empty {
            return Err(io::Error::other(
                "several texts give several pages; name a folder for them, as in `--output pages/`",
            ));
        }
        let before = self.format.before(self.is_empty);
        self.is_empty = false;
        if self.format.is_for_one() {
            // Nothing is shown before it is known that this is the only text.
            self.page = words;
            return Ok(());
        }
        self.output.write_all(before.as_bytes())?;
        self.output.write_all(words.as_bytes())
    }

    fn finish(mut self) -> io::Result<()> {
        self.output.write_all(self.page.as_bytes())?;
        self.output.write_all(self.format.end(self.is_empty).as_bytes())?;
        self.output.finish()
    }
}

/// A page for each text, and an index of them.
pub(crate) struct Folder {
    path: PathBuf,
    /// The files, and what the index says of them.
    pages: Vec<(String, html::Entry)>,
    taken: HashSet<String>,
}

const INDEX: &str = "index";

impl Folder {
    fn add(&mut self, Written { id, words, entry }: Written) -> io::Result<()> {
        let name = self.free(&plain(&id)) + ".html";
        self.write(&name, &words)?;
        self.pages.extend(entry.map(|entry| (name, entry)));
        Ok(())
    }

    fn finish(self) -> io::Result<()> {
        let pages = self.pages.iter().map(|(name, entry)| (name.as_str(), entry));
        self.write(&format!("{INDEX}.html"), &html::index(pages))
    }

    fn write(&self, name: &str, words: &str) -> io::Result<()> {
        let mut output = Output::open(Some(&self.path.join(name)))?;
        output.write_all(words.as_bytes())?;
        output.finish()
    }

    /// The name, with a number if there is such a page already.
    fn free(&mut self, name: &str) -> String {
        let numbered = (2..).map(|number| format!("{name}-{number}"));
        let mut names = std::iter::once(name.to_owned()).chain(numbered);
        // Some systems take capitals for small letters.
        names.find(|name| name != INDEX && self.taken.insert(name.to_lowercase())).unwrap_or_default()
    }
}

/// The file's name without folder and extension, in letters that mean nothing to any shell, system or address.
fn plain(id: &str) -> String {
    let name = Path::new(id).file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let plain: String = name.chars().map(|c| if is_plain(c) { c } else { '-' }).take(100).collect();
    let plain = plain.trim_matches('-');
    if plain.is_empty() { "text".to_owned() } else { plain.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_named_for_their_texts() {
        let mut folder = Folder { path: PathBuf::new(), pages: Vec::new(), taken: HashSet::new() };
        let ids = ["a/monday.txt", "b/Monday.txt", "monday", "index.txt", "-", "../..", "Küche & Bad.txt"];
        let names = ids.map(|id| folder.free(&plain(id)));
        assert_eq!(names, ["monday", "Monday-2", "monday-3", "index-2", "text", "text-2", "K-che---Bad"]);
    }
}
