//! One table that says how fast everything is, and how fast others are.
//!
//! ```text
//! cargo bench --features cli,parallel --bench ratios     the table, in some two minutes
//! cargo bench --bench ratios -- density FOLDER           how dense the *.txt of a folder are with what costs time
//! ```
//!
//! [`rivals`] has the rule of fairness. Times are those of the processor, of which neighbours on the machine take no share,
//! except where it says otherwise; each is the best of a few rounds. What is found is checked before it is timed.
#![allow(missing_docs, clippy::print_stdout, clippy::print_stderr)]

mod clock;
mod news;
mod rivals;

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use clock::{Case, take_turns, timed};
use news::{Corpus, Density, Known, POLNEAR};
use rivals::{Matcher, Names, Rival, checked_count};
use whosaid::{Extractor, Gazetteer, Record, Scratch, Step};

/// The bytes of news to read.
const SIZE: usize = 10_000_000;

/// How many invented names are looked for.
const COUNTS: [usize; 4] = [1_000, 10_000, 100_000, 1_000_000];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["first-use"] => first_use(),
        ["density", folder, ..] => print!("{}", density(folder).table(&POLNEAR)),
        // `cargo test --benches` runs it too, in a build that says nothing about time.
        ref others if !others.contains(&"--bench") => {}
        _ => print_tables(),
    }
}

fn print_tables() {
    let extractor = Extractor::default();
    let corpus = Corpus::generate(&Known::prominent(extractor.gazetteer()), SIZE);
    corpus.check(&extractor);
    println!("### The text\n");
    println!("{} articles, {:.1} MB.\n", corpus.articles.len(), corpus.bytes() as f64 / 1e6);
    let density = Density::of(&corpus.articles, &extractor);
    println!("{}", density.table(&POLNEAR));
    let faults = density.faults(&POLNEAR);
    assert!(faults.is_empty(), "the text is not like real news any more; tune benches/news:\n{faults}");

    println!("### Extraction, with the bundled gazetteer\n");
    print_extraction(&corpus, &extractor);
    println!("### Matching alone, by number of names\n");
    print_matching();
    println!("### The start\n");
    print_start();
}

fn density(folder: &str) -> Density {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let mut files: Vec<_> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    let read = |file| std::fs::read_to_string(file).expect("a file of UTF-8");
    let texts: Vec<_> = files.into_iter().map(read).collect();
    Density::of(&texts, &Extractor::default())
}

/// The whole extraction, what it takes without this or that, its names alone, and its records as JSON.
fn print_extraction(corpus: &Corpus, extractor: &Extractor) {
    const ROUNDS: usize = 4;
    let names = || extractor.gazetteer().entities().flat_map(|entity| entity.names());
    let automaton = rivals::automaton(names(), Some(aho_corasick::AhoCorasickKind::ContiguousNFA));
    let automatic = rivals::automaton(names(), None);
    let others: Vec<(&str, Box<dyn Matcher>)> = vec![
        ("names alone: `Gazetteer::find`", Box::new(extractor.gazetteer().clone())),
        ("bare scan: `aho-corasick`, contiguous NFA", Box::new(automaton.expect("few enough names"))),
        ("bare scan: `aho-corasick`, automatic kind", Box::new(automatic.expect("few enough names"))),
        ("bare scan: `daachorse`", Box::new(rivals::double_array(names()).expect("few enough names"))),
    ];
    for (name, matcher) in &others {
        checked_count(name, matcher.as_ref(), corpus);
    }
    let records: Vec<Record> = corpus.articles.iter().map(|article| extractor.extract(article)).collect();
    let lines: Vec<String> = records.iter().map(|record| serde_json::to_string(record).expect("plain data")).collect();
    let reads_back = lines
        .iter()
        .zip(&records)
        .all(|(line, record)| serde_json::from_str::<Record>(line).as_ref().ok() == Some(record));
    assert!(reads_back, "a record reads back otherwise than it was written");

    let articles = corpus.articles.as_slice();
    let extract = |extractor: Extractor| {
        move || {
            let mut scratch = Scratch::default();
            let quotations = |article: &String| extractor.extract_with(&mut scratch, article).quotations.len();
            articles.iter().map(quotations).sum()
        }
    };
    let extract_owned = || articles.iter().map(|article| extractor.extract(article).quotations.len()).sum();
    let write = |record: &Record| serde_json::to_string(record).expect("plain data").len();
    let read = |line: &String| serde_json::from_str::<Record>(line).expect("a record").quotations.len();
    let mut cases = vec![
        Case::new("whole extraction", extract(extractor.clone())),
        Case::new("the same with owned records: `extract`", extract_owned),
    ];
    for step in Step::ALL {
        cases
            .push(Case::new(format!("without the step {}", step.as_str()), extract(extractor.clone().without([step]))));
    }
    cases.push(Case::new("without all four", extract(extractor.clone().without(Step::ALL))));
    let bare = Extractor::new(Gazetteer::empty()).without(Step::ALL);
    cases.push(Case::new("without these and without a gazetteer", extract(bare)));
    for (name, matcher) in &others {
        cases.push(Case::new(*name, move || articles.iter().map(|article| matcher.count(article)).sum()));
    }
    cases.push(Case::new("records to JSON", || records.iter().map(&write).sum()));
    cases.push(Case::new("records from JSON", || lines.iter().map(&read).sum()));
    take_turns(&mut cases, ROUNDS);

    let bytes = corpus.bytes();
    let speed = |name: &str| {
        let case = cases.iter().find(|case| case.name.starts_with(name)).expect("a case of the name");
        case.speed(bytes)
    };
    let (whole, scan) = (speed("whole"), speed("bare scan: `aho-corasick`, contiguous"));
    println!(
        "| | MB of text a second | to the contiguous NFA | time, of a whole extraction | target |\n|---|---|---|---|---|"
    );
    for case in &cases {
        let target = match case.name.as_str() {
            "whole extraction" => "60 MB/s, 0.6",
            "names alone: `Gazetteer::find`" => "2.0",
            _ => "",
        };
        let speed = case.speed(bytes);
        println!("| {} | {speed:.1} | {:.2} | {:.0} % | {target} |", case.name, speed / scan, 100.0 * whole / speed);
    }
    print_batch(articles, extractor, bytes);
    let written: usize = lines.iter().map(String::len).sum();
    println!("\nThe records of it are {:.1} MB of JSON.\n", written as f64 / 1e6);
}

