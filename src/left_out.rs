//! For tests of tables whose rows decide something: a row left out has to change how its example is read.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::fmt::Debug;

thread_local! {
    static LEFT_OUT: Cell<&'static str> = const { Cell::new("") };
}

/// The row of that name is left out now.
pub(crate) fn is_left_out(name: &str) -> bool {
    LEFT_OUT.get() == name
}

/// Fails unless each row, of which name and example are given, decides its example. `read` gives what is found in an
/// example, and what its author expects.
pub(crate) fn assert_each_row_decides<Reading: PartialEq + Debug>(
    rows: impl Iterator<Item = (&'static str, &'static str)>,
    read: impl Fn(&str) -> (Reading, Reading),
) {
    let (mut names, mut faults) = (BTreeSet::new(), Vec::new());
    for (name, example) in rows {
        assert!(names.insert(name), "two rows {name}");
        let (found, expected) = read(example);
        if found != expected {
            faults.push(format!("{name}: {example:?} is read as {found:?}"));
        }
        LEFT_OUT.set(name);
        if read(example).0 == found {
            faults.push(format!("{name}: {example:?} is read as {found:?} without the row, too"));
        }
        LEFT_OUT.set("");
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
