//! The caller's text, borrowed: its tokens, sentences and paragraphs. Nothing is copied or normalized.

mod character;
mod headline;
mod letters;
mod mark;
mod plain;
mod quoted_span;
mod read;
mod run;
mod scan;
mod sentence;
mod token;
mod tokenize;
mod words;
mod wrap;

use std::ops::Range;

use crate::span::Span;

pub(crate) use headline::Casing;
pub(crate) use quoted_span::{QuotedSpan, quoted_spans};
pub(crate) use token::{Mark, MarkSide, Shape, Token, TokenKind};

#[derive(Debug, Default)]
pub(crate) struct Text<'t> {
    pub(crate) source: &'t str,
    pub(crate) tokens: Vec<Token>,
    /// The words with a capital letter: where names are looked for.
    pub(crate) capitalized: Vec<usize>,
    /// The tokens that names of the gazetteer may begin with, as far as the [openings](Openings) tell.
    pub(crate) openings: Vec<usize>,
    /// The tokens that sentences may end with: terminal marks and abbreviations.
    ends: Vec<usize>,
    /// The quotation marks.
    pub(crate) marks: Vec<usize>,
    /// Token ranges; together they cover all tokens.
    pub(crate) paragraphs: Vec<Range<usize>>,
    /// Token ranges; each lies in one paragraph.
    pub(crate) sentences: Vec<Range<usize>>,
    /// Of each sentence.
    pub(crate) casings: Vec<Casing>,
}

impl<'t> Text<'t> {
    /// No text, but the space of this one.
    pub(crate) fn emptied(mut self) -> Text<'static> {
        self.tokens.clear();
        self.capitalized.clear();
        self.openings.clear();
        self.ends.clear();
        self.marks.clear();
        self.paragraphs.clear();
        self.sentences.clear();
        self.casings.clear();
        Text { source: "", ..self }
    }

    pub(crate) fn word(&self, token: usize) -> &'t str {
        self.tokens[token].span.of(self.source)
    }

    /// The character that the token is, plain or as an HTML entity.
    pub(crate) fn character(&self, token: usize) -> Option<char> {
        let word = self.word(token);
        let mut chars = word.chars();
        let first = chars.next().filter(|_| chars.next().is_none());
        let entity = || if word.starts_with('&') { mark::entity(word) } else { None };
        first.or_else(|| entity().filter(|&(_, length)| length == word.len()).map(|(c, _)| c))
    }

    /// The position of the sentence that the token stands in.
    pub(crate) fn sentence_at(&self, token: usize) -> usize {
        self.sentences.partition_point(|sentence| sentence.end <= token)
    }

    /// How the sentence of the token is capitalized.
    pub(crate) fn casing(&self, token: usize) -> Casing {
        self.casings.get(self.sentence_at(token)).copied().unwrap_or(Casing::Sentence)
    }

    /// Nothing of this paragraph stands behind the token.
    pub(crate) fn ends_paragraph(&self, token: usize) -> bool {
        self.paragraphs.binary_search_by_key(&(token + 1), |paragraph| paragraph.end).is_ok()
    }

    /// The bytes from the first of these tokens to the last.
    pub(crate) fn span(&self, tokens: Range<usize>) -> Span {
        if tokens.is_empty() {
            let at = self.tokens.get(tokens.start).map_or(self.source.len(), |token| token.span.start);
            return Span::new(at, at);
        }
        Span::new(self.tokens[tokens.start].span.start, self.tokens[tokens.end - 1].span.end)
    }
}
