//! Differences planted on purpose, one account against the others.

use super::Brief;
use super::role::{Manner, Role, Source};
use super::sheet::{Change, Differs, Fact, FactSheet};
use crate::seed::Seed;

/// A difference and the account that differs.
#[derive(Clone, Debug)]
pub(crate) struct Planted<'a> {
    pub(crate) differs: &'a Differs,
    pub(crate) account: usize,
    /// The family name to give where a person goes by another.
    pub(crate) name: String,
}

impl Planted<'_> {
    pub(crate) fn is_later(&self) -> bool {
        self.differs.relation == "update"
    }
}

/// Some differences. An account that reports for itself gets the fact if it did not tell it, and so does the first
/// account where no one else tells it.
pub(crate) fn draw<'a>(
    chance: &mut Seed,
    brief: &Brief,
    sheet: &'a FactSheet,
    roles: &[Role],
    plans: &mut [Vec<&'a Fact>],
    names: &[String],
) -> Vec<Planted<'a>> {
    let able: Vec<usize> = (1..roles.len())
        .filter(|&index| {
            roles.get(index).is_some_and(|role| !matches!(role.copied, Some((_, Manner::Verbatim))))
        })
        .collect();
    let mut names = names.iter();
    let mut found: Vec<Planted> = Vec::new();
    let tries = chance.shuffled((0..sheet.differs.len() * able.len().min(8)).collect());
    for at in tries {
        let Some(differs) = sheet.differs.get(at % sheet.differs.len().max(1)) else { continue };
        let (Some(account), Some(fact)) = (chance.pick(&able), sheet.fact(&differs.fact)) else { continue };
        if found.len() >= brief.differences {
            break;
        }
        if found.iter().any(|other| clash(fact, differs, other.differs)) {
            continue;
        }
        let tells = |plan: Option<&Vec<&Fact>>| {
            plan.is_some_and(|plan| plan.iter().any(|known| known.key == fact.key))
        };
        let source = roles.get(account).and_then(|role| role.source());
        let copied = match source {
            None => false,
            Some(Source::First) => tells(plans.first()),
            Some(Source::Hidden) => tells(plans.last()),
        };
        if source.is_some() && !copied {
            continue;
        }
        if source.is_none() && !tells(plans.get(account)) {
            add(plans.get_mut(account), fact);
        }
        let others = (0..roles.len()).any(|other| other != account && tells(plans.get(other)));
        if !others {
            add(plans.first_mut(), fact);
        }
        let name = names.next().and_then(|name| name.split(' ').nth(1)).unwrap_or("Norling").to_owned();
        found.push(Planted { differs, account, name });
    }
    found
}

fn add<'a>(plan: Option<&mut Vec<&'a Fact>>, fact: &'a Fact) {
    if let Some(plan) = plan {
        let place = 3.min(plan.len());
        plan.insert(place, fact);
    }
}

/// Whether two differences would touch the same words.
fn clash(fact: &Fact, one: &Differs, other: &Differs) -> bool {
    match (&one.change, &other.change) {
        (Change::Slot(a, _), Change::Slot(b, _)) => a == b || (fact.quote && one.fact == other.fact),
        _ => one.fact == other.fact,
    }
}
