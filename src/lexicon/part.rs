//! Parts of speech, as a tagger tells them apart.
// The library and its build script use different parts of this.
#![allow(dead_code)]

macro_rules! parts {
    ($($(#[$about:meta])* $part:ident $label:literal)*) => {
        /// A part of speech, finer than the classes of the [`Tags`](super::tags::Tags): the labels are those of the Penn Treebank,
        /// and more where that joins what the grammar has to tell apart.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub(crate) enum Part {
            $($(#[$about])* $part,)*
        }

        impl Part {
            /// Every part of speech, in the order of their numbers.
            pub(crate) const ALL: [Self; Self::COUNT] = [$(Self::$part),*];
            pub(crate) const COUNT: usize = [$($label),*].len();

            pub(crate) const fn label(self) -> &'static str {
                match self {
                    $(Self::$part => $label,)*
                }
            }
        }
    };
}

parts! {
    Noun "NN"
    Nouns "NNS"
    ProperNoun "NNP"
    ProperNouns "NNPS"
    Number "CD"
    Adjective "JJ"
    Comparative "JJR"
    Superlative "JJS"
    Adverb "RB"
    ComparativeAdverb "RBR"
    SuperlativeAdverb "RBS"
    /// The *up* of *gave up*.
    Particle "RP"
    Preposition "IN"
    /// Opens a clause: *that*, *because*.
    Subordinator "SC"
    To "TO"
    Determiner "DT"
    /// *This* or *those* where it stands alone.
    Demonstrative "DP"
    Predeterminer "PDT"
    Pronoun "PRP"
    Possessive "PRPS"
    /// *Someone*, *nothing*.
    IndefinitePronoun "PN"
    WhDeterminer "WDT"
    WhPronoun "WP"
    WhPossessive "WPS"
    WhAdverb "WRB"
    /// The *there* of *there is*.
    Existential "EX"
    Conjunction "CC"
    Modal "MD"
    Base "VB"
    Imperative "VBI"
    Past "VBD"
    Gerund "VBG"
    Participle "VBN"
    Present "VBP"
    Third "VBZ"
    PossessiveClitic "POS"
    Interjection "UH"
    Foreign "FW"
    Symbol "SYM"
    Punctuation "PUNCT"
}

impl Part {
    /// The part of speech with this label.
    pub(crate) fn parse(label: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.label() == label)
    }
}
