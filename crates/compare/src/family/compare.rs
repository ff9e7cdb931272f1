//! How two versions of an utterance relate, word by word.

use super::FamilyRelation;
use super::run::{Run, common};
use super::wording::Wording;
use crate::lexicon;
use corroborate_text::stem;

/// Share of the shorter version's words that must stand in the other for it to be an altered version.
const LEAST_COMMON: f64 = 0.6;
/// The same where nobody or somebody else is named as its speaker.
const LEAST_COMMON_APART: f64 = 0.75;
/// Fewest words of a version that was cut out of a longer one or altered.
const LEAST_WORDS: usize = 3;
/// The same for an altered one that is somebody else's.
const LEAST_WORDS_APART: usize = 6;
/// Words left out in one place before what remains counts as spliced.
const LEAST_GAP: usize = 4;
/// Fewest words of a version that can be a sentence cut short.
const LEAST_SENTENCE: usize = 4;

/// How a version relates to a longer or equally long one; `None` where they are not one utterance.
///
/// `same_speaker` is `None` where either has no known speaker.
pub(super) fn relate(
    longer: &Wording,
    shorter: &Wording,
    same_speaker: Option<bool>,
) -> Option<FamilyRelation> {
    let (long, short) = (longer.words.as_slice(), shorter.words.as_slice());
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
        let relation =
            if cuts_short(longer, shorter) { FamilyRelation::Altered } else { FamilyRelation::Truncated };
        return (!apart || short.len() > LEAST_WORDS).then(|| reattributed(relation));
    }
    let runs = common(long, short);
    let kept: usize = runs.iter().map(|run| run.length).sum();
    let share = kept as f64 / short.len() as f64;
    let gap = |runs: &[Run]| {
        runs.windows(2).any(|pair| match pair {
            [a, b] => b.long.saturating_sub(a.long + a.length) >= LEAST_GAP,
            _ => false,
        })
    };
    let reversed = |words: &[String]| -> Vec<String> { words.iter().rev().cloned().collect() };
    // A first word that stands at an earlier place too makes no gap: read from the end there is none.
    let spliced = kept == short.len() && short.len() > LEAST_WORDS && gap(&runs);
    if spliced && gap(&common(&reversed(long), &reversed(short))) {
        return Some(reattributed(FamilyRelation::Spliced));
    }
    let least = if same_speaker == Some(true) { LEAST_COMMON } else { LEAST_COMMON_APART };
    // A few words that are not even the same, from another mouth, are a coincidence.
    if apart && short.len() < LEAST_WORDS_APART {
        return None;
    }
    let reworded =
        || same_speaker == Some(true) && kin(long, short, &runs) as f64 / short.len() as f64 >= least;
    // `We do not` is in many an utterance.
    let kept_words = || runs.iter().filter_map(|run| long.get(run.long..run.long + run.length)).flatten();
    let tells = || kept_words().any(|word| !lexicon::is_stopword(word));
    let altered = (share >= least || reworded()) && short.len() > LEAST_WORDS && tells()
        || same_speaker == Some(true) && begins_alike(longer, shorter);
    altered.then(|| reattributed(FamilyRelation::Altered))
}

/// Whether a version begins with a sentence of the longer one and ends where that goes on without a pause, so that
/// it reads as a whole sentence that was never said.
fn cuts_short(long: &Wording, short: &Wording) -> bool {
    let size = short.words.len();
    let starts =
        |at: usize| at.checked_sub(1).is_none_or(|before| long.stops.get(before).copied().unwrap_or(true));
    let pauses = |at: usize| long.stops.get(at + size - 1).copied().unwrap_or(true);
    size >= LEAST_SENTENCE
        && (0..=long.words.len().saturating_sub(size))
            .filter(|&at| long.words.get(at..at + size) == Some(short.words.as_slice()))
            .all(|at| starts(at) && !pauses(at))
}

