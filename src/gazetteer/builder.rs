//! Where the entities of a gazetteer come from.

use std::io::Read;
use std::path::{Path, PathBuf};

use super::compiled::Compiled;
use super::load::{Joined, Loader};
use super::{Doubt, Gazetteer, check};
use crate::error::Error;

/// Collects the sources of a [`Gazetteer`] and builds it.
///
/// Sources come in any number and order. An entity of a later source replaces the one with the same id of an earlier
/// source, so that a user's entity replaces a bundled one when the bundled ones are asked for first.
///
/// All sources are read before anything is said about them: the error has every fault of every one of them, and
/// nothing is half-loaded.
///
/// ```
/// use whosaid::Gazetteer;
///
/// let ours = "id\tname\taliases\tkind\nplace/kyiv\tKyiv\tKiev\tplace\n";
/// let mine = "# My additions\nid\tkind\tname\nplace/kyiv\tplace\tKyiv\nplace/lviv\tplace\tLviv\n";
/// let gazetteer = Gazetteer::builder().string("ours.tsv", ours).string("mine.tsv", mine).build()?;
/// assert_eq!(gazetteer.len(), 2);
/// assert_eq!(gazetteer.entity("place/kyiv").unwrap().source(), ("mine.tsv", 3));
/// assert_eq!(gazetteer.lookup("Kiev").count(), 0);
/// # Ok::<(), whosaid::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct GazetteerBuilder {
    sources: Vec<Source>,
}

/// A source that may not have been read yet.
#[derive(Clone, Debug)]
enum Source {
    #[cfg(feature = "bundled")]
    Bundled,
    File(PathBuf),
    Given {
        label: String,
        /// The bytes, or why there are none.
        bytes: Result<Vec<u8>, String>,
    },
}

impl GazetteerBuilder {
    /// Adds the entities that come with the library.
    ///
    /// ```
    /// use whosaid::Gazetteer;
    ///
    /// let mine = "id\tname\tkind\nperson/me\tMe Myself\tperson\n";
    /// let gazetteer = Gazetteer::builder().bundled().string("mine.tsv", mine).build()?;
    /// assert_eq!(gazetteer.len(), Gazetteer::bundled().len() + 1);
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    #[cfg(feature = "bundled")]
    pub fn bundled(self) -> Self {
        self.with(Source::Bundled)
    }

    /// Adds the entities of a file, which [`build`](Self::build) will read.
    ///
    /// ```
    /// use whosaid::Gazetteer;
    ///
    /// let error = Gazetteer::builder().file("no/such/file.tsv").build().unwrap_err();
    /// assert!(error.to_string().starts_with("no/such/file.tsv: cannot be read: "));
    /// ```
    pub fn file(self, path: impl AsRef<Path>) -> Self {
        self.with(Source::File(path.as_ref().to_owned()))
    }

    /// Adds the entities of a table in memory. Faults are reported under the label.
    ///
    /// ```
    /// use whosaid::Gazetteer;
    ///
    /// let table = "id\tname\tkind\nplace/kyiv\tKyiv\tplace\n";
    /// assert_eq!(Gazetteer::builder().string("cities", table).build()?.len(), 1);
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn string(self, label: impl Into<String>, text: impl Into<String>) -> Self {
        self.with(Source::Given { label: label.into(), bytes: Ok(text.into().into_bytes()) })
    }

    /// Adds the entities of a table that the reader gives. Faults are reported under the label.
    ///
    /// The reader is read to its end here and now, so that it need not outlive the builder; if that fails,
    /// [`build`](Self::build) says so.
    ///
    /// ```
    /// use whosaid::Gazetteer;
    ///
    /// let bytes: &[u8] = b"id\tname\tkind\nplace/kyiv\tKyiv\tplace\n";
    /// assert_eq!(Gazetteer::builder().reader("standard input", bytes).build()?.len(), 1);
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn reader(self, label: impl Into<String>, mut reader: impl Read) -> Self {
        let mut bytes = Vec::new();
        let bytes = reader.read_to_end(&mut bytes).map(|_| bytes).map_err(|error| error.to_string());
        self.with(Source::Given { label: label.into(), bytes })
    }

    fn with(mut self, source: Source) -> Self {
        self.sources.push(source);
        self
    }

    /// Reads the sources, checks them and compiles the names.
    ///
    /// # Errors
    ///
    /// If any source cannot be read or has any fault; all of them are in the error.
    ///
    /// ```
    /// use whosaid::Gazetteer;
    ///
    /// let mine = "id\tname\tkind\tin\nplace/lviv\tLviv\tplace\tplace/ukraine\n";
    /// let error = Gazetteer::builder().string("mine.tsv", mine).build().unwrap_err();
    /// assert_eq!(error.faults()[0].message(), "no entity has the id `place/ukraine`");
    /// ```
    pub fn build(self) -> Result<Gazetteer, Error> {
        Ok(Gazetteer::of(Compiled::of(self.load(false)?)))
    }

    /// Reads the sources and says which of their names are doubtful: no fault, but likely to find somebody else.
    ///
    /// The doubts are in the order of the sources, then of the lines, those that a file argues included: see
    /// [`Doubt::argument`]. Names of the bundled entities are not doubted, but those of the other sources are compared
    /// with them.
    ///
    /// # Errors
    ///
    /// The same as those of [`build`](Self::build).
    ///
    /// ```
    /// use whosaid::{DoubtKind, Gazetteer};
    ///
    /// let mine = "id\tname\tkind\norganization/target\tTarget\torganization\n";
    /// let doubts = Gazetteer::builder().string("mine.tsv", mine).check()?;
    /// assert_eq!(doubts[0].kind(), DoubtKind::Word);
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn check(self) -> Result<Vec<Doubt>, Error> {
        Ok(check::doubts(&self.load(true)?))
    }

    fn load(self, takes_notes: bool) -> Result<Joined, Error> {
        let mut loader = Loader::default();
        for source in self.sources {
            match source {
                #[cfg(feature = "bundled")]
                Source::Bundled => {
                    loader.begin(false);
                    loader.adopt("gazetteers", &Gazetteer::bundled().compiled.entities);
                }
                Source::File(path) => {
                    loader.begin(takes_notes);
                    let bytes = std::fs::read(&path).map_err(|error| error.to_string());
                    loader.read(&path.display().to_string(), bytes.as_deref().map_err(String::as_str));
                }
                Source::Given { label, bytes } => {
                    loader.begin(takes_notes);
                    loader.read(&label, bytes.as_deref().map_err(String::as_str));
                }
            }
        }
        loader.finish()
    }
}
