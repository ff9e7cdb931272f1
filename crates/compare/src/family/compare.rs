//! How two versions of an utterance relate, word by word.

use super::FamilyRelation;
use corroborate_text::{TokenKind, fold, tokens};

/// Share of the shorter version's words that must stand in the other for it to be an altered version.
const LEAST_COMMON: f64 = 0.6;
/// The same where nobody or somebody else is named as its speaker.
const LEAST_COMMON_APART: f64 = 0.75;
/// Fewest words of a version that was cut out of a longer one or altered.
const LEAST_WORDS: usize = 3;
/// Words left out in one place before what remains counts as spliced.
const LEAST_GAP: usize = 4;
/// Longest version compared, in words.
const MOST_WORDS: usize = 400;

/// The folded words of an utterance.
pub(super) fn words(text: &str) -> Vec<String> {
    let kept = tokens(text).into_iter().filter(|token| token.kind != TokenKind::Mark);
    kept.map(|token| fold(token.span.of(text))).take(MOST_WORDS).collect()
}

/// How a version relates to a longer or equally long one; `None` where they are not one utterance.
///
/// `same_speaker` is `None` where either has no known speaker.
pub(super) fn relate(
    long: &[String],
    short: &[String],
    same_speaker: Option<bool>,
) -> Option<FamilyRelation> {
    let apart = same_speaker == Some(false);
    let reattributed = |relation| if apart { FamilyRelation::Reattributed } else { relation };
    let enough = short.len() >= 2 || short.len() == 1 && same_speaker == Some(true);
    if long == short && enough {
        // Two words in marks may be anybody's; a longer run of the same words is one utterance.
        return (!apart || short.len() > LEAST_WORDS).then(|| reattributed(FamilyRelation::Verbatim));
    }
    if short.len() < LEAST_WORDS {
        return None;
    }
    if long.windows(short.len()).any(|window| window == short) {
        return (!apart || short.len() > LEAST_WORDS).then(|| reattributed(FamilyRelation::Truncated));
    }
    let runs = common(long, short);
    let kept: usize = runs.iter().map(|run| run.length).sum();
    let share = kept as f64 / short.len() as f64;
    let gap = runs.windows(2).any(|pair| match pair {
        [a, b] => b.long.saturating_sub(a.long + a.length) >= LEAST_GAP,
        _ => false,
    });
    if share >= 0.9 && gap && short.len() > LEAST_WORDS {
        return Some(reattributed(FamilyRelation::Spliced));
    }
    let least = if same_speaker == Some(true) { LEAST_COMMON } else { LEAST_COMMON_APART };
    (share >= least && short.len() > LEAST_WORDS).then(|| reattributed(FamilyRelation::Altered))
}

/// A run of words that both versions have.
struct Run {
    long: usize,
    length: usize,
}

/// The runs of a longest common subsequence, in order.
fn common(long: &[String], short: &[String]) -> Vec<Run> {
    let width = short.len() + 1;
    let mut table = vec![0_u16; (long.len() + 1) * width];
    let cell = |table: &[u16], i: usize, j: usize| table.get(i * width + j).copied().unwrap_or(0);
    for i in (0..long.len()).rev() {
        for j in (0..short.len()).rev() {
            let value = if long.get(i) == short.get(j) {
                cell(&table, i + 1, j + 1) + 1
            } else {
                cell(&table, i + 1, j).max(cell(&table, i, j + 1))
            };
            if let Some(slot) = table.get_mut(i * width + j) {
                *slot = value;
            }
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut runs: Vec<Run> = Vec::new();
    let mut last = None;
    while i < long.len() && j < short.len() {
        if long.get(i) == short.get(j) {
            match runs.last_mut().filter(|_| last == Some((i, j))) {
                Some(run) => run.length += 1,
                None => runs.push(Run { long: i, length: 1 }),
            }
            (i, j) = (i + 1, j + 1);
            last = Some((i, j));
        } else if cell(&table, i + 1, j) >= cell(&table, i, j + 1) {
            i += 1;
        } else {
            j += 1;
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn relation(long: &str, short: &str) -> Option<FamilyRelation> {
        relate(&words(long), &words(short), Some(true))
    }

    #[test]
    fn relations_of_versions() {
        let said = "We will open the gates at dawn. Nobody has to leave before the wardens come round.";
        assert_eq!(relation(said, said), Some(FamilyRelation::Verbatim));
        assert_eq!(relation(said, "Nobody has to leave"), Some(FamilyRelation::Truncated));
        assert_eq!(
            relation(said, "We will open the gates before the wardens come"),
            Some(FamilyRelation::Spliced)
        );
        assert_eq!(relation(said, "We will open the doors at dawn."), Some(FamilyRelation::Altered));
        assert_eq!(relation(said, "The budget is balanced this year."), None);
        let other = relate(&words(said), &words(said), Some(false));
        assert_eq!(other, Some(FamilyRelation::Reattributed));
    }
}
