//! Markup in one pass, as plainer markup.
//!
//! A parser of HTML has to do what browsers do with the worst of pages, and may take time out of all proportion for a page that
//! was made to hurt: a tag with a million attributes, for one. So a page is read here first, and comes out without comments,
//! scripts, styles and whatever attributes nobody asks for. Little can go wrong with what is left.

use std::borrow::Cow;

/// The attributes that say something about the text of a page.
const KEPT: &[&str] = &[
    "aria-hidden",
    "aria-modal",
    "class",
    "content",
    "datetime",
    "dir",
    "hidden",
    "href",
    "id",
    "itemprop",
    "itemtype",
    "lang",
    "name",
    "property",
    "rel",
    "role",
    "src",
    "style",
    "type",
];

/// Addresses and descriptions may be long; what is longer is an image inside of the page.
const LONGEST: usize = 4096;

/// Of classes and styles, which are compared with many words for each element, the beginning is enough.
const LONG: usize = 200;

/// Elements whose content is no markup, whatever it looks like.
const RAW: &[&str] = &["iframe", "noembed", "noscript", "script", "style", "textarea", "title", "xmp"];

/// What a page consists of.
pub(super) enum Piece<'a> {
    /// As it stands there, entities and all.
    Text(&'a str),
    Start(Tag<'a>),
    /// The name in small letters.
    End(Cow<'a, str>),
    /// The content of a script that is data about the page.
    Data(&'a str),
}

/// The beginning of an element.
pub(super) struct Tag<'a> {
    /// In small letters.
    pub(super) name: Cow<'a, str>,
    attributes: &'a str,
}

/// Reads a page, piece by piece.
pub(super) struct Markup<'a> {
    rest: &'a str,
    /// How many `<svg>` are open: what looks like an element of raw text in there is none.
    drawings: usize,
    /// The element of raw text that has just begun.
    raw: Option<Cow<'a, str>>,
    is_data: bool,
}

impl<'a> Markup<'a> {
    pub(super) fn new(page: &'a str) -> Self {
        Self { rest: page, drawings: 0, raw: None, is_data: false }
    }

    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }

    /// The content of an element of raw text, up to its end tag, or to the end of the page as browsers have it.
    fn raw_text(&mut self, name: &str) -> &'a str {
        let bytes = self.rest.as_bytes();
        let is_end = |at: usize| {
            let Some(behind) = bytes[at..].strip_prefix(b"</") else { return false };
            behind.len() >= name.len()
                && behind[..name.len()].eq_ignore_ascii_case(name.as_bytes())
                && behind.get(name.len()).is_none_or(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>'))
        };
        let end = memchr::memchr_iter(b'<', bytes).find(|&at| is_end(at)).unwrap_or(bytes.len());
        self.take(end)
    }

    /// The tag that the rest begins with, behind its `<` or `</`; nothing if the page ends in it.
    fn tag(&mut self) -> Option<Tag<'a>> {
        let bytes = self.rest.as_bytes();
        let is_end_of_name = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>');
        let name = bytes.iter().position(is_end_of_name)?;
        let mut at = name;
        while *bytes.get(at)? != b'>' {
            at = attribute(bytes, at)?.end;
        }
        let tag = self.take(at + 1);
        Some(Tag { name: lower(&tag[..name]), attributes: &tag[name..at] })
    }

    fn start(&mut self, tag: Tag<'a>) -> Piece<'a> {
        let closes_itself = tag.attributes.ends_with('/');
        if tag.name == "svg" && !closes_itself {
            self.drawings += 1;
        }
        if RAW.contains(&&*tag.name) && !(self.drawings > 0 && closes_itself) {
            self.is_data = tag.name == "script" && tag.value("type").is_some_and(|kind| kind.contains("ld+json"));
            self.raw = Some(tag.name.clone());
        }
        Piece::Start(tag)
    }
}

