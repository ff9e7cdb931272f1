//! What a reader wants to know first.

use crate::visible::line;
use crate::{Decision, Story, Target};
use corroborate_compare::{Claim, Difference, DifferenceKind, DifferenceRelation, Place, Stance};
use std::collections::BTreeMap;

/// A story sorted for reading: indices into its comparison.
pub(crate) struct Overview<'a> {
    pub story: &'a Story,
    /// What each account is called: its outlet, or its id where that is missing or not unique.
    pub labels: Vec<String>,
    /// Claims that every account makes, and in which none contradicts another, corrects it or knows what it does not.
    pub agreed: Vec<usize>,
    /// Claims that every account makes, but not alike.
    pub contested: Vec<usize>,
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
        let (mut agreed, mut contested, mut shared) = (Vec::new(), Vec::new(), Vec::new());
        let apart =
            [DifferenceRelation::Conflict, DifferenceRelation::Update, DifferenceRelation::NotDisclosed];
        let differences = story.comparison.differences.iter();
        let apart: Vec<&Difference> =
            differences.filter(|difference| apart.contains(&difference.relation)).collect();
        for (index, claim) in claims.iter().enumerate() {
            let sayers: Vec<usize> = claim.sayers().collect();
            if count > 1 && sayers.len() == count {
                let list = if is_disputed(index, claim, &apart) { &mut contested } else { &mut agreed };
                list.push(index);
            }
            match (sayers.as_slice(), speakers(claim)) {
                (&[account], 1) => single.get_mut(account).into_iter().for_each(|list| list.push(index)),
                _ => shared.push(index),
            }
        }
        Self { story, labels: labels(story), agreed, contested, shared, single }
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

    /// How many claims stand in several accounts that all go back to one origin.
    pub(crate) fn one_origin_count(&self) -> usize {
        let claims = self.shared.iter().filter_map(|&claim| self.story.comparison.claims.get(claim));
        claims.filter(|claim| claim.outlets > 1 && claim.origins == 1).count()
    }

    /// A claim's summary on one line, with an ellipsis where it is cut out of its sentence.
    pub(crate) fn summary(&self, claim: usize) -> String {
        self.story.comparison.claims.get(claim).map(|claim| piece(&claim.summary)).unwrap_or_default()
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

/// Whether accounts do not make a claim alike: they are in conflict in it, or one corrects or supersedes another, or
/// does not know what it says. A difference lies in its own claim, and in every other that holds the words of two of
/// its sides.
fn is_disputed(index: usize, claim: &Claim, differences: &[&Difference]) -> bool {
    let holds = |place: &Place| {
        let cell = claim.cells.get(place.account).filter(|cell| cell.account == place.account);
        cell.is_some_and(|cell| cell.evidence.iter().any(|words| words.covers(place.span)))
    };
    differences.iter().any(|difference| {
        let sides = difference.sides.iter().filter(|side| side.evidence.iter().any(holds));
        difference.claim == Some(index) || sides.count() > 1
    })
}

/// What a difference is about, short enough for a heading: on one line, cut after a word, without a mark of
/// quotation that has lost its fellow.
pub(crate) fn subject(difference: &Difference) -> String {
    // A sentence has its end; a heading needs none.
    let plain = difference.subject.trim_end_matches(['.', ',', ';', ':', ' ']);
    let is_clause = match difference.kind {
        DifferenceKind::Figure => difference.relation == DifferenceRelation::NotDisclosed,
        DifferenceKind::Name | DifferenceKind::Quote | DifferenceKind::Attribution => false,
        _ => true,
    };
    if is_clause && !plain.starts_with('…') && starts_within(plain) {
        return format!("… {}", shortened(plain, LONGEST - "… ".chars().count()));
    }
    shortened(plain, LONGEST)
}

/// Words on one line, cut after a word where they are longer than so many characters, without a mark of quotation
/// that has lost its fellow.
pub(crate) fn shortened(words: &str, longest: usize) -> String {
    let words = line(words);
    let mut words = words.as_str();
    for (open, close) in [('"', '"'), ('“', '”'), ('‘', '’')] {
        if let Some(rest) = words.strip_prefix(open)
            && !rest.contains(close)
        {
            words = rest;
        }
    }
    let Some((end, _)) = words.char_indices().nth(longest) else { return words.to_owned() };
    let cut = words.get(..end).unwrap_or_default();
    let cut = cut.rfind(' ').and_then(|space| cut.get(..space)).unwrap_or(cut);
    let cut = cut.trim_end_matches(['.', ',', ';', ':', '“', ' ']);
    let is_open = cut.matches('“').count() > cut.matches('”').count();
    format!("{cut}…{}", if is_open { "”" } else { "" })
}

/// A clause on one line, with an ellipsis at either end where its sentence goes on.
fn piece(clause: &str) -> String {
    let words = line(clause);
    let before = if starts_within(&words) { "… " } else { "" };
    let ends = |c: char| matches!(c, '.' | '!' | '?' | '…' | '"' | '”' | '’' | '\'' | ')');
    let after = if words.is_empty() || words.ends_with(ends) { "" } else { " …" };
    format!("{before}{words}{after}")
}

/// Whether words begin in the middle of a sentence.
fn starts_within(words: &str) -> bool {
    words.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase)
}

