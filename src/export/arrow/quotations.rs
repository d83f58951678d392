//! The table of quotations.

use arrow_array::ArrayRef;
use arrow_array::builder::{ArrayBuilder, Float64Builder, Int64Builder, StringBuilder};
use arrow_schema::{DataType, Field};

use super::cells::{Cues, Pieces, ROW, Voices, number, numbers, strings};
use crate::export::{joined, word};
use crate::record::Record;

#[derive(Debug, Default)]
pub(super) struct Quotations {
    document: StringBuilder,
    quotation: Int64Builder,
    kind: StringBuilder,
    text: StringBuilder,
    content: Pieces,
    quoted: Pieces,
    cue: Cues,
    speaker: Voices,
    addressee: Voices,
    sieve: StringBuilder,
    confidence: Float64Builder,
}

impl Quotations {
    pub(super) fn fields() -> Vec<Field> {
        let mut fields = vec![
            strings("document"),
            numbers("quotation"),
            strings("kind"),
            strings("text"),
            Pieces::field("content"),
            Pieces::field("quoted"),
        ];
        fields.extend(Cues::fields());
        fields.extend(Voices::fields("speaker"));
        fields.extend(Voices::fields("addressee"));
        fields.push(strings("sieve").with_nullable(true));
        fields.push(Field::new("confidence", DataType::Float64, false));
        fields
    }

    pub(super) fn bytes(record: &Record) -> usize {
        let rows = record.quotations.iter().map(|quotation| {
            ROW + record.id.len()
                // Once in pieces and once joined.
                + 2 * Pieces::bytes(&quotation.content)
                + Pieces::bytes(&quotation.quoted)
                + Cues::bytes(quotation.cue.as_ref())
                + Voices::bytes(quotation.speaker.as_ref())
                + Voices::bytes(quotation.addressee.as_ref())
                + quotation.sieve.as_deref().map_or(0, str::len)
        });
        rows.sum()
    }

    pub(super) fn append(&mut self, record: &Record) {
        for (at, quotation) in record.quotations.iter().enumerate() {
            self.document.append_value(&record.id);
            self.quotation.append_value(number(at));
            self.kind.append_value(word(&quotation.kind));
            self.text.append_value(joined(&quotation.content));
            self.content.append(&quotation.content);
            self.quoted.append(&quotation.quoted);
            self.cue.append(quotation.cue.as_ref());
            self.speaker.append(quotation.speaker.as_ref());
            self.addressee.append(quotation.addressee.as_ref());
            self.sieve.append_option(quotation.sieve.as_deref());
            self.confidence.append_value(quotation.confidence);
        }
    }

    pub(super) fn finish(&mut self) -> Vec<ArrayRef> {
        let Self { document, quotation, kind, text, content, quoted, cue, speaker, addressee, sieve, confidence } =
            self;
        let begin: [&mut dyn ArrayBuilder; 4] = [document, quotation, kind, text];
        let end: [&mut dyn ArrayBuilder; 2] = [sieve, confidence];
        let mut columns: Vec<ArrayRef> = begin.map(ArrayBuilder::finish).into();
        columns.extend([content.finish(), quoted.finish()]);
        columns.extend(cue.finish());
        columns.extend(speaker.finish());
        columns.extend(addressee.finish());
        columns.extend(end.map(ArrayBuilder::finish));
        columns
    }
}
