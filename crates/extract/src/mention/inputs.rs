//! What the weights of the model belong to: the lists that its features are made of, and the features themselves.

use super::training::words;
use crate::Sentence;
use corroborate_article::Role;
use corroborate_text::{rows, sentences, word_hash};

/// The lists that the features of the model are made of, in `data/`.
pub const LISTS: [&str; 35] = [
    "../../text/data/given-more.txt",
    "../../text/data/given.txt",
    "calendar.txt",
    "club-openers.txt",
    "countries.tsv",
    "country-aliases.tsv",
    "crafts.txt",
    "divisions.txt",
    "family-first.txt",
    "function-words.txt",
    "given-world.txt",
    "honorifics-more.txt",
    "honorifics.txt",
    "known-organisations.txt",
    "lowercase.txt",
    "noun-classes.tsv",
    "organisation-heads-more.txt",
    "organisation-heads.txt",
    "organisation-openers.txt",
    "organisations.txt",
    "particles.txt",
    "parties.txt",
    "place-heads.txt",
    "place-openers.txt",
    "places-world.txt",
    "places.txt",
    "ship-prefixes.txt",
    "speech-verbs.txt",
    "surnames-world.txt",
    "surnames.txt",
    "things.txt",
    "titles-more.txt",
    "titles.txt",
    "wordnet-groups.txt",
    "wordnet-places.txt",
];

/// A number for the rows of a list, comments left out.
pub fn list_hash(text: &str) -> u64 {
    rows(text).fold(0, |hash, row| {
        hash.rotate_left(5).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ word_hash(row.as_bytes())
    })
}

/// A number for the features of some words: another one where features are made in another way.
pub fn features_hash() -> u64 {
    let text = "THE Harbour Council of New Arden (HCA) said Dr. Ilse van der Korbach, 41, a nurse from Norway, had left “Aurora 7”. \
        Sheikh Nawaf al-Dosari's firm K-Line & Sons did not reply. In April, U.S. officials met the OVB near Lake Ostra.";
    let lines: Vec<Sentence> =
        sentences(text).into_iter().map(|span| Sentence { span, block: 0, role: Role::Paragraph }).collect();
    let all = words(text, &lines);
    let rows = all.iter().flatten().filter_map(|word| word.features.as_ref()).flatten();
    rows.fold(0, |hash: u64, &row| hash.rotate_left(5).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ u64::from(row))
}
