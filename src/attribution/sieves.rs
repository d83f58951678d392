//! The sieves. Each looks at one quotation and either knows who said it or passes.

use super::sieve::Sieve;
use super::speaker::{Attribution, Source};
use crate::lexicon::{Frames, Morphology, PartSet, PersonCues, Tags, Word, WordClass};
use crate::quotation::{Discourse, Governor, Quotation, QuotationType, Turn, label};
use crate::report::{Construction, ReportingClause, Side};
use crate::syntax::{Kinds, Phrase};
use crate::text::{Shape, Token, TokenKind};

/// What a sieve may look at.
pub(super) struct Scene<'s, 'a, 't, 'l> {
    pub(super) discourse: &'s Discourse<'a, 't, 'l>,
    /// What earlier sieves, and this one further up in the text, have found.
    pub(super) found: &'s [Option<Attribution>],
}

/// What a sieve says.
pub(super) struct Verdict {
    pub(super) source: Source,
    pub(super) cue: Option<usize>,
    pub(super) addressee: Option<Phrase>,
    pub(super) continues: bool,
}

impl Verdict {
    /// Of a speaker whom no cue introduces.
    fn of(source: Source) -> Self {
        Self { source, cue: None, addressee: None, continues: false }
    }
}

/// Who spoke so many sentences before still speaks in the same paragraph.
const NEAR: usize = 2;

/// Fewer words in front of a signature are a title or a motto.
const FEWEST_SIGNED: usize = 3;

type SieveRule = fn(&Scene, usize) -> Option<Verdict>;

/// The sieves for quotations that no report governs, in the order in which they run.
pub(super) const SIEVES: &[(Sieve, SieveRule)] = &[
    (Sieve::Beside, |scene, index| scene.beside(index)),
    (Sieve::NamedBeforeColon, |scene, index| scene.named_before_colon(index)),
    (Sieve::Continued, |scene, index| scene.continued(index)),
    (Sieve::ColonBeforeParagraph, |scene, index| scene.colon_before_paragraph(index)),
    (Sieve::Signed, |scene, index| scene.signed(index)),
    (Sieve::SameParagraph, |scene, index| scene.same_paragraph(index)),
    (Sieve::Turn, |scene, index| scene.turn(index)),
    (Sieve::NextParagraph, |scene, index| scene.next_paragraph(index)),
];

/// The sieve of a quotation that a report governs: the first that fits, since all of them name its subject.
fn sieve_of(quotation: &Quotation, governor: &Governor, report: &ReportingClause) -> Sieve {
    let direct = quotation.kind == QuotationType::Direct;
    match (governor.side, report.construction) {
        _ if governor.colon && verbal(report) => Sieve::Colon,
        (Side::Left, Construction::After) if direct => Sieve::QuotationCueSpeaker,
        (Side::Left, Construction::Before) if direct => Sieve::QuotationSpeakerCue,
        (Side::Both, _) if verbal(report) => Sieve::Interrupted,
        (Side::Right, Construction::Before) if direct => Sieve::SpeakerCueQuotation,
        (_, Construction::Parenthetical) => Sieve::PartedSpeaker,
        (_, Construction::Shared) => Sieve::SharedSpeaker,
        (_, Construction::Participle) => Sieve::Participle,
        (_, Construction::Source) => Sieve::AccordingTo,
        (_, Construction::Noun) => Sieve::NounCue,
        (Side::Right, _) => Sieve::SpeakerCueClause,
        _ => Sieve::ClauseSpeakerCue,
    }
}

/// The speaker of the verb that governs the quotation.
pub(super) fn governed(discourse: &Discourse, quotation: &Quotation, governor: &Governor) -> Option<(Sieve, Verdict)> {
    let report = &discourse.reports[governor.report];
    let mut subject = report.subject.clone()?;
    // All that stands between a quotation and who speaks is about him.
    let before = quotation.parts.iter().map(|part| part.end).filter(|&end| end <= subject.units.start).max();
    if let Some(end) = before
        && governor.side == Side::Left
        && matches!(report.construction, Construction::Before | Construction::Parenthetical)
        && discourse.syntax.lead_to_speaker(end..subject.units.start)
    {
        subject.units.start = end;
    }
    let verdict = Verdict {
        source: Source::Phrase(subject),
        cue: Some(governor.report),
        addressee: governor.addressee.clone(),
        continues: false,
    };
    Some((sieve_of(quotation, governor, report), verdict))
}

