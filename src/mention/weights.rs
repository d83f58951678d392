//! What speaks for a reading of a name, and how much: every number that linking and unknown names go by.
//!
//! Each row has an example, which is read otherwise without it. `docs/weights.md` has what leaving it out changes in the
//! corpora, as `.ci/weights.py` measures it.

use super::neighbors::Neighbors;
use super::readings::{BearerReading, EntityReading};

/// Something that can be seen of a name, and what it adds.
#[cfg_attr(not(test), expect(dead_code, reason = "names and examples are for tests and measurements"))]
pub(super) struct Sign<Seen> {
    pub(super) name: &'static str,
    weight: i32,
    pub(super) seen: Seen,
    pub(super) example: &'static str,
}

impl<Seen> Sign<Seen> {
    #[cfg(not(test))]
    pub(super) fn weight(&self) -> i32 {
        self.weight
    }

    /// Nothing for the sign that a test leaves out.
    #[cfg(test)]
    pub(super) fn weight(&self) -> i32 {
        if crate::left_out::is_left_out(self.name) { 0 } else { self.weight }
    }
}

/// How often something speaks for one of the entities of the gazetteer that share a name.
pub(super) type EntitySign = Sign<fn(&EntityReading) -> i32>;

/// Of several entities with one name the one with the highest sum is meant. The weights are so far apart that the first
/// sign seen decides, and prominence, 100 at most, only where there is none.
pub(super) const ENTITY_SIGNS: &[EntitySign] = &[
    Sign {
        name: "longer-name",
        weight: 1000,
        seen: |reading| reading.longer_name(),
        example: "They saw Mount Tarvel. The snow of <Tarvel=place/mount-tarvel> shone.",
    },
    Sign {
        name: "title-before",
        weight: 400,
        seen: |reading| reading.title_before(),
        example: "Then President <Brenk=person/orla-brenk> left.",
    },
    Sign {
        name: "fitting-kind",
        weight: 150,
        seen: |reading| reading.fitting_kind(),
        example: "They met in <Hollin=place/hollin> on Friday.",
    },
    Sign {
        name: "around-named-place",
        weight: 120,
        seen: |reading| reading.around_named(),
        example: "They flew to Lundby. Snow fell all over <Marland=place/north-marland>.",
    },
    Sign {
        name: "country-of-named-place",
        weight: 30,
        seen: |reading| reading.country_of_named(),
        example: "They flew to Lundby. Snow fell all over <Garsby=place/garsby-lowmark>.",
    },
    Sign {
        name: "prominence",
        weight: 1,
        seen: |reading| reading.prominence(),
        example: "Snow fell all over <Garsby=place/garsby-highmark>.",
    },
];

/// How often something speaks for one of the people who share a surname; less than nothing if it speaks against them.
pub(super) type BearerSign = Sign<fn(&BearerReading) -> i32>;

/// Of several people with one surname the one with the highest sum is meant, of equals the one who is named first.
pub(super) const BEARER_SIGNS: &[BearerSign] = &[
    Sign {
        name: "office-before",
        weight: 100,
        seen: |reading| reading.title_before(),
        example: "Tobias Brenk met Orla Brenk. Tobias Brenk sang. President <Brenk=person/orla-brenk> left.",
    },
    Sign {
        name: "pronoun-after",
        weight: 40,
        seen: |reading| reading.pronoun_after(),
        example: "Petra Sorrand met Tobias Sorrand. <Sorrand=person/tobias-sorrand> said he was well.",
    },
    Sign {
        name: "sentences-near",
        weight: 4,
        seen: |reading| reading.sentences_near(),
        example: "Petra Sorrand rules. Petra Sorrand reads. It rained. It hailed. It snowed. It rained. It snowed. Chelda Sorrand sang. <Sorrand=person/chelda-sorrand> left.",
    },
    Sign {
        name: "best-known",
        weight: 8,
        seen: |reading| reading.best_known(),
        example: "Tobias Brenk met Rufus Brenk. Then <Brenk=person/rufus-brenk> left.",
    },
    Sign {
        name: "known-too",
        weight: 2,
        seen: |reading| reading.known_too(),
        example: "Orla Brenk met Tobias Brenk, and Tobias Brenk sang. Then <Brenk=person/orla-brenk> left.",
    },
    Sign {
        name: "first-named",
        weight: 6,
        seen: |reading| reading.first_named(),
        example: "Petra Sorrand met Chelda Sorrand. Then <Sorrand=person/petra-sorrand> left.",
    },
    Sign {
        name: "last-named",
        weight: 3,
        seen: |reading| reading.last_named(),
        example: "Petra Sorrand met Chelda Sorrand, and Chelda Sorrand sang. Then <Sorrand=person/chelda-sorrand> left.",
    },
    Sign {
        name: "times-named",
        weight: 2,
        seen: |reading| reading.times(),
        example: "Petra Sorrand met Chelda Sorrand, and Chelda Sorrand sang. Then <Sorrand=person/chelda-sorrand> left.",
    },
];

/// A pattern of words beside a name that nobody knows.
pub(super) type Pattern = Sign<fn(&Neighbors) -> bool>;

