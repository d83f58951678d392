//! Addresses of pages and of mail: what stands in one is no name.

use crate::span::Span;
use crate::text::Text;

/// How many bytes before a word the beginning of its address is looked for: keeps the look at a long one linear.
const REACH: usize = 256;

/// The token is a part of an address: `www.marden-courier.com/Lundby`, `Lundby.desk@marden-courier.com`.
pub(super) fn is_in_address(text: &Text, at: usize) -> bool {
    let Span { start, end } = text.tokens[at].span;
    let bytes = text.source.as_bytes();
    // Most words have white space before them.
    let joined = start.checked_sub(1).is_some_and(|before| b"/.-_=?&#%:@+".contains(&bytes[before]));
    let joins = bytes.get(end).is_some_and(|after| b".-_@+".contains(after));
    if !joined && !joins {
        return false;
    }
    let from = start.saturating_sub(REACH);
    let first = bytes[from..start].iter().rposition(u8::is_ascii_whitespace).map_or(from, |space| from + space + 1);
    let before = &bytes[first..start];
    let is_page = joined
        && (before.windows(4).any(|part| part == b"www." || part.starts_with(b"://")) || has_folder_of_site(before));
    is_page || is_mail(&bytes[first..bytes.len().min(end + REACH)])
}

/// `marden-courier.com/`: a stop and two or more small letters before the first stroke.
fn has_folder_of_site(bytes: &[u8]) -> bool {
    let site = bytes.iter().position(|&byte| byte == b'/').map(|stroke| &bytes[..stroke]);
    let last = site.and_then(|site| Some(&site[site.iter().rposition(|&byte| byte == b'.')? + 1..]));
    last.is_some_and(|last| last.len() > 1 && last.iter().all(u8::is_ascii_lowercase))
}

/// What stands before the first white space has letters or figures on both sides of an `@`.
fn is_mail(bytes: &[u8]) -> bool {
    let end = bytes.iter().position(u8::is_ascii_whitespace).unwrap_or(bytes.len());
    bytes[..end]
        .windows(3)
        .any(|part| part[1] == b'@' && part[0].is_ascii_alphanumeric() && part[2].is_ascii_alphanumeric())
}
