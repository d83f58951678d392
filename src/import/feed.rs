//! The entries of a feed.
//!
//! A feed is a flat list, so it is read as a stream of tags: nothing is nested, however deep its elements are, and what breaks
//! off is read until there.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use serde_json::Value;

use super::page::{body, everything, is_same, joined};
use super::paragraphs::on_one_line;
use super::{Entry, Page, Part, tree};

/// The entries of a feed: RSS of any version, Atom, or JSON Feed.
///
/// Of an entry that has the article and a summary, the text is the article. It is made of the markup as [`html`](super::html) makes it, but
/// without looking for the article in it, with the title as its first paragraph.
///
/// Never fails: of a feed that breaks off, the entries until there are read, and of anything else there are none. Time and
/// memory are in proportion to the length of the feed.
///
/// ```
/// let feed = r#"<?xml version="1.0"?>
///     <feed xmlns="http://www.w3.org/2005/Atom"><entry>
///       <title>Dam to rise</title>
///       <content type="html">&lt;p>“We won,” Orla Brenk said.&lt;/p>&lt;p>It rained.&lt;/p></content>
///     </entry></feed>"#;
/// let entries = whosaid::import::feed(feed);
/// assert_eq!(entries[0].page.text, "Dam to rise\n\n“We won,” Orla Brenk said.\n\nIt rained.\n");
/// assert!(whosaid::import::feed("no feed").is_empty());
/// ```
pub fn feed(feed: &str) -> Vec<Entry> {
    let feed = feed.trim_start_matches('\u{FEFF}').trim_start();
    let drafts = if feed.starts_with('{') { of_json(feed) } else { of_xml(feed) };
    let entries = drafts.into_iter().map(Draft::entry);
    entries.filter(|entry| entry.id.is_some() || entry.page.url.is_some() || !entry.page.text.is_empty()).collect()
}

/// What was found of an entry, as the feed writes it.
#[derive(Default)]
struct Draft {
    id: String,
    title: String,
    byline: String,
    published: String,
    url: String,
    /// The text, and how much of the article it is likely to be.
    text: (Extent, String),
}

#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Extent {
    #[default]
    Nothing,
    Summary,
    Whole,
}

impl Draft {
    fn put(&mut self, field: Field, words: String) {
        let slot = match field {
            Field::Id => &mut self.id,
            Field::Title => &mut self.title,
            Field::Byline => &mut self.byline,
            Field::Published => &mut self.published,
            Field::Url => &mut self.url,
            Field::Text(extent) => {
                if extent > self.text.0 && !words.trim().is_empty() {
                    self.text = (extent, words);
                }
                return;
            }
        };
        // The first counts: an author goes before those of a source that is quoted.
        if slot.is_empty() {
            *slot = words;
        }
    }

    fn entry(self) -> Entry {
        let line = |words: &str| Some(on_one_line(words)).filter(|line| !line.is_empty());
        // Titles are markup in some feeds and text in others.
        let title = line(&paragraphs(&self.title).join(" "));
        let mut text = paragraphs(&self.text.1);
        if let Some(title) = &title
            && !text.first().is_some_and(|first| is_same(first, title))
        {
            text.insert(0, title.clone());
        }
        let page = Page {
            title,
            byline: line(&self.byline),
            published: line(&self.published),
            language: None,
            site: None,
            url: line(&self.url),
            part: Part::Data,
            text: joined(&text),
        };
        Entry { id: line(&self.id), page }
    }
}

/// Breaks of lines mean something only where there is no markup.
fn paragraphs(words: &str) -> Vec<String> {
    if words.contains('<') { everything(&tree::read(words).tree) } else { body(words) }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Id,
    Title,
    Byline,
    Published,
    Url,
    Text(Extent),
}

impl Field {
    /// What an element right below an entry is for, in RSS with its usual modules and in Atom.
    fn of(name: &str) -> Option<Self> {
        Some(match name {
            "guid" | "id" => Self::Id,
            "title" | "dc:title" => Self::Title,
            "author" | "dc:creator" => Self::Byline,
            "pubDate" | "published" | "dc:date" | "updated" => Self::Published,
            "link" => Self::Url,
            "content:encoded" | "content" => Self::Text(Extent::Whole),
            "description" | "summary" => Self::Text(Extent::Summary),
            _ => return None,
        })
    }
}

/// An element whose words are being gathered.
struct Gathering {
    field: Field,
    depth: usize,
    words: String,
    /// Its elements are markup, not words about it.
    is_markup: bool,
    /// Whoever wrote it was named; what follows is an address.
    is_full: bool,
}

impl Gathering {
    fn begin(field: Field, depth: usize, tag: &BytesStart) -> Self {
        let is_markup = attribute(tag, "type").is_some_and(|kind| kind == "xhtml");
        Self { field, depth, words: String::new(), is_markup, is_full: false }
    }

    fn text(&mut self, words: &str) {
        if self.is_markup {
            self.words += &words.replace('&', "&amp;").replace('<', "&lt;");
        } else if !self.is_full {
            self.words += words;
        }
    }

