//! What the generated news is made of: sentences with slots, and the words that go into these.
//!
//! Slots: `{P}` whom the paragraph is about, by the full name the first time and by the surname later, and `{Ms} {p}`
//! by the surname with Mr. or Ms.; `{he}`, `{him}`,
//! `{his}` the pronoun for them, `{He}` and `{His}` at the start of a sentence; `{Q}` somebody else
//! of the article; `{D}` somebody of the article whom no gazetteer has; `{O}` an organization and `{L}` a place;
//! `{said}` a verb of saying; `{n}`, `{ns}`, `{a}`, `{v}`, `{adv}` a noun, a noun of many, an adjective, a past tense and an
//! adverb; `{day}`, `{month}`, `{number}`.

/// The first sentence of an article.
pub(crate) const LEADS: &[&str] = &[
    "{P} told a {a} crowd in {L} on {day} that the {a} {n} between {L} and the coast would be {v} before the end of \
     {month}, and that nobody who lives beside it had been asked.",
    "{L} — {P} and {Q} {v} the {a} {n} in {L} on {day}, after {number} weeks of talks that {O} had called {a} and {a}.",
    "{L} ({day}) — The {n} that {P} promised to {O} last {month} has been {v}, according to {number} {ns} who have seen \
     the {a} {n} and to a letter that {O} sent to {L}.",
    "{P} {v} the {a} {n} of {O} on {day}, {number} days before a {n} in {L} that could decide who leads {O} next year.",
    "Some {a} {n} in {L} has {v} {P}, whose {ns} had hoped for one with {O} by {month}.",
];

/// Sentences that nobody says.
pub(crate) const NARRATION: &[&str] = &[
    "{P}, who grew up near {L} and {v} {his} first {n} there, has {v} the {a} {ns} of {O} for {number} years.",
    "The {n}, which has been {v} four times since the Harbor and Bridges Act of 1987, would cost more than twice what was \
     promised.",
    "{He} has {adv} {v} the {n}, and {ns} in {L} say it will not be {v} before {month} 19{number}.",
    "Of the {number} {ns} along the Upper River, eleven have no other {n} in the winter, and the number of {ns} that \
     cross from {L} each {day} has {v} in a decade.",
    "It stands in the cellars of the lower streets, and on quiet nights the {ns} of Mill Lane can hear the water under the \
     floor of the {n}.",
    "{P} met {Q} in {L} last week, as {O} had hoped, but they could not agree on who should pay for the {a} {n}.",
    "For now the {ns} stay where they are, and a painted sign asks drivers from {L} to turn around at Exit {number}.",
    "{D}, who sells bread in the Old Market, has not seen any {n} near the river for {number} months, and her \
     customers have begun to ask what one of the boats would cost.",
    "Both {P} and {Q} {v} the Conservative majority in {month} 19{number}, but only {P} kept the {n} after the holidays.",
    "Another {n} near {L} {v} the {a} {ns} {adv}, and most of its {a} {n} with them.",
    "The {a} {ns} are not in doubt.",
    "There was no {n} in the {n}, and the {a} {ns} that had {v} for {number} hours {adv} went home.",
    "In {month}, {O} {v} the {a} Northern Crossing from {L} to {L}, which {v} {number} {ns} and left the rest without any \
     {n}.",
    "But {P} has {v} the {n} before, and {he} may do so again when they publish their {ns} in {month}.",
    "That {n} is {a}.",
    "{Q}, {P} and {D} were on the {n} that {v} {L} on {day}, together with {number} {ns} and their {n}.",
    "The {a} {n} of {L} will be {v} by the Second Chamber, whose {ns} have already {v} {number} percent of the {n}.",
    "{His} {n}, a {a} {n} of {number} pages, was {v} at the Grand Hotel and at the {n} in {L}.",
    "Since the {n} of {month} 19{number}, {P} has raised ${number} million for a {n} that would have been {a} {number} years \
     ago.",
    "When the {n} came to {L}, {he} was with {his} {ns}, and none of them {v} the {n}.",
    "Nearly {number} percent of the {ns} in {L} {v} {P}, a {n} of {O} showed in {month}, while {number} percent {v} {Q}.",
    "She and a {n} from {L} had {v} the {a} {n} {adv} before it {v} the {n} in {month} 19{number}.",
    "Republican {ns} and Democratic {ns} {v} the {a} {n} on {day}, and most {ns} {v} it {adv}.",
    "The {a} {n} of {month} 19{number}, {adv} {v} by {ns} of both parties, put {number} {ns} out of work.",
    "{Ms} {p} will bring {his} {n} before the Committee on Roads and Rivers, together with {ns} of the Green party.",
    "Neither the {n} nor the {n} of the Lower House has {v} such a {a} number of {ns} since the {n} of 1994.",
];

