//! Web pages and feeds as texts: what comes before extraction.
//!
//! [`html`] takes a page of news as it was saved, with its menus, banners, scripts, advertisements and comments, and returns the
//! text of the article in it: what a [`Record`](crate::Record) of it is to be made of. [`decode`] makes characters of the bytes
//! of such a page, in whatever encoding it is. [`feed`] takes a feed and returns the texts of its entries.
//!
//! ```
//! use whosaid::{Extractor, import};
//!
//! let bytes = b"<h1>Dam to rise</h1><p>&ldquo;We won,&rdquo; <b>Orla Brenk</b> said.<br><br>It rained.<script>no()</script>";
//! let page = import::html(&import::decode(bytes));
//! assert_eq!(page.title.as_deref(), Some("Dam to rise"));
//! assert_eq!(page.text, "Dam to rise\n\n“We won,” Orla Brenk said.\n\nIt rained.\n");
//!
//! // Offsets of the record are those of the page's text.
//! let record = Extractor::default().extract(&page.text);
//! let speaker = record.quotations[0].speaker.as_ref().unwrap();
//! assert_eq!(&page.text[speaker.start.unwrap()..speaker.end.unwrap()], "Orla Brenk");
//! ```
//!
//! # What it cannot do
//!
//! Which part of a page is its article is a guess, made by [`dom_smoothie`](https://docs.rs/dom_smoothie), which does what the
//! reading view of Firefox does. A guess may leave out a paragraph, or take a box of links for one. Nothing is fetched and no
//! script is run: a page whose text comes later has none. A page of several articles gives the text of one of them, or of all
//! as if they were one.

mod decode;
mod feed;
mod linked_data;
mod markup;
mod page;
mod paragraphs;
mod tree;

pub use decode::decode;
pub use feed::feed;
pub use page::html;

/// A page of news: its text, and what it says about itself.
///
/// ```
/// let page = whosaid::import::html("<html lang=en><title>Dam to rise</title><p>It rained.");
/// assert_eq!(page.language.as_deref(), Some("en"));
/// assert_eq!(page.byline, None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Page {
    /// The headline as readers see it; else as the page gives it to others.
    pub title: Option<String>,
    /// Who wrote it, in the page's words: one name, several, or an agency.
    pub byline: Option<String>,
    /// When it was published, in the page's words: mostly a time such as `2026-03-11T06:40:00Z`.
    pub published: Option<String>,
    /// The language that the page says it is in: `en`, `en-GB`.
    pub language: Option<String>,
    /// The name of the newspaper or site.
    pub site: Option<String>,
    /// The address that the page says it has.
    pub url: Option<String>,
    /// Which part of the page the text is.
    pub part: Part,
    /// The text, as [`html`] describes it.
    pub text: String,
}

/// Which part of a page was taken for its text.
///
/// ```
/// use whosaid::import::{Part, html};
///
/// assert_eq!(html("<p>Sign in.").part, Part::Article);
/// assert_eq!(html("<p aria-hidden=true>Sign in.").part, Part::Everything);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Part {
    /// The article in it.
    Article,
    /// The body of the article as the page gives it to machines (schema.org's `articleBody` in JSON-LD), since what it shows
    /// is far less; of a feed, the entry.
    Data,
    /// All that a reader sees but for menus, forms and footers, since no article was found: the page is an overview, or it has
    /// more than 40,000 elements.
    Everything,
}

/// An entry of a feed.
///
/// ```
/// let feed = "<rss><channel><item><guid>a/1</guid><title>Dam to rise</title></item></channel></rss>";
/// assert_eq!(whosaid::import::feed(feed)[0].id.as_deref(), Some("a/1"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entry {
    /// What the feed calls it, the same in every version of the feed: RSS's `guid`, Atom's and JSON Feed's `id`.
    pub id: Option<String>,
    /// The title and the text, and what the feed says of them. The text is all that the feed has of the article, which often is
    /// its beginning alone.
    pub page: Page,
}
