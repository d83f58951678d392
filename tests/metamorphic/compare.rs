//! What is left of the quotations of a text once it was edited.

use std::ops::Range;

use whosaid::{Origin, QuotationRecord, Record};

use crate::edits::Edited;

/// How the quotations of an edited text agree with those of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Agreement {
    pub(crate) quotations: usize,
    /// There is one of the same words, whose speaker is somebody else.
    pub(crate) other_speaker: usize,
    /// There is none of the same words.
    pub(crate) lost: usize,
    /// There was none of the same words.
    pub(crate) gained: usize,
    /// The content is the same to the letter.
    pub(crate) exact: usize,
    /// The speaker is the same too.
    pub(crate) unchanged: usize,
}

impl Agreement {
    pub(crate) fn differences(&self) -> usize {
        self.other_speaker + self.lost + self.gained
    }

    /// Counts a content that begins or ends elsewhere as well.
    pub(crate) fn differences_to_the_letter(&self) -> usize {
        self.quotations - self.unchanged + self.gained
    }

    pub(crate) fn add(&mut self, other: &Self) {
        self.quotations += other.quotations;
        self.other_speaker += other.other_speaker;
        self.lost += other.lost;
        self.gained += other.gained;
        self.exact += other.exact;
        self.unchanged += other.unchanged;
    }
}

pub(crate) fn content(quotation: &QuotationRecord) -> Vec<Range<usize>> {
    quotation.content.iter().map(|slice| slice.start..slice.end).collect()
}

fn length(spans: &[Range<usize>]) -> usize {
    spans.iter().map(Range::len).sum()
}

pub(crate) fn common(some: &[Range<usize>], others: &[Range<usize>]) -> usize {
    let pairs = some.iter().flat_map(|a| others.iter().map(move |b| (a, b)));
    pairs.map(|(a, b)| a.end.min(b.end).saturating_sub(a.start.max(b.start))).sum()
}

/// Whether most of the words are the same.
fn alike(some: &[Range<usize>], others: &[Range<usize>]) -> bool {
    let common = common(some, others);
    common * 2 > length(some) + length(others) - common
}

/// The quotations of the edited text with their places in the text before, and those of the text with the one that is
/// left of each.
pub(crate) fn agreement(record: &Record, edited: &Edited, found: &Record, note: &mut Vec<String>) -> Agreement {
    let moved: Vec<Vec<Range<usize>>> =
        found.quotations.iter().map(|it| content(it).iter().map(|span| edited.before(span)).collect()).collect();
    let mut taken = vec![false; moved.len()];
    let mut agreement = Agreement { quotations: record.quotations.len(), ..Agreement::default() };
    for quotation in &record.quotations {
        let spans = content(quotation);
        let told =
            || format!("{:?}, of {:?}", quotation.content[0].text, quotation.speaker.as_ref().map(|it| &it.name));
        let best = (0..moved.len()).filter(|&at| !taken[at]).max_by_key(|&at| common(&spans, &moved[at]));
        let Some(at) = best.filter(|&at| alike(&spans, &moved[at])) else {
            agreement.lost += 1;
            note.push(format!("lost: {}", told()));
            continue;
        };
        taken[at] = true;
        let exact = spans == moved[at];
        let same_speaker = same_speaker(quotation, &found.quotations[at], [record, found], edited);
        agreement.exact += usize::from(exact);
        agreement.other_speaker += usize::from(!same_speaker);
        agreement.unchanged += usize::from(exact && same_speaker);
        if !exact {
            let now: Vec<_> = found.quotations[at].content.iter().map(|it| &it.text).collect();
            note.push(format!("reads now {now:?}: {}", told()));
        }
        if !same_speaker {
            let now = found.quotations[at].speaker.as_ref().map(|it| &it.name);
            note.push(format!("now of {now:?}: {}", told()));
        }
    }
    for (at, _) in taken.iter().enumerate().filter(|(_, taken)| !**taken) {
        agreement.gained += 1;
        let new = &found.quotations[at];
        note.push(format!("new: {:?}, of {:?}", new.content[0].text, new.speaker.as_ref().map(|it| &it.name)));
    }
    agreement
}

/// The same entity, or one of that name where the text alone knows them; of those who are none, words at the same place.
fn same_speaker(one: &QuotationRecord, other: &QuotationRecord, records: [&Record; 2], edited: &Edited) -> bool {
    let (one, other) = match (&one.speaker, &other.speaker) {
        (None, None) => return true,
        (Some(one), Some(other)) => (one, other),
        _ => return false,
    };
    if let (Some(a), Some(b)) = (&one.entity, &other.entity) {
        let discovered = [(records[0], a), (records[1], b)]
            .iter()
            .all(|(record, id)| record.entity(id).is_some_and(|entity| entity.origin == Origin::Discovered));
        return a == b || discovered && letters(&one.name) == letters(&edited.without_insertions(&other.name));
    }
    if one.entity.is_some() || other.entity.is_some() {
        return false;
    }
    match (one.start.zip(one.end), other.start.zip(other.end)) {
        (Some((a, b)), Some((c, d))) => {
            let (here, there) = (a..b, edited.before(&(c..d)));
            here.start < there.end && there.start < here.end
        }
        _ => letters(&one.name) == letters(&edited.without_insertions(&other.name)),
    }
}

/// A name as it is read, without what edits put into it: it is spelt in the record as in the text.
fn letters(name: &str) -> String {
    let mut letters = String::new();
    let mut rest = name;
    while let Some(c) = rest.chars().next() {
        let entity =
            if c == '&' { rest.split_once(';').map_or(1, |(entity, _)| entity.len() + 1) } else { c.len_utf8() };
        rest = &rest[entity..];
        letters.extend(c.is_alphanumeric().then_some(c));
    }
    letters
}