impl<'a> Iterator for Markup<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        loop {
            if let Some(name) = self.raw.take() {
                let text = self.raw_text(&name);
                if std::mem::take(&mut self.is_data) {
                    return Some(Piece::Data(text));
                }
                if name == "title" || name == "xmp" {
                    return Some(Piece::Text(text));
                }
            }
            let bytes = self.rest.as_bytes();
            match bytes {
                [] => return None,
                [b'<', b'!', b'-', b'-', ..] => {
                    // `<!-->` is a whole comment.
                    let end = memchr::memmem::find(&bytes[2..], b"-->").map_or(bytes.len(), |at| at + 5);
                    self.take(end);
                }
                [b'<', b'/', letter, ..] if letter.is_ascii_alphabetic() => {
                    self.take(2);
                    let Some(tag) = self.tag() else {
                        self.rest = "";
                        return None;
                    };
                    if tag.name == "svg" {
                        self.drawings = self.drawings.saturating_sub(1);
                    }
                    return Some(Piece::End(tag.name));
                }
                [b'<', b'!' | b'?' | b'/', ..] => {
                    let end = memchr::memchr(b'>', bytes).map_or(bytes.len(), |at| at + 1);
                    self.take(end);
                }
                [b'<', letter, ..] if letter.is_ascii_alphabetic() => {
                    self.take(1);
                    let Some(tag) = self.tag() else {
                        self.rest = "";
                        return None;
                    };
                    return Some(self.start(tag));
                }
                _ => {
                    let end = memchr::memchr(b'<', &bytes[1..]).map_or(bytes.len(), |at| at + 1);
                    return Some(Piece::Text(self.take(end)));
                }
            }
        }
    }
}

impl<'a> Tag<'a> {
    /// Names and values, as they stand there.
    fn attributes(&self) -> impl Iterator<Item = (Cow<'a, str>, &'a str)> + use<'a> {
        let text = self.attributes;
        let mut at = 0;
        std::iter::from_fn(move || {
            while at < text.len() {
                let found = attribute(text.as_bytes(), at).unwrap_or(Attribute {
                    name: at..at,
                    value: at..at,
                    end: text.len(),
                });
                at = found.end;
                if !found.name.is_empty() {
                    return Some((lower(&text[found.name]), &text[found.value]));
                }
            }
            None
        })
    }

    /// The first of that name, as it stands there.
    pub(super) fn value(&self, name: &str) -> Option<&'a str> {
        self.attributes().find(|(own, _)| own == name).map(|(_, value)| value)
    }

    /// The tag with the attributes that are of use.
    pub(super) fn write(&self, out: &mut String) {
        out.push('<');
        out.push_str(&self.name);
        let mut seen = 0_u32;
        for (name, value) in self.attributes() {
            let Ok(index) = KEPT.binary_search(&&*name) else { continue };
            if seen >> index & 1 == 1 || value.len() > LONGEST && name != "src" {
                continue;
            }
            seen |= 1 << index;
            // That there is an image counts, not which.
            let value = match &*name {
                "src" => "i",
                "content" | "href" => value,
                _ => &value[..(0..=value.len().min(LONG)).rev().find(|&end| value.is_char_boundary(end)).unwrap_or(0)],
            };
            let Some(quote) = ['"', '\''].into_iter().find(|&quote| !value.contains(quote)) else { continue };
            out.extend([" ", &name, "="]);
            out.push(quote);
            out.push_str(value);
            out.push(quote);
        }
        out.push('>');
    }
}

struct Attribute {
    name: std::ops::Range<usize>,
    value: std::ops::Range<usize>,
    end: usize,
}

/// What stands there in a tag: an attribute, or what separates it from the next. Nothing if the page ends before the tag does.
fn attribute(bytes: &[u8], at: usize) -> Option<Attribute> {
    let skip = |from: usize, of: fn(u8) -> bool| {
        bytes[from..].iter().position(|&byte| !of(byte)).map_or(bytes.len(), |length| from + length)
    };
    let start = skip(at, |byte| byte.is_ascii_whitespace() || byte == b'/');
    if bytes.get(start) == Some(&b'>') {
        return Some(Attribute { name: start..start, value: start..start, end: start });
    }
    // An equals sign at the beginning belongs to the name.
    let name = start..skip((start + 1).min(bytes.len()), |byte| {
        !byte.is_ascii_whitespace() && !matches!(byte, b'/' | b'>' | b'=')
    });
    let equals = skip(name.end, |byte| byte.is_ascii_whitespace());
    if bytes.get(equals) != Some(&b'=') {
        return Some(Attribute { end: name.end, value: name.end..name.end, name });
    }
    let begin = skip(equals + 1, |byte| byte.is_ascii_whitespace());
    match bytes.get(begin) {
        Some(&quote @ (b'"' | b'\'')) => {
            let end = memchr::memchr(quote, &bytes[begin + 1..])? + begin + 1;
            Some(Attribute { name, value: begin + 1..end, end: end + 1 })
        }
        _ => {
            let end = skip(begin, |byte| !byte.is_ascii_whitespace() && byte != b'>');
            Some(Attribute { name, value: begin..end, end })
        }
    }
}

fn lower(text: &str) -> Cow<'_, str> {
    if text.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(text.to_ascii_lowercase())
    } else {
        Cow::Borrowed(text)
    }
}
