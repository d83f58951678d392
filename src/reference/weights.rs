//! What makes somebody salient and a pronoun or description fit: every number that reference goes by.
//!
//! The weights were chosen by hand-labelled speakers of news, each in the middle of the range in which it changes little.
//! Each row has an example, which is read otherwise without it. `docs/weights.md` has what leaving it out changes in the
//! corpora, as `.ci/weights.py` measures it.

use super::grammatical_role::GrammaticalRole;

/// What shares are of.
pub(super) const WHOLE: i32 = 1024;

/// That share of a number.
pub(super) fn of_whole(number: i32, share: i32) -> i32 {
    number * share / WHOLE
}

/// A row of a table: a number, for what it stands, and what it is where it is left out.
#[cfg_attr(not(test), expect(dead_code, reason = "names and examples are for tests and measurements"))]
pub(super) struct Weight<Of> {
    pub(super) of: Of,
    pub(super) name: &'static str,
    weight: i32,
    without: i32,
    /// A text with a pronoun or a description marked with the one whom it means.
    pub(super) example: &'static str,
}

impl<Of> Weight<Of> {
    #[cfg(not(test))]
    fn get(&self) -> i32 {
        self.weight
    }

    /// The neutral number for the one that a test leaves out.
    #[cfg(test)]
    fn get(&self) -> i32 {
        if crate::left_out::is_left_out(self.name) { self.without } else { self.weight }
    }
}

/// What a mention adds to the salience of its entity.
pub(super) const MENTIONS: [Weight<GrammaticalRole>; 8] = [
    Weight {
        of: GrammaticalRole::Speaker,
        name: "speaker",
        weight: 1100,
        without: 0,
        example: "“It rained,” Petra Hollin told Orla Brenk. <She=Petra Hollin> left.",
    },
    Weight {
        of: GrammaticalRole::Subject,
        name: "subject",
        weight: 1000,
        without: 0,
        example: "Petra Hollin met Orla Brenk. <She=Petra Hollin> left.",
    },
    Weight {
        of: GrammaticalRole::EmbeddedSubject,
        name: "embedded-subject",
        weight: 900,
        without: 0,
        example: "Petra Hollin sang. It rained. They knew that Orla Brenk slept. <She=Orla Brenk> left.",
    },
    Weight {
        of: GrammaticalRole::Object,
        name: "object",
        weight: 500,
        without: 0,
        example: "Petra Hollin sang. It rained. They met Orla Brenk. <She=Orla Brenk> left.",
    },
    Weight {
        of: GrammaticalRole::Governed,
        name: "governed",
        weight: 550,
        without: 0,
        example: "Petra Hollin sang. It rained. They went to Orla Brenk. <She=Orla Brenk> left.",
    },
    Weight {
        of: GrammaticalRole::Possessive,
        name: "possessive",
        weight: 550,
        without: 0,
        example: "Petra Hollin sang. It rained. They saw Orla Brenk’s boat. <She=Orla Brenk> left.",
    },
    Weight {
        of: GrammaticalRole::Quoted,
        name: "quoted",
        weight: 250,
        without: 0,
        example: "Petra Hollin sang. It rained. It snowed. It rained. “It was Orla Brenk,” they cried. <She=Orla Brenk> left.",
    },
    Weight {
        of: GrammaticalRole::Modifier,
        name: "modifier",
        weight: 150,
        without: 0,
        example: "Petra Hollin sang. It rained. It snowed. It rained. It hailed. It rained. The Orla Brenk \
                  team slept. <She=Orla Brenk> left.",
    },
];

impl GrammaticalRole {
    pub(super) fn weight(self) -> i32 {
        MENTIONS[self as usize].get()
    }
}

/// A share of [`WHOLE`] that is left of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Share {
    /// Of salience, after each sentence.
    LeftPerSentence,
    /// Of salience, after each paragraph break.
    LeftPerParagraph,
    /// Of the salience of one whose gender nothing tells.
    GenderUntold,
    /// Of the salience of one whose given name tells the other gender.
    AgainstGivenName,
    /// Of the salience of a speaker whose own name stands in what he says, before the pronoun.
    NamedBefore,
}

pub(super) const SHARES: [Weight<Share>; 5] = [
    Weight {
        of: Share::LeftPerSentence,
        name: "left-per-sentence",
        weight: 700,
        without: WHOLE,
        example: "Petra Hollin sang. It rained. They met Orla Brenk. <She=Orla Brenk> left.",
    },
    Weight {
        of: Share::LeftPerParagraph,
        name: "left-per-paragraph",
        weight: 900,
        without: WHOLE,
        example: "Petra Hollin sang.\n\nIt rained.\n\nIt snowed.\n\n“It was Orla Brenk,” they cried. \
                  <She=Orla Brenk> left.",
    },
    Weight {
        of: Share::GenderUntold,
        name: "gender-untold",
        weight: 700,
        without: WHOLE,
        example: "“It rained,” Petra Hollin said. Sheriff Moop came. <She=Petra Hollin> left.",
    },
    Weight {
        of: Share::AgainstGivenName,
        name: "against-given-name",
        weight: 200,
        without: WHOLE,
        example: "Petra Hollin sang. Tobias Renk came. <She=Petra Hollin> left.",
    },
    Weight {
        of: Share::NamedBefore,
        name: "named-before",
        weight: 500,
        without: WHOLE,
        example: "Tobias Renk sang. Rufus Tarn was wrong to wait, <he=Tobias Renk> said.",
    },
];

