use corroborate_extract::*;
use std::time::Instant;
fn main() {
    let text = std::fs::read_to_string("/tmp/q/big.txt").unwrap();
    let t = Instant::now();
    let all = annotate_text(&text, None);
    eprintln!("all {:?}", t.elapsed());
    let blocks = [corroborate_article::Block {
        role: corroborate_article::Role::Paragraph,
        span: corroborate_text::Span::new(0, text.len()),
        content: corroborate_text::Span::new(0, text.len()),
    }];
    for _ in 0..2 {
        let t = Instant::now();
        let s = corroborate_text::sentences(&text);
        eprintln!("sentences {:?} {}", t.elapsed(), s.len());
        let t = Instant::now();
        let s = corroborate_text::tokens(&text);
        eprintln!("tokens {:?} {}", t.elapsed(), s.len());
        let t = Instant::now();
        let q = quotations(&text, &blocks, &all.sentences, &all.mentions);
        eprintln!("quotations {:?} {}", t.elapsed(), q.len());
        let t = Instant::now();
        let q = statements(&text, &all.sentences, &all.quotations);
        eprintln!("statements {:?} {}", t.elapsed(), q.len());
        let t = Instant::now();
        let q = mentions(&text, &all.sentences);
        eprintln!("mentions {:?} {}", t.elapsed(), q.len());
    }
}
