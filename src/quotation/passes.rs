//! The passes over the quotations of a text: each takes what those before it leave.

use std::cmp::Reverse;
use std::ops::Range;

use smallvec::{SmallVec, smallvec};

use super::label;
use super::speech::{Quotation, QuotationType};
use crate::lexicon::CueClass;
use crate::report::{Construction, ReportingClause, Side};
use crate::syntax::Syntax;
use crate::text::QuotedSpan;

/// What quotations are made of.
pub(super) struct Material<'m, 'a, 't, 'l> {
    pub(super) syntax: &'m Syntax<'a, 't>,
    pub(super) quoted_spans: &'m [QuotedSpan],
    pub(super) reports: &'m [ReportingClause<'l>],
    /// The turns of a transcript.
    pub(super) turns: Vec<Quotation>,
}

/// A named pass.
pub(super) struct Pass {
    #[cfg_attr(not(test), expect(dead_code, reason = "for readers and tests"))]
    pub(super) name: &'static str,
    run: fn(&Material, Vec<Quotation>) -> Vec<Quotation>,
    /// A text, and after `|` its quotations, which are others without the pass: the source of the report that governs
    /// each, and the pieces of its content.
    #[cfg_attr(not(all(test, feature = "bundled")), expect(dead_code, reason = "for readers and tests"))]
    pub(super) example: &'static str,
}

/// The passes in the order in which they run. The first takes the contents of reports, in the order of their cues.
pub(super) const PASSES: &[Pass] = &[
    Pass {
        name: "crossing",
        run: without_crossing,
        example: "Rufus Tarn said: “There will always be room,” the Courier reported. | the Courier: “There will always be room,”",
    },
    Pass {
        name: "labels",
        run: with_labelled,
        example: "Orla Brenk: The Ferry Is “Here To Stay” And Will Sail\n\nThe harbor was full. | : The Ferry Is “Here To Stay” And Will Sail",
    },
    Pass {
        name: "unclaimed",
        run: with_unclaimed,
        example: "Orla Brenk looked up. “It is late, and nobody has called.” | : “It is late, and nobody has called.”",
    },
    Pass {
        name: "over paragraphs",
        run: joined_over_paragraphs,
        example: "“It is late,” Orla Brenk said. “Nobody has called.\n\n“I will go home now.” | Orla Brenk: “It is late,” | : “Nobody has called. … “I will go home now.”",
    },
    Pass {
        name: "turns",
        run: with_turns,
        example: "Q: Why did you go home?\n\nA: It was late.\n\nQ: And now?\n\nA: I stay. | : Why did you go home? | : It was late. | : And now? | : I stay.",
    },
    Pass {
        name: "nested or apart",
        run: nested_or_apart,
        example: "“The day was long,” Orla Brenk said, but despite the rain, “I think she will do it,” said Rufus Tarn. | Orla Brenk: “The day was long,” … “I think she will do it,”",
    },
    Pass {
        name: "second hand",
        run: without_second_hand,
        example: "According to the survey, most of the pilots said they would vote for the bridge. | the survey: most of the pilots said they would vote for the bridge",
    },
];

/// The quotations of a text, in its order.
pub(super) fn run(material: &Material, governed: Vec<Quotation>) -> Vec<Quotation> {
    let passes = PASSES.iter();
    #[cfg(test)]
    let passes = passes.filter(|pass| !crate::left_out::is_left_out(pass.name));
    passes.fold(governed, |quotations, pass| (pass.run)(material, quotations))
}

/// Most lists are in order already, and a quotation is costly to move.
fn in_order(quotations: &mut [Quotation]) {
    if !quotations.is_sorted_by_key(Quotation::order) {
        quotations.sort_by_key(Quotation::order);
    }
}

/// No more quotations reach so far that a later one crosses them: keeps endless sentences linear.
const REACHED: usize = 8;

