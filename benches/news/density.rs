//! How dense a text is with what costs time: the measure by which generated news is held against real news.

use whosaid::{Extractor, MentionKind, QuotationKind};

/// How many measures there are.
const MEASURES: usize = 10;

/// What each figure counts; all but the last four are per 1,000 words, and a word is what stands between white space.
const LABELS: [&str; MEASURES] = [
    "double quotation marks (“ ” \")",
    "names of the bundled gazetteer",
    "capitalized words that begin no sentence",
    "third person pronouns",
    "direct quotations in the records",
    "mixed and indirect quotations in the records",
    "names in the records",
    "words a paragraph",
    "words an article",
    "bytes a word",
];

/// The measures in the order of the labels.
#[derive(Clone, Copy)]
pub(crate) struct Density(pub(crate) [f64; MEASURES]);

/// Real news: the 840 articles of the training part of PolNeAR 1.0 (US political news of 2015 and 2016; Newell, Margolin
/// and Ruths 2018), measured in November 2026 by `cargo bench --bench ratios -- density FOLDER`.
pub(crate) const POLNEAR: Density = Density([23.9, 64.8, 129.7, 37.2, 6.5, 12.7, 74.2, 36.0, 743.6, 6.2]);

/// How far the generated news may be from the real, as a share of the real figure.
const LEEWAY: f64 = 0.1;

const PRONOUNS: &[&str] = &[
    "he",
    "she",
    "it",
    "they",
    "him",
    "her",
    "them",
    "his",
    "hers",
    "its",
    "their",
    "theirs",
    "himself",
    "herself",
    "itself",
    "themselves",
];

impl Density {
    /// The density of the texts, taken together.
    pub(crate) fn of(texts: &[impl AsRef<str>], extractor: &Extractor) -> Self {
        let (mut words, mut bytes, mut paragraphs) = (0, 0, 0);
        let (mut marks, mut known, mut capitals, mut pronouns) = (0, 0, 0, 0);
        let (mut direct, mut indirect, mut names) = (0, 0, 0);
        for text in texts.iter().map(AsRef::as_ref) {
            bytes += text.len();
            marks += text.matches(['“', '”', '"']).count();
            known += extractor.gazetteer().find(text).count();
            for paragraph in text.lines().filter(|line| !line.trim().is_empty()) {
                paragraphs += 1;
                let mut begins = true;
                for word in paragraph.split_whitespace() {
                    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
                    words += 1;
                    capitals += usize::from(!begins && bare.starts_with(char::is_uppercase));
                    pronouns += usize::from(PRONOUNS.iter().any(|pronoun| bare.eq_ignore_ascii_case(pronoun)));
                    begins = word.trim_end_matches(['”', '"', '’', '\'', ')']).ends_with(['.', '?', '!', ':']);
                }
            }
            let record = extractor.extract(text);
            names += record.mentions.iter().filter(|mention| mention.kind == MentionKind::Name).count();
            for quotation in &record.quotations {
                *(if quotation.kind == QuotationKind::Direct { &mut direct } else { &mut indirect }) += 1;
            }
        }
        let per_thousand = |count: usize| count as f64 * 1000.0 / words as f64;
        let [marks, known, capitals, pronouns] = [marks, known, capitals, pronouns].map(per_thousand);
        let [direct, indirect, names] = [direct, indirect, names].map(per_thousand);
        let [paragraph, article] = [paragraphs, texts.len()].map(|count| words as f64 / count as f64);
        let word = bytes as f64 / words as f64;
        Self([marks, known, capitals, pronouns, direct, indirect, names, paragraph, article, word])
    }

    /// What is further from the other density than the leeway, in words; empty if all is near.
    pub(crate) fn faults(&self, other: &Self) -> String {
        let far = |((label, mine), theirs): ((&str, f64), f64)| {
            let is_far = (mine - theirs).abs() > LEEWAY * theirs;
            is_far.then(|| format!("{label}: {mine:.1}, and {theirs:.1} in real news\n"))
        };
        LABELS.into_iter().zip(self.0).zip(other.0).filter_map(far).collect()
    }

    /// Both densities as a table.
    pub(crate) fn table(&self, reference: &Self) -> String {
        let mut table = String::from("| per 1,000 words | this corpus | real news |\n|---|---|---|\n");
        for ((label, mine), theirs) in LABELS.into_iter().zip(self.0).zip(reference.0) {
            table += &format!("| {label} | {mine:.1} | {theirs:.1} |\n");
        }
        table
    }
}
