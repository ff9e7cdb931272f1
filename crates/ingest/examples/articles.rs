//! Reads files and writes one JSON object a line with what was found.

use corroborate_ingest::read_bytes;

fn main() {
    for path in std::env::args().skip(1) {
        let Ok(bytes) = std::fs::read(&path) else { continue };
        for article in read_bytes(&path, &bytes) {
            let words = |span: corroborate_text::Span| article.words(span).to_owned();
            let blocks: Vec<_> = article
                .blocks
                .iter()
                .filter(|block| block.role.name() != "blank")
                .map(|block| serde_json::json!([block.role.name(), words(block.content)]))
                .collect();
            let line = serde_json::json!({
                "path": article.source.path,
                "headline": article.metadata.headline.map(words),
                "byline": article.metadata.byline.iter().map(|&span| words(span)).collect::<Vec<_>>(),
                "published": article.metadata.published.as_ref().map(|date| (date.iso(), date.offset, date.from.clone(), words(date.evidence))),
                "modified": article.metadata.modified.as_ref().map(|date| (date.iso(), date.offset)),
                "outlet": article.metadata.outlet.as_ref().map(|outlet| outlet.name.clone()),
                "language": article.metadata.language,
                "url": article.metadata.url,
                "blocks": blocks,
                "diagnostics": article.diagnostics.iter().map(|remark| remark.message.clone()).collect::<Vec<_>>(),
            });
            println!("{line}");
        }
    }
}
