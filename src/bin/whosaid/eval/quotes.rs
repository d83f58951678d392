//! Quotations and their sources, as spans.
//!
//! * `direct`: a unit is a stretch of three words or more between quotation marks, half of which lies inside the content of
//!   a gold attribution with a source. It is *found* if a prediction covers half of it, *attributed* if one of these has
//!   the right source. Precision is the share of attributed ones among predictions with quoted words and a source.
//! * `content`: contents that share at least 0.3 (0.8) of the characters of both, one to one, the best first.
//! * `exact`: spans that are the same from the first word to the last.
//! * `false`: predictions that share nothing with any gold content, per 1,000 words.

use std::collections::BTreeMap;

use serde_json::json;

use super::gold::{Attributed, Attribution, Golds};
use super::predictions::{Predictions, Quote};
use super::report::{Report, list, percent, quoted, ratio};
use super::ruler::Ruler;
use super::spans::{Chars, Span};
use super::words::{self, Tokens, same_source};
use crate::lines::Faults;

#[derive(Default)]
struct Counts {
    documents: usize,
    words: usize,
    units: usize,
    units_found: usize,
    units_attributed: usize,
    direct_predictions: usize,
    direct_right: usize,
    predictions: usize,
    golds: usize,
    matched: usize,
    matched_well: usize,
    matched_with_source: usize,
    matched_source_right: usize,
    unfounded: usize,
    /// Gold, predicted and right ones, by part.
    exact: BTreeMap<&'static str, [usize; 3]>,
}

pub(super) fn score(mut golds: Golds, predictions: &Predictions, errors: usize, faults: &mut Faults) -> Report {
    let mut report = Report::new("quotes", errors);
    let mut counts = Counts::default();
    while let Some(line) = golds.next::<Attributed>(faults) {
        let ruler = Ruler::new(&line.gold.text);
        let found = predictions.of(&line.gold.doc, &ruler, faults);
        if found.is_none() {
            report.missing.push(line.gold.doc.clone());
        }
        let document = Document::new(&line.gold, &ruler, found.unwrap_or_default().quotes);
        counts.documents += 1;
        counts.words += words::split(&line.gold.text).count();
        counts.predictions += document.found.len();
        counts.golds += document.golds.len();
        document.units(&mut counts, &mut report);
        document.predictions(&mut counts);
        document.exact(&mut counts);
        document.contents(&mut counts);
    }
    counts.write(&mut report);
    report
}

struct Document<'a, 't> {
    gold: &'a Attributed,
    ruler: &'a Ruler<'t>,
    /// The stretches between quotation marks.
    stretches: Vec<(Span, Chars)>,
    golds: Vec<(&'a Attribution, Chars)>,
    found: Vec<(Quote, Chars)>,
}

impl<'a, 't> Document<'a, 't> {
    fn new(gold: &'a Attributed, ruler: &'a Ruler<'t>, quotes: Vec<Quote>) -> Self {
        let stretches = words::quoted(ruler, &gold.text).into_iter().map(|span| (span, Chars::of([&span])));
        let golds = gold.attributions.iter().filter(|attribution| !attribution.content.is_empty());
        let chars = |quote: Quote| {
            let chars = Chars::of(&quote.content);
            (quote, chars)
        };
        Self {
            gold,
            ruler,
            stretches: stretches.collect(),
            golds: golds.map(|gold| (gold, Chars::of(&gold.content))).collect(),
            found: quotes.into_iter().map(chars).collect(),
        }
    }

    fn units(&self, counts: &mut Counts, report: &mut Report) {
        for (span, stretch) in &self.stretches {
            let has_stretch =
                |(gold, content): &&(&Attribution, Chars)| !gold.source.is_empty() && stretch.is_half_in(content);
            let Some((gold, _)) = self.golds.iter().find(has_stretch) else { continue };
            let hits: Vec<_> = self.found.iter().filter(|(_, content)| stretch.is_half_in(content)).collect();
            let is_right = hits.iter().any(|(quote, _)| same_source(self.ruler, &quote.source, &gold.source));
            counts.units += 1;
            counts.units_found += usize::from(!hits.is_empty());
            counts.units_attributed += usize::from(is_right);
            if !is_right {
                report.error(|| {
                    let start: String = self.ruler.slice(*span).chars().take(70).collect();
                    let words = |span: &Span| self.ruler.slice(*span);
                    let wanted = gold.source.iter().map(words).collect::<Vec<_>>().join(" … ");
                    let got = hits.iter().flat_map(|(quote, _)| &quote.source).map(|span| quoted(words(span)));
                    let (start, wanted, got) = (quoted(&start), quoted(&wanted), list(got));
                    format!("  {} ({}, {}): {start} is {wanted}, got {got}", self.gold.doc, span.0, span.1)
                });
            }
        }
    }

