//! What the lexicon can say of a word form, as one machine word.

bitflags::bitflags! {
    /// Every class that a word form may belong to; most forms belong to none or one.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    pub(crate) struct Tags: u64 {
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

        const BASE = 1 << 15;
        const THIRD = 1 << 16;
        const PAST = 1 << 17;
        const PARTICIPLE = 1 << 18;
        const GERUND = 1 << 19;
        /// Some form of a verb that reports.
        const CUE = 1 << 20;
        const NOUN_CUE = 1 << 21;

        const TITLE = 1 << 22;
        const PERSON_ROLE = 1 << 23;
        const GROUP_ROLE = 1 << 24;
        const DOCUMENT_ROLE = 1 << 25;
        const PLURAL = 1 << 26;
        const MALE = 1 << 27;
        const FEMALE = 1 << 28;
        const GIVEN_NAME = 1 << 29;
        const NAME_PARTICLE = 1 << 30;
        const NAME_SUFFIX = 1 << 31;

        const MONTH = 1 << 32;
        const DAY = 1 << 33;
        const HOLIDAY = 1 << 34;
        /// Capitalized though no name: Christian, Brexit, Medicare.
        const PROPER_ADJECTIVE = 1 << 35;
        const ORGANIZATION_LAST = 1 << 36;
        const ORGANIZATION_FIRST = 1 << 37;
        const PLACE_LAST = 1 << 38;
        const PLACE_FIRST = 1 << 39;
        /// Written with a full stop that is part of the word.
        const ABBREVIATION = 1 << 40;
        /// A courtesy title (Mr., Ms.): says nothing of the office.
        const COURTESY = 1 << 41;
        /// A form of *be*, *have*, *do*.
        const BE = 1 << 42;
        const HAVE = 1 << 43;
        const DO = 1 << 44;
        /// A word for a stretch of time: week, Monday, yesterday.
        const TIME = 1 << 45;

        /// An abbreviation that is written in lower case: a.m., etc.
        const LOWER_ABBREVIATION = 1 << 46;
        /// Ends in s as plural nouns do.
        const S_FORM = 1 << 47;
        /// No word that is known, but ends in *ed* as past forms do.
        const ED_FORM = 1 << 48;
        /// With a full stop behind it, it may be an abbreviation.
        const ABBREVIATES = 1 << 49;
        /// With *of* and a name behind it, a place: Gulf, Isle, City.
        const PLACE_OF = 1 << 50;
        /// A group by which one organization is called that the text has named: the company, the agency.
        const INSTITUTION = 1 << 62;
        /// A person whom news often leaves without a name: official, spokesman.
        const ANYONE = 1 << 63;

        /// What a name beside it is, as name-cues.tsv explains.
        const BODY = 1 << 51;
        const ASSET = 1 << 52;
        const MEMBER = 1 << 53;
        const AGENT = 1 << 54;
        const SPORT = 1 << 55;
        const CONTEST = 1 << 56;
        const SIDE = 1 << 57;
        const EVENT = 1 << 58;
        const SETTLEMENT = 1 << 59;
        /// Ends the name of a company and nothing else: Inc, Holdings.
        const COMPANY_LAST = 1 << 60;
        /// Ends the name of a place, and is a surname as often: Hill, Woods.
        const SURNAME_TOO = 1 << 61;

        const VERB = Self::BASE.bits() | Self::THIRD.bits() | Self::PAST.bits()
            | Self::PARTICIPLE.bits() | Self::GERUND.bits();
        const ROLE = Self::PERSON_ROLE.bits() | Self::GROUP_ROLE.bits() | Self::DOCUMENT_ROLE.bits();
        const CALENDAR = Self::MONTH.bits() | Self::DAY.bits() | Self::HOLIDAY.bits();
        /// Function words: they carry grammar, never a name.
        const FUNCTION = Self::DETERMINER.bits() | Self::POSSESSIVE.bits() | Self::SUBJECT.bits()
            | Self::OBJECT.bits() | Self::REFLEXIVE.bits() | Self::PREPOSITION.bits()
            | Self::CONJUNCTION.bits() | Self::SUBORDINATOR.bits() | Self::WH.bits()
            | Self::AUXILIARY.bits() | Self::MODAL.bits() | Self::NEGATION.bits();
    }
}
