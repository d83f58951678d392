//! Linear always: twice the text takes at most 2.2 times as long, whatever the text is.
//!
//! `cargo bench --bench linear` reads inputs that are built to hurt, of one megabyte to eight; `-- 64` goes on doubling to
//! 64 MB, which takes a quarter of an hour and some gigabytes, and `-- 64 pronouns` keeps to the inputs of that
//! name. The whole extraction and [`Gazetteer::find`] are timed,
//! and the command fails when a doubling costs more. What counts is the processor's time, of which neighbours on the machine
//! take no share, and of each size the best; a ratio that is too high is measured again before it is believed.
#![allow(missing_docs, clippy::print_stdout)]

#[allow(dead_code, unused_imports, reason = "each bench uses its part of the module")]
mod news;

use std::cell::RefCell;
use std::hint::black_box;
use std::process::ExitCode;
use std::time::Duration;

use cpu_time::ThreadTime;
use news::{Corpus, Dice, Known};
use whosaid::{Extractor, Gazetteer, Scratch};

/// How many times longer twice the text may take.
const LAW: f64 = 2.2;

const MEGABYTE: usize = 1_000_000;

/// The first size, in megabytes.
const FIRST: usize = 1;

/// The last size, in megabytes, unless the command line says otherwise.
const LAST: usize = 8;

/// How often a size is read at first, and how often a ratio that is too high is measured again.
const ROUNDS: usize = 2;
const APPEALS: usize = 4;

/// An input: what it is, and its text of about so many bytes.
struct Input {
    name: &'static str,
    write: fn(&Source, usize) -> String,
}

/// What the inputs are made from.
struct Source<'g> {
    gazetteer: &'g Gazetteer,
    news: String,
}

const INPUTS: &[Input] = &[
    Input { name: "news, for comparison", write: |source, size| repeated(&source.news, size) },
    Input { name: "straight quotation marks alone", write: |_, size| repeated("\"", size) },
    Input { name: "opening marks alone", write: |_, size| repeated("“", size) },
    Input { name: "a straight mark before every word", write: |_, size| repeated("\"word ", size) },
    Input { name: "ten thousand nested marks", write: |_, size| repeated(&nested(10_000), size) },
    Input { name: "news in capitals", write: |source, size| repeated(&source.news.to_uppercase(), size) },
    Input {
        name: "capitalized words without a stop",
        write: |_, size| repeated("Harbor Wall Of The Great Storm ", size),
    },
    Input { name: "one word", write: |_, size| repeated("a", size) },
    Input { name: "one capitalized word", write: |_, size| format!("A{}", repeated("a", size)) },
    Input { name: "one accented word", write: |_, size| repeated("é", size) },
    Input { name: "news without paragraphs", write: |source, size| repeated(&source.news.replace('\n', " "), size) },
    Input { name: "news without a stop", write: |source, size| repeated(&source.news.replace(['.', '\n'], " "), size) },
    Input { name: "every word a name", write: |source, size| repeated(&names(source), size) },
    Input { name: "a name's beginning again and again", write: |source, size| repeated(&beginning(source), size) },
    Input { name: "one letter of a name again and again", write: |_, size| repeated("A ", size) },
    Input { name: "pronouns alone", write: |_, size| repeated("he she it they him her them ", size) },
    Input {
        name: "pronouns that speak", write: |_, size| repeated("He said she left. “I know,” she said. ", size)
    },
    Input { name: "a new person in every sentence", write: strangers },
    Input { name: "a verb of saying again and again", write: |_, size| repeated("said ", size) },
    Input { name: "clauses in clauses", write: |_, size| repeated("she said that he said that ", size) },
    Input { name: "line breaks alone", write: |_, size| repeated("\n", size) },
    Input { name: "brackets alone", write: |_, size| repeated("(", size) },
];

fn repeated(text: &str, size: usize) -> String {
    let mut whole = text.repeat(size / text.len() + 1);
    while whole.len() > size {
        whole.pop();
    }
    whole
}

fn nested(depth: usize) -> String {
    let (opening, closing) = ("“‘".repeat(depth / 2), "’”".repeat(depth / 2));
    format!("{opening}word{closing} ")
}

/// All names of the gazetteer, one after the other.
fn names(source: &Source) -> String {
    source.gazetteer.entities().flat_map(|entity| [entity.name(), " "]).collect()
}

