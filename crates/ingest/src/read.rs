//! One file's bytes to articles.

use crate::kind::{self, Kind};
use crate::page::Claims;
use crate::{Options, archive, encoding, feed, gzip, html, http, identity, json, language, mail, plain};
use corroborate_article::{Article, Container, Diagnostic};
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
    if is_packed_archive(place.name, bytes) || kind::is_archive(bytes) {
        let mut articles = archive(place, bytes)?;
        finish(place, &mut articles, &remarks, bytes, true);
        return Ok(articles);
    }
    let mut content = Cow::Borrowed(bytes);
    if gzip::is_gzip(bytes) {
        let unpacked = gzip::unpack(bytes, place.max_bytes);
        if unpacked.cut {
            let remark = format!("only the first {} bytes were unpacked", place.max_bytes);
            remarks.push(Diagnostic::warning(remark));
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
    let packed = matches!(content, Cow::Owned(_));
    let mut articles = content_of(place.name, trim_cut(&content, place.cut), None, Claims::default())?;
    finish(place, &mut articles, &remarks, bytes, packed);
    Ok(articles)
}

/// Fills in where articles came from and what befell them on the way.
fn finish(place: &Place<'_>, articles: &mut [Article], remarks: &[Diagnostic], bytes: &[u8], packed: bool) {
    let sha256 = identity::sha256(bytes);
    for article in articles {
        article.source.path.insert_str(0, place.name);
        if article.source.sha256.is_empty() {
            article.source.sha256.clone_from(&sha256);
        }
        article.source.text_is_file &= !packed;
        if article.text.trim().is_empty() {
            article.diagnostics.push(Diagnostic::warning("there is no text in it"));
        }
        article.diagnostics.splice(0..0, remarks.iter().cloned());
    }
}

/// A cut may have split the last character; without its half the rest is what it was.
fn trim_cut(bytes: &[u8], cut: bool) -> &[u8] {
    match std::str::from_utf8(bytes) {
        Err(error) if cut && error.error_len().is_none() => bytes.get(..error.valid_up_to()).unwrap_or(bytes),
        _ => bytes,
    }
}

/// Reads bytes that are not packed. `transport` is the encoding that the way they came says they are in, and `around`
/// what the container says of the page.
fn content_of(
    name: &str,
    bytes: &[u8],
    transport: Option<&str>,
    around: Claims,
) -> Result<Vec<Article>, String> {
    let decoded = encoding::decode(bytes, transport);
    let mut articles = match kind::of_text(name, &decoded.text) {
        Kind::Plain => return Ok(vec![plain::read(decoded)]),
        Kind::Html => vec![html::read(&decoded.text, around)],
        Kind::Feed => feed::read(&decoded.text),
        Kind::Json => json::read(&decoded.text)?,
        Kind::JsonLines => json::read_lines(&decoded.text)?,
        Kind::Mail => vec![mail::read(bytes)],
        Kind::OtherXml => return Err("XML, but no feed".to_owned()),
    };
    let Some(first) = articles.first_mut() else {
        return Err("a feed without entries".to_owned());
    };
    first.diagnostics.splice(0..0, decoded.diagnostics);
    Ok(articles)
}

fn is_packed_archive(name: &str, bytes: &[u8]) -> bool {
    if !gzip::is_gzip(bytes) {
        return false;
    }
    let named = matches!(kind::extension(name).as_str(), "warc" | "arc");
    named || kind::is_archive(&gzip::unpack(bytes, 16).bytes)
}

/// The pages of an archive that hold an article; a picture or a script beside them is no loss.
fn archive(place: &Place<'_>, bytes: &[u8]) -> Result<Vec<Article>, String> {
    let mut articles = Vec::new();
    let (archive, broken_members, cut) = if gzip::is_gzip(bytes) {
        let (unpacked, breaks, cut) = archive::unpack(bytes, place.max_bytes);
        (archive::read(&unpacked, place.max_bytes), breaks, cut)
    } else {
        (archive::read(bytes, place.max_bytes), 0, false)
    };
    for record in &archive.records {
        let mut around = Claims::default();
        Claims::push(&mut around.addresses, "archive address", &record.address);
        let charset = http::parameter(&record.kind, "charset");
        let kind = record.kind.to_ascii_lowercase();
        let textual = ["html", "text/plain", "xml", "json"].iter().any(|word| kind.contains(word));
        let unlabelled = kind.is_empty() && kind::foreign(&record.payload).is_none();
        let lost = record.broken && record.payload.is_empty();
        if lost || !textual && !unlabelled {
            continue;
        }
        let name = if kind.contains("html") { "record.html" } else { "record" };
        let Ok(found) = content_of(name, &record.payload, charset.as_deref(), around) else { continue };
        for mut article in found {
            let within = article.source.path;
            article.source.path = format!("#{}{within}", record.number);
            article.source.sha256 = identity::sha256(&record.payload);
            article.source.container = Container::Archive;
            article.source.text_is_file = false;
            if article.metadata.url.is_none() {
                article.metadata.url = Some(record.address.clone());
            }
            if record.broken {
                article
                    .diagnostics
                    .push(Diagnostic::warning("the record is broken; what could be read stands"));
            }
            articles.push(article);
        }
    }
    let breaks = archive.breaks + broken_members;
    match articles.first_mut() {
        None => Err("an archive without a page that holds an article".to_owned()),
        Some(first) => {
            if breaks > 0 {
                let remark =
                    format!("the archive is broken in {breaks} places; the records around them were read");
                first.diagnostics.push(Diagnostic::warning(remark));
            }
            if cut {
                let remark = format!("only the first {} bytes were unpacked", place.max_bytes);
                first.diagnostics.push(Diagnostic::warning(remark));
            }
            Ok(articles)
        }
    }
}
