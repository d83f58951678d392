//! The noun that a title or a role is built on.

use super::lists::Lists;

impl Lists {
    /// `secretary` of *secretary of state*, `general` of *attorney general*.
    pub(super) fn head_word<'p>(&self, phrase: &'p str) -> &'p str {
        let core = self
            .links
            .iter()
            // `editor in chief`, `editor-in-chief`
            .flat_map(|preposition| [format!(" {preposition} "), format!("-{preposition}-")])
            .filter_map(|link| phrase.find(&link))
            .min()
            .map_or(phrase, |end| &phrase[..end]);
        // `mayors-elect`
        let core = core.strip_suffix("-elect").unwrap_or(core);
        let head = core.rsplit([' ', '-']).next().unwrap_or(core);
        // Of `stand-in` and `passer-by` the last part is no noun.
        if self.particles.contains(head) { core } else { head }
    }
}
