//! `whosaid syntax`: what the grammar makes of a text, to look at.

use std::fmt::Write as _;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use whosaid::{Extractor, ParsedSentence};

use crate::console::Console;
use crate::input::{self, InputKind};
use crate::names::{self, NamesArguments};
use crate::output;
use crate::status::Status;

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct SyntaxArguments {
    /// Files, folders, or - for standard input
    #[arg(value_name = "FILE")]
    inputs: Vec<PathBuf>,

    /// What to print
    #[arg(long, value_enum, default_value_t = Format::Brackets)]
    format: Format,

    #[command(flatten)]
    names: NamesArguments,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A line a sentence, with chunks in square brackets and clauses below it
    Brackets,
    /// CoNLL-U, with chunks, heads and subjects in the last column; offsets in code points
    Conllu,
}

const EXAMPLES: &str = "\
Examples:
  whosaid syntax article.txt
  echo 'The mayor said the road was closed.' | whosaid syntax
  whosaid syntax --format conllu article.txt";

/// Prints the syntax of every text.
pub(crate) fn run(arguments: &SyntaxArguments) -> Status {
    let gazetteer = match names::gazetteer(&arguments.names) {
        Ok(gazetteer) => gazetteer,
        Err(error) => return names::refuse(&error, "nothing was read"),
    };
    let extractor = Extractor::new(gazetteer);
    let console = Console::quiet();
    for document in input::documents(&arguments.inputs, InputKind::Text, None, &console) {
        let mut page = String::new();
        let parse = extractor.parse(&document.text);
        match arguments.format {
            Format::Brackets => parse.sentences.iter().for_each(|sentence| brackets(sentence, &mut page)),
            Format::Conllu => {
                let _ = writeln!(page, "# newdoc id = {}", document.id);
                let mut points = Points { text: &document.text, byte: 0, points: 0 };
                parse.sentences.iter().for_each(|sentence| conllu(sentence, &mut points, &mut page));
            }
        }
        let status = output::print(&page);
        if status != Status::Done {
            return status;
        }
    }
    if console.has_faults() { Status::Incomplete } else { Status::Done }
}

/// `[NP The/DT mayor/NN] [VG said/VBD]`, then a line for each clause.
fn brackets(sentence: &ParsedSentence, page: &mut String) {
    page.push_str(if sentence.quoted { "“ " } else { "" });
    for (at, unit) in sentence.units.iter().enumerate() {
        if unit.begins_chunk {
            let _ = write!(page, "{}[{}", if at > 0 { "] " } else { "" }, unit.chunk);
        }
        let words = unit.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let _ = write!(page, " {words}/{}", unit.part);
    }
    page.push_str("]\n");
    let text = |unit: Option<usize>| unit.map_or("–", |unit| sentence.units[unit].text);
    for clause in &sentence.clauses {
        let shared = if clause.shares_subject { " (shared)" } else { "" };
        let _ = writeln!(page, "    {:<5} {}{shared} · {}", clause.kind, text(clause.subject), text(Some(clause.verb)));
    }
}

/// Counts code points up to a byte; asked in rising order it reads the text once.
struct Points<'t> {
    text: &'t str,
    byte: usize,
    points: usize,
}

impl Points<'_> {
    fn at(&mut self, byte: usize) -> usize {
        if byte < self.byte {
            (self.byte, self.points) = (0, 0);
        }
        self.points += self.text[self.byte..byte].chars().count();
        self.byte = byte;
        self.points
    }
}

fn conllu(sentence: &ParsedSentence, points: &mut Points, page: &mut String) {
    for (at, unit) in sentence.units.iter().enumerate() {
        let form = unit.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let clause_of = |unit: usize| sentence.clauses.iter().find(|clause| clause.verb == unit);
        let governor = sentence.clauses.iter().find(|clause| clause.subject == Some(at) && !clause.shares_subject);
        let governor = governor.map(|clause| clause.verb);
        let (head, relation) = match governor {
            Some(verb) => ((verb + 1).to_string(), "nsubj"),
            None => ("_".to_owned(), "_"),
        };
        let features = if unit.finite { "VerbForm=Fin" } else { "_" };
        let begins = if unit.begins_chunk { 'B' } else { 'I' };
        let mut notes = format!(
            "start={}|end={}|Chunk={begins}-{}",
            points.at(unit.span.start),
            points.at(unit.span.end),
            unit.chunk
        );
        if unit.head && matches!(unit.chunk, "NP" | "REL") {
            notes.push_str("|Head=NP");
        }
        if let Some(subject) = clause_of(at).and_then(|clause| clause.subject) {
            let _ = write!(notes, "|Subject={}", subject + 1);
        }
        let coarse = coarse(unit.part);
        let part = unit.part;
        let _ = writeln!(page, "{}\t{form}\t_\t{coarse}\t{part}\t{features}\t{head}\t{relation}\t_\t{notes}", at + 1);
    }
    page.push('\n');
}

/// The universal part of speech of a label.
fn coarse(part: &str) -> &'static str {
    match part {
        "NN" | "NNS" => "NOUN",
        "NNP" | "NNPS" => "PROPN",
        "CD" => "NUM",
        "JJ" | "JJR" | "JJS" => "ADJ",
        "RB" | "RBR" | "WRB" => "ADV",
        "RP" | "IN" => "ADP",
        "SC" => "SCONJ",
        "TO" | "POS" | "NOT" => "PART",
        "DT" | "PDT" => "DET",
        "DP" | "PRP" | "PRPS" | "PN" | "WDT" | "WP" | "WPS" | "EX" => "PRON",
        "CC" => "CCONJ",
        "MD" => "AUX",
        "UH" => "INTJ",
        "PUNCT" => "PUNCT",
        _ if part.starts_with("VB") => "VERB",
        _ => "X",
    }
}
