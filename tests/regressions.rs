//! Every input that a fuzzer once found fault with, and the seeds that fuzzers begin with, keep the promises.
//!
//! The inputs are the files in `regressions/`, in a folder for each target; `fuzz/README.md` says how to add one.

mod fuzzed;

use std::fs;
use std::panic::catch_unwind;
use std::path::Path;
use std::time::{Duration, Instant};

use fuzzed::Target;

/// More than the slowest of them takes on the slowest machine, and less than anybody would wait.
const PATIENCE: Duration = Duration::from_secs(20);

fn run(target: Target, name: &str, bytes: &[u8]) {
    let start = Instant::now();
    assert!(catch_unwind(|| target(bytes)).is_ok(), "{name} breaks a promise: see above");
    assert!(start.elapsed() < PATIENCE, "{name} took {:?}", start.elapsed());
}

#[test]
fn nothing_that_was_mended_breaks_again() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/regressions");
    for (name, target) in fuzzed::TARGETS {
        let files = fs::read_dir(folder.join(name)).expect("a folder for each target");
        let mut files: Vec<_> = files.map(|entry| entry.expect("an entry").path()).collect();
        files.sort();
        assert!(!files.is_empty(), "no input for {name}");
        for file in files {
            run(*target, &file.display().to_string(), &fs::read(&file).expect("a file that can be read"));
        }
    }
}

#[test]
fn the_seeds_keep_the_promises() {
    let seeds = fuzzed::seeds::seeds();
    for (name, target) in fuzzed::TARGETS {
        let own: Vec<_> = seeds.iter().filter(|(of, ..)| of == name).collect();
        assert!(own.len() > 10, "{} seeds for {name}", own.len());
        own.iter().for_each(|(_, seed, bytes)| run(*target, seed, bytes));
    }
}

#[test]
#[ignore = "writes the seeds to fuzz/corpus, for the fuzzers"]
fn seeds() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus");
    for (target, name, bytes) in fuzzed::seeds::seeds() {
        fs::create_dir_all(corpus.join(target)).expect("a folder");
        fs::write(corpus.join(target).join(name), bytes).expect("a seed");
    }
}
