//! Doubts: what a file says that keeps the laws and still is likely to find somebody else.

use std::fmt;
use std::sync::Arc;

/// Why a name is doubtful.
///
/// ```
/// use whosaid::{DoubtKind, Gazetteer};
///
/// let table = "id\tname\taliases\tkind\nperson/al-brenk\tAl Brenk\tAl\tperson\n";
/// let doubts = Gazetteer::builder().string("mine.tsv", table).check()?;
/// assert_eq!(doubts[0].kind(), DoubtKind::Short);
/// # Ok::<(), whosaid::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum DoubtKind {
    /// Several entities have the name, and the most prominent two of them are equally so: where the text does not tell
    /// them apart, their order in the files does.
    Shared,
    /// The name is an ordinary word of English, which at the start of a sentence looks the same.
    Word,
    /// The name is one word of two letters or fewer.
    Short,
    /// The name equals another but for case or accents.
    Alike,
    /// No news style writes the name so.
    Style,
    /// The file argues for a name, but wrongly: the row has no such name, or there is no reason.
    Argument,
}

impl DoubtKind {
    /// The kind in a word, as the program prints it.
    ///
    /// ```
    /// assert_eq!(whosaid::DoubtKind::Shared.as_str(), "shared");
    /// ```
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Shared => "shared",
            Self::Word => "word",
            Self::Short => "short",
            Self::Alike => "alike",
            Self::Style => "style",
            Self::Argument => "argument",
        }
    }
}

impl fmt::Display for DoubtKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A doubtful name, where it stands, and what to write instead.
///
/// A doubt is no [`Fault`](crate::Fault): the file can be used as it is. It goes away when the file does what it
/// advises, or is argued away by a comment directly above the row, which says for which names it speaks and why:
///
/// ```text
/// # not doubtful: China because porcelain has no capital
/// ```
///
/// Its [`Display`](fmt::Display) form is one line, as that of a fault with `warning` in it.
///
/// ```
/// use whosaid::Gazetteer;
///
/// let table = "id\tname\tkind\norganization/target\tTarget\torganization\n";
/// let doubts = Gazetteer::builder().string("mine.tsv", table).check()?;
/// assert_eq!(
///     doubts[0].to_string(),
///     "mine.tsv:2:21: warning: `Target` is an ordinary word too; write it in `ambiguous` as well [word]",
/// );
/// # Ok::<(), whosaid::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    pub(super) kind: DoubtKind,
    pub(super) source: Arc<str>,
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) message: String,
    pub(super) advice: String,
    pub(super) argument: Option<String>,
}

impl Doubt {
    /// Why the name is doubtful.
    ///
    /// ```
    /// # use whosaid::{DoubtKind, Gazetteer};
    /// let table = "id\tname\tkind\nperson/orla-brenk\tORLA BRENK\tperson\n";
    /// let doubts = Gazetteer::builder().string("mine.tsv", table).check()?;
    /// assert_eq!(doubts[0].kind(), DoubtKind::Style);
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn kind(&self) -> DoubtKind {
        self.kind
    }

    /// The path of the file, or the label that the text or the reader was given with.
    ///
    /// ```
    /// # use whosaid::Gazetteer;
    /// # let table = "id\tname\tkind\norganization/target\tTarget\torganization\n";
    /// let doubts = Gazetteer::builder().string("mine.tsv", table).check()?;
    /// assert_eq!(doubts[0].source(), "mine.tsv");
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The line, counted from one.
    ///
    /// ```
    /// # use whosaid::Gazetteer;
    /// # let table = "id\tname\tkind\norganization/target\tTarget\torganization\n";
    /// let doubts = Gazetteer::builder().string("mine.tsv", table).check()?;
    /// assert_eq!(doubts[0].line(), 2);
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn line(&self) -> usize {
        self.line
    }

    /// The column in characters, counted from one.
    ///
    /// ```
    /// # use whosaid::Gazetteer;
    /// # let table = "id\tname\tkind\norganization/target\tTarget\torganization\n";
    /// let doubts = Gazetteer::builder().string("mine.tsv", table).check()?;
    /// assert_eq!(doubts[0].column(), 21);
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn column(&self) -> usize {
        self.column
    }

    /// What is doubtful.
    ///
    /// ```
    /// # use whosaid::Gazetteer;
    /// # let table = "id\tname\tkind\norganization/target\tTarget\torganization\n";
    /// let doubts = Gazetteer::builder().string("mine.tsv", table).check()?;
    /// assert_eq!(doubts[0].message(), "`Target` is an ordinary word too");
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn message(&self) -> &str {
        &self.message
    }

    /// What to write instead.
    ///
    /// ```
    /// # use whosaid::Gazetteer;
    /// # let table = "id\tname\tkind\norganization/target\tTarget\torganization\n";
    /// let doubts = Gazetteer::builder().string("mine.tsv", table).check()?;
    /// assert_eq!(doubts[0].advice(), "write it in `ambiguous` as well");
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn advice(&self) -> &str {
        &self.advice
    }

    /// Why the file holds on to the name all the same; `None` if it says nothing.
    ///
    /// ```
    /// # use whosaid::Gazetteer;
    /// let table = "id\tname\tkind\n\
    ///              ## not doubtful: Target because the club's letters never begin with an aim\n\
    ///              organization/target\tTarget\torganization\n";
    /// let doubts = Gazetteer::builder().string("mine.tsv", table).check()?;
    /// assert_eq!(doubts[0].argument(), Some("the club's letters never begin with an aim"));
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn argument(&self) -> Option<&str> {
        self.argument.as_deref()
    }
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kind, source, line, column, message, advice, .. } = self;
        write!(f, "{source}:{line}:{column}: warning: {message}; {advice} [{kind}]")
    }
}
