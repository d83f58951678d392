//! Quotations as [`Quotation`](https://schema.org/Quotation)s of schema.org in JSON-LD, for search engines and archives.
//!
//! ```
//! use whosaid::{Extractor, export::schema_org};
//!
//! let record = Extractor::default().extract("“No,” Angela Merkel said.").with_id("https://example.com/monday");
//! let article = schema_org::article(&record);
//! assert_eq!(article["hasPart"][0]["text"], "No,");
//! assert_eq!(article["hasPart"][0]["creator"]["name"], "Angela Merkel");
//! ```

use serde_json::{Value, json};

use crate::gazetteer::Kind;
use crate::record::{QuotationRecord, Record, SpeakerRecord};

/// The article as a `NewsArticle` that mentions its entities and has its quotations as parts.
///
/// The text of a direct quotation is what stands between its marks; that of another the reported words as they are.
/// `creator` is the speaker: a `Person`, an `Organization` or a `Place`, and just a `Thing` when the text does not name it.
/// No offsets are in it.
///
/// ```
/// use whosaid::{Extractor, export::schema_org};
///
/// assert_eq!(schema_org::article(&Extractor::default().extract(""))["@type"], "NewsArticle");
/// ```
pub fn article(record: &Record) -> Value {
    let mentions = record.entities.iter().map(|entity| thing(entity.kind, &entity.id, &entity.name));
    let parts = record.quotations.iter().map(|quotation| part(record, quotation));
    json!({
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "identifier": record.id,
        "inLanguage": "en",
        "mentions": mentions.collect::<Vec<_>>(),
        "hasPart": parts.collect::<Vec<_>>(),
    })
}

fn part(record: &Record, quotation: &QuotationRecord) -> Value {
    let is_direct = quotation.kind == crate::record::QuotationKind::Direct && !quotation.quoted.is_empty();
    let slices = if is_direct { &quotation.quoted } else { &quotation.content };
    let text: Vec<&str> = slices.iter().map(|slice| &*slice.text).collect();
    let mut part = json!({"@type": "Quotation", "text": text.join(" … ")});
    if let Some(speaker) = &quotation.speaker {
        part["creator"] = voice(record, speaker);
    }
    if let Some(addressee) = &quotation.addressee {
        part["audience"] = json!({"@type": "Audience", "name": addressee.name});
    }
    part
}

fn voice(record: &Record, speaker: &SpeakerRecord) -> Value {
    let entity = speaker.entity.as_deref().and_then(|id| record.entity(id));
    entity.map_or_else(
        || json!({"@type": "Thing", "name": speaker.name}),
        |entity| thing(entity.kind, &entity.id, &entity.name),
    )
}

fn thing(kind: Kind, id: &str, name: &str) -> Value {
    json!({"@type": super::kind_label(kind), "identifier": id, "name": name})
}
