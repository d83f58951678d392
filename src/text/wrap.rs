//! Whether a text's lines are wrapped, so that a line break in it parts nothing.

/// No text is wrapped to longer lines, in characters.
pub(super) const WIDEST: usize = 110;

/// No text is wrapped to shorter lines.
pub(super) const SHORT: usize = 50;

/// Fewer line breaks than this tell nothing.
const FEWEST: usize = 4;

/// What the line breaks of a text are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// The text is wrapped to lines of this length, in characters.
    Wrapped(usize),
    /// Most lines are longer than any that texts are wrapped to: they are paragraphs.
    Paragraphs,
    Unknown,
}

/// A text is wrapped if behind nearly every line that another one follows stands a word for which that line had no room.
/// Where each line is a paragraph, few lines are so full.
pub(super) fn layout(text: &str) -> Layout {
    let lines = || text.lines().map(str::trim_end);
    let lengths = || lines().map(|line| line.chars().count());
    let width = lengths().max().unwrap_or(0);
    if width > WIDEST {
        let long = lengths().filter(|&length| length > WIDEST).count();
        let full = lengths().filter(|length| (SHORT..=WIDEST).contains(length)).count();
        return if long >= full { Layout::Paragraphs } else { Layout::Unknown };
    }
    let (mut breaks, mut full) = (0, 0);
    for (line, next) in lines().zip(lines().skip(1)).filter(|(line, next)| !line.is_empty() && !next.is_empty()) {
        breaks += 1;
        full += usize::from(is_full(line, next, width));
    }
    if breaks >= FEWEST && full * 10 >= breaks * 9 { Layout::Wrapped(width) } else { Layout::Unknown }
}

/// The line has no room for the word that comes next.
pub(super) fn is_full(line: &str, next: &str, width: usize) -> bool {
    let word = next.split_whitespace().next().unwrap_or_default();
    line.trim_end().chars().count() + 1 + word.chars().count() > width
}

#[cfg(test)]
mod tests {
    use super::{Layout, layout};

    #[test]
    fn wrapped_lines_are_told_from_paragraphs() {
        let wrapped =
            "The ferry sails at\nnoon, and nobody is\nallowed to be late.\nThose who are walk.\n\nThe mayor\n\n";
        assert_eq!(layout(wrapped), Layout::Unknown, "three breaks are few");
        let wrapped = wrapped.repeat(2);
        assert_eq!(layout(&wrapped), Layout::Wrapped(19));
        assert_eq!(layout(&wrapped.replace('\n', "\r\n")), Layout::Wrapped(19));
        assert_eq!(layout(&wrapped.replace('\n', "\n\n")), Layout::Unknown);
        assert_eq!(layout(&wrapped.replace('\n', " ")), Layout::Paragraphs);
        let lines = "Ferry late\nBy Orla Brenk\nThe ferry was late.\nIt rained.\nNobody cared.\nIt sank.";
        assert_eq!(layout(lines), Layout::Unknown);
        assert_eq!(layout(""), Layout::Unknown);
    }
}
