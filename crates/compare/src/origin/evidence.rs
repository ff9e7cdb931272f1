//! What speaks for two accounts' sharing an origin, and against it.
//!
//! Each signal is a logarithm of odds, with weights set by hand. The centres of *facts* and *telling* lie above what
//! accounts of one event have in common that otherwise have nothing to do with each other: in three stories with
//! gold, such pairs shared 0.19 to 0.43 of their facts (the mean of both sides) and up to 0.31 of the telling; the ties
//! that hold the groups of the other pairs together shared 0.44 to 0.83, and 0.35 to 0.9.

use super::credit::{Credit, Credits};
use super::likeness::{Likeness, Telling};
use super::quoted::Quoted;
use crate::{Account, Place, Reuse};
use corroborate_extract::QuotationKind;
use corroborate_text::{Span, single_spaced};

/// One thing that speaks for a common origin or, with a negative weight, against it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Signal {
    pub(super) name: &'static str,
    pub(super) weight: f64,
    pub(super) words: String,
}

/// Two accounts and all evidence on them; `a` is the lower index.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pair {
    pub(super) a: usize,
    pub(super) b: usize,
    /// The sum of the weights: above 0 where a common origin is more likely than not.
    pub(super) odds: f64,
    pub(super) signals: Vec<Signal>,
    /// How `a` stands to `b`, and `b` to `a`.
    pub(super) likeness: [Likeness; 2],
    /// How often `a` gives more of a shared quotation, and how often `b` does.
    pub(super) fuller: [usize; 2],
    /// One of them says that it draws on the other, or is an agency's copy.
    pub(super) stated: bool,
}

impl Pair {
    /// The chance that the two share an origin.
    pub(super) fn chance(&self) -> f64 {
        1.0 / (1.0 + (-self.odds).exp())
    }
}

/// Share of an account's claims that another account makes too, from which on it speaks for a common origin.
const FACTS_CENTRE: f64 = 0.57;
const FACTS_SLOPE: f64 = 9.0;
/// What two quotations in common say at most: what was said in public may be quoted by all who were there.
const QUOTATIONS: f64 = 1.2;
/// The same for the weight of an account's words that single sentences of the other hold.
const TELLING_CENTRE: f64 = 0.33;
const TELLING_SLOPE: f64 = 10.0;
/// Share of the shorter account that two reporters may write in the same words by chance.
const CHANCE_WORDING: f64 = 0.02;
const WORDING_SLOPE: f64 = 20.0;
/// However short the account, what one shared word beyond the first six adds at most.
const WORDING_PER_WORD: f64 = 0.12;
/// What an account says of itself: that its text is in part another's, that it has a fact from it, and that it names it.
const WHOLE_CREDIT: f64 = 4.0;
const CUED_CREDIT: f64 = 3.0;
const NAMED: f64 = 1.5;
/// Bytes of a word of English and the blank after it.
const WORD_LENGTH: f64 = 6.0;

/// Weighs what speaks for two accounts and against it; `passages` are those that the two share.
pub(super) fn weigh(
    accounts: &[Account],
    a: usize,
    b: usize,
    telling: &Telling,
    credits: &[Credits],
    quoted: &Quoted,
    passages: &[Reuse],
) -> Pair {
    let likeness = [telling.likeness(a, b), telling.likeness(b, a)];
    let story = Story { accounts, credits };
    let mut signals = Vec::new();
    signals.push(story.facts(a, b, &likeness));
    signals.push(story.telling(a, b, &likeness));
    signals.extend(order(&likeness));
    signals.extend(story.wording(a, b, passages));
    signals.extend(story.quotations(a, b, quoted));
    signals.extend(story.alteration(a, b, quoted));
    signals.extend(story.credit(a, b));
    signals.extend(story.credit(b, a));
    signals.extend(story.same_credit(a, b));
    signals.extend(story.syndication(a, b));
    signals.extend(story.syndication(b, a));
    let fuller = quoted.shared(a, b).map_or([0, 0], |shared| [shared.a_fuller, shared.b_fuller]);
    let wire = |account: usize| credits.get(account).is_some_and(|credits| credits.wire);
    let stated = wire(a) || wire(b) || story.credit(a, b).is_some() || story.credit(b, a).is_some();
    Pair { a, b, odds: signals.iter().map(|signal| signal.weight).sum(), signals, likeness, fuller, stated }
}