/// `BRENK: We will sell it.`, and `Q:` and `A:` where the introduction tells who talks to whom.
pub(super) fn labelled(turn: &Turn) -> Option<Verdict> {
    let source = match &turn.speaker {
        Some(speaker) if *speaker != turn.label => Source::Label(turn.label.clone(), speaker.clone()),
        Some(speaker) => Source::Phrase(speaker.clone()),
        None if turn.named => Source::Phrase(turn.label.clone()),
        None => return None,
    };
    Some(Verdict::of(source))
}

fn verbal(report: &ReportingClause) -> bool {
    !matches!(report.construction, Construction::Source | Construction::Noun)
}

impl Scene<'_, '_, '_, '_> {
    fn quotation(&self, index: usize) -> &Quotation {
        &self.discourse.quotations[index]
    }

    /// The last quotation of the paragraph before this one that has a speaker.
    fn last_in_paragraph(&self, index: usize) -> Option<usize> {
        let syntax = &self.discourse.syntax;
        let start = self.quotation(index).parts.first()?.start;
        let paragraph = syntax.paragraph_of(start);
        let mut candidates = (0..index)
            .rev()
            .take(12)
            .take_while(|&earlier| {
                self.quotation(earlier).parts.first().is_some_and(|part| syntax.paragraph_of(part.start) == paragraph)
            })
            .filter(|&earlier| {
                self.found[earlier].is_some() && !self.is_inside(earlier, index) && !self.is_relative(earlier)
            })
            .peekable();
        // Of the last sentence's quotations the one in quotation marks is what goes on, not a report in its tail.
        let last = *candidates.peek()?;
        let sentence = |quotation: usize| syntax.units[self.quotation(quotation).parts[0].start].sentence();
        let form = |earlier: usize| self.quotation(earlier).kind;
        let quoted =
            candidates.take_while(|&earlier| sentence(earlier) == sentence(last)).min_by_key(|&earlier| form(earlier));
        quoted.filter(|&earlier| form(earlier) < form(last)).or(Some(last))
    }

    /// The speaker is a relative pronoun: `…, who said she would not`.
    fn is_relative(&self, index: usize) -> bool {
        let source = self.found[index].as_ref().map(|found| &found.source);
        matches!(source, Some(Source::Phrase(phrase)) if self.discourse.syntax.has(phrase.head, WordClass::WH))
    }

    /// The quotation that this one has its speaker from: no chain grows with the text.
    fn first_of(&self, index: usize) -> usize {
        match self.found[index].as_ref().map(|found| &found.source) {
            Some(Source::SameAs(first)) => *first,
            _ => index,
        }
    }

    /// Somebody who can go on speaking: a person, not `they` or a report.
    fn is_person_like(&self, index: usize) -> bool {
        let syntax = &self.discourse.syntax;
        match self.found[index].as_ref().map(|found| &found.source) {
            Some(Source::Phrase(phrase)) => syntax.is_person(phrase.head),
            Some(Source::SameAs(other)) => self.is_person_like(*other),
            _ => true,
        }
    }

    /// `“QUOTE” — Jane Doe`, also when the signature is a paragraph of its own.
    fn signed(&self, index: usize) -> Option<Verdict> {
        let quotation = self.quotation(index);
        if quotation.governor.is_some() || !quotation.standalone && !self.opens_sentence(quotation) {
            return None;
        }
        let syntax = &self.discourse.syntax;
        let mut dash = quotation.parts.last()?.end;
        while syntax.is_terminal(dash) {
            dash += 1;
        }
        if !syntax.is_dash(dash) && !syntax.is(dash, TokenKind::Hyphen) {
            return None;
        }
        let limit = syntax.sentence_of(dash).end;
        let signer = syntax.phrase_starting_at(dash + 1, limit)?;
        let ends = (signer.units.end..limit).all(|unit| syntax.is_terminal(unit) || syntax.is_comma(unit))
            || syntax.is_comma(signer.units.end);
        let named = syntax.units[signer.head].shape != Shape::Lower;
        (ends && named).then_some(Verdict::of(Source::Phrase(signer)))
    }

