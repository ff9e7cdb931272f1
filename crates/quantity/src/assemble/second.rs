//! A second number that belongs to the first: the other side of a vote, the other bound, the value before a change.

use super::Reading;
use crate::Change;
use crate::bounds::Bounds;
use crate::counted::{self, Noun};
use crate::grammar::hedge;
use crate::grammar::number::Shape;
use crate::grammar::term::{Term, term as read_term};
use crate::grammar::token::{gap, tail, then_keyword, word};
use crate::lexicon::{self, class};
use crate::refuse::is_year;

impl<'a> Reading<'a> {
    /// The other side of *61 votes to 38*, *three goals to nil*.
    pub(super) fn against(&self, term: &Term, rest: &'a str) -> Option<(&'a str, Term)> {
        let whole = |term: &Term| {
            let plain = matches!(term.number.shape, Shape::Digits { plain: true, .. } | Shape::Words);
            plain && term.unit.is_none() && !term.number.scaled
        };
        if !whole(term) || self.is_hedged() {
            return None;
        }
        let (after, found) = gap(rest).and_then(|(rest, ())| word(rest)).ok()?;
        if !lexicon::is(found, class::SIDE) {
            return None;
        }
        let (after, ()) = then_keyword(after, "to").ok()?;
        let (after, other) = gap(after).and_then(|(after, ())| read_term(after, false)).ok()?;
        let counted = counted::counted(after, Noun::Plural, false).plural;
        (whole(&other) && !counted && self.change_before().is_none()).then_some((after, other))
    }

    /// The other bound of *more than 20 but fewer than 30*.
    pub(super) fn other_bound(&self, term: &Term, rest: &'a str) -> Option<(&'a str, Term, Bounds)> {
        let first = Bounds::of(term.number, term.number, false, &self.hedges);
        if self.hedges.is_empty() || first.lower.is_some() == first.upper.is_some() {
            return None;
        }
        let link = ["and", "but", "yet"].iter().find_map(|link| then_keyword(rest, link).ok());
        let (rest, ()) = link.or_else(|| rest.strip_prefix(',').map(|rest| (rest, ())))?;
        let (rest, hedge) = gap(rest).and_then(|(rest, ())| hedge::before(rest)).ok()?;
        let (rest, other) = read_term(rest, true).ok()?;
        let units = term.unit.is_none() || term.unit == other.unit;
        let bounds = first.and(Bounds::of(other.number, other.number, false, &[hedge]))?;
        let candidate = self.candidate(other, true, rest);
        (units && !candidate.is_chained()).then_some((rest, other, bounds))
    }

    /// The second half of *rose to 30 lots from 20 lots*.
    pub(super) fn came_from(&self, now: &Term, rest: &'a str) -> Option<(&'a str, Term)> {
        let change = self.change_before()?;
        if !matches!(change, Change::RiseTo | Change::FallTo) {
            return None;
        }
        let group = if now.unit.is_none() { counted::counted(rest, Noun::Plural, false).group } else { None };
        let behind = group.map_or(rest, |(_, end)| tail(self.text, self.place(end)));
        let (after, ()) = then_keyword(behind, "from").ok()?;
        let (after, old) = gap(after).and_then(|(after, ())| read_term(after, true)).ok()?;
        let date = self.candidate(old, true, after);
        let same = old.unit == now.unit && old.number.shape != Shape::Ordinal;
        (same && !is_year(old.number) && !date.is_date() && !date.is_chained()).then_some((after, old))
    }
}
