//! Names that an account itself says are one: `Ostmark, known in Danish as Østmark`.

use super::assign::{Joins, Name};
use super::item::Item;
use crate::Account;
use crate::cues;
use corroborate_extract::EntityKind;

/// Longest words between two names of one thing, in bytes.
const LONGEST: usize = 60;

/// Joins two names of one kind between which their account says that the second is another name of the first.
pub(super) fn join(accounts: &[Account], items: &[Item], named: &[(Name, &'static str)], joins: &mut Joins) {
    let told: Vec<(&Item, &Name)> = items
        .iter()
        .zip(named)
        .filter(|(item, _)| item.page.is_none() && !item.adjective && item.kind != EntityKind::Person)
        .map(|(item, (name, _))| (item, name))
        .collect();
    for pair in told.windows(2) {
        let [(first, a), (second, b)] = pair else { continue };
        if first.account != second.account || first.kind != second.kind || a == b {
            continue;
        }
        let text = accounts.get(first.account).map_or("", |account| account.article.text.as_str());
        let between = text.get(first.full.end()..second.full.start()).unwrap_or_default();
        if is_alias(between)
            && let (Some(a), Some(b)) = (joins.index(a), joins.index(b))
        {
            joins.join(a, b, "name.alias");
        }
    }
}

/// `, a town known in Danish as `, ` (also spelled `, ` (formerly `
fn is_alias(between: &str) -> bool {
    if between.len() > LONGEST || between.contains(['.', ';', '?', '!', '“', '"']) {
        return false;
    }
    let words: Vec<&str> =
        between.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let opens = between.starts_with([',', ' ']) && between.contains([',', '(', '–', '—']);
    match words.as_slice() {
        [said @ .., "as"] => {
            let verb = |word: &&str| cues::CALLING.contains(word) || cues::SPELLING.contains(word);
            // `, in a part known as `: of something else.
            let other = |word: &&str| cues::PARTITIVES.contains(word);
            let at = said.iter().position(verb);
            opens && at.is_some_and(|at| !said.iter().take(at).any(other))
        }
        [.., verb] if cues::SPELLING.contains(verb) => opens && words.contains(&"also"),
        ["formerly"] | ["or"] => between.contains('(') || words == ["formerly"] && opens,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_alias;

    #[test]
    fn what_says_that_two_names_are_one() {
        for between in [
            ", a town known in Danish as ",
            " (also known as ",
            ", also spelled ",
            " (formerly ",
            ", formerly ",
        ] {
            assert!(is_alias(between), "{between}");
        }
        for between in [
            " and ",
            ", ",
            " is known for its ferries as ",
            ", a town as old as ",
            ", in an area known as ",
            " or ",
            ". It is known in Danish as ",
        ] {
            assert!(!is_alias(between), "{between}");
        }
    }
}
