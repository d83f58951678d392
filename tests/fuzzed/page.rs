//! What is read of a web page, whatever the bytes are: a text of paragraphs, in proportion to the page.

use whosaid::import::{decode, html};

pub(crate) fn run(bytes: &[u8]) {
    let characters = decode(bytes);
    let page = html(&characters);
    assert_eq!(page, html(&characters), "the same page twice");
    let text = &page.text;
    assert!(text.is_empty() || text.ends_with('\n') && text.trim_end() == text.trim(), "{text:?}");
    assert!(!text.contains("\n\n\n") && !text.contains('\0'), "{text:?}");
    // The longest mark of a `<q>` is as long as its tag, and the headline may be there once more.
    assert!(text.len() <= 3 * characters.len() + 8, "{} bytes of {}", text.len(), characters.len());
    let known = [&page.title, &page.byline, &page.published, &page.language, &page.site, &page.url];
    for line in known.into_iter().flatten() {
        assert!(!line.trim().is_empty() && !line.contains('\n'), "{line:?}");
    }
}
