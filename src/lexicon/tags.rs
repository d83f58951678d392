//! What the lexicon can say of a word form: a set of classes for each thing that it can speak of.

use std::ops::BitOrAssign;

bitflags::bitflags! {
    /// What a word form may be in a sentence. Most content words are of no such class: what they are, the tagger finds out.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub(crate) struct WordClass: u32 {
        const DETERMINER = 1;
        const POSSESSIVE = 1 << 1;
        const SUBJECT = 1 << 2;
        const OBJECT = 1 << 3;
        const REFLEXIVE = 1 << 4;
        const PREPOSITION = 1 << 5;
        const CONJUNCTION = 1 << 6;
        const SUBORDINATOR = 1 << 7;
        const WH = 1 << 8;
        const AUXILIARY = 1 << 9;
        const MODAL = 1 << 10;
        const NEGATION = 1 << 11;
        const ADVERB = 1 << 12;
        const NUMERAL = 1 << 13;
        const INTERJECTION = 1 << 14;
        /// A form of *be*, *have*, *do*.
        const BE = 1 << 15;
        const HAVE = 1 << 16;
        const DO = 1 << 17;
        /// Some form of a verb that reports.
        const CUE = 1 << 18;
        /// A noun that reports: statement, claim.
        const NOUN_CUE = 1 << 19;
        const MONTH = 1 << 20;
        const DAY = 1 << 21;
        const HOLIDAY = 1 << 22;
        /// A word for a stretch of time: week, Monday, yesterday.
        const TIME = 1 << 23;
        /// Capitalized though no name: Christian, Brexit, Medicare.
        const PROPER_ADJECTIVE = 1 << 24;
        /// A document that tells what somebody has found out: poll, study.
        const FINDING = 1 << 25;

        const CALENDAR = Self::MONTH.bits() | Self::DAY.bits() | Self::HOLIDAY.bits();
        /// Function words: they carry grammar, never a name.
        const FUNCTION = Self::DETERMINER.bits() | Self::POSSESSIVE.bits() | Self::SUBJECT.bits()
            | Self::OBJECT.bits() | Self::REFLEXIVE.bits() | Self::PREPOSITION.bits()
            | Self::CONJUNCTION.bits() | Self::SUBORDINATOR.bits() | Self::WH.bits()
            | Self::AUXILIARY.bits() | Self::MODAL.bits() | Self::NEGATION.bits();
    }
}

bitflags::bitflags! {
    /// How a word form is inflected or spelled.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub(crate) struct Morphology: u16 {
        const BASE = 1;
        const THIRD = 1 << 1;
        const PAST = 1 << 2;
        const PARTICIPLE = 1 << 3;
        const GERUND = 1 << 4;
        /// The plural of a role.
        const PLURAL = 1 << 5;
        /// Ends in s as plural nouns do.
        const S_FORM = 1 << 6;
        /// No word that is known, but ends in *ed* as past forms do.
        const ED_FORM = 1 << 7;
        /// Written with a full stop that is part of the word.
        const ABBREVIATION = 1 << 8;
        /// An abbreviation that is written in lower case: a.m., etc.
        const LOWER_ABBREVIATION = 1 << 9;
        /// With a full stop behind it, it may be an abbreviation.
        const ABBREVIATES = 1 << 10;

        /// Any form of a verb of the word lists.
        const VERB = Self::BASE.bits() | Self::THIRD.bits() | Self::PAST.bits()
            | Self::PARTICIPLE.bits() | Self::GERUND.bits();
    }
}

bitflags::bitflags! {
    /// What a word tells of a name that it is a part of or stands beside. The classes of name-cues.tsv and name-parts.tsv are
    /// explained there.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub(crate) struct NameCues: u32 {
        const ORGANIZATION_LAST = 1;
        const ORGANIZATION_FIRST = 1 << 1;
        const PLACE_LAST = 1 << 2;
        const PLACE_FIRST = 1 << 3;
        /// With *of* and a name behind it, a place: Gulf, Isle, City.
        const PLACE_OF = 1 << 4;
        /// Ends the name of a company and nothing else: Inc, Holdings.
        const COMPANY_LAST = 1 << 5;
        /// Ends the name of a place, and is a surname as often: Hill, Woods.
        const SURNAME_TOO = 1 << 6;
        /// Ends the names of places and organizations, and many people have it as a surname.
        const COMMON_SURNAME = 1 << 7;
        const BODY = 1 << 8;
        const ASSET = 1 << 9;
        const MEMBER = 1 << 10;
        const AGENT = 1 << 11;
        const SPORT = 1 << 12;
        const CONTEST = 1 << 13;
        const SIDE = 1 << 14;
        const EVENT = 1 << 15;
        const SETTLEMENT = 1 << 16;
        /// Ships and storms, which bear the names of people.
        const NAMESAKE = 1 << 17;
        /// A role that companies have as well as people.
        const COMPANY_ROLE = 1 << 18;
        /// A preposition that says that the name after it is a place's.
        const LOCATIVE = 1 << 19;
        /// A particle that no name but a person's has: van, bin.
        const PERSONAL = 1 << 20;
        /// A body only with a noun before it: shipping line, fashion house.
        const COMPOUND_BODY = 1 << 21;
        /// Describes whom it stands before, and is no part of a name at the head of a sentence: Former, Senior.
        const EPITHET = 1 << 22;
        /// A body of which a country has one: parliament, army.
        const NATIONAL = 1 << 23;
        /// People who meet, unless the words before say which body they are: conference.
        const GATHERING = 1 << 24;
    }
}

