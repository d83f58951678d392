//! Names that only the words around them tell: unknown companies and villages, and towns that are teams.
//!
//! The evidence beside all occurrences of a name is added up, and the sum holds throughout the document: a company is
//! introduced once and only named from then on.

use std::cell::RefCell;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::beginnings::Beginnings;
use super::candidate::{Candidate, Guess};
use super::capitals::Capitals;
use super::context_patterns::{Evidence, evidence, town_team, unknown_team};
use super::neighbors::Neighbors;
use super::rule::Rule;
use super::short_names::{Short, WORDS, short_names};
use super::table;
use super::teams::{is_nation, known_team, team};
use super::weights::{ENOUGH, LISTED_WITH_ORGANIZATION, SURE};
use crate::gazetteer::{EntityIndex, Gazetteer, Kind, is_ordinary};
use crate::lexicon::{Morphology, NameCues, Part, PartSet, PersonCues, Tags, Word, WordClass};
use crate::text::{Shape, Text, Token, TokenKind};

/// Words before which an unknown name ends: `Marden CEO Jane Doe`.
const TITLES: PersonCues = PersonCues::TITLE.union(PersonCues::PERSON_ROLE);

/// No name is looked for in more tokens.
const LONGEST_NAME: usize = 8;

/// What has been read of the text.
pub(super) struct About<'a> {
    /// The part of speech of each token.
    pub(super) parts: &'a [Part],
    pub(super) capitals: &'a Capitals,
    /// For each sentence whether it is a headline.
    pub(super) headlines: &'a [bool],
    /// Its places may be teams.
    pub(super) sports: bool,
}

/// Adds what the surroundings tell to the candidates; they stay in text order and free of overlaps. With `shortened`, a
/// company's name may be short for its full one.
pub(super) fn complete<'g>(
    text: &Text,
    candidates: Vec<Candidate<'g>>,
    gazetteer: &'g Gazetteer,
    about: About,
    shortened: bool,
) -> Vec<Candidate<'g>> {
    let About { parts, capitals, headlines, sports } = about;
    let surroundings = Surroundings { text, parts, gazetteer, sports, headlines, capitals, lower: RefCell::default() };
    let candidates = if surroundings.sports { surroundings.with_nicknames(candidates) } else { candidates };
    let runs = surroundings.runs(&candidates);
    let rows = if surroundings.sports { table::teams(text, &candidates, gazetteer) } else { Vec::new() };
    let mut short = if shortened { short_names(text, &candidates, gazetteer, sports) } else { Short::default() };
    let mut verdicts = surroundings.verdicts(&runs, &candidates, &rows);
    if !short.is_empty() || !verdicts.is_empty() {
        let people = surroundings
            .surnames(&candidates, short.keys().map(|name| &**name).chain(verdicts.keys().map(|name| last_word(name))));
        short.retain(|name, _| !people.contains(name));
        verdicts.retain(|name, _| !people.contains(last_word(name)));
    }
    if rows.is_empty() && short.is_empty() && verdicts.is_empty() {
        return candidates;
    }
    let mut new: Vec<Candidate<'g>> = Vec::new();
    for tokens in rows {
        new.push(team(tokens, None));
    }
    let names = short.keys().chain(verdicts.keys());
    let beginnings = Beginnings::of(names.map(String::as_str));
    for run in &runs {
        // In a headline's capitals any word of it may be a name.
        if run.headline || surroundings.may_be(&beginnings, &run.tokens) {
            surroundings.names_of(run, &verdicts, &short, &mut new);
        }
    }
    if surroundings.sports {
        // Weak signs count only where teams are spoken of.
        let teams = verdicts.values().filter(|verdict| verdict.team >= ENOUGH).count() >= 2;
        for (run, entities) in surroundings.places(&candidates) {
            if surroundings.is_team_here(&run, &verdicts, teams) {
                let listed = entities.and_then(|entities| known_team(entities, gazetteer));
                new.push(team(run.tokens, listed));
            }
        }
    }
    merged(candidates, new)
}

