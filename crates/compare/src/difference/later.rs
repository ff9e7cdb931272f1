//! Whether one side of a difference supersedes the other.

use super::phrase::{Phrases, Stems, spaced};
use crate::Place;
use crate::story::Story;
use corroborate_temporal::Civil;
use corroborate_text::rows;
use std::sync::LazyLock;

/// Accounts closer in time than this, in seconds, do not supersede each other by time alone.
const APART: i64 = 3 * 3600;

/// Whether the words around a place say that they bring up to date what was said before.
pub(crate) fn revises(story: &Story, place: Place) -> bool {
    match story.clause_at(place.account, place.span.start()) {
        Some(clause) => REVISIONS.any(story.spaced(clause)),
        None => REVISIONS.any(&spaced(story.words(place))),
    }
}

/// Whether the accounts of `late` were published well after those of `early`, as far as their times are known.
pub(crate) fn follows(story: &Story, early: &[Place], late: &[Place]) -> bool {
    let times = |side: &[Place]| -> Vec<Civil> {
        side.iter().filter_map(|place| story.published(place.account)).collect()
    };
    let (Some(last), Some(first)) = (times(early).into_iter().max(), times(late).into_iter().min()) else {
        return false;
    };
    last.seconds_until(first) >= APART
}

/// Whether the accounts of either side were published well after those of the other.
pub(super) fn are_apart(story: &Story, a: &[Place], b: &[Place]) -> bool {
    follows(story, a, b) || follows(story, b, a)
}

/// Whether a stem is of something whose count grows or shrinks while an event goes on.
pub(super) fn is_tally(counted: &str) -> bool {
    TALLIES.has(counted)
}

/// Whether the clause around a place speaks of such a thing.
pub(super) fn tells_tally(story: &Story, place: Place) -> bool {
    let clause = story.clause_at(place.account, place.span.start());
    let words = clause.map_or_else(|| story.words(place), |clause| story.words(story.place(clause)));
    TALLIES.any(words)
}

static REVISIONS: LazyLock<Phrases<()>> =
    LazyLock::new(|| Phrases::listed(include_str!("../../data/revisions.txt")));

static TALLIES: LazyLock<Stems> = LazyLock::new(|| Stems::new(rows(include_str!("../../data/tallies.txt"))));
