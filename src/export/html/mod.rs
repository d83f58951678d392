//! A picture of an article: one page that shows what was found, to look at in a browser, to print or to send.
//!
//! A page needs nothing besides itself: no network, no script, no other file. People, places and organizations have
//! borders of different styles; quotations are shaded by speaker, and the number at the end of each is the speaker's in
//! the list beside the text. It leads to where the text names the speaker, and pointing at a quotation shows who that is,
//! by which rule, and how often the rule is right. Colours are those of Okabe and Ito (*Color Universal Design*, 2008), which
//! colour-blind readers can tell apart; nothing is said by colour alone.
//!
//! Everything from the text and the record is escaped.

mod article;
mod cast;
mod index;

use std::borrow::Cow;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::cast::Cast;
use crate::record::Record;

pub use index::{Entry, index};

const STYLE: &str = include_str!("style.css");

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
            article lang="en" { (article::article(text, record, &cast)) }
            (cast::cast(record, &cast))
        }
    };
    frame(&title, &main).into_string()
}

/// What every page has around what it shows.
fn frame(title: &str, main: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="generator" content=(concat!("whosaid ", env!("CARGO_PKG_VERSION")));
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main { (main) }
            }
        }
    }
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

/// NUL as a character that is shown: browsers leave it out, and text that is not there is not marked either.
fn visible(text: &str) -> Cow<'_, str> {
    if text.contains('\0') { text.replace('\0', "\u{FFFD}").into() } else { text.into() }
}

/// The share in whole percent.
fn percent(part: f64, whole: f64) -> usize {
    if whole > 0.0 { (100.0 * part / whole).round() as usize } else { 0 }
}
