//! Web pages and feeds as documents, and their texts as files for those who look up offsets.

use std::cell::RefCell;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use whosaid::import::{self, Part};

use crate::console::Console;
use crate::document::{Document, reason, unreadable};
use crate::output;
use crate::sink::{Names, plain};

/// The page as a document; nothing if it is none or cannot be read, which is said to the user.
pub(crate) fn read(id: String, mut reader: impl Read, texts: Option<&Texts>, console: &Console) -> Option<Document> {
    let bytes = bytes(&id, &mut reader, "a web page", console)?;
    let page = import::html(&import::decode(&bytes));
    if page.text.is_empty() {
        console.fault(format_args!(
            "{id}: there is nothing to read on the page, and its record is empty; if a browser shows more, a script has put it \
             there: save the page from the browser, or copy the text into a file"
        ));
    } else if page.part == Part::Everything {
        console
            .say(format_args!("{id}: no article was found on the page, so all of its text was read, whatever it is"));
    }
    Some(document(id, page.text, texts, console))
}

/// The entries of a feed as documents, with their own ids; nothing if it has none, which is said to the user.
pub(crate) fn read_feed(name: &str, mut reader: impl Read, texts: Option<&Texts>, console: &Console) -> Vec<Document> {
    let Some(bytes) = bytes(name, &mut reader, "a feed", console) else { return Vec::new() };
    let entries = import::feed(&import::decode(&bytes));
    if entries.is_empty() {
        console.fault(format_args!(
            "{name}: no entry of a feed is in it; give a file in RSS, Atom or JSON Feed, or read a web page with --input html"
        ));
    }
    let numbered = entries.into_iter().enumerate();
    let named = numbered.map(|(at, entry)| {
        let id = entry.id.or_else(|| entry.page.url.clone());
        (id.unwrap_or_else(|| format!("{name}:{}", at + 1)), entry.page.text)
    });
    named.map(|(id, text)| document(id, text, texts, console)).collect()
}

/// What the reader has, unless it is certainly something else.
fn bytes(name: &str, reader: &mut impl Read, expected: &str, console: &Console) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    if let Err(error) = reader.read_to_end(&mut bytes) {
        console.fault(unreadable(name, &error));
        return None;
    }
    if let Some((what, advice)) = no_page(&bytes) {
        console.fault(format_args!("{name}: is not {expected} but {what}; {advice}"));
        return None;
    }
    Some(bytes)
}

/// The document, its text written down if that was asked for.
fn document(id: String, text: String, texts: Option<&Texts>, console: &Console) -> Document {
    if let Some(Err(error)) = texts.map(|texts| texts.write(&id, &text)) {
        console.fault(format_args!("{id}: its text cannot be written: {}; its record is", reason(&error)));
    }
    Document { id, text }
}

/// What the bytes are if they are certainly no page, and what to do about it.
fn no_page(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    const OTHERS: &[(&[u8], &str, &str)] = &[
        (b"\x1F\x8B", "a gzip file", "unpack it first, perhaps with `gunzip`"),
        (b"%PDF", "a PDF", "convert it first, perhaps with `pdftotext`, and leave out `--input html`"),
        (b"PK\x03\x04", "a zip archive or a document in one", "unpack or convert it first"),
        (b"From: <Saved by", "a web archive (MHTML)", "save the page as “HTML only”"),
        (b"MIME-Version:", "a web archive (MHTML)", "save the page as “HTML only”"),
        (b"bplist00", "a web archive of Safari", "save the page as “Page Source”"),
    ];
    OTHERS.iter().find(|(beginning, ..)| bytes.starts_with(beginning)).map(|&(_, what, advice)| (what, advice))
}

/// If the text is markup, which somebody forgot to say.
pub(crate) fn looks_like_page(text: &str) -> bool {
    let text = text.trim_start_matches('\u{FEFF}').trim_ascii_start().as_bytes();
    [&b"<!doctype html"[..], b"<html"]
        .iter()
        .any(|word| text.len() >= word.len() && text[..word.len()].eq_ignore_ascii_case(word))
}

/// A folder for the texts.
pub(crate) struct Texts {
    folder: PathBuf,
    taken: RefCell<Names>,
}

impl Texts {
    /// The folder, which is made if there is none.
    pub(crate) fn open(folder: &Path) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        Ok(Self { folder: folder.to_owned(), taken: RefCell::default() })
    }

    /// Under the name of the page, with a number if another page in another folder has it too.
    fn write(&self, id: &str, text: &str) -> io::Result<()> {
        let name = self.taken.borrow_mut().free(&plain(id)) + ".txt";
        output::keep(&self.folder, &name, text)
    }
}
