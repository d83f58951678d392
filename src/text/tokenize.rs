//! From characters to tokens, paragraphs found on the way.

use std::cell::OnceCell;
use std::num::NonZeroU32;

use super::Text;
use super::chunk::Chunk;
use super::mark;
use super::token::{Family, Mark, Shape, Side, Token, TokenKind};
use super::wrap;
use crate::lexicon::{Entry, Lexicon, Tags, UNKNOWN};
use crate::span::Span;
use crate::swar;

/// No word form in the lexicon is longer, in bytes.
const LONGEST_FORM: usize = 40;

/// Fills in the tokens and paragraphs of the text.
pub(super) fn tokenize(text: &mut Text<'_>, lexicon: &Lexicon) {
    text.tokens.reserve(text.source.len() / 5 + 1);
    let mut scan = Scan {
        source: text.source,
        text,
        lexicon,
        at: 0,
        spaced: false,
        line_start: 0,
        newlines: 0,
        paragraph: 0,
        width: OnceCell::new(),
    };
    scan.run();
    scan.end_paragraph();
}

struct Scan<'s, 't> {
    source: &'t str,
    text: &'s mut Text<'t>,
    lexicon: &'s Lexicon,
    at: usize,
    spaced: bool,
    /// Where the present line begins.
    line_start: usize,
    /// Line breaks since the last token.
    newlines: usize,
    /// The first token of the present paragraph.
    paragraph: usize,
    /// How long lines are, if they are wrapped; asked for at the first line break that no blank line follows.
    width: OnceCell<Option<usize>>,
}

/// What a byte is in a word.
#[derive(Clone, Copy)]
enum Letter {
    None,
    Small,
    Capital,
    Digit,
    /// Part of a character outside ASCII.
    Beyond,
}

/// One look a byte instead of a chain of comparisons: every byte of every word comes past here.
const LETTERS: [Letter; 256] = {
    let mut letters = [Letter::None; 256];
    let mut byte = 0;
    while byte < 256 {
        letters[byte] = match byte as u8 {
            b'a'..=b'z' => Letter::Small,
            b'A'..=b'Z' => Letter::Capital,
            b'0'..=b'9' => Letter::Digit,
            0x80.. => Letter::Beyond,
            _ => Letter::None,
        };
        byte += 1;
    }
    letters
};

/// Bytes behind which nothing of a word can follow: neither an apostrophe, plain or as an entity, nor the stop of an
/// abbreviation.
const ENDS_WORD: [bool; 256] = {
    let mut ends = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        ends[byte] = matches!(LETTERS[byte], Letter::None) && !matches!(byte as u8, b'\'' | b'.' | b'&');
        byte += 1;
    }
    ends
};

/// The letters of a run, counted by case.
#[derive(Default)]
struct Cases {
    small: usize,
    capital: usize,
    first_capital: bool,
}

impl Cases {
    fn capital(&mut self, first: bool) {
        self.first_capital |= first;
        self.capital += 1;
    }

    fn shape(&self) -> Shape {
        match (self.capital, self.small) {
            (0, 0) => Shape::None,
            (0, _) => Shape::Lower,
            (1, 0) => Shape::Capital,
            (_, 0) => Shape::Upper,
            _ if self.first_capital => Shape::Capital,
            _ => Shape::Mixed,
        }
    }
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

fn in_word(c: char) -> bool {
    !matches!(c, '\u{2010}'..='\u{2027}') && (c.is_alphanumeric() || is_combining(c))
}

/// Characters that take no room and part nothing.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{ad}')
}

/// Those of them that stand inside words: where the word may be hyphenated, or how its letters are joined.
fn joins_letters(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{2060}')
}

impl Scan<'_, '_> {
    fn peek(&self, at: usize) -> Option<char> {
        let byte = *self.source.as_bytes().get(at)?;
        if byte < 0x80 { Some(char::from(byte)) } else { self.source[at..].chars().next() }
    }

    /// What is seen before this offset: a space that is written as an entity is one.
    fn seen_before(&self, at: usize) -> Option<char> {
        let before = self.source[..at].trim_end_matches(is_invisible);
        match before.chars().next_back() {
            Some(';') if mark::ends_in_space(before) => Some(' '),
            other => other,
        }
    }

