//! From the stages' values to the record.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::mem;

use super::offsets::{Counter, Offsets};
use super::{
    CueRecord, EntityRecord, GenderSource, MentionKind, MentionRecord, Origin, QuotationKind, QuotationRecord, Record,
    SCHEMA, Slice, SpeakerRecord,
};
use crate::attribution::{Attribution, Source};
use crate::gazetteer::{Entity, Gender, Kind};
use crate::mention::{Cast, Name, Referent, Rule};
use crate::quotation::{Discourse, Quotation, QuotationType};
use crate::reference::{Reference, References, Resolution, Shown};
use crate::report::ReportingClause;
use crate::span::Span;

/// Everything that a record is written from; the lists beside `discourse` follow its quotations.
pub(crate) struct Findings<'a, 'b, 't, 'l, 'g> {
    pub(crate) cast: Cast<'g>,
    pub(crate) discourse: &'a Discourse<'b, 't, 'l>,
    pub(crate) attributions: &'a [Option<Attribution>],
    pub(crate) references: &'a References,
    /// Quotations less sure are left out.
    pub(crate) minimum: f64,
}

pub(crate) fn record<'r>(findings: Findings<'_, '_, 'r, '_, 'r>, unit: Offsets) -> Record<'r> {
    let text = findings.discourse.syntax.text.source;
    let writer = Writer { text, counter: Counter::new(text, unit), findings };
    let mentions = writer.mentions();
    Record {
        schema: SCHEMA.into(),
        id: String::new(),
        offsets: unit,
        length: writer.counter.count(text.len()),
        quotations: writer.quotations(&mentions),
        mentions: mentions.iter().map(|mention| writer.mention(mention)).collect(),
        entities: entities(&mentions, writer.findings.cast.referents, &writer.findings.references.genders),
    }
}

/// A mention before its offsets are counted.
#[derive(Debug)]
struct Mention {
    span: Span,
    kind: MentionKind,
    referent: Option<usize>,
    rule: Rule,
    speaks: bool,
}

impl Mention {
    /// What refers so; none of a name, which is a mention already.
    fn of(reference: Reference, referent: Option<usize>, rule: Rule, speaks: bool) -> Option<Self> {
        let (span, kind) = match reference {
            Reference::Pronoun(span) => (span, MentionKind::Pronoun),
            Reference::Description(span) => (span, MentionKind::Description),
            Reference::Name(_) => return None,
        };
        Some(Self { span, kind, referent, rule, speaks })
    }

    /// Of two that overlap a name stays, then who speaks.
    fn rank(&self) -> (bool, bool) {
        (self.kind == MentionKind::Name, self.speaks)
    }

    /// In the order of the text, of those that begin together first the one that would stay. One number: there are many
    /// to compare.
    fn order(&self) -> u128 {
        let (is_name, speaks) = self.rank();
        let rank = u128::from(!is_name) << 1 | u128::from(!speaks);
        (self.span.start as u128) << 64 | rank << 62 | self.span.end as u128
    }
}

struct Writer<'a, 'b, 't, 'l, 'g> {
    text: &'t str,
    counter: Counter<'t>,
    findings: Findings<'a, 'b, 't, 'l, 'g>,
}

