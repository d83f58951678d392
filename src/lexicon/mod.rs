//! What the library knows of English words: one look-up a word form gives every class it belongs to.
//!
//! The files under `gazetteers/lexicon/` are compiled in and read once, on first use.

mod cue;
mod ending;
mod forms;
mod part;
mod tags;
mod word;

use std::borrow::Cow;
use std::num::NonZeroU16;

use once_cell::sync::Lazy;
use rustc_hash::FxHashMap;

pub(crate) use forms::Form;
use forms::{Collected, Forms};

pub use cue::CueClass;
pub(crate) use cue::{Cue, Frames};
pub(crate) use ending::{ending, ending_of_unlisted, last_two};
pub(crate) use part::{Part, PartSet};
pub(crate) use tags::Tags;
pub(crate) use word::Word;

/// A verb of [`Lexicon::verbs`]: one more than its place there, so that none takes no room in a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct VerbIndex(NonZeroU16);

/// What is known of one word form; of most, nothing.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Entry {
    /// Of a capitalized form those of a given name are among them.
    pub(crate) tags: Tags,
    /// The word itself, when some rule asks for it.
    pub(crate) word: Option<Word>,
    /// The place of what more is [known](Lexicon::known).
    pub(crate) place: u16,
}

/// What is known of one word form, worked out for each way to write it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Known {
    /// By whether it has a capital.
    pub(crate) by_word_lists: [Tags; 2],
    /// By whether the first letter is a capital, with what the [`ending`] tells of a form in the word lists.
    pub(crate) with_ending: [Tags; 2],
    /// The verb that the form belongs to, when one of its cues can report.
    pub(crate) verb: Option<VerbIndex>,
    pub(crate) word: Option<Word>,
    /// The form's [ambiguity class](Lexicon::ambiguity).
    pub(crate) ambiguity: u16,
}

/// What the word lists tell of one word form.
#[derive(Debug, Default)]
struct Listed {
    tags: Tags,
    /// What more is known of it when it is capitalized.
    given: Tags,
    verb: Option<VerbIndex>,
    word: Option<Word>,
    ambiguity: u16,
}

impl Listed {
    fn known(self, form: &[u8]) -> Known {
        let by_word_lists = [self.tags, self.tags | self.given];
        let with_ending = |capitalized: usize| {
            let tags = by_word_lists[capitalized];
            tags | ending(tags, capitalized == 0, form.len(), last_two(form))
        };
        let Self { verb, word, ambiguity, .. } = self;
        Known { by_word_lists, with_ending: [0, 1].map(with_ending), verb, word, ambiguity }
    }
}

impl VerbIndex {
    fn place(self) -> usize {
        usize::from(self.0.get()) - 1
    }
}

/// A reporting verb with all its cues: bare, and with each particle.
#[derive(Debug)]
pub(crate) struct Verb {
    pub(crate) cues: Vec<Cue>,
}

/// All word lists, joined by word form.
#[derive(Debug)]
pub(crate) struct Lexicon {
    forms: Forms<Known>,
    verbs: Vec<Verb>,
    nouns: FxHashMap<&'static str, Cue>,
    ambiguities: Vec<Vec<(Part, u32)>>,
}

macro_rules! bundled {
    ($name:literal) => {
        include_str!(concat!("../../gazetteers/lexicon/", $name))
    };
}

static BUNDLED: Lazy<Lexicon> = Lazy::new(Reader::read);

/// The lines of a lexicon file below its header.
fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).skip(1)
}

/// The rows of a lexicon file below its header, split at the tabs.
fn rows(file: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    lines(file).map(|line| line.split('\t').collect())
}

fn in_lower_case(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        word.into()
    } else {
        word.to_lowercase().into()
    }
}

fn items(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split('|').filter(|item| !item.is_empty())
}

