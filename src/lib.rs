//! whosaid
mod attribution;
mod error;
mod extractor;
mod gazetteer;
mod lexicon;
mod mention;
mod quotation;
mod record;
mod reference;
mod span;
mod table;
mod text;

pub use error::{Error, Fault};
pub use extractor::Extractor;
pub use gazetteer::{Entity, Gazetteer, GazetteerBuilder, Gender, Kind, NameMatch};
pub use lexicon::CueClass;
pub use record::{
    CueRecord, EntityRecord, MentionKind, MentionRecord, Offsets, Origin, QuotationKind, QuotationRecord, Record,
    SCHEMA, Slice, SpeakerRecord,
};
pub use span::Span;
