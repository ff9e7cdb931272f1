//! Passages within quotation marks.

use corroborate_article::Block;
use corroborate_text::Span;
use corroborate_text::rows;
use std::sync::LazyLock;

/// Most marks that the search for the end of a single-quoted passage looks at.
const REACH: usize = 40;

/// A passage within marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marked {
    /// With its marks.
    pub(super) whole: Span,
    /// Without them, and without white space at its ends.
    pub(super) content: Span,
    /// Whether a closing mark ends it.
    pub(super) closed: bool,
    /// How many passages it stands in.
    pub(super) depth: usize,
    /// It carries on a passage that the paragraph before left open.
    pub(super) continues: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Open,
    Close,
    Both,
}

#[derive(Clone, Copy, Debug)]
struct Glyph {
    span: Span,
    side: Side,
    double: bool,
}

/// What a mark can be, given its neighbours.
#[derive(Clone, Copy, Debug)]
struct Ability {
    opens: bool,
    closes: bool,
}

/// The marked passages of the editorial blocks, in order of their start; a passage stands before those inside it.
pub(super) fn marked(text: &str, blocks: &[Block]) -> Vec<Marked> {
    let mut found = Vec::new();
    let mut carried = None;
    for block in blocks.iter().filter(|block| block.role.is_editorial()) {
        for paragraph in paragraphs(text, block.content) {
            carried = scan(text, paragraph, carried, &mut found);
        }
    }
    found.sort_by_key(|passage: &Marked| (passage.whole.start(), std::cmp::Reverse(passage.whole.end())));
    nest(found)
}

/// Numbers the depths, and leaves out a passage that crosses the end of another.
fn nest(passages: Vec<Marked>) -> Vec<Marked> {
    let mut open: Vec<Span> = Vec::new();
    let mut kept = Vec::with_capacity(passages.len());
    for mut passage in passages {
        while open.last().is_some_and(|outer| outer.end() <= passage.whole.start()) {
            open.pop();
        }
        if open.last().is_some_and(|outer| !outer.covers(passage.whole)) {
            continue;
        }
        passage.depth = open.len();
        open.push(passage.whole);
        kept.push(passage);
    }
    kept
}

/// Cuts a block at blank lines, and at line ends after which a new line of thought clearly begins.
fn paragraphs(text: &str, block: Span) -> Vec<Span> {
    let words = block.of(text);
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(offset) = words.get(at..).and_then(|rest| rest.find('\n')) {
        let end = at + offset;
        let rest = words.get(end..).unwrap_or_default();
        let gap = rest.len() - rest.trim_start().len();
        let blank = rest.get(..gap).is_some_and(|run| run.matches('\n').count() > 1);
        let before = words.get(start..end).unwrap_or_default().trim_end();
        let long = before.len() - before.rfind('\n').map_or(0, |at| at + 1) > 100;
        let ended = before.ends_with(['.', '!', '?', '”', '"', '’', ':']);
        let opens = rest.trim_start().starts_with(|c: char| !c.is_lowercase());
        if blank || opens && (long || ended) {
            found.push(Span::new(block.start() + start, block.start() + end));
            start = end + gap;
        }
        at = end + gap.max(1);
    }
    found.push(Span::new(block.start() + start, block.end()));
    found
}

/// Pairs the marks of one paragraph. Gives whether a passage is left open at its end, and so may be carried on.
fn scan(text: &str, paragraph: Span, carried: Option<bool>, found: &mut Vec<Marked>) -> Option<bool> {
    let glyphs = glyphs(text, paragraph);
    let mut open: Vec<(Glyph, bool)> = Vec::new();
    for (index, glyph) in glyphs.iter().enumerate() {
        let Ability { mut opens, mut closes } = ability(text, paragraph, *glyph);
        let here = open.iter().rposition(|(mark, _)| mark.double == glyph.double);
        closes &= here.is_some();
        if !glyph.double {
            // A single mark between a letter and a blank may be the possessive of a plural.
            if closes && glyph.side != Side::Open {
                closes = !is_possessive(text, &glyphs, index);
            }
            opens &= here.is_none() && single_closes(text, paragraph, &glyphs, index);
        }
        if opens && closes {
            // The glyph allows both: what is open closes.
            opens = glyph.side == Side::Open;
            closes = !opens;
        }
        if closes {
            if let Some(position) = here {
                let depth = position;
                if let Some((mark, continues)) = open.get(position).copied() {
                    push(
                        text,
                        Span::new(mark.span.start(), glyph.span.end()),
                        mark,
                        Some(*glyph),
                        depth,
                        continues,
                        found,
                    );
                }
                open.truncate(position);
            }
        } else if opens {
            if let Some(position) = here {
                // The passage before was never closed: it ends with the last sentence before this mark.
                if let Some((mark, continues)) = open.get(position).copied() {
                    let end = last_stop(text, mark.span.end(), glyph.span.start());
                    push(text, Span::new(mark.span.start(), end), mark, None, position, continues, found);
                }
                open.truncate(position);
            }
            let first =
                text.get(paragraph.start()..glyph.span.start()).is_some_and(|lead| lead.trim().is_empty());
            open.push((*glyph, first && carried == Some(glyph.double)));
        }
    }
    let (mark, continues) = open.first().copied().filter(|(mark, _)| mark.double)?;
    push(text, Span::new(mark.span.start(), paragraph.end()), mark, None, 0, continues, found);
    Some(mark.double)
}