/// A lexicon that is still being read.
struct Reader {
    forms: Collected<Listed>,
    verbs: Vec<Verb>,
    nouns: FxHashMap<&'static str, Cue>,
    ambiguities: Vec<Vec<(Part, u32)>>,
}

impl Reader {
    fn read() -> Lexicon {
        let mut lexicon = Self {
            forms: Collected::with_capacity(48_000),
            verbs: Vec::new(),
            nouns: FxHashMap::default(),
            ambiguities: vec![Vec::new()],
        };
        lexicon.read_names();
        lexicon.read_closed_classes();
        lexicon.read_people();
        lexicon.read_name_cues();
        lexicon.read_surnames_of_places();
        lexicon.read_verbs();
        lexicon.read_noun_cues();
        lexicon.read_parts_of_speech();
        for &(word, form) in word::WORDS {
            lexicon.tag(form, Tags::empty()).word = Some(word);
        }
        let Self { forms, verbs, nouns, ambiguities } = lexicon;
        Lexicon { forms: forms.table(|form, listed| listed.known(form)), verbs, nouns, ambiguities }
    }

    fn tag(&mut self, word: &str, tags: Tags) -> &mut Listed {
        let entry = self.forms.entry(&in_lower_case(word));
        entry.tags |= tags;
        entry
    }

    fn read_names(&mut self) {
        for file in [bundled!("given-names.tsv"), bundled!("given-names-more.tsv")] {
            for line in lines(file) {
                let Some((name, rest)) = line.split_once('\t') else { continue };
                let listed = self.forms.entry(&in_lower_case(name));
                listed.given |= Tags::GIVEN_NAME | gender(rest.split('\t').next().unwrap_or_default());
            }
        }
        for particle in [
            "de", "da", "di", "del", "della", "van", "von", "der", "den", "bin", "ibn", "al", "el", "la", "le", "du",
            "dos", "ben", "ter", "te", "abu", "ul", "bint",
        ] {
            self.tag(particle, Tags::NAME_PARTICLE);
        }
    }

    fn read_closed_classes(&mut self) {
        for row in rows(bundled!("function-words.tsv")) {
            let tags = items(row[1]).fold(Tags::empty(), |tags, class| tags | function_class(class));
            self.tag(row[0], tags);
        }
        for (words, tag) in [
            (
                &[
                    "be", "am", "is", "are", "was", "were", "been", "being", "isn't", "aren't", "wasn't", "weren't",
                    "ain't",
                ][..],
                Tags::BE,
            ),
            (&["have", "has", "had", "having", "haven't", "hasn't", "hadn't"][..], Tags::HAVE),
            (&["do", "does", "did", "don't", "doesn't", "didn't"][..], Tags::DO),
            (
                &[
                    "today",
                    "yesterday",
                    "tomorrow",
                    "tonight",
                    "week",
                    "weeks",
                    "month",
                    "months",
                    "year",
                    "years",
                    "day",
                    "days",
                    "morning",
                    "afternoon",
                    "evening",
                    "night",
                    "weekend",
                    "hour",
                    "hours",
                    "minute",
                    "minutes",
                    "earlier",
                    "later",
                ][..],
                Tags::TIME,
            ),
        ] {
            for word in words {
                self.tag(word, tag);
            }
        }
        for row in rows(bundled!("calendar.tsv")) {
            let tags = items(row[1]).fold(Tags::empty(), |tags, class| {
                tags | match class {
                    "month" => Tags::MONTH,
                    "day" => Tags::DAY | Tags::TIME,
                    _ => Tags::HOLIDAY,
                }
            });
            self.tag(row[0], tags);
        }
        for row in rows(bundled!("abbreviations.tsv")) {
            let mut tags = Tags::ABBREVIATION;
            if row[1] == "suffix" {
                tags |= Tags::NAME_SUFFIX;
            }
            if row[0].starts_with(char::is_lowercase) {
                tags |= Tags::LOWER_ABBREVIATION;
            }
            self.tag(row[0], tags);
            if let Some(stem) = row[0].strip_suffix('.') {
                self.tag(stem, Tags::ABBREVIATES);
            }
        }
        for word in ["ii", "iii", "iv", "jr", "sr"] {
            self.tag(word, Tags::NAME_SUFFIX);
        }
        for row in rows(bundled!("nationality-words.tsv")) {
            // One word of a longer term tells nothing by itself: Green of Green New Deal.
            if !row[0].contains(' ') {
                self.tag(row[0], Tags::CAPITALIZED);
            }
        }
        for row in rows(bundled!("organization-heads.tsv")) {
            let first = row[0].split(' ').next().unwrap_or_default();
            let last = row[0].rsplit(' ').next().unwrap_or_default();
            let (on_first, on_last) = match row[1] {
                // `City of Marden`, but not `Secretary of State Marden`.
                "place" if row[0].ends_with(" of") => (Tags::PLACE_OF, Tags::empty()),
                "place" => (Tags::PLACE_FIRST, Tags::PLACE_LAST),
                _ => (Tags::ORGANIZATION_FIRST, Tags::ORGANIZATION_LAST),
            };
            if matches!(row[2], "first" | "either") {
                self.tag(first, on_first);
            }
            if matches!(row[2], "last" | "either") {
                self.tag(last, on_last);
            }
        }
    }

