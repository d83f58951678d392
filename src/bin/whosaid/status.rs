//! The exit status.

use std::process::ExitCode;

/// How a run ended, for the shell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    /// All of it is done.
    Done,
    /// Some input could not be read, or a name is unknown; the rest is done.
    Incomplete,
    /// Nothing is to be had: wrong usage, a faulty gazetteer, or nowhere to write to.
    Refused,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(match status {
            Status::Done => 0,
            Status::Incomplete => 1,
            Status::Refused => 2,
        })
    }
}
