//! A name as records give it.

use std::borrow::Cow;

/// `PORT MARDEN` of a dateline is Port Marden.
pub(super) fn in_small_letters(name: &str) -> String {
    let mut small = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !small.is_empty() {
            small.push(' ');
        }
        let mut letters = word.chars();
        small.extend(letters.next());
        small.extend(letters.flat_map(char::to_lowercase));
    }
    small
}

/// A name as a record gives it: white space made single.
pub(super) fn plain(name: &str) -> Cow<'_, str> {
    let bytes = name.as_bytes();
    let is_plain = |at: usize| bytes[at] > b' ' && bytes[at].is_ascii() || bytes[at] == b' ' && bytes[at - 1] != b' ';
    if name.trim_ascii().len() == name.len() && (0..bytes.len()).all(is_plain) {
        return name.into();
    }
    let mut plain = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !plain.is_empty() {
            plain.push(' ');
        }
        plain.push_str(word);
    }
    plain.into()
}
