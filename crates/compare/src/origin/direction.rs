//! Who derives from whom.

use super::credit::Credits;
use super::evidence::{Pair, share};
use super::likeness::Telling;
use crate::Account;
use corroborate_article::Publication;
use corroborate_temporal::Precision;

/// Which account of a group is the source of the others, if one is.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Direction {
    pub(super) source: Option<usize>,
    /// Why, in words; where none is, why it cannot be told.
    pub(super) reasons: Vec<String>,
}

/// Lowest score of a source, and its least lead over the next.
const LEAST: f64 = 1.0;
const LEAD: f64 = 0.4;

/// What a source tells at least of what others have in common, and of the account that derives where there is one.
///
/// In generated stories sources tell 0.88 of it and more, half of them all; the fullest of those that drew on a
/// source that is not there 0.4 to 0.95.
const LEAST_HELD: f64 = 0.92;
/// The same for an agency's copy, whose own version may have lacked something.
const LEAST_HELD_BY_WIRE: f64 = 0.85;
const LEAST_CONTAINED: f64 = 0.8;

/// Where others have little in common it says little: so much weight, of which this share is told, is added.
const FEW: f64 = 200.0;
const FEW_HELD: f64 = 0.75;

/// Groups of up to so many accounts are looked at sentence by sentence, larger ones by the claims they make.
const BY_SENTENCES: usize = 48;

/// What the whole of it speaks for, where the next account has nothing of what others have in common.
const HUB: f64 = 4.0;

/// The source of a group, if the evidence singles one out.
///
/// An account that no other credits may have drawn on the same missing source as the others, be it an agency's copy:
/// it is named only if it tells nearly all that any of them have in common.
pub(super) fn source(
    accounts: &[Account],
    group: &[usize],
    pairs: &[Pair],
    credits: &[Credits],
    telling: &Telling,
) -> Direction {
    let case = Case { accounts, group, pairs, credits, held: held(telling, group) };
    let mut scores: Vec<(f64, usize)> = group.iter().map(|&account| (case.score(account), account)).collect();
    scores.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
    let Some(&(best, account)) = scores.first() else {
        return Direction { source: None, reasons: Vec::new() };
    };
    let next = scores.get(1).map_or(f64::NEG_INFINITY, |&(score, _)| score);
    let lacking = case.lacks(account);
    let because = if best < LEAST || best - next < LEAD {
        Some("nothing singles one of them out as the source".to_owned())
    } else {
        lacking
    };
    match because {
        None => Direction { source: Some(account), reasons: case.reasons(account) },
        Some(because) => {
            Direction { source: None, reasons: vec![format!("direction: undecidable, {because}")] }
        }
    }
}

/// For each account of a group, the share of what others have in common that it tells too; none where others have
/// nothing in common.
fn held(telling: &Telling, group: &[usize]) -> Vec<Option<f64>> {
    if group.len() > BY_SENTENCES {
        return telling.held_of_common(group);
    }
    let shared = telling.shared_by_others(group).into_iter();
    shared.map(|(all, held)| (all > 0.0).then(|| (held + FEW * FEW_HELD) / (all + FEW))).collect()
}

struct Case<'a> {
    accounts: &'a [Account],
    group: &'a [usize],
    pairs: &'a [Pair],
    credits: &'a [Credits],
    held: Vec<Option<f64>>,
}

