//! Saved gazetteers: they read back as they were, and no damage goes unnoticed.

use proptest::prelude::*;
use whosaid::{Entity, Error, Extractor, Gazetteer, GazetteerBuilder};

/// All columns, accents, names that differ in case, several entities of a name, a text longer than most.
fn sample() -> Gazetteer {
    let many: Vec<String> = (0..40).map(|number| format!("Alias Number {number}")).collect();
    let people = format!(
        "# People\nid\tname\tkind\taliases\tgender\ttitles\tdescriptions\tin\tprominence\tambiguous\tids\n\
         person/hugo-chavez\tHugo Chávez\tperson\tChávez\tmale\tPresident\tstrongman\tplace/tarn\t60\t\twikidata=Q8440\n\
         person/will-mcbrenk\tWill McBrenk\tperson\tWill|Mcbrenk\tmale\t\t\t\t\tWill\t\n\
         person/ada-mcbrenk\tAda McBrenk\tperson\tMcBrenk\tfemale\t\t\torganization/who\t70\t\t\n\
         person/emile-ozal\tÉmile Özal\tperson\tÖzal\t\t\t\t\t\t\t\n\
         person/many\tOne Of Many\tperson\t{}\t\t\t\t\t\t\t\n",
        many.join("|"),
    );
    let others = "id\tkind\tname\taliases\tdemonyms\tids\n\
                  place/tarn\tplace\tTarn\tUpper Tarn\tTarnish|Tarner\tiso3166-1=TN\n\
                  organization/who\torganization\tWorld Health Organization\tWHO|İO\t\t\n";
    Gazetteer::builder().string("people.tsv", people).string("others.tsv", others).build().expect("faultless tables")
}

const TEXT: &str = "Hugo Chavez of UPPER TARN met EMILE OZAL, Émile O\u{308}zal, Will, McBrenk and MCBRENK. WHO? The WHO’s \
                    Alias Number 17, Hugo\nChávez, İO. World Health Organization.";

/// All that can be asked.
fn told(gazetteer: &Gazetteer) -> Vec<String> {
    let tell = |entity: &Entity| {
        let lists = [
            entity.names().collect::<Vec<_>>(),
            entity.titles().collect(),
            entity.descriptions().collect(),
            entity.demonyms().collect(),
        ];
        let ids: Vec<_> = entity.identifiers().collect();
        let facts = (entity.kind(), entity.gender(), entity.prominence(), entity.within(), entity.country());
        let ambiguous: Vec<_> = entity.names().map(|name| entity.is_ambiguous(name)).collect();
        let found = gazetteer.entity(entity.id()).map(Entity::source);
        format!("{} {lists:?} {ids:?} {facts:?} {ambiguous:?} {:?} {found:?}", entity.id(), entity.source())
    };
    let mut told: Vec<_> = gazetteer.entities().map(tell).collect();
    told.push(format!("{} {}", gazetteer.len(), gazetteer.names_len()));
    told.push(format!("{:?}", gazetteer.find(TEXT).collect::<Vec<_>>()));
    told
}

fn message(result: Result<Gazetteer, Error>) -> String {
    let error = result.expect_err("a refusal");
    assert!(error.is_gazetteer() && !error.is_io(), "{error}");
    let [fault] = error.faults() else { panic!("{error}") };
    assert_eq!((fault.line(), fault.column()), (None, None));
    assert!(!fault.advice().is_empty());
    fault.message().to_owned()
}

#[test]
fn what_was_saved_reads_back() {
    let gazetteer = sample();
    let bytes = gazetteer.to_bytes();
    let again = Gazetteer::from_bytes(&bytes).expect("what was written");
    assert_eq!(told(&again), told(&gazetteer));
    assert_eq!(gazetteer.find(TEXT).count(), 13);
    assert!(again.entities().eq(gazetteer.entities()));
    assert!(again.to_bytes() == bytes);
    let empty = Gazetteer::from_bytes(&Gazetteer::empty().to_bytes()).expect("what was written");
    assert_eq!((empty.len(), empty.find(TEXT).count(), empty.lookup("Tarn").count()), (0, 0, 0));
}

