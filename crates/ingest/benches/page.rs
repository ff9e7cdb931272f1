//! A page to its article, against dom_smoothie.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::fmt::Write as _;
use std::hint::black_box;

/// A page as news sites make them: a long frame, an article of forty paragraphs, boxes in it and behind it.
fn page() -> String {
    let mut page = String::from(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>Bridge closed for repairs | The Post</title>\
         <meta property='article:published_time' content='2024-05-01T09:40:00+02:00'></head><body><header><nav><ul>",
    );
    for number in 0..150 {
        let _ = write!(page, "<li class='nav-item'><a href='/s/{number}'>Section {number}</a></li>");
    }
    page.push_str(
        "</ul></nav></header><main><article><h1>Bridge closed for repairs</h1><p class=byline>By Ada Moe</p>",
    );
    for number in 0..40 {
        let _ = write!(
            page,
            "<p>The <a href='/b'>bridge</a> over the river was closed on Monday for the {number}th time, said the \
             mayor&rsquo;s office, which <em>expects</em> that <b>{number}</b> lorries a day will take the longer road.</p>\
             <div class='ad-slot' data-id='{number}'><script>push({{a: {number}}});</script>Advertisement</div>"
        );
    }
    page.push_str("</article></main><aside class='related'>");
    for number in 0..100 {
        let _ = write!(
            page,
            "<div class='card'><h3><a href='/{number}'>Another story, number {number}</a></h3></div>"
        );
    }
    page.push_str("</aside><footer>&copy; The Post</footer></body></html>");
    page
}

fn benches(criterion: &mut Criterion) {
    let page = page();
    let mut group = criterion.benchmark_group("page");
    group.throughput(Throughput::Bytes(page.len() as u64));
    group.bench_function("corroborate", |bencher| {
        bencher.iter(|| corroborate_ingest::read_bytes("page.html", black_box(page.as_bytes())));
    });
    group.bench_function("dom_smoothie", |bencher| {
        bencher.iter(|| {
            let readability = dom_smoothie::Readability::new(black_box(page.as_str()), None, None);
            readability.ok().and_then(|mut readability| readability.parse().ok())
        });
    });
    group.finish();
    let pages: Vec<String> = (1..=12)
        .flat_map(|seed| corroborate_testkit::story(seed, 8).accounts)
        .filter(|account| account.file.ends_with(".html"))
        .map(|account| account.text)
        .collect();
    let mut group = criterion.benchmark_group("generated pages");
    group.throughput(Throughput::Elements(pages.len() as u64));
    group.bench_function("corroborate", |bencher| {
        bencher.iter(|| {
            for page in &pages {
                black_box(corroborate_ingest::read_bytes("page.html", black_box(page.as_bytes())));
            }
        });
    });
    group.bench_function("dom_smoothie", |bencher| {
        bencher.iter(|| {
            for page in &pages {
                let readability = dom_smoothie::Readability::new(black_box(page.as_str()), None, None);
                black_box(readability.ok().and_then(|mut readability| readability.parse().ok()));
            }
        });
    });
    group.finish();
}

criterion_group!(page_to_article, benches);
criterion_main!(page_to_article);
