//! Strict scores: place and kind both right.

use crate::corpora::Document;
use corroborate_text::Span;
use std::collections::BTreeSet;
use std::fmt;

/// Counts of right, found and wanted names for each kind.
#[derive(Default)]
pub struct Tally {
    right: [usize; 3],
    found: [usize; 3],
    wanted: [usize; 3],
    /// Right places, whatever the kind.
    placed: usize,
    /// Whether to list what is wrong.
    errors: bool,
    lines: Vec<String>,
}

impl Tally {
    /// No counts yet.
    pub fn new(errors: bool) -> Self {
        Self { errors, ..Self::default() }
    }

    /// Counts the names found in a document, within the part of it that is annotated.
    pub fn add(&mut self, document: &Document, found: Vec<(Span, usize)>) {
        let wanted: BTreeSet<(Span, usize)> =
            document.names.iter().copied().filter(|(span, _)| span.end() <= document.annotated).collect();
        let found: BTreeSet<(Span, usize)> =
            found.into_iter().filter(|(span, _)| span.end() <= document.annotated).collect();
        let places: BTreeSet<Span> = wanted.iter().map(|(span, _)| *span).collect();
        for (span, kind) in &found {
            self.found[*kind] += 1;
            self.right[*kind] += usize::from(wanted.contains(&(*span, *kind)));
            self.placed += usize::from(places.contains(span));
        }
        for (_, kind) in &wanted {
            self.wanted[*kind] += 1;
        }
        if self.errors {
            let name = |kind: usize| ["PER", "LOC", "ORG"][kind];
            let around = |span: Span| {
                let text = &document.text;
                let from = (0..=span.start().saturating_sub(30))
                    .rev()
                    .find(|&at| text.is_char_boundary(at))
                    .unwrap_or(0);
                let to =
                    (span.end() + 25..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
                format!("{}[{}]{}", &text[from..span.start()], span.of(text), &text[span.end()..to])
                    .replace('\n', " ")
            };
            for (span, kind) in found.difference(&wanted) {
                self.lines.push(format!("  + {} {}", name(*kind), around(*span)));
            }
            for (span, kind) in wanted.difference(&found) {
                self.lines.push(format!("  - {} {}", name(*kind), around(*span)));
            }
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = |f: &mut fmt::Formatter<'_>, name: &str, right: usize, found: usize, wanted: usize| {
            #[expect(clippy::cast_precision_loss, reason = "counts are small")]
            let (right, found, wanted) = (right as f64, found.max(1) as f64, wanted.max(1) as f64);
            let (p, r) = (right / found, right / wanted);
            writeln!(
                f,
                "  {name:14} P {p:.3}  R {r:.3}  F1 {:.3}  of {wanted}",
                2.0 * right / (found + wanted)
            )
        };
        for line in &self.lines {
            writeln!(f, "{line}")?;
        }
        for (at, name) in ["person", "place", "organisation"].into_iter().enumerate() {
            line(f, name, self.right[at], self.found[at], self.wanted[at])?;
        }
        let sum = |counts: &[usize; 3]| counts.iter().sum::<usize>();
        line(f, "all", sum(&self.right), sum(&self.found), sum(&self.wanted))?;
        line(f, "places alone", self.placed, sum(&self.found), sum(&self.wanted))
    }
}
