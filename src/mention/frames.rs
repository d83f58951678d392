//! What the words around an unknown name tell of it: `shares in Marden`, `the town of Marden`, `Marden's captain`.

use std::ops::Range;

use crate::gazetteer::{Gazetteer, Kind, is_ordinary};
use crate::lexicon::{Tags, Word};
use crate::text::{Shape, Text, Token, TokenKind};

/// How strongly something speaks for each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Evidence {
    pub(super) organization: u32,
    pub(super) place: u32,
}

impl Evidence {
    pub(super) fn is_none(self) -> bool {
        self == Self::default()
    }

    pub(super) fn add(&mut self, other: Self) {
        self.organization += other.organization;
        self.place += other.place;
    }
}

/// Enough to call an unknown name something.
pub(super) const ENOUGH: u32 = 3;

/// Enough wherever the name stands, be it the first word of its sentence.
pub(super) const SURE: u32 = 5;

const FINITE: Tags = Tags::PAST.union(Tags::THIRD);

/// A name in its sentence, with the look at its neighbours that all frames need.
pub(super) struct Frame<'a, 't> {
    pub(super) text: &'a Text<'t>,
    pub(super) gazetteer: &'a Gazetteer,
    pub(super) sentence: Range<usize>,
    pub(super) name: Range<usize>,
}