impl Case<'_> {
    fn others(&self, source: usize) -> impl Iterator<Item = usize> + '_ {
        self.group.iter().copied().filter(move |&other| other != source)
    }

    /// What speaks for one account as the source, averaged over the others.
    fn score(&self, source: usize) -> f64 {
        let sum: f64 = self.others(source).map(|other| self.derives(other, source)).sum();
        sum / (self.group.len() - 1).max(1) as f64 + self.hub(source)
    }

    fn held(&self, source: usize) -> Option<f64> {
        let at = self.group.iter().position(|&account| account == source)?;
        self.held.get(at).copied().flatten()
    }

    /// What two derived accounts have in common stands in their source: of what is told by two others or more, the
    /// source has more than any that derives from it.
    fn hub(&self, source: usize) -> f64 {
        let Some(own) = self.held(source) else { return 0.0 };
        let others = self.group.iter().zip(&self.held).filter(|(account, _)| **account != source);
        let best = others.filter_map(|(_, held)| *held).fold(0.0, f64::max);
        (HUB * (own - best)).clamp(-0.8, 0.8)
    }

    /// Why an account may be no source, whatever speaks for it: it lacks what the source must have had.
    fn lacks(&self, source: usize) -> Option<String> {
        let base = self.credits.get(source)?;
        let credited = |other: usize| self.credits.get(other).is_some_and(|own| credit(own, base).is_some());
        if self.others(source).any(credited) {
            return None;
        }
        let least = if base.wire { LEAST_HELD_BY_WIRE } else { LEAST_HELD };
        let percent = |share: f64| (100.0 * share).round();
        match (self.group, self.held(source)) {
            (&[_, _], _) if base.wire => None,
            (&[one, other], _) => {
                let pair = self.pair(one, other)?;
                let [of_one, of_other] = &pair.likeness;
                let contained = if source == one { of_other.contained } else { of_one.contained };
                let derived = if source == one { other } else { one };
                (contained < LEAST_CONTAINED).then(|| {
                    format!(
                        "{} tells only {} % of what {} does: both may draw on another",
                        self.id(source),
                        percent(contained),
                        self.id(derived)
                    )
                })
            }
            (_, held) => {
                let held = held.unwrap_or(0.0);
                (held < least).then(|| {
                    format!(
                        "{} tells about {} % of what others of them have in common: all may draw on another",
                        self.id(source),
                        percent(held)
                    )
                })
            }
        }
    }

    fn id(&self, account: usize) -> &str {
        self.accounts.get(account).map_or("", |account| account.article.id.as_str())
    }

    fn pair(&self, one: usize, other: usize) -> Option<&Pair> {
        let key = (one.min(other), one.max(other));
        self.pairs.get(self.pairs.binary_search_by_key(&key, |pair| (pair.a, pair.b)).ok()?)
    }

    /// What speaks for `from` deriving from `source` rather than the other way round.
    fn derives(&self, from: usize, source: usize) -> f64 {
        let (Some(own), Some(base)) = (self.credits.get(from), self.credits.get(source)) else { return 0.0 };
        let mut score = 0.0;
        if let Some(whole) = credit(own, base) {
            score += if whole { 2.0 } else { 1.2 };
        }
        if credit(base, own).is_some() {
            score -= 2.0;
        }
        score += match (own.wire, base.wire) {
            (false, true) => 1.2,
            (true, false) => -2.0,
            _ => 0.0,
        };
        // What came over a wire itself is not where others got it.
        score += if own.syndicated.is_some() { 0.4 } else { 0.0 };
        score -= if base.syndicated.is_some() { 1.5 } else { 0.0 };
        score += self.asymmetry(from, source);
        score + self.times(from, source)
    }

    /// The one that derives leaves out: more of it is in the source than of the source in it.
    fn asymmetry(&self, from: usize, source: usize) -> f64 {
        let Some(pair) = self.pair(from, source) else { return 0.0 };
        let [ab, ba] = &pair.likeness;
        let told = 3.0 * (ab.contained - ba.contained) + 1.5 * (share(ab) - share(ba));
        let quoted = 0.4 * (pair.fuller[1] as f64 - pair.fuller[0] as f64);
        let for_b = told.clamp(-1.2, 1.2) + quoted.clamp(-0.8, 0.8);
        if source == pair.b { for_b } else { -for_b }
    }

    fn times(&self, from: usize, source: usize) -> f64 {
        match self.minutes_between(source, from) {
            Some(later) if later > 0 => 0.4,
            Some(later) if later < 0 => -2.0,
            _ => 0.0,
        }
    }

    /// Minutes from the publication of one account to that of another, where these can be told apart.
    fn minutes_between(&self, one: usize, other: usize) -> Option<i64> {
        let published = |account: usize| self.accounts.get(account)?.article.metadata.published.as_ref();
        let (one, other) = (published(one)?, published(other)?);
        let zone = |p: &Publication| i64::from(p.offset.unwrap_or(0));
        let apart = one.moment.seconds_until(other.moment) / 60 + zone(one) - zone(other);
        let sharp = |p: &Publication| {
            p.offset.is_some() && matches!(p.precision, Precision::Minute | Precision::Second)
        };
        // Without zones two clocks may be a day apart; a bare date stands for any moment of its day.
        let doubt = if sharp(one) && sharp(other) { 0 } else { 26 * 60 };
        (apart.abs() > doubt).then_some(apart)
    }

    fn reasons(&self, source: usize) -> Vec<String> {
        let id = |account: usize| self.id(account);
        let mut reasons = Vec::new();
        let Some(base) = self.credits.get(source) else { return reasons };
        if base.wire {
            reasons.push(format!("direction: {} is an agency's copy", id(source)));
        }
        for other in self.others(source) {
            if self.credits.get(other).is_some_and(|own| credit(own, base).is_some()) {
                reasons.push(format!("direction: {} credits {}", id(other), id(source)));
            }
            if self.minutes_between(source, other).is_some_and(|later| later > 0) {
                reasons.push(format!("direction: {} was published before {}", id(source), id(other)));
            }
            if self.asymmetry(other, source) >= 0.5 {
                reasons.push(format!(
                    "direction: more of {} is in {} than the other way round",
                    id(other),
                    id(source)
                ));
            }
        }
        reasons
    }
}

