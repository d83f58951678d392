//! Texts like news, made of names, cues, marks and noise.

use proptest::prelude::*;

use crate::damage::damaged;

/// Everything that the laws of one text are tried on: news as it should be, broken and damaged, and noise.
pub(crate) fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => articles(),
        2 => news(),
        4 => damaged(articles()),
        2 => damaged(news()),
        1 => marks(),
        1 => any::<String>(),
    ]
}

/// What news is made of: people, cues, marks, words, stops, and what goes wrong with them.
pub(crate) const PIECES: &[&[&str]] = &[
    &[
        "Orla Brenk",
        "Brenk",
        "Tomas Vardell",
        "Vardell",
        "VARDELL",
        "Petra Hollin",
        "Hollin",
        "Harrow Steel",
        "Velmar",
        "President Brenk",
        "Mayor Tomas Vardell",
        "Judge Quarmby",
        "the mayor",
        "a spokesman for Harrow Steel",
        "the Velmarian president",
        "she",
        "He",
        "they",
        "it",
        "I",
        "his lawyer",
        "University of Lundby",
        "Ms. Hollin",
        "Brenk, the president,",
        "Vardell, who knew,",
        "Rufus Tarn, 43,",
        "Rufus “Red” Tarn",
    ],
    &[
        "said",
        "says",
        "told",
        "asked",
        "wrote",
        "added",
        "said that",
        "has repeatedly said",
        "did not say whether",
        "told reporters",
        "according to",
        "According to",
        "called",
        "described",
        "as",
        "accused",
        "of",
        "urged",
        "promised to",
        "thinks",
        "wants to",
        "saying",
        "pointed out",
        "said in a statement",
        "was told",
        "said:",
        "claim that",
        "’s advice was",
        "asked if",
        "warned",
        "agreed",
        "told Vardell",
        "insisted on",
        "denied",
        "tweeted",
        "as",
        "put it",
    ],
    &[
        "“", "”", "“", "”", "\"", "\"", "‘", "’", "'", "„", "‟", "‚", "«", "»", "‹", "›", "「", "」", "『", "』", "``",
        "''", "&quot;", "&ldquo;", "&rdquo;", "“‘", "’”",
    ],
    &[
        "the",
        "a",
        "that",
        "and",
        "but",
        "who",
        "to",
        "in Lundby",
        "on Tuesday",
        "would",
        "not",
        "ferry",
        "sails",
        "is late",
        "at noon",
        "old",
        "will sail",
        "the plan",
        "is “dead”",
        "if",
        "while",
        "because",
        "three",
        "1987",
        "’90s",
        "6'2\"",
        "don’t",
        "sailors’",
        "rock ’n’ roll",
        "so-called",
        "“The Long Ferry”",
    ],
    &[".", ",", "?", "!", ":", ";", " —", "–", "…", "...", ",”", ".”", "?”", "“", "(", ")", "’s", "'s", "-"],
    &[
        "\n\n", "\n", "\r\n\r\n", "\u{a0}", "\u{2028}", "\t", "\u{200b}", "\u{ad}", "\u{feff}", "😀", "é", "e\u{301}",
        "İ", "日本", "\0", "&amp;", "<b>", "*", "•", "U.S.", "@",
    ],
];

fn piece() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        5 => proptest::sample::select(PIECES[0]),
        5 => proptest::sample::select(PIECES[1]),
        5 => proptest::sample::select(PIECES[2]),
        5 => proptest::sample::select(PIECES[3]),
        4 => proptest::sample::select(PIECES[4]),
        1 => proptest::sample::select(PIECES[5]),
    ]
}

