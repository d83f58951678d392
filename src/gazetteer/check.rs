//! Which names of a gazetteer are doubtful.
//!
//! A doubt should be worth its line: it is about a name that the rules of the extractor get wrong, not about every name
//! that could be. So a name that the file calls ambiguous is never doubtful, and neither is a shared name as long as
//! one entity is meant more often than the others.

use std::cmp::Reverse;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::doubt::{Doubt, DoubtKind};
use super::entity::{Entity, Kind};
use super::equality::{self, has_lower_case, lower, without_accents};
use super::load::{Joined, Note};
use super::ordinary::is_ordinary;

/// Names of so many characters and fewer are short.
const SHORT: usize = 2;

/// Prominences that differ by less are estimates of the same thing.
const NEAR: u8 = 5;

/// Titles that are part of the name in news, for who has them has no surname.
const REIGNING: [&str; 8] = ["King", "Queen", "Prince", "Princess", "Emperor", "Sultan", "Sheikh", "Pope"];

/// What a comment begins with that argues a doubt away.
const ARGUMENT: &str = "not doubtful:";

/// The doubts about all entities whose rows were noted, in the order of sources, lines and columns.
pub(super) fn doubts(loaded: &Joined) -> Vec<Doubt> {
    let mut doubts = Doubts { loaded, found: Vec::new() };
    for at in 0..loaded.entities.len() {
        doubts.about_row(at);
    }
    doubts.about_namesakes();
    // Stable: two doubts about one name stay in the order of the checks.
    doubts.found.sort_by_key(|(source, doubt)| (*source, doubt.line, doubt.column));
    doubts.found.into_iter().map(|(_, doubt)| doubt).collect()
}

struct Doubts<'a> {
    loaded: &'a Joined,
    /// Each with the number of its source.
    found: Vec<(u32, Doubt)>,
}

/// A name of an entity, by their places.
#[derive(Clone, Copy)]
struct Bearer<'a> {
    at: usize,
    name: usize,
    text: &'a str,
}

impl<'a> Doubts<'a> {
    fn note(&self, at: usize) -> Option<&'a Note> {
        self.loaded.notes.get(at)?.as_ref()
    }

    fn entity(&self, at: usize) -> &'a Entity {
        &self.loaded.entities[at]
    }

    /// Reports a doubt about one of the names, unless its row was not noted.
    fn report(&mut self, kind: DoubtKind, bearer: Bearer, message: String, advice: impl Into<String>) {
        let Some(note) = self.note(bearer.at) else { return };
        let argument = arguments(&note.remarks)
            .find(|argument| argument.names().any(|name| name == bearer.text))
            .and_then(|argument| argument.reason);
        self.push(bearer.at, note.columns[bearer.name], kind, (message, advice.into()), argument);
    }

    fn push(&mut self, at: usize, column: usize, kind: DoubtKind, says: (String, String), argument: Option<&str>) {
        let (source, line) = self.entity(at).source();
        let (message, advice) = says;
        let argument = argument.map(str::to_owned);
        let doubt = Doubt { kind, source: Arc::from(source), line, column, message, advice, argument };
        self.found.push((self.loaded.origins[at].source, doubt));
    }

    /// What a row by itself shows.
    fn about_row(&mut self, at: usize) {
        let Some(note) = self.note(at) else { return };
        let entity = self.entity(at);
        for (name, text) in entity.names().enumerate() {
            let bearer = Bearer { at, name, text };
            if let Some((message, advice)) = style(entity, text, name == 0) {
                self.report(DoubtKind::Style, bearer, message, advice);
            }
            let is_ambiguous = entity.is_ambiguous(text);
            let idle = entity.names().find(|&other| {
                other != text
                    && equality::compare(other, text).is_some()
                    // Of `Who` and `WHO` the one may need support, and the other not.
                    && entity.is_ambiguous(other) == is_ambiguous
            });
            if name > 0
                && let Some(other) = idle
            {
                let message = format!("`{text}` finds nothing that `{other}` does not");
                self.report(DoubtKind::Alike, bearer, message, "remove it: capitals and dropped accents match anyway");
            }
            if is_ambiguous {
                continue;
            }
            if is_word(text) {
                let message = format!("`{text}` is an ordinary word too");
                self.report(DoubtKind::Word, bearer, message, "write it in `ambiguous` as well");
            } else if is_short(text) {
                let message = format!("`{text}` is short enough to be many things");
                self.report(DoubtKind::Short, bearer, message, "write a longer one, or it in `ambiguous` as well");
            }
        }
        for argument in arguments(&note.remarks) {
            let says = match argument.names().find(|name| !entity.names().any(|own| own == *name)) {
                Some(unknown) => (format!("`{unknown}` is argued for, but none of the names"), "write one of them"),
                None if argument.reason.is_none() => ("an argument without a reason".to_owned(), "write `because …`"),
                None => continue,
            };
            self.push(at, 1, DoubtKind::Argument, (says.0, says.1.to_owned()), None);
        }
    }

    /// What only the names of all rows together show.
    fn about_namesakes(&mut self) {
        let mut groups: FxHashMap<String, Vec<Bearer<'a>>> = FxHashMap::default();
        for (at, entity) in self.loaded.entities.iter().enumerate() {
            for (name, text) in entity.names().enumerate() {
                groups.entry(folded(text)).or_default().push(Bearer { at, name, text });
            }
        }
        for mut bearers in groups.into_values().filter(|bearers| bearers.len() > 1) {
            bearers.sort_by_key(|bearer| (Reverse(self.entity(bearer.at).prominence()), bearer.at, bearer.name));
            bearers.dedup_by_key(|bearer| bearer.at);
            if let &[first, second, ..] = &bearers[..] {
                self.about_pair(first, second);
            }
        }
    }

    /// The two most prominent entities of a name.
    fn about_pair(&mut self, first: Bearer, second: Bearer) {
        let [a, b] = [first, second].map(|bearer| self.entity(bearer.at));
        let is_clear = a.prominence() - b.prominence() >= NEAR;
        if is_clear || a.is_ambiguous(first.text) || b.is_ambiguous(second.text) {
            return;
        }
        let exactly = equality::compare(first.text, second.text) == Some(equality::Way::Exact)
            && equality::compare(second.text, first.text) == Some(equality::Way::Exact);
        // An argument counts on either side, else the later row is the one to change: a user's, not a bundled one.
        let argues = |bearer: &Bearer| {
            self.note(bearer.at).is_some_and(|note| {
                arguments(&note.remarks).any(|argument| argument.names().any(|name| name == bearer.text))
            })
        };
        let (own, other) =
            if argues(&first) || self.note(second.at).is_none() { (first, second) } else { (second, first) };
        let text = own.text;
        let entity = self.entity(other.at);
        let (source, line) = entity.source();
        let whose = format!("`{}` ({source}:{line})", entity.id());
        if exactly {
            let message = format!("`{text}` is a name of {whose} too, which is as prominent");
            let advice = "make one more prominent by 5, or write the name in `ambiguous` as well";
            self.report(DoubtKind::Shared, own, message, advice);
        } else {
            let message = format!("`{text}` equals `{}` of {whose} but for case or accents", other.text);
            let advice = "write both alike, make one more prominent by 5, or write the name in `ambiguous` as well";
            self.report(DoubtKind::Alike, own, message, advice);
        }
    }
}

