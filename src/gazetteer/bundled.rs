//! The gazetteer that is compiled into the library, from the files under `gazetteers/` by `build.rs`.

use once_cell::sync::Lazy;

use super::{Gazetteer, bytes};

static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/bundled.gazetteer"));

/// Read on first use. The bytes were written when the library was built, by the same code.
static GAZETTEER: Lazy<Gazetteer> =
    Lazy::new(|| Gazetteer::of(bytes::read(BYTES).expect("the bytes that `build.rs` wrote")));

impl Gazetteer {
    /// The gazetteer that comes with the library: leaders, countries and cities, and the organizations in the news.
    ///
    /// It is read on first use, which takes some milliseconds, and then shared.
    ///
    /// ```
    /// use whosaid::Gazetteer;
    ///
    /// let gazetteer = Gazetteer::bundled();
    /// assert_eq!(gazetteer.len(), gazetteer.entities().len());
    /// ```
    pub fn bundled() -> Gazetteer {
        GAZETTEER.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_what_was_written() {
        assert!(bytes::write(&GAZETTEER.compiled) == BYTES);
    }
}
