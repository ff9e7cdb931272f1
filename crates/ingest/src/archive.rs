//! WARC and ARC archives.

use crate::gzip::read_capped;
use crate::http::{self, Headers};
use flate2::bufread::GzDecoder;
use memchr::memmem;

/// A page of an archive.
#[derive(Debug)]
pub(crate) struct Record {
    /// Its place among all records, from 1.
    pub number: usize,
    /// The address it was fetched from.
    pub address: String,
    /// The kind of content, as the server gave it.
    pub kind: String,
    /// The page.
    pub payload: Vec<u8>,
    /// Whether the record ends before it should, or its coding could not be undone.
    pub broken: bool,
}

/// What an archive holds.
#[derive(Debug, Default)]
pub(crate) struct Archive {
    /// The pages, in order: of responses and resources, not of requests and notes.
    pub records: Vec<Record>,
    /// How often something was broken and reading went on behind it.
    pub breaks: usize,
}

/// Unpacks an archive that is packed record by record, or as a whole. A broken member is left at its break, and
/// reading goes on at the next.
pub(crate) fn unpack(bytes: &[u8], cap: u64) -> (Vec<u8>, usize, bool) {
    let limit = usize::try_from(cap).unwrap_or(usize::MAX);
    let mut unpacked = Vec::new();
    let mut breaks = 0;
    let mut at = 0;
    while let Some(start) = bytes.get(at..).and_then(|rest| memmem::find(rest, &[0x1F, 0x8B, 0x08])) {
        let rest = bytes.get(at + start..).unwrap_or_default();
        if unpacked.len() >= limit {
            return (unpacked, breaks, true);
        }
        let mut decoder = GzDecoder::new(rest);
        let left = u64::try_from(limit - unpacked.len()).unwrap_or(u64::MAX);
        let member = read_capped(&mut decoder, left);
        let sound = !member.broken && !member.bytes.is_empty();
        unpacked.extend_from_slice(&member.bytes);
        if member.cut {
            return (unpacked, breaks, true);
        }
        let used = if member.broken { 3 } else { rest.len() - decoder.into_inner().len() };
        // Two letters in packed bytes may look like a member; only one that unpacked something is a break.
        breaks += usize::from(!sound && !member.bytes.is_empty());
        at += start + used.max(3);
    }
    (unpacked, breaks, false)
}

/// Reads the records of an unpacked archive. After a broken record it goes on at the next that begins a line.
pub(crate) fn read(bytes: &[u8], cap: u64) -> Archive {
    let mut archive = Archive::default();
    let is_arc = bytes.starts_with(b"filedesc://");
    let mut at = 0;
    let mut number = 0;
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        let blank = rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        at += blank;
        let rest = bytes.get(at..).unwrap_or_default();
        if rest.is_empty() {
            return archive;
        }
        let header = if rest.starts_with(b"WARC/") { warc_header(rest) } else { arc_header(rest) };
        let Some(header) = header else {
            archive.breaks += 1;
            match next_record(rest, is_arc) {
                Some(next) => at += next,
                None => return archive,
            }
            continue;
        };
        number += 1;
        let body = rest.get(header.body..).unwrap_or_default();
        let end = header.length.min(body.len());
        // A record that runs into the next has a length too great.
        let truncated = header.length > body.len();
        let end = if truncated { next_record(body, is_arc).map_or(end, |next| next.min(end)) } else { end };
        archive.breaks += usize::from(truncated);
        let block = body.get(..end).unwrap_or_default();
        if let Some(mut record) = record(&header, block, cap) {
            record.number = number;
            record.broken |= truncated;
            archive.records.push(record);
        }
        at += header.body + end.max(usize::from(header.body == 0));
    }
}

struct Header {
    kind: String,
    address: String,
    content: String,
    length: usize,
    body: usize,
}

fn warc_header(bytes: &[u8]) -> Option<Header> {
    let (headers, body) = Headers::read(bytes)?;
    let length = headers.get("content-length")?.trim().parse().ok()?;
    let address = headers.get("warc-target-uri").unwrap_or_default().trim();
    Some(Header {
        kind: headers.get("warc-type").unwrap_or_default().trim().to_ascii_lowercase(),
        address: address.trim_matches(['<', '>']).to_owned(),
        content: headers.get("content-type").unwrap_or_default().to_owned(),
        length,
        body,
    })
}

/// `http://… 192.0.2.1 20240501094005 text/html 1234`, with or without more fields before the length.
fn arc_header(bytes: &[u8]) -> Option<Header> {
    let line_end = memchr::memchr(b'\n', bytes.get(..bytes.len().min(1 << 14))?)?;
    let line = String::from_utf8_lossy(bytes.get(..line_end)?).into_owned();
    let fields: Vec<&str> = line.split_whitespace().collect();
    if fields.len() < 5 || !line.split_whitespace().next()?.contains("://") {
        return None;
    }
    let length = fields.last()?.parse().ok()?;
    // An address may hold spaces, against the format; the day of capture shows where it ends.
    let digits =
        |field: &&str| (12..=17).contains(&field.len()) && field.bytes().all(|byte| byte.is_ascii_digit());
    let day = fields.iter().position(digits)?;
    let address = fields.get(..day.checked_sub(1)?)?.join("%20");
    let is_note = address.starts_with("filedesc://") || address.starts_with("dns:");
    Some(Header {
        kind: if is_note { "warcinfo".to_owned() } else { "response".to_owned() },
        address,
        content: fields.get(day + 1).copied().unwrap_or_default().to_owned(),
        length,
        body: line_end + 1,
    })
}

/// Where the next line begins that opens a record.
fn next_record(bytes: &[u8], is_arc: bool) -> Option<usize> {
    let open: &[u8] = if is_arc { b"\nhttp" } else { b"\nWARC/" };
    memmem::find(bytes, open).map(|at| at + 1)
}

fn record(header: &Header, block: &[u8], cap: u64) -> Option<Record> {
    // Notes of the program that made the archive.
    if header.address.starts_with("metadata:") || header.address.starts_with("dns:") {
        return None;
    }
    let new = |kind: &str, payload: Vec<u8>, broken| {
        Some(Record { number: 0, address: header.address.clone(), kind: kind.to_owned(), payload, broken })
    };
    match header.kind.as_str() {
        "response" if block.starts_with(b"HTTP/") || header.content.contains("application/http") => {
            let response = http::response(block, cap)?;
            // An answer that is none has a page of its own, of an error.
            if response.status >= 300 {
                return None;
            }
            new(&response.kind, response.body, response.broken)
        }
        "response" | "resource" | "conversion" => new(&header.content, block.to_vec(), false),
        _ => None,
    }
}
