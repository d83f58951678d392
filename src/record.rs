//! The wire format: one record a document, in the offsets that its reader counts in.

mod check;
mod kinds;
mod offsets;
mod owned;
mod retain;
mod write;

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::gazetteer::{Gender, Kind};
use crate::lexicon::CueClass;
use crate::mention::Rule;

#[cfg(feature = "export")]
pub(crate) use offsets::Counter;
pub use offsets::Offsets;
pub(crate) use write::{Findings, record};

/// The version of the format, which every record names.
pub const SCHEMA: &str = "whosaid/1";

/// Everything that was found in one document.
///
/// Its words are those of the document and of the gazetteer: borrowed by [`Extractor::extract_with`], and owned, so that
/// the record outlives both, by [`Extractor::extract`] and [`into_owned`](Record::into_owned). It reads back equal from
/// what it was written to. Readers accept fields that they do not know. What others may have written is read by
/// [`from_json`](Record::from_json) and compared with its text by [`check`](Record::check).
///
/// [`Extractor::extract_with`]: crate::Extractor::extract_with
/// [`Extractor::extract`]: crate::Extractor::extract
///
/// ```
/// use whosaid::{Extractor, Record};
///
/// let record = Extractor::default().extract("“No,” Angela Merkel said.");
/// let json = serde_json::to_string(&record).unwrap();
/// assert_eq!(serde_json::from_str::<Record>(&json).unwrap(), record);
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Record<'t> {
    /// [`SCHEMA`].
    pub schema: Cow<'static, str>,
    /// What the caller calls the document; a path as it was given.
    pub id: String,
    /// What all offsets of this record count.
    pub offsets: Offsets,
    /// The length of the text, in the same unit.
    pub length: usize,
    /// Who and what the mentions stand for, in the order of their first mention.
    pub entities: Vec<EntityRecord<'t>>,
    /// In the order of the text; none overlaps another.
    pub mentions: Vec<MentionRecord<'t>>,
    /// In the order of the text; two of them are apart or nested.
    pub quotations: Vec<QuotationRecord<'t>>,
}

impl<'t> Record<'t> {
    /// The same record under another id.
    ///
    /// ```
    /// let record = whosaid::Extractor::default().extract("").with_id("empty.txt");
    /// assert_eq!(record.id, "empty.txt");
    /// ```
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// The entity with this id.
    ///
    /// ```
    /// let record = whosaid::Extractor::default().extract("“No,” said Orla Brenk.");
    /// assert_eq!(record.entity("person/orla-brenk").unwrap().name, "Orla Brenk");
    /// ```
    pub fn entity(&self, id: &str) -> Option<&EntityRecord<'t>> {
        self.entities.iter().find(|entity| entity.id == id)
    }
}

/// Where an entity comes from.
///
/// ```
/// let record = whosaid::Extractor::default().extract("“No,” said Orla Brenk.");
/// assert_eq!(record.entities[0].origin, whosaid::Origin::Discovered);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Origin {
    /// The gazetteer knows it.
    Gazetteer,
    /// It was found by the form of its name.
    Discovered,
}

/// What shows the gender of a person.
///
/// Of 365 speakers whose name showed it, in news where the gazetteer was left out and then told better, 98 in 100 were right;
/// of 1200 of whom a pronoun did, 96.
///
/// ```
/// use whosaid::{Extractor, Gender, GenderSource};
///
/// let text = "Angela Merkel met Mrs Brenk. Pat Vellam, the mayor, said so. She left.";
/// let record = Extractor::default().extract(text);
/// let gender = |id| record.entity(id).and_then(|entity| Some((entity.gender?, entity.gender_from?)));
/// # #[cfg(feature = "bundled")]
/// assert_eq!(gender("person/angela-merkel"), Some((Gender::Female, GenderSource::Gazetteer)));
/// assert_eq!(gender("person/brenk"), Some((Gender::Female, GenderSource::Name)));
/// assert_eq!(gender("person/pat-vellam"), Some((Gender::Female, GenderSource::Pronoun)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum GenderSource {
    /// The gazetteer says.
    Gazetteer,
    /// The given name, or a courtesy title before the name. Some names tell less than they seem to.
    Name,
    /// A *he* or *she* that was taken for this person. The rule that takes it is wrong sometimes.
    Pronoun,
}

/// A person, place or organization that the document names.
///
/// ```
/// let record = whosaid::Extractor::default().extract("Angela Merkel met Orla Brenk.");
/// assert_eq!(record.entities[0].id, "person/angela-merkel");
/// # #[cfg(feature = "bundled")]
/// assert_eq!(record.entities[0].role.as_deref(), Some("Chancellor"));
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct EntityRecord<'t> {
    /// Stable for entities of the gazetteer; made from the name for discovered ones.
    pub id: Cow<'t, str>,
    /// Person, place or organization.
    pub kind: Kind,
    /// The full name.
    pub name: Cow<'t, str>,
    /// Known or discovered.
    pub origin: Origin,
    /// The rules that found its mentions, each once, in the order of their first use.
    #[serde(default)]
    pub evidence: Vec<Rule>,
    /// The first of a person's titles, as of the date of the gazetteer's file: `President`. Left out if there is none, as
    /// are all that follow.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Cow<'t, str>>,
    /// The ISO 3166-1 code of the country, of two letters: see [`Entity::country`](crate::Entity::country).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Cow<'t, str>>,
    /// Which pronoun a person goes by, as far as anything shows: see [`gender_from`](Self::gender_from).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gender: Option<Gender>,
    /// What shows the gender; there whenever that is. What a later article shows may be another thing, so whoever counts
    /// should say which of the sources count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gender_from: Option<GenderSource>,
    /// The ids elsewhere, by scheme: `iso3166-1`, `iso3166-2`, `geonames` and whatever a user's file has. Of several of
    /// one scheme it is the first.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub ids: BTreeMap<Cow<'t, str>, Cow<'t, str>>,
}

