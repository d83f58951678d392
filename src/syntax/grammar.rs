//! The grammar of chunks: flat phrases, as named patterns over parts of speech.
//!
//! A pattern is a regular expression whose letters are parts: `<DT>` is a unit with the part of that label, `<NN|NNS>` one
//! with either, and `{adverb}` stands for the pattern of that name in [`PIECES`]. Where a chunk may begin, the patterns are
//! tried in the order of the table, and the first that fits makes the chunk. Whoever adds a row adds an example, which a
//! test reads.

use once_cell::sync::Lazy;
use regex_automata::dfa::{Automaton, dense};
use regex_automata::util::primitives::StateID;
use regex_automata::util::{start, syntax};
use regex_automata::{Anchored, MatchKind};

use crate::lexicon::Part;

/// What a chunk is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ChunkKind {
    /// A noun phrase without what hangs on it: `the old mayor`.
    Noun,
    /// `who`, `which`, `what`: a noun phrase that opens a clause.
    Relative,
    /// A verb with its auxiliaries and adverbs that has tense or commands: `has repeatedly said`.
    Verb,
    /// `to say`
    Infinitive,
    /// `saying`, `having said`, `asked by reporters`.
    Participle,
    /// A base form that another verb governs: `let it go`.
    Base,
    Adjective,
    Adverb,
    Preposition,
    /// `that`, `because`, `when`: opens a clause.
    Subordinator,
    Conjunction,
    Comma,
    /// A mark that ends a sentence, or a dash.
    Stop,
    Open,
    Close,
    /// A whole quoted span.
    Quoted,
    Other,
}

impl ChunkKind {
    /// A verb is its head.
    pub(crate) const fn is_verbal(self) -> bool {
        matches!(self, Self::Verb | Self::Infinitive | Self::Participle | Self::Base)
    }

    /// The short name that `whosaid syntax` prints.
    pub(crate) const fn label(self) -> &'static str {
        match self {
            Self::Noun => "NP",
            Self::Relative => "REL",
            Self::Verb => "VG",
            Self::Infinitive => "INF",
            Self::Participle => "PART",
            Self::Base => "BASE",
            Self::Adjective => "ADJP",
            Self::Adverb => "ADVP",
            Self::Preposition => "PREP",
            Self::Subordinator => "SUB",
            Self::Conjunction => "CONJ",
            Self::Comma => "COMMA",
            Self::Stop => "STOP",
            Self::Open => "OPEN",
            Self::Close => "CLOSE",
            Self::Quoted => "QUOTED",
            Self::Other => "X",
        }
    }
}

/// A named pattern.
struct ChunkPattern {
    #[cfg_attr(not(test), expect(dead_code, reason = "for readers and tests"))]
    name: &'static str,
    kind: ChunkKind,
    pattern: &'static str,
    /// Words with their parts; the chunk stands in brackets.
    #[cfg_attr(not(test), expect(dead_code, reason = "for readers and tests"))]
    example: &'static str,
}

const fn rule(name: &'static str, kind: ChunkKind, pattern: &'static str, example: &'static str) -> ChunkPattern {
    ChunkPattern { name, kind, pattern, example }
}