    fn start(&mut self, name: &str) {
        if self.is_markup {
            self.words += &format!("<{name}>");
        } else if name == "name" {
            self.words.clear();
        }
    }

    fn end(&mut self, name: &str) {
        if self.is_markup {
            self.words += &format!("</{name}>");
        } else if name == "name" {
            self.is_full = true;
        }
    }
}

fn of_xml(feed: &str) -> Vec<Draft> {
    let mut reader = Reader::from_str(feed);
    let config = reader.config_mut();
    (config.check_end_names, config.allow_unmatched_ends, config.allow_dangling_amp) = (false, true, true);

    let mut drafts: Vec<Draft> = Vec::new();
    let (mut depth, mut entry, mut gathering) = (0_usize, None::<usize>, None::<Gathering>);
    // An error is where the feed breaks off.
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) => {
                depth += 1;
                let name = name(&tag);
                match (&mut gathering, entry, drafts.last_mut()) {
                    (Some(gathering), ..) => gathering.start(&name),
                    (None, Some(own), Some(draft)) if depth == own + 1 => {
                        link(&name, &tag, draft);
                        gathering = Field::of(&name).map(|field| Gathering::begin(field, depth, &tag));
                    }
                    (None, None, _) if matches!(&*name, "item" | "entry") => {
                        entry = Some(depth);
                        drafts.push(Draft::default());
                    }
                    _ => {}
                }
            }
            Event::Empty(tag) => match (&mut gathering, entry, drafts.last_mut()) {
                (Some(gathering), ..) => gathering.start(&name(&tag)),
                (None, Some(own), Some(draft)) if depth == own => link(&name(&tag), &tag, draft),
                _ => {}
            },
            Event::End(tag) => {
                let name = tag.name().as_ref().to_owned();
                match (gathering.take_if(|gathering| gathering.depth >= depth), drafts.last_mut()) {
                    (Some(done), Some(draft)) => draft.put(done.field, done.words),
                    _ => gathering.iter_mut().for_each(|gathering| gathering.end(&name)),
                }
                entry.take_if(|own| *own >= depth);
                depth = depth.saturating_sub(1);
            }
            Event::Text(text) => {
                if let Some(gathering) = &mut gathering {
                    gathering.text(&text);
                }
            }
            Event::CData(text) => {
                if let Some(gathering) = &mut gathering {
                    gathering.text(&text);
                }
            }
            Event::GeneralRef(reference) => {
                if let Some(gathering) = &mut gathering {
                    match reference.resolve_char_ref() {
                        Ok(Some(character)) => gathering.text(character.encode_utf8(&mut [0; 4])),
                        _ => gathering.text(&resolved(&reference)),
                    }
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    if let (Some(open), Some(draft)) = (gathering, drafts.last_mut()) {
        draft.put(open.field, open.words);
    }
    drafts
}

fn name(tag: &BytesStart) -> String {
    tag.name().as_ref().to_owned()
}

/// Atom has the address of an entry in an attribute.
fn link(name: &str, tag: &BytesStart, draft: &mut Draft) {
    if name == "link"
        && attribute(tag, "rel").is_none_or(|relation| relation == "alternate")
        && let Some(address) = attribute(tag, "href")
    {
        draft.put(Field::Url, address);
    }
}

fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    let attribute = tag.try_get_attribute(name).ok()??;
    Some(attribute.value.replace("&amp;", "&"))
}

/// The entities of XML. Any other is one of HTML that somebody forgot to escape, and is read as that.
fn resolved(name: &str) -> String {
    match name {
        "amp" => "&".to_owned(),
        "lt" => "<".to_owned(),
        "gt" => ">".to_owned(),
        "quot" => "\"".to_owned(),
        "apos" => "'".to_owned(),
        _ => format!("&{name};"),
    }
}

fn of_json(feed: &str) -> Vec<Draft> {
    let Ok(feed) = serde_json::from_str::<Value>(feed) else { return Vec::new() };
    let items = feed["items"].as_array().map(Vec::as_slice).unwrap_or_default();
    items.iter().map(draft_of_json).collect()
}

fn draft_of_json(item: &Value) -> Draft {
    let words = |value: &Value| match value {
        Value::String(words) => words.clone(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    };
    let mut draft = Draft::default();
    let author = if item["authors"].is_array() { &item["authors"][0] } else { &item["author"] };
    for (field, value) in [
        (Field::Id, &item["id"]),
        (Field::Url, &item["url"]),
        (Field::Published, &item["date_published"]),
        (Field::Byline, &author["name"]),
        (Field::Text(Extent::Whole), &item["content_html"]),
        (Field::Text(Extent::Whole), &item["content_text"]),
        (Field::Text(Extent::Summary), &item["summary"]),
    ] {
        draft.put(field, words(value));
    }
    // The only text of them that is no markup.
    draft.put(Field::Title, words(&item["title"]).replace('&', "&amp;").replace('<', "&lt;"));
    draft
}
