//! From the paths of the command line to documents. What cannot be read is said to the user and left out.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, IsTerminal, Read};
use std::iter;
use std::path::{Path, PathBuf};

use crate::arguments::InputKind;
use crate::console::Console;
use crate::json_lines;

/// A text and what it is called.
#[derive(Debug)]
pub(crate) struct Document {
    pub(crate) id: String,
    pub(crate) text: String,
}

/// The documents of all paths, each read when it is asked for.
pub(crate) fn documents<'a>(
    paths: &'a [PathBuf],
    kind: InputKind,
    console: &'a Console,
) -> impl Iterator<Item = Document> + 'a {
    let standard = Path::new("-");
    let nothing_given = paths.is_empty().then_some(standard);
    nothing_given.into_iter().chain(paths.iter().map(PathBuf::as_path)).flat_map(move |path| {
        if path == standard {
            greet(console);
            return documents_of(path, Ok(Box::new(io::stdin().lock())), kind, console);
        }
        if !path.is_dir() {
            return documents_of(path, open(path), kind, console);
        }
        let files = files_of(path, kind).unwrap_or_else(|reason| {
            console.fault(format_args!("{}: {reason}", path.display()));
            Vec::new()
        });
        Box::new(files.into_iter().flat_map(move |file| documents_of(&file, open(&file), kind, console)))
    })
}

type Documents<'a> = Box<dyn Iterator<Item = Document> + 'a>;

fn open(path: &Path) -> io::Result<Box<dyn BufRead>> {
    Ok(Box::new(BufReader::new(File::open(path)?)))
}

/// The documents of one file.
fn documents_of<'a>(
    path: &Path,
    opened: io::Result<Box<dyn BufRead + 'a>>,
    kind: InputKind,
    console: &'a Console,
) -> Documents<'a> {
    let id = path.display().to_string();
    match (opened, kind) {
        (Ok(reader), InputKind::Text) => Box::new(iter::once_with(|| read(id, reader, console)).flatten()),
        (Ok(reader), InputKind::Jsonl) => Box::new(json_lines::documents(id, reader, console)),
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
            let text = decode(&id, bytes, 0, console);
            Some(Document { id, text })
        }
        Err(error) => {
            console.fault(unreadable(&id, &error));
            None
        }
    }
}

/// The text of the bytes, which stand at some offset of their file. Those that are not UTF-8 are replaced: most of the
/// text can be read all the same.
pub(crate) fn decode(name: &str, bytes: Vec<u8>, offset: usize, console: &Console) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| {
        let bad = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let likely = match bytes {
            [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => "UTF-16",
            _ => "WINDOWS-1252",
        };
        console.fault(format_args!(
            "{name}: is not UTF-8: the first bad byte is {:02X} at offset {}; it was read as U+FFFD, and the offsets of \
             the record count that; convert the file first, perhaps with `iconv -f {likely} -t UTF-8`",
            bytes.get(bad).copied().unwrap_or_default(),
            offset + bad,
        ));
        String::from_utf8_lossy(bytes).into_owned()
    })
}

/// The texts in a folder, by name, but none of those whose names begin with a dot: that is how systems hide files that
/// are not the user's own.
fn files_of(folder: &Path, kind: InputKind) -> Result<Vec<PathBuf>, String> {
    let extension = match kind {
        InputKind::Text => "txt",
        InputKind::Jsonl => "jsonl",
    };
    let is_text = |path: &PathBuf| {
        let is_hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        path.extension().is_some_and(|own| own == extension) && !is_hidden && !path.is_dir()
    };
    let entries = fs::read_dir(folder).and_then(|entries| {
        entries
            .map(|entry| entry.map(|entry| entry.path()))
            .filter(|path| path.as_ref().map_or(true, is_text))
            .collect()
    });
    let mut files: Vec<PathBuf> = entries.map_err(|error| format!("the folder cannot be read: {}", reason(&error)))?;
    if files.is_empty() {
        return Err(format!("the folder has no *.{extension} in it; name the files themselves, or another folder"));
    }
    files.sort();
    Ok(files)
}

/// Says of an input that it could not be read, and what to do.
pub(crate) fn unreadable(name: &str, error: &io::Error) -> String {
    let advice = match error.kind() {
        // Nobody's file is called like a sentence.
        io::ErrorKind::NotFound if name.split_whitespace().nth(2).is_some() => {
            "; to have the words themselves read, pipe them in: echo \"…\" | whosaid extract"
        }
        io::ErrorKind::NotFound => "; check the path",
        _ => "",
    };
    format!("{name}: cannot be read: {}{advice}", reason(error))
}

/// Why something failed, in words rather than numbers where possible.
pub(crate) fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        io::ErrorKind::PermissionDenied => "you lack the permission".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        io::ErrorKind::StorageFull => "the disk is full".to_owned(),
        _ => error.to_string(),
    }
}

/// Whoever forgot to name a file would otherwise look at a program that does nothing.
fn greet(console: &Console) {
    if io::stdin().is_terminal() {
        console.say("reading what you type; end it with Ctrl-D on a line of its own (Ctrl-Z on Windows)");
    }
}
