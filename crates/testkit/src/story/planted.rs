//! Differences planted on purpose, one account against the others.

use super::account::Role;
use super::facts::Facts;
use crate::Day;
use crate::seed::Seed;

/// What a planted difference changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    /// Another figure of the injured.
    Hurt(u64),
    /// More dead, in a later account.
    Dead(u64),
    /// A hedged figure of homes.
    HomesAbout(&'static str, u64),
    /// Another cost.
    Cost(u64),
    /// The share as a fraction.
    ShareWords,
    /// Volunteers counted too.
    Volunteers(u64),
    /// Another day.
    Day(Day),
    /// Another town.
    Town,
    /// The town spelled otherwise.
    TownSpelling,
    /// The chief's name spelled otherwise.
    NameSpelling,
    /// The chief's words given to the mayor.
    Speaker,
    /// A fact told in another mode of the templates: `may`, `if`, `unknown`, `denies`, `quote-altered`.
    Mode(&'static str),
}

/// A difference: what kind it is, in which fact, and in which account.
#[derive(Clone, Debug)]
pub(crate) struct Planted {
    pub(crate) kind: &'static str,
    pub(crate) relation: &'static str,
    pub(crate) fact: &'static str,
    pub(crate) subject: &'static str,
    pub(crate) change: Change,
    /// The account that differs.
    pub(crate) account: usize,
    /// The values of the others and of that account.
    pub(crate) values: (String, String),
}

impl Planted {
    /// Some differences, each in an account that tells the story for itself or in its own words.
    pub(crate) fn draw(chance: &mut Seed, facts: &Facts, roles: &[Role]) -> Vec<Self> {
        let able: Vec<usize> = roles
            .iter()
            .enumerate()
            .filter(|(index, role)| *index > 0 && matches!(role, Role::Original | Role::Paraphrase))
            .map(|(index, _)| index)
            .collect();
        let mut found = Vec::new();
        for choices in kinds(chance, facts) {
            let choice = chance.pick(&choices);
            let (Some((kind, relation, fact, subject, change, values)), Some(account)) =
                (choice, chance.pick(&able))
            else {
                continue;
            };
            if chance.chance(2, 3) {
                found.push(Self { kind, relation, fact, subject, change, account, values });
            }
        }
        found
    }
}

type Kind = (&'static str, &'static str, &'static str, &'static str, Change, (String, String));

/// The differences to choose from: of each line at most one, since they touch the same words.
fn kinds(chance: &mut Seed, facts: &Facts) -> Vec<Vec<Kind>> {
    let hurt = facts.hurt + chance.within(3, 9);
    let cost = facts.cost + chance.within(2, 9);
    let about = facts.homes / 10 * 10;
    let two = |a: &dyn ToString, b: &dyn ToString| (a.to_string(), b.to_string());
    let say = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    let later = Day(facts.day.0 + 1);
    vec![
        vec![
            ("figure", "conflict", "start", "number of injured", Change::Hurt(hurt), two(&facts.hurt, &hurt)),
            (
                "figure",
                "update",
                "start",
                "number of dead",
                Change::Dead(facts.dead + 1),
                two(&facts.dead, &(facts.dead + 1)),
            ),
        ],
        vec![
            (
                "date",
                "conflict",
                "start",
                "day of the event",
                Change::Day(later),
                (facts.day.iso(), later.iso()),
            ),
            (
                "place",
                "conflict",
                "start",
                "where it happened",
                Change::Town,
                say(&facts.town, facts.other_town),
            ),
            (
                "place",
                "spelling",
                "start",
                "name of the town",
                Change::TownSpelling,
                say(&facts.town, facts.town_spelling),
            ),
        ],
        vec![
            (
                "figure",
                "compatible",
                "homes",
                "how many had to leave or were put up",
                Change::HomesAbout("about", about),
                two(&facts.homes, &format!("about {about}")),
            ),
            (
                "figure",
                "compatible",
                "homes",
                "how many had to leave or were put up",
                Change::HomesAbout("more than", about),
                two(&facts.homes, &format!("more than {about}")),
            ),
            (
                "figure",
                "not-disclosed",
                "homes",
                "how many had to leave or were put up",
                Change::Mode("unknown"),
                two(&facts.homes, &"not known"),
            ),
        ],
        vec![
            (
                "figure",
                "conflict",
                "cost",
                "cost of the damage",
                Change::Cost(cost),
                (format!("€{}m", facts.cost), format!("€{cost}m")),
            ),
            (
                "figure",
                "compatible",
                "share",
                "share lost",
                Change::ShareWords,
                (format!("{}%", facts.share), "as a fraction".into()),
            ),
            (
                "figure",
                "different-scope",
                "crews",
                "who was at work",
                Change::Volunteers(20),
                say("crews alone", "crews with volunteers"),
            ),
        ],
        vec![
            (
                "claim",
                "not-disclosed",
                "cause",
                "the cause",
                Change::Mode("unknown"),
                say("a fault", "not known"),
            ),
            ("claim", "conflict", "cause", "the cause", Change::Mode("denies"), say("a fault", "no fault")),
        ],
        vec![
            ("strength", "conflict", "closure", "whether it closes", Change::Mode("may"), say("will", "may")),
            (
                "condition",
                "conflict",
                "closure",
                "on what the closure depends",
                Change::Mode("if"),
                say("unconditional", "conditional"),
            ),
        ],
        vec![
            (
                "quote",
                "wording",
                "mayor",
                "the mayor's words",
                Change::Mode("quote-altered"),
                say("as first told", "altered"),
            ),
            (
                "quote",
                "wording",
                "witness",
                "the witness's words",
                Change::Mode("quote-altered"),
                say("as first told", "altered"),
            ),
        ],
        vec![
            (
                "attribution",
                "conflict",
                "chief",
                "who said it",
                Change::Speaker,
                (facts.chief.full(), facts.mayor.full()),
            ),
            (
                "name",
                "spelling",
                "chief",
                "the chief's name",
                Change::NameSpelling,
                (facts.chief.family.clone(), facts.chief.other_spelling.to_owned()),
            ),
        ],
    ]
}

/// The facts as one account has them.
pub(crate) fn applied(facts: &Facts, planted: &[Planted], account: usize) -> Facts {
    let mut own = facts.clone();
    for difference in planted.iter().filter(|difference| difference.account == account) {
        match difference.change {
            Change::Hurt(hurt) => own.hurt = hurt,
            Change::Dead(dead) => own.dead = dead,
            Change::HomesAbout(hedge, about) => own.homes_about = Some((hedge, about)),
            Change::Cost(cost) => own.cost = cost,
            Change::ShareWords => own.share_words = true,
            Change::Volunteers(more) => own.volunteers = Some(more),
            Change::Day(day) => own.day = day,
            Change::Town => own.town = own.other_town.to_owned(),
            Change::TownSpelling => own.town = own.town_spelling.to_owned(),
            Change::NameSpelling => own.chief.family = own.chief.other_spelling.to_owned(),
            Change::Speaker | Change::Mode(_) => {}
        }
    }
    own
}
