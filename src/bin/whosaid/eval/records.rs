//! Quotations with resolved speakers, by kind, and names with their entities.
//!
//! Direct and mixed ones are found if a prediction has half of their characters, indirect ones if it shares half of the
//! characters of both with the content, the clause, or the other content that gold allows. A speaker is right whose name
//! is; one whom the text never names, if the mention overlaps. Words in scare quotes should have no speaker.

use std::collections::{BTreeMap, HashMap};

use serde_json::json;

use super::gold::{Golds, Quotation, Recorded, Speaker};
use super::predictions::{Found, Predictions, Quote};
use super::report::{Report, list, percent, quoted, quoted_or_none, ratio};
use super::ruler::Ruler;
use super::spans::{Chars, Span, overlap};
use super::words::squash;
use crate::lines::Faults;

#[derive(Default)]
struct Counts {
    /// All, those found, those with the right speaker, those of the right kind, by kind.
    kinds: BTreeMap<String, [usize; 4]>,
    scare: usize,
    scare_attributed: usize,
    predictions: usize,
    unfounded: usize,
    mentions: usize,
    mentions_found: usize,
    mentions_right: usize,
    mentions_linked: usize,
}

pub(super) fn score(mut golds: Golds, predictions: &Predictions, errors: usize, faults: &mut Faults) -> Report {
    let mut report = Report::new("records", errors);
    let mut counts = Counts::default();
    while let Some(line) = golds.next::<Recorded>(faults) {
        let ruler = Ruler::new(&line.gold.text);
        let found = predictions.of(&line.gold.doc, &ruler, faults);
        if found.is_none() {
            report.missing.push(line.gold.doc.clone());
        }
        let Found { quotes, mentions, .. } = found.unwrap_or_default();
        let found = quotes.into_iter().map(|quote| (Chars::of(&quote.content), quote)).collect();
        let document = Document { name: &line.gold.doc, ruler: &ruler, found };
        document.quotations(&line.gold, &mut counts, &mut report);
        counts.count_mentions(&line.gold, mentions);
    }
    counts.write(&mut report);
    report
}

struct Document<'a, 't> {
    name: &'a str,
    ruler: &'a Ruler<'t>,
    found: Vec<(Chars, Quote)>,
}

impl Document<'_, '_> {
    fn quotations(&self, gold: &Recorded, counts: &mut Counts, report: &mut Report) {
        let mut known: Vec<Span> = Vec::new();
        for quotation in &gold.quotations {
            known.extend(quotation.content.iter().chain(&quotation.clause).chain(&quotation.content_alt));
            self.quotation(quotation, counts, report);
        }
        known.extend(gold.borderline.iter().flatten());
        let known = Chars::of(&known);
        for (content, quote) in &self.found {
            counts.predictions += 1;
            if content.shared(&known) > 0 {
                continue;
            }
            counts.unfounded += 1;
            report.error(|| {
                let start = quote.content.first().map(|span| self.start(*span)).unwrap_or_default();
                let (kind, name) = (quote.kind.as_deref().unwrap_or("None"), quoted_or_none(quote.name.as_deref()));
                format!("  {} false {kind} {start} said by {name}", self.short())
            });
        }
    }

    fn quotation(&self, gold: &Quotation, counts: &mut Counts, report: &mut Report) {
        let content = Chars::of(&gold.content);
        if gold.kind == "scare" {
            let is_said = |(found, quote): &(Chars, Quote)| !quote.source.is_empty() && found.is_half_in(&content);
            counts.scare += 1;
            counts.scare_attributed += usize::from(self.found.iter().any(is_said));
            return;
        }
        let hits: Vec<&Quote> = if gold.kind == "indirect" {
            let wide = Chars::of(gold.content.iter().chain(&gold.clause));
            let ways = [content, wide, Chars::of(&gold.content_alt)];
            let is_hit = |found: &Chars| ways.iter().any(|way| found.agreement(way) >= 0.5);
            self.found.iter().filter(|(found, _)| is_hit(found)).map(|(_, quote)| quote).collect()
        } else {
            self.found.iter().filter(|(found, _)| content.is_half_in(found)).map(|(_, quote)| quote).collect()
        };
        let speaker = gold.speaker.as_ref();
        let name = speaker.and_then(|speaker| speaker.name.as_deref());
        let is_right = hits.iter().any(|quote| match speaker {
            Some(Speaker { entity: Some(_), .. }) => squash(quote.name.as_deref()) == squash(name),
            Some(Speaker { mention: Some(mention), .. }) => overlap(&quote.source, &[*mention]),
            _ => false,
        });
        let is_kind = |quote: &&Quote| quote.kind.as_ref() == Some(&gold.kind) || quote.kind == gold.alt_kind;
        let [all, found, right, kind] = counts.kinds.entry(gold.kind.clone()).or_default();
        *all += 1;
        *found += usize::from(!hits.is_empty());
        *right += usize::from(is_right);
        *kind += usize::from(hits.iter().any(is_kind));
        if !is_right {
            report.error(|| {
                let pair = |quote: &Quote| {
                    let [kind, name] = [&quote.kind, &quote.name].map(|words| quoted_or_none(words.as_deref()));
                    format!("({kind}, {name})")
                };
                let start = gold.content.first().map(|span| self.start(*span)).unwrap_or_default();
                let name = quoted_or_none(name);
                let got = list(hits.iter().map(|quote| pair(quote)));
                format!("  {} {} {start} is {name}, got {got}", self.short(), gold.kind)
            });
        }
    }

    fn short(&self) -> String {
        self.name.chars().take(3).collect()
    }

    fn start(&self, span: Span) -> String {
        quoted(&self.ruler.slice(span).chars().take(70).collect::<String>())
    }
}

impl Counts {
    fn count_mentions(&mut self, gold: &Recorded, mentions: Vec<(Span, Option<String>)>) {
        let names = gold.entities.iter().flat_map(|entity| entity.mentions.iter().map(|span| (*span, &*entity.name)));
        let golds: HashMap<Span, &str> = names.collect();
        let found: HashMap<Span, Option<String>> = mentions.into_iter().collect();
        self.mentions += golds.len();
        self.mentions_found += found.len();
        for (span, name) in &found {
            let wanted = golds.get(span).copied();
            self.mentions_right += usize::from(wanted.is_some());
            self.mentions_linked += usize::from(squash(wanted) == squash(name.as_deref()));
        }
    }

    fn write(&self, report: &mut Report) {
        for name in ["direct", "mixed", "indirect"] {
            let [all, found, right, kind] = self.kinds.get(name).copied().unwrap_or_default();
            report
                .line(format!("{name:<10} {all:>3}  found {found:>3}  speaker right {right:>3}  kind right {kind:>3}"));
            report.figure(name, json!({"gold": all, "found": found, "speaker right": right, "kind right": kind}));
        }
        report.line(format!("{:<10} {:>3}  given a speaker {}", "scare", self.scare, self.scare_attributed));
        report.figure("scare", json!({"gold": self.scare, "given a speaker": self.scare_attributed}));
        report.line(format!("false quotations {} of {} predictions", self.unfounded, self.predictions));
        report.figure("false quotations", self.unfounded);
        report.figure("predictions", self.predictions);
        let linked = ratio(self.mentions_linked, self.mentions);
        let more = format!("right name {} of {}", percent(linked, 0), self.mentions);
        let (precision, recall) =
            (ratio(self.mentions_right, self.mentions_found), ratio(self.mentions_right, self.mentions));
        report.triple("mentions", precision, recall, &more);
        report.figure("mentions counts", json!({"gold": self.mentions, "right name": linked}));
    }
}
