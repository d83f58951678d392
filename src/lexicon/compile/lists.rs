//! What the word lists say, joined by word form as they are read.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::classes::NameClass;
use super::displace::Displaced;
use super::write::Compiled;
use crate::lexicon::cue::Cue;
use crate::lexicon::ending::{ending, last_two};
use crate::lexicon::forms::letters;
use crate::lexicon::known::{Known, VerbIndex};
use crate::lexicon::part::Part;
use crate::lexicon::tags::{Morphology, NameCues, PersonCues, Tags, WordClass};
use crate::lexicon::word::{WORDS, Word};

/// What the word lists tell of one word form.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Listed {
    pub(super) tags: Tags,
    /// What more is known of it when it is capitalized.
    pub(super) given: PersonCues,
    pub(super) name_cues: NameCues,
    pub(super) verb: Option<VerbIndex>,
    pub(super) word: Option<Word>,
    pub(super) ambiguity: u16,
}

impl Listed {
    fn known(self, form: &str) -> Known {
        let Self { tags, given, name_cues, verb, word, ambiguity } = self;
        let by_word_lists = [tags, tags | given];
        let with_ending = |capitalized: usize| {
            let tags = by_word_lists[capitalized];
            tags | ending(tags, capitalized == 0, form.len(), last_two(form.as_bytes()))
        };
        Known { by_word_lists, with_ending: [0, 1].map(with_ending), name_cues, verb, word, ambiguity }
    }
}

/// A lexicon that is still being read.
pub(super) struct Lists {
    /// By form in lower case.
    forms: BTreeMap<String, Listed>,
    /// The cues of each verb.
    verbs: Vec<Vec<Cue<String>>>,
    by_lemma: FxHashMap<String, VerbIndex>,
    /// By form.
    nouns: BTreeMap<String, Cue<String>>,
    /// The parts of speech of each class, and the class of each such list. The first one has none.
    ambiguities: Vec<Vec<(Part, u32)>>,
    classes: FxHashMap<Vec<(Part, u32)>, u16>,
    /// Prepositions that link something to the head of a title.
    pub(super) links: BTreeSet<String>,
    /// Adverbs that end a noun without being its head.
    pub(super) particles: BTreeSet<String>,
}

impl Default for Lists {
    fn default() -> Self {
        Self {
            forms: BTreeMap::new(),
            verbs: Vec::new(),
            by_lemma: FxHashMap::default(),
            nouns: BTreeMap::new(),
            ambiguities: vec![Vec::new()],
            classes: FxHashMap::default(),
            links: BTreeSet::new(),
            particles: BTreeSet::new(),
        }
    }
}

impl Lists {
    /// What is known of a form, to be added to.
    pub(super) fn listed(&mut self, form: &str) -> &mut Listed {
        self.forms.entry(form.to_lowercase()).or_default()
    }

    pub(super) fn tag(&mut self, form: &str, tags: impl Into<Tags>) {
        self.listed(form).tags |= tags;
    }

    pub(super) fn add_name_class(&mut self, form: &str, class: NameClass) {
        let listed = self.listed(form);
        match class {
            NameClass::Name(cues) => listed.name_cues |= cues,
            NameClass::Person(cues) => listed.tags |= cues,
        }
    }

    /// Adds a cue to those of its verb, whose forms these are.
    pub(super) fn add_verb_cue<'f>(&mut self, cue: Cue<String>, forms: impl Iterator<Item = (&'f str, Morphology)>) {
        let verbs = &mut self.verbs;
        let verb = *self.by_lemma.entry(cue.lemma.clone()).or_insert_with(|| {
            verbs.push(Vec::new());
            let number = u16::try_from(verbs.len()).ok().and_then(VerbIndex::of_number);
            number.expect("fewer than 65,536 verbs")
        });
        self.verbs[verb.place()].push(cue);
        for (form, inflection) in forms {
            let listed = self.listed(form);
            listed.tags |= Tags { class: WordClass::CUE, morphology: inflection, ..Tags::NONE };
            listed.verb.get_or_insert(verb);
        }
    }

    pub(super) fn add_noun_cue(&mut self, form: &str, cue: &Cue<String>) {
        self.tag(form, WordClass::NOUN_CUE);
        self.nouns.insert(form.to_owned(), cue.clone());
    }

    /// Gives the form the class of all forms with these parts of speech, each as frequent as there.
    pub(super) fn add_parts(&mut self, form: &str, parts: Vec<(Part, u32)>) {
        let ambiguities = &mut self.ambiguities;
        let class = *self.classes.entry(parts).or_insert_with_key(|parts| {
            ambiguities.push(parts.clone());
            u16::try_from(ambiguities.len() - 1).expect("fewer than 65,536 ambiguity classes")
        });
        self.listed(form).ambiguity = class;
    }

    pub(super) fn compiled(mut self) -> Compiled {
        for &(word, form) in WORDS {
            self.listed(form).word = Some(word);
        }
        for cues in &mut self.verbs {
            // The longest particle is tried first, the bare verb last.
            cues.sort_by_key(|cue| std::cmp::Reverse(cue.particle.len()));
        }
        let mut known = vec![Known::default()];
        let mut places = FxHashMap::from_iter([(Known::default(), 0)]);
        let (mut numbered, mut long) = (Vec::new(), Vec::new());
        for (form, listed) in self.forms {
            let of_form = listed.known(&form);
            let place = *places.entry(of_form).or_insert_with(|| {
                known.push(of_form);
                u16::try_from(known.len() - 1).expect("a slot has sixteen bits for what is known")
            });
            match letters(form.as_bytes()) {
                Some(letters) => numbered.push((letters, place)),
                None => long.push((form, place)),
            }
        }
        let forms = Displaced::of(&numbered);
        let nouns = self.nouns.into_iter().collect();
        Compiled { forms, long, known, verbs: self.verbs, nouns, ambiguities: self.ambiguities }
    }
}
