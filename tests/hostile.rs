//! Gazetteers and options that nobody means well with: an error that says where and what to write instead, or no harm.
//!
//! What is short is in the tables of `tests/gazetteer`; here is what has to be made.

use std::time::{Duration, Instant};

use whosaid::{CueClass, Extractor, Gazetteer, Step};

const HEADER: &str = "id\tname\tkind\taliases\n";

/// What a file is, how to make it, and the beginning of what is said of it first: nothing if it is all right.
type File = (&'static str, fn() -> Vec<u8>, Option<&'static str>);

/// Files out of all proportion.
const FILES: &[File] = &[
    ("nothing", Vec::new, Some("it.tsv:1:1: no header line; begin with a line that names the columns")),
    ("a million empty lines", || vec![b'\n'; 1_000_000], Some("it.tsv:1:1: no header line; ")),
    ("a million comments", || [HEADER, &"# no\n".repeat(1_000_000)].concat().into(), None),
    ("a million names", || rows(1_000_000, |n| format!("place/p{n}\tPlace {n}\tplace\t\n")), None),
    (
        "a million lines without sense",
        || [HEADER, &"no\n".repeat(1_000_000)].concat().into(),
        Some("it.tsv:2:3: 1 field; write 4, one for each column of the header, with one tab between two"),
    ),
    (
        "a million columns",
        || vec!["x"; 1_000_000].join("\t").into(),
        Some("it.tsv:1:1: unknown column `x`; write one of id, name, "),
    ),
    (
        "a million tabs",
        || [HEADER, &"\t".repeat(1_000_000)].concat().into(),
        // White space alone is an empty line.
        None,
    ),
    (
        "a million fields",
        || [HEADER, &"x\t".repeat(1_000_000)].concat().into(),
        Some("it.tsv:2:9: 1000001 fields; write 4, "),
    ),
    (
        "a million aliases",
        || row("Ann Lee", &(0..1_000_000).map(|n| n.to_string()).collect::<Vec<_>>().join("|")),
        Some("it.tsv:2:31: 1000000 items in `aliases`; write 1000 at most"),
    ),
    (
        "a million bars",
        || row("Ann Lee", &"|".repeat(1_000_000)),
        Some("it.tsv:2:31: 1000001 items in `aliases`; write 1000 at most"),
    ),
    (
        "a thousand aliases",
        || row("Ann Lee", &(0..1000).map(|n| format!("Lee {n}")).collect::<Vec<_>>().join("|")),
        None,
    ),
    (
        "a name of 100 KB",
        || row(&"Lee ".repeat(25_000), "Ann"),
        Some(
            "it.tsv:2:16: `Lee Lee Lee Lee Lee Lee Lee Lee Lee Lee Lee Lee Lee Lee Lee Lee Lee Lee Lee Lee Lee Lee Lee \
              Lee Lee Lee Lee Lee Lee Lee …` has 99999 bytes; write 1000 at most",
        ),
    ),
    (
        "a name of one word of 100 KB",
        || row("Ann Lee", &["Lee|", &"L".repeat(100_000)].concat()),
        Some(
            "it.tsv:2:35: `LLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLL\
              LLLLLLLLLLLLLLLLLLLLLLLLLLL…` has 100000 bytes; write 1000 at most",
        ),
    ),
    (
        "an id of a megabyte",
        || [HEADER, "person/", &"a".repeat(1 << 20), "\tAnn Lee\tperson\t\n"].concat().into(),
        Some(
            "it.tsv:2:1: `person/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\
              aaaaaaaaaaaaaaaaaaaaaaaa…` has 1048583 bytes; write 1000 at most",
        ),
    ),
    (
        "a circle of a hundred thousand",
        || {
            let link = |n| format!("place/p{n}\tPlace {n}\tplace\tplace/p{}\n", (n + 1) % 100_000);
            let rows: String = (0..100_000).map(link).collect();
            ["id\tname\tkind\tin\n", &rows].concat().into()
        },
        Some(
            "it.tsv:2:24: `in` goes round in a circle: `place/p0` in `place/p1` in `place/p2` in `place/p3` in \
             `place/p4` in `place/p5` in `place/p6` in `place/p7` in 99992 more; leave one of them empty",
        ),
    ),
    (
        "a chain of a hundred thousand",
        || {
            let link = |n| format!("place/p{n}\tPlace {n}\tplace\tplace/p{}\n", n + 1);
            let rows: String = (0..100_000).map(link).collect();
            ["id\tname\tkind\tin\n", &rows, "place/p100000\tPlace Last\tplace\t\n"].concat().into()
        },
        None,
    ),
    (
        "a hundred thousand of one id",
        || rows(100_000, |n| format!("place/p\tPlace {n}\tplace\t\n")),
        Some("it.tsv:3:1: second entity with the id `place/p`; give it another id, or make one row of it and it.tsv:2"),
    ),
    ("ten thousand of one name", || rows(10_000, |n| format!("place/p{n}\tKyiv\tplace\tKiev\n")), None),
    (
        "the same letters in every case",
        || {
            let cased = |n: u32| -> String {
                let letter = |(at, c): (usize, char)| if n >> at & 1 == 1 { c.to_ascii_uppercase() } else { c };
                "abcdefghijklmn".chars().enumerate().map(letter).collect()
            };
            rows(1 << 14, |n| format!("place/p{n}\t{}\tplace\t\n", cased(n as u32)))
        },
        None,
    ),
    ("every letter", || rows(26, |n| format!("place/p{n}\t{}\tplace\t\n", char::from(b'A' + n as u8))), None),
    (
        "no UTF-8 on any line",
        || [HEADER.as_bytes(), &b"place/p\t\xFF\xFE\tplace\t\n".repeat(100_000)].concat(),
        Some("it.tsv:2:9: not UTF-8: the bytes FF; save the file in the encoding UTF-8"),
    ),
    (
        "UTF-16",
        || HEADER.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        Some("it.tsv:1:1: unknown column `i\\u{0}d\\u{0}`; save the file in the encoding UTF-8"),
    ),
    (
        "letters with ten thousand accents",
        || row("Ann Lee", &["A", &"\u{301}".repeat(10_000)].concat()),
        Some("it.tsv:2:31: `A\u{301}"),
    ),
];

