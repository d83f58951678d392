//! Imports run one way: a module uses what stands to its left in [`ORDER`], and nothing to its right.
//!
//! The sources are read as tokens, so that comments, documentation and strings do not count, and every path that
//! reaches the root of the crate does: `use crate::…` with its groups, `crate::…` inside an expression, and as many
//! `super::` as it takes. A path to a re-export of `lib.rs` counts as one to the module that it comes from.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, iter};

/// The modules under `src`. Those of one rank do not know of each other.
const ORDER: &[&[&str]] = &[
    &["span", "error", "swar", "import", "guide"],
    &["table"],
    &["gazetteer", "lexicon"],
    &["text"],
    &["mention"],
    &["quotation"],
    &["attribution"],
    &["reference"],
    &["record"],
    &["extractor"],
    &["export"],
    &["bin"],
];

/// Names that say nothing about what is inside.
const EMPTY_NAMES: &[&str] = &["util", "common", "core", "helpers", "misc"];

#[test]
fn imports_run_one_way() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&src, &mut files);
    assert!(files.len() > ORDER.len(), "only {} files under src", files.len());
    let root = fs::read_to_string(src.join("lib.rs")).expect("src/lib.rs");
    let exports = exports(&root);
    let mut faults = Vec::new();
    for file in &files {
        let source = fs::read_to_string(file).expect("a source that can be read");
        let path = file.strip_prefix(&src).expect("a path under src");
        faults.extend(check(path, &source, &exports));
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

/// What the check says about one file, with `Extractor` re-exported from `extractor`.
#[test]
fn every_way_to_import_is_seen() {
    const CASES: &[(&str, &str, &[&str])] = &[
        // To the left.
        ("text/mod.rs", "use crate::span::Span;", &[]),
        ("text/mod.rs", "use crate::{lexicon::{Lexicon, Tags}, span::Span};", &[]),
        ("bin/whosaid.rs", "use whosaid::Extractor; mod arguments; use crate::arguments::Arguments;", &[]),
        // Inside one module.
        ("text/mark.rs", "use super::token::Token; use crate::text::Text; use self::inner::A;", &[]),
        ("error.rs", "mod tests { use super::*; use super::Faults; }", &[]),
        // No imports.
        ("span.rs", "/// See [`x`](crate::text::Text).\n// crate::text\n/* crate::text /* crate::text */ */", &[]),
        ("span.rs", r####"const A: &str = "crate::text"; const B: &str = r#""crate::text"#;"####, &[]),
        ("span.rs", r#"const A: char = '"'; const B: &'static str = "crate::text"; const C: char = '\'';"#, &[]),
        ("span.rs", "pub(crate) struct A; pub(super) struct B;", &[]),
        ("lib.rs", "mod text; pub use extractor::Extractor; use crate::text::Text;", &[]),
        // To the right.
        ("span.rs", "use crate::text::Text;", &["span.rs:1: span imports text"]),
        ("text/mod.rs", "\n\nuse crate::{span::Span, mention::{A, B}};", &["text/mod.rs:3: text imports mention"]),
        ("text/a/b.rs", "fn f() -> crate::record::Record {}", &["text/a/b.rs:1: text imports record"]),
        ("text/mod.rs", "use super::extractor;", &["text/mod.rs:1: text imports extractor"]),
        ("text/mark.rs", "use super::super::record;", &["text/mark.rs:1: text imports record"]),
        ("text/mark.rs", "use super::{token, super::record};", &["text/mark.rs:1: text imports record"]),
        ("error.rs", "mod tests { fn f() { super::super::text::g() } }", &["error.rs:1: error imports text"]),
        ("text/mod.rs", "use crate::Extractor;", &["text/mod.rs:1: text imports extractor"]),
        ("text/mod.rs", "use crate::r#mention::A;", &["text/mod.rs:1: text imports mention"]),
        // To the side.
        ("span.rs", "use crate::error::Error;", &["span.rs:1: span imports error"]),
        ("lexicon.rs", "use crate::gazetteer::Gazetteer;", &["lexicon.rs:1: lexicon imports gazetteer"]),
        // Unknown.
        ("text/mod.rs", "use crate::*;", &["text/mod.rs:1: text imports `*`, which is no module of the order"]),
        (
            "text/mod.rs",
            "use crate::Nobody;",
            &["text/mod.rs:1: text imports `Nobody`, which is no module of the order"],
        ),
        ("tools.rs", "", &["tools.rs: `tools` is no module of the order"]),
        // Named for nothing.
        ("text/util.rs", "", &["text/util.rs: a module called util"]),
        ("core/a.rs", "", &["core/a.rs: `core` is no module of the order", "core/a.rs: a module called core"]),
        ("text/mod.rs", "mod helpers { }", &["text/mod.rs:1: a module called helpers"]),
    ];
    let exports = exports("pub use extractor::Extractor;");
    for &(path, source, expected) in CASES {
        assert_eq!(check(Path::new(path), source, &exports), expected, "{path}: {source}");
    }
}

#[test]
fn re_exports_are_traced_to_their_modules() {
    let found = exports("mod a; pub use a::{B, c::D as E}; pub use f::G; pub(crate) use h::i::J; use k::L;");
    let found: Vec<_> = found.iter().map(|(name, module)| (name.as_str(), module.as_str())).collect();
    assert_eq!(found, [("B", "a"), ("E", "a"), ("G", "f"), ("J", "h"), ("L", "k")]);
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let mut paths: Vec<_> =
        fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// The faults of the file with that path under `src`.
fn check(path: &Path, source: &str, exports: &BTreeMap<String, String>) -> Vec<String> {
    let file = path.display().to_string().replace('\\', "/");
    let modules = modules_of(&file);
    let Some(own) = modules.first() else { return Vec::new() };
    let mut faults = Vec::new();
    if rank(own).is_none() {
        faults.push(format!("{file}: `{own}` is no module of the order"));
    }
    for name in modules.iter().filter(|name| EMPTY_NAMES.contains(&name.as_str())) {
        faults.push(format!("{file}: a module called {name}"));
    }
    let mut reader = Reader { tokens: tokens(source), at: 0, modules: modules.clone(), blocks: Vec::new() };
    for found in iter::from_fn(|| reader.next_found()).flatten() {
        let (line, name) = match found {
            Found::Module(line, name) => {
                if EMPTY_NAMES.contains(&name.as_str()) {
                    faults.push(format!("{file}:{line}: a module called {name}"));
                }
                continue;
            }
            Found::Import(line, name) => (line, name),
        };
        // A binary is a crate of its own, whose root is not that of the library.
        if own == "bin" {
            continue;
        }
        let target = exports.get(&name).unwrap_or(&name);
        match (rank(own), rank(target)) {
            (_, None) => {
                faults.push(format!("{file}:{line}: {own} imports `{target}`, which is no module of the order"));
            }
            (Some(from), Some(to)) if to > from || to == from && target != own => {
                faults.push(format!("{file}:{line}: {own} imports {target}"));
            }
            _ => {}
        }
    }
    faults
}

fn rank(module: &str) -> Option<usize> {
    ORDER.iter().position(|rank| rank.contains(&module))
}

/// The path of the module that the file holds; empty for the root.
fn modules_of(file: &str) -> Vec<String> {
    let stem = file.strip_suffix(".rs").unwrap_or(file);
    let names = stem.strip_suffix("/mod").unwrap_or(stem);
    if names == "lib" { Vec::new() } else { names.split('/').map(str::to_owned).collect() }
}

/// Each name that the root imports, with the first segment of its path.
fn exports(root: &str) -> BTreeMap<String, String> {
    let tokens = tokens(root);
    let mut exports = BTreeMap::new();
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at].text != "use" {
            at += 1;
            continue;
        }
        let end = (at..tokens.len()).find(|&end| tokens[end].text == ";").unwrap_or(tokens.len());
        let module = tokens.get(at + 1).map_or("", |token| token.text.as_str());
        // The last word before `,`, `}` or the end is the name under which it is known.
        for here in at + 1..end {
            let next = tokens.get(here + 1).map_or(";", |token| token.text.as_str());
            if tokens[here].is_word() && matches!(next, "," | "}" | ";") {
                exports.insert(tokens[here].text.clone(), module.to_owned());
            }
        }
        at = end;
    }
    exports
}

/// What a reader finds in a source.
enum Found {
    /// A path that starts at the root of the crate: its line and first segment.
    Import(usize, String),
    /// A module in braces: its line and name.
    Module(usize, String),
}

/// Reads the tokens of a file and keeps count of the modules that it is in.
struct Reader {
    tokens: Vec<Token>,
    at: usize,
    modules: Vec<String>,
    /// For each open brace, whether it is that of a module.
    blocks: Vec<bool>,
}

impl Reader {
    fn text(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.text.as_str())
    }

    /// What the next token starts; `None` at the end.
    fn next_found(&mut self) -> Option<Vec<Found>> {
        let line = self.tokens.get(self.at)?.line;
        let (here, next, behind) = (self.text(self.at), self.text(self.at + 1), self.text(self.at + 2));
        let mut found = Vec::new();
        match (here, next) {
            ("mod", name) if behind == "{" => {
                let name = name.to_owned();
                found.push(Found::Module(line, name.clone()));
                self.modules.push(name);
                self.blocks.push(true);
                self.at += 3;
            }
            ("{", _) => {
                self.blocks.push(false);
                self.at += 1;
            }
            ("}", _) => {
                if self.blocks.pop() == Some(true) {
                    self.modules.pop();
                }
                self.at += 1;
            }
            ("crate" | "super" | "self", "::") => {
                let modules = self.modules.clone();
                self.path(modules, &mut found);
            }
            _ => self.at += 1,
        }
        Some(found)
    }

    /// Reads a path, or a group of paths, that starts in the module.
    fn path(&mut self, mut module: Vec<String>, found: &mut Vec<Found>) {
        loop {
            match self.text(self.at) {
                "crate" => module.clear(),
                "super" => drop(module.pop()),
                "self" => {}
                _ => break,
            }
            self.at += 1;
            if self.text(self.at) != "::" {
                return;
            }
            self.at += 1;
        }
        if self.text(self.at) == "{" {
            self.at += 1;
            while !matches!(self.text(self.at), "}" | "") {
                self.path(module.clone(), found);
                self.skip_to_next_of_group();
            }
            self.at += 1;
        } else if let Some(token) = self.tokens.get(self.at) {
            if module.is_empty() {
                found.push(Found::Import(token.line, token.text.clone()));
            }
            self.at += 1;
        }
    }

    /// Goes behind the comma, or to the brace, that ends an item of a group.
    fn skip_to_next_of_group(&mut self) {
        let mut depth = 0;
        loop {
            match self.text(self.at) {
                "" => return,
                "," if depth == 0 => {
                    self.at += 1;
                    return;
                }
                "}" if depth == 0 => return,
                "{" => depth += 1,
                "}" => depth -= 1,
                _ => {}
            }
            self.at += 1;
        }
    }
}

/// A word, `::`, or any other single character.
struct Token {
    line: usize,
    text: String,
}

impl Token {
    fn is_word(&self) -> bool {
        self.text.starts_with(is_word_char)
    }
}

fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The tokens of a Rust source without its comments, strings and characters.
fn tokens(source: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let line = 1 + source[..source.len() - rest.len()].matches('\n').count();
        let length = unspoken(rest);
        if length > 0 {
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
