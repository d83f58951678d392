//! The page that leads to those of several articles.

use maud::html;

use super::frame::{frame, visible};
use crate::export::cast::Cast;
use crate::record::Record;

/// What the [`index`] says of an article: its title and some counts.
///
/// It keeps no record, so that the index of any number of articles takes little memory.
///
/// ```
/// use whosaid::{Extractor, export::html};
///
/// let record = Extractor::default().extract("“No,” Angela Merkel said.").with_id("monday.txt");
/// let entry = html::Entry::new(&record);
/// assert!(html::index([("monday.html", &entry)]).contains("href=\"monday.html\""));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    title: String,
    quotations: usize,
    words: usize,
    /// The names of those who say most, with the words that each says.
    speakers: Vec<(String, usize)>,
    others: usize,
}

/// So many speakers of each article are named.
const SPEAKERS: usize = 3;

impl Entry {
    /// The article of the record; its title is the record's id.
    ///
    /// ```
    /// let record = whosaid::Extractor::default().extract("");
    /// let entry = whosaid::export::html::Entry::new(&record);
    /// ```
    pub fn new(record: &Record) -> Self {
        let cast = Cast::of(record);
        let speakers = cast.voices().iter().take(SPEAKERS);
        Self {
            title: visible(&record.id).into_owned(),
            quotations: record.quotations.len(),
            words: cast.words,
            speakers: speakers.map(|member| (member.name.to_owned(), member.words)).collect(),
            others: cast.voices().len().saturating_sub(SPEAKERS),
        }
    }
}

/// A page with a row for each article, in their order, each with the address of its own page.
///
/// An address is relative to where the index is, and percent-encoded where it has to be.
///
/// ```
/// use whosaid::export::html;
///
/// assert!(html::index([]).contains("0 articles"));
/// ```
pub fn index<'e>(entries: impl IntoIterator<Item = (&'e str, &'e Entry)>) -> String {
    let entries: Vec<(&str, &Entry)> = entries.into_iter().collect();
    let count = match entries.len() {
        1 => "1 article".to_owned(),
        count => format!("{count} articles"),
    };
    let main = html! {
        header {
            h1 { "Who said what" }
            p.summary { (count) }
        }
        div.scroll {
            table {
                thead {
                    tr {
                        th scope="col" { "Article" }
                        th.number scope="col" { "Quotations" }
                        th.number scope="col" { "Reported words" }
                        th scope="col" { "Who says most" }
                    }
                }
                tbody {
                    @for (address, entry) in &entries {
                        tr {
                            th scope="row" { a href=(address) { (entry.title) } }
                            td.number { (entry.quotations) }
                            td.number { (entry.words) }
                            td {
                                @for (at, (name, words)) in entry.speakers.iter().enumerate() {
                                    @if at > 0 { ", " }
                                    (name) " " span.count { (words) }
                                }
                                @if entry.others > 0 { " and " (entry.others) " more" }
                            }
                        }
                    }
                }
            }
        }
    };
    frame("Who said what", &main).into_string()
}
