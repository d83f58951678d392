//! From characters to tokens, paragraphs found on the way.

use super::Text;
use super::character::{in_word, is_invisible};
use super::mark;
use super::scan::Scan;
use super::token::{Family, Mark, MarkSide, Token, TokenKind};
use crate::gazetteer::Openings;
use crate::lexicon::Lexicon;

/// Fills in the tokens and paragraphs of the text.
pub(super) fn tokenize(text: &mut Text<'_>, lexicon: &Lexicon, openings: &Openings) {
    text.tokens.reserve(text.source.len() / 5 + 1);
    let mut scan = Scan::new(text, lexicon, openings);
    scan.run();
    scan.end_paragraph();
}

/// What a token is that begins with a byte, as far as the byte tells.
#[derive(Clone, Copy)]
enum Beginning {
    Space,
    /// A letter of ASCII.
    Letter,
    /// A digit of ASCII.
    Digit,
    Stop,
    /// The same mark whatever stands around it.
    Mark(TokenKind),
    Other,
}

const BEGINNINGS: [Beginning; 256] = {
    let mut beginnings = [Beginning::Other; 256];
    let mut byte = 0u8;
    while byte < 128 {
        beginnings[byte as usize] = match byte {
            b' ' => Beginning::Space,
            b'a'..=b'z' | b'A'..=b'Z' => Beginning::Letter,
            b'0'..=b'9' => Beginning::Digit,
            b'.' => Beginning::Stop,
            b',' => Beginning::Mark(TokenKind::Comma),
            b'?' => Beginning::Mark(TokenKind::Question),
            b'!' => Beginning::Mark(TokenKind::Exclamation),
            b':' => Beginning::Mark(TokenKind::Colon),
            b';' => Beginning::Mark(TokenKind::Semicolon),
            b'/' => Beginning::Mark(TokenKind::Slash),
            b'(' | b'[' | b'{' => Beginning::Mark(TokenKind::OpenBracket),
            b')' | b']' | b'}' => Beginning::Mark(TokenKind::CloseBracket),
            _ => Beginning::Other,
        };
        byte += 1;
    }
    beginnings
};

impl Scan<'_, '_> {
    fn run(&mut self) {
        let bytes = self.source.as_bytes();
        while let Some(&byte) = bytes.get(self.at) {
            match BEGINNINGS[usize::from(byte)] {
                Beginning::Space => {
                    self.spaced = true;
                    self.at += 1;
                    continue;
                }
                Beginning::Letter => {
                    self.break_line(char::from(byte));
                    self.newlines = 0;
                    if !self.plain_words() {
                        continue;
                    }
                    self.word();
                }
                Beginning::Mark(kind) => {
                    self.break_line(char::from(byte));
                    self.push(self.at + 1, kind);
                }
                Beginning::Stop => {
                    self.break_line('.');
                    self.stops();
                }
                Beginning::Digit => {
                    self.break_line(char::from(byte));
                    self.number();
                }
                Beginning::Other => {
                    if !self.other() {
                        continue;
                    }
                }
            }
            // One space stands behind most tokens.
            self.spaced = bytes.get(self.at) == Some(&b' ');
            self.at += usize::from(self.spaced);
            self.newlines = 0;
        }
    }

    /// Reads what its first byte does not tell; whether it was a token.
    fn other(&mut self) -> bool {
        let Some(c) = self.peek(self.at) else { return false };
        // Dashes, quotation marks and the ellipsis: by far the most of what is not ASCII, and no letters for sure.
        if matches!(c, '\u{2010}'..='\u{2027}') {
            self.break_line(c);
            self.punctuation(c);
        } else if c.is_whitespace() {
            self.white_space(c);
            return false;
        } else if is_invisible(c) {
            self.at += c.len_utf8();
            return false;
        } else if c == '&'
            && let Some(('\u{a0}', length)) = mark::entity(&self.source[self.at..])
        {
            self.spaced = true;
            self.at += length;
            return false;
        } else {
            self.break_line(c);
            if c.is_alphabetic() {
                self.word();
            } else if c.is_numeric() {
                self.number();
            } else {
                self.punctuation(c);
            }
        }
        true
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

    fn number(&mut self) {
        let bytes = self.source.as_bytes();
        let mut end = self.at;
        while let Some(&byte) = bytes.get(end) {
            let goes_on = match byte {
                b'.' | b',' | b':' => bytes.get(end + 1).is_some_and(u8::is_ascii_digit),
                0x80.. => {
                    let Some(c) = self.peek(end).filter(|&c| in_word(c)) else { break };
                    end += c.len_utf8();
                    continue;
                }
                _ => byte.is_ascii_alphanumeric(),
            };
            if !goes_on {
                break;
            }
            end += 1;
        }
        if bytes.get(end) == Some(&b'%') {
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
        if matches!(character, '`' | '\'' | '‘' | '’')
            && let Some(end) = self.behind_same(character, end)
            // Of three, the first closes what is quoted inside: `''He said 'no,'''`.
            && !(self.behind_same(character, end).is_some() && mark::closes_behind(self.seen_before(start)))
        {
            let side = match character {
                '`' | '‘' => MarkSide::Open,
                '’' => MarkSide::Close,
                _ => mark::side_of_pair(self.seen_before(start), self.seen_behind(end)),
            };
            return self.push_mark(end, Mark { family: Family::Double, side });
        }
        let before = &self.source[..start];
        if mark::is_apostrophe(character) && mark::ends_in_elision(before) || c == '"' && mark::ends_in_feet(before) {
            return self.push(end, TokenKind::Other);
        }
        if mark::may_quote(character)
            && let Some(mark) =
                mark::classify(character, self.seen_before(start), self.seen_behind(end), &self.source[end..])
        {
            return self.push_mark(end, mark);
        }
        let kind = match character {
            '…' => TokenKind::Ellipsis,
            '—' | '―' => TokenKind::Dash,
            '–' if self.spaced => TokenKind::Dash,
            '-' if next == Some('-') => return self.push(one + 1, TokenKind::Dash),
            '-' if self.spaced && next.is_none_or(char::is_whitespace) => TokenKind::Dash,
            '-' | '–' | '‐' | '‑' => TokenKind::Hyphen,
            _ => TokenKind::Other,
        };
        self.push(end, kind);
    }

    /// The end of the same mark once more, if it stands here.
    fn behind_same(&self, mark: char, at: usize) -> Option<usize> {
        match self.peek(at)? {
            '&' => mark::entity(&self.source[at..]).filter(|&(c, _)| c == mark).map(|(_, length)| at + length),
            c => (c == mark).then_some(at + c.len_utf8()),
        }
    }

    /// A full stop, or several that make an ellipsis (`...`, `. . .`).
    fn stops(&mut self) {
        let bytes = self.source.as_bytes();
        let mut end = self.at + 1;
        let mut kind = TokenKind::Stop;
        loop {
            let space = self.peek(end).filter(|c| matches!(c, ' ' | '\u{a0}' | '\u{202f}'));
            let gap = space.map_or(0, char::len_utf8);
            if bytes.get(end + gap) != Some(&b'.') {
                break;
            }
            end += gap + 1;
            kind = TokenKind::Ellipsis;
        }
        self.push(end, kind);
    }
}
