//! News that reads like news: the same text every time, as dense with names, quotation marks and pronouns as real news,
//! and with a list of what was written into it.

mod density;
mod dice;
mod words;

pub(crate) use density::{Density, POLNEAR};
pub(crate) use dice::Dice;

use std::ops::Range;

use whosaid::{Entity, Extractor, Gazetteer, Gender, Kind, QuotationKind};

/// Who and what the news is about.
pub(crate) struct Known<'g> {
    people: Vec<(&'g str, Option<Gender>)>,
    places: Vec<&'g str>,
    organizations: Vec<&'g str>,
}

impl<'g> Known<'g> {
    /// The entities of a gazetteer that are in the news: a few hundred are, and most of the gazetteer is not.
    pub(crate) fn prominent(gazetteer: &'g Gazetteer) -> Self {
        let is_told = |entity: &&Entity| entity.prominence() >= 70 && !entity.is_ambiguous(entity.name());
        let mut known = Self { people: Vec::new(), places: Vec::new(), organizations: Vec::new() };
        for entity in gazetteer.entities().filter(is_told) {
            known.add(entity.kind(), entity.name(), entity.gender());
        }
        known
    }

    /// All of the names, the first of them the most told of.
    pub(crate) fn all(names: impl IntoIterator<Item = (Kind, &'g str)>) -> Self {
        let mut known = Self { people: Vec::new(), places: Vec::new(), organizations: Vec::new() };
        for (kind, name) in names {
            known.add(kind, name, None);
        }
        known
    }

    fn add(&mut self, kind: Kind, name: &'g str, gender: Option<Gender>) {
        match kind {
            Kind::Person if name.contains(' ') => self.people.push((name, gender)),
            Kind::Place => self.places.push(name),
            Kind::Organization => self.organizations.push(name),
            _ => {}
        }
    }
}

/// A name that was written into an article.
pub(crate) struct Planted {
    pub(crate) article: usize,
    pub(crate) span: Range<usize>,
}

/// Articles, with what was written into them.
pub(crate) struct Corpus {
    pub(crate) articles: Vec<String>,
    /// Full names of known entities, in the order of the articles.
    pub(crate) planted: Vec<Planted>,
    /// How many paragraphs hold a quotation that is nothing but one.
    pub(crate) quotations: usize,
}

/// Words an article, on average.
const WORDS: usize = 740;

impl Corpus {
    /// At least so many bytes of news about the known, of at least one article.
    pub(crate) fn generate(known: &Known, size: usize) -> Self {
        let pools = Pools::new();
        let mut corpus = Self { articles: Vec::new(), planted: Vec::new(), quotations: 0 };
        let mut dice = Dice::new(0x9E37_79B9_7F4A_7C15);
        let mut bytes = 0;
        while bytes < size.max(1) {
            let article = Article::write(known, &pools, &mut dice);
            let index = corpus.articles.len();
            bytes += article.text.len();
            corpus.quotations += article.quotations;
            corpus.planted.extend(article.planted.into_iter().map(|span| Planted { article: index, span }));
            corpus.articles.push(article.text);
        }
        corpus
    }

    pub(crate) fn bytes(&self) -> usize {
        self.articles.iter().map(String::len).sum()
    }

    /// The names planted in each article.
    pub(crate) fn by_article(&self) -> impl Iterator<Item = (&str, &[Planted])> {
        let mut rest = self.planted.as_slice();
        self.articles.iter().enumerate().map(move |(index, article)| {
            let (here, behind) = rest.split_at(rest.partition_point(|planted| planted.article == index));
            rest = behind;
            (article.as_str(), here)
        })
    }

