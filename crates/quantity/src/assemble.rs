//! A quantity from its parts: hedges, numbers, unit, what is counted, and the words around.

mod second;
mod settle;

use crate::annotate::chain_end;
use crate::bounds::Bounds;
use crate::counted::{self, Counted, Noun};
use crate::grammar::hedge;
use crate::grammar::number::{Number, Shape};
use crate::grammar::per::{Per, per};
use crate::grammar::range::{self, Range};
use crate::grammar::term::{Term, article_unit, term};
use crate::grammar::token::{next_word, tail, then_keyword};
use crate::kind::{SHARE, kind, year};
use crate::lexicon::{self, Hedge, class};
use crate::linked::{Linked, linked};
use crate::none::none;
use crate::refuse::Candidate;
use crate::{Change, Quantity, QuantityKind, Unit, age, context};
use corroborate_text::Span;
use std::cell::OnceCell;

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
    let before = context::char_before(text, start);
    let compares = input.starts_with(['<', '>']);
    if !compares
        && before
            .is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '@' | '#' | '^' | '%' | '\'' | '’'))
    {
        return Found::Nothing;
    }
    let negates = matches!(input.as_bytes().first(), Some(b'n' | b'N'));
    if let Some(quantity) = if negates { none(text, start) } else { None } {
        return Found::Quantity(Box::new(quantity));
    }
    let mut hedges = Vec::new();
    let mut rest = input;
    for _ in 0..HEDGES {
        if rest.as_bytes().first().is_some_and(u8::is_ascii_digit) {
            break;
        }
        let Ok((after, hedge)) = hedge::before(rest) else { break };
        hedges.push(hedge);
        rest = after;
    }
    let (rest, aged) = age::aged(rest).map_or((rest, false), |(rest, ())| (rest, true));
    let bound = hedges.iter().any(|hedge| !matches!(hedge, Hedge::Exact | Hedge::About));
    let reading = Reading { text, start, hedges, aged, previous, changed: OnceCell::new() };
    let Ok((after, first)) = term(rest, true).or_else(|_| article_unit(rest, bound)) else {
        return match range::range(rest) {
            Ok((after, range)) => reading.range(None, &range, after),
            Err(_) => Found::Nothing,
        };
    };
    match range::second(after, first) {
        Ok((behind, range)) => reading.range(Some((after, first)), &range, behind),
        Err(_) => reading.alone(after, first),
    }
}

/// What is known before the numbers.
struct Reading<'a> {
    text: &'a str,
    start: usize,
    hedges: Vec<Hedge>,
    aged: bool,
    previous: Option<&'a Quantity>,
    /// The words of change before it, once they were asked for.
    changed: OnceCell<Option<Change>>,
}

/// The numbers of a quantity, and the text behind them.
struct Core<'a> {
    first: Number,
    last: Number,
    unit: Option<Unit>,
    number: Span,
    linked: Option<Linked>,
    /// Bounds from a second hedged number.
    also: Option<Bounds>,
    rest: &'a str,
}

