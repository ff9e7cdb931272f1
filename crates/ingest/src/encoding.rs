//! Bytes to text.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use corroborate_article::Diagnostic;
use encoding_rs::{Encoding, REPLACEMENT, UTF_8, UTF_16BE, UTF_16LE, X_USER_DEFINED};

/// What bytes say.
#[derive(Clone, Debug, Default)]
pub(crate) struct Decoded {
    /// The text, without a byte-order mark.
    pub text: String,
    /// How many bytes of the file stand before the text: the length of its byte-order mark.
    pub mark: usize,
    /// Whether the bytes after the mark are the UTF-8 of the text.
    pub exact: bool,
    /// What a reader should know.
    pub diagnostics: Vec<Diagnostic>,
}

/// How many bytes a browser looks through for a declared encoding; pages put it further down than they may.
const PRESCAN: usize = 4096;

/// Reads bytes as a browser would: a byte-order mark decides, then what the transport or the page declares,
/// then what the bytes look like. It departs from browsers where the bytes refute the declaration: what is
/// valid UTF-8 with characters of several bytes is UTF-8 whatever an old template still declares.
pub(crate) fn decode(bytes: &[u8], transport: Option<&str>) -> Decoded {
    if let Some((order, mark)) = wide_order(bytes) {
        return wide(bytes, order, mark);
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return with_encoding(bytes, encoding, mark);
    }
    if let Some(encoding) = unmarked_utf16(bytes) {
        return with_encoding(bytes, encoding, 0);
    }
    let declared = transport.and_then(label).or_else(|| declared(bytes));
    match std::str::from_utf8(bytes) {
        Ok(text) => from_valid(bytes, text, declared),
        Err(_) => {
            let encoding = match declared {
                Some(encoding) if encoding != UTF_8 => encoding,
                _ if mostly_utf8(bytes) => UTF_8,
                _ => detect(bytes),
            };
            with_encoding(bytes, encoding, 0)
        }
    }
}

/// Valid UTF-8 is UTF-8, unless it is pure ASCII that a declared escape-based encoding gives another meaning,
/// or so short that another multi-byte encoding may have hit upon it.
fn from_valid(bytes: &[u8], text: &str, declared: Option<&'static Encoding>) -> Decoded {
    let exact = || Decoded { text: text.to_owned(), mark: 0, exact: true, diagnostics: Vec::new() };
    let Some(encoding) = declared.filter(|&encoding| encoding != UTF_8) else {
        return exact();
    };
    let wide = text.chars().filter(|letter| !letter.is_ascii()).take(4).count();
    if wide == 0 && encoding.is_ascii_compatible() {
        return exact();
    }
    if wide >= 4 || (wide > 0 && encoding.is_single_byte()) {
        let mut decoded = exact();
        decoded.diagnostics.push(Diagnostic::note(format!(
            "the file declares {} but is UTF-8, and was read as that",
            encoding.name()
        )));
        return decoded;
    }
    with_encoding(bytes, encoding, 0)
}

fn with_encoding(bytes: &[u8], encoding: &'static Encoding, mark: usize) -> Decoded {
    let rest = bytes.get(mark..).unwrap_or_default();
    let (text, malformed) = encoding.decode_without_bom_handling(rest);
    let exact = encoding == UTF_8 && !malformed;
    let mut diagnostics = Vec::new();
    if encoding != UTF_8 {
        diagnostics.push(Diagnostic::note(format!("read as {}", encoding.name())));
    }
    if malformed {
        diagnostics.push(Diagnostic::warning(format!(
            "some bytes are not valid {} and stand as \u{FFFD}",
            encoding.name()
        )));
    }
    Decoded { text: text.into_owned(), mark, exact, diagnostics }
}

/// Which end of a four-byte unit comes first.
#[derive(Clone, Copy)]
enum Order {
    Big,
    Little,
}

