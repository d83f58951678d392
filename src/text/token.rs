//! The smallest pieces of a text, and what is known of each.

use crate::lexicon::{Lexicon, Morphology, NameCues, PersonCues, Tags, Word};
use crate::span::Span;

/// Which quotation marks pair with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Family {
    Double,
    Single,
    Guillemet,
    SingleGuillemet,
    Corner,
}

/// Whether a quotation mark opens or closes, as far as the mark and its neighbours tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MarkSide {
    Open,
    Close,
    /// A straight mark between two spaces: only its partner tells.
    Either,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) family: Family,
    pub(crate) side: MarkSide,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    Word,
    Number,
    /// `'s`, `'d`, `'ll` … behind a word.
    Clitic,
    Comma,
    Stop,
    Question,
    Exclamation,
    Ellipsis,
    Colon,
    Semicolon,
    Dash,
    Hyphen,
    Slash,
    OpenBracket,
    CloseBracket,
    Mark(Mark),
    Other,
}

/// How a word is capitalized.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Lower,
    /// First letter only, or a single capital letter.
    Capital,
    /// Two capital letters or more and no small one.
    Upper,
    /// A small letter first and a capital later: iPhone, xAI.
    Mixed,
    /// No letter.
    None,
}

/// Half a line of a processor's cache: long texts are read at the speed of memory.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub(crate) span: Span,
    pub(crate) tags: Tags,
    pub(crate) word: Option<Word>,
    /// The place of what the lexicon [knows](crate::lexicon::Lexicon::known) of the form.
    pub(crate) entry: u16,
    pub(crate) kind: TokenKind,
    pub(crate) shape: Shape,
    /// White space stands before it.
    pub(crate) spaced: bool,
}

const _: () = assert!(size_of::<Token>() <= 32);

impl Token {
    pub(crate) fn is_word(&self) -> bool {
        matches!(self.kind, TokenKind::Word)
    }

    /// Something that can be said aloud: a word or a figure.
    pub(crate) fn is_spoken(&self) -> bool {
        matches!(self.kind, TokenKind::Word | TokenKind::Number)
    }

    /// A word that a name may be made of: capitalized in any way.
    pub(crate) fn is_capitalized(&self) -> bool {
        // Nothing but words has a shape.
        matches!(self.shape, Shape::Capital | Shape::Upper | Shape::Mixed)
    }

    pub(crate) fn has(&self, any: impl Into<Tags>) -> bool {
        self.tags.has(any)
    }

    /// No word list has it.
    pub(crate) fn is_unlisted(&self) -> bool {
        let by_ending = Morphology::S_FORM | Morphology::ED_FORM;
        Tags { morphology: self.tags.morphology - by_ending, ..self.tags } == Tags::NONE && self.name_cues().is_empty()
    }

    /// No word list has it, but perhaps that of given names.
    pub(crate) fn is_unlisted_name(&self) -> bool {
        let tags = Tags { person: self.tags.person - PersonCues::GIVEN, ..self.tags };
        Self { tags, ..*self }.is_unlisted()
    }

    /// Whether any of this is among its [name cues](Self::name_cues).
    pub(crate) fn tells(&self, any: NameCues) -> bool {
        self.name_cues().intersects(any)
    }

    /// What the word tells of a name that it is a part of or stands beside.
    pub(crate) fn name_cues(&self) -> NameCues {
        Lexicon::bundled().known(self.entry).name_cues
    }

    /// The token can be the last of a sentence.
    pub(crate) fn is_terminal(&self) -> bool {
        matches!(self.kind, TokenKind::Stop | TokenKind::Question | TokenKind::Exclamation | TokenKind::Ellipsis)
    }
}