/// Most characters of a subject.
const LONGEST: usize = 90;

/// A person's decision on one line.
pub(crate) fn told(decision: &Decision) -> String {
    let state = if decision.applied { "" } else { "no longer applies: " };
    let why = decision.why.as_ref().map(|why| format!(" ({})", line(why))).unwrap_or_default();
    // What was decided on is named by its words, as in the file of decisions.
    let names =
        decision.applied && matches!(decision.kind, "dismiss" | "retype" | "merge-claims" | "split-claim");
    let words = if names {
        let words: Vec<String> =
            decision.words.iter().map(|words| format!("“{}”", shortened(words, LONGEST))).collect();
        format!(" – {}", words.join(", "))
    } else {
        String::new()
    };
    format!("{}: {state}{}{words}{why}", decision.kind, line(&decision.message))
}

/// What speaks for an origin, with the accounts called as everywhere on the page instead of by their ids. The words of
/// an account, in quotation marks, stay as they are.
pub(crate) fn named(overview: &Overview, signal: &str) -> String {
    let accounts = &overview.story.accounts;
    let label = |id: &str| {
        let account = accounts.iter().position(|account| account.article.id == id)?;
        Some(overview.label(account).to_owned())
    };
    let mut out: Vec<String> = Vec::new();
    let mut is_quoted = false;
    for word in signal.split(' ') {
        let id = word.trim_end_matches([':', ',']);
        let stands = out.last().is_some_and(|last| {
            last.ends_with([',', ':']) || matches!(last.as_str(), "and" | "of" | "in" | "on")
        });
        let name = if stands && !is_quoted { label(id) } else { None };
        is_quoted = match (word.rfind('“'), word.rfind('”')) {
            (None, None) => is_quoted,
            (open, close) => open > close,
        };
        out.push(match name {
            Some(name) => name + word.get(id.len()..).unwrap_or_default(),
            None => word.to_owned(),
        });
    }
    out.join(" ")
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
        assert_eq!(shown("… as “half of them came”"), "… as “half of them came”");
        assert_eq!(shown("and half of them came"), "… and half of them came");
        let cut = shown(&format!("Number in “{}”", "word ".repeat(40)));
        assert!(cut.ends_with("word…”"), "{cut}");
        assert_eq!(shown("“Open” and “shut”"), "“Open” and “shut”");
        let long = shown(&"word ".repeat(40));
        assert!(long.ends_with("word…") && long.chars().count() <= 91, "{long}");
        assert_eq!(shown(""), "");
    }
}