/// Leaves out what cuts across another quotation: of two, the one that holds quoted words stays, else the one on whose
/// side more signs are.
fn without_crossing(_: &Material, mut quotations: Vec<Quotation>) -> Vec<Quotation> {
    let side = |quotation: &Quotation| match quotation.governor.as_ref().map(|governor| governor.side) {
        Some(Side::Both) => 3,
        Some(Side::Left) => 2,
        Some(Side::Right) => 1,
        None => 0,
    };
    let rank = |quotation: &Quotation| (Reverse(quotation.kind), side(quotation));
    in_order(&mut quotations);
    let mut kept = 0;
    for index in 0..quotations.len() {
        let range = quotations[index].bounds();
        let crossing = quotations[..kept].iter().rev().take(REACHED).position(|other| {
            let other = other.bounds();
            let nested = other.start <= range.start && range.end <= other.end && other != range;
            other.start < range.end && range.start < other.end && !nested
        });
        match crossing {
            None => {
                if kept < index {
                    quotations.swap(kept, index);
                }
                kept += 1;
            }
            Some(back) => {
                let other = kept - 1 - back;
                if rank(&quotations[index]) > rank(&quotations[other]) {
                    quotations.swap(other, index);
                }
            }
        }
    }
    quotations.truncate(kept);
    quotations
}

/// Adds what headlines say behind a label.
fn with_labelled(material: &Material, mut quotations: Vec<Quotation>) -> Vec<Quotation> {
    let Material { syntax, quoted_spans, .. } = material;
    let of_headline = |said: Range<usize>| {
        let quotation = Quotation::new(syntax, quoted_spans, smallvec![said], None);
        Quotation { standalone: true, ..quotation }
    };
    quotations.extend(label::labelled(syntax).map(of_headline));
    in_order(&mut quotations);
    quotations
}

/// Adds the quoted spans that no report and no turn has claimed.
fn with_unclaimed(material: &Material, quotations: Vec<Quotation>) -> Vec<Quotation> {
    let Material { syntax, quoted_spans, turns, .. } = material;
    let mut claimed = vec![false; quoted_spans.len()];
    for quoted_span in quotations.iter().chain(turns).flat_map(|quotation| &quotation.quoted_spans) {
        claimed[*quoted_span] = true;
    }
    let unclaimed = syntax.quotes.iter().filter(|&&unit| {
        let quote = syntax.quote(unit).filter(|&quote| !claimed[quote]);
        quote.is_some_and(|quote| !quoted_spans[quote].inner().is_empty())
    });
    let mut alone = unclaimed.map(|&unit| Quotation::new(syntax, quoted_spans, smallvec![unit..unit + 1], None));
    let Some(first) = alone.next() else { return quotations };
    let mut all = quotations;
    all.push(first);
    all.extend(alone);
    in_order(&mut all);
    all
}

/// A quotation whose paragraphs all open with a mark is one: its pieces join the one that has a report, else the first.
fn joined_over_paragraphs(material: &Material, quotations: Vec<Quotation>) -> Vec<Quotation> {
    let quoted_spans = material.quoted_spans;
    if quoted_spans.iter().all(|quoted_span| !quoted_span.continues) {
        return quotations;
    }
    // The chain that each quoted span belongs to: the position of its first one.
    let mut chain: Vec<usize> = (0..quoted_spans.len()).collect();
    let mut open = None;
    for (index, quoted_span) in quoted_spans.iter().enumerate().filter(|(_, quoted_span)| quoted_span.depth == 0) {
        chain[index] = open.unwrap_or(index);
        open = quoted_span.continues.then_some(chain[index]);
    }
    let of_chain = |quotation: &Quotation| quotation.quoted_spans.first().map(|&quoted_span| chain[quoted_span]);
    let mut leaders: Vec<Option<usize>> = vec![None; quoted_spans.len()];
    let direct = quotations.iter().enumerate().filter(|(_, quotation)| quotation.kind == QuotationType::Direct);
    for (index, quotation) in direct {
        for chain in quotation.quoted_spans.iter().map(|&quoted_span| chain[quoted_span]) {
            if leaders[chain].is_none_or(|leader| quotations[leader].governor.is_none() && quotation.governor.is_some())
            {
                leaders[chain] = Some(index);
            }
        }
    }
    let mut pieces: Vec<Vec<Quotation>> = quotations.iter().map(|_| Vec::new()).collect();
    let mut kept = Vec::with_capacity(quotations.len());
    for (index, quotation) in quotations.into_iter().enumerate() {
        let leader = of_chain(&quotation).and_then(|chain| leaders[chain]).filter(|&leader| leader != index);
        match leader {
            Some(leader) if quotation.governor.is_none() => pieces[leader].push(quotation),
            _ => kept.push((index, quotation)),
        }
    }
    let joined = |(index, mut quotation): (usize, Quotation)| {
        for piece in pieces[index].drain(..) {
            quotation.parts.extend(piece.parts);
            quotation.quoted_spans.extend(piece.quoted_spans);
            quotation.standalone |= piece.standalone;
        }
        quotation.parts.sort_by_key(|part: &Range<usize>| part.start);
        quotation.quoted_spans.sort_unstable();
        quotation
    };
    kept.into_iter().map(joined).collect()
}

