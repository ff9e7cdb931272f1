//! Header fields and answers of servers, as archives and mail hold them.

use crate::gzip::read_capped;
use brotli_decompressor::Decompressor;
use flate2::read::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};

/// How much of a packed body is read at once, in bytes.
const BUFFER: usize = 4096;

/// Header fields in their order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Headers(Vec<(String, String)>);

impl Headers {
    /// Reads fields up to a blank line, after a first line that may be of another form; where the body begins.
    pub(crate) fn read(bytes: &[u8]) -> Option<(Self, usize)> {
        let mut fields: Vec<(String, String)> = Vec::new();
        let mut at = 0;
        let mut bare = 0;
        while at < bytes.len() {
            let rest = bytes.get(at..)?;
            let length = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
            let line = String::from_utf8_lossy(rest.get(..length)?).into_owned();
            at = (at + length + 1).min(bytes.len());
            let line = line.trim_end_matches('\r');
            if line.is_empty() {
                return Some((Self(fields), at));
            }
            if line.starts_with([' ', '\t']) {
                if let Some((_, value)) = fields.last_mut() {
                    value.push(' ');
                    value.push_str(line.trim());
                }
            } else if let Some((name, value)) = line.split_once(':') {
                fields.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
            }
            // Nothing that goes on like this is a header; to read on would take quadratic time over many of them.
            bare += usize::from(!line.starts_with([' ', '\t']) && !line.contains(':'));
            if fields.len() > 200 || bare > 3 || at > 1 << 18 {
                return None;
            }
        }
        Some((Self(fields), at))
    }

    /// The first value of a field, named in lower case.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// The value of a parameter: `charset` of `text/html; charset=utf-8`.
pub(crate) fn parameter(field: &str, name: &str) -> Option<String> {
    field.split(';').skip(1).find_map(|part| {
        let (key, value) = part.split_once('=')?;
        key.trim().eq_ignore_ascii_case(name).then(|| value.trim().trim_matches(['"', '\'']).to_owned())
    })
}

/// An answer of a server, its codings undone.
#[derive(Debug)]
pub(crate) struct Response {
    pub status: u16,
    pub kind: String,
    pub body: Vec<u8>,
    pub broken: bool,
}

/// Reads an answer.
pub(crate) fn response(bytes: &[u8], cap: u64) -> Option<Response> {
    let first = bytes.split(|&byte| byte == b'\n').next()?;
    let first = String::from_utf8_lossy(first).into_owned();
    let status = first.split_whitespace().nth(1).and_then(|status| status.parse().ok()).unwrap_or(200);
    let (headers, start) = Headers::read(bytes)?;
    let mut body = bytes.get(start..).unwrap_or_default().to_vec();
    let mut broken = false;
    if headers.get("transfer-encoding").is_some_and(|coding| coding.to_ascii_lowercase().contains("chunked"))
    {
        // Some archives keep the field and store the body without it.
        if let Some(whole) = unchunked(&body) {
            body = whole;
        }
    }
    let coding = headers.get("content-encoding").unwrap_or_default().trim().to_ascii_lowercase();
    let unpacked = match coding.as_str() {
        "gzip" | "x-gzip" if body.starts_with(&[0x1F, 0x8B]) => {
            Some(read_capped(MultiGzDecoder::new(&*body), cap))
        }
        "deflate" => {
            let zlib = read_capped(ZlibDecoder::new(&*body), cap);
            Some(if zlib.broken && zlib.bytes.is_empty() {
                read_capped(DeflateDecoder::new(&*body), cap)
            } else {
                zlib
            })
        }
        "br" => {
            let found = read_capped(Decompressor::new(&*body, BUFFER), cap);
            // The body may be stored without the coding, which nothing in brotli's first bytes tells.
            let stored = (found.broken || found.bytes.is_empty()) && std::str::from_utf8(&body).is_ok();
            if !stored {
                body.clear();
            }
            Some(found).filter(|_| !stored)
        }
        "" | "identity" | "gzip" | "x-gzip" => None,
        _ => {
            // A coding that is not known here; the bytes are no text unless they were stored without it.
            broken = std::str::from_utf8(&body).is_err();
            None
        }
    };
    if let Some(unpacked) = unpacked {
        broken |= unpacked.broken;
        if !unpacked.bytes.is_empty() {
            body = unpacked.bytes;
        }
    }
    Some(Response { status, kind: headers.get("content-type").unwrap_or_default().to_owned(), body, broken })
}

/// The chunks of a body joined, or `None` where it does not begin with one. What stands after a break is kept.
fn unchunked(body: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::with_capacity(body.len());
    let mut at = 0;
    loop {
        let rest = body.get(at..)?;
        let line = memchr::memchr(b'\n', rest.get(..rest.len().min(64))?);
        let size = line.and_then(|line| {
            let digits = std::str::from_utf8(rest.get(..line)?).ok()?.split(';').next()?.trim();
            usize::from_str_radix(digits, 16).ok()
        });
        let (Some(line), Some(size)) = (line, size) else {
            return if at == 0 {
                None
            } else {
                whole.extend_from_slice(rest);
                Some(whole)
            };
        };
        let start = at + line + 1;
        if size == 0 {
            return Some(whole);
        }
        let end = start.saturating_add(size).min(body.len());
        whole.extend_from_slice(body.get(start..end)?);
        if end >= body.len() {
            return Some(whole);
        }
        let gap = body.get(end..)?.iter().take(2).take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        at = end + gap;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_are_joined() {
        assert_eq!(unchunked(b"4\r\nabcd\r\n2;x=1\r\nef\r\n0\r\n\r\n").as_deref(), Some(&b"abcdef"[..]));
        assert_eq!(unchunked(b"<html>"), None);
        assert_eq!(unchunked(b"ff\r\nshort").as_deref(), Some(&b"short"[..]));
    }

    /// `<title>Bridge closed</title><p>The bridge is closed, the mayor said. …</p>`
    const PACKED: &[u8] = b"\x1b\x6d\x00\x60\x8c\x94\xaa\xc3\xbb\xa6\x42\x4b\x83\x93\x2c\x3e\x73\x8e\x71\xc0\x7e\x4f\xf3\x60\
        \x13\x2c\x7b\x0e\x9f\x4f\x3c\xca\x69\x65\x02\x2c\x43\xd0\xc6\x1c\x0c\xf4\x70\x26\x51\x9a\xb7\x51\x9d\xf8\x93\xe8\x97\x21\xc8";

    fn brotli(body: &[u8]) -> Response {
        response(&[b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n", body].concat(), 1 << 20).unwrap()
    }

    #[test]
    fn brotli_is_undone() {
        let found = brotli(PACKED);
        assert!(found.body.starts_with(b"<title>Bridge closed</title>") && !found.broken);
        let stored = brotli(b"<title>Bridge closed</title>");
        assert_eq!((stored.body.as_slice(), stored.broken), (&b"<title>Bridge closed</title>"[..], false));
        assert!(brotli(&PACKED[..30]).broken);
        assert!(brotli(b"\xff\xfe\xfd\xfc").body.is_empty());
    }

    #[test]
    fn an_answer_has_a_status_a_kind_and_a_body() {
        let found =
            response(b"HTTP/1.1 200 OK\r\nContent-Type: text/html;\r\n charset=x\r\n\r\nHi", 100).unwrap();
        assert_eq!((found.status, found.body.as_slice()), (200, &b"Hi"[..]));
        assert_eq!(parameter(&found.kind, "charset").as_deref(), Some("x"));
    }
}
