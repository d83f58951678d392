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
use crate::record::{EntityRecord, QuotationRecord, Record};

/// The article as a `NewsArticle` that mentions its entities and has its quotations as parts.
///
/// The text of a direct quotation is what stands between its marks; that of another the reported words as they are.
/// `creator` is the speaker: a `Person` or an `Organization`, since these alone can create something in schema.org. A country
/// or a city that speaks is an `Organization` as well as a `Place`; a speaker whom the text does not name, and who may be
/// either or a report, is in `creditText`. No offsets are in it.
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
    let mut part = json!({"@type": "Quotation", "text": super::joined(slices)});
    if let Some(speaker) = &quotation.speaker {
        match speaker.entity.as_deref().and_then(|id| record.entity(id)) {
            Some(entity) => part["creator"] = creator(entity),
            None => part["creditText"] = (*speaker.name).into(),
        }
    }
    if let Some(addressee) = &quotation.addressee {
        part["audience"] = json!({"@type": "Audience", "name": addressee.name});
    }
    part
}

fn creator(entity: &EntityRecord) -> Value {
    let mut creator = thing(entity.kind, &entity.id, &entity.name);
    if entity.kind == Kind::Place {
        creator["@type"] = json!(["Place", "Organization"]);
    }
    creator
}

fn thing(kind: Kind, id: &str, name: &str) -> Value {
    json!({"@type": super::kind_label(kind), "identifier": id, "name": name})
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Extractor;

    /// Nobody but persons and organizations creates anything, by the ranges of schema.org's properties.
    #[test]
    #[cfg(feature = "bundled")]
    fn whoever_speaks_is_credited() {
        let cases = [
            ("“No,” Angela Merkel said.", "creator", json!("Person")),
            ("“No,” Germany said.", "creator", json!(["Place", "Organization"])),
            ("“No,” the plumber said.", "creditText", json!(null)),
        ];
        for (text, property, kind) in cases {
            let article = article(&Extractor::default().extract(text));
            let part = &article["hasPart"][0];
            assert!(part.get(property).is_some(), "{text}: {part}");
            assert_eq!(part["creator"]["@type"], kind, "{text}");
        }
    }
}
