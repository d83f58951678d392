//! The caller's text, borrowed: its tokens, sentences and paragraphs. Nothing is copied or normalized.

mod chunk;
mod mark;
mod sentence;
mod token;
mod tokenize;

use std::ops::Range;

use crate::lexicon::Lexicon;
use crate::span::Span;

pub(crate) use token::{Family, Mark, Shape, Side, Token, TokenKind};

#[derive(Debug)]
pub(crate) struct Text<'t> {
    pub(crate) source: &'t str,
    pub(crate) tokens: Vec<Token>,
    /// The words with a capital letter: where names are looked for.
    pub(crate) capitalized: Vec<usize>,
    /// Token ranges; together they cover all tokens.
    pub(crate) paragraphs: Vec<Range<usize>>,
    /// Token ranges; each lies in one paragraph.
    pub(crate) sentences: Vec<Range<usize>>,
}

impl<'t> Text<'t> {
    pub(crate) fn read(source: &'t str, lexicon: &Lexicon) -> Self {
        let read = tokenize::tokenize(source, lexicon);
        let mut starts = read.paragraph_starts;
        starts.dedup();
        let mut paragraphs = Vec::with_capacity(starts.len());
        for (index, &start) in starts.iter().enumerate() {
            let end = starts.get(index + 1).copied().unwrap_or(read.tokens.len());
            if start < end {
                paragraphs.push(start..end);
            }
        }
        let mut sentences = Vec::with_capacity(read.tokens.len() / 16 + 1);
        for paragraph in &paragraphs {
            sentence::split(&read.tokens, paragraph.clone(), &mut sentences);
        }
        Self { source, tokens: read.tokens, capitalized: read.capitalized, paragraphs, sentences }
    }

    pub(crate) fn word(&self, token: usize) -> &'t str {
        self.tokens[token].span.of(self.source)
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
