//! Records that outlive the text and the gazetteer.

use std::borrow::Cow;

use super::{CueRecord, EntityRecord, MentionRecord, QuotationRecord, Record, Slice, SpeakerRecord};

fn owned(words: Cow<'_, str>) -> Cow<'static, str> {
    Cow::Owned(words.into_owned())
}

impl Record<'_> {
    /// The record with all its words copied.
    ///
    /// ```
    /// use whosaid::{Extractor, Record, Scratch};
    ///
    /// fn read(text: String) -> Record<'static> {
    ///     Extractor::default().extract_with(&mut Scratch::default(), &text).into_owned()
    /// }
    ///
    /// assert_eq!(read("“No,” said Orla Brenk.".to_owned()).mentions[0].text, "Orla Brenk");
    /// ```
    pub fn into_owned(self) -> Record<'static> {
        Record {
            schema: self.schema,
            id: self.id,
            offsets: self.offsets,
            length: self.length,
            entities: self.entities.into_iter().map(EntityRecord::into_owned).collect(),
            mentions: self.mentions.into_iter().map(MentionRecord::into_owned).collect(),
            quotations: self.quotations.into_iter().map(QuotationRecord::into_owned).collect(),
        }
    }
}

impl EntityRecord<'_> {
    fn into_owned(self) -> EntityRecord<'static> {
        EntityRecord {
            id: owned(self.id),
            kind: self.kind,
            name: owned(self.name),
            origin: self.origin,
            evidence: self.evidence,
            role: self.role.map(owned),
            country: self.country.map(owned),
            gender: self.gender,
            gender_from: self.gender_from,
            ids: self.ids.into_iter().map(|(scheme, id)| (owned(scheme), owned(id))).collect(),
        }
    }
}

impl MentionRecord<'_> {
    fn into_owned(self) -> MentionRecord<'static> {
        let Self { start, end, text, kind, entity, rule } = self;
        MentionRecord { start, end, text: owned(text), kind, entity: entity.map(owned), rule }
    }
}

impl Slice<'_> {
    fn into_owned(self) -> Slice<'static> {
        Slice { start: self.start, end: self.end, text: owned(self.text) }
    }
}

impl QuotationRecord<'_> {
    fn into_owned(self) -> QuotationRecord<'static> {
        QuotationRecord {
            kind: self.kind,
            content: self.content.into_iter().map(Slice::into_owned).collect(),
            quoted: self.quoted.into_iter().map(Slice::into_owned).collect(),
            cue: self.cue.map(CueRecord::into_owned),
            speaker: self.speaker.map(SpeakerRecord::into_owned),
            addressee: self.addressee.map(SpeakerRecord::into_owned),
            sieve: self.sieve,
            confidence: self.confidence,
        }
    }
}

impl CueRecord<'_> {
    fn into_owned(self) -> CueRecord<'static> {
        let Self { start, end, text, lemma, class, negated } = self;
        CueRecord { start, end, text: owned(text), lemma: owned(lemma), class, negated }
    }
}

impl SpeakerRecord<'_> {
    fn into_owned(self) -> SpeakerRecord<'static> {
        SpeakerRecord {
            start: self.start,
            end: self.end,
            text: self.text.map(owned),
            mention: self.mention,
            entity: self.entity.map(owned),
            name: owned(self.name),
        }
    }
}
