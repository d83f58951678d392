//! What a token may be, with how probable each part makes it.

use smallvec::SmallVec;

use super::classes::{Candidate, Case, shares_of_names};
use super::model::Model;
use crate::lexicon::{Lexicon, Part, Tags, Word};
use crate::text::{Shape, Text, TokenKind};

pub(super) type Candidates = SmallVec<[Candidate; 8]>;

/// What the token may be; never nothing. `first` is whether a sentence or quotation begins with it.
pub(super) fn of_token<'m>(
    model: &'m Model,
    text: &Text,
    lexicon: &Lexicon,
    at: usize,
    first: bool,
    made: &'m mut Candidates,
) -> &'m [Candidate] {
    let token = &text.tokens[at];
    let class = match token.kind {
        TokenKind::Word => lexicon.known(token.entry).ambiguity,
        TokenKind::Clitic => model.clitic(text.word(at)),
        _ => {
            made.clear();
            made.extend(of_sign(text, at).iter().map(|&part| Candidate { part, score: 0 }));
            return made;
        }
    };
    let case = match (token.is_capitalized(), first) {
        (false, _) => Case::Lower,
        // The pronoun is always a capital.
        (true, _) if token.word == Some(Word::I) => Case::Lower,
        (true, true) => Case::First,
        (true, false) => Case::Inside,
    };
    let given = token.has(Tags::GIVEN_NAME);
    if class != 0 && !given {
        return model.classes.get(class, case);
    }
    made.clear();
    if matches!(case, Case::Lower) {
        let word = text.word(at);
        let lower = if word.is_ascii() { word } else { &word.to_lowercase() };
        made.extend(model.of_ending(lower).iter().copied());
        return made;
    }
    let named = match case {
        // `Will the crew sail?`
        Case::First if given && model.classes.is_closed(class) => shares_of_names::CLOSED_GIVEN_NAME,
        _ if given => shares_of_names::GIVEN_NAME,
        Case::First if token.shape != Shape::Upper => shares_of_names::UNLISTED_FIRST,
        _ => shares_of_names::UNLISTED_INSIDE,
    };
    let word = text.word(at).to_lowercase();
    let plural = if word.ends_with('s') { shares_of_names::PLURAL_IN_S } else { shares_of_names::PLURAL };
    let loss = model.score(1.0 - named);
    let common = if class == 0 { model.of_ending(&word) } else { model.classes.get(class, Case::Lower) };
    made.extend(common.iter().map(|known| Candidate { score: known.score + loss, ..*known }));
    for (part, share) in [(Part::ProperNoun, named * (1.0 - plural)), (Part::ProperNouns, named * plural)] {
        made.push(Candidate { part, score: model.emission(part, share) });
    }
    made
}

/// The parts of a token that is no word.
fn of_sign(text: &Text, at: usize) -> &'static [Part] {
    let token = &text.tokens[at];
    match token.kind {
        TokenKind::Number => &[Part::Number],
        TokenKind::Comma => &[Part::Comma],
        TokenKind::Stop | TokenKind::Question | TokenKind::Exclamation | TokenKind::Ellipsis | TokenKind::Semicolon => {
            &[Part::Stop]
        }
        TokenKind::Colon | TokenKind::Dash => &[Part::Dash],
        TokenKind::Hyphen => &[Part::Hyphen],
        TokenKind::OpenBracket => &[Part::OpenBracket],
        TokenKind::CloseBracket => &[Part::CloseBracket],
        // `the senators’ aides`
        TokenKind::Mark(_)
            if !token.spaced && at > 0 && is_single(text, at) && text.word(at - 1).ends_with(['s', 'S']) =>
        {
            &[Part::Quote, Part::PossessiveClitic]
        }
        TokenKind::Mark(_) => &[Part::Quote],
        TokenKind::Other => match text.character(at) {
            Some('&') => &[Part::Conjunction],
            Some('%') => &[Part::Noun],
            _ => &[Part::Other],
        },
        TokenKind::Slash | TokenKind::Word | TokenKind::Clitic => &[Part::Other],
    }
}

fn is_single(text: &Text, at: usize) -> bool {
    matches!(text.character(at), Some('\'' | '’'))
}
