//! Any bytes are a sound record or an error, and a sound record says the truth about its text or is found out.

use whosaid::{Offsets, Record};

/// The first line is the text, the rest the JSON.
pub(crate) fn run(bytes: &[u8]) {
    let at = bytes.iter().position(|&byte| byte == b'\n').unwrap_or(0);
    let (text, json) = bytes.split_at(at);
    let text = String::from_utf8_lossy(text);
    // Whatever serde accepts, however false, can be asked about.
    if let Ok(record) = serde_json::from_slice::<Record>(json) {
        let _ = (record.check(&text), record.entity("person/orla-brenk"), record.clone().into_owned());
    }
    let record = match Record::from_json(json) {
        Ok(record) => record,
        Err(error) => {
            assert!(error.is_record() && !error.is_gazetteer() && !error.is_io());
            return super::check_error(&error);
        }
    };
    let written = serde_json::to_string(&record).expect("plain data");
    assert_eq!(Record::from_json(&written).expect("what was written"), record);
    match record.check(&text) {
        Ok(()) => is_true(&record, &text),
        Err(error) => super::check_error(&error),
    }
}

/// The offsets as another program would use them.
fn is_true(record: &Record, text: &str) {
    let slice = |start: usize, end: usize| match record.offsets {
        Offsets::Chars => text.chars().skip(start).take(end - start).collect(),
        Offsets::Utf16 => {
            String::from_utf16(&text.encode_utf16().collect::<Vec<_>>()[start..end]).expect("whole characters")
        }
        _ => text[start..end].to_owned(),
    };
    for mention in &record.mentions {
        assert_eq!(slice(mention.start, mention.end), mention.text);
        assert!(mention.entity.as_ref().is_none_or(|id| record.entity(id).is_some()));
    }
    for quotation in &record.quotations {
        for piece in quotation.content.iter().chain(&quotation.quoted) {
            assert_eq!(slice(piece.start, piece.end), piece.text);
        }
        for voice in quotation.speaker.iter().chain(&quotation.addressee) {
            if let (Some(start), Some(end)) = (voice.start, voice.end) {
                assert_eq!(Some(slice(start, end).as_str()), voice.text.as_deref());
            }
            assert!(voice.mention.is_none_or(|index| record.mentions[index].entity == voice.entity));
        }
    }
}
