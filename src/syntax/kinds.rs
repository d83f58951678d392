//! What a unit is, as one bit of a number: a rule that asks for several kinds tests them at once.

use crate::lexicon::Word;
use crate::text::{Token, TokenKind};

bitflags::bitflags! {
    /// Every unit has one of the first, down to a quotation. The lists of words that many rules ask for are kinds too: found
    /// once, when the text is told, and tested in one step. What a word is in its sentence, its [part](crate::lexicon::Part)
    /// says.
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
        /// A word that is a verb here, as [`Syntax::is_verb`](super::Syntax::is_verb) tells.
        const VERB = 1 << 20;

        /// `’s` in small letters.
        const POSSESSIVE = 1 << 21;
        /// One of the nouns for many that the word lists do not tell.
        const PLURAL = 1 << 22;
        /// One of the prepositions that tie a second noun phrase to the first.
        const ATTACHES = 1 << 23;
        /// `who`, and the pronouns that ask for a man or a woman.
        const REFERS = 1 << 24;
        /// `and` and `but`
        const COORDINATES = 1 << 25;
        /// `according`
        const SOURCE = 1 << 26;
        /// A quotation that holds a verb with tense.
        const TENSED = 1 << 27;
    }
}

/// The lists of words that rules ask for.
const LISTS: &[(Kinds, &[Word])] = &[
    (
        Kinds::PLURAL,
        &[
            Word::People,
            Word::Men,
            Word::Women,
            Word::Children,
            Word::Some,
            Word::Many,
            Word::Others,
            Word::Both,
            Word::Police,
            Word::Few,
            Word::Most,
        ],
    ),
    (
        Kinds::ATTACHES,
        &[
            Word::Of,
            Word::For,
            Word::At,
            Word::In,
            Word::From,
            Word::With,
            Word::On,
            Word::To,
            Word::Against,
            Word::Under,
            Word::Behind,
            Word::Near,
            Word::Within,
            Word::Outside,
            Word::Inside,
            Word::Around,
            Word::Across,
            Word::By,
            Word::About,
            Word::Over,
            Word::Like,
            Word::As,
        ],
    ),
    (
        Kinds::REFERS,
        &[Word::Who, Word::He, Word::Him, Word::His, Word::Himself, Word::She, Word::Her, Word::Hers, Word::Herself],
    ),
    (Kinds::SOURCE, &[Word::According]),
    (Kinds::COORDINATES, &[Word::And, Word::But]),
];

/// The lists that each word is in; the last place is that of what is no such word.
const BY_WORD: [Kinds; Word::COUNT + 1] = {
    let mut by_word = [Kinds::empty(); Word::COUNT + 1];
    let mut list = 0;
    while list < LISTS.len() {
        let (kind, words) = LISTS[list];
        let mut at = 0;
        while at < words.len() {
            let word = words[at] as usize;
            by_word[word] = by_word[word].union(kind);
            at += 1;
        }
        list += 1;
    }
    by_word
};

impl Kinds {
    /// What ends a clause, a semicolon included.
    pub(crate) const TERMINAL: Self =
        Self::STOP.union(Self::QUESTION).union(Self::EXCLAMATION).union(Self::ELLIPSIS).union(Self::SEMICOLON);

    /// All that a token is by itself; what the text of a few signs tells is not told here.
    #[inline]
    pub(crate) fn of_token(token: &Token) -> Self {
        Self::of(token.kind) | BY_WORD[token.word.map_or(Word::COUNT, |word| word as usize)]
    }

    #[inline]
    pub(crate) const fn of(kind: TokenKind) -> Self {
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
