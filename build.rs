//! Compiles the word lists under `gazetteers/lexicon/` into the bytes of the lexicon, and the gazetteers under `gazetteers/`
//! into those that the feature `bundled` puts into the library: what would take a program a tenth of a second at each start
//! is done once, here, by the library's own modules.
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
#[path = "src/lexicon/compiler.rs"]
mod lexicon;
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

use error::Error;

fn main() {
    println!("cargo::rerun-if-changed=gazetteers");
    for sources in ["build.rs", "src/gazetteer", "src/lexicon", "src/swar.rs", "src/table.rs", "src/error.rs"] {
        println!("cargo::rerun-if-changed={sources}");
    }
    let mut compiled = vec![("lexicon", lexicon())];
    if env::var_os("CARGO_FEATURE_BUNDLED").is_some() {
        compiled.push(("bundled.gazetteer", gazetteer()));
    }
    let folder = env::var_os("OUT_DIR").expect("cargo gives a folder");
    let mut is_faulty = false;
    for (name, bytes) in compiled {
        match bytes {
            Ok(bytes) => fs::write(Path::new(&folder).join(name), bytes).expect("a writable folder"),
            Err(faults) => {
                eprintln!("{faults}");
                is_faulty = true;
            }
        }
    }
    if is_faulty {
        process::exit(1);
    }
}

fn lexicon() -> Result<Vec<u8>, Error> {
    let folder = "gazetteers/lexicon";
    let files = tables(folder);
    let files: Vec<_> =
        files.iter().map(|(name, bytes)| (&name[..], bytes.as_deref().map_err(|why| &why[..]))).collect();
    lexicon::compile(folder, &files)
}

fn gazetteer() -> Result<Vec<u8>, Error> {
    let folder = "gazetteers";
    let mut loader = load::Loader::default();
    loader.begin(false);
    for (name, bytes) in tables(folder) {
        loader.read(&format!("{folder}/{name}"), bytes.as_deref().map_err(String::as_str));
    }
    Ok(bytes::write(&compiled::Compiled::of(loader.finish()?)))
}

/// The tables of the folder by name, each with its bytes or why there are none.
fn tables(folder: &str) -> Vec<(String, Result<Vec<u8>, String>)> {
    let paths = fs::read_dir(folder).expect("a readable folder").map(|entry| entry.expect("a readable folder").path());
    let mut tables: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "tsv"))
        .map(|path| {
            let name = path.file_name().unwrap_or_default().display().to_string();
            (name, fs::read(path).map_err(|error| error.to_string()))
        })
        .collect();
    tables.sort();
    tables
}
