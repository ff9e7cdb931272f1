//! What each part costs, on generated data. `cargo xtask bench` sets peers beside the larger tasks.

#[allow(dead_code, reason = "shared with the example, which uses all of it")]
#[path = "../examples/measure/news.rs"]
mod news;

use corroborate_reuse::{
    Document, FingerprintIndex, IndexBuilder, IndexOptions, PassageOptions, Shingles, Signature, Vectors,
    shared_passages, similar_names,
};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

fn passages(c: &mut Criterion) {
    let vocabulary = news::Vocabulary::new(30_000);
    let mut random = news::Random::new(5);
    let article = vocabulary.article(&mut random, 800);
    let copy = vocabulary.copy(&article, &mut random, 0.05, 0.3).text();
    let (text, other) = (article.text(), vocabulary.article(&mut random, 800).text());
    let options = PassageOptions::default();
    let [a, b, unrelated] = [&text, &copy, &other].map(|text| Document::new(text));
    let mut group = c.benchmark_group("two accounts of 800 words");
    group.bench_function("copy", |bench| bench.iter(|| shared_passages(black_box(&a), &b, &options)));
    group.bench_function("unrelated", |bench| {
        bench.iter(|| shared_passages(black_box(&a), &unrelated, &options))
    });
    group.bench_function("copy, with reading", |bench| {
        bench.iter(|| shared_passages(&Document::new(black_box(&text)), &Document::new(&copy), &options));
    });
    group.finish();
    let mut group = c.benchmark_group("one account");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("read", |bench| bench.iter(|| Document::new(black_box(&text))));
    let shingles = Shingles::new(&a, 3);
    group.bench_function("shingles", |bench| bench.iter(|| Shingles::new(black_box(&a), 3)));
    group.bench_function("signature", |bench| bench.iter(|| Signature::new(black_box(&shingles), 128, 0)));
    group.finish();
}

fn corpus(c: &mut Criterion) {
    let documents: Vec<Document> = news::corpus(1000, 7).map(|(_, text)| Document::new(&text)).collect();
    let mut group = c.benchmark_group("a thousand articles");
    group.throughput(Throughput::Elements(documents.len() as u64));
    group.sample_size(20);
    let build = || {
        let mut builder = IndexBuilder::new(IndexOptions::default());
        for document in &documents {
            builder.add("", document);
        }
        builder.build()
    };
    group.bench_function("index", |bench| bench.iter(build));
    let index = build();
    group.bench_function("pairs", |bench| bench.iter(|| index.pairs()));
    group.bench_function("clusters", |bench| bench.iter(|| index.clusters()));
    let options = PassageOptions::default();
    group.bench_function("fingerprints", |bench| bench.iter(|| FingerprintIndex::new(&documents, &options)));
    group.finish();
}

fn joins(c: &mut Criterion) {
    let names = news::names(2000, 3);
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let (a, b) = names.split_at(1000);
    let mut group = c.benchmark_group("joins");
    group.sample_size(20);
    group.bench_function("names 1000 x 1000", |bench| bench.iter(|| similar_names(a, b, 0.9)));
    let sentences: Vec<Document> = news::corpus(40, 9)
        .flat_map(|(_, text)| text.split(". ").map(Document::new).collect::<Vec<_>>())
        .collect();
    let vectors = Vectors::new(&sentences);
    group.bench_function("sentences", |bench| bench.iter(|| vectors.pairs_above(0.5)));
    group.finish();
}

criterion_group!(benches, passages, corpus, joins);
criterion_main!(benches);
