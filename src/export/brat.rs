//! Standoff annotations for [brat](https://brat.nlplab.org/standoff.html): a `.ann` file beside the text's own `.txt`.
//!
//! Mentions are text-bound annotations, linked to their entities by notes; quotations are events, whose trigger is the
//! cue, or the content where there is no cue, with the arguments `Speaker`, `Content` and `Addressee`.
//! [`CONFIGURATION`] is the `annotation.conf` that tells brat of these types. Offsets count Unicode code points,
//! whatever those of the record count, since that is what brat does.
//!
//! ```
//! use whosaid::{Extractor, export::brat};
//!
//! let text = "“No,” Angela Merkel said.";
//! let record = Extractor::default().extract(text);
//! let annotations = brat::annotations(text, &record);
//! assert!(annotations.starts_with("T1\tPerson 6 19\tAngela Merkel\n"));
//! assert!(annotations.contains("\nE1\tDirect:T2 Content:T3 Speaker:T1\n"));
//! ```

use std::collections::HashMap;
use std::fmt::Write;
use std::ops::Range;

use super::places::Places;
use super::{is_space, kind_label};
use crate::record::{MentionRecord, QuotationKind, QuotationRecord, Record, SpeakerRecord};

/// The types of [`annotations`], as brat's `annotation.conf` has them.
///
/// ```
/// assert!(whosaid::export::brat::CONFIGURATION.contains("[events]"));
/// ```
pub const CONFIGURATION: &str = "\
[entities]
Person
Place
Organization
Unknown
Phrase
Content

[relations]
<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[events]
Direct\tSpeaker?:<ENTITY>, Content+:Content, Addressee?:<ENTITY>
Mixed\tSpeaker?:<ENTITY>, Content+:Content, Addressee?:<ENTITY>
Indirect\tSpeaker?:<ENTITY>, Content+:Content, Addressee?:<ENTITY>

[attributes]
Negated\tArg:<EVENT>
";

/// The `.ann` file of the record.
///
/// A phrase that stands for a speaker and holds no mention of its own is a `Phrase`. Where a span runs over a tab or whatever
/// brat takes for a line break it has a fragment for each side, as brat wants it. A span that is no piece of the text, because the two do not
/// belong together, is left out.
///
/// ```
/// use whosaid::{Extractor, export::brat};
///
/// assert_eq!(brat::annotations("", &Extractor::default().extract("")), "");
/// ```
pub fn annotations(text: &str, record: &Record) -> String {
    let mut writer = Writer {
        text,
        places: Places::new(text, record.offsets),
        lines: String::new(),
        texts: 0,
        notes: 0,
        known: HashMap::new(),
    };
    for mention in &record.mentions {
        let bytes = writer.places.bytes(mention.start, mention.end);
        let Some(number) = bytes.and_then(|bytes| writer.text_bound(label_of(record, mention), bytes)) else {
            continue;
        };
        if let Some(entity) = mention.entity.as_deref().and_then(|id| record.entity(id)) {
            writer.notes += 1;
            let note = one_line(&format!("{} {}", entity.id, entity.name));
            let _ = writeln!(writer.lines, "#{}\tAnnotatorNotes T{number}\t{note}", writer.notes);
        }
    }
    for (at, quotation) in record.quotations.iter().enumerate() {
        writer.event(at + 1, record, quotation);
    }
    writer.lines
}

/// What ends a line where brat's parser reads it, which is Python's `splitlines`, and the tab, which ends a field.
const ENDS: [char; 11] =
    ['\t', '\n', '\r', '\u{B}', '\u{C}', '\u{1C}', '\u{1D}', '\u{1E}', '\u{85}', '\u{2028}', '\u{2029}'];

struct Writer<'t> {
    text: &'t str,
    places: Places<'t>,
    lines: String,
    texts: usize,
    notes: usize,
    /// The numbers of text-bound annotations by span and label, so that none is there twice.
    known: HashMap<(Range<usize>, &'static str), usize>,
}

