//! Scratch: paths on stdin, a JSON line each.
#![allow(missing_docs, clippy::all, clippy::pedantic, clippy::restriction)]
use std::io::BufRead;
fn main() {
    for path in std::io::stdin().lock().lines() {
        let path = path.unwrap();
        let bytes = std::fs::read(&path).unwrap();
        let Some(a) = corroborate_ingest::read_bytes(&path, &bytes).into_iter().next() else {
            println!("{}", serde_json::json!({"path": path}));
            continue;
        };
        let publ = |p: &Option<corroborate_article::Publication>| {
            p.as_ref().map(|p| serde_json::json!({"value": p.moment.to_string(), "from": p.from}))
        };
        let blocks: Vec<_> = a
            .blocks
            .iter()
            .map(|b| serde_json::json!({"role": b.role.name(), "start": b.span.start(), "end": b.span.end()}))
            .collect();
        let body: Vec<&str> = a.body().map(|b| b.content.of(&a.text)).collect();
        println!(
            "{}",
            serde_json::json!({"path": path, "text": a.text, "published": publ(&a.metadata.published), "modified": publ(&a.metadata.modified),
            "headline": a.metadata.headline.map(|h| a.words(h)), "byline": a.metadata.byline.iter().map(|s| a.words(*s)).collect::<Vec<_>>(),
            "language": a.metadata.language, "url": a.metadata.url, "diagnostics": a.diagnostics.iter().map(|d| d.message.clone()).collect::<Vec<_>>(), "blocks": blocks, "body": body})
        );
    }
}
