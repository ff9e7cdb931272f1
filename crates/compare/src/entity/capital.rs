//! A capital's name as a place (`a summit in Paris`) or for the government that sits there (`Paris has ruled out`).

use super::item::Item;
use crate::Account;
use corroborate_extract::{CountryForm, country};
use corroborate_text::{TokenKind, fold, rows, tokens};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// How the words around one mention use it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Use {
    Place,
    Government,
    Unclear,
}

/// How the accounts use each capital where its words are clear.
#[derive(Debug, Default)]
pub(super) struct Usage {
    /// For each account and capital, whether it is somewhere clearly a place, and clearly a government.
    seen: BTreeMap<(usize, String), (bool, bool)>,
}

impl Usage {
    pub(super) fn of(accounts: &[Account], items: &[Item]) -> Self {
        let mut usage = Self::default();
        for item in items.iter().filter(|item| matches!(item.country, Some((_, CountryForm::Capital)))) {
            let seen = usage.seen.entry((item.account, item.key())).or_default();
            match around(accounts, item) {
                Use::Place => seen.0 = true,
                Use::Government => seen.1 = true,
                Use::Unclear => {}
            }
        }
        usage
    }

    /// Whether the mention stands for the government. Where its own words leave that open, the rest of its account
    /// decides, and where that does too, it is a place.
    pub(super) fn is_government(&self, accounts: &[Account], item: &Item) -> bool {
        match around(accounts, item) {
            Use::Government => true,
            Use::Place => false,
            Use::Unclear => self
                .seen
                .get(&(item.account, item.key()))
                .is_some_and(|(place, government)| *government && !place),
        }
    }
}

/// Reads the words before and after a mention.
fn around(accounts: &[Account], item: &Item) -> Use {
    let text = accounts.get(item.account).map_or("", |account| account.article.text.as_str());
    let before = words_before(text, item.span.start());
    let after = words_after(text, item.span.end());
    let word = |words: &[String], at: usize| words.get(at).map(String::as_str).unwrap_or_default().to_owned();
    let is = |list: &str, word: &str| LISTS.get(list).is_some_and(|words| words.contains(word));
    let (last, next) = (word(&before, 0), word(&after, 0));
    // `Paris, France`; `the Paris summit`; `Paris (AP)`.
    if last == "the" && !matches!(next.as_str(), "," | ".") || is("place-noun", &next) {
        return Use::Place;
    }
    if is("place-preposition", &last) {
        return Use::Place;
    }
    if matches!(next.as_str(), "'s" | "’s") {
        return if is("place-noun", &word(&after, 1)) { Use::Place } else { Use::Government };
    }
    if last == "to" {
        return if is("motion", &word(&before, 1)) || is("motion", &word(&before, 2)) {
            Use::Place
        } else {
            Use::Government
        };
    }
    // `between Oslo and Bergen`: a pair with a town that is no seat of government is a pair of towns.
    let partner = if next == "and" { name_after(text, item.span.end()) } else { None };
    if partner.is_some_and(|name| country(name).is_none()) {
        return Use::Place;
    }
    // `Regulators in Paris and Berlin must agree`
    if last == "and" && is("place-preposition", &word(&before, 2)) {
        return Use::Place;
    }
    // `London and Paris have agreed`: what follows the pair holds for both.
    let follower = if next == "and" { word(&after, 2) } else { next.clone() };
    if is("predicate", &follower) || follower.len() > 4 && follower.ends_with("ed") {
        return Use::Government;
    }
    if is("actor-preposition", &last) || (last == "and" && is("actor-preposition", &word(&before, 2))) {
        return Use::Government;
    }
    Use::Unclear
}

/// Up to four folded words before `at`, the nearest first, within the sentence so far as one line shows it.
fn words_before(text: &str, at: usize) -> Vec<String> {
    let mut from = at.saturating_sub(80);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let slice = text.get(from..at).unwrap_or_default();
    let slice = slice.rsplit('\n').next().unwrap_or_default();
    let mut words: Vec<String> = tokens(slice).iter().map(|token| fold(token.span.of(slice))).collect();
    words.reverse();
    words.truncate(4);
    words
}