#[test]
#[cfg(feature = "bundled")]
fn the_bundled_gazetteer_reads_back() {
    let bundled = Gazetteer::bundled();
    let again = Gazetteer::from_bytes(&bundled.to_bytes()).expect("what was written");
    assert!(again.entities().eq(bundled.entities()));
    assert_eq!(again.names_len(), bundled.names_len());
}

#[test]
fn every_byte_counts() {
    let mut bytes = sample().to_bytes();
    for at in 0..bytes.len() {
        for bits in [0x01, 0xFF] {
            bytes[at] ^= bits;
            assert!(Gazetteer::from_bytes(&bytes).is_err(), "byte {at} with {bits:02x}");
            bytes[at] ^= bits;
        }
    }
    assert!(Gazetteer::from_bytes(&bytes).is_ok());
}

#[test]
fn nothing_may_be_missing() {
    let mut bytes = sample().to_bytes();
    for length in 0..bytes.len() {
        message(Gazetteer::from_bytes(&bytes[..length]));
    }
    bytes.push(0);
    assert!(Gazetteer::from_bytes(&bytes).is_err());
}

/// What is done to the bytes, and what is said of it.
#[test]
fn errors_say_what_is_wrong() {
    const LENGTH: usize = 16;
    type Change = fn(&mut Vec<u8>);
    let cases: &[(&str, Change, &str)] = &[
        ("nothing", |bytes| bytes.clear(), "not a compiled gazetteer"),
        ("a table", |bytes| *bytes = b"id\tname\tkind\n".to_vec(), "not a compiled gazetteer"),
        ("an archive", |bytes| *bytes = b"PK\x03\x04 and so on and on and on".to_vec(), "not a compiled gazetteer"),
        ("a start alone", |bytes| bytes.truncate(12), "damaged: the compiled gazetteer has 12 bytes instead of 24"),
        ("the future", |bytes| bytes[8] = 3, "compiled by another version of whosaid: format 3 instead of 2"),
        (
            "the far future",
            |bytes| bytes[11] = 1,
            "compiled by another version of whosaid: format 16777218 instead of 2",
        ),
        ("no body", |bytes| bytes.truncate(24), "damaged: the compiled gazetteer has 24 bytes instead of "),
        ("no end", |bytes| bytes.truncate(bytes.len() - 1), "damaged: the compiled gazetteer has "),
        ("more than the end", |bytes| bytes.push(1), "damaged: the compiled gazetteer has "),
        ("another length", |bytes| bytes[LENGTH + 7] = 0xFF, "damaged: the compiled gazetteer has "),
        ("another checksum", |bytes| bytes[12] ^= 1, "damaged: the checksum of the compiled gazetteer is wrong"),
        ("another name", |bytes| bytes[200] ^= 1, "damaged: the checksum of the compiled gazetteer is wrong"),
        ("another beginning", |bytes| bytes[0] = b'w', "damaged: the checksum of the compiled gazetteer is wrong"),
    ];
    for (case, change, expected) in cases {
        let mut bytes = sample().to_bytes();
        change(&mut bytes);
        let found = message(Gazetteer::from_bytes(&bytes));
        assert!(found.starts_with(expected), "{case}: {found}");
    }
}

/// A builder takes saved gazetteers wherever it takes tables, and what comes out is what the tables would have given.
#[test]
fn saved_gazetteers_join_others() {
    let ours = "id\tname\tkind\tin\nplace/tarn\tTarn\tplace\t\nplace/kell\tKell\tplace\tplace/tarn\n";
    let mine = "id\tname\tkind\tin\nplace/mere\tMere\tplace\tplace/tarn\nplace/kell\tKells\tplace\t\n";
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("ours.gazetteer");
    Gazetteer::builder().string("ours.tsv", ours).build().unwrap().save(&path).expect("a writable folder");

    let expected = Gazetteer::builder().string("ours.tsv", ours).string("mine.tsv", mine).build().unwrap();
    let joined = Gazetteer::builder().file(&path).string("mine.tsv", mine).build().unwrap();
    assert_eq!(told(&joined), told(&expected));
    assert!(joined.entities().map(Entity::name).eq(["Tarn", "Kells", "Mere"]));

    // One that was compiled with all before it stays what it is.
    let all = folder.path().join("all.gazetteer");
    expected.save(&all).expect("a writable folder");
    let again = Gazetteer::builder().file(&path).file(&all).build().unwrap();
    assert!(again.to_bytes() == expected.to_bytes());
    let other_way_round = Gazetteer::builder().file(&all).file(&path).build().unwrap();
    assert!(other_way_round.entities().map(Entity::name).eq(["Tarn", "Kell", "Mere"]));

    // A damaged one is a fault among others, and does not bring forth others.
    let mut bytes = expected.to_bytes();
    bytes.pop();
    let error =
        Gazetteer::builder().reader("half", &bytes[..]).string("mine.tsv", mine).file("none").build().unwrap_err();
    let sources: Vec<_> = error.faults().iter().map(|fault| fault.source()).collect();
    assert_eq!(sources, ["half", "none"], "{error}");
}

