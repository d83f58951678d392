//! Names as a column of tags, a token a line: the IOB2 form of the shared task of CoNLL-2003
//! ([Tjong Kim Sang and De Meulder 2003](https://aclanthology.org/W03-0419/)), which most taggers and scorers read.
//!
//! The first token of a name has the tag `B-` with its kind (`PER`, `ORG`, `LOC`), the others `I-`, all else `O`. A blank
//! line ends each sentence, unless a name runs on behind it. Pronouns and descriptions are no names, and have no tags.
//!
//! ```
//! use whosaid::{Extractor, export::iob2};
//!
//! let text = "Angela Merkel left.";
//! let record = Extractor::default().extract(text);
//! assert_eq!(
//!     iob2::sentences(text, &record),
//!     "-DOCSTART- O\n\nAngela B-PER\nMerkel I-PER\nleft O\n. O\n\n",
//! );
//! ```

use std::iter::Peekable;
use std::ops::Range;
use std::slice;

use super::places::Places;
use super::{is_space, tokenized};
use crate::gazetteer::Kind;
use crate::record::{MentionKind, Record};

/// The document: a line `-DOCSTART-`, then the tokens of its sentences with their tags.
///
/// ```
/// use whosaid::{Extractor, export::iob2};
///
/// assert_eq!(iob2::sentences("", &Extractor::default().extract("")), "-DOCSTART- O\n\n");
/// ```
pub fn sentences(text: &str, record: &Record) -> String {
    let read = tokenized(text);
    let names = names(text, record);
    let mut lines = Lines { text, names: names.iter().peekable(), written: String::from("-DOCSTART- O\n\n") };
    let mut behind = 0;
    for sentence in &read.sentences {
        for token in sentence.clone() {
            let token: Range<usize> = read.span(token..token + 1).into();
            // Signs that mean nothing here, such as emoji, are no tokens, but a reader would miss them.
            lines.add(behind..token.start);
            behind = token.end;
            lines.add(token);
        }
        // A name with a stop in it, such as an abbreviation, may run on; a sentence that began with `I-` would lose it.
        let runs_on = lines.names.peek().is_some_and(|(name, _)| name.start < behind && behind < name.end);
        if !runs_on {
            lines.written.push('\n');
        }
    }
    if !text[behind..].chars().all(is_space) {
        lines.add(behind..text.len());
        lines.written.push('\n');
    }
    lines.written
}

struct Lines<'a> {
    text: &'a str,
    names: Peekable<slice::Iter<'a, (Range<usize>, &'static str)>>,
    written: String,
}

impl Lines<'_> {
    /// The line of a piece of the text, unless there is nothing but white space in it.
    fn add(&mut self, piece: Range<usize>) {
        while self.names.next_if(|(name, _)| name.end <= piece.start).is_some() {}
        let tag = match self.names.peek() {
            Some((name, kind)) if name.start < piece.end => {
                format!("{}-{kind}", if piece.start <= name.start { 'B' } else { 'I' })
            }
            _ => "O".to_owned(),
        };
        // Readers split a line wherever Python does, and white space alone would leave no token.
        let word = self.text[piece].replace(is_space, "");
        if !word.is_empty() {
            self.written += &format!("{word} {tag}\n");
        }
    }
}

fn names(text: &str, record: &Record) -> Vec<(Range<usize>, &'static str)> {
    let places = Places::new(text, record.offsets);
    let names = record.mentions.iter().filter(|mention| mention.kind == MentionKind::Name);
    names
        .filter_map(|mention| {
            let kind = match record.entity(mention.entity.as_deref()?)?.kind {
                Kind::Person => "PER",
                Kind::Organization => "ORG",
                Kind::Place => "LOC",
            };
            Some((places.bytes(mention.start, mention.end)?, kind))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Extractor, Gazetteer};

    /// Readers are strict: a name begins with `B-`, and every line has two fields.
    #[test]
    fn no_name_is_cut_and_no_token_is_empty() {
        let club = "id\tname\tkind\nplace/ft-orla\tFt. Orla\tplace\n";
        let gazetteer = Gazetteer::builder().string("club.tsv", club).build().expect("a table");
        let extractor = Extractor::new(gazetteer);
        let cases = [
            ("He left Ft. Orla. No.", "He O\nleft O\nFt. B-LOC\nOrla I-LOC\n. O\n\nNo O\n. O\n\n"),
            ("One \u{1C} two\u{1F}", "One O\ntwo O\n\n"),
            ("One \u{1F469}\u{200D}\u{1F467}", "One O\n\u{1F469} O\n\u{200D} O\n\u{1F467} O\n\n"),
        ];
        for (text, tags) in cases {
            assert_eq!(sentences(text, &extractor.extract(text)), format!("-DOCSTART- O\n\n{tags}"), "{text:?}");
        }
    }
}
