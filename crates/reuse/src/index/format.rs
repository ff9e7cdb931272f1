//! An index as bytes.
//!
//! All numbers are little-endian; `varint` is LEB128.
//!
//! | part | bytes |
//! | --- | --- |
//! | magic | `corrobor` |
//! | version | u32, 2 |
//! | options | threshold f64, shingle u64, permutations u64, recall f64, seed u64 |
//! | counts | documents u64 |
//! | each document | name: varint length, UTF-8; shingles: varint count, then varint differences, ascending |
//! | each band | for each document in the order of the keys: key u32, document u32 |
//! | check | u64, FNV-1a over all bytes before it |

use super::{Index, IndexOptions};
use std::fmt;
use std::io::{self, Read, Write};

const MAGIC: &[u8; 8] = b"corrobor";
/// Raised where the bytes, or the numbers that stand for words, change.
const VERSION: u32 = 2;

/// Why an index cannot be read.
#[derive(Debug)]
pub enum FormatError {
    /// Reading failed or the end came too early.
    Io(io::Error),
    /// These are not the bytes of an index.
    NotAnIndex,
    /// Another version of this crate wrote it.
    Version(u32),
    /// The bytes contradict themselves.
    Corrupt,
}

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => write!(f, "the index cannot be read: {error}"),
            Self::NotAnIndex => f.write_str("the file is not an index"),
            Self::Version(version) => write!(f, "the index has version {version}, known is {VERSION}"),
            Self::Corrupt => f.write_str("the index is damaged"),
        }
    }
}

impl std::error::Error for FormatError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io(error) => Some(error),
            _ => None,
        }
    }
}

impl From<io::Error> for FormatError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl Index {
    /// Writes the index, piece by piece; the writer should be buffered.
    ///
    /// # Errors
    ///
    /// Where the writer fails.
    pub fn save(&self, writer: impl Write) -> io::Result<()> {
        let mut out = Output { writer, check: BASIS };
        out.bytes(MAGIC)?;
        out.bytes(&VERSION.to_le_bytes())?;
        let options = self.options();
        out.bytes(&options.threshold.to_le_bytes())?;
        out.bytes(&(options.shingle as u64).to_le_bytes())?;
        out.bytes(&(options.permutations as u64).to_le_bytes())?;
        out.bytes(&options.recall.to_le_bytes())?;
        out.bytes(&options.seed.to_le_bytes())?;
        out.bytes(&(self.len() as u64).to_le_bytes())?;
        for (number, name) in self.names.iter().enumerate() {
            out.varint(name.len() as u64)?;
            out.bytes(name.as_bytes())?;
            let shingles = self.shingles(number);
            out.varint(shingles.len() as u64)?;
            let mut before = 0;
            for &shingle in shingles {
                out.varint(u64::from(shingle - before))?;
                before = shingle;
            }
        }
        for &entry in self.bands.iter().flatten() {
            out.bytes(&entry.rotate_left(32).to_le_bytes())?;
        }
        let check = out.check;
        out.writer.write_all(&check.to_le_bytes())?;
        out.writer.flush()
    }

    /// Reads an index, piece by piece; the reader should be buffered. Bytes that follow the index are left.
    ///
    /// # Errors
    ///
    /// Where the reader fails, or the bytes are not a sound index of a version known here.
    pub fn load(reader: impl Read) -> Result<Self, FormatError> {
        let mut input = Input { reader, check: BASIS };
        if &input.array::<8>()? != MAGIC {
            return Err(FormatError::NotAnIndex);
        }
        let version = u32::from_le_bytes(input.array()?);
        if version != VERSION {
            return Err(FormatError::Version(version));
        }
        let options = IndexOptions {
            threshold: f64::from_le_bytes(input.array()?),
            shingle: input.size()?,
            permutations: input.size()?,
            recall: f64::from_le_bytes(input.array()?),
            seed: u64::from_le_bytes(input.array()?),
        };
        let documents = input.size()?;
        if options.permutations > 1 << 16 || u32::try_from(documents).is_err() {
            return Err(FormatError::Corrupt);
        }
        let mut index = Self::empty(options);
        for _ in 0..documents {
            input.document(&mut index)?;
        }
        for band in &mut index.bands {
            // Grows as it is read: a damaged count must not ask for memory that the file does not fill.
            for _ in 0..documents {
                band.push(u64::from_le_bytes(input.array()?).rotate_right(32));
            }
        }
        let check = input.check;
        if u64::from_le_bytes(input.array()?) != check {
            return Err(FormatError::Corrupt);
        }
        index.checked().ok_or(FormatError::Corrupt)
    }
}

const BASIS: u64 = 0xcbf2_9ce4_8422_2325;

const PRIME: u64 = 0x0100_0000_01b3;

/// FNV-1a, 64 bits.
fn checked(check: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(check, |check, &byte| (check ^ u64::from(byte)).wrapping_mul(PRIME))
}

struct Output<W> {
    writer: W,
    check: u64,
}

impl<W: Write> Output<W> {
    fn bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.check = checked(self.check, bytes);
        self.writer.write_all(bytes)
    }

    fn varint(&mut self, mut value: u64) -> io::Result<()> {
        let mut bytes = [0; 10];
        let mut length = 0;
        for byte in &mut bytes {
            *byte = (value & 0x7f) as u8;
            value >>= 7;
            length += 1;
            if value == 0 {
                break;
            }
            *byte |= 0x80;
        }
        self.bytes(bytes.get(..length).unwrap_or_default())
    }
}

struct Input<R> {
    reader: R,
    check: u64,
}

impl<R: Read> Input<R> {
    fn array<const N: usize>(&mut self) -> Result<[u8; N], FormatError> {
        let mut bytes = [0; N];
        self.reader.read_exact(&mut bytes)?;
        self.check = checked(self.check, &bytes);
        Ok(bytes)
    }

    fn size(&mut self) -> Result<usize, FormatError> {
        usize::try_from(u64::from_le_bytes(self.array()?)).map_err(|_| FormatError::Corrupt)
    }

    fn varint(&mut self) -> Result<u64, FormatError> {
        let mut value = 0_u64;
        for shift in (0..64).step_by(7) {
            let [byte] = self.array()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        Err(FormatError::Corrupt)
    }

    fn document(&mut self, index: &mut Index) -> Result<(), FormatError> {
        let length = self.varint()?;
        let mut name = Vec::new();
        (&mut self.reader).take(length).read_to_end(&mut name)?;
        if name.len() as u64 != length {
            return Err(FormatError::Corrupt);
        }
        self.check = checked(self.check, &name);
        index.names.push(String::from_utf8(name).map_err(|_| FormatError::Corrupt)?.into());
        let mut shingle = 0_u64;
        for at in 0..self.varint()? {
            let step = self.varint()?;
            shingle = shingle.checked_add(step).ok_or(FormatError::Corrupt)?;
            if at > 0 && step == 0 {
                return Err(FormatError::Corrupt);
            }
            index.shingles.push(u32::try_from(shingle).map_err(|_| FormatError::Corrupt)?);
        }
        index.ends.push(index.shingles.len());
        Ok(())
    }
}
