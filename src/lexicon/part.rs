//! Parts of speech, as the tagger tells them apart.

macro_rules! parts {
    ($($(#[$about:meta])* $part:ident $label:literal)*) => {
        /// What a word or mark is in its sentence. The labels are those of the Penn Treebank, and more where they join
        /// what the grammar has to tell apart: prepositions and subordinators, the auxiliaries, marks of punctuation.
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
    /// *More* and *most* too, where they are adverbs.
    ComparativeAdverb "RBR"
    Negation "NOT"
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
    /// *It* and *you*, which are subjects and objects.
    Pronoun "PRP"
    /// *She*, *they*.
    SubjectPronoun "PRPs"
    /// *Her*, *themselves*.
    ObjectPronoun "PRPo"
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
    /// A finite present form other than that in *-s*.
    Present "VBP"
    /// The present form in *-s*.
    Third "VBZ"
    BeBase "VB.be"
    BePast "VBD.be"
    BeGerund "VBG.be"
    BeParticiple "VBN.be"
    BePresent "VBP.be"
    BeThird "VBZ.be"
    HaveBase "VB.have"
    HavePast "VBD.have"
    HaveGerund "VBG.have"
    HaveParticiple "VBN.have"
    HavePresent "VBP.have"
    HaveThird "VBZ.have"
    DoBase "VB.do"
    DoPast "VBD.do"
    DoPresent "VBP.do"
    DoThird "VBZ.do"
    /// `’s` behind an owner.
    PossessiveClitic "POS"
    Interjection "UH"
    /// Foreign words, signs, and whatever else no sentence is built of.
    Other "X"
    Comma "COMMA"
    /// A mark that ends a sentence, and the semicolon.
    Stop "STOP"
    /// Dashes and the colon.
    Dash "DASH"
    Hyphen "HYPHEN"
    Quote "QUOTE"
    OpenBracket "OPEN"
    CloseBracket "CLOSE"
}

const _: () = assert!(Part::COUNT <= 64, "a set of parts is one word of 64 bits");

impl Part {
    /// The part of speech with this label.
    pub(crate) fn parse(label: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.label() == label)
    }

    pub(crate) const fn is(self, set: PartSet) -> bool {
        set.0 >> self as u8 & 1 != 0
    }
}

/// A set of parts of speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PartSet(u64);

impl PartSet {
    /// Verbs that a clause is built on: they have tense, or command. This is what a finite verb is.
    pub(crate) const FINITE: Self = Self::of(&[
        Part::Modal,
        Part::Imperative,
        Part::Past,
        Part::Present,
        Part::Third,
        Part::BePast,
        Part::BePresent,
        Part::BeThird,
        Part::HavePast,
        Part::HavePresent,
        Part::HaveThird,
        Part::DoPast,
        Part::DoPresent,
        Part::DoThird,
    ]);
    pub(crate) const PAST: Self = Self::of(&[Part::Past, Part::BePast, Part::HavePast, Part::DoPast]);
    pub(crate) const BASE: Self = Self::of(&[Part::Base, Part::BeBase, Part::HaveBase, Part::DoBase]);
    pub(crate) const PARTICIPLE: Self = Self::of(&[Part::Participle, Part::BeParticiple, Part::HaveParticiple]);
    pub(crate) const GERUND: Self = Self::of(&[Part::Gerund, Part::BeGerund, Part::HaveGerund]);
    /// All forms of all verbs.
    pub(crate) const VERB: Self = Self::FINITE.or(Self::BASE).or(Self::PARTICIPLE).or(Self::GERUND);
    pub(crate) const BE: Self =
        Self::of(&[Part::BeBase, Part::BePast, Part::BeGerund, Part::BeParticiple, Part::BePresent, Part::BeThird]);
    pub(crate) const HAVE: Self = Self::of(&[
        Part::HaveBase,
        Part::HavePast,
        Part::HaveGerund,
        Part::HaveParticiple,
        Part::HavePresent,
        Part::HaveThird,
    ]);
    pub(crate) const DO: Self = Self::of(&[Part::DoBase, Part::DoPast, Part::DoPresent, Part::DoThird]);
    pub(crate) const NOUN: Self = Self::of(&[Part::Noun, Part::Nouns, Part::ProperNoun, Part::ProperNouns]);
    pub(crate) const PROPER_NOUN: Self = Self::of(&[Part::ProperNoun, Part::ProperNouns]);
    pub(crate) const ADJECTIVE: Self = Self::of(&[Part::Adjective, Part::Comparative, Part::Superlative]);
    pub(crate) const ADVERB: Self = Self::of(&[Part::Adverb, Part::ComparativeAdverb, Part::Negation]);
    pub(crate) const PERSONAL_PRONOUN: Self = Self::of(&[Part::Pronoun, Part::SubjectPronoun, Part::ObjectPronoun]);
    /// Question words and relative pronouns.
    pub(crate) const WH: Self = Self::of(&[Part::WhDeterminer, Part::WhPronoun, Part::WhPossessive, Part::WhAdverb]);
    pub(crate) const PUNCTUATION: Self = Self::of(&[
        Part::Comma,
        Part::Stop,
        Part::Dash,
        Part::Hyphen,
        Part::Quote,
        Part::OpenBracket,
        Part::CloseBracket,
    ]);

    pub(crate) const fn of(parts: &[Part]) -> Self {
        let (mut set, mut at) = (0, 0);
        while at < parts.len() {
            set |= 1 << parts[at] as u8;
            at += 1;
        }
        Self(set)
    }

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
