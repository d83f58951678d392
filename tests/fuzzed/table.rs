//! Any bytes are gazetteer tables that find what they name, or an error with the places of all faults.

use whosaid::{Entity, Gazetteer};

/// A line of `%%` begins another source.
pub(crate) fn run(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let sources: Vec<&[u8]> = match &text {
        std::borrow::Cow::Borrowed(text) => text.split("\n%%\n").map(str::as_bytes).collect(),
        std::borrow::Cow::Owned(_) => vec![bytes],
    };
    let builder = sources
        .iter()
        .enumerate()
        .fold(Gazetteer::builder(), |builder, (number, source)| builder.reader(format!("{number}.tsv"), *source));
    let built = builder.clone().build();
    let checked = builder.check();
    assert_eq!(built.as_ref().err(), checked.as_ref().err());
    let gazetteer = match built {
        Ok(gazetteer) => gazetteer,
        Err(error) => return super::check_error(&error),
    };
    for doubt in checked.expect("no error, like when it was built") {
        assert!(!doubt.to_string().contains('\n'), "{doubt}");
    }
    for entity in gazetteer.entities() {
        assert_eq!(gazetteer.entity(entity.id()), Some(entity));
        for name in entity.names() {
            let is_own = |other: &Entity| other.id() == entity.id();
            assert!(gazetteer.lookup(name).any(is_own), "{name:?} does not find {}", entity.id());
            // Between other words too.
            let said = format!("“No,” {name}, told us.");
            let is_found = gazetteer.find(&said).any(|found| found.entities().any(is_own));
            let is_part = gazetteer.find(&said).any(|found| found.span().end > "“No,” ".len() + name.len());
            assert!(is_found || is_part, "{name:?} is not found in {said:?}");
        }
    }
    let saved = Gazetteer::from_bytes(&gazetteer.to_bytes()).expect("what was written");
    assert!(saved.entities().eq(gazetteer.entities()));
    assert_eq!(saved.names_len(), gazetteer.names_len());
}
