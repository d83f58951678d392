//! Names and words of names as numbers: a text is hashed once where it is read, and linking compares numbers from then on.

use std::ops::{Index, IndexMut, Range};

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::name_parts::{NameParts, after_particles};
use super::small_index::SmallIndex;
use crate::gazetteer::EntityIndex;
use crate::span::Span;
use crate::text::Text;

/// A text that is a name or a word of one: its index in [`Forms`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FormId(SmallIndex);

/// What the document makes of one form.
#[derive(Debug)]
pub(super) struct NameForm {
    /// Where it stands in the text, at one place of perhaps many.
    span: Span,
    pub(super) parts: Parts,
    /// Those with this surname: position in the list that [`People`](super::people::People) has of families.
    pub(super) family: Option<SmallIndex>,
    /// The names that begin with this word: position in the list that it has of them.
    pub(super) alike: Option<SmallIndex>,
    /// Who has the word in a full name, other than as the surname.
    pub(super) given: Given,
    /// The full name has been noted.
    pub(super) noted: bool,
    /// The referent of the full name when it was last settled.
    pub(super) settled: Option<SmallIndex>,
    /// The discovered entity with this name.
    pub(super) discovered: Option<SmallIndex>,
    /// What the text says that the acronym is short for: the referent, none if the long form names nobody (a treaty, a
    /// plan, a law).
    pub(super) acronym: Option<Option<SmallIndex>>,
    /// The last name of another country's organization that ends in these words: *Marden Army* of *Army*.
    pub(super) foreign: Option<FormId>,
    /// The entity that the name was last found to stand for, with its position in the list that
    /// [linking](super::linking) has of them.
    pub(super) known: Option<(EntityIndex, SmallIndex)>,
}

/// What the tokens of a form tell.
#[derive(Clone, Copy, Debug)]
pub(super) enum Parts {
    /// It has only been seen as a part of other names.
    Unread,
    /// No full name; the form without particles before it.
    Bare(FormId),
    Full(FullName),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Given {
    Nobodys,
    Of(SmallIndex),
    OfSeveral,
}

/// The words of a name that ends in a surname.
#[derive(Clone, Copy, Debug)]
pub(super) struct FullName {
    pub(super) given: FormId,
    pub(super) surname: FormId,
    pub(super) first_surname: Option<FormId>,
    pub(super) suffix: Option<FormId>,
}

impl FullName {
    /// Each surname by which the person may be called.
    pub(super) fn surnames(&self) -> impl Iterator<Item = FormId> + use<> {
        [Some(self.surname), self.first_surname].into_iter().flatten()
    }
}

/// Every form of a document once.
#[derive(Debug)]
pub(super) struct Forms<'t> {
    source: &'t str,
    ids: FxHashMap<&'t str, FormId>,
    forms: Vec<NameForm>,
}

impl<'t> Forms<'t> {
    /// No forms of this text yet, with room for this many.
    pub(super) fn of(source: &'t str, room: usize) -> Self {
        Self { source, ids: FxHashMap::with_capacity_and_hasher(room, FxBuildHasher), forms: Vec::with_capacity(room) }
    }

    /// The form of these words; its parts need not be known.
    pub(super) fn of_span(&mut self, span: Span) -> FormId {
        let Self { source, ids, forms } = self;
        *ids.entry(span.of(source)).or_insert_with(|| {
            forms.push(NameForm::at(span));
            FormId(SmallIndex::of(forms.len() - 1))
        })
    }

    /// The form of a name with its parts.
    pub(super) fn of_name(&mut self, text: &Text<'t>, tokens: &Range<usize>) -> FormId {
        let form = self.of_span(text.span(tokens.clone()));
        if matches!(self[form].parts, Parts::Unread) {
            self[form].parts = match NameParts::of(text, tokens) {
                Some(NameParts { given, surname, first_surname, suffix }) => Parts::Full(FullName {
                    given: self.of_span(given),
                    surname: self.of_span(surname),
                    first_surname: first_surname.map(|span| self.of_span(span)),
                    suffix: suffix.map(|suffix| self.of_span(suffix)),
                }),
                None => {
                    let start = after_particles(text, tokens.clone());
                    let without = start > tokens.start;
                    Parts::Bare(if without { self.of_span(text.span(start..tokens.end)) } else { form })
                }
            };
        }
        form
    }

    pub(super) fn find(&self, span: Span) -> Option<FormId> {
        self.ids.get(span.of(self.source)).copied()
    }

    /// The same of words that the text need not have.
    pub(super) fn find_text(&self, words: &str) -> Option<FormId> {
        self.ids.get(words).copied()
    }

    pub(super) fn text(&self, form: FormId) -> &'t str {
        self[form].span.of(self.source)
    }
}

impl Index<FormId> for Forms<'_> {
    type Output = NameForm;

    fn index(&self, form: FormId) -> &NameForm {
        &self.forms[form.0.get()]
    }
}

impl IndexMut<FormId> for Forms<'_> {
    fn index_mut(&mut self, form: FormId) -> &mut Self::Output {
        &mut self.forms[form.0.get()]
    }
}

impl NameForm {
    /// Of what stands there nothing is known yet.
    fn at(span: Span) -> Self {
        Self {
            span,
            parts: Parts::Unread,
            family: None,
            alike: None,
            given: Given::Nobodys,
            noted: false,
            settled: None,
            discovered: None,
            acronym: None,
            foreign: None,
            known: None,
        }
    }

    /// The parts of a full name; none of a bare surname, with or without its particle.
    pub(super) fn full(&self) -> Option<FullName> {
        match self.parts {
            Parts::Full(name) => Some(name),
            _ => None,
        }
    }
}