    /// What is seen from this offset on.
    fn seen_behind(&self, at: usize) -> Option<char> {
        match self.peek(at) {
            Some(c) if c == '&' || is_invisible(c) => {
                let rest = self.source[at..].trim_start_matches(is_invisible);
                mark::entity(rest).map_or_else(|| rest.chars().next(), |(c, _)| Some(c))
            }
            other => other,
        }
    }

    fn run(&mut self) {
        while let Some(&byte) = self.source.as_bytes().get(self.at) {
            // Nine of ten steps are a plain space or a letter of a word.
            if byte == b' ' {
                self.spaced = true;
                self.at += 1;
                continue;
            }
            if matches!(LETTERS[usize::from(byte)], Letter::Small | Letter::Capital) {
                self.break_line(char::from(byte));
                if !self.plain_word() {
                    self.word();
                }
                self.spaced = false;
                self.newlines = 0;
                continue;
            }
            let Some(c) = self.peek(self.at) else { return };
            // Dashes, quotation marks and the ellipsis: by far the most of what is not ASCII, and no letters for sure.
            if matches!(c, '\u{2010}'..='\u{2027}') {
                self.break_line(c);
                self.punctuation(c);
                self.spaced = false;
                self.newlines = 0;
            } else if c.is_whitespace() {
                self.white_space(c);
            } else if is_invisible(c) {
                self.at += c.len_utf8();
            } else if c == '&'
                && let Some(('\u{a0}', length)) = mark::entity(&self.source[self.at..])
            {
                self.spaced = true;
                self.at += length;
            } else {
                self.break_line(c);
                if c.is_alphabetic() {
                    self.word();
                } else if c.is_numeric() {
                    self.number();
                } else {
                    self.punctuation(c);
                }
                self.spaced = false;
                self.newlines = 0;
            }
        }
    }

    fn white_space(&mut self, c: char) {
        self.spaced = true;
        self.at += c.len_utf8();
        match c {
            '\r' if self.peek(self.at) == Some('\n') => {}
            '\n' | '\r' | '\u{2028}' | '\u{85}' => self.newlines += 1,
            '\u{2029}' | '\u{c}' => self.newlines += 2,
            _ => {}
        }
    }

    /// Decides whether the line breaks before the coming token end a paragraph.
    ///
    /// A blank line always does. A single line break does where it cannot be the wrapping of running text.
    #[inline]
    fn break_line(&mut self, next: char) {
        if self.newlines > 0 {
            self.break_lines(next);
        }
    }

    fn break_lines(&mut self, next: char) {
        let Some(last) = self.text.tokens.last() else {
            self.line_start = self.at;
            return;
        };
        let length = last.span.end - self.line_start;
        let closed = last.is_terminal()
            || matches!(last.kind, TokenKind::Colon | TokenKind::Mark(Mark { side: Side::Close | Side::Either, .. }));
        let hard = self.newlines > 1
            || matches!(next, '•' | '*' | '·' | '▪' | '●')
            || !next.is_lowercase()
                && (closed || length > 110 || length < 50 && !last.has(Tags::FUNCTION))
                && !self.is_wrapped_at(self.line_start, self.at);
        self.line_start = self.at;
        if hard {
            self.end_paragraph();
        }
    }

    /// The lines of the text are wrapped, and the one that begins at `start` has no room for the word at `next`.
    fn is_wrapped_at(&self, start: usize, next: usize) -> bool {
        let width = *self.width.get_or_init(|| wrap::width(self.source));
        width.is_some_and(|width| wrap::is_full(&self.source[start..next], &self.source[next..], width))
    }

    fn end_paragraph(&mut self) {
        let end = self.text.tokens.len();
        if self.paragraph < end {
            self.text.paragraphs.push(self.paragraph..end);
        }
        self.paragraph = end;
    }

    fn push(&mut self, end: usize, kind: TokenKind) {
        let Entry { tags, verb, word } = UNKNOWN;
        let span = Span::new(self.at, end);
        self.text.tokens.push(Token {
            span,
            tags,
            verb,
            word,
            kind,
            shape: Shape::None,
            spaced: self.spaced,
            opening: None,
        });
        self.at = end;
    }

