//! A text with everything that is reported in it.

use super::governed::governed;
use super::passes::{self, Material};
use super::speech::Quotation;
use super::transcript;
use crate::lexicon::{CueClass, Lexicon};
use crate::mention::Cast;
use crate::report::{self, Contents, Parts, ReportingClause};
use crate::span::Span;
use crate::syntax::Syntax;
use crate::tagging::Tagging;
use crate::text::{self, QuotedSpan, Text};

/// The syntax of a text, and what is reported in it.
#[derive(Debug)]
pub(crate) struct Discourse<'a, 't, 'l> {
    pub(crate) syntax: Syntax<'a, 't>,
    pub(crate) quoted_spans: Vec<QuotedSpan>,
    pub(crate) reports: Vec<ReportingClause<'l>>,
    /// In the order of the text.
    pub(crate) quotations: Vec<Quotation>,
}

impl<'a, 't, 'l> Discourse<'a, 't, 'l> {
    pub(crate) fn read(
        text: &'a Text<'t>,
        tagging: &Tagging,
        cast: &Cast,
        lexicon: &'l Lexicon,
        classes: &[CueClass],
    ) -> Self {
        let quoted_spans = text::quoted_spans(text);
        let syntax = Syntax::tell(text, tagging, cast, &quoted_spans);
        let reports = report::find(&syntax, lexicon);
        let contents = Contents { syntax: &syntax, quoted_spans: &quoted_spans, reports: &reports };
        let governed = governed(&contents, classes);
        let turns = transcript::turns(&syntax, cast).into_iter();
        let turns = turns.map(|spoken| Quotation::of_turn(&syntax, &quoted_spans, spoken)).collect();
        let material = Material { syntax: &syntax, quoted_spans: &quoted_spans, reports: &reports, turns };
        let quotations = passes::run(&material, governed);
        Self { syntax, quoted_spans, reports, quotations }
    }

    /// The content as spans of the text, one a part; one a paragraph where a quotation runs over several.
    pub(crate) fn content<'s>(&'s self, quotation: &'s Quotation) -> impl Iterator<Item = Span> + 's {
        quotation.parts.iter().map(|part| self.syntax.span(part.clone()))
    }

    /// The words between quotation marks; of a turn in a transcript all that is said.
    pub(crate) fn quoted<'s>(&'s self, quotation: &'s Quotation) -> impl Iterator<Item = Span> + 's {
        let marked = if quotation.turn.is_none() { quotation.quoted_spans.as_slice() } else { &[] };
        let said = if quotation.turn.is_some() { quotation.parts.as_slice() } else { &[] };
        let marked = marked.iter().map(|&quoted_span| self.quoted_spans[quoted_span].inner_span(self.syntax.text));
        let said = said.iter().map(|part| self.syntax.span(part.clone()));
        marked.filter(|span| !span.is_empty()).chain(said)
    }

    /// The tokens of the words that [`quoted`](Self::quoted) gives as spans.
    pub(crate) fn spoken(&self, quotation: &Quotation) -> Parts {
        let units = &self.syntax.units;
        match quotation.turn {
            Some(_) => {
                quotation.parts.iter().map(|part| units[part.start].first()..units[part.end - 1].end()).collect()
            }
            None => quotation.quoted_spans.iter().map(|&quoted_span| self.quoted_spans[quoted_span].inner()).collect(),
        }
    }
}
