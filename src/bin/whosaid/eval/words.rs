//! Tokens, names and quoted stretches, as the reference scorer's patterns find them.
//!
//! Its `\w` is a letter, a numeral or `_`; Rust's `is_alphanumeric` also takes combining vowel signs and circled letters,
//! which no English news has. Its `\d` is a decimal digit of any script, here one of ASCII. White space is Rust's, and the
//! four separators of ASCII.

use std::collections::BTreeSet;

use super::ruler::Ruler;
use super::spans::Span;

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() && !c.is_ascii_digit()
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\u{1C}'..='\u{1F}').contains(&c)
}

/// What stands between white space.
pub(super) fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(is_space).filter(|word| !word.is_empty())
}

/// The tokens of a text: words with the apostrophes inside of them, and marks one by one.
pub(super) struct Tokens<'r, 't> {
    ruler: &'r Ruler<'t>,
    spans: Vec<Span>,
}

impl<'r, 't> Tokens<'r, 't> {
    pub(super) fn new(ruler: &'r Ruler<'t>, text: &str) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let word_end = |from: usize| from + chars[from..].iter().take_while(|c| is_word(**c)).count();
        let mut spans = Vec::new();
        let mut at = 0;
        while at < chars.len() {
            let mut end = word_end(at);
            if end == at {
                end += 1;
                if !is_space(chars[at]) {
                    spans.push((at, end));
                }
            } else {
                while matches!(chars.get(end), Some('’' | '\'')) && word_end(end + 1) > end + 1 {
                    end = word_end(end + 1);
                }
                spans.push((at, end));
            }
            at = end;
        }
        Self { ruler, spans }
    }

    /// The first and the last token that each span touches, without punctuation around them and a leading *that*.
    pub(super) fn of<'s>(&self, spans: impl Iterator<Item = &'s Span>) -> BTreeSet<(usize, usize)> {
        spans.filter_map(|span| self.within(*span)).collect()
    }

    fn within(&self, (start, end): Span) -> Option<(usize, usize)> {
        let mut first = self.spans.partition_point(|token| token.1 <= start);
        let mut behind = self.spans.partition_point(|token| token.0 < end);
        let word = |token: usize| self.ruler.slice(self.spans[token]);
        let is_mark = |token: usize| !word(token).starts_with(char::is_alphanumeric);
        while first < behind && (is_mark(first) || word(first).to_lowercase() == "that") {
            first += 1;
        }
        while first < behind && is_mark(behind - 1) {
            behind -= 1;
        }
        (first < behind).then(|| (first, behind - 1))
    }
}

/// The stretches between double quotation marks that have at least three words, marks included.
pub(super) fn quoted(ruler: &Ruler, text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut at = 0;
    while let Some(found) = text[at..].find(['“', '"']) {
        let start = at + found;
        let inside = start + if text[start..].starts_with('“') { '“'.len_utf8() } else { 1 };
        // A curly one may end with the line, a straight one may not, and neither may have another opening mark in it.
        let end = if inside - start > 1 {
            let stop = text[inside..].find(['“', '”', '\n']).map(|stop| inside + stop);
            stop.filter(|stop| !text[*stop..].starts_with('“'))
        } else {
            let stop = text[inside..].find(['"', '\n']).map(|stop| inside + stop);
            stop.filter(|stop| text[*stop..].starts_with('"'))
        };
        let Some(end) = end.map(|end| end + text[end..].chars().next().map_or(0, char::len_utf8)) else {
            at = inside;
            continue;
        };
        if split(&text[start..end]).nth(2).is_some() {
            spans.push((ruler.count(start), ruler.count(end)));
        }
        at = end;
    }
    spans
}

/// Runs of letters.
fn letters(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c| !is_letter(c)).filter(|word| !word.is_empty())
}

/// The last word with a capital, in small letters.
fn last_name(ruler: &Ruler, spans: &[Span]) -> Option<String> {
    let words = spans.iter().map(|span| ruler.slice(*span)).collect::<Vec<_>>().join(" ");
    letters(&words).filter(|word| word.starts_with(char::is_uppercase)).last().map(str::to_lowercase)
}

/// Whether the two are one source: they overlap, or they are the same name in two places.
pub(super) fn same_source(ruler: &Ruler, predicted: &[Span], gold: &[Span]) -> bool {
    if predicted.is_empty() || gold.is_empty() {
        return false;
    }
    if super::spans::overlap(predicted, gold) {
        return true;
    }
    let name = last_name(ruler, predicted);
    name.is_some() && name == last_name(ruler, gold)
}

/// The name in small letters, with single spaces and no article; nothing at all is the empty name.
pub(super) fn squash(name: Option<&str>) -> String {
    let name = split(&name.unwrap_or_default().to_lowercase()).collect::<Vec<_>>().join(" ");
    let bare = ["the ", "a ", "an "].into_iter().find_map(|article| name.strip_prefix(article)).map(str::to_owned);
    bare.unwrap_or(name)
}

