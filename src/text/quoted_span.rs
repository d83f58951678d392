//! Quotation marks paired into spans of quoted text.

use std::ops::Range;

use smallvec::SmallVec;

use super::Text;
use super::token::{Family, Mark, MarkSide, Shape, Token, TokenKind};
use crate::lexicon::{Morphology, WordClass};
use crate::span::Span;

/// Text between a quotation mark and its partner, or the end of its paragraph where the partner is missing.
#[derive(Clone, Debug)]
pub(crate) struct QuotedSpan {
    /// Tokens with both marks.
    pub(crate) tokens: Range<usize>,
    pub(crate) closed: bool,
    /// The next paragraph's span goes on with this one.
    pub(crate) continues: bool,
    /// How many spans it lies in.
    pub(crate) depth: usize,
    /// It stands between single marks in a text that quotes with double ones.
    pub(crate) odd: bool,
}

impl QuotedSpan {
    /// The words between the marks.
    pub(crate) fn inner(&self) -> Range<usize> {
        let end = if self.closed { self.tokens.end - 1 } else { self.tokens.end };
        self.tokens.start + 1..end.max(self.tokens.start + 1)
    }

    /// The last token between the marks that is no mark: the comma of `“He said, ‘No,’” she told them`.
    pub(crate) fn last<'x>(&self, text: &'x Text) -> Option<&'x Token> {
        text.tokens[self.inner()].iter().rev().find(|token| !matches!(token.kind, TokenKind::Mark(_)))
    }

    /// Every word that counts is capitalized: the name of a programme, a book, a song.
    pub(crate) fn is_title(&self, text: &Text) -> bool {
        let tokens = text.tokens[self.inner()].iter();
        let mut words = tokens.filter(|token| token.is_word() && !token.has(WordClass::FUNCTION)).peekable();
        // In a headline all words are capitalized; those that are said have a pronoun or an auxiliary.
        let talks = |token: &Token| token.has(WordClass::SUBJECT | WordClass::AUXILIARY | WordClass::MODAL);
        let told = || self.is_in_headline(text) && text.tokens[self.inner()].iter().any(talks);
        words.peek().is_some() && words.all(|token| token.shape != Shape::Lower) && !told()
    }

    /// It is a part of a headline, and not all of it.
    fn is_in_headline(&self, text: &Text) -> bool {
        let sentence = text.sentence_at(self.tokens.start);
        text.casing(self.tokens.start).is_of_all() && text.sentences.get(sentence) != Some(&self.tokens)
    }

    /// The first word between the marks is in lower case: it goes on with what stands before.
    pub(crate) fn opens_small(&self, text: &Text) -> bool {
        text.tokens.get(self.inner().start).is_some_and(|token| token.shape == Shape::Lower)
    }

    pub(crate) fn inner_span(&self, text: &Text) -> Span {
        let inner = self.inner();
        if inner.is_empty() {
            let at = text.tokens[self.tokens.start].span.end;
            return Span::new(at, at);
        }
        text.span(inner)
    }
}

/// No report between two pieces of a quotation has more words, where a mark is missing.
const LONGEST_REPORT: usize = 6;

/// A mark whose partner has not come yet.
struct OpenMark {
    token: usize,
    family: Family,
    /// Position in the list of spans, kept so that outer spans come before inner ones.
    slot: usize,
}

fn mark_at(text: &Text, token: usize) -> Option<Mark> {
    match text.tokens[token].kind {
        TokenKind::Mark(mark) => Some(mark),
        _ => None,
    }
}

/// Pairs the marks of the whole text; the result is ordered by start, outer before inner.
pub(crate) fn quoted_spans(text: &Text) -> Vec<QuotedSpan> {
    if text.marks.is_empty() {
        return Vec::new();
    }
    let found = Vec::with_capacity(text.marks.len());
    let mut pairing = Pairing { text, found, stack: Vec::with_capacity(4), open: [0; 5], carried: None };
    let mut marks = &text.marks[..];
    for range in &text.paragraphs {
        let own;
        (own, marks) = marks.split_at(marks.iter().take_while(|&&mark| mark < range.end).count());
        pairing.paragraph(range, own);
    }
    // Marks around nothing quote nothing.
    let has_words = |span: &QuotedSpan| text.tokens[span.inner()].iter().any(Token::is_spoken);
    let mut found: Vec<QuotedSpan> = Vec::with_capacity(pairing.found.len());
    found.extend(pairing.found.into_iter().flatten().filter(has_words));
    let family = |span: &QuotedSpan| mark_at(text, span.tokens.start).map(|mark| mark.family);
    let outer = |wanted| found.iter().filter(|span| span.depth == 0 && family(span) == Some(wanted)).count();
    // One that lost its partner does not make a text quote with double marks.
    let doubles = outer(Family::Double);
    if doubles > 0 && doubles * 2 >= outer(Family::Single) {
        for span in &mut found {
            span.odd = family(span) == Some(Family::Single);
        }
    }
    found
}

