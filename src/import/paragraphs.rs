//! From a tree to paragraphs of text, as a reader of the page sees them.

use dom_query::NodeRef;

/// Elements that stand apart from the text around them.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "ul",
];

/// Elements that are no part of the text, with all that is in them.
const SKIPPED: &[&str] = &[
    "audio", "button", "canvas", "datalist", "dialog", "head", "iframe", "map", "math", "meter", "noscript", "object",
    "progress", "rp", "rt", "script", "select", "style", "svg", "template", "textarea", "title", "video",
];

/// Elements around the text: of use on the page, not in the article.
const AROUND: &[&str] = &["aside", "footer", "form", "menu", "nav", "search"];

pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.binary_search(&name).is_ok()
}

pub(super) fn is_skipped(name: &str) -> bool {
    SKIPPED.binary_search(&name).is_ok()
}

/// The paragraphs of what is in the element, without menus and the like if so wished; captions at the end.
///
/// A picture stands where there is room for it, often in the middle of what somebody says over several paragraphs. At the
/// end its caption does no harm there.
pub(super) fn paragraphs(root: &NodeRef<'_>, without_around: bool) -> Vec<String> {
    let mut writer = Writer::default();
    let is_left_out = |name: &str| is_skipped(name) || without_around && AROUND.contains(&name);
    // Along the tree without recursion, into it and out of it.
    let mut next = root.first_child();
    while let Some(node) = next {
        let inside = match node.node_name() {
            Some(name) if is_left_out(&name) || is_hidden(&node) => {
                if is_block(&name) {
                    writer.end_paragraph();
                }
                None
            }
            Some(name) => {
                writer.begin(&name);
                if node.first_child().is_none() {
                    writer.end(&name);
                }
                node.first_child()
            }
            None => {
                if node.is_text() {
                    writer.write(&node.text());
                }
                None
            }
        };
        next = inside.or_else(|| behind(node, root, &mut writer));
    }
    writer.finish()
}

/// The next node behind this one and all that is in it.
fn behind<'a>(mut node: NodeRef<'a>, root: &NodeRef<'a>, writer: &mut Writer) -> Option<NodeRef<'a>> {
    loop {
        if let Some(sibling) = node.next_sibling() {
            return Some(sibling);
        }
        node = node.parent().filter(|parent| parent.id != root.id)?;
        if let Some(name) = node.node_name() {
            writer.end(&name);
        }
    }
}

fn is_hidden(node: &NodeRef<'_>) -> bool {
    let is_invisible = |style: &str| {
        let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
        style.to_ascii_lowercase().contains("display:none")
    };
    node.has_attr("hidden") || node.attr("style").is_some_and(|style| is_invisible(&style))
}

#[derive(Default)]
struct Writer {
    done: Vec<String>,
    captions: Vec<String>,
    /// The paragraph that is being written.
    current: String,
    /// White space has been read, which counts only between two words.
    is_spaced: bool,
    /// How many elements are open where white space is what it is, and how many captions.
    verbatim: usize,
    captioned: usize,
    /// How many `<q>` are in each other.
    quoted: usize,
}

impl Writer {
    fn begin(&mut self, name: &str) {
        match name {
            "br" => self.end_line(),
            "wbr" => {}
            // Browsers show the marks.
            "q" => {
                self.write(if self.quoted.is_multiple_of(2) { "“" } else { "‘" });
                self.quoted += 1;
            }
            "tr" => self.end_line(),
            "td" | "th" => self.begin_cell(),
            _ if is_block(name) => self.end_paragraph(),
            _ => {}
        }
        self.verbatim += usize::from(name == "pre");
        self.captioned += usize::from(name == "figcaption");
    }

    fn end(&mut self, name: &str) {
        if is_block(name) {
            self.end_paragraph();
        }
        if name == "q" {
            self.quoted -= 1;
            let is_spaced = std::mem::take(&mut self.is_spaced);
            self.write(if self.quoted.is_multiple_of(2) { "”" } else { "’" });
            self.is_spaced |= is_spaced;
        }
        self.verbatim -= usize::from(name == "pre");
        self.captioned -= usize::from(name == "figcaption");
    }

    fn write(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '\n' if self.verbatim > 0 => self.end_line(),
                ' ' | '\t' | '\n' | '\r' | '\u{c}' => self.is_spaced = true,
                // It stands for an empty paragraph on many pages, and cannot be seen between two words.
                '\u{a0}' if self.current.is_empty() => {}
                '\0' | '\u{feff}' => {}
                _ => {
                    if std::mem::take(&mut self.is_spaced)
                        && !self.current.is_empty()
                        && !self.current.ends_with(['\n', '\t'])
                    {
                        self.current.push(' ');
                    }
                    self.current.push(c);
                }
            }
        }
    }

    /// One line break is one; two are the end of a paragraph, as pages without paragraphs have it.
    fn end_line(&mut self) {
        if self.current.ends_with('\n') {
            self.end_paragraph();
        } else if !self.current.is_empty() {
            self.current.push('\n');
        }
        self.is_spaced = false;
    }

    fn begin_cell(&mut self) {
        if !self.current.is_empty() && !self.current.ends_with('\n') {
            self.current.push('\t');
        }
        self.is_spaced = false;
    }

    fn end_paragraph(&mut self) {
        self.is_spaced = false;
        let paragraph = self.current.trim();
        if !paragraph.is_empty() {
            let place = if self.captioned > 0 { &mut self.captions } else { &mut self.done };
            place.push(paragraph.to_owned());
        }
        self.current.clear();
    }

    fn finish(mut self) -> Vec<String> {
        self.end_paragraph();
        self.done.append(&mut self.captions);
        self.done
    }
}

/// Text without line breaks and needless spaces, and without NULs, which no reader sees.
pub(super) fn on_one_line(text: &str) -> String {
    text.replace('\0', "").split_whitespace().collect::<Vec<_>>().join(" ")
}
