//! A quantity from its parts: hedges, numbers, unit, what is counted, and the words around.

use crate::annotate::chain_end;
use crate::bounds::Bounds;
use crate::context;
use crate::counted::{self, Counted};
use crate::grammar::number::Shape;
use crate::grammar::range::{self, Link, Range};
use crate::grammar::term::{Term, term};
use crate::grammar::token::{ends, gap, hyphen, joint, keyword, next_word, tail, then_keyword, word};
use crate::grammar::{hedge, unit};
use crate::lexicon::{self, Hedge, class};
use crate::none::none;
use crate::{Change, Quantity, QuantityKind, Unit};
use corroborate_text::Span;

/// What stands at a place.
pub(crate) enum Found {
    Quantity(Box<Quantity>),
    /// A date, a name or the like: go on behind it.
    Skip(usize),
    Nothing,
}

/// Most hedges before one number.
const HEDGES: usize = 3;

/// Reads the quantity that begins at an offset.
pub(crate) fn assemble(text: &str, start: usize, previous: Option<&Quantity>) -> Found {
    let input = tail(text, start);
    if context::char_before(text, start)
        .is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '@' | '#' | '\'' | '’'))
    {
        return Found::Nothing;
    }
    if let Some(quantity) = none(text, start) {
        return Found::Quantity(Box::new(quantity));
    }
    let mut hedges = Vec::new();
    let mut rest = input;
    for _ in 0..HEDGES {
        let Ok((after, hedge)) = hedge::before(rest) else { break };
        hedges.push(hedge);
        rest = after;
    }
    let aged = keyword(rest, "aged").or_else(|_| keyword(rest, "age")).and_then(|(rest, ())| gap(rest));
    let (rest, aged) = aged.map_or((rest, false), |(rest, ())| (rest, true));
    let core = match range::range(rest) {
        Ok((after, range)) => Core { rest: after, from: range.from, range: Some(range) },
        Err(_) => match term(rest, true) {
            Ok((after, from)) => Core { rest: after, from, range: None },
            Err(_) => return Found::Nothing,
        },
    };
    Reading { text, start, hedges, aged, previous }.finish(core)
}

/// The numbers of a quantity, and the text behind them.
struct Core<'a> {
    rest: &'a str,
    from: Term,
    range: Option<Range>,
}

/// What is known before the numbers.
struct Reading<'a> {
    text: &'a str,
    start: usize,
    hedges: Vec<Hedge>,
    aged: bool,
    previous: Option<&'a Quantity>,
}

