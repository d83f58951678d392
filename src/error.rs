//! The one error type: what is wrong with the data given, fault by fault.

use std::fmt;
use std::sync::Arc;

/// Why a value could not be built from its data.
///
/// Building a [`Gazetteer`](crate::Gazetteer) and reading a [`Record`](crate::Record) can fail; reading a text cannot. The
/// error lists the faults of every file (the first thousand of each), so that one run is enough to mend them all. Its [`Display`](fmt::Display) form has one fault a line,
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

    /// The faults found, the first thousand of each source, in the order of the sources, then of lines and columns.
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
        self.faults.iter().any(|fault| fault.sort == Sort::Io)
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
        self.faults.iter().any(|fault| fault.sort == Sort::Gazetteer)
    }

    /// Whether what should be a record is none, or one of another text.
    ///
    /// ```
    /// use whosaid::Record;
    ///
    /// assert!(Record::from_json("{").unwrap_err().is_record());
    /// ```
    pub fn is_record(&self) -> bool {
        self.faults.iter().any(|fault| fault.sort == Sort::Record)
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
    sort: Sort,
    message: String,
    advice: String,
}

/// What a fault is a fault of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    /// A source that cannot be read.
    Io,
    Gazetteer,
    Record,
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
    /// What those are that have nothing to do with reading.
    sort: Sort,
    /// [`LIMIT`] at most.
    found: Vec<Fault>,
    /// How many there were beside them.
    more: usize,
}

/// Nobody reads more faults of one source. Without a limit, a file of a few megabytes could ask for a gigabyte of them.
const LIMIT: usize = 1000;

impl Faults {
    /// No fault yet in the gazetteer file of that name.
    pub(crate) fn of(source: &str) -> Self {
        Self::with(source.into(), Sort::Gazetteer)
    }

    /// No fault yet in the record of that name.
    pub(crate) fn of_record(source: &str) -> Self {
        Self::with(source.into(), Sort::Record)
    }

    /// No fault yet in the same source.
    pub(crate) fn none(&self) -> Self {
        Self::with(Arc::clone(&self.source), self.sort)
    }

    fn with(source: Arc<str>, sort: Sort) -> Self {
        Self { source, sort, found: Vec::new(), more: 0 }
    }

    /// Adds what was found in another part of the source, behind this one.
    pub(crate) fn append(&mut self, mut others: Self) {
        let room = LIMIT - self.found.len();
        self.more += others.more + others.found.len().saturating_sub(room);
        others.found.truncate(room);
        self.found.append(&mut others.found);
    }

    /// The source whose faults these are.
    pub(crate) fn source(&self) -> &Arc<str> {
        &self.source
    }

    /// How many there are so far.
    pub(crate) fn len(&self) -> usize {
        self.found.len() + self.more
    }

    /// Reports a fault at a line and column, both counted from one.
    pub(crate) fn at(&mut self, (line, column): (usize, usize), message: impl Into<String>, advice: impl Into<String>) {
        self.push(Some((line, column)), self.sort, message, advice);
    }

    /// Reports that the source could not be read.
    pub(crate) fn unreadable(&mut self, reason: &str) {
        let message = format!("cannot be read: {reason}");
        self.push(None, Sort::Io, message, "give a file that exists and can be read");
    }

    /// Reports that the source, as a whole, is not what it ought to be.
    pub(crate) fn unusable(&mut self, message: impl Into<String>, advice: impl Into<String>) {
        self.push(None, self.sort, message, advice);
    }

    fn push(
        &mut self,
        place: Option<(usize, usize)>,
        sort: Sort,
        message: impl Into<String>,
        advice: impl Into<String>,
    ) {
        if self.found.len() == LIMIT {
            self.more += 1;
            return;
        }
        let (message, advice) = (message.into(), advice.into());
        self.found.push(Fault { source: Arc::clone(&self.source), place, sort, message, advice });
    }

    fn into_sorted(mut self) -> Vec<Fault> {
        // Stable: two faults of one field stay in the order in which the checks are written.
        self.found.sort_by_key(|fault| fault.place);
        if self.more > 0 {
            let message = format!("{} more faults", self.more);
            let advice = "mend those above first, and the others will be shown".to_owned();
            self.found.push(Fault { source: self.source, place: None, sort: self.sort, message, advice });
        }
        self.found
    }
}

/// Text as a message shows it: on one line, however it was meant, and not longer than a reader will read.
pub(crate) fn shown(text: &str) -> String {
    const LONGEST: usize = 120;
    let mut shown = String::new();
    let mut chars = text.chars();
    for c in chars.by_ref().take(LONGEST) {
        // Controls, and what turns the direction of the words behind it.
        if c.is_control() || matches!(c, '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}') {
            shown.extend(c.escape_unicode());
        } else {
            shown.push(c);
        }
    }
    if chars.next().is_some() {
        shown.push('…');
    }
    shown
}