/// Patterns that others are made of; each may use those before it.
const PIECES: &[(&str, &str)] = &[
    ("adverb", "<RB|RBR|NOT>"),
    ("adjective", "<JJ|JJR|JJS>"),
    ("noun", "<NN|NNS|NNP|NNPS|ROLE|FITTED>"),
    ("word", "<NN|NNS|NNP|NNPS|ROLE|FITTED|JJ|JJR|JJS|RB|RBR|RP|IN|CD|VB|VBD|VBG|VBN|VBP|VBZ|DT|X>"),
    // `self-described`, `three-year-old`, `20-20`, `rank-and-file`
    ("compound", "(?:{word}(?:<HYPHEN>(?:<CC><HYPHEN>)?{word})+)"),
    // `11`, `$ 5 million`, `4-3`, `more than 300`, `at least 300`
    ("number", "(?:(?:<RBR|JJR><IN>|<IN><JJS>)?<X>?(?:<CD>+|<COUNT>)(?:<HYPHEN|X><CD>)*)"),
    // `, old` of `a big, old house`
    (
        "adjectives",
        "(?:{adverb}*(?:{compound}|{adjective})(?:(?:<COMMA>|<CC>|<COMMA><CC>){adverb}*(?:{compound}|{adjective}))*)",
    ),
    // The same without a comma, which in front of a name parts clauses: `was glad`, `Lundby fishermen said`.
    ("qualities", "(?:{adverb}*(?:{compound}|{adjective}))"),
    ("plain", "(?:<NN|NNS>(?:<HYPHEN>?<NN|NNS>)*)"),
    // A proper noun, or nouns that end in somebody's role: `ferry company boss`. A name may follow these, but no other
    // noun: `the mayor Orla Brenk`, `the job` `Orla Brenk` had.
    ("named", "(?:<NNP|NNPS|FITTED><CD>?|(?:{plain}<HYPHEN>?)?(?:<ROLE>|{compound}))"),
    ("date", "(?:<CD>(?:<COMMA><CD>)?)"),
    // From the first noun to the last: `Harbor Party military base`, `Norland deputy mayor`, `July 4, 2016`.
    (
        "nouns",
        "(?:(?:{named}(?:<HYPHEN>?{named})*(?:{adjective}*<HYPHEN>?(?:{plain}<HYPHEN>?)?(?:{plain}|<ROLE><NNP|NNPS>?))?|{plain}){date}?)",
    ),
    // The same without an adjective inside, for want of a determiner.
    (
        "bare",
        "(?:(?:{named}(?:<HYPHEN>?{named})*(?:{adjective}*<HYPHEN>?{plain}|{adjective}+{plain}?<ROLE><NNP>)?|{plain}){date}?)",
    ),
    ("determiner", "(?:(?:<IN><JJS>)?<PDT>?<DT|PRPS|WPS|POS>)"),
    // Before the main verb of a group.
    ("been", "(?:<VBN.be|VB.be>{adverb}*)"),
    ("being", "(?:<VBG.be>{adverb}*)"),
    ("participle", "<VBN|VBG|VBD|VBN.be|VBN.have>"),
    ("base", "<VB|VB.be|VB.have|VB.do|VBP|VBP.have|VBP.do|VBI>"),
    // What may follow `to` and a modal verb.
    (
        "complex",
        "(?:<VB.have|VBP.have>{adverb}*{been}?{being}?{participle}|<VB.be>{adverb}*{being}?<VBN|VBG|VBD>|{base})",
    ),
];

