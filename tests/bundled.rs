//! What comes with the library: enough of each kind, no doubtful name unargued, and every file accounted for.

#![cfg(feature = "bundled")]

use std::path::Path;

use whosaid::{Gazetteer, Kind};

#[test]
fn every_kind_is_there_in_number() {
    let gazetteer = Gazetteer::bundled();
    for (kind, least) in [(Kind::Place, 4_000), (Kind::Person, 5_000), (Kind::Organization, 3_000)] {
        let count = gazetteer.entities().filter(|entity| entity.kind() == kind).count();
        assert!(count >= least, "{count} entities of {kind:?}, at least {least} were promised");
    }
}

#[test]
fn every_doubtful_name_is_argued_for() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("gazetteers");
    let mut builder = Gazetteer::builder();
    for entry in std::fs::read_dir(&folder).expect("the folder of gazetteers") {
        let path = entry.expect("an entry of the folder").path();
        if path.extension().is_some_and(|extension| extension == "tsv") {
            builder = builder.file(&path);
        }
    }
    let doubts = builder.check().expect("faultless files");
    let unargued: Vec<_> = doubts.iter().filter(|doubt| doubt.argument().is_none()).map(ToString::to_string).collect();
    assert!(unargued.is_empty(), "{}", unargued.join("\n"));
}

#[test]
fn every_file_has_its_row_in_the_readme() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("gazetteers");
    let readme = std::fs::read_to_string(folder.join("README.md")).expect("gazetteers/README.md");
    let mut files = 0;
    for (subfolder, prefix) in [("", ""), ("lexicon", "lexicon/")] {
        for entry in std::fs::read_dir(folder.join(subfolder)).expect("a folder of gazetteers") {
            let name = entry.expect("an entry of the folder").file_name().into_string().expect("a name in UTF-8");
            // A table has a row that begins with its name; a notice is linked from the row of what it is owed for.
            let wanted = if name.ends_with(".tsv") {
                format!("\n| `{prefix}{name}` |")
            } else if name.starts_with("NOTICE-") {
                format!("]({prefix}{name})")
            } else {
                continue;
            };
            files += 1;
            assert!(readme.contains(&wanted), "gazetteers/README.md does not name {prefix}{name}");
        }
    }
    assert!(files > 0, "no files in {}", folder.display());
}
