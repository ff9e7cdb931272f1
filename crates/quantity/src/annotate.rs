//! From text to quantities.

use crate::assemble::{Found, assemble};
use crate::grammar::step;
use crate::grammar::token::{next_word, then_keyword};
use crate::lexicon::{self, class};
use crate::typed::typed;
use crate::{Quantity, QuantityKind};

/// Finds the quantities of a text, in order and without overlap.
///
/// Dates, years, clock times, telephone numbers, versions and numbers that are part of a name are left out.
///
/// ```
/// use corroborate_quantity::annotate;
///
/// let text = "More than three dozen people were treated after the 5.9-magnitude quake.";
/// let found = annotate(text);
/// assert_eq!(found[0].span.of(text), "More than three dozen people");
/// assert_eq!(found[0].lower.map(|bound| (bound.value, bound.closed)), Some((36.0, false)));
/// assert_eq!(found[0].upper, None);
/// assert_eq!(found[0].counted.map(|span| span.of(text)), Some("people"));
/// ```
pub fn annotate(text: &str) -> Vec<Quantity> {
    let found = running(text);
    match typed(text, &found) {
        Some(quantity) => vec![quantity],
        None => found,
    }
}

/// The quantities of running text.
fn running(text: &str) -> Vec<Quantity> {
    let mut found: Vec<Quantity> = Vec::new();
    let mut at = 0;
    while let Some(start) = next_start(text, at) {
        match assemble(text, start, found.last()) {
            Found::Quantity(quantity) => {
                at = quantity.span.end().max(start + 1);
                match restated(text, found.last(), &quantity) {
                    Some(end) => at = end,
                    None => {
                        found.push(*quantity);
                        lend_unit(text, &mut found);
                    }
                }
            }
            Found::Skip(end) => at = end.max(start + 1),
            Found::Nothing => at = after_start(text, start),
        }
    }
    found
}

/// Gives the sides before the last their unit: *30 x 20 x 10 cm*, *10 by 12 feet*.
fn lend_unit(text: &str, found: &mut [Quantity]) {
    let Some((last, before)) = found.split_last_mut() else { return };
    let Some(unit) = last.unit.filter(|unit| unit.dimension == "length") else { return };
    let mut start = last.span.start();
    for side in before.iter_mut().rev().take(2) {
        let between = text.get(side.span.end()..start).unwrap_or_default();
        let bare = side.unit.is_none() && side.kind == QuantityKind::Count && side.counted.is_none();
        if !bare || !matches!(between, " x " | " × " | "×" | " by ") {
            return;
        }
        (side.unit, side.kind) = (Some(unit), last.kind);
        start = side.span.start();
    }
}

/// The end of a number that is only said again in brackets: *45 (forty-five) days*.
fn restated(text: &str, before: Option<&Quantity>, again: &Quantity) -> Option<usize> {
    let before = before.filter(|before| before.nominal.is_some() && before.nominal == again.nominal)?;
    let between = text.get(before.span.end()..again.span.start())?;
    let same = before.unit == again.unit && before.kind == again.kind && between == " (";
    (same && text.get(again.span.end()..)?.starts_with(')')).then_some(again.span.end() + 1)
}

/// The next place where a quantity may begin: a digit, a word that begins one, or a mark that stands before one.
fn next_start(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let tables = lexicon::starts();
    let mut at = from;
    while let Some(&byte) = bytes.get(at) {
        match SCAN.get(usize::from(byte)).copied().unwrap_or(Scan::Other) {
            Scan::Nothing => {}
            Scan::Letter => {
                let end = run_end(bytes, at);
                if tables.may_start(byte, second(bytes, at), end - at) && starts(text, at, end) {
                    return Some(at);
                }
                at = end;
                continue;
            }
            Scan::Digit => return Some(at),
            Scan::Sign => {
                let signed =
                    !matches!(byte, b'.' | b'-' | b'+') || bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
                if signed || byte == b'+' && bytes.get(at + 1) == Some(&b'/') {
                    return Some(at);
                }
            }
            Scan::Other => {
                if matches!(byte, 0xc2 | 0xe0 | 0xe2) && mark_starts(text, at) {
                    return Some(at);
                }
                if byte >= 0xc3 {
                    // A word of other letters is no number; its end may not open one.
                    at = other_word_end(text, at);
                    continue;
                }
            }
        }
        at += 1;
    }
    None
}

/// What a byte is to the scan.
#[derive(Clone, Copy)]
enum Scan {
    Nothing,
    Letter,
    Digit,
    /// A mark that may stand before a number.
    Sign,
    /// Of a character beyond ASCII.
    Other,
}

/// What each byte is to the scan.
static SCAN: [Scan; 256] = {
    let mut table = [Scan::Nothing; 256];
    let mut byte = 0;
    while byte < 256 {
        #[allow(clippy::cast_possible_truncation, reason = "below 256")]
        #[allow(clippy::indexing_slicing, reason = "below 256, when compiled")]
        {
            table[byte] = match byte as u8 {
                b'a'..=b'z' | b'A'..=b'Z' => Scan::Letter,
                b'0'..=b'9' => Scan::Digit,
                b'$' | b'~' | b'<' | b'>' | b'.' | b'-' | b'+' => Scan::Sign,
                0x80.. => Scan::Other,
                _ => Scan::Nothing,
            };
        }
        byte += 1;
    }
    table
};

/// The byte after a place.
fn second(bytes: &[u8], at: usize) -> u8 {
    bytes.get(at + 1).copied().unwrap_or_default()
}

