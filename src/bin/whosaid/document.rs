//! What is read, a text and what it is called, and what is said of one that cannot be read.

use std::io;

/// A text and what it is called.
#[derive(Debug)]
pub(crate) struct Document {
    pub(crate) id: String,
    pub(crate) text: String,
}

/// The text of the bytes, which stand at some offset of their file. Those that are not UTF-8 are replaced: most of the
/// text can be read all the same.
pub(crate) fn decode(name: &str, bytes: Vec<u8>, offset: usize, say: impl FnOnce(String)) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| {
        let bad = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let likely = match bytes {
            [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => "UTF-16",
            _ => "WINDOWS-1252",
        };
        say(format!(
            "{name}: is not UTF-8: the first bad byte is {:02X} at offset {}; it was read as U+FFFD, and the offsets of \
             the record count that; convert the file first, perhaps with `iconv -f {likely} -t UTF-8`",
            bytes.get(bad).copied().unwrap_or_default(),
            offset + bad,
        ));
        String::from_utf8_lossy(bytes).into_owned()
    })
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