/// The words of the shorter version that the other has in the same order, or has words that mean the same for between
/// those: one utterance put into English twice.
fn kin(long: &[String], short: &[String], runs: &[Run]) -> usize {
    let kept: usize = runs.iter().map(|run| run.length).sum();
    let ends = runs.iter().map(|run| (run.long + run.length, run.short + run.length));
    let starts = runs.iter().map(|run| (run.long, run.short)).chain([(long.len(), short.len())]);
    let between = std::iter::once((0, 0)).chain(ends).zip(starts).map(|((x, y), (to_x, to_y))| {
        let (left, right) = (long.get(x..to_x).unwrap_or_default(), short.get(y..to_y).unwrap_or_default());
        right.iter().filter(|word| left.iter().any(|other| mean_the_same(word, other))).count()
    });
    kept + between.sum::<usize>()
}

fn mean_the_same(a: &str, b: &str) -> bool {
    let (a, b) = (stem(a), stem(b));
    let groups = lexicon::groups(&a);
    a == b || groups.iter().any(|group| lexicon::groups(&b).contains(group))
}

/// Fewest words with which two versions begin alike, and the share of the rest of the shorter one that the other has too.
const LEAST_OPENING: usize = 3;
const LEAST_REST: f64 = 0.5;

/// Whether a clause of each begins with the same words and much of what follows is the same: a sentence whose end was
/// told otherwise.
fn begins_alike(longer: &Wording, shorter: &Wording) -> bool {
    let starts = |wording: &Wording| -> Vec<usize> {
        let behind = wording.stops.iter().enumerate().filter(|(_, stop)| **stop).map(|(at, _)| at + 1);
        std::iter::once(0).chain(behind).take(MOST_CLAUSES).collect()
    };
    let from = |wording: &Wording, at: usize| wording.words.get(at..).unwrap_or_default().to_vec();
    starts(longer).into_iter().any(|long| {
        starts(shorter).into_iter().any(|short| {
            let (a, b) = (from(longer, long), from(shorter, short));
            let opening = a.iter().zip(&b).take_while(|(x, y)| x == y);
            let (count, tells) = opening.fold((0, false), |(count, tells), (word, _)| {
                (count + 1, tells || !lexicon::is_stopword(word))
            });
            let least = a.len().min(b.len());
            let kept = || common(&a, &b).iter().map(|run| run.length).sum::<usize>();
            count >= LEAST_OPENING
                && tells
                && least > LEAST_OPENING
                && kept() as f64 >= LEAST_REST * least as f64
        })
    })
}

/// Most clauses of an utterance of which each is looked at as a beginning.
const MOST_CLAUSES: usize = 12;

#[cfg(test)]
mod tests {
    use super::super::wording::wording;
    use super::*;

    fn relation(long: &str, short: &str) -> Option<FamilyRelation> {
        relate(&wording(long), &wording(short), Some(true))
    }

    #[test]
    fn relations_of_versions() {
        let said = "We will open the gates at dawn. Nobody has to leave before the wardens come round.";
        assert_eq!(relation(said, said), Some(FamilyRelation::Verbatim));
        assert_eq!(relation(said, "the gates at dawn"), Some(FamilyRelation::Truncated));
        assert_eq!(
            relation(said, "We will open the gates before the wardens come"),
            Some(FamilyRelation::Spliced)
        );
        assert_eq!(relation(said, "We will open the doors at dawn."), Some(FamilyRelation::Altered));
        // A replaced stretch is an alteration, however long it was.
        let bells = "The bells rang as if the sea itself had come up the street, and then they stopped.";
        assert_eq!(
            relation(bells, "The bells rang as mad and then they stopped."),
            Some(FamilyRelation::Altered)
        );
        // A sentence cut short reads as one that was never said.
        assert_eq!(relation(said, "Nobody has to leave before the wardens,"), Some(FamilyRelation::Altered));
        assert_eq!(relation(said, "The budget is balanced this year."), None);
        // One word left out, though the first word stands at the beginning too.
        let rang =
            "I slept until the bell woke me. I should have rung it sooner, and for that alone I am sorry.";
        assert_eq!(
            relation(rang, "I should have rung it sooner, and for that I am sorry."),
            Some(FamilyRelation::Altered)
        );
        // A sentence told with another end.
        let chased = "The wolf came down at noon. We were counting sheep, not shooting at wolves.";
        assert_eq!(
            relation(chased, "We were counting the sheep, we were never shooting"),
            Some(FamilyRelation::Altered)
        );
        assert_eq!(relation(chased, "We were told of it by the boys in the village"), None);
        let short = relate(&wording(said), &wording("We will open the doors"), Some(false));
        assert_eq!(short, None);
        let other = relate(&wording(said), &wording(said), Some(false));
        assert_eq!(other, Some(FamilyRelation::Reattributed));
    }

