//! Who is known, and by which names.
//!
//! Files are read row by row (`load`, with the laws of one row in `row`), joined and checked together, and compiled
//! (`compile`) into a `matcher`; what was compiled can be written down and read back (`bytes`, `save`). `check` doubts names
//! that keep the laws all the same. [`Gazetteer`] is the only face of it: immutable, and shared rather than copied.

mod beginnings;
mod builder;
#[cfg(feature = "bundled")]
mod bundled;
mod bytes;
mod check;
mod compile;
mod compiled;
mod country;
mod demonym;
mod doubt;
mod entity;
mod equality;
mod find;
mod ids;
mod items;
mod load;
mod matcher;
mod openings;
mod ordinary;
mod prefixes;
mod room;
mod row;
mod save;
mod threads;
mod word;

use std::fmt;
use std::sync::Arc;

pub use builder::GazetteerBuilder;
pub use doubt::{Doubt, DoubtKind};
pub(crate) use entity::EntityIndex;
pub use entity::{Entity, Gender, Kind};
pub(crate) use equality::without_accents;
pub use find::NameMatch;
pub(crate) use openings::Openings;
pub(crate) use ordinary::is_ordinary;

use compiled::Compiled;
use load::Joined;
use once_cell::sync::Lazy;

/// An immutable set of people, places and organizations, compiled so that their names are found in text.
///
/// A gazetteer comes compiled into the library ([`bundled`](Self::bundled)), from files and strings of the same
/// format ([`builder`](Self::builder)), or from a file to which one was saved ([`load`](Self::load)). It is cheap to clone and may be used by many threads at once.
///
/// # How names match
///
/// Names match whole words. `-` and `'s` end a word. Apostrophes, hyphens and white space (with at most one line break)
/// match each other, and accents may be dropped. Case counts, but a name also matches in capitals, unless it is an
/// acronym: those match as they are written only. Where several names start, the longest wins.
///
/// ```
/// use whosaid::Gazetteer;
///
/// let table = "id\tname\taliases\tkind\n\
///              person/hugo-chavez\tHugo Chávez\tChávez\tperson\n\
///              organization/who\tWorld Health Organization\tWHO\torganization\n";
/// let gazetteer = Gazetteer::builder().string("mine.tsv", table).build()?;
///
/// let text = "Who told the WHO? HUGO CHAVEZ’s aide, who met Hugo\nChavez.";
/// let found: Vec<_> = gazetteer.find(text).map(|name| name.span().of(text)).collect();
/// assert_eq!(found, ["WHO", "HUGO CHAVEZ", "Hugo\nChavez"]);
/// # Ok::<(), whosaid::Error>(())
/// ```
#[derive(Clone)]
pub struct Gazetteer {
    compiled: Arc<Compiled>,
}

impl Gazetteer {
    /// The gazetteer that knows nobody.
    ///
    /// ```
    /// assert!(whosaid::Gazetteer::empty().is_empty());
    /// ```
    pub fn empty() -> Gazetteer {
        static EMPTY: Lazy<Gazetteer> = Lazy::new(|| Gazetteer::of(Compiled::of(Joined::default())));
        EMPTY.clone()
    }

    fn of(compiled: Compiled) -> Self {
        Self { compiled: Arc::new(compiled) }
    }

    /// The number of entities.
    ///
    /// ```
    /// # let table = "id\tname\tkind\taliases\nplace/kyiv\tKyiv\tplace\tKiev\n";
    /// # let gazetteer = whosaid::Gazetteer::builder().string("mine.tsv", table).build()?;
    /// assert_eq!(gazetteer.len(), 1);
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn len(&self) -> usize {
        self.compiled.entities.len()
    }

    /// Whether there is no entity.
    ///
    /// ```
    /// # let table = "id\tname\tkind\nplace/kyiv\tKyiv\tplace\n";
    /// # let gazetteer = whosaid::Gazetteer::builder().string("mine.tsv", table).build()?;
    /// assert!(!gazetteer.is_empty());
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn is_empty(&self) -> bool {
        self.compiled.entities.is_empty()
    }

    /// The number of names of all entities; one that several entities have counts for each.
    ///
    /// ```
    /// # let table = "id\tname\tkind\taliases\nplace/kyiv\tKyiv\tplace\tKiev\n";
    /// # let gazetteer = whosaid::Gazetteer::builder().string("mine.tsv", table).build()?;
    /// assert_eq!(gazetteer.names_len(), 2);
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn names_len(&self) -> usize {
        self.compiled.names
    }

    /// The entities in the order in which they were first defined.
    ///
    /// ```
    /// # let table = "id\tname\tkind\nplace/kyiv\tKyiv\tplace\nplace/bonn\tBonn\tplace";
    /// # let gazetteer = whosaid::Gazetteer::builder().string("mine.tsv", table).build()?;
    /// assert!(gazetteer.entities().map(|entity| entity.name()).eq(["Kyiv", "Bonn"]));
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn entities(&self) -> impl ExactSizeIterator<Item = &Entity> + DoubleEndedIterator + Clone {
        self.compiled.entities.iter()
    }

    /// The entity with the id.
    ///
    /// ```
    /// # let table = "id\tname\tkind\nplace/kyiv\tKyiv\tplace\n";
    /// # let gazetteer = whosaid::Gazetteer::builder().string("mine.tsv", table).build()?;
    /// assert_eq!(gazetteer.entity("place/kyiv").unwrap().name(), "Kyiv");
    /// assert!(gazetteer.entity("place/atlantis").is_none());
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn entity(&self, id: &str) -> Option<&Entity> {
        self.index_of(id).map(|index| self.entity_at(index))
    }

    /// The entities that the text is a name of, equal as [names match](Self#how-names-match), most prominent first.
    ///
    /// ```
    /// use whosaid::Gazetteer;
    ///
    /// let table = "id\tname\tkind\tprominence\n\
    ///              place/georgia-us-state\tGeorgia\tplace\t70\n\
    ///              place/georgia\tGeorgia\tplace\t75\n";
    /// let gazetteer = Gazetteer::builder().string("mine.tsv", table).build()?;
    /// let ids: Vec<_> = gazetteer.lookup("GEORGIA").map(|entity| entity.id()).collect();
    /// assert_eq!(ids, ["place/georgia", "place/georgia-us-state"]);
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn lookup<'g>(&'g self, name: &str) -> impl ExactSizeIterator<Item = &'g Entity> + Clone + use<'g> {
        let found = self.compiled.matcher.whole(name.trim());
        found.iter().map(|&index| self.entity_at(index))
    }

    /// Where names can begin.
    #[inline]
    pub(crate) fn openings(&self) -> &Openings {
        &self.compiled.matcher.openings
    }

    /// The entity at its place, which comes from this gazetteer.
    #[inline]
    pub(crate) fn entity_at(&self, index: EntityIndex) -> &Entity {
        &self.compiled.entities[index.get()]
    }

    /// The place that a demonym points to: Russia for Russian.
    pub(crate) fn by_demonym(&self, demonym: &str) -> Option<&Entity> {
        self.compiled.demonyms.get(demonym).map(|&index| self.entity_at(index))
    }

    /// The place of the entity with the id.
    pub(crate) fn index_of(&self, id: &str) -> Option<EntityIndex> {
        self.compiled.index_of(id)
    }
}

impl fmt::Debug for Gazetteer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Gazetteer")
            .field("entities", &self.len())
            .field("names", &self.names_len())
            .finish_non_exhaustive()
    }
}
