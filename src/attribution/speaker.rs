//! What is said of a quotation: who its speaker is, and how that was found.

use super::sieve::Sieve;
use crate::syntax::Phrase;

/// Who stands in the text for the speaker.
#[derive(Clone, Debug)]
pub(crate) enum Source {
    /// A noun phrase that belongs to the report.
    Phrase(Phrase),
    /// A label, and the name of the one whom it stands for.
    Label(Phrase, Phrase),
    /// The speaker of another quotation, by its position.
    SameAs(usize),
    /// The person whom another quotation was addressed to.
    AddresseeOf(usize),
}

/// A quotation's speaker, and the sieve that found it.
#[derive(Clone, Debug)]
pub(crate) struct Attribution {
    pub(crate) source: Source,
    /// The report whose cue introduces the quotation, by its position in [`Discourse::reports`](crate::quotation::Discourse::reports).
    pub(crate) cue: Option<usize>,
    pub(crate) addressee: Option<Phrase>,
    pub(crate) sieve: Sieve,
    /// How many like it are right on the development corpus, of one.
    pub(crate) confidence: f64,
    /// The quotation goes on with the one that `source` names: a record gives both as one.
    pub(crate) continues: bool,
}