    fn read_name_cues(&mut self) {
        for row in rows(bundled!("name-cues.tsv")) {
            let tags = items(row[1]).fold(Tags::empty(), |tags, class| {
                tags | match class {
                    "body" => Tags::BODY,
                    "asset" => Tags::ASSET,
                    "member" => Tags::MEMBER,
                    "agent" => Tags::AGENT,
                    "sport" => Tags::SPORT,
                    "contest" => Tags::CONTEST,
                    "side" => Tags::SIDE,
                    "event" => Tags::EVENT,
                    _ => Tags::SETTLEMENT,
                }
            });
            self.tag(row[0], tags);
        }
        for word in [
            "inc",
            "inc.",
            "corp",
            "corp.",
            "co",
            "co.",
            "ltd",
            "ltd.",
            "llc",
            "plc",
            "ag",
            "sa",
            "s.a.",
            "nv",
            "n.v.",
            "ab",
            "gmbh",
            "spa",
            "s.p.a.",
            "llp",
            "bhd",
            "oyj",
            "kk",
            "cos.",
            "limited",
            "incorporated",
            "industries",
            "holdings",
            "holding",
            "bancorp",
            "bancshares",
            "pharmaceuticals",
            "enterprises",
            "technologies",
        ] {
            self.tag(word, Tags::COMPANY_LAST);
        }
    }

    fn read_surnames_of_places(&mut self) {
        for word in [
            "hill", "wall", "rivers", "woods", "wells", "brook", "rock", "lane", "marsh", "ward", "pond", "field",
            "castle", "banks", "hall",
        ] {
            self.tag(word, Tags::SURNAME_TOO);
        }
    }

    fn read_people(&mut self) {
        for row in rows(bundled!("titles.tsv")) {
            let mut tags = Tags::TITLE | gender(row[2]);
            if row[3] == "courtesy" {
                tags |= Tags::COURTESY;
            }
            for name in std::iter::once(row[0]).chain(items(row[1])) {
                self.tag(head_word(name), tags);
            }
            // British papers leave the stop out: Mrs, Dr, Sgt. Sr is a suffix as well, St a saint or a street.
            for short in std::iter::once(row[0]).chain(items(row[1])) {
                let stem =
                    short.strip_suffix('.').filter(|stem| !stem.contains([' ', '.']) && !matches!(*stem, "Sr" | "St"));
                if let Some(stem) = stem {
                    self.tag(stem, tags);
                }
            }
        }
        for row in rows(bundled!("roles.tsv")).chain(rows(bundled!("roles-wordnet.tsv"))) {
            let role = match row[2] {
                "person" => Tags::PERSON_ROLE,
                "anyone" => Tags::PERSON_ROLE | Tags::ANYONE,
                "group" => Tags::GROUP_ROLE,
                "institution" => Tags::GROUP_ROLE | Tags::INSTITUTION,
                _ => Tags::DOCUMENT_ROLE,
            };
            let tags = role | gender(row[3]);
            for (word, more) in [(row[0], Tags::empty()), (row[1], Tags::PLURAL)] {
                let head = head_word(word);
                // The *in* of stand-in and the *by* of passer-by are nobody.
                let is_particle = word.contains('-') && self.tag(head, Tags::empty()).tags.intersects(Tags::FUNCTION);
                if !word.is_empty() && !is_particle {
                    self.tag(head, tags | more);
                }
            }
        }
    }

