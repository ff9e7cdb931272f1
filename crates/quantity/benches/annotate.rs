//! Speed over invented news text, in bytes a second on one thread.

use corroborate_quantity::annotate;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

/// Written for this bench: about one quantity in twenty words, as news has.
const ARTICLE: &str = "The council in Harrowmere said on Tuesday that more than two dozen families had left their homes after the \
river Tarn rose by 1.4 metres in six hours. Nobody was hurt. Margit Ollenrow, 61, who runs the post office, said she had \
never seen anything like it. “We carried the old people out by hand,” she said. Engineers expect the level to fall below \
3ft by the weekend, although the forecast remains uncertain and further rain is likely in the hills. The repair of the \
bridge, which opened in 1934, will cost between £2m and £3m, about a third of what the county spends on roads in a year. \
According to the mayor, who spoke to reporters outside the town hall, the emergency services responded quickly and with \
great care, and the school will stay closed until the water has gone. ";

/// Stories of the generator one after the other: dense in numbers.
fn stories() -> String {
    (0..40)
        .flat_map(|seed| corroborate_testkit::story(seed, 4).accounts)
        .map(|account| account.text + "\n\n")
        .collect()
}

fn speed(criterion: &mut Criterion) {
    let news = ARTICLE.repeat(100);
    let mut group = criterion.benchmark_group("annotate");
    group.throughput(Throughput::Bytes(news.len() as u64));
    group.bench_function("news", |bencher| bencher.iter(|| annotate(black_box(&news))));
    let stories = stories();
    group.throughput(Throughput::Bytes(stories.len() as u64));
    group.bench_function("stories", |bencher| bencher.iter(|| annotate(black_box(&stories))));
    let digits = "12 and 350-400 people, 20% or $5m; ".repeat(2000);
    group.throughput(Throughput::Bytes(digits.len() as u64));
    group.bench_function("dense", |bencher| bencher.iter(|| annotate(black_box(&digits))));
    group.finish();
}

criterion_group!(benches, speed);
criterion_main!(benches);
