//! The order of the stages, and their options.

use std::mem;

use crate::attribution;
use crate::gazetteer::Gazetteer;
use crate::lexicon::{CueClass, Lexicon};
use crate::mention::{Cast, Naming};
use crate::parse::Parse;
use crate::quotation::Discourse;
use crate::record::{self, Findings, Offsets, Record};
use crate::reference::{self, Referring};
use crate::tagging::Tagging;
use crate::text::Text;

/// Reads texts; made once, used for any number of them, from any number of threads.
///
/// Reading never fails: every `&str` gives a [`Record`], however broken it is. The time is linear in its length.
///
/// ```
/// use whosaid::Extractor;
///
/// let extractor = Extractor::default();
/// let record = extractor.extract("“We are ready,” Angela Merkel said.");
/// assert_eq!(record.quotations[0].speaker.as_ref().unwrap().name, "Angela Merkel");
/// ```
#[derive(Clone, Debug)]
pub struct Extractor {
    gazetteer: Gazetteer,
    offsets: Offsets,
    classes: Vec<CueClass>,
    skipped: Vec<Step>,
    minimum: f64,
}

/// A step that an extractor can do without; see [`Extractor::without`].
///
/// The shares say how much of a whole extraction each takes: of the instructions, over US political news of 2015 and 2016,
/// measured with callgrind in November 2026. Leaving all four out saves 24 percent, and
/// more of the time, for they are what a processor foresees least.
///
/// ```
/// assert_eq!(whosaid::Step::Linking.as_str(), "linking");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Step {
    /// Names outside the gazetteer: 13 percent. Without it only names of the gazetteer are found, their short forms, and
    /// events and prizes with a name in theirs are not told from it.
    Discovery,
    /// Surnames, given names and acronyms after the full name: 4 percent. Without it every
    /// name is taken by itself, though a company may still be known with or without its legal form.
    Linking,
    /// The pronouns he, she, it, who, and I in quotation marks: 3 percent, with the descriptions 9.
    Pronouns,
    /// The mayor, the company, the statement: 3 percent, with the pronouns 9.
    Descriptions,
}

impl Step {
    /// All steps.
    ///
    /// ```
    /// assert_eq!(whosaid::Step::ALL.len(), 4);
    /// ```
    pub const ALL: [Self; 4] = [Self::Discovery, Self::Linking, Self::Pronouns, Self::Descriptions];

    /// The name of the step, as the command line takes it.
    ///
    /// ```
    /// assert_eq!(whosaid::Step::Discovery.as_str(), "discovery");
    /// ```
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Discovery => "discovery",
            Self::Linking => "linking",
            Self::Pronouns => "pronouns",
            Self::Descriptions => "descriptions",
        }
    }
}

impl Default for Extractor {
    /// With the bundled gazetteer; with an empty one when the feature `bundled` is off.
    fn default() -> Self {
        #[cfg(feature = "bundled")]
        let gazetteer = Gazetteer::bundled();
        #[cfg(not(feature = "bundled"))]
        let gazetteer = Gazetteer::empty();
        Self::new(gazetteer)
    }
}

impl Extractor {
    /// An extractor that finds the names of this gazetteer.
    ///
    /// ```
    /// use whosaid::{Extractor, Gazetteer};
    ///
    /// let table = "id\tname\tkind\nperson/orla-brenk\tOrla Brenk\tperson\n";
    /// let gazetteer = Gazetteer::builder().string("club.tsv", table).build()?;
    /// let record = Extractor::new(gazetteer).extract("“We won,” said Orla Brenk.");
    /// assert_eq!(record.mentions[0].entity.as_deref(), Some("person/orla-brenk"));
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn new(gazetteer: Gazetteer) -> Self {
        Self {
            gazetteer,
            offsets: Offsets::Bytes,
            classes: vec![CueClass::Speech, CueClass::Writing],
            skipped: Vec::new(),
            minimum: 0.0,
        }
    }

    /// What the offsets of the records count; bytes by default.
    ///
    /// ```
    /// use whosaid::{Extractor, Offsets};
    ///
    /// let record = Extractor::default().offsets(Offsets::Utf16).extract("😀");
    /// assert_eq!(record.length, 2);
    /// ```
    #[must_use]
    pub fn offsets(mut self, offsets: Offsets) -> Self {
        self.offsets = offsets;
        self
    }

    /// The classes of cues whose content is reported; speech and writing by default.
    ///
    /// ```
    /// use whosaid::{CueClass, Extractor};
    ///
    /// let text = "Angela Merkel believes that it will rain.";
    /// assert!(Extractor::default().extract(text).quotations.is_empty());
    /// let extractor = Extractor::default().include([CueClass::Speech, CueClass::Thought]);
    /// assert_eq!(extractor.extract(text).quotations.len(), 1);
    /// ```
    #[must_use]
    pub fn include(mut self, classes: impl IntoIterator<Item = CueClass>) -> Self {
        self.classes = classes.into_iter().collect();
        self
    }

    /// Leaves out the quotations whose [`confidence`](crate::QuotationRecord::confidence) is less, those without a
    /// speaker among them. Names, and whom pronouns mean, stay as they are. At 0.95 some seven in ten of the quotations
    /// in quotation marks are left, and of a hundred of them one or two have a wrong speaker. Above 1, and at NaN, nothing
    /// is left.
    ///
    /// ```
    /// use whosaid::Extractor;
    ///
    /// let text = "“We are ready,” said Angela Merkel. Her hope was that it would rain.";
    /// let record = Extractor::default().min_confidence(0.95).extract(text);
    /// assert_eq!(record.quotations.len(), 1);
    /// ```
    #[must_use]
    pub fn min_confidence(mut self, minimum: f64) -> Self {
        self.minimum = minimum;
        self
    }

