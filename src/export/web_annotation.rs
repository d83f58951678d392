//! Mentions and quotations as [Web Annotations](https://www.w3.org/TR/annotation-model/) in JSON-LD.
//!
//! Each mention is an annotation that identifies its entity; each quotation one that describes who said it how. The
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

use super::{kind_label, places::Places};
use crate::record::{QuotationRecord, Record};

/// How many characters before and behind the words a quote selector has.
const AROUND: usize = 32;

/// An `AnnotationPage` of all mentions that are resolved, and all quotations.
///
/// The source of each target is the record's id; give the document's address for it with [`Record::with_id`].
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
                "type": ["SpecificResource", kind_label(entity.kind)],
                "source": iri(&entity.id),
                "label": entity.name,
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
    for (at, item) in items.iter_mut().enumerate() {
        item["id"] = format!("{}#annotation-{}", target.source, at + 1).into();
    }
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": format!("{}#annotations", target.source),
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

/// The id if it can be an address, and one that says that it is none otherwise.
fn source(id: &str) -> String {
    if id.contains("://") || id.starts_with("urn:") { id.to_owned() } else { iri(id) }
}

/// An id of ours as an identifier of the web.
fn iri(id: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    let encoded: String = id
        .bytes()
        .map(|byte| if is_plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect();
    format!("urn:whosaid:{}", if encoded.is_empty() { "document" } else { &encoded })
}