    // Called for every word: inside its callers the entry stays in registers.
    #[inline(always)]
    fn push_word(&mut self, end: usize, shape: Shape, entry: Option<Entry>, opening: Option<NonZeroU32>) {
        let Entry { tags, verb, word } = entry.unwrap_or(UNKNOWN);
        let tags = self.with_ending(tags, shape, end);
        if matches!(shape, Shape::Capital | Shape::Upper | Shape::Mixed) {
            self.text.capitalized.push(self.text.tokens.len());
        }
        let (span, spaced) = (Span::new(self.at, end), self.spaced);
        self.text.tokens.push(Token { span, tags, verb, word, kind: TokenKind::Word, shape, spaced, opening });
        self.at = end;
    }

    /// What the ending tells of the word from here to `end` that the lexicon does not.
    fn with_ending(&self, tags: Tags, shape: Shape, end: usize) -> Tags {
        let bytes = &self.source.as_bytes()[self.at..end];
        match bytes {
            [.., before, b's'] if bytes.len() > 3 && *before != b's' => tags | Tags::S_FORM,
            [.., b'l', b'y']
                if bytes.len() > 4
                    && shape == Shape::Lower
                    && !tags.intersects(Tags::VERB | Tags::ROLE | Tags::NOUN_CUE | Tags::FUNCTION) =>
            {
                tags | Tags::ADVERB
            }
            [.., b'e', b'd']
                if bytes.len() > 4 && !tags.intersects(Tags::VERB | Tags::ROLE | Tags::FUNCTION | Tags::ADVERB) =>
            {
                tags | Tags::ED_FORM
            }
            _ => tags,
        }
    }

    /// The end of a run of letters and digits; `shape` is that of the run.
    fn run_of_letters(&self, start: usize) -> (usize, Shape) {
        let bytes = self.source.as_bytes();
        let mut cases = Cases::default();
        let mut at = start;
        while let Some(&byte) = bytes.get(at) {
            match LETTERS[usize::from(byte)] {
                Letter::Small => cases.small += 1,
                Letter::Capital => cases.capital(at == start),
                Letter::Digit => {}
                Letter::None => break,
                Letter::Beyond => {
                    let Some(c) = self.source[at..].chars().next() else { break };
                    let joins = joins_letters(c) && self.peek(at + c.len_utf8()).is_some_and(char::is_alphabetic);
                    if !in_word(c) && !joins {
                        break;
                    }
                    if c.is_uppercase() {
                        cases.capital(at == start);
                    } else if c.is_lowercase() {
                        cases.small += 1;
                    }
                    at += c.len_utf8() - 1;
                }
            }
            at += 1;
        }
        (at, cases.shape())
    }

    /// Reads a word of fifteen ASCII letters at most with nothing special behind it; whether there was one.
    #[inline]
    fn plain_word(&mut self) -> bool {
        let bytes = self.source.as_bytes();
        let Some(first) = Chunk::at(bytes, self.at) else { return false };
        let second = if first.length < 8 {
            Chunk::EMPTY
        } else {
            let Some(second) = Chunk::at(bytes, self.at + 8) else { return false };
            second
        };
        let length = first.length + second.length;
        let end = self.at + length;
        let Some(&behind) = bytes.get(end).filter(|_| length < 16) else { return false };
        let stop = behind == b'.' && length > 1;
        if !(ENDS_WORD[usize::from(behind)] || stop) {
            return false;
        }
        let shape = first.shape(&second);
        let is_capitalized = shape != Shape::Lower;
        let entry = if length <= 8 {
            self.lexicon.entry_of_short(first.lower, is_capitalized)
        } else {
            let lower = (u128::from(second.lower) << 64) | u128::from(first.lower);
            self.lexicon.entry_of_middle(lower, is_capitalized)
        };
        if stop && entry.is_some_and(|entry| entry.tags.contains(Tags::ABBREVIATES)) {
            return false;
        }
        self.push_word(end, shape, entry, NonZeroU32::new(swar::hash(first.written())));
        true
    }