    /// Words that begin their sentence, and no title: `“The Long Night” – Jane Doe`.
    fn opens_sentence(&self, quotation: &Quotation) -> bool {
        let syntax = &self.discourse.syntax;
        let [part] = quotation.parts.as_slice() else { return false };
        let Some(quoted_span) = syntax.quote(part.start).map(|quote| &self.discourse.quoted_spans[quote]) else {
            return false;
        };
        let words = syntax.text.tokens[quoted_span.inner()].iter().filter(|token| token.is_word()).take(FEWEST_SIGNED);
        syntax.sentence_of(part.start).start == part.start
            && words.count() == FEWEST_SIGNED
            && !quoted_span.is_title(syntax.text)
    }

    fn is_inside(&self, inner: usize, outer: usize) -> bool {
        let (inner, outer) = (&self.quotation(inner).parts, &self.quotation(outer).parts);
        match (inner.first(), outer.first(), inner.last(), outer.last()) {
            (Some(first), Some(start), Some(last), Some(end)) => first.start >= start.start && last.end <= end.end,
            _ => false,
        }
    }

    /// `“A,” an angry Doe retaliated.`: whatever the verb, who stands beside a quotation that a comma ends has said it.
    fn beside(&self, index: usize) -> Option<Verdict> {
        let quotation = self.quotation(index);
        let [part] = quotation.parts.as_slice() else { return None };
        let syntax = &self.discourse.syntax;
        let limit = syntax.sentence_of(part.start).end;
        let whole = quotation.standalone && syntax.ends_in_comma(part.end - 1);
        if quotation.governor.is_some() || !whole || part.end >= limit {
            return None;
        }
        let speaker = syntax.phrase_starting_at(part.end, limit)?;
        let person = syntax.is_person(speaker.head)
            && !syntax.has(speaker.head, WordClass::OBJECT.difference(WordClass::SUBJECT));
        let verb = (speaker.units.end..limit).find(|&at| !syntax.is_adverb(at))?;
        let past = syntax.is_finite(verb) && !syntax.has(verb, WordClass::AUXILIARY | WordClass::MODAL);
        (person && past).then(|| Verdict::of(Source::Phrase(speaker)))
    }

    /// `“A,” she said. “B.”`: nothing but the end of the report stands between the two.
    fn continued(&self, index: usize) -> Option<Verdict> {
        let quotation = self.quotation(index);
        if quotation.governor.is_some() || !quotation.standalone {
            return None;
        }
        let earlier = self.last_in_paragraph(index)?;
        let before = self.quotation(earlier);
        if before.kind == QuotationType::Indirect
            || matches!(self.found[earlier].as_ref()?.source, Source::AddresseeOf(_))
        {
            return None;
        }
        let syntax = &self.discourse.syntax;
        let start = quotation.parts.first()?.start;
        let last = before.parts.last()?.end;
        // The attribution of the first stands between them, or nothing does; no sentence of the narrator's own.
        let between = syntax.sentence_of(start.checked_sub(1)?);
        let adjacent = between.start <= last && syntax.sentence_of(last.saturating_sub(1)).end + 1 >= between.start;
        // `“A,” she said, and her brother agreed. “B.”`
        if let Some(report) = self.last_report_in(last, start).filter(|&report| self.answers(report, earlier, start)) {
            let source = Source::Phrase(self.discourse.reports[report].subject.clone()?);
            return Some(Verdict { source, cue: Some(report), addressee: None, continues: false });
        }
        adjacent.then(|| Verdict {
            source: Source::SameAs(earlier),
            cue: None,
            addressee: None,
            continues: before.kind == QuotationType::Direct,
        })
    }

