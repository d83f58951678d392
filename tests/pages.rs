//! Web pages as texts: what is read of them, in whatever encoding they are, and however little they mean well.
//!
//! `pages/` has pages as sites of all sorts make them, all invented, and beside each what is to be made of it.
//! `WHOSAID_UPDATE=1 cargo test --features import --test pages` writes that anew.
#![cfg(feature = "import")]

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use whosaid::import::{Page, Part, decode, feed, html};

/// What is known of a page, a line each, and its text.
fn shown(page: &Page) -> String {
    let part = match page.part {
        Part::Article => "article",
        Part::Data => "data",
        _ => "everything",
    };
    let lines = [
        ("part", Some(part)),
        ("title", page.title.as_deref()),
        ("byline", page.byline.as_deref()),
        ("published", page.published.as_deref()),
        ("language", page.language.as_deref()),
        ("site", page.site.as_deref()),
        ("url", page.url.as_deref()),
    ];
    let lines = lines.iter().filter_map(|(name, value)| value.map(|value| format!("{name}: {value}\n")));
    lines.chain(["--\n".to_owned(), page.text.clone()]).collect()
}

#[test]
fn pages_are_read_as_their_readers_read_them() {
    compare("tests/pages", |page| shown(&html(page)));
}

#[test]
fn feeds_are_read_entry_by_entry() {
    compare("tests/feeds", |text| {
        let entries = feed(text);
        assert!(!entries.is_empty());
        let entries = entries.iter().map(|entry| format!("id: {:?}\n{}", entry.id.as_deref(), shown(&entry.page)));
        entries.collect::<Vec<_>>().join("==\n")
    });
}

/// What is read of each file of the folder, and the text of that name beside it.
fn compare(folder: &str, read: impl Fn(&str) -> String) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut failures = Vec::new();
    let mut count = 0;
    for entry in fs::read_dir(folder).expect("a folder of pages") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|extension| extension == "txt") {
            continue;
        }
        count += 1;
        let found = read(&decode(&fs::read(&path).expect("a page")));
        let expected = path.with_extension("txt");
        if std::env::var_os("WHOSAID_UPDATE").is_some() {
            fs::write(&expected, &found).expect("a file to write");
        } else if fs::read_to_string(&expected).ok().as_deref() != Some(&found) {
            failures.push(format!("{}:\n{found}", path.display()));
        }
    }
    assert!(count > 3, "{count} files");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// The example that the README shows, and the article that it was made of.
#[test]
fn an_article_in_a_page_is_the_article() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let page = html(&fs::read_to_string(root.join("pages/dam-vote.html")).expect("a page"));
    let article = fs::read_to_string(root.join("articles/dam-vote.txt")).expect("an article");
    let caption = page.text.strip_prefix(&article).expect("the article first");
    assert_eq!(caption.trim(), "The spillway of the Ittle Dam in March. Photograph: Wren Aldous/The Marrowby Courier");
}

/// Bytes, and what they say.
const ENCODINGS: &[(&[u8], &str)] = &[
    (b"", ""),
    (b"plain", "plain"),
    ("“é”".as_bytes(), "“é”"),
    // The mark goes before everything.
    (b"\xEF\xBB\xBF<meta charset=koi8-r>\xC3\xA9", "<meta charset=koi8-r>é"),
    (b"\xFF\xFE\x1C\x20N\0o\0\x1D\x20", "“No”"),
    (b"\xFE\xFF\x20\x1C\0N\0o\x20\x1D", "“No”"),
    (b"\xFF\xFEN\0o", "N\u{FFFD}"),
    // What is UTF-8 is, whatever it says.
    (b"<meta charset=windows-1252>\xE2\x80\x9CNo\xE2\x80\x9D", "<meta charset=windows-1252>“No”"),
    (b"<meta charset=\"windows-1252\">\x93No\x94", "<meta charset=\"windows-1252\">“No”"),
    (b"<META CHARSET = 'ISO-8859-1' >\x93No\x94", "<META CHARSET = 'ISO-8859-1' >“No”"),
    (
        b"<meta http-equiv=Content-Type content='text/html; charset=iso-8859-2'>\xB1",
        "<meta http-equiv=Content-Type content='text/html; charset=iso-8859-2'>ą",
    ),
    (b"<?xml version='1.0' encoding='windows-1251'?>\xCD\xE5\xF2", "<?xml version='1.0' encoding='windows-1251'?>Нет"),
    // No such encoding, none at all, and one that cannot be true.
    (b"<meta charset=klingon>\x93No\x94", "<meta charset=klingon>“No”"),
    (b"\x93No\x94", "“No”"),
    (b"<meta charset=utf-8>\x93No\x94", "<meta charset=utf-8>“No”"),
    (b"<meta charset=utf-16>\x93No\x94", "<meta charset=utf-16>“No”"),
    // One character cut in two makes no other encoding.
    (b"\xE2\x80\x9CNo\xE2\x80\x9D \xE2\x80", "“No” \u{FFFD}"),
];

#[test]
fn encodings_are_told_apart() {
    for (bytes, expected) in ENCODINGS {
        assert_eq!(decode(bytes), *expected, "{}", bytes.escape_ascii());
    }
}

const WORDS: &str = "<p>The mayor said that the dam, which is old, would be mended soon, and that it was enough. </p>";

