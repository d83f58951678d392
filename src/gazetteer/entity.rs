//! Entities: who or what a name stands for.

use std::fmt;
use std::sync::Arc;

use super::equality;
use super::items::Items;

/// What an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A human being.
    Person,
    /// A country, a region, a city, a river, a base.
    Place,
    /// A company, a party, a ministry, an alliance, a building that stands for those who work in it.
    Organization,
}

impl Kind {
    /// The kind of that name, as gazetteer files and records write it.
    ///
    /// ```
    /// use whosaid::Kind;
    ///
    /// assert_eq!(Kind::parse("place"), Some(Kind::Place));
    /// assert_eq!(Kind::parse("Place"), None);
    /// ```
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Person, Self::Place, Self::Organization].into_iter().find(|kind| kind.as_str() == name)
    }

    /// `person`, `place` or `organization`.
    ///
    /// ```
    /// assert_eq!(whosaid::Kind::Organization.as_str(), "organization");
    /// ```
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
            Self::Organization => "organization",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// Which pronoun news uses for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gender {
    /// He.
    Male,
    /// She.
    Female,
}

impl Gender {
    /// The gender of that name, as gazetteer files write it.
    ///
    /// ```
    /// use whosaid::Gender;
    ///
    /// assert_eq!(Gender::parse("female"), Some(Gender::Female));
    /// assert_eq!(Gender::parse("f"), None);
    /// ```
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Male, Self::Female].into_iter().find(|gender| gender.as_str() == name)
    }

    /// `male` or `female`.
    ///
    /// ```
    /// assert_eq!(whosaid::Gender::Male.as_str(), "male");
    /// ```
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Male => "male",
            Self::Female => "female",
        }
    }
}

impl fmt::Display for Gender {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The fields that an entity keeps as text.
#[derive(Clone, Copy, Debug)]
pub(super) enum TextField {
    Id,
    Name,
    Aliases,
    Titles,
    Descriptions,
    Demonyms,
    Within,
    Ambiguous,
    Ids,
}

/// How many fields [`TextField`] has.
pub(super) const TEXTS: usize = TextField::Ids as usize + 1;

/// A person, place or organization of a [`Gazetteer`](crate::Gazetteer), as its file describes it.
///
/// ```
/// use whosaid::{Gazetteer, Gender, Kind};
///
/// let table = "id\tname\taliases\tkind\tgender\ttitles\n\
///              person/angela-merkel\tAngela Merkel\tMerkel\tperson\tfemale\tChancellor\n";
/// let gazetteer = Gazetteer::builder().string("mine.tsv", table).build()?;
/// let merkel = gazetteer.entity("person/angela-merkel").unwrap();
/// assert_eq!(merkel.name(), "Angela Merkel");
/// assert_eq!(merkel.kind(), Kind::Person);
/// assert_eq!(merkel.gender(), Some(Gender::Female));
/// assert!(merkel.titles().eq(["Chancellor"]));
/// # Ok::<(), whosaid::Error>(())
/// ```
// A gazetteer of a million names would spend more on the headers of its strings than on the strings, so all entities of a
// source share one text and an entity knows where its own stands. Lists keep the `|` of the file and are split when
// asked for.
#[derive(Clone)]
pub struct Entity {
    home: Arc<Home>,
    /// Where its text starts in that of the home.
    start: u32,
    pub(super) line: u32,
    ends: Ends,
    pub(super) kind: Kind,
    pub(super) gender: Option<Gender>,
    pub(super) prominence: u8,
    /// Set when all entities are known.
    pub(super) country: Option<CountryCode>,
}

/// What the entities of a source, or of a part of it, have in common.
pub(super) struct Home {
    pub(super) source: Arc<str>,
    /// The texts of the entities, end to end.
    pub(super) text: String,
    /// Where the fields of the entities end whose texts are long.
    pub(super) long: Vec<[u32; TEXTS]>,
}

impl Home {
    /// The home of nobody so far.
    pub(super) fn of(source: Arc<str>) -> Self {
        Self { source, text: String::new(), long: Vec::new() }
    }
}

/// Where each field of [`TextField`] ends, counted from where the text of the entity starts.
///
/// In a byte each for most. If the text is longer than that, the last byte is zero, which it is for no other, since all
/// have an id; and the first four are the number of a row in [`Home::long`].
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Ends(pub(super) [u8; TEXTS]);

impl Ends {
    /// The ends as they are kept; long ones go to the list.
    pub(super) fn new(ends: [u32; TEXTS], long: &mut Vec<[u32; TEXTS]>) -> Self {
        let mut bytes = [0; TEXTS];
        if ends[TEXTS - 1] <= u8::MAX.into() {
            for (byte, end) in bytes.iter_mut().zip(ends) {
                *byte = end as u8;
            }
        } else {
            let number = u32::try_from(long.len()).expect("fewer than 2³² entities");
            bytes[..4].copy_from_slice(&number.to_le_bytes());
            long.push(ends);
        }
        Self(bytes)
    }

