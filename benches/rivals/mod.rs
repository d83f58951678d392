//! Whoever finds the same names in the same text.
//!
//! The rule of fairness: all are given the same names, read the same text in the same run, and take turns; before anything
//! is timed, each must find every name that was written into the text. All search leftmost first and longest first.
//! The rivals do less than [`Gazetteer::find`](whosaid::Gazetteer::find): they find names inside of longer words, and do
//! not find them in capitals, without their accents, across a line break, or with another apostrophe or hyphen. They
//! say which pattern was found, not which entities have the name. No rival is stopped from using what it has.

mod invented;

use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use daachorse::{DoubleArrayAhoCorasick, DoubleArrayAhoCorasickBuilder};
use regex::{Regex, RegexBuilder};
use whosaid::{Gazetteer, Kind};

use crate::news::Corpus;

pub(crate) use invented::invented;
use invented::table;

/// Finds names.
pub(crate) trait Matcher {
    /// How many it finds.
    fn count(&self, text: &str) -> usize;

    /// Where.
    fn spans(&self, text: &str) -> Vec<Range<usize>>;
}

impl Matcher for Gazetteer {
    fn count(&self, text: &str) -> usize {
        self.find(text).count()
    }

    fn spans(&self, text: &str) -> Vec<Range<usize>> {
        self.find(text).map(|name| name.span().start..name.span().end).collect()
    }
}

impl Matcher for AhoCorasick {
    fn count(&self, text: &str) -> usize {
        self.find_iter(text).count()
    }

    fn spans(&self, text: &str) -> Vec<Range<usize>> {
        self.find_iter(text).map(|hit| hit.range()).collect()
    }
}

impl Matcher for Regex {
    fn count(&self, text: &str) -> usize {
        self.find_iter(text).count()
    }

    fn spans(&self, text: &str) -> Vec<Range<usize>> {
        self.find_iter(text).map(|hit| hit.range()).collect()
    }
}

impl Matcher for DoubleArrayAhoCorasick<u32> {
    fn count(&self, text: &str) -> usize {
        self.leftmost_find_iter(text).count()
    }

    fn spans(&self, text: &str) -> Vec<Range<usize>> {
        self.leftmost_find_iter(text).map(|hit| hit.start()..hit.end()).collect()
    }
}

/// A way to find names, by the name of its crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rival {
    Whosaid,
    Contiguous,
    Automatic,
    Regex,
    Daachorse,
}

impl Rival {
    pub(crate) const ALL: [Self; 5] = [Self::Whosaid, Self::Contiguous, Self::Automatic, Self::Regex, Self::Daachorse];

    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Whosaid => "`whosaid`, `Gazetteer::find`",
            Self::Contiguous => "`aho-corasick`, contiguous NFA",
            Self::Automatic => "`aho-corasick`, automatic kind",
            Self::Regex => "`regex`, alternation",
            Self::Daachorse => "`daachorse`",
        }
    }

    /// The matcher of the names.
    ///
    /// # Errors
    ///
    /// What a rival says when it cannot hold so many.
    pub(crate) fn build(self, names: &Names) -> Result<Box<dyn Matcher>, String> {
        let names_alone = || names.alone.iter().map(String::as_str);
        Ok(match self {
            Self::Whosaid => {
                let builder = Gazetteer::builder().string("names.tsv", names.table.as_str());
                Box::new(builder.build().map_err(|error| error.to_string())?)
            }
            Self::Contiguous => Box::new(automaton(names_alone(), Some(AhoCorasickKind::ContiguousNFA))?),
            Self::Automatic => Box::new(automaton(names_alone(), None)?),
            Self::Regex => Box::new(alternation(names_alone())?),
            Self::Daachorse => Box::new(double_array(names_alone())?),
        })
    }
}

/// The names to find, in both of the forms that they are given in.
pub(crate) struct Names {
    pub(crate) alone: Vec<String>,
    /// For a gazetteer.
    pub(crate) table: String,
}

impl Names {
    pub(crate) fn new(names: &[(Kind, String)]) -> Self {
        Self { alone: names.iter().map(|(_, name)| name.clone()).collect(), table: table(names) }
    }
}

pub(crate) fn automaton<'n>(
    names: impl IntoIterator<Item = &'n str>,
    kind: Option<AhoCorasickKind>,
) -> Result<AhoCorasick, String> {
    let mut builder = AhoCorasick::builder();
    builder.kind(kind).match_kind(MatchKind::LeftmostLongest).build(names).map_err(|error| error.to_string())
}

/// An alternation takes the first branch that matches, so the longest names come first.
pub(crate) fn alternation<'n>(names: impl IntoIterator<Item = &'n str>) -> Result<Regex, String> {
    let mut names: Vec<_> = names.into_iter().collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names.dedup();
    let pattern: Vec<_> = names.into_iter().map(regex::escape).collect();
    // Ten times and more of what the crate allows by itself: it is to have its chance.
    let mut builder = RegexBuilder::new(&pattern.join("|"));
    builder.size_limit(1 << 30).dfa_size_limit(1 << 28).build().map_err(|error| error.to_string())
}

pub(crate) fn double_array<'n>(
    names: impl IntoIterator<Item = &'n str>,
) -> Result<DoubleArrayAhoCorasick<u32>, String> {
    // It takes no pattern twice.
    let mut names: Vec<_> = names.into_iter().collect();
    names.sort_unstable();
    names.dedup();
    let builder = DoubleArrayAhoCorasickBuilder::new().match_kind(daachorse::MatchKind::LeftmostLongest);
    builder.build(names).map_err(|error| error.to_string())
}

/// How many names the matcher finds in the corpus.
///
/// # Panics
///
/// If one that was written into it is not among them.
pub(crate) fn checked_count(name: &str, matcher: &dyn Matcher, corpus: &Corpus) -> usize {
    let mut count = 0;
    for (article, planted) in corpus.by_article() {
        let spans = matcher.spans(article);
        for planted in planted.iter().map(|planted| &planted.span) {
            let at = spans.partition_point(|span| span.end <= planted.start);
            // A rival without words may have begun earlier, but then it is there.
            let is_found = spans.get(at).is_some_and(|span| span.start < planted.end);
            assert!(is_found, "{name} does not find {:?} in:\n{article}", &article[planted.clone()]);
        }
        count += spans.len();
        assert_eq!(spans.len(), matcher.count(article), "{name} counts otherwise than it finds");
    }
    count
}
