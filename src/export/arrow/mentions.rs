//! The table of mentions.

use std::collections::HashMap;

use arrow_array::ArrayRef;
use arrow_array::builder::{ArrayBuilder, Int64Builder, ListBuilder, StringBuilder, StructBuilder};
use arrow_schema::{Field, Fields};

use super::cells::{ROW, list, list_builder, number, numbers, strings};
use crate::export::word;
use crate::record::{EntityRecord, MentionRecord, Record};

#[derive(Debug)]
pub(super) struct Mentions {
    document: StringBuilder,
    mention: Int64Builder,
    start: Int64Builder,
    end: Int64Builder,
    text: StringBuilder,
    kind: StringBuilder,
    rule: StringBuilder,
    entity: StringBuilder,
    entity_kind: StringBuilder,
    name: StringBuilder,
    origin: StringBuilder,
    role: StringBuilder,
    country: StringBuilder,
    gender: StringBuilder,
    gender_from: StringBuilder,
    ids: ListBuilder<StructBuilder>,
}

impl Default for Mentions {
    fn default() -> Self {
        Self {
            document: StringBuilder::new(),
            mention: Int64Builder::new(),
            start: Int64Builder::new(),
            end: Int64Builder::new(),
            text: StringBuilder::new(),
            kind: StringBuilder::new(),
            rule: StringBuilder::new(),
            entity: StringBuilder::new(),
            entity_kind: StringBuilder::new(),
            name: StringBuilder::new(),
            origin: StringBuilder::new(),
            role: StringBuilder::new(),
            country: StringBuilder::new(),
            gender: StringBuilder::new(),
            gender_from: StringBuilder::new(),
            ids: list_builder(ids()),
        }
    }
}

fn ids() -> Fields {
    Fields::from(vec![strings("scheme"), strings("id")])
}

impl Mentions {
    pub(super) fn fields() -> Vec<Field> {
        let mut fields = vec![
            strings("document"),
            numbers("mention"),
            numbers("start"),
            numbers("end"),
            strings("text"),
            strings("kind"),
            strings("rule"),
        ];
        let entity = [
            "entity",
            "entity_kind",
            "entity_name",
            "entity_origin",
            "entity_role",
            "entity_country",
            "entity_gender",
            "entity_gender_from",
        ]
        .map(strings);
        fields.extend(entity.map(|field| field.with_nullable(true)));
        fields.push(list("entity_ids", ids()));
        fields
    }

    pub(super) fn bytes(record: &Record) -> usize {
        let rows = each(record).map(|(mention, entity)| {
            let ids = entity.into_iter().flat_map(|entity| &entity.ids);
            let texts = [
                Some(&*record.id),
                Some(&*mention.text),
                mention.entity.as_deref(),
                entity.map(|entity| &*entity.name),
                entity.and_then(|entity| entity.role.as_deref()),
            ];
            ROW + texts.into_iter().flatten().map(str::len).sum::<usize>()
                + ids.map(|(scheme, id)| scheme.len() + id.len() + 2 * size_of::<i32>()).sum::<usize>()
        });
        rows.sum()
    }

    pub(super) fn append(&mut self, record: &Record) {
        for (at, (mention, entity)) in each(record).enumerate() {
            self.document.append_value(&record.id);
            self.mention.append_value(number(at));
            self.start.append_value(number(mention.start));
            self.end.append_value(number(mention.end));
            self.text.append_value(&mention.text);
            self.kind.append_value(word(&mention.kind));
            self.rule.append_value(mention.rule.as_str());
            self.entity.append_option(mention.entity.as_deref());
            self.entity_kind.append_option(entity.map(|entity| entity.kind.as_str()));
            self.name.append_option(entity.map(|entity| &entity.name));
            self.origin.append_option(entity.map(|entity| word(&entity.origin)));
            self.role.append_option(entity.and_then(|entity| entity.role.as_deref()));
            self.country.append_option(entity.and_then(|entity| entity.country.as_deref()));
            self.gender.append_option(entity.and_then(|entity| Some(entity.gender?.as_str())));
            self.gender_from.append_option(entity.and_then(|entity| Some(word(&entity.gender_from?))));
            let ids = self.ids.values();
            for pair in entity.into_iter().flat_map(|entity| &entity.ids) {
                for (at, word) in [pair.0, pair.1].into_iter().enumerate() {
                    ids.field_builder::<StringBuilder>(at).expect("strings").append_value(word);
                }
                ids.append(true);
            }
            self.ids.append(true);
        }
    }

    pub(super) fn finish(&mut self) -> Vec<ArrayRef> {
        let builders: [&mut dyn ArrayBuilder; 16] = [
            &mut self.document,
            &mut self.mention,
            &mut self.start,
            &mut self.end,
            &mut self.text,
            &mut self.kind,
            &mut self.rule,
            &mut self.entity,
            &mut self.entity_kind,
            &mut self.name,
            &mut self.origin,
            &mut self.role,
            &mut self.country,
            &mut self.gender,
            &mut self.gender_from,
            &mut self.ids,
        ];
        builders.map(ArrayBuilder::finish).into()
    }
}

/// The mentions with their entities.
fn each<'r, 't>(record: &'r Record<'t>) -> impl Iterator<Item = (&'r MentionRecord<'t>, Option<&'r EntityRecord<'t>>)> {
    let entities: HashMap<&str, &EntityRecord> = record.entities.iter().map(|entity| (&*entity.id, entity)).collect();
    record
        .mentions
        .iter()
        .map(move |mention| (mention, mention.entity.as_deref().and_then(|id| entities.get(id).copied())))
}
