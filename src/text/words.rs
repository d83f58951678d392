//! Words: where each ends, and what the lexicon says of it.

use super::character::{in_word, is_invisible, joins_letters};
use super::letters::EightLetters;
use super::mark;
use super::scan::Scan;
use super::token::{Shape, Token, TokenKind};
use crate::gazetteer::without_accents;
use crate::lexicon::{Entry, Morphology, PersonCues, ending, last_two};
use crate::span::Span;
use crate::swar;

/// No word form in the lexicon is longer, in bytes.
const LONGEST_FORM: usize = 40;

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

/// Whether the letters behind an apostrophe are a clitic: *s*, *d*, *m*, *ll*, *re*, *ve*.
fn is_clitic(letters: &[u8]) -> bool {
    match *letters {
        [one] => matches!(one | 0x20, b's' | b'd' | b'm'),
        [one, two] => matches!([one | 0x20, two | 0x20], [b'l', b'l'] | [b'r' | b'v', b'e']),
        _ => false,
    }
}

/// The form in lower case, with straight apostrophes, and without what only joins its letters.
fn folded(form: &str) -> String {
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
    lower
}

impl Scan<'_, '_> {
    fn push_word(&mut self, end: usize, shape: Shape, entry: Entry) {
        let Entry { tags, word, place: entry } = entry;
        let place = self.text.tokens.len();
        if matches!(shape, Shape::Capital | Shape::Upper | Shape::Mixed) {
            self.text.capitalized.push(place);
        }
        // No plain word is one: every abbreviation of the lexicon has a stop.
        if tags.has(Morphology::ABBREVIATION) {
            self.text.ends.push(place);
        }
        if self.openings.has(self.source.as_bytes(), self.at) {
            self.text.openings.push(place);
        }
        let span = Span::new(self.at, end);
        let tags =
            tags | ending(tags, shape == Shape::Lower, span.len(), last_two(&self.source.as_bytes()[self.at..end]));
        self.text.tokens.push(Token { span, tags, word, entry, kind: TokenKind::Word, shape, spaced: self.spaced });
        self.at = end;
    }

    /// The end of a run of letters and digits; `shape` is that of the run.
    fn run_of_letters(&self, start: usize) -> (usize, Shape) {
        let bytes = self.source.as_bytes();
        let chunk = EightLetters::of(swar::padded_at(bytes, start));
        let end = start + chunk.length;
        let ends = bytes.get(end).is_none_or(|&byte| byte.is_ascii() && !byte.is_ascii_alphanumeric());
        if ends && chunk.length > 0 { (end, chunk.shape()) } else { self.long_run_of_letters(start) }
    }

    fn long_run_of_letters(&self, start: usize) -> (usize, Shape) {
        let bytes = self.source.as_bytes();
        let mut cases = Cases::default();
        let mut at = start;
        while let Some(&byte) = bytes.get(at) {
            match byte {
                b'a'..=b'z' => cases.small += 1,
                b'A'..=b'Z' => cases.capital(at == start),
                b'0'..=b'9' => {}
                0x80.. => {
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
                _ => break,
            }
            at += 1;
        }
        (at, cases.shape())
    }

    /// Reads a word of any sort.
    pub(super) fn word(&mut self) {
        let start = self.at;
        let (mut end, mut shape) = self.run_of_letters(start);
        let one_letter = self.peek(start).is_some_and(|c| start + c.len_utf8() == end);
        if one_letter && let Some(after) = self.initials(start, end) {
            let entry = self.look_up(start, after, shape);
            let shape = if shape == Shape::Capital && after - start > 2 { Shape::Upper } else { shape };
            self.push_word(after, shape, Entry { tags: entry.tags | Morphology::ABBREVIATION, word: None, ..entry });
            return;
        }
        // Apostrophes inside: O'Neill and don't are one word, Trump's is two.
        while let Some(after) = self.behind_apostrophe(end) {
            if !self.peek(after).is_some_and(char::is_alphabetic) {
                break;
            }
            let (run_end, run_shape) = self.run_of_letters(after);
            if is_clitic(&self.source.as_bytes()[after..run_end]) {
                let entry = self.look_up(start, end, shape);
                self.push_word(end, shape, entry);
                self.spaced = false;
                self.push(run_end, TokenKind::Clitic);
                return;
            }
            match (shape, run_shape) {
                (Shape::Upper, Shape::Lower) => shape = Shape::Capital,
                // `dell’Orlow`
                (Shape::Lower, Shape::Capital) => shape = Shape::Mixed,
                _ => {}
            }
            end = run_end;
        }
        if self.peek(end) == Some('.') {
            if let Some((after, entry)) = self.degree(start, end, shape) {
                return self.push_word(after, shape, entry);
            }
            let entry = self.look_up(start, end + 1, shape);
            if entry.tags.has(Morphology::ABBREVIATION)
                && (shape != Shape::Lower || entry.tags.has(Morphology::LOWER_ABBREVIATION))
                && self.abbreviation_fits(start, end)
            {
                return self.push_word(end + 1, shape, entry);
            }
        }
        let entry = self.look_up(start, end, shape);
        self.push_word(end, shape, entry);
    }

    /// The end of `Ph.D.` or `Ed.D.`, which begins at `start` and has its first stop at `end`.
    fn degree(&self, start: usize, end: usize, shape: Shape) -> Option<(usize, Entry)> {
        let bytes = self.source.as_bytes();
        let is_degree = shape == Shape::Capital
            && bytes.get(end + 1).is_some_and(u8::is_ascii_uppercase)
            && bytes.get(end + 2) == Some(&b'.');
        let entry = is_degree.then(|| self.look_up(start, end + 3, shape))?;
        entry.tags.has(Morphology::ABBREVIATION).then_some((end + 3, entry))
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

    /// `María` is a given name as *Maria* is; of other words accents make others.
    fn given_name_without_accents(&self, form: &str) -> Entry {
        let plain = without_accents(&folded(form));
        let person =
            if plain.is_ascii() { self.lexicon.entry(plain.as_bytes(), true).tags.person } else { PersonCues::empty() };
        let person =
            if person.contains(PersonCues::GIVEN_NAME) { person & PersonCues::GIVEN } else { PersonCues::empty() };
        Entry { tags: person.into(), ..Entry::default() }
    }

    /// What the lexicon knows of the word form in this range, folded to lower case and straight apostrophes.
    fn look_up(&self, start: usize, end: usize, shape: Shape) -> Entry {
        let form = &self.source[start..end];
        if form.len() > LONGEST_FORM {
            return Entry::default();
        }
        let is_capitalized = shape != Shape::Lower;
        if !form.is_ascii() || form.contains('&') {
            let entry = self.lexicon.entry(folded(form).as_bytes(), is_capitalized);
            let unlisted = is_capitalized && entry.tags.is_empty() && entry.word.is_none();
            return if unlisted { self.given_name_without_accents(form) } else { entry };
        }
        let mut lower = [0; LONGEST_FORM];
        let lower = &mut lower[..form.len()];
        lower.copy_from_slice(form.as_bytes());
        lower.make_ascii_lowercase();
        self.lexicon.entry(lower, is_capitalized)
    }
}
