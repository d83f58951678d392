//! Any bytes are a compiled gazetteer that can be used, or an error.

use whosaid::{Extractor, Gazetteer};

/// Where the checksum stands in the header, and where what it is the sum of begins.
const CHECKSUM: std::ops::Range<usize> = 12..16;
const BODY: usize = 24;

/// A last byte that is even asks for a right checksum and a right length: whoever wants to do harm would write them.
pub(crate) fn run(bytes: &[u8]) {
    let Some((&last, bytes)) = bytes.split_last() else { return };
    let mut bytes = bytes.to_vec();
    if last % 2 == 0 && bytes.len() >= BODY {
        let (sum, length) = (crc32fast::hash(&bytes[BODY..]), (bytes.len() - BODY) as u64);
        bytes[CHECKSUM].copy_from_slice(&sum.to_le_bytes());
        bytes[CHECKSUM.end..BODY].copy_from_slice(&length.to_le_bytes());
        bytes[..CHECKSUM.start].copy_from_slice(&Gazetteer::empty().to_bytes()[..CHECKSUM.start]);
    }
    let built = Gazetteer::builder().reader("bytes", &bytes[..]).build();
    match Gazetteer::from_bytes(&bytes) {
        Ok(gazetteer) => {
            assert!(built.is_ok_and(|built| built.len() == gazetteer.len()));
            use_it(gazetteer);
        }
        Err(error) => super::check_error(&error),
    }
}

/// All that a gazetteer can be asked for.
fn use_it(gazetteer: Gazetteer) {
    const TEXT: &str = "“We won,” Orla Brenk of UPPER VELMAR told O’Vardell-Brenk. Tomas\nVardell, WHO, March, HS, the Velmarian \
                        rower. Será? 東京. “No,” she said.";
    for found in gazetteer.find(TEXT) {
        let _ = (found.span().of(TEXT), found.entities().map(|entity| entity.id().len()).sum::<usize>());
    }
    for word in TEXT.split(' ') {
        let _ = gazetteer.lookup(word).count();
    }
    for entity in gazetteer.entities() {
        let _ = (entity.names().count(), entity.titles().count(), entity.descriptions().count());
        let _ = (entity.demonyms().count(), entity.identifiers().count(), entity.country(), entity.source());
        let _ = entity.names().filter(|name| entity.is_ambiguous(name)).count();
        let _ = (gazetteer.entity(entity.id()).is_some(), gazetteer.lookup(entity.name()).count());
    }
    let again = gazetteer.to_bytes();
    assert!(Gazetteer::from_bytes(&again).is_ok());
    // Joined with others, all of it is read again.
    let joined = Gazetteer::builder().string("own", super::TABLE).reader("bytes", &again[..]).build();
    if let Err(error) = &joined {
        super::check_error(error);
    }
    let record = Extractor::new(gazetteer).extract(TEXT);
    let _ = serde_json::to_string(&record);
}
