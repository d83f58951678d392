//! How fast texts are read, beside what it is measured by.
//!
//! `cargo bench --bench extraction` reads generated news: as many names and quotation marks as real news has, and the
//! same text every time. What is found is checked before anything is timed. Three rivals read the same text:
//!
//! - `extract`: everything, from characters to record;
//! - `find`: `Gazetteer::find`, the names alone;
//! - `aho-corasick`: the bare automaton over the same names, leftmost-longest, contiguous NFA, with no regard to words,
//!   accents, capitals or apostrophes. No name matcher can do less.
#![allow(missing_docs, clippy::print_stdout)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use whosaid::{Entity, Extractor, Gazetteer, Kind, MentionKind, QuotationKind};

/// The bytes of news to read at once.
const SIZE: usize = 2 << 20;

/// Paragraphs, by the share that they have of an article. `{P}` is a known person, `{p}` the same person's last name,
/// `{D}` somebody whom no gazetteer knows and `{d}` that surname, `{O}` and `{L}` a known organization and place.
const PARAGRAPHS: &[&str] = &[
    "{L} — {P} told a crowded hall in {L} on Tuesday that the long road between {L} and the coast would be closed for \
     most of the winter, and that nobody who lives beside it had been asked before the decision was made.",
    "“We have waited long enough for this,” {p} said. “The bridge is older than anybody in this room.”",
    "The work, which has been put off four times since {O} drew the first plans, would cost more than twice what was \
     promised, according to a report that was written for {O} and has been read by very few people outside of {L}.",
    "{D}, who sells bread in the market of {L}, said that she had not seen an engineer near the river for a year. She \
     keeps two boats behind her shop, and her customers have begun to ask what they would cost to rent.",
    "“They come when there is a camera,” {d} said, “and then they leave again.”",
    "In a statement, {O} denied that any of the money had been lost and said it would answer all questions at a \
     hearing in {L} next month. It did not say whether {p} would attend, or whether the doors would be open to those \
     who have lost their houses.",
    "The numbers are not in doubt. Of the forty villages along the upper river, eleven have no other way to reach a \
     hospital in the winter, and the number of trucks that cross from {L} each day has doubled in a decade.",
    "Old people say that the water was never so high. It stands in the cellars of the lower streets, it has taken two \
     orchards and the better half of a graveyard, and on quiet nights it can be heard under the floor of the school, \
     where the smaller children have been told that it is only the wind.",
    "{P} and {P} met in {L} last week, as {O} had hoped, but could not agree on who should pay. {p} wrote afterward \
     that the talks had been “useful,” a word that {d} would not repeat.",
    "For now the barriers stay where they are. A painted sign asks drivers from {L} to turn around, and most of them \
     do, slowly, with a long look at the water and at the men who sit beside the road with {d} and {d}’s dog.",
    "Asked about the cost, {p} declined to comment. A spokesman for {O} said that the question was one for {P}, and \
     {P} said that it was one for {O}.",
];

const GIVEN: &[&str] = &["Petra", "Rufus", "Greta", "Anselm", "Tilda", "Milo", "Wilma", "Bram", "Ines", "Otto"];
const SYLLABLES: &[&str] = &["bren", "dal", "hol", "mor", "quar", "sten", "tar", "vel", "wick", "zan", "lor", "gath"];

/// News that reads like news, with what was written into it.
struct Corpus {
    articles: Vec<String>,
    /// Names of known entities, by article and byte.
    planted: Vec<(usize, usize, String)>,
    quotations: usize,
}

/// Marsaglia's xorshift: the same corpus on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides as u64) as usize
    }

    fn pick<'t, T: ?Sized>(&mut self, list: &[&'t T]) -> &'t T {
        list[self.roll(list.len())]
    }
}

