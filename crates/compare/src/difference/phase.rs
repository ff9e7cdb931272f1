//! Differences of phase: what one account says was still going on has ended, or the step has been taken, in another.

use super::later;
use super::person::person;
use super::phrase::{Phrases, paired};
use super::{Difference, DifferenceKind, DifferenceRelation, Side};
use crate::Place;
use crate::align::{TermClass, overlap};
use crate::best::Best;
use crate::story::Story;
use corroborate_text::{rows, stem};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{LazyLock, OnceLock};

/// Lowest likeness of two clauses for them to speak of one thing.
const LEAST_RATIO: f64 = 0.3;
/// The same where their sentences are linked.
const LEAST_RATIO_NEAR: f64 = 0.2;

/// The same where they name the same two things.
const LEAST_RATIO_NAMED: f64 = 0.2;

/// Finds clauses that say of one thing what holds before a step and what holds after it.
pub(crate) fn find(story: &Story) -> Vec<Difference> {
    let clauses: Vec<Phase> = (0..story.units.clauses.len()).map(|clause| Phase::of(story, clause)).collect();
    let mut found: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for after in clauses.iter().filter(|phase| !phase.after.is_empty()) {
        let mut best = Best::new();
        let near = story.sharing(story.units.account(after.clause), story.terms(after.clause));
        let of_person = clauses.iter().filter(|before| before.is_of(after)).map(|before| before.clause);
        for before in near.into_iter().chain(of_person) {
            let Some(ratio) = clauses.get(before).and_then(|before| likeness(story, before, after)) else {
                continue;
            };
            best.offer(story.units.account(before), ratio, before);
        }
        if !best.is_empty() {
            found.insert(after.clause, best.into_values().collect());
        }
    }
    let lives = |before: &[usize], after: usize| {
        let mut pairs = before.iter().filter_map(|&before| clauses.get(before).zip(clauses.get(after)));
        pairs.any(|(before, after)| before.shares(after, LIFE))
    };
    found
        .into_iter()
        .map(|(after, before)| difference(story, &before, after, lives(&before, after)))
        .collect()
}

/// On which side of its step a phrase is said.
const BEFORE: bool = true;
const AFTER: bool = false;

/// What a clause says of a phase.
struct Phase {
    clause: usize,
    /// The courses, by number, of which it gives the phase before the step, and after it.
    before: Vec<usize>,
    after: Vec<usize>,
    /// Whom it is about, where one of them is a person's course.
    person: Option<usize>,
}

impl Phase {
    fn of(story: &Story, clause: usize) -> Self {
        let found: BTreeSet<(usize, bool)> = COURSES.of(story.spaced(clause)).collect();
        let of = |side: bool| found.iter().filter(move |(_, of)| *of == side).map(|(course, _)| *course);
        // `Has not conceded` tells of no step taken.
        let words = story.spaced(clause);
        let negated = !found.is_empty() && [" not ", "n't ", "n’t "].iter().any(|not| words.contains(not));
        let after: Vec<usize> = of(AFTER).filter(|_| !negated).collect();
        // `They worked to free those who were trapped` tells of both.
        let stems: BTreeSet<String> = if found.is_empty() {
            BTreeSet::new()
        } else {
            story.spaced(clause).split_whitespace().map(stem).collect()
        };
        let takes = |course: &usize| steps(*course).is_some_and(|steps| !steps.is_disjoint(&stems));
        let told = |course: &usize| after.contains(course) || !negated && takes(course);
        let before: Vec<usize> = of(BEFORE).filter(|course| !told(course)).collect();
        let of_person = before.iter().chain(&after).any(|&course| matches!(course_of(course), PERSON | LIFE));
        let person = of_person.then(|| person(story, clause)).flatten();
        Self { clause, before, after, person }
    }

    /// Whether both clauses are about one person, who goes through a course of both, or a course of both is the story's.
    fn is_of(&self, after: &Self) -> bool {
        let person = self.person.is_some() && self.person == after.person;
        self.shares(after, EVENT) || (self.shares(after, PERSON) || self.shares(after, LIFE)) && person
    }

