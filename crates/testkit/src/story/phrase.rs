//! Words that may stand for each other in a text: `[one|another]`.

use crate::seed::Seed;

/// The text with the words that are chosen, and which were.
pub(crate) fn chosen(text: &str, mut choose: impl FnMut(usize, usize) -> usize) -> (String, Vec<usize>) {
    let (mut out, mut choices) = (String::new(), Vec::new());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        let (words, behind) = after.split_once(']').unwrap_or((after, ""));
        let words: Vec<&str> = words.split('|').collect();
        let choice = choose(choices.len(), words.len()).min(words.len() - 1);
        out.push_str(before);
        out.push_str(words.get(choice).copied().unwrap_or_default());
        choices.push(choice);
        rest = behind;
    }
    out.push_str(rest);
    (out, choices)
}

/// Words drawn freely.
pub(crate) fn drawn(chance: &mut Seed, text: &str) -> (String, Vec<usize>) {
    chosen(text, |_, count| chance.below(count))
}

/// Words as they were chosen before, save that one in `rarely` is another.
pub(crate) fn redrawn(
    chance: &mut Seed,
    text: &str,
    before: &[usize],
    rarely: usize,
) -> (String, Vec<usize>) {
    chosen(text, |at, count| {
        let same = before.get(at).copied().unwrap_or(0);
        if chance.chance(1, rarely) { (same + 1 + chance.below(count.max(2) - 1)) % count } else { same }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_chosen_and_chosen_again() {
        let text = "It [fell|tumbled] [down].";
        assert_eq!(chosen(text, |_, _| 1).0, "It tumbled down.");
        let mut chance = Seed::new(1);
        let (first, choices) = drawn(&mut chance, text);
        assert_eq!(redrawn(&mut chance, text, &choices, usize::MAX).0, first);
        assert_ne!(redrawn(&mut chance, text, &choices, 1).0, first);
    }
}
