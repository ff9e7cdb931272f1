//! Lines of a text and the way from an offset to a line.

use crate::Span;

/// One line: what stands in it and what ends it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The line without its terminator.
    pub content: Span,
    /// The line with its terminator; the `whole` spans of [`lines`] partition the text.
    pub whole: Span,
}

/// The lines of a text, ended by `\n`, `\r\n` or a lone `\r`; the last may lack an end.
///
/// ```
/// use corroborate_text::lines;
///
/// let found: Vec<&str> = lines("one\r\ntwo\n").map(|line| line.content.of("one\r\ntwo\n")).collect();
/// assert_eq!(found, ["one", "two"]);
/// ```
pub fn lines(text: &str) -> impl Iterator<Item = Line> + '_ {
    let bytes = text.as_bytes();
    let mut start = 0;
    std::iter::from_fn(move || {
        if start >= bytes.len() {
            return None;
        }
        let rest = bytes.get(start..)?;
        let length = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
        let terminator = match rest.get(length..) {
            Some([b'\r', b'\n', ..]) => 2,
            Some([_, ..]) => 1,
            _ => 0,
        };
        let line = Line {
            content: Span::new(start, start + length),
            whole: Span::new(start, start + length + terminator),
        };
        start = line.whole.end();
        Some(line)
    })
}

/// Finds the line of an offset in logarithmic time.
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<usize>,
}

impl LineIndex {
    /// Reads the text once.
    pub fn new(text: &str) -> Self {
        let starts = lines(text).map(|line| line.whole.start()).collect();
        Self { starts }
    }

    /// The 1-based line that holds the byte at `offset`; the last line for an offset past the end.
    pub fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset).max(1)
    }
}
