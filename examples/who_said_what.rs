//! Who says what in an article, as a table to read.
//!
//!     cargo run --example who_said_what
//!     cargo run --example who_said_what -- FILE...
//!
//! One row a quotation, in the order of the text. Under the speaker's name stands the id of the entity, or, for
//! somebody whom the article never names, nothing. `…` inside a quotation is where its attribution interrupts it; at
//! the end, where the table cuts it.
#![allow(clippy::print_stdout, reason = "printing is what this program is for")]

use std::path::PathBuf;
use std::process::ExitCode;
use std::{env, fs, iter};

use whosaid::{Extractor, QuotationRecord, Record};

/// What is read when no file is given.
const SAMPLE: (&str, &str) = ("dam-vote.txt", include_str!("articles/dam-vote.txt"));

/// The widths of the columns, in characters, and of the space between two.
const SPEAKER: usize = 32;
const CUE: usize = 14;
const QUOTATION: usize = 50;
const GAP: &str = "  ";

/// After so many lines a quotation is cut.
const LINES: usize = 3;

fn main() -> ExitCode {
    let extractor = Extractor::default();
    let paths: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    if paths.is_empty() {
        print_table(&extractor.extract(SAMPLE.1).with_id(SAMPLE.0));
    }
    let mut code = ExitCode::SUCCESS;
    for path in paths {
        match fs::read_to_string(&path) {
            Ok(text) => print_table(&extractor.extract(&text).with_id(path.display().to_string())),
            Err(error) => {
                println!("{}: {error}\n", path.display());
                code = ExitCode::FAILURE;
            }
        }
    }
    code
}

fn print_table(record: &Record) {
    println!("{}: {} quotations, {} entities\n", record.id, record.quotations.len(), record.entities.len());
    print_row("SPEAKER", "CUE", "QUOTATION");
    print_row(&"─".repeat(SPEAKER), &"─".repeat(CUE), &"─".repeat(QUOTATION));
    for quotation in &record.quotations {
        let columns = [speaker(quotation), cue(quotation), words(quotation)];
        let height = columns.iter().map(Vec::len).max().unwrap_or(0);
        for line in 0..height {
            let [speaker, cue, words] = columns.each_ref().map(|column| column.get(line).map_or("", String::as_str));
            print_row(speaker, cue, words);
        }
        println!();
    }
}

fn print_row(speaker: &str, cue: &str, quotation: &str) {
    let row = format!("{speaker:SPEAKER$}{GAP}{cue:CUE$}{GAP}{quotation}");
    println!("{}", row.trim_end());
}

/// The name, and the id of the entity below it.
fn speaker(quotation: &QuotationRecord) -> Vec<String> {
    let Some(speaker) = &quotation.speaker else { return vec!["?".to_owned()] };
    let mut lines = wrap(&speaker.name, SPEAKER, LINES);
    lines.extend(speaker.entity.iter().flat_map(|id| wrap(id, SPEAKER, 1)));
    lines
}

fn cue(quotation: &QuotationRecord) -> Vec<String> {
    quotation.cue.as_ref().map_or_else(|| vec!["–".to_owned()], |cue| wrap(&cue.text, CUE, LINES))
}

fn words(quotation: &QuotationRecord) -> Vec<String> {
    let parts: Vec<&str> = quotation.content.iter().map(|part| &*part.text).collect();
    wrap(&parts.join(" … "), QUOTATION, LINES)
}

/// The words of the text on at most so many lines of at most so many characters.
fn wrap(text: &str, width: usize, most: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let line = lines.last_mut().expect("there is a first line");
        let gap = usize::from(!line.is_empty());
        if line.chars().count() + gap + word.chars().count() <= width {
            line.extend(iter::repeat_n(' ', gap));
            line.push_str(word);
        } else if line.is_empty() {
            line.push_str(&cut(word, width));
        } else {
            lines.push(cut(word, width));
        }
    }
    if lines.len() > most {
        lines.truncate(most);
        let last = &mut lines[most - 1];
        *last = cut(&format!("{last} …"), width);
    }
    lines
}

/// The text, its end replaced by `…` if it has more characters than the width.
fn cut(text: &str, width: usize) -> String {
    if text.chars().count() <= width {
        return text.to_owned();
    }
    text.chars().take(width - 1).chain(iter::once('…')).collect()
}
