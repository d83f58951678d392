//! Finding invented names, and getting ready to, by criterion: a thousand, ten thousand, a hundred thousand and a million.
//!
//! `cargo bench --bench names` takes some minutes; a filter such as `-- find/1000`
//! leaves some out. What is found is checked before it is timed. `ratios` prints all of it as one table.
#![allow(missing_docs)]

#[allow(dead_code, unused_imports, reason = "each bench uses its part of the module")]
mod news;
mod rivals;

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use news::{Corpus, Known};
use rivals::{Names, Rival, checked_count};

/// The bytes of news to read at once: criterion reads it hundreds of times.
const SIZE: usize = 2_000_000;

const MILLION: usize = 1_000_000;

fn names(criterion: &mut Criterion) {
    for count in [1_000, 10_000, 100_000, MILLION] {
        let names = rivals::invented(count);
        let corpus = Corpus::generate(&Known::all(names.iter().map(|(kind, name)| (*kind, name.as_str()))), SIZE);
        let names = Names::new(&names);
        let mut building = criterion.benchmark_group("build");
        building.throughput(Throughput::Elements(count as u64)).sample_size(10);
        for rival in Rival::ALL {
            if count == MILLION && rival != Rival::Whosaid {
                // Some take ten seconds, and criterion wants it ten times; `ratios` builds each once.
                continue;
            }
            let id = BenchmarkId::new(rival.as_str(), count);
            building.bench_function(id, |bencher| bencher.iter(|| rival.build(black_box(&names)).is_ok()));
        }
        building.finish();
        let mut finding = criterion.benchmark_group("find");
        finding.throughput(Throughput::Bytes(corpus.bytes() as u64)).sample_size(20);
        for rival in Rival::ALL {
            // Whoever cannot hold so many says so in the table of `ratios`.
            let Ok(matcher) = rival.build(&names) else { continue };
            checked_count(rival.as_str(), matcher.as_ref(), &corpus);
            let find = || corpus.articles.iter().map(|article| matcher.count(black_box(article))).sum::<usize>();
            finding.bench_function(BenchmarkId::new(rival.as_str(), count), |bencher| bencher.iter(find));
        }
        finding.finish();
    }
}

criterion_group!(benches, names);
criterion_main!(benches);