    /// Another report than that of the last quotation, somebody else's, ends the sentence before the next.
    fn answers(&self, report: usize, last: usize, next: usize) -> bool {
        let syntax = &self.discourse.syntax;
        let known = &self.discourse.reports[report];
        let ends = (known.group.end..next).all(|unit| syntax.is_terminal(unit));
        let other = self.found[last].as_ref().is_some_and(|found| found.cue != Some(report));
        let joined = |subject: &Phrase| {
            syntax.has(subject.units.start.wrapping_sub(1), WordClass::CONJUNCTION) && !syntax.is_pronoun(subject.head)
        };
        ends && other && known.construction == Construction::Before && known.subject.as_ref().is_some_and(joined)
    }

    /// `Trump: “We didn’t get there.”` and `Trump was blunt: “No.”`
    fn named_before_colon(&self, index: usize) -> Option<Verdict> {
        let quotation = self.quotation(index);
        if quotation.governor.is_some() {
            return None;
        }
        let syntax = &self.discourse.syntax;
        let start = quotation.parts.first()?.start;
        let mark = start.checked_sub(1)?;
        let report = self.report_before_dash(mark, quotation);
        if !syntax.is(mark, TokenKind::Colon) && !self.stands_between_dashes(mark, quotation, report.is_some()) {
            return None;
        }
        if let Some(report) = report {
            let source = Source::Phrase(self.discourse.reports[report].subject.clone()?);
            return Some(Verdict { source, cue: Some(report), addressee: None, continues: false });
        }
        let voice = |head: usize| {
            let words = Tags::from(PersonCues::DOCUMENT_ROLE) | WordClass::NOUN_CUE;
            let writes = words | PersonCues::GROUP_ROLE;
            // `The campaign put it carefully: “QUOTE”`, unless somebody reports in that sentence.
            (quotation.standalone || syntax.has(head, words) && self.is_closed_sentence(quotation))
                && self.last_report_in(syntax.sentence_of(mark).start, mark).is_none()
                && (syntax.name(head).is_some() || syntax.has(head, writes))
        };
        let speaks = |subject: &Phrase| syntax.is_person(subject.head) || voice(subject.head);
        // `He called it late, but Brenk had an answer: “QUOTE”`: the clause that ends in the colon tells.
        let nearest = || syntax.leading_subject(mark).filter(speaks);
        let headline = || label::of_paragraph(syntax, syntax.paragraph_of(start)).map(|label| label.speaker);
        let label = headline().or_else(|| self.label_after_dash(mark).filter(speaks));
        // `It was the cook, Jane Doe, who put it best: “QUOTE”`
        let cleft = || {
            syntax.leading_subject(mark).filter(|subject| syntax.is_word(subject.head, Word::It))?;
            let sentence = syntax.sentence_of(mark);
            let who = (sentence.start..mark).find(|&unit| syntax.is_word(unit, Word::Who))?;
            syntax.antecedent_of_relative(who)
        };
        let subject = label.or_else(cleft).or_else(nearest).or_else(|| self.main_subject(mark).filter(speaks))?;
        // The report that ends the paragraph before, where it is this subject’s.
        let cue = self.last_report_in(syntax.sentence_of(mark).start, mark).filter(|&report| {
            self.discourse.reports[report].subject.as_ref().is_some_and(|speaker| speaker.head == subject.head)
        });
        let subject = self.owner_of_words(&subject).unwrap_or(subject);
        Some(Verdict { source: Source::Phrase(subject), cue, addressee: None, continues: false })
    }

    /// What stands between the marks begins with a capital and ends with a stop: `“Stay at home.”`.
    fn is_closed_sentence(&self, quotation: &Quotation) -> bool {
        let Discourse { syntax, quoted_spans, .. } = self.discourse;
        let [part] = quotation.parts.as_slice() else { return false };
        let quoted_span = syntax.quote(part.start).map(|quote| &quoted_spans[quote]).filter(|_| part.len() == 1);
        quoted_span.is_some_and(|quoted_span| {
            !quoted_span.opens_small(syntax.text) && quoted_span.last(syntax.text).is_some_and(Token::is_terminal)
        })
    }

