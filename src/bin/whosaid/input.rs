//! From the paths of the command line to documents. What cannot be read is said to the user and left out.

use std::fs::{self, File, Metadata};
use std::io::{self, BufRead, BufReader, IsTerminal, Read};
use std::iter;
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::console::Console;
use crate::document::{Document, decode, reason, unreadable};
use crate::json_lines;
use crate::web_page::{self, Texts};

/// What the input consists of.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum InputKind {
    /// Every file is one text
    #[default]
    Text,
    /// Every line is a JSON object with a text
    Jsonl,
    /// Every file is a web page; the article in it is read
    Html,
    /// Every file is a feed (RSS, Atom or JSON Feed); each of its entries is a text
    Feed,
}

/// The documents of all paths, each read when it is asked for.
pub(crate) fn documents<'a>(
    paths: &'a [PathBuf],
    kind: InputKind,
    texts: Option<&'a Texts>,
    console: &'a Console,
) -> impl Iterator<Item = Document> + 'a {
    let standard = Path::new("-");
    let nothing_given = paths.is_empty().then_some(standard);
    nothing_given.into_iter().chain(paths.iter().map(PathBuf::as_path)).flat_map(move |path| {
        if path == standard {
            greet(console);
            let stdin = BufReader::new(console.counted(io::stdin().lock()));
            return documents_of(path, Ok(Box::new(stdin)), kind, texts, console);
        }
        if !path.is_dir() {
            return documents_of(path, open(path, console), kind, texts, console);
        }
        let files = files_of(path, kind).unwrap_or_else(|reason| {
            console.fault(format_args!("{}: {reason}", path.display()));
            Vec::new()
        });
        Box::new(
            files.into_iter().flat_map(move |file| documents_of(&file, open(&file, console), kind, texts, console)),
        )
    })
}

type Documents<'a> = Box<dyn Iterator<Item = Document> + 'a>;

fn open<'a>(path: &Path, console: &'a Console) -> io::Result<Box<dyn BufRead + 'a>> {
    Ok(Box::new(BufReader::new(console.counted(File::open(path)?))))
}

/// How many bytes there are to read, where that can be told beforehand.
pub(crate) fn size(paths: &[PathBuf], kind: InputKind) -> Option<u64> {
    let size_of = |path: &Path| fs::metadata(path).ok().filter(Metadata::is_file).map(|file| file.len());
    paths.iter().try_fold(0, |sum: u64, path| {
        let size = if path.is_dir() {
            files_of(path, kind).ok()?.iter().map(|file| size_of(file)).sum::<Option<u64>>()?
        } else {
            size_of(path)?
        };
        Some(sum + size)
    })
}

/// The documents of one file.
fn documents_of<'a>(
    path: &Path,
    opened: io::Result<Box<dyn BufRead + 'a>>,
    kind: InputKind,
    texts: Option<&'a Texts>,
    console: &'a Console,
) -> Documents<'a> {
    let id = path.display().to_string();
    match (opened, kind) {
        (Ok(reader), InputKind::Text) => Box::new(iter::once_with(|| read(id, reader, console)).flatten()),
        (Ok(reader), InputKind::Jsonl) => Box::new(json_lines::documents(id, reader, |message| console.fault(message))),
        (Ok(reader), InputKind::Html) => {
            Box::new(iter::once_with(move || web_page::read(id, reader, texts, console)).flatten())
        }
        (Ok(reader), InputKind::Feed) => {
            Box::new(iter::once_with(move || web_page::read_feed(&id, reader, texts, console)).flatten())
        }
        (Err(error), _) => {
            console.fault(unreadable(&id, &error));
            Box::new(iter::empty())
        }
    }
}

/// A whole file as one text.
fn read(id: String, mut reader: impl Read, console: &Console) -> Option<Document> {
    let mut bytes = Vec::new();
    match reader.read_to_end(&mut bytes) {
        Ok(_) => {
            let text = decode(&id, bytes, 0, |message| console.fault(message));
            if web_page::looks_like_page(&text) {
                console.say(format_args!(
                    "{id}: looks like a web page but was read as text; for its article write --input html"
                ));
            }
            Some(Document { id, text })
        }
        Err(error) => {
            console.fault(unreadable(&id, &error));
            None
        }
    }
}

/// The texts in a folder, by name, but none of those whose names begin with a dot: that is how systems hide files that
/// are not the user's own.
pub(crate) fn files_of(folder: &Path, kind: InputKind) -> Result<Vec<PathBuf>, String> {
    let extensions: &[&str] = match kind {
        InputKind::Text => &["txt"],
        InputKind::Jsonl => &["jsonl"],
        InputKind::Html => &["html", "htm"],
        InputKind::Feed => &["xml", "rss", "atom", "json"],
    };
    let is_text = |path: &PathBuf| {
        let is_hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        path.extension().is_some_and(|own| extensions.iter().any(|extension| own == *extension))
            && !is_hidden
            && !path.is_dir()
    };
    let entries = fs::read_dir(folder).and_then(|entries| {
        entries
            .map(|entry| entry.map(|entry| entry.path()))
            .filter(|path| path.as_ref().map_or(true, is_text))
            .collect()
    });
    let mut files: Vec<PathBuf> = entries.map_err(|error| format!("the folder cannot be read: {}", reason(&error)))?;
    if files.is_empty() {
        let extension = extensions.join(" or *.");
        return Err(format!("the folder has no *.{extension} in it; name the files themselves, or another folder"));
    }
    files.sort();
    Ok(files)
}

/// Whoever forgot to name a file would otherwise look at a program that does nothing.
fn greet(console: &Console) {
    if io::stdin().is_terminal() {
        console.say("reading what you type; end it with Ctrl-D on a line of its own (Ctrl-Z on Windows)");
    }
}
