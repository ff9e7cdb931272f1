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
mod tests;
