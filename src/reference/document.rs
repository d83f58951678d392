//! Statements, letters and polls, and who issued them: what the statement says, its issuer says.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::attributions::Settled;
use super::role::noun;
use crate::gazetteer::Kind;
use crate::lexicon::{Word, WordClass};
use crate::mention::Cast;
use crate::syntax::Syntax;

/// The issuers of a text's documents by the document's noun in lower case.
#[derive(Debug, Default)]
pub(super) struct Documents<'t> {
    /// With the last sentence in which the noun means this document.
    issuers: FxHashMap<Cow<'t, str>, (usize, usize)>,
}

/// The number of sentences after which another document of the same name is meant: a report or a poll may be the subject of
/// a whole text.
const LASTING: usize = 40;

/// The noun of a phrase, and where the phrase begins.
#[derive(Clone, Copy, Debug)]
pub(super) struct Noun {
    pub(super) start: usize,
    pub(super) unit: usize,
}

impl<'t> Documents<'t> {
    /// Notes the issuer of the document that a noun phrase introduces. `settled` has the referents of pronouns, `subject` is
    /// the last subject before the phrase in its sentence.
    pub(super) fn note(
        &mut self,
        syntax: &Syntax<'_, 't>,
        cast: &Cast,
        Noun { start, unit }: Noun,
        settled: &Settled,
        subject: Option<usize>,
    ) {
        let sentence = syntax.units[unit].sentence();
        let issued = match issuer(syntax, cast, Noun { start, unit }, settled) {
            Some(issuer) => Some((issuer, sentence + LASTING)),
            // `Doe said in a statement`, `the committee sent a letter`
            None if syntax.is_any_word(start, &[Word::A, Word::An]) => {
                subject.map(|subject| (subject, sentence + LASTING))
            }
            None => None,
        };
        if let Some(issued) = issued {
            self.issuers.insert(key(syntax.word(unit)), issued);
        }
    }

    /// The issuer of the document that the noun at this unit refers to.
    pub(super) fn issuer(&self, syntax: &Syntax, unit: usize) -> Option<usize> {
        let &(issuer, until) = self.issuers.get(key(syntax.word(unit)).as_ref())?;
        (syntax.units[unit].sentence() <= until).then_some(issuer)
    }
}

/// The noun by which a document is remembered; a survey is a poll.
fn key(word: &str) -> Cow<'_, str> {
    let noun = noun(word);
    if noun == "survey" { "poll".into() } else { noun }
}

fn issuer(syntax: &Syntax, cast: &Cast, Noun { start, unit }: Noun, settled: &Settled) -> Option<usize> {
    let referent = |name: usize| cast.names[name].referent;
    // `its report`, `Doe’s new letter`
    if syntax.has(start, WordClass::POSSESSIVE) {
        return settled.get(start).map(|(referent, _)| referent);
    }
    let possessor = (start + 1..unit).find(|&at| syntax.is_possessive(at)).and_then(|at| syntax.name(at - 1));
    if let Some(name) = possessor {
        return Some(referent(name));
    }
    // `a report by the Marden Institute`
    if syntax.goes_on_after(unit) && syntax.is_any_word(unit + 1, &[Word::By, Word::From]) {
        let article = usize::from(syntax.has(unit + 2, WordClass::DETERMINER));
        if let Some(name) = syntax.name(unit + 2 + article) {
            return Some(referent(name));
        }
    }
    // `the Marden Institute report`
    let institute = (start..unit).rev().find_map(|at| syntax.name(at)).map(referent);
    institute.filter(|&institute| cast.referents[institute].kind == Kind::Organization)
}
