//! What the ending of a word form tells that the word lists do not.

use super::tags::{Morphology, PersonCues, Tags, WordClass};

/// What a word in *-ly* is that is no adverb.
const NO_ADVERB: Tags =
    Tags { class: WordClass::NOUN_CUE.union(WordClass::FUNCTION), morphology: Morphology::VERB, ..ROLE };
/// What a word in *-ed* is that is no past form, or is known as one.
const NO_PAST_FORM: Tags =
    Tags { class: WordClass::FUNCTION.union(WordClass::ADVERB), morphology: Morphology::VERB, ..ROLE };
const ROLE: Tags = Tags { person: PersonCues::ROLE, ..Tags::NONE };

/// What the last two bytes tell of a form of so many, which has these tags by the word lists.
#[inline]
pub(crate) fn ending(tags: Tags, in_lower_case: bool, length: usize, [before, last]: [u8; 2]) -> Tags {
    match last {
        b's' if length > 3 && before != b's' => Morphology::S_FORM.into(),
        b'y' if length > 4 && before == b'l' && in_lower_case && !tags.has(NO_ADVERB) => WordClass::ADVERB.into(),
        b'd' if length > 4 && before == b'e' && !tags.has(NO_PAST_FORM) => Morphology::ED_FORM.into(),
        _ => Tags::NONE,
    }
}

/// The last two bytes of a form; what stands for the first of them matters to no ending if there is but one.
#[inline]
pub(crate) fn last_two(form: &[u8]) -> [u8; 2] {
    form.last_chunk().copied().unwrap_or_default()
}

/// By the lower five bits of the last two letters, which tell letters apart: a place in [`TAGS`].
const ENDINGS: [u8; 1 << 10] = {
    let mut endings = [0; 1 << 10];
    let mut before = 0;
    while before < 32 {
        endings[before << 5 | letter(b's')] = (before != letter(b's')) as u8;
        before += 1;
    }
    endings[letter(b'l') << 5 | letter(b'y')] = 2;
    endings[letter(b'e') << 5 | letter(b'd')] = 3;
    endings
};

const fn letter(byte: u8) -> usize {
    byte as usize % 32
}

/// What each ending tells of forms of up to three letters, of four, and of more.
const TAGS: [[Tags; 3]; 4] = {
    let none = Tags::NONE;
    let plural = Tags { morphology: Morphology::S_FORM, ..none };
    let past = Tags { morphology: Morphology::ED_FORM, ..none };
    [[none; 3], [none, plural, plural], [none, none, Tags { class: WordClass::ADVERB, ..none }], [none, none, past]]
};

/// The same as [`ending`] for a form that no word list has and that is all letters, small ones but perhaps for the first:
/// by a table, since no processor foresees the endings of words.
#[inline]
pub(crate) fn ending_of_unlisted(in_lower_case: bool, length: usize, [before, last]: [u8; 2]) -> Tags {
    let ending = ENDINGS[letter(before) << 5 | letter(last)];
    let tags = TAGS[usize::from(ending)][usize::from(length > 3) + usize::from(length > 4)];
    if in_lower_case { tags } else { Tags { class: WordClass::empty(), ..tags } }
}

#[cfg(test)]
mod tests {
    use super::{Tags, ending, ending_of_unlisted};

    #[test]
    fn the_table_tells_what_the_rules_tell() {
        for before in b'a'..=b'z' {
            for last in b'a'..=b'z' {
                for length in 2..8 {
                    for lower in [true, false] {
                        let rules = ending(Tags::NONE, lower, length, [before, last]);
                        assert_eq!(ending_of_unlisted(lower, length, [before, last]), rules);
                    }
                }
            }
        }
    }
}