impl<'r> Writer<'_, '_, 'r, '_, 'r> {
    fn slice(&self, span: Span) -> Slice<'r> {
        Slice {
            start: self.counter.count(span.start),
            end: self.counter.count(span.end),
            text: span.of(self.text).into(),
        }
    }

    /// The quotations that the record has, without those that only go on with another and without what nobody said.
    fn is_written(&self, index: usize) -> bool {
        let quotation = &self.findings.discourse.quotations[index];
        match &self.findings.attributions[index] {
            Some(attribution) => !attribution.continues && attribution.confidence >= self.findings.minimum,
            None => quotation.standalone && self.findings.minimum <= 0.0,
        }
    }

    /// Names, and whatever else speaks or is spoken to, in the order of the text, none overlapping another.
    fn mentions(&self) -> Vec<Mention> {
        let names = &self.findings.cast.names;
        let mut others = self.others().into_iter().peekable();
        let mut kept = Vec::with_capacity(names.len() + others.len());
        let keep = |kept: &mut Vec<Mention>, mention: Mention| match kept.last_mut() {
            // `his brother`, who speaks, stays; so does a name inside a description, which gives way.
            Some(last) if last.span.overlaps(mention.span) => {
                if mention.rank() > last.rank() {
                    *last = mention;
                }
            }
            _ => kept.push(mention),
        };
        for name in names {
            let Name { span, referent, rule, .. } = *name;
            let name = Mention { span, kind: MentionKind::Name, referent: Some(referent), rule, speaks: false };
            let order = name.order();
            while let Some(other) = others.next_if(|other| other.order() < order) {
                keep(&mut kept, other);
            }
            keep(&mut kept, name);
        }
        others.for_each(|other| keep(&mut kept, other));
        kept
    }

    /// The pronouns and descriptions that speak or are spoken to, and those that were resolved, in the order of the text.
    fn others(&self) -> Vec<Mention> {
        let References { attributions, resolved, .. } = self.findings.references;
        let mut others = Vec::with_capacity(attributions.len() + resolved.len());
        let speaking = attributions.iter().flat_map(|known| [&known.source, &known.addressee]).flatten();
        others.extend(speaking.filter_map(|known| Mention::of(known.reference?, known.referent, known.rule, true)));
        for known in resolved {
            others.extend(Mention::of(known.reference, Some(known.referent), known.rule, false));
        }
        others.sort_by_key(Mention::order);
        others
    }

    fn mention(&self, mention: &Mention) -> MentionRecord<'r> {
        let Slice { start, end, text } = self.slice(mention.span);
        let entity = mention.referent.map(|referent| self.findings.cast.referents[referent].id.clone());
        MentionRecord { start, end, text, kind: mention.kind, entity, rule: mention.rule }
    }

    fn quotations(&self, mentions: &[Mention]) -> Vec<QuotationRecord<'r>> {
        let quotations = &self.findings.discourse.quotations;
        let mut written: Vec<QuotationRecord<'r>> = Vec::with_capacity(quotations.len());
        // Where each is in the record.
        let mut places = vec![None; quotations.len()];
        for index in 0..quotations.len() {
            if self.is_written(index) {
                places[index] = Some(written.len());
                written.push(self.quotation(index, mentions));
                continue;
            }
            let Some(Attribution { source: Source::SameAs(other), continues: true, .. }) =
                &self.findings.attributions[index]
            else {
                continue;
            };
            places[index] = places[*other];
            if let Some(place) = places[*other] {
                let quotation = &quotations[index];
                let discourse = self.findings.discourse;
                written[place].content.extend(discourse.content(quotation).map(|span| self.slice(span)));
                written[place].quoted.extend(discourse.quoted(quotation).map(|span| self.slice(span)));
            }
        }
        written
    }

    fn quotation(&self, index: usize, mentions: &[Mention]) -> QuotationRecord<'r> {
        let discourse = self.findings.discourse;
        let quotation = &discourse.quotations[index];
        let attribution = self.findings.attributions[index].as_ref();
        let resolved = &self.findings.references.attributions[index];
        let speaker = |resolution: &Option<Resolution>| resolution.as_ref().map(|known| self.speaker(known, mentions));
        QuotationRecord {
            kind: match quotation.kind {
                QuotationType::Direct => QuotationKind::Direct,
                QuotationType::Mixed => QuotationKind::Mixed,
                QuotationType::Indirect => QuotationKind::Indirect,
            },
            content: discourse.content(quotation).map(|span| self.slice(span)).collect(),
            quoted: self.quoted(quotation),
            cue: attribution.and_then(|found| found.cue).map(|report| self.cue(&discourse.reports[report])),
            speaker: speaker(&resolved.source),
            addressee: speaker(&resolved.addressee),
            sieve: attribution.map(|found| found.sieve.name().into()),
            confidence: attribution.map_or(0.0, |found| found.confidence),
        }
    }

    fn quoted(&self, quotation: &Quotation) -> Vec<Slice<'r>> {
        // Most have one quoted span or none, and a list that grows would begin with room for four.
        let mut quoted = Vec::with_capacity(quotation.quoted_spans.len());
        quoted.extend(self.findings.discourse.quoted(quotation).map(|span| self.slice(span)));
        quoted
    }

    fn cue(&self, report: &ReportingClause) -> CueRecord<'r> {
        let Slice { start, end, text } = self.slice(self.findings.discourse.syntax.span(report.group.clone()));
        let cue = report.cue;
        let lemma = match cue.particle {
            "" => cue.lemma.into(),
            particle => [cue.lemma, particle].join(" ").into(),
        };
        CueRecord { start, end, text, lemma, class: cue.class, negated: report.negated }
    }

    fn speaker(&self, known: &Resolution, mentions: &[Mention]) -> SpeakerRecord<'r> {
        let slice = known.span.map(|span| self.slice(span));
        let mention = known.reference.map(|reference| match reference {
            Reference::Name(name) => self.findings.cast.names[name].span,
            Reference::Pronoun(span) | Reference::Description(span) => span,
        });
        SpeakerRecord {
            start: slice.as_ref().map(|slice| slice.start),
            end: slice.as_ref().map(|slice| slice.end),
            text: slice.map(|slice| slice.text),
            // Mentions are in the order of the text.
            mention: mention.and_then(|span| {
                let at = mentions.partition_point(|known| known.span.start < span.start);
                mentions.get(at).is_some_and(|known| known.span == span).then_some(at)
            }),
            entity: known.referent.map(|referent| self.findings.cast.referents[referent].id.clone()),
            name: match (known.referent, known.words) {
                (Some(referent), _) => self.findings.cast.referents[referent].name.clone(),
                (None, words) => words.map_or("".into(), |words| on_one_line(words.of(self.text))),
            },
        }
    }
}

