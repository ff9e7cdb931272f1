//! Differences of figures: the same thing counted or measured, with another result.
//!
//! Figures are brought together by what they count and by the clause around them; equal ones first, so that in
//! two sentences with several figures each the differing ones meet only what is left.

mod age;
mod digits;
mod dispute;
mod likeness;
mod measure;
mod rate;
mod read;
mod relate;
mod scope;
mod slot;
mod subject;
mod sum;
mod toll;
mod verdict;

pub(super) use toll::tells_of_dead;

use super::phrase::Phrases;
use super::{Difference, DifferenceKind, DifferenceRelation, Side};
use crate::Place;
use crate::align::{Term, TermClass};
use crate::cues;
use crate::lexicon;
use crate::story::Story;
use corroborate_quantity::{Quantity, QuantityKind};
use corroborate_text::{rows, stem};
use relate::{difference, shown, sides};
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use subject::subject;
use sum::Sum;

/// A figure with what is around it.
struct Figure<'a> {
    quantity: &'a Quantity,
    place: Place,
    /// It stands above the running text, and its clause is that text's first.
    title: bool,
    /// Where a headline or a standfirst of its account gives it too.
    echoes: Vec<Place>,
    clause: usize,
    /// What is counted: the key of the name it holds, or the stem of its head.
    counted: Option<String>,
    /// For people of a kind, what has happened to them: the toll of `22 hikers who were hurt`.
    toll: Option<String>,
    /// It is of some among others: `22 of the dead`, `of whom 22`.
    part: bool,
    /// The number of those others, where it is told: of `three of the five`, `nine were hurt, six of them badly`.
    among: Option<f64>,
    /// It is of all there are: `all nine`.
    all: bool,
    /// It is of a year before the story's.
    past: bool,
    /// The length of time that it is for: the stem of `day` in `2 tons a day`, `over` for `over ten years`.
    rate: Option<String>,
    /// What the other figures of its clause count.
    beside: Vec<String>,
    /// Terms of the clause that are no figures.
    context: Vec<Term>,
    /// Stems of the clause's terms.
    words: Vec<String>,
}

/// Finds differing figures for the same thing.
pub(crate) fn find(story: &Story) -> Vec<Difference> {
    let flat = read::flat(story);
    let figures = read::figures(story, &flat);
    let slots = slot::slots(story, &figures);
    let mut sums = sum::find(story, &figures);
    sums.retain(|sum| sum.accounts(&figures).is_some_and(|(a, b)| story.units.one_event(a, b)));
    let added = |x: usize, y: usize| sums.iter().any(|sum| sum.explains(&figures, x, y));
    let mut found = sums.iter().filter_map(|sum| summed(story, &figures, sum)).fold(Vec::new(), merge);
    for slot in &slots.groups {
        let sides = sides(&figures, slot);
        let mut of_slot: BTreeMap<(&str, Values), Difference> = BTreeMap::new();
        for (index, first) in sides.iter().enumerate() {
            for second in sides.iter().skip(index + 1) {
                let second: Vec<usize> =
                    second.iter().copied().filter(|&y| !first.iter().any(|&x| added(x, y))).collect();
                if let Some(differs) = difference(story, &figures, first, &second) {
                    // `About 40` and `at least 40` differ from 70 in one way.
                    let key = (differs.rule, values(&figures, first, &second));
                    match of_slot.get_mut(&key) {
                        Some(known) => take_in(known, differs),
                        None => drop(of_slot.insert(key, differs)),
                    }
                }
            }
        }
        found.extend(of_slot.into_values());
    }
    found.extend(told_apart(story, &figures, &slots));
    found.extend(dispute::disputes(story, &figures));
    found.extend(dispute::corrections(story, &figures));
    found.extend(age::find(story));
    found
}

/// The numbers of two sides, as bits; apart by their indices where they have none, or the same.
type Values = ((u64, usize), (u64, usize));

fn values(figures: &[Figure], first: &[usize], second: &[usize]) -> Values {
    let number = |side: &[usize]| figures.get(*side.first()?)?.quantity.nominal.map(f64::to_bits);
    match (number(first), number(second)) {
        (Some(x), Some(y)) if x != y => ((x, 0), (y, 0)),
        _ => {
            let index = |side: &[usize]| side.first().map_or(0, |index| index + 1);
            ((0, index(first)), (0, index(second)))
        }
    }
}

/// Figures that seem to be for the same thing, of which one account gives both.
fn told_apart(story: &Story, figures: &[Figure], slots: &slot::Slots) -> Vec<Difference> {
    let slot = |index: usize| -> Vec<usize> {
        let slot = slots.groups.iter().find(|slot| slot.contains(&index));
        slot.cloned().unwrap_or_else(|| vec![index])
    };
    let side = |index: usize| -> Vec<usize> {
        let sides = sides(figures, &slot(index));
        sides.into_iter().find(|side| side.contains(&index)).unwrap_or_default()
    };
    let mut found: BTreeMap<(Vec<usize>, Vec<usize>), Difference> = BTreeMap::new();
    for &(a, b) in &slots.told_apart {
        let key = (side(a), side(b));
        if !found.contains_key(&key)
            && let Some(mut difference) = difference(story, figures, &key.0, &key.1)
        {
            // Values that agree but for rounding or bounds are one value told twice.
            let differs = difference.relation != DifferenceRelation::Compatible;
            if differs && dispute::tell_apart(story, figures, &mut difference, &slot(a), &slot(b)) {
                found.insert(key, difference);
            }
        }
    }
    found.into_values().collect()
}

