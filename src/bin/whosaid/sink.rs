//! Where the records of many texts go: one after the other, or each into a file of its own.

use std::collections::HashSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use whosaid::export::{brat, html};
use whosaid::{Offsets, Record};

use crate::format::{Format, Single};
use crate::output::{self, Output};
use crate::screen::Screen;
use crate::tables::Tables;

/// What is written about all texts.
pub(crate) enum Sink {
    Stream(Stream),
    Folder(Folder),
    Tables(Tables),
}

/// How one text is written about, by any thread.
#[derive(Clone, Copy)]
pub(crate) struct Sheet {
    format: Format,
    /// What the folder wants besides, if it is one.
    folder: Option<Single>,
    screen: Screen,
}

/// What is written about one text.
pub(crate) struct Written {
    id: String,
    words: String,
    besides: Besides,
}

/// What is kept of a text besides the words of its file.
enum Besides {
    Nothing,
    /// What the index says of it.
    Entry(html::Entry),
    Text(String),
    /// What becomes rows.
    Record(Box<Record<'static>>),
}

impl Sheet {
    pub(crate) fn of(self, record: &Record, text: &str) -> serde_json::Result<Written> {
        let besides = match self.folder {
            None if self.format.is_table() => Besides::Record(Box::new(record.clone().into_owned())),
            None => Besides::Nothing,
            Some(Single::Html) => Besides::Entry(html::Entry::new(record)),
            Some(Single::Brat) => Besides::Text(text.to_owned()),
        };
        Ok(Written { id: record.id.clone(), words: self.format.record(record, text, self.screen)?, besides })
    }
}

impl Sink {
    /// A folder if the format has a file for each text and the path is, or is to be, a folder.
    pub(crate) fn open(format: Format, path: Option<&Path>, offsets: Offsets) -> io::Result<Self> {
        let names_folder = |path: &&Path| path.is_dir() || path.to_string_lossy().ends_with(['/', '\\']);
        let folder = path.filter(names_folder);
        if format.is_table() {
            return Tables::open(format, path, folder, offsets).map(Self::Tables);
        }
        if let (Some(kind), Some(folder)) = (format.single(), folder) {
            fs::create_dir_all(folder)?;
            return Ok(Self::Folder(Folder {
                format,
                kind,
                path: folder.to_owned(),
                pages: Vec::new(),
                taken: Names::besides(INDEX),
            }));
        }
        Ok(Self::Stream(Stream { format, output: Output::open(path)?, is_empty: true, page: String::new() }))
    }

    pub(crate) fn sheet(&self, screen: Screen) -> Sheet {
        match self {
            Self::Stream(stream) => Sheet { format: stream.format, folder: None, screen },
            Self::Folder(folder) => Sheet { format: folder.format, folder: Some(folder.kind), screen },
            Self::Tables(tables) => Sheet { format: tables.format(), folder: None, screen },
        }
    }

    pub(crate) fn add(&mut self, written: Written) -> io::Result<()> {
        match self {
            Self::Stream(stream) => stream.add(written.words),
            Self::Folder(folder) => folder.add(written),
            Self::Tables(tables) => match written.besides {
                Besides::Record(record) => tables.add(&record),
                _ => Ok(()),
            },
        }
    }

    pub(crate) fn finish(self) -> io::Result<()> {
        match self {
            Self::Stream(stream) => stream.finish(),
            Self::Folder(folder) => folder.finish(),
            Self::Tables(tables) => tables.finish(),
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
        if self.format.single().is_some() {
            if !self.is_empty {
                return Err(io::Error::other(
                    "several texts give several files; name a folder for them, as in `--output pages/`",
                ));
            }
            // Nothing is shown before it is known that this is the only text.
            self.page = words;
            self.is_empty = false;
            return Ok(());
        }
        self.output.write_all(self.format.before(self.is_empty).as_bytes())?;
        self.is_empty = false;
        self.output.write_all(words.as_bytes())
    }

    fn finish(mut self) -> io::Result<()> {
        self.output.write_all(self.page.as_bytes())?;
        self.output.write_all(self.format.end(self.is_empty).as_bytes())?;
        self.output.finish()
    }
}

/// A file for each text, and what stands beside them.
pub(crate) struct Folder {
    format: Format,
    kind: Single,
    path: PathBuf,
    /// The pages of the index.
    pages: Vec<(String, html::Entry)>,
    taken: Names,
}

/// No text's own name.
const INDEX: &str = "index";

impl Folder {
    fn add(&mut self, Written { id, words, besides }: Written) -> io::Result<()> {
        let name = self.taken.free(&plain(&id));
        let extension = match self.kind {
            Single::Html => "html",
            Single::Brat => "ann",
        };
        let file = format!("{name}.{extension}");
        if let Besides::Text(text) = &besides {
            output::keep(&self.path, &format!("{name}.txt"), text)?;
        }
        self.write(&file, &words)?;
        if let Besides::Entry(entry) = besides {
            self.pages.push((file, entry));
        }
        Ok(())
    }

    fn finish(self) -> io::Result<()> {
        match self.kind {
            Single::Html => {
                let pages = self.pages.iter().map(|(name, entry)| (name.as_str(), entry));
                self.write(&format!("{INDEX}.html"), &html::index(pages))
            }
            Single::Brat => self.write("annotation.conf", brat::CONFIGURATION),
        }
    }

    fn write(&self, name: &str, words: &str) -> io::Result<()> {
        let mut output = Output::open(Some(&self.path.join(name)))?;
        output.write_all(words.as_bytes())?;
        output.finish()
    }
}

/// The names of the files in a folder.
#[derive(Default)]
pub(crate) struct Names {
    taken: HashSet<String>,
}

impl Names {
    /// Of a folder that has this file of its own.
    fn besides(name: &str) -> Self {
        Self { taken: HashSet::from([name.to_owned()]) }
    }

    /// The name, with a number if there is such a file already.
    pub(crate) fn free(&mut self, name: &str) -> String {
        let numbered = (2..).map(|number| format!("{name}-{number}"));
        let mut names = std::iter::once(name.to_owned()).chain(numbered);
        // Some systems take capitals for small letters.
        names.find(|name| self.taken.insert(name.to_lowercase())).unwrap_or_default()
    }
}

/// The file's name without folder and extension, in letters that mean nothing to any shell, system or address.
pub(crate) fn plain(id: &str) -> String {
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
        let mut names = Names::besides(INDEX);
        let ids = ["a/monday.txt", "b/Monday.txt", "monday", "index.txt", "-", "../..", "Küche & Bad.txt"];
        let free = ids.map(|id| names.free(&plain(id)));
        assert_eq!(free, ["monday", "Monday-2", "monday-3", "index-2", "text", "text-2", "K-che---Bad"]);
    }
}
