//! Throughput on invented news, in bytes a second on one thread.

use corroborate_temporal::{Civil, annotate};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

/// Stories of the generator one after the other: dense in dates.
fn stories() -> String {
    (0..40)
        .flat_map(|seed| corroborate_testkit::story(seed, 4).accounts)
        .map(|account| account.text + "\n\n")
        .collect()
}

const PARAGRAPH: &str = "The harbour board said on Tuesday that the new pier, which cost more than 40 million to \
    build, would open to freight later this month after two years of delays. Engineers found cracks in the deck \
    last spring, and work stopped for nearly six weeks while the builders and the city argued over who should \
    pay for the repair. The mayor told the council that the first ships were expected on 14 March, in time for \
    the season. Residents of the old quarter, many of whom opposed the plan from the start, have asked the \
    regional court to review the permit; a hearing is set for Friday at 10.30. The port handled 2,300 vessels in \
    2024, a record, and the union that speaks for the dockers wants written guarantees on hours and pay before \
    its members move to the new site. Neither the ministry nor the builders answered questions sent to them.\n\n";

fn throughput(criterion: &mut Criterion) {
    let reference = Civil::date(2025, 2, 20);
    let mut group = criterion.benchmark_group("annotate");
    for (name, text) in [("news", PARAGRAPH.repeat(200)), ("stories", stories())] {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |bencher| bencher.iter(|| annotate(black_box(&text), reference)));
    }
    group.finish();
}

criterion_group!(benches, throughput);
criterion_main!(benches);
