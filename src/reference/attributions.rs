//! Each quotation's source and addressee as resolved, and those who speak of themselves in it.

use crate::attribution::{Attribution, Source};
use crate::gazetteer::Kind;
use crate::lexicon::Word;
use crate::mention::{Cast, Rule};
use crate::quotation::Discourse;
use crate::span::Span;
use crate::syntax::{Phrase, Syntax};

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
    /// The phrases that pronouns stand for whose speakers have no name: `a source said …, he added`.
    unnamed: Vec<(usize, Phrase)>,
}

impl Settled {
    /// The head comes after all that were settled before.
    pub(super) fn push(&mut self, head: usize, referent: usize, rule: Rule) {
        self.by_head.push((head, (referent, rule)));
    }

    /// The same for a pronoun that stands for somebody without a name.
    pub(super) fn push_unnamed(&mut self, head: usize, phrase: Phrase) {
        self.unnamed.push((head, phrase));
    }

    fn unnamed(&self, head: usize) -> Option<&Phrase> {
        let found = self.unnamed.binary_search_by_key(&head, |&(head, _)| head).ok()?;
        Some(&self.unnamed[found].1)
    }

    pub(super) fn get(&self, head: usize) -> Option<(usize, Rule)> {
        let found = self.by_head.binary_search_by_key(&head, |&(head, _)| head).ok()?;
        Some(self.by_head[found].1)
    }
}

/// One for each quotation, in the same order.
pub(super) fn resolve_attributions(
    discourse: &Discourse,
    cast: &Cast,
    attributions: &[Option<Attribution>],
    settled: &Settled,
    pronouns: bool,
) -> Vec<ResolvedAttribution> {
    let phrases = PhraseResolver { syntax: &discourse.syntax, cast, settled, pronouns };
    let of_attribution = |attribution: &Option<Attribution>| {
        let Some(attribution) = attribution else { return ResolvedAttribution::default() };
        let source = match &attribution.source {
            Source::Phrase(phrase) => phrases.resolution(phrase),
            Source::Label(label, name) => {
                let span = Some(discourse.syntax.span(label.units.clone()));
                Resolution { span, reference: None, ..phrases.resolution(name) }
            }
            Source::SameAs(_) | Source::AddresseeOf(_) => return ResolvedAttribution::default(),
        };
        let addressee = attribution.addressee.as_ref().map(|phrase| phrases.resolution(phrase));
        ResolvedAttribution { source: Some(source), addressee }
    };
    let mut resolved: Vec<_> = attributions.iter().map(of_attribution).collect();
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
    let text = discourse.syntax.text;
    for (quotation, attribution) in discourse.quotations.iter().zip(resolved) {
        let Some(speaker) = attribution.source.as_ref().and_then(|speaker| speaker.referent) else { continue };
        for inner in discourse.spoken(quotation) {
            // What is quoted inside is somebody else's.
            let first = discourse.quoted_spans.partition_point(|quoted_span| quoted_span.tokens.start < inner.start);
            let mut nested = discourse.quoted_spans[first..]
                .iter()
                .map(|quoted_span| quoted_span.tokens.clone())
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
pub(super) fn person_before_who(syntax: &Syntax, cast: &Cast, unit: usize) -> Option<usize> {
    let before = unit.checked_sub(1).filter(|_| syntax.is_word(unit, Word::Who))?;
    let last = if syntax.is_comma(before) { before.checked_sub(1)? } else { before };
    let name = syntax.name(last).filter(|_| last >= syntax.sentence_of(unit).start)?;
    (cast.referents[cast.names[name].referent].kind == Kind::Person).then_some(name)
}

struct PhraseResolver<'a, 'b, 't, 'g> {
    syntax: &'a Syntax<'b, 't>,
    cast: &'a Cast<'g>,
    settled: &'a Settled,
    /// Relative pronouns are resolved.
    pronouns: bool,
}

impl PhraseResolver<'_, '_, '_, '_> {
    fn resolution(&self, phrase: &Phrase) -> Resolution {
        let syntax = self.syntax;
        let span = syntax.span(phrase.units.clone());
        if let Some(name) = syntax.name(phrase.head) {
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
            && let Some(name) = person_before_who(syntax, self.cast, phrase.head)
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
            && syntax.is_any_word(phrase.head, &relative)
            && let Some(antecedent) = syntax.antecedent_of_relative(phrase.head)
            && antecedent.head != phrase.head
            && !syntax.is_any_word(antecedent.head, &relative)
        {
            let mut resolution = self.resolution(&antecedent);
            resolution.span = Some(span);
            resolution.reference = Some(Reference::Pronoun(span));
            resolution.rule = if resolution.referent.is_some() { Rule::Relative } else { Rule::Unresolved };
            return resolution;
        }
        let found = self.settled.get(phrase.head);
        let (referent, rule) = (found.map(|(referent, _)| referent), found.map_or(Rule::Unresolved, |(_, rule)| rule));
        let pronoun = syntax.is_pronoun(phrase.head) || syntax.is_any_word(phrase.head, &[Word::It, Word::Its]);
        let reference = if pronoun {
            Reference::Pronoun(syntax.span(phrase.head..phrase.head + 1))
        } else {
            Reference::Description(span)
        };
        let named_so = self.settled.unnamed(phrase.head).unwrap_or(phrase);
        let words = if referent.is_none() { Some(self.unnamed(named_so)) } else { None };
        Resolution { span: Some(span), reference: Some(reference), referent, rule, words }
    }

    /// The phrase's own words without the article and without what a comma sets off.
    fn unnamed(&self, phrase: &Phrase) -> Span {
        let syntax = self.syntax;
        let mut units = phrase.units.clone();
        if units.len() > 1 && syntax.is_any_word(units.start, &[Word::The, Word::A, Word::An]) {
            units.start += 1;
        }
        if let Some(comma) = units.clone().find(|&unit| syntax.is_comma(unit)).filter(|&comma| comma > phrase.head) {
            units.end = comma;
        }
        syntax.span(units)
    }
}