bitflags::bitflags! {
    /// What a word tells of somebody: office, role, gender, and the parts of people's names.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub(crate) struct PersonCues: u16 {
        const TITLE = 1;
        /// A courtesy title (Mr., Ms.): says nothing of the office.
        const COURTESY = 1 << 1;
        /// A title of those who are counted: King Brellon I.
        const RULER = 1 << 2;
        /// A title that somebody of the news has as long as they have one at all: without it in the gazetteer, it is another.
        const LOCAL_TITLE = 1 << 3;
        /// Such a title of a judge; these stand for each other.
        const BENCH = 1 << 4;
        const PERSON_ROLE = 1 << 5;
        const GROUP_ROLE = 1 << 6;
        const DOCUMENT_ROLE = 1 << 7;
        /// A group by which one organization is called that the text has named: the company, the agency.
        const INSTITUTION = 1 << 8;
        /// A person whom news often leaves without a name: official, spokesman.
        const ANYONE = 1 << 9;
        const MALE = 1 << 10;
        const FEMALE = 1 << 11;
        const GIVEN_NAME = 1 << 12;
        const NAME_PARTICLE = 1 << 13;
        const NAME_SUFFIX = 1 << 14;
        /// An honour, degree or office after a name, and no part of it: MBE, QC, MP.
        const POST_NOMINAL = 1 << 15;

        /// What the lists of given names say of a word.
        const GIVEN = Self::GIVEN_NAME.bits() | Self::MALE.bits() | Self::FEMALE.bits();
        const ROLE = Self::PERSON_ROLE.bits() | Self::GROUP_ROLE.bits() | Self::DOCUMENT_ROLE.bits();
    }
}

/// What is said of a word form that every stage asks for; [`NameCues`] matter to names alone. Of most forms it is nothing, or
/// one thing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Tags {
    pub(crate) class: WordClass,
    pub(crate) morphology: Morphology,
    pub(crate) person: PersonCues,
}

impl Tags {
    pub(crate) const NONE: Self =
        Self { class: WordClass::empty(), morphology: Morphology::empty(), person: PersonCues::empty() };

    /// Whether any of these is among them.
    #[inline]
    pub(crate) fn has(self, any: impl Into<Self>) -> bool {
        let any = any.into();
        self.class.intersects(any.class)
            | self.morphology.intersects(any.morphology)
            | self.person.intersects(any.person)
    }

    pub(crate) fn is_empty(self) -> bool {
        self == Self::NONE
    }

    /// The three sets as one number, for the build script to write.
    #[allow(dead_code, reason = "the library only reads them")]
    pub(super) fn bits(self) -> u64 {
        u64::from(self.class.bits()) | u64::from(self.morphology.bits()) << 32 | u64::from(self.person.bits()) << 48
    }

    /// The sets that gave this number.
    pub(super) fn from_bits(bits: u64) -> Self {
        let [a, b, c, d, morphology @ .., e, f] = bits.to_le_bytes();
        Self {
            class: WordClass::from_bits_retain(u32::from_le_bytes([a, b, c, d])),
            morphology: Morphology::from_bits_retain(u16::from_le_bytes(morphology)),
            person: PersonCues::from_bits_retain(u16::from_le_bytes([e, f])),
        }
    }
}

impl<T: Into<Tags>> BitOrAssign<T> for Tags {
    fn bitor_assign(&mut self, more: T) {
        let more = more.into();
        self.class |= more.class;
        self.morphology |= more.morphology;
        self.person |= more.person;
    }
}

impl<T: Into<Tags>> std::ops::BitOr<T> for Tags {
    type Output = Self;

    fn bitor(mut self, more: T) -> Self {
        self |= more;
        self
    }
}

impl From<WordClass> for Tags {
    fn from(class: WordClass) -> Self {
        Self { class, ..Self::NONE }
    }
}

impl From<Morphology> for Tags {
    fn from(morphology: Morphology) -> Self {
        Self { morphology, ..Self::NONE }
    }
}

impl From<PersonCues> for Tags {
    fn from(person: PersonCues) -> Self {
        Self { person, ..Self::NONE }
    }
}