    /// The number of the row, if the text is long.
    pub(super) fn long(self) -> Option<usize> {
        let [a, b, c, d, .., last] = self.0;
        (last == 0).then(|| u32::from_le_bytes([a, b, c, d]) as usize)
    }

    #[inline]
    fn of(self, field: usize, home: &Home) -> usize {
        if self.0[TEXTS - 1] != 0 {
            return self.0[field].into();
        }
        self.long().map_or(0, |row| home.long[row][field] as usize)
    }
}

/// Two letters of ISO 3166-1.
pub(super) type CountryCode = [u8; 2];

/// The place of an entity in its gazetteer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct EntityIndex(u32);

impl EntityIndex {
    pub(crate) fn new(index: usize) -> Self {
        Self(u32::try_from(index).expect("fewer than 2³² entities"))
    }

    pub(crate) fn get(self) -> usize {
        self.0 as usize
    }
}

/// What an entity is made of besides its text.
#[derive(Clone, Debug)]
pub(super) struct Facts {
    pub(super) kind: Kind,
    pub(super) gender: Option<Gender>,
    pub(super) prominence: u8,
    pub(super) line: u32,
    pub(super) country: Option<CountryCode>,
}

/// How prominent an entity is whose file does not say.
pub(super) const DEFAULT_PROMINENCE: u8 = 50;

impl Entity {
    /// An entity of checked fields, those of [`TextField`] in its order, which the home takes up; lists have their items
    /// separated by `|`.
    ///
    /// It lives nowhere yet: when the home is complete, the entity [moves](Self::move_to) there.
    pub(super) fn new(texts: [&str; TEXTS], facts: Facts, nowhere: &Arc<Home>, home: &mut Home) -> Self {
        let mut end = 0;
        let ends = texts.map(|field| {
            end += field.len();
            u32::try_from(end).expect("a line of a table is shorter than 4 GiB")
        });
        let start = u32::try_from(home.text.len()).expect("no part of a source is longer than 4 GiB");
        texts.iter().for_each(|field| home.text.push_str(field));
        Self::of_ends(start, Ends::new(ends, &mut home.long), facts, nowhere)
    }

    /// The entity whose text starts there, and whose fields end so far behind that.
    pub(super) fn of_ends(start: u32, ends: Ends, facts: Facts, home: &Arc<Home>) -> Self {
        let Facts { kind, gender, prominence, line, country } = facts;
        Self { home: Arc::clone(home), start, line, ends, kind, gender, prominence, country }
    }

    pub(super) fn move_to(&mut self, home: &Arc<Home>) {
        self.home = Arc::clone(home);
    }

    fn text(&self, field: TextField) -> &str {
        let (field, home) = (field as usize, &*self.home);
        let start = if field == 0 { 0 } else { self.ends.of(field - 1, home) };
        let at = self.start as usize;
        &home.text[at + start..at + self.ends.of(field, home)]
    }

