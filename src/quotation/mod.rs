//! Reported speech: what stands in quotation marks, and the clauses that report without them.

mod apart;
mod before;
mod behind;
mod clause;
mod cue;
mod cue_subject;
mod extent;
mod noun;
mod source;
mod transcript;

use std::cmp::Reverse;
use std::ops::Range;

use smallvec::SmallVec;

use crate::lexicon::{CueClass, Lexicon, Tags, Word};
use crate::mention::Cast;
use crate::span::Span;
use crate::syntax;
use crate::tagging::Tagging;
use crate::text::{self, QuotedSpan, Shape, Text, TokenKind};

pub(crate) use crate::syntax::{Narration, Phrase};
pub(crate) use clause::Side;
pub(crate) use cue::{Order, Report};
use transcript::Spoken;
pub(crate) use transcript::Turn;

/// How much of the reported words stands in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Form {
    Direct,
    Mixed,
    Indirect,
}

/// The reporting verb that a quotation depends on, and how.
#[derive(Clone, Debug)]
pub(crate) struct Governor {
    /// Position in [`Discourse::reports`].
    pub(crate) report: usize,
    pub(crate) side: Side,
    pub(crate) colon: bool,
    pub(crate) addressee: Option<Phrase>,
}

/// Item ranges, in the order of the text; more than two are rare.
pub(crate) type Parts = SmallVec<[Range<usize>; 2]>;

/// A piece of reported speech.
#[derive(Clone, Debug)]
pub(crate) struct Quotation {
    pub(crate) form: Form,
    pub(crate) parts: Parts,
    /// The outermost stretches inside the parts.
    pub(crate) stretches: SmallVec<[usize; 2]>,
    pub(crate) governor: Option<Governor>,
    /// It makes up sentences of its own, so it is reported speech even if nobody is found who said it.
    pub(crate) standalone: bool,
    /// It is a turn of a transcript, and stands in no marks. Boxed: few texts have any.
    pub(crate) turn: Option<Box<Turn>>,
}

/// The narration with everything that is reported in it.
#[derive(Debug)]
pub(crate) struct Discourse<'a, 't, 'l> {
    pub(crate) narration: Narration<'a, 't>,
    pub(crate) stretches: Vec<QuotedSpan>,
    pub(crate) reports: Vec<Report<'l>>,
    /// In the order of the text.
    pub(crate) quotations: Vec<Quotation>,
}

/// Space that one text after the other is read in.
#[derive(Debug, Default)]
pub(crate) struct Space {
    narration: syntax::Space,
    reports: Vec<Report<'static>>,
    quotations: Vec<Quotation>,
}

impl<'a, 't> Discourse<'a, 't, 'static> {
    pub(crate) fn read(
        text: &'a Text<'t>,
        tagging: &Tagging,
        cast: &Cast,
        lexicon: &'static Lexicon,
        classes: &[CueClass],
        space: Space,
    ) -> Self {
        let stretches = text::quoted_spans(text);
        let narration = Narration::tell(text, tagging, cast, &stretches, space.narration);
        let reports = cue::find(&narration, lexicon, space.reports);
        let turns = transcript::turns(&narration, cast);
        let quotations = quotations(&narration, &stretches, &reports, classes, turns, space.quotations);
        Self { narration, stretches, reports, quotations }
    }

    /// The space of what has been read.
    pub(crate) fn emptied(self) -> Space {
        let Self { narration, mut reports, mut quotations, .. } = self;
        reports.clear();
        quotations.clear();
        Space { narration: narration.emptied(), reports, quotations }
    }
}

