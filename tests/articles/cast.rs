//! A cast: who and what a reader finds in an article, and who says what in it.
//!
//! One statement a line, with tabs between its fields, and `#` before comments:
//!
//! ```text
//! entity      KIND  NAME     the article names it; NAME is the gazetteer's, else the fullest in the article
//! speaker     NAME  WORDS    these reported words are NAME's
//! ```
//!
//! The words are whole, or only their beginning (`We have talked …`), or that and their end (`two more dry … the
//! reservoir`), which is what tells an indirect quotation from its surroundings. A quotation that its attribution
//! interrupts has a line for each of its parts. Whoever is named anywhere in the article speaks by that name, however
//! the place itself calls him; others speak by the words of the place, without article. What is quoted inside a
//! quotation belongs to that one. The cast is complete: the record may hold nothing else.
//!
//! The truth is written down even where the program misses it. Such a line starts with `todo `, and so does a line for
//! what the program wrongly finds:
//!
//! ```text
//! todo not-entity   KIND  NAME
//! todo not-speaker  NAME  WORDS    `nobody` is the name of a quotation without speaker
//! ```
//!
//! A mark must be true as well, so that whoever mends the program sees what he mended, and removes it.

use std::collections::HashSet;

use whosaid::{Kind, Record};

/// What may stand around the reported words, and matters to nobody here.
const AROUND: [char; 9] = ['“', '”', '‘', '’', '"', '\'', ',', '.', '?'];

fn bare(words: &str) -> &str {
    words.trim_matches(|it: char| AROUND.contains(&it) || it.is_whitespace())
}

/// What the cast says of a stretch of words.
struct Words<'c> {
    beginning: &'c str,
    /// None if the beginning is the whole.
    end: Option<&'c str>,
}

impl<'c> Words<'c> {
    fn of(words: &'c str) -> Self {
        let (beginning, end) = words.split_once('…').map_or((words, None), |(start, end)| (start, Some(bare(end))));
        Words { beginning: bare(beginning), end }
    }

    fn are_in(&self, text: &str) -> bool {
        text.contains(self.beginning) && text.contains(self.end.unwrap_or_default())
    }

    fn begin(&self, part: &str) -> bool {
        part.starts_with(self.beginning)
    }

    fn are(&self, part: &str) -> bool {
        self.end.map_or(part == self.beginning, |end| self.begin(part) && part.ends_with(end))
    }
}

/// What the record has, in the words of a cast.
struct Found<'r> {
    entities: Vec<[&'r str; 2]>,
    parts: Vec<[&'r str; 2]>,
}

impl<'r> Found<'r> {
    fn of(record: &'r Record) -> Self {
        let kind = |kind| match kind {
            Kind::Person => "person",
            Kind::Place => "place",
            Kind::Organization => "organization",
        };
        let entities = record.entities.iter().map(|entity| [kind(entity.kind), &*entity.name]).collect();
        let parts = record.quotations.iter().flat_map(|quotation| {
            let speaker = quotation.speaker.as_ref().map_or("nobody", |speaker| &*speaker.name);
            quotation.content.iter().map(move |part| [speaker, bare(&part.text)])
        });
        Found { entities, parts: parts.collect() }
    }
}

/// Where the record and the cast differ, and where a mark of such a difference is no longer true.
pub(crate) fn faults(table: &str, text: &str, record: &Record) -> Vec<String> {
    let found = Found::of(record);
    let (mut entities, mut parts) = (HashSet::new(), HashSet::new());
    let mut faults = Vec::new();
    for (index, line) in table.lines().enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let mut fault = |what: &str| faults.push(format!("{}: {what}: {line}", index + 1));
        let (todo, statement) = line.strip_prefix("todo ").map_or((false, line), |statement| (true, statement));
        let [what, name, words] = statement.split('\t').collect::<Vec<_>>()[..] else {
            fault("three fields, with tabs between them");
            continue;
        };
        let is_found = match what {
            "entity" | "not-entity" => {
                entities.insert([name, words]);
                found.entities.contains(&[name, words])
            }
            "speaker" | "not-speaker" => {
                let words = Words::of(words);
                if !words.are_in(text) {
                    fault("not in the article");
                }
                // A part with a wrong speaker or a wrong end is spoken for: one fault, one line.
                let here = |part: &&[&str; 2]| words.begin(part[1]) && (what == "speaker" || part[0] == name);
                parts.extend(found.parts.iter().filter(here).copied());
                found.parts.iter().any(|part| part[0] == name && words.are(part[1]))
            }
            _ => {
                fault("write `entity` or `speaker`, or `todo not-entity` or `todo not-speaker`");
                continue;
            }
        };
        let negative = what.starts_with("not-");
        match (is_found, todo) {
            (_, false) if negative => fault("write `todo ` before it: the cast says what is there"),
            (false, true) if negative => fault("no longer found: remove the line"),
            (true, true) if !negative => fault("found at last: remove `todo `"),
            (false, false) => fault("not found"),
            _ => {}
        }
    }
    for entity in found.entities.iter().filter(|entity| !entities.contains(*entity)) {
        faults.push(format!(" the cast has no entity\t{}", entity.join("\t")));
    }
    for part in found.parts.iter().filter(|part| !parts.contains(*part)) {
        faults.push(format!(" the cast has no speaker\t{}", part.join("\t")));
    }
    faults
}

#[test]
fn a_fault_says_what_is_wrong_with_the_record_or_with_the_cast() {
    let text = "“We are ready to start,” said Orla Brenk. “Nobody is tired.” Tilo Vask laughed.";
    let record = whosaid::Extractor::default().extract(text);
    let right = "# Who is here.\n\nentity\tperson\tOrla Brenk\nentity\tperson\tTilo Vask\n\
                 speaker\tOrla Brenk\tWe are … to start\nspeaker\tOrla Brenk\tNobody is tired";
    let cases: [(&str, &str, &[&str]); 13] = [
        ("", "", &[]),
        ("entity\tperson\tTilo Vask", "", &[" the cast has no entity\tperson\tTilo Vask"]),
        ("entity\tperson\tTilo Vask", "todo entity\tperson\tTilo Vask", &["4: found at last: remove `todo `: "]),
        ("entity\tperson\tTilo Vask", "todo not-entity\tperson\tTilo Vask", &[]),
        ("# Who is here.", "entity\tplace\tVask", &["1: not found: "]),
        ("# Who is here.", "todo not-entity\tplace\tVask", &["1: no longer found: remove the line: "]),
        ("# Who is here.", "not-entity\tplace\tVask", &["1: write `todo ` before it: the cast says what is there: "]),
        ("# Who is here.", "speaker\tTilo Vask\tWe are tired", &["1: not in the article: ", "1: not found: "]),
        ("speaker\tOrla Brenk\tNobody", "speaker\tTilo Vask\tNobody", &["6: not found: "]),
        ("speaker\tOrla Brenk\tNobody", "todo speaker\tTilo Vask\tNobody", &[]),
        ("… to start", "…", &[]),
        ("… to start", "", &["5: not found: "]),
        ("speaker\tOrla Brenk\tNobody is tired", "", &[" the cast has no speaker\tOrla Brenk\tNobody is tired"]),
    ];
    for (old, new, expected) in cases {
        let found = faults(&right.replacen(old, new, 1), text, &record);
        let same = found.len() == expected.len() && found.iter().zip(expected).all(|(it, start)| it.starts_with(start));
        assert!(same, "`{old}` as `{new}`: {found:#?}");
    }
}
