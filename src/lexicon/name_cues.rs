//! What a word tells of a name that it is a part of or stands beside, where the [`Tags`](super::tags::Tags) do not.

bitflags::bitflags! {
    /// Classes of name-cues.tsv and name-parts.tsv, as these files explain them.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    pub(crate) struct NameCues: u8 {
        /// Ships and storms, which bear the names of people.
        const NAMESAKE = 1;
        /// A role that companies have as well as people.
        const COMPANY_ROLE = 1 << 1;
        /// A title of those who are counted: King Brellon I.
        const RULER = 1 << 2;
        /// A title that somebody of the news has as long as they have one at all: without it in the gazetteer, it is another.
        const LOCAL_TITLE = 1 << 3;
        /// Such a title of a judge; these stand for each other.
        const BENCH = 1 << 4;
        /// Ends the names of places and organizations, and many people have it as a surname.
        const COMMON_SURNAME = 1 << 5;
        /// A preposition that says that the name after it is a place's.
        const LOCATIVE = 1 << 6;
    }
}