    /// Where each field of [`TextField`] ends.
    pub(super) fn ends(&self) -> [u32; TEXTS] {
        match self.ends.long() {
            Some(row) => self.home.long[row],
            None => self.ends.0.map(u32::from),
        }
    }

    /// All fields of [`TextField`], end to end.
    pub(super) fn texts(&self) -> &str {
        let at = self.start as usize;
        &self.home.text[at..at + self.ends.of(TEXTS - 1, &self.home)]
    }

    /// What it shares with others.
    pub(super) fn home(&self) -> &Arc<Home> {
        &self.home
    }

    fn list(&self, field: TextField) -> impl DoubleEndedIterator<Item = &str> + Clone {
        Items::of(self.text(field))
    }

    /// The stable id: the kind, a slash and a short name, such as `person/vladimir-putin`.
    ///
    /// ```
    /// # let gazetteer = whosaid::Gazetteer::builder().string("", "id\tname\tkind\nplace/kyiv\tKyiv\tplace").build()?;
    /// let kyiv = gazetteer.lookup("Kyiv").next().unwrap();
    /// assert_eq!(kyiv.id(), "place/kyiv");
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn id(&self) -> &str {
        self.text(TextField::Id)
    }

    /// The name in full, as news style writes it.
    ///
    /// ```
    /// # let gazetteer = whosaid::Gazetteer::builder().string("", "id\tname\tkind\nplace/kyiv\tKyiv\tplace").build()?;
    /// assert_eq!(gazetteer.entity("place/kyiv").unwrap().name(), "Kyiv");
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn name(&self) -> &str {
        self.text(TextField::Name)
    }

    /// The other names, in the order of the file.
    ///
    /// ```
    /// # let table = "id\tname\tkind\taliases\nplace/kyiv\tKyiv\tplace\tKiev|Kyyiv";
    /// # let gazetteer = whosaid::Gazetteer::builder().string("", table).build()?;
    /// assert!(gazetteer.entity("place/kyiv").unwrap().aliases().eq(["Kiev", "Kyyiv"]));
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn aliases(&self) -> impl DoubleEndedIterator<Item = &str> + Clone {
        self.list(TextField::Aliases)
    }

    /// The name in full and then the other names.
    ///
    /// ```
    /// # let table = "id\tname\tkind\taliases\nplace/kyiv\tKyiv\tplace\tKiev|Kyyiv";
    /// # let gazetteer = whosaid::Gazetteer::builder().string("", table).build()?;
    /// assert!(gazetteer.entity("place/kyiv").unwrap().names().eq(["Kyiv", "Kiev", "Kyyiv"]));
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn names(&self) -> impl DoubleEndedIterator<Item = &str> + Clone {
        std::iter::once(self.name()).chain(self.aliases())
    }

    /// Whether it is a person, a place or an organization.
    ///
    /// ```
    /// # let gazetteer = whosaid::Gazetteer::builder().string("", "id\tname\tkind\nplace/kyiv\tKyiv\tplace").build()?;
    /// assert_eq!(gazetteer.entity("place/kyiv").unwrap().kind(), whosaid::Kind::Place);
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The gender of a person, if the file says.
    ///
    /// ```
    /// # let gazetteer = whosaid::Gazetteer::builder().string("", "id\tname\tkind\nplace/kyiv\tKyiv\tplace").build()?;
    /// assert_eq!(gazetteer.entity("place/kyiv").unwrap().gender(), None);
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn gender(&self) -> Option<Gender> {
        self.gender
    }

    /// The titles and offices of a person, capitalised as before a name: `President`, `Secretary of State`.
    ///
    /// ```
    /// # let table = "id\tname\tkind\ttitles\nperson/jane-roe\tJane Roe\tperson\tSenator|Governor";
    /// # let gazetteer = whosaid::Gazetteer::builder().string("", table).build()?;
    /// assert!(gazetteer.entity("person/jane-roe").unwrap().titles().eq(["Senator", "Governor"]));
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn titles(&self) -> impl DoubleEndedIterator<Item = &str> + Clone {
        self.list(TextField::Titles)
    }

