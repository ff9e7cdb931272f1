//! Rows in another language around an English article: an appeal to readers, a link, small print.

use crate::cue::Cue;
use crate::evidence::Evidence;
use crate::row::Row;
use corroborate_article::Role;
use corroborate_text::rows as listed;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Fewest words by which a language shows.
const LEAST_WORDS: usize = 4;

/// Fewest of them in small letters: names are of no language.
const LEAST_SMALL: usize = 2;

/// Marks the rows in another language above the first row of English text and below the last one.
///
/// What stands between them may be quoted, and a page whose text is in another language is left alone.
pub(crate) fn mark(rows: &[Row<'_>], evidence: &mut [Evidence]) {
    let english = |at: &usize| {
        let open = evidence.get(*at).is_some_and(Evidence::is_none);
        open && rows.get(*at).is_some_and(|row| row.is_running() && !is_foreign(row.text))
    };
    let found: Vec<usize> = (0..rows.len()).filter(english).collect();
    let (Some(&first), Some(&last)) = (found.first(), found.last()) else { return };
    for (at, row) in rows.iter().enumerate().filter(|(at, _)| *at < first || *at > last) {
        if let Some(place) = evidence.get_mut(at).filter(|place| place.is_none() && is_foreign(row.text)) {
            *place = Evidence::Cue(Cue::Role(Role::Notice));
        }
    }
}

/// Whether a line is of words in another language: none of the commonest English ones, and letters that English lacks.
fn is_foreign(line: &str) -> bool {
    if line.is_ascii() {
        return false;
    }
    let (mut count, mut small, mut marked) = (0, 0, false);
    for word in line.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        if ENGLISH.contains(word.to_lowercase().as_str()) {
            return false;
        }
        count += 1;
        // A marked letter in a name tells nothing.
        if !word.starts_with(char::is_uppercase) || count == 1 {
            small += usize::from(!word.starts_with(char::is_uppercase));
            marked |= !word.is_ascii();
        }
    }
    count >= LEAST_WORDS && small >= LEAST_SMALL && marked
}

static ENGLISH: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| listed(include_str!("../data/english-words.txt")).collect());

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_in_another_language() {
        for line in [
            "Hafðu samband: við lesum allar ábendingar",
            "Abonnez-vous à notre lettre hebdomadaire gratuite",
            "Получайте главные новости недели бесплатно",
        ] {
            assert!(is_foreign(line), "{line}");
        }
        for line in [
            "The café was closed on Monday.",
            "Zoë Müller, Jürgen Böhm, Éva Kovács, Ada Byron",
            "Send in your photos",
            "Déjà vu",
        ] {
            assert!(!is_foreign(line), "{line}");
        }
    }

    #[test]
    fn only_around_an_english_text() {
        let line = "Hafðu samband: við lesum allar ábendingar";
        let english =
            "The harbour was closed on Monday after a barge had struck the quay, the harbour master said.";
        let roles = |text: &str| {
            let article = crate::parse(text.to_owned());
            let role = |words: &str| {
                article
                    .blocks
                    .iter()
                    .find(|block| block.content.of(&article.text) == words)
                    .map(|block| block.role)
            };
            role(line)
        };
        let below = format!("Barge strikes quay\n\n{english}\n\n{english} Nobody was hurt.\n\n{line}\n");
        assert_eq!(roles(&below), Some(Role::Notice));
        let between = format!("Barge strikes quay\n\n{english}\n\n{line}\n\n{english} Nobody was hurt.\n");
        assert_ne!(roles(&between), Some(Role::Notice));
    }
}