/// Doubts are about the tables, whichever of them and of the compiled gazetteers comes first.
#[test]
fn doubts_outlive_compiled_gazetteers() {
    let rows = "place/kell\tKell\tplace\t\nplace/tarn\tTarn\tplace\tMarch|Will|France|May\n";
    let table = format!("id\tname\tkind\taliases\n{rows}");
    let tarn = "id\tname\tkind\taliases\nplace/tarn\tTarn\tplace\tWill\n";
    let compiled = Gazetteer::builder().string("tables.tsv", &*table).build().unwrap().to_bytes();
    let doubts = |builder: GazetteerBuilder| builder.check().unwrap().len();
    let doubtful = doubts(Gazetteer::builder().string("mine.tsv", tarn));
    assert!(doubtful > 0);
    // Whatever replaces a row takes its doubts away, and brings its own if it is a row.
    let first = Gazetteer::builder().string("mine.tsv", tarn).reader("compiled", &compiled[..]);
    assert_eq!(doubts(first), 0);
    let last = Gazetteer::builder().reader("compiled", &compiled[..]).string("mine.tsv", tarn);
    assert_eq!(doubts(last), doubtful);
}

/// A remark in the first line of a table is nobody's magic.
#[test]
fn a_table_may_begin_with_our_name() {
    let table = "#whosaid names of ours\nid\tname\tkind\nplace/kell\tKell\tplace\n";
    assert_eq!(Gazetteer::builder().string("mine.tsv", table).build().map(|gazetteer| gazetteer.len()).ok(), Some(1));
}

/// The checksum of the body, so that damage behind it can be tried.
fn with_checksum(mut bytes: Vec<u8>) -> Vec<u8> {
    let checksum = crc32fast::hash(&bytes[24..]);
    bytes[12..16].copy_from_slice(&checksum.to_le_bytes());
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn any_gazetteer_reads_back(names in proptest::collection::vec("[A-Zé]{1,2}[a-zÅé' -]{0,12}", 1..20)) {
        let rows = names.iter().enumerate().map(|(at, name)| format!("place/p{at}\t{}\tplace\n", name.trim()));
        let table = format!("id\tname\tkind\n{}", rows.collect::<String>());
        let gazetteer = Gazetteer::builder().string("names.tsv", table).build().unwrap();
        let again = Gazetteer::from_bytes(&gazetteer.to_bytes()).unwrap();
        prop_assert_eq!(told(&again), told(&gazetteer));
        for name in &names {
            prop_assert!(gazetteer.lookup(name).eq(again.lookup(name)), "{}", name);
        }
    }

    // Whoever forges the checksum may be refused or get something else, but neither a panic nor an endless loop.
    #[test]
    fn no_bytes_make_it_panic(changes in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..4)) {
        let mut bytes = sample().to_bytes();
        for (at, byte) in changes {
            let at = 24 + at.index(bytes.len() - 24);
            bytes[at] = byte;
        }
        if let Ok(gazetteer) = Gazetteer::from_bytes(&with_checksum(bytes)) {
            let _ = told(&gazetteer);
            let _ = gazetteer.to_bytes();
            for word in TEXT.split(' ') {
                let _ = gazetteer.lookup(word).count();
            }
            let joined = Gazetteer::builder().reader("compiled", &gazetteer.to_bytes()[..]).string("mine.tsv", "id\tname\tkind\nplace/tarn\tTarn\tplace\n");
            let _ = joined.check();
            let _ = Extractor::new(gazetteer).extract(TEXT);
        }
    }
}
