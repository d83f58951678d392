//! Lists that are needed only while a gazetteer is built.

/// More than this the allocator of the GNU C library gives back as soon as it is free. Of what is less it keeps as much as
/// it has ever been given back, and a gazetteer of a million names would seem to be half as large again as it is.
const GIVEN_BACK: usize = 33 << 20;

/// Lists of fewer bytes than this are not worth the trouble: what the allocator keeps of them is little, and room that is
/// asked for counts where memory is limited, even if nothing is written to it.
const WORTHWHILE: usize = 1 << 23;

/// An empty list with room for so many items, and if they are many for more: what is not written to costs nothing.
pub(super) fn list<T>(count: usize) -> Vec<T> {
    let size = size_of::<T>().max(1);
    let is_long = count.saturating_mul(size) >= WORTHWHILE;
    Vec::with_capacity(if is_long { count.max(GIVEN_BACK / size) } else { count })
}

/// So many copies of an item.
pub(super) fn filled<T: Clone>(item: T, count: usize) -> Vec<T> {
    let mut filled = list(count);
    filled.resize(count, item);
    filled
}

/// An empty text with room for so many bytes.
pub(super) fn text(bytes: usize) -> String {
    String::from_utf8(list(bytes)).unwrap_or_default()
}
