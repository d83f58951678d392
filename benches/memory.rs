//! How many bytes a name takes: those that stay, and the most that are held while it is built.
//!
//! `cargo bench --bench memory`. An allocator that counts is exact, but slows down whoever allocates, so this is a program
//! of its own and nothing is timed in it. A gazetteer holds each entity with its id, its name and where it was defined, and
//! the matchers of the other crates hold patterns alone.
#![allow(missing_docs, clippy::print_stdout)]

#[allow(dead_code, unused_imports, reason = "each bench uses its part of the module")]
mod news;
#[allow(dead_code, reason = "each bench uses its part of the module")]
mod rivals;

use peak_alloc::PeakAlloc;
use rivals::{Names, Rival};
use whosaid::Gazetteer;

/// Counts what all threads hold: a gazetteer is built by several.
#[global_allocator]
static HELD: PeakAlloc = PeakAlloc;

/// What is built, and how many bytes stay of those that it takes, and how many there are at most.
fn measured<T>(build: impl FnOnce() -> T) -> (T, usize, usize) {
    HELD.reset_peak_usage();
    let before = HELD.current_usage();
    let built = build();
    (built, HELD.current_usage().saturating_sub(before), HELD.peak_usage().saturating_sub(before))
}

fn main() {
    // `cargo test --benches` runs it too, to no purpose.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    println!("| names | matcher | bytes a name | at most, while it is built | target |\n|---|---|---|---|---|");
    for count in [1_000, 10_000, 100_000, 1_000_000] {
        let names = Names::new(&rivals::invented(count));
        for rival in Rival::ALL {
            let (kept, stays, most) = measured(|| rival.build(&names).ok());
            let name = rival.as_str();
            if kept.is_none() {
                println!("| {count} | {name} | does not build | | |");
                continue;
            }
            let [stays, most] = [stays, most].map(|bytes| bytes as f64 / count as f64);
            let target = if (rival, count) == (Rival::Whosaid, 1_000_000) { "150" } else { "" };
            println!("| {count} | {name} | {stays:.0} | {most:.0} | {target} |");
        }
    }
    let (bundled, stays, _) = measured(Gazetteer::bundled);
    let names = bundled.names_len();
    let each = stays as f64 / names as f64;
    println!("| {names} | the bundled gazetteer, with what is known of its entities | {each:.0} | | |");
}
