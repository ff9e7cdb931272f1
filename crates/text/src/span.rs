//! A place in a text.

use std::fmt;
use std::ops::Range;

/// A half-open range of bytes, `start..end`, into a text that its owner knows.
///
/// The ends are in order by construction. A span carries no text: [`Span::of`] looks it up, and gives an empty
/// string where the span does not fit, so a span from another text shows as missing words, not as a panic.
///
/// ```
/// use corroborate_text::Span;
///
/// let text = "Öland bridge";
/// let name = Span::new(0, 6);
/// assert_eq!(name.of(text), "Öland");
/// assert_eq!(Span::new(1, 3).of(text), "", "byte 1 is inside a character");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    start: usize,
    end: usize,
}

impl Span {
    /// The span between two offsets, whichever comes first.
    pub const fn new(a: usize, b: usize) -> Self {
        if a <= b { Self { start: a, end: b } } else { Self { start: b, end: a } }
    }

    /// The empty span at an offset.
    pub const fn empty(at: usize) -> Self {
        Self { start: at, end: at }
    }

    /// First byte.
    pub const fn start(self) -> usize {
        self.start
    }

    /// One past the last byte.
    pub const fn end(self) -> usize {
        self.end
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it holds no byte.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The words at this place, or `None` where the span is out of bounds or splits a character.
    #[inline]
    pub fn get(self, text: &str) -> Option<&str> {
        text.get(self.start..self.end)
    }

    /// The words at this place, empty where [`Span::get`] gives none.
    #[inline]
    pub fn of(self, text: &str) -> &str {
        self.get(text).unwrap_or_default()
    }

    /// Whether the byte at `offset` lies inside.
    pub const fn contains(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether `other` lies wholly inside.
    pub const fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub const fn overlaps(self, other: Self) -> bool {
        let start = if self.start > other.start { self.start } else { other.start };
        let end = if self.end < other.end { self.end } else { other.end };
        start < end
    }

    /// What the two share, if they share a byte.
    pub fn intersection(self, other: Self) -> Option<Self> {
        self.overlaps(other)
            .then(|| Self { start: self.start.max(other.start), end: self.end.min(other.end) })
    }

    /// The smallest span that covers both.
    pub fn hull(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The same span in a text that has `by` bytes more before it: from a part to the whole.
    pub const fn shifted(self, by: usize) -> Self {
        Self { start: self.start + by, end: self.end + by }
    }

    /// The span without white space at its ends. It stays where it is when it holds nothing else.
    pub fn trimmed(self, text: &str) -> Self {
        let words = self.of(text);
        let body = words.trim();
        if body.is_empty() {
            return self;
        }
        let start = self.start + (words.len() - words.trim_start().len());
        Self { start, end: start + body.len() }
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Self {
        span.start..span.end
    }
}
