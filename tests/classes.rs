//! Thoughts and intentions, for those who ask for them.

use whosaid::{CueClass, Extractor};

/// A text, and the contents that all classes of cues find in it.
const CASES: &[(&str, &[&str])] = &[
    ("Orla Brenk wants to sell the ferry.", &["to sell the ferry"]),
    ("Orla Brenk believes that the ferry is old.", &["the ferry is old"]),
    // What may be wanted, and what the narrator wants.
    ("Orla Brenk may want to sell the ferry.", &[]),
    ("I want to sell the ferry.", &[]),
    // What somebody is said to want or to think is part of what is said.
    ("Orla Brenk said that Maud Ellery wanted to sell the ferry.", &["Maud Ellery wanted to sell the ferry"]),
    ("Orla Brenk said that Maud Ellery thought it was old.", &["Maud Ellery thought it was old"]),
    ("The ferry will never sail again, in Orla Brenk’s view.", &["The ferry will never sail again"]),
    ("Everybody trusted in Orla Brenk’s view.", &[]),
];

#[test]
fn thoughts_and_intentions_are_read() {
    let all = [CueClass::Speech, CueClass::Writing, CueClass::Thought, CueClass::Intention];
    let extractor = Extractor::default().include(all);
    for (text, expected) in CASES {
        let record = extractor.extract(text);
        let found: Vec<&str> = record.quotations.iter().map(|quotation| &*quotation.content[0].text).collect();
        assert_eq!(found, *expected, "{text}");
    }
}