impl Writer<'_> {
    fn text_bound(&mut self, label: &'static str, bytes: Range<usize>) -> Option<usize> {
        if let Some(&known) = self.known.get(&(bytes.clone(), label)) {
            return Some(known);
        }
        let fragments: Vec<Range<usize>> = self.fragments(bytes.clone());
        if fragments.is_empty() {
            return None;
        }
        self.texts += 1;
        let offsets: Vec<String> = fragments
            .iter()
            .map(|fragment| format!("{} {}", self.places.chars(fragment.start), self.places.chars(fragment.end)))
            .collect();
        let words: Vec<&str> = fragments.iter().map(|fragment| &self.text[fragment.clone()]).collect();
        let _ = writeln!(self.lines, "T{}\t{label} {}\t{}", self.texts, offsets.join(";"), words.join(" "));
        self.known.insert((bytes, label), self.texts);
        Some(self.texts)
    }

    /// The parts of the span between the characters that end a line or a field.
    fn fragments(&self, bytes: Range<usize>) -> Vec<Range<usize>> {
        let mut start = bytes.start;
        let lines = self.text[bytes].split_inclusive(ENDS).filter_map(|line| {
            let from = start + line.len() - line.trim_start_matches(is_space).len();
            let here = from..from + line.trim_matches(is_space).len();
            start += line.len();
            (!here.is_empty()).then_some(here)
        });
        lines.collect()
    }

    fn event(&mut self, number: usize, record: &Record, quotation: &QuotationRecord) {
        let label = match quotation.kind {
            QuotationKind::Direct => "Direct",
            QuotationKind::Mixed => "Mixed",
            QuotationKind::Indirect => "Indirect",
        };
        let pieces: Vec<_> =
            quotation.content.iter().filter_map(|slice| self.places.bytes(slice.start, slice.end)).collect();
        let cue = quotation.cue.as_ref().and_then(|cue| self.places.bytes(cue.start, cue.end));
        // A trigger has the type of its event.
        let Some(trigger) = cue.or_else(|| pieces.first().cloned()).and_then(|bytes| self.text_bound(label, bytes))
        else {
            return;
        };
        let content: Vec<usize> = pieces.into_iter().filter_map(|bytes| self.text_bound("Content", bytes)).collect();
        let voices = [("Speaker", &quotation.speaker), ("Addressee", &quotation.addressee)];
        let voices = voices.map(|(role, voice)| (role, voice.as_ref().and_then(|voice| self.voice(record, voice))));
        let mut event = format!("E{number}\t{label}:T{trigger}");
        for (at, content) in content.iter().enumerate() {
            // Of several arguments of one role brat numbers those behind the first.
            let role = if at == 0 { String::new() } else { (at + 1).to_string() };
            let _ = write!(event, " Content{role}:T{content}");
        }
        for (role, voice) in voices {
            if let Some(voice) = voice {
                let _ = write!(event, " {role}:T{voice}");
            }
        }
        let _ = writeln!(self.lines, "{event}");
        if quotation.cue.as_ref().is_some_and(|cue| cue.negated) {
            let _ = writeln!(self.lines, "A{number}\tNegated E{number}");
        }
    }

    /// The mention inside the phrase, or the phrase itself.
    fn voice(&mut self, record: &Record, voice: &SpeakerRecord) -> Option<usize> {
        if let Some(mention) = voice.mention.and_then(|mention| record.mentions.get(mention)) {
            let bytes = self.places.bytes(mention.start, mention.end)?;
            return self.text_bound(label_of(record, mention), bytes);
        }
        let bytes = self.places.bytes(voice.start?, voice.end?)?;
        self.text_bound("Phrase", bytes)
    }
}

fn label_of(record: &Record, mention: &MentionRecord) -> &'static str {
    let entity = mention.entity.as_deref().and_then(|id| record.entity(id));
    entity.map_or("Unknown", |entity| kind_label(entity.kind))
}

/// Line breaks and tabs end a field.
fn one_line(note: &str) -> String {
    note.split(|c: char| c.is_control() || ENDS.contains(&c)).collect::<Vec<_>>().join(" ")
}
