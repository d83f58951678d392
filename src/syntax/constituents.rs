//! What a sentence consists of: chunks, and clauses made of them.

use std::ops::Range;

use super::grammar::ChunkKind;

/// A flat phrase.
#[derive(Clone, Debug)]
pub(crate) struct Chunk {
    pub(crate) kind: ChunkKind,
    pub(crate) units: Range<usize>,
    /// The noun of a noun phrase, the main verb of a verb group; of others the last unit.
    pub(crate) head: usize,
}

/// What a clause is to the one it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ClauseKind {
    Main,
    /// Behind `that`, `because`, `when`.
    Subordinate,
    /// Behind `who`, `which`, or with the noun it explains right before its subject.
    Relative,
    /// A clause that its verb governs without a word to open it: `said the road was closed`.
    Bare,
    /// Between brackets.
    Parenthetical,
}

impl ClauseKind {
    /// The short name that `whosaid syntax` prints.
    pub(crate) const fn label(self) -> &'static str {
        match self {
            Self::Main => "MAIN",
            Self::Subordinate => "SUB",
            Self::Relative => "REL",
            Self::Bare => "BARE",
            Self::Parenthetical => "PAREN",
        }
    }
}

/// How a clause has come by its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SubjectOrder {
    /// `Trump said`
    Before,
    /// `said Trump`, `did Trump say`
    After,
    /// `Trump left and said`: the subject of the clause that it is joined to.
    Shared,
}

/// A clause: a finite verb group and what belongs to it. Chunks are named by their positions.
#[derive(Clone, Debug)]
pub(crate) struct Clause {
    pub(crate) kind: ClauseKind,
    pub(crate) opener: Option<usize>,
    pub(crate) subject: Option<usize>,
    pub(crate) order: SubjectOrder,
    pub(crate) verb: Option<usize>,
    /// The clause that it stands in.
    pub(crate) parent: Option<usize>,
    pub(crate) units: Range<usize>,
}
