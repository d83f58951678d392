//! The article of a page.

use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};

use super::linked_data::{self, Said};
use super::paragraphs::{on_one_line, paragraphs};
use super::tree;
use super::{Page, Part};

/// Fewer characters are a caption or a notice, and then what the page says for machines, or all of it, may have more.
const SHORT: usize = 250;

/// More elements than any article has. The extractor of articles looks at each of them many times.
const MOST_ELEMENTS: usize = 40_000;

/// The text of a page, and what the page says about itself.
///
/// The headline comes first, then the paragraphs with an empty line between two, captions last, so that they do not stand in the
/// middle of what somebody says. Elements inside of a paragraph leave no trace, but for `<br>`, a line break, and `<q>`, whose
/// quotation marks are written as browsers show them. Cells of a table have a tab between them. Entities are what they stand for.
///
/// Never fails and never panics: whatever is no markup is text, and a page with nothing to read has an empty one. Time and memory
/// are in proportion to the length of the page, whatever it is; elements inside of more than a hundred others are taken for
/// their neighbours.
///
/// ```
/// let page = whosaid::import::html("<p>Lead &amp; tin.</p><table><tr><td>Ayes<td>5<tr><td>Noes<td>4</table><p><q>No</q>");
/// assert_eq!(page.text, "Lead & tin.\n\nAyes\t5\nNoes\t4\n\n“No”\n");
/// ```
pub fn html(page: &str) -> Page {
    let plain = tree::read(page);
    let said = linked_data::said(&plain.data);
    let everything = everything(&plain.tree);
    let headings = headings(&plain.tree);
    let (head, article) =
        if plain.elements <= MOST_ELEMENTS { article(plain.tree) } else { (Head::default(), Vec::new()) };
    let told = said.body.as_deref().map(body).unwrap_or_default();

    let (part, mut text) = choose(article, told, everything);
    let title = title(&headings, &said, head.title);
    if let Some(title) = &title {
        let is_title = |paragraph: &String| is_same(paragraph, title);
        // Before it are at most the section and the date.
        let place = text.iter().take(5).position(is_title);
        if place.is_none_or(|place| place > 0 && part != Part::Everything) {
            if let Some(place) = place {
                text.remove(place);
            }
            text.insert(0, title.clone());
        }
    }
    Page {
        title,
        byline: said.author.or(head.byline),
        published: said.published.or(head.published),
        language: head.language.or(said.language),
        site: head.site.or(said.publisher),
        url: head.url.or(said.url),
        part,
        text: joined(&text),
    }
}

/// The paragraphs as a text.
pub(super) fn joined(paragraphs: &[String]) -> String {
    paragraphs.join("\n\n") + if paragraphs.is_empty() { "" } else { "\n" }
}

/// What the extractor of articles knows of the page as a whole.
#[derive(Default)]
struct Head {
    title: Option<String>,
    byline: Option<String>,
    published: Option<String>,
    language: Option<String>,
    site: Option<String>,
    url: Option<String>,
}

/// The paragraphs of the article, if there is one.
fn article(tree: Document) -> (Head, Vec<String>) {
    // What is said in JSON-LD is read elsewhere, by a parser that nothing surprises.
    // It is less choosy about what it takes where it would find less than the threshold.
    let config = Config { disable_json_ld: true, char_threshold: SHORT, ..Config::default() };
    let Ok(mut readability) = Readability::with_document(tree, None, Some(config)) else { return Default::default() };
    // It takes apart what it reads.
    let head = head(&readability);
    let Ok(_) = readability.parse() else { return (head, Vec::new()) };
    let content = readability.doc.select("#readability-page-1");
    let text = content.nodes().first().map(|root| paragraphs(root, false)).unwrap_or_default();
    (head, text)
}

fn head(readability: &Readability) -> Head {
    let found = readability.get_article_metadata(None);
    let line = |text: Option<String>| text.map(|text| on_one_line(&text)).filter(|line| !line.is_empty());
    let link = readability.doc.select_single("link[rel=canonical]").attr("href").map(|url| url.to_string());
    Head {
        title: line(Some(found.title)),
        byline: line(found.byline),
        published: line(found.published_time),
        language: line(found.lang),
        site: line(found.site_name),
        url: line(link.or(found.url)),
    }
}

/// The headline as readers see it, with the marks and dashes of the page; else as others are to show it.
fn title(headings: &[String], said: &Said, shown: Option<String>) -> Option<String> {
    let others: Vec<&String> = said.headline.iter().chain(&shown).collect();
    let is_meant =
        |heading: &&String| others.iter().any(|other| is_within(heading, other) || is_within(other, heading));
    headings.iter().find(is_meant).or(others.first().copied()).or(headings.first()).cloned()
}

/// The first headings of the page.
fn headings(tree: &Document) -> Vec<String> {
    let headings = tree.select("h1");
    headings
        .nodes()
        .iter()
        .take(5)
        .map(|heading| on_one_line(&heading.text()))
        .filter(|line| !line.is_empty())
        .collect()
}

/// All paragraphs that a reader sees, whatever they are.
pub(super) fn everything(tree: &Document) -> Vec<String> {
    let body: NodeRef<'_> = tree.body().unwrap_or_else(|| tree.root());
    let text = paragraphs(&body, true);
    // A page that is nothing but a menu or a form.
    if text.is_empty() { paragraphs(&body, false) } else { text }
}

/// The paragraphs of an article's body as JSON-LD has it: sometimes markup in a string.
pub(super) fn body(text: &str) -> Vec<String> {
    if text.contains("</") || text.contains("<br") || text.contains('&') {
        return everything(&tree::read(&text.replace('\n', "<br>")).tree);
    }
    text.lines().map(on_one_line).filter(|line| !line.is_empty()).collect()
}

/// The article, unless it is but a small piece of what the page says for machines, or there is none.
fn choose(article: Vec<String>, told: Vec<String>, everything: Vec<String>) -> (Part, Vec<String>) {
    let length = |text: &[String]| text.iter().map(String::len).sum::<usize>();
    let [own, said, all] = [&article, &told, &everything].map(|text| length(text));
    if own < SHORT && own * 2 < said || own * 4 < said {
        (Part::Data, told)
    } else if own == 0 || own < SHORT && own * 4 < all {
        (Part::Everything, everything)
    } else {
        (Part::Article, article)
    }
}

pub(super) fn is_same(a: &str, b: &str) -> bool {
    letters(a) == letters(b)
}

/// Whether one is the other or the first or last part of it, as headlines are with the name of the site behind them.
fn is_within(part: &str, whole: &str) -> bool {
    let (part, whole) = (letters(part), letters(whole));
    part.len() * 2 > whole.len() && (whole.starts_with(&part) || whole.ends_with(&part))
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