fn push(
    text: &str,
    whole: Span,
    open: Glyph,
    close: Option<Glyph>,
    depth: usize,
    continues: bool,
    found: &mut Vec<Marked>,
) {
    let whole = whole.trimmed(text);
    let end = close.map_or(whole.end(), |mark| mark.span.start());
    let content = Span::new(open.span.end().min(end), end).trimmed(text);
    if content.of(text).chars().any(char::is_alphanumeric) {
        found.push(Marked { whole, content, closed: close.is_some(), depth, continues });
    }
}

/// The end of the last sentence in `from..to`, or `to`.
fn last_stop(text: &str, from: usize, to: usize) -> usize {
    let words = text.get(from..to).unwrap_or_default();
    words.rfind(['.', '!', '?']).map_or(to, |at| from + at + 1)
}

fn glyphs(text: &str, paragraph: Span) -> Vec<Glyph> {
    let words = paragraph.of(text);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some((span, meaning)) = GLYPHS.next(words, at) {
        at = span.end();
        if let Some((side, double)) = meaning {
            found.push(Glyph { span: span.shifted(paragraph.start()), side, double });
        }
    }
    found
}

fn ability(text: &str, paragraph: Span, glyph: Glyph) -> Ability {
    let before = text.get(paragraph.start()..glyph.span.start()).unwrap_or_default().chars().next_back();
    let mut ahead = text.get(glyph.span.end()..paragraph.end()).unwrap_or_default().chars();
    let after = ahead.next();
    let letter_before = before.is_some_and(char::is_alphanumeric);
    let letter_after = after.is_some_and(char::is_alphanumeric);
    let blank_before = before
        .is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '{' | '/') || is_dash(c) || is_mark(c));
    let blank_after = after.is_none_or(char::is_whitespace);
    let digit_before = before.is_some_and(|c| c.is_ascii_digit());
    if !glyph.double && letter_before && letter_after {
        // An apostrophe.
        return Ability { opens: false, closes: false };
    }
    match glyph.side {
        Side::Open => {
            // `“` where `”` is meant.
            let misused = !blank_before && (blank_after || after.is_some_and(|c| matches!(c, ',' | '.')));
            Ability {
                opens: !misused
                    && (glyph.double || letter_after || after.is_some_and(is_mark) || after == Some('…')),
                closes: misused,
            }
        }
        Side::Close => {
            let misused =
                glyph.double && blank_before && letter_after && before.is_none_or(char::is_whitespace);
            // `’90s`, `’em`: an apostrophe; `’Tis` cannot be told from a mark and is none either.
            let spaced = blank_before && !before.is_some_and(is_mark);
            Ability { opens: misused, closes: !misused && (glyph.double || !spaced) }
        }
        Side::Both => {
            let decade = !glyph.double && after.is_some_and(|c| c.is_ascii_digit());
            // `5'10"`, `6'`: after a digit it may close, never open.
            let opens = blank_before && !blank_after && !decade
                || glyph.double && blank_before && before.is_none_or(char::is_whitespace)
                || glyph.double
                    && !digit_before
                    && letter_after
                    && before.is_some_and(|c| matches!(c, '.' | '!' | '?' | ':' | ',' | ';'));
            let closes = !blank_before
                || before.is_some_and(|c| is_mark(c) || is_dash(c))
                || glyph.double && blank_after;
            Ability {
                opens: opens
                    && (glyph.double || after.is_some_and(|c| c.is_alphanumeric() || is_mark(c) || c == '…')),
                closes,
            }
        }
    }
}

