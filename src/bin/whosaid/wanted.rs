//! What of a record is wanted.

use std::collections::HashSet;

use clap::{Args, ValueEnum};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use whosaid::{Kind, QuotationKind, Record, SpeakerRecord};

/// What to leave out of the records.
#[derive(Debug, Args)]
pub(crate) struct Wanted {
    /// The kinds of entities to write, with their mentions [default: all]
    ///
    /// Quotations stay; a speaker of another kind keeps the name, as somebody unknown.
    #[arg(long, value_enum, value_name = "KINDS", value_delimiter = ',')]
    kinds: Vec<EntityKind>,

    /// The kinds of quotations to write [default: all]
    #[arg(long, value_enum, value_name = "KINDS", value_delimiter = ',')]
    quotations: Vec<Quoting>,

    /// Only the quotations of this speaker, an id or some words of the name; may be given several times
    #[arg(long, value_name = "WHO", value_parser = clap::builder::NonEmptyStringValueParser::new())]
    speaker: Vec<String>,
}

/// The library's [`Kind`].
#[derive(Clone, Copy, Debug, ValueEnum)]
enum EntityKind {
    /// People
    Person,
    /// Countries, cities, rivers
    Place,
    /// Companies, parties, ministries
    Organization,
}

/// The library's [`QuotationKind`].
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Quoting {
    /// All of it stands in quotation marks
    Direct,
    /// Some of it does
    Mixed,
    /// Nothing of it does
    Indirect,
}

impl Wanted {
    /// Leaves out what is not wanted.
    pub(crate) fn apply(&self, record: &mut Record) {
        if !self.quotations.is_empty() {
            let kinds: Vec<QuotationKind> = self.quotations.iter().map(|&kind| kind.into()).collect();
            record.quotations.retain(|quotation| kinds.contains(&quotation.kind));
        }
        if !self.speaker.is_empty() {
            record.quotations.retain(|quotation| {
                let speaker = quotation.speaker.as_ref();
                speaker.is_some_and(|speaker| self.speaker.iter().any(|who| is_called(speaker, who)))
            });
        }
        // Last, as it takes the ids from speakers.
        if !self.kinds.is_empty() {
            let kinds: Vec<Kind> = self.kinds.iter().map(|&kind| kind.into()).collect();
            record.retain_entities(|entity| kinds.contains(&entity.kind));
        }
    }

    /// Whether texts in which nobody speaks are of no interest.
    pub(crate) fn is_about_somebody(&self) -> bool {
        !self.speaker.is_empty()
    }
}

/// Leaves out the entities to which no quotation is given.
pub(crate) fn keep_those_who_speak(record: &mut Record) {
    let speakers = record.quotations.iter().filter_map(|quotation| quotation.speaker.as_ref()?.entity.as_deref());
    let speakers: HashSet<String> = speakers.map(str::to_owned).collect();
    record.retain_entities(|entity| speakers.contains(&*entity.id));
}

/// Whether this is the id, or all of its words are words of the name, without regard to case and accents.
fn is_called(speaker: &SpeakerRecord, who: &str) -> bool {
    let (name, asked) = (plain(&speaker.name), plain(who));
    let mut asked_words = words(&asked).peekable();
    let is_asked = asked_words.peek().is_some() && asked_words.all(|word| words(&name).any(|own| own == word));
    is_asked || speaker.entity.as_deref() == Some(who)
}

fn plain(name: &str) -> String {
    let letters = name.nfkd().filter(|&c| !is_combining_mark(c)).flat_map(char::to_lowercase);
    letters.map(|c| if c == '’' { '\'' } else { c }).collect()
}

fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '-')).filter(|word| !word.is_empty())
}

impl From<EntityKind> for Kind {
    fn from(kind: EntityKind) -> Self {
        match kind {
            EntityKind::Person => Self::Person,
            EntityKind::Place => Self::Place,
            EntityKind::Organization => Self::Organization,
        }
    }
}

impl From<Quoting> for QuotationKind {
    fn from(kind: Quoting) -> Self {
        match kind {
            Quoting::Direct => Self::Direct,
            Quoting::Mixed => Self::Mixed,
            Quoting::Indirect => Self::Indirect,
        }
    }
}
