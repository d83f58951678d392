//! What a record says of an entity beside its name: all that the gazetteer knows, and nothing else.

use whosaid::{Extractor, Gazetteer, Record, Rule};

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
            r#"{"id":"person/tilo-vask","kind":"person","name":"Tilo Vask","origin":"discovered","evidence":["given-name"]}"#,
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
