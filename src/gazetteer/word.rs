//! Where words begin and end, as far as names are concerned.

/// Apostrophes, which are equal inside a name. U+02BB and U+02BC count as letters in Unicode, but news has them
/// for quotes (Putinʼs, Hawaiʻi), so here they end a word as the others do.
pub(super) const APOSTROPHES: [char; 5] = ['\'', '’', '‘', '\u{2BC}', '\u{2BB}'];

/// Hyphens, which are equal inside a name.
pub(super) const HYPHENS: [char; 3] = ['-', '\u{2010}', '\u{2011}'];

/// Whether the character makes a word go on: a letter, a digit, or an accent of its own.
#[inline]
pub(super) fn is_word_char(c: char) -> bool {
    match c {
        '\0'..='\x7F' => c.is_ascii_alphanumeric(),
        // Dashes, quotation marks and the ellipsis: by far the most of what is not ASCII, and no letters for sure.
        '\u{2010}'..='\u{2027}' => false,
        _ => (c.is_alphanumeric() && !APOSTROPHES.contains(&c)) || is_accent(c),
    }
}

/// Whether the character is an accent that combines with the letter before it.
///
/// Only the blocks of diacritical marks: the vowel signs of Indic scripts are marks too, but a word without them is
/// another word; and a variation selector (U+FE0F) belongs to an emoji.
#[inline]
pub(super) fn is_accent(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36F}'
            | '\u{1AB0}'..='\u{1AFF}'
            | '\u{1DC0}'..='\u{1DFF}'
            | '\u{20D0}'..='\u{20FF}'
            | '\u{FE20}'..='\u{FE2F}'
    )
}

/// Whether a word may start at the offset: no letter or digit stands before it. No word starts inside a character.
#[inline]
pub(super) fn is_word_start(text: &str, at: usize) -> bool {
    match at.checked_sub(1).map(|before| text.as_bytes().get(before)) {
        None => true,
        Some(None) => false,
        Some(Some(byte)) if byte.is_ascii() => !byte.is_ascii_alphanumeric(),
        Some(Some(_)) => text.get(..at).and_then(|before| before.chars().next_back()).is_some_and(|c| !is_word_char(c)),
    }
}
