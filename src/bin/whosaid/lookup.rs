//! `whosaid lookup`: what the gazetteer knows about a name.

use std::collections::BTreeSet;

use clap::Args;
use whosaid::{Entity, Gazetteer};

use crate::console::Console;
use crate::names::{self, NamesArguments};
use crate::output;
use crate::status::Status;

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct LookupArguments {
    /// The words of one name, or an id
    #[arg(value_name = "TEXT", required = true, value_parser = clap::builder::NonEmptyStringValueParser::new())]
    text: Vec<String>,

    #[command(flatten)]
    names: NamesArguments,
}

const EXAMPLES: &str = "\
Examples:
  whosaid lookup Georgia
  whosaid lookup Angela Merkel
  whosaid lookup place/russia
  whosaid lookup --gazetteer club.tsv Brenk";

/// Prints every candidate, the most prominent first.
pub(crate) fn run(arguments: &LookupArguments) -> Status {
    let gazetteer = match names::gazetteer(&arguments.names) {
        Ok(gazetteer) => gazetteer,
        Err(error) => return names::refuse(&error, "nothing was looked up"),
    };
    // Quotation marks around the words of one name are easily forgotten, and so are not needed.
    let text = arguments.text.join(" ");
    // Entities refer to each other by their ids, so these can be looked up as well.
    let found: Vec<_> = gazetteer.entity(&text).into_iter().chain(gazetteer.lookup(&text)).collect();
    if found.is_empty() {
        let advice = advice(&gazetteer, &text);
        Console::quiet().say(format_args!("the gazetteer has nobody and nothing called `{text}`; {advice}"));
        return Status::Incomplete;
    }
    let mut page = String::new();
    for entity in found {
        if !page.is_empty() {
            page.push('\n');
        }
        describe(entity, &gazetteer, &mut page);
    }
    output::print(&page)
}

/// The entity, a line for each thing that is known, under the names of the columns of gazetteer files.
fn describe(entity: &Entity, gazetteer: &Gazetteer, page: &mut String) {
    let mut line = |label: &str, value: &str| {
        if !value.is_empty() {
            page.push_str(&format!("{label:<14}{value}\n"));
        }
    };
    let ambiguous = entity.names().filter(|name| entity.is_ambiguous(name));
    let ids = entity.identifiers().map(|(scheme, value)| format!("{scheme}={value}"));
    let (source, number) = entity.source();
    line("id", entity.id());
    line("kind", entity.kind().as_str());
    line("name", entity.name());
    line("aliases", &joined(entity.aliases()));
    line("titles", &joined(entity.titles()));
    line("descriptions", &joined(entity.descriptions()));
    line("demonyms", &joined(entity.demonyms()));
    line("gender", entity.gender().map_or("", |gender| gender.as_str()));
    line("in", &entity.within().map(|id| named(id, gazetteer)).unwrap_or_default());
    line("country", entity.country().unwrap_or_default());
    line("prominence", &entity.prominence().to_string());
    line("ambiguous", &joined(ambiguous));
    line("ids", &ids.collect::<Vec<_>>().join(" | "));
    line("source", &format!("{source}:{number}"));
}

/// Names may have commas in them, so they are separated as in the file.
fn joined<'e>(items: impl Iterator<Item = &'e str>) -> String {
    items.collect::<Vec<_>>().join(" | ")
}

fn named(id: &str, gazetteer: &Gazetteer) -> String {
    gazetteer.entity(id).map_or_else(|| id.to_owned(), |entity| format!("{id} ({})", entity.name()))
}

/// What to try when nothing was found. Nearly always it is the case of the letters.
fn advice(gazetteer: &Gazetteer, text: &str) -> String {
    let capitals = text.to_uppercase();
    let meant: BTreeSet<_> = gazetteer
        .lookup(&capitals)
        .flat_map(Entity::names)
        .filter(|name| name.to_uppercase() == capitals)
        .map(|name| format!("`{name}`"))
        .collect();
    if meant.is_empty() {
        "write the whole name as a text would, or add it with --gazetteer FILE".to_owned()
    } else {
        format!("case counts: try {}", Vec::from_iter(meant).join(" or "))
    }
}
