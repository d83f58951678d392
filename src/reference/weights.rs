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
struct Weight<Of> {
    of: Of,
    name: &'static str,
    weight: i32,
    without: i32,
    /// Pronouns and descriptions are marked with those whom they mean.
    example: &'static str,
}

impl<Of> Weight<Of> {
    #[cfg(not(test))]
    fn get(&self) -> i32 {
        self.weight
    }

    /// The neutral number for the one that a test leaves out.
    #[cfg(test)]
    fn get(&self) -> i32 {
        if tests::is_left_out(self.name) { self.without } else { self.weight }
    }
}

/// What a mention adds to the salience of its entity.
const MENTIONS: [Weight<GrammaticalRole>; 7] = [
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

const SHARES: [Weight<Share>; 5] = [
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

const BONUSES: [Weight<Bonus>; 3] = [
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

/// With a bonus salience is no more than so many times what it was.
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
    /// It has, but as that of something else, or as what somebody was.
    IntroducedElsewhere,
    /// The gazetteer gives the title or the description.
    Titled,
    /// An organization's name has the noun; one with a little more salience is still meant.
    NamedSo,
    /// Each modifier that agrees, and the place.
    Modifier,
}

const FITS: [Weight<Fit>; 5] = [
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

/// How salient somebody must be of whom nothing but the kind fits.
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

const LEAST: [Weight<Least>; 4] = [
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

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::collections::BTreeSet;

    use super::*;
    use crate::attribution::attribute;
    use crate::gazetteer::Gazetteer;
    use crate::lexicon::{CueClass, Lexicon};
    use crate::mention::{Cast, CastBuffers, Naming};
    use crate::quotation::{Discourse, Space};
    use crate::reference::{Reference, ReferenceBuffers, Referring, resolve};
    use crate::text::Text;

    /// The only entity that is known.
    const KNOWN: &str = "\
id\tname\tkind\tgender\ttitles
person/orla-brenk\tOrla Brenk\tperson\tfemale\tPrime Minister
";

    thread_local! {
        static LEFT_OUT: Cell<&'static str> = const { Cell::new("") };
    }

    pub(super) fn is_left_out(name: &str) -> bool {
        LEFT_OUT.get() == name
    }

    /// The names and examples of a table, whose rows must stand in the order of what they are of.
    fn rows<Of: Copy, const COUNT: usize>(
        table: &'static [Weight<Of>; COUNT],
        order: impl Fn(Of) -> usize,
    ) -> impl Iterator<Item = (&'static str, &'static str)> {
        assert!(table.iter().map(|row| order(row.of)).eq(0..COUNT));
        table.iter().map(|row| (row.name, row.example))
    }

    /// A text without its mark, where the marked words begin, and whom they are said to mean.
    fn unmarked(example: &str) -> (String, usize, &str) {
        let (before, rest) = example.split_once('<').expect("a mark");
        let (mark, after) = rest.split_once('>').expect("the end of a mark");
        let (words, name) = mark.split_once('=').expect("somebody");
        ([before, words, after].concat(), before.len(), name)
    }

    /// Whom the pronoun or description at the byte means; nobody's name if it is not resolved.
    fn meant(gazetteer: &Gazetteer, source: &str, at: usize) -> String {
        let lexicon = Lexicon::bundled();
        let text = Text::read(source, lexicon, gazetteer.openings(), Text::default());
        let naming = Naming { discovery: true, linking: true };
        let cast = Cast::read(&text, gazetteer, naming, &mut CastBuffers::default());
        let discourse = Discourse::read(&text, &cast, lexicon, &[CueClass::Speech], Space::default());
        let attributions = attribute(&discourse, Vec::new());
        let referring = Referring { pronouns: true, descriptions: true };
        let mut buffers = ReferenceBuffers::default();
        let references = resolve(&discourse, &cast, &attributions, gazetteer, referring, &mut buffers);
        let found = references.resolved.iter().find(|resolved| match resolved.reference {
            Reference::Pronoun(span) | Reference::Description(span) => span.start == at,
            Reference::Name(_) => false,
        });
        found.map_or(String::new(), |found| cast.referents[found.referent].name.to_string())
    }

    #[test]
    fn each_row_decides_its_example() {
        let gazetteer = Gazetteer::builder().string("known.tsv", KNOWN).build().expect("a faultless table");
        let rows = rows(&MENTIONS, |role| role as usize)
            .chain(rows(&SHARES, |share| share as usize))
            .chain(rows(&BONUSES, |bonus| bonus as usize))
            .chain(rows(&FITS, |fit| fit as usize))
            .chain(rows(&LEAST, |least| least as usize));
        let mut known = BTreeSet::new();
        let mut faults = Vec::new();
        for (name, example) in rows {
            assert!(known.insert(name), "two rows {name}");
            let (source, at, expected) = unmarked(example);
            let found = meant(&gazetteer, &source, at);
            if found != expected {
                faults.push(format!("{name}: {source:?} is read as {found:?}"));
            }
            LEFT_OUT.set(name);
            if meant(&gazetteer, &source, at) == found {
                faults.push(format!("{name}: {source:?} is read as {found:?} without the row, too"));
            }
            LEFT_OUT.set("");
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}
