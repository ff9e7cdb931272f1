//! Mail messages and MHTML.

use crate::encoding;
use crate::entry::{self, Body};
use crate::html;
use crate::http::{Headers, parameter};
use crate::page::Claims;
use corroborate_article::{Article, Container};
use memchr::memmem;

/// How many parts of a message are looked at.
const MOST_PARTS: usize = 1000;

/// Reads a message: its first page of markup, or else its first text.
pub(crate) fn read(bytes: &[u8]) -> Article {
    let (headers, start) = Headers::read(bytes).unwrap_or_default();
    let body = bytes.get(start..).unwrap_or_default();
    let subject = headers.get("subject").map(words);
    let location = headers.get("snapshot-content-location").or_else(|| headers.get("content-location"));
    let saved = location.is_some()
        || headers.get("content-type").is_some_and(|kind| kind.contains("multipart/related"));
    let mut claims = Claims::default();
    if let Some(location) = location {
        Claims::push(&mut claims.addresses, "mail content-location", location);
    }
    // A saved page's fields tell of the saving, not of the article.
    if !saved {
        if let Some(date) = headers.get("date") {
            Claims::push(&mut claims.published, "mail date", date);
        }
        if let Some(from) = headers.get("from") {
            let from = words(from);
            let name = from.split('<').next().unwrap_or_default().trim().trim_matches('"');
            Claims::push(&mut claims.authors, "mail from", name);
        }
    }
    let parts = parts(&headers, body);
    let is = |part: &&Part, kind: &str| part.kind.starts_with(kind) && !part.content.is_empty();
    let page = parts.iter().find(|part| is(part, "text/html"));
    let text = parts.iter().find(|part| is(part, "text/plain"));
    let mut article = match (page, text, saved) {
        (Some(page), _, true) => html::read(&decoded(page), claims),
        (Some(page), _, false) => {
            entry::article(subject.as_deref(), Some(Body::Html(decoded(page))), &claims, Container::Mail)
        }
        (None, Some(text), _) => {
            entry::article(subject.as_deref(), Some(Body::Text(decoded(text))), &claims, Container::Mail)
        }
        (None, None, _) => entry::article(subject.as_deref(), None, &claims, Container::Mail),
    };
    article.source.container = Container::Mail;
    article
}

#[derive(Debug)]
struct Part {
    kind: String,
    charset: Option<String>,
    content: Vec<u8>,
}

fn decoded(part: &Part) -> String {
    encoding::decode(&part.content, part.charset.as_deref()).text
}

/// The leaves of a message's parts, in order.
fn parts(headers: &Headers, body: &[u8]) -> Vec<Part> {
    let mut found = Vec::new();
    let mut open = vec![(headers.clone(), body, 0)];
    let mut seen = 0;
    while let Some((headers, body, depth)) = open.pop() {
        seen += 1;
        if seen > MOST_PARTS {
            break;
        }
        let kind = headers.get("content-type").unwrap_or("text/plain").to_owned();
        let boundary = parameter(&kind, "boundary");
        if let (true, Some(boundary), 0..16) =
            (kind.to_ascii_lowercase().starts_with("multipart/"), boundary, depth)
        {
            let inner = split(body, boundary.as_bytes());
            let inner = inner.into_iter().filter_map(|part| {
                let (headers, start) = Headers::read(part)?;
                Some((headers, part.get(start..)?, depth + 1))
            });
            let inner: Vec<_> = inner.collect();
            open.extend(inner.into_iter().rev());
            continue;
        }
        let coding = headers.get("content-transfer-encoding").unwrap_or_default().trim().to_ascii_lowercase();
        let content = match coding.as_str() {
            "base64" => base64(body),
            "quoted-printable" => quoted_printable(body, false),
            _ => body.to_vec(),
        };
        let charset = parameter(&kind, "charset");
        found.push(Part { kind: kind.to_ascii_lowercase(), charset, content });
    }
    found
}

/// What stands between the lines that a boundary makes.
fn split<'a>(body: &'a [u8], boundary: &[u8]) -> Vec<&'a [u8]> {
    let mark = [b"--", boundary].concat();
    let mut parts = Vec::new();
    let mut start = None;
    for at in memmem::find_iter(body, &mark) {
        if at > 0 && body.get(at - 1) != Some(&b'\n') {
            continue;
        }
        if let Some(start) = start {
            parts.extend(body.get(start..at));
        }
        let line = memchr::memchr(b'\n', body.get(at..).unwrap_or_default());
        start = line.map(|line| at + line + 1);
        if body.get(at + mark.len()..).is_some_and(|after| after.starts_with(b"--"))
            || parts.len() > MOST_PARTS
        {
            return parts;
        }
    }
    // The last boundary was cut off.
    parts.extend(start.and_then(|start| body.get(start..)));
    parts
}

