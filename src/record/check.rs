//! Records that came from elsewhere: whether they keep what a record promises, by themselves and about their text.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::offsets::{Astray, Counter, length};
use super::{QuotationRecord, Record, SCHEMA, Slice, SpeakerRecord};
use crate::error::{Error, Faults, shown};

impl Record<'static> {
    /// Reads a record of JSON, and trusts nothing in it.
    ///
    /// Plain serde makes a record of whatever has the right fields, be its offsets reversed. This reads what [`Extractor`]
    /// has written, and tells why anything else is no record: it finds the same faults as [`check`](Record::check), but for
    /// those that only the text can show. Fields that it does not know are left out.
    ///
    /// The time is that of reading, and little more for sorting. The memory is some three times the JSON at worst.
    ///
    /// [`Extractor`]: crate::Extractor
    ///
    /// # Errors
    ///
    /// If the bytes are not JSON, with line and column; if a field is missing or says what it cannot say (an unknown kind, a
    /// negative offset), with line and column too; if parts of the record contradict each other, with the path of each.
    /// [`Error::is_record`] holds.
    ///
    /// ```
    /// use whosaid::{Extractor, Record};
    ///
    /// let json = serde_json::to_string(&Extractor::default().extract("“No,” said Orla Brenk."))?;
    /// assert_eq!(Record::from_json(&json)?.mentions[0].text, "Orla Brenk");
    ///
    /// let error = Record::from_json(json.replace(r#""mention":0"#, r#""mention":7"#)).unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "record: quotations[0].speaker.mention is 7, and there is 1 mention; write the position of one of them, or null",
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn from_json(json: impl AsRef<[u8]>) -> Result<Self, Error> {
        let record: Self = serde_json::from_slice(json.as_ref()).map_err(|error| {
            let mut faults = Faults::of_record("record");
            tell(&error, &mut faults);
            Error::of(faults)
        })?;
        record.faults(None)?;
        Ok(record)
    }
}

impl Record<'_> {
    /// Whether the record is one of this text: for records that were kept apart from it, or come from strangers.
    ///
    /// Then every span lies in the text, on boundaries of characters, and its words are those there; mentions are in their
    /// order and apart, and quotations apart or nested; whatever refers to a mention or an entity finds it. Whether the
    /// names and speakers are right is another question.
    ///
    /// The time is linear in the lengths of both, but for sorting the quotations.
    ///
    /// # Errors
    ///
    /// All faults, each with the path of what is wrong; the source is the id of the record. [`Error::is_record`] holds.
    ///
    /// ```
    /// use whosaid::Extractor;
    ///
    /// let mut record = Extractor::default().extract("“No,” said Orla Brenk.");
    /// assert!(record.check("“No,” said Orla Brenk.").is_ok());
    ///
    /// let error = record.check("“No.”").unwrap_err();
    /// assert_eq!(error.faults()[0].message(), "length is 26, and the text has 9 bytes");
    /// assert_eq!(error.faults()[0].advice(), "give the text that the record was made from, unchanged");
    ///
    /// record.mentions[0].end = 2;
    /// assert!(record.check("“No,” said Orla Brenk.").is_err());
    /// ```
    pub fn check(&self, text: &str) -> Result<(), Error> {
        self.faults(Some(text))
    }

    fn faults(&self, text: Option<&str>) -> Result<(), Error> {
        let name = if self.id.is_empty() { "record".to_owned() } else { shown(&self.id) };
        let mut entities = HashMap::with_capacity(self.entities.len());
        let counter = text.map(|text| Counter::new(text, self.offsets));
        let mut check = Check { record: self, text, counter, faults: Faults::of_record(&name) };
        check.whole();
        for (at, entity) in self.entities.iter().enumerate() {
            if let Some(first) = entities.insert(&*entity.id, at) {
                let message = format!("entities[{at}].id is `{}`, like that of entities[{first}]", shown(&entity.id));
                check.fault(message, "give every entity an id of its own");
            }
        }
        check.mentions(&entities);
        let mut pieces = Vec::with_capacity(self.quotations.len());
        for (at, quotation) in self.quotations.iter().enumerate() {
            check.quotation(at, quotation, &entities);
            pieces.extend(quotation.content.iter().map(|piece| (piece.start, Reverse(piece.end), at)));
        }
        check.nesting(pieces);
        Error::unless_clean([check.faults])
    }
}