impl<'a> Reading<'a> {
    /// Two linked numbers; `alone` is the first by itself, where it can stand so.
    fn range(self, alone: Option<(&'a str, Term)>, range: &Range, rest: &'a str) -> Found {
        let candidate = self.candidate(range.from, true, rest);
        if candidate.is_chained() {
            return self.skip(range.from);
        }
        let linked = linked(self.text, self.start, self.is_hedged(), range, rest, self.previous);
        match linked {
            Linked::Apart => return alone.map_or(Found::Nothing, |(rest, first)| self.alone(rest, first)),
            Linked::Date => return Found::Skip(self.place(rest.len())),
            Linked::Range if candidate.is_date() => return Found::Skip(self.place(rest.len())),
            _ => {}
        }
        let number = Span::new(self.place(range.from.start), self.place(range.to.end));
        let core = Core {
            first: range.from.number,
            last: range.to.number,
            unit: range.to.unit,
            number,
            linked: Some(linked),
            also: None,
            rest,
        };
        self.finish(core, range.to, range.from)
    }

    fn alone(self, rest: &'a str, term: Term) -> Found {
        let candidate = self.candidate(term, false, rest);
        if candidate.is_chained() {
            return self.skip(term);
        }
        if let Some(end) = candidate.is_code() {
            return Found::Skip(end.max(self.place(term.end)));
        }
        if candidate.is_date()
            || candidate.is_labelled()
            || candidate.is_discourse()
            || candidate.is_enumerator()
        {
            return Found::Skip(self.place(rest.len()));
        }
        if let Some((after, other)) = self.against(&term, rest) {
            let number = Span::new(self.place(term.start), self.place(other.end));
            let core = Core {
                first: term.number,
                last: other.number,
                unit: None,
                number,
                linked: Some(Linked::Score),
                also: None,
                rest: after,
            };
            return self.finish(core, other, term);
        }
        if let Some((after, old)) = self.came_from(&term, rest) {
            let number = Span::new(self.place(term.start), self.place(old.end));
            let core = Core {
                first: old.number,
                last: term.number,
                unit: term.unit,
                number,
                linked: Some(Linked::Swept),
                also: None,
                rest: after,
            };
            return self.finish(core, old, old);
        }
        let number = Span::new(self.place(term.start), self.place(term.end));
        let mut core = Core {
            first: term.number,
            last: term.number,
            unit: term.unit,
            number,
            linked: None,
            also: None,
            rest,
        };
        if let Some((after, other, bounds)) = self.other_bound(&term, rest) {
            core.rest = after;
            core.unit = term.unit.or(other.unit);
            core.number = Span::new(number.start(), self.place(other.end));
            core.also = Some(bounds);
            return self.finish(core, other, term);
        }
        self.finish(core, term, term)
    }

    fn finish(mut self, mut core: Core<'a>, last: Term, from: Term) -> Found {
        for _ in 0..2 {
            let Ok((after, hedge)) = hedge::after(core.rest) else { break };
            self.hedges.push(hedge);
            core.rest = after;
        }
        self.settle_unit(&mut core, &last);
        self.late_unit(&mut core);
        let apposed = core.unit.is_none()
            && core.linked.is_none()
            && !self.is_hedged()
            && age::is_apposed(self.text, self.start, core.first, core.rest);
        let labelled = core.unit.is_none() && age::is_labelled(self.text, self.start, core.first);
        let is_age = self.aged || apposed || labelled || age::is_old(core.unit, core.rest);
        if is_age {
            core.unit = core.unit.or_else(year);
        }
        core.rest = counted::long_compound(core.rest);
        let (rate, group) = self.group(&mut core, is_age);
        if core.unit.is_none() && matches!(core.last.shape, Shape::Ratio | Shape::Fraction) {
            core.unit = Some(SHARE);
        }
        let kind = match core.linked {
            Some(Linked::Score) => QuantityKind::Score,
            _ if core.last.shape == Shape::Ordinal => QuantityKind::Ordinal,
            _ if is_age => QuantityKind::Age,
            _ if rate.is_some() => QuantityKind::Rate,
            _ => kind(core.unit),
        };
        let direct = group.group.map(|(start, end)| Span::new(self.place(start), self.place(end)));
        let counted = direct.or_else(|| (kind == QuantityKind::Count).then(|| self.group_before()).flatten());
        if self.is_no_quantity(&core, from, kind, counted.is_some() || group.part_of.is_some()) {
            return Found::Skip(self.place(core.rest.len()));
        }
        self.build(&core, kind, rate, counted, &group)
    }

    /// What is counted, and what a rate is per; the rate behind a unit or behind what is counted.
    fn group(&self, core: &mut Core<'a>, is_age: bool) -> (Option<Per>, Counted) {
        if let Ok((rest, found)) = per(core.rest) {
            core.rest = rest;
            return (Some(found), Counted::default());
        }
        let singular = (core.last.value == 1.0 && core.linked.is_none() && core.last.shape == Shape::Words)
            || core.last.shape == Shape::Ordinal;
        let share = core.unit.is_some()
            || matches!(core.last.shape, Shape::Fraction | Shape::Ratio | Shape::Vague { .. });
        let noun = if singular { Noun::Singular } else { Noun::Plural };
        let of = then_keyword(core.rest, "of").is_ok();
        let percent = core.unit.is_some_and(|unit| unit.dimension == "share");
        // *second, twenty-first*: another rank is no thing.
        let ranked = core.last.shape == Shape::Ordinal
            && lexicon::word(next_word(core.rest)).is_some_and(|word| word.numeral.is_some());
        let group = match core.unit {
            _ if ranked => Counted::default(),
            Some(_) if is_age || !(of || percent) => Counted::default(),
            _ => counted::counted(core.rest, noun, share),
        };
        let behind = group
            .group
            .filter(|_| core.unit.is_none() || of && !percent)
            .map(|(_, end)| tail(self.text, self.place(end)));
        match behind.map(per) {
            Some(Ok((rest, found))) => {
                core.rest = rest;
                (Some(found), group)
            }
            _ => (None, group),
        }
    }

    fn is_no_quantity(&self, core: &Core<'a>, from: Term, kind: QuantityKind, counted: bool) -> bool {
        if kind == QuantityKind::Score || kind == QuantityKind::Age || core.linked.is_some() {
            return false;
        }
        let term = Term { unit: core.unit, number: core.first, ..from };
        let candidate = self.candidate(term, false, core.rest);
        let decade =
            core.unit.is_none() && self.text.get(core.number.end()..self.place(core.rest.len())) == Some("s");
        decade || candidate.is_year(counted) || candidate.is_name(counted)
    }

    fn build(
        &self,
        core: &Core<'a>,
        kind: QuantityKind,
        rate: Option<Per>,
        counted: Option<Span>,
        group: &Counted,
    ) -> Found {
        let score = core.linked == Some(Linked::Score);
        let swept = core.linked == Some(Linked::Swept);
        let last = if score { core.first } else { core.last };
        let written = || Bounds::of(core.first, last, core.linked.is_some() && !score, &self.hedges);
        let bounds = core.also.unwrap_or_else(written);
        let counts = core.unit.is_none() && group.part_of.is_none() && !group.apart;
        let direct = group.group.filter(|_| counts).map_or(0, |(_, end)| self.place(end));
        let span = |(start, end): (usize, usize)| Span::new(self.place(start), self.place(end));
        Found::Quantity(Box::new(Quantity {
            span: Span::new(self.start, self.place(core.rest.len()).max(direct)),
            number: core.number,
            kind,
            lower: bounds.lower,
            upper: bounds.upper,
            nominal: if swept { Some(core.last.value) } else { bounds.nominal },
            approximate: bounds.approximate,
            unit: core.unit,
            counted,
            part_of: group.part_of.map(span),
            negated: false,
            change: if swept { Some(swept_change(core)) } else { self.change(kind) },
            grain: (core.last.grain > 0.0 && !score).then_some(core.last.grain),
            against: match core.linked {
                Some(Linked::Score) => Some(core.last.value),
                Some(Linked::Swept) => Some(core.first.value),
                _ => None,
            },
            per: rate.map(span),
        }))
    }

    fn change(&self, kind: QuantityKind) -> Option<Change> {
        if matches!(kind, QuantityKind::Ordinal | QuantityKind::Score | QuantityKind::Age) {
            return None;
        }
        if let Some(direct) = self.change_before() {
            return Some(direct);
        }
        let previous = self.previous?;
        let between = self.text.get(previous.span.end()..self.start)?.trim_matches([' ', ',']);
        match previous.change? {
            Change::RiseBy | Change::RiseTo if between == "to" => Some(Change::RiseTo),
            Change::FallBy | Change::FallTo if between == "to" => Some(Change::FallTo),
            _ => None,
        }
    }

    fn change_before(&self) -> Option<Change> {
        *self.changed.get_or_init(|| context::change_before(self.text, self.start))
    }

    /// *a crew of 55*.
    fn group_before(&self) -> Option<Span> {
        let words: Vec<&str> = context::words_before(self.text, self.start, 2).collect();
        let [of, group] = words[..] else { return None };
        if of != "of" || !crate::lexicon::is(group, class::GROUP) {
            return None;
        }
        let start = self.text.get(..self.start)?.rfind(group)?;
        Some(Span::new(start, start + group.len()))
    }

    fn candidate(&self, term: Term, linked: bool, rest: &'a str) -> Candidate<'a> {
        Candidate {
            text: self.text,
            start: self.start,
            term,
            hedged: self.is_hedged() || self.aged,
            linked,
            rest,
        }
    }

    fn is_hedged(&self) -> bool {
        self.hedges.iter().any(|hedge| *hedge != Hedge::Exact)
    }

    fn skip(&self, term: Term) -> Found {
        Found::Skip(chain_end(self.text, self.place(term.start)).max(self.place(term.end)))
    }

    /// An offset from the length of what remains.
    const fn place(&self, remaining: usize) -> usize {
        self.text.len() - remaining
    }
}

fn swept_change(core: &Core<'_>) -> Change {
    if core.last.value < core.first.value { Change::FallTo } else { Change::RiseTo }
}
