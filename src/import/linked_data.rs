//! What a page says about its article for machines: schema.org's words in JSON-LD.

use serde_json::Value;

use super::paragraphs::on_one_line;

/// What is said of one article.
#[derive(Default)]
pub(super) struct Said {
    pub(super) headline: Option<String>,
    pub(super) author: Option<String>,
    pub(super) published: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) language: Option<String>,
    pub(super) url: Option<String>,
    /// All of the text, often without its paragraphs.
    pub(super) body: Option<String>,
}

/// What the first article of all scripts is said to be; nothing of what is no JSON or no article.
pub(super) fn said(scripts: &[String]) -> Said {
    let values = scripts.iter().filter_map(|script| serde_json::from_str::<Value>(script).ok());
    values.filter_map(|value| article(&value).map(read)).next().unwrap_or_default()
}

/// The article in an object, a list of objects, or a graph of them.
fn article(value: &Value) -> Option<&Value> {
    match value {
        Value::Array(values) => values.iter().find_map(article),
        Value::Object(object) if object.get("@type").is_some_and(is_article) => Some(value),
        Value::Object(object) => object.get("@graph").or(object.get("mainEntity")).and_then(article),
        _ => None,
    }
}

/// There are `NewsArticle`, `OpinionNewsArticle`, `BlogPosting` and more.
fn is_article(kind: &Value) -> bool {
    let is_one = |kind: &str| kind.ends_with("Article") || kind.ends_with("Posting") || kind == "Report";
    match kind {
        Value::String(kind) => is_one(kind),
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).any(is_one),
        _ => false,
    }
}

fn read(article: &Value) -> Said {
    let line = |name: &str| words(&article[name]).map(|words| on_one_line(&words)).filter(|line| !line.is_empty());
    Said {
        headline: line("headline").or_else(|| line("name")),
        author: line("author"),
        published: line("datePublished"),
        publisher: line("publisher"),
        language: line("inLanguage"),
        url: line("url").or_else(|| article["mainEntityOfPage"]["@id"].as_str().map(str::to_owned)),
        body: article["articleBody"].as_str().map(str::to_owned),
    }
}

/// A string, the name of a thing, or those of several.
fn words(value: &Value) -> Option<String> {
    match value {
        Value::String(words) => Some(words.clone()),
        Value::Object(object) => object.get("name").and_then(words),
        Value::Array(values) => Some(values.iter().filter_map(words).collect::<Vec<_>>().join(", ")),
        _ => None,
    }
}
