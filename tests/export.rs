//! What the exports say of a text is what its record says, and no text can say more than words.
#![cfg(feature = "export")]

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use scraper::{ElementRef, Html, Selector};
use whosaid::export::{brat, csv, html, iob2, spacy, web_annotation};
use whosaid::{Extractor, MentionKind, Offsets, Record};

fn articles() -> Vec<(String, String)> {
    let folders =
        ["tests/articles", "examples/articles"].map(|folder| Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
    let files = folders.iter().flat_map(|folder| fs::read_dir(folder).expect("a folder"));
    let paths = files.map(|entry| entry.expect("an entry").path());
    let texts = paths.filter(|path| path.extension().is_some_and(|extension| extension == "txt"));
    let read = |path: &Path| fs::read_to_string(path).expect("a text");
    texts.map(|path| (path.display().to_string(), read(&path))).collect()
}

/// Texts that would be more than words if they were not escaped.
const HOSTILE: &[&str] = &[
    "“</script><script>alert(1)</script>,” Angela Merkel said.",
    "“</style><img src=x onerror=alert(1)>,” said Orla <b>Brenk</b>.",
    "“=cmd|' /C calc'!A0,” Angela Merkel said. \"@SUM(1)\", she said.\r\n\r\n“-1,”\nshe said.",
    "“<!-- ]]> &lt;b&gt; &amp;quot;” Angela Merkel said\u{0} &#0; \u{202E}“no,” she said.",
    "“\"'><svg/onload=alert(1)>,” said Angela Merkel.",
];

fn select<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).expect("a selector");
    page.select(&selector).collect()
}

/// The words inside an element, without the numbers and cards that the page adds.
fn words(element: ElementRef) -> String {
    let mut words = String::new();
    for child in element.children() {
        if let Some(text) = child.value().as_text() {
            words.push_str(text);
        }
        if let Some(child) = ElementRef::wrap(child).filter(|child| child.value().attr("class") != Some("by")) {
            words.push_str(&self::words(child));
        }
    }
    words
}

/// As browsers read a text: no browser shows a NUL, and CR is a line feed for all of them.
fn as_shown(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "\u{FFFD}")
}

fn without_space(text: &str) -> String {
    as_shown(text).split_whitespace().collect()
}

/// Every word of the text, and every mention, cue and quotation where it belongs.
fn check_page(text: &str, record: &Record) {
    let page = Html::parse_document(&html::page(text, record));
    let [article] = select(&page, "article")[..] else { panic!("one article") };
    let paragraphs: String = select(&page, "article > p").into_iter().map(words).collect();
    assert_eq!(without_space(&paragraphs), without_space(text), "the text");
    assert_eq!(without_space(&words(article)), without_space(text), "nothing beside the paragraphs");

    for (at, mention) in record.mentions.iter().enumerate() {
        let [shown] = select(&page, &format!("#m{at}"))[..] else { panic!("mention {at} of {text:?}") };
        // A mention that runs over the edge of a quotation has two elements.
        assert!(as_shown(&mention.text).starts_with(&words(shown)), "mention {at}: {}", words(shown));
        assert!(!words(shown).is_empty());
        if let Some(entity) = mention.entity.as_deref().and_then(|entity| record.entity(entity)) {
            assert!(shown.value().attr("title").is_some_and(|title| title.contains(&*entity.name)), "mention {at}");
        }
    }
    let pieces: usize = record.quotations.iter().map(|quotation| quotation.content.len()).sum();
    assert_eq!(select(&page, "article .by > a").len(), pieces, "a number for each piece: {text:?}");
    for link in select(&page, "article .by > a, table a, ul a") {
        let target = link.value().attr("href").expect("a link with a target");
        assert_eq!(select(&page, target).len(), 1, "{target} of {text:?}");
    }
    let shown: String =
        select(&page, "article .quotation").into_iter().filter(|it| !is_inside(it, "quotation")).map(words).collect();
    let reported = outermost(record).map(|slice| without_space(&slice)).collect::<String>();
    assert_eq!(without_space(&shown), reported, "quotations of {text:?}");
    let cues: String = select(&page, "article .cue").into_iter().map(words).collect();
    let expected: String =
        record.quotations.iter().filter_map(|it| it.cue.as_ref()).map(|cue| without_space(&cue.text)).collect();
    assert_eq!(sorted(&without_space(&cues)), sorted(&expected), "cues of {text:?}");
    for foreign in ["script", "img", "svg", "link", "iframe", "object"] {
        assert!(select(&page, foreign).is_empty(), "{foreign} in the page of {text:?}");
    }
}

