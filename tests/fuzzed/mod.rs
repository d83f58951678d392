//! What must hold whatever the bytes are: the bodies of the fuzz targets, which the regression tests run too.
//!
//! Each takes any bytes and panics where a promise is broken.

// Not every user of this file runs every target.
#![allow(dead_code)]

pub(crate) mod extraction;
pub(crate) mod json_lines;
#[cfg(feature = "import")]
pub(crate) mod page;
pub(crate) mod record;
pub(crate) mod saved;
pub(crate) mod seeds;
pub(crate) mod table;

use whosaid::{Error, Gazetteer};

/// What takes any bytes.
pub(crate) type Target = fn(&[u8]);

/// The targets by name; each has a folder of its name in `tests/regressions`.
pub(crate) const TARGETS: &[(&str, Target)] = &[
    ("extraction", extraction::run),
    ("json_lines", json_lines::run),
    #[cfg(feature = "import")]
    ("page", page::run),
    ("record", record::run),
    ("saved", saved::run),
    ("table", table::run),
];

/// A few invented people and places, with what a name can be: an acronym, accents, apostrophes, hyphens, an ordinary word.
pub(crate) const TABLE: &str = "\
id\tname\tkind\taliases\tgender\ttitles\tdescriptions\tdemonyms\tin\tambiguous
place/velmar\tVelmar\tplace\tUpper Velmar\t\t\t\tVelmarian|Velmarians\t\t
person/orla-brenk\tOrla Brenk\tperson\tBrenk\tfemale\tPresident\tthe rower\t\tplace/velmar\t
person/tomas-vardell\tTomás Vardell\tperson\tVardell|O’Vardell-Brenk\tmale\tMayor\t\t\t\t
person/will-march\tWill March\tperson\tMarch\tmale\t\t\t\t\tMarch
organization/harrow-steel\tHarrow Steel Inc.\torganization\tHarrow Steel|HS\t\t\tthe steel maker\t\t\t
organization/who\tWorld Harrow Organization\torganization\tWHO\t\t\t\t\tplace/velmar\t
";

/// The gazetteer of [`TABLE`].
pub(crate) fn gazetteer() -> Gazetteer {
    Gazetteer::builder().string("invented.tsv", TABLE).build().expect("a faultless table")
}

/// Every fault says what is wrong, where, and what to write instead, on a line of its own of some reasonable length.
fn check_error(error: &Error) {
    assert!(!error.faults().is_empty() && error.faults().len() <= 1001);
    assert_eq!(error.to_string().lines().count(), error.faults().len(), "{error}");
    for fault in error.faults() {
        assert!(!fault.message().is_empty() && !fault.advice().is_empty(), "{fault}");
        assert!(fault.to_string().chars().count() < 2000, "{fault}");
        assert_eq!(fault.line().is_some(), fault.column().is_some());
        assert!(fault.line() != Some(0) && fault.column() != Some(0), "{fault}");
        assert!(!fault.to_string().contains(char::is_control), "{:?}", fault.to_string());
    }
}
