//! Throughput of the names on news-like text of our own, one thread.

use corroborate_article::Role;
use corroborate_extract::{Sentence, mentions};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

const PARAGRAPH: &str = "Harbour Minister Ilse Korbach said in Dremmen on Tuesday that the new pier, which cost more \
    than 40 million to build, would open to freight later this month after two years of delays. Engineers of the \
    Port Authority found cracks in the deck last spring, and work stopped for nearly six weeks while the builders \
    and the city argued over who should pay for the repair. Mayor Tomas Abelard told the council that the first \
    ships from Norway and Estonia were expected on 14 March, in time for the season. Residents of the old quarter, \
    many of whom opposed the plan from the start, have asked the Regional Court to review the permit; a hearing is \
    set for Friday at 10.30. The port handled 2,300 vessels in 2024, a record, and the Dockers' Union, which speaks \
    for most of its workers, wants written guarantees on hours and pay before its members move to the new site. \
    Neither the ministry nor the builders answered questions sent to them, though Korbach's office confirmed that \
    the European Investment Bank had been told of the delay.\n\n";

fn throughput(criterion: &mut Criterion) {
    let text = PARAGRAPH.repeat(100);
    let sentences: Vec<Sentence> = corroborate_text::sentences(&text)
        .into_iter()
        .map(|span| Sentence { span, block: 0, role: Role::Paragraph })
        .collect();
    let mut group = criterion.benchmark_group("mentions");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("news", |bencher| bencher.iter(|| mentions(black_box(&text), &sentences)));
    group.finish();
}

criterion_group!(benches, throughput);
criterion_main!(benches);