/// UTF-32, which browsers do not read but feeds come in: by its mark, or by the zeros around a leading `<`.
fn wide_order(bytes: &[u8]) -> Option<(Order, usize)> {
    match bytes {
        [0, 0, 0xFE, 0xFF, ..] => Some((Order::Big, 4)),
        [0xFF, 0xFE, 0, 0, rest @ ..] if bytes.len().is_multiple_of(4) || rest.contains(&b'<') => {
            Some((Order::Little, 4))
        }
        [0, 0, 0, b'<', 0, 0, 0, ..] => Some((Order::Big, 0)),
        [b'<', 0, 0, 0, _, 0, 0, 0, ..] => Some((Order::Little, 0)),
        _ => None,
    }
}

fn wide(bytes: &[u8], order: Order, mark: usize) -> Decoded {
    let mut malformed = false;
    let rest = bytes.get(mark..).unwrap_or_default();
    let text = rest
        .chunks(4)
        .map(|unit| {
            let value = match (<[u8; 4]>::try_from(unit), order) {
                (Ok(unit), Order::Big) => u32::from_be_bytes(unit),
                (Ok(unit), Order::Little) => u32::from_le_bytes(unit),
                (Err(_), _) => u32::MAX,
            };
            char::from_u32(value).unwrap_or_else(|| {
                malformed = true;
                '\u{FFFD}'
            })
        })
        .collect();
    let mut diagnostics = vec![Diagnostic::note("read as UTF-32")];
    if malformed {
        diagnostics.push(Diagnostic::warning("some units are not valid UTF-32 and stand as \u{FFFD}"));
    }
    Decoded { text, mark, exact: false, diagnostics }
}

/// UTF-16 without a mark: every other byte of Latin text is zero.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(512)).unwrap_or_default();
    if head.len() < 4 {
        return None;
    }
    let zeros = |parity: usize| head.iter().skip(parity).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let half = head.len() / 2;
    match (even * 10 > half * 6, odd * 10 > half * 6) {
        (true, false) if odd * 10 < half => Some(UTF_16BE),
        (false, true) if even * 10 < half => Some(UTF_16LE),
        _ => None,
    }
}

fn label(name: &str) -> Option<&'static Encoding> {
    let encoding = Encoding::for_label(name.trim().as_bytes())?;
    // As the HTML standard has it: a declaration that can be read as ASCII is not UTF-16.
    if encoding == UTF_16BE || encoding == UTF_16LE || encoding == X_USER_DEFINED || encoding == REPLACEMENT {
        return (encoding != REPLACEMENT && encoding != X_USER_DEFINED).then_some(UTF_8);
    }
    Some(encoding)
}

/// The encoding that `<meta charset>`, `<meta http-equiv>` or an XML declaration names.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(PRESCAN)).unwrap_or_default().to_ascii_lowercase();
    if head.trim_ascii_start().starts_with(b"<?xml") {
        let end = find(&head, b"?>").unwrap_or(head.len());
        let declaration = head.get(..end).unwrap_or_default();
        if let Some(encoding) = value_after(declaration, b"encoding").and_then(|name| label(&name)) {
            return Some(encoding);
        }
    }
    let mut from = 0;
    while let Some(at) = head.get(from..).and_then(|rest| find(rest, b"<meta")) {
        let start = from + at;
        let rest = head.get(start..).unwrap_or_default();
        let end = find(rest, b">").unwrap_or(rest.len());
        let tag = rest.get(..end).unwrap_or_default();
        if let Some(encoding) = value_after(tag, b"charset").and_then(|name| label(&name)) {
            return Some(encoding);
        }
        from = start + 5;
    }
    None
}

/// The word after `key=`, in quotes or bare.
fn value_after(text: &[u8], key: &[u8]) -> Option<String> {
    let rest = text.get(find(text, key)? + key.len()..)?.trim_ascii_start();
    let rest = rest.strip_prefix(b"=")?.trim_ascii_start();
    let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
    let end = rest.iter().position(|byte| !(byte.is_ascii_alphanumeric() || b"-_:.+".contains(byte)));
    let word = rest.get(..end.unwrap_or(rest.len()))?;
    (!word.is_empty()).then(|| String::from_utf8_lossy(word).into_owned())
}

