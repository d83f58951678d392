//! Cases of short texts with marked words, for the tests that read them from files.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// A titled text.
pub(crate) struct Case {
    pub(crate) file: String,
    pub(crate) title: String,
    /// What stands below the title.
    pub(crate) body: String,
}

/// The cases of some files of a folder beside the tests: each a title behind `##`, unique within its file, and what follows.
pub(crate) fn cases(folder: &str, files: &[&str]) -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let mut cases = Vec::new();
    for &file in files {
        let text = fs::read_to_string(folder.join(file)).expect("a file of cases");
        let mut titles = BTreeSet::new();
        for case in text.split("\n## ").skip(1) {
            let (title, body) = case.split_once('\n').expect("a title and a text");
            assert!(titles.insert(title), "{file}: two cases {title}");
            let [file, title, body] = [file, title, body.trim_end()].map(str::to_owned);
            cases.push(Case { file, title, body });
        }
    }
    cases
}

/// The text of a case without its marks `<words=name>`, and for each mark its offset, its words and its name, if it has one.
pub(crate) fn unmark(marked: &str) -> (String, Vec<(usize, String, Option<String>)>) {
    let mut pieces = marked.split('<');
    let mut text = pieces.next().unwrap_or_default().to_owned();
    let mut marks = Vec::new();
    for piece in pieces {
        let (mark, rest) = piece.split_once('>').expect("a closed mark");
        let (words, name) = match mark.split_once('=') {
            Some((words, name)) => (words, Some(name)),
            None => (mark, None),
        };
        marks.push((text.len(), words.to_owned(), name.map(str::to_owned)));
        text.push_str(words);
        text.push_str(rest);
    }
    (text, marks)
}