/// How a mention refers to its entity.
///
/// ```
/// let record = whosaid::Extractor::default().extract("“No,” Angela Merkel said.");
/// assert_eq!(record.mentions[0].kind, whosaid::MentionKind::Name);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum MentionKind {
    /// Zelenskyy
    Name,
    /// he
    Pronoun,
    /// the Ukrainian president
    Description,
}

/// A span that refers to an entity.
///
/// ```
/// let record = whosaid::Extractor::default().extract("“No,” Angela Merkel said.");
/// assert_eq!(record.mentions[0].text, "Angela Merkel");
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MentionRecord<'t> {
    /// Offset of its start.
    pub start: usize,
    /// Offset behind its end.
    pub end: usize,
    /// The text between the two.
    pub text: Cow<'t, str>,
    /// Name, pronoun or description.
    pub kind: MentionKind,
    /// The id of the entity; `None` for somebody who speaks and could not be resolved.
    pub entity: Option<Cow<'t, str>>,
    /// How it was found.
    #[serde(default)]
    pub rule: Rule,
}

/// A piece of the text.
///
/// ```
/// let record = whosaid::Extractor::default().extract("“No,” Angela Merkel said.");
/// assert_eq!(record.quotations[0].content[0].text, "“No,”");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Slice<'t> {
    /// Offset of its start.
    pub start: usize,
    /// Offset behind its end.
    pub end: usize,
    /// The text between the two.
    pub text: Cow<'t, str>,
}

/// How much of a quotation stands in quotation marks.
///
/// ```
/// let record = whosaid::Extractor::default().extract("“No,” Angela Merkel said.");
/// assert_eq!(record.quotations[0].kind, whosaid::QuotationKind::Direct);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum QuotationKind {
    /// All of it; or it is a turn of a transcript, behind the label that says who speaks.
    Direct,
    /// Some of it.
    Mixed,
    /// Nothing.
    Indirect,
}

/// Reported speech, with its speaker as far as the text tells.
///
/// ```
/// let record = whosaid::Extractor::default().extract("Angela Merkel said that she would stay.");
/// let quotation = &record.quotations[0];
/// assert_eq!(quotation.content[0].text, "she would stay");
/// assert_eq!(quotation.speaker.as_ref().unwrap().name, "Angela Merkel");
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct QuotationRecord<'t> {
    /// Direct, mixed or indirect.
    pub kind: QuotationKind,
    /// The reported words; several pieces where the attribution interrupts them.
    pub content: Vec<Slice<'t>>,
    /// The words between quotation marks, without the marks; of a turn in a transcript the whole content.
    pub quoted: Vec<Slice<'t>>,
    /// The word that reports.
    pub cue: Option<CueRecord<'t>>,
    /// Who said it; `None` when nobody was found, since no speaker is better than a wrong one.
    pub speaker: Option<SpeakerRecord<'t>>,
    /// Whom it was said to.
    pub addressee: Option<SpeakerRecord<'t>>,
    /// The rule that found the speaker.
    pub sieve: Option<Cow<'static, str>>,
    /// How often that rule is right, from 0 to 1, measured on the development corpus.
    pub confidence: f64,
}

/// The word that reports.
///
/// ```
/// let record = whosaid::Extractor::default().extract("Angela Merkel did not say whether she would stay.");
/// let cue = record.quotations[0].cue.as_ref().unwrap();
/// assert_eq!((&*cue.text, &*cue.lemma, cue.negated), ("did not say", "say", true));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CueRecord<'t> {
    /// Offset of its start.
    pub start: usize,
    /// Offset behind its end.
    pub end: usize,
    /// The verb group as written.
    pub text: Cow<'t, str>,
    /// The main verb, with its particle.
    pub lemma: Cow<'t, str>,
    /// Speech, writing, thought or intention.
    pub class: CueClass,
    /// *did not say*
    pub negated: bool,
}

/// A speaker, or the person spoken to.
///
/// ```
/// let record = whosaid::Extractor::default().extract("Angela Merkel, the chancellor, said that she would stay.");
/// let speaker = record.quotations[0].speaker.as_ref().unwrap();
/// assert_eq!(speaker.entity.as_deref(), Some("person/angela-merkel"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SpeakerRecord<'t> {
    /// Offset of the start of the whole noun phrase; `None` when nothing in the text stands for the speaker.
    pub start: Option<usize>,
    /// Offset behind its end.
    pub end: Option<usize>,
    /// The noun phrase as written.
    pub text: Option<Cow<'t, str>>,
    /// Position in [`Record::mentions`] of the mention inside the phrase.
    pub mention: Option<usize>,
    /// The id of the entity, once resolved.
    pub entity: Option<Cow<'t, str>>,
    /// The entity's name, or the phrase's own words without the article.
    pub name: Cow<'t, str>,
}