/// The words with single spaces between them, as nearly all of them have.
fn on_one_line(words: &str) -> Cow<'_, str> {
    let mut before = ' ';
    let plain = words.chars().all(|c| {
        let fits = if c == ' ' { before != ' ' } else { !c.is_whitespace() };
        before = c;
        fits
    });
    if plain && before != ' ' {
        return words.into();
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ").into()
}

/// What the record has of a referent up to some mention.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    /// Its position among the entities.
    place: usize,
    /// The rules that have found mentions of it, a bit each; none if it is not among them.
    rules: u32,
}

/// More rules than these seldom find mentions of one entity.
const RULES: usize = 8;

/// Those whom the mentions stand for, in the order of their first mention, with all that the cast knows of them.
fn entities<'r>(mentions: &[Mention], mut referents: Vec<Referent<'r>>, genders: &[Shown]) -> Vec<EntityRecord<'r>> {
    let mut seen = vec![Seen::default(); referents.len()];
    let mut entities: Vec<EntityRecord> = Vec::with_capacity(referents.len());
    for mention in mentions {
        let Some(index) = mention.referent else { continue };
        let Seen { place, rules } = seen[index];
        let rule = 1 << mention.rule as u32;
        if rules & rule != 0 {
            continue;
        }
        seen[index].rules |= rule;
        if rules != 0 {
            entities[place].evidence.push(mention.rule);
            continue;
        }
        seen[index].place = entities.len();
        let Referent { known, ref mut id, ref mut name, kind, .. } = referents[index];
        let mut ids = BTreeMap::new();
        for (scheme, value) in known.into_iter().flat_map(|entity| entity.identifiers()) {
            // Of several of one scheme the first stays.
            ids.entry(scheme.into()).or_insert_with(|| value.into());
        }
        let gender = (kind == Kind::Person).then(|| gender(known, genders[index])).flatten();
        let mut evidence = Vec::with_capacity(RULES);
        evidence.push(mention.rule);
        entities.push(EntityRecord {
            id: mem::take(id),
            kind,
            name: mem::take(name),
            origin: if known.is_some() { Origin::Gazetteer } else { Origin::Discovered },
            evidence,
            role: known.and_then(|entity| entity.titles().next()).map(Cow::Borrowed),
            country: known.and_then(|entity| entity.country()).map(Cow::Borrowed),
            gender: gender.map(|(gender, _)| gender),
            gender_from: gender.map(|(_, source)| source),
            ids,
        });
    }
    entities
}

/// The gender, and from where it is known.
fn gender(known: Option<&Entity>, shown: Shown) -> Option<(Gender, GenderSource)> {
    match (known.and_then(Entity::gender), shown) {
        (Some(gender), _) => Some((gender, GenderSource::Gazetteer)),
        (None, Shown { gender: Some(gender), sure: true }) => Some((gender, GenderSource::Pronoun)),
        (None, Shown { gender: Some(gender), sure: false }) => Some((gender, GenderSource::Name)),
        (None, Shown { gender: None, .. }) => None,
    }
}
