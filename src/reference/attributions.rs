//! Each quotation's source and addressee as resolved, and those who speak of themselves in it.

use crate::attribution::{Attribution, Source};
use crate::gazetteer::Kind;
use crate::lexicon::Word;
use crate::mention::{Cast, Rule};
use crate::quotation::{Discourse, Narration, Phrase};
use crate::span::Span;

/// How a mention refers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reference {
    /// Position in [`Cast::names`].
    Name(usize),
    Pronoun(Span),
    Description(Span),
}

/// A source or addressee, resolved as far as the text allows.
#[derive(Clone, Debug)]
pub(crate) struct Resolution {
    /// The whole noun phrase; `None` when nothing beside the quotation stands for the speaker.
    pub(crate) span: Option<Span>,
    pub(crate) reference: Option<Reference>,
    /// Position in [`Cast::referents`].
    pub(crate) referent: Option<usize>,
    pub(crate) rule: Rule,
    /// What to call the one who is not resolved: the phrase's own words without the article.
    pub(crate) words: Option<Span>,
}

/// A quotation's source and addressee.
#[derive(Clone, Debug, Default)]
pub(crate) struct ResolvedAttribution {
    pub(crate) source: Option<Resolution>,
    pub(crate) addressee: Option<Resolution>,
}

/// A pronoun or description with its entity.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Resolved {
    pub(crate) reference: Reference,
    /// Position in [`Cast::referents`].
    pub(crate) referent: usize,
    pub(crate) rule: Rule,
}

/// The referents of pronouns and descriptions by the heads of their phrases, and the rules that found them.
#[derive(Debug, Default)]
pub(super) struct Settled {
    by_head: Vec<(usize, (usize, Rule))>,
}

impl Settled {
    pub(super) fn emptied(mut self) -> Self {
        self.by_head.clear();
        self
    }

    /// The head comes after all that were settled before.
    pub(super) fn push(&mut self, head: usize, referent: usize, rule: Rule) {
        self.by_head.push((head, (referent, rule)));
    }

    pub(super) fn get(&self, head: usize) -> Option<(usize, Rule)> {
        let found = self.by_head.binary_search_by_key(&head, |&(head, _)| head).ok()?;
        Some(self.by_head[found].1)
    }
}

/// One for each quotation, in the same order, put into a list that is empty.
pub(super) fn resolve_attributions(
    discourse: &Discourse,
    cast: &Cast,
    attributions: &[Option<Attribution>],
    settled: &Settled,
    pronouns: bool,
    mut resolved: Vec<ResolvedAttribution>,
) -> Vec<ResolvedAttribution> {
    let phrases = PhraseResolver { narration: &discourse.narration, cast, settled, pronouns };
    let of_attribution = |attribution: &Option<Attribution>| {
        let Some(attribution) = attribution else { return ResolvedAttribution::default() };
        let source = match &attribution.source {
            Source::Phrase(phrase) => phrases.resolution(phrase),
            Source::Label(label, name) => {
                let span = Some(discourse.narration.span(label.items.clone()));
                Resolution { span, reference: None, ..phrases.resolution(name) }
            }
            Source::SameAs(_) | Source::AddresseeOf(_) => return ResolvedAttribution::default(),
        };
        let addressee = attribution.addressee.as_ref().map(|phrase| phrases.resolution(phrase));
        ResolvedAttribution { source: Some(source), addressee }
    };
    resolved.extend(attributions.iter().map(of_attribution));
    // A speaker may be taken from a quotation further down, so those that speak for themselves came first.
    for (index, attribution) in attributions.iter().enumerate() {
        match attribution.as_ref().map(|attribution| &attribution.source) {
            Some(Source::SameAs(other)) => resolved[index].source = resolved[*other].source.clone(),
            Some(Source::AddresseeOf(other)) => resolved[index].source = resolved[*other].addressee.clone(),
            _ => {}
        }
    }
    resolved
}