impl<'a> Frame<'a, '_> {
    /// The token so many places before the name, one being the nearest.
    fn before(&self, count: usize) -> Option<&'a Token> {
        let at = self.name.start.checked_sub(count).filter(|&at| at >= self.sentence.start)?;
        self.text.tokens.get(at)
    }

    /// The token so many places behind the name, none being the nearest.
    fn behind(&self, count: usize) -> Option<&'a Token> {
        self.text.tokens[..self.sentence.end].get(self.name.end + count)
    }

    fn is_before(&self, count: usize, words: &[Word]) -> bool {
        self.before(count).and_then(|token| token.word).is_some_and(|word| words.contains(&word))
    }

    fn word_behind(&self, count: usize) -> &str {
        self.behind(count).map_or("", |token| token.span.of(self.text.source))
    }

    fn word_before(&self, count: usize) -> &str {
        self.before(count).map_or("", |token| token.span.of(self.text.source))
    }

    fn has_before(&self, count: usize, tags: Tags) -> bool {
        self.before(count).is_some_and(|token| token.shape == Shape::Lower && token.has(tags))
    }

    fn has_behind(&self, count: usize, tags: Tags) -> bool {
        self.behind(count).is_some_and(|token| token.shape == Shape::Lower && token.has(tags))
    }

    fn kind_behind(&self, count: usize) -> Option<TokenKind> {
        self.behind(count).map(|token| token.kind)
    }

    /// What the words around say of a name that nobody knows.
    pub(super) fn of_unknown(&self) -> Evidence {
        if self.is_person() {
            return Evidence::default();
        }
        Evidence { organization: self.organization(), place: self.place() }
    }

    /// `Mr. Marden`, `leader Marden`, `the Marden campaign`, `Marden, 45,`.
    fn is_person(&self) -> bool {
        let titled = self.before(1).is_some_and(|token| {
            token.is_capitalized() && token.has(Tags::TITLE)
                || token.shape == Shape::Lower && token.has(Tags::PERSON_ROLE) && !token.has(Tags::BODY)
        });
        let age = self.kind_behind(0) == Some(TokenKind::Comma)
            && self.behind(1).is_some_and(|token| token.kind == TokenKind::Number && token.span.len() == 2)
            && self.kind_behind(2) == Some(TokenKind::Comma);
        titled || age || matches!(self.word_behind(0), "campaign" | "administration")
    }

    /// A place of the gazetteer begins so many places behind the name.
    fn is_place_behind(&self, count: usize) -> bool {
        let Some(token) = self.behind(count).filter(|token| token.is_capitalized()) else { return false };
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
        match self.kind_behind(0) {
            Some(TokenKind::Number) => self.word_behind(0).len() == 4 && self.kind_behind(1) == Some(TokenKind::Hyphen),
            Some(TokenKind::Comma) => {
                self.is_place_behind(1)
                    || self.behind(1).is_some_and(|token| token.has(Tags::MONTH) && token.is_capitalized())
            }
            Some(TokenKind::OpenBracket) => {
                self.kind_behind(2) == Some(TokenKind::CloseBracket)
                    && matches!(self.kind_behind(3), Some(TokenKind::Dash | TokenKind::Hyphen))
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
            && !token.has(Tags::CAPITALIZED.union(Tags::TITLE).union(Tags::ROLE).union(Tags::ABBREVIATION))
    }

    /// A word such as Marxist: what kind of group it is, not its name.
    fn is_adjective(&self) -> bool {
        let word = self.text.word(self.name.end - 1);
        self.name.len() == 1
            && word.len() > 5
            && ["ist", "ian", "ish", "ese", "ic", "can", "al", "ern", "ite"].iter().any(|ending| word.ends_with(ending))
    }

    fn organization(&self) -> u32 {
        let mut score = 0;
        if self.has_before(1, Tags::BODY) && !self.has_before(1, Tags::PLURAL) {
            score += 3;
        }
        let possessive = usize::from(self.kind_behind(0) == Some(TokenKind::Clitic));
        if possessive == 0
            && self.is_before(1, &[Word::At, Word::For, Word::Of, Word::In, Word::With])
            && self.has_before(2, Tags::AGENT)
        {
            score += 3;
        }
        // `Tobacco company Marden`: the name comes later.
        let named_later = || self.behind(1).is_some_and(|token| token.is_capitalized() && !token.has(Tags::CALENDAR));
        if self.has_behind(0, Tags::BODY) && !named_later() && !self.is_adjective() {
            score += 3;
        }
        if self.has_behind(possessive, Tags::ASSET)
            || possessive == 1
                && self.behind(1).is_some_and(|token| token.shape == Shape::Lower)
                && self.has_behind(2, Tags::ASSET)
        {
            score += if self.is_adjective() { 1 } else { 3 };
        }
        if self.kind_behind(0) == Some(TokenKind::Comma) && self.is_explained_as_body() {
            score += 3;
        }
        if self.has_behind(0, Tags::CUE) && self.has_behind(0, FINITE) && self.word_behind(1) == "its" {
            score += 3;
        }
        if self.is_acronym() {
            score += self.acronym();
        }
        score
    }

    /// An acronym is a body more often than anything else that has an article or acts.
    fn acronym(&self) -> u32 {
        let mut score = 0;
        if self.has_behind(0, Tags::MEMBER) {
            score += 3;
        }
        let acts = self.behind(0).is_some_and(|token| {
            token.shape == Shape::Lower && token.has(FINITE.union(Tags::AUXILIARY).union(Tags::MODAL))
        });
        let article = self.is_before(1, &[Word::The]);
        if acts && (article || self.has_behind(0, Tags::CUE)) {
            score += 3;
        } else if acts {
            score += 2;
        }
        if article && self.kind_behind(0) == Some(TokenKind::Clitic) {
            score += 3;
        }
        if self.is_before(1, &[Word::By, Word::With]) || article && self.is_before(2, &[Word::By, Word::With, Word::Of])
        {
            score += 2;
        }
        score
    }

    /// `Marden, a maker of pumps,`: the words up to the next comma are built on a word for a body.
    fn is_explained_as_body(&self) -> bool {
        let opens = self.behind(1).is_some_and(|token| token.has(Tags::DETERMINER));
        if !opens {
            return false;
        }
        for count in 2..10 {
            let Some(token) = self.behind(count) else { return false };
            if matches!(token.kind, TokenKind::Comma | TokenKind::Stop) {
                return false;
            }
            let ends = self.behind(count + 1).is_none_or(|next| {
                !next.is_word() && next.kind != TokenKind::Hyphen
                    || next.has(Tags::PREPOSITION.union(Tags::WH).union(Tags::SUBORDINATOR).union(Tags::PARTICIPLE))
            });
            if token.shape == Shape::Lower && ends && !token.has(Tags::PREPOSITION) {
                return token.has(Tags::BODY) && (!token.has(Tags::PERSON_ROLE) || token.has(Tags::GROUP_ROLE));
            }
        }
        false
    }

    fn place(&self) -> u32 {
        let mut score = 0;
        if self.is_before(1, &[Word::Of]) && self.has_before(2, Tags::SETTLEMENT) {
            score += SURE;
        }
        if self.has_behind(0, Tags::SETTLEMENT) && !self.is_adjective() && !self.has_behind(0, Tags::BODY) {
            score += 3;
        }
        if self.is_dateline() {
            return SURE;
        }
        let followed = self.kind_behind(0) == Some(TokenKind::Comma);
        let located = self.is_before(1, &[Word::In, Word::At, Word::Of, Word::From, Word::To, Word::Near]);
        if followed && located && self.is_place_behind(1) {
            score += 3;
        }
        if self.word_behind(0) == "near" && self.is_place_behind(1) {
            score += 2;
        }
        score += match self.before(1).and_then(|token| token.word) {
            Some(Word::In | Word::Inside) => 2 + u32::from(self.is_plain_name()),
            Some(Word::Near | Word::Outside | Word::Around) => 3,
            Some(Word::And) if self.is_before(3, &[Word::Between]) => 2,
            Some(Word::Between) => 2,
            Some(Word::From | Word::To | Word::At | Word::Across) => 1,
            _ => 0,
        };
        let distance = |word: &str| matches!(word, "km" | "miles" | "kilometres" | "kilometers");
        if followed && self.kind_behind(1) == Some(TokenKind::Number) && distance(self.word_behind(2)) {
            score += 3;
        }
        if self.is_before(1, &[Word::Of]) && matches!(self.word_before(2), "east" | "west" | "north" | "south") {
            score += 3;
        }
        if self.word_behind(0) == "is"
            && self.behind(1).is_some_and(|token| matches!(token.word, Some(Word::A | Word::An)))
            && (2..5).any(|count| self.has_behind(count, Tags::SETTLEMENT))
        {
            score += 3;
        }
        score
    }

    /// One word that is nothing but a name, and nobody's owner.
    fn is_plain_name(&self) -> bool {
        let token = &self.text.tokens[self.name.start];
        self.name.len() == 1
            && token.shape == Shape::Capital
            && self.kind_behind(0) != Some(TokenKind::Clitic)
            && !is_ordinary(self.text.word(self.name.start))
    }

    /// Where a place is meant even among teams: `in Marden`, `(Marden)`.
    pub(super) fn is_location(&self) -> bool {
        let preposition = self.before(1).is_some_and(|token| {
            matches!(token.word, Some(Word::In | Word::At | Word::Near | Word::Outside | Word::From | Word::Around))
        });
        let bracket = self.before(1).is_some_and(|token| token.kind == TokenKind::OpenBracket)
            && self.kind_behind(0) == Some(TokenKind::CloseBracket);
        let region = self.is_before(1, &[Word::The]) && self.is_before(2, &[Word::In]);
        self.is_dateline()
            || region
            || preposition && !self.is_transfer()
            || bracket
            || self.is_before(1, &[Word::Of]) && self.has_before(2, Tags::SETTLEMENT)
    }

    /// `bought from Marden`, `coach at Marden`: the club.
    fn is_transfer(&self) -> bool {
        self.has_before(2, Tags::SIDE) || self.is_before(1, &[Word::From]) && self.has_before(2, Tags::CONTEST)
    }

    /// How surely the name is a team's, in a text about matches: a strong sign tells of the name wherever it stands.
    pub(super) fn of_team(&self, known_place: bool) -> u32 {
        let versus = |word: &str| matches!(word, "v" | "vs" | "versus");
        let plural_verb = matches!(self.word_behind(0), "are" | "were" | "have");
        let possessive = usize::from(self.kind_behind(0) == Some(TokenKind::Clitic));
        let side = self.has_behind(possessive, Tags::SIDE);
        if versus(self.word_before(1)) || versus(self.word_behind(0)) || plural_verb || side {
            return 3;
        }
        let mut score = 0;
        if known_place {
            let beaten = self.has_before(1, Tags::CONTEST)
                || self.is_before(1, &[Word::Over, Word::Against])
                || self.is_before(1, &[Word::To]) && self.word_before(2) == "lost";
            let contest = self.has_behind(0, Tags::CONTEST)
                || self.has_behind(0, Tags::ADVERB.union(Tags::HAVE)) && self.has_behind(1, Tags::CONTEST);
            let who = self.kind_behind(0) == Some(TokenKind::Comma) && self.word_behind(1) == "who";
            if beaten || contest || who {
                return 3;
            }
            let acts = self.has_behind(0, FINITE.union(Tags::AUXILIARY));
            let owns = possessive == 1
                && self.behind(1).is_some_and(|token| {
                    token.is_capitalized() || token.has(Tags::CONTEST) || token.kind == TokenKind::Number
                });
            score += u32::from(self.is_before(1, &[Word::For]) || acts || owns);
        } else if self.is_before(1, &[Word::The]) && self.text.tokens[self.name.end - 1].has(Tags::S_FORM) {
            score += ENOUGH;
        } else if self.is_before(1, &[Word::For]) {
            score += 1;
        }
        score
    }
}
