//! Candidates with the forms of their names.

use std::ops::Range;

use super::candidate::Candidate;
use super::forms::FormId;
use super::small_index::SmallIndex;

/// A name with its form.
pub(super) struct Link<'g> {
    pub(super) candidate: Candidate<'g>,
    pub(super) form: FormId,
    /// It names somebody in full.
    pub(super) is_full: bool,
    /// Whom it names for sure, whatever comes after it.
    pub(super) known: Option<SmallIndex>,
}

/// Both in the order of the text; new names take the place of those that begin in them.
pub(super) fn merged<'g>(links: Vec<Link<'g>>, new: Vec<Link<'g>>) -> Vec<Link<'g>> {
    if new.is_empty() {
        return links;
    }
    let mut all = Vec::with_capacity(links.len() + new.len());
    let mut links = links.into_iter().peekable();
    for link in new {
        let Range { start, end } = link.candidate.tokens;
        while let Some(before) = links.next_if(|before| before.candidate.tokens.start < start) {
            all.push(before);
        }
        all.push(link);
        while links.next_if(|inside| inside.candidate.tokens.start < end).is_some() {}
    }
    all.extend(links);
    all
}
