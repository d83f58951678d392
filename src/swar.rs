//! Eight bytes of text looked at as one number ("SIMD within a register").
//!
//! Four of five words of English news are shorter than nine bytes. Arithmetic on them as one number tells which of the
//! bytes are letters or digits in fewer steps than a loop takes for two of them.

const ONES: u64 = 0x0101_0101_0101_0101;
/// The highest bit of each byte.
const HIGH: u64 = 0x80 * ONES;

/// The eight bytes at the offset, the first one lowest; `None` where fewer are left.
#[inline]
pub(crate) fn eight_at(text: &[u8], offset: usize) -> Option<u64> {
    Some(u64::from_le_bytes(*text.get(offset..)?.first_chunk()?))
}

/// The sixteen bytes at the offset as two numbers, the first byte lowest; `None` where fewer are left.
#[inline]
pub(crate) fn sixteen_at(text: &[u8], offset: usize) -> Option<[u64; 2]> {
    let both = u128::from_le_bytes(*text.get(offset..)?.first_chunk()?);
    Some([both as u64, (both >> 64) as u64])
}

/// The eight bytes at the offset, with zeros behind the end of the text.
#[inline]
pub(crate) fn padded_at(text: &[u8], offset: usize) -> u64 {
    eight_at(text, offset).unwrap_or_else(|| {
        let rest = text.get(offset..).unwrap_or_default();
        rest.iter().rev().fold(0, |eight, &byte| (eight << 8) | u64::from(byte))
    })
}

/// The highest bit of each byte that is an ASCII letter.
#[inline]
pub(crate) fn letters(eight: u64) -> u64 {
    within(eight | (0x20 * ONES), b'a', b'z') & !eight
}

/// The highest bit of each byte that is an ASCII letter or digit.
#[inline]
pub(crate) fn alphanumerics(eight: u64) -> u64 {
    (within(eight | (0x20 * ONES), b'a', b'z') | within(eight, b'0', b'9')) & !eight
}

/// The highest bit of each byte from the first of these to the last, right only for bytes that are ASCII.
#[inline]
fn within(eight: u64, first: u8, last: u8) -> u64 {
    // Each byte by itself: without its highest bit nothing carries into the next.
    let seven = eight & !HIGH;
    let from_first = seven + (0x80 - u64::from(first)) * ONES;
    let behind_last = seven + (0x7f - u64::from(last)) * ONES;
    from_first & !behind_last & HIGH
}

/// All bits of the bytes before the first one whose highest bit is not set, and how many bytes these are.
#[inline]
pub(crate) fn run(high: u64) -> (u64, usize) {
    let stop = !high & HIGH;
    let first = (stop & stop.wrapping_neg()) >> 7;
    (first.wrapping_sub(1), stop.trailing_zeros() as usize / 8)
}

/// The ASCII letters, eight at most, that the text goes on with at the offset, and zeros behind them.
#[inline]
pub(crate) fn leading_letters(text: &[u8], offset: usize) -> u64 {
    let eight = padded_at(text, offset);
    eight & run(letters(eight)).0
}

/// A number for up to eight bytes whose high bits depend on all of them (Fibonacci hashing).
#[inline]
pub(crate) fn hash(eight: u64) -> u32 {
    (eight.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as u32
}

/// The ASCII letters that the bytes begin with, in lower case, with zeros behind them; and how many they are.
#[inline]
pub(crate) fn lower_letters(eight: u64) -> (u64, usize) {
    let letters = letters(eight);
    let (inside, length) = run(letters);
    let capitals = letters & !(eight << 2);
    ((eight | (capitals >> 2)) & inside, length)
}

/// ASCII capitals among the bytes in lower case.
#[inline]
pub(crate) fn lower(eight: u64) -> u64 {
    eight | ((within(eight, b'A', b'Z') & !eight) >> 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_at_every_place() {
        for byte in 0..=u8::MAX {
            for place in 0..8 {
                for fill in *b"aZ09@[`{/:\x80\xff\0" {
                    let mut text = [fill; 8];
                    text[place] = byte;
                    let eight = u64::from_le_bytes(text);
                    let high = |is: fn(&u8) -> bool| u64::from_le_bytes(text.map(|byte| u8::from(is(&byte)) << 7));
                    assert_eq!(letters(eight), high(u8::is_ascii_alphabetic), "{text:?}");
                    assert_eq!(alphanumerics(eight), high(u8::is_ascii_alphanumeric), "{text:?}");
                    assert_eq!(lower(eight).to_le_bytes(), text.map(|byte| byte.to_ascii_lowercase()));
                    let first = text.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
                    let small = text.to_ascii_lowercase();
                    assert_eq!(lower_letters(eight), (padded_at(&small[..first], 0), first), "{text:?}");
                    let first = text.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
                    let (run, length) = run(alphanumerics(eight));
                    assert_eq!(length, first);
                    assert_eq!(run.to_le_bytes(), std::array::from_fn(|at| if at < first { 0xff } else { 0 }));
                }
            }
        }
    }

    #[test]
    fn nothing_is_read_behind_the_end() {
        assert_eq!(eight_at(b"12345678", 1), None);
        assert_eq!(padded_at(b"12345678", 6).to_le_bytes(), *b"78\0\0\0\0\0\0");
        assert_eq!(padded_at(b"1", 3), 0);
    }
}
