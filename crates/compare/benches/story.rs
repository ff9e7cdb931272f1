//! What it costs to compare the accounts of one story, by their number: `cargo bench -p corroborate-compare`.
//!
//! `cargo xtask bench` measures the whole run, from files to JSON, and with more accounts.

use corroborate_compare::{Account, Options, compare};
use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

fn accounts(count: usize) -> Vec<Account> {
    let texts = corroborate_testkit::crowd(1, count).into_iter().enumerate();
    texts
        .map(|(at, text)| {
            let mut article = corroborate_parse::parse(text);
            article.id = format!("{at:04}");
            Account::new(article)
        })
        .collect()
}

fn sizes(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("compare");
    group.sample_size(10);
    for count in [5, 25, 100] {
        let accounts = accounts(count);
        group.throughput(Throughput::Elements(count as u64));
        group.bench_function(format!("{count} accounts"), |bencher| {
            bencher.iter(|| compare(black_box(&accounts), &Options::default()));
        });
    }
    group.finish();
}

fn reading(criterion: &mut Criterion) {
    let texts = corroborate_testkit::crowd(1, 25);
    let mut group = criterion.benchmark_group("read");
    group.throughput(Throughput::Bytes(texts.iter().map(String::len).sum::<usize>() as u64));
    group.bench_function("25 accounts", |bencher| {
        bencher.iter_batched(
            || texts.clone(),
            |texts| -> Vec<Account> {
                texts.into_iter().map(|text| Account::new(corroborate_parse::parse(text))).collect()
            },
            BatchSize::LargeInput,
        );
    });
    group.finish();
}

criterion_group!(benches, sizes, reading);
criterion_main!(benches);