/// Whether one account credits what the other is, and if so, whether for its text as a whole.
fn credit(by: &Credits, to: &Credits) -> Option<bool> {
    to.own.iter().filter_map(|name| by.credited.get(name)).map(|credit| credit.whole).max()
}

#[cfg(test)]
mod tests {
    use super::super::credit::Credit;
    use super::super::likeness::Likeness;
    use super::super::tests;
    use super::*;
    use corroborate_temporal::Civil;
    use corroborate_text::Span;

    /// Three accounts of which nothing is known.
    struct Known {
        accounts: Vec<Account>,
        pairs: Vec<Pair>,
        credits: Vec<Credits>,
        held: Vec<Option<f64>>,
    }

    impl Known {
        fn nothing() -> Self {
            Self {
                accounts: ["a", "b", "c"].map(|id| tests::account(id, &[])).into(),
                pairs: [(0, 1), (0, 2), (1, 2)].map(|(a, b)| tests::pair(a, b, 3.0)).into(),
                credits: vec![Credits::default(); 3],
                held: vec![None; 3],
            }
        }

        fn of<T>(&self, group: &[usize], read: impl FnOnce(&Case) -> T) -> T {
            let held = group.iter().map(|&account| self.held[account]).collect();
            let (accounts, pairs, credits) = (&self.accounts, &self.pairs, &self.credits);
            read(&Case { accounts, group, pairs, credits, held })
        }

        fn score(&self, source: usize) -> f64 {
            self.of(&[0, 1, 2], |case| case.score(source))
        }

        fn published(&mut self, account: usize, hour: u32, offset: Option<i32>, precision: Precision) {
            self.accounts[account].article.metadata.published = Some(Publication {
                moment: Civil::new(2023, 5, 9, hour, 0, 0).expect("a moment"),
                precision,
                offset,
                evidence: Span::empty(0),
                from: String::new(),
            });
        }

        fn credit(&mut self, by: usize, to: usize, whole: bool) {
            self.credits[to].own.insert("xna".to_owned());
            let credit = Credit { evidence: Span::empty(0), whole, cued: false };
            self.credits[by].credited.insert("xna".to_owned(), credit);
        }
    }

    #[test]
    fn nothing_speaks_for_any() {
        let known = Known::nothing();
        assert!([0, 1, 2].iter().all(|&source| known.score(source) == 0.0));
        assert!(known.of(&[0, 1, 2], |case| case.reasons(1)).is_empty());
        let direction = |group: &[usize]| {
            source(&known.accounts, group, &known.pairs, &known.credits, &Telling::new(&known.accounts, &[]))
        };
        assert_eq!(direction(&[0, 1, 2]).source, None);
        assert!(direction(&[0, 1, 2]).reasons[0].starts_with("direction: undecidable, nothing singles"));
        assert_eq!(direction(&[]), Direction { source: None, reasons: Vec::new() });
    }

    #[test]
    fn whom_another_credits_is_the_source() {
        let mut known = Known::nothing();
        known.credit(2, 1, false);
        assert!(known.score(1) > known.score(0) && known.score(0) > known.score(2));
        let (fact, against) = (known.score(1), known.score(2));
        known.credit(2, 1, true);
        assert!(known.score(1) > fact, "a credit for the whole text says more than one for a fact");
        assert!((known.score(2) - against).abs() < 1e-12);
        let reasons = known.of(&[0, 1, 2], |case| case.reasons(1));
        assert_eq!(reasons, ["direction: c credits b"]);
        assert!(known.of(&[0, 1, 2], |case| case.lacks(1)).is_none(), "it need not hold anything");
        assert!(known.of(&[0, 1, 2], |case| case.lacks(0)).is_some());
    }

    #[test]
    fn an_agency_is_rather_the_source_and_what_came_over_a_wire_is_not() {
        let mut known = Known::nothing();
        known.credits[1].wire = true;
        assert!(known.score(1) > 1.0 && known.score(0) < 0.0);
        assert_eq!(known.of(&[0, 1, 2], |case| case.reasons(1)), ["direction: b is an agency's copy"]);
        known.credits[0].wire = true;
        let both = known.of(&[0, 1], |case| (case.score(0), case.score(1)));
        assert_eq!(both, (0.0, 0.0), "of two agencies neither");
        let mut known = Known::nothing();
        known.credits[1].syndicated = Some(Span::empty(0));
        assert!(known.score(1) < -1.0 && known.score(0) > 0.0);
    }

