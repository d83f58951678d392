//! A surname and what stands between it and the given name.

use super::context::Context;
use super::syllables::{LONGEST_HALF, is_of_two_syllables};
use crate::lexicon::{Morphology, NameCues, PersonCues, Tags, WordClass};
use crate::text::{Mark, MarkSide, Shape, Token, TokenKind};

/// Words that are surnames too: Green, King, Pope.
pub(super) const SURNAMES_TOO: Tags =
    Tags { class: WordClass::PROPER_ADJECTIVE, person: PersonCues::TITLE, ..Tags::NONE };

/// No surname has more tokens, and no more stand between it and the given name: keeps every search linear.
const LONGEST_SURNAME: usize = 12;
const MOST_BEFORE_SURNAME: usize = 10;

/// No particle that is written together with a surname has more letters: `dell’`.
const LONGEST_PARTICLE: usize = 5;

impl Context<'_, '_> {
    /// The token after the initials, further given names, nicknames and particles that follow a given name.
    pub(super) fn after_given(&self, mut at: usize) -> usize {
        let limit = at + MOST_BEFORE_SURNAME;
        at = self.after_nickname(at);
        while let Some(token) = self.token(at).filter(|_| at < limit) {
            let initial = token.has(Morphology::ABBREVIATION)
                && token.span.len() <= 5
                && token.is_capitalized()
                && !token.has(PersonCues::NAME_SUFFIX.union(PersonCues::POST_NOMINAL).union(PersonCues::TITLE));
            let lone = token.is_capitalized() && token.span.len() == 1;
            let particle = self.is_particle(at);
            let more = initial || lone || particle && self.names_or_particle(at + 1);
            if !more {
                break;
            }
            at += 1;
            if particle && self.is_hyphen(at) {
                at += 1;
            }
            // `María del Mar Doe`: a word of the calendar after the particle.
            let dated = |token: &Token| token.shape == Shape::Capital && token.has(WordClass::CALENDAR);
            if particle && self.token(at).is_some_and(dated) && self.names(at + 1) {
                at += 1;
            }
            at = self.after_nickname(at);
        }
        at
    }

