//! The scan of a text: where it is, what it sees from there, and what it has found.

use std::cell::OnceCell;

use super::Text;
use super::character::is_invisible;
use super::mark;
use super::run::Run;
use super::token::{Mark, MarkSide, Shape, Token, TokenKind};
use super::wrap;
use crate::gazetteer::Openings;
use crate::lexicon::{Entry, Lexicon, WordClass};
use crate::span::Span;

/// No text is wrapped to shorter lines, in characters.
const SHORT: usize = 50;

pub(super) struct Scan<'s, 't> {
    pub(super) source: &'t str,
    pub(super) text: &'s mut Text<'t>,
    pub(super) lexicon: &'s Lexicon,
    pub(super) openings: &'s Openings,
    pub(super) at: usize,
    pub(super) spaced: bool,
    /// Where the present line begins.
    pub(super) line_start: usize,
    /// Line breaks since the last token.
    pub(super) newlines: usize,
    /// The first token of the present paragraph.
    paragraph: usize,
    /// How long lines are, if they are wrapped; asked for at the first line break that no blank line follows.
    width: OnceCell<Option<usize>>,
    pub(super) run: Run,
}

impl<'s, 't> Scan<'s, 't> {
    pub(super) fn new(text: &'s mut Text<'t>, lexicon: &'s Lexicon, openings: &'s Openings) -> Self {
        Scan {
            source: text.source,
            text,
            lexicon,
            openings,
            at: 0,
            spaced: false,
            line_start: 0,
            newlines: 0,
            paragraph: 0,
            width: OnceCell::new(),
            run: Run::default(),
        }
    }

    pub(super) fn peek(&self, at: usize) -> Option<char> {
        let byte = *self.source.as_bytes().get(at)?;
        if byte < 0x80 { Some(char::from(byte)) } else { self.source[at..].chars().next() }
    }

    /// What is seen before this offset: a space that is written as an entity is one.
    pub(super) fn seen_before(&self, at: usize) -> Option<char> {
        let before = self.source[..at].trim_end_matches(is_invisible);
        match before.chars().next_back() {
            Some(';') if mark::ends_in_space(before) => Some(' '),
            other => other,
        }
    }

    /// What is seen from this offset on.
    pub(super) fn seen_behind(&self, at: usize) -> Option<char> {
        match self.peek(at) {
            Some(c) if c == '&' || is_invisible(c) => {
                let rest = self.source[at..].trim_start_matches(is_invisible);
                mark::entity(rest).map_or_else(|| rest.chars().next(), |(c, _)| Some(c))
            }
            other => other,
        }
    }

    /// Decides whether the line breaks before the coming token end a paragraph.
    ///
    /// A blank line always does. A single line break does where it cannot be the wrapping of running text.
    #[inline]
    pub(super) fn break_line(&mut self, next: char) {
        if self.newlines > 0 {
            self.break_lines(next);
        }
    }

    fn break_lines(&mut self, next: char) {
        let Some(last) = self.text.tokens.last() else {
            self.line_start = self.at;
            return;
        };
        let length = self.source[self.line_start..last.span.end].chars().count();
        let closed = last.is_terminal()
            || matches!(
                last.kind,
                TokenKind::Colon | TokenKind::Mark(Mark { side: MarkSide::Close | MarkSide::Either, .. })
            );
        let hard = self.newlines > 1
            || matches!(next, '•' | '*' | '·' | '▪' | '●')
            || !next.is_lowercase()
                && (closed
                    || length > wrap::WIDEST
                    || !last.has(WordClass::FUNCTION)
                        && (length < SHORT || self.begins_long_line() || self.follows_headline()))
                && !self.is_wrapped_at(self.line_start, self.at);
        self.line_start = self.at;
        if hard {
            self.end_paragraph();
        }
    }

    /// The lines of the text are wrapped, and the one that begins at `start` has no room for the word at `next`.
    pub(super) fn is_wrapped_at(&self, start: usize, next: usize) -> bool {
        let width = *self.width.get_or_init(|| wrap::width(self.source));
        width.is_some_and(|width| wrap::is_full(&self.source[start..next], &self.source[next..], width))
    }

    /// The line that begins here is longer than any that texts are wrapped to: a paragraph, and no rest of the line before.
    fn begins_long_line(&self) -> bool {
        let line = self.source[self.at..].chars().take_while(|c| !matches!(c, '\n' | '\r'));
        line.take(wrap::WIDEST + 1).count() > wrap::WIDEST
    }

    /// The line before begins its paragraph, and this one ends a sentence: no line but the last of a wrapped paragraph does,
    /// but by chance.
    fn follows_headline(&self) -> bool {
        let first = self.text.tokens.get(self.paragraph).is_some_and(|token| token.span.start >= self.line_start);
        first && {
            let line = self.source[self.at..].chars().take(wrap::WIDEST + 1).take_while(|c| !matches!(c, '\n' | '\r'));
            let last = line.filter(|c| !c.is_whitespace()).last();
            last.is_some_and(|last| matches!(last, '.' | '!' | '?' | '”' | '"' | '’' | '\''))
        }
    }

    pub(super) fn end_paragraph(&mut self) {
        let end = self.text.tokens.len();
        if self.paragraph < end {
            self.text.paragraphs.push(self.paragraph..end);
        }
        self.paragraph = end;
    }

    /// Adds what goes from here to `end` and is no word.
    pub(super) fn push(&mut self, end: usize, kind: TokenKind) {
        let Entry { tags, word, place: entry } = Entry::default();
        let span = Span::new(self.at, end);
        let token = Token { span, tags, word, entry, kind, shape: Shape::None, spaced: self.spaced };
        let place = self.text.tokens.len();
        if token.is_terminal() {
            self.text.ends.push(place);
        }
        if self.openings.has_mark(self.source.as_bytes()[self.at]) {
            self.text.openings.push(place);
        }
        self.text.tokens.push(token);
        self.at = end;
    }

    pub(super) fn push_mark(&mut self, end: usize, mark: Mark) {
        self.text.marks.push(self.text.tokens.len());
        self.push(end, TokenKind::Mark(mark));
    }
}