fn is_inside(element: &ElementRef, class: &str) -> bool {
    let mut around = element.ancestors().filter_map(ElementRef::wrap);
    around.any(|it| it.value().classes().any(|own| own == class))
}

/// The pieces that lie in no other quotation's.
fn outermost(record: &Record) -> impl Iterator<Item = String> {
    let mut pieces: Vec<_> = record.quotations.iter().flat_map(|quotation| &quotation.content).collect();
    pieces.sort_by_key(|piece| (piece.start, std::cmp::Reverse(piece.end)));
    let mut end = 0;
    pieces.retain(|piece| {
        let is_outside = piece.start >= end;
        end = end.max(piece.end);
        is_outside
    });
    let pieces: Vec<_> = pieces.iter().map(|piece| piece.text.to_string()).collect();
    pieces.into_iter()
}

fn sorted(text: &str) -> Vec<char> {
    let mut characters: Vec<char> = text.chars().collect();
    characters.sort_unstable();
    characters
}

#[test]
fn every_format_has_the_words_of_the_record() {
    for unit in [Offsets::Bytes, Offsets::Chars, Offsets::Utf16] {
        let extractor = Extractor::default().offsets(unit);
        for (path, text) in articles() {
            check_all(&text, &extractor.extract(&text).with_id(path));
        }
    }
}

#[test]
fn nothing_in_a_text_is_more_than_words() {
    let extractor = Extractor::default();
    for text in HOSTILE {
        let record = extractor.extract(text).with_id(*text);
        check_all(text, &record);
        let table = csv::header() + &csv::rows(&record);
        assert_eq!(table.lines().count(), 1 + record.quotations.len(), "{table}");
        let index = Html::parse_document(&html::index([("a.html", &html::Entry::new(&record))]));
        let [title] = select(&index, "tbody a")[..] else { panic!("one article") };
        assert_eq!(words(title), as_shown(text));
    }
}

/// Every field can be read back, and none is a formula.
fn check_table(table: &str, record: &Record) {
    let mut reader = ::csv::Reader::from_reader(table.as_bytes());
    let names = reader.headers().expect("a header").clone();
    let rows: Vec<_> = reader.records().map(|row| row.expect("a row of as many fields")).collect();
    assert_eq!(rows.len(), record.quotations.len());
    for (row, quotation) in rows.iter().zip(&record.quotations) {
        let field = |name: &str| &row[names.iter().position(|own| own == name).expect(name)];
        for field in row {
            assert!(!field.trim_start().starts_with(['=', '+', '-', '@']), "{field:?}");
        }
        assert_eq!(field("start"), quotation.content[0].start.to_string());
        assert_eq!(field("confidence"), quotation.confidence.to_string());
        let speaker = quotation.speaker.as_ref().map_or("", |speaker| &speaker.name);
        assert!(field("speaker").ends_with(speaker.trim_start()), "{speaker:?}");
    }
}

/// brat's rules for a `.ann` file: its text-bound annotations have the words of the text, none of them twice, and events
/// name annotations that are there, their trigger one of the event's own type.
fn check_brat(text: &str, record: &Record) {
    let characters: Vec<char> = text.chars().collect();
    let annotations = brat::annotations(text, record);
    let mut labels = std::collections::HashMap::new();
    let mut events = 0;
    for line in annotations.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        match (&line[..1], &fields[..]) {
            ("T", [id, place, words]) => {
                let (label, offsets) = place.split_once(' ').expect("a label and offsets");
                let pieces: Vec<String> = offsets.split(';').map(|piece| slice(&characters, piece)).collect();
                assert_eq!(pieces.join(" "), *words, "{line}");
                assert!(labels.insert((*id).to_owned(), label.to_owned()).is_none(), "{id} twice");
            }
            ("E", [_, roles]) => {
                events += 1;
                let roles: Vec<_> = roles.split(' ').map(|role| role.split_once(':').expect("a role")).collect();
                assert!(roles.iter().all(|(_, id)| labels.contains_key(*id)), "{line}");
                assert_eq!(labels[roles[0].1], roles[0].0, "{line}");
                assert!(roles.iter().any(|(role, _)| *role == "Content"), "{line}");
            }
            ("#" | "A", _) => {}
            _ => panic!("{line:?} of {text:?}"),
        }
    }
    assert_eq!(events, record.quotations.len(), "{annotations}");
}

fn slice(characters: &[char], offsets: &str) -> String {
    let (start, end) = offsets.split_once(' ').expect("two offsets");
    characters[start.parse().expect("a start")..end.parse().expect("an end")].iter().collect()
}

