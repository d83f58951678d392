//! Syntax to look at: what the grammar makes of a text, as plain data.

use std::ops::Range;

use crate::lexicon::{Part, PartSet};
use crate::mention::Cast;
use crate::span::Span;
use crate::syntax::{ChunkKind, SubjectOrder, Syntax};
use crate::tagging::Tagging;
use crate::text::{QuotedSpan, Text, quoted_spans};

/// The syntax of a text: see [`Extractor::parse`](crate::Extractor::parse).
///
/// ```
/// let parse = whosaid::Extractor::default().parse("“We left,” she said.");
/// assert_eq!(parse.sentences.len(), 2, "the sentence, and what is quoted in it");
/// ```
#[derive(Clone, Debug)]
pub struct Parse<'t> {
    /// The sentences as their narrator tells them, a quoted span counting as one unit; after each the sentences that are
    /// quoted in it.
    pub sentences: Vec<ParsedSentence<'t>>,
}

/// A sentence of a [`Parse`].
///
/// ```
/// let parse = whosaid::Extractor::default().parse("“We left,” she said.");
/// assert!(parse.sentences[1].quoted);
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ParsedSentence<'t> {
    /// It stands between quotation marks.
    pub quoted: bool,
    /// The words, whole names, whole quoted spans and marks.
    pub units: Vec<ParsedUnit<'t>>,
    /// The clauses, in the order in which they begin.
    pub clauses: Vec<ParsedClause>,
}

/// What the grammar counts in: a word, a whole name, a whole quoted span, a mark.
///
/// ```
/// let parse = whosaid::Extractor::default().parse("Angela Merkel left.");
/// let unit = &parse.sentences[0].units[0];
/// assert_eq!((unit.text, unit.part, unit.chunk), ("Angela Merkel", "NNP", "NP"));
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct ParsedUnit<'t> {
    /// The text of the unit.
    pub text: &'t str,
    /// Where it stands, in bytes.
    pub span: Span,
    /// Its part of speech: a label of the Penn Treebank, or `SC`, `DP`, `PN`, `VBI`, `PUNCT`, `X`; of a quoted span `QUOTED`.
    pub part: &'static str,
    /// It is a finite verb.
    pub finite: bool,
    /// The kind of its chunk: `NP`, `VG` and their like.
    pub chunk: &'static str,
    /// Its chunk begins with it.
    pub begins_chunk: bool,
    /// It is the head of its chunk.
    pub head: bool,
}

/// A clause of a [`ParsedSentence`]; units are named by their position in the sentence.
///
/// ```
/// let parse = whosaid::Extractor::default().parse("She left and said nothing.");
/// let clauses = &parse.sentences[0].clauses;
/// assert_eq!((clauses[0].subject, clauses[1].subject), (Some(0), Some(0)));
/// assert!(clauses[1].shares_subject);
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ParsedClause {
    /// `MAIN`, `SUB`, `REL`, `BARE` or `PAREN`.
    pub kind: &'static str,
    /// Its units.
    pub units: Range<usize>,
    /// The first finite verb of its verb group.
    pub verb: usize,
    /// The head of its subject.
    pub subject: Option<usize>,
    /// The subject is that of the clause it is joined to: `Trump left and said`.
    pub shares_subject: bool,
    /// The clause that it stands in, by its position among the clauses; none for a main clause.
    pub parent: Option<usize>,
}

impl<'t> Parse<'t> {
    pub(crate) fn read(text: &Text<'t>, tagging: &Tagging, cast: &Cast) -> Self {
        let spans = quoted_spans(text);
        let syntax = Syntax::tell(text, tagging, cast, &spans);
        let mut parse = Self { sentences: Vec::new() };
        let sentences = sentences(&syntax, false);
        let mut quotes = syntax.quotes.iter().peekable();
        for (sentence, range) in sentences.into_iter().zip(&syntax.sentences) {
            parse.sentences.push(sentence);
            while let Some(&&quote) = quotes.peek().filter(|&&&quote| quote < range.end) {
                quotes.next();
                if let Some(span) = syntax.quote(quote) {
                    parse.quoted(text, tagging, cast, spans[span].inner(), &spans);
                }
            }
        }
        parse
    }

    /// Adds the sentences of a quoted span, and of those inside it.
    fn quoted(&mut self, text: &Text<'t>, tagging: &Tagging, cast: &Cast, tokens: Range<usize>, spans: &[QuotedSpan]) {
        // Not by recursion: marks may nest as deep as a text is long.
        let mut waiting = vec![tokens];
        while let Some(tokens) = waiting.pop() {
            let syntax = Syntax::tell_tokens(text, tagging, cast, spans, tokens);
            self.sentences.extend(sentences(&syntax, true));
            waiting.extend(
                syntax.quotes.iter().rev().filter_map(|&quote| syntax.quote(quote)).map(|at| spans[at].inner()),
            );
        }
    }
}

fn sentences<'t>(syntax: &Syntax<'_, 't>, quoted: bool) -> Vec<ParsedSentence<'t>> {
    let (chunks, clauses) = (&syntax.chunks, &syntax.clauses);
    let mut next_chunk = chunks.iter().peekable();
    let mut next_clause = clauses.iter().enumerate().peekable();
    let finite = |chunk: usize| {
        let units = chunks[chunk].units.clone();
        units.clone().find(|&unit| syntax.units[unit].part.is(PartSet::FINITE)).unwrap_or(units.start)
    };
    let mut sentences = Vec::with_capacity(syntax.sentences.len());
    for range in &syntax.sentences {
        let mut units = Vec::with_capacity(range.len());
        while let Some(chunk) = next_chunk.next_if(|chunk| chunk.units.start < range.end) {
            for unit in chunk.units.clone() {
                let known = &syntax.units[unit];
                let (part, finite) = if known.is_quote() {
                    ("QUOTED", false)
                } else {
                    (treebank_label(known.part), chunk.kind == ChunkKind::Verb && known.part.is(PartSet::FINITE))
                };
                units.push(ParsedUnit {
                    text: syntax.word(unit),
                    span: syntax.span(unit..unit + 1),
                    part,
                    finite,
                    chunk: chunk.kind.label(),
                    begins_chunk: unit == chunk.units.start,
                    head: unit == chunk.head,
                });
            }
        }
        let mut found = Vec::new();
        // The places of the clauses that are shown: those that have a verb.
        let mut shown = Vec::new();
        while let Some((place, clause)) = next_clause.next_if(|(_, clause)| clause.units.start < range.end) {
            let Some(verb) = clause.verb else { continue };
            found.push(ParsedClause {
                kind: clause.kind.label(),
                units: clause.units.start - range.start..clause.units.end - range.start,
                verb: finite(verb) - range.start,
                subject: clause.subject.map(|subject| chunks[subject].head - range.start),
                shares_subject: clause.order == SubjectOrder::Shared,
                parent: clause.parent.and_then(|parent| shown.binary_search(&parent).ok()),
            });
            shown.push(place);
        }
        sentences.push(ParsedSentence { quoted, units, clauses: found });
    }
    sentences
}

/// The label of a part without what only this grammar tells apart.
fn treebank_label(part: Part) -> &'static str {
    match part {
        Part::SubjectPronoun | Part::ObjectPronoun => Part::Pronoun.label(),
        _ if part.is(PartSet::PUNCTUATION) => "PUNCT",
        _ => part.label().split('.').next().unwrap_or_default(),
    }
}
