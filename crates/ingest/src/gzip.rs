//! Gzip, with a cap on what comes out.

use flate2::read::MultiGzDecoder;
use std::io::Read;

/// What was unpacked.
#[derive(Debug)]
pub(crate) struct Unpacked {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// Whether there was more than the cap allows.
    pub cut: bool,
    /// Whether the stream broke off or its checksum is wrong; the bytes until there stand.
    pub broken: bool,
}

/// Whether bytes begin as a gzip stream.
pub(crate) fn is_gzip(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0x1F, 0x8B, 0x08])
}

/// Unpacks all members of a gzip stream, at most `cap` bytes of them: a small file may unpack to terabytes.
pub(crate) fn unpack(bytes: &[u8], cap: u64) -> Unpacked {
    read_capped(MultiGzDecoder::new(bytes), cap)
}

/// Reads at most `cap` bytes.
pub(crate) fn read_capped(reader: impl Read, cap: u64) -> Unpacked {
    let mut bytes = Vec::new();
    let broken = reader.take(cap.saturating_add(1)).read_to_end(&mut bytes).is_err();
    let limit = usize::try_from(cap).unwrap_or(usize::MAX);
    let cut = bytes.len() > limit;
    bytes.truncate(limit);
    Unpacked { bytes, cut, broken }
}
