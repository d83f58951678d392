//! What a token may be, with how probable each part makes it.

use std::slice;

use smallvec::SmallVec;

use super::classes::{Capitalization, Reading};
use super::model::{Model, Named};
use crate::lexicon::{Lexicon, Part, PersonCues, Word};
use crate::text::{Shape, Text, TokenKind};

pub(super) type Readings = SmallVec<[Reading; 16]>;

/// What the token may be; never nothing, and no part twice. `capital` is why a word that is no name has its capital.
pub(super) fn of_token<'m>(
    model: &'m Model,
    text: &Text,
    lexicon: &Lexicon,
    at: usize,
    capital: Capitalization,
    made: &'m mut Readings,
) -> &'m [Reading] {
    let token = &text.tokens[at];
    let class = match token.kind {
        TokenKind::Word => lexicon.known(token.entry).ambiguity,
        TokenKind::Clitic => model.clitic(text.word(at)),
        _ => return of_sign(text, at),
    };
    // The pronoun is always a capital.
    let told = token.is_capitalized() && token.word != Some(Word::I);
    let case = if told { capital } else { Capitalization::Lower };
    let given = token.has(PersonCues::GIVEN_NAME);
    if class != 0 && !given {
        return model.classes.get(class, case);
    }
    let word = text.word(at);
    let lower;
    let word = if word.is_ascii() {
        word
    } else {
        lower = word.to_lowercase();
        &lower
    };
    if matches!(case, Capitalization::Lower) {
        return model.of_ending(word.bytes());
    }
    let named = model.named(match case {
        // `Will the crew sail?`
        Capitalization::First | Capitalization::Headline if given && model.classes.is_closed(class) => {
            Named::ClosedGiven
        }
        _ if given => Named::Given,
        Capitalization::First if token.shape != Shape::Upper => Named::First,
        Capitalization::Headline => Named::First,
        _ => Named::Inside,
    });
    let common = if class == 0 {
        model.of_ending(word.bytes().map(|letter| letter.to_ascii_lowercase()))
    } else {
        model.classes.get(class, Capitalization::Lower)
    };
    made.clear();
    made.extend(common.iter().map(|known| Reading { score: known.score + named.loss, ..*known }));
    made.extend(named.names[usize::from(word.ends_with(['s', 'S']))]);
    made
}

/// Each part as the only one that a token may have.
static SOLE: [Reading; Part::COUNT] = {
    let mut sole = [Reading { part: Part::Other, score: 0 }; Part::COUNT];
    let mut part = 0;
    while part < Part::COUNT {
        sole[part].part = Part::ALL[part];
        part += 1;
    }
    sole
};

/// A mark after a plural noun: `the senators’ aides`.
static MARK_OF_PLURAL: [Reading; 2] =
    [Reading { part: Part::Quote, score: 0 }, Reading { part: Part::PossessiveClitic, score: 0 }];

/// The parts of a token that is no word.
fn of_sign(text: &Text, at: usize) -> &'static [Reading] {
    let token = &text.tokens[at];
    let part = match token.kind {
        TokenKind::Number => Part::Number,
        TokenKind::Comma => Part::Comma,
        TokenKind::Stop | TokenKind::Question | TokenKind::Exclamation | TokenKind::Ellipsis | TokenKind::Semicolon => {
            Part::Stop
        }
        TokenKind::Colon | TokenKind::Dash => Part::Dash,
        TokenKind::Hyphen => Part::Hyphen,
        TokenKind::OpenBracket => Part::OpenBracket,
        TokenKind::CloseBracket => Part::CloseBracket,
        TokenKind::Mark(_)
            if !token.spaced && at > 0 && is_single(text, at) && text.word(at - 1).ends_with(['s', 'S']) =>
        {
            return &MARK_OF_PLURAL;
        }
        TokenKind::Mark(_) => Part::Quote,
        TokenKind::Other => match text.character(at) {
            Some('&') => Part::Conjunction,
            Some('%') => Part::Noun,
            _ => Part::Other,
        },
        TokenKind::Slash | TokenKind::Word | TokenKind::Clitic => Part::Other,
    };
    slice::from_ref(&SOLE[part as usize])
}

fn is_single(text: &Text, at: usize) -> bool {
    matches!(text.character(at), Some('\'' | '’'))
}
