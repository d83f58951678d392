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

use std::ops::Range;

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
    let mut names = names.iter().peekable();
    let mut lines = String::from("-DOCSTART- O\n\n");
    for sentence in &read.sentences {
        for token in sentence.clone() {
            let token: Range<usize> = read.span(token..token + 1).into();
            while names.next_if(|(name, _)| name.end <= token.start).is_some() {}
            let tag = match names.peek() {
                Some((name, kind)) if name.start < token.end => {
                    format!("{}-{kind}", if token.start <= name.start { 'B' } else { 'I' })
                }
                _ => "O".to_owned(),
            };
            // Readers split a line wherever Python does, and white space alone would leave no token.
            let word = text[token].replace(is_space, "");
            if !word.is_empty() {
                lines += &format!("{word} {tag}\n");
            }
        }
        // A name with a stop in it, such as an abbreviation, may run on; a sentence that began with `I-` would lose it.
        let end = sentence.end.checked_sub(1).map(|last| Range::<usize>::from(read.span(last..last + 1)).end);
        let runs_on = names.peek().is_some_and(|(name, _)| end.is_some_and(|end| name.start < end && end < name.end));
        if !runs_on {
            lines.push('\n');
        }
    }
    lines
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
        ];
        for (text, tags) in cases {
            assert_eq!(sentences(text, &extractor.extract(text)), format!("-DOCSTART- O\n\n{tags}"), "{text:?}");
        }
    }
}