fn starts(text: &str, at: usize, end: usize) -> bool {
    step();
    let Some(word) = text.get(at..end) else { return false };
    let capital = word.starts_with(|c: char| c.is_ascii_uppercase());
    let Some(known) = lexicon::word(word) else { return false };
    if !known.is(if capital { class::STARTS | class::CODE } else { class::STARTS }) {
        return false;
    }
    // *about*, *a*, *from*: only before a number, which is seldom there.
    let leads = known.is(class::LEADS) && known.numeral.is_none() && !(capital && known.is(class::CODE));
    if leads && matches!(word, "a" | "an" | "A" | "An") {
        return article_leads(text, end);
    }
    if leads && word.eq_ignore_ascii_case("between") {
        // *between the fifth and the eighth*
        return number_ahead(text, the_end(text, end).unwrap_or(end));
    }
    !leads || number_ahead(text, end)
}

/// Whether *a* stands right before a number, a unit or the rest of a hedge: *a hundred*, *a gallon*, *a total of*.
fn article_leads(text: &str, from: usize) -> bool {
    let next = next_word(text.get(from..).unwrap_or_default());
    crate::grammar::vague::is_few(next)
        || lexicon::word(next)
            .is_some_and(|word| word.numeral.is_some() || !word.forms().is_empty() || word.is(class::AFTER_A))
}

/// The end of *the* right behind a place.
fn the_end(text: &str, from: usize) -> Option<usize> {
    let rest = then_keyword(text.get(from..)?, "the").ok()?.0;
    Some(text.len() - rest.len())
}

/// How many words may stand between the first word of a quantity and its number.
const AHEAD: usize = 6;

/// Whether a digit or a word of number follows, with nothing but words of hedges before it.
fn number_ahead(text: &str, from: usize) -> bool {
    let bytes = text.as_bytes();
    let (mut at, mut words, mut article) = (from, 0, false);
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' => {
                let end = run_end(bytes, at);
                words += 1;
                step();
                let word = text.get(at..end).unwrap_or_default();
                let Some(known) = lexicon::word(word) else { return false };
                // *more than a mile*
                if article && !known.forms().is_empty() {
                    return true;
                }
                article = matches!(word, "a" | "an");
                let counts = known.numeral.is_some() || known.is(class::STARTS) && !known.is(class::LEADS);
                if counts || known.is(class::CODE) || crate::grammar::vague::is_few(word) {
                    return true;
                }
                if words == AHEAD || !known.is(class::HEDGED) {
                    return false;
                }
                at = end;
                continue;
            }
            b'0'..=b'9' | b'$' | 0x80.. => return true,
            b';' | b'?' | b'!' | b',' => return false,
            b'\n' if bytes.get(at + 1) == Some(&b'\n') => return false,
            _ => {}
        }
        at += 1;
    }
    false
}

/// A currency sign, a fraction in one glyph, a minus or a bound.
fn mark_starts(text: &str, at: usize) -> bool {
    let mark = text.get(at..).and_then(|rest| rest.chars().next());
    mark.is_some_and(|c| {
        matches!(c, '£' | '¥' | '\u{20a0}'..='\u{20c0}' | '½' | '¼' | '¾' | '\u{2150}'..='\u{215e}' | '−' | '≈' | '±' | '≥' | '≤' | '￥' | '￡')
    })
}

fn run_end(bytes: &[u8], from: usize) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    from + rest.iter().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(rest.len())
}

/// The end of a run of letters and digits that begins with a letter beyond ASCII, or of one other character.
fn other_word_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let length = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    at + length.max(rest.chars().next().map_or(1, char::len_utf8))
}

/// Where to go on after a start that led nowhere: behind the word, or behind all that hangs together with a digit.
fn after_start(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    match bytes.get(start) {
        Some(byte) if byte.is_ascii_alphabetic() => run_end(bytes, start),
        Some(byte) if byte.is_ascii_digit() => chain_end(text, start),
        _ => start + text.get(start..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8),
    }
}

/// The end of a run of letters, digits and the marks between digits: a telephone number, a version, a time.
pub(crate) fn chain_end(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = from;
    while let Some(byte) = bytes.get(at) {
        let joins = matches!(byte, b'.' | b',' | b':' | b'/' | b'-')
            && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        if !(byte.is_ascii_alphanumeric() || joins) {
            break;
        }
        at += 1;
    }
    // Digits in front of other letters are one word with them.
    if text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(char::is_alphanumeric) {
        other_word_end(text, at)
    } else {
        at
    }
}

#[cfg(test)]
mod tests {
    use super::annotate;
    use crate::grammar::steps;

    /// Steps for one repetition of a piece, over many.
    fn steps_each(piece: &str, times: usize) -> usize {
        let text = piece.repeat(times);
        let before = steps();
        annotate(&text);
        (steps() - before) / times
    }

    #[test]
    fn work_grows_with_the_text_alone() {
        let mut counted = 0;
        for piece in [
            "1-",
            "1,",
            "1.",
            "1 ",
            "9",
            "two ",
            "two-",
            "hundred and ",
            "a hundred ",
            "more than ",
            "between ",
            "from 1 to ",
            "1 to ",
            "half of ",
            "tens of ",
            "no ",
            "$",
            "$1 ",
            "US$",
            "of ",
            "5 people of ",
            "5 state or ",
            "½",
            "1/2 ",
            "twenty-",
            "about ",
            "dozens of ",
            "a ",
            "1 and ",
            "one and a half ",
            "point ",
            "1ft 2in ",
            "é",
            "5 m",
            "per ",
            "none of the ",
            "1990s ",
            "one ",
            "zero ",
            "± 1 ",
            "2^",
            "a gallon and ",
            "a more than ",
            "first, ",
        ] {
            let (few, many) = (steps_each(piece, 200), steps_each(piece, 3200));
            counted += many;
            assert!(many <= few * 2 + 4, "{piece:?}: {few} steps each, then {many}");
        }
        assert!(counted > 0, "no step was counted");
    }
}