impl<'a> Reading<'a> {
    fn finish(mut self, core: Core<'a>) -> Found {
        let Core { from, .. } = core;
        if let Some(found) = self.refused(&core) {
            return found;
        }
        let Core { mut rest, mut range, .. } = core;
        // A dash or an "or" that links no range leaves the first number by itself.
        let score = range.filter(|range| self.is_score(range, rest));
        if let Some(linked) = range
            && score.is_none()
            && !self.is_range(&linked, rest)
        {
            rest = tail(self.text, self.text.len() - after_term(self.text, &from));
            range = None;
        }
        for _ in 0..2 {
            let Ok((after, hedge)) = hedge::after(rest) else { break };
            self.hedges.push(hedge);
            rest = after;
        }
        let last = range.map_or(from, |range| range.to);
        let mut unit = last.unit;
        let mut number = last.number;
        let digits = matches!(number.shape, Shape::Digits { .. });
        let mut first = from.number;
        let written = |unit: Option<Unit>, symbol: &str| unit.is_some_and(|unit| unit.symbol == symbol);
        let tight = tail(self.text, self.text.len() - last.end).starts_with(char::is_alphabetic);
        if written(unit, "m")
            && digits
            && tight
            && self.written_unit(&last, rest) == "m"
            && counted::counted(rest, false, false).plural
        {
            (number, first, unit) = (number.times(1e6), first.times(1e6), None);
        }
        if written(unit, "GBP")
            && self.written_unit(&last, rest).starts_with("pound")
            && self.is_weight(&last, rest)
        {
            unit = pound_mass();
        }
        let is_age = self.aged || self.is_age(&from, unit, rest) || counted::long_old(rest);
        let after_unit = counted::long_compound(rest);
        let single = (number.value == 1.0 && range.is_none() && number.shape == Shape::Words)
            || matches!(number.shape, Shape::Ordinal);
        let share = unit.is_some() || matches!(number.shape, Shape::Fraction | Shape::Vague { .. });
        let (per, rest) = per(after_unit).map_or((None, after_unit), |(rest, per)| (Some(per), rest));
        let mut group = if unit.is_some() && then_keyword(rest, "of").is_err() && per.is_none() {
            if written(unit, "%") { counted::counted(rest, false, share) } else { Counted::default() }
        } else {
            counted::counted(rest, single, share)
        };
        if per.is_some() {
            group = Counted::default();
        }
        if is_age {
            unit = unit.or_else(year);
        } else if unit.is_none() {
            unit = fraction_share(&number.shape, &group);
        }
        let kind = kind_of(&number.shape, unit, per.is_some(), is_age, score.is_some());
        let place = |remaining: usize| self.text.len() - remaining;
        let group_span = group.group.map(|(start, end)| Span::new(place(start), place(end)));
        let mut counted_span = group_span;
        if kind == QuantityKind::Count && counted_span.is_none() {
            counted_span = self.group_before();
        }
        let number_span = Span::new(place(from.start), place(last.end));
        if unit.is_none()
            && score.is_none()
            && !is_age
            && counted_span.is_none()
            && group.part_of.is_none()
            && self.is_loose(&from, range.is_some(), rest)
        {
            return Found::Skip(place(rest.len()));
        }
        let (per, rest) = match per {
            None if kind == QuantityKind::Count && group_span.is_some() => {
                let behind = group.group.map_or(rest, |(_, end)| tail(self.text, place(end)));
                self::per(behind).map_or((None, rest), |(rest, per)| (Some(per), rest))
            }
            other => (other, rest),
        };
        let kind = if per.is_some() && kind != QuantityKind::Ordinal { QuantityKind::Rate } else { kind };
        let counts = matches!(kind, QuantityKind::Count | QuantityKind::Rate | QuantityKind::Ordinal)
            && unit.is_none();
        let group_end = group_span.filter(|_| counts && group.part_of.is_none()).map_or(0, Span::end);
        let end = place(rest.len()).max(group_end);
        let bounded = if score.is_some() { first } else { number };
        let bounds = Bounds::of(first, bounded, range.is_some() && score.is_none(), &self.hedges);
        let start = self.start;
        let change = self.change(start, kind);
        let per = per.map(|(start, end)| Span::new(place(start), place(end)));
        Found::Quantity(Box::new(Quantity {
            span: Span::new(start, end),
            number: number_span,
            kind,
            lower: bounds.lower,
            upper: bounds.upper,
            nominal: bounds.nominal,
            approximate: bounds.approximate,
            unit,
            counted: counted_span,
            part_of: group.part_of.map(|(start, end)| Span::new(place(start), place(end))),
            negated: false,
            change,
            grain: (number.grain > 0.0 && score.is_none()).then_some(number.grain),
            against: score.map(|_| number.value),
            per,
        }))
    }

    /// *First*, *second* and *third* by themselves order a text more often than things.
    fn is_discourse(&self, from: &Term, rest: &str) -> bool {
        let word_first = !self.text.as_bytes().get(self.start).is_some_and(u8::is_ascii_digit);
        let next = joint(rest).and_then(|(rest, ())| word(rest)).map_or("", |(_, found)| found);
        let ranked = next.ends_with("est") || matches!(next, "most" | "least" | "place" | "worst");
        matches!(from.number.shape, Shape::Ordinal) && word_first && from.number.value <= 3.0 && !ranked
    }

