//! Companies with and without their legal form: `Marden Foods Inc.` is Marden Foods.

use std::ops::Range;

use crate::gazetteer::{EntityIndex, Gazetteer, Kind};
use crate::lexicon::NameCues;
use crate::text::{Text, TokenKind};

/// The name without `Inc.` and the like; one word stays.
pub(super) fn without_legal_form(text: &Text, name: &Range<usize>) -> Range<usize> {
    let is_legal =
        |at: usize| text.tokens[at].tells(NameCues::COMPANY_LAST) || text.tokens[at].kind == TokenKind::Comma;
    // `(Pty)`
    let is_bracketed = |end: usize| {
        end > name.start + 3
            && text.tokens[end - 1].kind == TokenKind::CloseBracket
            && text.tokens[end - 2].tells(NameCues::COMPANY_LAST)
            && text.tokens[end - 3].kind == TokenKind::OpenBracket
    };
    let mut end = name.end;
    while end > name.start + 1 && (is_legal(end - 1) || is_bracketed(end)) {
        end -= if is_bracketed(end) { 3 } else { 1 };
    }
    name.start..end
}

/// `Marden Corp` is the gazetteer's `Marden`: a company's legal form may be said or not.
pub(super) fn known_company(text: &Text, name: &Range<usize>, gazetteer: &Gazetteer) -> Option<EntityIndex> {
    let short = without_legal_form(text, name);
    let span = text.span(short.clone());
    let found = (short.end < name.end)
        .then(|| gazetteer.longest_at(text.source, span.start))?
        .filter(|found| found.span().end == span.end)?;
    found.candidates().iter().copied().find(|&index| gazetteer.entity_at(index).kind() == Kind::Organization)
}
