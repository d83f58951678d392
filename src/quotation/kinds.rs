//! What an item is, as one bit of a number: a rule that asks for several kinds tests them at once.

use crate::text::TokenKind;

bitflags::bitflags! {
    /// Every item has one of these, and a quotation may be fitted as well.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) struct Kinds: u32 {
        const WORD = 1;
        const NUMBER = 1 << 1;
        const CLITIC = 1 << 2;
        const COMMA = 1 << 3;
        const STOP = 1 << 4;
        const QUESTION = 1 << 5;
        const EXCLAMATION = 1 << 6;
        const ELLIPSIS = 1 << 7;
        const COLON = 1 << 8;
        const SEMICOLON = 1 << 9;
        const DASH = 1 << 10;
        const HYPHEN = 1 << 11;
        const SLASH = 1 << 12;
        const OPEN_BRACKET = 1 << 13;
        const CLOSE_BRACKET = 1 << 14;
        const MARK = 1 << 15;
        const OTHER = 1 << 16;

        const NAME = 1 << 17;
        const QUOTE = 1 << 18;
        /// A quoted word or two that is a part of the narrator's own phrase: no comma or stop ends it.
        const FITTED = 1 << 19;
        /// A word that is a verb here, as [`Narration::is_verb`](super::Narration::is_verb) tells.
        const VERB = 1 << 20;
    }
}

impl Kinds {
    /// What ends a clause, a semicolon included.
    pub(super) const TERMINAL: Self =
        Self::STOP.union(Self::QUESTION).union(Self::EXCLAMATION).union(Self::ELLIPSIS).union(Self::SEMICOLON);

    #[inline]
    pub(super) const fn of(kind: TokenKind) -> Self {
        match kind {
            TokenKind::Word => Self::WORD,
            TokenKind::Number => Self::NUMBER,
            TokenKind::Clitic => Self::CLITIC,
            TokenKind::Comma => Self::COMMA,
            TokenKind::Stop => Self::STOP,
            TokenKind::Question => Self::QUESTION,
            TokenKind::Exclamation => Self::EXCLAMATION,
            TokenKind::Ellipsis => Self::ELLIPSIS,
            TokenKind::Colon => Self::COLON,
            TokenKind::Semicolon => Self::SEMICOLON,
            TokenKind::Dash => Self::DASH,
            TokenKind::Hyphen => Self::HYPHEN,
            TokenKind::Slash => Self::SLASH,
            TokenKind::OpenBracket => Self::OPEN_BRACKET,
            TokenKind::CloseBracket => Self::CLOSE_BRACKET,
            TokenKind::Mark(_) => Self::MARK,
            TokenKind::Other => Self::OTHER,
        }
    }
}
