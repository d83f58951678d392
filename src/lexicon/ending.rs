//! What the ending of a word form tells that the word lists do not.

use super::Tags;

/// What the last two bytes tell of a form of so many, which has these tags by the word lists.
#[inline]
pub(crate) fn ending(tags: Tags, in_lower_case: bool, length: usize, [before, last]: [u8; 2]) -> Tags {
    match last {
        b's' if length > 3 && before != b's' => Tags::S_FORM,
        b'y' if length > 4
            && before == b'l'
            && in_lower_case
            && !tags.intersects(Tags::VERB | Tags::ROLE | Tags::NOUN_CUE | Tags::FUNCTION) =>
        {
            Tags::ADVERB
        }
        b'd' if length > 4
            && before == b'e'
            && !tags.intersects(Tags::VERB | Tags::ROLE | Tags::FUNCTION | Tags::ADVERB) =>
        {
            Tags::ED_FORM
        }
        _ => Tags::empty(),
    }
}

/// The last two bytes of a form; what stands for the first of them matters to no ending if there is but one.
#[inline]
pub(crate) fn last_two(form: &[u8]) -> [u8; 2] {
    form.last_chunk().copied().unwrap_or_default()
}

/// The same for a form of one to eight bytes, which are the lowest ones of the number.
#[inline]
pub(crate) fn last_two_of(eight: u64, length: usize) -> [u8; 2] {
    let tail = eight << (u64::BITS as usize - 8 * length);
    [(tail >> 48) as u8, (tail >> 56) as u8]
}
