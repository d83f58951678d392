//! Where the content behind its verb begins, and whom it was told.

use std::ops::Range;

use super::clause::{Clauses, Kind, REACH, Start};
use super::cue::{Order, Report};
use crate::lexicon::{Frames, Tags, Word};
use crate::syntax::Phrase;
use crate::text::{Shape, TokenKind};

/// No aside between a verb and what it reports has more items.
const LONGEST_ASIDE: usize = 8;

/// An object with fewer words tells nothing of what was said.
const LEAST_TOLD: usize = 4;

impl Clauses<'_, '_, '_> {
    /// The person told, and where the phrase ends.
    pub(super) fn addressee(&self, report: &Report, at: usize, limit: usize) -> Option<(Phrase, usize)> {
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
    pub(super) fn right(&self, report: &Report, behind: usize, sentence: &Range<usize>) -> Option<Start> {
        let narration = self.narration;
        let frames = self.frames(report);
        let limit = sentence.end.min(behind + REACH);
        let addressed = self.addressee(report, behind, limit);
        let (addressee, at) = match addressed {
            Some((phrase, end)) => (Some(phrase), narration.behind_outer_place(end, limit)),
            None => (None, self.behind_particle(report, behind, limit)),
        };
        let found = self
            .marked_behind_adverbials(frames, at, limit)
            .or_else(|| self.complement(frames, at, limit))
            .or_else(|| self.complement_behind_adverbials(frames, at, limit));
        // `a court ruling that paved the way`: a noun, and what it did.
        let relative = |&(at, _, _): &(usize, Kind, bool)| {
            at == report.group.end + 1
                && narration.is_word(at - 1, Word::That)
                && narration.has(report.verb, Tags::GERUND)
                && narration.has(at, Tags::PAST)
                && !narration.is_nominal(at + 1)
                && report.order == Order::Before
        };
        if let Some((found, kind, colon)) = found.filter(|found| !relative(found)) {
            // `urged the town to vote`: what is urged is that the town votes.
            let asked = addressee
                .as_ref()
                .filter(|asked| kind == Kind::Object && asked.items.end == found && frames.contains(Frames::OBJECT_TO));
            let at = asked.map_or(found, |asked| asked.items.start);
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
        // `he said of the vote, “QUOTE”`
        let introduces = |end: usize| {
            narration.is(end, TokenKind::Colon) || narration.is_comma(end) && narration.quote(end + 1).is_some()
        };
        phrase.map(|phrase| phrase.items.end).filter(|&end| introduces(end)).unwrap_or(behind)
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
        } else if narration.is_word(first, Word::With)
            && narration.is_comma(first + 1)
            && narration.quote(first + 2).is_some()
        {
            // `replied with, “QUOTE”`
            first += 2;
        } else if let Some(behind) = self.behind_parenthesis(first, limit) {
            // `acknowledged, however, “QUOTE”`, `said, without evidence, that`
            if narration.quote(behind).is_some() {
                first = behind;
            } else if frames.intersects(Frames::CLAUSE | Frames::BARE) {
                return self.complement(frames, behind, limit);
            }
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
            // `proposed just that in 2013`
            let points = narration.has(at + 1, Tags::PREPOSITION)
                && (at + 1..narration.sentence_of(at).end)
                    .all(|item| !narration.is_verb(item) && narration.quote(item).is_none());
            if points {
                return None;
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
        // `held that the plan was void`, but not `held the plan together`: verbs that mean other things need their `that`,
        // or a clause that shows itself: not `found the way to the barn was`.
        let other = frames.contains(Frames::NOT_ALONE);
        let bare = frames.contains(Frames::BARE) || frames.contains(Frames::CLAUSE) && !other;
        if bare && self.clause_begins(at, limit) && (!other || self.verb_follows(at, limit)) {
            return Some((at, Kind::Clause, false));
        }
        None
    }

    /// The quotation opens with a capital and fills its clause: words, not a phrase fitted into the sentence.
    pub(super) fn is_whole_quotation(&self, item: usize) -> bool {
        let narration = self.narration;
        let Some(stretch) = narration.quote(item).map(|quote| &self.stretches[quote]) else { return false };
        let inner = stretch.inner();
        let Some(first) = narration.text.tokens.get(inner.start) else { return false };
        let capital = first.shape != Shape::Lower;
        let ends = !stretch.closed
            || stretch.last(narration.text).is_some_and(|last| last.is_terminal() || last.kind == TokenKind::Comma)
            || narration.sentence_of(item).end <= item + 2;
        capital && ends
    }

    /// A subject with a finite verb begins here.
    pub(super) fn clause_begins(&self, at: usize, limit: usize) -> bool {
        let narration = self.narration;
        if at >= limit {
            return false;
        }
        if narration.has(at, Tags::SUBORDINATOR)
            && !narration.is_any_word(
                at,
                &[Word::As, Word::Than, Word::After, Word::Before, Word::Since, Word::Until, Word::Like],
            )
            // `said in April while walking home`
            && !narration.has(at + 1, Tags::GERUND)
        {
            return true;
        }
        if narration.is_word(at, Word::There) || self.tells_in_marks(at) {
            return true;
        }
        // `said Sunday in Velmar as the crowd roared`: a time is a subject only right before its verb.
        if narration.is_time(at) {
            let verb = narration.core_end(at, limit).map(|end| narration.behind_adverbs(end, limit));
            return verb.is_some_and(|verb| narration.is_verb(verb) && !narration.has(verb, Tags::GERUND));
        }
        let mut end = if narration.is_pronoun(at) && !narration.has(at, Tags::WH)
            || narration.is_any_word(at, &[Word::This, Word::That, Word::These, Word::Those])
                && narration.is_verb(at + 1)
        {
            at + 1
        } else {
            match narration.phrase_starting_at(at, limit) {
                // `said the crew “did its best” on Monday`: the verb stands first in the marks.
                Some(phrase) if self.holds_quoted_verb(&phrase) => return true,
                Some(phrase) => self.behind_relative(phrase.items.end, limit),
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
            let place = narration.behind_outer_place(end, limit);
            if place > end {
                end = place;
                continue;
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

    /// A quotation behind the noun that the phrase opens with, and in it first a verb.
    fn holds_quoted_verb(&self, phrase: &Phrase) -> bool {
        // `“caused a crisis” as secretary`: what is tied to the verb came with it.
        phrase.items.clone().skip(1).any(|item| self.opens_with_verb(item))
    }

    /// `“did its best”`, and behind a name or a pronoun `“skipped the vote”`.
    pub(super) fn opens_with_verb(&self, item: usize) -> bool {
        let narration = self.narration;
        let Some(quote) = narration.quote(item) else { return false };
        let inner = self.stretches[quote].inner();
        let named = narration.name(item.wrapping_sub(1)).is_some() && inner.len() > 2;
        let forms = Tags::AUXILIARY | Tags::MODAL | Tags::PAST | Tags::THIRD;
        let forms = if named { forms | Tags::ED_FORM } else { forms };
        narration
            .text
            .tokens
            .get(inner.start)
            .is_some_and(|first| first.shape == Shape::Lower && first.has(forms) && !first.has(Tags::PREPOSITION))
    }

    /// `the “trouble with the ferry is that it sinks”`: the clause stands in the marks, its article outside.
    fn tells_in_marks(&self, at: usize) -> bool {
        let narration = self.narration;
        let Some(quote) = narration.quote(at + 1).filter(|_| narration.has(at, Tags::DETERMINER)) else { return false };
        let tokens = &narration.text.tokens[self.stretches[quote].inner()];
        tokens.len() > LEAST_TOLD && tokens.iter().skip(1).any(|token| token.has(Tags::AUXILIARY | Tags::MODAL))
    }

    /// Behind a word or a few between two commas, where a quotation or `that` follows.
    fn behind_parenthesis(&self, comma: usize, limit: usize) -> Option<usize> {
        let narration = self.narration;
        let opens = narration.is_adverb(comma + 1) || narration.has(comma + 1, Tags::PREPOSITION);
        if !narration.is_comma(comma) || !opens {
            return None;
        }
        let close = (comma + 2..limit.min(comma + LONGEST_ASIDE)).find(|&close| narration.is_comma(close))?;
        let plain = (comma + 1..close).all(|at| !narration.is_verb(at) && narration.quote(at).is_none());
        let goes_on = narration.quote(close + 1).is_some() || narration.is_word(close + 1, Word::That);
        (plain && goes_on && close + 1 < limit).then_some(close + 1)
    }

    /// Behind `, which is old,` in the middle of a clause.
    fn behind_relative(&self, at: usize, limit: usize) -> usize {
        let narration = self.narration;
        if !narration.is_comma(at) || !narration.is_any_word(at + 1, &[Word::Which, Word::Who, Word::Whose]) {
            return at;
        }
        let close = (at + 2..limit).find(|&close| narration.is_comma(close));
        close.map_or(at, |close| close + 1)
    }

    /// `said Thursday that`, `has vowed repeatedly to`: where a bare clause would begin with the day, its mark is clearer.
    fn marked_behind_adverbials(&self, frames: Frames, at: usize, limit: usize) -> Option<(usize, Kind, bool)> {
        let narration = self.narration;
        let adverb = narration.is_adverb(at) && !narration.has(at, Tags::NEGATION);
        if !narration.is_time(at) && !self.is_dated(at) && !adverb {
            return None;
        }
        let mut end = at;
        for _ in 0..4 {
            let next = self.adverbial_end(end, limit).filter(|&next| next > end)?;
            end = next;
            if narration.is_word(end, Word::That) || narration.infinitive_begins(end) {
                return self.complement(frames, end, limit);
            }
        }
        None
    }

    /// `last month`, `this week`.
    pub(super) fn is_dated(&self, at: usize) -> bool {
        let narration = self.narration;
        narration.is_any_word(at, &[Word::Last, Word::This, Word::Earlier, Word::Late, Word::Early])
            && narration.is_time(at + 1)
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
            // `her plans by saying, “QUOTE”`: another verb has the words.
            if narration.is_word(end, Word::By) && narration.has(end + 1, Tags::CUE) && !frames.contains(Frames::QUOTE)
            {
                return None;
            }
            end = next;
            // `spoke on its podcast, “Lundby By Night”`
            let titled = narration.is_comma(end)
                && narration.quote(end + 1).is_some_and(|quote| self.stretches[quote].is_title(narration.text));
            if titled {
                return None;
            }
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
        // `said instead that`
        if narration.is_adverb(at) || narration.has(at, Tags::ADVERB) && narration.is_word(at + 1, Word::That) {
            return Some(at + 1);
        }
        if narration.is_time(at) || self.is_dated(at) {
            let mut end = at + 1;
            while end < limit && (narration.is_time(end) || narration.is(end, TokenKind::Number)) {
                end += 1;
            }
            return Some(end);
        }
        if narration.has(at, Tags::PREPOSITION) && !narration.is_word(at, Word::That) {
            // `said as she turned round`: a clause, and nothing is told behind it.
            if narration.has(at, Tags::SUBORDINATOR) && narration.clause_follows(at + 1, limit) {
                return None;
            }
            if narration.has(at + 1, Tags::OBJECT) && !narration.has(at + 1, Tags::POSSESSIVE) {
                return Some(at + 2);
            }
            return narration.phrase_starting_at(at + 1, limit).map(|phrase| {
                // The subject of the clause to come is not part of the adverbial: `in a statement Trump`.
                let mut end = narration.behind_outer_place(phrase.items.end, limit);
                while end < limit && (narration.is_time(end) || narration.is(end, TokenKind::Number)) {
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
        // `a plan which he described as “QUOTE”`: what it is said of stands before.
        if frames.contains(Frames::AS) && narration.is_word(at, Word::As) && self.quoted_soon(at + 1, limit) {
            return Some(Start { at: at + 1, kind: Kind::Object, colon: false, addressee: None });
        }
        // `a band called Brenk played the inn`: who is so called does something.
        if frames.contains(Frames::PREDICATE)
            && let Some(called) = narration.phrase_starting_at(at, limit)
            && narration.is_verb(called.items.end)
            && narration.has(called.items.end, Tags::PAST)
            && narration.has(called.items.end + 1, Tags::DETERMINER | Tags::POSSESSIVE)
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
        let end = self.clause_end(at, narration.sentence_of(report.verb).end);
        let end = self.trimmed(at..self.end_before_own_quotation(at, end)).end;
        let quoted = narration.quotes_any(at..end);
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
                && !self.only_points(report, at, end);
        if !full && !quoted {
            return None;
        }
        let addressee = addressee.filter(|_| frames.contains(Frames::OBJECT_TO) && !quoted);
        Some(Start { at, kind: Kind::Object, colon: false, addressee })
    }

    /// A quotation, or one behind an article and an adjective at most.
    fn quoted_soon(&self, at: usize, limit: usize) -> bool {
        let narration = self.narration;
        (at..limit.min(at + 3))
            .take_while(|&item| {
                narration.quote(item).is_some() || narration.is_nominal(item) || narration.has(item, Tags::DETERMINER)
            })
            .any(|item| narration.quote(item).is_some())
    }

    /// `call the plan a mistake`: behind the object comes what it is called.
    fn has_predicate(&self, at: usize, end: usize) -> bool {
        let narration = self.narration;
        let behind = narration.phrase_starting_at(at, end).map_or(at + 1, |object| object.items.end);
        behind < end
            && (narration.is_nominal(behind) && !narration.is_time(behind) && !narration.is_adverb(behind)
                || narration.has(behind, Tags::DETERMINER | Tags::POSSESSIVE))
    }

    /// `rejected that`, `attacked the plan`, `criticized Jane Doe`: whom or what somebody spoke of, but not what he said.
    /// With a particle that is enough: `called for a vote`, but not `called for it`.
    fn only_points(&self, report: &Report, at: usize, end: usize) -> bool {
        let narration = self.narration;
        let tokens = end.checked_sub(1).map_or(0, |last| narration.items[last].end() - narration.items[at].first());
        let pronoun = narration.has(at, Tags::OBJECT | Tags::SUBJECT) && !narration.has(at, Tags::POSSESSIVE)
            || narration.is_any_word(at, &[Word::That, Word::This]);
        if report.cue.particle.is_empty() {
            tokens < LEAST_TOLD && !narration.has(at, Tags::GERUND)
        } else {
            tokens == 0 || end == at + 1 && (pronoun || narration.name(at).is_some())
        }
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
}
