//! The classes that the word lists name, each with the tags that it gives. The head of each file says what they mean.

use super::cells::Column;
use crate::lexicon::cue::{CueClass, Frames};
use crate::lexicon::name_cues::NameCues;
use crate::lexicon::tags::Tags;

const NONE: Tags = Tags::empty();

/// What the class of a function word makes of it.
#[derive(Clone, Copy)]
pub(super) enum Function {
    Class(Tags),
    /// The *of* of Secretary of State: what it links to the word before it is none of a title's or a role's own.
    Link,
    /// The *in* of stand-in: after a hyphen, it is no noun.
    Particle,
}

pub(super) const FUNCTION: Column<Function> = Column {
    name: "class",
    values: &[
        ("det", Function::Class(Tags::DETERMINER)),
        ("quantity", Function::Class(Tags::DETERMINER)),
        ("poss", Function::Class(Tags::POSSESSIVE)),
        ("pron", Function::Class(NONE)),
        ("subj", Function::Class(Tags::SUBJECT)),
        ("obj", Function::Class(Tags::OBJECT)),
        ("refl", Function::Class(Tags::REFLEXIVE)),
        ("prep", Function::Class(Tags::PREPOSITION)),
        ("conj", Function::Class(Tags::CONJUNCTION)),
        ("sub", Function::Class(Tags::SUBORDINATOR)),
        ("wh", Function::Class(Tags::WH)),
        ("aux", Function::Class(Tags::AUXILIARY)),
        ("be", Function::Class(Tags::BE)),
        ("have", Function::Class(Tags::HAVE)),
        ("do", Function::Class(Tags::DO)),
        ("modal", Function::Class(Tags::MODAL)),
        ("neg", Function::Class(Tags::NEGATION)),
        ("adv", Function::Class(Tags::ADVERB)),
        ("num", Function::Class(Tags::NUMERAL)),
        ("interj", Function::Class(Tags::INTERJECTION)),
        ("link", Function::Link),
        ("particle", Function::Particle),
    ],
};

pub(super) const CALENDAR: Column<Tags> = Column {
    name: "class",
    values: &[
        ("month", Tags::MONTH),
        ("day", Tags::DAY.union(Tags::TIME)),
        ("period", Tags::TIME),
        ("holiday", Tags::HOLIDAY),
        ("season", Tags::HOLIDAY),
        ("era", Tags::HOLIDAY),
        ("zone", Tags::HOLIDAY),
        ("time", Tags::HOLIDAY),
        ("relative", Tags::HOLIDAY),
    ],
};

pub(super) const ABBREVIATIONS: Column<Tags> = Column {
    name: "class",
    values: &[
        ("title", NONE),
        ("company", NONE),
        ("suffix", Tags::NAME_SUFFIX),
        ("place", NONE),
        ("calendar", NONE),
        ("other", NONE),
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

/// What a word tells of a name.
#[derive(Clone, Copy)]
pub(super) enum NameClass {
    Tags(Tags),
    Cues(NameCues),
}

pub(super) const NAME_PARTS: Column<NameClass> = Column {
    name: "class",
    values: &[
        ("particle", NameClass::Tags(Tags::NAME_PARTICLE)),
        ("suffix", NameClass::Tags(Tags::NAME_SUFFIX)),
        ("designator", NameClass::Tags(Tags::COMPANY_LAST)),
        ("surname", NameClass::Tags(Tags::SURNAME_TOO)),
        ("common-surname", NameClass::Cues(NameCues::COMMON_SURNAME)),
    ],
};

pub(super) const NAME_CUES: Column<NameClass> = Column {
    name: "class",
    values: &[
        ("body", NameClass::Tags(Tags::BODY)),
        ("asset", NameClass::Tags(Tags::ASSET)),
        ("member", NameClass::Tags(Tags::MEMBER)),
        ("agent", NameClass::Tags(Tags::AGENT)),
        ("sport", NameClass::Tags(Tags::SPORT)),
        ("contest", NameClass::Tags(Tags::CONTEST)),
        ("side", NameClass::Tags(Tags::SIDE)),
        ("event", NameClass::Tags(Tags::EVENT)),
        ("settlement", NameClass::Tags(Tags::SETTLEMENT)),
        ("namesake", NameClass::Cues(NameCues::NAMESAKE)),
        ("company-role", NameClass::Cues(NameCues::COMPANY_ROLE)),
        ("ruler", NameClass::Cues(NameCues::RULER)),
        ("local-title", NameClass::Cues(NameCues::LOCAL_TITLE)),
        ("bench", NameClass::Cues(NameCues::BENCH)),
        ("locative", NameClass::Cues(NameCues::LOCATIVE)),
    ],
};

/// The gender of a noun, where the noun shows it.
pub(super) const GENDERS: Column<Tags> =
    Column { name: "gender", values: &[("male", Tags::MALE), ("female", Tags::FEMALE)] };

pub(super) const NAME_GENDERS: Column<Tags> =
    Column { name: "gender", values: &[("male", Tags::MALE), ("female", Tags::FEMALE), ("either", NONE)] };

pub(super) const TITLES: Column<Tags> = Column {
    name: "kind",
    values: &[
        ("office", NONE),
        ("military", NONE),
        ("police", NONE),
        ("clergy", NONE),
        ("academic", NONE),
        ("courtesy", Tags::COURTESY),
        ("royal", NONE),
        ("business", NONE),
    ],
};

pub(super) const ROLES: Column<Tags> = Column {
    name: "kind",
    values: &[
        ("person", Tags::PERSON_ROLE),
        ("anyone", Tags::PERSON_ROLE.union(Tags::ANYONE)),
        ("group", Tags::GROUP_ROLE),
        ("institution", Tags::GROUP_ROLE.union(Tags::INSTITUTION)),
        ("document", Tags::DOCUMENT_ROLE),
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
