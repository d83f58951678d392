//! Figures, as lines to read and as JSON.
//!
//! The lines are those of the reference scorer, so that the output of both can be compared with `diff`; where it prints
//! words of the text it does so as Python writes strings.

use serde_json::{Map, Value, json};

/// What was measured.
#[derive(Default)]
pub(super) struct Report {
    measure: &'static str,
    /// Documents of the gold that have no prediction.
    pub(super) missing: Vec<String>,
    errors: Vec<String>,
    /// How many errors are wanted.
    wanted: usize,
    lines: Vec<String>,
    figures: Map<String, Value>,
}

impl Report {
    pub(super) fn new(measure: &'static str, wanted: usize) -> Self {
        Self { measure, wanted, ..Self::default() }
    }

    /// Keeps an error if there is room; it is put into words only then.
    pub(super) fn error(&mut self, words: impl FnOnce() -> String) {
        if self.errors.len() < self.wanted {
            self.errors.push(words());
        }
    }

    pub(super) fn line(&mut self, line: String) {
        self.lines.push(line);
    }

    /// A figure for machines.
    pub(super) fn figure(&mut self, name: impl Into<String>, value: impl Into<Value>) {
        self.figures.insert(name.into(), value.into());
    }

    /// Precision, recall and what follows from them, with something more behind them.
    pub(super) fn triple(&mut self, name: &str, precision: f64, recall: f64, more: &str) {
        let all = f1(precision, recall);
        let [p, r, f] = [precision, recall, all].map(|share| percent(share, 6));
        self.line(format!("{name:<16} P {p}  R {r}  F1 {f}  {more}"));
        self.figure(name, json!({"precision": precision, "recall": recall, "f1": all}));
    }

    pub(super) fn text(&self) -> String {
        let lines = self.errors.iter().chain(&self.lines);
        lines.map(|line| format!("{line}\n")).collect()
    }

    pub(super) fn json(&self) -> String {
        let mut missing = self.missing.clone();
        missing.dedup();
        let mut whole = json!({"measure": self.measure, "missing": missing, "figures": self.figures});
        if self.wanted > 0 {
            whole["errors"] = self.errors.iter().map(|error| error.trim_start()).collect();
        }
        format!("{whole:#}\n")
    }
}

/// A share of nothing is nothing.
pub(super) fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

pub(super) fn f1(precision: f64, recall: f64) -> f64 {
    let sum = precision + recall;
    if sum == 0.0 { 0.0 } else { 2.0 * precision * recall / sum }
}

/// Both languages round the exact binary value, halves to even, so that the digits agree; the product is taken before.
pub(super) fn percent(share: f64, width: usize) -> String {
    format!("{:>width$}", format!("{:.1}%", share * 100.0))
}

/// The string as Python's `repr` writes it.
pub(super) fn quoted(words: &str) -> String {
    let quote = if words.contains('\'') && !words.contains('"') { '"' } else { '\'' };
    let mut written = String::from(quote);
    for c in words.chars() {
        match c {
            '\\' => written.push_str("\\\\"),
            '\n' => written.push_str("\\n"),
            '\r' => written.push_str("\\r"),
            '\t' => written.push_str("\\t"),
            c if c == quote => written.extend(['\\', c]),
            c if is_printable(c) => written.push(c),
            c => written.push_str(&match u32::from(c) {
                code @ 0..=0xFF => format!("\\x{code:02x}"),
                code @ 0x100..=0xFFFF => format!("\\u{code:04x}"),
                code => format!("\\U{code:08x}"),
            }),
        }
    }
    written.push(quote);
    written
}

/// The same, or `None`.
pub(super) fn quoted_or_none(words: Option<&str>) -> String {
    words.map_or_else(|| "None".to_owned(), quoted)
}

/// In square brackets, as Python writes a list.
pub(super) fn list(items: impl Iterator<Item = String>) -> String {
    format!("[{}]", items.collect::<Vec<_>>().join(", "))
}

/// Rust leaves the same characters alone as Python (neither controls, formats, unassigned ones nor spaces but U+0020),
/// give or take a version of Unicode. Behind a letter, since in front it escapes combining marks as well.
fn is_printable(c: char) -> bool {
    matches!(c, '"' | '\'') || format!("a{c}").escape_debug().nth(1) != Some('\\')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_written_as_in_python() {
        let cases = [
            ("plain “é”", "'plain “é”'"),
            ("it's", "\"it's\""),
            ("\"it's\"", "'\"it\\'s\"'"),
            ("a\\\n\r\t", "'a\\\\\\n\\r\\t'"),
            ("\u{1}\u{A0}\u{AD}\u{200B}\u{2028}\u{E0001}", "'\\x01\\xa0\\xad\\u200b\\u2028\\U000e0001'"),
            ("\u{301}e\u{301}", "'\u{301}e\u{301}'"),
        ];
        for (words, expected) in cases {
            assert_eq!(quoted(words), expected);
        }
    }

    #[test]
    fn shares_are_rounded_to_even() {
        let cases = [(0.0, "  0.0%"), (0.9125, " 91.2%"), (0.3335, " 33.4%"), (1.0, "100.0%"), (0.00125, "  0.1%")];
        for (share, expected) in cases {
            assert_eq!(percent(share, 6), expected, "{share}");
        }
    }
}
