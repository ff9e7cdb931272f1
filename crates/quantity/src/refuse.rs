//! Numbers that are no quantities: dates, clock times, versions, names, addresses, words of order.

use crate::context;
use crate::counted;
use crate::grammar::number::{Number, Shape};
use crate::grammar::term::Term;
use crate::grammar::token::{ends, gap, joint, next_word, tail, then_keyword, word};
use crate::lexicon::{self, class};

/// What is known of a number when it is weighed.
pub(crate) struct Candidate<'a> {
    pub(crate) text: &'a str,
    /// Where the expression starts, hedges included.
    pub(crate) start: usize,
    pub(crate) term: Term,
    pub(crate) hedged: bool,
    /// Two numbers are linked.
    pub(crate) linked: bool,
    /// What follows.
    pub(crate) rest: &'a str,
}

impl Candidate<'_> {
    fn number_start(&self) -> usize {
        self.text.len() - self.term.start
    }

    fn number_end(&self) -> usize {
        self.text.len() - self.term.end
    }

    fn in_digits(&self) -> bool {
        self.text.as_bytes().get(self.number_start()).is_some_and(u8::is_ascii_digit)
    }

    /// Part of a longer chain of digits and marks, or of a word: `1.2.3`, `S-27`, `5G`.
    pub(crate) fn is_chained(&self) -> bool {
        let text = self.text;
        let behind = self.rest.as_bytes();
        let digit_follows = behind.get(1).is_some_and(u8::is_ascii_digit);
        let chained = matches!(behind.first(), Some(b'.' | b':' | b'/' | b',' | b'-')) && digit_follows;
        let open = !ends(tail(text, self.number_end())) && self.term.unit.is_none() && !self.linked;
        let joined = self.start == self.number_start() && !self.linked && {
            let mut before = text.get(..self.start).unwrap_or_default().chars().rev();
            before.next().is_some_and(|c| matches!(c, '-' | '/' | '_' | '.' | ':' | '‑'))
                && before.next().is_some_and(char::is_alphanumeric)
        };
        !ends(self.rest) || (self.in_digits() && (chained || open || joined))
    }

    /// A day of a month, a clock time, a decade, a century.
    pub(crate) fn is_date(&self) -> bool {
        let ordinal = self.term.number.shape == Shape::Ordinal;
        if self.in_digits() && is_clock(tail(self.text, self.number_end())) {
            return true;
        }
        if self.term.unit.is_some() {
            return false;
        }
        let month = |found: &str| found.starts_with(char::is_uppercase) && lexicon::is(found, class::MONTH);
        let label = context::label_before(self.text, self.start).is_some_and(month);
        let after = month(next_word(self.rest));
        let of = then_keyword(self.rest, "of").is_ok_and(|(rest, ())| month(next_word(rest)));
        if (self.in_digits() || ordinal) && (label || after || of) {
            return true;
        }
        let next = joint(self.rest).and_then(|(rest, ())| word(rest)).map_or("", |(_, found)| found);
        let period =
            ["century", "centuries", "quarter", "half"].iter().any(|known| next.eq_ignore_ascii_case(known));
        ordinal && period
    }

    /// A year by itself or before a noun, where nothing shows that it counts.
    pub(crate) fn is_year(&self, counted: bool) -> bool {
        if self.hedged || !is_year(self.term.number) {
            return false;
        }
        let before = context::words_before(self.text, self.start, 1);
        let placed = before.first().is_none_or(|word| lexicon::is(word, class::YEAR));
        let written = next_word(tail(self.text, self.number_end()));
        if self.term.unit.is_some() {
            return written.starts_with(char::is_uppercase);
        }
        !counted || placed || written.starts_with(char::is_uppercase)
    }

    /// A number behind a label: *Article 50*, *page 3*, *No. 10*, *phase two*.
    pub(crate) fn is_labelled(&self) -> bool {
        let label = context::label_before(self.text, self.start)
            .is_some_and(|label| lexicon::is(label, class::LABEL));
        let bare = self.term.unit.is_none() && !self.hedged && self.term.number.shape != Shape::Ordinal;
        label
            && bare
            && self.term.number.value < 10_000.0
            && !counted::counted(self.rest, false, false).plural
    }

    /// *First*, *second* and *third* by themselves order a text more often than things; *second half*.
    pub(crate) fn is_discourse(&self) -> bool {
        let number = self.term.number;
        let next = joint(self.rest).and_then(|(rest, ())| word(rest)).map_or("", |(_, found)| found);
        let ranked = next.ends_with("est") || matches!(next, "most" | "least" | "place" | "worst");
        let first = number.shape == Shape::Ordinal && !self.in_digits() && number.value <= 3.0 && !ranked;
        let part = number.shape == Shape::Fraction
            && !self.in_digits()
            && context::words_before(self.text, self.start, 1)
                .first()
                .is_some_and(|word| lexicon::is(word, class::WHOLE) || word.contains(['\'', '’']));
        first || part
    }

    /// A house in a street, a model of a make: capitals stand around.
    pub(crate) fn is_name(&self, counted: bool) -> bool {
        if self.hedged || self.term.unit.is_some() {
            return false;
        }
        match self.term.number.shape {
            Shape::Digits { .. } => {
                let named = context::is_named(self.text, self.number_start());
                let next = next_word(self.rest);
                let capital =
                    next.starts_with(char::is_uppercase) && !lexicon::is(next, class::WEEKDAY | class::MONTH);
                let bracketed =
                    self.rest.starts_with(')') && context::char_before(self.text, self.start) == Some('(');
                is_street(self.rest) || (!counted && (named || capital || bracketed))
            }
            Shape::Words if self.term.number.value == 1.0 => !counted,
            Shape::Words => {
                let before = context::words_before(self.text, self.start, 1);
                let listed = before.first().is_some_and(|word| {
                    lexicon::is(word, class::THE) || word.ends_with("'s") || word.ends_with("’s")
                });
                !counted
                    && (listed
                        || (context::is_named(self.text, self.start) && next_word(self.rest).is_empty()))
            }
            Shape::Ordinal => is_street(self.rest),
            _ => false,
        }
    }
}

/// Whether a number looks like a year of modern times.
pub(crate) fn is_year(number: Number) -> bool {
    matches!(number.shape, Shape::Digits { whole: 4, plain: true })
        && (1500.0..2100.0).contains(&number.value)
}

/// Whether capitalised words up to *Street* and the like follow.
pub(crate) fn is_street(rest: &str) -> bool {
    let mut rest = rest;
    for index in 0..4 {
        let Ok((after, found)) = gap(rest).and_then(|(rest, ())| word(rest)) else { return false };
        if !found.starts_with(char::is_uppercase) {
            return false;
        }
        if lexicon::is(found, class::STREET) && (index > 0 || ends(after)) {
            return true;
        }
        rest = after;
    }
    false
}

/// `clock = [ gap ] , ( "am" | "p.m." | "o'clock" | "GMT" | … ) ;`
fn is_clock(rest: &str) -> bool {
    let after = gap(rest).map_or(rest, |(rest, ())| rest);
    let head = |length: usize| after.get(..length).unwrap_or_default();
    let dotted = head(4).eq_ignore_ascii_case("a.m.") || head(4).eq_ignore_ascii_case("p.m.");
    let of_clock = head(7).eq_ignore_ascii_case("o'clock") || head(9).eq_ignore_ascii_case("o’clock");
    dotted || of_clock || word(after).is_ok_and(|(_, found)| lexicon::is(found, class::CLOCK))
}
