//! What only people have beside their names: a verb of saying, an age, a role, a pronoun.

use super::context::Context;
use crate::gazetteer::Kind;
use crate::lexicon::{Morphology, PERCEIVED, PartSet, PersonCues, Word, WordClass};
use crate::text::{Shape, TokenKind};

/// How many tokens from a name the word stands that shows it to be a person's.
const REACH: usize = 8;

/// How many tokens from a name the first pronoun may stand that shows it to be a person's: keeps every search linear.
const FARTHEST_PRONOUN: usize = 32;

impl Context<'_, '_> {
    /// A verb of saying after or before it, an age or *who* after it: only people have these.
    pub(super) fn is_beside_person_word(&self, start: usize, end: usize) -> bool {
        let comma = self.token(end).is_some_and(|token| token.kind == TokenKind::Comma);
        let age = comma
            && self.token(end + 1).is_some_and(|token| token.kind == TokenKind::Number && token.span.len() <= 2)
            && self.token(end + 2).is_some_and(|token| matches!(token.kind, TokenKind::Comma | TokenKind::Stop));
        let who = comma && self.token(end + 1).is_some_and(|token| matches!(token.word, Some(Word::Who | Word::Whose)));
        self.speaks(end) || age || who || start > self.sentence.start && self.is_cue(start - 1, PartSet::FINITE)
    }

    /// `lost his keys`, `left. “No,” he said`: a finite verb, and *he* or *she* before anybody else in the paragraph.
    pub(super) fn is_before_personal_pronoun(&self, end: usize) -> bool {
        let adverb = usize::from(self.part_at(end).is_some_and(|part| part.is(PartSet::ADVERB)));
        if !self.part_at(end + adverb).is_some_and(|part| part.is(PartSet::FINITE)) {
            return false;
        }
        let stop = self.text.tokens.len().min(end + FARTHEST_PRONOUN);
        let paragraph = (end..stop).find(|&at| self.text.ends_paragraph(at)).map_or(stop, |last| last + 1);
        let told = (end..paragraph).find_map(|at| {
            let token = &self.text.tokens[at];
            match token.word {
                Some(Word::He | Word::She | Word::His | Word::Her | Word::Himself | Word::Herself) => Some(true),
                Some(Word::It | Word::Its | Word::They | Word::Their | Word::Who) => Some(false),
                _ if token.has(PersonCues::PERSON_ROLE | PersonCues::TITLE) || self.capitals.names.has(at) => {
                    Some(false)
                }
                _ => None,
            }
        });
        told == Some(true)
    }

    fn is_cue(&self, at: usize, parts: PartSet) -> bool {
        self.token(at).is_some_and(|token| token.shape == Shape::Lower && token.has(WordClass::CUE))
            && self.parts[at].is(parts)
    }

    /// `said`, `has also said`, `can be heard yelling`: a verb of speech, after auxiliaries, adverbs and what is perceived.
    fn speaks(&self, end: usize) -> bool {
        let helps = |at: usize| {
            self.token(at).is_some_and(|token| {
                token.shape == Shape::Lower
                    && (token.has(WordClass::AUXILIARY | WordClass::MODAL | WordClass::ADVERB)
                        || token.word.is_some_and(|word| PERCEIVED.contains(&word)))
            })
        };
        let verb = (end..end + REACH).find(|&at| !helps(at));
        verb.is_some_and(|verb| self.is_cue(verb, if verb == end { PartSet::FINITE } else { PartSet::VERB }))
    }

    /// `, an analyst at the bank`, `is his wife`: a role after the comma or the copula, with nothing but its attributes
    /// before it.
    pub(super) fn is_before_role(&self, end: usize) -> bool {
        let Some(token) = self.token(end) else { return false };
        let copula = matches!(token.word, Some(Word::Is | Word::Was))
            && self.token(end + 1).is_some_and(|next| next.has(WordClass::DETERMINER | WordClass::POSSESSIVE));
        if token.kind != TokenKind::Comma && !copula {
            return false;
        }
        for at in end + 1..end + REACH {
            let Some(token) = self.token(at) else { return false };
            if token.kind == TokenKind::Hyphen {
                continue;
            }
            if !token.is_spoken()
                || token.has(WordClass::AUXILIARY.union(WordClass::PREPOSITION).union(WordClass::CONJUNCTION))
            {
                return false;
            }
            let role = token.shape == Shape::Lower
                && token.has(PersonCues::PERSON_ROLE)
                && !token.has(Morphology::PLURAL)
                && !self.is_company_role(at);
            // The *chief* of chief executive is not yet the head.
            if role && self.token(at + 1).is_none_or(|next| !next.is_word() || next.has(WordClass::FUNCTION)) {
                return true;
            }
        }
        false
    }

    /// `(Cuba)`, `(D-Ore.)`, `(captain)`, `(28th minute)`: what stands in brackets after people.
    pub(super) fn is_before_bracket(&self, end: usize) -> bool {
        if self.token(end).is_none_or(|token| token.kind != TokenKind::OpenBracket) {
            return false;
        }
        let Some(token) = self.token(end + 1) else { return false };
        let closes = |at: usize| self.token(at).is_some_and(|token| token.kind == TokenKind::CloseBracket);
        let party = matches!(self.word(end + 1), "D" | "R" | "I" | "D." | "R." | "I.")
            && self.token(end + 2).is_some_and(|token| matches!(token.kind, TokenKind::Hyphen | TokenKind::Comma));
        let role = token.has(PersonCues::PERSON_ROLE) && !token.has(Morphology::PLURAL) && closes(end + 2);
        let ordinal = token.kind == TokenKind::Number && self.word(end + 1).ends_with(['d', 'h', 't']);
        if party || role || ordinal {
            return true;
        }
        self.gazetteer.longest_at(self.text.source, token.span.start).is_some_and(|found| {
            let place =
                found.candidates().first().is_some_and(|&known| self.gazetteer.entity_at(known).kind() == Kind::Place);
            let last = (end + 1..end + REACH).find(|&at| closes(at));
            place && last.is_some_and(|last| self.text.tokens[last - 1].span.end == found.span().end)
        })
    }
}