impl Corpus {
    fn generate(gazetteer: &Gazetteer, size: usize) -> Self {
        let names = |kind: Kind| -> Vec<&str> {
            // A few hundred names are in the news, and most of the gazetteer is not.
            let is_told = |entity: &&Entity| {
                entity.kind() == kind && entity.prominence() >= 70 && !entity.is_ambiguous(entity.name())
            };
            gazetteer
                .entities()
                .filter(is_told)
                .map(Entity::name)
                .filter(|name| kind != Kind::Person || name.contains(' '))
                .collect()
        };
        let (people, places, organizations) = (names(Kind::Person), names(Kind::Place), names(Kind::Organization));
        let mut corpus = Self { articles: Vec::new(), planted: Vec::new(), quotations: 0 };
        let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
        let mut bytes = 0;
        while bytes < size {
            let mut article = String::new();
            let mut person = dice.pick(&people);
            let stranger =
                [capital(&[dice.pick(SYLLABLES), dice.pick(SYLLABLES)]), capital(&[dice.pick(SYLLABLES), "son"])];
            let given = dice.pick(GIVEN);
            let surname = &stranger[dice.roll(2)];
            for round in 0..2 {
                for paragraph in PARAGRAPHS {
                    // Some paragraphs are left out of each article, but who speaks must be introduced.
                    if !paragraph.contains("{P} told") && !paragraph.contains("{D}") && dice.roll(8) == 0 {
                        continue;
                    }
                    let mut rest = *paragraph;
                    while let Some((before, behind)) = rest.split_once('{') {
                        article.push_str(before);
                        let (slot, behind) = behind.split_once('}').expect("a closing brace");
                        let known = match slot {
                            "P" => {
                                person = if round == 0 { person } else { dice.pick(&people) };
                                Some(person)
                            }
                            "O" => Some(dice.pick(&organizations)),
                            "L" => Some(dice.pick(&places)),
                            _ => None,
                        };
                        match (slot, known) {
                            (_, Some(name)) => {
                                corpus.planted.push((corpus.articles.len(), article.len(), name.to_owned()));
                                article.push_str(name);
                            }
                            ("p", _) => article.push_str(person.rsplit(' ').next().unwrap_or(person)),
                            ("D", _) => article.extend([given, " ", surname]),
                            _ => article.push_str(surname),
                        }
                        rest = behind;
                    }
                    article.push_str(rest);
                    article.push_str("\n\n");
                    corpus.quotations += usize::from(paragraph.starts_with('“'));
                }
            }
            bytes += article.len();
            corpus.articles.push(article);
        }
        corpus
    }

    fn bytes(&self) -> usize {
        self.articles.iter().map(String::len).sum()
    }

    fn words(&self) -> usize {
        self.articles.iter().map(|article| article.split_whitespace().count()).sum()
    }

    fn marks(&self) -> usize {
        self.articles.iter().map(|article| article.matches(['“', '”']).count()).sum()
    }
}

fn capital(syllables: &[&str]) -> String {
    let word = syllables.concat();
    word[..1].to_uppercase() + &word[1..]
}

fn bare_automaton(gazetteer: &Gazetteer) -> AhoCorasick {
    AhoCorasick::builder()
        .kind(Some(AhoCorasickKind::ContiguousNFA))
        .match_kind(MatchKind::LeftmostLongest)
        .build(gazetteer.entities().flat_map(Entity::names))
        .expect("fewer names than an automaton holds")
}

