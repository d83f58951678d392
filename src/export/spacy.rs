//! The JSON form of a [spaCy](https://spacy.io/api/doc#from_json) `Doc`, which displaCy reads as well.
//!
//! `Doc(vocab).from_json(doc)` makes a document whose `ents` are the names, and whose `spans` hold the groups `names` (with
//! the entities' ids as `kb_id_`, which spaCy 3.8 forgets of the `ents` it reads), `quotations` (label: the kind; `kb_id_`: the
//! speaker's entity or name), `cues` and `speakers`. `displacy.render(record, style="ent", manual=True)` shows the names without loading a model. Offsets count
//! Unicode code points, as Python does.
//!
//! ```
//! use whosaid::{Extractor, export::spacy};
//!
//! let text = "“No,” Angela Merkel said.";
//! let doc = spacy::doc(text, &Extractor::default().extract(text));
//! assert_eq!((&doc["ents"][0]["start"], &doc["ents"][0]["label"]), (&6.into(), &"PERSON".into()));
//! assert_eq!(doc["spans"]["quotations"][0]["label"], "direct");
//! ```

use std::ops::Range;

use serde_json::{Value, json};

use super::places::Places;
use super::{tokenized, word};
use crate::gazetteer::Kind;
use crate::record::{MentionKind, Record};

/// The document of the record.
///
/// spaCy wants spans that begin and end with its tokens, so a token ends wherever a span does.
///
/// ```
/// use whosaid::{Extractor, export::spacy};
///
/// assert_eq!(spacy::doc("", &Extractor::default().extract(""))["text"], "");
/// ```
pub fn doc(text: &str, record: &Record) -> Value {
    let places = Places::new(text, record.offsets);
    let mut cuts = Vec::new();
    let mut span = |start: usize, end: usize, label: &str, id: &str| {
        let bytes = places.bytes(start, end).filter(|bytes| !bytes.is_empty())?;
        cuts.extend([bytes.start, bytes.end]);
        Some(json!({"start": places.chars(bytes.start), "end": places.chars(bytes.end), "label": label, "kb_id": id}))
    };
    let mut ents: Vec<Value> = Vec::new();
    for mention in record.mentions.iter().filter(|mention| mention.kind == MentionKind::Name) {
        let entity = mention.entity.as_deref().and_then(|id| record.entity(id));
        ents.extend(entity.and_then(|entity| span(mention.start, mention.end, label_of(entity.kind), &entity.id)));
    }
    let (mut quotations, mut cues, mut speakers) = (Vec::new(), Vec::new(), Vec::new());
    for quotation in &record.quotations {
        let speaker = quotation.speaker.as_ref();
        let id = speaker.map_or("", |speaker| speaker.entity.as_deref().unwrap_or(&speaker.name));
        let kind = word(&quotation.kind);
        quotations.extend(quotation.content.iter().filter_map(|slice| span(slice.start, slice.end, &kind, id)));
        cues.extend(quotation.cue.as_ref().and_then(|cue| span(cue.start, cue.end, &word(&cue.class), &cue.lemma)));
        let phrase = speaker.and_then(|speaker| speaker.start.zip(speaker.end));
        speakers.extend(phrase.and_then(|(start, end)| span(start, end, "speaker", id)));
    }
    let tokens: Vec<Value> = tokens(text, cuts)
        .into_iter()
        .enumerate()
        .map(|(id, token)| json!({"id": id, "start": places.chars(token.start), "end": places.chars(token.end)}))
        .collect();
    json!({
        "text": text,
        "title": record.id,
        "ents": ents,
        "spans": {"names": ents, "quotations": quotations, "cues": cues, "speakers": speakers},
        "tokens": tokens,
    })
}

fn label_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "PERSON",
        Kind::Organization => "ORG",
        Kind::Place => "GPE",
    }
}

/// The tokens of the text, cut at these places too. In spaCy a token has at most one space behind it, and everything else
/// between two tokens is a token as well.
fn tokens(text: &str, mut cuts: Vec<usize>) -> Vec<Range<usize>> {
    let read = tokenized(text);
    for token in 0..read.tokens.len() {
        let bytes: Range<usize> = read.span(token..token + 1).into();
        cuts.extend([bytes.start, bytes.end]);
    }
    cuts.extend([0, text.len()]);
    cuts.sort_unstable();
    cuts.dedup();
    let pieces = cuts.windows(2).map(|cut| {
        let belongs_before = cut[0] > 0 && text[cut[0]..].starts_with(' ');
        cut[0] + usize::from(belongs_before)..cut[1]
    });
    pieces.filter(|token| !token.is_empty()).collect()
}
