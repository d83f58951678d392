//! From the bytes of a page to its characters.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// How far into a page its own word on its encoding is looked for. The standard says 1,024 bytes; real pages put scripts first.
const PRESCAN: usize = 8192;

/// The characters of a page's bytes.
///
/// A byte order mark decides. Without one the page is UTF-8 if its bytes are; else whatever `<meta charset>` (or the like)
/// says, and windows-1252 where it says nothing that can be true. That the bytes go before what the page says of itself is the
/// one difference to browsers: a text that happens to be UTF-8 and is not has never been seen, and a page that a program has
/// converted without mending its head is seen every day.
///
/// Never fails: what cannot be read becomes U+FFFD. The time is linear in the length, and nothing is copied of a page in UTF-8.
///
/// ```
/// use whosaid::import::decode;
///
/// assert_eq!(decode(b"<meta charset=iso-8859-1><p>\x93Caf\xE9\x94"), "<meta charset=iso-8859-1><p>“Café”");
/// assert_eq!(decode(b"\xFF\xFEH\0i\0"), "Hi");
/// ```
pub fn decode(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[length..]).0;
    }
    if let Ok(text) = str::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    // Who says UTF-16 in ASCII cannot mean it.
    let declared = declared(&bytes[..bytes.len().min(PRESCAN)]).map(Encoding::output_encoding);
    let encoding = match declared {
        Some(encoding) if encoding != UTF_8 => encoding,
        _ if is_rather_utf8(bytes) => UTF_8,
        _ => WINDOWS_1252,
    };
    encoding.decode_without_bom_handling(bytes).0
}

/// The encoding that a page says it has.
fn declared(head: &[u8]) -> Option<&'static Encoding> {
    let head = head.to_ascii_lowercase();
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':' | b'.');
    for word in [&b"charset"[..], b"encoding"] {
        for (at, _) in head.windows(word.len()).enumerate().filter(|(_, window)| *window == word) {
            let behind = head[at + word.len()..].trim_ascii_start();
            let Some(behind) = behind.strip_prefix(b"=") else { continue };
            let behind = behind.trim_ascii_start();
            let name = behind.strip_prefix(b"\"").or(behind.strip_prefix(b"'")).unwrap_or(behind).trim_ascii_start();
            let end = name.iter().position(|byte| !is_name(byte)).unwrap_or(name.len());
            if let Some(encoding) = Encoding::for_label(&name[..end]) {
                return Some(encoding);
            }
        }
    }
    None
}

/// Whether more of the characters outside ASCII are UTF-8 than are not: one byte cut off in the middle of a page does not make
/// all of it another encoding.
fn is_rather_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad
}