    /// `Her advice to the crews is blunt: “QUOTE”`: whose words they are speaks.
    fn owner_of_words(&self, words: &Phrase) -> Option<Phrase> {
        let syntax = &self.discourse.syntax;
        let start = words.units.start;
        if !syntax.has(words.head, WordClass::NOUN_CUE) || syntax.name(words.head).is_some() {
            return None;
        }
        if syntax.has(start, WordClass::POSSESSIVE) {
            return Some(Phrase { units: start..start + 1, head: start });
        }
        let mark = (start + 1..words.head).rev().find(|&unit| syntax.is_possessive(unit))?;
        syntax.phrase_ending_at(mark - 1)
    }

    /// `issued an apology – “QUOTE” – and left`: a part between dashes that a report or a noun for words announces.
    fn stands_between_dashes(&self, dash: usize, quotation: &Quotation, reported: bool) -> bool {
        let syntax = &self.discourse.syntax;
        let [part] = quotation.parts.as_slice() else { return false };
        let words = Tags::from(PersonCues::DOCUMENT_ROLE) | WordClass::NOUN_CUE;
        syntax.is_dash(dash)
            && (reported || dash.checked_sub(1).is_some_and(|noun| syntax.has(noun, words)))
            && (syntax.is_dash(part.end) || syntax.is_terminal(part.end) || part.end == syntax.sentence_of(dash).end)
    }

    /// `apologized to the crews – “QUOTE” – and left`: the report whose words are a sentence between dashes.
    fn report_before_dash(&self, dash: usize, quotation: &Quotation) -> Option<usize> {
        let syntax = &self.discourse.syntax;
        let announced = syntax.is_dash(dash) && self.opens_with_clause(quotation);
        announced.then(|| self.last_report_in(syntax.sentence_of(dash).start, dash))?
    }

    /// The words between the marks begin with a capital and hold a verb.
    fn opens_with_clause(&self, quotation: &Quotation) -> bool {
        let Discourse { syntax, quoted_spans, .. } = self.discourse;
        quotation.parts.first().is_some_and(|part| {
            let small = syntax.quote(part.start).is_none_or(|quote| quoted_spans[quote].opens_small(syntax.text));
            !small && syntax.quotes_verb(part.start)
        })
    }

    /// `Pilots agree – Orla Brenk: “QUOTE”`: nothing but who speaks stands after the dash.
    fn label_after_dash(&self, colon: usize) -> Option<Phrase> {
        let syntax = &self.discourse.syntax;
        let dash = syntax.find_last(syntax.sentence_of(colon).start..colon, Kinds::DASH)?;
        syntax.phrase_starting_at(dash + 1, colon).filter(|phrase| phrase.units.end == colon)
    }

    /// A paragraph that ends in a colon, and the quotation that opens the next.
    fn colon_before_paragraph(&self, index: usize) -> Option<Verdict> {
        let quotation = self.quotation(index);
        if quotation.governor.is_some() || !quotation.standalone {
            return None;
        }
        let syntax = &self.discourse.syntax;
        let start = quotation.parts.first()?.start;
        let paragraph = syntax.paragraph_of(start);
        let range = syntax.paragraphs.get(paragraph)?;
        let before = syntax.paragraphs.get(paragraph.checked_sub(1)?)?;
        let colon = before.end - 1;
        if range.start != start || !syntax.is(colon, TokenKind::Colon) {
            return None;
        }
        let sentence = syntax.sentence_of(colon);
        let report = self.last_report_in(sentence.start, colon);
        let subject = match report {
            Some(report) => self.discourse.reports[report].subject.clone()?,
            None => self.main_subject(colon)?,
        };
        Some(Verdict { source: Source::Phrase(subject), cue: report, addressee: None, continues: false })
    }

    fn last_report_in(&self, start: usize, end: usize) -> Option<usize> {
        let reports = &self.discourse.reports;
        let at = reports.partition_point(|report| report.verb < end);
        (0..at).rev().take(8).take_while(|&index| reports[index].verb >= start).find(|&index| {
            let report = &reports[index];
            verbal(report) && report.cue.frames.contains(Frames::QUOTE) && !report.passive
        })
    }

