//! Rows of a text, with lines joined again that a mailer or a wire broke at a margin.

use crate::row::{Row, is_void, trim};
use corroborate_text::{Line, Span, lines};

/// The widest margin at which lines are taken for wrapped, in characters.
const WIDEST: usize = 100;
/// The narrowest.
const NARROWEST: usize = 40;

/// The visible rows of a text in order. Blank lines are left out; they stand between the rows.
pub(crate) fn rows(text: &str) -> Vec<Row<'_>> {
    let found: Vec<Line> = lines(text).collect();
    let seen: Vec<Seen> = found.iter().map(|line| Seen::new(text, *line)).collect();
    let margin = margin(&seen);
    let mut rows: Vec<Row<'_>> = Vec::new();
    let mut gap = 0;
    let mut open: Option<(Span, Span, usize)> = None;
    for (at, line) in seen.iter().enumerate() {
        if line.visible.is_empty() {
            rows.extend(open.take().map(|(whole, visible, gap)| Row::new(text, whole, visible, gap)));
            gap += 1;
            continue;
        }
        let joins = margin.is_some_and(|margin| {
            at.checked_sub(1)
                .and_then(|before| seen.get(before))
                .is_some_and(|before| before.flows_into(line, margin) || before.runs_on_into(line, margin))
        });
        open = match open.take() {
            Some((whole, visible, gap)) if joins => {
                Some((whole.hull(line.whole), visible.hull(line.visible), gap))
            }
            done => {
                rows.extend(done.map(|(whole, visible, gap)| Row::new(text, whole, visible, gap)));
                Some((line.whole, line.visible, gap))
            }
        };
        gap = 0;
    }
    rows.extend(open.map(|(whole, visible, gap)| Row::new(text, whole, visible, gap)));
    rows
}

/// A line as the margin sees it.
struct Seen {
    whole: Span,
    visible: Span,
    /// Characters from the line's start to its last visible one.
    width: usize,
    /// Characters before the first visible one.
    indent: usize,
    /// Characters of the first word.
    first: usize,
    lower: bool,
    stops: bool,
    bullet: bool,
}

impl Seen {
    fn new(text: &str, line: Line) -> Self {
        let visible = trim(text, line.content);
        let words = visible.of(text);
        let before = Span::new(line.content.start(), visible.start().max(line.content.start()));
        let measured = words.len() <= 4 * (WIDEST + 1);
        let indent = if visible.is_empty() || !measured {
            0
        } else {
            before.of(text).chars().filter(|&c| c != '\u{feff}').count()
        };
        let last = words.chars().rev().find(|c| !is_void(*c) && !matches!(c, '"' | '”' | '’' | '\'' | ')'));
        Self {
            whole: line.whole,
            visible,
            width: if measured { indent + words.chars().count() } else { usize::MAX / 2 },
            indent,
            first: if measured {
                words.split_whitespace().next().unwrap_or_default().chars().count()
            } else {
                0
            },
            lower: words.starts_with(char::is_lowercase),
            stops: last.is_some_and(|c| matches!(c, '.' | '!' | '?' | ':')),
            bullet: crate::mark::bullet(words).is_some(),
        }
    }

    /// Whether the next line's first word would not have fitted here, so that a margin broke the line.
    fn flows_into(&self, next: &Self, margin: usize) -> bool {
        self.width <= margin
            && next.width <= margin
            && self.width + 1 + next.first > margin
            && !next.bullet
            && next.indent <= self.indent + 1
            && !(self.stops && self.width + 12 < margin)
    }

    /// Whether, in a text that was wrapped, the line breaks off far to the right and the next goes on in lower case:
    /// not every mailer fills its lines to the last character.
    fn runs_on_into(&self, next: &Self, margin: usize) -> bool {
        self.width <= margin
            && 4 * self.width >= 3 * margin
            && next.lower
            && !self.stops
            && !next.bullet
            && next.indent <= self.indent + 1
    }
}

/// The margin at which the text was wrapped, if it was: the width that many lines in mid-sentence come up to.
fn margin(seen: &[Seen]) -> Option<usize> {
    let mut widest = 0;
    let (mut visible, mut long, mut broken, mut lower) = (0_usize, 0_usize, 0_usize, 0_usize);
    for pair in seen.windows(2) {
        let [line, next] = pair else { continue };
        if line.visible.is_empty() {
            continue;
        }
        visible += 1;
        if line.width > WIDEST {
            long += 1;
            continue;
        }
        if !next.visible.is_empty() && !line.stops && line.width >= NARROWEST {
            widest = widest.max(line.width);
        }
    }
    if widest == 0 || long * 10 > visible {
        return None;
    }
    for pair in seen.windows(2) {
        let [line, next] = pair else { continue };
        if line.visible.is_empty() || next.visible.is_empty() || line.stops {
            continue;
        }
        if line.flows_into(next, widest) {
            broken += 1;
            lower += usize::from(next.lower);
        }
    }
    (broken >= 3 && broken * 4 >= visible && lower * 2 >= broken).then_some(widest)
}
