//! What is right, as people marked it. Offsets count characters.

use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::measure::Measure;
use super::ruler::Ruler;
use super::spans::Span;
use crate::lines::{self, Faults, Lines};

/// The lines of the gold, each read when it is asked for.
pub(super) struct Golds {
    lines: Lines,
    /// The first line, which has been looked at already.
    first: Option<(usize, String)>,
}

/// Reading this far shows what a line is made for.
#[derive(Deserialize)]
struct Shape {
    attributions: Option<serde::de::IgnoredAny>,
    quotations: Option<serde::de::IgnoredAny>,
    entities: Option<serde::de::IgnoredAny>,
    source: Option<serde::de::IgnoredAny>,
    schema: Option<serde::de::IgnoredAny>,
}

/// One line of gold, with its number.
pub(super) struct Line<G> {
    pub(super) number: usize,
    pub(super) gold: G,
}

impl Golds {
    pub(super) fn open(path: &Path, faults: &mut Faults) -> Option<Self> {
        let mut lines = Lines::open(path, faults)?;
        let first = lines.next(faults);
        if first.is_none() {
            faults.at(lines.file(), 1, "nothing is in the file", "write one document a line");
        }
        Some(Self { lines, first })
    }

    /// What the first line is made for.
    pub(super) fn measure(&self, faults: &mut Faults) -> Option<Measure> {
        const ADVICE: &str = "write a line of gold as `whosaid eval --help` shows it, or name its --measure";
        let (number, line) = self.first.as_ref()?;
        let shape: Shape = lines::parse(self.file(), *number, line, ADVICE, faults)?;
        let measure = match shape {
            Shape { schema: Some(_), .. } => {
                let message = "this is a record, as `whosaid extract` writes it, and not what people marked";
                faults.at(self.file(), *number, message, "write the gold first, then the records");
                return None;
            }
            Shape { attributions: Some(_), .. } => Measure::Quotes,
            Shape { quotations: Some(_), .. } => Measure::Records,
            Shape { source: Some(_), .. } => Measure::Speakers,
            Shape { entities: Some(_), .. } => Measure::Entities,
            _ => {
                let message = "none of `attributions`, `quotations`, `entities` and `source` is there";
                faults.at(self.file(), *number, message, ADVICE);
                return None;
            }
        };
        Some(measure)
    }

    pub(super) fn file(&self) -> &str {
        self.lines.file()
    }

    /// The next line that can be read as gold of this sort.
    pub(super) fn next<G: DeserializeOwned + Checked>(&mut self, faults: &mut Faults) -> Option<Line<G>> {
        loop {
            let (number, line) = self.first.take().or_else(|| self.lines.next(faults))?;
            let Some(gold) = lines::parse::<G>(self.lines.file(), number, &line, G::ADVICE, faults) else { continue };
            match gold.fault() {
                None => return Some(Line { number, gold }),
                Some(message) => faults.at(
                    self.lines.file(),
                    number,
                    &message,
                    "write offsets within the text that count characters, each end behind its start",
                ),
            }
        }
    }
}

/// Gold whose offsets can be wrong.
pub(super) trait Checked {
    /// What to write instead of a line that is none of this sort.
    const ADVICE: &str;

    /// The first fault, if any.
    fn fault(&self) -> Option<String>;
}

fn astray<'s>(length: usize, spans: impl IntoIterator<Item = &'s Span>) -> Option<String> {
    let (start, end) = spans.into_iter().find(|(start, end)| start > end || *end > length)?;
    Some(if start > end {
        format!("the span [{start}, {end}] ends before it starts")
    } else {
        format!("the span [{start}, {end}] ends behind the text, which has {length} characters")
    })
}

/// For `quotes`.
#[derive(Deserialize)]
pub(super) struct Attributed {
    pub(super) doc: String,
    pub(super) text: String,
    pub(super) attributions: Vec<Attribution>,
}