/// The words of a name in small letters, without *Jr.* and the like; hyphens and apostrophes join.
pub(super) fn name_words(name: Option<&str>) -> Vec<String> {
    let name = without_suffixes(name.unwrap_or_default());
    let mut words: Vec<String> = Vec::new();
    let mut rest = name.as_str();
    let mut joined = false;
    while let Some(c) = rest.chars().next() {
        let end = rest.find(|c| !is_letter(c)).unwrap_or(rest.len());
        if end > 0 {
            let word = rest[..end].to_lowercase();
            match words.last_mut() {
                Some(last) if joined => last.push_str(&word),
                _ => words.push(word),
            }
            rest = &rest[end..];
            // One mark joins two runs of letters.
            joined = rest.starts_with(['-', '\'', '’']) && rest.chars().nth(1).is_some_and(is_letter);
            if joined && let (Some(mark), Some(last)) = (rest.chars().next(), words.last_mut()) {
                last.push(mark);
                rest = &rest[mark.len_utf8()..];
            }
        } else {
            joined = false;
            rest = &rest[c.len_utf8()..];
        }
    }
    words
}

fn without_suffixes(name: &str) -> String {
    let mut kept = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(c) = rest.chars().next() {
        let end = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
        if end == 0 {
            kept.push(c);
            rest = &rest[c.len_utf8()..];
        } else if matches!(&rest[..end], "Jr" | "Sr" | "II" | "III" | "IV") {
            rest = &rest[end..];
            rest = rest.strip_prefix('.').unwrap_or(rest);
        } else {
            kept.push_str(&rest[..end]);
            rest = &rest[end..];
        }
    }
    kept
}

/// Whether two names may be one person's: the same last word, and the same first one where both have several.
pub(super) fn same_person(a: &[String], b: &[String]) -> bool {
    let (Some(last), Some(other_last)) = (a.last(), b.last()) else { return false };
    a == b || (last == other_last && (a.len() == 1 || b.len() == 1 || a[0] == b[0]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_keep_their_apostrophes() {
        let text = "Don’t “that's” x_1 ’em!";
        let ruler = Ruler::new(text);
        let tokens = Tokens::new(&ruler, text);
        let words: Vec<_> = tokens.spans.iter().map(|span| ruler.slice(*span)).collect();
        assert_eq!(words, ["Don’t", "“", "that's", "”", "x_1", "’", "em", "!"]);
    }

    #[test]
    fn spans_touch_whole_tokens() {
        let text = "that “she won’t go.”";
        let ruler = Ruler::new(text);
        let tokens = Tokens::new(&ruler, text);
        // that, “, she, won’t, go, ., ”
        for (span, expected) in [((0, 20), Some((2, 4))), ((8, 11), Some((2, 3))), ((0, 6), None), ((4, 5), None)] {
            assert_eq!(tokens.within(span), expected, "{span:?}");
        }
    }

    #[test]
    fn quoted_stretches() {
        let cases: [(&str, &[&str]); 6] = [
            ("He said “I am here,” and “no.”", &["“I am here,”"]),
            ("“One two three\n\n“four five six”", &["“One two three\n", "“four five six”"]),
            ("“one “two three four”", &["“two three four”"]),
            ("\"one two three\" x \"four five six\n\"", &["\"one two three\""]),
            ("“one two three", &[]),
            ("\"one “two three four” five\"", &["\"one “two three four” five\""]),
        ];
        for (text, expected) in cases {
            let ruler = Ruler::new(text);
            let found: Vec<_> = quoted(&ruler, text).into_iter().map(|span| ruler.slice(span)).collect();
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn names_are_words() {
        let cases: [(&str, &[&str]); 5] = [
            ("Orla Brenk Jr.", &["orla", "brenk"]),
            ("Tilo O’Vask-Tarn III", &["tilo", "o’vask-tarn"]),
            ("J. R. 2 IIIx", &["j", "r", "iiix"]),
            ("a--b -c- d'", &["a", "b", "c", "d"]),
            ("", &[]),
        ];
        for (name, expected) in cases {
            assert_eq!(name_words(Some(name)), expected, "{name}");
        }
    }

    #[test]
    fn names_without_article() {
        for (name, expected) in [("The  Tarn\nCouncil", "tarn council"), ("an apple", "apple"), ("Anna", "anna")] {
            assert_eq!(squash(Some(name)), expected);
        }
        assert_eq!(squash(None), "");
    }

    #[test]
    fn persons_with_one_name() {
        let cases = [
            ("Orla Brenk", "Brenk", true),
            ("Orla Brenk", "Tilo Brenk", false),
            ("Orla M. Brenk", "Orla Brenk", true),
            ("Orla", "Orla Brenk", false),
            ("", "", false),
        ];
        for (a, b, expected) in cases {
            assert_eq!(same_person(&name_words(Some(a)), &name_words(Some(b))), expected, "{a} {b}");
        }
    }
}
