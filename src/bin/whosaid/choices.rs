//! What may be chosen of the library, with what the help says of it.

use clap::ValueEnum;
use whosaid::{CueClass, Offsets, Step};

/// The library's [`Offsets`], with what the help says of them.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum Unit {
    /// Bytes of UTF-8: Rust, Go
    #[default]
    Bytes,
    /// Unicode code points: Python, spaCy, brat
    Chars,
    /// UTF-16 code units: JavaScript, Java, C#
    Utf16,
}

impl From<Unit> for Offsets {
    fn from(unit: Unit) -> Self {
        match unit {
            Unit::Bytes => Self::Bytes,
            Unit::Chars => Self::Chars,
            Unit::Utf16 => Self::Utf16,
        }
    }
}

/// The library's [`CueClass`], with what the help says of them.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Class {
    /// say, argue, promise
    Speech,
    /// write, tweet, report
    Writing,
    /// think, believe, expect
    Thought,
    /// want, plan, intend
    Intention,
}

impl From<Class> for CueClass {
    fn from(class: Class) -> Self {
        match class {
            Class::Speech => Self::Speech,
            Class::Writing => Self::Writing,
            Class::Thought => Self::Thought,
            Class::Intention => Self::Intention,
        }
    }
}

/// The library's [`Step`], with what the help says of them.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Skipped {
    /// names outside the gazetteer
    Discovery,
    /// surnames and acronyms after the full name
    Linking,
    /// he, she, it, who, and I in quotation marks
    Pronouns,
    /// the mayor, the company, the statement
    Descriptions,
}

impl From<Skipped> for Step {
    fn from(skipped: Skipped) -> Self {
        match skipped {
            Skipped::Discovery => Self::Discovery,
            Skipped::Linking => Self::Linking,
            Skipped::Pronouns => Self::Pronouns,
            Skipped::Descriptions => Self::Descriptions,
        }
    }
}

/// Reads a number from 0 to 1.
pub(crate) fn share(text: &str) -> Result<f64, String> {
    let share = text.parse().ok().filter(|share| (0.0..=1.0).contains(share));
    share.ok_or_else(|| "give a number from 0 to 1, such as 0.95".to_owned())
}