impl<'a, 't> Discourse<'a, 't, '_> {
    /// The content as spans of the text, one a part; one a paragraph where a quotation runs over several.
    pub(crate) fn content<'s>(&'s self, quotation: &'s Quotation) -> impl Iterator<Item = Span> + 's {
        quotation.parts.iter().map(|part| self.narration.span(part.clone()))
    }

    /// The words between quotation marks; of a turn in a transcript all that is said.
    pub(crate) fn quoted<'s>(&'s self, quotation: &'s Quotation) -> impl Iterator<Item = Span> + 's {
        let marked = if quotation.turn.is_none() { quotation.stretches.as_slice() } else { &[] };
        let said = if quotation.turn.is_some() { quotation.parts.as_slice() } else { &[] };
        let marked = marked.iter().map(|&stretch| self.stretches[stretch].inner_span(self.narration.text));
        let said = said.iter().map(|part| self.narration.span(part.clone()));
        marked.filter(|span| !span.is_empty()).chain(said)
    }

    /// The tokens of the words that [`quoted`](Self::quoted) gives as spans.
    pub(crate) fn spoken(&self, quotation: &Quotation) -> Parts {
        let items = &self.narration.items;
        match quotation.turn {
            Some(_) => {
                quotation.parts.iter().map(|part| items[part.start].first()..items[part.end - 1].end()).collect()
            }
            None => quotation.stretches.iter().map(|&stretch| self.stretches[stretch].inner()).collect(),
        }
    }
}

fn quotations(
    narration: &Narration,
    stretches: &[QuotedSpan],
    reports: &[Report],
    classes: &[CueClass],
    turns: Vec<Spoken>,
    space: Vec<Quotation>,
) -> Vec<Quotation> {
    let clauses = clause::Clauses { narration, stretches, reports };
    let mut governed = space;
    governed.reserve(reports.len() + stretches.len());
    let mut notes = Notes { narration, paragraph: 0..0, noted: false };
    for (index, report) in reports.iter().enumerate() {
        let included = classes.contains(&report.cue.class);
        // What is only thought counts where it is quoted: in its sentence, or as the last words before that.
        let sentence = narration.sentence_of(report.verb);
        if !included && !narration.quotes_any(sentence.start.saturating_sub(1)..sentence.end) {
            continue;
        }
        let Some(mut content) = clauses.content(index) else { continue };
        let inside =
            |items: &Range<usize>| content.parts.iter().any(|part| part.start < items.end && items.start < part.end);
        if content.parts.iter().any(Range::is_empty)
            || inside(&report.group)
            || report.subject.as_ref().is_some_and(|subject| inside(&subject.items))
        {
            continue;
        }
        // `urged {the town to vote}`: who is asked opens the content.
        let asked = |addressee: &Phrase| content.object && addressee.items.start == content.parts[0].start;
        if content.addressee.as_ref().is_some_and(|addressee| inside(&addressee.items) && !asked(addressee)) {
            content.addressee = None;
        }
        // Words in quotation marks alone were said or written, whatever the cue: “It will pass,” he hoped.
        let quoted = || content.parts.iter().flat_map(Clone::clone).all(|item| narration.quote(item).is_some());
        // What the publisher notes about an article is no part of what the article tells.
        if (!included || notes.have(report.verb)) && !quoted() {
            continue;
        }
        let parts = &content.parts;
        let nested = governed.iter().rev().take(4).any(|outer| {
            outer.parts.iter().any(|part| parts.iter().all(|inner| part.start <= inner.start && inner.end <= part.end))
        });
        // `said the thief hit her and threatened …`: nobody but the thief is told of there.
        let joined = report.order == Order::Shared
            && report.group.start.checked_sub(1).is_some_and(|before| narration.has(before, Tags::CONJUNCTION));
        let told = joined
            && governed.iter().rev().take(4).any(|outer| {
                let same = outer.governor.as_ref().is_some_and(|governor| {
                    let outer = &reports[governor.report];
                    governor.side == Side::Right && outer.subject == report.subject
                });
                same && outer.parts.iter().any(|part| part.contains(&report.verb))
            });
        if told {
            continue;
        }
        // Inside what somebody else reports only a clause of its own counts as a second report.
        if nested && (!included || content.object) {
            continue;
        }
        let governor =
            Governor { report: index, side: content.side, colon: content.colon, addressee: content.addressee };
        governed.push(quotation(narration, stretches, content.parts, Some(governor)));
    }
    let kept = without_conflicts(governed);
    let mut claimed = vec![false; stretches.len()];
    let turns: Vec<Quotation> = turns.into_iter().map(|spoken| spoken_turn(narration, stretches, spoken)).collect();
    for stretch in kept.iter().chain(&turns).flat_map(|quotation| &quotation.stretches) {
        claimed[*stretch] = true;
    }
    let unclaimed = narration.quotes.iter().filter(|&&item| {
        narration.quote(item).is_some_and(|stretch| !claimed[stretch] && !stretches[stretch].inner().is_empty())
    });
    let alone = unclaimed.map(|&item| quotation(narration, stretches, std::iter::once(item..item + 1).collect(), None));
    let mut kept = joined_over_paragraphs(merged(kept, alone), stretches);
    if !turns.is_empty() {
        // What begins with the label of a turn and goes on in its words was misread.
        kept.retain(|quotation| {
            let start = order(quotation).0;
            let behind = turns.partition_point(|turn| order(turn).0 <= start);
            turns.get(behind).and_then(|next| next.turn.as_ref()).is_none_or(|next| start < next.label.items.start)
        });
        kept.extend(turns);
    }
    in_order(&mut kept);
    without_second_hand(nested_or_apart(kept), reports)
}

