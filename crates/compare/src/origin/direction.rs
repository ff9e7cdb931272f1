//! Who derives from whom.

use super::credit::Credits;
use super::evidence::{Pair, share};
use super::likeness::Telling;
use crate::Account;
use corroborate_article::Publication;
use corroborate_temporal::Precision;

/// The account that the others of its group derive from.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Source {
    pub(super) account: usize,
    /// Why, in words.
    pub(super) reasons: Vec<String>,
}

/// Lowest score of a source, and its least lead over the next.
const LEAST: f64 = 1.0;
const LEAD: f64 = 0.4;

/// The source of a group, if the evidence singles one out: `None` where the group may as well draw on a source
/// that is not among the accounts.
pub(super) fn source(
    accounts: &[Account],
    group: &[usize],
    pairs: &[Pair],
    credits: &[Credits],
    telling: &Telling,
) -> Option<Source> {
    let held = telling.held_of_common(group);
    let case = Case { accounts, group, pairs, credits, held };
    let mut scores: Vec<(f64, usize)> = group.iter().map(|&account| (case.score(account), account)).collect();
    scores.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
    let (best, account) = *scores.first()?;
    let next = scores.get(1).map_or(f64::NEG_INFINITY, |&(score, _)| score);
    (best >= LEAST && best - next >= LEAD).then(|| Source { account, reasons: case.reasons(account) })
}

/// What all that two others have in common speaks for, where the next account has nothing of it.
const HUB: f64 = 4.0;

struct Case<'a> {
    accounts: &'a [Account],
    group: &'a [usize],
    pairs: &'a [Pair],
    credits: &'a [Credits],
    /// For each account of the group, what it holds of what others of it have in common.
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

    /// What two derived accounts have in common stands in their source: of what is told by two others or more, the
    /// source has more than any that derives from it.
    fn hub(&self, source: usize) -> f64 {
        let held = || self.group.iter().zip(&self.held);
        let own = held().find(|(account, _)| **account == source).and_then(|(_, held)| *held);
        let Some(own) = own else { return 0.0 };
        let others = held().filter(|(account, _)| **account != source);
        let best = others.filter_map(|(_, held)| *held).fold(0.0, f64::max);
        (HUB * (own - best)).clamp(-0.8, 0.8)
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
        let (a, b) = (from.min(source), from.max(source));
        let Ok(index) = self.pairs.binary_search_by_key(&(a, b), |pair| (pair.a, pair.b)) else { return 0.0 };
        let Some(pair) = self.pairs.get(index) else { return 0.0 };
        let [ab, ba] = &pair.likeness;
        let told = 3.0 * (ab.contained - ba.contained) + 1.5 * (share(ab) - share(ba));
        let quoted = 0.4 * (pair.fuller[1] as f64 - pair.fuller[0] as f64);
        let for_b = told.clamp(-1.2, 1.2) + quoted.clamp(-0.8, 0.8);
        if source == b { for_b } else { -for_b }
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
        let id =
            |account: usize| self.accounts.get(account).map_or("", |account| account.article.id.as_str());
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
