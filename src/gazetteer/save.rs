//! Compiled gazetteers outside of the program: saved once, loaded without being read, checked and sorted again.

use std::path::Path;
use std::{fs, io};

use super::Gazetteer;
use super::bytes::{self, Unreadable};
use crate::error::{Error, Faults};

impl Gazetteer {
    /// The gazetteer as bytes, which [`from_bytes`](Self::from_bytes) reads: some hundred for each name, half of them text.
    ///
    /// The same gazetteer gives the same bytes on every machine. The format is whosaid's own and may change with a version
    /// of the crate that says so in its changelog; keep the tables.
    ///
    /// ```
    /// use whosaid::Gazetteer;
    ///
    /// let table = "id\tname\tkind\nplace/kyiv\tKyiv\tplace\n";
    /// let bytes = Gazetteer::builder().string("cities", table).build()?.to_bytes();
    /// assert_eq!(Gazetteer::from_bytes(&bytes)?.entity("place/kyiv").unwrap().source(), ("cities", 2));
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn to_bytes(&self) -> Vec<u8> {
        bytes::write(&self.compiled)
    }

    /// The gazetteer that was written as these bytes, equal to it in all that it finds and tells.
    ///
    /// A million names take a quarter of a second, a seventh of what it takes to [build](crate::GazetteerBuilder::build) them.
    ///
    /// # Errors
    ///
    /// If the bytes are something else, are damaged (there is a checksum), or were written by a version of the crate
    /// that has another format. No bytes make it panic, now or later.
    ///
    /// ```
    /// use whosaid::Gazetteer;
    ///
    /// let mut bytes = Gazetteer::empty().to_bytes();
    /// assert!(Gazetteer::from_bytes(&bytes)?.is_empty());
    ///
    /// bytes[100] ^= 1;
    /// let error = Gazetteer::from_bytes(&bytes).unwrap_err();
    /// assert_eq!(error.faults()[0].message(), "damaged: the checksum of the compiled gazetteer is wrong");
    ///
    /// let error = Gazetteer::from_bytes(b"id\tname\tkind\n").unwrap_err();
    /// assert_eq!(error.faults()[0].message(), "not a compiled gazetteer");
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn from_bytes(bytes: &[u8]) -> Result<Gazetteer, Error> {
        read("compiled gazetteer", bytes).map_err(Error::of)
    }

    /// Writes the gazetteer to a file, as [`to_bytes`](Self::to_bytes) gives it, in place of any file of that path.
    ///
    /// # Errors
    ///
    /// If the file cannot be written. It may be incomplete then, and [`load`](Self::load) will say so.
    ///
    /// ```
    /// use whosaid::Gazetteer;
    ///
    /// let path = std::env::temp_dir().join(format!("cities-{}.gazetteer", std::process::id()));
    /// let table = "id\tname\tkind\nplace/kyiv\tKyiv\tplace\n";
    /// Gazetteer::builder().string("cities", table).build()?.save(&path)?;
    /// assert_eq!(Gazetteer::load(&path)?.lookup("Kyiv").count(), 1);
    /// # std::fs::remove_file(&path)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn save(&self, path: impl AsRef<Path>) -> io::Result<()> {
        fs::write(path, self.to_bytes())
    }

    /// The gazetteer that [`save`](Self::save) or `whosaid gazetteer compile` wrote to the file.
    ///
    /// [`GazetteerBuilder::file`](crate::GazetteerBuilder::file) takes such a file too, and joins it with others.
    ///
    /// # Errors
    ///
    /// If the file cannot be read, and as [`from_bytes`](Self::from_bytes) says.
    ///
    /// ```
    /// use whosaid::Gazetteer;
    ///
    /// assert!(Gazetteer::load("no/such/file.gazetteer").unwrap_err().is_io());
    /// assert!(Gazetteer::load("Cargo.toml").unwrap_err().is_gazetteer());
    /// ```
    pub fn load(path: impl AsRef<Path>) -> Result<Gazetteer, Error> {
        let path = path.as_ref();
        let label = path.display().to_string();
        match fs::read(path) {
            Ok(bytes) => read(&label, &bytes).map_err(Error::of),
            Err(error) => {
                let mut faults = Faults::of(&label);
                faults.unreadable(&error.to_string());
                Err(Error::of(faults))
            }
        }
    }

    /// Whether the first entities have the ids of those of the other, in the same order: then this one with the other before
    /// it is this one again.
    pub(super) fn begins_with(&self, other: &Gazetteer) -> bool {
        self.len() >= other.len() && self.entities().zip(other.entities()).all(|(own, other)| own.id() == other.id())
    }
}

/// The gazetteer that the bytes are, or what is wrong with them.
pub(super) fn read(label: &str, bytes: &[u8]) -> Result<Gazetteer, Faults> {
    bytes::read(bytes).map(Gazetteer::of).map_err(|refusal| {
        let again = "build it again from its tables, with `whosaid gazetteer compile`";
        let copy = format!("copy it again, or {again}");
        let (message, advice) = match refusal {
            Unreadable::Foreign => (
                "not a compiled gazetteer".to_owned(),
                "give what `Gazetteer::save` or `whosaid gazetteer compile` wrote, or a table to `Gazetteer::builder`"
                    .to_owned(),
            ),
            Unreadable::Version(version) => (
                format!("compiled by another version of whosaid: format {version} instead of {}", bytes::VERSION),
                again.to_owned(),
            ),
            Unreadable::Length { expected, found } => {
                (format!("damaged: the compiled gazetteer has {found} bytes instead of {expected}"), copy)
            }
            Unreadable::Checksum => ("damaged: the checksum of the compiled gazetteer is wrong".to_owned(), copy),
            Unreadable::Contents => {
                ("damaged: the parts of the compiled gazetteer contradict each other".to_owned(), copy)
            }
        };
        let mut faults = Faults::of(label);
        faults.unusable(message, advice);
        faults
    })
}
