//! Which words in quotation marks are speech even where nobody is found who said them.

use std::ops::Range;

use crate::lexicon::{Morphology, Word, WordClass};
use crate::syntax::Syntax;
use crate::text::{QuotedSpan, TokenKind};

/// No heading has more words.
const LONGEST_HEADING: usize = 8;

/// The quotation fills its sentence, or is itself made of sentences.
pub(super) fn stands_alone(syntax: &Syntax, quoted_spans: &[QuotedSpan], part: &Range<usize>) -> bool {
    let sentence = syntax.sentence_of(part.start);
    let Some(quoted_span) = syntax.quote(part.start).map(|quote| &quoted_spans[quote]) else { return false };
    let inner = quoted_span.inner();
    let tokens = &syntax.text.tokens[inner.clone()];
    let words = tokens.iter().filter(|token| token.is_word()).take(LONGEST_HEADING + 1).count();
    let begins = sentence.start == part.start;
    let ends = (part.end..sentence.end).all(|unit| syntax.is_terminal(unit));
    let last = quoted_span.last(syntax.text);
    let sentence_end = last.is_some_and(|token| token.is_terminal());
    let pauses = last.is_some_and(|token| token.kind == TokenKind::Comma);
    // `“Long Nights at the Lighthouse,” by Orla Brenk`: the title of an article.
    if syntax.is_word(part.end, Word::By) && part.end + 1 < sentence.end && !sentence_end_of(quoted_span, syntax) {
        return false;
    }
    // 'A change of heart.': a heading between paragraphs.
    let heading = begins && ends && words <= LONGEST_HEADING && quoted_span.odd;
    let paragraph = || syntax.paragraphs.get(syntax.paragraph_of(part.start)).is_some_and(|range| *range == sentence);
    if heading && paragraph() {
        return false;
    }
    // `the host of “The Long Night With Orla Brenk.”`: the name of a programme, a book, a song.
    if !begins && quoted_span.is_title(syntax.text) {
        return false;
    }
    // `“We will all wake up poor,” is a common saying`: the subject of a sentence of the narrator's.
    let pauses = pauses && (!syntax.is_verb(part.end) || syntax.has(part.end, Morphology::GERUND));
    !quoted_span.opens_small(syntax.text)
        && (begins && ends && (words >= 3 || words == 2 && sentence_end && paragraph())
            || words >= 6 && (sentence_end || begins && pauses)
            || begins && words >= 6 && tells(syntax, part.end))
        || begins && ends && words >= 5
}

fn sentence_end_of(quoted_span: &QuotedSpan, syntax: &Syntax) -> bool {
    quoted_span.last(syntax.text).is_some_and(|last| last.kind == TokenKind::Stop)
}

/// `“We were right from the first day” about it`: a sentence in marks that goes on outside of them, with no verb there.
fn tells(syntax: &Syntax, after: usize) -> bool {
    let told = after.checked_sub(1).is_some_and(|quote| syntax.quotes_verb(quote));
    let limit = syntax.sentence_of(after).end;
    told && syntax.has(after, WordClass::PREPOSITION) && !(after..limit).any(|unit| syntax.is_verb(unit))
}
