//! Columns that belong together: the pieces of a text, a cue, a voice.

use arrow_array::ArrayRef;
use arrow_array::builder::{ArrayBuilder, BooleanBuilder, Int64Builder, ListBuilder, StringBuilder, StructBuilder};
use arrow_schema::{DataType, Field, Fields};

use crate::record::{CueRecord, Slice, SpeakerRecord};

/// What a row costs beside its strings, roughly: its numbers, and where its strings begin.
pub(super) const ROW: usize = 128;

/// Offsets and positions are signed, because not every reader has others, and because differences of them are.
pub(super) fn number(value: usize) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

pub(super) fn strings(name: &str) -> Field {
    Field::new(name, DataType::Utf8, false)
}

pub(super) fn numbers(name: &str) -> Field {
    Field::new(name, DataType::Int64, false)
}

/// The field of a list of structures, none of which is null.
pub(super) fn list(name: &str, fields: Fields) -> Field {
    Field::new(name, DataType::List(item(fields).into()), false)
}

fn item(fields: Fields) -> Field {
    Field::new("item", DataType::Struct(fields), false)
}

pub(super) fn list_builder(fields: Fields) -> ListBuilder<StructBuilder> {
    let builders: Vec<Box<dyn ArrayBuilder>> = fields
        .iter()
        .map(|field| match field.data_type() {
            DataType::Int64 => Box::new(Int64Builder::new()) as Box<dyn ArrayBuilder>,
            _ => Box::new(StringBuilder::new()),
        })
        .collect();
    ListBuilder::new(StructBuilder::new(fields.clone(), builders)).with_field(item(fields))
}

/// Pieces of the text.
#[derive(Debug)]
pub(super) struct Pieces(ListBuilder<StructBuilder>);

impl Pieces {
    fn fields() -> Fields {
        Fields::from(vec![numbers("start"), numbers("end"), strings("text")])
    }

    pub(super) fn field(name: &str) -> Field {
        list(name, Self::fields())
    }

    pub(super) fn bytes(pieces: &[Slice]) -> usize {
        pieces.iter().map(|piece| 2 * size_of::<i64>() + piece.text.len()).sum()
    }

    pub(super) fn append(&mut self, pieces: &[Slice]) {
        let values = self.0.values();
        for piece in pieces {
            for (at, offset) in [piece.start, piece.end].into_iter().enumerate() {
                values.field_builder::<Int64Builder>(at).expect("numbers").append_value(number(offset));
            }
            values.field_builder::<StringBuilder>(2).expect("strings").append_value(&piece.text);
            values.append(true);
        }
        self.0.append(true);
    }

    pub(super) fn finish(&mut self) -> ArrayRef {
        ArrayBuilder::finish(&mut self.0)
    }
}

impl Default for Pieces {
    fn default() -> Self {
        Self(list_builder(Self::fields()))
    }
}

/// The columns of the reporting word.
#[derive(Debug, Default)]
pub(super) struct Cues {
    start: Int64Builder,
    end: Int64Builder,
    text: StringBuilder,
    lemma: StringBuilder,
    class: StringBuilder,
    negated: BooleanBuilder,
}

impl Cues {
    pub(super) fn fields() -> [Field; 6] {
        [
            numbers("cue_start"),
            numbers("cue_end"),
            strings("cue_text"),
            strings("cue_lemma"),
            strings("cue_class"),
            Field::new("cue_negated", DataType::Boolean, false),
        ]
        .map(|field| field.with_nullable(true))
    }

    pub(super) fn bytes(cue: Option<&CueRecord>) -> usize {
        cue.map_or(0, |cue| cue.text.len() + cue.lemma.len() + cue.class.as_str().len())
    }

    pub(super) fn append(&mut self, cue: Option<&CueRecord>) {
        self.start.append_option(cue.map(|cue| number(cue.start)));
        self.end.append_option(cue.map(|cue| number(cue.end)));
        self.text.append_option(cue.map(|cue| &cue.text));
        self.lemma.append_option(cue.map(|cue| &cue.lemma));
        self.class.append_option(cue.map(|cue| cue.class.as_str()));
        self.negated.append_option(cue.map(|cue| cue.negated));
    }

    pub(super) fn finish(&mut self) -> [ArrayRef; 6] {
        let Self { start, end, text, lemma, class, negated } = self;
        let builders: [&mut dyn ArrayBuilder; 6] = [start, end, text, lemma, class, negated];
        builders.map(ArrayBuilder::finish)
    }
}

/// The columns of a speaker or an addressee.
#[derive(Debug, Default)]
pub(super) struct Voices {
    start: Int64Builder,
    end: Int64Builder,
    text: StringBuilder,
    mention: Int64Builder,
    entity: StringBuilder,
    name: StringBuilder,
}

impl Voices {
    pub(super) fn fields(role: &str) -> [Field; 6] {
        let named = |part: &str| format!("{role}_{part}");
        [
            numbers(&named("start")),
            numbers(&named("end")),
            strings(&named("text")),
            numbers(&named("mention")),
            strings(&named("entity")),
            strings(&named("name")),
        ]
        .map(|field| field.with_nullable(true))
    }

    pub(super) fn bytes(voice: Option<&SpeakerRecord>) -> usize {
        let length = |text: Option<&str>| text.map_or(0, str::len);
        voice.map_or(0, |voice| length(voice.text.as_deref()) + length(voice.entity.as_deref()) + voice.name.len())
    }

    pub(super) fn append(&mut self, voice: Option<&SpeakerRecord>) {
        self.start.append_option(voice.and_then(|voice| voice.start).map(number));
        self.end.append_option(voice.and_then(|voice| voice.end).map(number));
        self.text.append_option(voice.and_then(|voice| voice.text.as_deref()));
        self.mention.append_option(voice.and_then(|voice| voice.mention).map(number));
        self.entity.append_option(voice.and_then(|voice| voice.entity.as_deref()));
        self.name.append_option(voice.map(|voice| &voice.name));
    }

    pub(super) fn finish(&mut self) -> [ArrayRef; 6] {
        let Self { start, end, text, mention, entity, name } = self;
        let builders: [&mut dyn ArrayBuilder; 6] = [start, end, text, mention, entity, name];
        builders.map(ArrayBuilder::finish)
    }
}
