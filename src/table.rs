//! Tab-separated tables whose rows know their line: comments, the header, the number of fields.
//!
//! Says nothing about what the fields mean. Faults are reported and reading goes on, so that one pass finds them all.

use std::ops::Range;

use crate::error::{Faults, shown};

/// The columns that a sort of table may have, in their usual order; the first `required` of them it must have.
#[derive(Debug)]
pub(crate) struct Schema<const N: usize> {
    pub(crate) columns: [&'static str; N],
    pub(crate) required: usize,
}

/// One line of a table: a field for each column of the schema, whatever the order in the file.
#[derive(Debug)]
pub(crate) struct Row<'t, const N: usize> {
    /// The number of the line, counted from one.
    pub(crate) line: usize,
    /// Whether the row has as many fields as the header. If not, the fault is reported already, and which field
    /// belongs to which column is a guess: good enough to know the id that the row meant to define, no more.
    pub(crate) is_whole: bool,
    /// The comment lines directly above, as they are in the file.
    pub(crate) remarks: &'t str,
    pub(crate) fields: [Field<'t>; N],
}

/// A field, or an item of a list in a field, without white space at its ends.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Field<'t> {
    /// What the field says; empty when the table lacks the column.
    pub(crate) text: &'t str,
    /// Whether the table has the column.
    pub(crate) is_present: bool,
    row: &'t str,
    line: usize,
    start: usize,
}

impl<'t> Field<'t> {
    fn new(row: &'t str, line: usize, start: usize, end: usize) -> Self {
        let field = &row[start..end];
        // Nearly every field begins and ends with a letter or digit, and then there is nothing to trim.
        let bytes = field.as_bytes();
        if let (Some(first), Some(last)) = (bytes.first(), bytes.last())
            && first.is_ascii_graphic()
            && last.is_ascii_graphic()
        {
            return Self { text: field, is_present: true, row, line, start };
        }
        let text = field.trim();
        // A field of white space alone stands at its beginning.
        let indent = if text.is_empty() { 0 } else { field.len() - field.trim_start().len() };
        Self { text, is_present: true, row, line, start: start + indent }
    }

    /// Line and column, both counted from one, the column in characters.
    pub(crate) fn place(&self) -> (usize, usize) {
        self.place_of(0)
    }

    /// Line and column of the character that starts `offset` bytes into the field.
    pub(crate) fn place_of(&self, offset: usize) -> (usize, usize) {
        (self.line, column_of(self.row, self.start + offset))
    }

    /// The items of a list separated by `|`; none if the field is empty, empty ones if two separators meet.
    pub(crate) fn items(&self) -> impl Iterator<Item = Field<'t>> + use<'t> {
        let Field { text, row, line, start, .. } = *self;
        parts(text, b'|')
            .filter(move |_| !text.is_empty())
            .map(move |item| Field::new(row, line, start + item.start, start + item.end))
    }
}

/// The ranges between the separators, an ASCII character: one more than there are of these.
fn parts(text: &str, separator: u8) -> impl Iterator<Item = Range<usize>> + use<'_> {
    let ends = memchr::memchr_iter(separator, text.as_bytes()).chain([text.len()]);
    let mut start = 0;
    ends.map(move |end| {
        let part = start..end;
        start = end + 1;
        part
    })
}

/// The column, counted from one in characters, of the byte at `offset` of a line.
fn column_of(row: &str, offset: usize) -> usize {
    row[..offset].chars().count() + 1
}

/// The text of a source without its byte order mark; what is not UTF-8 is reported and replaced by U+FFFD, so that
/// the rest can be checked all the same.
pub(crate) fn decode<'b>(bytes: &'b [u8], faults: &mut Faults) -> std::borrow::Cow<'b, str> {
    let bytes = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.into();
    }
    for (line, row) in bytes.split(|&byte| byte == b'\n').enumerate() {
        let Some(first) = row.utf8_chunks().next().filter(|chunk| !chunk.invalid().is_empty()) else { continue };
        let place = (line + 1, first.valid().chars().count() + 1);
        let bad: String = first.invalid().iter().map(|byte| format!(" {byte:02X}")).collect();
        faults.at(place, format!("not UTF-8: the bytes{bad}"), "save the file in the encoding UTF-8");
    }
    String::from_utf8_lossy(bytes)
}

/// The header of a table, and the rows yet to be read; `None`, which is a fault, if there is none.
///
/// Lines that are empty or begin with `#` say nothing; the first of the others is the header.
pub(crate) fn open<'t, const N: usize>(
    text: &'t str,
    schema: &Schema<N>,
    faults: &mut Faults,
) -> Option<(Header<N>, Rows<'t>)> {
    for (index, range) in parts(text, b'\n').enumerate() {
        let end = range.end;
        let line = &text[range];
        if !says_nothing(line) {
            let line = line.strip_suffix('\r').unwrap_or(line);
            let rows = Rows { text: text.get(end + 1..).unwrap_or_default(), line: index + 2 };
            return Some((Header::read(line, index + 1, schema, faults), rows));
        }
    }
    let names = schema.columns[..schema.required].join(", ");
    faults.at((1, 1), "no header line", format!("begin with a line that names the columns, at least {names}"));
    None
}

