//! The lexicon that is compiled into the library, from the files under `gazetteers/lexicon/` by `build.rs`.

use once_cell::sync::Lazy;

use super::bytes;
use super::look_up::Lexicon;

/// So that no slot of the table of forms straddles two lines of a processor's cache.
#[repr(C, align(64))]
struct Aligned<T: ?Sized>(T);

static BYTES: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/lexicon")));

/// Read on first use.
static BUNDLED: Lazy<Lexicon> = Lazy::new(|| bytes::read(&BYTES.0).expect("the bytes that `build.rs` wrote"));

impl Lexicon {
    /// The lexicon that is compiled in.
    pub(crate) fn bundled() -> &'static Self {
        &BUNDLED
    }
}