/// A name whose occurrences add up to so much is called something.
pub(super) const ENOUGH: i32 = 3;

/// One occurrence with so much is a name wherever it stands, be it the first word of its sentence.
pub(super) const SURE: i32 = 5;

/// What an organization right before or after the name in a list adds to the patterns.
pub(super) const LISTED_WITH_ORGANIZATION: Sign<()> = Sign {
    name: "listed-with-organization",
    weight: 2,
    seen: (),
    example: "He sold Ellery Corp, <Marden=organization/marden> and Lundvel Corp, which fell.",
};

pub(super) const ORGANIZATION_PATTERNS: &[Pattern] = &[
    Sign { name: "body-before", weight: 3, seen: |name| name.body_before(), example: "The company <Marden> fell." },
    Sign {
        name: "body-called",
        weight: 3,
        seen: |name| name.body_called(),
        example: "They own a company called <Marden>.",
    },
    Sign { name: "agent-before", weight: 3, seen: |name| name.agent_before(), example: "An analyst at <Marden> left." },
    Sign { name: "body-after", weight: 3, seen: |name| name.body_after(), example: "The <Marden> group grew." },
    Sign { name: "asset", weight: 3, seen: |name| name.asset(), example: "They sold <Marden> shares." },
    Sign {
        name: "explained-as-body",
        weight: 3,
        seen: |name| name.explained_as_body(),
        example: "He left <Marden>, a maker of pumps, on Friday.",
    },
    Sign {
        name: "acronym-of-members",
        weight: 3,
        seen: |name| name.acronym_of_members(),
        example: "Some <MHT> members left.",
    },
    Sign {
        name: "acronym-acts-like-body",
        weight: 3,
        seen: |name| name.acronym_acts_like_body(),
        example: "Then the <MHT> was sold.",
    },
    Sign { name: "acronym-owns", weight: 3, seen: |name| name.acronym_owns(), example: "It was the <MHT>’s boat." },
];

pub(super) const PLACE_PATTERNS: &[Pattern] = &[
    Sign {
        name: "settlement-of",
        weight: SURE,
        seen: |name| name.settlement_of(),
        example: "The town of <Marden> slept.",
    },
    Sign {
        name: "settlement-called",
        weight: SURE,
        seen: |name| name.settlement_called(),
        example: "A village called <Marden> slept.",
    },
    Sign {
        name: "settlement-after",
        weight: 3,
        seen: |name| name.settlement_after(),
        example: "They saw <Marden> village.",
    },
    Sign {
        name: "dateline",
        weight: SURE,
        seen: |name| name.is_dateline(),
        example: "<MARDEN>, July 3 (MNA) - It rained.",
    },
    Sign {
        name: "located-in-place",
        weight: 3,
        seen: |name| name.located_in_place(),
        example: "They met in <Marden>, Lowmark.",
    },
    Sign { name: "inside", weight: 2, seen: |name| name.inside(), example: "They met in <Marden>." },
    Sign {
        name: "inside-plain-name",
        weight: 1,
        seen: |name| name.inside_plain_name(),
        example: "They met in <Lundvel>.",
    },
    Sign { name: "near", weight: 3, seen: |name| name.near(), example: "They met near <Marden>." },
    Sign { name: "on-the-way", weight: 1, seen: |name| name.on_the_way(), example: "They went to <Marden>." },
];

/// Of a text about matches; here and below the highest weight counts, not the sum: one strong sign tells of the name
/// wherever it stands, and weak ones never add up to it.
pub(super) const TEAM_PATTERNS: &[Pattern] = &[
    Sign { name: "versus", weight: ENOUGH, seen: |name| name.versus(), example: "Lundby v <Marden>" },
    Sign { name: "plural-verb", weight: ENOUGH, seen: |name| name.plural_verb(), example: "Now <Marden> are last." },
    Sign { name: "side", weight: ENOUGH, seen: |name| name.side(), example: "The <Marden> captain left." },
    Sign { name: "played-for", weight: 1, seen: |name| name.played_for(), example: "He plays for <Marden>." },
];

/// Of a town or a region that is known.
pub(super) const TOWN_TEAM_PATTERNS: &[Pattern] = &[
    Sign { name: "beaten", weight: ENOUGH, seen: |name| name.beaten(), example: "They beat <Marden> again." },
    Sign { name: "contests", weight: ENOUGH, seen: |name| name.contests(), example: "Then <Marden> beat them." },
    Sign { name: "who", weight: ENOUGH, seen: |name| name.who(), example: "They lost to <Marden>, who are last." },
    Sign { name: "town-acts", weight: 1, seen: |name| name.is_subject(), example: "Then <Marden> took two of them." },
    Sign {
        name: "owns-contest", weight: 1, seen: |name| name.owns_contest(), example: "It was <Marden>’s 20th win."
    },
];

/// Of a name that nobody knows.
pub(super) const UNKNOWN_TEAM_PATTERNS: &[Pattern] =
    &[Sign { name: "the-plural", weight: ENOUGH, seen: |name| name.the_plural(), example: "They met the <Bonvels>." }];
