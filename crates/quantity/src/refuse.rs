//! Numbers that are no quantities: dates, clock times, versions, names, addresses, words of order.

use crate::context;
use crate::counted::{self, Noun};
use crate::grammar::number::{Number, Shape};
use crate::grammar::term::Term;
use crate::grammar::token::{ends, gap, hyphen, joint, next_word, tail, then_keyword, word};
use crate::lexicon::{self, NumeralClass, class};

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
            before.next().is_some_and(|c| matches!(c, '-' | '/' | '_' | '.' | ':' | '‑' | '−'))
                && before.next().is_some_and(char::is_alphanumeric)
        };
        // *twenty-fifths*, of which nobody says how many
        let parts = hyphen(self.rest).and_then(|(rest, ())| word(rest)).is_ok_and(|(_, found)| {
            lexicon::word(found)
                .and_then(|word| word.numeral)
                .is_some_and(|numeral| numeral.class == NumeralClass::Part)
        });
        let parts = parts && self.term.number.shape == Shape::Words && self.term.unit.is_none();
        parts || !ends(self.rest) || (self.in_digits() && (chained || open || joined || self.is_coordinate()))
    }

    /// The second figure of a name such as `J0030+0451`.
    fn is_coordinate(&self) -> bool {
        let before = self.text.get(..self.start).unwrap_or_default();
        before.strip_suffix('+').is_some_and(|name| {
            let mut letters = name.chars().rev().take(24).take_while(|c| !c.is_whitespace());
            letters.any(char::is_alphabetic)
        })
    }

    /// A day of a month, a clock time, a decade, a century.
    pub(crate) fn is_date(&self) -> bool {
        let ordinal = self.term.number.shape == Shape::Ordinal;
        let behind = tail(self.text, self.number_end());
        let four = matches!(self.term.number.shape, Shape::Digits { whole: 4, plain: true });
        let military =
            four && matches!(next_word(behind), "hrs" | "hours") && is_hour(self.term.number.value);
        // *2.1 pm* are picometres.
        let grain = self.term.number.grain;
        let hour = grain >= 1.0 || (grain - 0.01).abs() < 1e-9;
        if military || (!ordinal && hour && is_clock(behind)) || self.is_byword() {
            return true;
        }
        if self.term.unit.is_some() {
            return false;
        }
        let month = |found: &str| found.starts_with(char::is_uppercase) && lexicon::is(found, class::MONTH);
        let label = context::label_before(self.text, self.start).is_some_and(month);
        let after = joint(self.rest).and_then(|(rest, ())| word(rest)).is_ok_and(|(_, found)| month(found));
        if self.in_digits() && is_dotted_clock(self.text, self.number_start(), self.number_end()) {
            return true;
        }
        let of = then_keyword(self.rest, "of").is_ok_and(|(rest, ())| month(next_word(rest)));
        if (self.in_digits() || ordinal) && (label || after || of) {
            return true;
        }
        let next = joint(self.rest).and_then(|(rest, ())| word(rest)).map_or("", |(_, found)| found);
        let period =
            ["century", "centuries", "quarter", "half"].iter().any(|known| next.eq_ignore_ascii_case(known));
        ordinal && period
    }

    /// Round the clock, or the day of an attack: *24/7*, *9/11*; but *9/11 of the land*.
    fn is_byword(&self) -> bool {
        let written = self.text.get(self.number_start()..self.number_end());
        matches!(written, Some("24/7" | "9/11" | "7/7" | "26/11")) && then_keyword(self.rest, "of").is_err()
    }

    /// A telephone number, or digits that open with a zero.
    pub(crate) fn is_code(&self) -> Option<usize> {
        let digits = tail(self.text, self.number_start());
        let plus = self.text.get(self.start..self.number_start()) == Some("+");
        let end = digits
            .bytes()
            .take(24)
            .take_while(|byte| byte.is_ascii_digit() || matches!(byte, b' ' | b'-' | b'(' | b')'))
            .count();
        let run = digits.get(..end).unwrap_or_default().trim_end_matches([' ', '-', '(', ')']);
        let count = run.bytes().filter(u8::is_ascii_digit).count();
        let zero = matches!(digits.as_bytes(), [b'0', b'0'..=b'9', ..]);
        ((plus && count >= 7 && run.contains([' ', '-'])) || zero).then_some(self.number_start() + run.len())
    }

    /// A year by itself or before a noun, where nothing shows that it counts.
    pub(crate) fn is_year(&self, counted: bool) -> bool {
        if self.hedged || !is_year(self.term.number) {
            return false;
        }
        let mut before = context::words_before(self.text, self.start, 1);
        let placed = before.next().is_some_and(|word| lexicon::is(word, class::YEAR));
        let written = next_word(tail(self.text, self.number_end()));
        if self.term.unit.is_some() {
            // The 1868 stone bridge.
            let stone = self.term.unit.is_some_and(|unit| unit.symbol == "st");
            return written.starts_with(char::is_uppercase) || (stone && placed);
        }
        !counted || placed || written.starts_with(char::is_uppercase)
    }

    /// A number behind a label: *Article 50*, *page 3*, *No. 10*, *phase two*.
    pub(crate) fn is_labelled(&self) -> bool {
        let label = context::label_before(self.text, self.number_start())
            .is_some_and(|label| lexicon::is(label, class::LABEL));
        let bare = self.term.unit.is_none() && !self.hedged && self.term.number.shape != Shape::Ordinal;
        label
            && bare
            && self.term.number.value < 10_000.0
            && !counted::counted(self.rest, Noun::Plural, false).plural
    }

    /// *First*, *second* and *third* by themselves order a text more often than things; *second half*.
    pub(crate) fn is_discourse(&self) -> bool {
        let number = self.term.number;
        let next = joint(self.rest).and_then(|(rest, ())| word(rest)).map_or("", |(_, found)| found);
        let ranked = next.ends_with("est") || matches!(next, "most" | "least" | "place" | "worst");
        let mut before = context::words_before(self.text, self.start, 1);
        let ranked = ranked
            || before.next().is_some_and(|word| lexicon::is(word, class::PLACED)) && !next.ends_with('s');
        let first = number.shape == Shape::Ordinal
            && !self.in_digits()
            && number.value <= 3.0
            && !ranked
            && !self.is_listed();
        let part = number.shape == Shape::Fraction
            && !self.in_digits()
            && context::words_before(self.text, self.start, 1)
                .next()
                .is_some_and(|word| lexicon::is(word, class::WHOLE) || word.contains(['\'', '’']));
        first || part
    }

    /// The number of an item of a list, at the head of its line: `2. Check the tyres`, `3) the brakes`.
    pub(crate) fn is_enumerator(&self) -> bool {
        let bare = matches!(self.term.number.shape, Shape::Digits { whole: 1..=3, plain: true });
        let behind = match self.rest.as_bytes() {
            [b'.' | b')', b' ', ..] => tail(self.rest, 2).trim_start_matches(' '),
            _ => return false,
        };
        let opens = behind.starts_with(|c: char| {
            c.is_uppercase() || matches!(c, '“' | '"') || self.rest.starts_with(')') && c.is_alphabetic()
        });
        if !bare || !opens || self.hedged || self.term.unit.is_some() || self.start != self.number_start() {
            return false;
        }
        // A line that only wraps a sentence may begin with the number that ends it.
        let before = self.text.get(..self.start).unwrap_or_default().trim_end_matches([' ', '\t']);
        let Some(above) = before.strip_suffix('\n') else { return before.is_empty() };
        let above = above.trim_end_matches([' ', '\t', '\r']);
        let line = above.rsplit('\n').next().unwrap_or_default().trim_start_matches([' ', '\t']);
        let before = format!("{}{}", self.term.number.value - 1.0, self.rest.get(..1).unwrap_or_default());
        above.is_empty()
            || above.ends_with(['\n', '.', '!', '?', ':', ';', '"', '”'])
            || line.starts_with(&before)
    }

    /// Whether *one* stands among figures that are read out: *one two three*.
    fn is_read_out(&self) -> bool {
        let figure = |word: &str| {
            lexicon::word(word).and_then(|word| word.numeral).is_some_and(|numeral| {
                matches!(numeral.class, NumeralClass::Digit | NumeralClass::Teen | NumeralClass::Ten)
            })
        };
        let before = context::words_before(self.text, self.start, 1).next();
        figure(next_word(self.rest)) || before.is_some_and(figure)
    }

    /// Whether another rank stands next to a rank: *first, second and third*.
    fn is_listed(&self) -> bool {
        let rank = |word: &str| {
            lexicon::word(word).and_then(|word| word.numeral).is_some_and(|numeral| {
                matches!(
                    numeral.class,
                    NumeralClass::OrdinalDigit | NumeralClass::OrdinalTeen | NumeralClass::OrdinalTen
                )
            })
        };
        let link = |rest| ["and", "or"].iter().find_map(|link| then_keyword(rest, link).ok());
        let behind = self.rest.strip_prefix(',').unwrap_or(self.rest);
        let behind = link(behind).map_or(behind, |(rest, ())| rest);
        let head = self.text.get(..self.start).unwrap_or_default().trim_end();
        let head = head.strip_suffix("and").or_else(|| head.strip_suffix("or")).unwrap_or(head);
        let before =
            context::label_before(head.trim_end_matches([' ', ',']), head.trim_end_matches([' ', ',']).len());
        rank(next_word(behind)) || before.is_some_and(rank)
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
            Shape::Words if self.term.number.value == 1.0 => !counted && !self.is_read_out(),
            Shape::Words => {
                let mut before = context::words_before(self.text, self.start, 1);
                let listed = before.next().is_some_and(|word| {
                    lexicon::is(word, class::THE) || word.ends_with("'s") || word.ends_with("’s")
                });
                // *the Big Ten and its rivals*
                let capital = self
                    .text
                    .get(self.number_start()..)
                    .is_some_and(|number| number.starts_with(char::is_uppercase));
                !counted
                    && (listed
                        || capital && context::is_named(self.text, self.start)
                        || (context::is_named(self.text, self.start) && next_word(self.rest).is_empty()))
            }
            Shape::Ordinal => is_street(self.rest),
            _ => false,
        }
    }
}

/// Whether `18.30` stands where a clock time does: behind *at*, *by* and the like, with minutes below sixty.
fn is_dotted_clock(text: &str, start: usize, end: usize) -> bool {
    let [b'0'..=b'2', b'0'..=b'9', b'.', b'0'..=b'5', b'0'..=b'9'] =
        text.as_bytes().get(start..end).unwrap_or_default()
    else {
        return false;
    };
    context::words_before(text, start, 1).next().is_some_and(|word| lexicon::is(word, class::CLOCKED))
}

/// Whether a number looks like a year of modern times.
pub(crate) fn is_year(number: Number) -> bool {
    matches!(number.shape, Shape::Digits { whole: 4, plain: true })
        && (1500.0..2100.0).contains(&number.value)
}

/// Whether four digits are hours and minutes.
fn is_hour(value: f64) -> bool {
    value < 2400.0 && value % 100.0 < 60.0
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