/// The patterns, in the order in which they are tried.
const RULES: &[ChunkPattern] = &[
    rule("quoted span", ChunkKind::Quoted, "<QUOTED>", "[“/QUOTED]"),
    rule(
        "determined noun phrase",
        ChunkKind::Noun,
        "{determiner}(?:{adjectives}|{number}|{adverb}+|{adverb}*<VBN|VBG>)*(?:<CC>{adjectives})?{nouns}",
        "[the/DT former/JJ mayor/NN] left/VBD",
    ),
    rule(
        "bare noun phrase",
        ChunkKind::Noun,
        "(?:{qualities}|{adverb}*{number})*{bare}",
        "[angry/JJ fishermen/NNS] left/VBD",
    ),
    rule(
        "nominal adjective",
        ChunkKind::Noun,
        "{determiner}{adverb}*(?:{compound}|{adjective}|<VBN>)",
        "[the/DT poor/JJ] left/VBD",
    ),
    rule("quantity", ChunkKind::Noun, "{determiner}?{adverb}*{number}", "[about/RB 300/CD] left/VBD"),
    rule("today", ChunkKind::Noun, "<TODAY>", "the/DT mayor/NN [today/TODAY] left/VBD"),
    rule("gerund as a noun", ChunkKind::Noun, "{determiner}{adjectives}?<VBG>", "[the/DT shouting/VBG] stopped/VBD"),
    rule("relative", ChunkKind::Relative, "<WP|WDT>", "[who/WP] left/VBD"),
    rule("pronoun", ChunkKind::Noun, "<PRP|PRPs|PRPo|DP|EX>|{adverb}?<PN>", "[she/PRPs] left/VBD"),
    rule("determiner alone", ChunkKind::Noun, "<PDT|DT>+", "[both/DT] left/VBD"),
    rule(
        "finite: modal",
        ChunkKind::Verb,
        "{adverb}*<MD>(?:{adverb}*{complex}|<NOT>)?",
        "she/PRPs [would/MD never/RB have/VB.have been/VBN.be told/VBN]",
    ),
    rule(
        "finite: have",
        ChunkKind::Verb,
        "{adverb}*<VBD.have|VBP.have|VBZ.have>(?:{adverb}*(?:{been}{being}?<VBN|VBG|VBD>|{participle})|<NOT>)?",
        "she/PRPs [has/VBZ.have repeatedly/RB said/VBN]",
    ),
    rule(
        "finite: be",
        ChunkKind::Verb,
        "{adverb}*<VBD.be|VBP.be|VBZ.be>(?:{adverb}*(?:{being}?<VBN|VBG>|<VBG.have>)|<VBD>|<NOT>)?",
        "she/PRPs [was/VBD.be quoted/VBN]",
    ),
    rule(
        "finite: do",
        ChunkKind::Verb,
        "{adverb}*<VBD.do|VBP.do|VBZ.do>(?:{adverb}*{base}|<NOT>)?",
        "she/PRPs [did/VBD.do not/NOT say/VB]",
    ),
    rule("finite: one word", ChunkKind::Verb, "{adverb}*<VBD|VBP|VBZ|VBI>", "she/PRPs [angrily/RB left/VBD]"),
    rule("infinitive", ChunkKind::Infinitive, "{adverb}?<TO>{adverb}*{complex}", "she/PRPs wants/VBZ [to/TO go/VB]"),
    rule("base form", ChunkKind::Base, "{adverb}*<VB|VB.be|VB.have|VB.do>", "let/VBD it/PRP [go/VB]"),
    rule(
        "participle",
        ChunkKind::Participle,
        "{adverb}*(?:<VBG.have>{adverb}*{been}?{participle}|<VBG.be>{adverb}*<VBN>|<VBG|VBN|VBG.be|VBG.have|VBN.be|VBN.have>)",
        "she/PRPs left/VBD ,/COMMA [having/VBG.have said/VBN]",
    ),
    rule("adjective", ChunkKind::Adjective, "{adjectives}", "she/PRPs is/VBZ.be [very/RB angry/JJ]"),
    rule("subordinator", ChunkKind::Subordinator, "{adverb}?<SC|WRB>", "she/PRPs left/VBD [when/WRB] it/PRP"),
    rule("relative owner", ChunkKind::Relative, "<WPS>", "[whose/WPS] left/VBD"),
    rule("preposition", ChunkKind::Preposition, "{adverb}?<IN|TO>", "[in/IN] Lundby/NNP"),
    rule("adverb", ChunkKind::Adverb, "{adverb}+|<RP>", "she/PRPs left/VBD [today/RB]"),
    rule("conjunction", ChunkKind::Conjunction, "<CC>", "she/PRPs [and/CC]"),
    rule("comma", ChunkKind::Comma, "<COMMA>", "she/PRPs [,/COMMA]"),
    rule("stop", ChunkKind::Stop, "<STOP|DASH>", "she/PRPs left/VBD [./STOP]"),
    rule("opening bracket", ChunkKind::Open, "<OPEN>", "she/PRPs [(/OPEN]"),
    rule("closing bracket", ChunkKind::Close, "<CLOSE>", "she/PRPs [)/CLOSE]"),
];

/// A unit as the grammar sees it: its part, or what it is as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Code(u8);

/// Codes are printed signs, so that a string of them can be looked at.
const FIRST_CODE: u8 = b'0';

impl Code {
    /// A quoted span that makes up a clause of its own.
    pub(crate) const QUOTED: Self = Self(FIRST_CODE + Part::COUNT as u8);
    /// A quoted word or two that fit into the phrase: no comma or stop ends them.
    pub(crate) const FITTED: Self = Self(FIRST_CODE + Part::COUNT as u8 + 1);

    /// A noun for what somebody is: a name may follow.
    pub(crate) const ROLE: Self = Self(FIRST_CODE + Part::COUNT as u8 + 2);

    /// `today`, which stands after a noun phrase without being in it.
    pub(crate) const TODAY: Self = Self(FIRST_CODE + Part::COUNT as u8 + 3);

    /// A number that counts the noun after it, though a noun stands before it too.
    pub(crate) const COUNT: Self = Self(FIRST_CODE + Part::COUNT as u8 + 4);

    pub(crate) const fn of(part: Part) -> Self {
        Self(FIRST_CODE + part as u8)
    }

    pub(crate) const fn byte(self) -> u8 {
        self.0
    }

    fn parse(label: &str) -> Option<Self> {
        match label {
            "QUOTED" => Some(Self::QUOTED),
            "FITTED" => Some(Self::FITTED),
            "ROLE" => Some(Self::ROLE),
            "TODAY" => Some(Self::TODAY),
            "COUNT" => Some(Self::COUNT),
            _ => Part::parse(label).map(Self::of),
        }
    }
}

