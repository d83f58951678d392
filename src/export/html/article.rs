//! The text of an article with everything marked that was found in it.

use std::ops::Range;

use maud::{Markup, PreEscaped, Render, html};

use super::frame::{percent, visible};
use crate::export::cast::Cast;
use crate::export::places::Places;
use crate::export::{tokenized, word};
use crate::record::{QuotationRecord, Record};

/// Marks inside of so many others are not shown: no news is that deep, and browsers give up at some hundred.
const DEPTH: usize = 32;

/// What a piece of the text is. Of two that begin and end together, the first here is outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    Paragraph,
    Quotation(usize),
    Speaker(usize),
    Cue,
    Mention(usize),
}

#[derive(Debug)]
struct Piece {
    bytes: Range<usize>,
    what: What,
    /// Whether links lead here: so it is for the first piece of several.
    is_target: bool,
}

/// The paragraphs of the text, each an element with the marks inside it.
pub(super) fn article(text: &str, record: &Record, cast: &Cast) -> Markup {
    let pieces = pieces(text, record);
    let mut edges: Vec<usize> = pieces.iter().flat_map(|piece| [piece.bytes.start, piece.bytes.end]).collect();
    edges.sort_unstable();
    edges.dedup();
    let mut writer = Writer { text, record, cast, pieces: &pieces, open: Vec::new(), html: String::new() };
    let mut current: Vec<usize> = Vec::new();
    let mut next = 0;
    for edge in edges.windows(2) {
        let bytes = edge[0]..edge[1];
        current.retain(|&piece| pieces[piece].bytes.end > bytes.start);
        while pieces.get(next).is_some_and(|piece| piece.bytes.start == bytes.start) {
            current.push(next);
            next += 1;
        }
        // Between paragraphs there is only white space.
        let is_in_paragraph = current.iter().any(|&piece| pieces[piece].what == What::Paragraph);
        if is_in_paragraph {
            // A paragraph that begins inside of a quotation is around it all the same.
            current.sort_by_key(|&piece| (pieces[piece].what != What::Paragraph, piece));
            writer.write(&current[..current.len().min(DEPTH)], bytes);
        }
    }
    writer.close_to(0, text.len());
    PreEscaped(writer.html)
}

/// All pieces in the order of their starts, of two that start together the longer first.
fn pieces(text: &str, record: &Record) -> Vec<Piece> {
    let places = Places::new(text, record.offsets);
    let mut pieces: Vec<Piece> =
        paragraphs(text).into_iter().map(|bytes| Piece { bytes, what: What::Paragraph, is_target: false }).collect();
    let mut add = |start, end, what, is_target| {
        if let Some(bytes) = places.bytes(start, end).filter(|bytes| !bytes.is_empty()) {
            pieces.push(Piece { bytes, what, is_target });
        }
    };
    for (at, quotation) in record.quotations.iter().enumerate() {
        for (part, slice) in quotation.content.iter().enumerate() {
            add(slice.start, slice.end, What::Quotation(at), part == 0);
        }
        if let Some((start, end)) = quotation.speaker.as_ref().and_then(|speaker| speaker.start.zip(speaker.end)) {
            add(start, end, What::Speaker(at), true);
        }
        if let Some(cue) = &quotation.cue {
            add(cue.start, cue.end, What::Cue, false);
        }
    }
    for (at, mention) in record.mentions.iter().enumerate() {
        add(mention.start, mention.end, What::Mention(at), true);
    }
    pieces.sort_by_key(|piece| (piece.bytes.start, std::cmp::Reverse(piece.bytes.end), piece.what));
    pieces
}

/// The paragraphs, which together hold everything that can be seen, be it part of a word or not.
fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let read = tokenized(text);
    let starts = read.paragraphs.iter().skip(1).map(|tokens| read.span(tokens.clone()).start);
    let edges: Vec<usize> = std::iter::once(0).chain(starts).chain([text.len()]).collect();
    let between = edges.windows(2).map(|edges| {
        let words = &text[edges[0]..edges[1]];
        let start = edges[1] - words.trim_start().len();
        start..start + words.trim().len()
    });
    between.filter(|bytes| !bytes.is_empty()).collect()
}

struct Writer<'a> {
    text: &'a str,
    record: &'a Record<'a>,
    cast: &'a Cast<'a>,
    pieces: &'a [Piece],
    /// The pieces whose elements are open, the outermost first.
    open: Vec<usize>,
    html: String,
}

