//! What a character is to the word that it stands in.

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

pub(super) fn in_word(c: char) -> bool {
    !matches!(c, '\u{2010}'..='\u{2027}') && (c.is_alphanumeric() || is_combining(c))
}

/// Characters that take no room and part nothing.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{ad}')
}

/// Those of them that stand inside words: where the word may be hyphenated, or how its letters are joined.
pub(super) fn joins_letters(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{2060}')
}