#[derive(Deserialize)]
pub(super) struct Attribution {
    pub(super) source: Vec<Span>,
    pub(super) cue: Vec<Span>,
    pub(super) content: Vec<Span>,
}

impl Checked for Attributed {
    const ADVICE: &str = "write an object with `doc`, `text` and `attributions`, as `whosaid eval --help` shows it";

    fn fault(&self) -> Option<String> {
        let parts = self.attributions.iter().flat_map(|found| [&found.source, &found.cue, &found.content]);
        astray(Ruler::new(&self.text).length(), parts.flatten())
    }
}

/// For `entities`.
#[derive(Deserialize)]
pub(super) struct Named {
    pub(super) doc: String,
    pub(super) text: String,
    pub(super) entities: Vec<(usize, usize, String)>,
}

impl Checked for Named {
    const ADVICE: &str = "write an object with `doc`, `text` and `entities`, as `whosaid eval --help` shows it";

    fn fault(&self) -> Option<String> {
        let spans: Vec<Span> = self.entities.iter().map(|(start, end, _)| (*start, *end)).collect();
        astray(Ruler::new(&self.text).length(), &spans)
    }
}

/// For `records`.
#[derive(Deserialize)]
pub(super) struct Recorded {
    pub(super) doc: String,
    pub(super) text: String,
    pub(super) quotations: Vec<Quotation>,
    /// What may count as a quotation or not.
    #[serde(default)]
    pub(super) borderline: Vec<Vec<Span>>,
    pub(super) entities: Vec<Entity>,
}

#[derive(Deserialize)]
pub(super) struct Quotation {
    /// As records have it, or `scare`: a word in quotation marks that nobody says.
    pub(super) kind: String,
    pub(super) content: Vec<Span>,
    /// What of its sentence may count as content too.
    #[serde(default)]
    pub(super) clause: Vec<Span>,
    #[serde(default)]
    pub(super) content_alt: Vec<Span>,
    pub(super) alt_kind: Option<String>,
    /// Nobody, of words in scare quotes.
    pub(super) speaker: Option<Speaker>,
}

#[derive(Deserialize)]
pub(super) struct Speaker {
    pub(super) mention: Option<Span>,
    pub(super) entity: Option<String>,
    pub(super) name: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Entity {
    pub(super) name: String,
    pub(super) mentions: Vec<Span>,
}

impl Checked for Recorded {
    const ADVICE: &str =
        "write an object with `doc`, `text`, `quotations` and `entities`, as `whosaid eval --help` shows it";

    fn fault(&self) -> Option<String> {
        let quotations = self.quotations.iter().flat_map(|q| [&q.content, &q.clause, &q.content_alt]);
        let mentions = self.quotations.iter().filter_map(|quotation| quotation.speaker.as_ref()?.mention.as_ref());
        let entities = self.entities.iter().flat_map(|entity| &entity.mentions);
        let spans = quotations.chain(&self.borderline).flatten().chain(mentions).chain(entities);
        if self.quotations.iter().any(|quotation| quotation.content.is_empty()) {
            return Some("a quotation has no content".to_owned());
        }
        astray(Ruler::new(&self.text).length(), spans)
    }
}

/// For `speakers`: one quotation, and who really says it.
#[derive(Deserialize)]
pub(super) struct Said {
    pub(super) doc: String,
    pub(super) content: Vec<Span>,
    pub(super) kind: String,
    pub(super) name: Option<String>,
    /// Nobody could say.
    #[serde(default)]
    pub(super) skip: bool,
}

impl Checked for Said {
    const ADVICE: &str = "write an object with `doc`, `content`, `kind` and `name`, as `whosaid eval --help` shows it";

    fn fault(&self) -> Option<String> {
        if self.content.is_empty() {
            return Some("the quotation has no content".to_owned());
        }
        // There is no text here that a span could be outside of.
        astray(usize::MAX, &self.content)
    }
}
