//! The tokens of a Rust source, as far as paths need them.

/// A word, `::`, or any other single character.
pub(crate) struct Token {
    pub(crate) line: usize,
    pub(crate) text: String,
}

impl Token {
    pub(crate) fn is_word(&self) -> bool {
        self.text.starts_with(is_word_char)
    }
}

fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The tokens of a Rust source without its comments, strings and characters.
pub(crate) fn tokens(source: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = source;
    let mut line = 1;
    while let Some(c) = rest.chars().next() {
        let length = unspoken(rest);
        if length > 0 {
            line += rest[..length].matches('\n').count();
            rest = &rest[length..];
            continue;
        }
        let length = if is_word_char(c) {
            rest.find(|c| !is_word_char(c)).unwrap_or(rest.len())
        } else if rest.starts_with("::") {
            2
        } else {
            c.len_utf8()
        };
        tokens.push(Token { line, text: rest[..length].to_owned() });
        rest = &rest[length..];
    }
    tokens
}

/// The length of the white space, comment, literal, lifetime or raw mark `r#` at the start; 0 if there is none.
fn unspoken(rest: &str) -> usize {
    let until = |from: usize, end: &str| rest[from..].find(end).map_or(rest.len(), |at| from + at + end.len());
    if rest.starts_with(char::is_whitespace) {
        return rest.len() - rest.trim_start().len();
    }
    if rest.starts_with("//") {
        return until(2, "\n");
    }
    if rest.starts_with("/*") {
        return block_comment(rest);
    }
    let letters = rest.find(|c: char| !matches!(c, 'b' | 'c' | 'r')).unwrap_or(rest.len());
    let behind = &rest[letters..];
    let hashes = behind.len() - behind.trim_start_matches('#').len();
    if letters <= 2 && rest[..letters].ends_with('r') && behind[hashes..].starts_with('"') {
        return until(letters + hashes + 1, &format!("\"{}", &behind[..hashes]));
    }
    if rest.starts_with("r#") && rest[2..].starts_with(is_word_char) {
        return 2;
    }
    if letters <= 1 && behind.starts_with('"') {
        return letters + quoted(behind, '"');
    }
    if letters <= 1 && behind.starts_with('\'') {
        let mut inside = behind[1..].chars();
        let (first, second) = (inside.next(), inside.next());
        if first == Some('\\') || second == Some('\'') {
            return letters + quoted(behind, '\'');
        }
        // A lifetime; its name does no harm as a word, but `'super` is none.
        return letters + 1 + behind[1..].find(|c| !is_word_char(c)).unwrap_or(behind.len() - 1);
    }
    0
}

/// The length of the literal between two such marks.
fn quoted(literal: &str, mark: char) -> usize {
    let mut escaped = false;
    for (at, c) in literal.char_indices().skip(1) {
        if !escaped && c == mark {
            return at + c.len_utf8();
        }
        escaped = c == '\\' && !escaped;
    }
    literal.len()
}

/// The length of the comment, which may hold others.
fn block_comment(rest: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
        if depth == 0 {
            break;
        }
    }
    at
}