    /// Dates, clock times, versions and numbers inside words.
    fn refused(&self, core: &Core<'a>) -> Option<Found> {
        let text = self.text;
        let number_start = text.len() - core.from.start;
        let number_end = text.len() - core.from.end;
        let rest = core.rest;
        let digits = matches!(core.from.number.shape, Shape::Digits { .. } | Shape::Ordinal)
            && text.as_bytes().get(number_start).is_some_and(u8::is_ascii_digit);
        let skip = Some(Found::Skip(chain_end(text, number_start).max(number_end)));
        if digits {
            let before = context::char_before(text, number_start);
            let joined = before.is_some_and(|c| matches!(c, '-' | '/' | '_' | '.' | ':' | '‑'))
                && text
                    .get(..number_start - 1)
                    .and_then(|head| head.chars().next_back())
                    .is_some_and(char::is_alphanumeric);
            if joined && core.range.is_none() {
                return skip;
            }
            let behind = rest.as_bytes();
            let more = |at: usize| behind.get(at).is_some_and(u8::is_ascii_digit);
            let chained = matches!(behind.first(), Some(b'.' | b':' | b'/' | b',' | b'-')) && more(1);
            if chained || !ends(tail(text, number_end)) && core.from.unit.is_none() && core.range.is_none() {
                return skip;
            }
            let label = context::label_before(text, number_start);
            let month = label.is_some_and(|label| {
                lexicon::is(label, class::MONTH) && label.starts_with(char::is_uppercase)
            });
            let next = next_word(rest);
            let after_month = next.starts_with(char::is_uppercase) && lexicon::is(next, class::MONTH);
            let of_month =
                then_keyword(rest, "of").is_ok_and(|(rest, ())| lexicon::is(next_word(rest), class::MONTH));
            let no_unit = core.from.unit.is_none();
            if no_unit && (month || after_month || of_month) {
                return Some(Found::Skip(text.len() - rest.len()));
            }
            if no_unit && is_clock(rest) {
                return Some(Found::Skip(text.len() - rest.len()));
            }
        }
        if !ends(rest) || self.is_discourse(&core.from, rest) {
            return skip;
        }
        let century = ["century", "centuries", "quarter", "half"]
            .iter()
            .any(|known| joint(rest).and_then(|(rest, ())| keyword(rest, known)).is_ok());
        if century && matches!(core.from.number.shape, Shape::Ordinal) {
            return skip;
        }
        let label = context::label_before(text, self.start);
        let plain = core.from.number.value < 10000.0 && core.from.unit.is_none() && self.hedges.is_empty();
        let labels = label.is_some_and(|label| lexicon::is(label, class::LABEL));
        let listed = counted::counted(rest, false, false);
        if plain
            && labels
            && !(listed.plural && listed.group.is_some())
            && !matches!(core.from.number.shape, Shape::Ordinal)
        {
            return Some(Found::Skip(text.len() - rest.len()));
        }
        None
    }

    /// Whether a bare number stands for nothing that a reader would count.
    fn is_loose(&self, from: &Term, range: bool, rest: &str) -> bool {
        let number = from.number;
        let start = self.text.len() - from.start;
        let year = |value: f64| (1500.0..2100.0).contains(&value);
        if let Shape::Digits { whole: 4, plain: true } = number.shape
            && year(number.value)
            && (self.hedges.is_empty() || range)
        {
            return true;
        }
        match number.shape {
            Shape::Digits { .. } => self.hedges.is_empty() && context::is_named(self.text, start),
            Shape::Words if number.value == 1.0 && number.grain == 1.0 => true,
            Shape::Words => context::is_named(self.text, start) && next_word(rest).is_empty(),
            _ => false,
        }
    }

    /// Two whole numbers that stand against each other.
    fn is_score(&self, range: &Range, rest: &str) -> bool {
        let whole = |term: &Term| matches!(term.number.shape, Shape::Digits { whole: 1..=3, plain: true });
        if !(whole(&range.from) && whole(&range.to))
            || range.from.unit.is_some()
            || !matches!(range.link, Link::Dash | Link::To)
        {
            return false;
        }
        if !self.hedges.is_empty() || counted::counted(rest, false, false).plural {
            return false;
        }
        let falls = range.from.number.value >= range.to.number.value;
        let near = context::any_before(self.text, self.start, 4, class::SCORE)
            || gap(rest)
                .and_then(|(rest, ())| word(rest))
                .is_ok_and(|(_, found)| lexicon::is(found, class::SCORE));
        (range.link == Link::Dash && falls) || near
    }

