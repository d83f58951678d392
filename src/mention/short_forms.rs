//! Where a text has short forms of the names that it has in full, and the acronyms that it explains.

use std::ops::Range;

use super::link::Link;
use super::people::People;
use super::token_set::TokenSet;
use crate::text::{Text, TokenKind};

/// The tokens of each, in the order of the text; what they begin in is no name any more.
pub(super) fn short_forms(text: &Text, people: &People, links: &[Link], capitals: &TokenSet) -> Vec<Range<usize>> {
    let mut new: Vec<Range<usize>> = Vec::new();
    let mut uncovered = capitals.without(links.iter().map(|link| &link.candidate.tokens));
    let mut from = 0;
    while let Some(at) = uncovered.next(from) {
        from = at + 1;
        if !people.may_name(text, at) {
            continue;
        }
        let mut next = links.partition_point(|link| link.candidate.tokens.start <= at);
        // Where the last name ends that is still one.
        let last_new = new.last().map_or(0, |new| new.end);
        let before = links[..next].last().map(|link| &link.candidate.tokens);
        let free = before.filter(|before| before.start >= last_new).map_or(last_new, |before| before.end);
        // `Ms. Marden-Merkel`: the second half of her surname is not somebody else.
        let is_half = |tokens: &Range<usize>| tokens.start == at + 2 && is_hyphen(text, at + 1);
        let limit = match links.get(next).map(|link| &link.candidate.tokens) {
            Some(tokens) if is_half(tokens) => tokens.end,
            Some(tokens) => tokens.start,
            None => text.tokens.len(),
        };
        let word = people.forms.find(text.tokens[at].span);
        let found = if word.is_some_and(|word| people.forms[word].acronym.is_some()) {
            Some(at..at + 1)
        } else {
            people.name_at(text, at, free, limit)
        };
        if let Some(tokens) = found {
            from = tokens.end;
            while let Some(inside) = links.get(next).filter(|link| link.candidate.tokens.start < tokens.end) {
                // It is no name any more.
                for at in tokens.end..inside.candidate.tokens.end {
                    uncovered.add_if(at, capitals.has(at));
                }
                next += 1;
            }
            new.push(tokens);
        }
    }
    new
}

fn is_hyphen(text: &Text, at: usize) -> bool {
    text.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Hyphen && !token.spaced)
}
