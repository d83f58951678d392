//! The quotations that reports govern: the content of each report, unless a rule refuses it.

use std::ops::Range;

use super::speech::{Governor, Quotation};
use crate::lexicon::CueClass;
use crate::report::{Content, Contents, ReportingClause};
use crate::syntax::Syntax;

/// A content that may become a quotation.
struct Reported<'c, 'a, 't, 'l> {
    syntax: &'c Syntax<'a, 't>,
    report: &'c ReportingClause<'l>,
    content: &'c Content,
    /// Those found so far.
    earlier: &'c [Quotation],
    /// Reports of its class are asked for.
    included: bool,
    /// It stands in what the publisher notes about the article.
    noted: bool,
}

/// A named reason not to take a content for a quotation.
pub(super) struct Refusal {
    #[cfg_attr(not(test), expect(dead_code, reason = "for readers and tests"))]
    pub(super) name: &'static str,
    applies: fn(&Reported) -> bool,
    /// A text, and after `|` its quotations, of which there are more without the row.
    #[cfg_attr(not(all(test, feature = "bundled")), expect(dead_code, reason = "for readers and tests"))]
    pub(super) example: &'static str,
}

/// Any of them is enough.
pub(super) const REFUSALS: &[Refusal] = &[
    // Words in quotation marks alone were said or written, whatever the cue: “It will pass,” he hoped.
    Refusal {
        name: "class not asked for",
        applies: |reported| !reported.included && !reported.is_all_quoted(),
        example: "Orla Brenk hoped that the “old” ferry would sail. | : “old”",
    },
    Refusal {
        name: "publisher's note",
        applies: |reported| reported.noted && !reported.is_all_quoted(),
        example: "Correction: Orla Brenk said the ferry was late.",
    },
    // Inside what somebody else reports only a clause of its own counts as a second report.
    Refusal {
        name: "nested object",
        applies: |reported| (!reported.included || reported.content.object) && reported.is_nested(),
        example: "Orla Brenk said Rufus Tarn criticized the plan for a new harbor. | Orla Brenk: Rufus Tarn criticized the plan for a new harbor",
    },
];

/// So many earlier quotations at most stand around a report in its sentence.
const AROUND: usize = 4;

impl Reported<'_, '_, '_, '_> {
    /// The law of all contents: they have words, and neither the cue nor the source among them.
    fn is_sound(&self) -> bool {
        let source = self.report.subject.as_ref().map(|subject| &subject.units);
        let apart = source.into_iter().chain([&self.report.group]).all(|units| !self.holds(units));
        apart && self.content.parts.iter().all(|part| !part.is_empty())
    }

    fn holds(&self, units: &Range<usize>) -> bool {
        self.content.parts.iter().any(|part| part.start < units.end && units.start < part.end)
    }

    fn is_all_quoted(&self) -> bool {
        self.content.parts.iter().flat_map(Clone::clone).all(|unit| self.syntax.quote(unit).is_some())
    }

    fn is_nested(&self) -> bool {
        let parts = &self.content.parts;
        self.earlier.iter().rev().take(AROUND).any(|outer| {
            outer.parts.iter().any(|part| parts.iter().all(|inner| part.start <= inner.start && inner.end <= part.end))
        })
    }
}

/// The quotations of all reports, in the order of their cues.
pub(super) fn governed(contents: &Contents, classes: &[CueClass]) -> Vec<Quotation> {
    let Contents { syntax, quoted_spans, reports } = *contents;
    // Room for the quotations that no report governs, too: the passes go on with this list.
    let mut found = Vec::with_capacity(reports.len() + quoted_spans.len());
    let mut notes = Notes { syntax, paragraph: 0..0, noted: false };
    for (index, report) in reports.iter().enumerate() {
        let included = classes.contains(&report.cue.class);
        // What is only thought counts where it is quoted: in its sentence, or as the last words before that.
        let sentence = syntax.sentence_of(report.verb);
        if !included && !syntax.quotes_any(sentence.start.saturating_sub(1)..sentence.end) {
            continue;
        }
        let Some(content) = contents.content(index) else { continue };
        let noted = notes.have(report.verb);
        let reported = Reported { syntax, report, content: &content, earlier: &found, included, noted };
        let refusals = REFUSALS.iter();
        #[cfg(test)]
        let refusals = refusals.filter(|refusal| !crate::left_out::is_left_out(refusal.name));
        if !reported.is_sound() || refusals.into_iter().any(|refusal| (refusal.applies)(&reported)) {
            continue;
        }
        // `urged {the town to vote}`: who is asked opens the content.
        let asked = |units: &Range<usize>| content.object && units.start == content.parts[0].start;
        let apart = content.addressee.clone().filter(|told| !reported.holds(&told.units) || asked(&told.units));
        let governor = Governor { report: index, side: content.side, colon: content.colon, addressee: apart };
        found.push(Quotation::new(syntax, quoted_spans, content.parts, Some(governor)));
    }
    found
}

/// Looks once at each paragraph that reports stand in, for they come in the order of the text.
struct Notes<'a, 'b, 't> {
    syntax: &'a Syntax<'b, 't>,
    /// The units of the last one.
    paragraph: Range<usize>,
    noted: bool,
}

impl Notes<'_, '_, '_> {
    /// What the publisher notes has this unit.
    fn have(&mut self, unit: usize) -> bool {
        if !self.paragraph.contains(&unit) {
            let paragraph = self.syntax.paragraph_of(unit);
            self.paragraph = self.syntax.paragraphs.get(paragraph).cloned().unwrap_or_default();
            self.noted = self.syntax.is_note(paragraph);
        }
        self.noted
    }
}
