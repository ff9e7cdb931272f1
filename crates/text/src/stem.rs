//! Stems: one key for the forms of a word.

use rust_stemmers::{Algorithm, Stemmer};
use std::collections::HashMap;
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
    let base = IRREGULAR.get(folded).copied().unwrap_or(folded);
    STEMMER.stem(base).into_owned()
}

static STEMMER: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::English));

static IRREGULAR: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    include_str!("../data/irregular.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .flat_map(|(base, forms)| forms.split(' ').map(move |form| (form, base)))
        .collect()
});
