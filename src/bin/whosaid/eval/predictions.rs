//! What was found: the program's own records, in whatever unit their offsets count, or a plain list of spans.

use std::collections::HashMap;
use std::path::Path;

use serde::Deserialize;

use super::ruler::{Converter, Ruler, Unit};
use super::spans::Span;
use crate::lines::{self, Faults, Lines};

/// All documents that somebody read, by name.
#[derive(Default)]
pub(super) struct Predictions {
    file: String,
    documents: HashMap<String, Document>,
}

/// What was found in one document, in the unit that its line says.
struct Document {
    line: usize,
    unit: Unit,
    quotes: Vec<Quote>,
    entities: Vec<(usize, usize, String)>,
    mentions: Vec<(Span, Option<String>)>,
}

/// What was found in one document, in characters.
#[derive(Default)]
pub(super) struct Found {
    pub(super) quotes: Vec<Quote>,
    /// Names with `PER`, `LOC` or `ORG`.
    pub(super) entities: Vec<(usize, usize, String)>,
    /// Names with the name of their entity, of records only.
    pub(super) mentions: Vec<(Span, Option<String>)>,
}

/// A quotation. Of a plain line most may be left out.
#[derive(Clone, Default, Deserialize)]
pub(super) struct Quote {
    pub(super) content: Vec<Span>,
    #[serde(default)]
    pub(super) source: Vec<Span>,
    #[serde(default)]
    pub(super) cue: Vec<Span>,
    pub(super) kind: Option<String>,
    pub(super) name: Option<String>,
}

/// A line of either sort. Of a record only what is scored is read.
#[derive(Deserialize)]
struct Line {
    doc: Option<String>,
    id: Option<String>,
    offsets: Option<Unit>,
    quotations: Option<Vec<RecordQuotation>>,
    #[serde(default)]
    mentions: Vec<RecordMention>,
    #[serde(default)]
    entities: Vec<Entity>,
    #[serde(default)]
    quotes: Vec<Quote>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Entity {
    Plain(usize, usize, String),
    Record { id: String, kind: String, name: Option<String> },
}

#[derive(Deserialize)]
struct RecordQuotation {
    content: Vec<RecordSpan>,
    speaker: Option<RecordSpeaker>,
    cue: Option<RecordSpeaker>,
    kind: Option<String>,
}

#[derive(Deserialize)]
struct RecordSpan {
    start: usize,
    end: usize,
}

/// Somebody may speak whom no words stand for.
#[derive(Deserialize)]
struct RecordSpeaker {
    start: Option<usize>,
    end: Option<usize>,
    name: Option<String>,
}

#[derive(Deserialize)]
struct RecordMention {
    start: usize,
    end: usize,
    kind: Option<String>,
    entity: Option<String>,
}

const ADVICE: &str = "write a record as `whosaid extract` does, or an object with `doc`, `quotes` and `entities`";

/// A document's file name, which is all that gold and predictions need have in common.
pub(super) fn stem(name: &str) -> &str {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.strip_suffix(".txt").unwrap_or(file)
}

impl Predictions {
    pub(super) fn read(path: &Path, faults: &mut Faults) -> Self {
        let Some(mut lines) = Lines::open(path, faults) else { return Self::default() };
        let file = lines.file().to_owned();
        let mut documents: HashMap<String, Document> = HashMap::new();
        while let Some((number, line)) = lines.next(faults) {
            let Some(line) = lines::parse::<Line>(&file, number, &line, ADVICE, faults) else { continue };
            let Some(name) = line.id.as_deref().or(line.doc.as_deref()) else {
                faults.at(&file, number, "neither `id` nor `doc` is there", ADVICE);
                continue;
            };
            let name = stem(name).to_owned();
            if let Some(first) = documents.get(&name) {
                let message = format!("a second line for the document `{name}`, which line {} is for too", first.line);
                faults.at(&file, number, &message, "give one line for each, told apart by the names of their files");
                continue;
            }
            documents.insert(name, Document::of(line, number));
        }
        Self { file, documents }
    }

