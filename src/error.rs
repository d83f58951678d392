//! The one error type: what is wrong with the data given, fault by fault.

use std::fmt;
use std::sync::Arc;

/// Why a value could not be built from its data.
///
/// Building a [`Gazetteer`](crate::Gazetteer) can fail; reading a text with it cannot. The error lists *every* fault
/// of every file, so that one run is enough to mend them all. Its [`Display`](fmt::Display) form has one fault a line,
/// in the order of the sources, then of the lines.
///
/// The type is opaque on purpose: what can go wrong will change more often than what a caller can do about it, which
/// is to show the faults, and to tell a file that could not be read from one that says something wrong.
///
/// ```
/// use whosaid::Gazetteer;
///
/// let table = "id\tname\tkind\nperson/ann-lee\tAnn Lee\tpersn\n";
/// let error = Gazetteer::builder().string("mine.tsv", table).build().unwrap_err();
/// assert!(error.is_gazetteer());
/// assert_eq!(
///     error.to_string(),
///     "mine.tsv:2:24: unknown kind `persn`; write `person`, `place` or `organization`",
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// Never empty.
    faults: Vec<Fault>,
}

impl Error {
    /// An error that reports the faults of all the sources in their order; `Ok` when there is none.
    pub(crate) fn unless_clean(sources: impl IntoIterator<Item = Faults>) -> Result<(), Error> {
        let faults: Vec<Fault> = sources.into_iter().flat_map(Faults::into_sorted).collect();
        if faults.is_empty() { Ok(()) } else { Err(Error { faults }) }
    }

    /// The faults of one source, at least one.
    pub(crate) fn of(faults: Faults) -> Self {
        Self { faults: faults.into_sorted() }
    }

    /// Every fault found, in the order of the sources, then of lines and columns.
    ///
    /// ```
    /// use whosaid::Gazetteer;
    ///
    /// let table = "id\tname\tkind\nKyiv\tKyiv\tplace\nplace/rome\t\tplace\n";
    /// let error = Gazetteer::builder().string("mine.tsv", table).build().unwrap_err();
    /// let lines: Vec<_> = error.faults().iter().map(|fault| fault.line()).collect();
    /// assert_eq!(lines, [Some(2), Some(3)]);
    /// ```
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// Whether a source could not be read at all.
    ///
    /// ```
    /// use whosaid::Gazetteer;
    ///
    /// let error = Gazetteer::builder().file("no/such/file.tsv").build().unwrap_err();
    /// assert!(error.is_io());
    /// ```
    pub fn is_io(&self) -> bool {
        self.faults.iter().any(|fault| fault.is_io)
    }

    /// Whether a source that could be read breaks the rules of gazetteer files, or is a compiled gazetteer that is damaged
    /// or of another version.
    ///
    /// Both this and [`is_io`](Self::is_io) hold when some source has one sort of fault and another has the other.
    ///
    /// ```
    /// use whosaid::Gazetteer;
    ///
    /// let error = Gazetteer::builder().string("mine.tsv", "id\tname").build().unwrap_err();
    /// assert!(error.is_gazetteer() && !error.is_io());
    /// ```
    pub fn is_gazetteer(&self) -> bool {
        self.faults.iter().any(|fault| !fault.is_io)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, fault) in self.faults.iter().enumerate() {
            if i > 0 {
                f.write_str("\n")?;
            }
            fault.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}

/// One thing that is wrong in a source, where it stands and what to write instead.
///
/// ```
/// use whosaid::Gazetteer;
///
/// let table = "id\tname\tkind\nplace/kyiv\tKyiv\tcity\n";
/// let error = Gazetteer::builder().string("mine.tsv", table).build().unwrap_err();
/// let fault = &error.faults()[0];
/// assert_eq!((fault.source(), fault.line(), fault.column()), ("mine.tsv", Some(2), Some(17)));
/// assert_eq!(fault.message(), "unknown kind `city`");
/// assert_eq!(fault.advice(), "write `person`, `place` or `organization`");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    source: Arc<str>,
    /// Line and column, both counted from one; `None` when the source as a whole is at fault.
    place: Option<(usize, usize)>,
    is_io: bool,
    message: String,
    advice: String,
}

