//! A quotation in the language of the cases, which `tests/quotations.rs` explains.

use whosaid::{QuotationKind, QuotationRecord, Slice, SpeakerRecord};

/// All marks of DESIGN.md, as they stand at the edges of a content.
const MARKS: &[&str] = &[
    "“",
    "”",
    "„",
    "‟",
    "\"",
    "‘",
    "’",
    "‚",
    "''",
    "’’",
    "'",
    "«",
    "»",
    "‹",
    "›",
    "「",
    "」",
    "『",
    "』",
    "``",
    "&quot;",
    "&#39;&#39;",
    "&#39;&#39;",
    "&ldquo;",
    "&rdquo;",
    "&#8220;",
    "&#8221;",
];

/// A quotation in the language of the cases.
pub(crate) fn told(quotation: &QuotationRecord) -> String {
    let kind = match quotation.kind {
        QuotationKind::Direct => "direct",
        QuotationKind::Mixed => "mixed",
        _ => "indirect",
    };
    let mut lines = vec![format!("{kind} {}", joined(&quotation.content))];
    let is_plain = match quotation.kind {
        QuotationKind::Direct => quotation
            .quoted
            .iter()
            .map(|slice| &*slice.text)
            .eq(quotation.content.iter().map(|slice| bare(&slice.text))),
        QuotationKind::Mixed => false,
        _ => quotation.quoted.is_empty(),
    };
    if !is_plain {
        lines.push(format!("quoted {}", joined(&quotation.quoted)));
    }
    if let Some(cue) = &quotation.cue {
        let not = if cue.negated { "not " } else { "" };
        lines.push(format!("cue {} = {not}{}", escape(&cue.text), cue.lemma));
    }
    lines.extend(quotation.speaker.as_ref().map(|speaker| format!("speaker {}", voice(speaker))));
    lines.extend(quotation.addressee.as_ref().map(|addressee| format!("addressee {}", voice(addressee))));
    lines.join("\n")
}

fn joined(slices: &[Slice]) -> String {
    slices.iter().map(|slice| escape(&slice.text)).collect::<Vec<_>>().join(" + ")
}

/// The content without the mark before it and the mark behind it.
fn bare(content: &str) -> &str {
    let open = MARKS.iter().filter(|mark| content.starts_with(**mark)).map(|mark| mark.len()).max().unwrap_or(0);
    let rest = &content[open..];
    let close = MARKS.iter().filter(|mark| rest.ends_with(**mark)).map(|mark| mark.len()).max().unwrap_or(0);
    rest[..rest.len() - close].trim()
}

fn voice(voice: &SpeakerRecord) -> String {
    let name = &voice.name;
    match (voice.text.as_deref(), voice.entity.is_some()) {
        (Some(text), true) if text == name => escape(text),
        (text, true) => format!("{} = {name}", escape(text.unwrap_or("-"))),
        (text, false) => format!("{} ~ {}", escape(text.unwrap_or("-")), escape(name)),
    }
}

pub(crate) fn escape(text: &str) -> String {
    text.replace('\n', "\\n").replace('\r', "\\r").replace('\u{a0}', "\\u{a0}").replace('\u{ad}', "\\u{ad}")
}

/// The text with its escapes (`\n`, `\r`, `\u{…}`) replaced.
pub(crate) fn unescape(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, escape)) = rest.split_once('\\') {
        plain.push_str(before);
        rest = match escape.as_bytes().first() {
            Some(b'n') => {
                plain.push('\n');
                &escape[1..]
            }
            Some(b'r') => {
                plain.push('\r');
                &escape[1..]
            }
            Some(b'u') => {
                let (code, behind) = escape["u{".len()..].split_once('}').expect("a closing brace");
                let code = u32::from_str_radix(code, 16).expect("a hexadecimal number");
                plain.push(char::from_u32(code).expect("a character"));
                behind
            }
            _ => panic!("unknown escape in {text:?}"),
        };
    }
    plain + rest
}
