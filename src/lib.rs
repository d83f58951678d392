//! Reads English news text and says who is in it and who said what.
//!
//! Three types do the work:
//!
//! * [`Extractor`] reads a text. It is made once and used for any number of texts; reading never fails.
//! * [`Record`] is what it finds: entities, mentions and quotations, as plain data that can be written and read with serde.
//! * [`Gazetteer`] is the set of names that it knows: the bundled one, the user's own, or both.
//!
//! ```
//! use whosaid::Extractor;
//!
//! let text = "Angela Merkel left Berlin on Monday. “We are ready,” she told reporters.";
//! let record = Extractor::default().extract(text);
//! let quotation = &record.quotations[0];
//! assert_eq!(quotation.content[0].text, "“We are ready,”");
//! # #[cfg(feature = "bundled")]
//! assert_eq!(quotation.speaker.as_ref().unwrap().entity.as_deref(), Some("person/angela-merkel"));
//! ```
//!
//! # How a text becomes a record
//!
//! Each stage takes the values of the stages before it and returns a new one; nothing is changed in place.
//!
//! 1. The text is split into words, sentences and paragraphs. Nothing is copied: all offsets are **bytes of the caller's
//!    text**, until [`Offsets`] asks for another unit.
//! 2. Each word gets its part of speech, by the lexicon and by its neighbours.
//! 3. Names are found: those of the gazetteer word by word in one table, others by their form and by what stands around
//!    them all over the text. Each is linked to an entity, and a bare surname to the full name it is short for.
//! 4. Quotation marks are paired. The words, names and quoted spans of each sentence are put into chunks (noun phrases, verb
//!    groups) and these into clauses with their subjects: [`Extractor::parse`] shows them.
//! 5. Reporting verbs are found, with their subjects and what they report.
//! 6. Each quotation passes through a fixed list of *sieves*, the most precise first, until one names its speaker. The
//!    sieve's name is in the record, and so is how often it is right ([`QuotationRecord::confidence`]); the page
//!    [`sieves`] lists them all.
//! 7. Pronouns and descriptions are resolved to the entities they stand for, by what the text and the gazetteer say of
//!    these, by gender, grammar and nearness.
//!
//! Every mention says by which [`Rule`] it was found, and [`Extractor::without`] leaves steps out.
//!
//! The [`guide`] has a page on each of these, and on other tools.
//!
//! There is nothing to download and no randomness: the same text gives the same record. The time is linear in the length of the text.
//!
//! # Features
//!
//! * `bundled` (default): the gazetteer that comes with the library, compiled in.
//! * `parallel`: [`Extractor::extract_batch`](Extractor), many texts on all cores.
//! * `export`: the module [`export`](crate), records as pages, tables and annotations for other tools.
//! * `import`: the module [`import`](crate), the text of web pages.
//! * `arrow`, `parquet`: the module `export::arrow`, records as tables of Apache Arrow, and these as Parquet.
//! * `cli`: the command line program `whosaid`.
//!
//! # Who should not use it
//!
//! Languages other than English and novels are not what it is made for; and it does not connect the people
//! of one document with those of another, unless the gazetteer knows them.

pub mod guide;
#[doc = include_str!("../docs/sieves.md")]
pub mod sieves {}

mod attribution;
mod error;
#[cfg(feature = "export")]
pub mod export;
mod extractor;
mod gazetteer;
#[cfg(feature = "import")]
pub mod import;
#[cfg(test)]
mod left_out;
mod lexicon;
mod mention;
mod parse;
mod quotation;
mod record;
mod reference;
mod report;
mod span;
mod swar;
mod syntax;
mod table;
mod tagging;
mod text;

pub use error::{Error, Fault};
pub use extractor::{Extractor, Scratch, Step};
pub use gazetteer::{Doubt, DoubtKind, Entity, Gazetteer, GazetteerBuilder, Gender, Kind, NameMatch};
pub use lexicon::CueClass;
pub use mention::Rule;
pub use parse::{Parse, ParsedClause, ParsedSentence, ParsedUnit};
pub use record::{
    CueRecord, EntityRecord, GenderSource, MentionKind, MentionRecord, Offsets, Origin, QuotationKind, QuotationRecord,
    Record, SCHEMA, Slice, SpeakerRecord,
};
pub use span::Span;

/// The README's examples, so that they are tests.
#[cfg(all(doctest, feature = "bundled"))]
#[doc = include_str!("../README.md")]
struct Readme;