fn find(text: &[u8], needle: &[u8]) -> Option<usize> {
    text.windows(needle.len()).position(|window| window == needle)
}

/// Whether the bytes hold more well-formed characters of several bytes than breaks of the form: a UTF-8 file
/// that was cut or patched, not one in another encoding.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().bytes().filter(|&byte| byte >= 0xC2).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    sound > broken || (sound == 0 && broken == 1 && bytes.len() > 64 && cut_at_end(bytes))
}

fn cut_at_end(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_none())
}

fn detect(bytes: &[u8]) -> &'static Encoding {
    // Detection is linear but slow; the head of a file tells as much as the whole.
    let head = bytes.get(..bytes.len().min(1 << 20)).unwrap_or_default();
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(head, head.len() == bytes.len());
    detector.guess(None, Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn utf8_is_exact_and_its_mark_is_counted() {
        let plain = decode("Déjà vu".as_bytes(), None);
        assert!(plain.exact && plain.mark == 0 && plain.text == "Déjà vu");
        let marked = decode(b"\xEF\xBB\xBFword", None);
        assert!(marked.exact && marked.mark == 3 && marked.text == "word");
    }

    #[test]
    fn a_legacy_page_is_read_by_its_declaration() {
        let page = b"<html><head><meta charset=windows-1252></head><p>caf\xE9 \x93quoted\x94";
        let decoded = decode(page, None);
        assert!(decoded.text.ends_with("café “quoted”"), "{}", decoded.text);
        assert_eq!(decoded.diagnostics.len(), 1);
    }

    #[test]
    fn what_is_utf8_is_so_whatever_it_declares() {
        let page = "<meta charset='iso-8859-1'><p>The café’s façade";
        let decoded = decode(page.as_bytes(), None);
        assert_eq!(decoded.text, page);
        assert!(decoded.diagnostics.iter().any(|remark| remark.message.contains("windows-1252")));
    }

    #[test]
    fn detection_reads_undeclared_latin_and_cyrillic() {
        let (cyrillic, _, _) =
            encoding_rs::WINDOWS_1251.encode("Это обычный русский текст о погоде в городе.");
        assert_eq!(decode(&cyrillic, None).text, "Это обычный русский текст о погоде в городе.");
        assert_eq!(decode(b"The na\xEFve caf\xE9 owner said", None).text, "The naïve café owner said");
    }

    #[test]
    fn broken_utf8_stays_utf8() {
        let mut bytes = "Ålesund – “Tromsø” – Bodø".as_bytes().to_vec();
        bytes.push(0xFF);
        let decoded = decode(&bytes, None);
        assert!(decoded.text.starts_with("Ålesund – “Tromsø”"));
        assert!(decoded.text.ends_with('\u{FFFD}') && !decoded.exact);
    }

    #[test]
    fn wide_units_with_and_without_marks() {
        for (mark, big) in [(true, true), (true, false), (false, true), (false, false)] {
            let text = "<rss>Åse</rss>";
            let marked = if mark { format!("\u{FEFF}{text}") } else { text.to_owned() };
            let utf16: Vec<u8> = marked
                .encode_utf16()
                .flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
                .collect();
            assert_eq!(decode(&utf16, None).text, text, "UTF-16 {mark} {big}");
            let utf32: Vec<u8> = marked
                .chars()
                .flat_map(|c| if big { u32::from(c).to_be_bytes() } else { u32::from(c).to_le_bytes() })
                .collect();
            assert_eq!(decode(&utf32, None).text, text, "UTF-32 {mark} {big}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_decode(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            let decoded = decode(&bytes, None);
            if decoded.exact {
                prop_assert_eq!(decoded.text.as_bytes(), &bytes[decoded.mark..]);
            }
        }
    }
}
