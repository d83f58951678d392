//! Addresses of pages: what stands in one is no name.

use crate::text::Text;

/// How many bytes before a word the beginning of its address is looked for: keeps the look at a long one linear.
const REACH: usize = 256;

/// The token is a part of an address: `www.marden-courier.com/Lundby`.
pub(super) fn is_in_address(text: &Text, at: usize) -> bool {
    let start = text.tokens[at].span.start;
    let bytes = text.source.as_bytes();
    // Most words have white space before them.
    let joined = start.checked_sub(1).is_some_and(|before| b"/.-_=?&#%:".contains(&bytes[before]));
    if !joined {
        return false;
    }
    let before = &bytes[start.saturating_sub(REACH)..start];
    let first = before.iter().rposition(u8::is_ascii_whitespace).map_or(0, |space| space + 1);
    let mut parts = before[first..].windows(4);
    parts.any(|part| part == b"www." || part.starts_with(b"://"))
}