    #[test]
    fn who_was_first_where_clocks_can_be_told_apart() {
        let mut known = Known::nothing();
        let between =
            |known: &Known, one, other| known.of(&[0, 1, 2], |case| case.minutes_between(one, other));
        assert_eq!(between(&known, 0, 1), None);
        known.published(0, 12, Some(60), Precision::Minute);
        known.published(1, 12, Some(0), Precision::Second);
        known.published(2, 13, Some(120), Precision::Minute);
        assert_eq!((between(&known, 0, 1), between(&known, 1, 0)), (Some(60), Some(-60)));
        assert_eq!(between(&known, 0, 2), None, "the same moment");
        assert!(known.score(0) > 0.0 && known.score(1) < 0.0, "{} {}", known.score(0), known.score(1));
        let reasons = known.of(&[0, 1, 2], |case| case.reasons(0));
        assert_eq!(reasons, ["direction: a was published before b"]);
        // A bare day, or a clock of no known zone, may be a day off.
        known.published(1, 23, None, Precision::Minute);
        known.published(2, 23, Some(0), Precision::Day);
        assert_eq!((between(&known, 0, 1), between(&known, 0, 2)), (None, None));
        known.accounts[1].article.metadata.published.as_mut().expect("just set").moment =
            Civil::new(2023, 5, 11, 23, 0, 0).expect("a moment");
        assert_eq!(between(&known, 0, 1), Some(60 * (48 + 11 + 1)));
    }

    #[test]
    fn the_one_that_derives_leaves_out() {
        let mut known = Known::nothing();
        let contained = |contained| Likeness { contained, ..Likeness::default() };
        known.pairs[0].likeness = [contained(0.9), contained(0.6)];
        let asymmetry =
            |known: &Known, from, source| known.of(&[0, 1, 2], |case| case.asymmetry(from, source));
        assert!((asymmetry(&known, 0, 1) - 0.9).abs() < 1e-9);
        assert!((asymmetry(&known, 1, 0) + 0.9).abs() < 1e-9);
        let reasons = known.of(&[0, 1, 2], |case| case.reasons(1));
        assert_eq!(reasons, ["direction: more of a is in b than the other way round"]);
        assert!(known.of(&[0, 1, 2], |case| case.reasons(0)).is_empty());
        // The same by claims: `a` makes few, nearly all of which `b` makes too.
        let made = |claims, common| Likeness { claims, common, ..Likeness::default() };
        known.pairs[0].likeness = [made(6, 6), made(16, 6)];
        assert!((asymmetry(&known, 0, 1) - 1.5 * (6.8 / 10.0 - 6.8 / 20.0)).abs() < 1e-9);
        // And who gives more of what is quoted.
        let mut known = Known::nothing();
        known.pairs[0].fuller = [0, 1];
        assert!((asymmetry(&known, 0, 1) - 0.4).abs() < 1e-9 && (asymmetry(&known, 1, 0) + 0.4).abs() < 1e-9);
        known.pairs[0].fuller = [9, 0];
        assert!((asymmetry(&known, 0, 1) + 0.8).abs() < 1e-9);
    }

    #[test]
    fn the_source_holds_what_others_have_in_common() {
        let mut known = Known::nothing();
        known.held = vec![Some(0.95), Some(0.85), Some(0.8)];
        let hub = |known: &Known, source| known.of(&[0, 1, 2], |case| case.hub(source));
        assert!((hub(&known, 0) - 0.4).abs() < 1e-9 && (hub(&known, 1) + 0.4).abs() < 1e-9);
        let lacks = |known: &Known, source| known.of(&[0, 1, 2], |case| case.lacks(source));
        assert!(lacks(&known, 0).is_none());
        let why = lacks(&known, 1).unwrap_or_default();
        assert!(why.starts_with("b tells about 85 % of what others"), "{why}");
        // Of an agency's copy less is asked.
        known.credits[1].wire = true;
        known.credits[2].wire = true;
        assert!(lacks(&known, 1).is_none() && lacks(&known, 2).is_some());
        known.held = vec![Some(1.0), Some(0.2), None];
        assert_eq!((hub(&known, 0), hub(&known, 1), hub(&known, 2)), (0.8, -0.8, 0.0));
    }

    #[test]
    fn of_two_the_source_tells_most_of_what_the_other_tells() {
        let mut known = Known::nothing();
        let contained = |contained| Likeness { contained, ..Likeness::default() };
        known.pairs[0].likeness = [contained(0.85), contained(0.7)];
        let lacks = |known: &Known, source| known.of(&[0, 1], |case| case.lacks(source));
        assert!(lacks(&known, 1).is_none());
        let why = lacks(&known, 0).unwrap_or_default();
        assert!(why.starts_with("a tells only 70 % of what b does"), "{why}");
        known.credits[0].wire = true;
        assert!(lacks(&known, 0).is_none(), "an agency's copy may have been cut");
    }
}