/// A comment that argues for names of the row below.
#[derive(Clone, Copy)]
struct Argument<'n> {
    names: &'n str,
    reason: Option<&'n str>,
}

impl<'n> Argument<'n> {
    fn names(&self) -> impl Iterator<Item = &'n str> + use<'n> {
        self.names.split('|').map(str::trim).filter(|name| !name.is_empty())
    }
}

fn arguments(remarks: &str) -> impl Iterator<Item = Argument<'_>> {
    let claims = remarks.lines().filter_map(|line| line.trim_start_matches('#').trim().strip_prefix(ARGUMENT));
    claims.map(|claim| match claim.split_once(" because ") {
        Some((names, reason)) => {
            Argument { names: names.trim_end_matches(','), reason: Some(reason.trim()).filter(|why| !why.is_empty()) }
        }
        None => Argument { names: claim.trim_end_matches(" because"), reason: None },
    })
}

/// The name as no letter but only a case or an accent makes it another.
fn folded(name: &str) -> String {
    let plain = equality::spellings(name).swap_remove(0);
    without_accents(&plain).chars().flat_map(lower).collect()
}

/// One word that in lower case is an ordinary one, and capitalized as the first word of a sentence is: `Will`, but
/// neither `NoVa` nor `SPA`.
fn is_word(name: &str) -> bool {
    let mut letters = name.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase) && is_ordinary(name)
}

/// One word of a letter or two. (The `A.P.` that is an acronym with full stops is long enough to be one thing.)
fn is_short(name: &str) -> bool {
    name.chars().count() <= SHORT
}

/// Why no news style writes the name so, and what to write.
fn style(entity: &Entity, name: &str, is_full: bool) -> Option<(String, &'static str)> {
    if name.contains(['(', ')', '[', ']', '{', '}', '_', ';', '<', '>']) {
        return Some((format!("no news text writes `{name}`"), "write it without what sets it apart in a list"));
    }
    let is_long = name.contains(' ');
    let has_capital = name.contains(|c: char| c.is_uppercase() || c.is_numeric());
    if is_full && is_long && !has_capital && has_lower_case(name) {
        return Some((format!("`{name}` has no capital"), "write a name, or a noun phrase as one of `descriptions`"));
    }
    if entity.kind() != Kind::Person || !is_long {
        return None;
    }
    if is_inverted(name) {
        return Some((format!("`{name}` begins with the surname"), "write the given name first"));
    }
    if is_full && !has_lower_case(name) {
        return Some((format!("`{name}` is all in capitals"), "write small letters; capitals match anyway"));
    }
    let title = entity.titles().find(|title| name.strip_prefix(title).is_some_and(|name| full_names(name) > 1));
    if is_full && let Some(title) = title.filter(|title| !REIGNING.contains(title)) {
        return Some((format!("`{name}` begins with the title `{title}`"), "write that in `titles` alone"));
    }
    None
}

/// Whether it is `Brenk, Orla`: a word, and behind the comma capitalized ones that are no suffix. (Catherine, Princess
/// of Wales, is written so.)
fn is_inverted(name: &str) -> bool {
    let Some((surname, given)) = name.split_once(", ") else { return false };
    let is_suffix = matches!(given.trim_end_matches('.'), "Jr" | "Sr" | "II" | "III" | "IV" | "M.D" | "Ph.D" | "Esq");
    !is_suffix && !surname.contains(' ') && given.split(' ').all(|word| word.starts_with(char::is_uppercase))
}

/// How many words stand behind a title, without numerals: none if the title goes on in the same word.
fn full_names(behind_title: &str) -> usize {
    let words = behind_title.strip_prefix(' ').into_iter().flat_map(|name| name.split(' '));
    words.filter(|word| word.chars().any(char::is_lowercase)).count()
}
