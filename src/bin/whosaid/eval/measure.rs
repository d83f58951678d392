//! The measures, one of which is taken.

use clap::ValueEnum;

/// What can be measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Measure {
    /// Quotations and their sources, as spans
    Quotes,
    /// Names, as spans with a kind
    Entities,
    /// Quotations with resolved speakers, by kind, and names
    Records,
    /// Who speaks, where only a pronoun, a description or a surname says so
    Speakers,
}
