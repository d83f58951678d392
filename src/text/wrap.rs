//! Whether a text's lines are wrapped, so that a line break in it parts nothing.

/// No text is wrapped to longer lines, in characters.
pub(super) const WIDEST: usize = 110;

/// Fewer line breaks than this tell nothing.
const FEWEST: usize = 4;

/// The length of the longest line of a text that is wrapped, in characters: behind nearly every line that another one
/// follows stands a word for which that line had no room. Where each line is a paragraph, few lines are so full.
pub(super) fn width(text: &str) -> Option<usize> {
    let lines = || text.lines().map(str::trim_end);
    let width = lines().map(|line| line.chars().count()).max().filter(|&width| width <= WIDEST)?;
    let (mut breaks, mut full) = (0, 0);
    for (line, next) in lines().zip(lines().skip(1)).filter(|(line, next)| !line.is_empty() && !next.is_empty()) {
        breaks += 1;
        full += usize::from(is_full(line, next, width));
    }
    (breaks >= FEWEST && full * 10 >= breaks * 9).then_some(width)
}

/// The line has no room for the word that comes next.
pub(super) fn is_full(line: &str, next: &str, width: usize) -> bool {
    let word = next.split_whitespace().next().unwrap_or_default();
    line.trim_end().chars().count() + 1 + word.chars().count() > width
}

#[cfg(test)]
mod tests {
    use super::width;

    #[test]
    fn wrapped_lines_are_told_from_paragraphs() {
        let wrapped =
            "The ferry sails at\nnoon, and nobody is\nallowed to be late.\nThose who are walk.\n\nThe mayor\n\n";
        assert_eq!(width(wrapped), None, "three breaks are few");
        let wrapped = wrapped.repeat(2);
        assert_eq!(width(&wrapped), Some(19));
        assert_eq!(width(&wrapped.replace('\n', "\r\n")), Some(19));
        assert_eq!(width(&wrapped.replace('\n', "\n\n")), None);
        assert_eq!(width("Ferry late\nBy Orla Brenk\nThe ferry was late.\nIt rained.\nNobody cared.\nIt sank."), None);
        assert_eq!(width(""), None);
    }
}