    fn word(&mut self) {
        let start = self.at;
        let (mut end, mut shape) = self.run_of_letters(start);
        let one_letter = self.peek(start).is_some_and(|c| start + c.len_utf8() == end);
        if one_letter && let Some(after) = self.initials(start, end) {
            let entry = self.look_up(start, after, shape);
            let shape = if shape == Shape::Capital && after - start > 2 { Shape::Upper } else { shape };
            let tags = entry.map_or(Tags::empty(), |entry| entry.tags) | Tags::ABBREVIATION;
            self.push_word(after, shape, Some(Entry { tags, verb: None, word: None }), None);
            return;
        }
        // Apostrophes inside: O'Neill and don't are one word, Trump's is two.
        while let Some(after) = self.behind_apostrophe(end) {
            if !self.peek(after).is_some_and(char::is_alphabetic) {
                break;
            }
            let (run_end, run_shape) = self.run_of_letters(after);
            if self.is_clitic(after, run_end) {
                let entry = self.look_up(start, end, shape);
                self.push_word(end, shape, entry, None);
                self.spaced = false;
                self.push(run_end, TokenKind::Clitic);
                return;
            }
            if run_shape == Shape::Lower && shape == Shape::Upper {
                shape = Shape::Capital;
            }
            end = run_end;
        }
        if self.peek(end) == Some('.')
            && let Some(entry) =
                self.look_up(start, end + 1, shape).filter(|entry| entry.tags.contains(Tags::ABBREVIATION))
            && (shape != Shape::Lower || entry.tags.contains(Tags::LOWER_ABBREVIATION))
            && self.abbreviation_fits(start, end)
        {
            self.push_word(end + 1, shape, Some(entry), None);
            return;
        }
        let entry = self.look_up(start, end, shape);
        self.push_word(end, shape, entry, None);
    }

    /// The end of the apostrophe at this offset, if there is one.
    fn behind_apostrophe(&self, at: usize) -> Option<usize> {
        match self.peek(at)? {
            '&' => mark::entity(&self.source[at..]).filter(|&(c, _)| mark::is_apostrophe(c)).map(|(_, end)| at + end),
            c => mark::is_apostrophe(c).then(|| at + c.len_utf8()),
        }
    }

    /// `No.` abbreviates only before a figure.
    fn abbreviation_fits(&self, start: usize, end: usize) -> bool {
        !self.source[start..end].eq_ignore_ascii_case("no")
            || self.source[end + 1..].trim_start().starts_with(|c: char| c.is_ascii_digit())
    }

    /// The end of `U.S.`, `J.` or `a.m.` when one begins at `start` with the letter that ends at `end`.
    fn initials(&self, start: usize, end: usize) -> Option<usize> {
        let mut at = end;
        let mut letters = 1;
        if self.peek(at) != Some('.') {
            return None;
        }
        at += 1;
        while let Some(c) = self.peek(at).filter(|c| c.is_alphabetic()) {
            let after = at + c.len_utf8();
            if self.peek(after) != Some('.') {
                break;
            }
            at = after + 1;
            letters += 1;
        }
        let first = self.peek(start)?;
        let initial = || first.is_uppercase() && first != 'I' && self.name_goes_on(at);
        (letters > 1 || initial()).then_some(at)
    }

    /// A letter or white space: a line break if the line had to end there, but no end of a paragraph.
    fn name_goes_on(&self, at: usize) -> bool {
        let behind = self.source[at..].trim_start_matches(is_invisible);
        let at = self.source.len() - behind.len();
        match behind.chars().next() {
            Some('\n' | '\r') => {
                let rest = self.source[at..].trim_start_matches('\r');
                let next = rest.strip_prefix('\n').unwrap_or(rest).trim_start_matches([' ', '\t']);
                next.starts_with(char::is_alphabetic)
                    && self.is_wrapped_at(self.line_start, self.source.len() - next.len())
            }
            Some('&') => self.seen_behind(at) == Some('\u{a0}'),
            Some(c) => {
                c.is_whitespace() && !matches!(c, '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{b}' | '\u{c}')
                    || c.is_alphabetic()
            }
            None => false,
        }
    }

    fn is_clitic(&self, start: usize, end: usize) -> bool {
        ["s", "d", "m", "ll", "re", "ve"].iter().any(|form| self.source[start..end].eq_ignore_ascii_case(form))
    }