fn rows(count: usize, row: impl Fn(usize) -> String) -> Vec<u8> {
    std::iter::once(HEADER.to_owned()).chain((0..count).map(row)).collect::<String>().into()
}

fn row(name: &str, aliases: &str) -> Vec<u8> {
    format!("{HEADER}person/ann-lee\t{name}\tperson\t{aliases}\n").into()
}

/// Far more than the longest takes.
const PATIENCE: Duration = Duration::from_secs(60);

#[test]
fn files_out_of_all_proportion() {
    let text = "Ann Lee of Kyiv, “Place 17” and place/p said that A. AND B. WERE ABCDEFGHIJKLMN. ".repeat(200);
    for (name, file, expected) in FILES {
        let bytes = file();
        let start = Instant::now();
        match (Gazetteer::builder().reader("it.tsv", &bytes[..]).build(), expected) {
            (Ok(gazetteer), None) => drop(Extractor::new(gazetteer).extract(&text)),
            (Err(error), Some(expected)) => {
                let faults = error.faults();
                assert!(faults.len() <= 1001, "{name}: {} faults", faults.len());
                let first = faults[0].to_string();
                assert!(first.starts_with(expected), "{name}:\nexpected {expected}\n   found {first}");
                assert!(faults.iter().all(|fault| fault.to_string().len() < 1000), "{name}");
            }
            (Ok(_), Some(expected)) => panic!("{name}: no fault instead of {expected}"),
            (Err(error), None) => panic!("{name}: {}", error.faults()[0]),
        }
        assert!(start.elapsed() < PATIENCE, "{name} took {:?}", start.elapsed());
    }
}

/// The check compares names with each other, and ends all the same.
#[test]
fn doubts_about_a_thousand_aliases_each() {
    let aliases: Vec<_> = (0..1000).map(|n| format!("N{n}")).collect();
    let rows = rows(30, |n| format!("place/p{n}\tPlace {n}\tplace\t{}\n", aliases.join("|")));
    let start = Instant::now();
    let doubts = Gazetteer::builder().reader("it.tsv", &rows[..]).check().expect("no fault");
    assert!(!doubts.is_empty() && start.elapsed() < PATIENCE, "{:?}", start.elapsed());
}

/// Every option has a meaning for whatever it is given.
#[test]
fn options_out_of_all_proportion() {
    let text = "“No,” said Orla Brenk.\n\nTomas Vardell said that it would rain.";
    let count = |extractor: Extractor| extractor.extract(text).quotations.len();
    let plain = || Extractor::new(Gazetteer::empty());
    let all = count(plain());
    assert!(all > 1);
    for minimum in [0.0, -0.0, -1.0, f64::NEG_INFINITY, f64::MIN] {
        assert_eq!(count(plain().min_confidence(minimum)), all, "{minimum}");
    }
    for minimum in [1.5, f64::INFINITY, f64::MAX, f64::NAN] {
        assert_eq!(count(plain().min_confidence(minimum)), 0, "{minimum}");
    }
    assert_eq!(count(plain().include([])), count(plain().include([]).include([])));
    assert_eq!(count(plain().include(vec![CueClass::Speech; 1000])), all);
    assert_eq!(
        plain().without(vec![Step::Pronouns; 1000]).extract(text),
        plain().without([Step::Pronouns]).extract(text)
    );
}
