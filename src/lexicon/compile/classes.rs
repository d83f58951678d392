//! The classes that the word lists name, each with the tags that it gives. The head of each file says what they mean.

use super::cells::Column;
use crate::lexicon::cue::{CueClass, Frames};
use crate::lexicon::tags::{NameCues, PersonCues, Tags, WordClass};

const NOBODY: PersonCues = PersonCues::empty();

/// What the class of a function word makes of it.
#[derive(Clone, Copy)]
pub(super) enum Function {
    Class(WordClass),
    /// The *of* of Secretary of State: what it links to the word before it is none of a title's or a role's own.
    Link,
    /// The *in* of stand-in: after a hyphen, it is no noun.
    Particle,
}

pub(super) const FUNCTION: Column<Function> = Column {
    name: "class",
    values: &[
        ("det", Function::Class(WordClass::DETERMINER)),
        ("quantity", Function::Class(WordClass::DETERMINER)),
        ("poss", Function::Class(WordClass::POSSESSIVE)),
        ("pron", Function::Class(WordClass::empty())),
        ("subj", Function::Class(WordClass::SUBJECT)),
        ("obj", Function::Class(WordClass::OBJECT)),
        ("refl", Function::Class(WordClass::REFLEXIVE)),
        ("prep", Function::Class(WordClass::PREPOSITION)),
        ("conj", Function::Class(WordClass::CONJUNCTION)),
        ("sub", Function::Class(WordClass::SUBORDINATOR)),
        ("wh", Function::Class(WordClass::WH)),
        ("aux", Function::Class(WordClass::AUXILIARY)),
        ("be", Function::Class(WordClass::BE)),
        ("have", Function::Class(WordClass::HAVE)),
        ("do", Function::Class(WordClass::DO)),
        ("modal", Function::Class(WordClass::MODAL)),
        ("neg", Function::Class(WordClass::NEGATION)),
        ("adv", Function::Class(WordClass::ADVERB)),
        ("num", Function::Class(WordClass::NUMERAL)),
        ("interj", Function::Class(WordClass::INTERJECTION)),
        ("link", Function::Link),
        ("particle", Function::Particle),
    ],
};

pub(super) const CALENDAR: Column<WordClass> = Column {
    name: "class",
    values: &[
        ("month", WordClass::MONTH),
        ("day", WordClass::DAY.union(WordClass::TIME)),
        ("period", WordClass::TIME),
        ("holiday", WordClass::HOLIDAY),
        ("season", WordClass::HOLIDAY),
        ("era", WordClass::HOLIDAY),
        ("zone", WordClass::HOLIDAY),
        ("time", WordClass::HOLIDAY),
        ("relative", WordClass::HOLIDAY),
    ],
};

pub(super) const ABBREVIATIONS: Column<PersonCues> = Column {
    name: "class",
    values: &[
        ("title", NOBODY),
        ("company", NOBODY),
        ("suffix", PersonCues::NAME_SUFFIX),
        ("post-nominal", PersonCues::POST_NOMINAL),
        ("place", NOBODY),
        ("calendar", NOBODY),
        ("other", NOBODY),
    ],
};

pub(super) const NATIONALITY: Column<()> = Column {
    name: "class",
    values: &[
        ("follower", ()),
        ("ethnic", ()),
        ("language", ()),
        ("event", ()),
        ("work", ()),
        ("law", ()),
        ("thing", ()),
    ],
};

/// What the head of a name makes of the name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Head {
    Organization,
    Place,
}

pub(super) const HEADS: Column<Head> =
    Column { name: "kind", values: &[("organization", Head::Organization), ("place", Head::Place)] };

/// Where in a name its head stands.
#[derive(Clone, Copy)]
pub(super) struct Position {
    pub(super) first: bool,
    pub(super) last: bool,
}

pub(super) const POSITIONS: Column<Position> = Column {
    name: "position",
    values: &[
        ("first", Position { first: true, last: false }),
        ("last", Position { first: false, last: true }),
        ("either", Position { first: true, last: true }),
    ],
};

/// What a word tells of a name, or of the person who has it.
#[derive(Clone, Copy)]
pub(super) enum NameClass {
    Name(NameCues),
    Person(PersonCues),
}

pub(super) const NAME_PARTS: Column<NameClass> = Column {
    name: "class",
    values: &[
        ("particle", NameClass::Person(PersonCues::NAME_PARTICLE)),
        ("personal", NameClass::Name(NameCues::PERSONAL)),
        ("suffix", NameClass::Person(PersonCues::NAME_SUFFIX)),
        ("post-nominal", NameClass::Person(PersonCues::POST_NOMINAL)),
        ("designator", NameClass::Name(NameCues::COMPANY_LAST)),
        ("surname", NameClass::Name(NameCues::SURNAME_TOO)),
        ("common-surname", NameClass::Name(NameCues::COMMON_SURNAME)),
    ],
};