/// The longest name without its last word.
fn beginning(source: &Source) -> String {
    let longest = source.gazetteer.entities().map(|entity| entity.name()).max_by_key(|name| name.len());
    let (beginning, _) = longest.and_then(|name| name.rsplit_once(' ')).expect("a name of several words");
    format!("{beginning} ")
}

/// People whom no gazetteer has, each named once in full and once by the surname.
fn strangers(_: &Source, size: usize) -> String {
    let mut dice = Dice::new(0xB5AD_4ECE_DA1C_E2A9);
    let mut text = String::with_capacity(size + 100);
    while text.len() < size {
        let surname: String =
            (0..4).flat_map(|_| [*dice.pick(&["b", "d", "k", "l"]), *dice.pick(&["a", "o", "u"])]).collect();
        let surname = surname[..1].to_uppercase() + &surname[1..];
        text += &format!("Petra {surname} left the harbor. “I know,” said {surname}. ");
    }
    text
}

/// The best time of each size, in the order of the sizes.
fn times(texts: &[String], run: &dyn Fn(&str) -> usize) -> Vec<Duration> {
    let timed = |text: &String| {
        let start = ThreadTime::now();
        black_box(run(black_box(text)));
        start.elapsed()
    };
    let mut best = vec![Duration::MAX; texts.len()];
    for _ in 0..ROUNDS {
        for (best, text) in best.iter_mut().zip(texts) {
            *best = timed(text).min(*best);
        }
    }
    for _ in 0..APPEALS {
        for at in 1..texts.len() {
            if ratio(best[at - 1], best[at]) > LAW {
                best[at - 1] = timed(&texts[at - 1]).min(best[at - 1]);
                best[at] = timed(&texts[at]).min(best[at]);
            }
        }
    }
    best
}

fn ratio(once: Duration, twice: Duration) -> f64 {
    twice.as_secs_f64() / once.as_secs_f64()
}

/// A row of the table; whether the input keeps the law.
fn row(name: &str, texts: &[String], best: &[Duration]) -> bool {
    let worst = best.windows(2).map(|pair| ratio(pair[0], pair[1])).fold(0.0, f64::max);
    let speed = |at: usize| texts[at].len() as f64 / 1e6 / best[at].as_secs_f64();
    let holds = worst <= LAW;
    let last = texts.len() - 1;
    let verdict = if holds { "" } else { " **too much**" };
    println!("| {name} | {:.1} | {:.1} | {worst:.2}{verdict} |", speed(0), speed(last));
    if !holds {
        let all: Vec<_> = best.iter().zip(texts).map(|(time, text)| format!("{} B {time:.2?}", text.len())).collect();
        println!("  {}", all.join(", "));
    }
    holds
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if !arguments.iter().any(|argument| argument == "--bench") {
        // `cargo test --benches` runs it too, in a build that says nothing about time.
        return ExitCode::SUCCESS;
    }
    let last = arguments.iter().find_map(|argument| argument.parse().ok()).unwrap_or(LAST);
    let only = arguments.iter().find(|argument| !argument.starts_with('-') && argument.parse::<usize>().is_err());
    let sizes: Vec<usize> =
        std::iter::successors(Some(FIRST), |size| Some(size * 2)).take_while(|size| *size <= last).collect();
    assert!(sizes.len() > 1, "nothing is doubled up to {last} MB: write {} or more", 2 * FIRST);

    let extractor = Extractor::default();
    let gazetteer = extractor.gazetteer();
    let news = Corpus::generate(&Known::prominent(gazetteer), FIRST * MEGABYTE).articles.concat();
    let source = Source { gazetteer, news };
    println!("| input | MB/s at {FIRST} MB | at {last} MB | dearest doubling (law: {LAW}) |\n|---|---|---|---|");
    let mut holds = true;
    for Input { name, write } in
        INPUTS.iter().filter(|input| only.is_none_or(|only| input.name.contains(only.as_str())))
    {
        let texts: Vec<String> = sizes.iter().map(|size| write(&source, size * MEGABYTE)).collect();
        let found = times(&texts, &|text| gazetteer.find(text).count());
        holds &= row(&format!("{name}: names"), &texts, &found);
        let scratch = RefCell::new(Scratch::default());
        let read = times(&texts, &|text| extractor.extract_with(&mut scratch.borrow_mut(), text).length);
        holds &= row(&format!("{name}: extraction"), &texts, &read);
    }
    if holds { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