/// Adds the turns of a transcript; what begins with the label of one and goes on in its words was misread.
fn with_turns(material: &Material, mut quotations: Vec<Quotation>) -> Vec<Quotation> {
    let turns = &material.turns;
    if !turns.is_empty() {
        quotations.retain(|quotation| {
            let start = quotation.order().0;
            let after = turns.partition_point(|turn| turn.order().0 <= start);
            turns.get(after).and_then(|next| next.turn.as_ref()).is_none_or(|next| start < next.label.units.start)
        });
        quotations.extend(turns.iter().cloned());
    }
    in_order(&mut quotations);
    quotations
}

/// Reports inside of more than so many others are no longer told apart. News has three; without a limit, a text that says
/// `when she said that` over and over would have a record of a hundred times its length.
const DEEPEST: usize = 8;

/// The law that two quotations are nested or apart: in order, what crosses an earlier one goes, and what is too deep
/// inside of others.
fn nested_or_apart(_: &Material, mut quotations: Vec<Quotation>) -> Vec<Quotation> {
    let mut kept = 0;
    let mut open: SmallVec<[usize; 8]> = SmallVec::new();
    for index in 0..quotations.len() {
        let Range { start, end } = quotations[index].bounds();
        while open.last().is_some_and(|&outer| quotations[outer].bounds().end <= start) {
            open.pop();
        }
        // Inside means inside one piece of the outer quotation, or between two of them.
        let crosses = open.last().is_some_and(|&outer| {
            quotations[outer].parts.iter().any(|part| {
                let apart = part.end <= start || end <= part.start;
                let inside = part.start <= start && end <= part.end && (part.start, part.end) != (start, end);
                !apart && !inside
            })
        });
        if !crosses && open.len() <= DEEPEST {
            open.push(kept);
            if kept < index {
                quotations.swap(kept, index);
            }
            kept += 1;
        }
    }
    quotations.truncate(kept);
    quotations
}

/// `He said that she hoped to win`, `She told them so, according to two aides`: what somebody is only said to think, to
/// want, to have written or, by a source at the end, to have said is part of the one report that there is.
fn without_second_hand(material: &Material, mut quotations: Vec<Quotation>) -> Vec<Quotation> {
    // Where the furthest part of an earlier quotation ends; in order, what begins before that is inside it.
    let (mut end, mut by_source) = (0, false);
    quotations.retain(|quotation| {
        let report = quotation.governor.as_ref().map(|governor| &material.reports[governor.report]);
        let inside = quotation.parts.iter().all(|part| part.end <= end);
        let second_hand = report.is_some_and(|report| by_source || report.cue.class != CueClass::Speech);
        let drops = inside && second_hand && quotation.kind != QuotationType::Direct;
        if !inside {
            end = quotation.parts.iter().map(|part| part.end).fold(end, usize::max);
            by_source = report.is_some_and(|report: &ReportingClause| report.construction == Construction::Source);
        }
        !drops
    });
    quotations
}
