//! From the stages' values to the record.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::mem;

use super::offsets::{Counter, Offsets};
use super::{
    CueRecord, EntityRecord, GenderSource, MentionKind, MentionRecord, Origin, QuotationKind, QuotationRecord, Record,
    SCHEMA, Slice, SpeakerRecord,
};
use crate::attribution::{Attribution, Source};
use crate::gazetteer::{Entity, Gender, Kind};
use crate::mention::{Name, Referent, Rule};
use crate::quotation::{Discourse, Form, Quotation, Report};
use crate::reference::{Reference, References, Resolution, Shown};
use crate::span::Span;

/// Everything that a record is written from; the lists beside `discourse` follow its quotations.
pub(crate) struct Findings<'a, 'b, 't, 'l, 'g> {
    pub(crate) referents: Vec<Referent<'g>>,
    /// In the order of the text; no two overlap.
    pub(crate) names: &'a [Name],
    pub(crate) discourse: &'a Discourse<'b, 't, 'l>,
    pub(crate) attributions: &'a [Option<Attribution>],
    pub(crate) references: &'a References,
    /// Quotations less sure are left out.
    pub(crate) minimum: f64,
}

/// Space that the mentions of one record after the other are collected in.
#[derive(Debug, Default)]
pub(crate) struct Space {
    others: Vec<Mention>,
    kept: Vec<Mention>,
}

pub(crate) fn record<'r>(
    findings: Findings<'_, '_, 'r, '_, 'r>,
    unit: Offsets,
    Space { others, kept: mentions }: &mut Space,
) -> Record<'r> {
    let text = findings.discourse.narration.text.source;
    let writer = Writer { text, counter: Counter::new(text, unit), findings };
    writer.mentions(others, mentions);
    Record {
        schema: SCHEMA.into(),
        id: String::new(),
        offsets: unit,
        length: writer.counter.count(text.len()),
        quotations: writer.quotations(mentions),
        mentions: mentions.iter().map(|mention| writer.mention(mention)).collect(),
        entities: entities(mentions, writer.findings.referents, &writer.findings.references.genders),
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
    /// Of two that overlap a name stays, then who speaks.
    fn rank(&self) -> (bool, bool) {
        (self.kind == MentionKind::Name, self.speaks)
    }

    /// In the order of the text, of those that begin together first the one that would stay.
    fn order(&self) -> (usize, Reverse<(bool, bool)>, usize) {
        (self.span.start, Reverse(self.rank()), self.span.end)
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

    /// Puts into `kept` names, and whatever else speaks or is spoken to, in the order of the text, none overlapping another.
    fn mentions(&self, others: &mut Vec<Mention>, kept: &mut Vec<Mention>) {
        let names = self.findings.names;
        self.others(others);
        // Names are in order already: they are most of all, and sorted with the others they would cost the most.
        others.sort_by_key(Mention::order);
        kept.clear();
        kept.reserve(names.len() + others.len());
        let mut others = others.drain(..).peekable();
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
            while let Some(other) = others.next_if(|other| other.order() < name.order()) {
                keep(kept, other);
            }
            keep(kept, name);
        }
        others.for_each(|other| keep(kept, other));
    }

    /// Puts into the list the pronouns and descriptions that speak, are spoken to or were resolved.
    fn others(&self, others: &mut Vec<Mention>) {
        let References { voices, resolved, .. } = self.findings.references;
        others.clear();
        others.reserve(resolved.len() + voices.len());
        let voices = voices.iter().flat_map(|voices| [&voices.speaker, &voices.addressee]);
        let speaking = voices.flatten().filter_map(|known| Some((known.reference?, known.referent, known.rule, true)));
        let resolved = resolved.iter().map(|known| (known.reference, Some(known.referent), known.rule, false));
        let mention = |(reference, referent, rule, speaks)| {
            let (span, kind) = match reference {
                Reference::Pronoun(span) => (span, MentionKind::Pronoun),
                Reference::Description(span) => (span, MentionKind::Description),
                Reference::Name(_) => return None,
            };
            Some(Mention { span, kind, referent, rule, speaks })
        };
        others.extend(speaking.chain(resolved).filter_map(mention));
    }

    fn mention(&self, mention: &Mention) -> MentionRecord<'r> {
        let Slice { start, end, text } = self.slice(mention.span);
        let entity = mention.referent.map(|referent| self.findings.referents[referent].id.clone());
        MentionRecord { start, end, text, kind: mention.kind, entity, rule: mention.rule }
    }

    fn quotations(&self, mentions: &[Mention]) -> Vec<QuotationRecord<'r>> {
        let quotations = &self.findings.discourse.quotations;
        let mut written: Vec<QuotationRecord<'r>> = Vec::with_capacity(quotations.len());
        let mut places: Vec<Option<usize>> = vec![None; quotations.len()];
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
        let voices = &self.findings.references.voices[index];
        let speaker = |resolution: &Option<Resolution>| resolution.as_ref().map(|known| self.speaker(known, mentions));
        QuotationRecord {
            kind: match quotation.form {
                Form::Direct => QuotationKind::Direct,
                Form::Mixed => QuotationKind::Mixed,
                Form::Indirect => QuotationKind::Indirect,
            },
            content: discourse.content(quotation).map(|span| self.slice(span)).collect(),
            quoted: self.quoted(quotation),
            cue: attribution.and_then(|found| found.cue).map(|report| self.cue(&discourse.reports[report])),
            speaker: speaker(&voices.speaker),
            addressee: speaker(&voices.addressee),
            sieve: attribution.map(|found| found.sieve.name().into()),
            confidence: attribution.map_or(0.0, |found| found.confidence),
        }
    }

    fn quoted(&self, quotation: &Quotation) -> Vec<Slice<'r>> {
        // Most have one stretch or none, and a list that grows would begin with room for four.
        let mut quoted = Vec::with_capacity(quotation.stretches.len());
        quoted.extend(self.findings.discourse.quoted(quotation).map(|span| self.slice(span)));
        quoted
    }

    fn cue(&self, report: &Report) -> CueRecord<'r> {
        let Slice { start, end, text } = self.slice(self.findings.discourse.narration.span(report.group.clone()));
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
            Reference::Name(name) => self.findings.names[name].span,
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
            entity: known.referent.map(|referent| self.findings.referents[referent].id.clone()),
            name: match (known.referent, known.words) {
                (Some(referent), _) => self.findings.referents[referent].name.clone(),
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

/// More rules than these seldom find mentions of one entity.
const RULES: usize = 8;

/// Those whom the mentions stand for, in the order of their first mention, with all that the cast knows of them.
fn entities<'r>(mentions: &[Mention], mut referents: Vec<Referent<'r>>, genders: &[Shown]) -> Vec<EntityRecord<'r>> {
    let mut places: Vec<Option<usize>> = vec![None; referents.len()];
    let mut entities: Vec<EntityRecord> = Vec::with_capacity(places.len());
    for mention in mentions {
        let Some(index) = mention.referent else { continue };
        if let Some(place) = places[index] {
            let evidence = &mut entities[place].evidence;
            if !evidence.contains(&mention.rule) {
                evidence.push(mention.rule);
            }
            continue;
        }
        places[index] = Some(entities.len());
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
