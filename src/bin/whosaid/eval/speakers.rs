//! Who speaks, where only a pronoun, a description or a bare surname says so: how many of these quotations are found, how
//! many are given the right person, and how many by a full name.

use serde_json::json;

use super::gold::{Golds, Said};
use super::predictions::Predictions;
use super::report::{Report, percent, quoted, quoted_or_none, ratio};
use super::spans::Chars;
use super::words::{name_words, same_person};
use crate::lines::Faults;

/// The kinds, and how they are found in a table of counts.
const KINDS: [&str; 4] = ["pronoun", "nominal", "surname", "all"];

pub(super) fn score(mut golds: Golds, predictions: &Predictions, errors: usize, faults: &mut Faults) -> Report {
    let mut report = Report::new("speakers", errors);
    if !predictions.count_characters(faults) {
        return report;
    }
    // All, those found, right, and right with the full name, by kind.
    let mut counts = [[0; 4]; KINDS.len()];
    while let Some(line) = golds.next::<Said>(faults) {
        let gold = line.gold;
        let Some(name) = gold.name.as_deref().filter(|name| !gold.skip && !name.is_empty()) else { continue };
        if !KINDS.contains(&gold.kind.as_str()) || gold.kind == "all" {
            let message = format!("unknown kind `{}`", gold.kind);
            faults.at(golds.file(), line.number, &message, "write `pronoun`, `nominal` or `surname`");
            continue;
        }
        let quotes = predictions.quotes(&gold.doc);
        if quotes.is_none() {
            report.missing.push(gold.doc.clone());
        }
        let wanted = Chars::of(&gold.content);
        let hit = quotes.unwrap_or_default().iter().find(|quote| {
            let content = Chars::of(&quote.content);
            let shared = content.shared(&wanted);
            shared * 2 >= wanted.len().min(content.len()) && shared * 5 >= wanted.len()
        });
        let got = hit.and_then(|quote| quote.name.as_deref());
        let (words, gold_words) = (name_words(got), name_words(Some(name)));
        let is_right = same_person(&words, &gold_words);
        let is_full = is_right && (words.len() > 1 || gold_words.len() == 1);
        let row = [true, hit.is_some(), is_right, is_full];
        for (kind, counts) in KINDS.iter().zip(&mut counts) {
            if *kind == gold.kind || *kind == "all" {
                counts.iter_mut().zip(row).for_each(|(count, holds)| *count += usize::from(holds));
            }
        }
        if !is_right {
            report.error(|| {
                let (start, end) = gold.content.first().copied().unwrap_or_default();
                let found = if hit.is_some() { "" } else { " (not found)" };
                let (name, got) = (quoted(name), quoted_or_none(got));
                format!("  {} [{start}, {end}] is {name}, got {got}{found}", gold.doc)
            });
        }
    }
    for (kind, [all, found, right, full]) in KINDS.iter().zip(counts) {
        let share = |count: usize| percent(ratio(count, all), 0);
        report.line(format!(
            "{kind:<8} {all:>4}  found {found:>4} ({})  right {right:>4} ({})  full {full:>4} ({})",
            share(found),
            share(right),
            share(full),
        ));
        report.figure(*kind, json!({"gold": all, "found": found, "right": right, "full": full}));
    }
    report
}