/// As many names as the record has, each a run of tags.
fn check_tags(text: &str, record: &Record) {
    let tags = iob2::sentences(text, record);
    let lines = tags.lines().skip(2).filter(|line| !line.is_empty());
    let rows: Vec<(&str, &str)> = lines.map(|line| line.split_once(' ').expect("a token and a tag")).collect();
    let names = record.mentions.iter().filter(|it| it.kind == MentionKind::Name && it.entity.is_some());
    // What is no part of any token, such as a space of no width, has no line.
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let names: Vec<String> = names.map(|it| letters(&it.text)).collect();
    let mut tagged: Vec<String> = Vec::new();
    for (token, tag) in rows {
        match tag.as_bytes()[0] {
            b'B' => tagged.push(token.to_owned()),
            b'I' => tagged.last_mut().expect("a name that began").push_str(token),
            _ => assert_eq!(tag, "O"),
        }
    }
    assert_eq!(tagged.iter().map(|name| letters(name)).collect::<Vec<_>>(), names, "{tags}");
}

/// The tokens of a `Doc` are the text, each with one space behind it or none, and every span ends where tokens do.
fn check_doc(text: &str, record: &Record) {
    let doc = spacy::doc(text, record);
    let characters: Vec<char> = text.chars().collect();
    let number = |value: &serde_json::Value| usize::try_from(value.as_u64().expect("a number")).expect("an offset");
    let mut end = 0;
    let mut edges = std::collections::HashSet::new();
    for token in doc["tokens"].as_array().expect("tokens") {
        let start = number(&token["start"]);
        assert!(start == end || start == end + 1 && end > 0 && characters[end] == ' ', "{token} of {text:?}");
        assert!(start != end || end == 0 || characters[end] != ' ', "{token} of {text:?}");
        end = number(&token["end"]);
        edges.extend([start, end]);
    }
    assert!(end == characters.len() || end + 1 == characters.len() && characters[end] == ' ', "{text:?}");
    for group in ["names", "quotations", "cues", "speakers"] {
        for span in doc["spans"][group].as_array().expect("spans") {
            assert!(edges.contains(&number(&span["start"])) && edges.contains(&number(&span["end"])), "{span}");
        }
    }
}

/// Both selectors of every target mean the same place.
fn check_web_annotations(text: &str, record: &Record) {
    let characters: Vec<char> = text.chars().collect();
    let page = web_annotation::page(text, record);
    for item in page["items"].as_array().expect("items") {
        let targets = match &item["target"] {
            serde_json::Value::Array(targets) => targets.clone(),
            target => vec![target.clone()],
        };
        for target in targets {
            let [position, quote] = &target["selector"].as_array().expect("selectors")[..] else { panic!("{target}") };
            let offset = |name: &str| usize::try_from(position[name].as_u64().expect(name)).expect(name);
            let exact: String = characters[offset("start")..offset("end")].iter().collect();
            assert_eq!(quote["exact"], exact);
            let around = format!("{}{exact}{}", quote["prefix"].as_str().unwrap(), quote["suffix"].as_str().unwrap());
            assert!(text.contains(&around), "{target}");
        }
    }
}

fn check_all(text: &str, record: &Record) {
    check_page(text, record);
    check_table(&(csv::header() + &csv::rows(record)), record);
    check_brat(text, record);
    check_tags(text, record);
    check_doc(text, record);
    check_web_annotations(text, record);
}

/// A record of another text shows what it can and breaks nothing.
#[test]
fn a_record_of_another_text_breaks_nothing() {
    let extractor = Extractor::default();
    let record = extractor.extract("“Nein,” Angela Merkel said. She told reporters that it was late.");
    for text in ["", "é", "“Nein,” Angel", "“““““““““““““““““““““““““““““““““““““““““““““““““““““"]
    {
        let page = Html::parse_document(&html::page(text, &record));
        let shown: String = select(&page, "article > p").into_iter().map(words).collect();
        assert_eq!(without_space(&shown), without_space(text));
    }
}

proptest! {
    /// Whatever stands in a text, every format has its words, and none takes them for its own.
    #[test]
    fn any_text_can_be_exported(parts in prop::collection::vec(part(), 0..30)) {
        let text: String = parts.concat();
        let record = Extractor::default().extract(&text);
        check_all(&text, &record);
    }
}

fn part() -> impl Strategy<Value = String> {
    let known = HOSTILE.iter().flat_map(|text| text.split_inclusive(' ')).chain([
        "Angela Merkel ",
        "she ",
        "said ",
        "said that ",
        "“",
        "”",
        "\"",
        "‘",
        "’",
        "\n\n",
        ". ",
        "told ",
        "the mayor ",
        "=",
        "é",
    ]);
    let known: Vec<String> = known.map(str::to_owned).collect();
    prop_oneof![8 => prop::sample::select(known), 1 => "[^\\p{Cc}]{0,3}"]
}