    /// What the lexicon knows of the word form in this range, folded to lower case and straight apostrophes.
    fn look_up(&self, start: usize, end: usize, shape: Shape) -> Option<Entry> {
        let capitalized = shape != Shape::Lower;
        if end - start > LONGEST_FORM {
            return None;
        }
        let form = &self.source[start..end];
        if form.is_ascii() && !form.contains('&') {
            let mut lower = [0; LONGEST_FORM];
            let lower = &mut lower[..form.len()];
            lower.copy_from_slice(form.as_bytes());
            lower.make_ascii_lowercase();
            return std::str::from_utf8(lower).ok().and_then(|lower| self.lexicon.entry(lower, capitalized));
        }
        let mut lower = String::with_capacity(form.len());
        let mut rest = form;
        while let Some(c) = rest.chars().next() {
            let (c, length) = if c == '&' { mark::entity(rest).unwrap_or((c, 1)) } else { (c, c.len_utf8()) };
            rest = &rest[length..];
            if mark::is_apostrophe(c) {
                lower.push('\'');
            } else if !joins_letters(c) {
                lower.extend(c.to_lowercase());
            }
        }
        self.lexicon.entry(&lower, capitalized)
    }

    fn number(&mut self) {
        let mut end = self.at;
        while let Some(c) = self.peek(end) {
            if in_word(c) {
                end += c.len_utf8();
            } else if matches!(c, '.' | ',' | ':') && self.peek(end + 1).is_some_and(|c| c.is_ascii_digit()) {
                end += 1;
            } else {
                break;
            }
        }
        if self.peek(end) == Some('%') {
            end += 1;
        }
        self.push(end, TokenKind::Number);
    }

    fn punctuation(&mut self, c: char) {
        let start = self.at;
        let one = start + c.len_utf8();
        let next = self.peek(one);
        // The clitic of tokenized text: `England 's`.
        if mark::is_apostrophe(c)
            && self.spaced
            && self.text.tokens.last().is_some_and(Token::is_word)
            && next.is_some_and(|n| n == 's' || n == 'S')
            && !self.peek(one + 1).is_some_and(|c| in_word(c) || mark::is_apostrophe(c))
        {
            return self.push(one + 1, TokenKind::Clitic);
        }
        let entity = if c == '&' { mark::entity(&self.source[start..]) } else { None };
        let (character, end) = entity.map_or((c, one), |(character, length)| (character, start + length));
        if matches!(character, '`' | '\'')
            && let Some(end) = self.behind_same(character, end)
        {
            let side = match character {
                '`' => Side::Open,
                _ => mark::side_of_pair(self.seen_before(start), self.seen_behind(end)),
            };
            return self.push(end, TokenKind::Mark(Mark { family: Family::Double, side }));
        }
        if mark::may_quote(character)
            && let Some(mark) =
                mark::classify(character, self.seen_before(start), self.seen_behind(end), &self.source[end..])
        {
            return self.push(end, TokenKind::Mark(mark));
        }
        let kind = match character {
            ',' => TokenKind::Comma,
            '.' => return self.stops(one),
            '?' => TokenKind::Question,
            '!' => TokenKind::Exclamation,
            '…' => TokenKind::Ellipsis,
            ':' => TokenKind::Colon,
            ';' => TokenKind::Semicolon,
            '—' | '―' => TokenKind::Dash,
            '–' if self.spaced => TokenKind::Dash,
            '-' if next == Some('-') => return self.push(one + 1, TokenKind::Dash),
            '-' if self.spaced && next.is_none_or(char::is_whitespace) => TokenKind::Dash,
            '-' | '–' | '‐' | '‑' => TokenKind::Hyphen,
            '/' => TokenKind::Slash,
            '(' | '[' | '{' => TokenKind::OpenBracket,
            ')' | ']' | '}' => TokenKind::CloseBracket,
            _ => TokenKind::Other,
        };
        self.push(end, kind);
    }

    /// The end of the same mark once more, if it stands here.
    fn behind_same(&self, mark: char, at: usize) -> Option<usize> {
        match self.peek(at)? {
            '&' => mark::entity(&self.source[at..]).filter(|&(c, _)| c == mark).map(|(_, length)| at + length),
            c => (c == mark).then_some(at + 1),
        }
    }

    /// A full stop, or several that make an ellipsis (`...`, `. . .`).
    fn stops(&mut self, mut end: usize) {
        let mut stops = 1;
        loop {
            let space = self.peek(end).filter(|c| matches!(c, ' ' | '\u{a0}' | '\u{202f}'));
            let gap = space.map_or(0, char::len_utf8);
            if self.peek(end + gap) != Some('.') {
                break;
            }
            end += gap + 1;
            stops += 1;
        }
        self.push(end, if stops > 1 { TokenKind::Ellipsis } else { TokenKind::Stop });
    }
}