    /// The first noun phrase of the sentence that a verb or the colon itself follows.
    fn main_subject(&self, colon: usize) -> Option<Phrase> {
        let syntax = &self.discourse.syntax;
        let sentence = syntax.sentence_of(colon);
        if let Some(phrase) = syntax.first_subject(sentence.start, colon) {
            return Some(phrase);
        }
        // `From Jane Doe: “QUOTE”`, `Jane Doe, a teacher: “QUOTE”`
        let from = usize::from(syntax.is_word(sentence.start, Word::From));
        let phrase = syntax.with_appositions(syntax.phrase_starting_at(sentence.start + from, colon)?, colon);
        let head = &syntax.units[phrase.head];
        // A surname that the text gives by itself.
        let unknown = head.part.is(PartSet::PROPER_NOUN) && syntax.text.tokens[head.first()].is_unlisted();
        let named = syntax.name(phrase.head).is_some() || syntax.has(phrase.head, PersonCues::ROLE) || unknown;
        // `The captain, Jane Doe, on her last race: “QUOTE”`
        let about = (phrase.head + 1..colon).find(|&at| syntax.is_any_word(at, &[Word::On, Word::About]));
        let ends = phrase.units.end == colon || about.is_some_and(|about| about == phrase.head + 1);
        (named && ends).then_some(phrase)
    }

    /// Quoted sentences after a report of the same paragraph.
    fn same_paragraph(&self, index: usize) -> Option<Verdict> {
        let quotation = self.quotation(index);
        if quotation.governor.is_some() || !quotation.standalone {
            return None;
        }
        let syntax = &self.discourse.syntax;
        let start = quotation.parts.first()?.start;
        let opens = syntax.paragraphs.get(syntax.paragraph_of(start)).is_some_and(|range| range.start == start);
        let named = |subject: &Phrase| syntax.name(subject.head).is_some();
        if let Some(subject) = self.subject_of_last_sentence(index).filter(|subject| !opens && named(subject)) {
            return Some(Verdict::of(Source::Phrase(subject)));
        }
        let earlier = self.last_in_paragraph(index)?;
        let sentence = |quotation: &Quotation| {
            let unit = quotation.parts.first().map_or(0, |part| part.start);
            self.discourse.syntax.units[unit].sentence()
        };
        let near = sentence(quotation) <= sentence(self.quotation(earlier)) + NEAR;
        (near && self.is_person_like(earlier)).then(|| Verdict::of(Source::SameAs(self.first_of(earlier))))
    }

    /// `Jane Doe shook her head. “No.”`: who does something in the sentence before speaks, if that tells of no other.
    fn subject_of_last_sentence(&self, index: usize) -> Option<Phrase> {
        let syntax = &self.discourse.syntax;
        let start = self.quotation(index).parts.first()?.start;
        let sentence = syntax.sentence_of(start.checked_sub(1)?);
        let told = sentence.end == start && !syntax.quotes_any(sentence.clone());
        let subject = syntax.first_subject(sentence.start, sentence.end).filter(|_| told)?;
        // `Jane Doe, whose son was lost, shook her head.`
        let whose = syntax.is_word(subject.units.start, Word::Whose);
        let subject = if whose { syntax.phrase_starting_at(sentence.start, sentence.end)? } else { subject };
        let the = syntax.is_word(subject.units.start, Word::The) && syntax.has(subject.head, PersonCues::PERSON_ROLE);
        let named =
            the || syntax.name(subject.head).is_some() || syntax.is_any_word(subject.head, &[Word::He, Word::She]);
        // `The ferry company posted an apology.`
        let words = || sentence.clone().any(|unit| syntax.has(unit, WordClass::NOUN_CUE) && syntax.is_nominal(unit));
        let writes = || syntax.may_speak(subject.head) && syntax.has(subject.head, PersonCues::GROUP_ROLE) && words();
        (named && syntax.is_person(subject.head) || writes()).then_some(subject)
    }

