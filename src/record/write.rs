//! From the stages' values to the record.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::offsets::{Counter, Offsets};
use super::{
    CueRecord, EntityRecord, MentionKind, MentionRecord, Origin, QuotationKind, QuotationRecord, Record, SCHEMA, Slice,
    SpeakerRecord,
};
use crate::attribution::{Attribution, Source};
use crate::mention::{Cast, Rule};
use crate::quotation::{Discourse, Form, Report};
use crate::reference::{Reference, References, Resolution};
use crate::span::Span;

/// Everything that a record is written from; the lists beside `discourse` follow its quotations.
pub(crate) struct Findings<'a, 'b, 't, 'l, 'g> {
    pub(crate) cast: &'a Cast<'g>,
    pub(crate) discourse: &'a Discourse<'b, 't, 'l>,
    pub(crate) attributions: &'a [Option<Attribution>],
    pub(crate) references: &'a References,
    /// Quotations less sure are left out.
    pub(crate) minimum: f64,
}

pub(crate) fn record<'r>(findings: &Findings<'_, '_, 'r, '_, 'r>, unit: Offsets) -> Record<'r> {
    let text = findings.discourse.narration.text.source;
    let writer = Writer { text, counter: Counter::new(text, unit), findings };
    let mentions = writer.mentions();
    let spans: Vec<Span> = mentions.iter().map(|&(span, _)| span).collect();
    Record {
        schema: SCHEMA.into(),
        id: String::new(),
        offsets: unit,
        length: writer.counter.count(text.len()),
        entities: writer.entities(&mentions),
        quotations: writer.quotations(&spans),
        mentions: mentions.into_iter().map(|(span, mention)| writer.mention(span, mention)).collect(),
    }
}

/// A mention before its offsets are counted.
struct Mention {
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
}

struct Writer<'a, 'b, 't, 'l, 'g> {
    text: &'t str,
    counter: Counter<'t>,
    findings: &'a Findings<'a, 'b, 't, 'l, 'g>,
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
    fn mentions(&self) -> Vec<(Span, Mention)> {
        let cast = self.findings.cast;
        let mut mentions: Vec<(Span, Mention)> = cast
            .names
            .iter()
            .map(|name| {
                (
                    name.span,
                    Mention { kind: MentionKind::Name, referent: Some(name.referent), rule: name.rule, speaks: false },
                )
            })
            .collect();
        let voices = self.findings.references.voices.iter().flat_map(|voices| [&voices.speaker, &voices.addressee]);
        let speaking = voices.flatten().filter_map(|known| Some((known.reference?, known.referent, known.rule, true)));
        let resolved = self.findings.references.resolved.iter();
        let others = resolved.map(|known| (known.reference, Some(known.referent), known.rule, false));
        for (reference, referent, rule, speaks) in speaking.chain(others) {
            let (span, kind) = match reference {
                Reference::Pronoun(span) => (span, MentionKind::Pronoun),
                Reference::Description(span) => (span, MentionKind::Description),
                Reference::Name(_) => continue,
            };
            mentions.push((span, Mention { kind, referent, rule, speaks }));
        }
        mentions.sort_by_key(|(span, mention)| (span.start, std::cmp::Reverse(mention.rank()), span.end));
        let mut kept: Vec<(Span, Mention)> = Vec::with_capacity(mentions.len());
        for (span, mention) in mentions {
            match kept.last() {
                // `his brother`, who speaks, stays; so does a name inside a description, which gives way.
                Some((last, before)) if last.overlaps(span) => {
                    if mention.rank() > before.rank() {
                        kept.pop();
                        kept.push((span, mention));
                    }
                }
                _ => kept.push((span, mention)),
            }
        }
        kept
    }

    fn mention(&self, span: Span, mention: Mention) -> MentionRecord<'r> {
        let Slice { start, end, text } = self.slice(span);
        let entity = mention.referent.map(|referent| self.findings.cast.referents[referent].id.clone());
        MentionRecord { start, end, text, kind: mention.kind, entity, rule: mention.rule }
    }

    fn entities(&self, mentions: &[(Span, Mention)]) -> Vec<EntityRecord<'r>> {
        let mut places: Vec<Option<usize>> = vec![None; self.findings.cast.referents.len()];
        let mut entities: Vec<EntityRecord> = Vec::with_capacity(places.len());
        for (_, mention) in mentions {
            let Some(referent) = mention.referent else { continue };
            if let Some(place) = places[referent] {
                let evidence = &mut entities[place].evidence;
                if !evidence.contains(&mention.rule) {
                    evidence.push(mention.rule);
                }
                continue;
            }
            places[referent] = Some(entities.len());
            let referent = &self.findings.cast.referents[referent];
            let origin = if referent.known.is_some() { Origin::Gazetteer } else { Origin::Discovered };
            let known = referent.known;
            let mut ids = BTreeMap::new();
            for (scheme, value) in known.into_iter().flat_map(|entity| entity.identifiers()) {
                // Of several of one scheme the first stays.
                if !ids.contains_key(scheme) {
                    ids.insert(scheme.into(), value.into());
                }
            }
            entities.push(EntityRecord {
                id: referent.id.clone(),
                kind: referent.kind,
                name: referent.name.clone(),
                origin,
                evidence: vec![mention.rule],
                role: known.and_then(|entity| entity.titles().next()).map(Cow::Borrowed),
                country: known.and_then(|entity| entity.country()).map(Cow::Borrowed),
                ids,
            });
        }
        entities
    }

    fn quotations(&self, spans: &[Span]) -> Vec<QuotationRecord<'r>> {
        let quotations = &self.findings.discourse.quotations;
        let mut written: Vec<QuotationRecord<'r>> = Vec::with_capacity(quotations.len());
        let mut places: Vec<Option<usize>> = vec![None; quotations.len()];
        for index in 0..quotations.len() {
            if self.is_written(index) {
                places[index] = Some(written.len());
                written.push(self.quotation(index, spans));
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

    fn quotation(&self, index: usize, spans: &[Span]) -> QuotationRecord<'r> {
        let discourse = self.findings.discourse;
        let quotation = &discourse.quotations[index];
        let attribution = self.findings.attributions[index].as_ref();
        let voices = &self.findings.references.voices[index];
        let speaker = |resolution: &Option<Resolution>| resolution.as_ref().map(|known| self.speaker(known, spans));
        QuotationRecord {
            kind: match quotation.form {
                Form::Direct => QuotationKind::Direct,
                Form::Mixed => QuotationKind::Mixed,
                Form::Indirect => QuotationKind::Indirect,
            },
            content: discourse.content(quotation).map(|span| self.slice(span)).collect(),
            quoted: discourse.quoted(quotation).map(|span| self.slice(span)).collect(),
            cue: attribution.and_then(|found| found.cue).map(|report| self.cue(&discourse.reports[report])),
            speaker: speaker(&voices.speaker),
            addressee: speaker(&voices.addressee),
            sieve: attribution.map(|found| found.sieve.name().into()),
            confidence: attribution.map_or(0.0, |found| found.confidence),
        }
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

    fn speaker(&self, known: &Resolution, spans: &[Span]) -> SpeakerRecord<'r> {
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
                let at = spans.partition_point(|known| known.start < span.start);
                spans.get(at).is_some_and(|&known| known == span).then_some(at)
            }),
            entity: known.referent.map(|referent| self.findings.cast.referents[referent].id.clone()),
            name: match (known.referent, &known.words) {
                (Some(referent), _) => self.findings.cast.referents[referent].name.clone(),
                (None, words) => words.clone().unwrap_or_default().into(),
            },
        }
    }
}
