//! Paths, folders, encodings: what is read, what is passed over, what is said.

use corroborate_ingest::{IngestError, Options, ingest};
use std::path::PathBuf;

fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, bytes) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        std::fs::write(path, bytes).expect("a file");
    }
    folder
}

#[test]
fn a_folder_gives_its_articles_in_order() {
    let folder = folder(&[
        ("b.txt", b"The second account says the road is open."),
        ("sub/a.txt", b"The first account says the road is closed."),
        ("gold.json", b"{\"claims\": []}"),
        ("photo.jpg", b"\xFF\xD8\xFF"),
        (".hidden.txt", b"not seen"),
    ]);
    let ingested = ingest(&[folder.path().to_path_buf()], &Options::default()).unwrap();
    let ids: Vec<&str> = ingested.articles.iter().map(|article| article.id.as_str()).collect();
    assert_eq!(ids, ["b", "a"]);
    assert_eq!(ingested.skipped.len(), 2);
}

#[test]
fn the_order_of_naming_does_not_show() {
    let folder = folder(&[("x/page.txt", b"One account of it."), ("y/page.txt", b"Another account of it.")]);
    let (x, y) = (folder.path().join("x/page.txt"), folder.path().join("y/page.txt"));
    let one = ingest(&[x.clone(), y.clone()], &Options::default()).unwrap().articles;
    let two = ingest(&[y, x.clone(), x], &Options::default()).unwrap().articles;
    assert_eq!(one, two);
    assert_eq!(one[1].id, "page-2");
}

#[test]
fn what_cannot_be_read_is_an_error() {
    let missing = ingest(&[PathBuf::from("no/such/file.txt")], &Options::default());
    assert!(matches!(missing, Err(IngestError::Unreadable { .. })));
    let folder = folder(&[("gold.json", b"{}")]);
    let none = ingest(&[folder.path().to_path_buf()], &Options::default());
    assert!(matches!(none, Err(IngestError::NoArticle { .. })));
}

#[test]
fn an_empty_file_is_an_article_with_a_remark() {
    let folder = folder(&[("empty.txt", b"")]);
    let articles = ingest(&[folder.path().to_path_buf()], &Options::default()).unwrap().articles;
    assert_eq!(articles[0].text, "");
    assert!(articles[0].diagnostics.iter().any(|remark| remark.message.contains("no text")));
}

#[test]
fn text_is_the_file_byte_for_byte() {
    let bytes = "\u{FEFF}Ærø ferry stopped\r\n\r\nThe ferry to Ærø was stopped on Friday.\r\n".as_bytes();
    let folder = folder(&[("a.txt", bytes), ("b.txt", b"Caf\xE9 owners in the old town said on Friday.")]);
    let articles = ingest(&[folder.path().to_path_buf()], &Options::default()).unwrap().articles;
    assert_eq!(articles[0].text.as_bytes(), bytes);
    assert!(articles[0].source.text_is_file);
    assert!(articles[1].text.starts_with("Café"));
    assert!(!articles[1].source.text_is_file && !articles[1].diagnostics.is_empty());
}

#[test]
fn a_long_file_is_cut_with_a_remark() {
    let folder = folder(&[("a.txt", "ååååå".as_bytes())]);
    let articles = ingest(&[folder.path().to_path_buf()], &Options { max_bytes: 5 }).unwrap().articles;
    assert_eq!(articles[0].text, "åå");
    assert!(articles[0].diagnostics.iter().any(|remark| remark.message.contains("first 5 bytes")));
}

#[test]
fn one_page_under_two_names_is_counted_once() {
    let page = b"The same page, word for word.";
    let folder = folder(&[("a.txt", page), ("b.txt", page)]);
    let articles = ingest(&[folder.path().to_path_buf()], &Options::default()).unwrap().articles;
    assert_eq!(articles.len(), 1);
    assert!(articles[0].diagnostics.iter().any(|remark| remark.message.contains("b.txt")));
}

#[test]
fn points_of_a_summary_over_the_text_are_kept() {
    let page = "<html><head><title>Quay shut after storm</title></head><body>\
        <nav><ul><li>News</li><li>Weather</li><li>Boats</li></ul></nav><main><h1>Quay shut after storm</h1>\
        <section><h2>What we know so far</h2><ul><li>Two barges have sunk beside the old quay since noon</li>\
        </ul></section><article><p>The harbour office shut the quay on Monday after a storm that had lasted for two \
        days and two nights and had torn three boats from their moorings.</p><p>Nobody was hurt, the harbour master \
        said, and the ferries are to run again as soon as the wind has dropped and divers have seen the hulls.</p>\
        </article></main></body></html>";
    let folder = folder(&[("page.html", page.as_bytes())]);
    let ingested = ingest(&[folder.path().to_path_buf()], &Options::default()).unwrap();
    let article = ingested.articles.first().expect("an article");
    let role = |words: &str| {
        let block = article.blocks.iter().find(|block| block.content.of(&article.text).contains(words));
        block.map(|block| block.role.is_editorial())
    };
    assert_eq!(role("Two barges"), Some(true));
    assert_eq!(role("Weather"), Some(false));
}
