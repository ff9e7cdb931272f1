//! Prints the statements of text files, one a line.
use corroborate_extract::annotate_text;

fn main() {
    for path in std::env::args().skip(1) {
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        let all = annotate_text(&text, None);
        for one in &all.statements {
            println!(
                "{path}\t{}\t{}\t{:?}\t{:?}\t{}\t{}\t{}\t{}",
                one.span.start(),
                one.span.end(),
                one.polarity,
                one.strength,
                one.unknown,
                one.condition.map_or("", |span| span.of(&text)).replace(['\n', '\t'], " "),
                one.evidence.iter().map(|span| span.of(&text)).collect::<Vec<_>>().join("|"),
                one.span.of(&text).replace(['\n', '\t'], " "),
            );
        }
    }
}