fn says_nothing(line: &str) -> bool {
    line.starts_with('#') || line.trim().is_empty()
}

/// The lines below a header, or a part of them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rows<'t> {
    text: &'t str,
    /// The number of the first line, counted from one.
    line: usize,
}

impl<'t> Rows<'t> {
    /// How many bytes there are.
    pub(crate) fn len(&self) -> usize {
        self.text.len()
    }

    /// How many lines there are, rows and others.
    pub(crate) fn lines(&self) -> usize {
        memchr::memchr_iter(b'\n', self.text.as_bytes()).count() + 1
    }

    /// So many parts, about equally long, in their order. The remarks above the first row of a part get lost.
    pub(crate) fn split(self, count: usize) -> Vec<Self> {
        let mut parts = Vec::with_capacity(count);
        let Self { mut text, mut line } = self;
        for left in (1..=count).rev() {
            let middle = text.len() / left;
            let end = memchr::memchr(b'\n', &text.as_bytes()[middle..]).map_or(text.len(), |at| middle + at + 1);
            let (part, rest) = text.split_at(if left == 1 { text.len() } else { end });
            parts.push(Self { text: part, line });
            // The last part is the longest to wait for, and nothing comes behind it.
            if left > 1 {
                line += memchr::memchr_iter(b'\n', part.as_bytes()).count();
            }
            text = rest;
        }
        parts
    }

    /// Hands every row to `each`, together with the place for further faults.
    pub(crate) fn each<const N: usize>(
        self,
        header: &Header<N>,
        faults: &mut Faults,
        mut each: impl FnMut(Row<'t, N>, &mut Faults),
    ) {
        let text = self.text;
        let mut remarks = None;
        for (index, range) in parts(text, b'\n').enumerate() {
            let start = range.start;
            let line = &text[range];
            if line.starts_with('#') {
                remarks.get_or_insert(start);
                continue;
            }
            let remarks = remarks.take().map_or("", |at| &text[at..start]);
            let line = line.strip_suffix('\r').unwrap_or(line);
            if !line.trim().is_empty() {
                each(header.row(line, self.line + index, remarks, faults), faults);
            }
        }
    }
}

/// Of more columns than this, the others are not looked at.
const WIDEST: usize = 100;

/// Which field of a line belongs to which column of the schema.
#[derive(Debug)]
pub(crate) struct Header<const N: usize> {
    /// For each field of a line, its column in the schema.
    columns: Vec<Option<usize>>,
}

impl<const N: usize> Header<N> {
    fn read(header: &str, number: usize, schema: &Schema<N>, faults: &mut Faults) -> Self {
        let mut has = [false; N];
        let mut meant = [false; N];
        let mut columns = Vec::with_capacity(N);
        let mut start = 0;
        for (index, name) in header.split('\t').enumerate() {
            let field = Field::new(header, number, start, start + name.len());
            let column = schema.columns.iter().position(|&known| known == field.text);
            columns.push(column.filter(|&column| !has[column]));
            start += name.len() + 1;
            // A file without line breaks is all header. It is at fault, and what more of it is need not be said.
            if index >= WIDEST {
                continue;
            }
            match column {
                Some(column) if has[column] => {
                    let message = format!("second column `{}`", shown(field.text));
                    faults.at(field.place(), message, "name each column once");
                }
                Some(column) => has[column] = true,
                None => {
                    let nearest = nearest(field.text, &schema.columns);
                    let advice = match nearest {
                        _ if field.text.contains('\0') => "save the file in the encoding UTF-8".to_owned(),
                        Some(column) => format!("write `{}`", schema.columns[column]),
                        None => format!("write one of {}", schema.columns.join(", ")),
                    };
                    if let Some(column) = nearest {
                        meant[column] = true;
                    }
                    faults.at(field.place(), format!("unknown column `{}`", shown(field.text)), advice);
                }
            }
        }
        for (column, name) in schema.columns[..schema.required].iter().enumerate() {
            // A misspelt column is one fault, not two.
            if !has[column] && !meant[column] {
                faults.at(
                    (number, 1),
                    format!("no column `{name}`"),
                    format!("add `{name}` to the header and its rows"),
                );
            }
        }
        Self { columns }
    }