/// Looks once at each paragraph that reports stand in, for they come in the order of the text.
struct Notes<'a, 'b, 't> {
    narration: &'a Narration<'b, 't>,
    /// The items of the last one.
    paragraph: Range<usize>,
    noted: bool,
}

impl Notes<'_, '_, '_> {
    /// What the publisher notes has this item.
    fn have(&mut self, item: usize) -> bool {
        if !self.paragraph.contains(&item) {
            let paragraph = self.narration.paragraph_of(item);
            self.paragraph = self.narration.paragraphs.get(paragraph).cloned().unwrap_or_default();
            self.noted = self.narration.is_note(paragraph);
        }
        self.noted
    }
}

fn spoken_turn(narration: &Narration, stretches: &[QuotedSpan], spoken: Spoken) -> Quotation {
    let turn = Some(Box::new(spoken.turn));
    let quotation = quotation(narration, stretches, spoken.parts, None);
    Quotation { form: Form::Direct, standalone: true, turn, ..quotation }
}

fn order(quotation: &Quotation) -> (usize, Reverse<usize>) {
    let Range { start, end } = bounds(quotation);
    (start, Reverse(end))
}

/// Most lists are in order already, and a quotation is costly to move.
fn in_order(quotations: &mut [Quotation]) {
    if !quotations.is_sorted_by_key(order) {
        quotations.sort_by_key(order);
    }
}

/// Both of them are in order, and so is what comes of them.
fn merged(governed: Vec<Quotation>, alone: impl Iterator<Item = Quotation>) -> Vec<Quotation> {
    let mut alone = alone.peekable();
    if alone.peek().is_none() {
        return governed;
    }
    let mut all = Vec::with_capacity(governed.capacity());
    for quotation in governed {
        while let Some(before) = alone.next_if(|next| order(next) < order(&quotation)) {
            all.push(before);
        }
        all.push(quotation);
    }
    all.extend(alone);
    all
}

/// From the first part to the last.
fn bounds(quotation: &Quotation) -> Range<usize> {
    let start = quotation.parts.first().map_or(0, |part| part.start);
    let end = quotation.parts.last().map_or(0, |part| part.end);
    start..end
}

