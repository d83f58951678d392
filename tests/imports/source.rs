//! What one source declares, imports and names.

use crate::tokens::{Token, tokens};

/// The path of a module from the root of its crate, which is the empty one.
pub(crate) type Module = Vec<String>;

/// The folder of the crate that the file belongs to: a program has its own under `bin`, the library has the rest.
pub(crate) fn crate_of(file: &str) -> &str {
    let program = file.strip_prefix("bin/").and_then(|rest| rest.find('/'));
    program.map_or("", |end| &file[.."bin/".len() + end + 1])
}

/// The module that the file holds.
pub(crate) fn module_of(file: &str) -> Module {
    let name = &file[crate_of(file).len()..];
    let mut names: Vec<&str> = name.strip_suffix(".rs").unwrap_or(name).split('/').collect();
    if names.last() == Some(&"mod") || names == ["lib"] || names == ["main"] {
        names.pop();
    }
    names.into_iter().map(str::to_owned).collect()
}

#[derive(Debug, Default)]
pub(crate) struct Source {
    /// The modules that are declared here, in files of their own or in braces.
    pub(crate) declared: Vec<Declared>,
    pub(crate) mentioned: Vec<Mentioned>,
    /// The lines that give a module a file of another name, where nobody looks for it.
    pub(crate) misplaced: Vec<usize>,
}

#[derive(Debug)]
pub(crate) struct Declared {
    pub(crate) line: usize,
    pub(crate) module: Module,
    pub(crate) is_inline: bool,
}

/// A path as it is written.
#[derive(Debug)]
pub(crate) struct Mentioned {
    pub(crate) line: usize,
    /// The module in which it is written.
    pub(crate) within: Module,
    pub(crate) segments: Vec<String>,
    pub(crate) role: Role,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// `use a::B`, which makes it known under that name; `*` for all that is inside.
    Import(String),
    /// `pub use a::B`.
    Export(String),
    /// In a type or an expression.
    Plain,
}

impl Mentioned {
    /// The path from the root of the crate, if it goes by `crate`, `super` or `self`.
    pub(crate) fn anchored(&self) -> Option<Vec<String>> {
        let mut module = self.within.clone();
        let mut rest = &self.segments[..];
        while let Some((first, behind)) = rest.split_first() {
            match first.as_str() {
                "crate" => module.clear(),
                "super" => drop(module.pop()),
                "self" => {}
                _ => break,
            }
            rest = behind;
        }
        let is_anchored = rest.len() < self.segments.len();
        is_anchored.then(|| [module, rest.to_vec()].concat())
    }
}

impl Source {
    pub(crate) fn read(source: &str, module: Module) -> Self {
        let mut reader = Reader { tokens: tokens(source), at: 0, module, blocks: Vec::new(), found: Source::default() };
        while reader.at < reader.tokens.len() {
            reader.step();
        }
        reader.found
    }
}

/// Reads the tokens of a source and keeps count of the modules that it is in.
struct Reader {
    tokens: Vec<Token>,
    at: usize,
    module: Module,
    /// For each open brace, whether it is that of a module.
    blocks: Vec<bool>,
    found: Source,
}

impl Reader {
    fn text(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.text.as_str())
    }

    fn is_word(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(Token::is_word)
    }

    fn step(&mut self) {
        match self.text(self.at) {
            "mod" if self.is_word(self.at + 1) => self.declaration(),
            "use" if !self.is_captures() => {
                let is_export = self.is_public();
                self.at += 1;
                self.import(Vec::new(), is_export);
            }
            "[" if self.text(self.at + 1) == "path" && self.text(self.at + 2) == "=" => {
                self.found.misplaced.push(self.tokens[self.at].line);
                self.at += 3;
            }
            "{" => {
                self.blocks.push(false);
                self.at += 1;
            }
            "}" => {
                if self.blocks.pop() == Some(true) {
                    self.module.pop();
                }
                self.at += 1;
            }
            _ if self.is_word(self.at) => self.plain(),
            _ => self.at += 1,
        }
    }

    /// `use<'t>` in a type says which lifetimes it captures.
    fn is_captures(&self) -> bool {
        self.text(self.at + 1) == "<"
    }

    /// What stands before is `pub` or `pub(…)`.
    fn is_public(&self) -> bool {
        let mut words = self.tokens[..self.at].iter().rev().map(|token| token.text.as_str());
        match words.next() {
            Some("pub") => true,
            Some(")") => words.find(|&word| word == "(").is_some_and(|_| words.next() == Some("pub")),
            _ => false,
        }
    }

    fn declaration(&mut self) {
        let line = self.tokens[self.at].line;
        let mut module = self.module.clone();
        module.push(self.text(self.at + 1).to_owned());
        let is_inline = self.text(self.at + 2) == "{";
        if is_inline {
            self.module.clone_from(&module);
            self.blocks.push(true);
        }
        self.found.declared.push(Declared { line, module, is_inline });
        self.at += 3;
    }

    /// Reads a path of a `use`, or a group of them, that goes on from those segments.
    fn import(&mut self, mut segments: Vec<String>, is_export: bool) {
        if self.text(self.at) == "::" {
            // Another crate.
            segments.push(String::new());
            self.at += 1;
        }
        let mut line = self.tokens.get(self.at).map_or(0, |token| token.line);
        while self.is_word(self.at) && self.text(self.at) != "as" {
            line = self.tokens[self.at].line;
            segments.push(self.text(self.at).to_owned());
            self.at += 1;
            if self.text(self.at) == "::" {
                self.at += 1;
            }
        }
        match self.text(self.at) {
            "{" => {
                self.at += 1;
                while !matches!(self.text(self.at), "}" | "") {
                    self.import(segments.clone(), is_export);
                    if self.text(self.at) == "," {
                        self.at += 1;
                    }
                }
                self.at += 1;
                return;
            }
            "*" => {
                segments.push("*".to_owned());
                self.at += 1;
            }
            // `{self}`
            _ if segments.len() > 1 && segments.last().is_some_and(|last| last == "self") => drop(segments.pop()),
            _ => {}
        }
        let mut name = segments.last().cloned().unwrap_or_default();
        if self.text(self.at) == "as" {
            name = self.text(self.at + 1).to_owned();
            self.at += 2;
        }
        let role = if is_export { Role::Export(name) } else { Role::Import(name) };
        self.found.mentioned.push(Mentioned { line, within: self.module.clone(), segments, role });
        // Whatever this is, it is no path.
        if !matches!(self.text(self.at), "," | "}" | ";") {
            self.at += 1;
        }
    }

    /// Reads a path outside a `use`; the name of a field or method is none.
    fn plain(&mut self) {
        let line = self.tokens[self.at].line;
        let before = |back: usize| self.at.checked_sub(back).map_or("", |at| self.text(at));
        let is_member = before(1) == "." && before(2) != ".";
        let is_elsewhere = before(1) == "::";
        let is_new = matches!(before(1), "fn" | "let" | "mut");
        let mut segments = vec![self.text(self.at).to_owned()];
        self.at += 1;
        while self.text(self.at) == "::" && self.is_word(self.at + 1) {
            segments.push(self.text(self.at + 1).to_owned());
            self.at += 2;
        }
        let is_field = self.text(self.at) == ":";
        if !(is_member || is_elsewhere || is_new || is_field && segments.len() == 1) {
            self.found.mentioned.push(Mentioned { line, within: self.module.clone(), segments, role: Role::Plain });
        }
    }
}