    fn predictions(&self, counts: &mut Counts) {
        for (quote, content) in self.found.iter().filter(|(_, content)| !content.is_empty()) {
            if !self.golds.iter().any(|(_, gold)| content.shared(gold) > 0) {
                counts.unfounded += 1;
            }
            let is_direct = self.stretches.iter().any(|(_, stretch)| stretch.is_half_in(content));
            if quote.source.is_empty() || !is_direct {
                continue;
            }
            let is_right = |(gold, gold_content): &(&Attribution, Chars)| {
                content.is_half_in(gold_content) && same_source(self.ruler, &quote.source, &gold.source)
            };
            counts.direct_predictions += 1;
            counts.direct_right += usize::from(self.golds.iter().any(is_right));
        }
    }

    fn exact(&self, counts: &mut Counts) {
        type Part = (&'static str, fn(&Attribution) -> &[Span], fn(&Quote) -> &[Span]);
        const PARTS: [Part; 3] = [
            ("source", |gold| &gold.source, |quote| &quote.source),
            ("cue", |gold| &gold.cue, |quote| &quote.cue),
            ("content", |gold| &gold.content, |quote| &quote.content),
        ];
        let tokens = Tokens::new(self.ruler, &self.gold.text);
        for (name, of_gold, of_quote) in PARTS {
            let wanted = tokens.of(self.golds.iter().flat_map(|(gold, _)| of_gold(gold)));
            let got = tokens.of(self.found.iter().flat_map(|(quote, _)| of_quote(quote)));
            let [gold, predicted, right] = counts.exact.entry(name).or_default();
            *gold += wanted.len();
            *predicted += got.len();
            *right += wanted.intersection(&got).count();
        }
    }

    fn contents(&self, counts: &mut Counts) {
        let mut pairs = Vec::new();
        for (i, (_, content)) in self.found.iter().enumerate() {
            for (j, (_, gold)) in self.golds.iter().enumerate() {
                if content.shared(gold) > 0 {
                    pairs.push((content.agreement(gold), i, j));
                }
            }
        }
        // Of equals the last comes first, which is as good as any order, and the reference's.
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((b.1, b.2).cmp(&(a.1, a.2))));
        let (mut used, mut used_golds) = (vec![false; self.found.len()], vec![false; self.golds.len()]);
        for (agreement, i, j) in pairs {
            if used[i] || used_golds[j] || agreement < 0.3 {
                continue;
            }
            (used[i], used_golds[j]) = (true, true);
            counts.matched += 1;
            counts.matched_well += usize::from(agreement >= 0.8);
            let gold = &self.golds[j].0.source;
            if !gold.is_empty() {
                counts.matched_with_source += 1;
                counts.matched_source_right += usize::from(same_source(self.ruler, &self.found[i].0.source, gold));
            }
        }
    }
}

impl Counts {
    fn write(&self, report: &mut Report) {
        report.line(format!(
            "{} documents ({} without a prediction), {} direct units, {} gold attributions, {} predictions",
            self.documents,
            report.missing.len(),
            self.units,
            self.golds,
            self.predictions
        ));
        report.figure("documents", self.documents);
        report.figure("direct units", self.units);
        report.figure("gold attributions", self.golds);
        report.figure("predictions", self.predictions);
        let found = ratio(self.units_found, self.units);
        report.line(format!("{:<16} R {}", "direct found", percent(found, 6)));
        report.figure("direct found", json!({"recall": found}));
        let precision = ratio(self.direct_right, self.direct_predictions);
        let recall = ratio(self.units_attributed, self.units);
        report.triple("direct", precision, recall, &format!("({} predictions)", self.direct_predictions));
        for (name, matched) in [("content 0.3", self.matched), ("content 0.8", self.matched_well)] {
            report.triple(name, ratio(matched, self.predictions), ratio(matched, self.golds), "");
        }
        for part in ["source", "cue", "content"] {
            let [gold, predicted, right] = self.exact.get(part).copied().unwrap_or_default();
            report.triple(&format!("exact {part}"), ratio(right, predicted), ratio(right, gold), "");
        }
        let source = ratio(self.matched_source_right, self.matched_with_source);
        report.line(format!("{:<16}   {} of matched", "source", percent(source, 6)));
        report.figure("source", source);
        let unfounded = 1000.0 * ratio(self.unfounded, self.words);
        report.line(format!("{:<16}   {unfounded:6.2} per 1,000 words", "false"));
        report.figure("false per 1,000 words", unfounded);
    }
}