/// Puts what serde found into the form of a fault.
fn tell(error: &serde_json::Error, faults: &mut Faults) {
    let whole = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    let reason = whole.strip_suffix(&place).unwrap_or(&whole);
    let (message, advice) = match reason.rsplit_once(", expected ") {
        Some((message, "usize")) => (message, "write a whole number, not less than 0".to_owned()),
        Some((message, expected)) if error.is_data() => (message, format!("write {}", shown(expected))),
        _ if reason.starts_with("missing field") => (reason, "add it".to_owned()),
        _ if reason.starts_with("duplicate field") => (reason, "say it once".to_owned()),
        _ => (reason, "give one record in JSON, as `whosaid extract` writes it".to_owned()),
    };
    // Serde counts the line breaks; what is wrong at the first byte is in column zero.
    faults.at((error.line().max(1), error.column().max(1)), shown(message), advice);
}

struct Check<'r, 't> {
    record: &'r Record<'r>,
    text: Option<&'t str>,
    counter: Option<Counter<'t>>,
    faults: Faults,
}

impl Check<'_, '_> {
    fn fault(&mut self, message: impl Into<String>, advice: impl Into<String>) {
        self.faults.unusable(message, advice);
    }

    /// What the record says of itself.
    fn whole(&mut self) {
        let Record { schema, length, offsets, .. } = self.record;
        if schema != SCHEMA {
            let message = format!("schema is `{}` instead of `{SCHEMA}`", shown(schema));
            self.fault(message, "read it with the version of whosaid that wrote it, or extract it again");
        }
        if let (Some(text), Some(counter)) = (self.text, &self.counter) {
            let count = counter.count(text.len());
            if count != *length {
                let message = format!("length is {length}, and the text has {count} {}", offsets.noun());
                self.fault(message, "give the text that the record was made from, unchanged");
            }
        }
    }

    fn mentions(&mut self, entities: &HashMap<&str, usize>) {
        let mut behind = 0;
        for (at, mention) in self.record.mentions.iter().enumerate() {
            let path = format!("mentions[{at}]");
            self.span(&path, mention.start, mention.end, &mention.text);
            self.order(&path, mention.start, behind);
            behind = behind.max(mention.end);
            self.entity(&path, mention.entity.as_deref(), entities);
        }
    }

    fn quotation(&mut self, at: usize, quotation: &QuotationRecord, entities: &HashMap<&str, usize>) {
        let path = format!("quotations[{at}]");
        if quotation.content.is_empty() {
            self.fault(format!("{path}.content is empty"), "leave out the quotation, or write its words");
        }
        self.slices(&format!("{path}.content"), &quotation.content);
        self.slices(&format!("{path}.quoted"), &quotation.quoted);
        let mut parts = quotation.content.iter().peekable();
        for (at, quoted) in quotation.quoted.iter().enumerate() {
            while parts.next_if(|part| part.end < quoted.end).is_some() {}
            if parts.peek().is_none_or(|part| quoted.start < part.start) {
                self.fault(format!("{path}.quoted[{at}] is outside of the content"), "quote words of the content");
            }
        }
        if let Some(cue) = &quotation.cue {
            self.span(&format!("{path}.cue"), cue.start, cue.end, &cue.text);
        }
        if !(0.0..=1.0).contains(&quotation.confidence) {
            self.fault(format!("{path}.confidence is {}", quotation.confidence), "write a number from 0 to 1");
        }
        for (voice, role) in [(&quotation.speaker, "speaker"), (&quotation.addressee, "addressee")] {
            if let Some(voice) = voice {
                self.voice(&format!("{path}.{role}"), voice, entities);
            }
        }
    }

    fn voice(&mut self, path: &str, voice: &SpeakerRecord, entities: &HashMap<&str, usize>) {
        match (voice.start, voice.end, &voice.text) {
            (Some(start), Some(end), Some(text)) => self.span(path, start, end, text),
            (None, None, None) => {}
            _ => self.fault(
                format!("{path} has only some of start, end and text"),
                "write all three, or null for all if nothing in the text stands for the speaker",
            ),
        }
        self.entity(path, voice.entity.as_deref(), entities);
        let Some(index) = voice.mention else { return };
        match self.record.mentions.get(index) {
            None => {
                let message = match self.record.mentions.len() {
                    0 => format!("{path}.mention is {index}, and there are no mentions"),
                    1 => format!("{path}.mention is {index}, and there is 1 mention"),
                    count => format!("{path}.mention is {index}, and there are {count} mentions"),
                };
                self.fault(message, "write the position of one of them, or null");
            }
            Some(mention) if mention.entity != voice.entity => self.fault(
                format!("{path} is of another entity than its mention, mentions[{index}]"),
                "write the same entity in both",
            ),
            Some(_) => {}
        }
    }

