//! From characters to a text: tokens and paragraphs first, then sentences.

use super::tokenize::tokenize;
use super::{Text, headline, sentence};
use crate::gazetteer::Openings;
use crate::lexicon::Lexicon;

impl<'t> Text<'t> {
    /// Reads into the space of a text that is done with.
    pub(crate) fn read(source: &'t str, lexicon: &Lexicon, openings: &Openings, space: Text<'_>) -> Self {
        let mut text = Text { source, ..space.emptied() };
        tokenize(&mut text, lexicon, openings);
        let mut ends = &text.ends[..];
        for paragraph in &text.paragraphs {
            sentence::split(&text.tokens, paragraph.clone(), &mut ends, &mut text.sentences);
        }
        let mut capitalized = &text.capitalized[..];
        for sentence in &text.sentences {
            let count = capitalized.iter().take_while(|&&at| at < sentence.end).count();
            let (inside, rest) = capitalized.split_at(count);
            text.casings.push(headline::casing(&text.tokens, sentence, inside));
            capitalized = rest;
        }
        text
    }
}