/// The regular expression of a pattern: labels become classes of codes, and pieces are put in.
fn expanded(pattern: &str) -> String {
    let mut pattern = pattern.to_owned();
    while let Some(start) = pattern.find('{') {
        let end = start + pattern[start..].find('}').expect("a brace is closed");
        let name = &pattern[start + 1..end];
        let piece = PIECES.iter().find(|(known, _)| *known == name);
        let piece = piece.unwrap_or_else(|| panic!("no piece is called {name}")).1.to_owned();
        pattern.replace_range(start..=end, &piece);
    }
    let mut expression = String::new();
    let mut rest = pattern.as_str();
    while let Some(start) = rest.find('<') {
        let end = start + rest[start..].find('>').expect("a label is closed");
        expression.push_str(&rest[..start]);
        expression.push('[');
        for label in rest[start + 1..end].split('|') {
            let code = Code::parse(label).unwrap_or_else(|| panic!("no part has the label {label}"));
            expression.push_str(&format!("\\x{:02x}", code.byte()));
        }
        expression.push(']');
        rest = &rest[end + 1..];
    }
    expression + rest
}

/// All patterns in one automaton: what a step costs does not depend on how many they are.
pub(crate) struct Grammar {
    automaton: dense::DFA<Vec<u32>>,
    start: StateID,
}

pub(crate) static GRAMMAR: Lazy<Grammar> = Lazy::new(|| {
    let patterns: Vec<String> = RULES.iter().map(|rule| expanded(rule.pattern)).collect();
    let automaton = dense::Builder::new()
        .configure(
            dense::Config::new()
                .match_kind(MatchKind::LeftmostFirst)
                .start_kind(regex_automata::dfa::StartKind::Anchored),
        )
        .syntax(syntax::Config::new().unicode(false).utf8(false))
        .build_many(&patterns);
    let automaton = automaton.expect("the patterns are regular expressions of moderate size");
    let start = automaton.start_state(&start::Config::new().anchored(Anchored::Yes));
    Grammar { start: start.expect("the automaton is anchored"), automaton }
});

impl Grammar {
    /// The chunk that begins at this code: its kind and how many units it has.
    ///
    /// The automaton is walked by hand: chunks are so short that the general search would spend most of its time on its
    /// preparations.
    #[inline]
    pub(crate) fn chunk(&self, codes: &[u8], start: usize) -> (ChunkKind, usize) {
        let (rule, length) = self.fitting(codes, start);
        (rule.map_or(ChunkKind::Other, |rule| rule.kind), length)
    }

    /// The rule that makes the chunk, and how many units that has.
    #[inline]
    fn fitting(&self, codes: &[u8], start: usize) -> (Option<&'static ChunkPattern>, usize) {
        let automaton = &self.automaton;
        let mut found = (None, 1);
        let mut state = self.start;
        // It tells that a pattern fits one code after the last.
        let fits = |state, length| (RULES.get(automaton.match_pattern(state, 0).as_usize()), length);
        for (length, &code) in codes[start..].iter().enumerate() {
            state = automaton.next_state(state, code);
            if automaton.is_match_state(state) {
                found = fits(state, length);
            } else if automaton.is_dead_state(state) {
                return found;
            }
        }
        state = automaton.next_eoi_state(state);
        if automaton.is_match_state(state) { fits(state, codes.len() - start) } else { found }
    }
}

#[cfg(test)]
mod tests {
    use super::{Code, GRAMMAR, RULES};
    use std::collections::HashSet;

    /// The words of an example with their codes, and which of them the brackets hold.
    fn read(example: &str) -> (Vec<u8>, std::ops::Range<usize>) {
        let (mut start, mut end) = (None, None);
        let mut codes = Vec::new();
        for (at, word) in example.split(' ').enumerate() {
            if word.starts_with('[') {
                start = Some(at);
            }
            if word.ends_with(']') {
                end = Some(at + 1);
            }
            let label = word.trim_matches(['[', ']']).rsplit('/').next().expect("a label");
            codes.push(Code::parse(label).unwrap_or_else(|| panic!("{example}: no part {label}")).byte());
        }
        (codes, start.expect("an opening bracket")..end.expect("a closing bracket"))
    }

    #[test]
    fn every_rule_makes_the_chunk_of_its_example() {
        let mut faults = Vec::new();
        for rule in RULES {
            let (codes, expected) = read(rule.example);
            let (found, length) = GRAMMAR.fitting(&codes, expected.start);
            let found = (found.map_or("no rule", |found| found.name), length);
            if found != (rule.name, expected.len()) {
                faults.push(format!("{}: {} is a chunk of {} units by {}", rule.name, rule.example, found.1, found.0));
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }

    #[test]
    fn names_are_unique() {
        let mut names = HashSet::new();
        assert!(RULES.iter().all(|rule| names.insert(rule.name)));
    }
}
