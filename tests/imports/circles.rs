//! Which files import each other in a circle.
//!
//! A file imports another by naming what is defined there, in a `use`, a type or an expression, however many re-exports
//! the path goes through. To declare a module (`mod a;`) and to hand its items on (`pub(crate) use a::B;`) imports nothing:
//! that is how a `mod.rs` is the face of its folder. But a `mod.rs` that also uses what it hands on imports it, and a
//! file below that uses what the `mod.rs` defines then closes a circle.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt;

use crate::source::{Mentioned, Module, Role, Source, module_of};

/// The files of a crate, as their paths and sources; the root is `lib.rs` or `main.rs`.
pub(crate) struct Crate {
    files: Vec<String>,
    sources: Vec<Source>,
    modules: BTreeMap<Module, Names>,
}

/// Files each of which imports all the others, if not at first hand.
pub(crate) struct Circle {
    pub(crate) files: Vec<String>,
    /// The fewest imports that lead back to where they begin.
    way_round: Vec<String>,
}

impl fmt::Display for Circle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a circle of {} files:", self.files.len())?;
        self.way_round.iter().try_for_each(|import| write!(f, "\n    {import}"))
    }
}

/// What is known in a module.
#[derive(Default)]
struct Names {
    file: usize,
    /// The positions of what is imported in its source.
    imported: BTreeMap<String, Vec<usize>>,
}

/// Where a path ends: at a module, or at something that a file defines.
#[derive(Clone)]
enum Place {
    Module(Module),
    Item(usize),
}

/// For each file, the files that it imports, each with the first line that does.
type Imports = Vec<BTreeMap<usize, usize>>;

