//! Prints the blocks of a text file: role, place, content, one block a line, tab-separated, and the metadata.

use std::io::Write;

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    for path in std::env::args().skip(1) {
        let text = String::from_utf8_lossy(&std::fs::read(&path)?).into_owned();
        let article = corroborate_parse::parse(text);
        writeln!(out, "FILE\t{path}")?;
        for block in &article.blocks {
            let (span, content) = (block.span, block.content);
            let words = format!("{:?}", article.words(content));
            writeln!(
                out,
                "{}\t{}\t{}\t{}\t{}\t{words}",
                block.role.name(),
                span.start(),
                span.end(),
                content.start(),
                content.end()
            )?;
        }
        let metadata = &article.metadata;
        writeln!(out, "OUTLET\t{:?}", metadata.outlet.as_ref().map(|outlet| &outlet.name))?;
        writeln!(
            out,
            "BYLINE\t{:?}",
            metadata.byline.iter().map(|span| article.words(*span)).collect::<Vec<_>>()
        )?;
        let iso = |moment: &Option<corroborate_article::Publication>| {
            moment.as_ref().map(|moment| (moment.iso(), moment.offset))
        };
        writeln!(out, "PUBLISHED\t{:?}\t{:?}", iso(&metadata.published), iso(&metadata.modified))?;
    }
    Ok(())
}
