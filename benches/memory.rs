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

use rivals::{Names, Rival};
use whosaid::Gazetteer;

fn main() {
    // `cargo test --benches` runs it too, to no purpose.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    println!("| names | matcher | bytes a name | at most, while it is built | target |\n|---|---|---|---|---|");
    for count in [1_000, 10_000, 100_000, 1_000_000] {
        let names = Names::new(&rivals::invented(count));
        for rival in Rival::ALL {
            let mut kept = None;
            let counted = allocation_counter::measure(|| kept = rival.build(&names).ok());
            let name = rival.as_str();
            if kept.is_none() {
                println!("| {count} | {name} | does not build | | |");
                continue;
            }
            let each = |bytes: f64| bytes / count as f64;
            let (stays, most) = (each(counted.bytes_current as f64), each(counted.bytes_max as f64));
            let target = if (rival, count) == (Rival::Whosaid, 1_000_000) { "150" } else { "" };
            println!("| {count} | {name} | {stays:.0} | {most:.0} | {target} |");
        }
    }
    let mut bundled = Gazetteer::empty();
    let counted = allocation_counter::measure(|| bundled = Gazetteer::bundled());
    let names = bundled.names_len();
    let each = counted.bytes_current as f64 / names as f64;
    println!("| {names} | the bundled gazetteer, with what is known of its entities | {each:.0} | | |");
}