/// New candidates in place of the old ones that they touch.
fn merged<'g>(candidates: Vec<Candidate<'g>>, mut new: Vec<Candidate<'g>>) -> Vec<Candidate<'g>> {
    if new.is_empty() {
        return candidates;
    }
    // Of two that overlap the earlier one stays, and of two that begin together the longer one.
    new.sort_by_key(|candidate| (candidate.tokens.start, std::cmp::Reverse(candidate.tokens.end)));
    let mut all = Vec::with_capacity(candidates.len() + new.len());
    let mut new = new.into_iter().peekable();
    let mut free = 0;
    for candidate in candidates {
        while let Some(next) = new.next_if(|next| next.tokens.start < candidate.tokens.end) {
            if next.tokens.start >= free {
                free = next.tokens.end;
                all.push(next);
            }
        }
        if candidate.tokens.start >= free {
            free = candidate.tokens.end;
            all.push(candidate);
        }
    }
    for next in new {
        if next.tokens.start >= free {
            free = next.tokens.end;
            all.push(next);
        }
    }
    all
}

/// A stretch that may be a name, in its sentence.
struct CapitalRun {
    tokens: Range<usize>,
    sentence: Range<usize>,
    /// Capitals tell nothing here.
    headline: bool,
}

impl CapitalRun {
    /// It is the first word of its sentence, marks aside.
    fn is_first(&self, text: &Text) -> bool {
        self.tokens.start == self.sentence.start
            || self.tokens.start == self.sentence.start + 1 && !text.tokens[self.sentence.start].is_spoken()
    }
}

/// What the document as a whole says of a name.
#[derive(Default)]
struct KindGuess {
    evidence: Evidence,
    team: i32,
    /// It stands with a capital where only names have one.
    inside: bool,
}

impl KindGuess {
    fn is_enough(&self) -> bool {
        (self.evidence.organization + self.team).max(self.evidence.place) >= ENOUGH
    }

    fn kind(&self) -> Option<Kind> {
        if !self.inside || !self.is_enough() {
            return None;
        }
        let organization = self.evidence.organization + self.team;
        Some(if organization >= self.evidence.place { Kind::Organization } else { Kind::Place })
    }
}

fn last_word(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}

type KindGuesses = FxHashMap<String, KindGuess>;

struct Surroundings<'a, 't, 'g> {
    parts: &'a [Part],
    text: &'a Text<'t>,
    gazetteer: &'g Gazetteer,
    sports: bool,
    headlines: &'a [bool],
    capitals: &'a Capitals,
    /// Room for a name in lower case.
    lower: RefCell<String>,
}

