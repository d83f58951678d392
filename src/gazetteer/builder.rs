//! Where the entities of a gazetteer come from.

use std::io::Read;
use std::path::{Path, PathBuf};

use super::bytes::looks_compiled;
use super::compiled::Compiled;
use super::load::Loader;
use super::{Doubt, Gazetteer, check, save};
use crate::error::Error;

impl Gazetteer {
    /// A builder, to which files, strings and readers are given.
    ///
    /// ```
    /// use whosaid::Gazetteer;
    ///
    /// let builder = Gazetteer::builder().string("mine.tsv", "id\tname\tkind\nplace/kyiv\tKyiv\tplace\n");
    /// assert_eq!(builder.build()?.len(), 1);
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn builder() -> GazetteerBuilder {
        GazetteerBuilder::default()
    }
}

/// Collects the sources of a [`Gazetteer`] and builds it.
///
/// Sources come in any number and order. An entity of a later source replaces the one with the same id of an earlier
/// source, so that a user's entity replaces a bundled one when the bundled ones are asked for first.
///
/// All sources are read before anything is said about them: the error has the faults of every one of them, and
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

    /// Adds the entities of a file, which [`build`](Self::build) will read: a table, or a gazetteer that was
    /// [saved](Gazetteer::save).
    ///
    /// A saved one is as good as the tables that it was built from. Alone, or if it was built with all sources before it
    /// (the bundled ones, say), it need not be compiled again.
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

    /// Adds the entities of a table, or of a [saved](Gazetteer::save) gazetteer, that the reader gives. Faults are reported under the label.
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
    /// On a machine with two cores, a million names take about a second and, until they are ready, some 200 bytes each
    /// beside the table itself; what stays is some 120 bytes each, 32 of them for every entity and the rest for its text
    /// and for the tables in which names are looked up. There is a thread for each core, eight at most, if there is more than half a megabyte of names.
    ///
    /// # Errors
    ///
    /// If any source cannot be read or has any fault; the first thousand of each source are in the error.
    ///
    /// # Limits
    ///
    /// A name, an id or another item of a field may have 1,000 bytes, and a list 1,000 items. All names together may have
    /// 2 GiB; one outside ASCII counts up to sixteen times. More than that is a fault. A table takes no more memory, while it is
    /// read, than some fifty times its size, whatever is in it; with a million ordinary names it is seven times.
    ///
    /// ```
    /// use whosaid::Gazetteer;
    ///
    /// let mine = "id\tname\tkind\tin\nplace/lviv\tLviv\tplace\tplace/ukraine\n";
    /// let error = Gazetteer::builder().string("mine.tsv", mine).build().unwrap_err();
    /// assert_eq!(error.faults()[0].message(), "no entity has the id `place/ukraine`");
    /// ```
    pub fn build(self) -> Result<Gazetteer, Error> {
        let mut loading = Loading::default();
        self.sources.into_iter().for_each(|source| loading.read(source, false));
        match loading.whole {
            Some(gazetteer) => Ok(gazetteer),
            None => Ok(Gazetteer::of(Compiled::of(loading.loader.finish()?))),
        }
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
        let mut loading = Loading::default();
        self.sources.into_iter().for_each(|source| loading.read(source, true));
        loading.divide();
        Ok(check::doubts(&loading.loader.finish()?))
    }
}

/// The sources so far.
#[derive(Default)]
struct Loading {
    loader: Loader,
    /// What they amount to, if that is a gazetteer which is compiled already; then the loader has nothing.
    whole: Option<Gazetteer>,
    has_parts: bool,
}

impl Loading {
    fn read(&mut self, source: Source, takes_notes: bool) {
        let (label, bytes) = match source {
            #[cfg(feature = "bundled")]
            Source::Bundled => return self.join("gazetteers", Gazetteer::bundled()),
            Source::File(path) => (path.display().to_string(), std::fs::read(&path).map_err(|error| error.to_string())),
            Source::Given { label, bytes } => (label, bytes),
        };
        if let Some(bytes) = bytes.as_ref().ok().filter(|bytes| looks_compiled(bytes)) {
            return match save::read(&label, bytes) {
                Ok(gazetteer) => self.join(&label, gazetteer),
                Err(faults) => {
                    self.divide();
                    self.loader.begin(false);
                    self.loader.refuse(faults);
                }
            };
        }
        self.divide();
        self.loader.begin(takes_notes);
        self.loader.read(&label, bytes.as_deref().map_err(String::as_str));
    }

    /// A gazetteer that was compiled with those before it stays as it is: a million names need not be sorted again only
    /// because the bundled ones, which are among them, were asked for too.
    fn join(&mut self, label: &str, gazetteer: Gazetteer) {
        let has_all = self.whole.as_ref().is_none_or(|whole| gazetteer.begins_with(whole));
        if has_all && !self.has_parts {
            self.whole = Some(gazetteer);
        } else {
            self.divide();
            self.loader.begin(false);
            self.loader.adopt(label, &gazetteer.compiled.entities);
        }
    }

    /// Hands the entities so far to the loader, for others are to join them.
    fn divide(&mut self) {
        self.has_parts = true;
        if let Some(whole) = self.whole.take() {
            self.loader.begin(false);
            self.loader.adopt("gazetteers", &whole.compiled.entities);
        }
    }
}
