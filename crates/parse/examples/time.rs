//! Time to parse a file.
fn main() -> std::io::Result<()> {
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path)?;
        let size = text.len();
        let start = std::time::Instant::now();
        let article = corroborate_parse::parse(text);
        let seconds = start.elapsed().as_secs_f64();
        eprintln!(
            "{} blocks, {:.3} s, {:.1} MB/s",
            article.blocks.len(),
            seconds,
            size as f64 / seconds / 1e6
        );
    }
    Ok(())
}
