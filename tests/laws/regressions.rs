//! Texts that once broke a law, texts that are one piece over and over, and a survey for whoever mends the laws.

use std::collections::BTreeMap;
use std::fmt::Debug;

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use crate::law::{Breach, Verdict};
use crate::news::{PIECES, texts};
use crate::{EXTRACTOR, RECORD_LAWS, TEXT_LAWS, readings};

/// Stands between the texts of a law of several.
pub(crate) const BETWEEN: &str = "\u{1e}";

/// All laws of one text, or of the texts that are kept together.
fn check(kept: &str) -> Verdict {
    let texts: Vec<_> = kept.split(BETWEEN).map(str::to_owned).collect();
    let told = |name: &str, verdict: Verdict| verdict.map_err(|breach| format!("{name}: {breach}"));
    for text in &texts {
        let record = EXTRACTOR.extract(text);
        for (name, law) in RECORD_LAWS {
            told(name, law(text, &record))?;
        }
        for (name, law) in TEXT_LAWS {
            told(name, law(text))?;
        }
    }
    if let [first, second] = &*texts {
        told("concatenation_moves_no_quotation", readings::concatenation_moves_no_quotation(first, second))?;
    }
    told("does_not_depend_on_what_was_read_before", readings::does_not_depend_on_what_was_read_before(&texts))
}

/// One text a line, escaped as in Rust; `#` begins a comment, and `\u{1e}` stands between the texts of a law of several.
#[test]
fn laws_hold_of_regressions() {
    let file = include_str!("regressions.txt");
    let lines = file.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    report(lines.map(|line| (line.to_owned(), check(&unescape(line)).err())));
}

/// Nothing takes more than its share of time: a text that is the same piece over and over is read to its end.
#[test]
fn laws_hold_of_repetition() {
    let pieces = PIECES.iter().flat_map(|pieces| pieces.iter().copied());
    let pairs = [
        ("“", "a "),
        ("“‘", "said "),
        ("Brenk said ", "that "),
        ("“A,” ", "he said, "),
        (", ", "saying "),
        ("\n\n“", "A."),
    ];
    let texts = pieces.map(|piece| format!("{piece} ").repeat(300));
    let texts = texts.chain(pairs.map(|(a, b)| format!("{a}{b}").repeat(300)));
    report(texts.map(|text| (text.chars().take(40).collect::<String>(), check(&text).err())));
}

fn report<T: Debug>(breaches: impl Iterator<Item = (T, Option<Breach>)>) {
    let breaches: Vec<_> =
        breaches.filter_map(|(text, breach)| breach.map(|breach| format!("{text:?}\n  {breach}"))).collect();
    assert!(breaches.is_empty(), "{} texts break a law:\n{}", breaches.len(), breaches.join("\n"));
}

/// Which law it is, without what breaks it.
fn law_of(breach: &str) -> String {
    let end = breach.find(|c: char| c.is_ascii_digit() || matches!(c, '"' | '[' | '(' | '{')).unwrap_or(breach.len());
    breach[..end].trim_end().to_owned()
}

/// Not a law but a view of them all: how many texts break each, and the shortest one.
///
/// `cargo test --test laws -- --ignored` prints it, the texts in the form of `regressions.txt`.
#[test]
#[ignore = "a survey for whoever mends the laws"]
fn survey() {
    let mut runner = TestRunner::deterministic();
    let mut found: BTreeMap<String, (usize, String)> = BTreeMap::new();
    let strategy = texts();
    for _ in 0..40_000 {
        let mut tree = strategy.new_tree(&mut runner).expect("a text");
        let Err(breach) = check(&tree.current()) else { continue };
        let kind = law_of(&breach);
        let (count, shortest) = found.entry(kind.clone()).or_insert_with(|| (0, tree.current()));
        *count += 1;
        if *count > 20 {
            continue;
        }
        let breaks = |text: &str| check(text).is_err_and(|breach| law_of(&breach) == kind);
        for _ in 0..500 {
            let simpler = if breaks(&tree.current()) { tree.simplify() } else { tree.complicate() };
            if tree.current().len() < shortest.len() && breaks(&tree.current()) {
                *shortest = tree.current();
            }
            if !simpler {
                break;
            }
        }
    }
    let told = found
        .values()
        .map(|(count, text)| format!("# {count} × {}\n{}", check(text).expect_err("what was found"), escape(text)));
    assert!(found.is_empty(), "{}", told.collect::<Vec<_>>().join("\n"));
}

/// The text as a line of `regressions.txt`.
pub(crate) fn escape(text: &str) -> String {
    text.escape_debug().to_string().replace("\\'", "'").replace("\\\"", "\"")
}

/// The text with its escapes (`\n`, `\r`, `\t`, `\0`, `\"`, `\'`, `\\`, `\u{…}`) replaced.
fn unescape(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        plain.push(match c {
            '\\' => match rest.next().expect("a character behind the backslash") {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                '0' => '\0',
                'u' => {
                    let code: String = rest.by_ref().skip(1).take_while(|c| *c != '}').collect();
                    char::from_u32(u32::from_str_radix(&code, 16).expect("a hexadecimal number")).expect("a character")
                }
                other => other,
            },
            other => other,
        });
    }
    plain
}
