//! What a reader wants to know first.

use crate::visible::line;
use crate::{Decision, Story, Target};
use corroborate_compare::{Claim, Difference, DifferenceRelation, Place, Stance};
use std::collections::BTreeMap;

/// A story sorted for reading: indices into its comparison.
pub(crate) struct Overview<'a> {
    pub story: &'a Story,
    /// What each account is called: its outlet, or its id where that is missing or not unique.
    pub labels: Vec<String>,
    /// Claims that every account makes.
    pub agreed: Vec<usize>,
    /// Claims that two or more accounts speak of.
    pub shared: Vec<usize>,
    /// For each account, the claims that it alone makes.
    pub single: Vec<Vec<usize>>,
}

impl<'a> Overview<'a> {
    pub(crate) fn new(story: &'a Story) -> Self {
        let claims = &story.comparison.claims;
        let count = story.accounts.len();
        let mut single = vec![Vec::new(); count];
        let (mut agreed, mut shared) = (Vec::new(), Vec::new());
        for (index, claim) in claims.iter().enumerate() {
            let sayers: Vec<usize> = claim.sayers().collect();
            if count > 1 && sayers.len() == count {
                agreed.push(index);
            }
            match (sayers.as_slice(), speakers(claim)) {
                (&[account], 1) => single.get_mut(account).into_iter().for_each(|list| list.push(index)),
                _ => shared.push(index),
            }
        }
        Self { story, labels: labels(story), agreed, shared, single }
    }

    /// How many differences of a relation there are.
    pub(crate) fn count(&self, relation: DifferenceRelation) -> usize {
        self.related(relation).count()
    }