fn is_dash(c: char) -> bool {
    corroborate_text::is_dash(c)
}

fn is_mark(c: char) -> bool {
    corroborate_text::is_quotation_mark(c)
}

/// Whether a single closing mark after an `s` is rather the possessive of a plural: the passage closes later.
fn is_possessive(text: &str, glyphs: &[Glyph], index: usize) -> bool {
    let Some(glyph) = glyphs.get(index) else { return false };
    let before = text.get(..glyph.span.start()).unwrap_or_default();
    let after = text.get(glyph.span.end()..).unwrap_or_default();
    let word_follows = after.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_alphabetic));
    if !(before.ends_with('s') && word_follows) {
        return false;
    }
    let later = glyphs.get(index + 1..).unwrap_or_default();
    for next in later.iter().take(REACH) {
        if next.double {
            return false;
        }
        let open = text.get(..next.span.start()).is_some_and(|lead| lead.ends_with(char::is_whitespace));
        let inner = text.get(next.span.end()..).is_some_and(|tail| tail.starts_with(char::is_alphanumeric));
        if open || next.side == Side::Open {
            return false;
        }
        if !inner {
            return true;
        }
    }
    false
}

/// Whether a single mark that could open is closed later in its paragraph.
fn single_closes(text: &str, paragraph: Span, glyphs: &[Glyph], index: usize) -> bool {
    let later = glyphs.get(index + 1..).unwrap_or_default();
    for next in later.iter().take(REACH).filter(|next| !next.double) {
        let Ability { opens, closes } = ability(text, paragraph, *next);
        if closes {
            return true;
        }
        if opens {
            return false;
        }
    }
    false
}

/// The glyphs of the table, in the order of their first bytes, the longest of a byte first.
struct Glyphs {
    glyphs: Vec<(String, Option<(Side, bool)>)>,
    /// Whether any begins with a byte: most bytes of a text are passed over by this alone.
    opens: [bool; 256],
}

impl Glyphs {
    /// The first glyph from a place on, where it ends, and what it means: none for what only looks like a mark.
    fn next(&self, text: &str, from: usize) -> Option<(Span, Option<(Side, bool)>)> {
        let bytes = text.as_bytes();
        let mut at = from;
        loop {
            let opens = |byte: &u8| self.opens.get(usize::from(*byte)).is_some_and(|opens| *opens);
            at += bytes.get(at..)?.iter().position(opens)?;
            let rest = bytes.get(at..)?;
            let first = |(glyph, _): &(String, _)| glyph.as_bytes().first() < rest.first();
            let here = self.glyphs.get(self.glyphs.partition_point(first)..).unwrap_or_default();
            let here = here.iter().take_while(|(glyph, _)| glyph.as_bytes().first() == rest.first());
            for (glyph, meaning) in here {
                if rest.starts_with(glyph.as_bytes()) {
                    return Some((Span::new(at, at + glyph.len()), *meaning));
                }
            }
            at += 1;
        }
    }
}

static GLYPHS: LazyLock<Glyphs> = LazyLock::new(|| {
    let mut glyphs: Vec<(String, Option<(Side, bool)>)> = Vec::new();
    let mut opens = [false; 256];
    for row in rows(include_str!("../../data/marks.tsv")) {
        let mut cells = row.split('\t');
        let points = cells.next().unwrap_or_default();
        let side = match cells.next() {
            Some("open") => Some(Side::Open),
            Some("close") => Some(Side::Close),
            Some("both") => Some(Side::Both),
            _ => None,
        };
        let double = cells.next() == Some("double");
        let glyph: String = points
            .split(' ')
            .filter_map(|point| u32::from_str_radix(point, 16).ok().and_then(char::from_u32))
            .collect();
        let first = glyph.as_bytes().first().and_then(|byte| opens.get_mut(usize::from(*byte)));
        if let Some(opens) = first {
            *opens = true;
            glyphs.push((glyph, side.map(|side| (side, double))));
        }
    }
    let key = |glyph: &str| (glyph.as_bytes().first().copied(), std::cmp::Reverse(glyph.len()));
    glyphs.sort_by_key(|(glyph, _)| key(glyph));
    Glyphs { glyphs, opens }
});
