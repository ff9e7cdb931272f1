//! Pages and packs made to take time or memory: linear time, bounded depth, no panic.

use corroborate_article::Article;
use corroborate_ingest::read_bytes;
use proptest::prelude::*;
use std::io::Write as _;
use std::time::{Duration, Instant};

fn read(name: &str, bytes: &[u8]) -> Vec<Article> {
    let start = Instant::now();
    let articles = read_bytes(name, bytes);
    // Ten times what a slow machine needs; quadratic time takes minutes.
    assert!(start.elapsed() < Duration::from_secs(20), "{name} took {:?}", start.elapsed());
    articles.iter().for_each(partition);
    articles
}

fn partition(article: &Article) {
    let mut end = 0;
    for block in &article.blocks {
        assert_eq!(block.span.start(), end);
        assert!(block.span.get(&article.text).is_some() && block.span.covers(block.content));
        end = block.span.end();
    }
    if article.source.container != corroborate_article::Container::Plain {
        assert_eq!(end, article.text.len());
    }
}

#[test]
fn two_hundred_thousand_nested_elements() {
    for open in
        ["<div>", "<b>", "<p><b>", "<table><tr><td>", "<ul><li>", "<x-a>", "<a href=x>", "<font size=1>"]
    {
        let page =
            format!("<h1>Bridge closed</h1>{}<p>The bridge is closed, the mayor said.", open.repeat(200_000));
        let articles = read("page.html", page.as_bytes());
        assert!(articles[0].text.contains("The bridge is closed"), "{open}");
    }
}

#[test]
fn formatting_that_a_standard_parser_would_copy() {
    let mut page = String::new();
    for number in 0..20_000 {
        page.push_str(&format!("<p><font color={number}>"));
    }
    page.push_str(&"<p>x".repeat(5_000));
    read("page.html", page.as_bytes());
}

#[test]
fn five_megabytes_of_anything() {
    let sentence = "<p>The bridge over the river is closed, the mayor said on Monday.</p>\n";
    for piece in [
        sentence,
        "<",
        "<a ",
        "<a b=\"",
        "<!--",
        "&",
        "&#",
        "<![CDATA[",
        "</",
        "\"'",
        "= \"",
        "<script>",
        "x<br>",
        "a\tb ",
    ] {
        let page = format!("<html><body>{}", piece.repeat((5 << 20) / piece.len()));
        read("page.html", page.as_bytes());
        let feed = format!("<rss><item><title>{}", piece.repeat((2 << 20) / piece.len()));
        read("feed.xml", feed.as_bytes());
    }
}

#[test]
fn many_entries_and_records() {
    read("feed.xml", format!("<rss>{}", "<item><title>a</title></item>".repeat(5_000)).as_bytes());
    read("a.warc", "WARC/1.0\nContent-Length: 99999999\n\n".repeat(5_000).as_bytes());
    read("a.warc", format!("WARC/{}", "\nWARC/x".repeat(100_000)).as_bytes());
    read(
        "a.eml",
        format!(
            "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n{}",
            "--b\n\nx\n".repeat(50_000)
        )
        .as_bytes(),
    );
}

#[test]
fn a_small_pack_does_not_fill_the_memory() {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    let zeros = vec![b' '; 1 << 20];
    for _ in 0..400 {
        encoder.write_all(&zeros).unwrap();
    }
    let bomb = encoder.finish().unwrap();
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("bomb.txt.gz"), bomb).unwrap();
    let options = corroborate_ingest::Options { max_bytes: 1 << 20 };
    let articles = corroborate_ingest::ingest(&[folder.path().to_path_buf()], &options).unwrap().articles;
    assert!(articles[0].text.len() <= 1 << 20);
    assert!(articles[0].diagnostics.iter().any(|remark| remark.message.contains("unpacked")));
}

proptest! {
    #[test]
    fn any_bytes_under_any_name(bytes in proptest::collection::vec(any::<u8>(), 0..600), name in "a\\.(html|xml|json|jsonl|warc|arc|eml|txt|gz)") {
        read_bytes(&name, &bytes).iter().for_each(partition);
    }

    #[test]
    fn any_page(body in "(<(/)?(p|div|h1|li|ul|td|tr|table|b|a href='x'|script|title|article|nav|br|time)( class='(byline|related|date)')?>|[A-Za-zé .]{1,12}|&(amp|nbsp|#8217);){0,60}") {
        read_bytes("page.html", body.as_bytes()).iter().for_each(partition);
        read_bytes("feed.xml", format!("<rss><item><description>{body}").as_bytes()).iter().for_each(partition);
    }
}
