//! The words of English that may stand where a name of one word does.

use once_cell::sync::Lazy;
use rustc_hash::FxHashSet;

/// SCOWL's size up to which a word counts: the 50,000 words that it recommends for a small dictionary. Those beyond are
/// so rare that the name is what news means.
const LARGEST_SIZE: u8 = 35;

/// How often a word is used to count, as a power of ten in a thousand million words.
const LEAST_ZIPF: u8 = 3;

static WORDS: Lazy<FxHashSet<&[u8]>> = Lazy::new(|| {
    let file = include_str!("../../gazetteers/lexicon/ordinary-words.tsv");
    let rows = file.lines().filter(|line| !line.starts_with('#')).skip(1);
    rows.filter_map(|row| {
        let mut fields = row.split('\t');
        let word = fields.next()?;
        let [size, zipf]: [u8; 2] = [fields.next()?.parse().ok()?, fields.next()?.parse().ok()?];
        (size <= LARGEST_SIZE && zipf >= LEAST_ZIPF).then_some(word.as_bytes())
    })
    .collect()
});

/// No word of the list is longer, in bytes.
const LONGEST: usize = 32;

/// Whether the text, in whatever case, is a word that news uses.
pub(crate) fn is_ordinary(text: &str) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    if !text.is_ascii() {
        return WORDS.contains(text.to_lowercase().as_bytes());
    }
    let mut room = [0; LONGEST];
    let lower = &mut room[..text.len()];
    lower.copy_from_slice(text.as_bytes());
    lower.make_ascii_lowercase();
    WORDS.contains(&*lower)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_known() {
        for word in ["march", "will", "turkey", "target", "china"] {
            assert!(is_ordinary(word), "{word}");
        }
        for name in ["Merkel", "Reuters", "Texas"] {
            assert!(!is_ordinary(name), "{name}");
        }
        assert!(is_ordinary("March") && is_ordinary("TARGET"));
        assert!(WORDS.iter().all(|word| word.len() <= LONGEST));
    }
}