/// Whole sentences that somebody says.
pub(crate) const SPOKEN: &[&str] = &[
    "We have waited long enough for this",
    "The {n} is older than anybody in this {n}, and the {ns} will be here when I am gone",
    "They come when there is a {n}, and then we are alone again",
    "I do not think that {Q} has {v} the {n}, and I have told the {ns} so",
    "This is a {a} {n} for {L}, and a {a} one for the American people",
    "You cannot {adv} ask {number} {ns} to give up a {n} for a {n} that nobody has seen",
    "He knows what a {n} costs, and so do the {ns} in {L}",
    "If {O} wants a {n}, somebody should say so",
    "We need the {ns}, we need the {n}, and we need both before {month}",
    "There are {ns} who have {v} everything, and nobody has asked them what comes next",
    "It’s not {a}, and I don’t believe that anything ever was",
    "My {n} has {v} in {L} for {number} years, so I know what a {a} {n} looks like",
    "That’s what the {n} is for",
    "I’m glad that we could do this together, and I want to thank the Democratic {ns} for their {n}",
];

/// What stands between the two parts of a quotation, and behind one: `“…,” {P} said.`
pub(crate) const ATTRIBUTIONS: &[&str] = &[
    "{P} {said}",
    "{P} {said}",
    "{Ms} {p} {said}",
    "{he} {said}",
    "{he} {said}",
    "{said} {P}",
    "{said} {D}, a {n} lawyer at the Second Chamber",
    "{P} told {ns} in {L}",
    "{he} told {O} on {day}",
    "{P} {said} in a {n} on {day}",
    "{D} {said}",
    "{Q} {said} in {L}",
];

/// Clauses that are reported without quotation marks, and half of them with some.
pub(crate) const REPORTED: &[&str] = &[
    "{P} {said} that the {n} would be {v} by {month} and that {he} had not been asked about it.",
    "{He} {said} {he} would not {adv} change the {n}, whatever they did.",
    "According to {P}, the {a} {n} has {v} {number} {ns} in {L} and twice as many in {L}.",
    "{O} denied that any of the {ns} had been {v} and said all questions would be answered at a {n} in {L}.",
    "{P} also told {Q} that {his} {a} {n} had {v} the Democratic {ns}.",
    "A spokesman for {O} said the {n} was {a}, but declined to say whether it had {v} them.",
    "{D}, a {n} lawyer in {L}, said {he} had {v} the {n} {number} times.",
    "{P} called the {n} “{a} and {a},” a {n} that {Q} would not repeat.",
    "{Ms} {p} {said} the {n} was “{a} for {L}” and {v} {Q} for the {n}.",
    "The {ns} have been told that this is “only the {n},” and few believe it.",
    "Asked about the {n}, {P} declined to comment on what they had {v} for {him}.",
    "{Q} wrote in {month} that the {ns} of the Northern Crossing have {adv} {v} their {n} and should {adv} go home.",
];

pub(crate) const SAID: &str = "said said said said said said added wrote argued insisted explained warned noted";

pub(crate) const DAYS: &str = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday";

pub(crate) const MONTHS: &str = "January February March April June July August September October November December";

pub(crate) const NOUNS: &str = "bridge hearing budget report plan administration infrastructure representation organization campaign debate vote speech decision letter investigation \
    contract school hospital election deal law bill court proposal meeting agreement strike factory border tax \
    program policy office lawyer project street ferry question answer record interview statement harbor market \
    committee season team game victory crisis audit fund loan pension treaty embargo storm flood drought rescue";

pub(crate) const NOUNS_OF_MANY: &str = "villages reporters voters families officials engineers teachers farmers workers trucks \
    soldiers lawmakers students patients drivers companies documents questions orchards houses islands neighbors \
    critics representatives administrators environmentalists immigrants supporters members residents investors ministers doctors judges plans figures results reasons rules costs";

pub(crate) const ADJECTIVES: &str = "new long large small difficult public private former local federal serious early late \
    recent short strong weak quiet angry careful costly crowded narrow popular secret terrible simple honest common \
    political economic congressional environmental controversial international national foreign military legal medical rural urban rare cold warm fair unfair useful useless";

pub(crate) const PAST: &str = "closed opened built changed promised visited praised attacked rejected approved delayed ended \
    started lost found signed studied ignored supported opposed reported followed joined missed moved raised lowered \
    repaired painted counted watched measured accepted questioned defended described discussed canceled finished";

pub(crate) const ADVERBS: &str = "quietly slowly quickly repeatedly openly rarely simply finally recently gladly firmly briefly \
    carefully clearly publicly nearly really hardly suddenly";

pub(crate) const GIVEN: &str =
    "Petra Rufus Greta Anselm Tilda Milo Wilma Bram Ines Otto Agnes Casper Delia Emil Fenna Gideon";

pub(crate) const SYLLABLES: &str = "bren dal hol mor quar sten tar vel wick zan lor gath fen rud kel mar";