    /// Two numbers that bound one.
    fn is_range(&self, range: &Range, rest: &str) -> bool {
        let (from, to) = (range.from.number, range.to.number);
        let falls = from.value >= to.value && !matches!(range.link, Link::Between) && from.value > 0.0;
        match range.link {
            Link::Between => true,
            Link::From => !falls && self.change(self.start, QuantityKind::Count).is_none(),
            Link::To => !falls && self.change(self.start, QuantityKind::Count).is_none() || from.value < 0.0,
            Link::Or => {
                !falls
                    && (range.from.unit.is_some() || counted::counted(rest, false, false).plural)
                    && to.value <= from.value * 2.0 + 1.0
            }
            Link::Dash => !falls || from.value < 0.0,
        }
    }

    fn change(&self, start: usize, kind: QuantityKind) -> Option<Change> {
        if matches!(kind, QuantityKind::Ordinal | QuantityKind::Score) {
            return None;
        }
        let direct = context::change_before(self.text, start);
        if direct.is_some() {
            return direct;
        }
        let previous = self.previous?;
        let between = self.text.get(previous.span.end()..start)?;
        let to = matches!(between.trim(), "to" | ", to" | "from");
        match previous.change? {
            Change::RiseBy | Change::RiseTo if to => Some(Change::RiseTo),
            Change::FallBy | Change::FallTo if to => Some(Change::FallTo),
            _ => None,
        }
    }

    fn written_unit(&self, last: &Term, rest: &str) -> &str {
        let from = self.text.len() - last.end;
        let to = self.text.len() - rest.len();
        self.text.get(from..to).unwrap_or_default().trim_start_matches([' ', '-', '\u{a0}'])
    }

    /// Pounds that weigh: `20-pound`, *pounds of*, *weighs 20 pounds*.
    fn is_weight(&self, last: &Term, rest: &str) -> bool {
        let hyphenated = hyphen(tail(self.text, self.text.len() - last.end)).is_ok();
        hyphenated
            || then_keyword(rest, "of").is_ok()
            || context::any_before(self.text, self.start, 3, class::WEIGH)
    }

    /// *67 years old*, `34-year-old`, `Lindholm, 67,`.
    fn is_age(&self, from: &Term, unit: Option<Unit>, rest: &str) -> bool {
        if unit.is_some_and(|unit| unit.dimension == "time") {
            return next_word(rest) == "of"
                && then_keyword(rest, "of").is_ok_and(|(rest, ())| next_word(rest) == "age");
        }
        let Shape::Digits { whole: 1..=3, plain: true } = from.number.shape else { return false };
        let before = self.text.get(..self.start).unwrap_or_default();
        let Some(name) = before.strip_suffix(", ").or_else(|| before.strip_suffix(" (")) else {
            return false;
        };
        let bracket = before.ends_with('(');
        let name_start = name
            .rfind(|c: char| !(c.is_alphabetic() || matches!(c, '-' | '\'' | '’')))
            .map_or(0, |at| at + 1);
        let capital = name.get(name_start..).is_some_and(|word| {
            word.starts_with(char::is_uppercase) && word.len() > 1 && !lexicon::is(word, class::MONTH)
        });
        let closed = if bracket { rest.starts_with(')') } else { rest.starts_with([',', '.', ';']) };
        unit.is_none()
            && self.hedges.is_empty()
            && capital
            && closed
            && from.number.value > 0.0
            && from.number.value <= 115.0
    }

    /// *a crew of 55*.
    fn group_before(&self) -> Option<Span> {
        let words = context::words_before(self.text, self.start, 2);
        let [of, group] = words[..] else { return None };
        if of != "of" || !lexicon::is(group, class::GROUP) {
            return None;
        }
        let start = self.text.get(..self.start)?.rfind(group)?;
        Some(Span::new(start, start + group.len()))
    }
}

