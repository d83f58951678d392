//! Given names of two syllables: `Ji-won`, `Siew-ling`.

use crate::gazetteer::is_ordinary;
use crate::text::{Shape, Text, TokenKind};

/// No half of a name that a hyphen or an apostrophe joins has more letters, if it is in small ones.
pub(super) const LONGEST_HALF: usize = 6;

/// A syllable of a Korean or Chinese name in Latin letters: after its vowels come n, ng, m, k, l, p, t, h, w or nothing.
fn is_syllable(word: &str) -> bool {
    let is_vowel = |letter: u8| b"aeiouy".contains(&letter);
    let mut letters = [0; LONGEST_HALF];
    let Some(letters) = letters.get_mut(..word.len()) else { return false };
    letters.copy_from_slice(word.as_bytes());
    letters.make_ascii_lowercase();
    // The y of `young` is no vowel.
    let onset = usize::from(letters.first() == Some(&b'y'));
    let Some(vowel) = letters[onset..].iter().position(|&letter| is_vowel(letter)).map(|at| onset + at) else {
        return false;
    };
    let coda = letters[vowel..].iter().position(|&letter| !is_vowel(letter)).map_or(letters.len(), |at| vowel + at);
    vowel <= 2
        && coda - vowel <= 3
        && letters[..vowel].iter().all(u8::is_ascii_lowercase)
        && matches!(&letters[coda..], b"" | b"n" | b"ng" | b"m" | b"k" | b"l" | b"p" | b"t" | b"h" | b"w")
}

/// Such a given name begins at the token, with a small letter in its second half, which may be a word elsewhere.
pub(super) fn is_of_two_syllables(text: &Text, at: usize) -> bool {
    let Some([first, hyphen, second]) = text.tokens.get(at..at + 3) else { return false };
    first.shape == Shape::Capital
        && second.shape == Shape::Lower
        && hyphen.kind == TokenKind::Hyphen
        && !(hyphen.spaced || second.spaced)
        && [first, second].iter().all(|half| is_syllable(half.span.of(text.source)))
        // `New-look England`, `Ten-man Arsenal`
        && ![first, second].iter().all(|half| is_ordinary(half.span.of(text.source)))
}

#[cfg(test)]
mod tests {
    use super::is_syllable;

    #[test]
    fn syllables_are_told_from_words() {
        for syllable in ["Ji", "won", "Siew", "ling", "hyun", "seok", "Young", "yeh", "kai", "shek"] {
            assert!(is_syllable(syllable), "{syllable}");
        }
        for word in ["led", "based", "Petra", "run-", "", "ng", "owned", "style", "backed", "Straw", "éa"] {
            assert!(!is_syllable(word), "{word}");
        }
    }
}