    /// What was found in the document, whose text is measured by the ruler; `None` if nobody read it.
    pub(super) fn of(&self, doc: &str, ruler: &Ruler, faults: &mut Faults) -> Option<Found> {
        let document = self.documents.get(stem(doc))?;
        let found = document.converted(&ruler.converter(document.unit));
        Some(found.unwrap_or_else(|message| {
            let advice = "give the gold and the predictions of the same text, and say in `offsets` what they count";
            faults.at(&self.file, document.line, &message, advice);
            Found::default()
        }))
    }

    /// For gold that has no text, and so cannot turn other offsets into characters: whether none are there.
    pub(super) fn count_characters(&self, faults: &mut Faults) -> bool {
        let others = self.documents.values().filter(|document| document.unit != Unit::Chars);
        let Some(document) = others.min_by_key(|document| document.line) else { return true };
        let message = format!(
            "the offsets count {}, and this gold has no text to turn them into characters with",
            document.unit.noun()
        );
        faults.at(&self.file, document.line, &message, "write the records with `whosaid extract --offsets chars`");
        false
    }

    /// The quotations as they were written.
    pub(super) fn quotes(&self, doc: &str) -> Option<&[Quote]> {
        self.documents.get(stem(doc)).map(|document| document.quotes.as_slice())
    }
}

impl Document {
    fn of(line: Line, number: usize) -> Self {
        let Some(quotations) = line.quotations else {
            let entities = line.entities.into_iter().filter_map(|entity| match entity {
                Entity::Plain(start, end, kind) => Some((start, end, kind)),
                Entity::Record { .. } => None,
            });
            // The plain form has always counted characters.
            let unit = line.offsets.unwrap_or(Unit::Chars);
            return Self {
                line: number,
                unit,
                quotes: line.quotes,
                entities: entities.collect(),
                mentions: Vec::new(),
            };
        };
        let span = |known: &RecordSpeaker| Vec::from_iter(known.start.zip(known.end));
        let quotes = quotations.into_iter().map(|quotation| Quote {
            content: quotation.content.iter().map(|span| (span.start, span.end)).collect(),
            source: quotation.speaker.as_ref().map(span).unwrap_or_default(),
            cue: quotation.cue.as_ref().map(span).unwrap_or_default(),
            kind: quotation.kind,
            name: quotation.speaker.and_then(|speaker| speaker.name),
        });
        let known: HashMap<_, _> = line
            .entities
            .into_iter()
            .filter_map(|entity| match entity {
                Entity::Record { id, kind, name } => Some((id, (kind, name))),
                Entity::Plain(..) => None,
            })
            .collect();
        let mut entities = Vec::new();
        let mut mentions = Vec::new();
        for mention in line.mentions {
            if mention.kind.is_some_and(|kind| kind != "name") {
                continue;
            }
            let RecordMention { start, end, entity, .. } = mention;
            let entity = entity.and_then(|id| known.get(&id));
            if let Some(kind) = entity.and_then(|(kind, _)| label(kind)) {
                entities.push((start, end, kind.to_owned()));
            }
            mentions.push(((start, end), entity.and_then(|(_, name)| name.clone())));
        }
        Self { line: number, unit: line.offsets.unwrap_or_default(), quotes: quotes.collect(), entities, mentions }
    }

    fn converted(&self, converter: &Converter) -> Result<Found, String> {
        let quote = |quote: &Quote| {
            Ok(Quote {
                content: converter.spans(&quote.content)?,
                source: converter.spans(&quote.source)?,
                cue: converter.spans(&quote.cue)?,
                ..quote.clone()
            })
        };
        let entity = |(start, end, kind): &(usize, usize, String)| {
            converter.span((*start, *end)).map(|(start, end)| (start, end, kind.clone()))
        };
        let mention = |(span, name): &(Span, Option<String>)| Ok((converter.span(*span)?, name.clone()));
        Ok(Found {
            quotes: self.quotes.iter().map(quote).collect::<Result<_, String>>()?,
            entities: self.entities.iter().map(entity).collect::<Result<_, _>>()?,
            mentions: self.mentions.iter().map(mention).collect::<Result<_, String>>()?,
        })
    }
}

/// What gold calls a record's kind.
fn label(kind: &str) -> Option<&'static str> {
    match kind {
        "person" => Some("PER"),
        "place" => Some("LOC"),
        "organization" => Some("ORG"),
        _ => None,
    }
}