/// A quotation whose paragraphs all open with a mark is one: its pieces join the one that has a report, else the first.
fn joined_over_paragraphs(quotations: Vec<Quotation>, stretches: &[QuotedSpan]) -> Vec<Quotation> {
    if stretches.iter().all(|stretch| !stretch.continues) {
        return quotations;
    }
    // The chain that each stretch belongs to: the position of its first stretch.
    let mut chain: Vec<usize> = (0..stretches.len()).collect();
    let mut open = None;
    for (index, stretch) in stretches.iter().enumerate().filter(|(_, stretch)| stretch.depth == 0) {
        chain[index] = open.unwrap_or(index);
        open = stretch.continues.then_some(chain[index]);
    }
    let of_chain = |quotation: &Quotation| quotation.stretches.first().map(|&stretch| chain[stretch]);
    let mut leaders: Vec<Option<usize>> = vec![None; stretches.len()];
    for (index, quotation) in quotations.iter().enumerate().filter(|(_, quotation)| quotation.form == Form::Direct) {
        for chain in quotation.stretches.iter().map(|&stretch| chain[stretch]) {
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
    kept.into_iter()
        .map(|(index, mut quotation)| {
            for piece in pieces[index].drain(..) {
                quotation.parts.extend(piece.parts);
                quotation.stretches.extend(piece.stretches);
                quotation.standalone |= piece.standalone;
            }
            quotation.parts.sort_by_key(|part| part.start);
            quotation.stretches.sort_unstable();
            quotation
        })
        .collect()
}

/// Reports inside of more than so many others are no longer told apart. News has three; without a limit, a text that says
/// `when she said that` over and over would have a record of a hundred times its length.
const DEEPEST: usize = 8;

/// The last word on the law that two quotations are nested or apart: in order, what crosses an earlier one goes, and what
/// is too deep inside of others.
fn nested_or_apart(mut quotations: Vec<Quotation>) -> Vec<Quotation> {
    let mut kept = 0;
    let mut open: SmallVec<[usize; 8]> = SmallVec::new();
    for index in 0..quotations.len() {
        let Range { start, end } = bounds(&quotations[index]);
        while open.last().is_some_and(|&outer| bounds(&quotations[outer]).end <= start) {
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
fn without_second_hand(mut quotations: Vec<Quotation>, reports: &[Report]) -> Vec<Quotation> {
    // Where the furthest part of an earlier quotation ends; in order, what begins before that is inside it.
    let (mut end, mut by_source) = (0, false);
    quotations.retain(|quotation| {
        let report = quotation.governor.as_ref().map(|governor| &reports[governor.report]);
        let inside = quotation.parts.iter().all(|part| part.end <= end);
        let second_hand = report.is_some_and(|report| by_source || report.cue.class != CueClass::Speech);
        let drops = inside && second_hand && quotation.form != Form::Direct;
        if !inside {
            end = quotation.parts.iter().map(|part| part.end).fold(end, usize::max);
            by_source = report.is_some_and(|report| report.order == Order::Source);
        }
        !drops
    });
    quotations
}

fn quotation(narration: &Narration, stretches: &[QuotedSpan], parts: Parts, governor: Option<Governor>) -> Quotation {
    let inside = parts.iter().flat_map(|part| narration.quotes_in(part.clone()));
    let quotes: SmallVec<[usize; 2]> = inside.filter_map(|&item| narration.quote(item)).collect();
    let all_quoted = quotes.len() == parts.iter().map(ExactSizeIterator::len).sum::<usize>();
    let standalone = parts.iter().any(|part| stands_alone(narration, stretches, part));
    let fitted_in = governor.as_ref().is_some_and(|governor| governor.side == Side::Right && !governor.colon)
        && quotes.first().is_some_and(|&quote| opens_small(narration, &stretches[quote]));
    let form = match (quotes.is_empty(), all_quoted && !fitted_in) {
        (true, _) => Form::Indirect,
        (false, true) => Form::Direct,
        (false, false) => Form::Mixed,
    };
    Quotation { form, parts, stretches: quotes, governor, standalone, turn: None }
}

fn opens_small(narration: &Narration, stretch: &QuotedSpan) -> bool {
    narration.text.tokens.get(stretch.inner().start).is_some_and(|token| token.shape == Shape::Lower)
}

/// No heading has more words.
const LONGEST_HEADING: usize = 8;

/// The quotation fills its sentence, or is itself made of sentences.
fn stands_alone(narration: &Narration, stretches: &[QuotedSpan], part: &Range<usize>) -> bool {
    let sentence = narration.sentence_of(part.start);
    let Some(stretch) = narration.quote(part.start).map(|quote| &stretches[quote]) else { return false };
    let inner = stretch.inner();
    let tokens = &narration.text.tokens[inner.clone()];
    let words = tokens.iter().filter(|token| token.is_word()).take(LONGEST_HEADING + 1).count();
    let begins = sentence.start == part.start;
    let ends = (part.end..sentence.end).all(|item| narration.is_terminal(item));
    let last = stretch.last(narration.text);
    let sentence_end = last.is_some_and(|token| token.is_terminal());
    let pauses = last.is_some_and(|token| token.kind == TokenKind::Comma);
    // `“Long Nights at the Lighthouse,” by Orla Brenk`: the title of an article.
    if narration.is_word(part.end, Word::By) && part.end + 1 < sentence.end && !sentence_end_of(stretch, narration) {
        return false;
    }
    // 'A change of heart.': a heading between paragraphs.
    let heading = begins && ends && words <= LONGEST_HEADING && stretch.odd;
    if heading && narration.paragraphs.get(narration.paragraph_of(part.start)).is_some_and(|range| *range == sentence) {
        return false;
    }
    // `the host of “The Long Night With Orla Brenk.”`: the name of a programme, a book, a song.
    if !begins && stretch.is_title(narration.text) {
        return false;
    }
    // `“We will all wake up poor,” is a common saying`: the subject of a sentence of the narrator's.
    let pauses = pauses && (!narration.is_verb(part.end) || narration.has(part.end, Tags::GERUND));
    !opens_small(narration, stretch)
        && (begins && ends && words >= 3
            || words >= 6 && (sentence_end || begins && pauses)
            || begins && words >= 6 && tells(narration, stretch, part.end))
        || begins && ends && words >= 5
}

fn sentence_end_of(stretch: &QuotedSpan, narration: &Narration) -> bool {
    stretch.last(narration.text).is_some_and(|last| last.kind == TokenKind::Stop)
}

/// `“We were right from the first day” about it`: a sentence in marks that goes on outside of them, with no verb there.
fn tells(narration: &Narration, stretch: &QuotedSpan, behind: usize) -> bool {
    let finite = Tags::AUXILIARY | Tags::MODAL | Tags::PAST | Tags::THIRD;
    let told = narration.text.tokens[stretch.inner()].iter().any(|token| token.has(finite));
    let limit = narration.sentence_of(behind).end;
    told && narration.has(behind, Tags::PREPOSITION) && !(behind..limit).any(|item| narration.is_verb(item))
}

/// Leaves out what cuts across another quotation: of two, the one that holds quoted words stays, else the longer.
fn without_conflicts(mut governed: Vec<Quotation>) -> Vec<Quotation> {
    in_order(&mut governed);
    let mut kept = 0;
    for index in 0..governed.len() {
        let range = bounds(&governed[index]);
        let crossing = governed[..kept].iter().rev().take(8).position(|other| {
            let other = bounds(other);
            let nested = other.start <= range.start && range.end <= other.end && other != range;
            other.start < range.end && range.start < other.end && !nested
        });
        match crossing {
            None => {
                if kept < index {
                    governed.swap(kept, index);
                }
                kept += 1;
            }
            Some(back) => {
                let other = kept - 1 - back;
                let rank = |quotation: &Quotation| (Reverse(quotation.form), rank(quotation));
                if rank(&governed[index]) > rank(&governed[other]) {
                    governed.swap(other, index);
                }
            }
        }
    }
    governed.truncate(kept);
    governed
}

fn rank(quotation: &Quotation) -> u8 {
    match quotation.governor.as_ref().map(|governor| governor.side) {
        Some(Side::Both) => 3,
        Some(Side::Left) => 2,
        Some(Side::Right) => 1,
        None => 0,
    }
}