    fn read_verbs(&mut self) {
        let mut by_lemma: FxHashMap<&'static str, VerbIndex> = FxHashMap::default();
        for row in rows(bundled!("cues.tsv")) {
            let cue = Cue {
                lemma: row[0],
                particle: row[5],
                class: CueClass::parse(row[6]).unwrap_or(CueClass::Speech),
                frames: Frames::parse(row[7]).unwrap_or_default(),
            };
            let index = *by_lemma.entry(row[0]).or_insert_with(|| {
                self.verbs.push(Verb { cues: Vec::new() });
                let number = u16::try_from(self.verbs.len()).ok().and_then(NonZeroU16::new);
                VerbIndex(number.expect("the bundled verbs are fewer than 65,536"))
            });
            self.verbs[index.place()].cues.push(cue);
            for (form, tag) in forms(&row) {
                let entry = self.tag(form, tag | Tags::CUE);
                entry.verb.get_or_insert(index);
            }
        }
        for verb in &mut self.verbs {
            // The longest particle is tried first, the bare verb last.
            verb.cues.sort_by_key(|cue| std::cmp::Reverse(cue.particle.len()));
        }
        for row in rows(bundled!("verbs.tsv")) {
            for (form, tag) in forms(&row) {
                self.tag(form, tag);
            }
        }
    }

    fn read_noun_cues(&mut self) {
        for row in rows(bundled!("noun-cues.tsv")) {
            let cue = Cue {
                lemma: row[0],
                particle: "",
                class: CueClass::parse(row[2]).unwrap_or(CueClass::Speech),
                frames: Frames::parse(row[3]).unwrap_or_default(),
            };
            for form in [row[0], row[1]].into_iter().filter(|form| !form.is_empty()) {
                self.tag(form, Tags::NOUN_CUE);
                self.nouns.insert(form, cue.clone());
            }
        }
    }

    fn read_parts_of_speech(&mut self) {
        let mut classes: FxHashMap<&'static str, u16> = FxHashMap::default();
        for row in rows(bundled!("parts-of-speech.tsv")) {
            let class = *classes.entry(row[1]).or_insert_with(|| {
                let parts = items(row[1]).map(|item| {
                    let (label, count) = item.split_once(':').expect("a label and a count");
                    (Part::parse(label).expect("a label of a part of speech"), count.parse().expect("a count"))
                });
                self.ambiguities.push(parts.collect());
                u16::try_from(self.ambiguities.len() - 1).expect("fewer than 65,536 ambiguity classes")
            });
            self.tag(row[0], Tags::empty()).ambiguity = class;
        }
    }
}

