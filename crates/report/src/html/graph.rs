//! Who draws on whom, as a graph.

use super::escape::{Html, words};
use super::link::Link;
use crate::overview::{Overview, counted, named, shortened};
use crate::visible::line;
use corroborate_compare::Reuse;
use std::collections::BTreeMap;
use std::f64::consts::TAU;
use std::fmt::Write;

/// Accounts that share an origin, in words.
pub(super) struct OriginView {
    pub sentence: String,
    pub sure: u32,
    pub signals: Vec<String>,
}

/// The passages that two accounts share.
pub(super) struct Pair {
    pub a: usize,
    pub b: usize,
    pub title: String,
    /// Kind, percentage of words that agree, and the words in both.
    pub passages: Vec<(&'static str, u32, Link, Link)>,
    /// How many more there are.
    pub more: usize,
}

/// Most passages of a pair that are shown.
const PASSAGES: usize = 5;

/// Most characters of a passage that are shown; its link leads to all of it.
const WORDS: usize = 240;

/// Most pairs that are shown: all of them among 18 accounts.
const PAIRS: usize = 153;

pub(super) fn origins(overview: &Overview) -> Vec<OriginView> {
    let name = |account: usize| format!("{} {}", account + 1, overview.label(account));
    let origins = overview.story.comparison.origins.iter().map(|origin| {
        let sentence = match origin.from {
            Some(from) => {
                let others = origin.accounts.iter().filter(|&&other| other != from).map(|&other| name(other));
                let others: Vec<String> = others.collect();
                let verb = if others.len() == 1 { "draws" } else { "draw" };
                format!("{} {verb} on {}", others.join(", "), name(from))
            }
            None => {
                let all: Vec<String> = origin.accounts.iter().map(|&account| name(account)).collect();
                format!("{} share a source", all.join(", "))
            }
        };
        OriginView {
            sentence,
            sure: percent(origin.confidence),
            signals: origin.signals.iter().map(|signal| line(&named(overview, signal))).collect(),
        }
    });
    origins.collect()
}

/// The pairs of accounts with passages in common, and how many more there are than the page shows: those with the
/// longest passages.
pub(super) fn pairs(overview: &Overview) -> (Vec<Pair>, usize) {
    let mut found: BTreeMap<(usize, usize), Vec<&Reuse>> = BTreeMap::new();
    for reuse in &overview.story.comparison.reuse {
        found.entry((reuse.a.account, reuse.b.account)).or_default().push(reuse);
    }
    let pair = |((a, b), mut passages): ((usize, usize), Vec<&Reuse>)| {
        passages.sort_by_key(|reuse| (std::cmp::Reverse(reuse.a.span.len()), reuse.a.span));
        let count = passages.len();
        let both = format!("{} {} and {} {}", a + 1, overview.label(a), b + 1, overview.label(b));
        let shown = passages.into_iter().take(PASSAGES).map(|reuse| {
            let (mut a, mut b) = (Link::new(overview, reuse.a), Link::new(overview, reuse.b));
            // The same words need not be told twice.
            b.words = if a.words == b.words { String::new() } else { shortened(&b.words, WORDS) };
            a.words = shortened(&a.words, WORDS);
            (reuse.kind.name(), percent(reuse.similarity), a, b)
        });
        Pair {
            a,
            b,
            title: format!("{both}: {}", counted(count, "passage")),
            passages: shown.collect(),
            more: count.saturating_sub(PASSAGES),
        }
    };
    let mut longest: Vec<(usize, (usize, usize))> = found
        .iter()
        .map(|(&pair, passages)| (passages.iter().map(|reuse| reuse.a.span.len()).sum(), pair))
        .collect();
    longest.sort_by_key(|&(length, pair)| (std::cmp::Reverse(length), pair));
    let rest: Vec<(usize, usize)> = longest.into_iter().skip(PAIRS).map(|(_, pair)| pair).collect();
    rest.iter().for_each(|pair| {
        found.remove(pair);
    });
    (found.into_iter().map(pair).collect(), rest.len())
}

/// The accounts on a circle; an arrow leads from a source to what draws on it, and a square stands for a source
/// that is not among the accounts.
pub(super) fn graph(overview: &Overview) -> Option<Html> {
    let origins = &overview.story.comparison.origins;
    let count = overview.story.accounts.len();
    if origins.is_empty() || count < 2 {
        return None;
    }
    let radius = 90.0 + 6.0 * count as f64;
    // Room for a name on either side.
    let width = 3.0 * radius + 2.0 * NAME;
    let (x, y) = (width / 2.0, radius + 40.0);
    let at = |account: usize, reach: f64| {
        let turn = TAU * account as f64 / count as f64 - TAU / 4.0;
        (x + 1.5 * reach * turn.cos(), y + reach * turn.sin())
    };
    let mut out = String::new();
    let _ = write!(
        out,
        "<svg viewBox=\"0 0 {width} {}\" role=\"img\" aria-labelledby=\"graph-title\"><title id=\"graph-title\">",
        y + radius + 40.0
    );
    let told: Vec<String> = self::origins(overview).into_iter().map(|origin| origin.sentence).collect();
    words(&told.join(". "), &mut out);
    out.push_str("</title><defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\"/></marker></defs>");
    for (index, origin) in origins.iter().enumerate() {
        let line = |out: &mut String, from: (f64, f64), to: (f64, f64)| {
            let (dx, dy) = (to.0 - from.0, to.1 - from.1);
            let length = dx.hypot(dy).max(1.0);
            let (ux, uy) = (dx / length * 20.0, dy / length * 20.0);
            let (x1, y1, x2, y2) = (from.0 + ux, from.1 + uy, to.0 - ux, to.1 - uy);
            let thick = 1.0 + 2.0 * origin.confidence.clamp(0.0, 1.0);
            let _ = write!(
                out,
                "<path class=\"edge\" d=\"M{x1:.1} {y1:.1}L{x2:.1} {y2:.1}\" stroke-width=\"{thick:.1}\" marker-end=\"url(#tip)\"/>"
            );
        };
        match origin.from {
            Some(from) => {
                for &other in origin.accounts.iter().filter(|&&other| other != from) {
                    line(&mut out, at(from, radius), at(other, radius));
                }
            }
            None => {
                let members: Vec<(f64, f64)> =
                    origin.accounts.iter().map(|&account| at(account, radius)).collect();
                let share = 1.0 / members.len().max(1) as f64;
                let middle = members.iter().fold((0.0, 0.0), |sum, point| {
                    (sum.0 + share * (0.4 * x + 0.6 * point.0), sum.1 + share * (0.4 * y + 0.6 * point.1))
                });
                let shift = 26.0 * (index as f64 - origins.len() as f64 / 2.0 + 0.5);
                let middle = (middle.0 + shift, middle.1);
                for member in members {
                    line(&mut out, middle, member);
                }
                let _ = write!(
                    out,
                    "<rect class=\"lost\" x=\"{:.1}\" y=\"{:.1}\" width=\"24\" height=\"24\"/><text x=\"{:.1}\" y=\"{:.1}\">?</text>",
                    middle.0 - 12.0,
                    middle.1 - 12.0,
                    middle.0,
                    middle.1 + 5.0
                );
            }
        }
    }
    for account in 0..count {
        let (cx, cy) = at(account, radius);
        let _ = write!(
            out,
            "<circle class=\"node\" cx=\"{cx:.1}\" cy=\"{cy:.1}\" r=\"16\"/><text class=\"num\" x=\"{cx:.1}\" y=\"{:.1}\">{}</text>",
            cy + 5.0,
            account + 1
        );
        let (anchor, shift) = match cx - x {
            offset if offset > 30.0 => ("start", 22.0),
            offset if offset < -30.0 => ("end", -22.0),
            _ => ("middle", 0.0),
        };
        let lower = if shift != 0.0 {
            5.0
        } else if cy < y {
            -22.0
        } else {
            32.0
        };
        let _ = write!(out, "<text class=\"{anchor}\" x=\"{:.1}\" y=\"{:.1}\">", cx + shift, cy + lower);
        words(&short(overview.label(account)), &mut out);
        out.push_str("</text>");
    }
    out.push_str("</svg>");
    Some(Html(out))
}

/// Room for the longest name beside a node.
const NAME: f64 = 210.0;

fn short(label: &str) -> String {
    if label.chars().count() <= 20 {
        return label.to_owned();
    }
    let mut short: String = label.chars().take(19).collect();
    short.push('…');
    short
}

/// A share of one in whole percent.
fn percent(share: f64) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0..=100")]
    let percent = (share.clamp(0.0, 1.0) * 100.0).round() as u32;
    percent
}
