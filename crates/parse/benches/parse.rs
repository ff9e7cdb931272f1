//! Bytes a second on pages of the usual make: run with `cargo bench -p corroborate-parse`.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::fs;
use std::hint::black_box;
use std::path::Path;

fn pages(criterion: &mut Criterion) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold");
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let texts: Vec<String> = paths
        .iter()
        .filter(|path| path.extension().is_some_and(|end| end == "txt"))
        .filter_map(|path| fs::read_to_string(path).ok())
        .collect();
    let size: usize = texts.iter().map(String::len).sum();
    let mut group = criterion.benchmark_group("parse");
    group.throughput(Throughput::Bytes(size as u64));
    group.bench_function("pages", |bencher| {
        bencher.iter(|| {
            for text in &texts {
                black_box(corroborate_parse::parse(text.clone()));
            }
        });
    });
    let paragraph = "The harbour master said on Tuesday that the ferry had left the quay nine minutes late, \
        with 212 passengers aboard, and that nobody on the bridge had seen the buoy. “It was dark,” he said.\n\n";
    let long = format!("Ferry Leaves Late and Meets a Buoy in the Dark\n\n{}", paragraph.repeat(6_000));
    group.throughput(Throughput::Bytes(long.len() as u64));
    group.bench_function("long text", |bencher| {
        bencher.iter(|| black_box(corroborate_parse::parse(long.clone())))
    });
    group.finish();
}

criterion_group!(benches, pages);
criterion_main!(benches);