    /// That the extraction finds what was planted: the names of the gazetteer, and quotations with their speakers.
    ///
    /// # Panics
    ///
    /// If it does not: a figure for work that was not done would be worth nothing.
    pub(crate) fn check(&self, extractor: &Extractor) {
        let (mut direct, mut attributed) = (0, 0);
        for (article, planted) in self.by_article() {
            let found: Vec<_> = extractor.gazetteer().find(article).map(|name| name.span()).collect();
            for Planted { span, .. } in planted {
                let at = found.partition_point(|found| found.end < span.end);
                let is_found = found.get(at).is_some_and(|found| found.start <= span.start);
                assert!(is_found, "{:?} is not found in:\n{article}", &article[span.clone()]);
            }
            let record = extractor.extract(article);
            for quotation in record.quotations.iter().filter(|quotation| quotation.kind == QuotationKind::Direct) {
                direct += 1;
                attributed += usize::from(quotation.speaker.is_some());
            }
        }
        assert!(direct >= self.quotations * 9 / 10, "{direct} direct quotations of {}", self.quotations);
        assert!(attributed * 10 >= direct * 9, "{attributed} speakers of {direct} quotations");
    }
}

/// The words that fill the slots.
struct Pools {
    said: Vec<&'static str>,
    days: Vec<&'static str>,
    months: Vec<&'static str>,
    nouns: Vec<&'static str>,
    nouns_of_many: Vec<&'static str>,
    adjectives: Vec<&'static str>,
    past: Vec<&'static str>,
    adverbs: Vec<&'static str>,
    given: Vec<&'static str>,
    syllables: Vec<&'static str>,
}

impl Pools {
    fn new() -> Self {
        let list = |words: &'static str| words.split_whitespace().collect();
        Self {
            said: list(words::SAID),
            days: list(words::DAYS),
            months: list(words::MONTHS),
            nouns: list(words::NOUNS),
            nouns_of_many: list(words::NOUNS_OF_MANY),
            adjectives: list(words::ADJECTIVES),
            past: list(words::PAST),
            adverbs: list(words::ADVERBS),
            given: list(words::GIVEN),
            syllables: list(words::SYLLABLES),
        }
    }
}

/// Somebody of the article.
struct Person {
    name: String,
    female: bool,
    known: bool,
    /// Named in full already: the surname is enough from now on.
    met: bool,
}

/// How many people an article is about, and how many of them no gazetteer has.
const PEOPLE: usize = 4;
const STRANGERS: usize = 2;

struct Article<'a> {
    known: &'a Known<'a>,
    pools: &'a Pools,
    dice: &'a mut Dice,
    people: Vec<Person>,
    /// Of the people, whom the paragraph is about.
    hero: usize,
    /// “ and ” rather than ".
    curly: bool,
    text: String,
    planted: Vec<Range<usize>>,
    quotations: usize,
}

impl<'a> Article<'a> {
    fn write(known: &'a Known<'a>, pools: &'a Pools, dice: &'a mut Dice) -> Self {
        let mut article = Self {
            known,
            pools,
            people: Vec::new(),
            hero: 0,
            curly: dice.chance(50),
            dice,
            text: String::new(),
            planted: Vec::new(),
            quotations: 0,
        };
        for stranger in [false; PEOPLE].into_iter().chain([true; STRANGERS]) {
            let person = if stranger { article.stranger() } else { article.known_person() };
            article.people.push(person);
        }
        let length = WORDS / 2 + article.dice.roll(WORDS);
        article.one_of(words::LEADS);
        article.text.push_str("\n\n");
        // Counted once a paragraph, since counting words is slow.
        let mut words = article.text.split_whitespace().count();
        while words < length {
            let start = article.text.len();
            article.paragraph();
            words += article.text[start..].split_whitespace().count();
            article.text.push_str("\n\n");
        }
        article
    }

    fn known_person(&mut self) -> Person {
        let (name, gender) = self.known.people[self.dice.rank(self.known.people.len())];
        let female = gender.map_or_else(|| self.dice.chance(40), |gender| gender == Gender::Female);
        Person { name: name.to_owned(), female, known: true, met: false }
    }

    fn stranger(&mut self) -> Person {
        let pools = self.pools;
        let surname = [*self.dice.pick(&pools.syllables), *self.dice.pick(&pools.syllables)].concat();
        let name = format!("{} {}{}", self.dice.pick(&pools.given), surname[..1].to_uppercase(), &surname[1..]);
        Person { name, female: true, known: false, met: false }
    }

