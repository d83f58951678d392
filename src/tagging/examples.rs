//! Each rule that follows the model settles its example.

use super::Tagging;
use super::repairs::RULES;
use crate::gazetteer::Gazetteer;
use crate::lexicon::Lexicon;
use crate::text::Text;

#[test]
fn every_rule_settles_its_example() {
    for rule in RULES {
        let (before, rest) = rule.example.split_once('[').expect("a bracket");
        let (word, rest) = rest.split_once("]/").expect("a bracket and a label");
        let end = rest.find(|c: char| !c.is_ascii_alphabetic()).expect("more behind the label");
        let text = format!("{before}{word}{}", &rest[end..]);
        let gazetteer = Gazetteer::empty();
        let lexicon = Lexicon::bundled();
        let read = Text::read(&text, lexicon, gazetteer.openings(), Text::default());
        let tagging = Tagging::read(&read, lexicon);
        let at = read.tokens.iter().position(|token| token.span.start == before.len()).expect("a token");
        assert_eq!(tagging.parts[at].label(), &rest[..end], "{}: {}", rule.name, rule.example);
    }
}
