//! What is read of a web page or a feed, whatever the bytes are: a text of paragraphs, in proportion to the page.

use whosaid::import::{Page, decode, feed, html};

pub(crate) fn run(bytes: &[u8]) {
    let characters = decode(bytes);
    let page = html(&characters);
    assert_eq!(page, html(&characters), "the same page twice");
    check(&page, characters.len());

    let entries = feed(&characters);
    assert_eq!(entries, feed(&characters), "the same feed twice");
    entries.iter().for_each(|entry| check(&entry.page, characters.len()));
    let length: usize = entries.iter().map(|entry| entry.page.text.len()).sum();
    assert!(length <= 3 * characters.len() + 8, "{length} bytes of {}", characters.len());
}

fn check(page: &Page, length: usize) {
    let text = &page.text;
    assert!(text.is_empty() || text.ends_with('\n') && text.trim_end() == text.trim(), "{text:?}");
    assert!(!text.contains("\n\n\n") && !text.contains('\0'), "{text:?}");
    // The longest mark of a `<q>` is as long as its tag, and the headline may be there once more.
    assert!(text.len() <= 3 * length + 8, "{} bytes of {length}", text.len());
    let known = [&page.title, &page.byline, &page.published, &page.language, &page.site, &page.url];
    for line in known.into_iter().flatten() {
        assert!(!line.trim().is_empty() && !line.contains('\n'), "{line:?}");
    }
}
