//! What a reporting verb reports: the clause or quotation behind it or before it.

use std::ops::Range;

use super::cue::{Order, Report};
use super::narration::{ItemKind, Narration};
use super::phrase::Phrase;
use super::stretch::Stretch;
use crate::lexicon::{Frames, Tags, Word};
use crate::text::{Shape, TokenKind};

/// Where the content stands with respect to its cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// Trump said he would.
    Right,
    /// He would, Trump said.
    Left,
    /// “He would,” Trump said, “and soon.”
    Both,
}

/// The content of a report, as items.
#[derive(Clone, Debug)]
pub(crate) struct Content {
    pub(crate) parts: Vec<Range<usize>>,
    pub(crate) side: Side,
    pub(crate) addressee: Option<Phrase>,
    /// A colon introduces it.
    pub(crate) colon: bool,
    /// It is an object or an infinitive of the verb, not a clause or a quotation.
    pub(crate) object: bool,
}

/// How far the complement may be from its verb, in items.
const REACH: usize = 30;

/// A content begins here.
struct Start {
    at: usize,
    kind: Kind,
    colon: bool,
    addressee: Option<Phrase>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Quote,
    Clause,
    /// An object or an infinitive: the rest of the verb's own clause.
    Object,
}

pub(crate) struct Clauses<'a, 't, 'l> {
    pub(crate) narration: &'a Narration<'a, 't>,
    pub(crate) stretches: &'a [Stretch],
    pub(crate) reports: &'a [Report<'l>],
}