/// What hurts parsers: what it is, a repeated piece, and what is behind it.
const HOSTILE: &[(&str, &str, &str)] = &[
    ("deep", "<div>", "x"),
    ("deep and closed", "<div></div ", "x"),
    ("deep inline", "<b>", "x"),
    ("interlocked", "<b><div></b>", "x"),
    ("links in links", "<a href=x>y", ""),
    ("tables in cells", "<table><tr><td>", "x"),
    ("tables behind ends", "<div><table></div>", "x"),
    ("unclosed lists", "<ul><li>x", ""),
    ("unclosed items", "<li>y ", ""),
    ("unclosed terms", "<dd><div>x", ""),
    ("empty paragraphs", "<p>", ""),
    ("paragraphs of a letter", "<p>x", ""),
    ("line breaks", "<br>", ""),
    ("words and line breaks", "a<br><br>b", ""),
    ("comments", "<!--", ""),
    ("less than", "<", ""),
    ("tags that do not end", "<a", ""),
    ("quotes that do not end", "<a href=\"x>", ""),
    ("ampersands", "&", ""),
    ("references", "&amp;", ""),
    ("numeric references", "&#1", ""),
    ("nulls", "\0", WORDS),
    ("scripts", "<script>", WORDS),
    ("drawings", "<svg>", WORDS),
    ("choices", "<select>", WORDS),
    ("templates", "<template>", WORDS),
    ("forms", "<form><p>x", ""),
    ("headlines", "<h1>x</h1>", WORDS),
    ("titles", "<title>x</title>", WORDS),
    ("data", "<script type='application/ld+json'>{\"@type\":\"NewsArticle\"}</script>", WORDS),
    ("about", "<meta property='og:title' content='x'>", WORDS),
    ("pictures", "<figure><img src=x><figcaption>One, two.</figcaption></figure>", WORDS),
    ("quotations", "<q>", WORDS),
    ("bylines", "<div class=byline>", WORDS),
    ("spans", "<span>x</span>, ", ""),
    ("entries", "<item>", ""),
    ("entries with titles", "<entry><title>x</title></entry>", ""),
    ("markup in an entry", "<entry><content type='xhtml'><p>x", ""),
];

/// Far more than any of them takes.
const PATIENCE: Duration = Duration::from_secs(30);

#[test]
fn pages_out_of_all_proportion() {
    for (name, piece, behind) in HOSTILE {
        let page = piece.repeat(200_000 / piece.len()) + behind;
        let start = Instant::now();
        let text = html(&page).text;
        assert!(start.elapsed() < PATIENCE, "{name} took {:?}", start.elapsed());
        assert!(text.len() <= 2 * page.len() + 2, "{name}: {} bytes of {}", text.len(), page.len());
        for feed in [page.clone(), format!("<item><description>{page}"), format!("<item><content type='xhtml'>{page}")]
        {
            let start = Instant::now();
            let length: usize = whosaid::import::feed(&feed).iter().map(|entry| entry.page.text.len()).sum();
            assert!(start.elapsed() < PATIENCE, "{name} in a feed took {:?}", start.elapsed());
            assert!(length <= 3 * feed.len() + 8, "{name}: {length} bytes of {}", feed.len());
        }
    }
    let attributes: String = (0..100_000).map(|n| format!(" a{n}=b")).collect();
    let long = format!("<p{attributes}>{WORDS}<p class=\"{}\">x", "a ".repeat(200_000));
    let start = Instant::now();
    assert!(html(&long).text.contains("The mayor said") && start.elapsed() < PATIENCE, "{:?}", start.elapsed());
}

/// Pieces that mean something to a parser.
fn markup() -> impl Strategy<Value = String> {
    let pieces: Vec<&str> = HOSTILE.iter().map(|(_, piece, _)| *piece).collect();
    let others = vec![
        "</div>",
        "</p>",
        "</b>",
        "</a>",
        "</table>",
        "-->",
        ">",
        "\"",
        "'",
        "=",
        "/",
        " ",
        "\n",
        "“No,” he said. ",
        "é",
        "\u{a0}",
    ];
    let piece = prop_oneof![proptest::sample::select(pieces), proptest::sample::select(others)];
    proptest::collection::vec(piece, 0..200).prop_map(|pieces| pieces.concat())
}

/// What holds of every text of a page, and of those of a feed.
fn check(page: &str) {
    let found = html(page);
    assert_eq!(found, html(page), "the same page twice");
    check_text(&found.text);
    for feed in [page.to_owned(), format!("<item><description>{page}"), format!("<item><content type='xhtml'>{page}")] {
        let entries = whosaid::import::feed(&feed);
        assert_eq!(entries, whosaid::import::feed(&feed), "the same feed twice");
        entries.iter().for_each(|entry| check_text(&entry.page.text));
    }
}

fn check_text(text: &str) {
    assert!(!text.contains("\n\n\n") && !text.contains('\0'), "{text:?}");
    assert!(text.is_empty() || text.ends_with('\n') && !text.trim().is_empty(), "{text:?}");
    assert!(text.trim_end() == text.trim(), "{text:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_string_gives_a_text(page in ".{0,300}") {
        check(&page);
    }

    #[test]
    fn any_markup_gives_a_text(page in markup()) {
        check(&page);
    }

    #[test]
    fn any_bytes_can_be_decoded(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        check(&decode(&bytes));
    }

    /// Whatever has been said with markup and without is the same text.
    #[test]
    fn paragraphs_come_out_as_they_went_in(
        paragraphs in proptest::collection::vec("[A-Za-z&<>\"'“”]{1,9}( [a-z&<>\"',.“”]{1,9}){20,40}", 3..9),
        is_wrapped in any::<bool>(),
    ) {
        let escaped = |text: &String| text.replace('&', "&amp;").replace('<', "&lt;");
        let paragraph = |text: &String| format!("<p>{}</p>\n", escaped(text).replace(' ', if is_wrapped { "\n  " } else { " " }));
        let page: String = paragraphs.iter().map(paragraph).collect();
        let page = html(&format!("<!doctype html><title></title><body><div><article>{page}</article></div>"));
        prop_assert_eq!(page.text, paragraphs.join("\n\n") + "\n");
    }
}
