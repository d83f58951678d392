//! The page of one article.

use maud::{Markup, html};

use super::article::article;
use super::cast;
use super::frame::{frame, visible};
use crate::export::cast::Cast;
use crate::record::Record;

/// The page of one article; its heading is the record's id.
///
/// A span of the record that is no piece of the text, because the two do not belong together, is not shown.
///
/// It takes memory and time in proportion to the text.
///
/// ```
/// use whosaid::{Extractor, export::html};
///
/// let text = "“Not <b>now</b>,” Angela Merkel said.";
/// let record = Extractor::default().extract(text).with_id("monday.txt");
/// let page = html::page(text, &record);
/// assert!(page.starts_with("<!DOCTYPE html>"));
/// assert!(page.contains("<h1>monday.txt</h1>"));
/// assert!(page.contains("“Not &lt;b&gt;now&lt;/b&gt;,”"));
/// ```
pub fn page(text: &str, record: &Record) -> String {
    let cast = Cast::of(record);
    let title = if record.id.is_empty() { "Untitled".into() } else { visible(&record.id) };
    let main = html! {
        header {
            h1 { (title) }
            p.summary { (summary(record, &cast)) }
            (legend())
        }
        div.columns {
            article lang="en" { (article(text, record, &cast)) }
            (cast::cast(record, &cast))
        }
    };
    frame(&title, &main).into_string()
}

fn legend() -> Markup {
    html! {
        p.legend {
            "Marked: "
            span.mention.person { "person" } " "
            span.mention.place { "place" } " "
            span.mention.organization { "organization" } " "
            span.quotation.direct.voice0 { "quotation" span.by { "1" } } " "
            span.quotation.indirect.voice0 { "indirect" span.by { "1" } } " "
            span.cue { "reporting word" }
        }
    }
}

fn summary(record: &Record, cast: &Cast) -> String {
    let counted = |count: usize, one: &str, more: &str| format!("{count} {}", if count == 1 { one } else { more });
    format!(
        "{} by {}, {} named",
        counted(record.quotations.len(), "quotation", "quotations"),
        counted(cast.voices().len(), "speaker", "speakers"),
        counted(record.entities.len(), "entity", "entities"),
    )
}