impl Clauses<'_, '_, '_> {
    /// The content of one report, if it reports anything.
    pub(crate) fn content(&self, index: usize) -> Option<Content> {
        let report = &self.reports[index];
        if report.passive {
            return None;
        }
        let narration = self.narration;
        let sentence = narration.sentence_of(report.verb);
        match report.order {
            Order::Source => return self.around_source(report, &sentence),
            Order::Noun => return self.of_noun(report, &sentence),
            _ => {}
        }
        let behind = if report.order == Order::After {
            report.subject.as_ref().map_or(report.group.end, |subject| subject.items.end)
        } else {
            report.group.end
        };
        let left = self.left(report, &sentence);
        let right = self.right(report, behind, &sentence);
        match (left, right) {
            (Some(left), Some(right)) if right.kind == Kind::Quote && narration.quote(left.end - 1).is_some() => {
                Some(Content {
                    parts: vec![left, self.extent(index, &right, &sentence)],
                    side: Side::Both,
                    addressee: right.addressee,
                    colon: false,
                    object: false,
                })
            }
            (None, None) => self.around(report, &sentence),
            // `While he called it “good,” he stressed that …`: the words in marks belong to the clause before.
            (Some(left), right)
                if right
                    .as_ref()
                    .is_none_or(|right| right.kind != Kind::Clause || self.is_whole_quotation(left.end - 1)) =>
            {
                Some(Content {
                    parts: vec![left],
                    side: Side::Left,
                    addressee: right
                        .and_then(|right| right.addressee)
                        .or_else(|| self.addressee(report, behind, sentence.end).map(|found| found.0)),
                    colon: false,
                    object: false,
                })
            }
            (_, Some(right)) => {
                let part = self.extent(index, &right, &sentence);
                (part.start < part.end).then(|| Content {
                    parts: vec![part],
                    side: Side::Right,
                    addressee: right.addressee,
                    colon: right.colon,
                    object: right.kind == Kind::Object
                        || right.kind == Kind::Clause && narration.quote(right.at).is_some(),
                })
            }
            _ => None,
        }
    }

    /// `CLAUSE, S said, CLAUSE`: the report stands inside what it reports, between two commas.
    fn around(&self, report: &Report, sentence: &Range<usize>) -> Option<Content> {
        let narration = self.narration;
        let (start, end) = match (report.order, &report.subject) {
            (Order::Before, Some(subject)) => (subject.items.start.min(report.group.start), report.group.end),
            (Order::After, Some(subject)) => (report.group.start, subject.items.end),
            _ => return None,
        };
        let fits =
            report.cue.frames.intersects(Frames::QUOTE) && report.cue.frames.intersects(Frames::BARE | Frames::CLAUSE);
        let parted = start > sentence.start + 1 && narration.is_comma(start - 1) && narration.is_comma(end);
        if !fits || !parted {
            return None;
        }
        let before = self.trimmed(self.clause_start(sentence)..start - 1);
        let behind = self.trimmed(end + 1..sentence.end);
        (!before.is_empty() && behind.len() >= 2).then(|| Content {
            parts: vec![before, behind],
            side: Side::Both,
            addressee: None,
            colon: false,
            object: false,
        })
    }

    /// `According to X, CLAUSE` and `CLAUSE, according to X`.
    fn around_source(&self, report: &Report, sentence: &Range<usize>) -> Option<Content> {
        let narration = self.narration;
        let first = report.group.start;
        let leads =
            first == sentence.start || first == sentence.start + 1 && narration.has(sentence.start, Tags::CONJUNCTION);
        let end = report.subject.as_ref()?.items.end;
        let (part, side) = if leads {
            let comma = (end..sentence.end).find(|&at| narration.is_comma(at))?;
            (comma + 1..sentence.end, Side::Right)
        } else {
            let start = self.clause_start(sentence).min(first);
            if let Some(rest) = self.goes_on_behind_source(start..first, end, sentence.end) {
                let parts = vec![self.trimmed(start..first), rest];
                return Some(Content { parts, side: Side::Both, addressee: None, colon: false, object: false });
            }
            (start..first, Side::Left)
        };
        let part = self.trimmed(part);
        let enough = part.len() >= 2 || part.len() == 1 && narration.quote(part.start).is_some();
        enough.then(|| Content { parts: vec![part], side, addressee: None, colon: false, object: false })
    }

    /// `The ferry, according to X, will sail`: the source stands between a subject and its verb.
    fn goes_on_behind_source(&self, before: Range<usize>, end: usize, limit: usize) -> Option<Range<usize>> {
        let narration = self.narration;
        let subject = narration.phrase_starting_at(before.start, before.end)?;
        let verb = (end + 1..limit).find(|&at| !narration.is_adverb(at))?;
        let parted = subject.items.end + 1 == before.end
            && narration.is_comma(subject.items.end)
            && narration.is_comma(end)
            && narration.is_verb(verb)
            && !narration.has(verb, Tags::GERUND);
        let rest = self.trimmed(end + 1..limit);
        (parted && !rest.is_empty()).then_some(rest)
    }

    pub(super) fn trimmed(&self, mut part: Range<usize>) -> Range<usize> {
        while part.start < part.end && self.is_outer_punctuation(part.end - 1) {
            part.end -= 1;
        }
        while part.start < part.end && self.is_outer_punctuation(part.start) {
            part.start += 1;
        }
        part
    }

    pub(super) fn frames(&self, report: &Report) -> Frames {
        report.cue.frames
    }

    /// `CLAUSE, S V`, `“QUOTE,” S V`, `“QUOTE,” V S`.
    fn left(&self, report: &Report, sentence: &Range<usize>) -> Option<Range<usize>> {
        let narration = self.narration;
        if !self.frames(report).intersects(Frames::QUOTE | Frames::BARE | Frames::CLAUSE)
            || matches!(report.order, Order::Shared | Order::Participle)
            || self.is_relative(report)
        {
            return None;
        }
        let first = match (report.order, &report.subject) {
            (Order::After, _) | (_, None) => report.group.start,
            (_, Some(subject)) => subject.items.start.min(report.group.start),
        };
        let mut edge = first;
        while edge > sentence.start && narration.is_adverb(edge - 1) {
            edge -= 1;
        }
        // `“QUOTE,” as S put it`, but not `“QUOTE” as S promised to …` or `CLAUSE, as the crowd cheered`.
        if edge > sentence.start + 1
            && narration.is_word(edge - 1, Word::As)
            && narration.quote(edge - 2).is_some_and(|quote| self.reaches_out(quote))
            && self.closes_sentence(report, sentence)
        {
            edge -= 1;
        }
        if edge == sentence.start {
            return self.quote_of_last_sentence(report, edge, sentence);
        }
        let mut last = edge - 1;
        if narration.is_comma(last) || narration.is_dash(last) {
            last = last.checked_sub(1).filter(|&last| last >= sentence.start)?;
        }
        let quote = narration.quote(last);
        if quote.is_none() && !narration.is_comma(edge - 1) {
            return None;
        }
        // `on “This Morning,” Doe said`: a title inside the narrator's own phrase.
        if quote.is_some_and(|quote| self.is_title(quote))
            && last > sentence.start
            && narration.has(last - 1, Tags::PREPOSITION | Tags::POSSESSIVE | Tags::DETERMINER)
        {
            return None;
        }
        let follows = quote.is_some() && (report.order == Order::After || self.closes_sentence(report, sentence));
        if quote.is_some_and(|quote| self.reaches_out(quote))
            || follows
            || quote.is_some() && narration.is_comma(edge - 1)
        {
            let start = self.left_start(last, sentence);
            // A whole quotation stands alone; words before it make it part of a clause.
            return Some(start..last + 1);
        }
        if quote.is_some() || self.has_right_that(report) {
            return None;
        }
        // A clause of the narrator: it needs a verb of its own, and the report must close the sentence or be parted.
        let start = self.clause_start(sentence);
        let behind = match (report.order, &report.subject) {
            (Order::After, Some(subject)) => subject.items.end,
            _ => report.group.end,
        };
        // `CLAUSE, S said, CLAUSE` is told whole.
        let goes_on = narration.is_comma(behind) && behind + 2 < sentence.end;
        let closes = self.closes_sentence(report, sentence) && !goes_on;
        let clause = start..last + 1;
        // `While it rains, he said` leads into a clause to come; with a comma of its own the clause is there.
        let whole =
            !narration.has(start, Tags::SUBORDINATOR | Tags::WH) || clause.clone().any(|at| narration.is_comma(at));
        (closes && whole && clause.len() >= 3 && clause.clone().any(|at| narration.is_verb(at))).then_some(clause)
    }

    /// Every word that counts is capitalized: the name of a programme, a book, a song.
    fn is_title(&self, quote: usize) -> bool {
        let tokens = &self.narration.text.tokens[self.stretches[quote].inner()];
        let mut words = tokens.iter().filter(|token| token.is_word() && !token.has(Tags::FUNCTION)).peekable();
        words.peek().is_some() && words.all(|token| token.shape != Shape::Lower)
    }

    fn has_right_that(&self, report: &Report) -> bool {
        self.narration.is_word(report.group.end, Word::That)
    }

    /// Behind the report comes the end of the sentence, a comma, or an adverbial.
    fn closes_sentence(&self, report: &Report, sentence: &Range<usize>) -> bool {
        let narration = self.narration;
        let end = match (report.order, &report.subject) {
            (Order::After, Some(subject)) => subject.items.end,
            _ => report.group.end,
        };
        end >= sentence.end
            || narration.is_terminal(end)
            || narration.is_comma(end)
            || narration.is_time(end)
            || narration.has(end, Tags::PREPOSITION) && !narration.infinitive_begins(end)
    }

    /// The quotation ends in a comma, a question or an exclamation: its sentence goes on behind it.
    fn reaches_out(&self, quote: usize) -> bool {
        let stretch = &self.stretches[quote];
        let inner = stretch.inner();
        let text = self.narration.text;
        inner.end > inner.start
            && stretch.closed
            && matches!(
                text.tokens[inner.end - 1].kind,
                TokenKind::Comma
                    | TokenKind::Question
                    | TokenKind::Exclamation
                    | TokenKind::Dash
                    | TokenKind::Ellipsis
                    | TokenKind::Hyphen
            )
            || stretch.closed && text.tokens.get(inner.end.wrapping_sub(1)).is_some_and(|token| token.is_terminal())
    }

    /// Where the content before a report begins: at the quotation, or at the words that lead into it.
    fn left_start(&self, last: usize, sentence: &Range<usize>) -> usize {
        let narration = self.narration;
        let Some(quote) = narration.quote(last) else { return sentence.start };
        let stretch = &self.stretches[quote];
        let inner = stretch.inner();
        let sentence_like = narration.text.tokens.get(inner.start).is_some_and(|token| token.shape != Shape::Lower);
        if sentence_like && inner.len() > 2 || last == sentence.start {
            // Quotations side by side are told together.
            let mut start = last;
            while start > sentence.start && narration.quote(start - 1).is_some() {
                start -= 1;
            }
            return start;
        }
        self.clause_start(sentence)
    }

    /// The first item of a sentence that is not `But` or `And` or a label.
    fn clause_start(&self, sentence: &Range<usize>) -> usize {
        let narration = self.narration;
        if narration.has(sentence.start, Tags::CONJUNCTION) && sentence.len() > 1 {
            let comma = usize::from(narration.is_comma(sentence.start + 1));
            return sentence.start + 1 + comma;
        }
        sentence.start
    }

    /// `“Next time in Moscow?” Putin asked.`: the mark ended a sentence, but not the report.
    fn quote_of_last_sentence(&self, report: &Report, edge: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
        let narration = self.narration;
        let addressed = self.addressee(report, report.group.end, sentence.end).map(|(_, end)| end);
        let closes = self.closes_sentence(report, sentence)
            || addressed.is_some_and(|end| end >= sentence.end || narration.is_terminal(end) || narration.is_time(end));
        if edge != sentence.start || edge == 0 || !closes {
            return None;
        }
        let quote = narration.quote(edge - 1)?;
        let same_paragraph = narration.paragraph_of(edge - 1) == narration.paragraph_of(edge);
        let stretch = &self.stretches[quote];
        let inner = stretch.inner();
        let asks = narration.text.tokens.get(inner.end.wrapping_sub(1)).is_some_and(|token| {
            matches!(token.kind, TokenKind::Question | TokenKind::Exclamation | TokenKind::Ellipsis)
        });
        let before = narration.sentence_of(edge - 1);
        (same_paragraph && asks && before.start == edge - 1).then_some(edge - 1..edge)
    }

    /// The person told, and where the phrase ends.
    fn addressee(&self, report: &Report, at: usize, limit: usize) -> Option<(Phrase, usize)> {
        let narration = self.narration;
        let frames = self.frames(report);
        let mut first = at;
        if frames.contains(Frames::ADDRESSEE_TO) && narration.is_word(at, Word::To) {
            first = at + 1;
        } else if !frames.contains(Frames::ADDRESSEE) {
            return None;
        }
        if first >= limit {
            return None;
        }
        if narration.has(first, Tags::OBJECT | Tags::REFLEXIVE)
            && !narration.has(first, Tags::POSSESSIVE | Tags::DETERMINER)
        {
            return Some((Phrase { items: first..first + 1, head: first }, first + 1));
        }
        if narration.is_word(first, Word::That)
            || narration.has(first, Tags::SUBJECT) && !narration.has(first, Tags::OBJECT)
        {
            return None;
        }
        if narration.is_any_word(first, &[Word::Her, Word::You, Word::It, Word::Us, Word::Me, Word::Him, Word::Them])
            && !narration.is_nominal(first + 1)
        {
            return Some((Phrase { items: first..first + 1, head: first }, first + 1));
        }
        if narration.is_time(first) {
            return None;
        }
        let phrase = narration.phrase_starting_at(first, limit)?;
        let end = phrase.items.end;
        Some((phrase, end))
    }

    /// Where the content behind a report begins.
    fn right(&self, report: &Report, behind: usize, sentence: &Range<usize>) -> Option<Start> {
        let frames = self.frames(report);
        let limit = sentence.end.min(behind + REACH);
        let addressed = self.addressee(report, behind, limit);
        let (addressee, at) = match addressed {
            Some((phrase, end)) => (Some(phrase), end),
            None => (None, self.behind_particle(report, behind, limit)),
        };
        let found = self.complement(frames, at, limit).or_else(|| self.complement_behind_adverbials(frames, at, limit));
        if let Some((at, kind, colon)) = found {
            return Some(Start { at, kind, colon, addressee });
        }
        // Without a complement behind it, what looked like the person told is the object.
        self.object(report, behind, limit, addressee)
    }

    /// `pleaded with the tower: “QUOTE”`: the phrase that the particle governs comes before the quotation.
    fn behind_particle(&self, report: &Report, behind: usize, limit: usize) -> usize {
        let narration = self.narration;
        let governs = !report.cue.particle.is_empty()
            && behind == report.group.end
            && self.frames(report).contains(Frames::QUOTE)
            && narration.has(behind - 1, Tags::PREPOSITION);
        let phrase = if governs { narration.phrase_starting_at(behind, limit) } else { None };
        phrase.filter(|phrase| narration.is(phrase.items.end, TokenKind::Colon)).map_or(behind, |it| it.items.end)
    }

    /// A quotation, a that-clause, a bare clause, a wh-clause or an infinitive right here.
    fn complement(&self, frames: Frames, at: usize, limit: usize) -> Option<(usize, Kind, bool)> {
        let narration = self.narration;
        let mut first = at;
        let mut colon = false;
        if narration.is(first, TokenKind::Colon) {
            colon = true;
            first += 1;
        } else if narration.is_comma(first) && narration.quote(first + 1).is_some() {
            first += 1;
        }
        if first >= limit {
            return None;
        }
        if narration.quote(first).is_some() {
            let introduced = first > at;
            if introduced || frames.contains(Frames::QUOTE) {
                let whole = introduced || self.is_whole_quotation(first);
                return Some((first, if whole { Kind::Quote } else { Kind::Clause }, colon));
            }
        }
        if first > at {
            return (colon && frames.contains(Frames::QUOTE)).then_some((first, Kind::Clause, true));
        }
        if narration.is_word(at, Word::That) && frames.intersects(Frames::CLAUSE | Frames::BARE) && at + 1 < limit {
            if self.is_whole_quotation(at + 1) {
                return Some((at + 1, Kind::Quote, false));
            }
            let pronoun = narration.is_clitic(at + 1) || narration.has(at + 1, Tags::AUXILIARY | Tags::MODAL);
            return Some((if pronoun { at } else { at + 1 }, Kind::Clause, false));
        }
        if frames.contains(Frames::WH)
            && (narration.has(at, Tags::WH) || narration.is_any_word(at, &[Word::Whether, Word::If]))
        {
            return Some((at, Kind::Clause, false));
        }
        let infinitive =
            narration.infinitive_begins(at) || narration.is_word(at, Word::To) && narration.quote(at + 1).is_some();
        if frames.contains(Frames::TO) && infinitive {
            return Some((at, Kind::Object, false));
        }
        if frames.contains(Frames::OBJECT_TO) && narration.is_word(at, Word::To) {
            return Some((at, Kind::Object, false));
        }
        // `held that the plan was void`, but not `held the plan together`: verbs that mean other things need their `that`.
        // Verbs that mean other things too need a clause that shows itself: `found the way to the barn was`.
        let other = frames.contains(Frames::NOT_ALONE);
        let bare = frames.contains(Frames::BARE) || frames.contains(Frames::CLAUSE) && !other;
        if bare && self.clause_begins(at, limit) && (!other || self.verb_follows(at, limit)) {
            return Some((at, Kind::Clause, false));
        }
        None
    }

    /// The quotation opens with a capital and fills its clause: words, not a phrase fitted into the sentence.
    fn is_whole_quotation(&self, item: usize) -> bool {
        let narration = self.narration;
        let Some(stretch) = narration.quote(item).map(|quote| &self.stretches[quote]) else { return false };
        let inner = stretch.inner();
        let Some(first) = narration.text.tokens.get(inner.start) else { return false };
        let capital = first.shape != Shape::Lower;
        let ends = !stretch.closed
            || narration.text.tokens[inner.clone()]
                .last()
                .is_some_and(|last| last.is_terminal() || last.kind == TokenKind::Comma)
            || narration.sentence_of(item).end <= item + 2;
        capital && ends
    }

    /// A subject with a finite verb begins here.
    pub(super) fn clause_begins(&self, at: usize, limit: usize) -> bool {
        let narration = self.narration;
        if narration.has(at, Tags::SUBORDINATOR)
            && !narration.is_any_word(
                at,
                &[Word::As, Word::Than, Word::After, Word::Before, Word::Since, Word::Until, Word::Like],
            )
        {
            return true;
        }
        if narration.is_word(at, Word::There) {
            return true;
        }
        let mut end = if narration.is_pronoun(at) && !narration.has(at, Tags::WH)
            || narration.is_any_word(at, &[Word::This, Word::That, Word::These, Word::Those])
                && narration.is_verb(at + 1)
        {
            at + 1
        } else {
            match narration.phrase_starting_at(at, limit) {
                Some(phrase) => phrase.items.end,
                None => return false,
            }
        };
        let mut skipped = 0;
        while end < limit && skipped < 12 {
            if narration.is_verb(end) || narration.has(end, Tags::AUXILIARY | Tags::MODAL) {
                return !narration.has(end, Tags::GERUND) || narration.has(end, Tags::AUXILIARY);
            }
            if narration.is_auxiliary_clitic(end) {
                return true;
            }
            // `said the plan “must go”`: the verb stands inside the quotation marks.
            if narration.quote(end).is_some() {
                return true;
            }
            let passes = narration.is_adverb(end)
                || narration.is_nominal(end)
                || narration.is_clitic(end)
                || narration.has(end, Tags::DETERMINER | Tags::POSSESSIVE | Tags::PREPOSITION | Tags::CONJUNCTION)
                || narration.is(end, TokenKind::Hyphen);
            if !passes {
                return false;
            }
            end += 1;
            skipped += 1;
        }
        false
    }

    /// The subject that begins here stands right before its verb.
    fn verb_follows(&self, at: usize, limit: usize) -> bool {
        let narration = self.narration;
        if narration.is_word(at, Word::There) || narration.has(at, Tags::SUBORDINATOR) {
            return true;
        }
        let Some(subject) = narration.phrase_starting_at(at, limit) else { return false };
        // `found no evidence that it leaked`
        if narration.has(at, Tags::NEGATION) && narration.is_word(subject.items.end, Word::That) {
            return true;
        }
        let verb = (subject.items.end..limit).find(|&verb| !narration.is_adverb(verb));
        verb.is_some_and(|verb| {
            narration.is_verb(verb) && (!narration.has(verb, Tags::GERUND) || narration.has(verb, Tags::AUXILIARY))
                || narration.has(verb, Tags::AUXILIARY | Tags::MODAL)
                || narration.is_auxiliary_clitic(verb)
                || narration.quote(verb).is_some()
        })
    }

    /// The same behind `on Monday`, `in a statement`, `during a news conference in Iowa`.
    fn complement_behind_adverbials(&self, frames: Frames, at: usize, limit: usize) -> Option<(usize, Kind, bool)> {
        let narration = self.narration;
        let mut end = at;
        let mut rounds = 0;
        while end < limit && rounds < 4 {
            rounds += 1;
            let next = self.adverbial_end(end, limit)?;
            if next == end {
                return None;
            }
            end = next;
            if let Some(found) = self.complement(frames, end, limit) {
                // Far from its verb only a clear sign opens a clause.
                return Some(found);
            }
            // `said in Iowa, referring to Cruz, that`
            if narration.is_comma(end) {
                let that = (end + 1..limit).find(|&at| narration.is_word(at, Word::That) && narration.is_comma(at - 1));
                if let Some(that) = that.filter(|_| frames.contains(Frames::CLAUSE)) {
                    return Some((that + 1, Kind::Clause, false));
                }
            }
        }
        None
    }

    /// The end of the one adverbial that begins here, or `at` itself.
    fn adverbial_end(&self, at: usize, limit: usize) -> Option<usize> {
        let narration = self.narration;
        if narration.is_adverb(at) {
            return Some(at + 1);
        }
        if narration.is_time(at)
            || narration.is_any_word(at, &[Word::Last, Word::This, Word::Earlier, Word::Late, Word::Early])
                && narration.is_time(at + 1)
        {
            let mut end = at + 1;
            while end < limit
                && (narration.is_time(end) || narration.items[end].kind == ItemKind::Token(TokenKind::Number))
            {
                end += 1;
            }
            return Some(end);
        }
        if narration.has(at, Tags::PREPOSITION) && !narration.is_word(at, Word::That) {
            if narration.has(at + 1, Tags::OBJECT) && !narration.has(at + 1, Tags::POSSESSIVE) {
                return Some(at + 2);
            }
            return narration.phrase_starting_at(at + 1, limit).map(|phrase| {
                // The subject of the clause to come is not part of the adverbial: `in a statement Trump`.
                let mut end = phrase.items.end;
                while end < limit
                    && (narration.is_time(end) || narration.items[end].kind == ItemKind::Token(TokenKind::Number))
                {
                    end += 1;
                }
                end
            });
        }
        Some(at)
    }

    /// An object that is reported by itself: criticize X, describe X as Y, call for X.
    fn object(&self, report: &Report, at: usize, limit: usize, addressee: Option<Phrase>) -> Option<Start> {
        let narration = self.narration;
        let frames = self.frames(report);
        if !frames
            .intersects(Frames::NOUN | Frames::AS | Frames::PREDICATE | Frames::OF | Frames::FOR | Frames::OBJECT_TO)
            || at >= limit
        {
            return None;
        }
        // Right behind the verb `calls` is no verb; a gerund is an object of those that take any: `admitted to hiding`.
        let noun = !narration.is_verb(at)
            || narration.has(at, Tags::S_FORM) && !narration.has(at, Tags::AUXILIARY)
            || narration.has(at, Tags::GERUND)
                && frames.contains(Frames::NOUN)
                && !frames.contains(Frames::NOT_ALONE)
                && !report.cue.particle.is_empty();
        // `spoke of weeks without food`, but `rejected Monday`
        let time = narration.is_time(at) && report.cue.particle.is_empty();
        let opens = narration.is_nominal(at) && noun && !time
            || narration.has(at, Tags::DETERMINER | Tags::POSSESSIVE | Tags::OBJECT | Tags::REFLEXIVE)
            || narration.quote(at).is_some();
        if !opens {
            return None;
        }
        let end = self.trimmed(at..self.clause_end(at, narration.sentence_of(report.verb).end)).end;
        let quoted = (at..end).any(|item| narration.quote(item).is_some());
        let has = |word| (at..end).any(|item| narration.is_word(item, word));
        // Words that were put in quotation marks were said, whatever the verb.
        let full = frames.contains(Frames::AS) && has(Word::As)
            || frames.contains(Frames::OF) && has(Word::Of)
            || frames.contains(Frames::PREDICATE) && self.has_predicate(at, end)
            || frames.contains(Frames::OBJECT_TO) && (at..end).any(|to| narration.infinitive_may_begin(to))
            || frames.contains(Frames::FOR) && has(Word::For)
            || frames.contains(Frames::NOUN)
                && !frames.contains(Frames::NOT_ALONE)
                && !self.tells_who(report, at)
                && !self.only_points(at, end);
        if !full && !quoted {
            return None;
        }
        let addressee = addressee.filter(|_| frames.contains(Frames::OBJECT_TO) && !quoted);
        Some(Start { at, kind: Kind::Object, colon: false, addressee })
    }

    /// `call the plan a mistake`: behind the object comes what it is called.
    fn has_predicate(&self, at: usize, end: usize) -> bool {
        let narration = self.narration;
        let behind = narration.phrase_starting_at(at, end).map_or(at + 1, |object| object.items.end);
        behind < end
            && (narration.is_nominal(behind) && !narration.is_time(behind) && !narration.is_adverb(behind)
                || narration.has(behind, Tags::DETERMINER | Tags::POSSESSIVE))
    }

    /// `who said`: the clause is an aside of the narrator's.
    fn is_relative(&self, report: &Report) -> bool {
        let head = report.subject.as_ref().map(|subject| subject.head);
        report.order == Order::Parted
            && head.is_some_and(|head| self.narration.is_any_word(head, &[Word::Who, Word::Which, Word::That]))
    }

    /// `rejected that.` tells nothing of what was said.
    fn only_points(&self, at: usize, end: usize) -> bool {
        at + 1 >= end && self.narration.is_any_word(at, &[Word::That, Word::This, Word::It])
    }

    /// `who endorsed Trump` says who somebody is, not what he said.
    fn tells_who(&self, report: &Report, at: usize) -> bool {
        let narration = self.narration;
        let title = usize::from(narration.has(at, Tags::TITLE));
        self.is_relative(report)
            && (narration.name(at + title).is_some()
                || narration.has(at, Tags::OBJECT)
                    && !(narration.has(at, Tags::POSSESSIVE) && narration.is_nominal(at + 1)))
    }

    /// The items of the content that begins at `start`.
    fn extent(&self, index: usize, start: &Start, sentence: &Range<usize>) -> Range<usize> {
        let narration = self.narration;
        if start.kind == Kind::Quote {
            let mut end = start.at + 1;
            while end < sentence.end && narration.quote(end).is_some() {
                end += 1;
            }
            return start.at..end;
        }
        let mut end = match start.kind {
            Kind::Object => self.clause_end(start.at, sentence.end),
            _ => sentence.end,
        };
        // A later verb of the same or another speaker ends what this one reports.
        let opener = narration.has(sentence.start, Tags::SUBORDINATOR | Tags::WH);
        if start.kind == Kind::Clause {
            end = self.narrator_returns(start.at, end);
            end = self.end_of_tail(start.at, end);
        }
        for later in self.reports[index + 1..].iter().take(24).take_while(|later| later.verb < end) {
            let subject = later.subject.as_ref().map_or(later.group.start, |subject| subject.items.start);
            let semicolon = (start.at..later.verb).find(|&at| narration.is(at, TokenKind::Semicolon));
            // `When she said it rained, the mayor replied`: the main clause is the mayor's.
            let main =
                opener && later.order == Order::Before && subject > start.at + 1 && narration.is_comma(subject - 1);
            if let Some(cut) = semicolon.or_else(|| main.then(|| subject - 1)) {
                end = cut;
                break;
            }
            if let Some(cut) = self.cut_before(later, start.at) {
                end = cut;
                break;
            }
        }
        end = self.cut_before_source(start.at, end);
        self.trimmed(start.at..end)
    }

    /// Where the narrator adds to what was quoted, `“a look” at the bill, which would …`, or quotes anew behind a colon.
    fn end_of_tail(&self, start: usize, end: usize) -> usize {
        let narration = self.narration;
        let anew = (start + 1..end).find(|&at| {
            narration.quote(at).is_some()
                && (narration.is(at - 1, TokenKind::Colon) || narration.is_dash(at - 1))
                && self.report_begins(at + 1)
        });
        if let Some(anew) = anew {
            return anew - 1;
        }
        let Some(last) = (start..end).rev().find(|&at| narration.quote(at).is_some()) else { return end };
        // `he is “excited where we stand” as he faces a test`
        let behind = last + 1;
        if behind < end
            && narration.has(behind, Tags::SUBORDINATOR)
            && narration.is_any_word(behind, &[Word::As, Word::When, Word::While, Word::After, Word::Before])
            // `“brave” as a child` describes, and belongs to the words.
            && !narration.has(behind + 1, Tags::DETERMINER)
        {
            return behind;
        }
        (last..end)
            .find(|&at| {
                let next = at + 1;
                (narration.is_comma(at) && at > last || at == last && narration.ends_in_comma(at))
                    && next < end
                    && (narration
                        .is_any_word(next, &[Word::Who, Word::Which, Word::Whose, Word::Part, Word::Something])
                        || narration.has(next, Tags::GERUND)
                        || at == last && narration.has(next, Tags::DETERMINER | Tags::PREPOSITION))
            })
            .map_or(end, |at| if at == last { at + 1 } else { at })
    }

    /// Where a quotation that opens the content gives way to the narrator: `“Thank you” moments after polls closed`.
    fn narrator_returns(&self, start: usize, end: usize) -> usize {
        let narration = self.narration;
        let behind = start + 1;
        let tail = narration.quote(start).is_some()
            && behind < end
            && (narration.has(behind, Tags::SUBORDINATOR)
                && !narration.is_any_word(behind, &[Word::If, Word::That, Word::Because])
                || narration.is_time(behind)
                || narration.is_word(behind, Word::Moments));
        if tail { behind } else { end }
    }

    /// Where a later report in the same sentence begins, when it stands beside this one and not inside it.
    fn cut_before(&self, later: &Report, from: usize) -> Option<usize> {
        let narration = self.narration;
        let first = match (later.order, &later.subject) {
            (Order::Before | Order::Parted, Some(subject)) => subject.items.start.min(later.group.start),
            _ => later.group.start,
        };
        if first <= from {
            return None;
        }
        let before = first - 1;
        match later.order {
            Order::Participle => (narration.is_comma(before) || narration.is_dash(before)).then_some(before),
            Order::Shared => {
                let conjunction = narration.has(before, Tags::CONJUNCTION) || narration.is_word(before, Word::Then);
                if !conjunction {
                    return None;
                }
                // Coordinated with the reporting verb, not with a verb inside the clause: the tense is the narrator's.
                let finite = narration.has(later.verb, Tags::PAST | Tags::THIRD)
                    && (later.group.start..later.verb).all(|at| narration.is_adverb(at));
                finite.then(|| self.with_comma(before, from))
            }
            Order::Before | Order::Parted => {
                let joined = narration.is_any_word(
                    before,
                    &[Word::While, Word::And, Word::But, Word::Whereas, Word::As, Word::Although, Word::Though],
                ) && (narration.is_comma(before.wrapping_sub(1))
                    || narration.is_any_word(before, &[Word::While, Word::Whereas]));
                (joined && before > from).then(|| self.with_comma(before, from))
            }
            Order::After | Order::Source | Order::Noun => None,
        }
    }

    fn with_comma(&self, at: usize, from: usize) -> usize {
        if at > from + 1 && self.narration.is_comma(at - 1) { at - 1 } else { at }
    }

    /// `…, according to the police`: another source takes over.
    fn cut_before_source(&self, from: usize, end: usize) -> usize {
        let narration = self.narration;
        (from + 1..end.saturating_sub(1))
            .find(|&at| {
                narration.is_word(at, Word::According)
                    && narration.is_word(at + 1, Word::To)
                    && narration.is_comma(at - 1)
            })
            .map_or(end, |at| at - 1)
    }

    /// The end of the verb's own clause: a comma that is no part of a list, or a conjunction with a new verb.
    pub(super) fn clause_end(&self, start: usize, limit: usize) -> usize {
        let narration = self.narration;
        let mut at = start;
        while at < limit {
            if narration.is(at, TokenKind::Semicolon) || narration.is(at, TokenKind::Dash) {
                return at;
            }
            if (narration.is_comma(at) || narration.ends_in_comma(at)) && at > start {
                let next = at + 1;
                let ends = self.report_begins(next)
                    || self.sentence_begins(next, limit)
                    || narration.has(next, Tags::GERUND | Tags::WH | Tags::SUBORDINATOR | Tags::SUBJECT)
                    || narration.has(next, Tags::CONJUNCTION)
                        && (narration.is_verb(next + 1)
                            || narration.is_pronoun(next + 1)
                            || narration.is_adverb(next + 1))
                    || narration.is_any_word(next, &[Word::But, Word::According, Word::Saying, Word::While, Word::As])
                    || narration.is_verb(next) && narration.has(next, Tags::CUE);
                if ends {
                    return if narration.is_comma(at) { at } else { at + 1 };
                }
            }
            at += 1;
        }
        limit
    }

    /// A subject and its finite verb: a clause of its own, not one more thing in a list.
    fn sentence_begins(&self, at: usize, limit: usize) -> bool {
        let narration = self.narration;
        let opens = narration.name(at).is_some()
            || narration.is_pronoun(at)
            || narration.has(at, Tags::DETERMINER | Tags::POSSESSIVE);
        if !opens {
            return false;
        }
        let Some(subject) = narration.phrase_starting_at(at, limit) else { return false };
        let mut verb = subject.items.end;
        while narration.is_adverb(verb) && verb < subject.items.end + 3 {
            verb += 1;
        }
        verb < limit && narration.is_verb(verb) && !narration.has(verb, Tags::GERUND | Tags::PARTICIPLE)
            || narration.has(verb, Tags::AUXILIARY | Tags::MODAL)
    }

    /// `Trump replied`, `she said`: somebody else's report, or the same speaker's next.
    fn report_begins(&self, at: usize) -> bool {
        let narration = self.narration;
        let subject = narration.name(at).is_some() || narration.is_pronoun(at);
        let mut verb = at + 1;
        while narration.is_adverb(verb) && verb < at + 4 {
            verb += 1;
        }
        subject && narration.has(verb, Tags::CUE) && narration.has(verb, Tags::PAST | Tags::THIRD)
    }

    fn is_outer_punctuation(&self, item: usize) -> bool {
        matches!(
            self.narration.items[item].kind,
            ItemKind::Token(
                TokenKind::Stop
                    | TokenKind::Comma
                    | TokenKind::Colon
                    | TokenKind::Semicolon
                    | TokenKind::Dash
                    | TokenKind::Ellipsis
                    | TokenKind::Other
            )
        )
    }
}
