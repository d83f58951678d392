//! Names, as spans with a kind: the same span, and any overlap.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::json;

use super::gold::{Golds, Named};
use super::predictions::Predictions;
use super::report::{Report, f1, list, percent, quoted, ratio};
use super::ruler::Ruler;
use crate::lines::Faults;

#[derive(Clone, Copy, Default)]
struct Counts {
    gold: usize,
    predicted: usize,
    right: usize,
    /// Predictions that overlap one of the gold.
    overlapping: usize,
    /// Ones of the gold that a prediction overlaps.
    touched: usize,
}

type Name = (usize, usize, String);

pub(super) fn score(mut golds: Golds, predictions: &Predictions, errors: usize, faults: &mut Faults) -> Report {
    let mut report = Report::new("entities", errors);
    let mut kinds: BTreeMap<String, Counts> = BTreeMap::new();
    let (mut missed, mut extra) = (Tally::default(), Tally::default());
    while let Some(line) = golds.next::<Named>(faults) {
        let ruler = Ruler::new(&line.gold.text);
        let found = predictions.of(&line.gold.doc, &ruler, faults);
        if found.is_none() {
            report.missing.push(line.gold.doc.clone());
        }
        // In order, and each once.
        let gold: BTreeSet<Name> = line.gold.entities.into_iter().collect();
        let found: BTreeSet<Name> = found.unwrap_or_default().entities.into_iter().collect();
        for name in &found {
            let counts = kinds.entry(name.2.clone()).or_default();
            counts.predicted += 1;
            counts.right += usize::from(gold.contains(name));
            counts.overlapping += usize::from(touches(name, &gold));
        }
        for name in &gold {
            let counts = kinds.entry(name.2.clone()).or_default();
            counts.gold += 1;
            counts.touched += usize::from(touches(name, &found));
        }
        if errors > 0 {
            missed.add(gold.difference(&found), &ruler);
            extra.add(found.difference(&gold), &ruler);
        }
    }
    let mut all = Counts::default();
    for kind in ["PER", "LOC", "ORG"] {
        let counts = kinds.get(kind).copied().unwrap_or_default();
        counts.write(kind, &mut report);
        all.gold += counts.gold;
        all.predicted += counts.predicted;
        all.right += counts.right;
        all.overlapping += counts.overlapping;
        all.touched += counts.touched;
    }
    all.write("all", &mut report);
    if errors > 0 {
        report.line(format!("missed: {}", missed.most_common(errors)));
        report.line(format!("extra:  {}", extra.most_common(errors)));
        report.figure("missed", missed.json(errors));
        report.figure("extra", extra.json(errors));
    }
    report
}

fn touches(name: &Name, others: &BTreeSet<Name>) -> bool {
    others.iter().any(|other| name.2 == other.2 && name.1.min(other.1) > name.0.max(other.0))
}

impl Counts {
    fn write(&self, name: &str, report: &mut Report) {
        let loose = f1(ratio(self.overlapping, self.predicted), ratio(self.touched, self.gold));
        let more = format!("gold {}  overlap F1 {}", self.gold, percent(loose, 0));
        report.triple(name, ratio(self.right, self.predicted), ratio(self.right, self.gold), &more);
        let more = json!({"gold": self.gold, "predictions": self.predicted, "overlap f1": loose});
        report.figure(format!("{name} counts"), more);
    }
}

/// How often a name was missed, or found where it is not. Of those as frequent the first of the text stands first; in the
/// reference it is chance.
#[derive(Default)]
struct Tally {
    places: HashMap<(String, String), usize>,
    counts: Vec<((String, String), usize)>,
}

impl Tally {
    fn add<'n>(&mut self, names: impl Iterator<Item = &'n Name>, ruler: &Ruler) {
        for (start, end, kind) in names {
            let key = (ruler.slice((*start, *end)).to_owned(), kind.clone());
            let place = *self.places.entry(key.clone()).or_insert_with(|| {
                self.counts.push((key, 0));
                self.counts.len() - 1
            });
            self.counts[place].1 += 1;
        }
    }

    fn first(&self, number: usize) -> Vec<&((String, String), usize)> {
        let mut counts: Vec<_> = self.counts.iter().collect();
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        counts.truncate(number);
        counts
    }

    fn most_common(&self, number: usize) -> String {
        let items = self.first(number).into_iter();
        list(items.map(|((name, kind), count)| format!("(({}, {}), {count})", quoted(name), quoted(kind))))
    }

    fn json(&self, number: usize) -> serde_json::Value {
        let items = self.first(number).into_iter();
        items.map(|((name, kind), count)| json!({"name": name, "kind": kind, "count": count})).collect()
    }
}