impl Lexicon {
    /// The lexicon that is compiled in.
    pub(crate) fn bundled() -> &'static Lexicon {
        &BUNDLED
    }

    /// What the word lists tell of a word form that is already in lower case, with straight apostrophes. Only a capitalized
    /// one may be a given name.
    pub(crate) fn entry(&self, lower: &[u8], capitalized: bool) -> Entry {
        let place = self.forms.find(lower);
        let Known { by_word_lists, word, .. } = *self.forms.known(place);
        Entry { tags: by_word_lists[usize::from(capitalized)], word, place }
    }

    /// The form of up to sixteen bytes in lower case that these are, the first one lowest.
    #[inline]
    pub(crate) fn form(&self, lower: [u64; 2]) -> Form {
        self.forms.form(lower)
    }

    /// Where it stands what is known of the form. This waits for memory, so looks in a row, with nothing between them, are
    /// much faster than one by one.
    #[inline]
    pub(crate) fn place(&self, form: Form) -> u16 {
        self.forms.place(form)
    }

    /// What is known of a form that has this place.
    #[inline]
    pub(crate) fn known(&self, place: u16) -> &Known {
        self.forms.known(place)
    }

    /// The ambiguity classes: what the forms of each may be, with how often, in thousandths. The first is that of forms that
    /// are not listed, and has nothing.
    pub(crate) fn ambiguities(&self) -> impl Iterator<Item = &[(Part, u32)]> {
        self.ambiguities.iter().map(Vec::as_slice)
    }

    /// One of the [ambiguity classes](Self::ambiguities).
    pub(crate) fn ambiguity(&self, class: u16) -> &[(Part, u32)] {
        &self.ambiguities[usize::from(class)]
    }

    /// The cues of a verb, those with a particle first.
    pub(crate) fn cues(&self, verb: VerbIndex) -> &[Cue] {
        &self.verbs[verb.place()].cues
    }

    /// The noun that reports, by its lower-case form.
    pub(crate) fn noun_cue(&self, lower: &str) -> Option<&Cue> {
        self.nouns.get(lower)
    }
}

/// The five forms of a verb's row, each with its tag; a field may hold alternatives.
fn forms(row: &[&'static str]) -> Vec<(&'static str, Tags)> {
    let tags = [Tags::BASE, Tags::THIRD, Tags::PAST, Tags::PARTICIPLE, Tags::GERUND];
    row.iter().zip(tags).flat_map(|(&field, tag)| items(field).map(move |form| (form, tag))).collect()
}

/// The noun that a phrase is built on: `secretary` of *secretary of state*, `general` of *attorney general*.
fn head_word(phrase: &str) -> &str {
    let core = [" of ", " for ", " at ", " in ", " to "]
        .iter()
        .filter_map(|preposition| phrase.find(preposition))
        .min()
        .map_or(phrase, |end| &phrase[..end]);
    let head = core.rsplit([' ', '-']).next().unwrap_or(core);
    // Of `stand-in` and `passer-by` the last part is no noun.
    if matches!(head, "in" | "by" | "up" | "on" | "out" | "off" | "over") { core } else { head }
}

fn gender(word: &str) -> Tags {
    match word {
        "male" => Tags::MALE,
        "female" => Tags::FEMALE,
        _ => Tags::empty(),
    }
}

fn function_class(class: &str) -> Tags {
    match class {
        "det" | "quantity" => Tags::DETERMINER,
        "poss" => Tags::POSSESSIVE,
        "subj" => Tags::SUBJECT,
        "obj" => Tags::OBJECT,
        "refl" => Tags::REFLEXIVE,
        "prep" => Tags::PREPOSITION,
        "conj" => Tags::CONJUNCTION,
        "sub" => Tags::SUBORDINATOR,
        "wh" => Tags::WH,
        "aux" => Tags::AUXILIARY,
        "modal" => Tags::MODAL,
        "neg" => Tags::NEGATION,
        "adv" => Tags::ADVERB,
        "num" => Tags::NUMERAL,
        "interj" => Tags::INTERJECTION,
        _ => Tags::empty(),
    }
}

#[cfg(test)]
mod tests {
    use super::rows;

    /// So a word of letters alone is never one, and need not be noted among the ends of sentences.
    #[test]
    fn abbreviations_have_a_stop() {
        assert!(rows(bundled!("abbreviations.tsv")).all(|row| row[0].ends_with('.')));
    }
}
