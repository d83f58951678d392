//! What a unit is, as one bit of a number: a rule that asks for several kinds tests them at once.

use crate::lexicon::{Tags, Word};
use crate::text::{Shape, Token, TokenKind};

bitflags::bitflags! {
    /// Every unit has one of the first, down to a quotation. What many rules ask of a word, its class and the lists it is
    /// in, is a kind too: found once, when the text is told, and tested in one step.
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

        const ADVERB = 1 << 21;
        /// A noun, an adjective, a name, a figure.
        const NOMINAL = 1 << 22;
        const PRONOUN = 1 << 23;
        /// It goes on with the noun phrase on its right, and may have more of it on its left: no determiner.
        const JOINS = 1 << 24;

        /// `’s` in small letters.
        const POSSESSIVE = 1 << 25;
        /// One of the nouns for many that the word lists do not tell.
        const PLURAL = 1 << 26;
        /// One of the prepositions that tie a second noun phrase to the first.
        const ATTACHES = 1 << 27;
        /// `who`, and the pronouns that ask for a man or a woman.
        const REFERS = 1 << 28;
        /// `to`, `who` and `which`: what may be a verb is one after them.
        const LEADS = 1 << 29;
        /// `and` and `but`
        const COORDINATES = 1 << 30;
        /// `according`
        const SOURCE = 1 << 31;
    }
}

/// The lists of words that rules ask for.
const LISTS: &[(Kinds, &[Word])] = &[
    (
        Kinds::PRONOUN,
        &[
            Word::Everyone,
            Word::Everybody,
            Word::Nobody,
            Word::Someone,
            Word::Somebody,
            Word::Others,
            Word::Anyone,
            Word::Both,
            Word::Neither,
        ],
    ),
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
    (Kinds::LEADS, &[Word::To, Word::Who, Word::Which]),
    (Kinds::COORDINATES, &[Word::And, Word::But]),
    (Kinds::JOINS, &[Word::Former, Word::Then]),
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

/// What a word is by the first of its tags, those for the classes of function words: for each set of them the kinds from
/// [`Kinds::VERB`] on. Sixteen kilobytes, of which the few sets that words have are ever looked at.
const BY_CLASS: [u8; 1 << CLASSES] = {
    let mut by_class = [0; 1 << CLASSES];
    let mut classes = 0;
    while classes < by_class.len() {
        by_class[classes] = (of_classes(Tags::from_bits_retain(classes as u64)).bits() >> FIRST_OF_CLASS) as u8;
        classes += 1;
    }
    by_class
};

/// So many tags are looked at, and the lowest of the kinds that they tell.
const CLASSES: u32 = Tags::NUMERAL.bits().trailing_zeros() + 1;
const FIRST_OF_CLASS: u32 = Kinds::VERB.bits().trailing_zeros();

const fn of_classes(tags: Tags) -> Kinds {
    let helps = tags.intersects(Tags::AUXILIARY.union(Tags::MODAL));
    let mut kinds = if helps { Kinds::VERB } else { Kinds::empty() };
    if tags.intersects(Tags::ADVERB.union(Tags::NEGATION)) && !tags.contains(Tags::PREPOSITION) && !helps {
        kinds = kinds.union(Kinds::ADVERB);
    }
    // `not` and its like may stand in a noun phrase.
    if !tags.intersects(Tags::FUNCTION.difference(Tags::NEGATION)) || tags.contains(Tags::NUMERAL) {
        kinds = kinds.union(Kinds::NOMINAL);
        if !tags.intersects(Tags::DETERMINER.union(Tags::POSSESSIVE)) {
            kinds = kinds.union(Kinds::JOINS);
        }
    }
    if tags.contains(Tags::SUBJECT) && !tags.contains(Tags::DETERMINER) {
        kinds = kinds.union(Kinds::PRONOUN);
    }
    kinds
}

impl Kinds {
    /// What ends a clause, a semicolon included.
    pub(crate) const TERMINAL: Self =
        Self::STOP.union(Self::QUESTION).union(Self::EXCLAMATION).union(Self::ELLIPSIS).union(Self::SEMICOLON);

    /// All that a token is by itself. Free of branches, which no processor could foresee; what the text of a few signs tells
    /// is not told here.
    #[inline]
    pub(crate) fn of_token(token: &Token) -> Self {
        // All bits or none.
        let mask = |is: bool| Self::from_bits_retain(0u32.wrapping_sub(u32::from(is)));
        let tags = token.tags;
        let kinds = match token.kind {
            TokenKind::Number => Self::NUMBER | Self::NOMINAL | Self::JOINS,
            TokenKind::Hyphen => Self::HYPHEN | Self::JOINS,
            kind => Self::of(kind),
        };
        let class = BY_CLASS[tags.bits() as usize % BY_CLASS.len()];
        let class = Self::from_bits_retain(u32::from(class) << FIRST_OF_CLASS) & mask(kinds.contains(Self::WORD));
        let class = class & (mask(token.shape == Shape::Lower) | !Self::VERB);
        let class = class & !(mask(tags.intersects(Tags::TIME | Tags::DAY | Tags::MONTH)) & Self::JOINS);
        kinds | class | BY_WORD[token.word.map_or(Word::COUNT, |word| word as usize)]
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
