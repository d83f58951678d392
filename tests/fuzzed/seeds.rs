//! What fuzzers begin with, made from the fixtures beside this folder.

use std::fs;
use std::path::Path;

use whosaid::{Extractor, Gazetteer, Offsets};

/// The name of the target, that of the seed, and its bytes.
pub(crate) type Seed = (&'static str, String, Vec<u8>);

/// All seeds; none is kept in the repository, since they are made in no time.
pub(crate) fn seeds() -> Vec<Seed> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut seeds = Vec::new();
    for (index, (name, text)) in texts(&tests).into_iter().enumerate() {
        // As most users read; some of them with all classes in code points, without steps in UTF-16, and over and over.
        let options: &[u8] = if index % 8 == 0 { b"05*p" } else { b"0" };
        for (number, &options) in options.iter().enumerate() {
            seeds.push(("extraction", format!("{name}-{number}"), [&[options], text.as_bytes()].concat()));
        }
    }
    seeds.extend(files(&tests.join("pages"), "html").into_iter().map(|(name, page)| ("page", name, page.into_bytes())));
    for (name, table) in tables(&tests) {
        if let Ok(gazetteer) = Gazetteer::builder().string("it.tsv", &*table).build() {
            seeds.push(("saved", name.clone(), [&gazetteer.to_bytes()[..], b"0"].concat()));
        }
        seeds.push(("table", name, table.into_bytes()));
    }
    seeds.push(("saved", "own".to_owned(), [&super::gazetteer().to_bytes()[..], b"0"].concat()));
    seeds.push(("table", "own".to_owned(), super::TABLE.into()));
    let extractor = Extractor::new(super::gazetteer());
    for (name, text) in texts(&tests).into_iter().filter(|(name, _)| name.ends_with("-0")) {
        let text = text.replace('\n', " ");
        for (unit, offsets) in [("bytes", Offsets::Bytes), ("chars", Offsets::Chars), ("utf16", Offsets::Utf16)] {
            let json = serde_json::to_string(&extractor.clone().offsets(offsets).extract(&text)).expect("plain data");
            seeds.push(("record", format!("{name}-{unit}"), format!("{text}\n{json}").into()));
        }
        let line = serde_json::json!({ "text": text, "id": name });
        seeds.push(("json_lines", name, format!("{line}\n\n{{\"text\": \"No.\", \"id\": 7}}\nno\n").into()));
    }
    seeds
}

/// The sample articles, and every case of the fixtures for quotations and references.
fn texts(tests: &Path) -> Vec<(String, String)> {
    let articles = files(&tests.join("articles"), "txt").into_iter().map(|(name, text)| (format!("{name}-0"), text));
    let cases = ["quotations", "references"].into_iter().flat_map(|folder| files(&tests.join(folder), "txt"));
    let cases = cases.flat_map(|(name, text)| {
        let texts: Vec<_> = text.split("\n## ").skip(1).map(case).map(str::to_owned).collect();
        texts.into_iter().enumerate().map(move |(number, text)| (format!("{name}-{number}"), text))
    });
    articles.chain(cases).collect()
}

/// The text of a case: between its name and what is expected of it.
fn case(case: &str) -> &str {
    let text = case.split_once('\n').map_or("", |(_, text)| text);
    text.split_once("\n--\n").map_or(text, |(text, _)| text)
}

/// The sources of every case of faults and doubts, as one input.
fn tables(tests: &Path) -> Vec<(String, String)> {
    let cases = files(&tests.join("gazetteer"), "txt").into_iter().flat_map(|(name, file)| {
        let file = file.replace('→', "\t");
        let cases: Vec<_> = file.split("\n## ").skip(1).map(sources).collect();
        cases.into_iter().enumerate().map(move |(number, sources)| (format!("{name}-{number}"), sources))
    });
    cases.collect()
}

fn sources(case: &str) -> String {
    let sources = case.split_once("\n=").map_or(case, |(sources, _)| sources);
    let sources = sources.split("\n@").skip(1).map(|source| source.split_once('\n').map_or("", |(_, text)| text));
    sources.collect::<Vec<_>>().join("\n%%\n")
}

/// The files of a folder with that extension, by name, without it.
fn files(folder: &Path, extension: &str) -> Vec<(String, String)> {
    let entries = fs::read_dir(folder).expect("a folder of fixtures").map(|entry| entry.expect("an entry").path());
    let mut files: Vec<_> = entries
        .filter(|path| path.extension().is_some_and(|own| own == extension))
        .map(|path| {
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            (name, fs::read_to_string(&path).expect("a text"))
        })
        .collect();
    files.sort();
    files
}
