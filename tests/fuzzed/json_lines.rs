//! What the program makes of lines of JSON: a document or a complaint of each, and nothing else.

#[path = "../../src/bin/whosaid/document.rs"]
mod document;
#[path = "../../src/bin/whosaid/json_lines.rs"]
mod lines;

pub(crate) fn run(bytes: &[u8]) {
    let mut complaints = Vec::new();
    let documents: Vec<_> = lines::documents("in".to_owned(), bytes, |message| complaints.push(message)).collect();
    let lines = bytes.split_inclusive(|&byte| byte == b'\n');
    let (lines, blank) = lines.fold((0, 0), |(lines, blank), line| {
        let line = String::from_utf8_lossy(line);
        let is_blank = line.chars().all(|c| c.is_whitespace() || c == '\u{FEFF}');
        (lines + 1, blank + usize::from(is_blank))
    });
    let is_refusal = |message: &&String| !message.contains("is not UTF-8");
    let refused = complaints.iter().filter(is_refusal).count();
    assert!(documents.len() + refused <= lines && documents.len() + refused + blank >= lines, "{complaints:?}");
    for complaint in &complaints {
        assert!(complaint.starts_with("in:") && !complaint.contains(char::is_control), "{complaint:?}");
        assert!(complaint.chars().count() < 2000, "{complaint}");
    }
    for document in &documents {
        // A document is a line again.
        let line = serde_json::json!({ "text": document.text, "id": document.id }).to_string();
        let again: Vec<_> =
            lines::documents("again".to_owned(), line.as_bytes(), |message| panic!("{message}")).collect();
        assert!(again.len() == 1 && again[0].text == document.text && again[0].id == document.id, "{line}");
    }
}