impl Writer<'_> {
    /// Some bytes that lie in these pieces, the outermost first.
    fn write(&mut self, inside: &[usize], bytes: Range<usize>) {
        let same = self.open.iter().zip(inside).take_while(|(open, wanted)| open == wanted).count();
        self.close_to(same, bytes.start);
        for &piece in &inside[same..] {
            let is_first = self.pieces[piece].bytes.start == bytes.start;
            let tag = self.opening(&self.pieces[piece], is_first);
            self.html.push_str(&tag);
            self.open.push(piece);
        }
        visible(&self.text[bytes]).render_to(&mut self.html);
    }

    fn close_to(&mut self, depth: usize, at: usize) {
        while self.open.len() > depth
            && let Some(piece) = self.open.pop()
        {
            let Piece { bytes, what, .. } = &self.pieces[piece];
            match what {
                What::Paragraph => self.html.push_str("</p>\n"),
                What::Quotation(quotation) => {
                    if bytes.end <= at {
                        let by = self.by(*quotation);
                        by.render_to(&mut self.html);
                    }
                    self.html.push_str("</span>");
                }
                What::Speaker(_) | What::Cue | What::Mention(_) => self.html.push_str("</span>"),
            }
        }
    }

    /// The tag that opens the piece; an element has no closing tag yet, so that it is written by hand here and nowhere else.
    fn opening(&self, piece: &Piece, is_first: bool) -> String {
        let id = |letter: char, at: usize| {
            if piece.is_target && is_first { format!(" id=\"{letter}{at}\"") } else { String::new() }
        };
        match piece.what {
            What::Paragraph => "<p>".to_owned(),
            What::Cue => "<span class=\"cue\">".to_owned(),
            What::Speaker(at) => format!("<span class=\"source\"{}>", id('s', at)),
            What::Quotation(at) => {
                let (kind, voice) = (word(&self.record.quotations[at].kind), self.voice_class(at));
                format!("<span class=\"quotation {kind} {voice}\"{}>", id('q', at))
            }
            What::Mention(at) => {
                let mention = &self.record.mentions[at];
                let entity = mention.entity.as_deref().and_then(|entity| self.record.entity(entity));
                let kind = entity.map_or("unknown", |entity| entity.kind.as_str());
                let form = word(&mention.kind);
                let title = entity.map_or_else(
                    || html! { (form) },
                    |entity| html! { (entity.name) ", " (kind) " (" (form) ", " (entity.id) ")" },
                );
                format!("<span class=\"mention {kind} {form}\"{} title=\"{}\">", id('m', at), title.into_string())
            }
        }
    }

    fn voice_class(&self, quotation: usize) -> String {
        self.cast.speakers[quotation].map_or_else(|| "nobody".to_owned(), voice_class)
    }

    /// The number of the speaker, which leads to where the text names them, and a card that says more.
    fn by(&self, at: usize) -> Markup {
        let quotation = &self.record.quotations[at];
        let speaker = quotation.speaker.as_ref();
        let (number, name) = match (self.cast.speakers[at], speaker) {
            (Some(member), Some(speaker)) => ((member + 1).to_string(), &*speaker.name),
            _ => ("?".to_owned(), "unknown speaker"),
        };
        let target = speaker.and_then(|speaker| match (speaker.mention, speaker.start) {
            (Some(mention), _) => Some(format!("#m{mention}")),
            (None, Some(_)) => Some(format!("#s{at}")),
            (None, None) => None,
        });
        let details = details(quotation);
        html! {
            span.by {
                a href=(target.unwrap_or_else(|| format!("#q{at}"))) aria-label={ "Said by " (name) ": " (details) } {
                    (number)
                }
                span.card aria-hidden="true" { b { (name) } " " (details) }
            }
        }
    }
}

/// The colour of a speaker by the place in the cast: there are eight, and the number tells apart who shares one.
pub(super) fn voice_class(member: usize) -> String {
    format!("voice{}", member % 8)
}

fn details(quotation: &QuotationRecord) -> String {
    let mut details = word(&quotation.kind);
    if let Some(cue) = &quotation.cue {
        details += &format!(", “{}”", cue.text);
    }
    if let Some(sieve) = &quotation.sieve {
        details += &format!(", rule {sieve}, right in {} of 100", percent(quotation.confidence, 1.0));
    }
    details
}