pub(super) const NAME_CUES: Column<NameClass> = Column {
    name: "class",
    values: &[
        ("body", NameClass::Name(NameCues::BODY)),
        ("compound-body", NameClass::Name(NameCues::COMPOUND_BODY)),
        ("epithet", NameClass::Name(NameCues::EPITHET)),
        ("national", NameClass::Name(NameCues::NATIONAL)),
        ("gathering", NameClass::Name(NameCues::GATHERING)),
        ("asset", NameClass::Name(NameCues::ASSET)),
        ("member", NameClass::Name(NameCues::MEMBER)),
        ("agent", NameClass::Name(NameCues::AGENT)),
        ("sport", NameClass::Name(NameCues::SPORT)),
        ("contest", NameClass::Name(NameCues::CONTEST)),
        ("side", NameClass::Name(NameCues::SIDE)),
        ("event", NameClass::Name(NameCues::EVENT)),
        ("settlement", NameClass::Name(NameCues::SETTLEMENT)),
        ("namesake", NameClass::Name(NameCues::NAMESAKE)),
        ("company-role", NameClass::Name(NameCues::COMPANY_ROLE)),
        ("ruler", NameClass::Person(PersonCues::RULER)),
        ("local-title", NameClass::Person(PersonCues::LOCAL_TITLE)),
        ("bench", NameClass::Person(PersonCues::BENCH)),
        ("locative", NameClass::Name(NameCues::LOCATIVE)),
    ],
};

/// The gender of a noun, where the noun shows it.
pub(super) const GENDERS: Column<PersonCues> =
    Column { name: "gender", values: &[("male", PersonCues::MALE), ("female", PersonCues::FEMALE)] };

pub(super) const NAME_GENDERS: Column<PersonCues> = Column {
    name: "gender",
    values: &[("male", PersonCues::MALE), ("female", PersonCues::FEMALE), ("either", NOBODY)],
};

pub(super) const TITLES: Column<PersonCues> = Column {
    name: "kind",
    values: &[
        ("office", NOBODY),
        ("military", NOBODY),
        ("police", NOBODY),
        ("clergy", NOBODY),
        ("academic", NOBODY),
        ("courtesy", PersonCues::COURTESY),
        ("royal", NOBODY),
        ("business", NOBODY),
    ],
};

const fn role(person: PersonCues) -> Tags {
    Tags { person, ..Tags::NONE }
}

pub(super) const ROLES: Column<Tags> = Column {
    name: "kind",
    values: &[
        ("person", role(PersonCues::PERSON_ROLE)),
        ("anyone", role(PersonCues::PERSON_ROLE.union(PersonCues::ANYONE))),
        ("group", role(PersonCues::GROUP_ROLE)),
        ("institution", role(PersonCues::GROUP_ROLE.union(PersonCues::INSTITUTION))),
        ("document", role(PersonCues::DOCUMENT_ROLE)),
        ("finding", Tags { class: WordClass::FINDING, ..role(PersonCues::DOCUMENT_ROLE) }),
    ],
};

pub(super) const CUES: Column<CueClass> = Column {
    name: "class",
    values: &[
        ("speech", CueClass::Speech),
        ("writing", CueClass::Writing),
        ("thought", CueClass::Thought),
        ("intention", CueClass::Intention),
    ],
};

pub(super) const VERB_FRAMES: Column<Frames> = Column {
    name: "frame",
    values: &[
        ("quote", Frames::QUOTE),
        ("clause", Frames::CLAUSE),
        ("bare", Frames::BARE),
        ("wh", Frames::WH),
        ("to", Frames::TO),
        ("obj-to", Frames::OBJECT_TO),
        ("np", Frames::NOUN),
        ("as", Frames::AS),
        ("pred", Frames::PREDICATE),
        ("of", Frames::OF),
        ("for", Frames::FOR),
        ("addressee", Frames::ADDRESSEE),
        ("addressee-to", Frames::ADDRESSEE_TO),
        ("finding", Frames::FINDING),
        ("nonreport", Frames::NONREPORT),
    ],
};

pub(super) const NOUN_FRAMES: Column<Frames> = Column {
    name: "frame",
    values: &[
        ("clause", Frames::CLAUSE),
        ("to", Frames::TO),
        ("be", Frames::BE),
        ("of", Frames::OF),
        ("for", Frames::FOR),
        ("in", Frames::IN),
    ],
};