    /// Whether the text ends in one of the titles.
    pub(crate) fn has_title_behind(&self, text: &str) -> bool {
        let (text, last) = (text.as_bytes(), text.as_bytes().last());
        self.bytes_of(TextField::Titles).any(|title| !title.is_empty() && title.last() == last && text.ends_with(title))
    }

    /// All of both as bytes, and perhaps something empty.
    pub(crate) fn titles_and_descriptions(&self) -> impl Iterator<Item = &[u8]> {
        self.bytes_of(TextField::Titles).chain(self.bytes_of(TextField::Descriptions))
    }

    /// The items of a list: they are short, so that a loop over their bytes costs less than a search for the end of each.
    fn bytes_of(&self, field: TextField) -> impl Iterator<Item = &[u8]> {
        self.text(field).as_bytes().split(|&byte| byte == b'|')
    }

    /// The noun phrases, in lower case and without article, that news uses instead of the name: `Kremlin chief`.
    ///
    /// ```
    /// # let table = "id\tname\tkind\tdescriptions\norganization/nato\tNATO\torganization\talliance";
    /// # let gazetteer = whosaid::Gazetteer::builder().string("", table).build()?;
    /// assert!(gazetteer.entity("organization/nato").unwrap().descriptions().eq(["alliance"]));
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn descriptions(&self) -> impl DoubleEndedIterator<Item = &str> + Clone {
        self.list(TextField::Descriptions)
    }

    /// The adjectives and the words for the inhabitants of a place: `French`, `Frenchman`.
    ///
    /// ```
    /// # let table = "id\tname\tkind\tdemonyms\nplace/texas\tTexas\tplace\tTexan|Texans";
    /// # let gazetteer = whosaid::Gazetteer::builder().string("", table).build()?;
    /// assert!(gazetteer.entity("place/texas").unwrap().demonyms().eq(["Texan", "Texans"]));
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn demonyms(&self) -> impl DoubleEndedIterator<Item = &str> + Clone {
        self.list(TextField::Demonyms)
    }

    /// The id of the entity that this one belongs to: a leader's country, a city's state. It is the column `in`.
    ///
    /// The gazetteer has an entity of that id.
    ///
    /// ```
    /// # let table = "id\tname\tkind\tin\nplace/texas\tTexas\tplace\t\nplace/austin\tAustin\tplace\tplace/texas";
    /// # let gazetteer = whosaid::Gazetteer::builder().string("", table).build()?;
    /// let austin = gazetteer.entity("place/austin").unwrap();
    /// assert_eq!(austin.within(), Some("place/texas"));
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn within(&self) -> Option<&str> {
        Some(self.text(TextField::Within)).filter(|id| !id.is_empty())
    }

    /// How often news means this entity by its names, from 0 to 100; 50 when the file does not say.
    ///
    /// ```
    /// # let gazetteer = whosaid::Gazetteer::builder().string("", "id\tname\tkind\nplace/kyiv\tKyiv\tplace").build()?;
    /// assert_eq!(gazetteer.entity("place/kyiv").unwrap().prominence(), 50);
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn prominence(&self) -> u8 {
        self.prominence
    }

