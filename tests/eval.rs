//! What `whosaid eval` prints, on cases so small that the figures were counted by hand.
//!
//! A folder of `tests/eval` is a measure: `gold.jsonl`, `predictions.jsonl`, and the lines that must come of them, with the
//! first nine errors, in `figures.txt`.
#![cfg(feature = "cli")]

use std::fs;
use std::path::Path;
use std::process::Command;

#[test]
fn figures_are_those_counted_by_hand() {
    let folders = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/eval");
    let mut measures = Vec::new();
    for folder in fs::read_dir(folders).unwrap() {
        let folder = folder.unwrap().path();
        let measure = folder.file_name().unwrap().to_string_lossy().into_owned();
        let run = |more: &[&str]| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_whosaid"));
            command.current_dir(&folder).args(["eval", "gold.jsonl", "predictions.jsonl"]).args(more);
            let output = command.output().unwrap();
            assert!(output.status.success(), "{measure}: {}", String::from_utf8_lossy(&output.stderr));
            String::from_utf8(output.stdout).unwrap()
        };
        let figures = fs::read_to_string(folder.join("figures.txt")).unwrap();
        assert_eq!(run(&["--errors", "9"]), figures, "{measure}");
        // The gold shows what it is made for.
        assert_eq!(run(&["--errors", "9", "--measure", &measure]), figures, "{measure}");
        let json: serde_json::Value = serde_json::from_str(&run(&["--format", "json"])).unwrap();
        assert_eq!(json["measure"], measure);
        assert!(json["figures"].as_object().is_some_and(|figures| !figures.is_empty()), "{measure}");
        measures.push(measure);
    }
    measures.sort();
    assert_eq!(measures, ["entities", "quotes", "records", "speakers"]);
}