impl Fault {
    /// The path of the file, or the label that the text or the reader was given with.
    ///
    /// ```
    /// # use whosaid::Gazetteer;
    /// let error = Gazetteer::builder().string("mine.tsv", "").build().unwrap_err();
    /// assert_eq!(error.faults()[0].source(), "mine.tsv");
    /// ```
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The line, counted from one; `None` when the source could not be read or is no table.
    ///
    /// ```
    /// # use whosaid::Gazetteer;
    /// let error = Gazetteer::builder().string("mine.tsv", "# only\n# comments").build().unwrap_err();
    /// assert_eq!(error.faults()[0].line(), Some(1));
    /// ```
    pub fn line(&self) -> Option<usize> {
        self.place.map(|(line, _)| line)
    }

    /// The column in characters, counted from one; `None` when the line is.
    ///
    /// ```
    /// # use whosaid::Gazetteer;
    /// let error = Gazetteer::builder().file("no/such/file.tsv").build().unwrap_err();
    /// assert_eq!(error.faults()[0].column(), None);
    /// ```
    pub fn column(&self) -> Option<usize> {
        self.place.map(|(_, column)| column)
    }

    /// What is wrong.
    ///
    /// ```
    /// # use whosaid::Gazetteer;
    /// let error = Gazetteer::builder().string("mine.tsv", "id\tname\tknid").build().unwrap_err();
    /// assert_eq!(error.faults()[0].message(), "unknown column `knid`");
    /// ```
    pub fn message(&self) -> &str {
        &self.message
    }

    /// What to write instead.
    ///
    /// ```
    /// # use whosaid::Gazetteer;
    /// let error = Gazetteer::builder().string("mine.tsv", "id\tname\tknid").build().unwrap_err();
    /// assert_eq!(error.faults()[0].advice(), "write `kind`");
    /// ```
    pub fn advice(&self) -> &str {
        &self.advice
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.source)?;
        if let Some((line, column)) = self.place {
            write!(f, ":{line}:{column}")?;
        }
        write!(f, ": {}; {}", self.message, self.advice)
    }
}

/// The faults found so far in one source.
///
/// Reading goes on after a fault, so the finders of faults report here instead of returning an error.
#[derive(Debug)]
pub(crate) struct Faults {
    source: Arc<str>,
    found: Vec<Fault>,
}

impl Faults {
    /// No fault yet in the source of that name.
    pub(crate) fn of(source: &str) -> Self {
        Self { source: source.into(), found: Vec::new() }
    }

    /// No fault yet in the same source.
    pub(crate) fn none(&self) -> Self {
        Self { source: Arc::clone(&self.source), found: Vec::new() }
    }

    /// Adds what was found in another part of the source.
    pub(crate) fn append(&mut self, mut others: Self) {
        self.found.append(&mut others.found);
    }

    /// The source whose faults these are.
    pub(crate) fn source(&self) -> &Arc<str> {
        &self.source
    }

    /// How many there are so far.
    pub(crate) fn len(&self) -> usize {
        self.found.len()
    }

    /// Reports a fault at a line and column, both counted from one.
    pub(crate) fn at(&mut self, (line, column): (usize, usize), message: impl Into<String>, advice: impl Into<String>) {
        self.push(Some((line, column)), false, message.into(), advice.into());
    }

    /// Reports that the source could not be read.
    pub(crate) fn unreadable(&mut self, reason: &str) {
        let advice = "give a file that exists and can be read".to_owned();
        self.push(None, true, format!("cannot be read: {reason}"), advice);
    }

    /// Reports that the source, as a whole, is not what it ought to be.
    pub(crate) fn unusable(&mut self, message: impl Into<String>, advice: impl Into<String>) {
        self.push(None, false, message.into(), advice.into());
    }

    fn push(&mut self, place: Option<(usize, usize)>, is_io: bool, message: String, advice: String) {
        self.found.push(Fault { source: Arc::clone(&self.source), place, is_io, message, advice });
    }

    fn into_sorted(mut self) -> Vec<Fault> {
        // Stable: two faults of one field stay in the order in which the checks are written.
        self.found.sort_by_key(|fault| fault.place);
        self.found
    }
}
