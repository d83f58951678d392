//! Words that report, and what they take beside them.

/// What kind of act a cue reports.
///
/// ```
/// assert_eq!(whosaid::CueClass::Speech.as_str(), "speech");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CueClass {
    /// say, argue, promise
    Speech,
    /// write, tweet, report
    Writing,
    /// think, believe, expect
    Thought,
    /// want, plan, intend
    Intention,
}

impl CueClass {
    /// Every class, in the order of their numbers.
    pub(super) const ALL: [Self; 4] = [Self::Speech, Self::Writing, Self::Thought, Self::Intention];

    /// The name that records use.
    ///
    /// ```
    /// assert_eq!(whosaid::CueClass::Writing.as_str(), "writing");
    /// ```
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Speech => "speech",
            Self::Writing => "writing",
            Self::Thought => "thought",
            Self::Intention => "intention",
        }
    }

    /// The class of that name.
    ///
    /// ```
    /// assert_eq!(whosaid::CueClass::parse("thought"), Some(whosaid::CueClass::Thought));
    /// ```
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.as_str() == word)
    }
}

bitflags::bitflags! {
    /// The complements under which a cue reports something.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub(crate) struct Frames: u32 {
        /// Introduces or closes a direct quotation.
        const QUOTE = 1;
        /// A that-clause.
        const CLAUSE = 1 << 1;
        /// A clause without `that`.
        const BARE = 1 << 2;
        /// whether, if, what, why, how.
        const WH = 1 << 3;
        /// to + infinitive.
        const TO = 1 << 4;
        /// Object + to + infinitive: urge X to.
        const OBJECT_TO = 1 << 5;
        /// A noun phrase alone: criticize X.
        const NOUN = 1 << 6;
        /// describe X as Y.
        const AS = 1 << 7;
        /// call X Y.
        const PREDICATE = 1 << 8;
        /// accuse X of Y.
        const OF = 1 << 9;
        /// blame X for Y.
        const FOR = 1 << 10;
        /// The person addressed is the direct object: tell X.
        const ADDRESSEE = 1 << 11;
        /// The person addressed follows `to`: explain to X.
        const ADDRESSEE_TO = 1 << 12;
        /// Often means something else: counts only with its own frame.
        const NONREPORT = 1 << 13;
        /// Nouns: the content follows *be* or a colon.
        const BE = 1 << 14;
        /// Nouns: in X's view.
        const IN = 1 << 15;
        /// A noun phrase alone, which a finding tells: the poll shows X.
        const FINDING = 1 << 16;
    }
}

/// One way of reporting: a verb, with its particle where it needs one, or a noun.
#[derive(Clone, Debug)]
pub(crate) struct Cue<S = &'static str> {
    pub(crate) lemma: S,
    /// The words that must follow the verb: `out` of *point out*.
    pub(crate) particle: S,
    pub(crate) class: CueClass,
    pub(crate) frames: Frames,
}