/// Every name that was written is found, and every quotation; prints how dense the corpus is.
fn check(corpus: &Corpus, extractor: &Extractor, automaton: &AhoCorasick) {
    let gazetteer = extractor.gazetteer();
    let (mut found, mut scanned, mut named, mut direct, mut attributed) = (0, 0, 0, 0, 0);
    for (index, article) in corpus.articles.iter().enumerate() {
        let names: Vec<_> = gazetteer.find(article).map(|name| name.span()).collect();
        let hits: Vec<_> = automaton.find_iter(article).map(|hit| hit.range()).collect();
        found += names.len();
        scanned += hits.len();
        let first = corpus.planted.partition_point(|(of, ..)| *of < index);
        for (_, start, name) in corpus.planted[first..].iter().take_while(|(of, ..)| *of == index) {
            let end = start + name.len();
            let at = names.partition_point(|span| span.end < end);
            let is_found = names.get(at).is_some_and(|span| span.start <= *start && end <= span.end);
            assert!(is_found, "{name} at {start} of article {index} is not found");
            let at = hits.partition_point(|range| range.end <= *start);
            assert!(hits.get(at).is_some_and(|range| range.start < end), "{name} at {start} of {index} is not scanned");
        }
        let record = extractor.extract(article);
        named += record.mentions.iter().filter(|mention| mention.kind == MentionKind::Name).count();
        let quotations = || record.quotations.iter().filter(|quotation| quotation.kind == QuotationKind::Direct);
        direct += quotations().count();
        attributed += quotations().filter(|quotation| quotation.speaker.is_some()).count();
    }
    assert!(found >= corpus.planted.len(), "{found} names of {}", corpus.planted.len());
    assert!(direct >= corpus.quotations, "{direct} direct quotations of {}", corpus.quotations);
    assert!(attributed * 10 >= corpus.quotations * 9, "{attributed} speakers of {} quotations", corpus.quotations);
    let (bytes, words) = (corpus.bytes(), corpus.words());
    println!(
        "corpus: {} articles, {bytes} bytes, {words} words; a double quotation mark every {:.1} words, a name every \
         {:.1} words, a known one every {:.1}",
        corpus.articles.len(),
        words as f64 / corpus.marks() as f64,
        words as f64 / named as f64,
        words as f64 / found as f64,
    );
    println!(
        "found: {found} known names ({scanned} by the bare automaton), {named} names, {direct} direct quotations, \
         {attributed} of them with a speaker"
    );
}

fn extract_all(corpus: &Corpus, extractor: &Extractor) -> usize {
    corpus.articles.iter().map(|article| extractor.extract(black_box(article)).quotations.len()).sum()
}

fn find_all(corpus: &Corpus, gazetteer: &Gazetteer) -> usize {
    corpus.articles.iter().map(|article| gazetteer.find(black_box(article)).count()).sum()
}

fn scan_all(corpus: &Corpus, automaton: &AhoCorasick) -> usize {
    corpus.articles.iter().map(|article| automaton.find_iter(black_box(article)).count()).sum()
}

/// Megabytes a second in the fastest of a few rounds, the rivals taking turns so that they share the machine's moods.
fn print_ratio(corpus: &Corpus, extractor: &Extractor, automaton: &AhoCorasick) {
    let timed = |run: &dyn Fn() -> usize| {
        let start = Instant::now();
        black_box(run());
        start.elapsed()
    };
    let mut best = [Duration::MAX; 3];
    for _ in 0..7 {
        best[0] = best[0].min(timed(&|| extract_all(corpus, extractor)));
        best[1] = best[1].min(timed(&|| find_all(corpus, extractor.gazetteer())));
        best[2] = best[2].min(timed(&|| scan_all(corpus, automaton)));
    }
    let [extract, find, scan] = best.map(|time| corpus.bytes() as f64 / 1e6 / time.as_secs_f64());
    println!(
        "MB/s: extract {extract:.1}, find {find:.1}, aho-corasick {scan:.1}; extract/aho-corasick {:.2}, \
         find/aho-corasick {:.2}",
        extract / scan,
        find / scan,
    );
}

fn extraction(criterion: &mut Criterion) {
    let extractor = Extractor::new(Gazetteer::bundled());
    let corpus = Corpus::generate(extractor.gazetteer(), SIZE);
    let automaton = bare_automaton(extractor.gazetteer());
    check(&corpus, &extractor, &automaton);
    print_ratio(&corpus, &extractor, &automaton);

    let mut group = criterion.benchmark_group("news");
    group.throughput(Throughput::Bytes(corpus.bytes() as u64)).sample_size(20);
    group.bench_function("extract", |bencher| bencher.iter(|| extract_all(&corpus, &extractor)));
    group.bench_function("find", |bencher| bencher.iter(|| find_all(&corpus, extractor.gazetteer())));
    group.bench_function("aho-corasick", |bencher| bencher.iter(|| scan_all(&corpus, &automaton)));
    group.finish();
}

criterion_group!(benches, extraction);
criterion_main!(benches);