struct Pairing<'a, 't> {
    text: &'a Text<'t>,
    /// A slot is reserved when a mark opens and filled when its span ends.
    found: Vec<Option<QuotedSpan>>,
    stack: Vec<OpenMark>,
    /// How many marks of each family are on the stack, so that no look at it is longer than what it pops.
    open: [usize; 5],
    /// The slot and family of the span that the last paragraph left open.
    carried: Option<(usize, Family)>,
}

impl Pairing<'_, '_> {
    /// Pairs the marks of one paragraph.
    fn paragraph(&mut self, range: &Range<usize>, marks: &[usize]) {
        if marks.is_empty() {
            // What the last paragraph left open ended there.
            self.carried = None;
            return;
        }
        self.settle_carried(range);
        let first_slot = self.found.len();
        for &token in marks {
            let Some(mark) = mark_at(self.text, token) else { continue };
            match self.side(token, mark, range) {
                MarkSide::Open => self.open(token, mark.family),
                MarkSide::Close => self.close(token, mark.family, range),
                MarkSide::Either => {}
            }
        }
        self.end_paragraph(range);
        self.set_depths(first_slot);
    }

    /// What the last paragraph left open either goes on here or ended there.
    fn settle_carried(&mut self, range: &Range<usize>) {
        let Some((slot, family)) = self.carried.take() else { return };
        let Some(first) = mark_at(self.text, range.start) else {
            return self.stray_break(slot, family, range);
        };
        // Straight marks around a page, curly ones in what it quotes: not the same quotation.
        let straight = |token: usize| self.text.word(token) == "\"";
        let alike = self.found[slot].as_ref().is_some_and(|open| straight(open.tokens.start) == straight(range.start));
        if first.family == family
            && first.side != MarkSide::Close
            && alike
            && let Some(span) = self.found[slot].as_mut()
        {
            span.continues = true;
        }
    }

    /// A paragraph break that cut a quotation in two: the first mark of the paragraph closes.
    fn stray_break(&mut self, slot: usize, family: Family, range: &Range<usize>) {
        let first = range.clone().find(|&token| mark_at(self.text, token).is_some_and(|mark| mark.family == family));
        let Some(token) = first else { return };
        if mark_at(self.text, token).is_some_and(|mark| mark.side == MarkSide::Close)
            && let Some(span) = self.found[slot].as_mut()
        {
            let start = span.tokens.start;
            // What was nested in the open rest of the paragraph stays nested; the outer one takes in the break.
            span.tokens = start..token + 1;
            span.closed = true;
        }
    }

    fn side(&self, token: usize, mark: Mark, range: &Range<usize>) -> MarkSide {
        let open = self.open[mark.family as usize] > 0;
        match mark.side {
            MarkSide::Either if mark.family == Family::Single => MarkSide::Either,
            MarkSide::Either if open => MarkSide::Close,
            MarkSide::Either => MarkSide::Open,
            // German style: the mark that closes has the shape of one that opens.
            MarkSide::Open
                if open && token > range.start && !self.text.tokens[token].spaced && self.text.word(token) == "“" =>
            {
                MarkSide::Close
            }
            side => side,
        }
    }

    fn open(&mut self, token: usize, family: Family) {
        self.found.push(None);
        self.open[family as usize] += 1;
        self.stack.push(OpenMark { token, family, slot: self.found.len() - 1 });
    }

    fn pop(&mut self) -> Option<OpenMark> {
        let open = self.stack.pop()?;
        self.open[open.family as usize] -= 1;
        Some(open)
    }

    fn close(&mut self, token: usize, family: Family, range: &Range<usize>) {
        let top_fits = self.stack.last().is_some_and(|open| open.family == family);
        // A single mark never closes over a double one that is still open.
        if self.open[family as usize] == 0
            || family == Family::Single && (!top_fits || self.is_plural_possessive(token, range))
        {
            return;
        }
        while let Some(open) = self.pop() {
            if open.family == family {
                let tokens = open.token..token + 1;
                self.found[open.slot] =
                    Some(QuotedSpan { tokens, closed: true, continues: false, depth: 0, odd: false });
                return;
            }
        }
    }