    /// The differences of a relation, each with its index.
    pub(crate) fn related(
        &self,
        relation: DifferenceRelation,
    ) -> impl Iterator<Item = (usize, &'a Difference)> + use<'a> {
        let differences = self.story.comparison.differences.iter().enumerate();
        differences.filter(move |(_, difference)| difference.relation == relation)
    }

    /// How many claims one account alone makes.
    pub(crate) fn single_count(&self) -> usize {
        self.single.iter().map(Vec::len).sum()
    }

    /// What an account is called.
    pub(crate) fn label(&self, account: usize) -> &str {
        self.labels.get(account).map_or("", String::as_str)
    }

    /// Whether a person decided on a finding.
    pub(crate) fn is_decided(&self, finding: Target) -> bool {
        self.story.decisions.iter().any(|decision| decision.target == Some(finding))
    }

    /// The words at a place, on one line.
    pub(crate) fn words(&self, place: Place) -> String {
        line(place.words(&self.story.accounts))
    }

    /// A claim's summary on one line.
    pub(crate) fn summary(&self, claim: usize) -> String {
        self.story.comparison.claims.get(claim).map(|claim| line(&claim.summary)).unwrap_or_default()
    }

    /// A title for the story: the headline of the first account that has one.
    pub(crate) fn title(&self) -> Option<String> {
        let articles = self.story.accounts.iter().map(|account| &account.article);
        articles.filter_map(|article| article.metadata.headline.map(|span| line(article.words(span)))).next()
    }

    /// The accounts in one line: `5 accounts, 3 independent origins`.
    pub(crate) fn counts(&self) -> String {
        let accounts = self.story.accounts.len();
        let origins = self.story.comparison.origin_count;
        format!("{}, {}", counted(accounts, "account"), counted(origins, "independent origin"))
    }
}

/// What a difference is about, short enough for a heading: on one line, cut after a word, without a mark of
/// quotation that has lost its fellow.
pub(crate) fn subject(difference: &Difference) -> String {
    let subject = line(&difference.subject);
    let mut subject = subject.trim_end_matches(['.', ',', ';', ':']);
    for (open, close) in [('"', '"'), ('“', '”'), ('‘', '’')] {
        if let Some(rest) = subject.strip_prefix(open)
            && !rest.contains(close)
        {
            subject = rest;
        }
    }
    let Some((end, _)) = subject.char_indices().nth(LONGEST) else { return subject.to_owned() };
    let cut = subject.get(..end).unwrap_or_default();
    let cut = cut.rfind(' ').and_then(|space| cut.get(..space)).unwrap_or(cut);
    format!("{}…", cut.trim_end_matches(['.', ',', ';', ':', ' ']))
}

/// Most characters of a subject.
const LONGEST: usize = 90;

/// A person's decision on one line.
pub(crate) fn told(decision: &Decision) -> String {
    let state = if decision.applied { "" } else { "no longer applies: " };
    let why = decision.why.as_ref().map(|why| format!(" ({})", line(why))).unwrap_or_default();
    format!("{}: {state}{}{why}", decision.kind, line(&decision.message))
}

/// How many accounts are not silent about a claim.
pub(crate) fn speakers(claim: &Claim) -> usize {
    claim.cells.iter().filter(|cell| cell.stance != Stance::Silent).count()
}

/// `1 account`, `2 accounts`.
pub(crate) fn counted(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

/// The accounts of places, each once, in order.
pub(crate) fn accounts_of<'p>(places: impl IntoIterator<Item = &'p Place>) -> Vec<usize> {
    let mut accounts: Vec<usize> = places.into_iter().map(|place| place.account).collect();
    accounts.sort_unstable();
    accounts.dedup();
    accounts
}

fn labels(story: &Story) -> Vec<String> {
    let outlet = |account: &corroborate_compare::Account| {
        account
            .article
            .metadata
            .outlet
            .as_ref()
            .map(|outlet| line(&outlet.name))
            .filter(|name| !name.is_empty())
    };
    let mut uses: BTreeMap<String, usize> = BTreeMap::new();
    for name in story.accounts.iter().filter_map(outlet) {
        *uses.entry(name).or_default() += 1;
    }
    let label = |account: &corroborate_compare::Account| {
        let id = line(&account.article.id);
        match outlet(account) {
            Some(name) if uses.get(&name) == Some(&1) => name,
            Some(name) => format!("{name} ({id})"),
            None => id,
        }
    };
    story.accounts.iter().map(label).collect()
}

/// Every relation with its heading, in the order of a report.
pub const RELATIONS: [(DifferenceRelation, &str); 7] = [
    (DifferenceRelation::Conflict, "Conflicts: both cannot be true"),
    (DifferenceRelation::NotDisclosed, "One gives what another says is not known or not disclosed"),
    (DifferenceRelation::Update, "Updates: a later account supersedes an earlier one"),
    (DifferenceRelation::Compatible, "Compatible: bounds or precision differ, both can be true"),
    (DifferenceRelation::DifferentScope, "Not the same thing is counted or meant"),
    (DifferenceRelation::Spelling, "The same name, spelled otherwise"),
    (DifferenceRelation::Wording, "The same thing in other words"),
];

#[cfg(test)]
mod tests {
    use super::subject;
    use corroborate_compare::{Difference, DifferenceKind, DifferenceRelation};

    fn shown(subject_of: &str) -> String {
        subject(&Difference {
            kind: DifferenceKind::Claim,
            relation: DifferenceRelation::Conflict,
            subject: subject_of.to_owned(),
            sides: Vec::new(),
            rule: "claim.test",
            explanation: String::new(),
            claim: None,
        })
    }

    #[test]
    fn a_subject_is_short_and_its_quotation_marks_are_whole() {
        assert_eq!(shown("“The gate was open since May."), "The gate was open since May");
        assert_eq!(shown("figure in “half of them came”"), "figure in “half of them came”");
        assert_eq!(shown("“Open” and “shut”"), "“Open” and “shut”");
        let long = shown(&"word ".repeat(40));
        assert!(long.ends_with("word…") && long.chars().count() <= 91, "{long}");
        assert_eq!(shown(""), "");
    }
}
