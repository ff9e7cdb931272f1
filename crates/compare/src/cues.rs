//! Words and phrases that tell a rule what a passage says: the groups of `data/cues.tsv`.

// The build script writes a constant for each group.
include!(concat!(env!("OUT_DIR"), "/cues.rs"));

/// Whether one of some phrases stands in folded words with one blank between them and on either side.
pub(crate) fn says(spaced: &str, phrases: &[&str]) -> bool {
    let parted = |at: usize, phrase: &str| {
        let (before, rest) = spaced.split_at_checked(at).unwrap_or_default();
        before.ends_with(' ') && rest.get(phrase.len()..).is_some_and(|behind| behind.starts_with(' '))
    };
    let stands = |phrase: &str| spaced.match_indices(phrase).any(|(at, _)| parted(at, phrase));
    // Most are nowhere, which a plain search tells quickest.
    phrases.iter().any(|phrase| spaced.contains(phrase) && stands(phrase))
}

#[cfg(test)]
mod tests {
    use super::says;

    #[test]
    fn phrases_stand_as_whole_words() {
        let words = " the unlimited limit of the law ";
        assert!(says(words, &["ceiling", "limit"]));
        assert!(says(words, &["the law"]));
        assert!(!says(words, &["limited", "of th", "law of"]));
        assert!(!says(words, &[]) && !says("", &["law"]));
    }
}
