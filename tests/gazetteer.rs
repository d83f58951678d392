//! The gazetteer from outside: which names match, what is said about faulty files, and what entities tell.
//!
//! The cases are data, in `gazetteer/*.tsv` and `*.txt`; one loop here runs each table.

use std::collections::{BTreeSet, HashSet};

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use whosaid::{Doubt, Entity, Error, Fault, Gazetteer, GazetteerBuilder, Gender, Kind, NameMatch};

/// A gazetteer of places with one name each.
fn gazetteer_of(names: &[&str]) -> Gazetteer {
    let mut table = String::from("id\tname\tkind\n");
    for (i, name) in names.iter().enumerate() {
        table.push_str(&format!("place/p{i}\t{name}\tplace\n"));
    }
    build(&[("names.tsv", &table)]).expect("a faultless table")
}

fn build(sources: &[(&str, &str)]) -> Result<Gazetteer, Error> {
    builder(sources).build()
}

fn builder(sources: &[(&str, &str)]) -> GazetteerBuilder {
    sources.iter().fold(Gazetteer::builder(), |builder, (label, text)| builder.string(*label, *text))
}

/// The text with its escapes (`\n`, `\r`, `\t`, `\u{…}`) replaced.
fn unescape(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, escape)) = rest.split_once('\\') {
        plain.push_str(before);
        let kind = escape.chars().next().expect("a character behind the backslash");
        rest = &escape[kind.len_utf8()..];
        match kind {
            'n' => plain.push('\n'),
            'r' => plain.push('\r'),
            't' => plain.push('\t'),
            'u' => {
                let (code, behind) = rest[1..].split_once('}').expect("a closing brace");
                let code = u32::from_str_radix(code, 16).expect("a hexadecimal number");
                plain.push(char::from_u32(code).expect("a character"));
                rest = behind;
            }
            other => plain.push(other),
        }
    }
    plain + rest
}

