//! Speakers whom an account calls by their role alone and another names: `the mayor`.

use crate::cues;
use crate::{Account, Entity};
use corroborate_extract::{EntityKind, Quotation};
use corroborate_text::{Span, fold, rows};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Most words that lead to a role, and most that are looked at beside a name.
const MOST_WORDS: usize = 4;

/// Most bytes beside a name that are looked at.
const MOST_BYTES: usize = 80;

/// For the account and the start of the words that name a speaker by a role, the entity that any account of the story
/// says holds it, if they say it of one alone.
pub(crate) fn find(accounts: &[Account], entities: &[Entity]) -> BTreeMap<(usize, usize), usize> {
    let asked: Vec<(usize, usize, String)> = accounts
        .iter()
        .enumerate()
        .flat_map(|(index, account)| {
            let text = account.article.text.as_str();
            let asks = move |quotation: &Quotation| {
                let speaker = quotation.speaker.filter(|speaker| speaker.mention.is_none())?;
                Some((index, speaker.evidence.start(), asked_role(speaker.evidence.of(text))?))
            };
            account.annotations.quotations.iter().filter_map(asks)
        })
        .collect();
    if asked.is_empty() {
        return BTreeMap::new();
    }
    let mut held: BTreeMap<&str, BTreeSet<usize>> =
        asked.iter().map(|(.., role)| (role.as_str(), BTreeSet::new())).collect();
    for (index, entity) in entities.iter().enumerate().filter(|(_, one)| one.kind == EntityKind::Person) {
        for mention in &entity.mentions {
            let account = accounts.get(mention.place.account);
            let text = account.map_or("", |account| account.article.text.as_str());
            for role in told_roles(text, mention.full, mention.place.span) {
                if let Some(holders) = held.get_mut(role.to_lowercase().as_str()) {
                    holders.insert(index);
                }
            }
        }
    }
    let holder = |(account, start, role): &(usize, usize, String)| {
        let mut holders = held.get(role.as_str())?.iter();
        let one = *holders.next()?;
        holders.next().is_none().then_some(((*account, *start), one))
    };
    asked.iter().filter_map(holder).collect()
}

/// The role in `the mayor`, `The chief executive`, `the President`: its last word, in lower case.
fn asked_role(words: &str) -> Option<String> {
    let rest = words.strip_prefix("the ").or_else(|| words.strip_prefix("The "))?;
    let small = |word: &str| word.chars().all(|c| c.is_lowercase() || c == '-');
    let large =
        |word: &str| word.starts_with(char::is_uppercase) && word.chars().skip(1).all(char::is_lowercase);
    let plain = rest.split(' ').all(small) || rest.split(' ').all(large);
    let role = rest.rsplit(' ').next()?.to_lowercase();
    (plain && rest.split(' ').count() < MOST_WORDS && !UNNAMED.contains(role.as_str())).then_some(role)
}

/// The roles that the words beside a name say of its bearer: `Mayor Ada Byron`, `the mayor, Ada Byron`, `Ada Byron, 36,
/// the mayor of Bath`.
fn told_roles(text: &str, full: Span, name: Span) -> impl Iterator<Item = &str> {
    let title = text.get(full.start()..name.start()).and_then(|title| title.split_whitespace().next_back());
    let end = name.end();
    let behind =
        text.get(end..text.ceil_char_boundary(end + MOST_BYTES)).and_then(|rest| rest.strip_prefix(", "));
    let start = full.start();
    let ahead = text.get(text.floor_char_boundary(start.saturating_sub(MOST_BYTES))..start);
    let ahead = ahead.and_then(|words| words.trim_end().strip_suffix(','));
    [title, behind.and_then(apposed), ahead.and_then(leading)].into_iter().flatten()
}

/// The role in `36, the mayor of Bath, said`, `who is the mayor`.
fn apposed(words: &str) -> Option<&str> {
    let words = words.trim_start_matches(|c: char| c.is_ascii_digit() || c == ',' || c == ' ');
    let stop = words.find([',', '.', ';', '(', ')', '“', '"', ':'])?;
    let (mut last, mut determined) = (None, false);
    for (at, word) in words.get(..stop)?.split_whitespace().enumerate() {
        let linked = cues::ROLE_LINKS.contains(&word);
        if at > 0 && linked {
            return last;
        }
        if at > MOST_WORDS || linked || !word.chars().all(|c| c.is_lowercase() || c == '-') {
            return None;
        }
        determined |= at == 0 && cues::ROLE_DETERMINERS.contains(&word);
        last = Some(word);
    }
    // `Ada Byron, left`
    last.filter(|_| determined)
}

/// The role in `… said the mayor`, before a comma and the name.
fn leading(words: &str) -> Option<&str> {
    let mut back = words.split_whitespace().rev();
    let role = back.next().filter(|word| word.chars().all(|c| c.is_lowercase() || c == '-'))?;
    back.take(MOST_WORDS - 1)
        .take_while(|word| word.chars().all(char::is_alphanumeric))
        .any(|word| cues::ROLE_DETERMINERS.contains(&fold(word).as_str()))
        .then_some(role)
}

static UNNAMED: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| rows(include_str!("../data/unnamed-roles.txt")).collect());

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_asked_for() {
        assert_eq!(asked_role("The mayor").as_deref(), Some("mayor"));
        assert_eq!(asked_role("the Mayor").as_deref(), Some("mayor"));
        assert_eq!(asked_role("the chief executive").as_deref(), Some("executive"));
        assert_eq!(asked_role("the spokesman"), None);
        assert_eq!(asked_role("the mayor of Bath"), None);
        assert_eq!(asked_role("a mayor"), None);
    }

    #[test]
    fn roles_told() {
        let of = |text: &str, full: &str, name: &str| -> Vec<String> {
            let span = |words: &str| {
                let start = text.find(words).unwrap();
                Span::new(start, start + words.len())
            };
            told_roles(text, span(full), span(name)).map(str::to_owned).collect()
        };
        assert_eq!(of("Mayor Ada Byron left.", "Mayor Ada Byron", "Ada Byron"), ["Mayor"]);
        assert_eq!(of("The mayor, Ada Byron, left.", "Ada Byron", "Ada Byron"), ["mayor"]);
        assert_eq!(of("Ada Byron, 36, the mayor of Bath, left.", "Ada Byron", "Ada Byron"), ["mayor"]);
        assert_eq!(of("Ada Byron, mayor since May, left.", "Ada Byron", "Ada Byron"), ["mayor"]);
        assert!(
            of("Ada Byron, it seems, left.", "Ada Byron", "Ada Byron").iter().all(|role| role != "mayor")
        );
        assert!(of("In Bath, Ada Byron left.", "Ada Byron", "Ada Byron").is_empty());
    }
}
