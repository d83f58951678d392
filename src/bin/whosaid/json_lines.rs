//! Texts in JSON, one a line.
//!
//! A fuzz target includes this file and `document.rs` as they are, so neither uses the rest of the program.

use std::io::BufRead;
use std::iter;

use serde::Deserialize;
use serde_json::Value;

use super::document::{Document, decode, unreadable};

/// A line. It may say more, which is nobody's business here.
#[derive(Deserialize)]
struct Line {
    text: String,
    id: Option<Value>,
}

/// The documents of the lines, each read when it is asked for. What is wrong with a line is said to the user.
pub(crate) fn documents(
    name: String,
    mut reader: impl BufRead,
    mut say: impl FnMut(String),
) -> impl Iterator<Item = Document> {
    let mut number = 0;
    let mut offset = 0;
    let lines = iter::from_fn(move || {
        loop {
            let mut bytes = Vec::new();
            match reader.read_until(b'\n', &mut bytes) {
                Ok(0) => return None,
                Ok(length) => {
                    number += 1;
                    let line = decode(&format!("{name}:{number}"), bytes, offset, &mut say);
                    offset += length;
                    // Editors on Windows like to begin a file with this mark.
                    let line = if number == 1 { line.trim_start_matches('\u{FEFF}') } else { &line };
                    match document(line, &name, number) {
                        _ if line.trim().is_empty() => {}
                        Ok(document) => return Some(document),
                        Err(message) => say(format!("{name}:{number}: {message}")),
                    }
                }
                Err(error) => {
                    say(unreadable(&name, &error));
                    return None;
                }
            }
        }
    });
    lines.fuse()
}

fn document(line: &str, name: &str, number: usize) -> Result<Document, String> {
    let advice = "write an object such as {\"text\": \"…\", \"id\": \"…\"} on a line of its own";
    // Else an array of the values would do too.
    if !line.trim_start().starts_with('{') {
        return Err(format!("not a JSON object; {advice}"));
    }
    let Line { text, id } = serde_json::from_str(line).map_err(|error| {
        let place = format!(" at line {} column {}", error.line(), error.column());
        let reason = error.to_string();
        let reason = reason.strip_suffix(&place).unwrap_or(&reason);
        let column = error.column();
        format!("not an object with a text: {reason} (column {column}); {advice}")
    })?;
    let id = match id {
        None => format!("{name}:{number}"),
        Some(Value::String(id)) => id,
        Some(Value::Number(id)) => id.to_string(),
        Some(_) => return Err("the id is neither a string nor a number; write one of them, or none".to_owned()),
    };
    Ok(Document { id, text })
}
