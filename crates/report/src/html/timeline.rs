//! What happened when, and which accounts say so.

use super::escape::{Html, words};
use super::link::Link;
use crate::overview::{Overview, accounts_of};
use std::fmt::Write;

/// A time with what happened then.
pub(super) struct Moment {
    pub id: usize,
    pub value: String,
    pub precision: &'static str,
    pub claims: Vec<(usize, String)>,
    pub evidence: Vec<Link>,
}

/// Most moments that the picture shows; the list has all.
const SHOWN: usize = 40;
const STEP: usize = 96;
const LANE: usize = 26;
/// Where the first lane lies, under a date and a time of day.
const TOP: usize = 54;

pub(super) fn moments(overview: &Overview) -> Vec<Moment> {
    let entries = overview.story.comparison.timeline.iter().enumerate();
    let moment = |(index, entry): (usize, &corroborate_compare::TimelineEntry)| Moment {
        id: index + 1,
        value: crate::visible::line(&entry.value),
        precision: entry.precision.name(),
        claims: entry.claims.iter().map(|&claim| (claim + 1, overview.summary(claim))).collect(),
        evidence: Link::all(overview, &entry.evidence),
    };
    entries.map(moment).collect()
}

/// A lane for each account, a column for each time in order, and a dot where the account gives the time. The
/// columns stand in order, not to scale.
pub(super) fn picture(overview: &Overview) -> Option<Html> {
    let entries = &overview.story.comparison.timeline;
    let lanes = overview.story.accounts.len();
    if entries.is_empty() {
        return None;
    }
    let shown = entries.len().min(SHOWN);
    let (width, height) = (60 + shown * STEP, TOP - 10 + lanes * LANE);
    let mut out = String::new();
    let _ = write!(
        out,
        "<svg class=\"lanes\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"Which account gives which time; the list below says the same\">"
    );
    for lane in 0..lanes {
        let y = TOP + lane * LANE;
        let _ = write!(
            out,
            "<path class=\"lane\" d=\"M34 {y}H{width}\"/><text class=\"num\" x=\"16\" y=\"{}\">{}</text>",
            y + 5,
            lane + 1
        );
    }
    for (column, entry) in entries.iter().take(shown).enumerate() {
        let x = 60 + column * STEP + STEP / 2 - 20;
        let (date, time) = entry.value.split_once('T').unwrap_or((&entry.value, ""));
        for (words_of, y) in [(date, 16), (time, 32)] {
            if !words_of.is_empty() {
                let _ = write!(out, "<text x=\"{x}\" y=\"{y}\">");
                words(words_of, &mut out);
                out.push_str("</text>");
            }
        }
        for account in accounts_of(&entry.evidence) {
            let _ = write!(out, "<circle class=\"dot\" cx=\"{x}\" cy=\"{}\" r=\"7\"/>", TOP + account * LANE);
        }
    }
    out.push_str("</svg>");
    Some(Html(out))
}