    fn paragraph(&mut self) {
        // Stories stay with whom they began with.
        self.hero = self.dice.rank(PEOPLE);
        match self.dice.roll(100) {
            0..12 => self.quotation(false),
            12..27 => self.quotation(true),
            27..56 => {
                self.one_of(words::REPORTED);
                self.text.push(' ');
                self.one_of(words::NARRATION);
            }
            _ => {
                self.one_of(words::NARRATION);
                self.text.push(' ');
                self.one_of(words::NARRATION);
            }
        }
    }

    /// “It is here,” she said. Or, gone on with: “It is here,” she said. “It stays.”
    fn quotation(&mut self, goes_on: bool) {
        self.quotations += 1;
        self.mark('“');
        self.one_of(words::SPOKEN);
        self.text.push(',');
        self.mark('”');
        self.text.push(' ');
        self.one_of(words::ATTRIBUTIONS);
        self.text.push('.');
        if goes_on {
            self.text.push(' ');
            self.mark('“');
            for _ in 0..1 + self.dice.roll(2) {
                self.one_of(words::SPOKEN);
                self.text.push_str(". ");
            }
            self.text.pop();
            self.mark('”');
        } else if self.dice.chance(50) {
            self.text.push(' ');
            self.one_of(words::NARRATION);
        }
    }

    fn mark(&mut self, mark: char) {
        self.text.push(match mark {
            '“' | '”' if !self.curly => '"',
            '’' if !self.curly => '\'',
            mark => mark,
        });
    }

    /// One of the templates, with its slots filled.
    fn one_of(&mut self, templates: &[&str]) {
        let mut rest = *self.dice.pick(templates);
        while let Some((before, behind)) = rest.split_once('{') {
            self.plain(before);
            let (slot, behind) = behind.split_once('}').expect("a closing brace");
            self.slot(slot);
            rest = behind;
        }
        self.plain(rest);
    }

    fn plain(&mut self, text: &str) {
        text.chars().for_each(|c| self.mark(c));
    }

    fn slot(&mut self, slot: &str) {
        let pools = self.pools;
        let female = self.people[self.hero].female;
        let of = |she: &'static str, he: &'static str| if female { she } else { he };
        let word = match slot {
            "P" => return self.person(self.hero),
            "Q" => {
                let other = (self.hero + 1 + self.dice.roll(PEOPLE - 1)) % PEOPLE;
                return self.person(other);
            }
            "D" => {
                let stranger = PEOPLE + self.dice.roll(STRANGERS);
                return self.person(stranger);
            }
            "O" => return self.plant_one_of(&self.known.organizations),
            "L" => return self.plant_one_of(&self.known.places),
            "p" => {
                let name = self.people[self.hero].name.rsplit(' ').next().unwrap_or_default().to_owned();
                return self.text += &name;
            }
            "Ms" => of("Ms.", "Mr."),
            "number" => {
                let number = 10 + self.dice.roll(90);
                return self.text += &number.to_string();
            }
            "He" => of("She", "He"),
            "he" => of("she", "he"),
            "him" => of("her", "him"),
            "His" => of("Her", "His"),
            "his" => of("her", "his"),
            "said" => self.dice.pick(&pools.said),
            "n" => self.dice.pick(&pools.nouns),
            "ns" => self.dice.pick(&pools.nouns_of_many),
            "a" => self.dice.pick(&pools.adjectives),
            "v" => self.dice.pick(&pools.past),
            "adv" => self.dice.pick(&pools.adverbs),
            "day" => self.dice.pick(&pools.days),
            "month" => self.dice.pick(&pools.months),
            _ => unreachable!("no slot is called {slot}"),
        };
        self.text.push_str(word);
    }

    fn person(&mut self, index: usize) {
        let person = &mut self.people[index];
        if !std::mem::replace(&mut person.met, true) {
            let (name, known) = (person.name.clone(), person.known);
            return if known { self.plant(&name) } else { self.text.push_str(&name) };
        }
        self.text.push_str(person.name.rsplit(' ').next().unwrap_or(&person.name));
    }

    fn plant_one_of(&mut self, names: &[&str]) {
        let name = names[self.dice.rank(names.len())];
        self.plant(name);
    }

    fn plant(&mut self, name: &str) {
        self.planted.push(self.text.len()..self.text.len() + name.len());
        self.text.push_str(name);
    }
}