    fn row<'t>(&self, line: &'t str, number: usize, remarks: &'t str, faults: &mut Faults) -> Row<'t, N> {
        let absent = Field { text: "", is_present: false, row: line, line: number, start: 0 };
        let mut fields = [absent; N];
        let width = self.columns.len();
        let mut count = 0;
        let mut surplus = line.len();
        for field in parts(line, b'\t') {
            if count == width {
                surplus = field.start;
            }
            if let Some(&Some(column)) = self.columns.get(count) {
                fields[column] = Field::new(line, number, field.start, field.end);
            }
            count += 1;
        }
        let is_whole = count == width;
        if !is_whole {
            let message = format!("{count} {}", if count == 1 { "field" } else { "fields" });
            let advice = format!("write {width}, one for each column of the header, with one tab between two");
            faults.at((number, column_of(line, surplus)), message, advice);
        }
        Row { line: number, is_whole, remarks, fields }
    }
}

/// The position of the known name that `name` most likely stands for: two letters differ, or a third of a long name.
pub(crate) fn nearest(name: &str, known: &[&str]) -> Option<usize> {
    // Nobody misspells a column at such length, and comparing takes time.
    if name.len() > 100 {
        return None;
    }
    let name = name.to_lowercase();
    // Two also for the shortest names, since a transposition counts as two; but then not all letters may differ.
    let is_likely = |distance: usize, known: &str| distance < known.len() && distance <= (known.len() / 3).max(2);
    known
        .iter()
        .enumerate()
        .map(|(i, known)| (edits(&name, known), known, i))
        .filter(|&(distance, known, _)| is_likely(distance, known))
        .min_by_key(|&(distance, _, i)| (distance, i))
        .map(|(_, _, i)| i)
}

/// The number of characters to insert, delete or replace (Levenshtein's distance).
fn edits(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = i;
        row[0] = i + 1;
        for (j, y) in b.chars().enumerate() {
            let replaced = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.chars().count()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read<'t, const N: usize>(
        text: &'t str,
        schema: &Schema<N>,
        faults: &mut Faults,
        each: impl FnMut(Row<'t, N>, &mut Faults),
    ) {
        if let Some((header, rows)) = open(text, schema, faults) {
            rows.each(&header, faults, each);
        }
    }

    #[test]
    fn the_nearest_name_is_a_likely_one() {
        let known = ["id", "name", "kind", "aliases", "gender"];
        let meant = |name| nearest(name, &known).map(|i| known[i]);
        assert_eq!(meant("Name"), Some("name"));
        assert_eq!(meant("nmae"), Some("name"));
        assert_eq!(meant("alias"), Some("aliases"));
        assert_eq!(meant("knid"), Some("kind"));
        assert_eq!(meant("sex"), None);
        assert_eq!(meant(""), None);
    }

    #[test]
    fn items_know_their_columns() {
        let schema = Schema { columns: ["id", "names"], required: 1 };
        let mut faults = Faults::of("x");
        let mut seen = Vec::new();
        read("names\tid\r\nÅsa| Bo ||\tx\r\n", &schema, &mut faults, |row, _| {
            seen = row.fields[1].items().map(|item| (item.text, item.place())).collect();
        });
        assert_eq!(seen, [("Åsa", (2, 1)), ("Bo", (2, 6)), ("", (2, 10)), ("", (2, 11))]);
    }

    #[test]
    fn parts_have_the_rows_of_the_whole() {
        let schema = Schema { columns: ["id"], required: 1 };
        let text = "# top\r\nid\r\n# a\r\nx\n\nyy yy yy yy\nå\n# b\nzz\tz\nlast";
        let mut faults = Faults::of("x");
        let (header, rows) = open(text, &schema, &mut faults).expect("a header");
        let read = |rows: Rows<'_>, seen: &mut Vec<_>, faults: &mut Faults| {
            rows.each(&header, faults, |row, _| seen.push((row.fields[0].text.to_owned(), row.line)));
        };
        let mut whole = Vec::new();
        read(rows, &mut whole, &mut faults);
        assert_eq!(whole.last(), Some(&("last".to_owned(), 10)));
        for count in 1..20 {
            let (mut parts, mut found) = (Vec::new(), Faults::of("x"));
            let split = rows.split(count);
            assert_eq!(split.iter().map(Rows::len).sum::<usize>(), rows.len());
            split.into_iter().for_each(|part| read(part, &mut parts, &mut found));
            assert_eq!((&parts, format!("{found:?}")), (&whole, format!("{faults:?}")), "{count} parts");
        }
    }

    #[test]
    fn rows_know_the_comments_directly_above() {
        let schema = Schema { columns: ["id"], required: 1 };
        let mut seen = Vec::new();
        let text = "# top\nid\n# a\n# b\nx\ny\n# far\n\nz\n";
        read(text, &schema, &mut Faults::of("x"), |row, _| seen.push((row.fields[0].text, row.remarks)));
        assert_eq!(seen, [("x", "# a\n# b\n"), ("y", ""), ("z", "")]);
    }
}