    /// `van`, `Van`, but not the AP of `Jane Doe AP Sports Writer`.
    fn is_particle(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| {
            token.has(PersonCues::NAME_PARTICLE)
                && (token.shape == Shape::Lower || !token.has(PersonCues::GIVEN_NAME))
                && (token.shape != Shape::Upper || self.sentence_is_upper(at))
        })
    }

    /// The token after `“Bill”` of `William “Bill” Doe`, or `(Bill)`.
    fn after_nickname(&self, at: usize) -> usize {
        let opens = |token: &Token| match token.kind {
            TokenKind::Mark(Mark { side, .. }) => side != MarkSide::Close && token.spaced,
            kind => kind == TokenKind::OpenBracket,
        };
        let closes = |token: &Token| match token.kind {
            TokenKind::Mark(Mark { side, .. }) => side != MarkSide::Open,
            kind => kind == TokenKind::CloseBracket,
        };
        if !self.token(at).is_some_and(opens) {
            return at;
        }
        let mut end = at + 1;
        while end < at + 4 && self.token(end).is_some_and(|token| token.is_capitalized()) {
            end += 1;
        }
        let named = end > at + 1
            && self.token(end).is_some_and(closes)
            && self.names(end + 1)
            && self.token(end + 1).is_some_and(|token| token.spaced && !token.has(Morphology::VERB));
        if named { end + 1 } else { at }
    }

    fn names_or_particle(&self, at: usize) -> bool {
        let at = if self.is_hyphen(at) { at + 1 } else { at };
        self.token(at).is_some_and(|token| {
            token.is_capitalized() && (!token.has(WordClass::CALENDAR) || self.names(at + 1))
                || token.has(PersonCues::NAME_PARTICLE) && token.is_word()
        })
    }

    /// The end of the surname at `at`, with what belongs to it.
    pub(super) fn surname(&self, at: usize, excluded: Tags) -> Option<usize> {
        if !self.is_surname(at, excluded) {
            return None;
        }
        let mut end = self.with_lower_half(self.part(at));
        let mut begin = at;
        // A second surname: Moop Brellón, Garsby Tarn; never in a headline, where the next word is just a word.
        while end < at + LONGEST_SURNAME
            && (!self.headline || self.goes_on_in_headline(begin, end))
            && self.is_surname(end, SURNAMES_TOO)
            && self.token(end).is_some_and(|token| token.spaced && !token.has(Morphology::VERB))
        {
            let known = self.gazetteer.longest_at(self.text.source, self.text.tokens[end].span.start);
            // Somebody else's name begins, unless what stands before is still a given name: `Jane Maud Doe`.
            let one_word = known.as_ref().is_some_and(|found| found.span().end == self.text.tokens[end].span.end);
            let goes_on =
                self.text.tokens[begin].has(PersonCues::GIVEN_NAME) && one_word && !self.is_known_elsewhere(end);
            if known.is_some() && (end > at + 1 || self.text.tokens[at].has(PersonCues::GIVEN_NAME)) && !goes_on {
                break;
            }
            // `Jane Doe Campaign offices`, but `Jane Moop Green, 41`.
            let ends_there =
                |next: &Token| !next.is_word() || next.has(WordClass::FUNCTION) || next.has(Morphology::VERB);
            let word = self.is_ordinary(end) && !self.text.tokens[end].has(PersonCues::GIVEN_NAME);
            if word && !self.token(end + 1).is_none_or(ends_there) {
                break;
            }
            begin = end;
            end = self.with_lower_half(self.part(end));
        }
        // `Xandro bin Moop`
        let particle = self.token(end).is_some_and(|token| token.spaced) && self.is_particle(end);
        if particle {
            let last = self.after_given(end);
            if last > end && self.is_surname(last, SURNAMES_TOO) {
                end = self.with_lower_half(self.part(last));
            }
        }
        let comma = usize::from(self.token(end).is_some_and(|token| token.kind == TokenKind::Comma));
        if self.token(end + comma).is_some_and(|token| token.has(PersonCues::NAME_SUFFIX) && token.is_capitalized()) {
            end += comma + 1;
        }
        Some(end)
    }

    /// `Jane Ann Moop (Cuba)`: after a second given name the next word may still be the surname, if it is the last.
    fn goes_on_in_headline(&self, given: usize, at: usize) -> bool {
        self.text.tokens[given].has(PersonCues::GIVEN_NAME)
            && !self.is_ordinary(at)
            && self.token(at + 1).is_none_or(|next| !next.is_capitalized())
    }

    /// The token after `-yeh` of `Chun-yeh`: the second half of a name in small letters is no word, or both are syllables.
    fn with_lower_half(&self, end: usize) -> usize {
        let half = self.token(end + 1).is_some_and(|token| {
            token.shape == Shape::Lower && !token.spaced && token.span.len() <= LONGEST_HALF && token.is_unlisted()
        });
        let joined = self.is_hyphen(end) && half && !self.is_ordinary(end + 1);
        if joined || is_of_two_syllables(self.text, end - 1) { end + 2 } else { end }
    }

    /// `dell’Orlow`, `d’Orlow`: a particle in small letters that is written together with the surname.
    fn is_elided(&self, at: usize) -> bool {
        let Some((particle, name)) = self.word(at).split_once(['\'', '’']) else { return false };
        (1..=LONGEST_PARTICLE).contains(&particle.len())
            && particle.bytes().all(|byte| byte.is_ascii_lowercase())
            && name.starts_with(char::is_uppercase)
    }

    pub(super) fn is_surname(&self, at: usize, excluded: Tags) -> bool {
        self.names(at)
            && self.token(at).is_some_and(|token| {
                (token.spaced || self.is_hyphen(at - 1) || self.is_initial(at - 1))
                    && !token.has(excluded)
                    // These end the name of an organization and are hardly ever surnames.
                    && !token.tells(NameCues::ORGANIZATION_LAST)
                    && (token.has(PersonCues::GIVEN_NAME) || !(token.has(PersonCues::GROUP_ROLE) || token.has(Morphology::ABBREVIATION)))
                    && (token.shape != Shape::Mixed || self.is_elided(at))
                    && !self.is_plural_of_letters(at)
                    && (token.shape != Shape::Upper || token.span.len() > 4 || self.sentence_is_upper(at))
            })
    }

    /// `MPs`, `TDs`
    fn is_plural_of_letters(&self, at: usize) -> bool {
        let letters = self.word(at).strip_suffix('s');
        letters.is_some_and(|letters| letters.len() > 1 && letters.bytes().all(|letter| letter.is_ascii_uppercase()))
    }

    fn is_initial(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.has(Morphology::ABBREVIATION) && token.span.len() == 2)
    }

    /// The words around are in capitals too.
    fn sentence_is_upper(&self, at: usize) -> bool {
        at > self.sentence.start && self.text.tokens[at - 1].shape == Shape::Upper
    }
}
