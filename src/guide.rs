//! How to do things with it, a page each: for whoever has read the front page and wants more than its example.
//!
//! | page | what it is about |
//! |---|---|
//! | [`gazetteers`] | names of your own: tables, faults, doubtful names, millions of them |
//! | [`offsets`] | what `start` and `end` count, for readers in other languages |
//! | [`confidence`] | sieves, how sure a speaker is, and how to have fewer or more quotations |
//! | [`malformed`] | what is read although it is broken, and what the limits are |
//! | [`speed`] | millions of texts |
//! | [`exporting`] | pages, tables and annotations for other tools |
//! | [`comparison`] | other tools, with measured figures, and what this one does not do |
//! | [`from_textacy`] | for users of textacy's `direct_quotations` |

#[doc = include_str!("../docs/guide/comparison.md")]
pub mod comparison {}

#[doc = include_str!("../docs/guide/confidence.md")]
pub mod confidence {}

#[doc = include_str!("../docs/guide/exporting.md")]
pub mod exporting {}

#[doc = include_str!("../docs/guide/from_textacy.md")]
pub mod from_textacy {}

#[doc = include_str!("../docs/guide/gazetteers.md")]
pub mod gazetteers {}

#[doc = include_str!("../docs/guide/malformed.md")]
pub mod malformed {}

#[doc = include_str!("../docs/guide/offsets.md")]
pub mod offsets {}

#[doc = include_str!("../docs/guide/speed.md")]
pub mod speed {}
