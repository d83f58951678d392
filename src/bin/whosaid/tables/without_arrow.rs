//! What stands in for the tables where the program was built without Arrow.

use std::convert::Infallible;
use std::io;
use std::path::Path;

use whosaid::{Offsets, Record};

use crate::format::Format;

/// There are none.
pub(crate) struct Tables(Infallible);

impl Tables {
    pub(crate) fn open(format: Format, _: Option<&Path>, _: Option<&Path>, _: Offsets) -> io::Result<Self> {
        let feature = if format == Format::Parquet { "parquet" } else { "arrow" };
        Err(io::Error::other(format!(
            "this program was built without {feature}; build it with `--features cli,{feature}`, or write `--format csv`"
        )))
    }

    pub(crate) fn format(&self) -> Format {
        match self.0 {}
    }

    pub(crate) fn add(&mut self, _: &Record) -> io::Result<()> {
        match self.0 {}
    }

    pub(crate) fn finish(self) -> io::Result<()> {
        match self.0 {}
    }
}
