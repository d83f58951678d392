//! Asking the lexicon.

use super::cue::Cue;
use super::forms::{Form, Forms, WordLetters};
use super::groups::Groups;
use super::known::{Known, VerbIndex};
use super::part::Part;
use super::tags::Tags;
use super::word::Word;

/// All word lists, joined by word form.
#[derive(Debug)]
pub(crate) struct Lexicon {
    pub(super) forms: Forms,
    /// Each thing that is known of some form, that of all others first.
    pub(super) known: Vec<Known>,
    /// The cues of each verb: bare, and with each particle.
    pub(super) verbs: Groups<Cue>,
    /// In the order of their forms.
    pub(super) nouns: Vec<(&'static str, Cue)>,
    pub(super) ambiguities: Groups<(Part, u32)>,
}

/// What the word lists tell of one word as it is written; of most, nothing.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Entry {
    /// Of a capitalized form those of a given name are among them.
    pub(crate) tags: Tags,
    /// The word itself, when some rule asks for it.
    pub(crate) word: Option<Word>,
    /// The place of what more is [known](Lexicon::known).
    pub(crate) place: u16,
}

impl Lexicon {
    /// What the word lists tell of a word form that is already in lower case, with straight apostrophes. Only a capitalized
    /// one may be a given name.
    pub(crate) fn entry(&self, lower: &[u8], capitalized: bool) -> Entry {
        let place = self.forms.find(lower);
        let Known { by_word_lists, word, .. } = *self.known(place);
        Entry { tags: by_word_lists[usize::from(capitalized)], word, place }
    }

    /// The form of up to sixteen bytes in lower case that these are, the first one lowest.
    #[inline]
    pub(crate) fn form(&self, lower: WordLetters) -> Form {
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
        &self.known[usize::from(place)]
    }

    /// The parts of speech that the forms of an ambiguity class were seen as, with how often; none for class 0, which is that
    /// of forms that are not listed.
    pub(crate) fn ambiguity(&self, class: u16) -> &[(Part, u32)] {
        self.ambiguities.get(usize::from(class))
    }

    /// All ambiguity classes, in the order of their numbers.
    pub(crate) fn ambiguities(&self) -> impl Iterator<Item = &[(Part, u32)]> {
        self.ambiguities.iter()
    }

    /// What the word lists tell of a word in whatever case.
    pub(crate) fn tags(&self, word: &str) -> Tags {
        self.entry(word.to_lowercase().as_bytes(), false).tags
    }

    /// The cues of a verb, those with a particle first.
    pub(crate) fn cues(&self, verb: VerbIndex) -> &[Cue] {
        self.verbs.get(verb.place())
    }

    /// The noun that reports, by its lower-case form.
    pub(crate) fn noun_cue(&self, lower: &str) -> Option<&Cue> {
        let found = self.nouns.binary_search_by_key(&lower, |(form, _)| form);
        found.ok().map(|at| &self.nouns[at].1)
    }
}
