//! The tree of a page.
//!
//! The parser of HTML is given markup in which every element ends before the one around it does, none has more than a few
//! around it, and no end is left to be guessed. That is not what makes its trees right, but what makes it take time in
//! proportion to the page: unclosed and interlocked elements, a hundred thousand of them, are where parsers of HTML and all
//! that looks at their trees afterwards take for ever or run out of stack.

use std::borrow::Cow;

use dom_query::Document;

use super::markup::{Markup, Piece, Tag};
use super::paragraphs::{is_block, is_skipped};

/// Real pages have thirty or forty elements in each other, and browsers too stop somewhere. What would be deeper stands side
/// by side.
const DEEPEST: usize = 100;

/// What is in a page.
pub(super) struct Plain {
    pub(super) tree: Document,
    /// How many elements there are.
    pub(super) elements: usize,
    /// What the page says about itself for machines: JSON-LD, one string a script.
    pub(super) data: Vec<String>,
}

/// Reads a page. The time is linear in its length.
pub(super) fn read(page: &str) -> Plain {
    let mut writer = Writer { html: String::with_capacity(page.len() / 2), ..Writer::default() };
    let mut data = Vec::new();
    for piece in Markup::new(page) {
        match piece {
            Piece::Data(text) => data.push(text.to_owned()),
            Piece::Text(text) => writer.text(text),
            Piece::Start(tag) if is_dropped(&tag.name) || writer.skipped.is_some() => {}
            Piece::Start(tag) => {
                writer.make_room(&tag.name);
                writer.references = 0;
                if is_void(&tag.name) {
                    writer.elements += 1;
                    tag.write(&mut writer.html);
                } else if writer.open.len() < DEEPEST {
                    if is_unread(&tag) {
                        writer.skipped = Some(writer.open.len());
                    } else {
                        writer.elements += 1;
                        tag.write(&mut writer.html);
                    }
                    writer.open.push(tag.name);
                }
            }
            Piece::End(name) => writer.end(&name),
        }
    }
    Plain { tree: Document::from(writer.html), elements: writer.elements, data }
}

#[derive(Default)]
struct Writer<'a> {
    html: String,
    elements: usize,
    /// The elements that have begun and not ended, [`DEEPEST`] at most.
    open: Vec<Cow<'a, str>>,
    /// Which of them is left out with all that is in it, if any. It ends with the element around it at the latest.
    skipped: Option<usize>,
    /// How many characters of the text stand for others since the last tag.
    references: usize,
}

/// The parser puts a text together from what is between two references, and takes longer for each the longer the text is.
const MOST_REFERENCES: usize = 500;

/// No headline is longer.
const LONGEST_TITLE: usize = 1000;

impl Writer<'_> {
    fn text(&mut self, text: &str) {
        if self.skipped.is_some() {
            return;
        }
        if self.open.last().is_some_and(|name| name == "title") {
            self.html.extend(text.chars().take(LONGEST_TITLE).filter(|&c| c != '\0'));
            return;
        }
        let mut from = 0;
        for at in memchr::memchr3_iter(b'&', b'<', b'\0', text.as_bytes()) {
            self.html.push_str(&text[from..at]);
            from = at + 1;
            self.references += 1;
            if self.references.is_multiple_of(MOST_REFERENCES) {
                self.html.push_str("<wbr>");
            }
            self.html.push_str(match text.as_bytes()[at] {
                b'&' => "&",
                b'<' => "&lt;",
                _ => "",
            });
        }
        self.html.push_str(&text[from..]);
    }

    /// Ends what ends where an element of the name begins.
    fn make_room(&mut self, name: &str) {
        // What it ends, and within what.
        let (ended, within): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol", "menu"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl"]),
            "td" | "th" => (&["td", "th"], &["table", "tr"]),
            "tr" => (&["tr"], &["table"]),
            "thead" | "tbody" | "tfoot" => (&["thead", "tbody", "tfoot"], &["table"]),
            "a" => (&["a"], &["table"]),
            "option" | "optgroup" => (&["option"], &["select"]),
            _ => (&[], &[]),
        };
        self.end_within(ended, within);
        if is_block(name) {
            self.end_within(&["p"], &["table", "td", "th", "caption"]);
        }
    }

    fn end_within(&mut self, ended: &[&str], within: &[&str]) {
        if !ended.is_empty() {
            let of = |names: &[&str]| self.open.iter().rposition(|open| names.contains(&&**open));
            if let Some(place) = of(ended).filter(|place| of(within).is_none_or(|around| around < *place)) {
                self.close(place);
            }
        }
    }

    /// Ends the innermost element of the name, if there is one, but no table that it is in.
    fn end(&mut self, name: &str) {
        let of = |name: &str| self.open.iter().rposition(|open| open == name);
        let is_barred =
            |place| !matches!(name, "body" | "html" | "table") && of("table").is_some_and(|table| place < table);
        if let Some(place) = of(name).filter(|place| !is_barred(*place)) {
            self.close(place);
        }
    }

    /// Ends the elements from that one on, the innermost first.
    fn close(&mut self, place: usize) {
        for (index, name) in self.open.drain(place..).enumerate().rev() {
            if self.skipped.is_some_and(|skipped| place + index >= skipped) {
                continue;
            }
            self.html.extend(["</", &*name, ">"]);
        }
        self.skipped = self.skipped.filter(|skipped| *skipped < place);
    }
}

/// Elements that no reader of the article reads: no part of the text, advertisements, and what only those hear who have the
/// page read out to them.
fn is_unread(tag: &Tag<'_>) -> bool {
    const CLASSES: &[&str] = &[
        "ad",
        "ad-container",
        "ad-label",
        "ad-slot",
        "ad-wrapper",
        "ads",
        "adsbygoogle",
        "advert",
        "advertisement",
        "advertising",
        "screen-reader-text",
        "sr-only",
        "visually-hidden",
        "visuallyhidden",
    ];
    let is_part = matches!(&*tag.name, "html" | "head" | "title" | "body");
    let mut classes = tag.value("class").unwrap_or_default().split_ascii_whitespace();
    !is_part && (is_skipped(&tag.name) || classes.any(|class| CLASSES.contains(&class)))
}

/// Elements without end and content.
fn is_void(name: &str) -> bool {
    const VOID: &[&str] =
        &["area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];
    VOID.binary_search(&name).is_ok()
}

/// Elements without text, those whose content has been left out, and those around what old or other browsers are to see.
fn is_dropped(name: &str) -> bool {
    const DROPPED: &[&str] = &[
        "base",
        "frame",
        "frameset",
        "iframe",
        "noembed",
        "noframes",
        "noscript",
        "plaintext",
        "script",
        "style",
        "textarea",
        "xmp",
    ];
    DROPPED.binary_search(&name).is_ok()
}