    /// Whether the name, written as in the file or in any way that matches it, is also an ordinary word, a month or
    /// the like, so that it takes more than the name to believe that this entity is meant.
    ///
    /// ```
    /// # let table = "id\tname\tkind\taliases\tambiguous\nplace/turkey\tTurkey\tplace\tTürkiye\tTurkey";
    /// # let gazetteer = whosaid::Gazetteer::builder().string("", table).build()?;
    /// let turkey = gazetteer.entity("place/turkey").unwrap();
    /// assert!(turkey.is_ambiguous("Turkey"));
    /// assert!(turkey.is_ambiguous("TURKEY"));
    /// assert!(!turkey.is_ambiguous("Türkiye"));
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn is_ambiguous(&self, name: &str) -> bool {
        let mut ambiguous = self.list(TextField::Ambiguous);
        let Some(first) = ambiguous.next() else { return false };
        // Of the entity's names the text stands for the one of the same letters, if there is one; else for any that
        // is equal to it. (Of the names `Who` and `WHO`, only the first may be ambiguous.)
        let exactly = equality::Way::Exact;
        let best = self.names().filter_map(|own| equality::compare(own, name)).min().unwrap_or(exactly);
        std::iter::once(first).chain(ambiguous).any(|own| equality::compare(own, name) == Some(best))
    }

    /// Whether any of its names is ambiguous: a quick no for most.
    pub(crate) fn has_ambiguous_names(&self) -> bool {
        !self.text(TextField::Ambiguous).is_empty()
    }

    /// The ids of the entity elsewhere, as pairs of scheme and value: `("wikidata", "Q7747")`.
    ///
    /// ```
    /// # let table = "id\tname\tkind\tids\nplace/kyiv\tKyiv\tplace\twikidata=Q1899|geonames=703448";
    /// # let gazetteer = whosaid::Gazetteer::builder().string("", table).build()?;
    /// let kyiv = gazetteer.entity("place/kyiv").unwrap();
    /// assert!(kyiv.identifiers().eq([("wikidata", "Q1899"), ("geonames", "703448")]));
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn identifiers(&self) -> impl DoubleEndedIterator<Item = (&str, &str)> + Clone {
        // Schemes are short, so that a loop over their letters costs less than a search that is made ready for each.
        self.list(TextField::Ids).filter_map(|pair| {
            let end = pair.bytes().position(|byte| byte == b'=')?;
            Some((&pair[..end], &pair[end + 1..]))
        })
    }

    /// The country, by its ISO 3166-1 code of two letters: the entity's own identifier `iso3166-1`, or that of the
    /// nearest entity that it belongs to by way of `in`. `None` if there is no such code: in no country, or in one of the
    /// past.
    ///
    /// ```
    /// # let table = "id\tname\tkind\tin\tids\n\
    /// #     place/germany\tGermany\tplace\t\tiso3166-1=DE\n\
    /// #     place/berlin\tBerlin\tplace\tplace/germany\t\n\
    /// #     person/jane-roe\tJane Roe\tperson\tplace/berlin\t\n";
    /// # let gazetteer = whosaid::Gazetteer::builder().string("", table).build()?;
    /// assert_eq!(gazetteer.entity("place/germany").unwrap().country(), Some("DE"));
    /// assert_eq!(gazetteer.entity("person/jane-roe").unwrap().country(), Some("DE"));
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn country(&self) -> Option<&str> {
        self.country.as_ref().and_then(|code| std::str::from_utf8(code).ok())
    }

    /// Where the entity is defined: the path or label of the source, and the line, counted from one.
    ///
    /// ```
    /// # let table = "id\tname\tkind\nplace/kyiv\tKyiv\tplace";
    /// let gazetteer = whosaid::Gazetteer::builder().string("mine.tsv", table).build()?;
    /// assert_eq!(gazetteer.entity("place/kyiv").unwrap().source(), ("mine.tsv", 2));
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn source(&self) -> (&str, usize) {
        (&self.home.source, self.line as usize)
    }
}

impl PartialEq for Entity {
    fn eq(&self, other: &Self) -> bool {
        let facts = |entity: &Self| (entity.kind, entity.gender, entity.prominence, entity.country, entity.ends());
        facts(self) == facts(other) && self.texts() == other.texts() && self.source() == other.source()
    }
}

impl Eq for Entity {}

impl fmt::Debug for Entity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Entity")
            .field("id", &self.id())
            .field("names", &self.names().collect::<Vec<_>>())
            .field("kind", &self.kind)
            .field("prominence", &self.prominence)
            .finish_non_exhaustive()
    }
}
