//! Prints the quotations of texts: JSON Lines `{"id", "text"}` would need a parser; here each file is one text.
use corroborate_extract::annotate_text;

fn main() {
    for path in std::env::args().skip(1) {
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        let all = annotate_text(&text, None);
        for quotation in &all.quotations {
            let speaker = quotation.speaker.map(|speaker| speaker.evidence);
            let resolved = quotation
                .speaker
                .and_then(|speaker| all.mentions.get(speaker.mention?))
                .map(|mention| mention.full);
            println!(
                "{path}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}",
                quotation.kind.name(),
                quotation.content.start(),
                quotation.content.end(),
                speaker.map_or(0, |span| span.start()),
                speaker.map_or(0, |span| span.end()),
                quotation.cue.map_or("", |span| span.of(&text)),
                speaker.map_or("", |span| span.of(&text)).replace(['\n', '\t'], " "),
                resolved.map_or("", |span| span.of(&text)).replace(['\n', '\t'], " "),
                quotation.within.map_or(-1, |index| i64::try_from(index).unwrap_or(-1)),
                quotation.content.of(&text).replace(['\n', '\t'], " "),
            );
        }
    }
}
