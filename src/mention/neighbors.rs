//! The words beside a name that nobody knows: `shares in Marden`, `the town of Marden`, `Marden's captain`.

use std::ops::Range;

use crate::gazetteer::{Gazetteer, Kind, is_ordinary};
use crate::lexicon::{Morphology, NameCues, Part, PartSet, PersonCues, Tags, Word, WordClass};
use crate::text::{Shape, Text, Token, TokenKind};

/// What follows the head of a noun phrase.
const AFTER_PHRASE: PartSet = PartSet::WH
    .or(PartSet::PAST)
    .or(PartSet::PARTICIPLE)
    .or(PartSet::GERUND)
    .or(PartSet::of(&[Part::Preposition, Part::To, Part::Subordinator]));

/// A name in its sentence.
pub(super) struct Neighbors<'a, 't> {
    pub(super) text: &'a Text<'t>,
    /// The part of speech of each token.
    pub(super) parts: &'a [Part],
    pub(super) gazetteer: &'a Gazetteer,
    pub(super) sentence: Range<usize>,
    pub(super) name: Range<usize>,
}

impl<'a> Neighbors<'a, '_> {
    /// The token `count` places before the name; 1 is the nearest.
    fn before(&self, count: usize) -> Option<&'a Token> {
        let at = self.name.start.checked_sub(count).filter(|&at| at >= self.sentence.start)?;
        self.text.tokens.get(at)
    }

    /// The token `count` places after the name; 0 is the nearest.
    fn after(&self, count: usize) -> Option<&'a Token> {
        self.text.tokens[..self.sentence.end].get(self.name.end + count)
    }

    fn is_before(&self, count: usize, words: &[Word]) -> bool {
        self.before(count).and_then(|token| token.word).is_some_and(|word| words.contains(&word))
    }

    fn word_after(&self, count: usize) -> &str {
        self.after(count).map_or("", |token| token.span.of(self.text.source))
    }

    fn word_before(&self, count: usize) -> &str {
        self.before(count).map_or("", |token| token.span.of(self.text.source))
    }

    fn tells_before(&self, count: usize, cues: NameCues) -> bool {
        self.before(count).is_some_and(|token| token.shape == Shape::Lower && token.tells(cues))
    }

    fn has_after(&self, count: usize, any: impl Into<Tags>) -> bool {
        self.after(count).is_some_and(|token| token.shape == Shape::Lower && token.has(any))
    }

    fn tells_after(&self, count: usize, cues: NameCues) -> bool {
        self.after(count).is_some_and(|token| token.shape == Shape::Lower && token.tells(cues))
    }

    fn kind_after(&self, count: usize) -> Option<TokenKind> {
        self.after(count).map(|token| token.kind)
    }

    /// `Mr. Marden`, `leader Marden`, `the Marden campaign`, `Marden, 45,`.
    pub(super) fn is_person(&self) -> bool {
        let titled = self.before(1).is_some_and(|token| {
            token.is_capitalized() && token.has(PersonCues::TITLE)
                || token.shape == Shape::Lower && token.has(PersonCues::PERSON_ROLE) && !token.tells(NameCues::BODY)
        });
        let age = self.kind_after(0) == Some(TokenKind::Comma)
            && self.after(1).is_some_and(|token| token.kind == TokenKind::Number && token.span.len() == 2)
            && self.kind_after(2) == Some(TokenKind::Comma);
        titled || age || matches!(self.word_after(0), "campaign" | "administration")
    }

    /// A place of the gazetteer begins `count` tokens after the name.
    fn is_place_after(&self, count: usize) -> bool {
        let Some(token) = self.after(count).filter(|token| token.is_capitalized()) else { return false };
        let found = self.gazetteer.longest_at(self.text.source, token.span.start);
        // `Marden, Lundby's largest bank`
        let owns = |end: usize| self.text.source[end..].starts_with(['\'', '’']);
        found
            .filter(|found| !owns(found.span().end))
            .and_then(|found| found.candidates().first().copied())
            .is_some_and(|first| self.gazetteer.entity_at(first).kind() == Kind::Place)
    }

    /// `MARDEN, Lundby 2031-05-04`, `MARDEN, July 3 (Agency) —`: where the report was written.
    pub(super) fn is_dateline(&self) -> bool {
        let is_first = self.name.start == self.sentence.start
            && self.text.paragraphs.binary_search_by_key(&self.name.start, |paragraph| paragraph.start).is_ok();
        let capitals = self.text.tokens[self.name.clone()].iter().all(|token| token.shape == Shape::Upper);
        if !is_first || !capitals {
            return false;
        }
        match self.kind_after(0) {
            Some(TokenKind::Number) => self.word_after(0).len() == 4 && self.kind_after(1) == Some(TokenKind::Hyphen),
            Some(TokenKind::Comma) => {
                self.is_place_after(1)
                    || self.after(1).is_some_and(|token| token.has(WordClass::MONTH) && token.is_capitalized())
            }
            Some(TokenKind::OpenBracket) => {
                self.kind_after(2) == Some(TokenKind::CloseBracket)
                    && matches!(self.kind_after(3), Some(TokenKind::Dash | TokenKind::Hyphen))
            }
            _ => false,
        }
    }

    pub(super) fn is_acronym(&self) -> bool {
        let token = &self.text.tokens[self.name.start];
        self.name.len() == 1
            && token.shape == Shape::Upper
            && (2..=6).contains(&token.span.len())
            && token.span.of(self.text.source).bytes().all(|byte| byte.is_ascii_uppercase())
            && !(token.has(WordClass::PROPER_ADJECTIVE)
                || token.has(PersonCues::TITLE | PersonCues::ROLE)
                || token.has(Morphology::ABBREVIATION))
    }

    /// A word such as Marxist: what kind of group it is, not its name.
    fn is_adjective(&self) -> bool {
        let word = self.text.word(self.name.end - 1);
        self.name.len() == 1
            && word.len() > 5
            && ["ist", "ian", "ish", "ese", "ic", "can", "al", "ern", "ite"].iter().any(|ending| word.ends_with(ending))
    }

    /// How many tokens the clitic of a possessive takes.
    fn possessive(&self) -> usize {
        usize::from(self.kind_after(0) == Some(TokenKind::Clitic))
    }

    pub(super) fn body_before(&self) -> bool {
        self.tells_before(1, NameCues::BODY) && !self.before(1).is_some_and(|token| token.has(Morphology::PLURAL))
    }

    /// `a company called Marden`
    pub(super) fn body_called(&self) -> bool {
        self.is_called() && self.tells_before(2, NameCues::BODY)
    }

    /// `a village called Marden`
    pub(super) fn settlement_called(&self) -> bool {
        self.is_called() && self.tells_before(2, NameCues::SETTLEMENT)
    }

    fn is_called(&self) -> bool {
        self.is_before(1, &[Word::Called, Word::Named])
    }

    pub(super) fn agent_before(&self) -> bool {
        self.possessive() == 0
            && self.is_before(1, &[Word::At, Word::For, Word::Of, Word::In, Word::With])
            && self.tells_before(2, NameCues::AGENT)
    }

    pub(super) fn body_after(&self) -> bool {
        // `Tobacco company Marden`: the name comes later.
        let named_later =
            || self.after(1).is_some_and(|token| token.is_capitalized() && !token.has(WordClass::CALENDAR));
        self.tells_after(0, NameCues::BODY) && !named_later() && !self.is_adjective()
    }

    pub(super) fn asset(&self) -> bool {
        let possessive = self.possessive();
        let owned =
            || self.after(1).is_some_and(|token| token.shape == Shape::Lower) && self.tells_after(2, NameCues::ASSET);
        (self.tells_after(possessive, NameCues::ASSET) || possessive == 1 && owned()) && !self.is_adjective()
    }

    pub(super) fn acronym_of_members(&self) -> bool {
        self.is_acronym() && self.tells_after(0, NameCues::MEMBER)
    }

    /// What the token is `count` places after the name.
    fn part_after(&self, count: usize) -> Option<Part> {
        self.after(count).map(|_| self.parts[self.name.end + count])
    }

    /// A verb comes after the name that it is the subject of.
    fn acts(&self) -> bool {
        self.part_after(0).is_some_and(|part| part.is(PartSet::FINITE))
    }

    fn acts_like_body(&self) -> bool {
        self.is_before(1, &[Word::The]) || self.has_after(0, WordClass::CUE)
    }

    pub(super) fn acronym_acts_like_body(&self) -> bool {
        self.is_acronym() && self.acts() && self.acts_like_body()
    }

    pub(super) fn acronym_owns(&self) -> bool {
        self.is_acronym() && self.is_before(1, &[Word::The]) && self.possessive() == 1
    }

    /// `Marden, a maker of pumps,`: the words up to the next comma are built on a word for a body.
    pub(super) fn explained_as_body(&self) -> bool {
        let opens = self.kind_after(0) == Some(TokenKind::Comma)
            && self.after(1).is_some_and(|token| token.has(WordClass::DETERMINER));
        if !opens {
            return false;
        }
        for count in 2..10 {
            let Some(token) = self.after(count) else { return false };
            if matches!(token.kind, TokenKind::Comma | TokenKind::Stop) {
                return false;
            }
            let ends = self.after(count + 1).is_none_or(|next| !next.is_word() && next.kind != TokenKind::Hyphen)
                || self.part_after(count + 1).is_some_and(|part| part.is(AFTER_PHRASE));
            let noun = self.part_after(count).is_some_and(|part| part.is(PartSet::NOUN));
            if token.shape == Shape::Lower && ends && noun {
                return token.tells(NameCues::BODY)
                    && (!token.has(PersonCues::PERSON_ROLE) || token.has(PersonCues::GROUP_ROLE));
            }
        }
        false
    }

    pub(super) fn settlement_of(&self) -> bool {
        self.is_before(1, &[Word::Of]) && self.tells_before(2, NameCues::SETTLEMENT)
    }

    pub(super) fn settlement_after(&self) -> bool {
        self.tells_after(0, NameCues::SETTLEMENT) && !self.is_adjective() && !self.tells_after(0, NameCues::BODY)
    }

    fn is_before_comma(&self) -> bool {
        self.kind_after(0) == Some(TokenKind::Comma)
    }

    pub(super) fn located_in_place(&self) -> bool {
        self.is_before_comma()
            && self.is_before(1, &[Word::In, Word::At, Word::Of, Word::From, Word::To, Word::Near])
            && self.is_place_after(1)
    }

    pub(super) fn inside(&self) -> bool {
        self.is_before(1, &[Word::In, Word::Inside])
    }

    pub(super) fn inside_plain_name(&self) -> bool {
        self.inside() && self.is_plain_name()
    }

    pub(super) fn near(&self) -> bool {
        self.is_before(1, &[Word::Near, Word::Outside, Word::Around])
    }

    pub(super) fn on_the_way(&self) -> bool {
        self.is_before(1, &[Word::From, Word::To, Word::At, Word::Across])
    }

    /// One word that is nothing but a name, and nobody's owner.
    fn is_plain_name(&self) -> bool {
        let token = &self.text.tokens[self.name.start];
        self.name.len() == 1
            && token.shape == Shape::Capital
            && self.kind_after(0) != Some(TokenKind::Clitic)
            && !is_ordinary(self.text.word(self.name.start))
    }

    /// Where a place is meant even among teams: `in Marden`, `(Marden)`.
    pub(super) fn is_location(&self) -> bool {
        let preposition = self.before(1).is_some_and(|token| {
            matches!(token.word, Some(Word::In | Word::At | Word::Near | Word::Outside | Word::From | Word::Around))
        });
        let bracket = self.before(1).is_some_and(|token| token.kind == TokenKind::OpenBracket)
            && self.kind_after(0) == Some(TokenKind::CloseBracket);
        let region = self.is_before(1, &[Word::The]) && self.is_before(2, &[Word::In]);
        self.is_dateline()
            || region
            || preposition && !self.is_transfer()
            || bracket
            || self.is_before(1, &[Word::Of]) && self.tells_before(2, NameCues::SETTLEMENT)
    }

    /// `bought from Marden`, `coach at Marden`: the club.
    fn is_transfer(&self) -> bool {
        self.tells_before(2, NameCues::SIDE)
            || self.is_before(1, &[Word::From]) && self.tells_before(2, NameCues::CONTEST)
    }

    pub(super) fn versus(&self) -> bool {
        let versus = |word: &str| matches!(word, "v" | "vs" | "versus");
        versus(self.word_before(1)) || versus(self.word_after(0))
    }

    pub(super) fn plural_verb(&self) -> bool {
        matches!(self.word_after(0), "are" | "were" | "have")
    }

    pub(super) fn side(&self) -> bool {
        self.tells_after(self.possessive(), NameCues::SIDE)
    }

    pub(super) fn beaten(&self) -> bool {
        self.tells_before(1, NameCues::CONTEST)
            || self.is_before(1, &[Word::Over, Word::Against])
            || self.is_before(1, &[Word::To]) && self.word_before(2) == "lost"
    }

    pub(super) fn contests(&self) -> bool {
        self.tells_after(0, NameCues::CONTEST)
            || self.has_after(0, WordClass::ADVERB.union(WordClass::HAVE)) && self.tells_after(1, NameCues::CONTEST)
    }

    pub(super) fn who(&self) -> bool {
        self.is_before_comma() && self.word_after(1) == "who"
    }

    pub(super) fn played_for(&self) -> bool {
        self.is_before(1, &[Word::For])
    }

    pub(super) fn is_subject(&self) -> bool {
        self.acts()
    }

    pub(super) fn owns_contest(&self) -> bool {
        self.possessive() == 1
            && self.after(1).is_some_and(|token| {
                token.is_capitalized() || token.tells(NameCues::CONTEST) || token.kind == TokenKind::Number
            })
    }

    pub(super) fn the_plural(&self) -> bool {
        self.is_before(1, &[Word::The]) && self.text.tokens[self.name.end - 1].has(Morphology::S_FORM)
    }
}
