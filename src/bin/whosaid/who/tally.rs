//! Who speaks in one text, and how much.

use std::collections::{BTreeMap, HashMap};
use std::ops::AddAssign;

use whosaid::{EntityRecord, Gender, GenderSource, Kind, Origin, QuotationKind, QuotationRecord, Record};

/// Counts of quotations.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sum {
    pub(super) quotations: usize,
    /// Words between quotation marks.
    pub(super) quoted: usize,
    /// The other words of what is said.
    pub(super) reported: usize,
    /// Of all quotations together.
    confidence: f64,
}

impl Sum {
    pub(super) fn words(&self) -> usize {
        self.quoted + self.reported
    }

    /// The mean, if there is anything.
    pub(super) fn confidence(&self) -> Option<f64> {
        (self.quotations > 0).then(|| self.confidence / self.quotations as f64)
    }
}

impl AddAssign for Sum {
    fn add_assign(&mut self, other: Self) {
        self.quotations += other.quotations;
        self.quoted += other.quoted;
        self.reported += other.reported;
        self.confidence += other.confidence;
    }
}

/// By what two speakers are told apart.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Identity {
    /// The gazetteer's id: one and the same in all texts.
    Gazetteer(String),
    /// An id made from the name: all who bear it, in whatever text.
    Name(String),
    /// The words of a text that names nobody; they mean nobody in another text.
    Document(String),
}

/// Somebody who speaks in one text.
#[derive(Debug)]
pub(super) struct Voice {
    pub(super) identity: Identity,
    pub(super) name: String,
    pub(super) kind: Option<Kind>,
    pub(super) role: Option<String>,
    pub(super) gender: Option<(Gender, GenderSource)>,
    pub(super) sum: Sum,
}

/// All that is kept of one text.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pub(super) document: String,
    pub(super) voices: Vec<Voice>,
    /// Quotations whose speaker nobody knows.
    pub(super) without_speaker: Sum,
    /// Direct, mixed and indirect ones.
    pub(super) kinds: [Sum; 3],
}

impl Tally {
    /// Counts the quotations that are at least so sure.
    pub(super) fn of(record: &Record, min_confidence: f64) -> Self {
        let entities: HashMap<&str, &EntityRecord> =
            record.entities.iter().map(|entity| (&*entity.id, entity)).collect();
        let mut places: HashMap<Identity, usize> = HashMap::new();
        let mut tally = Self { document: record.id.clone(), ..Self::default() };
        let mut floor = Floor::default();
        for quotation in &record.quotations {
            let is_inside = floor.take(quotation);
            if quotation.confidence < min_confidence {
                continue;
            }
            let sum = sum(quotation, is_inside);
            tally.kinds[match quotation.kind {
                QuotationKind::Direct => 0,
                QuotationKind::Mixed => 1,
                _ => 2,
            }] += sum;
            let Some(speaker) = &quotation.speaker else {
                tally.without_speaker += sum;
                continue;
            };
            let entity = speaker.entity.as_deref().and_then(|id| entities.get(id).copied());
            let identity = match entity {
                Some(entity) if entity.origin == Origin::Gazetteer => Identity::Gazetteer(entity.id.to_string()),
                Some(entity) => Identity::Name(entity.id.to_string()),
                None => Identity::Document(speaker.name.to_lowercase()),
            };
            let place = *places.entry(identity.clone()).or_insert_with(|| {
                tally.voices.push(voice(identity, entity, &speaker.name));
                tally.voices.len() - 1
            });
            tally.voices[place].sum += sum;
        }
        tally
    }
}

fn voice(identity: Identity, entity: Option<&EntityRecord>, name: &str) -> Voice {
    let gender = match (entity, &identity) {
        (Some(entity), _) => entity.gender.zip(entity.gender_from),
        // A pronoun for whom nobody was found.
        (None, Identity::Document(words)) if words == "she" => Some((Gender::Female, GenderSource::Pronoun)),
        (None, Identity::Document(words)) if words == "he" => Some((Gender::Male, GenderSource::Pronoun)),
        _ => None,
    };
    Voice {
        identity,
        name: entity.map_or(name, |entity| &entity.name).to_owned(),
        kind: entity.map(|entity| entity.kind),
        role: entity.and_then(|entity| entity.role.as_deref()).map(str::to_owned),
        gender,
        sum: Sum::default(),
    }
}

fn sum(quotation: &QuotationRecord, is_inside: bool) -> Sum {
    let words = |text: &str| text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
    let all = |slices: &[whosaid::Slice]| slices.iter().map(|slice| words(&slice.text)).sum::<usize>();
    let (quoted, said) = if is_inside { (0, 0) } else { (all(&quotation.quoted), all(&quotation.content)) };
    Sum { quotations: 1, quoted, reported: said.saturating_sub(quoted), confidence: quotation.confidence }
}

/// The pieces of those quotations that are not inside of others, from start to end.
#[derive(Default)]
struct Floor(BTreeMap<usize, usize>);

impl Floor {
    /// Whether the quotation is inside of one before it; if not, others may be inside of it.
    fn take(&mut self, quotation: &QuotationRecord) -> bool {
        let Some(first) = quotation.content.first() else { return false };
        let outer = self.0.range(..=first.start).next_back();
        if outer.is_some_and(|(_, end)| first.end <= *end) {
            return true;
        }
        self.0.extend(quotation.content.iter().map(|piece| (piece.start, piece.end)));
        false
    }
}
