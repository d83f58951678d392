//! Results, standings and fixtures: `Marden 2 Lundby 1`, `Marden 4 3 1 0 7 4 10`, `MARDEN AT LUNDBY`.

use std::ops::Range;

use super::candidate::{Candidate, Guess};
use super::teams::is_nation;
use crate::gazetteer::{Gazetteer, Kind};
use crate::lexicon::WordClass;
use crate::text::{Text, TokenKind};

/// No row of a table has more tokens.
const LONGEST_ROW: usize = 32;

/// The fewest figures after a name in a row of standings.
const FIGURES: usize = 3;

/// No team's name has more words.
const LONGEST_NAME: usize = 4;

/// The names of teams in the rows of tables, in the order of the text.
pub(super) fn teams(text: &Text, candidates: &[Candidate], gazetteer: &Gazetteer) -> Vec<Range<usize>> {
    let table = Table { text, candidates, gazetteer };
    let mut teams = Vec::new();
    for paragraph in &text.paragraphs {
        if paragraph.len() <= LONGEST_ROW && text.tokens[paragraph.start].is_spoken() {
            teams.extend(table.row(paragraph).into_iter().filter(|name| table.can_be_team(name)));
        }
    }
    teams
}

struct Table<'a, 't, 'g> {
    text: &'a Text<'t>,
    candidates: &'a [Candidate<'g>],
    gazetteer: &'g Gazetteer,
}

impl Table<'_, '_, '_> {
    fn kind(&self, at: usize, row: &Range<usize>) -> Option<TokenKind> {
        row.contains(&at).then(|| self.text.tokens[at].kind)
    }

    fn row(&self, row: &Range<usize>) -> Vec<Range<usize>> {
        let Some(first) = self.name(row.start, row) else { return self.ranked(row) };
        let after = self.skip_bracket(first.end, row);
        let Some(next) = self.text.tokens[..row.end].get(after) else { return Vec::new() };
        if next.kind == TokenKind::Number {
            let mut at = after + 1;
            // `2 - 1`, `2-1`, `2,`
            while at < row.end && !self.text.tokens[at].is_word() {
                at += 1;
            }
            let figures = (after..at).filter(|&at| self.text.tokens[at].kind == TokenKind::Number).count();
            // `MARDEN 2031-05-04` has one figure that stands by itself.
            let apart = (after..at)
                .filter(|&at| self.text.tokens[at].kind == TokenKind::Number && self.text.tokens[at].spaced)
                .count();
            if at == row.end && figures >= FIGURES && apart >= FIGURES {
                return vec![first];
            }
            return match self.name(at, row) {
                Some(second) if figures <= 2 && self.ends_result(second.end, row, figures) => vec![first, second],
                _ => Vec::new(),
            };
        }
        let word = next.span.of(self.text.source);
        if next.is_word()
            && word.eq_ignore_ascii_case("at")
            && self.name(after + 1, row).is_some_and(|name| name.end == row.end)
        {
            return vec![first];
        }
        Vec::new()
    }

    /// After the second name of a result comes its score, or nothing where both scores stand between.
    fn ends_result(&self, at: usize, row: &Range<usize>, figures: usize) -> bool {
        let at = self.skip_bracket(at, row);
        figures == 2 || self.kind(at, row) == Some(TokenKind::Number)
    }

    /// `3. Jane Doe (Lundby) Marden 12 seconds`: the team of one who is ranked.
    fn ranked(&self, row: &Range<usize>) -> Vec<Range<usize>> {
        if self.kind(row.start, row) != Some(TokenKind::Number) {
            return Vec::new();
        }
        let Some(close) = row.clone().find(|&at| self.text.tokens[at].kind == TokenKind::CloseBracket) else {
            return Vec::new();
        };
        let comma = usize::from(self.kind(close + 1, row) == Some(TokenKind::Comma));
        let country = close.checked_sub(1).is_some_and(|at| {
            self.candidate_at(at).is_some_and(|candidate| match candidate.guess {
                Guess::Known(entities) => entities.first().is_some_and(|&first| is_nation(first, self.gazetteer)),
                _ => false,
            })
        });
        self.name(close + 1 + comma, row).filter(|_| country).into_iter().collect()
    }

    fn candidate_at(&self, at: usize) -> Option<&Candidate<'_>> {
        let found = self.candidates.partition_point(|candidate| candidate.tokens.end <= at);
        self.candidates.get(found).filter(|candidate| candidate.tokens.start <= at)
    }

    /// Capitalized words from here, with the letters in brackets that tell two teams of one name apart.
    fn name(&self, start: usize, row: &Range<usize>) -> Option<Range<usize>> {
        let mut end = start;
        let mut words = 0;
        while end < row.end && words < LONGEST_NAME {
            let token = &self.text.tokens[end];
            if !token.is_capitalized() || token.has(WordClass::FUNCTION.union(WordClass::CALENDAR)) {
                break;
            }
            words += 1;
            end += 1;
            while end + 1 < row.end
                && self.text.tokens[end].kind == TokenKind::Hyphen
                && self.text.tokens[end + 1].is_capitalized()
                && !self.text.tokens[end + 1].spaced
            {
                end += 2;
            }
        }
        let letters = self.kind(end, row) == Some(TokenKind::OpenBracket)
            && self.kind(end + 2, row) == Some(TokenKind::CloseBracket)
            && self.text.word(end + 1).len() <= 2;
        (words > 0).then(|| start..if letters { end + 3 } else { end })
    }

    fn skip_bracket(&self, at: usize, row: &Range<usize>) -> usize {
        if self.kind(at, row) != Some(TokenKind::OpenBracket) {
            return at;
        }
        (at..row.end).find(|&at| self.text.tokens[at].kind == TokenKind::CloseBracket).map_or(at, |close| close + 1)
    }

    /// Neither a nation, which stays a place, nor somebody, nor what the gazetteer already calls an organization.
    fn can_be_team(&self, name: &Range<usize>) -> bool {
        let Some(candidate) = self.candidate_at(name.start).filter(|candidate| candidate.tokens.start == name.start)
        else {
            return true;
        };
        match candidate.guess {
            Guess::Known(entities) => {
                candidate.kind == Kind::Place && !is_nation(entities[0], self.gazetteer)
                    || candidate.kind == Kind::Organization && candidate.tokens != *name
            }
            Guess::Discovered { .. } => candidate.kind != Kind::Person,
            Guess::Short(_) => false,
        }
    }
}