/// The capitalised word behind `and`.
fn name_after(text: &str, at: usize) -> Option<&str> {
    let rest = text.get(at..)?.trim_start().strip_prefix("and ")?;
    let word = rest.split(|c: char| !c.is_alphanumeric()).next()?;
    word.chars().next().is_some_and(char::is_uppercase).then_some(word)
}

fn words_after(text: &str, at: usize) -> Vec<String> {
    let mut to = (at + 80).min(text.len());
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    let slice = text.get(at..to).unwrap_or_default();
    let slice = slice.split('\n').next().unwrap_or_default();
    let found = tokens(slice);
    found
        .iter()
        .take(4)
        .map(|token| {
            let word = fold(token.span.of(slice));
            if token.kind == TokenKind::Clitic { "'s".to_owned() } else { word }
        })
        .collect()
}

/// The word lists of `capital-usage.txt`: a line a list, its name before the colon.
static LISTS: LazyLock<BTreeMap<&'static str, BTreeSet<&'static str>>> = LazyLock::new(|| {
    rows(include_str!("../../data/capital-usage.txt"))
        .filter_map(|line| line.split_once(':'))
        .map(|(name, words)| (name, words.split_whitespace().collect()))
        .collect()
});

#[cfg(test)]
mod tests {
    use super::super::item::gather;
    use super::super::tests::accounts;
    use super::*;

    fn uses(text: &str, name: &str) -> Use {
        let accounts = accounts(&[text]);
        let items = gather(&accounts);
        around(&accounts, items.iter().find(|item| item.text == name).expect("a capital"))
    }

    #[test]
    fn places() {
        for text in [
            "Leaders met in Oslo on Monday.",
            "They spoke at the Oslo summit on Monday.",
            "They spoke at Oslo airport on Monday.",
            "She flew back to Oslo on Monday.",
            "She travelled to Oslo on Monday.",
            "The road between Oslo and Tolvar is shut.",
            "Banks in Rome and Oslo were shut.",
        ] {
            assert_eq!(uses(text, "Oslo"), Use::Place, "{text}");
        }
        assert_eq!(uses("Banks near Oslo and Rome were shut.", "Rome"), Use::Place);
    }

    #[test]
    fn governments() {
        for text in [
            "On Monday Oslo has denied the report.",
            "On Monday Oslo rejected the report.",
            "On Monday Oslo and Rome rejected the report.",
            "That was clear to Oslo by Monday.",
            "The treaty with Oslo is old.",
            "The treaty between Rome and Oslo is old.",
        ] {
            assert_eq!(uses(text, "Oslo"), Use::Government, "{text}");
        }
    }

    #[test]
    fn what_the_words_leave_open_the_account_decides() {
        let open = "Nobody had asked Oslo. ";
        assert_eq!(uses(open, "Oslo"), Use::Unclear);
        assert_eq!(
            uses("We like Oslo red.", "Oslo"),
            Use::Unclear,
            "not every word with ed at its end is a verb"
        );
        let government = |rest: &str| {
            let accounts = accounts(&[&format!("{open}{rest}")]);
            let items = gather(&accounts);
            let item = items.iter().find(|item| item.text == "Oslo").expect("a capital");
            Usage::of(&accounts, &items).is_government(&accounts, item)
        };
        assert!(!government(""));
        assert!(government("On Monday Oslo has denied the report."));
        assert!(!government("Leaders met in Oslo on Monday."));
        assert!(!government("Leaders met in Oslo on Monday. Later Oslo has denied the report."));
    }

    #[test]
    fn what_stands_on_another_line_says_nothing() {
        assert_eq!(words_before("Said in\nthe old town, Oslo", 22), [",", "town", "old", "the"]);
        assert_eq!(words_after("Oslo has\ndenied it", 4), ["has"]);
        assert_eq!(words_after("Oslo has not yet denied it", 4), ["has", "not", "yet", "denied"]);
        let far = "é".repeat(60) + " Oslo";
        assert_eq!(words_before(&far, far.len() - 4).len(), 1);
        let far = format!("Oslo {}", "é".repeat(60));
        assert_eq!(words_after(&far, 4).len(), 1);
    }

    #[test]
    fn the_name_behind_and() {
        assert_eq!(name_after("Oslo and Rome", 4), Some("Rome"));
        assert_eq!(name_after("Oslo and others", 4), None);
        assert_eq!(name_after("Oslo or Rome", 4), None);
    }
}
