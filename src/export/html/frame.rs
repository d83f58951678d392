//! What all pages share.

use std::borrow::Cow;

use maud::{DOCTYPE, Markup, PreEscaped, html};

const STYLE: &str = include_str!("style.css");

/// What every page has around what it shows.
pub(super) fn frame(title: &str, main: &Markup) -> Markup {
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

/// NUL as a character that is shown: browsers leave it out, and text that is not there is not marked either.
pub(super) fn visible(text: &str) -> Cow<'_, str> {
    if text.contains('\0') { text.replace('\0', "\u{FFFD}").into() } else { text.into() }
}

/// The share in whole percent.
pub(super) fn percent(part: f64, whole: f64) -> usize {
    if whole > 0.0 { (100.0 * part / whole).round() as usize } else { 0 }
}