    /// Whether the two are before and after a step of one course of this sort.
    fn shares(&self, after: &Self, sort: &str) -> bool {
        self.before.iter().any(|&course| course_of(course) == sort && after.after.contains(&course))
    }
}

/// How alike two clauses are apart from their phases, where they are of one course and the later one may follow.
fn likeness(story: &Story, before: &Phase, after: &Phase) -> Option<f64> {
    let (early, late) = (story.place(before.clause), story.place(after.clause));
    let of_life = |course: &usize| course_of(*course) == LIFE;
    let mut same = before.before.iter().filter(|course| after.after.contains(course)).peekable();
    if same.peek().is_none() || early.account == late.account {
        return None;
    }
    // Nobody comes back to life: whoever is said to is not dead.
    if same.all(of_life) {
        return before.is_of(after).then_some(1.0);
    }
    if later::follows(story, &[late], &[early]) {
        return None;
    }
    let (left, right) = (story.terms(before.clause), story.terms(after.clause));
    let shared = overlap(left, right);
    let least = if story.near(before.clause, after.clause) { LEAST_RATIO_NEAR } else { LEAST_RATIO };
    let named = left.iter().filter(|term| term.class == TermClass::Entity);
    let both = named.filter(|term| right.iter().any(|other| other.key == term.key)).count();
    let alike = shared.content > 0.0 && shared.ratio() >= least
        || both > 1 && shared.ratio() >= LEAST_RATIO_NAMED
        || before.is_of(after);
    alike.then_some(shared.ratio())
}

fn difference(story: &Story, before: &[usize], after: usize, lives: bool) -> Difference {
    let evidence: Vec<Place> = before.iter().map(|&clause| story.place(clause)).collect();
    let (early, late) = (story.first_shown(&evidence), story.shown(story.place(after)));
    let alive = lives && !later::follows(story, &evidence, &[story.place(after)]);
    let (relation, rule, why) = if alive {
        (
            DifferenceRelation::Conflict,
            "claim.life",
            "one says that they are alive, the other that they are dead",
        )
    } else {
        (DifferenceRelation::Update, "claim.phase", "the second says what came after the first")
    };
    Difference {
        kind: DifferenceKind::Claim,
        relation,
        subject: story.subject(story.claim_of(after), &evidence),
        explanation: format!("“{early}”, then “{late}”: {why}."),
        sides: vec![
            Side { value: early, evidence },
            Side { value: late, evidence: vec![story.place(after)] },
        ],
        rule,
        claim: story.claim_of(after),
    }
}

/// The phrases of all courses, with the number of the course and whether they are said before its step.
static COURSES: LazyLock<Phrases<(usize, bool)>> =
    LazyLock::new(|| Phrases::new(paired(include_str!("../../data/phases.tsv"), 1)));

/// Who goes through a course, where that is told: one person, or the event of the story.
fn course_of(course: usize) -> &'static str {
    ROWS.get(course).map_or("", |row| row.of)
}

const PERSON: &str = "person";
const EVENT: &str = "event";
const LIFE: &str = "life";

/// What else is told of a course.
struct Row {
    of: &'static str,
    before: &'static str,
    after: &'static str,
    steps: OnceLock<BTreeSet<String>>,
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let row = |row: &'static str| {
        let mut cells = row.split('\t').skip(1);
        let mut cell = || cells.next().unwrap_or_default();
        Row { before: cell(), after: cell(), of: cell(), steps: OnceLock::new() }
    };
    rows(include_str!("../../data/phases.tsv")).map(row).collect()
});

/// The stems of the words that alone say that the step of a course was taken, and say nothing before it.
fn steps(course: usize) -> Option<&'static BTreeSet<String>> {
    // `Freed` and `free` have two stems.
    let stems = |word: &str| [stem(word), stem(word.strip_suffix('d').unwrap_or(word))];
    let read = |row: &Row| {
        let before: BTreeSet<String> = row.before.split([' ', '|']).map(stem).collect();
        let after = row.after.split('|').filter(|phrase| !phrase.contains(' '));
        after.flat_map(stems).filter(|stem| !before.contains(stem)).collect()
    };
    // A story speaks of a few courses, and only theirs are brought to their stems.
    ROWS.get(course).map(|row| row.steps.get_or_init(|| read(row)))
}
