//! The extraction of news, by criterion: what a change does to it.
//!
//! `cargo bench --bench extraction` reads a part of the text that `ratios` prints its table about, which has the rivals too.
//! What is found is checked before anything is timed.
#![allow(missing_docs)]

#[allow(dead_code, unused_imports, reason = "each bench uses its part of the module")]
mod news;

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use news::{Corpus, Known};
use whosaid::{Extractor, Gazetteer, Record, Step};

/// The bytes of news to read at once: criterion reads it hundreds of times.
const SIZE: usize = 2_000_000;

fn extraction(criterion: &mut Criterion) {
    let extractor = Extractor::default();
    let corpus = Corpus::generate(&Known::prominent(extractor.gazetteer()), SIZE);
    corpus.check(&extractor);
    let read = |extractor: &Extractor| -> Vec<Record> {
        corpus.articles.iter().map(|article| extractor.extract(black_box(article))).collect()
    };

    let mut group = criterion.benchmark_group("news");
    group.throughput(Throughput::Bytes(corpus.bytes() as u64)).sample_size(10);
    group.bench_function("extract", |bencher| bencher.iter(|| read(&extractor)));
    for step in Step::ALL {
        let extractor = extractor.clone().without([step]);
        group.bench_function(format!("without {}", step.as_str()), |bencher| bencher.iter(|| read(&extractor)));
    }
    let bare = Extractor::new(Gazetteer::empty()).without(Step::ALL);
    group.bench_function("without steps and gazetteer", |bencher| bencher.iter(|| read(&bare)));
    let find = || corpus.articles.iter().map(|article| extractor.gazetteer().find(black_box(article)).count());
    group.bench_function("find", |bencher| bencher.iter(|| find().sum::<usize>()));
    let records = read(&extractor);
    group.bench_function("json", |bencher| bencher.iter(|| serde_json::to_string(black_box(&records))));
    group.finish();
}

criterion_group!(benches, extraction);
criterion_main!(benches);
