//! Web pages as documents, and their texts as files for those who look up offsets.

use std::cell::RefCell;
use std::collections::HashSet;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use whosaid::import::{self, Part};

use crate::console::Console;
use crate::document::{Document, reason, unreadable};
use crate::output;
use crate::sink::plain;

/// The page as a document; nothing if it is none or cannot be read, which is said to the user.
pub(crate) fn read(id: String, mut reader: impl Read, texts: Option<&Texts>, console: &Console) -> Option<Document> {
    let mut bytes = Vec::new();
    if let Err(error) = reader.read_to_end(&mut bytes) {
        console.fault(unreadable(&id, &error));
        return None;
    }
    if let Some((what, advice)) = no_page(&bytes) {
        console.fault(format_args!("{id}: is not a web page but {what}; {advice}"));
        return None;
    }
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
    if let Some(Err(error)) = texts.map(|texts| texts.write(&id, &page.text)) {
        console.fault(format_args!("{id}: its text cannot be written: {}; its record is", reason(&error)));
    }
    Some(Document { id, text: page.text })
}

/// What the bytes are if they are certainly no page, and what to do about it.
fn no_page(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    const OTHERS: &[(&[u8], &str, &str)] = &[
        (b"\x1F\x8B", "a gzip file", "unpack it first: gunzip -c page.html.gz | whosaid extract --input html"),
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
    taken: RefCell<HashSet<String>>,
}

impl Texts {
    /// The folder, which is made if there is none.
    pub(crate) fn open(folder: &Path) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        Ok(Self { folder: folder.to_owned(), taken: RefCell::default() })
    }

    /// Under the name of the page, with a number if another page in another folder has it too.
    fn write(&self, id: &str, text: &str) -> io::Result<()> {
        let name = plain(id);
        let mut names = std::iter::once(name.clone()).chain((2..).map(|number| format!("{name}-{number}")));
        let name = names.find(|name| self.taken.borrow_mut().insert(name.to_lowercase())).unwrap_or_default() + ".txt";
        output::keep(&self.folder, &name, text)
    }
}