#[test]
fn names_match() {
    let mut cases = HashSet::new();
    let mut failures = Vec::new();
    let rows = include_str!("gazetteer/matching.tsv").lines().filter(|line| !line.starts_with('#')).skip(1);
    for row in rows {
        let [case, names, marked] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("not three fields: {row}") };
        assert!(cases.insert(case), "two cases are called {case:?}");
        let names = unescape(names);
        let marked = unescape(marked);
        let text: String = marked.chars().filter(|c| !matches!(c, '[' | ']')).collect();

        let gazetteer = gazetteer_of(&names.split('|').collect::<Vec<_>>());
        let mut found = String::new();
        let mut behind = 0;
        for name in gazetteer.find(&text) {
            let span = name.span();
            assert_eq!(gazetteer.longest_at(&text, span.start).map(|again| again.span()), Some(span), "{case}");
            assert!(name.entities().eq(gazetteer.lookup(span.of(&text))), "{case}: {name:?}");
            found += &text[behind..span.start];
            found += &format!("[{}]", span.of(&text));
            behind = span.end;
        }
        found += &text[behind..];
        if found != marked {
            failures.push(format!("{case}:\n  expected {marked:?}\n     found {found:?}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Runs each case of a file of sources and the report that is expected on them.
fn check_reports(file: &str, report: impl Fn(&[(&str, &str)]) -> String) {
    let mut cases = HashSet::new();
    let mut failures = Vec::new();
    for block in file.split("\n## ").skip(1) {
        let (case, rest) = block.split_once('\n').expect("a line behind the name of the case");
        assert!(cases.insert(case), "two cases are called {case:?}");
        let (sources, expected) = rest.split_once("\n=").expect("a report");
        let sources = unescape(&sources.replace('→', "\t"));
        let sources: Vec<_> = sources
            .trim_start_matches('@')
            .split("\n@")
            .map(|source| source.split_once('\n').expect("a line behind the name of the source"))
            .map(|(label, text)| (label.trim(), text))
            .collect();
        let found = report(&sources);
        let expected = unescape(expected.trim());
        if found != expected {
            failures.push(format!("{case}:\nexpected\n{expected}\nfound\n{found}\n"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn faults_are_reported() {
    check_reports(include_str!("gazetteer/faults.txt"), |sources| {
        build(sources).err().map_or_else(String::new, |error| error.to_string())
    });
}

#[test]
fn doubts_are_reported() {
    check_reports(include_str!("gazetteer/doubts.txt"), |sources| {
        let doubts = builder(sources).check().expect("faultless tables");
        let line = |doubt: &Doubt| match doubt.argument() {
            Some(argument) => format!("{doubt} – {argument}"),
            None => doubt.to_string(),
        };
        doubts.iter().map(line).collect::<Vec<_>>().join("\n")
    });
}

/// A user's names are compared with the bundled ones, and those alone are doubted.
#[test]
#[cfg(feature = "bundled")]
fn bundled_names_are_not_doubted() {
    assert_eq!(Gazetteer::builder().bundled().check().expect("faultless tables"), []);
    let mine = "id\tname\taliases\tkind\tprominence\nperson/orla-brenk\tOrla Brenk\tFrance\tperson\t100\n";
    let doubts = Gazetteer::builder().bundled().string("mine.tsv", mine).check().expect("a faultless table");
    let [doubt] = &doubts[..] else { panic!("{doubts:?}") };
    assert_eq!((doubt.source(), doubt.line(), doubt.column()), ("mine.tsv", 2, 30));
    assert!(doubt.message().starts_with("`France` is a name of `place/france` (gazetteers/places-countries.tsv:"));
}

#[test]
fn bytes_that_are_not_utf8_are_faults() {
    let bytes: &[u8] =
        b"\xEF\xBB\xBFid\tname\tkind\nplace/rome\tR\xF4me\tplace\nplace/oslo\t\xC5\tplace\nplace/x\tX\tpalace";
    let error = Gazetteer::builder().reader("latin1.tsv", bytes).build().unwrap_err();
    assert_eq!(
        error.to_string(),
        "latin1.tsv:2:13: not UTF-8: the bytes F4; save the file in the encoding UTF-8\n\
         latin1.tsv:3:12: not UTF-8: the bytes C5; save the file in the encoding UTF-8\n\
         latin1.tsv:3:12: the name `\u{FFFD}` has no letter or digit; write a name that has one, or remove it\n\
         latin1.tsv:4:11: unknown kind `palace`; write `person`, `place` or `organization`"
    );
}

#[test]
fn files_that_cannot_be_read_are_faults_among_others() {
    struct Broken;
    impl std::io::Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("the line is dead"))
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("missing.tsv");
    let faulty = folder.path().join("faulty.tsv");
    std::fs::write(
        &faulty,
        "id\tname\tkind\tin\nplace/oslo\tOslo\tplaces\t\nplace/x\tX\tplace\tplace/in-the-missing\n",
    )
    .unwrap();
    let error = Gazetteer::builder()
        .file(&missing)
        .file(&faulty)
        .reader("wire", Broken)
        .file(folder.path())
        .build()
        .unwrap_err();
    assert!(error.is_io() && error.is_gazetteer());
    let [first, second, third, fourth] = error.faults() else { panic!("{error}") };
    assert_eq!((first.source(), first.line(), first.column()), (missing.to_str().unwrap(), None, None));
    // Whether the missing file has the entity that X is in, nobody knows.
    assert_eq!((second.source(), second.line(), second.column()), (faulty.to_str().unwrap(), Some(2), Some(17)));
    assert_eq!(third.to_string(), "wire: cannot be read: the line is dead; give a file that exists and can be read");
    assert_eq!(fourth.source(), folder.path().to_str().unwrap());
}

#[test]
fn byte_order_mark_and_carriage_returns_are_accepted() {
    let table = "\u{FEFF}# comment\r\n\r\nid\tname\tkind\r\nplace/rome\tRome\tplace\r\n";
    let gazetteer = build(&[("windows.tsv", table)]).unwrap();
    let rome = gazetteer.lookup("Rome").next().unwrap();
    assert_eq!((rome.name(), rome.kind(), rome.source()), ("Rome", Kind::Place, ("windows.tsv", 4)));
}

#[test]
fn a_later_source_replaces_an_entity() {
    let ours = "id\tname\taliases\tkind\nplace/kyiv\tKyiv\tKiev\tplace\nplace/lviv\tLviv\tLvov\tplace\n";
    let mine = "id\tname\tkind\tprominence\nplace/kyiv\tKyjiw\tplace\t7\n";
    let gazetteer = build(&[("ours.tsv", ours), ("mine.tsv", mine)]).unwrap();
    assert_eq!((gazetteer.len(), gazetteer.names_len()), (2, 3));
    assert_eq!(gazetteer.lookup("Kiev").count(), 0);
    let kyiv = gazetteer.entity("place/kyiv").unwrap();
    assert_eq!((kyiv.name(), kyiv.prominence(), kyiv.source()), ("Kyjiw", 7, ("mine.tsv", 2)));
    assert!(gazetteer.entities().map(Entity::id).eq(["place/kyiv", "place/lviv"]));
    let other_way_round = build(&[("mine.tsv", mine), ("ours.tsv", ours)]).unwrap();
    assert_eq!(other_way_round.entity("place/kyiv").unwrap().name(), "Kyiv");
}

#[cfg(feature = "bundled")]
#[test]
fn a_user_replaces_a_bundled_entity() {
    let Some(bundled) = Gazetteer::bundled().entities().next().cloned() else { return };
    let mine = format!("id\tname\tkind\n{}\tXyzzy Plugh\t{}\n", bundled.id(), bundled.kind());
    let gazetteer = Gazetteer::builder().bundled().string("mine.tsv", mine).build().unwrap();
    assert_eq!(gazetteer.len(), Gazetteer::bundled().len());
    assert_eq!(gazetteer.entity(bundled.id()).unwrap().name(), "Xyzzy Plugh");
}

#[test]
fn candidates_come_in_the_order_of_prominence() {
    let table = "id\tname\taliases\tkind\tprominence\n\
                 person/a\tAnn Perez\tPerez\tperson\t20\n\
                 person/b\tBob Pérez\tPérez|Perez\tperson\t90\n\
                 person/c\tCy Perez\tPerez|PEREZ\tperson\t20\n\
                 organization/d\tPEREZ\t\torganization\t100\n";
    let gazetteer = build(&[("x.tsv", table)]).unwrap();
    let ids = |name: &str| gazetteer.lookup(name).map(Entity::id).collect::<Vec<_>>();
    assert_eq!(ids("Perez"), ["person/b", "person/a", "person/c"]);
    assert_eq!(ids("Pérez"), ["person/b"]);
    // Letter for letter is better than in capitals.
    assert_eq!(ids("PEREZ"), ["organization/d", "person/c"]);
    assert_eq!(ids("PÉREZ"), ["person/b"]);
    assert_eq!(ids("\u{A0}ANN\nPEREZ "), ["person/a"]);
    assert_eq!(ids("perez"), [""; 0]);
    assert_eq!(ids("Ann Perez Jr."), [""; 0]);
    assert_eq!(ids(""), [""; 0]);
}

#[test]
fn an_entity_tells_what_its_row_says() {
    let table = "id\tname\taliases\tkind\tgender\ttitles\tdescriptions\tdemonyms\tin\tprominence\tambiguous\tids\n\
                 place/chad\tChad\tTchad\tplace\t\t\tdesert nation\tChadian|Chadians\t\t60\tChad\tiso=TD|note=a=b\n\
                 person/deby\tIdriss Déby\tDéby|WILL|Will\tperson\tmale\tPresident|Marshal\t\t\tplace/chad\t\tDéby|Will\t\n";
    let gazetteer = build(&[("x.tsv", table)]).unwrap();
    let chad = gazetteer.entity("place/chad").unwrap();
    assert_eq!((chad.kind(), chad.gender(), chad.prominence(), chad.within()), (Kind::Place, None, 60, None));
    assert!(chad.demonyms().eq(["Chadian", "Chadians"]));
    assert!(chad.descriptions().eq(["desert nation"]));
    assert!(chad.identifiers().eq([("iso", "TD"), ("note", "a=b")]));
    assert!(chad.is_ambiguous("Chad") && chad.is_ambiguous("CHAD"));
    assert!(!chad.is_ambiguous("Tchad") && !chad.is_ambiguous("chad"));
    let deby = gazetteer.entity("person/deby").unwrap();
    assert_eq!((deby.gender(), deby.prominence(), deby.within()), (Some(Gender::Male), 50, Some("place/chad")));
    assert!(deby.names().eq(["Idriss Déby", "Déby", "WILL", "Will"]));
    assert!(deby.titles().eq(["President", "Marshal"]));
    assert!(deby.is_ambiguous("Deby") && deby.is_ambiguous("De\u{301}by") && deby.is_ambiguous("DEBY"));
    assert!(deby.is_ambiguous("Will") && !deby.is_ambiguous("WILL"));
}

#[test]
fn any_offset_may_be_asked_for() {
    let gazetteer = gazetteer_of(&["Rome", "é"]);
    let text = "“Rome” é";
    let found: Vec<_> = (0..text.len() + 3).filter_map(|at| gazetteer.longest_at(text, at)).collect();
    assert!(found.iter().map(|name| name.span().of(text)).eq(["Rome", "é"]));
    assert_eq!(Gazetteer::empty().find(text).count(), 0);
}

#[test]
fn everything_may_be_shared_between_threads() {
    fn check<T: Send + Sync>() {}
    check::<Gazetteer>();
    check::<GazetteerBuilder>();
    check::<NameMatch<'_>>();
    check::<Error>();
    check::<Fault>();
}

/// Matching as DESIGN.md words it, without regard to speed: the law that `find` must keep.
mod law {
    use std::sync::LazyLock;

    use regex::Regex;

    use super::*;

    fn is_accent(c: char) -> bool {
        ('\u{300}'..='\u{36F}').contains(&c)
    }

    fn is_letter_or_digit(c: char) -> bool {
        (c.is_alphanumeric() && c != 'ʼ') || is_accent(c)
    }

    /// "Straight and curly apostrophes, the hyphens, no-break and repeated white space (a line break too) are equal."
    fn plain(text: &str) -> String {
        static SPACE: LazyLock<Regex> = LazyLock::new(|| {
            let blank = r"[ \t\u{A0}\u{2009}]";
            Regex::new(&format!(r"{blank}*(\r\n|\r|\n){blank}*|{blank}+")).unwrap()
        });
        let text = text.replace(['’', '‘', 'ʼ'], "'").replace(['\u{2010}', '\u{2011}'], "-");
        SPACE.replace_all(&text, " ").replace("  ", "\n")
    }

    /// "Accents may be dropped", all of them; and text may be composed or not.
    pub(super) fn forms(name: &str) -> BTreeSet<String> {
        let name = plain(name);
        let bare: String = name.nfd().filter(|&c| !is_accent(c)).collect();
        let bare = ["ßss", "øo", "łl", "Łl", "æae"].iter().fold(bare, |bare, pair| {
            let (letter, plain) = pair.split_at(2);
            let capital = if letter == "Ł" { "L" } else { plain };
            bare.replace(letter, capital)
        });
        [name.nfc().collect(), name.nfd().collect(), plain(bare.trim()), name].into()
    }

    /// The entities whose name the text is: those that have it letter for letter, or else those that have it but for
    /// its being all capitals.
    fn whole(names: &[BTreeSet<String>], text: &str) -> Vec<usize> {
        let is_capitals =
            text.chars().filter(|c| c.is_alphabetic()).count() >= 2 && !text.chars().any(char::is_lowercase);
        let text = plain(text);
        let is_shouted =
            |form: &String| form.chars().any(char::is_lowercase) && form.to_lowercase() == text.to_lowercase();
        let having = |is_equal: &dyn Fn(&String) -> bool| -> Vec<usize> {
            (0..names.len()).filter(|&i| names[i].iter().any(is_equal)).collect()
        };
        let exact = having(&|form| *form == text);
        if exact.is_empty() && is_capitals { having(&is_shouted) } else { exact }
    }

    /// At each start of a word, leftmost first, the longest stretch up to the end of a word that is a name.
    pub(super) fn find(names: &[&str], text: &str) -> Vec<(usize, usize, Vec<usize>)> {
        let names: Vec<_> = names.iter().map(|name| forms(name)).collect();
        let is_open = |at: usize| !text[at..].starts_with(is_letter_or_digit);
        let is_fresh = |at: usize| !text[..at].ends_with(is_letter_or_digit);
        let places: Vec<usize> = (0..=text.len()).filter(|&at| text.is_char_boundary(at)).collect();
        let mut found = Vec::new();
        let mut behind = 0;
        for &start in &places {
            if start < behind || !is_fresh(start) {
                continue;
            }
            let ends = places.iter().rev().copied().take_while(|&end| end > start).filter(|&end| is_open(end));
            let longest =
                ends.map(|end| (start, end, whole(&names, &text[start..end]))).find(|(.., who)| !who.is_empty());
            if let Some(name) = longest {
                behind = name.1;
                found.push(name);
            }
        }
        found
    }
}

const NAMES: &[&str] = &[
    "North Korea",
    "Korean Air",
    "Korea",
    "Bank of America",
    "America",
    "Bank",
    "Hugo Chávez",
    "Chávez",
    "Chavez",
    "Hugo",
    "O'Brien",
    "Brien",
    "Elmendorf-Richardson",
    "Richardson",
    "US",
    "U.S.",
    "WHO",
    "Who",
    "bin Laden",
    "Trump",
    "Łódź",
    "Donald Trump",
    "Strauß",
    "'t Hart",
    "Hart",
    "X",
    "Xi",
    "iPhone",
    "Erdoğan",
    "İstanbul",
    "Kærø-Trump",
    "Us Air",
    "us",
];

const GLUE: &[&str] = &[
    " ", " ", " ", "  ", "\n", "\r\n", "\n\n", " \n ", "\u{A0}", "\t", "-", "\u{2011}", "–", "'", "’", "ʼ", "'s", "’s",
    ".", ", ", "“", "”", "é", "e\u{301}", "\u{301}", "a", "n", "N", "s", "1", "_", "of ", "Air", "",
];

/// A name, or part of one, in some spelling.
fn piece() -> impl Strategy<Value = String> {
    let name = proptest::sample::select(NAMES);
    (name, 0..9_u8, any::<proptest::sample::Index>()).prop_map(|(name, spelling, cut)| match spelling {
        0 => name.to_uppercase(),
        1 => name.to_lowercase(),
        2 => name.nfd().collect(),
        3 => law::forms(name).into_iter().min_by_key(String::len).unwrap(),
        4 => name.replace('\'', "’").replace('-', "\u{2010}"),
        5 => name.replace(' ', "\n").replace('\'', "ʼ"),
        6 => name.chars().take(cut.index(name.chars().count()) + 1).collect(),
        7 => law::forms(name).into_iter().min_by_key(String::len).unwrap().to_uppercase(),
        _ => name.to_owned(),
    })
}

fn text() -> impl Strategy<Value = String> {
    let glue = proptest::sample::select(GLUE);
    proptest::collection::vec((piece(), glue), 0..8)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(piece, glue)| [piece, glue.to_owned()]).collect())
}

/// A short word, one of about eight or sixteen letters, one with letters beyond ASCII in any block, one of digits; mostly
/// of few different letters, so that words are equal or nearly so.
const WORD: &str = "[a-cA-C]{1,3}|[A-C]{1,9}|[abAB]{6,10}|[abAB]{14,18}|[aAéÉ1]{6,10}|[aBøŁжЖ0-9]{1,9}\
                    |[ab]{7}[éÉ\u{301}bö][ab]{0,9}|[Öéæß][aA]{0,8}|[0-9]{1,9}";

/// Names of such words, and a text of pieces of them in any spelling, with more before, between and behind.
fn names_and_text() -> impl Strategy<Value = (Vec<String>, String)> {
    let joint = "[ '’ʼ_.&\u{A0}\u{2010}-]|  |\\. |, |' ";
    let further = proptest::collection::vec((joint, WORD), 0..3);
    let mark = |marks| proptest::option::weighted(0.2, marks);
    let name =
        (mark("['’_.é&ʼ-]"), WORD, further, mark("['’.!_\u{301}-]")).prop_map(|(before, word, further, behind)| {
            let further = further.into_iter().flat_map(|(joint, word)| [joint, word]);
            before.into_iter().chain([word]).chain(further).chain(behind).collect::<String>()
        });
    let between = prop_oneof!["", " ", " ", "[ab1éÉ_\0\u{301}’ʼ.,“\n\u{A0}-]{1,2}", WORD];
    let piece = (any::<proptest::sample::Index>(), 0..9_u8, any::<proptest::sample::Index>(), between);
    let pieces = proptest::collection::vec(piece, 1..6);
    (proptest::collection::vec(name, 1..7), pieces).prop_map(|(names, pieces)| {
        let mut text = String::new();
        for (name, spelling, cut, between) in pieces {
            let name = name.get(&names);
            let bare = || law::forms(name).into_iter().min_by_key(String::len).unwrap();
            text.push_str(&match spelling {
                0 => name.to_uppercase(),
                1 => name.nfd().collect(),
                2 => bare(),
                3 => bare().to_uppercase(),
                4 => name.replace(' ', "\r\n").replace('\'', "ʼ").replace('-', "\u{2011}"),
                5 => name.chars().take(cut.index(name.chars().count() + 1)).collect(),
                6 => name.chars().skip(cut.index(name.chars().count())).collect(),
                _ => name.clone(),
            });
            text.push_str(&between);
        }
        (names, text)
    })
}

/// Checks the law for a gazetteer of the names, the entities of a name included.
fn check_law(names: &[&str], text: &str) -> Result<(), TestCaseError> {
    let gazetteer = gazetteer_of(names);
    let found: Vec<_> = gazetteer
        .find(text)
        .map(|name| {
            let who = name.entities().map(|entity| entity.id()["place/p".len()..].parse().unwrap()).collect();
            (name.span().start, name.span().end, who)
        })
        .collect();
    prop_assert_eq!(found, law::find(names, text), "{:?} in {:?}", names, text);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn find_keeps_the_law(
        names in proptest::sample::subsequence(NAMES, 1..=NAMES.len()),
        text in text(),
    ) {
        check_law(&names, &text)?;
    }

    // Few letters, so that names begin alike, contain each other and differ in case or accents alone.
    #[test]
    fn find_keeps_the_law_for_any_names(
        names in proptest::collection::vec("[ABabé\u{301}' -]{0,4}[Aab][ABabé\u{301}' -]{0,3}", 1..8),
        text in "[ABabéÉ\u{301}’ ‐\n.]{0,24}",
    ) {
        let names: Vec<_> = names.iter().map(|name| name.trim()).collect();
        check_law(&names, &text)?;
    }

    // Words as long as the blocks in which they are read, and whatever names, words and texts may begin and end with.
    #[test]
    fn find_keeps_the_law_for_words_of_any_length((names, text) in names_and_text()) {
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        check_law(&names, &text)?;
    }

    #[test]
    fn no_text_is_too_strange(text in any::<String>(), at in any::<usize>()) {
        let gazetteer = gazetteer_of(NAMES);
        prop_assert!(gazetteer.find(&text).all(|name| text.get(name.span().start..name.span().end).is_some()));
        let _ = gazetteer.longest_at(&text, at % (text.len() + 2));
        let _ = gazetteer.lookup(&text).count();
    }

    #[test]
    fn no_table_is_too_strange(text in "(id|name|kind|in|place/a|place|[|\t\n\r#é]|.){0,40}") {
        let _ = build(&[("x.tsv", &text), ("y.tsv", &format!("id\tname\tkind\tin\tids\tambiguous\n{text}"))]);
    }
}
