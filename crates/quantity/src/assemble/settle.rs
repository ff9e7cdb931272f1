//! What a unit stands for in its place.

use super::{Core, Reading};
use crate::context;
use crate::counted::{self, Noun};
use crate::grammar::number::{Number, Shape};
use crate::grammar::term::Term;
use crate::grammar::token::{hyphen, tail, then_keyword};
use crate::grammar::unit::suffix;
use crate::kind::{kelvin, pound_mass};
use crate::lexicon::class;
use corroborate_text::Span;

impl<'a> Reading<'a> {
    /// Takes a unit for what it is in its place: `27m people` are millions, `20-pound` is a weight.
    pub(super) fn settle_unit(&self, core: &mut Core<'a>, last: &Term) {
        if core.unit.is_none() && self.is_kelvin(core) {
            let thousandth = |number: Number| Number { scaled: false, ..number.times(0.001) };
            (core.first, core.last) = (thousandth(core.first), thousandth(core.last));
            core.unit = kelvin();
        }
        let Some(unit) = core.unit else { return };
        let written = self.text.get(self.place(last.end)..self.place(core.rest.len())).unwrap_or_default();
        let digits = matches!(core.last.shape, Shape::Digits { .. });
        if unit.symbol == "m"
            && written == "m"
            && digits
            && counted::counted(core.rest, Noun::Plural, false).plural
        {
            (core.first, core.last, core.unit) = (core.first.times(1e6), core.last.times(1e6), None);
            core.number = Span::new(core.number.start(), self.place(core.rest.len()));
        }
        if written == "s" && !digits_are_seconds(core.last) {
            core.unit = None;
        }
        let pounds =
            written.trim_start_matches([' ', '-', '\u{a0}']).starts_with("pound") && unit.symbol == "GBP";
        let weighed = hyphen(tail(self.text, self.place(last.end))).is_ok()
            || then_keyword(core.rest, "of").is_ok()
            || context::any_before(self.text, self.start, 3, class::WEIGH)
            || self.converts_a_mass();
        if pounds && weighed {
            core.unit = pound_mass();
        }
    }

    /// The unit behind a hedge that stands behind the number: *80-plus percent*, *20-odd tonnes*. Pounds so written may be of either kind.
    pub(super) fn late_unit(&self, core: &mut Core<'a>) {
        let written = self.text.get(core.number.end()..self.place(core.rest.len())).unwrap_or_default();
        if core.unit.is_some()
            || core.linked.is_some()
            || !written.ends_with("plus") && !written.ends_with("odd")
        {
            return;
        }
        if let Ok((rest, unit)) = suffix(core.rest, false)
            && unit.symbol != "GBP"
        {
            (core.rest, core.unit) = (rest, Some(unit));
        }
    }

    /// `572 °F, 573.15K`: no thousands behind a temperature.
    fn is_kelvin(&self, core: &Core<'_>) -> bool {
        let written = core.number.of(self.text);
        let before = self
            .previous
            .filter(|previous| previous.unit.is_some_and(|unit| unit.dimension == "temperature"));
        let between = before.and_then(|before| self.text.get(before.span.end()..self.start));
        written.ends_with('K')
            && core.linked.is_none()
            && matches!(between, Some(", " | " (" | " or " | " / "))
    }

    /// `3 kilograms (6.6 pounds)`: a mass told again in brackets.
    fn converts_a_mass(&self) -> bool {
        let mass =
            self.previous.filter(|previous| previous.unit.is_some_and(|unit| unit.dimension == "mass"));
        let between = mass.and_then(|mass| self.text.get(mass.span.end()..self.start));
        between.is_some_and(|between| between.trim() == "(")
    }
}

/// `7.2s` are seconds; `90s` and `3s` are more often a decade or a plural.
fn digits_are_seconds(number: Number) -> bool {
    number.grain < 1.0
}
