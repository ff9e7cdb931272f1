//! Everything that is found in an article, in bytes a second on one thread: `cargo bench -p corroborate-extract`.
//!
//! The articles come from the story generator; the parts stand beside the whole, so that it shows which of them costs.

use corroborate_article::{Block, Role};
use corroborate_extract::{Annotations, Sentence, annotate_text, mentions, quotations, statements};
use corroborate_text::{Span, sentences};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

/// The plain texts of some generated stories.
fn articles() -> Vec<String> {
    (1..=12)
        .flat_map(|seed| corroborate_testkit::story(seed, 5).accounts)
        .filter(|account| account.file.ends_with(".txt"))
        .map(|account| account.text)
        .collect()
}

fn cut(text: &str) -> Vec<Sentence> {
    let places = sentences(text).into_iter();
    places.map(|span| Sentence { span, block: 0, role: Role::Paragraph }).collect()
}

fn speed(criterion: &mut Criterion) {
    let texts = articles();
    let bytes = texts.iter().map(String::len).sum::<usize>() as u64;
    let read: Vec<(Vec<Block>, Annotations)> = texts
        .iter()
        .map(|text| {
            let whole = Span::new(0, text.len());
            let block = Block { role: Role::Paragraph, span: whole, content: whole };
            (vec![block], annotate_text(text, None))
        })
        .collect();
    let mut group = criterion.benchmark_group("extract");
    group.throughput(Throughput::Bytes(bytes));
    let mut part = |name: &str, run: &dyn Fn(&str, &[Block], &Annotations)| {
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                for (text, (blocks, found)) in texts.iter().zip(&read) {
                    run(black_box(text), blocks, found);
                }
            });
        });
    };
    part("whole", &|text, _, _| drop(black_box(annotate_text(text, None))));
    part("sentences", &|text, _, _| drop(black_box(cut(text))));
    part("dates", &|text, _, _| drop(black_box(corroborate_temporal::annotate(text, None))));
    part("quantities", &|text, _, _| drop(black_box(corroborate_quantity::annotate(text))));
    part("names", &|text, _, found| drop(black_box(mentions(text, &found.sentences))));
    part("quotations", &|text, blocks, found| {
        drop(black_box(quotations(text, blocks, &found.sentences, &found.mentions)));
    });
    part("statements", &|text, _, found| {
        drop(black_box(statements(text, &found.sentences, &found.quotations)));
    });
    group.finish();
}

criterion_group!(benches, speed);
criterion_main!(benches);