/// Adds a sum to those found, or its words to the finding of the same values.
fn merge(mut found: Vec<Difference>, next: Difference) -> Vec<Difference> {
    let values = |difference: &Difference| -> Vec<String> {
        difference.sides.iter().map(|side| digits(&side.value)).collect()
    };
    let same = found.iter_mut().find(|other| other.rule == next.rule && values(other) == values(&next));
    match same {
        Some(other) => take_in(other, next),
        None => found.push(next),
    }
    found
}

/// Adds the words of a difference to those of another, side by side.
fn take_in(known: &mut Difference, next: Difference) {
    for (side, more) in known.sides.iter_mut().zip(next.sides) {
        side.evidence.extend(more.evidence);
        side.evidence.sort_unstable();
        side.evidence.dedup();
    }
}

/// The numbers of a value: two accounts may name the parts differently.
fn digits(value: &str) -> String {
    value.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn summed(story: &Story, figures: &[Figure], sum: &Sum) -> Option<Difference> {
    let (whole, first, second) =
        (figures.get(sum.whole)?, figures.get(sum.parts.0)?, figures.get(sum.parts.1)?);
    let parts = Place::new(first.place.account, first.place.span.hull(second.place.span));
    let value = shown(story, whole);
    let added = format!("{} and {}", shown(story, first), shown(story, second));
    // `47 skiers` beside `41 skiers and 6 guides`: the whole is given as one of its parts.
    let mistaken = whole.counted.is_some() && [&first.counted, &second.counted].contains(&&whole.counted);
    let (relation, rule, why) = if mistaken {
        (DifferenceRelation::Conflict, "figure.part", ", and counts the other part as the same thing")
    } else {
        (DifferenceRelation::Compatible, "figure.sum", "")
    };
    Some(Difference {
        kind: DifferenceKind::Figure,
        relation,
        subject: subject(story, whole),
        explanation: format!("“{value}” is the sum of “{added}”{why}."),
        sides: vec![Side { value, evidence: whole.places() }, Side { value: added, evidence: vec![parts] }],
        rule,
        claim: story.claim_of(whole.clause),
    })
}

impl<'a> Figure<'a> {
    /// Where its account gives it.
    fn places(&self) -> Vec<Place> {
        let mut places: Vec<Place> = self.echoes.iter().copied().chain([self.place]).collect();
        places.sort_unstable();
        places
    }

    fn new(
        story: &Story<'a>,
        quantity: &'a Quantity,
        place: Place,
        clause: usize,
        counted: Option<String>,
    ) -> Self {
        let terms = story.terms(clause);
        let context = terms.iter().filter(|term| term.class != TermClass::Figure).copied().collect();
        let words = terms.iter().map(|term| story.stem(place.account, term).into_owned()).collect();
        Self {
            quantity,
            place,
            title: false,
            echoes: Vec::new(),
            clause,
            counted,
            toll: None,
            part: is_part(story.text(place.account), quantity),
            among: None,
            all: is_all(story.text(place.account), quantity),
            past: false,
            rate: None,
            beside: Vec::new(),
            context,
            words,
        }
    }
}

/// Whether a figure is of some among others that are known already: `22 of the dead`, `of whom 22`.
fn is_part(text: &str, quantity: &Quantity) -> bool {
    let behind = text.get(quantity.number.end()..).unwrap_or_default();
    let mut behind = behind.split_whitespace();
    let among =
        behind.next() == Some("of") && behind.next().is_some_and(|word| cues::KNOWN_THINGS.contains(&word));
    let before = text.get(..quantity.number.start()).unwrap_or_default();
    let mut before = before.split_whitespace().rev();
    let which = matches!(before.next(), Some("whom" | "which"));
    let count = quantity.kind == QuantityKind::Count;
    count && (among || which && before.next() == Some("of"))
}

/// Whether a number is of all: `all nine`, `all of the nine`.
fn is_all(text: &str, quantity: &Quantity) -> bool {
    let before = text.get(..quantity.number.start()).unwrap_or_default();
    let mut before = before.split_whitespace().rev();
    before.find(|word| !matches!(*word, "of" | "the")).is_some_and(|word| matches!(word, "all" | "All"))
}

/// Whether a stem can stand for most people or things counted.
pub(crate) fn is_generic(stem: &str) -> bool {
    GENERIC.contains(stem)
}

/// Whether what is counted are people, a name of a people among them.
fn is_person(stem: &str) -> bool {
    stem.starts_with('@') || toll::is_toll(stem) || GENERIC.contains(stem) || lexicon::is_person(stem)
}

/// Stems of words that can stand for most things counted.
static GENERIC: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| rows(include_str!("../../../data/generic-counted.txt")).map(stem).collect());

/// Verbs of a figure that becomes another.
static CHANGES: LazyLock<Phrases<()>> =
    LazyLock::new(|| Phrases::listed(include_str!("../../../data/changes.txt")));

/// Phrases that say that several things are taken together, or one apart.
static SCOPES: LazyLock<Phrases<()>> =
    LazyLock::new(|| Phrases::listed(include_str!("../../../data/scopes.txt")));
