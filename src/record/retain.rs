//! Records with less in them.

use std::collections::HashSet;

use super::{EntityRecord, Record, SpeakerRecord};

impl Record<'_> {
    /// Keeps the entities for which `keep` is true, and the mentions that stand for one of them.
    ///
    /// The quotations stay, with all their words and speakers. A speaker whose entity or mention is gone still has the name
    /// and the phrase, as somebody whom the text never names. To leave out quotations, write
    /// `record.quotations.retain(…)`: nothing in a record refers to them. The time is linear in the record.
    ///
    /// ```
    /// use whosaid::{Extractor, Kind};
    ///
    /// let mut record = Extractor::default().extract("“No,” said Orla Brenk in the Velmar River.");
    /// record.retain_entities(|entity| entity.kind == Kind::Place);
    /// assert_eq!(record.mentions.len(), 1);
    /// assert_eq!(record.mentions[0].text, "Velmar River");
    /// let speaker = record.quotations[0].speaker.as_ref().unwrap();
    /// assert_eq!((&*speaker.name, speaker.entity.as_deref()), ("Orla Brenk", None));
    /// ```
    pub fn retain_entities(&mut self, keep: impl FnMut(&EntityRecord) -> bool) {
        self.entities.retain(keep);
        let kept: HashSet<&str> = self.entities.iter().map(|entity| &*entity.id).collect();
        let is_kept = |id: &str| kept.contains(id);

        let mut positions = Vec::with_capacity(self.mentions.len());
        let mut position = 0;
        self.mentions.retain(|mention| {
            let stays = mention.entity.as_deref().is_some_and(is_kept);
            positions.push(stays.then_some(position));
            position += usize::from(stays);
            stays
        });
        for quotation in &mut self.quotations {
            for speaker in [&mut quotation.speaker, &mut quotation.addressee].into_iter().flatten() {
                let SpeakerRecord { mention, entity, .. } = speaker;
                *mention = mention.and_then(|old| positions.get(old).copied().flatten());
                if !entity.as_deref().is_some_and(is_kept) {
                    *entity = None;
                }
            }
        }
    }
}
