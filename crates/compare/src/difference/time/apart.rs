//! Times of two things of one sort: of the first report and of the final one.

use super::agree::agree;
use super::quoted;
use super::when::{When, shown};
use crate::Place;
use crate::difference::phrase::paired;
use crate::difference::{Difference, DifferenceKind, DifferenceRelation, Side};
use crate::story::Story;
use corroborate_text::stem;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Finds clauses of different accounts that give each a time, one for the first of a thing and one for the last.
pub(super) fn find(story: &Story, times: &[Option<When>]) -> Vec<Difference> {
    let mut first: BTreeMap<(usize, String), Vec<When>> = BTreeMap::new();
    let mut last: BTreeMap<(usize, String), Vec<When>> = BTreeMap::new();
    for (clause, when) in times.iter().enumerate().filter_map(|(clause, when)| Some((clause, (*when)?))) {
        for (row, is_first, noun) in staged(story, clause) {
            let of = if is_first { &mut first } else { &mut last };
            of.entry((row, noun)).or_default().push(when);
        }
    }
    let mut found = Vec::new();
    for (thing, early) in &first {
        let Some(late) = last.get(thing) else { continue };
        let apart = |x: &When, y: &When| {
            let (a, b) = (x.place.account, y.place.account);
            a != b && story.units.one_event(a, b) && !agree(story, x, y)
        };
        let left: Vec<When> = early.iter().filter(|x| late.iter().any(|y| apart(x, y))).copied().collect();
        let right: Vec<When> = late.iter().filter(|y| left.iter().any(|x| apart(x, y))).copied().collect();
        if !left.is_empty() && !right.is_empty() {
            found.push(difference(story, &left, &right));
        }
    }
    found
}

/// The things of which a clause names the first or the last: the row of the table, which of the two, the noun.
fn staged(story: &Story, clause: usize) -> Vec<(usize, bool, String)> {
    let words: Vec<&str> = story.spaced(clause).split_whitespace().collect();
    let pairs = words.array_windows();
    let found = pairs.flat_map(|[word, noun]| {
        STAGES
            .iter()
            .filter(move |(stage, ..)| stage == word)
            .map(|(_, (row, first))| (*row, *first, stem(noun)))
    });
    found.collect()
}

fn difference(story: &Story, first: &[When], last: &[When]) -> Difference {
    let sides = [first, last].map(|side| Side {
        value: side.first().map_or("", |when| shown(story, when)).to_owned(),
        evidence: side.iter().map(|when| story.place(when.clause)).collect::<Vec<Place>>(),
    });
    let values: Vec<String> = sides.iter().map(|side| side.value.clone()).collect();
    let claim = first.iter().chain(last).find_map(|when| story.claim_of(when.clause));
    Difference {
        kind: DifferenceKind::Date,
        relation: DifferenceRelation::DifferentScope,
        subject: story.subject(claim, &sides[0].evidence),
        explanation: format!(
            "{}: one is the time of the first such thing, the other of the last.",
            quoted(&values)
        ),
        sides: sides.to_vec(),
        rule: "date.apart",
        claim,
    }
}

/// The words of the stages, each with its row and whether it is of the first.
static STAGES: LazyLock<Vec<(&'static str, (usize, bool))>> =
    LazyLock::new(|| paired(include_str!("../../../data/stages.tsv"), 0).collect());
