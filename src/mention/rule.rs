//! How a mention was found.

macro_rules! rules {
    ($($(#[doc = $doc:literal])+ $variant:ident $name:literal)*) => {
        /// How a mention was found and linked, so that a user can keep those that are sure enough.
        ///
        /// Names come first, then pronouns, then descriptions. Each has the name that records give it.
        ///
        /// ```
        /// use whosaid::{Extractor, Rule};
        ///
        /// let record = Extractor::default().extract("“No,” said Sheriff Maud Ellery. She left.");
        /// let rules: Vec<Rule> = record.mentions.iter().map(|mention| mention.rule).collect();
        /// assert_eq!(rules, [Rule::GivenName, Rule::Pronoun]);
        /// assert_eq!(Rule::GivenName.as_str(), "given-name");
        /// ```
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Rule {
            $($(#[doc = $doc])+ $variant,)*
            /// Of a record that another version has written: one without rules, or with new ones. No mention is found so.
            #[default]
            Unknown,
        }

        impl Rule {
            /// All rules by which mentions are found, in their order; not [`Rule::Unknown`].
            ///
            /// ```
            /// assert!(whosaid::Rule::ALL.contains(&whosaid::Rule::Gazetteer));
            /// ```
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The name of the rule in records.
            ///
            /// ```
            /// assert_eq!(whosaid::Rule::FirstPerson.as_str(), "first-person");
            /// ```
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                    Self::Unknown => "unknown",
                }
            }

            /// The rule of that name.
            ///
            /// ```
            /// use whosaid::Rule;
            ///
            /// assert_eq!(Rule::parse("title"), Some(Rule::Title));
            /// assert_eq!(Rule::parse("titel"), None);
            /// ```
            pub fn parse(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|rule| rule.as_str() == name)
            }
        }
    };
}

rules! {
    /// A name of the gazetteer.
    Gazetteer "gazetteer"
    /// A given name and a surname or a number: *Jane Doe*, *King Rufus II*.
    GivenName "given-name"
    /// A title, an office or a kinship before the name: *Sheriff Doe*, *his wife, Jane*.
    Title "title"
    /// An initial: *S. Doe*.
    Initial "initial"
    /// What only people have beside it, such as a verb of saying, an age, an apposition: *Doe, 54,*.
    BesidePerson "beside-person"
    /// The head word or the legal form of an organization: *Marden Institute*, *Marden & Co Ltd*.
    OrganizationForm "organization-form"
    /// The head word of a place: *Marden County*, *Mount Ellery*.
    PlaceForm "place-form"
    /// What stands around the name all over the text: *shares in Marden*, *the town of Lundby*.
    Surroundings "surroundings"
    /// A short form of a name that the text has in full: a surname, a given name, *the Fed*.
    ShortForm "short-form"
    /// An acronym that the text explains: *the Marden Harbour Trust (MHT)*.
    Acronym "acronym"
    /// A pronoun, by gender, grammar and nearness.
    Pronoun "pronoun"
    /// I, me or my between quotation marks: their speaker.
    FirstPerson "first-person"
    /// A relative pronoun: *Doe, who*.
    Relative "relative"
    /// A role that the text itself has given: *Jane Doe, the mayor of Lundby*, later *the mayor*.
    IntroducedRole "introduced-role"
    /// A title or description that the gazetteer gives: *the Russian president*.
    KnownRole "known-role"
    /// The noun stands in the entity's own name: *the committee*.
    NamedSo "named-so"
    /// Whoever of that kind is spoken of: *the 54-year-old*, *the company*.
    Attention "attention"
    /// A document that stands for who has issued it: *the statement*.
    Document "document"
    /// Somebody who speaks and is not resolved.
    Unresolved "unresolved"
}

#[cfg(test)]
mod tests {
    use super::Rule;

    #[test]
    fn names_are_unlike_and_read_back() {
        for &rule in Rule::ALL {
            assert_eq!(Rule::parse(rule.as_str()), Some(rule));
        }
    }
}
