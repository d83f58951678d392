//! Compiles the gazetteers under `gazetteers/` into the bytes that the feature `bundled` puts into the library: what would
//! take a program a tenth of a second at each start is done once, here, by the library's own modules.
#![allow(dead_code, missing_docs, unreachable_pub, clippy::print_stdout, clippy::print_stderr)]

#[path = "src/gazetteer/beginnings.rs"]
mod beginnings;
#[path = "src/gazetteer/bytes.rs"]
mod bytes;
#[path = "src/gazetteer/compile.rs"]
mod compile;
#[path = "src/gazetteer/compiled.rs"]
mod compiled;
#[path = "src/gazetteer/country.rs"]
mod country;
#[path = "src/gazetteer/demonym.rs"]
mod demonym;
#[path = "src/gazetteer/entity.rs"]
mod entity;
#[path = "src/gazetteer/equality.rs"]
mod equality;
#[path = "src/error.rs"]
mod error;
#[path = "src/gazetteer/ids.rs"]
mod ids;
#[path = "src/gazetteer/items.rs"]
mod items;
#[path = "src/gazetteer/load.rs"]
mod load;
#[path = "src/gazetteer/matcher.rs"]
mod matcher;
#[path = "src/gazetteer/openings.rs"]
mod openings;
#[path = "src/gazetteer/prefixes.rs"]
mod prefixes;
#[path = "src/gazetteer/room.rs"]
mod room;
#[path = "src/gazetteer/row.rs"]
mod row;
#[path = "src/swar.rs"]
mod swar;
#[path = "src/table.rs"]
mod table;
#[path = "src/gazetteer/threads.rs"]
mod threads;
#[path = "src/gazetteer/word.rs"]
mod word;

use std::path::Path;
use std::{env, fs, process};

fn main() {
    println!("cargo::rerun-if-changed=gazetteers");
    for sources in ["build.rs", "src/gazetteer", "src/swar.rs", "src/table.rs", "src/error.rs"] {
        println!("cargo::rerun-if-changed={sources}");
    }
    if env::var_os("CARGO_FEATURE_BUNDLED").is_none() {
        return;
    }
    let mut files: Vec<_> = fs::read_dir("gazetteers")
        .expect("the folder gazetteers")
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "tsv"))
        .collect();
    files.sort();
    let mut loader = load::Loader::default();
    loader.begin(false);
    for file in &files {
        let bytes = fs::read(file).map_err(|error| error.to_string());
        let name = file.file_name().unwrap_or_default().display();
        loader.read(&format!("gazetteers/{name}"), bytes.as_deref().map_err(String::as_str));
    }
    let joined = loader.finish().unwrap_or_else(|faults| {
        eprintln!("the bundled gazetteers are faulty:\n{faults}");
        process::exit(1);
    });
    let bytes = bytes::write(&compiled::Compiled::of(joined));
    let folder = env::var_os("OUT_DIR").expect("cargo gives a folder");
    fs::write(Path::new(&folder).join("bundled.gazetteer"), bytes).expect("a writable folder");
}