    /// Leaves steps out, for those who need less and want it faster. Speakers that a step would have resolved keep their
    /// own words.
    ///
    /// ```
    /// use whosaid::{Extractor, Step};
    ///
    /// let text = "Angela Merkel left. “No,” she said.";
    /// let record = Extractor::default().without([Step::Pronouns]).extract(text);
    /// assert_eq!(record.quotations[0].speaker.as_ref().unwrap().name, "she");
    /// ```
    #[must_use]
    pub fn without(mut self, steps: impl IntoIterator<Item = Step>) -> Self {
        self.skipped.extend(steps);
        self
    }

    /// The gazetteer in use.
    ///
    /// ```
    /// # use whosaid::{Extractor, Gazetteer};
    /// assert!(Extractor::new(Gazetteer::empty()).gazetteer().is_empty());
    /// ```
    pub fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }

    /// Reads many texts on all cores. The records are in the order of the texts, and the same as one by one.
    ///
    /// ```
    /// use whosaid::Extractor;
    ///
    /// let extractor = Extractor::default();
    /// let texts = ["“Yes,” said Orla Brenk.", "“No,” said Maud Ellery."];
    /// let records = extractor.extract_batch(&texts);
    /// assert_eq!(records[1].quotations[0].speaker.as_ref().unwrap().name, "Maud Ellery");
    /// ```
    #[cfg(feature = "parallel")]
    pub fn extract_batch<'a>(&'a self, texts: &'a [impl AsRef<str> + Sync]) -> Vec<Record<'a>> {
        use rayon::prelude::*;
        texts.par_iter().map_init(Scratch::default, |scratch, text| self.extract_with(scratch, text.as_ref())).collect()
    }

    /// Reads one text. Its record's id is empty: see [`Record::with_id`].
    ///
    /// The record owns its words. Where it need not outlive the text, [`extract_with`](Self::extract_with) saves copying
    /// them, which is some 8 percent of the time.
    ///
    /// ```
    /// // Broken text is text too.
    /// assert!(whosaid::Extractor::default().extract("\"\"=").quotations.is_empty());
    /// ```
    pub fn extract(&self, text: &str) -> Record<'static> {
        self.extract_with(&mut Scratch::default(), text).into_owned()
    }

    /// The syntax of a text, as the rules see it: units, parts of speech, chunks and clauses. To look at, not to build on:
    /// what it finds may change with any version.
    ///
    /// ```
    /// let parse = whosaid::Extractor::default().parse("The mayor of Lundby said the road was closed.");
    /// let [said, was] = &parse.sentences[0].clauses[..] else { panic!("two clauses") };
    /// let subject = |clause: &whosaid::ParsedClause| parse.sentences[0].units[clause.subject.unwrap()].text;
    /// assert_eq!((subject(said), subject(was)), ("mayor", "road"));
    /// ```
    pub fn parse<'t>(&self, text: &'t str) -> Parse<'t> {
        let lexicon = Lexicon::bundled();
        let text = Text::read(text, lexicon, self.gazetteer.openings(), Text::default());
        let tagging = Tagging::read(&text, lexicon);
        let naming = Naming { discovery: true, linking: true };
        let cast = Cast::read(&text, &tagging, &self.gazetteer, naming);
        Parse::read(&text, &tagging, &cast)
    }

    /// Reads one text, the fast way for many: the record borrows its words, and the space for the list of them is used again.
    ///
    /// ```
    /// use whosaid::{Extractor, Scratch};
    ///
    /// let extractor = Extractor::default();
    /// let mut scratch = Scratch::default();
    /// for text in ["“Yes,” said Orla Brenk.", "“No,” said Maud Ellery."] {
    ///     let record = extractor.extract_with(&mut scratch, text);
    ///     assert_eq!(record, extractor.extract(text));
    /// }
    /// ```
    pub fn extract_with<'a>(&'a self, scratch: &mut Scratch, text: &'a str) -> Record<'a> {
        let lexicon = Lexicon::bundled();
        let text = Text::read(text, lexicon, self.gazetteer.openings(), mem::take(&mut scratch.text));
        let does = |step| !self.skipped.contains(&step);
        let naming = Naming { discovery: does(Step::Discovery), linking: does(Step::Linking) };
        let referring = Referring { pronouns: does(Step::Pronouns), descriptions: does(Step::Descriptions) };
        let tagging = Tagging::read(&text, lexicon);
        let cast = Cast::read(&text, &tagging, &self.gazetteer, naming);
        let discourse = Discourse::read(&text, &tagging, &cast, lexicon, &self.classes);
        let attributions = attribution::attribute(&discourse);
        let references = reference::resolve(&discourse, &cast, &attributions, &self.gazetteer, referring);
        let findings = Findings {
            cast,
            discourse: &discourse,
            attributions: &attributions,
            references: &references,
            minimum: self.minimum,
        };
        let record = record::record(findings, self.offsets);
        scratch.text = text.emptied();
        record
    }
}

/// Space for the words of a text, used again from one text to the next: see [`Extractor::extract_with`].
///
/// It grows to what the longest of them took, some eight bytes a byte of news, and says nothing about any. A thread needs
/// one of its own.
///
/// ```
/// let mut scratch = whosaid::Scratch::default();
/// let extractor = whosaid::Extractor::default();
/// assert!(extractor.extract_with(&mut scratch, "").mentions.is_empty());
/// ```
#[derive(Debug, Default)]
pub struct Scratch {
    /// Emptied. To keep the lists of all stages as well would save a percent or two of the time, and take a parameter of each.
    text: Text<'static>,
}