impl<'t, 'g> Surroundings<'_, 't, 'g> {
    fn slice(&self, tokens: &Range<usize>) -> &'t str {
        self.text.span(tokens.clone()).of(self.text.source)
    }

    fn key(&self, tokens: &Range<usize>) -> String {
        self.slice(tokens).to_lowercase()
    }

    /// What the map has under these words; most have nothing, so nothing is copied to ask.
    fn find<'m, V>(&self, map: &'m FxHashMap<String, V>, tokens: &Range<usize>) -> Option<&'m V> {
        if map.is_empty() { None } else { self.in_lower_case(tokens, |key| map.get(key)) }
    }

    fn may_be(&self, beginnings: &Beginnings, tokens: &Range<usize>) -> bool {
        beginnings.may_be(self.text.source, self.text.span(tokens.clone()))
    }

    fn in_lower_case<R>(&self, tokens: &Range<usize>, ask: impl FnOnce(&str) -> R) -> R {
        let slice = self.slice(tokens);
        if !slice.is_ascii() {
            return ask(&slice.to_lowercase());
        }
        let mut key = self.lower.borrow_mut();
        key.clear();
        key.push_str(slice);
        key.make_ascii_lowercase();
        ask(&key)
    }

    /// The stretches of capitalized words that no candidate covers.
    fn runs(&self, candidates: &[Candidate]) -> Vec<CapitalRun> {
        let text = self.text;
        let mut runs = Vec::with_capacity(text.capitalized.len() / 4);
        let mut sentences = text.sentences.iter().zip(self.headlines);
        let Some((mut sentence, mut headline)) = sentences.next() else { return runs };
        let uncovered = self.capitals.names.without(candidates.iter().map(|candidate| &candidate.tokens));
        let mut from = 0;
        while let Some(at) = uncovered.next(from) {
            while sentence.end <= at {
                let Some(later) = sentences.next() else { return runs };
                (sentence, headline) = later;
            }
            from = self.end_of_run(at, sentence.end, candidates);
            runs.push(CapitalRun { tokens: at..from, sentence: sentence.clone(), headline: *headline });
        }
        runs
    }

    fn names(&self, at: usize) -> bool {
        self.capitals.names.has(at)
    }

    /// Where the run ends that begins at a word, before any candidate.
    fn end_of_run(&self, start: usize, limit: usize, candidates: &[Candidate]) -> usize {
        let tokens = &self.text.tokens;
        let mut end = start + 1;
        // Most have one word.
        if end >= limit || !tokens[end].is_capitalized() && tokens[end].kind != TokenKind::Hyphen {
            return end;
        }
        let next = candidates.partition_point(|candidate| candidate.tokens.end <= start);
        let limit = candidates.get(next).map_or(limit, |candidate| limit.min(candidate.tokens.start));
        while end < limit {
            let hyphen = tokens[end].kind == TokenKind::Hyphen && !tokens[end].spaced;
            if hyphen && end + 1 < limit && tokens[end + 1].is_capitalized() && !tokens[end + 1].spaced {
                end += 2;
            } else if self.names(end) && tokens[end].spaced && !tokens[end].has(TITLES) {
                end += 1;
            } else {
                break;
            }
        }
        end
    }

    /// `the Marden Lions`: a place and the nickname after it are one team.
    fn with_nicknames(&self, candidates: Vec<Candidate<'g>>) -> Vec<Candidate<'g>> {
        let mut new = Vec::new();
        for (run, _) in self.places(&candidates) {
            let at = run.tokens.end;
            let word = |token: &Token| {
                token.has(WordClass::PROPER_ADJECTIVE | WordClass::CALENDAR)
                    || token.has(PersonCues::ROLE)
                    || token.tells(NameCues::EVENT)
            };
            let is_nickname = self.text.tokens[..run.sentence.end].get(at).is_some_and(|token| {
                token.is_capitalized() && token.spaced && token.has(Morphology::S_FORM) && !word(token)
            });
            let found = candidates.binary_search_by_key(&at, |candidate| candidate.tokens.start);
            let nickname = found.ok().map(|found| &candidates[found]).filter(|found| found.tokens.end == at + 1);
            if !is_nickname || found.is_ok() && nickname.is_none() {
                continue;
            }
            let listed = match nickname.map(|candidate| &candidate.guess) {
                Some(Guess::Known(entities)) => known_team(entities, self.gazetteer),
                _ => None,
            };
            new.push(team(run.tokens.start..at + 1, listed));
        }
        merged(candidates, new)
    }

    /// The towns and regions that may be teams.
    fn places<'c>(
        &self,
        candidates: &'c [Candidate<'g>],
    ) -> impl Iterator<Item = (CapitalRun, Option<&'g [EntityIndex]>)> + use<'_, 'c, 't, 'g> {
        candidates.iter().filter_map(|candidate| {
            let entities = match candidate.guess {
                _ if candidate.kind != Kind::Place => return None,
                Guess::Known(entities) if is_nation(entities[0], self.gazetteer) => return None,
                Guess::Known(entities) => Some(entities),
                _ => None,
            };
            let start = candidate.tokens.start;
            let sentence = self.text.sentences.partition_point(|sentence| sentence.end <= start);
            let sentence = self.text.sentences.get(sentence)?.clone();
            Some((CapitalRun { tokens: candidate.tokens.clone(), sentence, headline: false }, entities))
        })
    }

    fn neighbors(&self, run: &CapitalRun) -> Neighbors<'_, 't> {
        Neighbors {
            text: self.text,
            parts: self.parts,
            gazetteer: self.gazetteer,
            sentence: run.sentence.clone(),
            name: run.tokens.clone(),
        }
    }

    fn verdicts(&self, runs: &[CapitalRun], candidates: &[Candidate<'g>], rows: &[Range<usize>]) -> KindGuesses {
        let mut verdicts = KindGuesses::default();
        for run in runs.iter().filter(|run| !run.headline) {
            if !self.sports && self.says_nothing(&run.tokens) {
                continue;
            }
            let neighbors = self.neighbors(run);
            let mut evidence = evidence(&neighbors);
            evidence.organization += LISTED_WITH_ORGANIZATION.weight() * self.organizations_beside(run, candidates);
            let team = if self.sports { unknown_team(&neighbors) } else { 0 };
            if evidence.is_none() && team == 0 || !self.can_be_unknown(run) {
                continue;
            }
            let verdict = verdicts.entry(self.key(&run.tokens)).or_default();
            verdict.evidence.add(evidence);
            verdict.team += team;
            verdict.inside |= evidence.place >= SURE || neighbors.is_acronym();
        }
        for tokens in rows {
            let verdict = verdicts.entry(self.key(tokens)).or_default();
            verdict.team += ENOUGH;
            verdict.inside = true;
        }
        if self.sports {
            for (run, _) in self.places(candidates) {
                let team = town_team(&self.neighbors(&run));
                if team >= ENOUGH {
                    let verdict = verdicts.entry(self.key(&run.tokens)).or_default();
                    verdict.team += team;
                    verdict.inside = true;
                }
            }
        }
        if verdicts.is_empty() {
            return verdicts;
        }
        if self.sports {
            self.spread_in_lists(runs, candidates, &mut verdicts);
        }
        let beginnings = Beginnings::of(verdicts.keys().map(String::as_str));
        let may_be = |run: &&CapitalRun| self.may_be(&beginnings, &run.tokens);
        for run in runs.iter().filter(may_be).filter(|run| !run.headline && !run.is_first(self.text)) {
            self.in_lower_case(&run.tokens, |key| {
                if let Some(verdict) = verdicts.get_mut(key) {
                    verdict.inside = true;
                }
            });
        }
        for (name, verdict) in &mut verdicts {
            // Only first words: `Oil shares` at the head of a sentence are no company's.
            verdict.inside = verdict.inside || verdict.is_enough() && !name.contains(' ') && !is_ordinary(name);
        }
        verdicts.retain(|_, verdict| verdict.kind().is_some());
        verdicts
    }

    /// The look that turns most names away: none of the words beside this one is in any pattern, nor in a list.
    fn says_nothing(&self, name: &Range<usize>) -> bool {
        const SEEN: NameCues = NameCues::BODY.union(NameCues::ASSET).union(NameCues::SETTLEMENT);
        let tokens = &self.text.tokens;
        let plain = |token: &Token| !token.tells(SEEN) && !matches!(token.kind, TokenKind::Comma | TokenKind::Clitic);
        tokens[name.start].shape != Shape::Upper
            && name.start.checked_sub(1).map(|before| &tokens[before]).is_none_or(|before| {
                plain(before)
                    && !matches!(
                        before.word,
                        Some(
                            Word::Across
                                | Word::And
                                | Word::Around
                                | Word::At
                                | Word::Called
                                | Word::For
                                | Word::From
                                | Word::In
                                | Word::Inside
                                | Word::Named
                                | Word::Near
                                | Word::Of
                                | Word::Or
                                | Word::Outside
                                | Word::To
                                | Word::With
                        )
                    )
            })
            && tokens
                .get(name.end)
                .is_none_or(|after| plain(after) && !matches!(after.word, Some(Word::And | Word::Or)))
    }

    /// Those of the names that are the surname of a person named in full, and so stand for that person.
    fn surnames<'n>(&self, candidates: &[Candidate<'g>], names: impl Iterator<Item = &'n str>) -> FxHashSet<String> {
        let names: FxHashSet<&str> = names.collect();
        let beginnings = Beginnings::of(names.iter().copied());
        candidates
            .iter()
            .filter(|candidate| candidate.tokens.len() > 1 && candidate.kind == Kind::Person)
            .filter_map(|candidate| {
                let surname = candidate.tokens.end - 1..candidate.tokens.end;
                let known = |key: &str| names.contains(key).then(|| key.to_owned());
                if self.may_be(&beginnings, &surname) { self.in_lower_case(&surname, known) } else { None }
            })
            .collect()
    }

    /// Not two words of which the first is a given name, no ordinary word, and no part of a longer name.
    fn can_be_unknown(&self, run: &CapitalRun) -> bool {
        let tokens = &self.text.tokens;
        let Range { start, end } = run.tokens;
        let (first, last) = (&tokens[start], &tokens[end - 1]);
        let single = end == start + 1;
        let person = !single && first.has(PersonCues::GIVEN_NAME) || first.has(TITLES) || last.has(TITLES);
        let heads = NameCues::ORGANIZATION_FIRST.union(NameCues::ORGANIZATION_LAST).union(NameCues::PLACE_LAST);
        let heads = if self.sports { NameCues::EVENT } else { heads | NameCues::EVENT };
        let head = first.tells(heads) || !self.sports && first.has(PersonCues::GROUP_ROLE);
        let given = single && first.has(PersonCues::GIVEN_NAME) && first.shape != Shape::Upper && !self.sports;
        let word = given || single && head;
        let before = start.checked_sub(1).filter(|&before| before >= run.sentence.start);
        let goes_on = tokens[..run.sentence.end].get(end).is_some_and(|next| {
            next.spaced && next.is_capitalized() && !next.has(TITLES) && !next.has(WordClass::CALENDAR)
        });
        let none = Tags::from(WordClass::FUNCTION | WordClass::CALENDAR | WordClass::PROPER_ADJECTIVE) | TITLES;
        let continues = before.map(|before| &tokens[before]).is_some_and(|before| {
            before.kind == TokenKind::Hyphen && !first.spaced
                || first.spaced && before.is_capitalized() && !before.has(none)
        });
        let abbreviation = single && first.has(Morphology::ABBREVIATION);
        let is_doubtful = person || word || goes_on || continues || abbreviation;
        !is_doubtful
            && !tokens[start..end].iter().any(|token| token.has(WordClass::PROPER_ADJECTIVE))
            && first.span.len() > 1
            && self.gazetteer.by_demonym(self.slice(&run.tokens)).is_none()
            && (single || self.gazetteer.by_demonym(self.text.word(start)).is_none())
    }

    /// `traders at Marden, Lundby and Ellery`: how many neighbours in a list are organizations.
    fn organizations_beside(&self, run: &CapitalRun, candidates: &[Candidate<'g>]) -> i32 {
        let joins = |at: usize| {
            self.text
                .tokens
                .get(at)
                .is_some_and(|token| token.kind == TokenKind::Comma || matches!(token.word, Some(Word::And | Word::Or)))
        };
        let Range { start, end } = run.tokens;
        let mut beside = 0;
        if start > 0 && joins(start - 1) {
            let last = if start > 1 && joins(start - 2) { start - 2 } else { start - 1 };
            let found = candidates.binary_search_by_key(&last, |candidate| candidate.tokens.end);
            beside += i32::from(found.is_ok_and(|found| candidates[found].kind == Kind::Organization));
        }
        if joins(end) {
            let next = if joins(end + 1) { end + 2 } else { end + 1 };
            let found = candidates.binary_search_by_key(&next, |candidate| candidate.tokens.start);
            beside += i32::from(found.is_ok_and(|found| candidates[found].kind == Kind::Organization));
        }
        beside
    }

    /// `Marden, Lundby and Ellery`: what stands in a list with a team is one.
    fn spread_in_lists(&self, runs: &[CapitalRun], candidates: &[Candidate<'g>], verdicts: &mut KindGuesses) {
        let mut units: Vec<CapitalRun> = self.places(candidates).map(|(run, _)| run).collect();
        let unknown = runs.iter().filter(|run| !run.headline && self.can_be_unknown(run));
        units.extend(unknown.map(|run| CapitalRun {
            tokens: run.tokens.clone(),
            sentence: run.sentence.clone(),
            headline: false,
        }));
        units.sort_unstable_by_key(|run| run.tokens.start);
        let joined = |one: &CapitalRun, other: &CapitalRun| {
            let between = &self.text.tokens[one.tokens.end..other.tokens.start];
            (1..=2).contains(&between.len())
                && between
                    .iter()
                    .all(|token| token.kind == TokenKind::Comma || matches!(token.word, Some(Word::And | Word::Or)))
        };
        let mut spread = |from: &CapitalRun, to: &CapitalRun| {
            let is_team = self.find(verdicts, &from.tokens).is_some_and(|verdict| verdict.team >= ENOUGH);
            if is_team && !self.neighbors(from).is_location() {
                let verdict = verdicts.entry(self.key(&to.tokens)).or_default();
                verdict.team = verdict.team.max(ENOUGH);
                verdict.inside = true;
            }
        };
        for pair in units.windows(2).filter(|pair| joined(&pair[0], &pair[1])) {
            spread(&pair[0], &pair[1]);
        }
        for pair in units.windows(2).rev().filter(|pair| joined(&pair[0], &pair[1])) {
            spread(&pair[1], &pair[0]);
        }
    }

    /// The names in a stretch: its whole, or its first word; in a headline's capitals any word of it.
    fn names_of(&self, run: &CapitalRun, verdicts: &KindGuesses, short: &Short<'g>, new: &mut Vec<Candidate<'g>>) {
        let Range { start, end } = run.tokens;
        let first = &self.text.tokens[start];
        let is_word =
            run.tokens.len() == 1 && run.is_first(self.text) && first.has(WORDS) && first.shape != Shape::Upper;
        // `Parliament rose`: a noun that does something has an article, and a name has none.
        let acts = || self.parts.get(end).is_some_and(|part| part.is(PartSet::FINITE));
        if is_word && !(self.find(short, &run.tokens).is_some() && acts()) {
            return;
        }
        let capitals = first.shape == Shape::Upper && run.headline;
        let mut at = start;
        while at < end {
            let ends = [end, at + 2, at + 1];
            let fits = |next: &usize| {
                *next <= end && *next <= at + LONGEST_NAME && (*next == end || capitals || *next == at + 1)
            };
            let ends = ends.into_iter().filter(fits);
            let found = ends
                .filter(|&next| next == end || self.text.tokens[next].kind != TokenKind::Hyphen)
                .find_map(|next| self.explained(at..next, verdicts, short));
            at = found.as_ref().map_or(at + 1, |found| found.tokens.end);
            new.extend(found);
            if !capitals {
                break;
            }
        }
    }

    fn explained(&self, tokens: Range<usize>, verdicts: &KindGuesses, short: &Short<'g>) -> Option<Candidate<'g>> {
        if let Some(guess) = self.find(short, &tokens) {
            return Some(Candidate { tokens, guess: guess.clone(), kind: Kind::Organization, rule: Rule::ShortForm });
        }
        let kind = self.find(verdicts, &tokens).and_then(KindGuess::kind)?;
        Some(Candidate::discovered(tokens, kind, Rule::Surroundings))
    }

    fn is_team_here(&self, run: &CapitalRun, verdicts: &KindGuesses, teams: bool) -> bool {
        let neighbors = self.neighbors(run);
        if neighbors.is_location() {
            return false;
        }
        let comma = self.text.tokens.get(run.tokens.end).is_some_and(|next| next.kind == TokenKind::Comma);
        let followed = comma
            && self.text.tokens.get(run.tokens.end + 1).is_some_and(|next| {
                self.gazetteer.longest_at(self.text.source, next.span.start).is_some_and(|found| {
                    found.candidates().first().is_some_and(|&first| is_nation(first, self.gazetteer))
                })
            });
        if followed {
            return false;
        }
        self.find(verdicts, &run.tokens).is_some_and(|verdict| verdict.team >= ENOUGH)
            || teams && town_team(&neighbors) > 0
    }
}