/// I, me and my between the marks of a quotation, or in a turn of a transcript: its speaker.
pub(super) fn first_persons(discourse: &Discourse, resolved: &[ResolvedAttribution], found: &mut Vec<Resolved>) {
    let text = discourse.narration.text;
    for (quotation, attribution) in discourse.quotations.iter().zip(resolved) {
        let Some(speaker) = attribution.source.as_ref().and_then(|speaker| speaker.referent) else { continue };
        for inner in discourse.spoken(quotation) {
            // What is quoted inside is somebody else's.
            let first = discourse.stretches.partition_point(|stretch| stretch.tokens.start < inner.start);
            let mut nested = discourse.stretches[first..]
                .iter()
                .map(|stretch| stretch.tokens.clone())
                .take_while(|tokens| tokens.start < inner.end);
            let mut at = inner.start;
            while at < inner.end {
                let quoted = nested.next().unwrap_or(inner.end..inner.end);
                for token in &text.tokens[at..quoted.start.clamp(at, inner.end)] {
                    if matches!(token.word, Some(Word::I | Word::Me | Word::My | Word::Mine | Word::Myself)) {
                        let reference = Reference::Pronoun(token.span);
                        found.push(Resolved { reference, referent: speaker, rule: Rule::FirstPerson });
                    }
                }
                at = at.max(quoted.end);
            }
        }
    }
}

/// `a blow to Doe, who`: the person right before it, whatever phrase the name ends.
pub(super) fn person_before_who(narration: &Narration, cast: &Cast, item: usize) -> Option<usize> {
    let before = item.checked_sub(1).filter(|_| narration.is_word(item, Word::Who))?;
    let last = if narration.is_comma(before) { before.checked_sub(1)? } else { before };
    let name = narration.name(last).filter(|_| last >= narration.sentence_of(item).start)?;
    (cast.referents[cast.names[name].referent].kind == Kind::Person).then_some(name)
}

struct PhraseResolver<'a, 'b, 't, 'g> {
    narration: &'a Narration<'b, 't>,
    cast: &'a Cast<'g>,
    settled: &'a Settled,
    /// Relative pronouns are resolved.
    pronouns: bool,
}

impl PhraseResolver<'_, '_, '_, '_> {
    fn resolution(&self, phrase: &Phrase) -> Resolution {
        let narration = self.narration;
        let span = narration.span(phrase.items.clone());
        if let Some(name) = narration.name(phrase.head) {
            let referent = self.cast.names[name].referent;
            return Resolution {
                span: Some(span),
                reference: Some(Reference::Name(name)),
                referent: Some(referent),
                rule: self.cast.names[name].rule,
                words: None,
            };
        }
        if self.pronouns
            && let Some(name) = person_before_who(narration, self.cast, phrase.head)
        {
            return Resolution {
                span: Some(span),
                reference: Some(Reference::Pronoun(span)),
                referent: Some(self.cast.names[name].referent),
                rule: Rule::Relative,
                words: None,
            };
        }
        let relative = [Word::Who, Word::Which, Word::That];
        if self.pronouns
            && narration.is_any_word(phrase.head, &relative)
            && let Some(antecedent) = narration.antecedent_of_relative(phrase.head)
            && antecedent.head != phrase.head
            && !narration.is_any_word(antecedent.head, &relative)
        {
            let mut resolution = self.resolution(&antecedent);
            resolution.span = Some(span);
            resolution.reference = Some(Reference::Pronoun(span));
            resolution.rule = if resolution.referent.is_some() { Rule::Relative } else { Rule::Unresolved };
            return resolution;
        }
        let found = self.settled.get(phrase.head);
        let (referent, rule) = (found.map(|(referent, _)| referent), found.map_or(Rule::Unresolved, |(_, rule)| rule));
        let pronoun = narration.is_pronoun(phrase.head) || narration.is_any_word(phrase.head, &[Word::It, Word::Its]);
        let reference = if pronoun {
            Reference::Pronoun(narration.span(phrase.head..phrase.head + 1))
        } else {
            Reference::Description(span)
        };
        let words = if referent.is_none() { Some(self.unnamed(phrase)) } else { None };
        Resolution { span: Some(span), reference: Some(reference), referent, rule, words }
    }

    /// The phrase's own words without the article and without what a comma sets off.
    fn unnamed(&self, phrase: &Phrase) -> Span {
        let narration = self.narration;
        let mut items = phrase.items.clone();
        if items.len() > 1 && narration.is_any_word(items.start, &[Word::The, Word::A, Word::An]) {
            items.start += 1;
        }
        if let Some(comma) = items.clone().find(|&item| narration.is_comma(item)).filter(|&comma| comma > phrase.head) {
            items.end = comma;
        }
        narration.span(items)
    }
}