/// The share of claims in common; a few claims alone say little, hence the constants.
pub(super) fn share(likeness: &Likeness) -> f64 {
    (likeness.common as f64 + 0.8) / (likeness.claims as f64 + 4.0)
}

fn order(likeness: &[Likeness; 2]) -> Option<Signal> {
    let common = likeness[0].common;
    let order = f64::midpoint(likeness[0].order, likeness[1].order);
    (common >= 5).then(|| {
        let how = if order >= 0.5 { "in much the same order" } else { "in another order" };
        Signal { name: "order", weight: 0.6 * order, words: format!("{common} common claims, {how}") }
    })
}

struct Story<'a> {
    accounts: &'a [Account],
    credits: &'a [Credits],
}

impl Story<'_> {
    fn id(&self, account: usize) -> &str {
        self.accounts.get(account).map_or("", |account| account.article.id.as_str())
    }

    fn words(&self, account: usize, span: corroborate_text::Span) -> String {
        let words = self.accounts.get(account).map_or("", |account| account.article.words(span));
        let plain = single_spaced(words);
        match plain.char_indices().nth(120) {
            Some((end, _)) => format!("{}…", plain.get(..end).unwrap_or_default().trim_end()),
            None => plain,
        }
    }

    fn facts(&self, a: usize, b: usize, [ab, ba]: &[Likeness; 2]) -> Signal {
        let (own, other, like) = if share(ab) >= share(ba) { (a, b, ab) } else { (b, a, ba) };
        Signal {
            name: "facts",
            weight: (FACTS_SLOPE * (f64::midpoint(share(ab), share(ba)) - FACTS_CENTRE)).clamp(-4.0, 4.5),
            words: format!(
                "{} of {} claims of {} are in {}",
                like.common,
                like.claims,
                self.id(own),
                self.id(other)
            ),
        }
    }

    fn telling(&self, a: usize, b: usize, [ab, ba]: &[Likeness; 2]) -> Signal {
        let (own, other, like) = if ab.contained >= ba.contained { (a, b, ab) } else { (b, a, ba) };
        Signal {
            name: "telling",
            weight: (TELLING_SLOPE * (like.contained - TELLING_CENTRE)).clamp(-2.5, 4.0),
            words: format!(
                "{} of {} sentences of {} have their like in {}",
                like.answered,
                like.sentences,
                self.id(own),
                self.id(other)
            ),
        }
    }

    fn wording(&self, a: usize, b: usize, passages: &[Reuse]) -> Option<Signal> {
        let longest =
            passages.iter().max_by_key(|reuse| (reuse.a.span.len(), std::cmp::Reverse(reuse.a.span)))?;
        let length = |account: usize| {
            let body = self.accounts.get(account).into_iter().flat_map(|account| account.article.body());
            body.map(|block| block.content.len()).sum::<usize>().max(1)
        };
        let shared: usize = passages.iter().map(|reuse| self.own_length(reuse.a)).sum();
        let share = (shared as f64 / length(a).min(length(b)) as f64).min(1.0);
        let most = WORDING_PER_WORD * (shared as f64 / WORD_LENGTH - 6.0);
        let weight = (WORDING_SLOPE * (share - CHANCE_WORDING)).min(most).clamp(0.0, 3.0);
        Some(Signal { name: "wording", weight, words: format!("“{}”", self.words(a, longest.a.span)) })
            .filter(|signal| signal.weight > 0.0)
    }

    /// Bytes of a passage that are neither quoted nor part of a name: speech that two hand on is not their wording.
    fn own_length(&self, place: Place) -> usize {
        let Some(account) = self.accounts.get(place.account) else { return 0 };
        let annotations = &account.annotations;
        let quoted = annotations.quotations.iter().filter(|q| q.kind != QuotationKind::Indirect);
        let names = annotations.mentions.iter().map(|mention| mention.full);
        let mut aside: Vec<Span> = quoted
            .map(|quotation| quotation.content)
            .chain(names)
            .filter_map(|span| span.intersection(place.span))
            .collect();
        aside.sort_unstable();
        let (mut covered, mut end) = (0, place.span.start());
        for span in aside {
            covered += span.end().saturating_sub(span.start().max(end));
            end = end.max(span.end());
        }
        place.span.len().saturating_sub(covered)
    }

    fn quotations(&self, a: usize, b: usize, quoted: &Quoted) -> Option<Signal> {
        let shared = quoted.shared(a, b)?;
        let all = |account: usize| quoted.counts.get(account).copied().unwrap_or(0).max(1);
        let of_a = (shared.a.len() as f64 / all(a) as f64).min(1.0);
        let of_b = (shared.b.len() as f64 / all(b) as f64).min(1.0);
        // One quotation may have been said to all; that two accounts chose the same several is less likely.
        let several = (shared.a.len().min(shared.b.len()) as f64 / 2.0).min(1.0);
        let longest = shared.a.iter().max_by_key(|span| (span.len(), std::cmp::Reverse(**span)))?;
        Some(Signal {
            name: "quotations",
            weight: QUOTATIONS * of_a.max(of_b) * several,
            words: format!("{} in common, “{}” among them", shared.a.len(), self.words(a, *longest)),
        })
    }

    fn alteration(&self, a: usize, b: usize, quoted: &Quoted) -> Option<Signal> {
        let alike = quoted.shared(a, b)?.alike?;
        let words = format!("“{}”, which a third account gives otherwise", self.words(a, alike));
        Some(Signal { name: "same version", weight: 0.5, words })
    }

    /// `by` credits what `to` is.
    fn credit(&self, by: usize, to: usize) -> Option<Signal> {
        let (by_credits, to_credits) = (self.credits.get(by)?, self.credits.get(to)?);
        let credit = to_credits.own.iter().find_map(|name| by_credits.credited.get(name))?;
        Some(Signal {
            name: "credit",
            weight: match (credit.whole, credit.cued) {
                (true, _) => WHOLE_CREDIT,
                (false, true) => CUED_CREDIT,
                (false, false) => NAMED,
            },
            words: format!("{} has “{}”", self.id(by), self.words(by, credit.evidence)),
        })
    }

    /// Both credit the same third, or both are copy of one agency.
    fn same_credit(&self, a: usize, b: usize) -> Option<Signal> {
        let (one, other) = (self.credits.get(a)?, self.credits.get(b)?);
        if let Some(name) = one.own.intersection(&other.own).next() {
            let words = format!("both bear the name {name}");
            return Some(Signal { name: "same credit", weight: 2.5, words });
        }
        let both =
            one.credited.iter().filter_map(|(name, credit)| Some((name, credit, other.credited.get(name)?)));
        let weight = |x: &Credit, y: &Credit| -> f64 {
            match (x.whole, y.whole) {
                (true, true) => 1.5,
                (true, false) | (false, true) => 0.8,
                (false, false) => 0.4,
            }
        };
        let best = both.max_by(|x, y| weight(x.1, x.2).total_cmp(&weight(y.1, y.2)).then(y.0.cmp(x.0)))?;
        Some(Signal {
            name: "same credit",
            weight: weight(best.1, best.2),
            words: format!("{} has “{}”, {} too", self.id(a), self.words(a, best.1.evidence), self.id(b)),
        })
    }

    /// `by` says that it came over a wire, and `from` is a wire's copy.
    fn syndication(&self, by: usize, from: usize) -> Option<Signal> {
        let line =
            self.credits.get(by)?.syndicated.filter(|_| self.credits.get(from).is_some_and(|c| c.wire))?;
        let words = format!("{} has “{}”, {} is wire copy", self.id(by), self.words(by, line), self.id(from));
        Some(Signal { name: "syndication", weight: 1.0, words })
    }
}

#[cfg(test)]
mod tests;
