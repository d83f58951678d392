//! Names and words of names as numbers: a text is hashed once where it is read, and linking compares numbers from then on.

use std::ops::{Index, IndexMut, Range};

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::people::{FullName, after_particles, full_name};
use crate::gazetteer::EntityIndex;
use crate::text::Text;

/// A text that is a name or a word of one: its place in [`Forms`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FormId(u32);

/// What the document makes of one form.
#[derive(Debug)]
pub(super) struct Form<'t> {
    pub(super) text: &'t str,
    pub(super) parts: Parts,
    /// Those with this surname: position in the list that [`People`](super::people::People) has of families.
    pub(super) family: Option<usize>,
    /// The names that begin with this word: position in the list that it has of them.
    pub(super) alike: Option<usize>,
    /// Whom a word of a full name but its surname belongs to.
    pub(super) given: Given,
    /// The full name has been noted.
    pub(super) noted: bool,
    /// Whom the full name stood for when it was last settled.
    pub(super) settled: Option<usize>,
    /// The discovered entity with this name.
    pub(super) discovered: Option<usize>,
    /// What the text says that the acronym is short for: the referent, none if the long form names nobody (a treaty, a
    /// plan, a law).
    pub(super) acronym: Option<Option<usize>>,
    /// The entity that the name was last found to stand for, with its referent.
    pub(super) known: Option<(EntityIndex, usize)>,
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
    Of(usize),
    OfSeveral,
}

/// Every form of a document once.
#[derive(Debug)]
pub(super) struct Forms<'t> {
    ids: FxHashMap<&'t str, FormId>,
    forms: Vec<Form<'t>>,
}

impl<'t> Forms<'t> {
    pub(super) fn with_capacity(forms: usize) -> Self {
        Self { ids: FxHashMap::with_capacity_and_hasher(forms, FxBuildHasher), forms: Vec::with_capacity(forms) }
    }

    /// The form with this text; its parts need not be known.
    pub(super) fn of_text(&mut self, text: &'t str) -> FormId {
        let forms = &mut self.forms;
        *self.ids.entry(text).or_insert_with(|| {
            forms.push(Form {
                text,
                parts: Parts::Unread,
                family: None,
                alike: None,
                given: Given::Nobodys,
                noted: false,
                settled: None,
                discovered: None,
                acronym: None,
                known: None,
            });
            FormId(u32::try_from(forms.len() - 1).expect("fewer than 2³² names"))
        })
    }

    /// The form of a name with its parts.
    pub(super) fn of_name(&mut self, text: &Text<'t>, tokens: &Range<usize>) -> FormId {
        let form = self.of_text(text.span(tokens.clone()).of(text.source));
        if matches!(self[form].parts, Parts::Unread) {
            self[form].parts = match full_name(text, tokens, self) {
                Some(name) => Parts::Full(name),
                None => {
                    let start = after_particles(text, tokens.clone());
                    let without = start > tokens.start;
                    Parts::Bare(if without { self.of_text(text.span(start..tokens.end).of(text.source)) } else { form })
                }
            };
        }
        form
    }

    pub(super) fn find(&self, text: &str) -> Option<FormId> {
        self.ids.get(text).copied()
    }
}

impl<'t> Index<FormId> for Forms<'t> {
    type Output = Form<'t>;

    fn index(&self, form: FormId) -> &Form<'t> {
        &self.forms[form.0 as usize]
    }
}

impl IndexMut<FormId> for Forms<'_> {
    fn index_mut(&mut self, form: FormId) -> &mut Self::Output {
        &mut self.forms[form.0 as usize]
    }
}

impl Form<'_> {
    /// The parts of a full name; none of a bare surname, with or without its particle.
    pub(super) fn full(&self) -> Option<FullName> {
        match self.parts {
            Parts::Full(name) => Some(name),
            _ => None,
        }
    }
}
