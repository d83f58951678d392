//! An audit written down: columns for people, and two formats for programs.

use clap::ValueEnum;
use comfy_table::{Cell, CellAlignment, ColumnConstraint};
use serde_json::{Value, json};
use whosaid::export::csv;

use super::audit::Audit;
use super::tables::{self, By, Table};
use crate::names::counted;
use crate::screen::{Screen, visible};

/// How the counts are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// Columns to read
    #[default]
    Table,
    /// The rows, for spreadsheets
    Csv,
    /// One object with the rows and the sums
    Json,
}

/// More rows than these are for programs.
const TOP: usize = 20;

pub(super) fn page(audit: &Audit, by: By, format: Format, top: Option<usize>, screen: Screen) -> String {
    let mut table = Table::of(audit, by);
    let all = table.rows.len();
    let top = top.unwrap_or(if format == Format::Table { TOP } else { 0 });
    table.rows.truncate(if top == 0 { usize::MAX } else { top });
    match format {
        Format::Csv => csv(&table),
        Format::Json => json(audit, by, &table),
        Format::Table => text(audit, by, &table, all, screen),
    }
}

fn json(audit: &Audit, by: By, table: &Table) -> String {
    let name = match by {
        By::Speaker => "speaker",
        By::Gender => "gender",
        By::Document => "document",
        By::Kind => "kind",
    };
    let without = audit.without_speaker.quotations;
    let mut whole = json!({
        "documents": audit.texts.len(),
        "quotations": audit.attributed().quotations + without,
        "quotations_without_speaker": without,
        "speakers": audit.speakers.len(),
        "by": name,
        "rows": table.objects(),
    });
    if by != By::Gender {
        whole["genders"] = tables::genders(audit).objects();
    }
    format!("{whole:#}\n")
}

fn csv(table: &Table) -> String {
    let field = |value: &Value| match value {
        Value::Null => String::new(),
        Value::String(words) => words.clone(),
        number => number.to_string(),
    };
    let heads = table.heads.iter().map(|head| (*head).to_owned()).collect();
    let rows = table.rows.iter().map(|row| row.iter().map(field).collect::<Vec<_>>());
    csv::lines(std::iter::once(heads).chain(rows))
}

fn text(audit: &Audit, by: By, table: &Table, all: usize, screen: Screen) -> String {
    let without = audit.without_speaker.quotations;
    let quotations = audit.attributed().quotations + without;
    let mut page = format!(
        "{}: {}, {without} without a speaker; {}\n",
        counted(audit.texts.len(), "text", "texts"),
        counted(quotations, "quotation", "quotations"),
        counted(audit.speakers.len(), "speaker", "speakers"),
    );
    if quotations == 0 || (audit.speakers.is_empty() && matches!(by, By::Speaker | By::Gender)) {
        return page;
    }
    page.push('\n');
    page += &columns(table, by, screen);
    if all > table.rows.len() {
        page += &format!("… and {} more; --top 0 shows all\n", all - table.rows.len());
    }
    if by == By::Speaker {
        page.push('\n');
        page += &columns(&tables::genders(audit), By::Gender, screen);
    }
    page
}

/// What people read of a table: a head, and the value of a row.
type Column = (&'static str, fn(&dyn Fn(&str) -> Value) -> String);

const SPEAKERS: &[Column] = &[
    ("SPEAKER", |of| words(&of("name"))),
    ("KNOWN BY", |of| match of("known_by").as_str() {
        Some("gazetteer") => words(&of("id")),
        Some("document") => words(&of("document")),
        _ => "name".to_owned(),
    }),
    ("ROLE", |of| words(&of("role"))),
    ("GENDER", |of| match (of("gender"), of("gender_from")) {
        (Value::String(gender), Value::String(from)) => format!("{gender} ({from})"),
        _ => String::new(),
    }),
    ("QUOTATIONS", |of| words(&of("quotations"))),
    ("TEXTS", |of| words(&of("articles"))),
    ("QUOTED", |of| words(&of("words_quoted"))),
    ("REPORTED", |of| words(&of("words_reported"))),
    ("SURE", |of| percent(&of("confidence"))),
];

const GENDERS: &[Column] = &[
    ("WHO", |of| words(&of("group"))),
    ("SPEAKERS", |of| words(&of("speakers"))),
    ("SHARE", |of| percent(&of("share_of_speakers"))),
    ("QUOTATIONS", |of| words(&of("quotations"))),
    ("SHARE", |of| percent(&of("share_of_quotations"))),
    ("WORDS", |of| words(&of("words"))),
    ("SHARE", |of| percent(&of("share_of_words"))),
    ("OF WOMEN AND MEN", |of| percent(&of("share_of_known_quotations"))),
];

const DOCUMENTS: &[Column] = &[
    ("TEXT", |of| words(&of("document"))),
    ("SPEAKERS", |of| words(&of("speakers"))),
    ("QUOTATIONS", |of| words(&of("quotations"))),
    ("OF WOMEN", |of| words(&of("quotations_of_women"))),
    ("OF MEN", |of| words(&of("quotations_of_men"))),
    ("QUOTED", |of| words(&of("words_quoted"))),
    ("REPORTED", |of| words(&of("words_reported"))),
    ("SURE", |of| percent(&of("confidence"))),
];

const KINDS: &[Column] = &[
    ("KIND", |of| words(&of("kind"))),
    ("QUOTATIONS", |of| words(&of("quotations"))),
    ("QUOTED", |of| words(&of("words_quoted"))),
    ("REPORTED", |of| words(&of("words_reported"))),
    ("SURE", |of| percent(&of("confidence"))),
];

/// The heads of those that have words in them.
const WORDS: [&str; 7] = ["SPEAKER", "KNOWN BY", "ROLE", "GENDER", "WHO", "TEXT", "KIND"];

fn words(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(words) => visible(words).into_owned(),
        number => number.to_string(),
    }
}

fn percent(value: &Value) -> String {
    value.as_f64().map_or_else(String::new, |share| format!("{:.0}%", share * 100.0))
}

/// As wide as the terminal; as wide as it wants to be where there is none, so that a row is a line.
fn columns(table: &Table, by: By, screen: Screen) -> String {
    let columns = match by {
        By::Speaker => SPEAKERS,
        By::Gender => GENDERS,
        By::Document => DOCUMENTS,
        By::Kind => KINDS,
    };
    let mut shown = screen.table(columns.iter().map(|(head, _)| *head));
    for row in &table.rows {
        let of = |head: &str| {
            let at = table.heads.iter().position(|own| *own == head);
            at.and_then(|at| row.get(at)).cloned().unwrap_or_default()
        };
        shown.add_row(columns.iter().map(|(_, value)| {
            let value = value(&of);
            let is_number = value.starts_with(|c: char| c.is_ascii_digit()) && !value.contains(char::is_alphabetic);
            Cell::new(&value).set_alignment(if is_number { CellAlignment::Right } else { CellAlignment::Left })
        }));
    }
    shown.column_iter_mut().zip(columns).for_each(|(column, (head, _))| {
        // Words can be broken, numbers and their heads cannot.
        if !WORDS.contains(head) {
            column.set_constraint(ColumnConstraint::ContentWidth);
        }
    });
    shown.lines().map(|line| format!("{}\n", line.trim_end())).collect()
}
