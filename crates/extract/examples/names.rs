//! Prints the names found in text files: `cargo run --release -p corroborate-extract --example names -- FILE…`

use std::{env, fs, io};

fn main() -> io::Result<()> {
    for path in env::args().skip(1) {
        let text = fs::read_to_string(&path)?;
        println!("== {path}");
        for mention in corroborate_extract::annotate_text(&text, None).mentions {
            let (span, full) = (mention.span.of(&text), mention.full.of(&text));
            let parts = mention.parts;
            let part =
                |part: Option<corroborate_text::Span>| part.map_or("", |span| span.of(&text)).to_owned();
            let adjective = if mention.adjective { " (adjective)" } else { "" };
            println!(
                "{}\t{span}{adjective}\t{full}\t{}|{}|{}|{}",
                mention.kind.name(),
                part(parts.title),
                part(parts.honorific),
                part(parts.given),
                part(parts.surname)
            );
        }
    }
    Ok(())
}