/// The text behind the first term of a range that is none.
fn after_term(text: &str, from: &Term) -> usize {
    let rest = tail(text, text.len() - from.end);
    let digits = matches!(from.number.shape, Shape::Digits { .. });
    match (from.unit, unit::suffix(rest, digits)) {
        (Some(unit), Ok((after, found))) if found == unit => after.len(),
        _ => rest.len(),
    }
}

fn kind_of(shape: &Shape, unit: Option<Unit>, rate: bool, age: bool, score: bool) -> QuantityKind {
    match unit.map(|unit| unit.dimension) {
        _ if score => QuantityKind::Score,
        _ if matches!(shape, Shape::Ordinal) => QuantityKind::Ordinal,
        _ if age => QuantityKind::Age,
        _ if rate => QuantityKind::Rate,
        None => QuantityKind::Count,
        Some("currency") => QuantityKind::Money,
        Some("share") => QuantityKind::Percent,
        Some("share difference") => QuantityKind::PercentagePoint,
        Some("time") => QuantityKind::Duration,
        Some("speed" | "flow" | "data rate" | "rainfall rate" | "fuel economy" | "fuel use") => {
            QuantityKind::Rate
        }
        Some(_) => QuantityKind::Measure,
    }
}

/// `per = gap , ( "per" | "a" | "an" | "every" | "each" ) , gap , noun | "/" , noun ;` a time, or any noun after *per*.
fn per(input: &str) -> Option<(&str, (usize, usize))> {
    if let Some(rest) = input.strip_prefix('/') {
        let (after, found) = word(rest).ok()?;
        return (found.len() < 12).then_some((after, (rest.len(), after.len())));
    }
    let (rest, ()) = gap(input).ok()?;
    let (rest, link) = word(rest).ok()?;
    let any = link.eq_ignore_ascii_case("per");
    if !any && !["a", "an", "every", "each"].iter().any(|known| link.eq_ignore_ascii_case(known)) {
        return None;
    }
    let (rest, ()) = joint(rest).ok()?;
    let (after, found) = word(rest).ok()?;
    let known = unit::unit(rest, false, any);
    let end = known.as_ref().map_or(after, |(after, _)| *after);
    let time = known.is_ok_and(|(_, unit)| unit.dimension == "time");
    let unit_noun = [
        "ounce", "barrel", "gallon", "litre", "liter", "tonne", "ton", "kilo", "pound", "share", "piece",
        "head", "bushel", "square",
    ];
    (any || time || unit_noun.contains(&found)).then_some((end, (rest.len(), end.len())))
}

fn is_clock(rest: &str) -> bool {
    let (after, _) = gap(rest).unwrap_or((rest, ()));
    let letters: String =
        after.chars().take(5).filter(|c| c.is_alphabetic() || *c == '\'' || *c == '’').collect();
    let head = letters.to_ascii_lowercase().replace('’', "'");
    let dotted = after
        .get(..4)
        .is_some_and(|head| head.eq_ignore_ascii_case("a.m.") || head.eq_ignore_ascii_case("p.m."));
    let found = word(after).map_or("", |(_, found)| found);
    dotted || head.starts_with("o'clo") || lexicon::is(found, class::CLOCK)
}

fn pound_mass() -> Option<Unit> {
    unit::unit("pound-mass", false, false).ok().map(|(_, unit)| unit)
}

fn year() -> Option<Unit> {
    unit::unit("years", false, false).ok().map(|(_, unit)| unit)
}

/// A part of a whole is a share: *a third of the vote* compares with `33%`.
fn fraction_share(shape: &Shape, group: &Counted) -> Option<Unit> {
    let whole = matches!(shape, Shape::Fraction) && (group.part_of.is_some() || group.group.is_some());
    whole.then_some(Unit { symbol: "share", dimension: "share", factor: 100.0, offset: 0.0 })
}