    /// A quotation that answers the question of the paragraph before.
    fn turn(&self, index: usize) -> Option<Verdict> {
        let earlier = self.last_before_paragraph(index)?;
        let before = self.quotation(earlier);
        let asked = self.found[earlier].as_ref()?.addressee.is_some()
            && before.quoted_spans.last().is_some_and(|&quoted_span| {
                let quoted_span = &self.discourse.quoted_spans[quoted_span];
                let tokens = &self.discourse.syntax.text.tokens[quoted_span.inner()];
                tokens.last().is_some_and(|last| last.kind == TokenKind::Question)
            });
        asked.then_some(Verdict::of(Source::AddresseeOf(earlier)))
    }

    /// A paragraph of nothing but quotation goes on with who spoke, or is told of, at the end of the paragraph before.
    fn next_paragraph(&self, index: usize) -> Option<Verdict> {
        if !self.fills_paragraph(index) || self.is_heading(index) {
            return None;
        }
        let syntax = &self.discourse.syntax;
        let start = self.quotation(index).parts.first()?.start;
        // The last sentence of that paragraph is the report, or the quotation that it ends with.
        let last = |earlier: &usize| {
            let before = self.quotation(*earlier).parts.last().map_or(0, |part| part.end);
            syntax.sentence_of(before.saturating_sub(1)).end == start
        };
        match self.last_before_paragraph(index).filter(last) {
            Some(earlier) => {
                let speaks = self.may_go_on(earlier) && !self.is_relative(earlier);
                speaks.then(|| Verdict::of(Source::SameAs(self.first_of(earlier))))
            }
            None => self.subject_of_last_sentence(index).map(|subject| Verdict::of(Source::Phrase(subject))),
        }
    }

    /// A person, or whoever else has been quoted or reported by a verb that quotes.
    fn may_go_on(&self, index: usize) -> bool {
        let found = self.found[self.first_of(index)].as_ref();
        let report = found.and_then(|found| found.cue).map(|report| &self.discourse.reports[report]);
        self.is_person_like(index) || report.is_some_and(|report| report.cue.frames.contains(Frames::QUOTE))
    }

    /// The attributed quotation of the last paragraph, when this one opens its own: not one inside of another.
    fn last_before_paragraph(&self, index: usize) -> Option<usize> {
        let quotation = self.quotation(index);
        if quotation.governor.is_some() || !quotation.standalone {
            return None;
        }
        let syntax = &self.discourse.syntax;
        let start = quotation.parts.first()?.start;
        let paragraph = syntax.paragraph_of(start);
        if syntax.paragraphs.get(paragraph)?.start != start {
            return None;
        }
        let mut before = index.saturating_sub(12)..index;
        let last = before.clone().rev().find(|&earlier| self.found[earlier].is_some())?;
        let outer = before.find(|&outer| self.is_inside(last, outer)).unwrap_or(last);
        let near = syntax.paragraph_of(self.quotation(outer).parts.last()?.start) + 1 == paragraph;
        (near && self.found[outer].is_some()).then_some(outer)
    }

    /// `“WRONG AND LATE”` between two paragraphs.
    fn is_heading(&self, index: usize) -> bool {
        let text = self.discourse.syntax.text;
        let mut spans = self.quotation(index).quoted_spans.iter().map(|&span| &self.discourse.quoted_spans[span]);
        spans.all(|span| span.is_title(text) && !span.last(text).is_some_and(Token::is_terminal))
    }

    /// The quotation opens its paragraph, and nothing but quotations follow in it.
    fn fills_paragraph(&self, index: usize) -> bool {
        let quotation = self.quotation(index);
        let syntax = &self.discourse.syntax;
        let (Some(first), Some(last)) = (quotation.parts.first(), quotation.parts.last()) else { return false };
        let Some(range) = syntax.paragraphs.get(syntax.paragraph_of(first.start)) else { return false };
        let rest = (last.end..range.end).all(|unit| syntax.is_terminal(unit) || syntax.quote(unit).is_some());
        // `“…,” referring to the meeting`: the narrator only adds to the quotation.
        let participle = syntax.sentence_of(first.start).end == range.end && syntax.has(last.end, Morphology::GERUND);
        let alone = quotation.governor.is_none() && quotation.standalone;
        alone && range.start == first.start && (rest || participle)
    }
}
