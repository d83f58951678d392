//! When a stretch of text is equal to a name although the characters differ.
//!
//! Three layers, each a smaller difference than the one before:
//!
//! 1. *Spelling*: a name has up to four, with the accents as given, composed, decomposed, or dropped.
//! 2. *Letters*: apostrophes, hyphens and white space of either side read alike.
//! 3. *Case*: either each letter has the case of the name's, or the text is all capitals.
//!
//! Text is only ever read through these, character by character; no copy of it is made.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use super::word::{APOSTROPHES, HYPHENS, is_accent};

/// The characters of a stretch of text in which apostrophes, hyphens and white space are the plain ones.
///
/// A run of white space is one space. One line break may be part of it; two are the end of a paragraph, where no name
/// goes on: they read as a line break, which no name contains.
#[derive(Clone, Debug)]
pub(super) struct Letters<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Letters<'t> {
    /// The letters from the offset on, which must lie on a character boundary.
    #[inline]
    pub(super) fn from(text: &'t str, at: usize) -> Self {
        Self { text, at }
    }

    /// The offset behind the letter that was read last.
    #[inline]
    pub(super) fn offset(&self) -> usize {
        self.at
    }

    /// Goes to the end of the white space that starts here.
    #[cold]
    fn white_space(&mut self) -> char {
        let mut breaks = 0;
        let mut previous = ' ';
        for c in self.text[self.at..].chars() {
            match c {
                '\n' if previous == '\r' => {}
                '\n' | '\r' => breaks += 1,
                _ if is_blank(c) => {}
                _ => break,
            }
            previous = c;
            self.at += c.len_utf8();
        }
        if breaks < 2 { ' ' } else { '\n' }
    }
}

impl Iterator for Letters<'_> {
    type Item = char;

    #[inline]
    fn next(&mut self) -> Option<char> {
        let byte = *self.text.as_bytes().get(self.at)?;
        if byte > b' ' && byte.is_ascii() {
            self.at += 1;
            return Some(byte.into());
        }
        // The one space between two words of a name, as nearly all text has it.
        if byte == b' ' && self.text.as_bytes().get(self.at + 1).is_some_and(u8::is_ascii_graphic) {
            self.at += 1;
            return Some(' ');
        }
        let c = self.text[self.at..].chars().next()?;
        if is_blank(c) || c == '\n' || c == '\r' {
            return Some(self.white_space());
        }
        self.at += c.len_utf8();
        Some(plain(c))
    }
}

/// White space within a line, as far as it may stand inside a name.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}')
}

/// The plain apostrophe or hyphen for any of them, other characters as they are.
fn plain(c: char) -> char {
    if APOSTROPHES.contains(&c) {
        '\''
    } else if HYPHENS.contains(&c) {
        '-'
    } else {
        c
    }
}

/// The letter in lower case, for comparisons only; more than one character for `İ`.
#[inline]
pub(super) fn lower(c: char) -> impl Iterator<Item = char> {
    // A capital sigma has two small letters, and which one it is depends on its place in the word.
    c.to_lowercase().map(|c| if c == 'ς' { 'σ' } else { c })
}

/// The spellings of a name, in plain letters: as given, composed, decomposed and without accents, each once.
pub(super) fn spellings(name: &str) -> Vec<Cow<'_, str>> {
    let given = plain_text(name);
    if given.is_ascii() {
        return vec![given];
    }
    // Once more plain: an accent that stood alone leaves the white space around it.
    let bare = plain_text(&without_accents(&given)).into_owned();
    let others = [given.nfc().collect(), given.nfd().collect(), bare];
    let mut spellings = vec![given];
    for spelling in others {
        if !spellings.contains(&Cow::Borrowed(&*spelling)) {
            spellings.push(spelling.into());
        }
    }
    spellings
}

/// The text in plain letters, without white space at its ends; the text itself if it is plain, as most names are.
fn plain_text(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    let mut before = 0;
    let is_plain = text.bytes().all(|byte| {
        let twice = byte == b' ' && before == b' ';
        before = byte;
        matches!(byte, b' '..=b'~') && !twice
    });
    if is_plain { text.into() } else { Letters::from(text, 0).collect() }
}