impl Crate {
    pub(crate) fn new<'s>(files: impl IntoIterator<Item = (&'s str, &'s str)>) -> Self {
        let files: BTreeMap<&str, &str> = files.into_iter().collect();
        let mut read = Self { files: Vec::new(), sources: Vec::new(), modules: BTreeMap::new() };
        files.into_iter().for_each(|(path, source)| read.add(path, source));
        read
    }

    fn add(&mut self, path: &str, source: &str) {
        let file = self.files.len();
        let module = module_of(path);
        let source = Source::read(source, module.clone());
        let inline = source.declared.iter().filter(|declared| declared.is_inline);
        for module in inline.map(|declared| declared.module.clone()).chain([module]) {
            self.modules.insert(module, Names { file, ..Names::default() });
        }
        for (at, mentioned) in source.mentioned.iter().enumerate() {
            if let Role::Import(name) | Role::Export(name) = &mentioned.role
                && let Some(names) = self.modules.get_mut(&mentioned.within)
            {
                names.imported.entry(name.clone()).or_default().push(at);
            }
        }
        self.files.push(path.to_owned());
        self.sources.push(source);
    }

    fn imports_in<'c>(&'c self, names: &'c Names, name: &str) -> impl Iterator<Item = &'c Mentioned> {
        let positions = names.imported.get(name).into_iter().flatten();
        positions.map(|&at| &self.sources[names.file].mentioned[at])
    }

    /// All circles, each once.
    pub(crate) fn circles(&self) -> Vec<Circle> {
        let imports = self.imports();
        let reached: Vec<BTreeSet<usize>> = (0..self.files.len()).map(|file| reached(file, &imports)).collect();
        let mut circles = Vec::new();
        for first in 0..self.files.len() {
            let files: Vec<usize> =
                reached[first].iter().copied().filter(|&other| reached[other].contains(&first)).collect();
            // Each circle once, at the first of its files.
            if files.first() != Some(&first) {
                continue;
            }
            let shortest = files.iter().map(|&file| way_round(file, &imports)).min_by_key(Vec::len).unwrap_or_default();
            let way_round = shortest.windows(2).map(|pair| {
                format!("{}:{} imports {}", self.files[pair[0]], imports[pair[0]][&pair[1]], self.files[pair[1]])
            });
            circles.push(Circle {
                files: files.iter().map(|&file| self.files[file].clone()).collect(),
                way_round: way_round.collect(),
            });
        }
        circles
    }

    fn imports(&self) -> Imports {
        let mut imports = vec![BTreeMap::new(); self.files.len()];
        for (file, source) in self.sources.iter().enumerate() {
            for mentioned in &source.mentioned {
                for imported in self.imported_by(file, mentioned) {
                    imports[file].entry(imported).or_insert(mentioned.line);
                }
            }
        }
        imports
    }

    /// The other files that the mention imports.
    fn imported_by(&self, file: usize, mentioned: &Mentioned) -> Vec<usize> {
        let places = self.resolve(mentioned, &mut Vec::new());
        let files = places.into_iter().filter_map(|place| match place {
            Place::Item(file) => Some(file),
            // A variable may have the name of a module.
            Place::Module(_) if mentioned.role == Role::Plain => None,
            Place::Module(module) => Some(self.modules[&module].file),
        });
        // With `pub use a::*` nobody sees what comes from there, so that counts as an import.
        let is_face = matches!(&mentioned.role, Role::Export(name) if name != "*");
        files.filter(|&imported| imported != file && !(is_face && self.is_below(imported, file))).collect()
    }

    fn is_below(&self, file: usize, above: usize) -> bool {
        module_of(&self.files[file]).starts_with(&module_of(&self.files[above]))
    }

    /// Where the path ends; nowhere if it is one of another crate. With `#[cfg]` a name may stand for several things. `seen`
    /// are the names that it is resolved for, which lead nowhere if they come back to themselves.
    fn resolve(&self, mentioned: &Mentioned, seen: &mut Vec<(Module, String)>) -> Vec<Place> {
        let (module, segments) = match mentioned.anchored() {
            Some(path) => (Module::new(), path),
            None => (mentioned.within.clone(), mentioned.segments.clone()),
        };
        // What is neither a module nor imported is defined where it is looked for; a path that is not from the root may be
        // one of another crate.
        let mut is_known = mentioned.anchored().is_some();
        let mut places = vec![Place::Module(module)];
        for (at, segment) in segments.iter().enumerate().take_while(|(_, segment)| *segment != "*") {
            let mut next = Vec::new();
            for place in places {
                let Place::Module(module) = &place else {
                    next.push(place);
                    continue;
                };
                let mut inside = self.meanings(module, segment, seen);
                // `pub use a::a;` gives `a` a second meaning, but not in `a::b`.
                let is_module = |place: &Place| matches!(place, Place::Module(_));
                if at + 1 < segments.len() && inside.iter().any(is_module) {
                    inside.retain(is_module);
                }
                if inside.is_empty() && is_known {
                    inside.extend(self.modules.get(module).map(|names| Place::Item(names.file)));
                }
                next.extend(inside);
            }
            places = next;
            is_known = true;
        }
        places
    }

    /// What the name stands for in the module, as far as it is a module or imported.
    fn meanings(&self, module: &Module, name: &str, seen: &mut Vec<(Module, String)>) -> Vec<Place> {
        let mut places = Vec::new();
        let inner = [&module[..], &[name.to_owned()]].concat();
        if self.modules.contains_key(&inner) {
            places.push(Place::Module(inner));
        }
        let key = (module.clone(), name.to_owned());
        let Some(names) = self.modules.get(module).filter(|_| !seen.contains(&key)) else { return places };
        seen.push(key);
        for import in self.imports_in(names, name) {
            places.extend(self.resolve(import, seen));
        }
        for import in self.imports_in(names, "*") {
            for place in self.resolve(import, seen) {
                if let Place::Module(module) = place {
                    places.extend(self.meanings(&module, name, seen));
                }
            }
        }
        seen.pop();
        places
    }
}

/// The files that are imported by the file, by what it imports, and so on: itself too if it stands in a circle.
fn reached(file: usize, imports: &Imports) -> BTreeSet<usize> {
    let mut reached = BTreeSet::new();
    let mut waiting = vec![file];
    while let Some(next) = waiting.pop() {
        waiting.extend(imports[next].keys().copied().filter(|&imported| reached.insert(imported)));
    }
    reached
}

/// The shortest way from the file over its imports back to it, which is known to exist.
fn way_round(file: usize, imports: &Imports) -> Vec<usize> {
    let mut ways = VecDeque::from([vec![file]]);
    let mut seen = BTreeSet::new();
    while let Some(way) = ways.pop_front() {
        for &imported in imports[way[way.len() - 1]].keys() {
            let longer = [&way[..], &[imported]].concat();
            if imported == file {
                return longer;
            }
            if seen.insert(imported) {
                ways.push_back(longer);
            }
        }
    }
    Vec::new()
}