/// News, more or less: pieces, most of them with a space before them where one belongs, and both ends cut anywhere.
pub(crate) fn news() -> impl Strategy<Value = String> {
    let pieces = proptest::collection::vec((piece(), 0..10_u8), 0..60);
    (pieces, any::<proptest::sample::Index>(), 0..6_u8).prop_map(|(pieces, cut, whole)| {
        let mut text = String::new();
        for (piece, space) in pieces {
            let closes = piece.starts_with(['.', ',', '?', '!', ':', ';', ')', '’', '”', '\n']);
            let opened = text.ends_with(['“', '‘', '«', '(', '\n']);
            let spaced = if closes || opened { space == 0 } else { space > 0 };
            if spaced && !text.is_empty() {
                text.push(' ');
            }
            text.push_str(piece);
        }
        if whole == 0 {
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            text.truncate(places[cut.index(places.len())]);
        }
        text
    })
}

/// Sentences of a few forms: `N` is a name, `V` a verb or what else reports, `C` a clause.
const FORMS: &[&str] = &[
    "“C, C,” N V.",
    "“C,” V N. “C.”",
    "N V, “C.”",
    "N V that C.",
    "N V C.",
    "C, N V.",
    "C, according to N.",
    "According to N, C.",
    "“C,” N V, “C, and C.”",
    "N, N, V that “C” and C.",
    "“N V, ‘C,’ and C,” N V.",
    "N V: “C.\n\n“C.”",
    "N’s claim that C was C.",
    "“C?” N asked N.\n\n“C.”",
    "N called N “C.”",
    "N V N that C, and V that C.",
    "N V, V and V that C, N V.",
    "\n\n",
    "“C",
    "C.”",
];

/// Those of [`FORMS`] whose quotations end.
const WHOLE: &[&str] = FORMS.split_at(FORMS.len() - 2).0;

const CLAUSES: &[&str] = &[
    "the ferry was late",
    "she would sail",
    "nobody told Brenk that it rains",
    "we have the mast",
    "Go",
    "the “old” plan",
    "Vardell lied",
];

/// Articles as they should be, more or less.
pub(crate) fn articles() -> impl Strategy<Value = String> {
    sentences(FORMS, PIECES[0], PIECES[1], CLAUSES, 1..10)
}

/// Articles in which every quotation ends.
pub(crate) fn whole_articles() -> impl Strategy<Value = String> {
    sentences(WHOLE, PIECES[0], PIECES[1], CLAUSES, 1..10)
}

/// Names of people and organizations that the other articles do not know.
const OTHERS: &[&str] = &[
    "Milo Garsby",
    "Garsby",
    "Mr. Garsby",
    "Senator Dunstan Mobb",
    "Mobb, the senator,",
    "Anna Lisk, 34,",
    "Lisk",
    "the Lundmark Timber Company",
    "the company",
    "the senator",
    "a sailor",
    "she",
    "He",
    "they",
];

/// Articles about other people, in which every quotation ends.
pub(crate) fn other_articles() -> impl Strategy<Value = String> {
    sentences(WHOLE, OTHERS, PIECES[1], CLAUSES, 1..10)
}

/// Sentences of these forms, with what stands for their letters.
fn sentences(
    forms: &'static [&'static str],
    names: &'static [&'static str],
    cues: &'static [&'static str],
    clauses: &'static [&'static str],
    count: std::ops::Range<usize>,
) -> impl Strategy<Value = String> {
    let [names, cues, clauses] = [names, cues, clauses].map(proptest::sample::select);
    let words = proptest::collection::vec((names, cues, clauses), 12);
    proptest::collection::vec((proptest::sample::select(forms), words), count).prop_map(|sentences| {
        let mut text = String::new();
        for (form, words) in sentences {
            let mut words = words.iter().cycle();
            for c in form.chars() {
                let (name, cue, clause) = words.next().expect("endless");
                match c {
                    'N' => text.push_str(name),
                    'V' => text.push_str(cue),
                    'C' => text.push_str(clause),
                    other => text.push(other),
                }
            }
            text.push(' ');
        }
        text
    })
}

/// Marks and little else.
pub(crate) fn marks() -> impl Strategy<Value = String> {
    "([“”„‟\"‘’‚'«»‹›「」『』`.,:?!\n -]|said|Brenk|he|s|a b|&quot;|''){0,40}"
}
