//! A long story told by any number of accounts, for measuring what size costs.

use super::story;
use crate::seed::Seed;

/// Stories whose paragraphs make one long account.
const PARTS: u64 = 4;

/// Paragraphs of ten that an account leaves out.
const LEFT_OUT: usize = 3;

/// So many accounts of one long story, in plain text, the same for the same seed.
///
/// Eight outlets tell it, in the words of [`story()`]; every further account is one of these told over again, with
/// some paragraphs left out and one moved. There is no gold: a crowd is for measuring what size costs.
///
/// ```
/// let crowd = corroborate_testkit::crowd(7, 40);
/// assert_eq!(crowd.len(), 40);
/// assert!(crowd[3] != crowd[11] && crowd == corroborate_testkit::crowd(7, 40));
/// ```
pub fn crowd(seed: u64, accounts: usize) -> Vec<String> {
    let mut chance = Seed::new(seed);
    let mut long: Vec<String> = Vec::new();
    for part in seed..seed + PARTS {
        let plain = story(part, 8).accounts.into_iter().filter(|account| account.file.ends_with(".txt"));
        for (at, account) in plain.enumerate() {
            match long.get_mut(at) {
                Some(text) => {
                    text.push('\n');
                    text.extend(account.text.split_once("\n\n").map(|(_, body)| body));
                }
                None => long.push(account.text),
            }
        }
    }
    let told = |number: usize| match long.get(number) {
        Some(first) => first.clone(),
        None => chance.pick(&long).map_or_else(String::new, |one| again(&one, &mut chance)),
    };
    (0..accounts).map(told).collect()
}

/// The same account with paragraphs left out and one of them moved.
fn again(text: &str, chance: &mut Seed) -> String {
    let (head, body) = text.split_once("\n\n").unwrap_or(("", text));
    let mut kept: Vec<&str> = body.split("\n\n").filter(|_| !chance.chance(LEFT_OUT, 10)).collect();
    if kept.len() > 2 {
        let paragraph = kept.remove(chance.below(kept.len()));
        kept.insert(chance.below(kept.len()), paragraph);
    }
    std::iter::once(head).chain(kept).collect::<Vec<_>>().join("\n\n")
}
