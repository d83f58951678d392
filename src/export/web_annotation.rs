//! Mentions and quotations as [Web Annotations](https://www.w3.org/TR/annotation-model/) in JSON-LD.
//!
//! Each mention is an annotation that identifies its entity; each quotation one that describes who said it how, for people
//! to read. The
//! target is the document, selected by a `TextPositionSelector`, which counts Unicode code points as the standard
//! wants it, and refined by nothing else: a `TextQuoteSelector` beside it has the words and some of what is around them,
//! so that the place can be found in a page whose text differs.
//!
//! ```
//! use whosaid::{Extractor, export::web_annotation};
//!
//! let text = "“No,” Angela Merkel said.";
//! let record = Extractor::default().extract(text).with_id("https://example.com/monday");
//! let page = web_annotation::page(text, &record);
//! assert_eq!(page["items"][0]["target"]["selector"][0]["start"], 6);
//! ```

use std::ops::Range;

use serde_json::{Value, json};

use super::places::Places;
use crate::gazetteer::Kind;
use crate::record::{QuotationRecord, Record};

/// How many characters before and behind the words a quote selector has.
const AROUND: usize = 32;

/// An `AnnotationPage` of all mentions that are resolved, and all quotations.
///
/// The source of each target is the record's id; give the document's address for it with [`Record::with_id`]. Characters that
/// no address may have are encoded, and an id that is no address becomes one that begins with `urn:whosaid:`, as do the
/// entities' ids.
///
/// ```
/// use whosaid::{Extractor, export::web_annotation};
///
/// let page = web_annotation::page("", &Extractor::default().extract(""));
/// assert_eq!(page["type"], "AnnotationPage");
/// ```
pub fn page(text: &str, record: &Record) -> Value {
    let target = Target { text, source: source(&record.id), places: Places::new(text, record.offsets) };
    let mentions = record.mentions.iter().filter_map(|mention| {
        let entity = record.entity(mention.entity.as_deref()?)?;
        Some(json!({
            "type": "Annotation",
            "motivation": "identifying",
            "body": {
                "type": "SpecificResource",
                "purpose": "identifying",
                "source": {"id": iri(&entity.id), "type": class(entity.kind), "label": entity.name},
            },
            "target": target.of(mention.start, mention.end)?,
        }))
    });
    let quotations = record.quotations.iter().filter_map(|quotation| {
        let targets: Vec<Value> =
            quotation.content.iter().filter_map(|slice| target.of(slice.start, slice.end)).collect();
        (!targets.is_empty()).then(|| {
            json!({
                "type": "Annotation",
                "motivation": "describing",
                "body": {"type": "TextualBody", "format": "text/plain", "language": "en", "value": words(quotation)},
                "target": targets,
            })
        })
    });
    let mut items: Vec<Value> = mentions.chain(quotations).collect();
    // An address has one fragment at most.
    let page = target.source.split('#').next().unwrap_or_default();
    for (at, item) in items.iter_mut().enumerate() {
        item["id"] = format!("{page}#annotation-{}", at + 1).into();
    }
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": format!("{page}#annotations"),
        "type": "AnnotationPage",
        "generator": {"type": "Software", "name": concat!("whosaid ", env!("CARGO_PKG_VERSION"))},
        "items": items,
    })
}

/// What is said of a quotation, for people to read.
fn words(quotation: &QuotationRecord) -> String {
    let speaker = quotation.speaker.as_ref().map_or("unknown speaker", |speaker| &speaker.name);
    let cue = quotation.cue.as_ref().map_or_else(String::new, |cue| format!(" ({})", cue.text));
    format!("{speaker}{cue}")
}

struct Target<'t> {
    text: &'t str,
    source: String,
    places: Places<'t>,
}

impl Target<'_> {
    fn of(&self, start: usize, end: usize) -> Option<Value> {
        let Range { start, end } = self.places.bytes(start, end)?;
        let before: Vec<char> = self.text[..start].chars().rev().take(AROUND).collect();
        let behind: String = self.text[end..].chars().take(AROUND).collect();
        Some(json!({
            "type": "SpecificResource",
            "source": self.source,
            "selector": [
                {"type": "TextPositionSelector", "start": self.places.chars(start), "end": self.places.chars(end)},
                {
                    "type": "TextQuoteSelector",
                    "exact": self.text[start..end],
                    "prefix": before.iter().rev().collect::<String>(),
                    "suffix": behind,
                },
            ],
        }))
    }
}

/// What the standard's context calls it; it has no word for a place, but a prefix for those of schema.org.
fn class(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "Person",
        Kind::Place => "schema:Place",
        Kind::Organization => "Organization",
    }
}

/// The id if it can be an address, and one that says that it is none otherwise.
fn source(id: &str) -> String {
    let is_address = ["https://", "http://", "urn:", "file://"].iter().any(|scheme| id.starts_with(scheme));
    if !is_address {
        return iri(id);
    }
    let (page, fragment) = id.split_once('#').map_or((id, None), |(page, fragment)| (page, Some(fragment)));
    let page = encoded(page, is_in_address);
    fragment.map_or_else(|| page.clone(), |fragment| format!("{page}#{}", encoded(fragment, is_in_address)))
}

/// An id of ours as an identifier of the web.
fn iri(id: &str) -> String {
    let encoded = encoded(id, |c| c.is_ascii_alphanumeric() || "-._~/".contains(c));
    format!("urn:whosaid:{}", if encoded.is_empty() { "document" } else { &encoded })
}

/// What may stand in an address as it is, by RFC 3987; a percent sign among it begins what is encoded already.
fn is_in_address(c: char) -> bool {
    let is_ascii = c.is_ascii_alphanumeric() || "-._~:/?[]@!$&'()*+,;=%".contains(c);
    is_ascii || (!c.is_ascii() && c.is_alphanumeric())
}

/// The text with the bytes of all other characters as two digits each.
fn encoded(text: &str, is_plain: impl Fn(char) -> bool) -> String {
    let mut encoded = String::with_capacity(text.len());
    for c in text.chars() {
        if is_plain(c) {
            encoded.push(c);
        } else {
            encoded.extend(c.encode_utf8(&mut [0; 4]).bytes().map(|byte| format!("%{byte:02X}")));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_gives_an_address() {
        let cases = [
            ("", "urn:whosaid:document"),
            ("monday.txt", "urn:whosaid:monday.txt"),
            ("a b/é#1", "urn:whosaid:a%20b/%C3%A9%231"),
            ("see https://example.com", "urn:whosaid:see%20https%3A//example.com"),
            ("https://example.com/a?b=c%20d", "https://example.com/a?b=c%20d"),
            ("https://example.com/a b\n<c>", "https://example.com/a%20b%0A%3Cc%3E"),
            ("https://example.com/é#top#2", "https://example.com/é#top%232"),
        ];
        for (id, address) in cases {
            assert_eq!(source(id), address, "{id:?}");
        }
    }

    #[test]
    fn an_address_has_one_fragment() {
        let record = crate::Extractor::default().extract("").with_id("https://example.com/#top");
        assert_eq!(page("", &record)["id"], "https://example.com/#annotations");
    }
}
