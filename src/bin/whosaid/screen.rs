//! What people read on: how wide it is, whether it has colours, and what may not be sent to it.

use std::borrow::Cow;
use std::io;

use anstream::{AutoStream, ColorChoice};
use clap::ValueEnum;
use comfy_table::{ContentArrangement, ContentLineStyle, LineStyle, Table, presets};

/// When tables are coloured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Colors {
    /// On a terminal that has them, unless NO_COLOR is set
    #[default]
    Auto,
    /// Always, for `less -R`
    Always,
    /// Never
    Never,
}

/// Where a table is to be shown.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Screen {
    /// In columns; without one a row is a line, however long.
    pub(crate) width: Option<u16>,
    pub(crate) has_colors: bool,
}

/// Fits on a page and in a message.
const PAGE: u16 = 100;

/// Below it no words fit into the columns.
const NARROWEST: u16 = 40;

impl Screen {
    /// Standard output, or a file if it goes to one.
    pub(crate) fn new(colors: Colors, is_file: bool) -> Self {
        // Some terminals do not know how wide they are, and say 0.
        let terminal = Table::new().width().filter(|width| !is_file && *width >= NARROWEST);
        let has_colors = match colors {
            Colors::Auto => !is_file && AutoStream::choice(&io::stdout()) != ColorChoice::Never,
            Colors::Always => true,
            Colors::Never => false,
        };
        Self { width: terminal, has_colors }
    }

    /// As wide as a page where there is no terminal.
    pub(crate) fn or_page(self) -> Self {
        Self { width: self.width.or(Some(PAGE)), ..self }
    }

    /// A table with these heads, and no rows yet.
    pub(crate) fn table(self, heads: impl IntoIterator<Item = &'static str>) -> Table {
        let mut table = Table::new();
        // What it finds out about the terminal was found out above.
        table.force_no_tty();
        if let Some(width) = self.width {
            table.set_width(width).set_content_arrangement(ContentArrangement::Dynamic);
        }
        if self.has_colors {
            table.enforce_styling();
        }
        let gap = ContentLineStyle::none().junction(' ');
        let rule = LineStyle::none().fill('─').junction(' ');
        table.load_style(presets::NOTHING.header_lines(gap).header_separator(rule).content_lines(gap));
        table.set_header(heads.into_iter().collect::<Vec<_>>());
        table.column_iter_mut().for_each(|column| {
            column.set_padding((0, 1));
        });
        table
    }
}

/// The text on one line and without what would make a terminal do something other than show it: escapes, and marks
/// that turn the direction of what follows.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    let is_harmless = |c: char| !c.is_control() && !matches!(c, '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    if text.chars().all(is_harmless) {
        return text.into();
    }
    let shown = |c: char| match c {
        c if is_harmless(c) => c,
        '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => ' ',
        _ => '\u{FFFD}',
    };
    text.chars().map(shown).collect::<String>().into()
}
