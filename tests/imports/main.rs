//! Imports run one way: a module uses what stands to its left in [`order::ORDER`], and nothing to its right; and no files
//! import each other in a [circle](circles), inside a module or in the program.
//!
//! The sources are read as tokens, so that comments, documentation and strings do not count, and every path does: `use`
//! with its groups, a path inside an expression, and as many `super::` as it takes. A path to a re-export counts as one to
//! what it comes from. A method is no path: its type is what is imported.

mod circles;
mod order;
mod source;
mod tokens;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use circles::Crate;

#[test]
fn imports_run_one_way() {
    let files = files();
    let (_, root) = files.iter().find(|(path, _)| path == "lib.rs").expect("src/lib.rs");
    let exports = order::exports(root);
    let faults: Vec<String> = files.iter().flat_map(|(path, source)| order::check(path, source, &exports)).collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn no_files_import_each_other() {
    let files = files();
    let mut crates: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
    for (path, source) in &files {
        crates.entry(source::crate_of(path)).or_default().push((path, source));
    }
    let circles = crates.into_values().flat_map(|files| Crate::new(files).circles());
    let faults: Vec<String> = circles.map(|circle| circle.to_string()).collect();
    assert!(faults.is_empty(), "{} circles:\n{}", faults.len(), faults.join("\n"));
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
        // Where nobody looks for it.
        ("text/mod.rs", "#[path = \"marks.rs\"]\nmod mark;", &["text/mod.rs:1: a module in a file of another name"]),
        // Named for nothing.
        ("text/util.rs", "", &["text/util.rs: a module called util"]),
        ("core/a.rs", "", &["core/a.rs: `core` is no module of the order", "core/a.rs: a module called core"]),
        ("text/mod.rs", "mod helpers { }", &["text/mod.rs:1: a module called helpers"]),
    ];
    let exports = order::exports("pub use extractor::Extractor;");
    for &(path, source, expected) in CASES {
        assert_eq!(order::check(path, source, &exports), expected, "{path}: {source}");
    }
}

