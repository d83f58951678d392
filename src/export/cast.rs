//! Who is in a record, how often, and how much they say.

use std::collections::HashMap;

use crate::record::{EntityRecord, QuotationRecord, Record};

/// Somebody, or something, in a document.
#[derive(Debug, PartialEq)]
pub(super) struct Member<'r> {
    /// What the record calls them.
    pub(super) name: &'r str,
    /// `None` for somebody who speaks and whom the text never names.
    pub(super) entity: Option<&'r EntityRecord<'r>>,
    pub(super) mentions: usize,
    pub(super) quotations: usize,
    /// The words they say. Those of a quotation inside a quotation count for the one who has the floor.
    pub(super) words: usize,
}

/// The members of a document: those who say most first, those who say nothing by their mentions.
#[derive(Debug)]
pub(super) struct Cast<'r> {
    pub(super) members: Vec<Member<'r>>,
    /// The member who speaks each quotation.
    pub(super) speakers: Vec<Option<usize>>,
    /// The words of all quotations, those without a speaker too.
    pub(super) words: usize,
}

impl<'r> Cast<'r> {
    pub(super) fn of(record: &'r Record<'r>) -> Self {
        let mut members: Vec<Member> = record.entities.iter().map(of_entity).collect();
        let mut by_key: HashMap<Key, usize> =
            record.entities.iter().enumerate().map(|(at, entity)| (Key::Entity(&entity.id), at)).collect();
        for entity in record.mentions.iter().filter_map(|mention| mention.entity.as_deref()) {
            if let Some(&at) = by_key.get(&Key::Entity(entity)) {
                members[at].mentions += 1;
            }
        }
        let mut speakers = Vec::with_capacity(record.quotations.len());
        let mut words = 0;
        let mut floor = 0;
        for quotation in &record.quotations {
            let start = quotation.content.first().map_or(0, |slice| slice.start);
            let said = if start < floor { 0 } else { words_of(quotation) };
            floor = floor.max(quotation.content.last().map_or(0, |slice| slice.end));
            words += said;
            let Some(speaker) = &quotation.speaker else {
                speakers.push(None);
                continue;
            };
            let key = speaker.entity.as_deref().map_or(Key::Name(&speaker.name), Key::Entity);
            let at = *by_key.entry(key).or_insert_with(|| {
                members.push(Member { name: &speaker.name, entity: None, mentions: 0, quotations: 0, words: 0 });
                members.len() - 1
            });
            members[at].quotations += 1;
            members[at].words += said;
            speakers.push(Some(at));
        }
        let mut order: Vec<usize> = (0..members.len()).collect();
        order.sort_by_key(|&at| {
            let Member { mentions, quotations, words, .. } = members[at];
            std::cmp::Reverse((quotations > 0, words, quotations, mentions))
        });
        Self::in_order(members, &order, speakers, words)
    }

    fn in_order(members: Vec<Member<'r>>, order: &[usize], speakers: Vec<Option<usize>>, words: usize) -> Self {
        let mut rank = vec![0; members.len()];
        for (new, &old) in order.iter().enumerate() {
            rank[old] = new;
        }
        let mut ranked: Vec<_> = members.into_iter().enumerate().collect();
        ranked.sort_by_key(|&(old, _)| rank[old]);
        Self {
            members: ranked.into_iter().map(|(_, member)| member).collect(),
            speakers: speakers.into_iter().map(|speaker| speaker.map(|old| rank[old])).collect(),
            words,
        }
    }

    /// Those who say something.
    pub(super) fn voices(&self) -> &[Member<'r>] {
        let end = self.members.partition_point(|member| member.quotations > 0);
        &self.members[..end]
    }

    /// Those who are named and say nothing.
    pub(super) fn silent(&self) -> &[Member<'r>] {
        &self.members[self.voices().len()..]
    }
}

#[derive(PartialEq, Eq, Hash)]
enum Key<'r> {
    Entity(&'r str),
    /// Of somebody without an entity: the same words are taken for the same speaker.
    Name(&'r str),
}

fn of_entity<'r>(entity: &'r EntityRecord<'r>) -> Member<'r> {
    Member { name: &entity.name, entity: Some(entity), mentions: 0, quotations: 0, words: 0 }
}

fn words_of(quotation: &QuotationRecord) -> usize {
    let has_letter = |word: &&str| word.contains(char::is_alphanumeric);
    quotation.content.iter().map(|slice| slice.text.split_whitespace().filter(has_letter).count()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extractor::Extractor;

    #[test]
    fn those_who_say_most_come_first() {
        let text = "Orla Brenk met Tomas Vardell in Paris. “No,” Brenk said.\n\nVardell said: “I told her, ‘Not \
                    now, not here,’ and I left.”\n\n“It was cold,” a neighbour said.\n";
        let record = Extractor::default().extract(text);
        let cast = Cast::of(&record);
        let said: Vec<_> = cast.voices().iter().map(|it| (it.name, it.mentions, it.words)).collect();
        assert_eq!(said[..2], [("Tomas Vardell", 4, 10), ("neighbour", 0, 3)], "{cast:?}");
        assert_eq!(said[2].0, "Orla Brenk");
        assert_eq!(cast.words, 14);
        assert_eq!(cast.members[cast.speakers[0].unwrap()].name, "Orla Brenk");
    }
}
