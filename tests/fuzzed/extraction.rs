//! Any text gives a record that is one of that text.

use std::sync::LazyLock;

use whosaid::{CueClass, Extractor, Gazetteer, Offsets, Record, Scratch, Step};

/// A text is repeated until it is so long: what is slow shows.
const LONG: usize = 1 << 15;

/// The first byte says how the rest is read, so that `0` before a text means: as most users would.
pub(crate) fn run(bytes: &[u8]) {
    let Some((&options, rest)) = bytes.split_first() else { return };
    let text = String::from_utf8_lossy(rest);
    let text = if options & 0x40 == 0 || text.is_empty() { text.into() } else { text.repeat(1 + LONG / text.len()) };
    let offsets = match options & 3 {
        1 => Offsets::Chars,
        2 => Offsets::Utf16,
        _ => Offsets::Bytes,
    };
    let mut extractor = Extractor::new(gazetteer(options & 0x10 != 0)).offsets(offsets);
    if options & 4 != 0 {
        extractor = extractor.include([CueClass::Speech, CueClass::Writing, CueClass::Thought, CueClass::Intention]);
    }
    if options & 8 != 0 {
        extractor = extractor.without(Step::ALL);
    }
    if options & 0x80 != 0 {
        extractor = extractor.min_confidence(0.9);
    }
    check(&extractor, &text);
}

fn check(extractor: &Extractor, text: &str) {
    let mut scratch = Scratch::default();
    let record = extractor.extract_with(&mut scratch, text);
    if let Err(error) = record.check(text) {
        panic!("{error}");
    }
    for quotation in &record.quotations {
        let named = quotation.speaker.is_some() == quotation.sieve.is_some();
        assert!(named && !quotation.content.is_empty(), "{quotation:?}");
    }
    let json = serde_json::to_string(&record).expect("plain data");
    let limit = 50_000 + 100 * text.len();
    assert!(json.len() < limit, "{} bytes of JSON of {} bytes of text", json.len(), text.len());
    assert_eq!(Record::from_json(&json).expect("what was written"), record);
    // Once is enough for the long ones, whose time is looked at.
    if text.len() < LONG {
        assert_eq!(extractor.extract_with(&mut scratch, text), record);
    }
}

fn gazetteer(is_bundled: bool) -> Gazetteer {
    static OWN: LazyLock<Gazetteer> = LazyLock::new(super::gazetteer);
    #[cfg(feature = "bundled")]
    if is_bundled {
        return Gazetteer::bundled();
    }
    let _ = is_bundled;
    OWN.clone()
}