    /// `the leaders’ talks’`: with another closing mark to come in the sentence, this one is an apostrophe.
    fn is_plural_possessive(&self, token: usize, range: &Range<usize>) -> bool {
        let behind_s = token > range.start && self.text.word(token - 1).ends_with(['s', 'S', 'x', 'z']);
        let before_word = token + 1 < range.end && self.text.tokens[token + 1].is_word();
        behind_s
            && before_word
            && (token + 1..range.end)
                .take(60)
                .take_while(|&next| !self.text.tokens[next].is_terminal())
                .find_map(|next| mark_at(self.text, next).filter(|mark| mark.family == Family::Single))
                .is_some_and(|mark| mark.side == MarkSide::Close)
    }

    /// What is still open ends with the paragraph, or before the next quotation in it.
    fn end_paragraph(&mut self, range: &Range<usize>) {
        // A span of its own family that begins later, closed or not, ends one that was never closed; others are nested in it.
        let mut limits = [None; 5];
        let mut slot = self.found.len();
        while let Some(open) = self.pop() {
            while slot > open.slot + 1 {
                slot -= 1;
                let Some(span) = self.found[slot].as_ref() else { continue };
                if let Some(mark) = mark_at(self.text, span.tokens.start) {
                    limits[mark.family as usize] = Some(span.tokens.start);
                }
            }
            slot = open.slot;
            let limit = limits[open.family as usize];
            // A lone single mark is more likely an apostrophe than a quotation.
            if open.family == Family::Single {
                continue;
            }
            let end = match limit {
                Some(limit) => {
                    self.report_before(open.token, limit).unwrap_or_else(|| self.sentence_end_before(open.token, limit))
                }
                None => self.report_at_end(open.token, range.end).unwrap_or(range.end),
            };
            if end > open.token + 1 {
                let tokens = open.token..end;
                self.found[open.slot] =
                    Some(QuotedSpan { tokens, closed: false, continues: false, depth: 0, odd: false });
                if limit.is_none() && end == range.end {
                    self.carried = Some((open.slot, open.family));
                }
                limits[open.family as usize] = Some(open.token);
            }
        }
    }

    /// `“We sail, he added, “at noon.”`: the report in front of the next quotation is in no marks.
    fn report_before(&self, start: usize, limit: usize) -> Option<usize> {
        let last = limit.checked_sub(1).filter(|&last| self.text.tokens[last].kind == TokenKind::Comma)?;
        self.report_up_to(start, last)
    }

    /// `“We sail, he said.`, unless the next paragraph goes on with the words.
    fn report_at_end(&self, start: usize, end: usize) -> Option<usize> {
        let goes_on = self.text.tokens.get(end).is_some_and(|next| matches!(next.kind, TokenKind::Mark(_)));
        let last = end.checked_sub(1).filter(|&last| !goes_on && self.text.tokens[last].is_terminal())?;
        let says = |token: &Token| {
            token.has(WordClass::CUE)
                && !(token.has(WordClass::NOUN_CUE) || token.has(Morphology::GERUND | Morphology::BASE))
        };
        let edges = |from: usize| says(&self.text.tokens[from]) || says(&self.text.tokens[last - 1]);
        self.report_up_to(start, last).filter(|&from| edges(from))
    }

    fn report_up_to(&self, start: usize, last: usize) -> Option<usize> {
        let tokens = &self.text.tokens;
        let is_comma = |at: usize| tokens[at].kind == TokenKind::Comma;
        if last <= start {
            return None;
        }
        let floor = (start + 1).max(last.saturating_sub(LONGEST_REPORT));
        let comma = (floor..last).rev().find(|&at| is_comma(at))?;
        let between = &tokens[comma + 1..last];
        let reports = between.iter().any(|token| token.has(WordClass::CUE)) && between.iter().all(Token::is_word);
        (reports && between.len() > 1).then_some(comma + 1)
    }

    /// The last sentence end between an unclosed mark and the quotation that follows it.
    fn sentence_end_before(&self, start: usize, limit: usize) -> usize {
        let at = self.text.sentences.partition_point(|sentence| sentence.end <= start);
        self.text.sentences[at..]
            .iter()
            .map(|sentence| sentence.end)
            .take_while(|&end| end <= limit)
            .last()
            .unwrap_or(limit)
    }

    /// How deep each span of the paragraph lies, from the spans alone.
    fn set_depths(&mut self, first_slot: usize) {
        let mut ends: SmallVec<[usize; 4]> = SmallVec::new();
        for span in self.found[first_slot..].iter_mut().flatten() {
            while ends.last().is_some_and(|&end| end <= span.tokens.start) {
                ends.pop();
            }
            span.depth = ends.len();
            ends.push(span.tokens.end);
        }
    }
}