pub(crate) fn base64(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len() / 4 * 3);
    let (mut bits, mut count) = (0u32, 0);
    for &byte in bytes {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => continue,
        };
        bits = (bits << 6) | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push(u8::try_from((bits >> count) & 0xFF).unwrap_or_default());
        }
    }
    out
}

/// `=C3=A9` and soft line ends; in header fields `_` is a space.
fn quoted_printable(bytes: &[u8], header: bool) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    let digit = |byte: Option<&u8>| byte.and_then(|&byte| char::from(byte).to_digit(16));
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'=' => match (digit(bytes.get(at)), digit(bytes.get(at + 1))) {
                (Some(high), Some(low)) => {
                    out.push(u8::try_from(high * 16 + low).unwrap_or_default());
                    at += 2;
                }
                _ if bytes.get(at) == Some(&b'\n') => at += 1,
                _ if bytes.get(at..at + 2) == Some(b"\r\n") => at += 2,
                _ => out.push(b'='),
            },
            b'_' if header => out.push(b' '),
            _ => out.push(byte),
        }
    }
    out
}

/// A header field with its encoded words (`=?utf-8?Q?Caf=C3=A9?=`) read.
fn words(field: &str) -> String {
    let mut out = String::new();
    let mut rest = field;
    while let Some((before, after)) = rest.split_once("=?") {
        let mut pieces = after.splitn(4, '?');
        let word = match (pieces.next(), pieces.next(), pieces.next(), pieces.next()) {
            (Some(charset), Some(coding), Some(text), Some(tail)) if tail.starts_with('=') => {
                let bytes = match coding {
                    "B" | "b" => base64(text.as_bytes()),
                    _ => quoted_printable(text.as_bytes(), true),
                };
                Some((encoding::decode(&bytes, Some(charset)).text, tail.get(1..).unwrap_or_default()))
            }
            _ => None,
        };
        // Space between two encoded words is none of the text.
        if !before.trim().is_empty() || out.is_empty() {
            out.push_str(before);
        }
        match word {
            Some((text, tail)) => {
                out.push_str(&text);
                rest = tail;
            }
            None => {
                out.push_str("=?");
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_message_in_two_forms_is_read_once() {
        let mail = "From: Ada Moe <ada@post.example>\r\nSubject: =?utf-8?Q?Bridge_closed_at_=C3=85s?=\r\n\
            Date: Wed, 01 May 2024 09:40:05 +0200\r\nContent-Type: multipart/alternative; boundary=\"b\"\r\n\r\n\
            --b\r\nContent-Type: text/plain\r\n\r\nPlain.\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\
            Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>The caf=C3=A9 is =\r\nclosed.</p>\r\n--b--\r\n";
        let article = read(mail.as_bytes());
        assert!(article.text.starts_with("Bridge closed at Ås\n\nThe café is closed.\n"), "{}", article.text);
        assert_eq!(article.metadata.published.as_ref().unwrap().offset, Some(120));
        assert_eq!(article.words(article.metadata.byline[0]), "Ada Moe");
    }

    #[test]
    fn a_saved_page_is_a_page() {
        let mail = "Subject: Saved\nSnapshot-Content-Location: https://post.example/1\n\
            Content-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\
            Content-Transfer-Encoding: base64\n\nPGgxPkJyaWRnZTwvaDE+PHA+VGhlIGJyaWRnZSBpcyBjbG9zZWQsIHNheXMgdGhlIG1heW9yLjwvcD4=\n--x--\n";
        let article = read(mail.as_bytes());
        assert!(article.text.starts_with("Bridge\n\nThe bridge is closed"), "{}", article.text);
        assert_eq!(article.metadata.url.as_deref(), Some("https://post.example/1"));
        assert!(article.metadata.published.is_none());
    }

    proptest! {
        #[test]
        fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            read(&bytes);
        }

        #[test]
        fn any_mail_is_read(body in "(--b(--)?\r?\n|[a-z-]{1,9}: ?[a-z=;/?\"]{0,9}\r?\n|\r?\n|=\\?u\\?Q\\?|=[0-9A-G]{0,2}|é){0,30}") {
            read(format!("Content-Type: multipart/mixed; boundary=b\r\n{body}").as_bytes());
        }
    }
}
