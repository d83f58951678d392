//! A picture of an article: one page that shows what was found, to look at in a browser, to print or to send.
//!
//! A page needs nothing besides itself: no network, no script, no other file. People, places and organizations have
//! borders of different styles; quotations are shaded by speaker, and the number at the end of each is the speaker's in
//! the list beside the text. It leads to where the text names the speaker, and pointing at a quotation shows who that is,
//! by which rule, and how often the rule is right. Colours are those of Okabe and Ito (*Color Universal Design*, 2008), which
//! colour-blind readers can tell apart; nothing is said by colour alone.
//!
//! Everything from the text and the record is escaped.

mod article;
mod cast;
mod frame;
mod index;
mod page;

pub use index::{Entry, index};
pub use page::page;
