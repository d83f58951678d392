//! What the exports say of a text is what its record says, and no text can say more than words.
#![cfg(feature = "export")]

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use scraper::{ElementRef, Html, Selector};
use whosaid::export::{csv, html};
use whosaid::{Extractor, Offsets, Record};

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
fn a_page_marks_the_words_of_the_record() {
    for unit in [Offsets::Bytes, Offsets::Chars, Offsets::Utf16] {
        let extractor = Extractor::default().offsets(unit);
        for (path, text) in articles() {
            check_page(&text, &extractor.extract(&text).with_id(path));
        }
    }
}

#[test]
fn nothing_in_a_text_is_more_than_words() {
    let extractor = Extractor::default();
    for text in HOSTILE {
        let record = extractor.extract(text).with_id(*text);
        assert!(!record.quotations.is_empty(), "{text:?}");
        check_page(text, &record);
        let table = csv::header() + &csv::rows(&record);
        assert_eq!(table.lines().count(), 1 + record.quotations.len(), "{table}");
        check_table(&table, &record);
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

#[test]
fn a_table_has_a_row_for_each_quotation() {
    let extractor = Extractor::default();
    for (path, text) in articles() {
        let record = extractor.extract(&text).with_id(path);
        check_table(&(csv::header() + &csv::rows(&record)), &record);
    }
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
    /// Whatever stands in a text, its page shows these words and no element of its own.
    #[test]
    fn any_text_can_be_shown(parts in prop::collection::vec(part(), 0..30)) {
        let text: String = parts.concat();
        let record = Extractor::default().extract(&text);
        check_page(&text, &record);
        check_table(&(csv::header() + &csv::rows(&record)), &record);
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