/// Each circle that is found in a few files.
#[test]
fn every_circle_is_seen() {
    type Case = (&'static str, &'static [(&'static str, &'static str)], &'static [&'static str]);
    const CASES: &[Case] = &[
        (
            "a chain is no circle",
            &[
                ("lib.rs", "mod b; mod c; mod d;"),
                ("b.rs", "use crate::c::C;"),
                ("c.rs", "use crate::d::D;"),
                ("d.rs", "pub(crate) struct D;"),
            ],
            &[],
        ),
        (
            "two files",
            &[("lib.rs", "mod b; mod c;"), ("b.rs", "\nuse super::c::C;"), ("c.rs", "use crate::b::B;")],
            &["a circle of 2 files:\n    b.rs:2 imports c.rs\n    c.rs:1 imports b.rs"],
        ),
        (
            "four files, the shortest way round",
            &[
                ("lib.rs", "mod b; mod c; mod d; mod e;"),
                ("b.rs", "use super::c::C;"),
                ("c.rs", "use super::{d::D, e::E};"),
                ("d.rs", "use super::e::E;\nuse super::c::X;"),
                ("e.rs", "use super::b::B;"),
            ],
            &["a circle of 4 files:\n    c.rs:1 imports d.rs\n    d.rs:2 imports c.rs"],
        ),
        ("a face", &[("a/mod.rs", "mod b; pub(crate) use b::B; struct A;"), ("a/b.rs", "use super::A;")], &[]),
        (
            "a parent that imports its child",
            &[("a/mod.rs", "mod b; use b::B; struct A;"), ("a/b.rs", "use super::A;")],
            &["a circle of 2 files:\n    a/b.rs:1 imports a/mod.rs\n    a/mod.rs:1 imports a/b.rs"],
        ),
        (
            "a parent that uses what it hands on",
            &[("a/mod.rs", "mod b; pub use b::B; struct A;\nfn f() -> B {}"), ("a/b.rs", "use super::A;")],
            &["a circle of 2 files:\n    a/b.rs:1 imports a/mod.rs\n    a/mod.rs:2 imports a/b.rs"],
        ),
        (
            "a parent that calls its child by a path",
            &[("a.rs", "mod b; struct A; fn f() { b::g() }"), ("a/b.rs", "fn g(a: super::A) {}")],
            &["a circle of 2 files:\n    a.rs:1 imports a/b.rs\n    a/b.rs:1 imports a.rs"],
        ),
        (
            "a parent that hands on nobody knows what",
            &[("a/mod.rs", "mod b; pub use b::*; struct A;"), ("a/b.rs", "use super::A;")],
            &["a circle of 2 files:\n    a/b.rs:1 imports a/mod.rs\n    a/mod.rs:1 imports a/b.rs"],
        ),
        (
            "a child that imports all of its parent",
            &[("a/mod.rs", "mod b; use b::B;"), ("a/b.rs", "use super::*;")],
            &["a circle of 2 files:\n    a/b.rs:1 imports a/mod.rs\n    a/mod.rs:1 imports a/b.rs"],
        ),
        (
            "a sibling, through the parent's re-export",
            &[
                ("a/mod.rs", "mod b; mod c; pub(crate) use b::B; pub(crate) use c::{C, D as E};"),
                ("a/b.rs", "use super::E;"),
                ("a/c.rs", "use crate::a::B;"),
            ],
            &["a circle of 2 files:\n    a/b.rs:1 imports a/c.rs\n    a/c.rs:1 imports a/b.rs"],
        ),
        (
            "a sibling, through two re-exports and a renamed module",
            &[
                ("a/mod.rs", "mod b; mod c; pub(crate) use c as other;"),
                ("a/b.rs", "fn f(d: super::other::D) {}"),
                ("a/c/mod.rs", "mod d; pub(crate) use d::D;"),
                ("a/c/d.rs", "use crate::a::b::B;"),
            ],
            &["a circle of 2 files:\n    a/b.rs:1 imports a/c/d.rs\n    a/c/d.rs:1 imports a/b.rs"],
        ),
        (
            "a file that hands on what is beside it",
            &[("lib.rs", "mod b; mod c;"), ("b.rs", "pub use super::c::C;"), ("c.rs", "use super::b::B;")],
            &["a circle of 2 files:\n    b.rs:1 imports c.rs\n    c.rs:1 imports b.rs"],
        ),
        (
            "a test inside a file sees what the file sees",
            &[
                ("a/mod.rs", "mod b; pub use b::B;\nmod tests { use super::*; fn f() { B::new() } }\nstruct A;"),
                ("a/b.rs", "mod tests { use super::super::A; }"),
            ],
            &["a circle of 2 files:\n    a/b.rs:1 imports a/mod.rs\n    a/mod.rs:2 imports a/b.rs"],
        ),
        (
            "a program",
            &[
                ("bin/p/main.rs", "mod b; enum Status {} fn main() { b::run() }"),
                ("bin/p/b.rs", "use crate::Status; fn run() {}"),
            ],
            &["a circle of 2 files:\n    bin/p/b.rs:1 imports bin/p/main.rs\n    bin/p/main.rs:1 imports bin/p/b.rs"],
        ),
        (
            "names that are no imports",
            &[
                ("a/mod.rs", "mod b; mod c; pub use b::b; struct A { b: u8 } fn f(a: A) { a.b; let b = 0; x::b(); }"),
                ("a/b.rs", "use super::A; use c::C; fn f() { ::a::c::D }"),
                (
                    "a/c.rs",
                    "use super::b::B; pub(super) struct C; impl Iterator for C { fn f() -> impl X + use<'_> {} }",
                ),
            ],
            &[],
        ),
    ];
    let names: BTreeSet<&str> = CASES.iter().map(|(name, ..)| *name).collect();
    assert_eq!(names.len(), CASES.len(), "two cases have the same name");
    for &(name, files, expected) in CASES {
        let circles: Vec<String> =
            Crate::new(files.iter().copied()).circles().iter().map(ToString::to_string).collect();
        assert_eq!(circles, expected, "{name}");
    }
}

#[test]
fn re_exports_are_traced_to_their_modules() {
    let found = order::exports("mod a; pub use a::{B, c::D as E}; pub use f::G; pub(crate) use h::i::J; use k::L;");
    let found: Vec<_> = found.iter().map(|(name, module)| (name.as_str(), module.as_str())).collect();
    assert_eq!(found, [("B", "a"), ("E", "a"), ("G", "f"), ("J", "h"), ("L", "k")]);
}

/// All sources, by their paths under `src`.
fn files() -> Vec<(String, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    collect(&src, &mut paths);
    assert!(paths.len() > order::ORDER.len(), "only {} files under src", paths.len());
    let read = |path: PathBuf| {
        let name = path.strip_prefix(&src).expect("a path under src").display().to_string().replace('\\', "/");
        (name, fs::read_to_string(&path).expect("a source that can be read"))
    };
    paths.into_iter().map(read).collect()
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