    #[test]
    fn how_much_must_agree() {
        let said = "We kept the old bell in the tower for a hundred years";
        let by = |same, short| relate(&wording(said), &wording(short), same);
        // Seven of ten words.
        let changed = "We kept the new horn in the shed for a";
        assert_eq!(by(Some(true), changed), Some(FamilyRelation::Altered));
        assert_eq!((by(None, changed), by(Some(false), changed)), (None, None));
        // Nine of ten.
        let changed = "We kept the old horn in the tower for a";
        assert_eq!(by(None, changed), Some(FamilyRelation::Altered));
        assert_eq!(by(Some(false), changed), Some(FamilyRelation::Reattributed));
        // Half of them.
        assert_eq!(by(Some(true), "They kept no old bell in this town for long"), None);
    }

    #[test]
    fn a_word_or_two_within_marks_may_be_anybodys() {
        let said = "It was a disgrace to us";
        let by = |same, long, short| relate(&wording(long), &wording(short), same);
        assert_eq!(by(Some(true), "disgrace", "disgrace"), Some(FamilyRelation::Verbatim));
        assert_eq!((by(None, "disgrace", "disgrace"), by(Some(false), "disgrace", "disgrace")), (None, None));
        assert_eq!(by(None, "a disgrace", "a disgrace"), Some(FamilyRelation::Verbatim));
        assert_eq!(by(Some(false), "what a disgrace", "what a disgrace"), None);
        assert_eq!(by(Some(false), said, said), Some(FamilyRelation::Reattributed));
        assert_eq!(by(Some(true), said, "a disgrace"), None);
        assert_eq!(by(Some(true), said, "was a disgrace"), Some(FamilyRelation::Truncated));
        assert_eq!(by(Some(false), said, "was a disgrace"), None);
        assert_eq!(by(Some(false), said, "was a disgrace to"), Some(FamilyRelation::Reattributed));
    }

    #[test]
    fn a_version_cut_short() {
        let said =
            "The gates stay open, and the bells will ring at noon. We never closed the gates in winter.";
        assert_eq!(relation(said, "The gates stay open"), Some(FamilyRelation::Truncated), "up to a pause");
        assert_eq!(
            relation(said, "The bells will ring"),
            Some(FamilyRelation::Truncated),
            "not from a beginning"
        );
        assert_eq!(relation(said, "We never closed the gates"), Some(FamilyRelation::Altered));
        assert_eq!(relation(said, "and the bells will ring"), Some(FamilyRelation::Altered));
        assert_eq!(
            relation(said, "We never closed"),
            Some(FamilyRelation::Truncated),
            "too short for a sentence"
        );
        assert_eq!(relation(said, "in winter"), None);
    }

    #[test]
    fn a_few_words_left_out_are_no_splice() {
        let said = "We saw one of the first long trains leave at dawn, and nobody stopped it";
        assert_eq!(
            relation(said, "We saw trains leave at dawn"),
            Some(FamilyRelation::Spliced),
            "five words"
        );
        assert_eq!(
            relation(said, "We saw one of the trains leave at dawn"),
            Some(FamilyRelation::Altered),
            "two"
        );
    }
}