/// The text with every accent dropped, as keyboards and agencies without accents write it.
pub(crate) fn without_accents(text: &str) -> String {
    let mut dropped = String::with_capacity(text.len());
    let mut letters = text.nfd().filter(|&c| !is_accent(c)).peekable();
    while let Some(c) = letters.next() {
        // Ægir, but ÆGIR.
        let is_in_capitals = letters.peek().is_some_and(|next| next.is_uppercase());
        dropped.push_str(match c {
            'ß' => "ss",
            'ẞ' => "SS",
            'ø' => "o",
            'Ø' => "O",
            'ł' => "l",
            'Ł' => "L",
            'đ' | 'ð' => "d",
            'Đ' | 'Ð' => "D",
            'ħ' => "h",
            'Ħ' => "H",
            'ı' => "i",
            'æ' => "ae",
            'Æ' if is_in_capitals => "AE",
            'Æ' => "Ae",
            'œ' => "oe",
            'Œ' if is_in_capitals => "OE",
            'Œ' => "Oe",
            'þ' => "th",
            'Þ' if is_in_capitals => "TH",
            'Þ' => "Th",
            _ => {
                dropped.push(c);
                continue;
            }
        });
    }
    // Taking Hangul apart must not outlive the look for accents.
    dropped.nfc().collect()
}

/// In which way a text equals a name; the better way is the lesser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Way {
    /// Letter for letter.
    Exact,
    /// The text is in capitals throughout, the name is not.
    Capitals,
}

/// Whether the text has the letters of a spelling, case included.
#[inline]
pub(super) fn is_exact(spelling: &str, text: &str) -> bool {
    spelling == text || Letters::from(text, 0).eq(spelling.chars())
}

/// Whether the text has the letters of a spelling in any case.
pub(super) fn equals_but_for_case(spelling: &str, text: &str) -> bool {
    spelling.chars().flat_map(lower).eq(Letters::from(text, 0).flat_map(lower))
}

/// Whether a text is in capitals: it has two letters at least, and none of them is a lower-case one.
pub(super) fn is_capitals(text: &str) -> bool {
    !has_lower_case(text) && text.chars().filter(|c| c.is_alphabetic()).take(2).count() == 2
}

/// Whether a spelling has a lower-case letter. Those that have none are acronyms: no other case stands for them.
pub(super) fn has_lower_case(spelling: &str) -> bool {
    spelling.chars().any(char::is_lowercase)
}

/// In which way, if any, a text equals a name.
pub(super) fn compare(name: &str, text: &str) -> Option<Way> {
    if name == text {
        return Some(Way::Exact);
    }
    let text = text.trim();
    let spellings = spellings(name);
    if spellings.iter().any(|spelling| is_exact(spelling, text)) {
        return Some(Way::Exact);
    }
    let is_equal = |spelling: &Cow<'_, str>| has_lower_case(spelling) && equals_but_for_case(spelling, text);
    (is_capitals(text) && spellings.iter().any(is_equal)).then_some(Way::Capitals)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_drop() {
        for (name, dropped) in [
            ("Hugo Chávez", "Hugo Chavez"),
            ("Erdoğan", "Erdogan"),
            ("Øresund", "Oresund"),
            ("Łódź", "Lodz"),
            ("Đà Nẵng", "Da Nang"),
            ("Strauß", "Strauss"),
            ("Æsir ÆSIR Œuvre", "Aesir AESIR Oeuvre"),
            ("Þórður", "Thordur"),
            ("서울", "서울"),
            ("नई दिल्ली", "नई दिल्ली"),
        ] {
            assert_eq!(without_accents(name), dropped);
        }
    }

    #[test]
    fn a_plain_name_has_one_spelling() {
        assert_eq!(spellings(" Xi  Jinping "), ["Xi Jinping"]);
        assert_eq!(spellings("O’Brien"), ["O'Brien"]);
        assert_eq!(spellings("Chávez"), ["Chávez", "Cha\u{301}vez", "Chavez"]);
    }

    #[test]
    fn white_space_is_one_space_within_a_paragraph() {
        let letters = |text| Letters::from(text, 0).collect::<String>();
        assert_eq!(letters("a \u{A0}\tb\r\nc \n d"), "a b c d");
        assert_eq!(letters("a\n \nb\r\rc\r\n\r\nd"), "a\nb\nc\nd");
        assert_eq!(letters("it’s a ‐ or \u{2011}"), "it's a - or -");
    }

    #[test]
    fn the_better_way_is_the_lesser() {
        assert_eq!(compare("Müller", "Muller"), Some(Way::Exact));
        assert_eq!(compare("Müller", "MULLER"), Some(Way::Capitals));
        assert_eq!(compare("WHO", "Who"), None);
        assert_eq!(compare("X", "x"), None);
        assert!(Way::Exact < Way::Capitals);
    }
}
