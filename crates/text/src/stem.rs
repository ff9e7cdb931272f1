//! Stems: one key for the forms of a word.

use crate::porter::porter;
use crate::rows;
use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::sync::LazyLock;

/// The stem of a folded word: Porter's second English stemmer after a table of irregular forms.
///
/// A key for comparison, not a word: `ponies` and `pony` give `poni`.
///
/// ```
/// use corroborate_text::stem;
///
/// assert_eq!(stem("sent"), stem("sending"));
/// assert_eq!(stem("deployed"), stem("deployment").replace("ment", ""));
/// ```
pub fn stem(folded: &str) -> String {
    // The words of a story are asked for again and again.
    LATELY.with_borrow_mut(|lately| {
        if let Some(stem) = lately.get(folded) {
            return stem.clone();
        }
        if lately.len() >= MOST_KEPT {
            lately.clear();
        }
        let stem = stem_of(folded);
        lately.insert(folded.to_owned(), stem.clone());
        stem
    })
}

/// Stems that a thread keeps before it begins anew.
const MOST_KEPT: usize = 4096;

thread_local! {
    static LATELY: RefCell<FxHashMap<String, String>> = RefCell::default();
}

fn stem_of(folded: &str) -> String {
    let base = match folded.len() {
        2..=LONGEST_IRREGULAR => IRREGULAR.get(folded).copied().unwrap_or(folded),
        _ => folded,
    };
    if base.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        porter(base)
    } else {
        // Letters outside ASCII are consonants of more than one byte; so few that speed does not count.
        STEMMER.stem(base).into_owned()
    }
}

/// Every irregular form and the word whose stem it has: `sent` and `send`.
pub fn irregular_forms() -> impl Iterator<Item = (&'static str, &'static str)> {
    rows(IRREGULAR_TABLE)
        .filter_map(|line| line.split_once('\t'))
        .flat_map(|(base, forms)| forms.split(' ').map(move |form| (form, base)))
}

const IRREGULAR_TABLE: &str = include_str!("../data/irregular.tsv");

/// Bytes of the longest irregular form.
const LONGEST_IRREGULAR: usize = 12;

static STEMMER: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::English));

static IRREGULAR: LazyLock<FxHashMap<&'static str, &'static str>> =
    LazyLock::new(|| irregular_forms().collect());

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_irregular_form_is_longer_than_the_longest() {
        assert!(IRREGULAR.keys().all(|form| (2..=LONGEST_IRREGULAR).contains(&form.len())));
    }
}
