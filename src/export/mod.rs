//! Records in the formats that other tools read.
//!
//! A function here takes a text and its record, or records alone where the text is not needed, and returns the
//! format as a string. Spans of the record are looked up in the unit that the record says; see [`Offsets`].
//!
//! | module | what it writes | offsets in it |
//! |---|---|---|
//! | [`html`] | a page to look at: the text with everything marked that was found | none |
//! | [`csv`] | a row for each quotation, for spreadsheets | those of the record |
//!
//! [`Offsets`]: crate::Offsets

mod cast;
pub mod csv;
pub mod html;
mod places;
