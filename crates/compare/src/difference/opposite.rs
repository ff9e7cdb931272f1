//! Differences of sense: two clauses that say the same but for a word and its opposite.

use super::later::{self, rows};
use super::{Difference, DifferenceKind, DifferenceRelation, Side};
use crate::Place;
use crate::align::{Term, TermClass, overlap};
use crate::story::Story;
use corroborate_extract::Polarity;
use corroborate_text::{fold, stem};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::LazyLock;

/// Lowest score of the link between the two clauses.
const LEAST_LINK: f64 = 0.7;
/// Lowest likeness of what they say besides.
const LEAST_RATIO: f64 = 0.45;

/// Finds linked clauses of which one has a word where the other has its opposite.
pub(crate) fn find(story: &Story) -> Vec<Difference> {
    let mut found: BTreeMap<(usize, String, String), [Vec<usize>; 2]> = BTreeMap::new();
    for (a, b, score) in story.links() {
        if score < LEAST_LINK || polarity(story, a) != polarity(story, b) {
            continue;
        }
        let Some((x, y)) = opposed(story, a, b) else { continue };
        // One entry for a claim and a pair of words, whichever way round.
        let (first, second, left, right) = if x <= y { (x, y, a, b) } else { (y, x, b, a) };
        let claim = story.claim_of(a).unwrap_or(usize::MAX);
        let sides = found.entry((claim, first, second)).or_default();
        let [first, second] = sides;
        first.push(left);
        second.push(right);
    }
    found.into_iter().map(|((_, x, y), [left, right])| difference(story, &x, &y, left, right)).collect()
}

fn polarity(story: &Story, clause: usize) -> Option<bool> {
    story.statement(clause).map(|statement| statement.polarity == Polarity::Affirmed)
}

/// A word of the first clause and its opposite in the second, where neither has both and the rest is much the same.
fn opposed(story: &Story, a: usize, b: usize) -> Option<(String, String)> {
    let (left, right) = (terms(story, a), terms(story, b));
    if overlap(left, right).ratio() < LEAST_RATIO {
        return None;
    }
    let words = |clause: usize, terms: &[Term]| -> HashSet<String> {
        let text = story.text(story.units.account(clause));
        let plain = terms.iter().filter(|term| matches!(term.class, TermClass::Word | TermClass::Title));
        plain.map(|term| stem(&fold(term.span.of(text)))).collect()
    };
    let (mine, theirs) = (words(a, left), words(b, right));
    let mut own: Vec<&String> = mine.difference(&theirs).collect();
    own.sort_unstable();
    own.into_iter().find_map(|word| {
        let opposites = OPPOSITES.get(word)?;
        let mut met: Vec<&String> =
            opposites.iter().filter(|other| theirs.contains(*other) && !mine.contains(*other)).collect();
        met.sort_unstable();
        met.first().map(|other| (word.clone(), (*other).clone()))
    })
}

fn terms<'a>(story: &Story<'a>, clause: usize) -> &'a [Term] {
    story.clause(clause).map_or(&[], |clause| clause.terms.as_slice())
}

fn difference(story: &Story, x: &str, y: &str, mut left: Vec<usize>, mut right: Vec<usize>) -> Difference {
    let side = |clauses: &mut Vec<usize>| {
        clauses.sort_unstable();
        clauses.dedup();
        let evidence: Vec<Place> = clauses.iter().map(|&clause| story.place(clause)).collect();
        let words = evidence.first().map_or("", |&place| story.words(place));
        Side { value: words.split_whitespace().collect::<Vec<_>>().join(" "), evidence }
    };
    let (first, second) = (side(&mut left), side(&mut right));
    let later = later::follows(story, &first.evidence, &second.evidence)
        || later::follows(story, &second.evidence, &first.evidence);
    let revised = first.evidence.iter().chain(&second.evidence).any(|&place| later::revises(story, place));
    let (relation, rule) = if later && revised {
        (DifferenceRelation::Update, "claim.turned")
    } else {
        (DifferenceRelation::Conflict, "claim.opposite")
    };
    let claim = left.iter().chain(&right).find_map(|&clause| story.claim_of(clause));
    Difference {
        kind: DifferenceKind::Claim,
        relation,
        subject: story.subject(claim, &first.evidence),
        explanation: format!(
            "“{}” and “{}”: “{x}” in one is the opposite of “{y}” in the other.",
            first.value, second.value
        ),
        sides: vec![first, second],
        rule,
        claim,
    }
}

/// Stems to the stems of their opposites.
static OPPOSITES: LazyLock<HashMap<String, HashSet<String>>> = LazyLock::new(|| {
    let mut found: HashMap<String, HashSet<String>> = HashMap::new();
    for row in rows(include_str!("../../data/opposites.tsv")) {
        if let Some((x, y)) = row.split_once('\t') {
            found.entry(stem(x)).or_default().insert(stem(y));
            found.entry(stem(y)).or_default().insert(stem(x));
        }
    }
    found
});
