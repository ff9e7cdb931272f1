//! One file's bytes to articles.

use crate::kind::{self, Kind};
use crate::{Options, encoding, gzip, html, identity, language, plain};
use corroborate_article::{Article, Diagnostic};
use std::borrow::Cow;

/// Where bytes come from and how far they may unpack.
pub(crate) struct Place<'a> {
    /// The path as given.
    pub name: &'a str,
    /// How many bytes to unpack at most.
    pub max_bytes: u64,
    /// Whether the file goes on past what was read.
    pub cut: bool,
}

/// Reads one file's bytes, which hold one article or several; none where they hold no article. `name` is used for
/// the source's path and to tell kinds of files apart where the bytes do not. Articles come without ids.
///
/// ```
/// use corroborate_ingest::read_bytes;
///
/// let articles = read_bytes("page.html", b"<title>Bridge closed</title><p>The bridge is closed, the mayor said.");
/// assert_eq!(articles.len(), 1);
/// ```
pub fn read_bytes(name: &str, bytes: &[u8]) -> Vec<Article> {
    let place = Place { name, max_bytes: Options::default().max_bytes, cut: false };
    let mut articles = read(&place, bytes).unwrap_or_default();
    articles.iter_mut().for_each(language::identify);
    articles
}

/// As [`read_bytes`], with the reason where there is no article.
pub(crate) fn read(place: &Place<'_>, bytes: &[u8]) -> Result<Vec<Article>, String> {
    let mut remarks = Vec::new();
    if place.cut {
        remarks.push(Diagnostic::warning(format!("only the first {} bytes were read", bytes.len())));
    }
    if let Some(what) = kind::foreign(bytes) {
        return Err(format!("{what}, not a text"));
    }
    let mut content = Cow::Borrowed(bytes);
    if gzip::is_gzip(bytes) {
        let unpacked = gzip::unpack(bytes, place.max_bytes);
        if unpacked.cut {
            remarks
                .push(Diagnostic::warning(format!("only the first {} bytes were unpacked", place.max_bytes)));
        }
        if unpacked.broken {
            remarks
                .push(Diagnostic::warning("the packed file is broken; what came before the break was read"));
        }
        if let Some(what) = kind::foreign(&unpacked.bytes) {
            return Err(format!("{what} in a packed file, not a text"));
        }
        content = Cow::Owned(unpacked.bytes);
    }
    let mut articles = content_of(place, trim_cut(&content, place.cut))?;
    let sha256 = identity::sha256(bytes);
    for article in &mut articles {
        if article.source.path.is_empty() {
            article.source.path = place.name.to_owned();
        }
        if article.source.sha256.is_empty() {
            article.source.sha256.clone_from(&sha256);
        }
        if matches!(content, Cow::Owned(_)) {
            article.source.text_is_file = false;
        }
        if article.text.trim().is_empty() {
            article.diagnostics.push(Diagnostic::warning("there is no text in it"));
        }
        article.diagnostics.splice(0..0, remarks.iter().cloned());
    }
    Ok(articles)
}

/// A cut may have split the last character; without its half the rest is what it was.
fn trim_cut(bytes: &[u8], cut: bool) -> &[u8] {
    match std::str::from_utf8(bytes) {
        Err(error) if cut && error.error_len().is_none() => bytes.get(..error.valid_up_to()).unwrap_or(bytes),
        _ => bytes,
    }
}

fn content_of(place: &Place<'_>, bytes: &[u8]) -> Result<Vec<Article>, String> {
    let decoded = encoding::decode(bytes, None);
    match kind::of_text(place.name, &decoded.text) {
        Kind::OtherXml => Err("XML, but no feed".to_owned()),
        Kind::Json => Err("JSON, but neither a feed nor an article".to_owned()),
        Kind::Html => {
            let mut article = html::read(&decoded.text);
            article.diagnostics.splice(0..0, decoded.diagnostics);
            Ok(vec![article])
        }
        _ => Ok(vec![plain::read(decoded)]),
    }
}
