//! What a record says of an entity beside its name: all that the gazetteer knows, and nothing else.

use whosaid::{Extractor, Gazetteer, Offsets, Record, Rule, SCHEMA};

/// An invented country, a town in it, and the town's mayor.
const TABLE: &str = "\
id\tname\tkind\ttitles\tin\tids
place/lowmark\tLowmark\tplace\t\t\tiso3166-1=QM|iso3166-1=QMK|geonames=990001
place/tarn\tTarn\tplace\t\tplace/lowmark\tgeonames=990002
person/orla-brenk\tOrla Brenk\tperson\tMayor|Captain\tplace/tarn\t
organization/tarn-rowers\tTarn Rowers\torganization\t\t\t
";

fn entities() -> Record<'static> {
    let gazetteer = Gazetteer::builder().string("lowmark.tsv", TABLE).build().expect("a faultless table");
    let text = "Orla Brenk left Lowmark for Tarn. The Tarn Rowers were glad. “Good,” said Tilo Vask.";
    Extractor::new(gazetteer).extract(text)
}

#[test]
fn entities_tell_what_joins_them() {
    let lines: Vec<_> =
        entities().entities.iter().map(|entity| serde_json::to_string(entity).expect("plain data")).collect();
    assert_eq!(
        lines,
        [
            r#"{"id":"person/orla-brenk","kind":"person","name":"Orla Brenk","origin":"gazetteer","evidence":["gazetteer"],"role":"Mayor","country":"QM"}"#,
            r#"{"id":"place/lowmark","kind":"place","name":"Lowmark","origin":"gazetteer","evidence":["gazetteer"],"country":"QM","ids":{"geonames":"990001","iso3166-1":"QM"}}"#,
            r#"{"id":"place/tarn","kind":"place","name":"Tarn","origin":"gazetteer","evidence":["gazetteer"],"country":"QM","ids":{"geonames":"990002"}}"#,
            r#"{"id":"organization/tarn-rowers","kind":"organization","name":"Tarn Rowers","origin":"gazetteer","evidence":["gazetteer"]}"#,
            r#"{"id":"person/tilo-vask","kind":"person","name":"Tilo Vask","origin":"discovered","evidence":["given-name"],"gender":"male","gender_from":"name"}"#,
        ]
    );
}

#[test]
fn records_read_back_equal() {
    let record = entities();
    let json = serde_json::to_string(&record).expect("plain data");
    assert_eq!(serde_json::from_str::<Record>(&json).expect("the same data"), record);
}

/// Written by an earlier version, or by a later one.
#[test]
fn fields_may_be_missing_or_unknown() {
    let json = r#"{"schema": "whosaid/1", "id": "", "offsets": "bytes", "length": 0, "mentions": [], "quotations": [],
        "entities": [{"id": "place/tarn", "kind": "place", "name": "Tarn", "origin": "gazetteer", "mayor": "Brenk",
        "evidence": ["gazetteer", "clairvoyance"]}]}"#;
    let record: Record = serde_json::from_str(json).expect("a record");
    let tarn = record.entity("place/tarn").expect("the entity");
    assert!(tarn.role.is_none() && tarn.country.is_none() && tarn.ids.is_empty());
    assert_eq!(tarn.evidence, [Rule::Gazetteer, Rule::Unknown]);
}

/// The record of the cases below.
fn honest(unit: &str) -> (&'static str, String) {
    let text = "“No,” said Orla Brenk. 😀";
    let unit = match unit {
        "chars" => Offsets::Chars,
        "utf16" => Offsets::Utf16,
        _ => Offsets::Bytes,
    };
    let mut record = Extractor::new(Gazetteer::empty()).offsets(unit).extract(text);
    // Which is measured anew now and then.
    record.quotations[0].confidence = 0.5;
    (text, serde_json::to_string(&record).expect("plain data"))
}

#[test]
fn lies_are_found() {
    let mut failures = Vec::new();
    for case in include_str!("records/faults.txt").split("\n## ").skip(1) {
        let (case, expected) = case.split_once("\n=").expect("a report");
        let (name, changes) = case.split_once('\n').unwrap_or((case, ""));
        let unit = changes.lines().find_map(|line| line.strip_prefix("@ ")).unwrap_or_default();
        let (text, mut json) = honest(unit);
        let side = |sign: char| changes.lines().filter_map(move |line| line.strip_prefix(sign)).map(str::trim);
        for (was, is) in side('-').zip(side('+')) {
            assert!(json.contains(was), "{name}: {was} is not in {json}");
            json = json.replacen(was, is, 1);
        }
        // What shows without the text shows with it.
        let report = match Record::from_json(&json) {
            Ok(record) => record.check(text).err(),
            Err(error) => Some(error),
        };
        assert!(report.as_ref().is_none_or(|error| error.is_record() && !error.is_gazetteer() && !error.is_io()));
        let found = report.map_or_else(String::new, |error| error.to_string());
        if found != expected.trim() {
            failures.push(format!("{name}:\nexpected\n{}\nfound\n{found}\n", expected.trim()));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// What is not known is passed over however deep it is, and what is known is never deep.
#[test]
fn depth_does_no_harm() {
    let (text, json) = honest("bytes");
    for depth in [100, 200_000] {
        let deep = ["[".repeat(depth), "]".repeat(depth)].concat();
        let record = Record::from_json(json.replacen('{', &format!("{{\"deep\":{deep},"), 1));
        match record {
            Ok(record) => assert!(record.check(text).is_ok()),
            Err(error) => assert_eq!(error.faults()[0].message(), "recursion limit exceeded"),
        }
        for field in ["\"id\":\"\"", "\"length\":31", "\"cue\":null"] {
            let name = field.split(':').next().expect("a name");
            let error = Record::from_json(json.replacen(field, &format!("{name}:{deep}"), 1));
            assert!(error.is_err() || field.starts_with("\"cue"), "{field}");
        }
        assert!(Record::from_json(&deep).is_err());
    }
}

/// As many faults as there are mentions would be more than the record is long.
#[test]
fn a_thousand_faults_are_enough() {
    let mention = r#"{"start":0,"end":0,"text":"","kind":"name","entity":null}"#;
    let json = format!(
        r#"{{"schema":"{SCHEMA}","id":"","offsets":"bytes","length":0,"entities":[],"quotations":[],"mentions":[{}]}}"#,
        vec![mention; 5000].join(","),
    );
    let error = Record::from_json(json).expect_err("faults");
    assert_eq!(error.faults().len(), 1001);
    let last = error.faults().last().expect("the last one");
    assert_eq!(last.to_string(), "record: 4000 more faults; mend those above first, and the others will be shown");
}

/// To the last digit, whatever other programs take for a confidence.
#[test]
fn numbers_read_back_equal() {
    let mut record = entities();
    for number in 0..10_000 {
        record.quotations[0].confidence = f64::from(number) / 9_999.0;
        let json = serde_json::to_string(&record).expect("plain data");
        assert_eq!(Record::from_json(&json).expect("a sound record"), record);
    }
}