/// Many articles on all cores, by the clock on the wall: here the other cores are the point.
#[cfg(feature = "parallel")]
fn print_batch<'a>(articles: &'a [String], extractor: &'a Extractor, bytes: usize) {
    let one_by_one = || {
        let mut scratch = Scratch::default();
        articles.iter().map(|article| extractor.extract_with(&mut scratch, article)).collect::<Vec<_>>()
    };
    let batch = || extractor.extract_batch(articles);
    assert!(batch() == one_by_one(), "the batch has other records");
    let wall = |work: &dyn Fn() -> Vec<Record<'a>>| {
        let start = Instant::now();
        let records = work();
        (start.elapsed(), drop(records)).0
    };
    let mut best = [Duration::MAX; 2];
    for _ in 0..3 {
        best = [best[0].min(wall(&one_by_one)), best[1].min(wall(&batch))];
    }
    let [one, all] = best.map(|time| time.as_secs_f64());
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    println!(
        "| `extract_batch` on {cores} cores, {:.2} times one core (wall clock) | {:.1} | | {:.0} % | 1.8 times on 2 |",
        one / all,
        bytes as f64 / 1e6 / all,
        100.0 * all / one,
    );
}

#[cfg(not(feature = "parallel"))]
fn print_batch(_: &[String], _: &Extractor, _: usize) {
    println!("| `extract_batch` | needs the feature `parallel` | | | |");
}

/// Every rival, at every number of names: the news names those, few often and most hardly ever.
fn print_matching() {
    const ROUNDS: usize = 5;
    println!(
        "| names | matcher | ready in | MB/s | to the contiguous NFA | found | target |\n|---|---|---|---|---|---|---|"
    );
    let all = rivals::invented(COUNTS[COUNTS.len() - 1]);
    let mut at_ten_thousand = f64::NAN;
    for count in COUNTS {
        let names = &all[..count];
        let corpus = Corpus::generate(&Known::all(names.iter().map(|(kind, name)| (*kind, name.as_str()))), SIZE);
        let names = Names::new(names);
        let built = Rival::ALL.map(|rival| {
            let (time, matcher) = timed(|| rival.build(&names));
            (rival, time, matcher.map(|matcher| (checked_count(rival.as_str(), matcher.as_ref(), &corpus), matcher)))
        });
        let mut cases = Vec::new();
        for (rival, _, matcher) in &built {
            if let Ok((_, matcher)) = matcher {
                let run = || corpus.articles.iter().map(|article| matcher.count(article)).sum();
                cases.push(Case::new(rival.as_str(), run));
            }
        }
        take_turns(&mut cases, ROUNDS);
        let bytes = corpus.bytes();
        let speed = |rival: Rival| cases.iter().find(|case| case.name == rival.as_str()).map(|case| case.speed(bytes));
        let scan = speed(Rival::Contiguous).unwrap_or(f64::NAN);
        for (rival, time, matcher) in &built {
            let (name, time) = (rival.as_str(), time.as_secs_f64());
            let (Ok((found, _)), Some(speed)) = (matcher, speed(*rival)) else {
                let reason = matcher.as_ref().err().map_or("", |reason| reason.lines().next().unwrap_or_default());
                println!("| {} | {name} | does not build: {reason} | | | | |", thousands(count));
                continue;
            };
            let target = match (rival, count) {
                (Rival::Whosaid, 1_000_000) => format!("2 s; {:.1} MB/s", at_ten_thousand / 2.0),
                (Rival::Whosaid, _) => "2.0".to_owned(),
                _ => String::new(),
            };
            if (*rival, count) == (Rival::Whosaid, 10_000) {
                at_ten_thousand = speed;
            }
            println!(
                "| {} | {name} | {time:.3} s | {speed:.1} | {:.2} | {} | {target} |",
                thousands(count),
                speed / scan,
                thousands(*found),
            );
        }
    }
    println!();
}

fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let first = digits.len() % 3;
    let (head, tail) = digits.split_at(first);
    let groups = tail.as_bytes().chunks(3).map(|group| String::from_utf8_lossy(group).into_owned());
    let all: Vec<_> = Some(head.to_owned()).filter(|head| !head.is_empty()).into_iter().chain(groups).collect();
    all.join(",")
}

/// What a fresh process takes until it is ready, by the clock on the wall.
fn print_start() {
    const STARTS: usize = 15;
    const ARTICLE: &str = "examples/articles/dam-vote.txt";
    println!("| | time (median of {STARTS}) | target |\n|---|---|---|");
    let me = std::env::current_exe().expect("the path of this program");
    let mut firsts: Vec<[f64; 2]> = (0..STARTS).map(|_| asked(&me)).collect();
    for (at, what) in ["first use of the bundled gazetteer", "first record after that"].into_iter().enumerate() {
        firsts.sort_by(|one, other| one[at].total_cmp(&other[at]));
        println!("| {what}, in a fresh process | {:.1} ms | |", firsts[STARTS / 2][at]);
    }
    let Some(program) = option_env!("CARGO_BIN_EXE_whosaid") else {
        println!("| `whosaid extract {ARTICLE}` | needs the feature `cli` | 60 ms |");
        return print_load();
    };
    let mut times: Vec<Duration> = (0..STARTS)
        .map(|_| {
            let start = Instant::now();
            let done = Command::new(program).args(["extract", ARTICLE]).stderr(Stdio::inherit()).output();
            let time = start.elapsed();
            let done = done.expect("the program starts");
            assert!(done.status.success() && done.stdout.starts_with(b"{\"schema\""), "no record of {ARTICLE}");
            time
        })
        .collect();
    times.sort();
    println!(
        "| `whosaid extract {ARTICLE}`, the whole process | {:.1} ms | 60 ms |",
        times[STARTS / 2].as_secs_f64() * 1e3
    );
    print_load();
}

/// A compiled gazetteer of a million names, from its file.
fn print_load() {
    const LOADS: usize = 5;
    let names = Names::new(&rivals::invented(COUNTS[COUNTS.len() - 1]));
    let gazetteer = Gazetteer::builder().string("names.tsv", names.table.as_str()).build().expect("faultless names");
    let path = std::env::temp_dir().join(format!("whosaid-ratios-{}.gazetteer", std::process::id()));
    gazetteer.save(&path).expect("a folder that can be written to");
    let mut times: Vec<Duration> = (0..LOADS)
        .map(|_| {
            let start = Instant::now();
            let loaded = Gazetteer::load(&path).expect("what was saved");
            let time = start.elapsed();
            assert!(loaded.entities().eq(gazetteer.entities()), "another gazetteer is loaded than was saved");
            time
        })
        .collect();
    times.sort();
    let size = std::fs::metadata(&path).map_or(0, |file| file.len());
    let _ = std::fs::remove_file(&path);
    println!(
        "| `Gazetteer::load`, a million names in {:.0} MB | {:.0} ms | 300 ms |",
        size as f64 / 1e6,
        times[LOADS / 2].as_secs_f64() * 1e3
    );
}

/// What this program prints when it is asked for its first use.
fn asked(me: &std::path::Path) -> [f64; 2] {
    let done = Command::new(me).arg("first-use").output().expect("this program starts again");
    let printed = String::from_utf8_lossy(&done.stdout);
    let mut times = printed.split_whitespace().map(|time| time.parse().expect("milliseconds"));
    [(); 2].map(|()| times.next().expect("two times"))
}

/// In a process of its own: milliseconds until the gazetteer is there, and until there is a record.
fn first_use() {
    let start = Instant::now();
    let gazetteer = Gazetteer::bundled();
    let ready = start.elapsed();
    let record = Extractor::new(gazetteer).extract("“We are ready,” Angela Merkel said.");
    assert_eq!(record.quotations.len(), 1);
    println!("{} {}", ready.as_secs_f64() * 1e3, (start.elapsed() - ready).as_secs_f64() * 1e3);
}
