//! What was found, for people to read: `extract --format table`.

use std::collections::HashMap;

use comfy_table::{Attribute, Cell, CellAlignment, Color, ColumnConstraint, LineStyle, Table, Width};
use whosaid::{QuotationRecord, Record};

use crate::names::counted;
use crate::screen::{Screen, visible};

/// The colours of those who speak, in the order in which they first do.
const VOICES: [Color; 6] = [Color::Cyan, Color::Yellow, Color::Green, Color::Magenta, Color::Blue, Color::Red];

/// The quotations with their speakers, and below them who and what the text names.
pub(crate) fn page(record: &Record, screen: Screen) -> String {
    let colors = colors(record);
    let quotations = counted(record.quotations.len(), "quotation", "quotations");
    let entities = counted(record.entities.len(), "entity", "entities");
    let mut page = format!("{}: {quotations}, {entities}\n\n", visible(&record.id));
    if !record.quotations.is_empty() {
        page += &with_quotations(record, &colors, screen);
    }
    if !record.entities.is_empty() {
        page += &with_entities(record, &colors, screen);
    }
    page
}

/// By the names of the speakers.
type Colors<'r> = HashMap<&'r str, Color>;

fn colors<'r>(record: &'r Record) -> Colors<'r> {
    let mut colors = HashMap::new();
    let mut free = VOICES.into_iter().cycle();
    for speaker in record.quotations.iter().filter_map(|quotation| quotation.speaker.as_ref()) {
        colors.entry(&*speaker.name).or_insert_with(|| free.next().unwrap_or(Color::Reset));
    }
    colors
}

fn with_quotations(record: &Record, colors: &Colors, screen: Screen) -> String {
    let mut table = screen.table(["SPEAKER", "SAYS", "QUOTATION", "SURE"]);
    for quotation in &record.quotations {
        let cue = quotation.cue.as_ref().map_or("–", |cue| &*cue.text);
        table.add_row([
            speaker(quotation, colors),
            Cell::new(visible(cue)),
            Cell::new(words(quotation)),
            number(format!("{:.0}%", quotation.confidence * 100.0)),
        ]);
    }
    let at_most = |share| ColumnConstraint::UpperBoundary(Width::Percentage(share));
    table.set_constraints([at_most(30), at_most(15)]);
    // Else the lines of one quotation would run into those of the next.
    table.style_mut().row_separator = LineStyle::none().fill(' ');
    lines(&table)
}

fn speaker(quotation: &QuotationRecord, colors: &Colors) -> Cell {
    let Some(speaker) = &quotation.speaker else { return Cell::new("?") };
    let cell = Cell::new(visible(&speaker.name));
    let cell = if speaker.entity.is_some() { cell.add_attribute(Attribute::Bold) } else { cell };
    match colors.get(&*speaker.name) {
        Some(color) => cell.fg(*color),
        None => cell,
    }
}

/// All of them: whoever wants to know what somebody said would not be helped by its beginning.
fn words(quotation: &QuotationRecord) -> String {
    let parts: Vec<_> = quotation.content.iter().map(|part| visible(&part.text)).collect();
    parts.join(" … ")
}

fn with_entities(record: &Record, colors: &Colors, screen: Screen) -> String {
    let mut mentions: HashMap<&str, usize> = HashMap::new();
    let mut quotations: HashMap<&str, usize> = HashMap::new();
    for id in record.mentions.iter().filter_map(|mention| mention.entity.as_deref()) {
        *mentions.entry(id).or_default() += 1;
    }
    for id in record.quotations.iter().filter_map(|quotation| quotation.speaker.as_ref()?.entity.as_deref()) {
        *quotations.entry(id).or_default() += 1;
    }
    let count = |counts: &HashMap<&str, usize>, id: &str| match counts.get(id) {
        Some(count) => count.to_string(),
        None => String::new(),
    };
    let mut table = screen.table(["NAME", "ID", "MENTIONS", "QUOTATIONS"]);
    for entity in &record.entities {
        let name = Cell::new(visible(&entity.name));
        let name = match colors.get(&*entity.name) {
            Some(color) => name.fg(*color).add_attribute(Attribute::Bold),
            None => name,
        };
        table.add_row([
            name,
            Cell::new(visible(&entity.id)).add_attribute(Attribute::Dim),
            number(count(&mentions, &entity.id)),
            number(count(&quotations, &entity.id)),
        ]);
    }
    lines(&table)
}

fn number(number: String) -> Cell {
    Cell::new(number).set_alignment(CellAlignment::Right)
}

/// With a blank line behind.
fn lines(table: &Table) -> String {
    table.trim_fmt() + "\n\n"
}

#[cfg(test)]
mod tests {
    use whosaid::Extractor;

    use super::*;

    const TEXT: &str = "“We \u{1B}[31mwon \u{202E}all\u{2028}of it\u{7},” said Orla Brenk, the mayor of Incrediblylongnamedharbor-on-Sea. \
                        “你好世界你好世界你好世界 👩‍👩‍👧 é́́,” she added.\n\nTomas Vardell\tsaid that it rained.";

    #[test]
    fn nothing_but_words_reaches_the_terminal() {
        let record = Extractor::default().extract(TEXT).with_id("\u{1B}]0;title\u{7}");
        assert_eq!(record.quotations.len(), 3);
        for width in (0..200).chain([1_000, u16::MAX]) {
            let page = page(&record, Screen { width: Some(width), has_colors: false });
            let bad = page.chars().find(|c| (c.is_control() && *c != '\n') || matches!(*c, '\u{202E}' | '\u{2028}'));
            assert_eq!(bad, None, "{width} columns: {page:?}");
        }
    }

    #[test]
    fn colors_are_all_that_they_add() {
        let record = Extractor::default().extract(TEXT);
        let screen = Screen { width: Some(90), has_colors: true };
        let colored = page(&record, screen);
        assert!(colored.contains("\u{1B}["));
        let plain = anstream::adapter::strip_str(&colored).to_string();
        let trimmed = |page: &str| page.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
        assert_eq!(trimmed(&plain), trimmed(&page(&record, Screen { has_colors: false, ..screen })));
    }
}