    fn entity(&mut self, path: &str, id: Option<&str>, entities: &HashMap<&str, usize>) {
        if let Some(id) = id.filter(|id| !entities.contains_key(id)) {
            let message = format!("{path}.entity is `{}`, which none of the entities has as its id", shown(id));
            self.fault(message, "write the id of one of them, or add it there");
        }
    }

    fn slices(&mut self, path: &str, slices: &[Slice]) {
        let mut behind = 0;
        for (at, slice) in slices.iter().enumerate() {
            let path = format!("{path}[{at}]");
            self.span(&path, slice.start, slice.end, &slice.text);
            self.order(&path, slice.start, behind);
            behind = behind.max(slice.end);
        }
    }

    fn order(&mut self, path: &str, start: usize, behind: usize) {
        if start < behind {
            let message = format!("{path}.start is {start}, and what comes before it ends at {behind}");
            self.fault(message, "write them in the order of the text, none overlapping another");
        }
    }

    fn span(&mut self, path: &str, start: usize, end: usize, words: &str) {
        let (all, unit) = (self.record.length, self.record.offsets.noun());
        if end <= start {
            let message = format!("{path} ends at {end}, and starts at {start}");
            return self.fault(message, "write a start that is less than the end");
        }
        if end > all {
            let message = format!("{path}.end is {end}, and the text has a length of {all}");
            return self.fault(message, "write offsets within the text");
        }
        let count = length(words, self.record.offsets);
        if count != end - start {
            let message = format!("{path}.text has {count} {unit}, and there are {} from start to end", end - start);
            return self.fault(message, format!("write the text between the two offsets, which count {unit}"));
        }
        let (Some(text), Some(counter)) = (self.text, &self.counter) else { return };
        match (counter.byte(start), counter.byte(end)) {
            (Ok(start), Ok(end)) if text[start..end] == *words => {}
            (Ok(start), Ok(end)) => {
                let message =
                    format!("{path}.text is `{}`, and the text has `{}`", shown(words), shown(&text[start..end]));
                self.fault(message, "give the text that the record was made from, unchanged");
            }
            (Err(Astray::Inside), _) => self.inside(path, "start", start),
            (_, Err(Astray::Inside)) => self.inside(path, "end", end),
            // The length is wrong, which has been said.
            (Err(Astray::Beyond), _) | (_, Err(Astray::Beyond)) => {}
        }
    }

    fn inside(&mut self, path: &str, field: &str, offset: usize) {
        let message = format!("{path}.{field} is {offset}, inside of a character");
        self.fault(message, format!("write offsets between characters, in {}", self.record.offsets.noun()));
    }

    /// Of the content of two quotations neither may begin inside the other and end outside of it.
    fn nesting(&mut self, mut pieces: Vec<(usize, Reverse<usize>, usize)>) {
        pieces.sort_unstable();
        // Those that have begun and not ended, the innermost last.
        let mut open: Vec<(usize, usize)> = Vec::new();
        for (start, Reverse(end), at) in pieces {
            while open.pop_if(|(end, _)| *end <= start).is_some() {}
            if let Some((_, outer)) = open.last().filter(|(outer, _)| *outer < end) {
                let message = format!("quotations[{at}] begins inside of quotations[{outer}] and ends outside of it");
                self.fault(message, "write quotations that are apart or nested");
            }
            open.push((end, at));
        }
        let start = |quotation: &QuotationRecord| quotation.content.first().map(|piece| piece.start);
        let late = self.record.quotations.windows(2).position(|pair| start(&pair[0]) > start(&pair[1]));
        if let Some(at) = late {
            let message = format!("quotations[{}] begins before quotations[{at}]", at + 1);
            self.fault(message, "write quotations in the order of the text");
        }
    }
}