impl Share {
    pub(super) fn weight(self) -> i32 {
        SHARES[self as usize].get()
    }
}

/// A share of [`WHOLE`] that is added to something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bonus {
    /// What is left of an earlier sentence's salience, to that of a new mention.
    Carried,
    /// To the salience of the one who has just spoken.
    Replying,
    /// To that of the one who was asked.
    Answering,
}

pub(super) const BONUSES: [Weight<Bonus>; 3] = [
    Weight {
        of: Bonus::Carried,
        name: "carried",
        weight: 340,
        without: 0,
        example: "Petra Hollin sang. Petra Hollin ate. It rained. In the house of Orla Brenk, <she=Petra Hollin> slept.",
    },
    Weight {
        of: Bonus::Replying,
        name: "replying",
        weight: 900,
        without: 0,
        example: "Orla Brenk sang. When Orla Brenk left, “We won,” Petra Hollin said. “It was late,” <she=Petra Hollin> \
                  said.",
    },
    Weight {
        of: Bonus::Answering,
        name: "answering",
        weight: 2500,
        without: 0,
        example: "Rufus Tarn asked Tobias Renk whether it would hold. “It will,” <he=Tobias Renk> said.",
    },
];

impl Bonus {
    pub(super) fn weight(self) -> i32 {
        BONUSES[self as usize].get()
    }
}

/// No bonus multiplies salience by more.
pub(super) const MOST_TIMES: i32 = 4;
const _: () = {
    let mut at = 0;
    while at < BONUSES.len() {
        assert!(WHOLE + BONUSES[at].weight <= MOST_TIMES * WHOLE);
        at += 1;
    }
};

/// What makes a description fit somebody, on top of salience.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// The text has introduced somebody so.
    Introduced,
    /// It has, but with a modifier that sets the role apart: of another organization, former.
    IntroducedElsewhere,
    /// The gazetteer gives the title or the description.
    Titled,
    /// An organization's name has the noun; one with a little more salience is still meant.
    NamedSo,
    /// Each modifier that agrees, and the place.
    Modifier,
}

pub(super) const FITS: [Weight<Fit>; 5] = [
    Weight {
        of: Fit::Introduced,
        name: "introduced",
        weight: 2500,
        without: 0,
        example: "Petra Hollin, the mayor, left. Orla Brenk came. <The mayor=Petra Hollin> said that it was late.",
    },
    Weight {
        of: Fit::IntroducedElsewhere,
        name: "introduced-elsewhere",
        weight: 1250,
        without: 0,
        example: "Former mayor Petra Hollin left. Orla Brenk came. <The mayor=Petra Hollin> said that it was late.",
    },
    Weight {
        of: Fit::Titled,
        name: "titled",
        weight: 1500,
        without: 0,
        example: "Orla Brenk left. Petra Hollin came. <The minister=Orla Brenk> said that it was late.",
    },
    Weight {
        of: Fit::NamedSo,
        name: "named-so",
        weight: 500,
        without: 0,
        example: "The Marden Committee met. The Lundby Council met. <The committee=Marden Committee> said that it was late.",
    },
    Weight {
        of: Fit::Modifier,
        name: "fitting-modifier",
        weight: 700,
        without: 0,
        example: "Maud Tarn, the Lundby mayor, met Petra Hollin, the Marden mayor. <The Marden mayor=Petra Hollin> said \
                  that it was late.",
    },
];

impl Fit {
    pub(super) fn weight(self) -> i32 {
        FITS[self as usize].get()
    }
}

/// How salient an entity must be if only its kind agrees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Least {
    /// For a description that says more than its noun.
    Telling,
    /// For a bare noun.
    Bare,
    /// For a noun for people whom news leaves without a name.
    Anyone,
    /// For *it*.
    Thing,
}

pub(super) const LEAST: [Weight<Least>; 4] = [
    Weight {
        of: Least::Telling,
        name: "least-for-telling",
        weight: 150,
        without: 0,
        example: "Petra Hollin sang. It rained. It snowed. It rained. It hailed. It rained. <The 54-year-old=> said that \
                  it was late.",
    },
    Weight {
        of: Least::Bare,
        name: "least-for-bare",
        weight: 300,
        without: 0,
        example: "Petra Hollin sang. It rained. It snowed. It rained. <The lawyer=> said that it was late.",
    },
    Weight {
        of: Least::Anyone,
        name: "least-for-anyone",
        weight: 700,
        without: 0,
        example: "Petra Hollin sang. <The former adviser=> said that it was late.",
    },
    Weight {
        of: Least::Thing,
        name: "least-for-thing",
        weight: 300,
        without: 0,
        example: "The Marden Institute grew. They slept. They ate. They slept. “We won,” <it=> said.",
    },
];

impl Least {
    pub(super) fn weight(self) -> i32 {
        LEAST[self as usize].get()
    }
}
