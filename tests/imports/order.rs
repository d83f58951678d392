//! Which module may import which.

use std::collections::BTreeMap;

use crate::source::{Role, Source, module_of};

/// The modules under `src`, some of them yet to come. Those of one rank do not know of each other.
pub(crate) const ORDER: &[&[&str]] = &[
    &["span", "error", "swar", "left_out", "import", "guide"],
    &["table"],
    &["gazetteer", "lexicon"],
    &["text"],
    &["tagging"],
    &["mention"],
    &["syntax"],
    &["report"],
    &["quotation"],
    &["attribution"],
    &["reference"],
    &["parse", "record"],
    &["extractor"],
    &["export"],
    &["bin"],
];

/// Names that say nothing about what is inside.
const EMPTY_NAMES: &[&str] = &["util", "common", "core", "helpers", "misc"];

/// The faults of the file with that path under `src`.
pub(crate) fn check(file: &str, source: &str, exports: &BTreeMap<String, String>) -> Vec<String> {
    let own = top(file);
    if own == "lib" {
        return Vec::new();
    }
    let mut faults = Vec::new();
    if rank(own).is_none() {
        faults.push(format!("{file}: `{own}` is no module of the order"));
    }
    let module = module_of(file);
    for name in module.iter().filter(|name| is_empty(name)) {
        faults.push(format!("{file}: a module called {name}"));
    }
    let source = Source::read(source, module);
    for line in source.misplaced {
        faults.push(format!("{file}:{line}: a module in a file of another name"));
    }
    for declared in source.declared {
        if let Some(name) = declared.module.last().filter(|name| is_empty(name)) {
            faults.push(format!("{file}:{}: a module called {name}", declared.line));
        }
    }
    // A binary is a crate of its own, whose root is not that of the library.
    if own == "bin" {
        return faults;
    }
    for mentioned in source.mentioned {
        let path = mentioned.anchored();
        let Some(name) = path.as_ref().and_then(|path| path.first()) else { continue };
        let target = exports.get(name).unwrap_or(name);
        let fault = match (rank(own), rank(target)) {
            (_, None) => format!("{own} imports `{target}`, which is no module of the order"),
            (Some(from), Some(to)) if to > from || to == from && target != own => format!("{own} imports {target}"),
            _ => continue,
        };
        faults.push(format!("{file}:{}: {fault}", mentioned.line));
    }
    // A line may name several things of one module.
    faults.dedup();
    faults
}

/// Each name that the root hands on, with the module that it comes from.
pub(crate) fn exports(root: &str) -> BTreeMap<String, String> {
    let mut exports = BTreeMap::new();
    for mentioned in Source::read(root, Vec::new()).mentioned {
        if let (Role::Import(name) | Role::Export(name), Some(module)) = (mentioned.role, mentioned.segments.first()) {
            exports.insert(name, module.clone());
        }
    }
    exports
}

/// The module under `src` that the file belongs to.
pub(crate) fn top(file: &str) -> &str {
    let first = file.split('/').next().unwrap_or(file);
    first.strip_suffix(".rs").unwrap_or(first)
}

fn rank(module: &str) -> Option<usize> {
    ORDER.iter().position(|rank| rank.contains(&module))
}

fn is_empty(name: &str) -> bool {
    EMPTY_NAMES.contains(&name)
}
